"""The addresses for those who follow along: a feed and a calendar, with whole links to the page."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request, Response

from geo.answers.following.files import followed
from geo.answers.words.tongue import tongue
from geo.basics.choices import FollowingFormat
from geo.basics.file_names import MEDIA_TYPES
from geo.basics.languages import USUAL
from geo.server.api.app import ROOT, address
from geo.server.api.caches import ANSWERS, BY_HOST, WORKS
from geo.server.api.parameters import FollowingQuery
from geo.server.api.serving import kept, served
from geo.server.http.reply import Reply, reply
from geo.server.public_address import base_address, named

FEED = f"{ROOT}/feed.atom"


@address("/feed.atom", "application/atom+xml", "following")
async def feed(request: Request, asked: Annotated[FollowingQuery, Query()]) -> Response:
    """The latest dated acts and their effects, those to come first, as an Atom feed."""
    return await _followed(request, asked, "atom")


@address("/calendar.ics", "text/calendar", "following")
async def calendar(request: Request, asked: Annotated[FollowingQuery, Query()]) -> Response:
    """Every dated act and effect as whole days of an iCalendar file."""
    return await _followed(request, asked, "ics")


async def _followed(request: Request, asked: FollowingQuery, fmt: FollowingFormat) -> Response:
    here, asked = await served(request, asked)
    base, iso_a3 = base_address(request), asked.country or ""
    told = {"country": iso_a3, "lang": asked.lang if asked.lang != USUAL else ""}
    query = urlencode({name: value for name, value in told.items() if value})
    own = f"{base.rstrip('/')}{request.url.path}{f'?{query}' if query else ''}"

    def make() -> Reply:
        made = followed(here.atlas, fmt, base, iso_a3, own, tongue(asked.lang))
        return reply(made, MEDIA_TYPES[fmt], language=asked.lang)

    caches = (ANSWERS if fmt == "atom" else WORKS) if named() else BY_HOST
    return await kept(request, here, asked, caches, make, base=base)
