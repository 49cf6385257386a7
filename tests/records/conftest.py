"""What the tests of the record share."""

from pathlib import Path

import pytest

from tests.records.spoiled import Copy, copied


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copied(tmp_path / "data")
