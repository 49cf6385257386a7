"""The application that answers every address of the API; `routes` and `file_routes` name them."""

from __future__ import annotations

from fastapi import FastAPI

from geo.server.api.description import DESCRIPTION
from geo.server.api.head_and_cors import HeadAsGet, ReadableByAll
from geo.server.api.problems import EXCEPTION_HANDLERS
from geo.server.api.short_addresses import ShortAddresses
from geo.server.api.tracking import Untracked

ROOT = "/api/v1"

app = FastAPI(
    title="Ottawa Atlas",
    version="1",
    description=DESCRIPTION,
    openapi_url=None,
    docs_url=None,
    redoc_url=None,
    redirect_slashes=False,
    generate_unique_id_function=lambda route: route.name,
    exception_handlers=EXCEPTION_HANDLERS,
)
app.add_middleware(HeadAsGet)
app.add_middleware(ReadableByAll)
app.add_middleware(Untracked)
app.add_middleware(ShortAddresses)
