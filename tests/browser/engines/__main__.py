"""`python -m tests.browser.engines`: finds Firefox and WebKitGTK, or installs them."""

from __future__ import annotations

import sys

from tests.browser.chromium import install_packages
from tests.browser.engines import firefox, webkit
from tests.browser.engines.engine import EngineNotFoundError


def main() -> int:
    """Print where each browser is, installing what is missing; 1 when one is not to be had."""
    for find, packages in ((firefox.find, firefox.PACKAGES), (webkit.find, webkit.PACKAGES)):
        try:
            find()
        except EngineNotFoundError:
            install_packages(*packages)
        try:
            print(f"Browser: {find()}")
        except EngineNotFoundError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
