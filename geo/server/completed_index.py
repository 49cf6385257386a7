"""Completes Streamlit's index page on its way out: style sheets, and what its address shows.

The head says of the asked place what cards and search engines read; readers without scripts get
the answer in place of Streamlit's advice to use some. The sheets are named in the page itself and
not by the page's script. So a browser paints nothing before it has them, and the way Streamlit puts
HTML into the page cannot lose them: it cleans HTML in a document that loads nothing, and Firefox
goes on using the sheets as they were loaded there.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from markupsafe import escape
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response

from geo.answers.words import english
from geo.server.api import oembed
from geo.server.api.following import FEED
from geo.server.first_view import first_view
from geo.server.http.conditions import names
from geo.server.http.weights import joined
from geo.web import static_files
from geo.web.templating import render

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_STYLES = ("colours.css", "page.css", "record.css", "streamlit.css", "export.css", "paper.css")
"""What the page around the map loads, in this order."""

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_PLACE = b"<body>"
_HEAD_ENDS = b"</head>"
_TITLE = re.compile(rb"<title>.*?</title>", re.DOTALL)
_WITHOUT_SCRIPTS = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
_CONDITIONS = (b"if-none-match", b"if-modified-since", b"if-match", b"if-range", b"range")


@lru_cache(maxsize=1)
def _original() -> bytes:
    return _INDEX.read_bytes()


@lru_cache(maxsize=1)
def completed() -> bytes:
    """The index with our sheets in it, and what is told to who waits for the page.

    They stand at the head of the body: nothing behind them is painted and no script runs before
    they are there, and they outweigh what Streamlit's own scripts add to the head.
    """
    fixed = static_files.fixed()
    links = "".join(
        f'\n    <link rel="stylesheet" href="{fixed[name].address}">' for name in PAGE_STYLES
    )
    feed = (
        f'<link rel="alternate" type="application/atom+xml" href="{FEED}"'
        f' title="{escape(english.FOLLOWING["title"])}">'
    )
    whole = _original()
    waits = render("arriving.html", words=english.ARRIVING)
    for place, added in (
        (_PLACE, f"{_PLACE.decode()}{links}\n    {waits}".encode()),
        (_HEAD_ENDS, _before_head_ends(feed)),
    ):
        if place not in whole:
            raise RuntimeError(f"{_INDEX} has no {place.decode()} to put links beside")
        whole = whole.replace(place, added, 1)
    return whole


async def completed_at(request: Request) -> bytes:
    """The same at an address of the page, with its first view, and how another site embeds it."""
    whole = await asyncio.to_thread(completed)  # the sheets may still have to be packed
    link = (
        f'<link rel="alternate" type="application/json+oembed"'
        f' href="{escape(oembed.address(request))}" title="Ottawa Atlas">'
    )
    whole = whole.replace(_HEAD_ENDS, _before_head_ends(link), 1)
    if shown := await first_view(request):
        head, answer = shown
        whole = _TITLE.sub(lambda _: head.encode(), whole, count=1)
        answer = f"<noscript>{answer}</noscript>"
        whole = _WITHOUT_SCRIPTS.sub(lambda _: answer.encode(), whole, count=1)
    return whole


def _before_head_ends(link: str) -> bytes:
    return f"  {link}\n  ".encode() + _HEAD_ENDS


def entity_tag(whole: bytes) -> str:
    """The strong entity tag of what is sent; it changes with any of our sheets."""
    return f'"{hashlib.sha256(whole).hexdigest()[:32]}"'


class CompletedIndex:
    """ASGI middleware: wherever Streamlit's index would be the answer, the completed one is.

    Conditions of a request for the page are judged here, against the tag of what is really sent,
    and the page is never cut into ranges: Streamlit knows only the tag of its own file.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

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
    whole = await (completed_at(Request(scope)) if at_page else asyncio.to_thread(completed))
    for name in ("last-modified", "accept-ranges"):
        del headers[name]
    headers["etag"] = tag = entity_tag(whole)
    headers["content-length"] = str(len(whole))
    if names(joined(asked, "if-none-match"), tag):
        del headers["content-length"]
        return _response(304, headers, b"")
    return _response(200, headers, b"" if method == "HEAD" else whole)


def _response(status: int, headers: MutableHeaders, body: bytes) -> Response:
    response = Response(body, status)
    response.raw_headers = headers.raw
    return response
