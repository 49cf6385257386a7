"""The parts of the application around Streamlit's: routes, what stands before them, and failures.

Streamlit's own routes come after ours, its own middleware within ours.
"""

from starlette.middleware import Middleware

from geo.server import api, asset_routes, assistant, health, metrics, notices
from geo.server.base_path import BasePath
from geo.server.coding import CodingAsMeant
from geo.server.completed_index import CompletedIndex
from geo.server.missing import HANDLERS, NothingHere, NoWayUp
from geo.server.security_headers import SecurityHeaders
from geo.server.streamlit_files import LastingComponent, PackedFiles
from geo.server.turns import Turns

ROUTES = [
    *asset_routes.ROUTES,
    *api.ROUTES,
    *assistant.ROUTES,
    *notices.ROUTES,
    *health.ROUTES,
    *metrics.ROUTES,
    NothingHere(),
]

MIDDLEWARE = [
    Middleware(BasePath),
    Middleware(NoWayUp),
    Middleware(metrics.Measured),
    Middleware(Turns),
    Middleware(SecurityHeaders),
    Middleware(health.Degraded),
    Middleware(CodingAsMeant),
    Middleware(PackedFiles),
    Middleware(LastingComponent),
    Middleware(CompletedIndex),
]
"""Outermost first."""

__all__ = ["HANDLERS", "MIDDLEWARE", "ROUTES"]
