"""The whole application, and addresses of each kind in it."""

from __future__ import annotations

from httpx2 import Response
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.web.server.starlette.starlette_app import create_streamlit_middleware
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from geo.server import application
from geo.server.streamlit_modules import STATIC
from geo.web import static_files

ON = "date=2026-02-20"
EXPORTS = "/api/v1/exports"
SCRIPT = static_files.fixed()["map.js"].address
STREAMLITS = f"/static/js/{next((STATIC / 'static' / 'js').glob('index.*.js')).name}"
HEALTH = "/_stcore/health"
INTERNALS = (
    *("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/openapi.json"),
    "/_stcore/upload_file/a/b",
)


async def _health(_request: object) -> PlainTextResponse:
    return PlainTextResponse("ok")


def the_application() -> Starlette:
    """Ours and, of Streamlit's, what it puts around every answer and what sends the page."""
    own = [Route(path, _health) for path in (HEALTH, *INTERNALS)]
    streamlits = [*own, *create_streamlit_static_assets_routes("")]
    return Starlette(
        routes=[*application.ROUTES, *streamlits],
        middleware=[*application.MIDDLEWARE, *create_streamlit_middleware()],
        exception_handlers=application.HANDLERS,
    )


def varies(answer: Response) -> set[str]:
    """The headers by which an answer differs."""
    return {name.strip() for name in answer.headers["vary"].split(",")}
