"""The application that answers every address of the API, and how a module names one to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Response
from fastapi.exceptions import RequestValidationError
from fastapi.types import DecoratedCallable

from geo.server.api.description import DESCRIPTION, responses
from geo.server.api.head_and_cors import HeadAsGet, ReadableByAll
from geo.server.api.known import refused
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
    exception_handlers={**EXCEPTION_HANDLERS, RequestValidationError: refused},
)
app.add_middleware(HeadAsGet)
app.add_middleware(ReadableByAll)
app.add_middleware(Untracked)
app.add_middleware(ShortAddresses)


def address(
    path: str,
    answer: type | str,
    tag: str,
    *,
    unknown: str = "This data version is not kept.",
    **more: Any,
) -> Callable[[DecoratedCallable], DecoratedCallable]:
    """Name an address below `ROOT`: what it answers, and `unknown`, as `responses` has them."""
    if isinstance(answer, str):
        more["response_class"] = Response
    return app.get(f"{ROOT}{path}", responses=responses(answer, unknown), tags=[tag], **more)
