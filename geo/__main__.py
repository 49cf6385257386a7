"""What `python -m geo` starts."""

import sys

from geo.cli.main import main
from geo.cli.parser import build_parser

__all__ = ["build_parser", "main"]

if __name__ == "__main__":
    sys.exit(main())
