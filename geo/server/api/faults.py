"""From what went wrong to the problem the asker reads."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from geo.basics.errors import AtlasError
from geo.basics.shared_cache import BusyError
from geo.server.api.problems import ProblemError, faults_of, given_twice, problem, senseless

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_LOG = logging.getLogger(__name__)
RETRY_SECONDS = "5"


async def _refused(request: Request, error: Exception) -> Response:
    found = [*faults_of(cast(RequestValidationError, error).errors()), *given_twice(request)]
    return problem(request, 422, senseless(found), found)


async def _problem(request: Request, error: Exception) -> Response:
    told = cast(ProblemError, error)
    return problem(request, told.status, told.detail, told.faults)


async def _http(request: Request, error: Exception) -> Response:
    told = cast(HTTPException, error)
    headers = dict(told.headers or {})
    if told.status_code == 405:
        headers["Allow"] = "GET, HEAD, OPTIONS"
        return problem(request, 405, "The API is for reading: GET or HEAD.", headers=headers)
    return problem(
        request, told.status_code, "Nothing is here; see /api/v1/openapi.json.", headers=headers
    )


async def _busy(request: Request, _: Exception) -> Response:
    detail = "Too much is being drawn at this moment."
    return problem(request, 503, detail, headers={"Retry-After": RETRY_SECONDS})


async def _damaged(request: Request, error: Exception) -> Response:
    _LOG.error("The data cannot be served: %s", error)
    return problem(request, 500, "The data on this server are damaged; its keeper is told.")


EXCEPTION_HANDLERS: dict[Any, Callable[[Request, Exception], Any]] = {
    RequestValidationError: _refused,
    ProblemError: _problem,
    HTTPException: _http,
    BusyError: _busy,
    AtlasError: _damaged,
}
"""For the application: which exception becomes which problem."""
