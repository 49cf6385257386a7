"""What the tests of the build share: a table of the small world."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.borders import area_table
from tests.borders.worlds import ROWS


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "areas.csv"
    path.write_text("\n".join([",".join(area_table.COLUMNS), *ROWS, ""]), "utf-8")
    return path
