"""The days a film stops at: those on which the map it shows changes, thinned where too many."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from geo.answers.key_dates import turning_points
from geo.answers.line_course import line_days
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.choices import FLANK_LENS, Extent
from geo.basics.errors import AtlasError
from geo.borders import Worldview
from geo.pictures.frames import fixed_frame
from geo.pictures.projected import projected_map


def film_days(
    atlas: Atlas,
    extent: Extent,
    first: date,
    last: date,
    *,
    worldview: Worldview = "un",
    most: int,
    lens: str = FLANK_LENS,
) -> tuple[date, ...]:
    """From `first` to `last`, both included, ascending, and at most `most` of them.

    On the flank these are the days that change the flank, those it faces or Ukraine, on the line
    of another lens those that change it; elsewhere those that change any state on the map. Where
    they are too many, those of the line stay and the widest gaps between them are filled, so that
    no stretch is left out. Raises AtlasError for a span that is none or begins before the atlas
    does, and for fewer than two frames.
    """
    if not FIRST_DAY <= first < last:
        raise AtlasError(
            f"a film from {first} to {last}: expected a first day before the last, and none before"
            f" {FIRST_DAY}"
        )
    if most < 2:
        raise AtlasError(f"{most} frames: expected 2 or more, one for the first day, one for last")
    told: Iterable[date] = turning_points(atlas)
    if lens != FLANK_LENS:
        told = (each.day for each in line_days(atlas, worldview, lens))
    marks = {day for day in told if first < day < last}
    changes = set(marks)
    if extent != "flank":
        changes = {day for day in _changes(atlas, extent, worldview) if first < day < last}
    days = sorted(changes | {first, last})
    return _thinned(days, marks | {first, last}, most)


def _changes(atlas: Atlas, extent: Extent, worldview: Worldview) -> set[date]:
    """The days on which a state of which the map shows some land changes."""
    areas = projected_map(atlas.borders(worldview), fixed_frame(extent)).areas
    found: set[date] = set()
    for iso_a3 in {area.owner for area in areas if area.owner in atlas.record.states}:
        found |= set(atlas.history(str(iso_a3)).telling_days)
    return found


def _thinned(days: list[date], marks: Collection[date], most: int) -> tuple[date, ...]:
    """At most `most` of `days`, the first and the last among them, `marks` before the rest."""
    if len(days) <= most:
        return tuple(days)
    kept = [n for n, day in enumerate(days) if day in marks]
    if len(kept) > most:
        # Evenly by number, not by time: what is crowded together is what the film is about.
        steps = most - 1
        kept = [kept[round(n * (len(kept) - 1) / steps)] for n in range(most)]
    while len(kept) < most:
        gap = max(range(len(kept) - 1), key=lambda n: kept[n + 1] - kept[n])
        kept.insert(gap + 1, (kept[gap] + kept[gap + 1]) // 2)
    return tuple(days[n] for n in kept)
