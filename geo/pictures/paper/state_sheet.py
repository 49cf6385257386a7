"""The sheet itself: map of the day beside what the law says, then what the state's record holds."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cached_property

from geo.answers.country.dossier import INLINE_SOURCES, Dossier, dossier
from geo.answers.country.programmes import border_programmes
from geo.answers.data.credits import data_version
from geo.answers.permalink import Place, query
from geo.answers.words import citing, legend, worldviews
from geo.answers.words.headline import state_sentence
from geo.answers.words.legend import DECLARATION_WORDS, STATUS_KEYS
from geo.answers.words.panel import DOSSIER
from geo.answers.words.picture import PAPER, SOURCES
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import MARK
from geo.atlas import Atlas, View
from geo.atlas.supposed import written
from geo.basics import file_names
from geo.basics.languages import USUAL
from geo.pictures import captions, layout, map_drawing
from geo.pictures.canvas import Canvas, printable
from geo.pictures.draw import own_style
from geo.pictures.line import DrawnLine, drawn_line
from geo.pictures.map_box import MapBox
from geo.pictures.palette import PALETTES
from geo.pictures.paper import contents
from geo.pictures.paper.filling import Filled, Room, fill
from geo.pictures.paper.items import SMALL, TEXT, Cell, Item
from geo.pictures.paper.map_frame import map_frame
from geo.pictures.pdf import pages_in
from geo.pictures.projected import ProjectedMap, projected_map
from geo.treaty import Day, LegalStatus

A4_INCHES = (210 / 25.4, 297 / 25.4)
HEIGHT = 1500.0
MARGIN, GUTTER = 56.0, 28.0
FOOT = 58.0
"""What is kept free at the foot of each page for address and data version, pixels."""

MAP_WIDTH, MAP_HEIGHT = 560.0, 768.0
"""The most that a map with text beside it takes; a wide one has the width of the page."""

WIDE_MAP_HEIGHT = 470.0
PAGES = 2


def state_sheet(
    atlas: Atlas, view: View, iso_a3: str, base: str = "", tongue: Tongue = ENGLISH
) -> bytes:
    """The sheet of a state on the day of `view` as PDF, one or two pages of A4, always light.

    `base` is the address of the atlas's page, ending in a slash; without it the sheet names what
    comes after it. What the record holds stays as it was written. The same input gives the same
    bytes. KeyError for a code that is no state's.
    """
    name = tongue.state(iso_a3, view.states[iso_a3].name)
    spoken = "" if tongue.language == USUAL else tongue.language
    place = Place(view.day, iso_a3, view.worldview, what_if=written(view.supposed), lang=spoken)
    address = f"{base}?{query(place)}"
    facts = {
        "Title": f"{contents.title(name, tongue)}, {tongue.on(view.day)}",
        "Subject": state_sentence(view, iso_a3, tongue),
        "Keywords": f"{address} data checksum {atlas.record.checksum}",
        "Author": "Ottawa Atlas",
    }
    made = io.BytesIO()
    with own_style():
        pens = _Sheet(atlas, view, iso_a3, address, tongue).pens
        told = {key: printable(value) for key, value in facts.items()}
        with pages_in(tongue.language, made, told) as pdf:
            for pen in pens:
                if view.supposed:
                    pen.watermark(tongue.text(MARK))
                pdf.savefig(pen.figure, facecolor=pen.palette.ground.page)
    return made.getvalue()


def file_name(view: View, iso_a3: str) -> str:
    """The name to keep a sheet under: ottawa-atlas-POL-2026-02-20.pdf."""
    borders = file_names.borders_part(view.worldview)
    supposed = "what-if" if view.supposed else ""
    return file_names.file_name("pdf", iso_a3, view.day, borders, supposed)


class _Sheet:
    """The pages of a state, as `pens`, while they are set."""

    def __init__(self, atlas: Atlas, view: View, iso_a3: str, address: str, tongue: Tongue) -> None:
        self.atlas, self.view, self.iso_a3, self.address = atlas, view, iso_a3, address
        self.tongue = tongue
        self.found = dossier(atlas, iso_a3, view, tongue)
        pen = self._new()
        self.pens = [pen]
        self.width = pen.width - 2 * MARGIN
        top = self._head(pen)
        bottom = HEIGHT - MARGIN - FOOT
        rooms = [Room(top, bottom), *[Room(MARGIN, bottom)] * (PAGES - 1)]
        told = contents.sections(self.found, atlas.record.sources, self.width, tongue)
        self._set(fill(told, rooms, self._end_height, tongue), bottom)
        for place, each in enumerate(self.pens, 1):
            self._foot(each, place)

    def _head(self, pen: Canvas) -> float:
        """Title, map, and what the law says; returns where the rest may begin."""
        borders = self.atlas.borders(self.view.worldview)
        shown = projected_map(borders, map_frame(borders, self.iso_a3))
        muted = pen.palette.ground.muted
        state = self.view.states[self.iso_a3]
        name = contents.title(self.tongue.state(self.iso_a3, state.name), self.tongue)
        top = pen.paragraph(MARGIN, MARGIN - 10, name, 28.0, self.width, weight="bold", most=3)
        day = self.tongue.on(self.view.day)
        top = pen.paragraph(MARGIN, top + 2, day, 18.0, self.width, colour=muted, weight="bold")
        top += 14
        aspect = shown.frame.aspect
        if shown.frame.wide:
            width = min(self.width, WIDE_MAP_HEIGHT * aspect)
            half = (self.width - GUTTER) / 2
            left = self._law(pen, MARGIN, top, half)
            right = self._legend(pen, MARGIN + half + GUTTER, top + 2, half, shown)
            top = max(left, right) + 10
            self._map(pen, shown, (pen.width - width) / 2, top, width)
            return top + width / aspect
        width = min(MAP_WIDTH, MAP_HEIGHT * aspect)
        self._map(pen, shown, MARGIN, top, width)
        x = MARGIN + width + GUTTER
        column = pen.width - MARGIN - x
        low = self._law(pen, x, top - 4, column)
        low = self._legend(pen, x, low + 14, column, shown)
        return max(low, top + width / aspect)

    def _map(self, pen: Canvas, shown: ProjectedMap, left: float, top: float, width: float) -> None:
        box = MapBox(left, top, width, width / shown.frame.aspect, shown)
        beads = border_programmes(self.atlas.record)
        map_drawing.draw(pen, box, self.view, self._line, self.iso_a3, beads)

    @cached_property
    def _line(self) -> DrawnLine:
        return drawn_line(self.atlas, self.view, tongue=self.tongue)

    def _law(self, pen: Canvas, x: float, top: float, width: float) -> float:
        """Status, sentence, ground and the changes of the law in a column."""
        found, ink, muted = self.found, pen.palette.ground.ink, pen.palette.ground.muted
        top = pen.paragraph(x, top, found.status, 17.0, width, weight="bold", most=4) + 8
        sentence = state_sentence(self.view, self.iso_a3, self.tongue)
        top = pen.paragraph(x, top, sentence, 16.5, width, most=14) + 10
        top = pen.paragraph(x, top, found.legal_basis, TEXT, width, most=14)
        shown = found.legal_basis_source_ids[:INLINE_SOURCES]
        cited = "; ".join(self._publisher(source_id) for source_id in shown)
        top = pen.paragraph(x, top + 3, cited, SMALL, width, colour=muted, most=6) + 10
        for term, said in _changes(found, self.tongue):
            top = pen.paragraph(x, top, term, SMALL, width, colour=muted)
            top = pen.paragraph(x, top, said, TEXT, width, colour=ink, most=4) + 4
        return top

    def _publisher(self, source_id: str) -> str:
        cited = citing.cited(self.atlas.record.sources[source_id], self.tongue)
        return f"{cited.publisher}, {cited.when}"

    def _legend(
        self, pen: Canvas, x: float, top: float, width: float, shown: ProjectedMap
    ) -> float:
        lines = layout.entries(
            pen, self.view, self._line, shown, border_programmes(self.atlas.record)
        )
        top = layout.set_legend(pen, x, top, width, lines)
        return pen.paragraph(
            x, top, self.tongue.text(legend.NOT_A_MINEFIELD_MAP), SMALL, width, weight="bold"
        )

    def _end(self, ids: Iterable[str]) -> tuple[list[list[Item]], list[Item]]:
        """The sources in two columns, and the notes below them."""
        width = (self.width - GUTTER) / 2
        items = contents.sources(ids, self.atlas.record.sources, width, self.tongue)
        columns: list[list[Item]] = [[], []]
        half, height = sum(item.height for item in items) / 2, 0.0
        for item in items:
            columns[height >= half].append(item)
            height += item.height
        said = [worldviews.SENTENCES[self.view.worldview], SOURCES]
        if self.tongue is not ENGLISH:
            said.append(citing.IN_ENGLISH)
        notes = [captions.record_note(self.view, self.tongue), *map(self.tongue.text, said)]
        cells = [Cell(note, 0.0, self.width, SMALL, ink="muted") for note in notes]
        return columns, [Item(tuple((cell,) for cell in cells), gap=14.0)]

    def _end_height(self, ids: Iterable[str]) -> float:
        columns, notes = self._end(ids)
        lists = max(sum(item.height for item in column) for column in columns)
        return self._title.height + lists + sum(note.height for note in notes)

    @property
    def _title(self) -> Item:
        return contents.heading(self.tongue.text(DOSSIER["sources"]), self.width)

    def _set(self, done: Filled, bottom: float) -> None:
        """Put every item on its page, sources and notes after the last."""
        for page, at, item in done.put:
            item.put(self._page(page), MARGIN, at)
        page, top = done.page, done.at
        if top + self._end_height(done.numbers) > bottom:
            page, top = page + 1, MARGIN
        pen = self._page(page)
        columns, notes = self._end(done.numbers)
        top = self._title.put(pen, MARGIN, top)
        ends = []
        for place, column in enumerate(columns):
            x, at = MARGIN + place * (self.width + GUTTER) / 2, top
            for item in column:
                at = item.put(pen, x, at)
            ends.append(at)
        at = max(ends)
        for note in notes:
            at = note.put(pen, MARGIN, at)

    def _page(self, number: int) -> Canvas:
        while len(self.pens) <= number:
            self.pens.append(self._new())
        return self.pens[number]

    def _new(self) -> Canvas:
        return Canvas(A4_INCHES, PALETTES["light"], HEIGHT, self.tongue)

    def _foot(self, pen: Canvas, place: int) -> None:
        """Address, data version and the number of the page."""
        muted, top = pen.palette.ground.muted, HEIGHT - MARGIN - FOOT + 22
        pen.rule(MARGIN, top, self.width)
        address = self.tongue.text(PAPER["address"], address=self.address)
        number = self.tongue.text(PAPER["page"], page=place, pages=len(self.pens))
        licence = captions.data_note(data_version(self.atlas), self.tongue)
        link = self.address if self.address.startswith("http") else ""
        top = pen.paragraph(
            MARGIN, top + 6, address, SMALL, self.width, colour=muted, most=1, url=link
        )
        top = pen.paragraph(MARGIN, top, licence, SMALL, self.width - 120, colour=muted)
        pen.text(MARGIN + self.width, top - 5, number, SMALL, colour=muted, align="right")


def _changes(found: Dossier, tongue: Tongue) -> Iterable[tuple[str, str]]:
    """The last and the next change of the law, and what is declared besides, each with its term."""
    words = tongue.all(DOSSIER)
    yield words["last_change"], _change(found.last_change, tongue) or words["no_last_change"]
    yield words["next_change"], _change(found.next_change, tongue) or words["no_next_change"]
    if declared := found.declared_practice:
        day, practice = declared
        term = words["declared"] if day <= found.view.day else words["declared_next"]
        yield term, f"{tongue.short(day)}: {tongue.text(DECLARATION_WORDS[practice])}"


def _change(change: tuple[Day, LegalStatus] | None, tongue: Tongue) -> str:
    if change is None:
        return ""
    day, status = change
    return f"{tongue.day(day)}: {tongue.text(STATUS_KEYS[status].words).lower()}"
