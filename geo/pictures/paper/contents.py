"""What a state's sheet tells below its map: borders, programmes, acts, disagreements, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from geo.answers.country.dossier import RECENT, BorderLine, Dossier, Entry
from geo.answers.words import citing, most_read, programmes
from geo.answers.words.length_meaning import COMPUTED_WORDS, meaning
from geo.answers.words.panel import DOSSIER
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.pictures.paper.filling import Section
from geo.pictures.paper.items import SMALL, TEXT, Cell, Item
from geo.records import Disagreement, Fact, Source
from geo.records.source_tiers import by_weight
from geo.treaty import Practice

DATE = 132.0
"""Width of the column of dates, pixels."""

FEW = 3
"""How many rows of a matter of less weight are told."""

SOURCES_OF_A_ROW = 2
"""How many sources stand beside a fact or event; the atlas's page names them all."""


def heading(words: str, width: float, note: str = "") -> Item:
    """The heading of a section, with a note in small print below it."""
    rows = [(Cell(words, 0.0, width, 17.0, "bold"),)]
    if note:
        rows.append((Cell(note, 0.0, width, SMALL, ink="muted"),))
    return Item(tuple(rows), gap=20.0)


def sections(
    found: Dossier, known: Mapping[str, Source], width: float, tongue: Tongue = ENGLISH
) -> list[Section]:
    """The sections of a dossier for lines `width` pixels long, the weightiest first.

    `known` are the sources of the record; a row names the weightiest of its own.
    """
    told = [
        _borders(found, width, tongue),
        _events(found, width, tongue),
        _programmes(found, width, tongue),
        _positions(found, width, tongue),
        _disagreements(found, width, tongue),
    ]
    return [
        replace(section, items=tuple(_weightiest(item, known) for item in section.items))
        for section in told
    ]


def _weightiest(item: Item, known: Mapping[str, Source]) -> Item:
    return replace(item, sources=by_weight(item.sources, known)[:SOURCES_OF_A_ROW])


def sources(
    ids: Iterable[str], known: Mapping[str, Source], width: float, tongue: Tongue = ENGLISH
) -> list[Item]:
    """The sources by number: publisher, title, date, tier, address."""
    items = []
    for number, source_id in enumerate(ids, 1):
        cited = citing.cited(known[source_id], tongue)
        tier = tongue.text(cited.tier_words)
        said = f"{cited.publisher}: {cited.title}, {cited.when} ({tier})"
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


def _borders(found: Dossier, width: float, tongue: Tongue) -> Section:
    flank = [line for line in found.borders if line.border.flank]
    first = flank or list(found.borders[:RECENT])
    columns = (0.0, 236.0, 356.0, 486.0, 606.0, width)
    names = (
        DOSSIER["neighbour"],
        DOSSIER["leading_km"],
        DOSSIER["range"],
        DOSSIER["computed"],
        DOSSIER["neighbour_status"],
    )
    note = tongue.text(COMPUTED_WORDS) if first else ""
    title = heading(tongue.text(DOSSIER["borders"]), width, note)
    head = _row(map(tongue.text, names), columns, size=SMALL, muted=True)
    top = Item((*title.rows, head), gap=title.gap)
    return Section(
        top,
        tuple(_border(line, columns, width, tongue) for line in first),
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


def _border(line: BorderLine, columns: tuple[float, ...], width: float, tongue: Tongue) -> Item:
    border = line.border
    name = tongue.state(line.neighbour_iso_a3, line.neighbour_name)
    if border.part:
        name = f"{name} ({tongue.text(border.part)})"
    low, high = border.published_min_km, border.published_max_km
    several = low is not None and high is not None and round(low) != round(high)
    figures = (
        name,
        _km(border.leading_km, tongue),
        f"{_km(low, tongue)}–{_km(high, tongue)}" if several else "–",
        _km(border.computed_km, tongue),
        _standing(line, tongue),
    )
    rows = [_row(figures, columns, size=TEXT)]
    if border.length_source_ids:
        rows.append((Cell(meaning(border, tongue), 0.0, width, SMALL, ink="muted", most=FEW),))
    return Item(tuple(rows), tuple(border.length_source_ids), gap=9.0, ruled=True)


def _km(length_km: float | None, tongue: Tongue) -> str:
    return "–" if length_km is None else tongue.number(length_km)


def _standing(line: BorderLine, tongue: Tongue) -> str:
    if line.neighbour is None:
        return tongue.text(DOSSIER["not_in_list"])
    bound = line.neighbour.bound
    words = tongue.text(DOSSIER["bound"] if bound else DOSSIER["not_bound"])
    if bound is None:
        words = tongue.text(DOSSIER["bound_unknown"])
    if line.neighbour.practice is not Practice.NONE:
        words = f"{words}; {tongue.text(DOSSIER['declares_suspension'])}"
    return words


def _programmes(found: Dossier, width: float, tongue: Tongue) -> Section:
    items = []
    for programme in found.programmes:
        for place, fact in enumerate(programme.told):
            named = Cell(tongue.text(programme.name), 0.0, width, TEXT, "bold")
            item = _fact(fact, width, tongue)
            items.append(item if place else Item(((named,), *item.rows), item.sources, 9.0))
    told = items[: RECENT + FEW]
    known = sum(len(programme.facts) for programme in found.programmes)
    title = heading(
        tongue.text(DOSSIER["programmes"]), width, tongue.text(DOSSIER["programmes_note"])
    )
    return Section(title, tuple(told), known - len(told) if told else 0)


def _positions(found: Dossier, width: float, tongue: Tongue) -> Section:
    told = tuple(_fact(fact, width, tongue) for fact in found.positions[:FEW])
    title = heading(tongue.text(DOSSIER["positions"]), width)
    return Section(title, told, len(found.positions) - len(told) if told else 0)


def _fact(fact: Fact, width: float, tongue: Tongue) -> Item:
    says, ours = most_read.told(fact, tongue)
    said = f"{tongue.text(programmes.STAGES[fact.stage])}: {says}{f' ({ours})' if ours else ''}"
    return _dated(tongue.dated(fact.as_of), (Cell(said, DATE, width - DATE),), fact.source_ids)


def _events(found: Dossier, width: float, tongue: Tongue) -> Section:
    told = (*found.upcoming[-FEW:], *found.past[: RECENT - 1])
    items = tuple(_event(entry, width, tongue) for entry in told)
    rest = len(found.entries) - len(told)
    return Section(heading(tongue.text(DOSSIER["events"]), width), items, rest if told else 0)


def _event(entry: Entry, width: float, tongue: Tongue) -> Item:
    event, title = entry.event, entry.event.title
    if mark := DOSSIER["after_this_day"] if entry.future else _unknown(entry):
        title = f"{title} ({tongue.text(mark)})"
    cells = [Cell(title, DATE, width - DATE, TEXT, "bold")]
    if event.detail:
        cells.append(Cell(event.detail, DATE, width - DATE))
    return _dated(tongue.dated(entry.date), cells, event.source_ids)


def _unknown(entry: Entry) -> str:
    return DOSSIER["day_unknown"] if entry.seen == "open" else ""


def _dated(when: str, cells: Iterable[Cell], source_ids: Iterable[str]) -> Item:
    first, *others = cells
    date = Cell(when, 0.0, DATE - 12.0, ink="muted")
    return Item(((date, first), *((cell,) for cell in others)), tuple(source_ids))


def _disagreements(found: Dossier, width: float, tongue: Tongue) -> Section:
    told = tuple(_topic(topic, width, tongue) for topic in found.disagreements[:FEW])
    title = heading(tongue.text(DOSSIER["disagreements"]), width)
    return Section(title, told, len(found.disagreements) - len(told))


def _topic(topic: Disagreement, width: float, tongue: Tongue) -> Item:
    rows = [(Cell(topic.question, 0.0, width, TEXT, "bold"),)]
    for version in topic.versions:
        leads = bool(version.ref) and version.ref == topic.leading_ref
        mark = f" ({tongue.text(DOSSIER['leads'])})" if leads else ""
        rows.append((Cell(f"– {version.version}{mark}", 14.0, width - 14.0),))
    cited = dict.fromkeys(s for version in topic.versions for s in version.source_ids)
    return Item(tuple(rows), tuple(cited), gap=8.0)


def title(name: str, tongue: Tongue = ENGLISH) -> str:
    """Return what a sheet is called."""
    return tongue.text(DOSSIER["title"], state=name)
