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

from xstatic.pkg import leaflet

from geo.web import colours
from geo.web.bundles import bundle

ROOT = "/atlas"
MAP_STYLES = ("leaflet.css", "colours.css", "map.css", "live_map.css", "two_days.css")
"""What the map's frame loads, in this order."""

CLASSIC = {
    "map.js": "hosts/streamlit_map.js",
    "standalone.js": "hosts/file.js",
    "embedded.js": "hosts/embedded.js",
    "embed.js": "hosts/embed.js",
    "frame.js": "hosts/frame.js",
    "first_view.js": "hosts/first_view.js",
}
"""The bundles that are classic scripts, and the entry of each: what Folium's own script and a page
opened from disk can take."""

MODULES = {"page.js": "hosts/streamlit_page.js"}
"""The bundles that are modules, and the entry of each: what the page around the map takes."""

WITH_LEAFLET = ("map.js", "standalone.js", "embedded.js")
"""The bundles that Leaflet goes before, in the same file."""

SCRIPTS = Path(__file__).parent / "scripts"
STYLES = Path(__file__).parent / "styles"
ICON = Path(__file__).with_name("icon.svg")
ICON_IN_PIXELS = ICON.with_suffix(".ico")
"""The same at 16, 32 and 48 pixels, for what asks for /favicon.ico and may know no SVG."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent; its address changes with its content.

    It is kept gzipped, as almost everybody takes it: plain, all of them would take four times that.
    """

    name: str
    address: str
    packed: bytes

    @property
    def body(self) -> bytes:
        """The file as it is, unpacked anew."""
        return gzip.decompress(self.packed)


def asset_of(name: str, body: bytes) -> Asset:
    """`body` under a name, at the address of its content."""
    return _asset(name, body, gzip.compress(body, 9, mtime=0))


def packed_asset(name: str, packed: bytes) -> Asset:
    """Reads an asset from its gzipped bytes. Raises OSError, EOFError, zlib.error for others."""
    return _asset(name, gzip.decompress(packed), packed)


def _asset(name: str, body: bytes, packed: bytes) -> Asset:
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Asset(name, f"{ROOT}/{digest}/{PurePosixPath(name).name}", packed)


@lru_cache(maxsize=1)
def fixed() -> dict[str, Asset]:
    """Bundles of scripts, and style sheets, by name; they change only with the code."""
    leaflet_dir = Path(leaflet.BASE_DIR)
    sheets = {path.name: path.read_bytes() for path in sorted(STYLES.glob("*.css"))}
    sheets["leaflet.css"] = (leaflet_dir / "leaflet.css").read_bytes()
    sheets["colours.css"] = colours.stylesheet().encode()
    own = scripts()
    ours = {name: bundle(entry, own).encode() for name, entry in CLASSIC.items()}
    ours |= {name: bundle(entry, own, module=True).encode() for name, entry in MODULES.items()}
    for name in WITH_LEAFLET:
        ours[name] = (leaflet_dir / "leaflet.js").read_bytes() + b"\n" + ours[name]
    return {name: asset_of(name, body) for name, body in (ours | sheets).items()}


def scripts() -> dict[str, str]:
    """Our own scripts as they are written, by their path in `scripts/`."""
    return {
        path.relative_to(SCRIPTS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(SCRIPTS.rglob("*.js"))
    }
