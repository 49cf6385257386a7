"""`/oembed`: how another site learns to show an address of the atlas as a frame (oembed.com, 1.0).

Whoever pastes an address of the page into an editor that knows oEmbed gets the frame that the
export menu writes. Parameters of other names are ignored, as consumers send some of their own.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs, urlencode, urlsplit

from fastapi import Query, Request, Response

from geo.answers import share_texts
from geo.answers.arrival import place_at
from geo.answers.data.credits import data_version
from geo.answers.data.writing import compact_json
from geo.answers.permalink import Place
from geo.answers.words.problems import JSON_OR_XML, NO_VIEW
from geo.answers.words.said import said
from geo.atlas import Atlas
from geo.basics.choices import LATEST
from geo.basics.dates import seconds_left, today
from geo.server import current_data
from geo.server.api.app import app
from geo.server.api.description import problem_of, responses
from geo.server.api.parameters import FrameQuery
from geo.server.api.picture_address import SIZE_PX, picture_address
from geo.server.api.problems import ProblemError, fault, given_twice, senseless
from geo.server.api.replies import send
from geo.server.api.serving import until_over
from geo.server.base_path import at, base
from geo.server.http.reply import FOR_AN_HOUR, reply
from geo.server.public_address import base_address

PATH = "/oembed"
FRAME_PATH = f"/{share_texts.EMBED}"
JSON, XML = "application/json", "text/xml; charset=utf-8"
WIDTH_PX = 800
RESPONSES = responses((JSON, "text/xml"), NO_VIEW) | {501: problem_of(JSON_OR_XML)}


@dataclass(frozen=True, slots=True)
class _Shown:
    """What an address of ours shows: the place, and whether its day is fixed or is today's."""

    base: str
    place: Place
    frozen: bool
    latest: bool


def address(request: Request) -> str:
    """Return where to ask how the page or frame of a request is shown on other sites."""
    base = base_address(request).rstrip("/")
    # Not `request.url`, which fails on bytes that are no UTF-8.
    query = request.scope["query_string"].decode("latin-1")
    url = f"{base}{request.scope['path']}{f'?{query}' if query else ''}"
    return f"{base}{PATH}?{urlencode({'url': url, 'format': 'json'})}"


def link_header(request: Request) -> str:
    """The value of a `Link` header by which a consumer finds this address from a frame's own."""
    kind = 'rel="alternate"; type="application/json+oembed"; title="Ottawa Atlas"'
    return f"<{address(request)}>; {kind}"


@app.get(PATH, response_class=Response, responses=RESPONSES, tags=["following"])
async def oembed(request: Request, asked: Annotated[FrameQuery, Query()]) -> Response:
    """The frame that shows an address of the atlas (oEmbed 1.0); `format` is json or xml, and as
    oEmbed has it, another is 501.
    """
    if found := given_twice(request):
        raise ProblemError(422, senseless(found), found)
    fmt = request.query_params.get("format", "json")
    if fmt not in ("json", "xml"):
        takes = said("{formats}", formats=("json", "xml"))
        raise ProblemError(501, said(JSON_OR_XML), [fault("format", fmt, takes)])
    here = await current_data.CURRENT.served()
    shown = _shown(asked.url, request, here.atlas)
    if shown is None:
        raise ProblemError(404, said(NO_VIEW))
    frame = _frame(shown, here.atlas, asked.maxwidth, asked.maxheight)
    lasting = until_over(today()) if shown.latest else FOR_AN_HOUR
    made = reply(_as_xml(frame), XML) if fmt == "xml" else reply(compact_json(frame).encode(), JSON)
    changed = here.changed(today() if shown.latest else None)
    return send(made, request, lasting, changed, here.version)


def _shown(url: str, request: Request, atlas: Atlas) -> _Shown | None:
    """What an address shows; None for that of another site, and for one that makes no sense."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    own = urlsplit(base_address(request)).netloc
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != own.lower():
        return None
    if parts.path not in (base(), at("/"), at(FRAME_PATH)):
        return None
    asked = parse_qs(parts.query, keep_blank_values=True)
    frozen = asked.pop("frozen", ["0"]) if parts.path == at(FRAME_PATH) else ["0"]
    place, complaints = place_at(atlas, asked)
    if complaints or frozen not in (["0"], ["1"]):
        return None
    # The scheme is the asker's: a proxy before us may have taken the TLS off.
    return _Shown(
        f"{parts.scheme}://{own}{at('/')}", place, frozen == ["1"], asked.get("date") == [LATEST]
    )


def _frame(
    shown: _Shown, atlas: Atlas, most_width: int | None, most_height: int | None
) -> dict[str, str | int]:
    width = min(WIDTH_PX, most_width or WIDTH_PX)
    height = min(share_texts.FRAME_HEIGHT_PX, most_height or share_texts.FRAME_HEIGHT_PX)
    said: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Ottawa Atlas",
        "provider_url": shown.base,
        "title": share_texts.title(shown.place, dated=not shown.latest),
        "cache_age": min(3600, seconds_left(today())) if shown.latest else 3600,
        "html": share_texts.embed_snippet(
            shown.base,
            shown.place,
            frozen=shown.frozen,
            latest=shown.latest,
            width=width,
            height=height,
            follows=most_height is None,
        ),
        "width": width,
        "height": height,
        "data_version": data_version(atlas),
    }
    wide, high = SIZE_PX
    if (most_width or wide) >= wide and (most_height or high) >= high:
        picture = picture_address(shown.place, latest=shown.latest)
        said["thumbnail_url"] = f"{shown.base}{picture}"
        said["thumbnail_width"], said["thumbnail_height"] = wide, high
    return said


def _as_xml(said: dict[str, str | int]) -> bytes:
    root = ET.Element("oembed")
    for name, value in said.items():
        ET.SubElement(root, name).text = str(value)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
