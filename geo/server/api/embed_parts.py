"""Answers what a frame asks for after its first paint: the world, one dossier at a time."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.answers.words.expected import NONE_BUT
from geo.answers.words.said import said
from geo.answers.words.tongue import Tongue, tongue
from geo.atlas import Atlas
from geo.basics.choices import Language, Worldview
from geo.basics.languages import USUAL
from geo.server import current_data
from geo.server.api import embed_addresses
from geo.server.api.caches import FRAMES
from geo.server.api.known import all_of
from geo.server.api.parameters import LensName, StateName, WhatIf
from geo.server.api.problems import ProblemError, faults_of, given_twice, senseless
from geo.server.api.replies import send
from geo.server.api.routing import route
from geo.server.api.serving import asker, supposing, understood
from geo.server.http.reply import FOR_AN_HOUR, IMMUTABLE, Reply, reply
from geo.web import map_config, standalone
from geo.web.documents.dossiers import dossiers
from geo.web.documents.lens import lens_file
from geo.web.documents.map_data import compact_json
from geo.web.documents.names import names
from geo.web.documents.slices import slice_of
from geo.web.documents.step_rows import step_rows
from geo.web.documents.timeline import timeline
from geo.web.documents.two_days import comparison_file
from geo.web.served import Served


class SpokenQuery(BaseModel):
    """Asks in which language, and by `edition` for which version of what is served."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Language = USUAL
    edition: str = Field("", max_length=40)


class SupposingQuery(SpokenQuery):
    """Asks also with what an address supposes."""

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


Q = TypeVar("Q", bound=BaseModel)
Part = TypeVar("Part", bound=SpokenQuery)


def asked_of(request: Request, kind: type[Q]) -> Q:
    """Return what an address asks. Raises ProblemError for a parameter that makes no sense."""
    found = given_twice(request)
    try:
        asked = kind.model_validate(dict(request.query_params))
    except ValidationError as error:
        known = said(NONE_BUT, names=", ".join(kind.model_fields))
        found = [*faults_of(error.errors(), known), *found]
    else:
        if not found:
            return asked
    found = all_of(found, request)
    raise ProblemError(422, senseless(found), found)


def _dossiers(here: Served, there: Atlas, asked: DossierQuery, spoken: Tongue) -> object:
    whole = (
        dossiers(there, asked.worldview, spoken)
        if asked.what_if
        else json.loads(here.spoken("dossiers", asked.lang, asked.worldview).body)
    )
    return whole if asked.whole else slice_of(whole, asked.country or "")


def _names(here: Served, there: Atlas, asked: NamesQuery, spoken: Tongue) -> object:
    if asked.whole:
        return here.spoken("names", asked.lang, "un").body
    return names(there, spoken, of_others=False)


def _timeline(here: Served, there: Atlas, asked: TimelineQuery, spoken: Tongue) -> object:
    if asked.what_if:
        return timeline(there, asked.worldview, spoken)
    return here.spoken("timeline", asked.lang, asked.worldview).body


def _lens(here: Served, there: Atlas, asked: LensQuery, spoken: Tongue) -> object:
    return lens_file(there, asked.worldview, asked.lens, here.lines(asked.worldview), spoken)


def _route(
    path: str, kind: type[Part], make: Callable[[Served, Atlas, Part, Tongue], object]
) -> Route:
    """A route to a document; one that somebody supposes or looks through is kept as his own.

    What makes it is given what is served, its atlas with what is supposed, the question and its
    language; it gives the document, or the bytes of one that is kept.
    """

    async def answer(request: Request) -> Response:
        asked = asked_of(request, kind)
        here = await current_data.CURRENT.served()
        asked = understood(asked, here.atlas)

        def made() -> Reply:
            found = make(here, supposing(here.atlas, asked), asked, tongue(asked.lang))
            content = found if isinstance(found, bytes) else compact_json(found)
            return reply(content, "application/json")

        own = isinstance(asked, LensQuery) or getattr(asked, "what_if", None)
        cache, client = (FRAMES.asked, asker(request)) if own else (FRAMES.common, "")
        answered = await cache.wait((here.version, path, asked), made, client)
        # For good where the address names what is served.
        lasting = IMMUTABLE if asked.edition == here.edition else FOR_AN_HOUR
        return send(answered, request, lasting, here.modified, here.version)

    return route(f"/{path}", answer)


ROUTES = [
    _route(
        embed_addresses.WORLD,
        WorldQuery,
        lambda _, there, asked, spoken: standalone.world(there, asked.worldview, spoken),
    ),
    _route(embed_addresses.DOSSIERS, DossierQuery, _dossiers),
    _route(embed_addresses.NAMES, NamesQuery, _names),
    _route(
        embed_addresses.STEPS, SupposingQuery, lambda _, there, _a, spoken: step_rows(there, spoken)
    ),
    _route(embed_addresses.TIMELINE, TimelineQuery, _timeline),
    _route(embed_addresses.LENS, LensQuery, _lens),
    _route(
        embed_addresses.COMPARISON,
        TimelineQuery,
        lambda _, there, asked, spoken: comparison_file(there, asked.worldview, spoken),
    ),
    _route(embed_addresses.WORDS, SpokenQuery, lambda _, _t, _a, spoken: map_config.spoken(spoken)),
]
