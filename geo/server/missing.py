"""404 for what is not there: Streamlit sends its page at every address that nobody answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Match, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send
from streamlit.path_security import is_unsafe_path_pattern

from geo.answers.words.tongue import ENGLISH
from geo.server.api.problems import EXCEPTION_HANDLERS, spoken_to
from geo.server.api.routes import DESCRIPTION_PATH
from geo.server.base_path import at, nowhere
from geo.server.http.layers import Layer
from geo.server.http.weights import takes_html
from geo.web.templating import render

_INDEX = "index.html"
_REFUSES = "ottawa_atlas.refuses"
_INTERNALS = "/_stcore/"
_NEEDED = tuple(
    f"{_INTERNALS}{name}" for name in ("bidi-components/", "health", "host-config", "stream")
)
"""What the page itself asks for, and what tells whether the server is up."""


class NoWayUp(Layer):
    """ASGI middleware: nothing is at a path that leads out of where it stands, as `/embed/..`.

    Streamlit's own middleware, before all routes, would say "Bad Request" to it and no more.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, as one for nothing where Streamlit would refuse it."""
        if scope["type"] == "http" and _leads_out(scope["path"]):
            scope = nowhere(scope)
        await self.app(scope, receive, send)


def _leads_out(path: str) -> bool:
    below = path.lstrip("/")
    return path.startswith("//") or (bool(below) and is_unsafe_path_pattern(below))


class NothingHere(BaseRoute):
    """The last of our routes: takes the paths that no other route of the application answers.

    Streamlit's own come after it. Of those under `/_stcore` only `_NEEDED` are for strangers, not
    what it tells of itself (`metrics`) or takes from them (`upload_file`, `agent`). The last, which
    carries the page and its scripts, is taken for an answer at the page's path and at those of its
    files alone.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Tell whether nothing else is there; what speaks over a websocket is left to Streamlit.

        What is there and is asked by another method than its own is not left to the page either.
        """
        if scope["type"] != "http":
            return Match.NONE, {}
        others = [route for route in scope["app"].routes if route is not self]
        found = [(_answers(route, scope), route) for route in others]
        if any(match is Match.FULL for match, _ in found):
            return Match.NONE, {}
        by_other_methods = (route for match, route in found if match is Match.PARTIAL)
        return Match.FULL, {_REFUSES: next(by_other_methods, None)}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say so: raises HTTPException 404, or 405 with the methods that are answered."""
        if route := scope[_REFUSES]:
            await route.handle(scope, receive, send)
            return
        raise HTTPException(404)


def _answers(route: BaseRoute, scope: Scope) -> Match:
    match, inner = route.matches(scope)
    if match is not Match.NONE and _is_internal(scope["path"]):
        return Match.NONE
    if not (isinstance(route, Mount) and isinstance(route.app, StaticFiles)):
        return match
    if match is Match.NONE:  # the page without its last slash
        return Match.FULL if scope["path"] == route.path else Match.NONE
    below = scope["path"].removeprefix(inner["root_path"])
    is_there = below in ("", "/") or below[1:] in _files(str(route.app.directory))
    return Match.FULL if is_there else Match.NONE


def _is_internal(path: str) -> bool:
    return path.startswith(_INTERNALS) and not path.startswith(_NEEDED)


@lru_cache(maxsize=4)
def _files(directory: str) -> frozenset[str]:
    """The paths of Streamlit's files; its index is the page, and is no file besides."""
    root = Path(directory)
    found = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return frozenset(found) - {_INDEX}


async def _http(request: Request, error: Exception) -> Response:
    """A problem for a program; what is not there, on a page for who looks for one in a browser."""
    told: Response = await EXCEPTION_HANDLERS[HTTPException](request, error)
    if told.status_code == 404:
        if takes_html(request.headers):
            spoken = spoken_to(request)
            own = "" if spoken is ENGLISH else f"?lang={spoken.language}"
            page = render("missing.html", spoken, page=f"{at('/')}{own}", api=at(DESCRIPTION_PATH))
            told = HTMLResponse(page, 404, {"Cache-Control": "no-store"})
        told.headers["Vary"] = "Accept, Accept-Language"
    return told


HANDLERS: dict[Any, Callable[[Request, Exception], Any]] = {
    **EXCEPTION_HANDLERS,
    HTTPException: _http,
}
"""For the application that carries the page: which exception becomes which answer."""
