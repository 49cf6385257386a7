"""What is looked for at fixed addresses: robots.txt, sitemap.xml, security.txt, an icon."""

from __future__ import annotations

import logging
import os
import re
from datetime import timedelta
from functools import lru_cache
from urllib.parse import urljoin

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from geo.answers.files.catalogue import EXPORTS
from geo.basics.dates import today
from geo.server import current_data
from geo.server.api import embed
from geo.server.api.app import ROOT
from geo.server.api.following import FEED
from geo.server.api.routes import DESCRIPTION_PATH
from geo.server.base_path import at
from geo.server.http.reply import FOR_AN_HOUR, reply, send
from geo.server.public_address import base_address
from geo.web import crawlers
from geo.web.static_files import ICON_IN_PIXELS
from geo.web.templating import render

CONTACT = "OTTAWA_ATLAS_CONTACT"
"""The environment variable by which a keeper names where reports go."""

_CONTACT_PATH = "/contact"
_SECURITY_PATH = "/.well-known/security.txt"
_VALID = timedelta(days=180)
_REACHABLE = re.compile(r"(mailto:[^\s@]+@[^\s@]+|https://[^\s/]\S*|tel:\+?[0-9-]+)")
_LOG = logging.getLogger(__name__)


def _kept(request: Request, content: bytes, media_type: str) -> Response:
    return send(reply(content, media_type), request, {"Cache-Control": FOR_AN_HOUR})


async def _robots(request: Request) -> Response:
    return _kept(request, crawlers.robots(base_address(request)), "text/plain")


async def _sitemap(request: Request) -> Response:
    here = await current_data.CURRENT.served()
    paths = ["/", embed.PATH, DESCRIPTION_PATH, FEED]
    paths += [f"{ROOT}/exports/{export.what}.{export.format}" for export in EXPORTS]
    pages = [urljoin(base_address(request), at(path)) for path in paths]
    return _kept(request, crawlers.sitemap(pages, here.atlas.verified_to), "application/xml")


async def _security(request: Request) -> Response:
    """Where to tell of a danger (RFC 9116)."""
    base = base_address(request)
    lines = (
        f"Contact: {_contact() or urljoin(base, at(_CONTACT_PATH))}",
        f"Expires: {today() + _VALID}T00:00:00Z",
        "Preferred-Languages: en",
        f"Canonical: {urljoin(base, at(_SECURITY_PATH))}",
    )
    return _kept(request, "".join(f"{line}\n" for line in lines).encode(), "text/plain")


async def _reports(_request: Request) -> Response:
    return HTMLResponse(render("contact.html", contact=_contact(), page=at("/")))


@lru_cache(maxsize=1)
def _contact() -> str | None:
    named = os.environ.get(CONTACT, "").strip()
    if named and not _REACHABLE.fullmatch(named):
        _LOG.error(
            "%s is %r, which is no address for reports; expected: mailto:…, https://… or tel:…;"
            " none is shown",
            CONTACT,
            named,
        )
        return None
    return named or None


async def _icon(request: Request) -> Response:
    """The icon of what names none, such as a picture opened by itself."""
    return _kept(request, ICON_IN_PIXELS.read_bytes(), "image/x-icon")


ROUTES = [
    Route("/robots.txt", _robots),
    Route("/sitemap.xml", _sitemap),
    Route("/favicon.ico", _icon),
    Route(_SECURITY_PATH, _security),
    Route(_CONTACT_PATH, _reports),
]
