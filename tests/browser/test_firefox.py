"""The journeys of a reader in Firefox."""

import pytest

from tests.browser.engines.firefox import Firefox
from tests.browser.engines.journeys import Journeys, folder, other_site

__all__ = ["folder", "other_site"]


# The driver leaves a socket to Python's garbage collector each time it asks whether Firefox is up.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
@pytest.mark.filterwarnings(
    "ignore:Exception ignored.*socket:pytest.PytestUnraisableExceptionWarning"
)
class TestFirefox(Journeys):
    start = Firefox
