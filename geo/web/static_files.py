"""The browser's files that change only with the code: Leaflet, scripts, styles.

No other host is ever asked. Each address holds the hash of its content, so a browser may keep it
for ever (`Cache-Control: immutable`); a new version has a new address.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from xstatic.pkg import leaflet

from geo.web import colours

if TYPE_CHECKING:
    pass

ROOT = "/atlas"
MAP_STYLES = ("leaflet.css", "colours.css", "map.css")
"""What the map's frame loads, in this order."""

BUNDLES = {
    "map.js": (
        "leaflet.js",
        "days.js",
        "fetch.js",
        "headline.js",
        "hosts/streamlit_place.js",
        "map/legend.js",
        "map/touch.js",
        "map/map.js",
        "hosts/streamlit_map.js",
    ),
    "live.js": (
        "days.js",
        "fetch.js",
        "hosts/streamlit_place.js",
        "elements.js",
        "panel/dossier.js",
        "panel/flank.js",
        "panel/rows_of_day.js",
        "hosts/streamlit_panel.js",
    ),
}
"""Scripts that travel as one file: those of the map's frame, those of the page around it."""

SCRIPTS = Path(__file__).parent / "scripts"
STYLES = Path(__file__).parent / "styles"
ICON = Path(__file__).with_name("icon.svg")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent, plain and gzipped; its address changes with its content."""

    name: str
    address: str
    body: bytes
    packed: bytes


@lru_cache(maxsize=64)
def asset_of(name: str, body: bytes) -> Asset:
    """`body` under a name, at the address of its content."""
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Asset(
        name, f"{ROOT}/{digest}/{PurePosixPath(name).name}", body, gzip.compress(body, 9, mtime=0)
    )


@lru_cache(maxsize=1)
def fixed() -> dict[str, Asset]:
    """Scripts and styles by their place in `scripts/` and `styles/`; they change only with the
    code.
    """
    leaflet_dir = Path(leaflet.BASE_DIR)
    scripts = {path.relative_to(SCRIPTS).as_posix(): path for path in SCRIPTS.rglob("*.js")}
    styles = {path.name: path for path in STYLES.glob("*.css")}
    files = {name: path.read_bytes() for name, path in sorted((scripts | styles).items())}
    files |= {name: (leaflet_dir / name).read_bytes() for name in ("leaflet.js", "leaflet.css")}
    files["colours.css"] = colours.stylesheet().encode()
    files |= {name: b"\n".join(files[part] for part in parts) for name, parts in BUNDLES.items()}
    return {name: asset_of(name, body) for name, body in files.items()}
