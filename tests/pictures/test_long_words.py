"""Words that no line has room for are broken or cut: none leaves the page of a picture."""

from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import pictures
from geo.atlas import Atlas
from geo.basics.choices import Extent
from geo.pictures.canvas import HEIGHT, Canvas, fitted, lines_of, width_of
from geo.pictures.link_preview import link_preview


@settings(max_examples=25)
@given(st.text("abWkmé ", max_size=60), st.integers(40, 400))
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(words: str, width: int) -> None:
    lines = lines_of(words, 14.0, width)
    assert all(width_of(line, 14.0) <= width or len(line) == 1 for line in lines)
    spaced = words.replace(" km", "\N{NO-BREAK SPACE}km")
    assert "".join(lines).replace(" ", "") == spaced.replace(" ", "")
    clipped = fitted(words, 14.0, width)
    assert clipped == words or (width_of(clipped, 14.0) <= width and clipped.endswith("…"))


@pytest.mark.parametrize("extent", ["flank", "world", "preview"])
def test_a_name_of_two_thousand_letters_stays_on_the_page(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch, extent: Extent | Literal["preview"]
) -> None:
    name = "W" * 2000
    poland = replace(atlas.record.states["POL"], name=name)
    record = replace(atlas.record, states={**atlas.record.states, "POL": poland})
    long = Atlas(record, {"un": atlas.borders("un")})
    written: list[tuple[float, float, str]] = []
    text = Canvas.text

    def noted(pen: Canvas, x: float, y: float, words: str, size: float, **how: Any) -> None:
        width = width_of(words, size, how.get("weight", "normal"))
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[how.get("align", "left")]
        written.append((x - width * share, x + width * (1 - share), words))
        assert y < HEIGHT
        assert x - width * share >= 0
        assert x + width * (1 - share) <= pen.width
        text(pen, x, y, words, size, **how)

    monkeypatch.setattr(Canvas, "text", noted)
    view = long.on(date(2026, 2, 20))
    if extent == "preview":
        link_preview(long, view, f"{name} and the Convention", f"{name} left.", "POL")
    else:
        pictures.render(long, view, extent=extent, fmt="png", scale=1, highlight="POL")
    assert any("WWW" in words for _, _, words in written) or extent == "world"
