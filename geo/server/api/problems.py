"""What the API says when it cannot answer: application/problem+json (RFC 9457)."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, NotRequired, cast

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from typing_extensions import TypedDict

from geo.basics.errors import AtlasError
from geo.basics.shapes import closed
from geo.basics.shared_cache import BusyError, ShareError
from geo.server.api.parameters import EXPECTED
from geo.server.api.replies import READABLE_BY_ALL
from geo.server.base_path import asked, at
from geo.server.current_data import DamagedError
from geo.server.drawing import DrawingError

if TYPE_CHECKING:
    from starlette.requests import Request

MEDIA_TYPE = "application/problem+json"
DESCRIPTION = "/api/v1/openapi.json"
_VALUE_SHOWN, _INSTANCE_SHOWN = 80, 200
_FAULTS_TOLD = 20
"""How many faults an answer tells: enough to mend an address by, and no burden to write."""


@closed
class Fault(TypedDict):
    """A parameter that makes no sense: the value it had, and what was expected."""

    parameter: str
    value: str
    expected: str


class Problem(TypedDict):
    """Why there is no answer (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: NotRequired[list[Fault]]


class ProblemError(Exception):
    """Something asked that cannot be answered, found out while answering."""

    def __init__(self, status: int, detail: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(detail)
        self.status, self.detail, self.faults = status, detail, tuple(faults)


def fault(parameter: str, value: object, expected: str | None = None) -> Fault:
    """A fault, its value cut to a length fit to be shown."""
    text = str(value)
    shown = text if len(text) <= _VALUE_SHOWN else f"{text[:_VALUE_SHOWN]}…"
    return {
        "parameter": parameter[:_VALUE_SHOWN],
        "value": shown,
        "expected": expected or EXPECTED.get(parameter, "no parameter of this name"),
    }


def given_twice(request: Request) -> list[Fault]:
    """Parameters that the address gives more than once: none of their values is the one meant."""
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        given.setdefault(name, []).append(value)
    return [
        fault(name, ", ".join(values), "one value; this parameter is given twice or more")
        for name, values in given.items()
        if len(values) > 1
    ]


def senseless(faults: Sequence[Fault]) -> str:
    """A sentence that names the parameters at fault, the first of them where there are many."""
    names = [name[:_VALUE_SHOWN] for name in dict.fromkeys(one["parameter"] for one in faults)]
    more = f" and {len(names) - _FAULTS_TOLD} more" if len(names) > _FAULTS_TOLD else ""
    return f"This makes no sense: {', '.join(names[:_FAULTS_TOLD])}{more}."


def faults_of(errors: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """Pydantic's errors as faults, in our own words for the parameters we know."""
    return [
        fault(
            str(error["loc"][-1]),
            "" if error["type"] == "missing" else error["input"],
            f"no parameter of this name here; see {at(DESCRIPTION)}"
            if error["type"] == "extra_forbidden"
            else None,
        )
        for error in errors
    ]


def problem(
    request: Request,
    status: int,
    detail: str,
    faults: Sequence[Fault] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The response that says what is wrong; it is never kept by a cache."""
    query = request.url.query
    instance = asked(request.scope) + (f"?{query}" if query else "")
    body: Problem = {
        "type": f"{at(DESCRIPTION)}#/components/schemas/Problem" if faults else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": instance[:_INSTANCE_SHOWN],
    }
    if faults:
        body["errors"] = list(faults[:_FAULTS_TOLD])
    return Response(
        json.dumps(body, ensure_ascii=True),
        status,
        headers={"Cache-Control": "no-store", **READABLE_BY_ALL, **(headers or {})},
        media_type=MEDIA_TYPE,
    )


_LOG = logging.getLogger(__name__)


RETRY_SECONDS = "5"
PAUSE_SECONDS = 1.0
"""How long one who asks for more than a share waits to be told so: who asks at once again would."""


async def _refused(request: Request, error: Exception) -> Response:
    found = [*faults_of(cast(RequestValidationError, error).errors()), *given_twice(request)]
    return problem(request, 422, senseless(found), found)


async def _problem(request: Request, error: Exception) -> Response:
    told = cast(ProblemError, error)
    return problem(request, told.status, told.detail, told.faults)


async def _http(request: Request, error: Exception) -> Response:
    told = cast(HTTPException, error)
    headers = dict(told.headers or {})
    detail = told.detail
    if told.status_code == 404:
        detail = f"Nothing is here; see {at(DESCRIPTION)}."
    elif told.status_code == 405:
        allowed = _allowed(headers.get("Allow", ""))
        headers["Allow"] = ", ".join(allowed)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**READABLE_BY_ALL, **headers})
        detail = f"This address is asked with {' or '.join(allowed)}."
    return problem(request, told.status_code, detail, headers=headers)


def _allowed(methods: str) -> list[str]:
    """The methods of an address: those of its route, and what every address answers."""
    found = {method.strip() for method in methods.split(",")} - {""}
    return sorted(found | {"OPTIONS"} | ({"HEAD"} if "GET" in found else set()))


async def _busy(request: Request, _: Exception) -> Response:
    detail = "Too much is being drawn at this moment."
    return problem(request, 503, detail, headers={"Retry-After": RETRY_SECONDS})


async def _share_taken(request: Request, _: Exception) -> Response:
    await asyncio.sleep(PAUSE_SECONDS)
    detail = "As much as one client's share is being made for you already; wait for some of it."
    return problem(request, 429, detail, headers={"Retry-After": RETRY_SECONDS})


async def _too_much(request: Request, error: Exception) -> Response:
    _LOG.error("A drawing was ended: %s: %s", request.url.path, error)
    detail = f"This was not drawn: {error}."
    return problem(request, 503, detail, headers={"Retry-After": RETRY_SECONDS})


async def _damaged(request: Request, error: Exception) -> Response:
    files = error.damage.files if isinstance(error, DamagedError) else ()
    if not files:
        _LOG.error("An answer cannot be made: %s", error)
    named = f" ({', '.join(files)})" if files else ""
    return problem(request, 500, f"The data on this server are damaged{named}; its keeper is told.")


EXCEPTION_HANDLERS: dict[Any, Callable[[Request, Exception], Any]] = {
    RequestValidationError: _refused,
    ProblemError: _problem,
    HTTPException: _http,
    ShareError: _share_taken,
    BusyError: _busy,
    DrawingError: _too_much,
    AtlasError: _damaged,
}
"""For the application: which exception becomes which problem."""

REFUSALS: Final = tuple(EXCEPTION_HANDLERS)
"""The exceptions that `refusal` answers."""


async def refusal(request: Request, error: Exception) -> Response:
    """The problem that one of REFUSALS becomes."""
    handler = next(h for kind, h in EXCEPTION_HANDLERS.items() if isinstance(error, kind))
    response: Response = await handler(request, error)
    return response
