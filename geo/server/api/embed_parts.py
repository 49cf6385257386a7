"""What a frame asks for after its first paint: the world beyond the flank, one dossier at a time.

The addresses are the frame's own and no part of the API: what they give changes with its script.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Literal, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.answers.permalink import Place
from geo.answers.words.tongue import tongue
from geo.basics.choices import Language, Worldview
from geo.basics.languages import USUAL
from geo.server import current_data
from geo.server.api.caches import FRAMES
from geo.server.api.head_and_cors import ReadableByAll
from geo.server.api.parameters import LensName, StateName, WhatIf
from geo.server.api.problems import EXCEPTION_HANDLERS, ProblemError, fault, given_twice, senseless
from geo.server.api.replies import send
from geo.server.api.serving import asker, code, known_lens, supposing
from geo.server.api.short_addresses import ShortAddresses
from geo.server.api.tracking import Untracked
from geo.server.base_path import at
from geo.server.http.reply import FOR_AN_HOUR, IMMUTABLE, Reply, reply
from geo.web import map_config, standalone
from geo.web.documents.dossiers import dossiers
from geo.web.documents.lens import lens_file
from geo.web.documents.map_data import compact_json
from geo.web.documents.slices import slice_of
from geo.web.documents.timeline import timeline
from geo.web.documents.two_days import comparison_file
from geo.web.served import Served

_WORLD, _DOSSIERS = "embed/world", "embed/dossiers"
_NAMES, _STEPS, _TIMELINE = "embed/names", "embed/steps", "embed/timeline"
_LENS, _COMPARISON, _WORDS = "embed/lens", "embed/comparison", "embed/words"
_JSON = "application/json"

Q = TypeVar("Q", bound=BaseModel)


class NoQuery(BaseModel):
    """Nothing: the same for all."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SpokenQuery(NoQuery):
    """The same for all, in a language; of what it was named for, by the page, as `edition`."""

    lang: Language = USUAL
    edition: str = Field("", max_length=40)


class SupposingQuery(SpokenQuery):
    """The same for all, with what an address supposes."""

    what_if: WhatIf | None = None


class NamesQuery(SpokenQuery):
    """What states are called; `whole`: in every language, not in this one and English alone."""

    whole: Literal["1"] | None = None


class WorldQuery(SpokenQuery):
    """Whose borders, and what is called how beyond the flank."""

    worldview: Worldview = "un"


class TimelineQuery(SupposingQuery):
    """What changes with the day, and whose borders."""

    worldview: Worldview = "un"


class LensQuery(TimelineQuery):
    """Which border line."""

    lens: LensName


class DossierQuery(TimelineQuery):
    """Whose dossier; without a country the overview of the flank. `whole`: that of every state."""

    country: StateName | None = None
    whole: Literal["1"] | None = None


def addresses(place: Place, language: Language = USUAL) -> dict[str, str]:
    """Where a frame asks for each document in a language, relative to its own address."""
    spoken: dict[str, str] = {"lang": language} if language != USUAL else {}
    mine = spoken | ({"what_if": place.what_if} if place.what_if else {})
    asked: dict[str, str] = {"worldview": place.worldview}
    return {
        "world": _address(_WORLD, asked | spoken),
        "dossiers": _address(_DOSSIERS, asked | mine),
        "names": _address(_NAMES, spoken),
        "steps": _address(_STEPS, mine),
        **_lens_of(place, spoken),
    }


def _lens_of(place: Place, spoken: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Where the document of a place's lens is; nothing for the one that a reader lands on."""
    if not place.other_lens:
        return {}
    supposed = {"what_if": place.what_if} if place.what_if else {}
    asked = {"worldview": place.worldview, "lens": place.other_lens, **spoken, **supposed}
    return {"lens": _address(_LENS, asked)}


def own_files(
    place: Place, edition: str = "", language: Language = USUAL, opened_in: Language = USUAL
) -> dict[str, str]:
    """Where the page asks for what is a reader's own: his lens, what tells two days apart, and the
    documents of what he supposes and those in his language, which take the place of the record's
    in English.

    `edition` is that of what is served; the map says what it says of itself in the language that
    the page was `opened_in`, until it is given the words of another.
    """
    spoken = {"lang": language, "edition": edition} if language != USUAL else {}
    supposed = {"what_if": place.what_if} if place.what_if else {}
    found = _lens_of(place, spoken)
    if place.compare:
        found["comparison"] = _address(
            _COMPARISON, {"worldview": place.worldview} | spoken | supposed
        )
    if mine := spoken | supposed:
        drawn = {"worldview": place.worldview} | mine
        found["timeline"] = _address(_TIMELINE, drawn)
        found["dossiers"] = _address(_DOSSIERS, drawn | {"whole": "1"})
        found["steps"] = _address(_STEPS, mine)
    if spoken:
        found["names"] = _address(_NAMES, spoken | {"whole": "1"})
    if language != opened_in:
        found["words"] = _address(_WORDS, {"lang": language, "edition": edition})
    return {role: at(f"/{address}") for role, address in found.items()}


def _address(path: str, asked: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(asked, safe=',:')}" if asked else path


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
        body = standalone.world(here.atlas, asked.worldview, tongue(asked.lang))
        return reply(body, _JSON)

    made = await FRAMES.common.wait((here.version, _WORLD, asked), make)
    return send(made, request, FOR_AN_HOUR, here.modified, here.version)


async def _dossiers(request: Request) -> Response:
    asked = asked_of(request, DossierQuery)
    here = await current_data.CURRENT.served()
    iso_a3 = "" if asked.country is None else code(asked.country, here.atlas)

    def make() -> Reply:
        whole = (
            dossiers(supposing(here.atlas, asked), asked.worldview, tongue(asked.lang))
            if asked.what_if
            else json.loads(here.spoken("dossiers", asked.lang, asked.worldview).body)
        )
        return reply(compact_json(whole if asked.whole else slice_of(whole, iso_a3)), _JSON)

    return await _kept(request, here, asked.model_copy(update={"country": iso_a3}), make)


async def _timeline(request: Request) -> Response:
    asked = asked_of(request, TimelineQuery)
    here = await current_data.CURRENT.served()

    def make() -> Reply:
        if not asked.what_if:
            return reply(here.spoken("timeline", asked.lang, asked.worldview).body, _JSON)
        there = supposing(here.atlas, asked)
        return reply(compact_json(timeline(there, asked.worldview, tongue(asked.lang))), _JSON)

    return await _kept(request, here, asked, make)


async def _comparison(request: Request) -> Response:
    asked = asked_of(request, TimelineQuery)
    here = await current_data.CURRENT.served()

    def make() -> Reply:
        there = supposing(here.atlas, asked)
        return reply(
            compact_json(comparison_file(there, asked.worldview, tongue(asked.lang))), _JSON
        )

    return await _kept(request, here, asked, make)


async def _lens(request: Request) -> Response:
    asked = asked_of(request, LensQuery)
    here = await current_data.CURRENT.served()
    known_lens(asked.lens, here.atlas)

    def make() -> Reply:
        there, lines = supposing(here.atlas, asked), here.lines(asked.worldview)
        made = lens_file(there, asked.worldview, asked.lens, lines, tongue(asked.lang))
        return reply(compact_json(made), _JSON)

    return await _kept(request, here, asked, make)


async def _steps(request: Request) -> Response:
    asked = asked_of(request, SupposingQuery)
    here = await current_data.CURRENT.served()

    def make() -> Reply:
        there = supposing(here.atlas, asked)
        return reply(standalone.stepped(there, tongue(asked.lang)), _JSON)

    return await _kept(request, here, asked, make)


async def _kept(
    request: Request, here: Served, asked: SupposingQuery, make: Callable[[], Reply]
) -> Response:
    """An answer from its shelf: what somebody supposes or looks through is his own, the
    record is everybody's.
    """
    key = (here.version, request.url.path, asked)
    if asked.what_if or isinstance(asked, LensQuery):
        made = await FRAMES.asked.wait(key, make, asker(request))
    else:
        made = await FRAMES.common.wait(key, make)
    return send(made, request, _for_how_long(asked, here), here.modified, here.version)


async def _names(request: Request) -> Response:
    asked = asked_of(request, NamesQuery)
    here = await current_data.CURRENT.served()

    def make() -> Reply:
        if asked.whole:
            return reply(here.spoken("names", asked.lang, "un").body, _JSON)
        return reply(standalone.called(here.atlas, tongue(asked.lang)), _JSON)

    made = await FRAMES.common.wait((here.version, _NAMES, asked), make)
    return send(made, request, _for_how_long(asked, here), here.modified, here.version)


async def _words(request: Request) -> Response:
    asked = asked_of(request, SpokenQuery)
    here = await current_data.CURRENT.served()

    def make() -> Reply:
        return reply(compact_json(map_config.spoken(tongue(asked.lang))), _JSON)

    made = await FRAMES.common.wait((here.version, _WORDS, asked), make)
    return send(made, request, _for_how_long(asked, here), here.modified, here.version)


def _for_how_long(asked: SpokenQuery, here: Served) -> str:
    """How long a browser may keep an answer: for good where its address names what is served."""
    return IMMUTABLE if asked.edition == here.edition else FOR_AN_HOUR


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
    _route(f"/{_NAMES}", _names),
    _route(f"/{_STEPS}", _steps),
    _route(f"/{_TIMELINE}", _timeline),
    _route(f"/{_LENS}", _lens),
    _route(f"/{_COMPARISON}", _comparison),
    _route(f"/{_WORDS}", _words),
]
