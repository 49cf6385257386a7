"""Names, lengths and lines of a picture: each is there, apart from the others, and to be read."""

import pytest
from PIL import ImageChops

from geo import pictures
from geo.answers.words.legend import (
    BOUND_BLUE,
    PENDING_PURPLE,
    WITHDRAWN_VERMILLION,
)
from geo.atlas import FLANK, Atlas, View
from geo.basics.choices import Extent, Theme
from geo.pictures import frames, label_places, labels, layout, palette, projected
from geo.pictures.canvas import HEIGHT, MARGIN, Canvas, Weight, lines_of, width_of
from geo.pictures.map_box import MapBox, flank_border_of
from tests.pictures.drawn import picture

pytestmark = pytest.mark.slow


def test_labels_of_the_flank_do_not_overlap(
    atlas: Atlas, landing: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = frames.fixed_frame("flank")
    shown = projected.sheet(atlas.borders("un"), frame)
    pen = Canvas(layout.SCREEN_INCHES, palette.PALETTES["light"])
    height = HEIGHT - 2 * MARGIN
    labels.letter_flank(pen, MapBox(MARGIN, MARGIN, height * frame.aspect, height, shown), landing)
    boxes = []
    for text in pen.page.texts:
        size = float(text.get_fontsize()) / pen.points(1.0)
        weight: Weight = "bold" if text.get_fontweight() == "bold" else "normal"
        width = width_of(text.get_text(), size, weight)
        x, baseline = text.get_position()
        left = x - width / 2 if text.get_horizontalalignment() == "center" else x
        boxes.append((text.get_text(), left, baseline - size * 0.75, left + width, baseline))
    assert len(boxes) > 30
    for n, (name, left, top, right, bottom) in enumerate(boxes):
        assert left >= MARGIN, name
        assert right <= MARGIN + height * frame.aspect, name
        for other, left2, top2, right2, bottom2 in boxes[n + 1 :]:
            apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
            assert apart, (name, other)


def test_every_flank_border_is_drawn_and_lettered(atlas: Atlas, landing: View) -> None:
    shown = projected.sheet(atlas.borders("un"), frames.fixed_frame("flank"))
    drawn = {
        (b.iso_a3, b.neighbour_iso_a3, b.part)
        for b in (flank_border_of(landing, line) for line in shown.lines)
        if b is not None
    }
    expected = {(b.iso_a3, b.neighbour_iso_a3, b.part) for b in landing.borders if b.flank}
    assert drawn == expected == set(label_places.FLANK_LENGTHS)
    assert set(FLANK) <= set(label_places.FLANK_NAMES)


@pytest.mark.parametrize(("iso_a3", "extent"), [("EST", "flank"), ("TUV", "world")])
def test_the_highlighted_state_stands_out(
    atlas: Atlas, landing: View, iso_a3: str, extent: Extent
) -> None:
    plain = picture(pictures.render(atlas, landing, extent=extent, scale=1)).convert("RGB")
    marked = pictures.render(atlas, landing, extent=extent, scale=1, highlight=iso_a3)
    assert ImageChops.difference(plain, picture(marked).convert("RGB")).getbbox() is not None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lettering_and_lines_stand_out_from_their_ground(theme: Theme) -> None:
    colours = palette.PALETTES[theme]

    def contrast(one: str, other: str) -> float:
        high, low = sorted((palette.luminance(one), palette.luminance(other)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    for fill in (BOUND_BLUE, WITHDRAWN_VERMILLION, PENDING_PURPLE, colours.ground.never):
        assert contrast(palette.letters_on(fill), fill) >= 4.5
    for line in (colours.ground.covered, colours.ground.not_covered):
        assert contrast(line, colours.ground.halo) >= 3.0
    for ink in (colours.ground.ink, colours.ground.muted):
        assert contrast(ink, colours.ground.page) >= 4.5


def test_a_number_is_not_parted_from_its_unit() -> None:
    lines = lines_of("All of the 3,833 km of border that it shares", 14.0, 95.0)
    assert any("3,833\N{NO-BREAK SPACE}km" in line for line in lines)
