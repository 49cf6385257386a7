"""Streamlit's theme and the map's palette are written in two files and must be one scheme."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from geo.answers.words.legend import GROUNDS
from geo.basics.choices import Theme

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit/config.toml"
THEME: dict[str, Any] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
SCHEMES: tuple[Theme, ...] = ("light", "dark")


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB as WCAG 2.2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_page_and_map_stand_on_the_same_ground(scheme: Theme) -> None:
    assert THEME[scheme]["backgroundColor"] == GROUNDS[scheme].page
    assert THEME[scheme]["textColor"] == GROUNDS[scheme].ink


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("text", ["textColor", "linkColor", "primaryColor"])
def test_text_is_readable_on_either_ground(scheme: Theme, ground: str, text: str) -> None:
    assert contrast(THEME[scheme][text], THEME[scheme][ground]) >= 4.5


def test_no_font_comes_from_elsewhere() -> None:
    assert "fontFaces" not in THEME
    assert not any("http" in THEME[key] for key in ("font", "headingFont", "codeFont"))
