"""Names Streamlit's own modules that the page comes to need, before Streamlit asks for them.

Streamlit's index names what it begins with; the module of each kind of control, and what that
imports, it asks for only when the first of the kind arrives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import streamlit

from geo.server.base_path import at

STATIC = Path(streamlit.__file__).parent / "static"
"""The folder of Streamlit's index, scripts and sheets."""

ON_THE_WAY_TO_THE_MAP = ("Slider", "Html", "ComponentInstance", "IFrameUtil")
"""The modules that the slider and the map's frame wait for, by stem."""

_OF_CONTROLS = (*ON_THE_WAY_TO_THE_MAP, "BidiComponent", "Button", "ButtonGroup", "Selectbox")

_FOLDER = STATIC / "static" / "js"
_IMPORTS = re.compile(r"""\bfrom ?["']\./([\w.-]+\.js)["']|\bimport ?["']\./([\w.-]+\.js)["']""")


def addresses(stems: Iterable[str]) -> Iterator[str]:
    """Addresses of the modules of these stems; of one that Streamlit no longer has, none."""
    for name in _files(stems):
        yield f"{at('/static/js/')}{name}"


@lru_cache(maxsize=2)
def of_controls(named: str) -> tuple[str, ...]:
    """Addresses of what the controls need and `named`, the start of an index, does not name."""
    wanted = list(_files(_OF_CONTROLS))
    found: dict[str, None] = {}
    while wanted:
        name = wanted.pop()
        if name in found or name in named or not (_FOLDER / name).is_file():
            continue
        found[name] = None
        text = (_FOLDER / name).read_text(encoding="utf-8")
        wanted += [one or other for one, other in _IMPORTS.findall(text)]
    return tuple(f"{at('/static/js/')}{name}" for name in sorted(found))


def _files(stems: Iterable[str]) -> Iterator[str]:
    for stem in stems:
        for path in sorted(_FOLDER.glob(f"{stem}.*.js")):
            yield path.name
