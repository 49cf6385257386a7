"""No two statuses look alike: on grey paper, and to whoever sees fewer colours than most."""

import io
import re
from itertools import combinations, product

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageColor
from PIL.PngImagePlugin import PngInfo

from geo.answers.words.legend import GROUNDS, STATUS_KEYS
from geo.basics.choices import Theme
from geo.pictures.compact import compact
from geo.pictures.palette import PALETTES, luminance
from geo.treaty import LegalStatus
from geo.web import static_files

Colour = npt.NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, severity 1, for linear sRGB.
SIGHT = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                [0.0193339, 0.1191920, 0.9503041]]) / [[0.95047], [1], [1.08883]]  # fmt: skip
APART = 20
"""Of CIELAB; about nine times what can just be told apart, for areas that do not touch."""

THEMES: tuple[Theme, ...] = ("light", "dark")
PAIRS = list(combinations(LegalStatus, 2))


def seen(colour: str, sight: str) -> Colour:
    """A colour #RRGGBB in CIELAB, as eyes of that kind see it."""
    parts = np.array([int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(XYZ @ np.clip(np.array(SIGHT[sight]) @ linear, 0.001, 1))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def fills(theme: Theme, pair: tuple[LegalStatus, LegalStatus]) -> tuple[str, str]:
    """The fills of two statuses; a hatch comes on top."""
    return PALETTES[theme].fill(pair[0]), PALETTES[theme].fill(pair[1])


def same_hatch(one: LegalStatus, other: LegalStatus) -> bool:
    """Whether colour alone has to tell two statuses apart."""
    return STATUS_KEYS[one].hatch == STATUS_KEYS[other].hatch


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "-".join(each.value for each in pair))
def test_two_statuses_are_apart_on_grey_paper(pair: tuple[LegalStatus, LegalStatus]) -> None:
    assert not same_hatch(*pair) or contrast(*fills("light", pair)) >= 3


@pytest.mark.parametrize(("theme", "sight"), list(product(THEMES, SIGHT)))
def test_two_statuses_are_apart_to_eyes_of_any_kind(theme: Theme, sight: str) -> None:
    for pair in PAIRS:
        one, other = fills(theme, pair)
        apart = float(np.linalg.norm(seen(one, sight) - seen(other, sight)))
        assert not same_hatch(*pair) or apart >= APART, (pair, apart)


@pytest.mark.parametrize("theme", THEMES)
def test_the_lines_of_a_hatch_stand_out_from_its_fill(theme: Theme) -> None:
    for status, key in STATUS_KEYS.items():
        # In the browser the lines are of the colour of halos.
        for line in (PALETTES[theme].hatch, GROUNDS[theme].halo) if key.hatch else ():
            assert contrast(line, PALETTES[theme].fill(status)) >= 2.2, status


def test_map_legend_and_chips_in_the_browser_hatch_what_pictures_hatch() -> None:
    hatched = {status.value for status, key in STATUS_KEYS.items() if key.hatch}
    sheets = {name: static_files.fixed()[name].body.decode() for name in ("map.css", "page.css")}
    on_map = re.findall(r"^\.area\.(\w+) \{ fill: url\(#hatch-\1\)", sheets["map.css"], re.M)
    chips = re.findall(r"^\.chip\.(\w+) \.swatch \{[^}]*repeating-linear", sheets["page.css"], re.M)
    assert set(on_map) == hatched
    assert set(chips) & {status.value for status in LegalStatus} == hatched
    drawn = static_files.scripts()["map/legend.js"]
    assert {name for name in hatched if f'"hatch-{name}"' not in drawn} == set()


def test_a_compact_picture_keeps_every_fill_and_what_it_says_of_itself() -> None:
    drawn = Image.effect_noise((300, 300), 60).convert("RGB")
    fills = ["#0072b2", "#c3c7ce", "#eef2f5"]
    for number, fill in enumerate(fills):
        drawn.paste(fill, (0, number * 90, 200, number * 90 + 80))
    texts, buffer = PngInfo(), io.BytesIO()
    texts.add_itxt("Description", "Nauru – bound")
    drawn.save(buffer, "PNG", pnginfo=texts)
    with Image.open(io.BytesIO(compact(buffer.getvalue()))) as few:
        assert few.info["Description"] == "Nauru – bound"
        found = few.convert("RGB")
        assert [found.getpixel((100, n * 90 + 40)) for n in range(3)] == [
            ImageColor.getrgb(fill) for fill in fills
        ]
    assert len(compact(buffer.getvalue())) < len(buffer.getvalue())
