"""Pieces of text that stay together on a page: measured before they are set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from geo.pictures.canvas import LEADING, Align, Canvas, Weight, lines_of

TEXT, SMALL = 14.5, 12.5
LONGEST = 8
"""Lines of one text; a longer one ends in an ellipsis, so that no single row fills the sheet."""

Ink = Literal["ink", "muted"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text at `left`, broken to `width`, in pixels of the page; `url` makes a link of it."""

    words: str
    left: float
    width: float
    size: float = TEXT
    weight: Weight = "normal"
    ink: Ink = "ink"
    align: Align = "left"
    most: int = LONGEST
    url: str = ""

    @property
    def lines(self) -> int:
        """How many lines it takes; a figure, which stands to the right, one."""
        if self.align == "right":
            return 1
        return min(len(lines_of(self.words, self.size, self.width, self.weight)), self.most)

    @property
    def height(self) -> float:
        """Pixels from the top of its first line to that of what may follow."""
        return self.lines * self.size * LEADING


@dataclass(frozen=True, slots=True)
class Item:
    """Rows of cells, one below the other, that no page break parts, and the sources behind them.

    `gap` is what is left free above it; with `ruled`, a thin line stands there.
    """

    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[str, ...] = ()
    gap: float = 5.0
    ruled: bool = False

    @property
    def height(self) -> float:
        """Pixels from top to bottom, the gap above included."""
        return self.gap + sum(_height(row) for row in self.rows)

    def with_marks(self, words: str) -> Item:
        """Adds words after the text of the last cell, to point to its sources."""
        if not words:
            return self
        *rows, last = self.rows
        *cells, cell = last
        cited = replace(cell, words=f"{cell.words} {words}".strip())
        return replace(self, rows=(*rows, (*cells, cited)))

    def put(self, pen: Canvas, x: float, top: float) -> float:
        """Set it; returns where the next thing may begin."""
        if self.ruled:
            width = max(cell.left + cell.width for row in self.rows for cell in row)
            pen.rule(x, top + self.gap * 0.5, width)
        top += self.gap
        for row in self.rows:
            for cell in row:
                _put(pen, x, top, cell)
            top += _height(row)
        return top


def _height(row: Sequence[Cell]) -> float:
    return max(cell.height for cell in row)


def _put(pen: Canvas, x: float, top: float, cell: Cell) -> None:
    colour = getattr(pen.palette.ground, cell.ink)
    left = x + cell.left
    if cell.align == "right":
        edge = left + cell.width
        pen.text(edge, top + cell.size, cell.words, cell.size, colour=colour, align="right")
        return
    pen.paragraph(
        left,
        top,
        cell.words,
        cell.size,
        cell.width,
        colour=colour,
        weight=cell.weight,
        most=cell.most,
        url=cell.url,
    )
