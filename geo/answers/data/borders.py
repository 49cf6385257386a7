"""Border segments on a day: the answer of command line, API and exported file."""

from __future__ import annotations

from collections.abc import Iterable

from typing_extensions import TypedDict

from geo.answers import scopes
from geo.answers.data.border_totals import BorderTotals, border_totals
from geo.answers.data.credits import COMPUTED_SOURCE
from geo.answers.data.lens_rows import OfALens, of_lens
from geo.answers.data.notes import (
    DayNotes,
    SourceAnswer,
    Spoken,
    day_notes,
    spoken,
    written_out,
)
from geo.answers.data.writing import Table, as_table
from geo.answers.words.length_meaning import meaning
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, BorderView, View
from geo.atlas.sides import Sides
from geo.basics.shapes import closed, shaped


@closed
class BorderAnswer(TypedDict):
    """One border segment; the first state of a flank border is the flank state."""

    date: str
    """The day the row is about."""
    iso_a3: str
    """Code of the first state: the flank state on a flank border."""
    name: str
    """Name of the first state."""
    neighbour_iso_a3: str
    """Code of the second state."""
    neighbour_name: str
    """Name of the second state."""
    part: str
    """A piece that lies apart, as Kaliningrad; else empty."""
    computed_km: float
    """Geodesic length on WGS 84 of a 1:10m line, which runs short where a border winds."""
    computed_source: str
    """Whose line was measured for the computed length."""
    leading_km: float | None
    """The leading published figure of a named source, whose tier need not be `official`."""
    published_min_km: float | None
    """The smallest figure for the whole land line, or of no stated meaning, of any source."""
    published_max_km: float | None
    """The largest figure for the whole land line, or of no stated meaning, of any source."""
    leading_counts: list[str]
    """What the leading figure counts: `dry`, `river`, `lake`; empty where none leads."""
    leading_worked_out: str
    """The sum, km, by which the atlas came to the leading figure; else empty."""
    leading_meaning: str
    """What the leading figure counts, in words, with what figures give that count a lagoon or the
    sea as well."""
    bound: bool | None
    """Whether the first state is bound; null where that is not known."""
    neighbour_bound: bool | None
    """Whether the second state is bound; null where that is not known."""
    sides: Sides
    """Who is bound on either side: `both`, `one`, `none`; `no_status` where a side is land outside
    the depositary's list, of which the two above say nothing; `not_known`."""
    bound_iso_a3: list[str]
    """Codes of the sides that are bound."""
    flank: bool
    """Whether it is a border of a flank state with Russia or Belarus."""
    covered: bool | None
    """Whether the flank state is bound; null where not known, and where `flank` is false."""
    source_ids: list[str]
    """Sources of the published figures; empty where none is on record."""


@closed
class FlankAnswer(TypedDict):
    """The flank border: sums of the leading figures, which count dry land, rivers and lakes."""

    length_km: float
    covered_km: float | None
    """How much of it is covered; null where a flank state is bound or not, and it is not known."""
    covered_min_km: float
    covered_max_km: float


@closed
class BordersAnswer(DayNotes, OfALens, Spoken):
    """Border segments on a day; `flank` is whole, also where one country was asked for."""

    flank: FlankAnswer
    sums: BorderTotals
    """What the borders below add up to: those of the world, or those asked for."""
    borders: list[BorderAnswer]
    sources: list[SourceAnswer]


def borders_answer(
    atlas: Atlas,
    view: View,
    iso_a3: str | None = None,
    lens: str | None = None,
    tongue: Tongue = ENGLISH,
) -> BordersAnswer:
    """The border segments, each once: all, those of a state, those of a lens."""
    scope = scopes.asked(atlas, iso_a3, lens)
    rows = segments(atlas, view, scope.borders(view), tongue)
    sums = border_totals(atlas, view, scope, tongue)
    cited = (row["source_ids"] for row in (*rows, *sums["missing"]))
    return {
        **day_notes(atlas, view, tongue),
        **spoken(tongue),
        **of_lens(atlas, lens, tongue),
        "flank": flank(view),
        "sums": sums,
        "borders": rows,
        "sources": written_out(atlas, *cited),
    }


def borders_table(answer: BordersAnswer) -> Table:
    """Turns a borders answer into a table, a row for each segment."""
    return as_table(answer, BorderAnswer.__annotations__, answer["borders"])


def flank(view: View) -> FlankAnswer:
    """The flank border, to a tenth of a kilometre."""
    covered = view.flank.covered_km
    return {
        "length_km": round(view.flank.length_km, 1),
        "covered_km": None if covered is None else round(covered, 1),
        "covered_min_km": round(view.flank.covered_min_km, 1),
        "covered_max_km": round(view.flank.covered_max_km, 1),
    }


def segments(
    atlas: Atlas, view: View, chosen: Iterable[BorderView], tongue: Tongue = ENGLISH
) -> list[BorderAnswer]:
    """Some borders of a view, in their order, with the names of both sides beside their codes."""
    names = {area.area_id: area.name for area in atlas.borders(view.worldview).areas}
    names |= {state.iso_a3: state.name for state in atlas.record.states.values()}
    names = {iso_a3: tongue.state(iso_a3, name) for iso_a3, name in names.items()}
    return [
        shaped(
            border,
            BorderAnswer,
            date=view.day.isoformat(),
            name=names[border.iso_a3],
            neighbour_name=names[border.neighbour_iso_a3],
            computed_km=round(border.computed_km, 1),
            computed_source=COMPUTED_SOURCE,
            leading_meaning=meaning(border, tongue),
            bound_iso_a3=list(border.bound_by),
            source_ids=list(border.length_source_ids),
        )
        for border in chosen
    ]
