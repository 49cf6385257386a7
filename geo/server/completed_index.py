"""Completes Streamlit's index page on its way out: style sheets, and what its address shows.

The head says of the asked place what cards and search engines read; readers without scripts get
the answer in place of Streamlit's advice to use some. The sheets stand in the page itself: the
first picture waits for one answer and not for nine, and the way Streamlit puts HTML into the page
cannot lose them: it cleans HTML in a document that loads nothing, and Firefox goes on using sheets
as they were loaded there.
"""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache

from markupsafe import Markup, escape
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from geo.answers.words.following import FOLLOWING
from geo.answers.words.page import ARRIVING
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics.choices import LANGUAGES
from geo.basics.shared_cache import BusyError, SharedCache
from geo.server import streamlit_modules
from geo.server.api import oembed
from geo.server.api.following import FEED
from geo.server.api.serving import asker
from geo.server.base_path import at
from geo.server.clients import HERE
from geo.server.early_hints import Hint, hints
from geo.server.first_view import first_view
from geo.server.http.conditions import names
from geo.server.http.layers import Layer
from geo.server.http.reply import Reply, reply
from geo.server.http.weights import joined, taken
from geo.web.first_view import FirstView
from geo.web.inlined import styles
from geo.web.templating import render

PAGE_STYLES = (
    "colours.css",
    "page.css",
    "map.css",
    "streamlit.css",
    "first_view.css",
    "record.css",
    "chart.css",
    "other_day.css",
    "export.css",
    "paper.css",
)
"""What the page around the map is styled by, in this order."""

_INDEX = streamlit_modules.STATIC / "index.html"
_ROOT = '<html lang="en">'
_PLACE = "<body>"
_HEAD_ENDS = "</head>"
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_LATER = re.compile(
    r'[ \t]*<(?:script type="module"[^>]*></script'
    r'|link rel="(?:modulepreload|stylesheet)" crossorigin[^>]*)>\n'
)
"""What Streamlit's page starts with: it would keep the first picture waiting."""

_CONDITIONS = (b"if-none-match", b"if-modified-since", b"if-match", b"if-range", b"range")


@lru_cache(maxsize=1)
def _original() -> bytes:
    return _INDEX.read_bytes()


def completed() -> Reply:
    """The index with our sheets in it, and what is told to who waits for the page.

    They stand at the head of the body, where they outweigh what Streamlit's own scripts add to the
    head.
    """
    return _replied(_with_sheets(ENGLISH))


async def completed_at(request: Request) -> Reply:
    """Completes the index at an address of the page: first view, and how another site embeds it."""
    embeds, shown = oembed.address(request), await first_view(request)
    spoken = shown.tongue if shown else ENGLISH
    bare = await asyncio.to_thread(_with_sheets, spoken)  # the sheets may still have to be packed
    try:
        return await _PAGES.wait(
            (bare, embeds, shown, named := hints(spoken.language)),
            lambda: _replied(_with_view(bare, embeds, shown, named)),
            asker(request),
        )
    except BusyError:  # who asks for too many at a time gets it without
        return await asyncio.to_thread(completed)


_PAGES: SharedCache[Reply] = SharedCache(
    "pages",
    lambda page: page.size,
    limit_bytes=8 * 2**20,
    workers=1,
    waiting=32,
    each=4,
    shares=HERE,
)


def _replied(whole: str) -> Reply:
    return reply(whole.encode(), "text/html; charset=utf-8")


@lru_cache(maxsize=len(LANGUAGES))
def _with_sheets(spoken: Tongue) -> str:
    sheets = f"\n    <style>{styles(PAGE_STYLES)}</style>"
    own = "" if spoken is ENGLISH else f"?lang={spoken.language}"
    feed = (
        f'<link rel="alternate" type="application/atom+xml" href="{at(FEED)}{own}"'
        f' title="{escape(spoken.text(FOLLOWING["title"]))}">'
    )
    waits = render("arriving.html", words=spoken.text(ARRIVING))
    whole = _original().decode()
    for place, added in (
        (_ROOT, f'<html lang="{spoken.language}">'),
        (_PLACE, f"{_PLACE}{sheets}\n    {waits}"),
        (_HEAD_ENDS, _before_head_ends(feed)),
    ):
        if place not in whole:
            raise RuntimeError(f"{_INDEX} has no {place} to add to")
        whole = whole.replace(place, added, 1)
    return whole


def _with_view(bare: str, embeds: str, shown: FirstView | None, hinted: tuple[Hint, ...]) -> str:
    link = (
        f'<link rel="alternate" type="application/json+oembed"'
        f' href="{escape(embeds)}" title="Ottawa Atlas">'
    )
    whole = bare.replace(_HEAD_ENDS, _before_head_ends(link), 1)
    if shown is None:
        return whole
    later = _LATER.findall(whole)
    named = "".join((*later, *(hint.address for hint in hinted if hint.rel == "modulepreload")))
    parts = render(
        "later.html",
        later=Markup("".join(later)),
        hints=hinted,
        controls=streamlit_modules.of_controls(named),
    )
    body = f"{shown.body()}{parts}"
    whole = _TITLE.sub(lambda _: shown.head(), _LATER.sub("", whole), count=1)
    return _WITHOUT_SCRIPTS.sub(lambda _: body, whole, count=1)


def _before_head_ends(link: str) -> str:
    return f"  {link}\n  {_HEAD_ENDS}"


class CompletedIndex(Layer):
    """ASGI middleware: wherever Streamlit's index would be the answer, the completed one is.

    Conditions of a request for the page are judged here, against the tag of what is really sent,
    and the page is never cut into ranges: Streamlit knows only the tag of its own file.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; hold an answer back only as long as it may be the index."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if scope["path"] == "/":
            kept = [pair for pair in scope["headers"] if pair[0].lower() not in _CONDITIONS]
            scope = {**scope, "headers": kept}
        started: Message = {}
        held = b""

        async def completing(message: Message) -> None:
            nonlocal started, held
            if message["type"] == "http.response.start" and _may_be_index(message):
                started = message
            elif not started or message["type"] != "http.response.body":
                await send(message)
            else:
                held += message.get("body", b"")
                if not message.get("more_body"):
                    response = await _completed_or_as_it_is(started, held, asked, scope)
                    await response(scope, receive, send)

        await self.app(scope, receive, completing)


def _may_be_index(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and headers.get("content-type", "").startswith("text/html")
        and headers.get("content-length") == str(len(_original()))
    )


async def _completed_or_as_it_is(
    start: Message, body: bytes, asked: Headers, scope: Scope
) -> Response:
    headers = MutableHeaders(raw=list(start["headers"]))
    method = scope["method"]
    if method == "GET" and body != _original():
        return _response(200, headers, body)
    at_page = scope["path"] == "/"
    made = await (completed_at(Request(scope)) if at_page else asyncio.to_thread(completed))
    packed = made.packed if taken(asked).gzip else None
    whole = packed or made.content
    for name in ("last-modified", "accept-ranges"):
        del headers[name]
    headers["etag"] = tag = made.tag(packed=packed is not None)
    headers["vary"] = "Accept-Encoding, Accept-Language" if at_page else "Accept-Encoding"
    headers["content-length"] = str(len(whole))
    if packed:
        headers["content-encoding"] = "gzip"
    if names(joined(asked, "if-none-match"), tag):
        del headers["content-length"]
        return _response(304, headers, b"")
    return _response(200, headers, b"" if method == "HEAD" else whole)


def _response(status: int, headers: MutableHeaders, body: bytes) -> Response:
    response = Response(body, status)
    response.raw_headers = headers.raw
    return response
