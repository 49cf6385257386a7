"""Stock browsers beside Chromium: Firefox by Marionette, WebKitGTK (Safari's engine) by WebDriver.

`python -m tests.browser.engines` finds both, or installs them from Debian's packages. Both speak
the W3C's actions for keys and pointers, so that a test is written once; `window.Window` is what a
test holds in its hand.
"""

import pytest

pytest.register_assert_rewrite(
    "tests.browser.engines.appearance",
    "tests.browser.engines.journeys",
    "tests.browser.engines.window",
)
