"""Names, lengths and lines of a picture: each is there, apart from the others, and to be read."""

import re
from datetime import date
from html import unescape

import pytest
from matplotlib.font_manager import FontProperties, findfont, get_font
from PIL import ImageChops

from geo import pictures
from geo.answers.words import catalogue
from geo.answers.words.headline import headline
from geo.answers.words.legend import (
    BOUND_BLUE,
    NOT_A_MINEFIELD_MAP,
    PENDING_PURPLE,
    STATUS_KEYS,
    WITHDRAWN_VERMILLION,
)
from geo.answers.words.picture import FLANK_TABLE, TITLE, TOGETHER, WITH_BELARUS, WITH_RUSSIA
from geo.answers.words.tongue import tongue
from geo.atlas import FLANK, Atlas, View
from geo.basics.choices import LANGUAGES, Extent, Language, Theme
from geo.pictures import frames, label_places, labels, layout, palette, projected
from geo.pictures.canvas import HEIGHT, MARGIN, Canvas, Weight, lines_of, width_of
from geo.pictures.map_box import MapBox, flank_border_of
from geo.treaty import LegalStatus
from tests.pictures.drawn import picture

pytestmark = pytest.mark.slow


def _touching(atlas: Atlas, view: View, language: Language) -> list[str]:
    """Labels of the flank that lie over one another or over its edge."""
    frame = frames.fixed_frame("flank")
    shown = projected.projected_map(atlas.borders("un"), frame)
    pen = Canvas(layout.SCREEN_INCHES, palette.PALETTES["light"], tongue=tongue(language))
    height = HEIGHT - 2 * MARGIN
    labels.letter_flank(pen, MapBox(MARGIN, MARGIN, height * frame.aspect, height, shown), view)
    boxes = []
    for text in pen.page.texts:
        size = float(text.get_fontsize()) / pen.points(1.0)
        weight: Weight = "bold" if text.get_fontweight() == "bold" else "normal"
        width = width_of(text.get_text(), size, weight)
        x, baseline = text.get_position()
        left = x - width / 2 if text.get_horizontalalignment() == "center" else x
        boxes.append((text.get_text(), left, baseline - size * 0.75, left + width, baseline))
    assert len(boxes) > 25
    found = []
    for n, (name, left, top, right, bottom) in enumerate(boxes):
        if left < MARGIN or right > MARGIN + height * frame.aspect:
            found.append(f"{name} lies over the edge")
        for other, left2, top2, right2, bottom2 in boxes[n + 1 :]:
            if not (right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top):
                found.append(f"{name} / {other}")
    return found


def test_labels_of_the_flank_do_not_overlap_in_any_language(atlas: Atlas, landing: View) -> None:
    days = (landing, atlas.on(date(2025, 8, 1)), atlas.on(date(2026, 1, 10)))
    found = {
        (language, view.day.isoformat()): touching
        for language in LANGUAGES
        for view in days
        if (touching := _touching(atlas, view, language))
    }
    assert found == {}


def test_the_font_has_every_letter_of_every_language(atlas: Atlas) -> None:
    font = get_font(findfont(FontProperties(family="DejaVu Sans")))
    for language in LANGUAGES:
        said = {
            str(text)
            for path in catalogue.files(language)
            for message in catalogue.read(path, language)
            for text in (message.string if isinstance(message.string, tuple) else (message.string,))
        }
        said |= {tongue(language).state(code, s.name) for code, s in atlas.record.states.items()}
        letters = {letter for text in said for letter in text if letter.isprintable()}
        missing = {letter for letter in letters if not font.get_char_index(ord(letter))}
        assert missing == set(), language


def test_a_picture_speaks_the_language_it_is_asked_in(atlas: Atlas, landing: View) -> None:
    for language in LANGUAGES:
        said = tongue(language)
        drawn = pictures.render(atlas, landing, fmt="svg", language=language).decode()
        words = " ".join(unescape(text) for text in re.findall(r">([^<>]+)</text>", drawn))
        for text in (TITLE, FLANK_TABLE, TOGETHER, STATUS_KEYS[LegalStatus.WITHDRAWN].words):
            assert said.text(text) in words, (language, text)
        for code in ("POL", "NOR", "BLR"):
            assert said.state(code, landing.states[code].name) in words, (language, code)
        (_, russia), (size, belarus) = (
            map(float, found)
            for head in (WITH_RUSSIA, WITH_BELARUS)
            for found in re.findall(
                rf'font-size: ([\d.]+)px[^>]* x="([\d.]+)"[^>]*>{said.text(head)}</text>', drawn
            )
        )
        assert russia + size / 2 < belarus - width_of(said.text(WITH_BELARUS), size), language
        described = " ".join(unescape(drawn).split())
        assert " ".join(headline(landing, said).split()) in described, language
        assert said.text(NOT_A_MINEFIELD_MAP) in described, language
        if language != "en":
            assert headline(landing) not in described, language
            assert "Convention" not in words, language
            assert f"lang={language}" in described
            assert ".." not in words, language


def test_every_flank_border_is_drawn_and_lettered(atlas: Atlas, landing: View) -> None:
    shown = projected.projected_map(atlas.borders("un"), frames.fixed_frame("flank"))
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
