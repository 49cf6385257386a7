"""The border line that a picture tells of: the flank's, or that of a lens, as pens draw it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from geo.answers import scopes, through
from geo.answers.permalink import Place
from geo.answers.words import legend
from geo.answers.words.border_totals import SIDES_WORDS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, BorderView, View
from geo.atlas.sides import Sides
from geo.atlas.totals import totals
from geo.basics.choices import FLANK_LENS
from geo.pictures.palette import Palette
from geo.pictures.projected import Line

Dashes: TypeAlias = tuple[float, ...]
DASHES: Dashes = (2.6, 1.3)  # in line widths
UNKNOWN_DASHES: Dashes = (0.7, 0.9)
ONE_SIDE_DASHES: Dashes = (3.6, 1.0, 0.9, 1.0)
NO_STATUS_DASHES: Dashes = (0.5, 1.2)

Look: TypeAlias = tuple[str, Dashes | None]
"""The colour and the dashes of a border; None for a whole line."""


@dataclass(frozen=True)
class DrawnLine:
    """A lens on a day: its sentence, and its borders by the two codes and the part."""

    lens: str
    sentence: str
    borders: Mapping[tuple[frozenset[str], str], BorderView]

    @property
    def is_flank(self) -> bool:
        """Whether it is the line that the atlas opens with."""
        return self.lens == FLANK_LENS

    def border_of(self, line: Line) -> BorderView | None:
        """The border that a line of the map draws, None for one that is not in the lens."""
        return self.borders.get((frozenset((line.iso_a3, line.neighbour_iso_a3)), line.part))

    def look(self, palette: Palette, border: BorderView) -> Look:
        """Return how a border is drawn: by its flank state, or by who is bound on either side."""
        ground = palette.ground
        if self.is_flank:
            if border.covered is None:
                return ground.covered, UNKNOWN_DASHES
            return (ground.covered, None) if border.covered else (ground.not_covered, DASHES)
        return {
            Sides.BOTH: (ground.covered, None),
            Sides.ONE: (ground.covered, ONE_SIDE_DASHES),
            Sides.NONE: (ground.not_covered, DASHES),
            Sides.NO_STATUS: (ground.ink, NO_STATUS_DASHES),
            Sides.NOT_KNOWN: (ground.covered, UNKNOWN_DASHES),
        }[border.sides]

    def legend(
        self, palette: Palette, view: View, shown: Iterable[Line], tongue: Tongue
    ) -> list[tuple[Look, str]]:
        """The lines of the legend: what is drawn of it, and how long all of that kind is."""
        drawn = [border for line in shown if (border := self.border_of(line))]
        if self.is_flank:
            return self._of_flank(palette, view, drawn, tongue)
        found = totals(self.borders.values())
        looks = {border.sides: self.look(palette, border) for border in drawn}
        return [
            (looks[sides], _measured(words, found[sides].length_km, tongue))
            for sides, words in SIDES_WORDS.items()
            if sides in looks
        ]

    def _of_flank(
        self, palette: Palette, view: View, drawn: list[BorderView], tongue: Tongue
    ) -> list[tuple[Look, str]]:
        flank, covers = view.flank, {border.covered: border for border in drawn}
        told = (
            (True, legend.COVERED_WORDS, flank.covered_min_km),
            (None, legend.COVER_UNKNOWN_WORDS, flank.covered_max_km - flank.covered_min_km),
            (False, legend.NOT_COVERED_WORDS, flank.length_km - flank.covered_max_km),
        )
        return [
            (self.look(palette, covers[covered]), _measured(words, km, tongue))
            for covered, words, km in told
            if covered in covers
        ]


def _measured(words: str, length_km: float, tongue: Tongue) -> str:
    return f"{tongue.text(words)}: {tongue.kilometres(length_km)}"


def drawn_line(
    atlas: Atlas, view: View, lens: str = FLANK_LENS, tongue: Tongue = ENGLISH
) -> DrawnLine:
    """The line of a lens on the day of a view. KeyError for a name that is no lens's."""
    scope = scopes.of_lens(atlas, lens)
    borders = scope.borders(view) if lens != FLANK_LENS else _flank(view)
    place = Place(view.day, worldview=view.worldview, lens=lens)
    return DrawnLine(
        lens,
        through.sentence(atlas, view, place, tongue),
        {(frozenset((b.iso_a3, b.neighbour_iso_a3)), b.part): b for b in borders},
    )


def _flank(view: View) -> tuple[BorderView, ...]:
    return tuple(border for border in view.borders if border.flank)
