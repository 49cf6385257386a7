"""What the tests of the record share."""

import shutil
from pathlib import Path

import pytest

from geo import records
from tests.records.spoiled import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    target = tmp_path / "data"
    shutil.copytree(records.DATA_DIR, target, ignore=shutil.ignore_patterns("borders"))
    return Copy(target)
