"""Pictures look as they did when somebody last looked at them."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from geo.atlas import Atlas
from tests.pictures import references
from tests.pictures.references import DRAWINGS, LANDING, Drawing, path

pytestmark = pytest.mark.slow

DIFFERENT = 40
"""By so much of 255 a pixel must be off to count: more than another smoothing of edges makes."""

MOST_DIFFERENT = 0.0005
"""Of all pixels; a changed line of text or a country in another colour is more."""


def share_of_difference(drawn: Image.Image, kept: Image.Image) -> float:
    """How much of a picture differs visibly from another of the same size."""
    assert drawn.size == kept.size
    off = np.abs(np.asarray(drawn, dtype=int) - np.asarray(kept, dtype=int)).max(axis=2)
    return float((off > DIFFERENT).mean())


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_looks_as_its_reference(atlas: Atlas, name: str) -> None:
    kept = Image.open(io.BytesIO(path(name).read_bytes())).convert("RGB")
    drawn = DRAWINGS[name].draw(atlas)
    share = share_of_difference(drawn, kept)
    if share > MOST_DIFFERENT:
        left = references.leave_difference(name, drawn, kept)
        pytest.fail(
            f"{share:.2%} of {path(name).name} differs (see {left}); if it should, look at what"
            " `python -m tests.pictures.references` draws and commit it"
        )


def test_a_difference_is_left_to_look_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "OUT", tmp_path / "out")
    kept, drawn = Image.new("RGB", (4, 4), "white"), Image.new("RGB", (4, 4), "white")
    drawn.putpixel((1, 2), (0, 0, 0))
    left = references.leave_difference("flank", drawn, kept)
    difference = np.asarray(Image.open(left / "flank-difference.png"))
    assert difference[2, 1] == 0
    assert (np.delete(difference.ravel(), 2 * 4 + 1) == 255).all()
    assert Image.open(left / "flank-drawn.png").getpixel((1, 2)) == (0, 0, 0)


def test_another_day_another_ground_and_another_word_would_be_seen(atlas: Atlas) -> None:
    kept = DRAWINGS["flank"].draw(atlas)
    day_before = Drawing(LANDING.replace(day=19)).draw(atlas)
    assert share_of_difference(day_before, kept) > MOST_DIFFERENT
    assert share_of_difference(DRAWINGS["flank-dark"].draw(atlas), kept) > MOST_DIFFERENT
    written_over = kept.copy()
    ImageDraw.Draw(written_over).text((20, 20), "Another headline altogether", fill="black")
    assert share_of_difference(written_over, kept) > MOST_DIFFERENT
