"""404 for what is not there: Streamlit sends its page at every address that nobody answers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Match, Mount
from starlette.staticfiles import StaticFiles
from streamlit import config
from streamlit.url_util import make_url_path

from geo.server.api.problems import EXCEPTION_HANDLERS
from geo.server.http.weights import takes_html
from geo.web.templating import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

_INDEX = "index.html"
_INTERNALS = "/_stcore/"
_NEEDED = tuple(
    f"{_INTERNALS}{name}" for name in ("bidi-components/", "health", "host-config", "stream")
)
"""What the page itself asks for, and what tells whether the server is up."""


def page_path() -> str:
    """The path of the page: `/`, or below what `server.baseUrlPath` names."""
    return make_url_path(config.get_option("server.baseUrlPath") or "", "")


class NothingHere(BaseRoute):
    """The last of our routes: takes the paths that no other route of the application answers.

    Streamlit's own come after it. Of those under `/_stcore` only `_NEEDED` are for strangers, not
    what it tells of itself (`metrics`) or takes from them (`upload_file`, `agent`). The last, which
    carries the page and its scripts, is taken for an answer at the page's path and at those of its
    files alone.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether nothing else is there; what speaks over a websocket is left to Streamlit."""
        here = scope["type"] != "http" or any(
            _answers(route, scope) for route in scope["app"].routes if route is not self
        )
        return (Match.NONE, {}) if here else (Match.FULL, {})

    async def handle(self, _scope: Scope, _receive: Receive, _send: Send) -> None:
        """Say so: raises HTTPException 404."""
        raise HTTPException(404)


def _answers(route: BaseRoute, scope: Scope) -> bool:
    match, inner = route.matches(scope)
    if match is not Match.NONE and _is_internal(scope["path"]):
        return False
    if not (isinstance(route, Mount) and isinstance(route.app, StaticFiles)):
        return match is not Match.NONE
    if match is Match.NONE:
        return bool(scope["path"] == route.path)  # the page without its last slash
    below = scope["path"].removeprefix(inner["root_path"])
    return below in ("", "/") or below[1:] in _files(str(route.app.directory))


def _is_internal(path: str) -> bool:
    below = path.removeprefix(page_path().rstrip("/"))
    return below.startswith(_INTERNALS) and not below.startswith(_NEEDED)


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
            page = render("missing.html", page=page_path())
            told = HTMLResponse(page, 404, {"Cache-Control": "no-store"})
        told.headers["Vary"] = "Accept"
    return told


HANDLERS: dict[Any, Callable[[Request, Exception], Any]] = {
    **EXCEPTION_HANDLERS,
    HTTPException: _http,
}
"""For the application that carries the page: which exception becomes which answer."""
