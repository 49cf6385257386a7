"""A PDF looks as the PNG does, whichever program draws it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from PIL import Image

from geo import pictures
from geo.answers.words.legend import BOUND_BLUE, WITHDRAWN_VERMILLION
from geo.atlas import Atlas
from geo.basics.choices import Scale, Theme
from geo.pictures import frames, palette
from geo.pictures.canvas import HEIGHT, MARGIN
from tests.pictures.pdf_engines import ENGINES

pytestmark = pytest.mark.slow

SCALE: Scale = 2
MOST_OFF = 0.02
HATCHED_OFF = 0.05
"""Of land between fine lines, and of grey, which is nearest to their smoothed edges: engines smooth
each in their own way."""
DAYS = {"suspension": date(2026, 2, 20), "notice": date(2025, 9, 1)}
KYIV_WEST, WARSAW_SOUTH = (28.5, 50.4), (21.0, 51.4)
HATCHED = {"suspension": KYIV_WEST, "notice": WARSAW_SOUTH}


def map_of(image: Image.Image) -> Image.Image:
    """The map: it lies left, from margin to margin, as high in every format."""
    height = HEIGHT - 2 * MARGIN
    width = height * frames.fixed_frame("flank").aspect
    left, right, bottom = (
        round(SCALE * part) for part in (MARGIN, MARGIN + width, MARGIN + height)
    )
    return image.crop((left, left, right, bottom))


def counted(image: Image.Image, colours: Sequence[str]) -> dict[str, int]:
    """How many pixels are nearest to each colour: where edges are smoothed, half go either way."""
    seen = image.getcolors(image.width * image.height)
    assert seen
    often, pixels = [n for n, _ in seen], np.array([colour for _, colour in seen])
    wanted = [[int(colour[n : n + 2], 16) for n in (1, 3, 5)] for colour in colours]
    away = np.stack([np.abs(pixels - one).sum(axis=1) for one in wanted])
    nearest = np.bincount(away.argmin(axis=0), often, minlength=len(colours))
    return dict(zip(colours, map(int, nearest), strict=True))


def round_about(image: Image.Image, place: tuple[float, float]) -> Image.Image:
    """A square of 60 pixels of the page round a place."""
    frame = frames.fixed_frame("flank")
    x, y = frames.transformer(frame.crs).transform(*place)
    metres = (frame.box[3] - frame.box[1]) / image.height
    left, top = round((x - frame.box[0]) / metres), round((frame.box[3] - y) / metres)
    reach = 30 * SCALE
    return image.crop((left - reach, top - reach, left + reach, top + reach))


@pytest.mark.parametrize(("kind", "theme"), [("suspension", "light"), ("notice", "dark")])
def test_hatch_and_land_of_a_pdf_are_those_of_the_png(
    atlas: Atlas, kind: str, theme: Theme
) -> None:
    view, colours = atlas.on(DAYS[kind]), palette.PALETTES[theme]
    png = pictures.render(atlas, view, scale=SCALE, theme=theme)
    expected = map_of(Image.open(io.BytesIO(png)).convert("RGB"))
    pdf = pictures.render(atlas, view, fmt="pdf", theme=theme)
    hatch = colours.practice if kind == "suspension" else colours.hatch
    land = (BOUND_BLUE, WITHDRAWN_VERMILLION, colours.ground.never)
    all_of_them = tuple(dict.fromkeys((*land, colours.ground.sea, colours.ground.ink, hatch)))
    there = counted(expected, all_of_them)
    lines_there = counted(round_about(expected, HATCHED[kind]), (BOUND_BLUE, hatch))[hatch]
    assert lines_there > 2000
    for name, draw in ENGINES.items():
        drawn = map_of(draw(pdf, round(HEIGHT * SCALE)))
        assert drawn.size == expected.size, name
        found = counted(drawn, all_of_them)
        for fill in land:
            off = MOST_OFF if fill == BOUND_BLUE else HATCHED_OFF
            assert found[fill] == pytest.approx(there[fill], rel=off, abs=200), (name, fill)
        lines = counted(round_about(drawn, HATCHED[kind]), (BOUND_BLUE, hatch))[hatch]
        assert lines == pytest.approx(lines_there, rel=0.2), name
