"""What the API says when it cannot answer: application/problem+json (RFC 9457)."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from http import HTTPStatus
from typing import Any, Final, NamedTuple, NotRequired

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from geo.answers.permalink import named_in
from geo.answers.words import problems as words
from geo.answers.words.expected import NO_PARAMETER_HERE, ONCE, expected
from geo.answers.words.said import Said, Telling, reason, retold, said
from geo.answers.words.tongue import ENGLISH, Tongue, tongue
from geo.basics.errors import AtlasError
from geo.basics.languages import chosen
from geo.basics.shapes import closed
from geo.basics.shared_cache import BusyError, ShareError
from geo.server.api.replies import READABLE_BY_ALL
from geo.server.base_path import asked, at
from geo.server.current_data import DamagedError
from geo.server.drawing import DrawingError
from geo.server.http.weights import joined, takes_html, weights

MEDIA_TYPE = "application/problem+json"
DESCRIPTION = "/api/v1/openapi.json"
_SHAPE = "#/components/schemas/ProblemDetails"
_VALUE_SHOWN, _INSTANCE_SHOWN = 80, 200
_FAULTS_TOLD = 20
"""How many faults an answer tells: enough to mend an address by, and no burden to write."""


@closed
class ParameterFault(TypedDict):
    """A parameter that makes no sense: the value it had, and what was expected."""

    parameter: str
    value: str
    expected: str


class ProblemDetails(TypedDict):
    """Why there is no answer (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: NotRequired[list[ParameterFault]]


class Wrong(NamedTuple):
    """A fault before it is told in a language."""

    parameter: str
    value: str
    expected: Said


class ProblemError(Exception):
    """Something asked that cannot be answered, found out while answering."""

    def __init__(self, status: int, detail: Telling, faults: Sequence[Wrong] = ()) -> None:
        super().__init__(detail(ENGLISH))
        self.status, self.detail, self.faults = status, detail, tuple(faults)


def fault(parameter: str, value: object, takes: Said | None = None) -> Wrong:
    """A fault, its value cut to a length fit to be shown; `takes` is what was expected, where the
    name of the parameter does not say it.
    """
    text = str(value)
    shown = text if len(text) <= _VALUE_SHOWN else f"{text[:_VALUE_SHOWN]}…"
    return Wrong(parameter[:_VALUE_SHOWN], shown, takes or expected(parameter))


def given_twice(request: Request) -> list[Wrong]:
    """Parameters that the address gives more than once: none of their values is the one meant."""
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        given.setdefault(name, []).append(value)
    return [
        fault(name, ", ".join(values), said(ONCE))
        for name, values in given.items()
        if len(values) > 1
    ]


def senseless(faults: Sequence[Wrong]) -> Telling:
    """A sentence that names the parameters at fault, the first of them where there are many."""
    names = [*dict.fromkeys(one.parameter for one in faults)]
    told, more = ", ".join(names[:_FAULTS_TOLD]), len(names) - _FAULTS_TOLD
    if more <= 0:
        return said(words.SENSELESS, parameters=told)
    return lambda spoken: spoken.counted(words.SENSELESS_AND, more, parameters=told)


def faults_of(errors: Iterable[Mapping[str, Any]], known: Said | None = None) -> list[Wrong]:
    """Pydantic's errors as faults, in our own words; `known` says which parameters there are."""
    known = known or said(NO_PARAMETER_HERE, address=at(DESCRIPTION))
    return [
        fault(
            str(error["loc"][-1]),
            "" if error["type"] == "missing" else error["input"],
            known if error["type"] == "extra_forbidden" else None,
        )
        for error in errors
    ]


def problem(
    request: Request,
    status: int,
    detail: Telling,
    faults: Sequence[Wrong] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The response that says what is wrong; it is never kept by a cache."""
    spoken = spoken_to(request)
    query = request.url.query
    instance = asked(request.scope) + (f"?{query}" if query else "")
    body: ProblemDetails = {
        "type": f"{at(DESCRIPTION)}{_SHAPE}" if faults else "about:blank",
        "title": spoken.text(words.TITLES.get(status) or HTTPStatus(status).phrase),
        "status": status,
        "detail": detail(spoken),
        "instance": instance[:_INSTANCE_SHOWN],
    }
    if faults:
        body["errors"] = [
            {"parameter": each.parameter, "value": each.value, "expected": each.expected(spoken)}
            for each in faults[:_FAULTS_TOLD]
        ]
    language = {} if spoken is ENGLISH else {"Content-Language": spoken.language}
    return Response(
        json.dumps(body, ensure_ascii=True),
        status,
        headers={"Cache-Control": "no-store", **READABLE_BY_ALL, **language, **(headers or {})},
        media_type=MEDIA_TYPE,
    )


def spoken_to(request: Request) -> Tongue:
    """The tongue that an address names; else, where a person reads the answer in a browser, the
    first that the browser asks for. A program that names none is told in English.
    """
    if named_in({"lang": request.query_params.getlist("lang")}) or takes_html(request.headers):
        return wanted(request)
    return ENGLISH


def wanted(request: Request) -> Tongue:
    """Return the tongue that an address names, else the first that the browser asks for."""
    named = named_in({"lang": request.query_params.getlist("lang")})
    return tongue(named or chosen(weights(joined(request.headers, "accept-language"))))


_LOG = logging.getLogger(__name__)


RETRY_SECONDS = "5"
PAUSE_SECONDS = 1.0
"""How long one who asks for more than a share waits to be told so: who asks at once again would."""


async def _problem(request: Request, told: ProblemError) -> Response:
    return problem(request, told.status, told.detail, told.faults)


async def _http(request: Request, told: HTTPException) -> Response:
    headers = dict(told.headers or {})
    detail: Telling = partial(retold, told.detail)
    if told.status_code == 404:
        detail = said(words.NOTHING_HERE, address=at(DESCRIPTION))
    elif told.status_code == 405:
        allowed = _allowed(headers.get("Allow", ""))
        headers["Allow"] = ", ".join(allowed)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**READABLE_BY_ALL, **headers})
        detail = partial(_methods, allowed)
    return problem(request, told.status_code, detail, headers=headers)


def _methods(allowed: Sequence[str], spoken: Tongue) -> str:
    listed = " or ".join(allowed) if spoken is ENGLISH else spoken.either(allowed)
    return spoken.text(words.METHODS, methods=listed)


def _allowed(methods: str) -> list[str]:
    """The methods of an address: those of its route, and what every address answers."""
    found = {method.strip() for method in methods.split(",")} - {""}
    return sorted(found | {"OPTIONS"} | ({"HEAD"} if "GET" in found else set()))


async def _busy(request: Request, _: Exception) -> Response:
    return problem(request, 503, said(words.BUSY), headers={"Retry-After": RETRY_SECONDS})


async def _share_taken(request: Request, _: Exception) -> Response:
    await asyncio.sleep(PAUSE_SECONDS)
    headers = {"Retry-After": RETRY_SECONDS}
    return problem(request, 429, said(words.SHARE_TAKEN), headers=headers)


async def _too_much(request: Request, error: DrawingError) -> Response:
    _LOG.error("A drawing was ended: %s: %s", request.url.path, error)
    detail = said(words.NOT_DRAWN, reason=reason(error))
    return problem(request, 503, detail, headers={"Retry-After": RETRY_SECONDS})


async def _damaged(request: Request, error: Exception) -> Response:
    files = error.damage.files if isinstance(error, DamagedError) else ()
    if not files:
        _LOG.error("An answer cannot be made: %s", error)
    named = said(words.DAMAGED_FILES, files=", ".join(files)) if files else said(words.DAMAGED)
    return problem(request, 500, named)


EXCEPTION_HANDLERS: dict[Any, Callable[[Request, Any], Any]] = {
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
