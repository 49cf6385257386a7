"""An address for every answer: routes under /api beside the page, described by OpenAPI 3.1.

FastAPI reads and refuses parameters and writes the description; what is asked is answered here,
from the same rows, pictures and exports as on the page and the command line.
"""

from starlette.routing import Route

from geo.server.api import (
    chart_routes,
    countries,
    embed,
    file_routes,
    following,
    frame_script,
    lens_routes,
    oembed,
    routes,
)
from geo.server.api.app import app

ADDRESSES = (routes, countries, lens_routes, chart_routes, file_routes, following, oembed)
"""Modules that name addresses to the application when they are imported."""

ROUTES = [
    *(Route(path, app) for path in ("/api", "/api/{rest:path}", "/openapi.json", oembed.PATH)),
    *embed.ROUTES,
    *frame_script.ROUTES,
]
"""For the application that serves the page; the API sees whole paths, and answers every method."""

__all__ = ["ROUTES", "app", "countries", "following"]
