"""A page measured in pixels from its top left corner, and a pen for text and simple shapes on it.

Pixels are those of a page `HEIGHT` pixels high, or as high as is asked for, whatever size it is
printed at. Text is never markup.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.textpath import text_to_path

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.pictures.palette import Palette

HEIGHT = 900.0
PIXELS_AN_INCH = 100.0
MARGIN = 34.0
FAMILY = "sans-serif"  # DejaVu Sans, which Matplotlib ships; an SVG names the usual stand-ins too
LEADING = 1.38

Weight = Literal["normal", "bold"]
Align = Literal["left", "center", "right"]


class Canvas:
    """Draws on one figure, `width` by `height` pixels.

    `tongue` is the language of what is written on it; `lettered` are the boxes of all lines of text
    so far: left, top, right, bottom in pixels.
    """

    def __init__(
        self,
        inches: tuple[float, float],
        palette: Palette,
        height: float = HEIGHT,
        tongue: Tongue = ENGLISH,
    ) -> None:
        self.palette = palette
        self.tongue = tongue
        self.figure = Figure(figsize=inches, dpi=PIXELS_AN_INCH, facecolor=palette.ground.page)
        self.height = height
        self.pixel_inches = inches[1] / height
        self.width = inches[0] / self.pixel_inches
        self.lettered: list[tuple[float, float, float, float]] = []
        self.page = self.figure.add_axes((0.0, 0.0, 1.0, 1.0), zorder=2)
        self.page.set_axis_off()
        self.page.set_xlim(0.0, self.width)
        self.page.set_ylim(height, 0.0)

    def points(self, pixels: float) -> float:
        """Pixels of the page as points of the printed size, for line widths and type."""
        return pixels * self.pixel_inches * 72.0

    def axes(self, left: float, top: float, width: float, height: float) -> Any:
        """Axes in a rectangle of the page, below what the pen writes."""
        across, up = self.width, self.height
        box = (left / across, 1 - (top + height) / up, width / across, height / up)
        return self.figure.add_axes(box, zorder=1)

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        size: float,
        *,
        colour: str | None = None,
        weight: Weight = "normal",
        italic: bool = False,
        align: Align = "left",
        url: str = "",
    ) -> None:
        """One line of text on its baseline, a link where it has a `url`; `size` in pixels."""
        width = width_of(words, size, weight)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        self.lettered.append((left, baseline - size, left + width, baseline + size * 0.25))
        self.page.text(
            x,
            baseline,
            printable(words),
            fontsize=self.points(size),
            family=FAMILY,
            weight=weight,
            style="italic" if italic else "normal",
            color=colour or self.palette.ground.ink,
            ha=align,
            va="baseline",
            parse_math=False,
            url=url or None,
        )

    def watermark(self, words: str) -> None:
        """A line across the whole page, over all else, that leaves all else to be read."""
        self.page.text(
            self.width / 2,
            self.height / 2,
            printable(words),
            fontsize=self.points(self.width / 20),
            family=FAMILY,
            weight="bold",
            color=self.palette.ground.ink,
            alpha=0.28,
            rotation=28,
            ha="center",
            va="center",
            zorder=9,
            parse_math=False,
        )

    def paragraph(
        self,
        x: float,
        top: float,
        words: str,
        size: float,
        width: float,
        *,
        colour: str | None = None,
        weight: Weight = "normal",
        most: int | None = None,
        url: str = "",
    ) -> float:
        """Text broken into lines no wider than `width`; returns where the next thing may begin.

        With `most`, what goes beyond so many lines is left out behind an ellipsis.
        """
        lines = lines_of(words, size, width, weight)
        if most and len(lines) > most:
            lines = [*lines[: most - 1], fitted(" ".join(lines[most - 1 :]), size, width, weight)]
        for line in lines:
            self.text(x, top + size, line, size, colour=colour, weight=weight, url=url)
            top += size * LEADING
        return top

    def rule(self, x: float, y: float, width: float) -> None:
        """A thin line across."""
        self.line([x, x + width], [y, y], colour=self.palette.rule, thickness=0.8)

    def line(
        self,
        xs: list[float],
        ys: list[float],
        *,
        colour: str,
        thickness: float,
        dashes: tuple[float, ...] | None = None,
    ) -> None:
        """A line through places on the page; thickness in pixels, dashes in thicknesses."""
        self.page.add_line(
            Line2D(
                xs,
                ys,
                color=colour,
                linewidth=self.points(thickness),
                linestyle=(0, dashes) if dashes else "-",
                solid_capstyle="butt",
                dash_capstyle="butt",
            )
        )

    def beads(self, xs: list[float], y: float, *, colour: str, size: float) -> None:
        """A row of round beads, `size` pixels across."""
        self.page.add_line(round_marks(self, [(x, y) for x in xs], size, colour))

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: str,
        edge: str | None = None,
        edge_thickness: float = 0.8,
        hatch: str | None = None,
        hatch_colour: str | None = None,
    ) -> None:
        """A rectangle, hatched or not."""
        patch = Rectangle(
            (x, top),
            width,
            height,
            facecolor=fill,
            edgecolor=edge or hatch_colour or "none",
            linewidth=self.points(edge_thickness) if edge else 0.0,
            hatch=hatch,
            hatchcolor=hatch_colour,
        )
        patch.set_hatch_linewidth(self.points(1.5))
        self.page.add_patch(patch)

    def background(self, x: float, top: float, width: float, height: float, fill: str) -> None:
        """A rounded background behind a label, by which it can be read on a busy map."""
        self.page.add_patch(
            FancyBboxPatch(
                (x, top),
                width,
                height,
                boxstyle=f"round,pad=0,rounding_size={height * 0.22:.3f}",
                facecolor=fill,
                edgecolor="none",
            )
        )


def round_marks(
    pen: Canvas,
    places: Sequence[tuple[float, float]],
    size: float,
    fill: str,
    edge: str | None = None,
    edge_thickness: float = 0.0,
) -> Line2D:
    """Return round marks at places of any axes, `size` pixels across."""
    return Line2D(
        [x for x, _ in places],
        [y for _, y in places],
        linestyle="none",
        marker="o",
        markersize=pen.points(size),
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=pen.points(edge_thickness),
    )


@lru_cache(maxsize=4096)  # asked again and again for the same words, and slow to tell
def width_of(words: str, size: float, weight: Weight = "normal") -> float:
    """Return how wide a line of text is, in pixels, for type of `size` pixels."""
    font = FontProperties(family=FAMILY, weight=weight, size=size)
    width, _, _ = text_to_path.get_text_width_height_descent(printable(words), font, ismath=False)
    return float(width)


def lines_of(words: str, size: float, width: float, weight: Weight = "normal") -> list[str]:
    """Break text between words into lines no wider than `width`, a longer word within it.

    A number is kept with its "km".
    """
    lines: list[str] = []
    for word in words.replace(" km", "\N{NO-BREAK SPACE}km").split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= width:
            lines[-1] = longer
            continue
        while len(head := _head(word, size, width, weight)) < len(word):
            lines.append(head)
            word = word[len(head) :]
        lines.append(word)
    return lines


def fitted(words: str, size: float, width: float, weight: Weight = "normal") -> str:
    """Words on one line no wider than `width`; what does not fit is left out behind an ellipsis."""
    if width_of(words, size, weight) <= width:
        return words
    return f"{_head(words, size, width - width_of('…', size, weight), weight).rstrip()}…"


def _head(words: str, size: float, width: float, weight: Weight) -> str:
    """As many letters from the beginning, one at least, as are no wider than `width`."""
    most = 16  # what is asked about grows from there: a long text takes long to measure
    while most < len(words) and width_of(words[:most], size, weight) <= width:
        most *= 2
    if most >= len(words) and width_of(words, size, weight) <= width:
        return words
    counts = range(1, min(most, len(words)))
    count = bisect_right(counts, width, key=lambda n: width_of(words[:n], size, weight))
    return words[: max(count, 1)]


def printable(words: str) -> str:
    """Text without control characters, which no font draws and XML does not allow."""
    return "".join(c if c.isprintable() else " " for c in words)
