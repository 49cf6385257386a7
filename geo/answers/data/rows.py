"""What every export and every answer of the API says of a day: its rows, its notes, its sources.

A row has the names and units of `geo.answers.data.plain_data`, with the sources under it as
`source_ids`: each source is written out once, beside the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from geo.answers.data import plain_data
from geo.answers.data.credits import ATTRIBUTION, COMPUTED_SOURCE, LICENCE, data_version
from geo.answers.words import held
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.atlas import Atlas, View

Row = dict[str, Any]


UNITS = (
    "Days are ISO 8601; two of them with a slash are an EDTF interval, within which the day is not"
    " known. Null is what is not known, too: legal_status, bound, neighbour_bound, covered; then"
    " possible_statuses has more than one. Names ending in _km are kilometres: computed_km the"
    " geodesic length on WGS 84 of a 1:10m line, leading_km the leading published figure of a"
    f" named source of any tier: {LAND_LINE_WORDS}. leading_counts has what it counts,"
    " leading_worked_out the sum where the atlas made it, leading_meaning both in words and what"
    " figures of other meaning give; published_min_km and published_max_km are the range of all"
    " figures for that line or of no stated meaning. Codes are ISO 3166-1 alpha-3."
)

BORDER_COLUMNS = (
    "date",
    "iso_a3",
    "name",
    "neighbour_iso_a3",
    "neighbour_name",
    "part",
    "computed_km",
    "computed_source",
    "leading_km",
    "published_min_km",
    "published_max_km",
    "leading_counts",
    "leading_worked_out",
    "leading_meaning",
    "bound",
    "neighbour_bound",
    "flank",
    "covered",
    "source_ids",
)


def notes(atlas: Atlas, view: View) -> Row:
    """What a file of the day must carry with it wherever it goes."""
    return {
        "date": view.day.isoformat(),
        "worldview": view.worldview,
        "verified_to": view.verified_to.isoformat(),
        "held": held.answer(view.held, view.day),
        "beyond_record": view.beyond_record,
        "data_version": data_version(atlas),
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
    }


def country_rows(atlas: Atlas, view: View, iso_a3: str | None = None) -> list[Row]:
    """The states of the depositary's list, or the one of a code. KeyError for no state's code."""
    answer = plain_data.status(view, atlas.record.sources, iso_a3)
    return [_row(answer["date"], state, "sources") for state in answer["states"]]


def border_rows(
    atlas: Atlas, view: View, iso_a3: str | None = None, *, flank_only: bool = False
) -> list[Row]:
    """The border segments, or those of one state, or those of the flank; each once.

    `covered` is None but on flank borders. The names of both sides stand beside their codes.
    """
    names = {area.area_id: area.name for area in atlas.borders(view.worldview).areas}
    names |= {state.iso_a3: state.name for state in atlas.record.states.values()}
    answer = plain_data.borders(view, atlas.record.sources, iso_a3)
    chosen = view.borders_of(iso_a3) if iso_a3 else view.borders
    rows = []
    for border, said in zip(chosen, answer["borders"], strict=True):
        if flank_only and not border.flank:
            continue
        row = _row(answer["date"], said, "sources")
        row |= {
            "name": names[border.iso_a3],
            "neighbour_name": names[border.neighbour_iso_a3],
            "covered": border.covered,
            "computed_source": COMPUTED_SOURCE,
        }
        rows.append({column: row[column] for column in BORDER_COLUMNS})
    return rows


def sources_of(atlas: Atlas, rows: Iterable[Mapping[str, Any]]) -> list[plain_data.SourceAnswer]:
    """The sources that rows cite under `source_ids`, each once, in order of first use."""
    ids = dict.fromkeys(source_id for row in rows for source_id in row["source_ids"])
    return plain_data.cited(ids, atlas.record.sources)


def _row(day: str, answer: Mapping[str, Any], sources: str) -> Row:
    said = {name: value for name, value in answer.items() if name != sources}
    return {"date": day, **said, "source_ids": [s["source_id"] for s in answer[sources]]}
