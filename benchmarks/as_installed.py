"""The Python that servers are measured with: of an environment that holds only what they need.

Streamlit imports some packages wherever they are, so that Plotly, a peer, would take 18 MB in every
server that is measured in one environment with it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.assets import MissingPackageError

FOLDER = "as-installed"
"""In the environment that measures; the Makefile fills it from requirements.txt."""


def python() -> str:
    """Its path. Raises MissingPackageError where it has not been made."""
    found = Path(sys.prefix) / FOLDER / "bin" / "python"
    if not found.exists():
        raise MissingPackageError(f"{found} is missing: `make bench` makes it")
    return str(found)
