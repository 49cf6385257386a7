"""What a reader copies to point at a place: its address, a frame for a page, a citation."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from markupsafe import escape

from geo.answers import permalink
from geo.answers.data.credits import LICENCE
from geo.answers.permalink import Place
from geo.answers.words import exports, page, what_if
from geo.answers.words.held import sentence
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics.choices import LATEST
from geo.records.rows import Held
from geo.records.source_tiers import Citation, in_one_line

EMBED = "embed"
FRAME_SCRIPT = "frame.js"
"""What a page asks for beside a frame, so that the frame is as high as what it shows."""

FRAME_HEIGHT_PX = 640

# The frame may run its script and open links in new tabs, and has no part in the page around it.
_SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"


def address(base: str, place: Place) -> str:
    """The whole address of a place. `base` is the page's own, ending in a slash."""
    return f"{base}?{permalink.query(place)}"


def title(place: Place, tongue: Tongue = ENGLISH, *, dated: bool) -> str:
    """Return what a page or a frame is called, by its day where that stays."""
    called = tongue.text(page.TITLE, day=tongue.on(place.date))
    return f"{_mark(place, tongue)}{called if dated else tongue.text(page.TITLE_UNDATED)}"


def _mark(place: Place, tongue: Tongue = ENGLISH) -> str:
    """Return what comes before all that is said of a place where something is supposed."""
    return f"{tongue.text(what_if.MARK)}. " if place.what_if else ""


def embed_address(base: str, place: Place, *, frozen: bool, latest: bool = False) -> str:
    """The address that a frame on another site shows; `frozen` fixes the day.

    With `latest` it opens on the day it is then, whatever that of the place.
    """
    shown = permalink.encode(permalink.in_frame(place)) | ({"date": LATEST} if latest else {})
    shown |= {"frozen": "1"} if frozen else {}
    return f"{base}{EMBED}?{urlencode(shown, safe=',:')}"


def embed_snippet(
    base: str,
    place: Place,
    *,
    frozen: bool,
    latest: bool = False,
    width: str | int = "100%",
    height: int = FRAME_HEIGHT_PX,
    follows: bool = True,
    tongue: Tongue = ENGLISH,
) -> str:
    """HTML that shows the place in a frame on any page, so many pixels wide and high.

    Where it `follows`, a script behind it gives it the height of what it shows; on a page that lets
    no script in, the frame stays as it is written.
    """
    attributes = {
        "src": embed_address(base, place, frozen=frozen, latest=latest),
        "title": title(place, tongue, dated=frozen and not latest),
        "width": width,
        "height": height,
        "style": "border:0",
        "loading": "lazy",
        "sandbox": _SANDBOX,
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    script = f'<script src="{escape(base)}{FRAME_SCRIPT}" async></script>' if follows else ""
    return f"<iframe {written}></iframe>{script}"


def citation(
    base: str, place: Place, *, version: str, held: Held, today: date, tongue: Tongue = ENGLISH
) -> str:
    """Return how to cite a place: its day, its data version, its address, and when it was seen."""
    called = tongue.text(exports.CITED_TITLE, day=tongue.on(place.date))
    against = sentence(held, tongue, long=True, within=True)
    cited = Citation(
        publisher="Ottawa Atlas",
        title=f"{_mark(place, tongue)}{called}",
        when=tongue.text(exports.CITED_VERSION, version=version, held=against),
        url=address(base, place),
        read=tongue.text(exports.SEEN, day=tongue.on(today)),
        archived="",
    )
    return in_one_line(cited, LICENCE["name"])
