"""What a state's sheet tells below its map: borders, programmes, acts, disagreements, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from geo.answers.country.dossier import RECENT, BorderLine, Dossier, Entry
from geo.answers.words import programmes
from geo.answers.words.length_meaning import COMPUTED_WORDS, meaning
from geo.answers.words.panel import DOSSIER
from geo.answers.words.wordings import filled
from geo.pictures.paper.filling import Section
from geo.pictures.paper.items import SMALL, TEXT, Cell, Item
from geo.records import Disagreement, Fact, Source
from geo.records.source_tiers import by_weight, citation
from geo.treaty import Practice

DATE = 132.0
"""Width of the column of dates, pixels."""

FEW = 3
"""How many rows of a matter of less weight are told."""

SOURCES_OF_A_ROW = 2
"""How many sources stand beside a fact or event; the atlas's page names them all."""

WORDS = DOSSIER


def heading(words: str, width: float, note: str = "") -> Item:
    """The heading of a section, with a note in small print below it."""
    rows = [(Cell(words, 0.0, width, 17.0, "bold"),)]
    if note:
        rows.append((Cell(note, 0.0, width, SMALL, ink="muted"),))
    return Item(tuple(rows), gap=20.0)


def sections(found: Dossier, known: Mapping[str, Source], width: float) -> list[Section]:
    """The sections of a dossier for lines `width` pixels long, the weightiest first.

    `known` are the sources of the record; a row names the weightiest of its own.
    """
    told = [
        _borders(found, width),
        _events(found, width),
        _programmes(found, width),
        _positions(found, width),
        _disagreements(found, width),
    ]
    return [
        replace(section, items=tuple(_weightiest(item, known) for item in section.items))
        for section in told
    ]


def _weightiest(item: Item, known: Mapping[str, Source]) -> Item:
    return replace(item, sources=by_weight(item.sources, known)[:SOURCES_OF_A_ROW])


def sources(ids: Iterable[str], known: Mapping[str, Source], width: float) -> list[Item]:
    """The sources by number: publisher, title, date, tier, address."""
    items = []
    for number, source_id in enumerate(ids, 1):
        cited = citation(known[source_id])
        said = f"{cited.publisher}: {cited.title}, {cited.when} ({cited.tier_words})"
        rows: list[tuple[Cell, ...]] = [
            (
                Cell(f"{number}.", 0.0, 26.0, SMALL, ink="muted"),
                Cell(said, 28.0, width - 28.0, SMALL, most=3),
            )
        ]
        if cited.url:
            rows.append(
                (Cell(cited.url, 28.0, width - 28.0, 10.5, ink="muted", most=2, url=cited.url),)
            )
        items.append(Item(tuple(rows), gap=4.0))
    return items


def _borders(found: Dossier, width: float) -> Section:
    flank = [line for line in found.borders if line.border.flank]
    first = flank or list(found.borders[:RECENT])
    columns = (0.0, 236.0, 356.0, 486.0, 606.0, width)
    names = (
        WORDS["neighbour"],
        WORDS["leading_km"],
        WORDS["range"],
        WORDS["computed"],
        WORDS["neighbour_status"],
    )
    title = heading(WORDS["borders"], width, COMPUTED_WORDS if first else "")
    head = _row(names, columns, size=SMALL, muted=True)
    top = Item((*title.rows, head), gap=title.gap)
    return Section(
        top,
        tuple(_border(line, columns, width) for line in first),
        len(found.borders) - len(first),
    )


def _row(
    words: Iterable[str], columns: tuple[float, ...], *, size: float, muted: bool = False
) -> tuple[Cell, ...]:
    cells = []
    for place, text in enumerate(words):
        left, right = columns[place], columns[place + 1]
        number = 0 < place < len(columns) - 2
        cells.append(
            Cell(
                text,
                left,
                right - left - (24.0 if number else 10.0),
                size,
                ink="muted" if muted else "ink",
                align="right" if number else "left",
            )
        )
    return tuple(cells)


def _border(line: BorderLine, columns: tuple[float, ...], width: float) -> Item:
    border = line.border
    name = f"{line.neighbour_name} ({border.part})" if border.part else line.neighbour_name
    low, high = border.published_min_km, border.published_max_km
    several = low is not None and high is not None and round(low) != round(high)
    figures = (
        name,
        _km(border.leading_km),
        f"{_km(low)}–{_km(high)}" if several else "–",
        _km(border.computed_km),
        _standing(line),
    )
    rows = [_row(figures, columns, size=TEXT)]
    if border.length_source_ids:
        rows.append((Cell(meaning(border), 0.0, width, SMALL, ink="muted", most=FEW),))
    return Item(tuple(rows), tuple(border.length_source_ids), gap=9.0, ruled=True)


def _km(length_km: float | None) -> str:
    return "–" if length_km is None else f"{length_km:,.0f}"


def _standing(line: BorderLine) -> str:
    if line.neighbour is None:
        return WORDS["not_in_list"]
    bound = line.neighbour.bound
    words = WORDS["bound"] if bound else WORDS["not_bound"]
    if bound is None:
        words = WORDS["bound_unknown"]
    if line.neighbour.practice is not Practice.NONE:
        words = f"{words}; {WORDS['declares_suspension']}"
    return words


def _programmes(found: Dossier, width: float) -> Section:
    items = []
    for programme in found.programmes:
        for place, fact in enumerate(programme.told):
            named = Cell(programme.name, 0.0, width, TEXT, "bold")
            item = _fact(fact, width)
            items.append(item if place else Item(((named,), *item.rows), item.sources, 9.0))
    told = items[: RECENT + FEW]
    known = sum(len(programme.facts) for programme in found.programmes)
    note = WORDS["programmes_note"]
    return Section(
        heading(WORDS["programmes"], width, note), tuple(told), known - len(told) if told else 0
    )


def _positions(found: Dossier, width: float) -> Section:
    told = tuple(_fact(fact, width) for fact in found.positions[:FEW])
    return Section(
        heading(WORDS["positions"], width), told, len(found.positions) - len(told) if told else 0
    )


def _fact(fact: Fact, width: float) -> Item:
    said = f"{programmes.STAGES[fact.stage]}: {fact.summary}"
    return _dated(fact.as_of.words(), (Cell(said, DATE, width - DATE),), fact.source_ids)


def _events(found: Dossier, width: float) -> Section:
    told = (*found.upcoming[-FEW:], *found.past[: RECENT - 1])
    items = tuple(_event(entry, width) for entry in told)
    rest = len(found.entries) - len(told)
    return Section(heading(WORDS["events"], width), items, rest if told else 0)


def _event(entry: Entry, width: float) -> Item:
    event, title = entry.event, entry.event.title
    if mark := WORDS["after_this_day"] if entry.future else _unknown(entry):
        title = f"{title} ({mark})"
    cells = [Cell(title, DATE, width - DATE, TEXT, "bold")]
    if event.detail:
        cells.append(Cell(event.detail, DATE, width - DATE))
    return _dated(entry.date.words(), cells, event.source_ids)


def _unknown(entry: Entry) -> str:
    return WORDS["day_unknown"] if entry.seen == "open" else ""


def _dated(when: str, cells: Iterable[Cell], source_ids: Iterable[str]) -> Item:
    first, *others = cells
    date = Cell(when, 0.0, DATE - 12.0, ink="muted")
    return Item(((date, first), *((cell,) for cell in others)), tuple(source_ids))


def _disagreements(found: Dossier, width: float) -> Section:
    told = tuple(_topic(topic, width) for topic in found.disagreements[:FEW])
    return Section(
        heading(WORDS["disagreements"], width), told, len(found.disagreements) - len(told)
    )


def _topic(topic: Disagreement, width: float) -> Item:
    rows = [(Cell(topic.question, 0.0, width, TEXT, "bold"),)]
    for version in topic.versions:
        leads = bool(version.ref) and version.ref == topic.leading_ref
        mark = f" ({WORDS['leads']})" if leads else ""
        rows.append((Cell(f"– {version.version}{mark}", 14.0, width - 14.0),))
    cited = dict.fromkeys(s for version in topic.versions for s in version.source_ids)
    return Item(tuple(rows), tuple(cited), gap=8.0)


def title(name: str) -> str:
    """What a sheet is called."""
    return filled(WORDS["title"], state=name)
