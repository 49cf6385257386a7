"""The journeys of a reader in WebKit, Safari's engine."""

from tests.browser.engines.journeys import Journeys, folder, other_site
from tests.browser.engines.webkit import WebKit

__all__ = ["folder", "other_site"]


class TestWebKit(Journeys):
    start = WebKit
