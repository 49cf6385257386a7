"""What a frame asks for after its first paint: the world beyond the flank, one dossier at a time.

The addresses are the frame's own and no part of the API: what they give changes with its script.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.atlas import Atlas
from geo.basics.choices import Worldview
from geo.server import current_data
from geo.server.api.caches import FRAMES
from geo.server.api.head_and_cors import ReadableByAll
from geo.server.api.parameters import StateName
from geo.server.api.problems import EXCEPTION_HANDLERS, ProblemError, fault, given_twice, senseless
from geo.server.api.replies import send
from geo.server.api.serving import code
from geo.server.api.short_addresses import ShortAddresses
from geo.server.api.tracking import Untracked
from geo.server.http.reply import FOR_AN_HOUR, Reply, reply
from geo.web import standalone
from geo.web.documents.map_data import compact_json
from geo.web.documents.slices import slice_of

_WORLD, _DOSSIERS = "embed/world", "embed/dossiers"
_NAMES, _STEPS = "embed/names", "embed/steps"
_JSON = "application/json"

Q = TypeVar("Q", bound=BaseModel)


class NoQuery(BaseModel):
    """Nothing: the same for all."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WorldQuery(NoQuery):
    """Whose borders."""

    worldview: Worldview = "un"


class DossierQuery(WorldQuery):
    """Whose dossier; without a country the overview of the flank."""

    country: StateName | None = None


def addresses(worldview: Worldview) -> dict[str, str]:
    """Where a frame asks for each document, relative to its own address."""
    asked = urlencode({"worldview": worldview})
    of_worldview = {"world": f"{_WORLD}?{asked}", "dossiers": f"{_DOSSIERS}?{asked}"}
    return {**of_worldview, "names": _NAMES, "steps": _STEPS}


def asked_of(request: Request, kind: type[Q]) -> Q:
    """What an address asks. Raises ProblemError for a parameter that makes no sense."""
    found = given_twice(request)
    try:
        asked = kind.model_validate(dict(request.query_params))
    except ValidationError as error:
        known = f"only {', '.join(kind.model_fields)}"
        wrong = [
            fault(
                str(one["loc"][0]),
                one["input"],
                known if one["type"] == "extra_forbidden" else None,
            )
            for one in error.errors()
        ]
        found = [*wrong, *found]
        raise ProblemError(422, senseless(found), found) from None
    if found:
        raise ProblemError(422, senseless(found), found)
    return asked


async def _world(request: Request) -> Response:
    asked = asked_of(request, WorldQuery)
    here = await current_data.CURRENT.served()

    def make() -> Reply:
        return reply(standalone.world(here.atlas, asked.worldview), _JSON)

    made = await FRAMES.common.wait((here.version, _WORLD, asked), make)
    return send(made, request, FOR_AN_HOUR, here.modified, here.version)


async def _dossiers(request: Request) -> Response:
    asked = asked_of(request, DossierQuery)
    here = await current_data.CURRENT.served()
    iso_a3 = "" if asked.country is None else code(asked.country, here.atlas)

    def make() -> Reply:
        whole = json.loads(here.dossier_data()[asked.worldview]["dossiers"].body)
        return reply(compact_json(slice_of(whole, iso_a3)), _JSON)

    made = await FRAMES.common.wait((here.version, _DOSSIERS, asked.worldview, iso_a3), make)
    return send(made, request, FOR_AN_HOUR, here.modified, here.version)


def _same_for_all(path: str, make: Callable[[Atlas], bytes]) -> Route:
    async def answer(request: Request) -> Response:
        asked = asked_of(request, NoQuery)
        here = await current_data.CURRENT.served()
        made = await FRAMES.common.wait(
            (here.version, path, asked), lambda: reply(make(here.atlas), _JSON)
        )
        return send(made, request, FOR_AN_HOUR, here.modified, here.version)

    return _route(f"/{path}", answer)


def _route(path: str, answer: Callable[[Request], Awaitable[Response]]) -> Route:
    async def told(request: Request) -> Response:
        try:
            return await answer(request)
        except tuple(EXCEPTION_HANDLERS) as error:
            handler = next(h for kind, h in EXCEPTION_HANDLERS.items() if isinstance(error, kind))
            refused: Response = await handler(request, error)
            return refused

    return Route(path, ShortAddresses(ReadableByAll(Untracked(Route(path, told)))))


ROUTES = [
    _route(f"/{_WORLD}", _world),
    _route(f"/{_DOSSIERS}", _dossiers),
    _same_for_all(_NAMES, standalone.called),
    _same_for_all(_STEPS, standalone.stepped),
]
