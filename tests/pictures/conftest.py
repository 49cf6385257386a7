"""What the tests of pictures share: a day, and a folder for films that are not finished."""

import tempfile
from pathlib import Path

import pytest

from geo.atlas import Atlas, View
from tests.pictures.drawn import LANDING


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, so that a test sees what is left of them."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def landing(atlas: Atlas) -> View:
    return atlas.on(LANDING)
