"""`/embed`: the atlas in a frame on any page of any site.

It serves the stand-alone page, whose script reads day, country and view from its own address; for
readers without scripts it is made for them, with the sentence and the picture of that day. It
carries what the first paint needs, and asks `embed_parts` for the rest. An address that makes no
sense is refused, as by the API: a frame that quietly showed another day than the text around it
speaks of would be worse than none. Who reads it in a browser is told so on a page.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from geo.answers import through
from geo.answers.permalink import LANDING_DAY, RANGE_NAMES, Place
from geo.answers.supposing import reach
from geo.answers.words.expected import A_DAY_TO
from geo.answers.words.problems import YET_TO_COME
from geo.answers.words.said import said
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.atlas.supposed import written
from geo.basics import boxes
from geo.basics.choices import FIRST_DAY, FLANK_LENS, LATEST, Extent, Language, Worldview
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.pictures import alt_text, region_of
from geo.server import current_data
from geo.server.api import embed_addresses, embed_parts, oembed
from geo.server.api.caches import FRAMES
from geo.server.api.embed_parts import asked_of
from geo.server.api.parameters import EXPECTED, Day, LensName, StateName, WhatIf
from geo.server.api.picture_address import picture_address
from geo.server.api.problems import REFUSALS, ProblemError, fault, refusal, spoken_to, wanted
from geo.server.api.replies import send
from geo.server.api.routing import route
from geo.server.api.serving import asker, supposing, understood, until_over
from geo.server.http.reply import FOR_AN_HOUR, Reply, reply
from geo.server.http.weights import takes_html
from geo.server.public_address import base_address
from geo.web import standalone
from geo.web.templating import render

PATH = "/embed"
HTML = "text/html; charset=utf-8"

# The page states in itself what it may load; only a header can say who may frame it.
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
FRAMED_BY_ALL = "frame-ancestors *"
CONFINED = f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; {FRAMED_BY_ALL}"


def _is_range(text: str) -> str:
    if text not in RANGE_NAMES:
        raise ValueError(EXPECTED["range"])
    return text


def _is_box(text: str) -> str:
    try:
        boxes.parse(text)
    except AtlasError as error:
        raise ValueError(str(error)) from None
    return text


class EmbedQuery(BaseModel):
    """What a frame opens on; `frozen` fixes the day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: Day | None = None
    country: StateName | None = None
    worldview: Worldview = "un"
    view: Extent = "flank"
    range: Annotated[str, AfterValidator(_is_range)] | None = None
    bounds: Annotated[str, AfterValidator(_is_box)] | None = None
    what_if: WhatIf | None = None
    lens: LensName = FLANK_LENS
    lang: Language | None = None
    frozen: Annotated[Literal["0", "1"], Field(description="1: no slider, no play")] = "0"


async def embed(request: Request) -> Response:
    """The page for a frame, or what is wrong with its address; any site may frame either."""
    try:
        response = await _page(request)
        response.headers["Link"] = oembed.link_header(request)
        response.headers["Content-Security-Policy"] = f"{_own(request)}; {FRAMED_BY_ALL}"
    except REFUSALS as error:
        response = await refusal(request, error)
        if takes_html(request.headers):
            response = _in_words(response, spoken_to(request))
        response.headers["Content-Security-Policy"] = CONFINED
    response.headers["Vary"] = "Accept-Encoding, Accept-Language"
    return response


def _own(request: Request) -> str:
    """What the frame may ask for: what this server has.

    The sandbox of a frame gives it an origin of its own, and to WebKit `'self'` is then nobody; so
    the server is named as well, in either scheme, because a proxy may have taken the TLS off.
    """
    host = urlsplit(base_address(request)).netloc
    named = f" http://{host} https://{host}" if _HOST.fullmatch(host) else ""
    return f"connect-src 'self'{named}; img-src 'self'{named} data:"


def _in_words(refused: Response, spoken: Tongue) -> Response:
    """A problem as a page for whoever looks at the frame; status and headers stay."""
    said = json.loads(bytes(refused.body))
    faults = said.get("errors", [])
    page = render("embed_refused.html", spoken, detail=said["detail"], faults=faults)
    of_json = ("content-type", "content-length")
    kept = {name: value for name, value in refused.headers.items() if name not in of_json}
    return HTMLResponse(page, refused.status_code, headers=kept)


async def _page(request: Request) -> Response:
    asked = asked_of(request, EmbedQuery)
    here = await current_data.CURRENT.served()
    asked = understood(asked, here.atlas)
    there = supposing(here.atlas, asked)
    last = max(reach(there), here.atlas.verified_to)
    if asked.date is not None and asked.date > last:
        takes = said(A_DAY_TO, first=FIRST_DAY, last=last)
        raise ProblemError(422, said(YET_TO_COME), [fault("date", asked.date, takes)])
    acts = written(there.supposed)
    day = asked.date or LANDING_DAY
    place = Place(
        day,
        asked.country or "",
        asked.worldview,
        asked.view,
        what_if=acts,
        lens=asked.lens,
        lang=asked.lang or "",
    )
    spoken = wanted(request)

    def make() -> Reply:
        framed = _framed(there, here.version, place, spoken)
        page = standalone.page(there, embed=framed, tongue=spoken)
        return reply(page, HTML, language=spoken.language, level=9)

    cache, client = FRAMES.asked, asker(request)
    if place == Place(worldview=place.worldview, lang=place.lang):
        cache, client = FRAMES.common, ""
    made = await cache.wait((here.version, PATH, place, spoken.language), make, client)
    begun = today() if LATEST in request.query_params.values() else None
    lasting = until_over(begun) if begun else FOR_AN_HOUR
    return send(made, request, lasting, here.changed(begun), here.version)


def _framed(atlas: Atlas, version: str, place: Place, spoken: Tongue) -> standalone.Framed:
    view = atlas.on(place.date, place.worldview)
    drawn = place if spoken is ENGLISH else replace(place, lang=spoken.language)
    picture = picture_address(drawn, version)
    files = embed_addresses.addresses(place, spoken.language)
    told = through.sentence(atlas, view, place, spoken)
    alt = alt_text(view, region_of(place.view, place.lens), told, spoken)
    return standalone.Framed(place, picture, alt, files)


ROUTES = [route(PATH, embed), *embed_parts.ROUTES]
