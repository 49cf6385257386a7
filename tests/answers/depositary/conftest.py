"""What the tests of the depositary share: its page, as the record has it."""

from __future__ import annotations

import pytest

from geo.atlas import Atlas
from tests.answers.depositary.holding import AS_AT
from tests.answers.depositary.pages import page_of


@pytest.fixture(scope="module")
def whole(atlas: Atlas) -> str:
    """The page that says what the record says on the day of the page it was held against."""
    return page_of(atlas, AS_AT)
