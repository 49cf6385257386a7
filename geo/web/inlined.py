"""Style sheets and scripts as they stand within a page, or once beside several."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from markupsafe import Markup

from geo.basics.errors import AtlasError
from geo.web import static_files

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r'("[^"\n]*")|\s*([{};,])\s*|(?<=[\w-]:)\s+')
"""Where a style sheet has spaces for those who read it, and texts, which keep theirs."""


def styles(names: Iterable[str]) -> Markup:
    """Style sheets in one, without comments and spaces that no browser needs.

    Leaflet's pictures are left out, for the map has not their controls.
    """
    sheets = [static_files.fixed()[name].body.decode() for name in names]
    lines = [line for text in sheets for line in text.splitlines() if "url(images/" not in line]
    text = _COMMENT.sub("", "\n".join(lines))
    return Markup(_SPACE.sub(lambda found: found[1] or found[2] or "", text).strip())


def script(name: str) -> Markup:
    """A script. Raises AtlasError for one that would end its own element."""
    text = static_files.fixed()[name].body.decode()
    if "</script" in text or "<!--" in text:
        raise AtlasError(f"{name}: cannot be written into a page, for it would end its own element")
    return Markup(text)


def hashes(scripts: Iterable[str]) -> str:
    """By what a page's policy knows the scripts that stand in it, so that no other runs."""
    return " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'"
        for s in scripts
    )
