"""How a request gets its answer: from the data served now, out of the cache or made for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial
from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel

from geo.answers.search import meant, no_state
from geo.answers.supposing import RefusedError
from geo.answers.supposing import supposing as with_acts
from geo.answers.words.expected import A_DAY_TO, NOT_AFTER
from geo.answers.words.problems import BACKWARDS, NOT_KEPT
from geo.answers.words.said import said
from geo.atlas import Atlas, View
from geo.basics.choices import FIRST_DAY, LATEST
from geo.basics.dates import seconds_left, today
from geo.server import current_data
from geo.server.api.caches import WORKS, Caches
from geo.server.api.known import refuse
from geo.server.api.parameters import Asked, CurveQuery, DayQuery, WorldviewQuery
from geo.server.api.problems import ProblemError, fault, given_twice
from geo.server.api.replies import caching, send
from geo.server.clients import client_of
from geo.server.drawing import ASKED, COMMON, Studio
from geo.server.http.reply import Reply, reply
from geo.web.served import Served

Named = TypeVar("Named", bound=BaseModel)
Question = TypeVar("Question", bound=Asked)
OfADay = TypeVar("OfADay", bound=DayQuery)


async def served(request: Request, asked: Question) -> tuple[Served, Question]:
    """The data served now, and what is asked of them, as `understood` has it.

    ProblemError where another version is asked for, or a thing twice.
    """
    here = await current_data.CURRENT.served()
    refuse(given_twice(request), dict(asked), here.atlas)
    if asked.v is not None and asked.v != here.version:
        raise ProblemError(404, said(NOT_KEPT, here=here.version, asked=asked.v))
    return here, understood(asked, here.atlas)


def understood(asked: Named, atlas: Atlas) -> Named:
    """Replaces the `country` of a question by the code of the state that is meant.

    ProblemError for what only the data know, and do not: however a state is called, the answer is
    one.
    """
    refuse((), dict(asked), atlas)
    if name := getattr(asked, "country", None):
        asked = asked.model_copy(update={"country": meant(atlas, name).state})
    return asked


def code(name: str, atlas: Atlas, parameter: str = "country", status: int = 422) -> str:
    """The code of the state that a parameter names. ProblemError of a status for no state."""
    found = meant(atlas, name)
    if found.says:
        told = partial(no_state, atlas, name)
        raise ProblemError(status, told, [fault(parameter, name)])
    return found.state


def supposing(atlas: Atlas, asked: BaseModel) -> Atlas:
    """The atlas with the acts that `what_if` supposes, where it is given.

    ProblemError for acts of no state, and for those the Convention does not allow, with why.
    """
    text = getattr(asked, "what_if", None)
    if text is None:
        return atlas
    try:
        return with_acts(atlas, text)
    except RefusedError as error:
        raise ProblemError(400, error.words, [fault("what_if", error.written)]) from None


def expect_order(first: date, last: date | None) -> None:
    """ProblemError for a period that ends before it begins: where no end is named, by now."""
    if first > (end := last or today()):
        takes = said(NOT_AFTER, day=last) if last else said(A_DAY_TO, first=FIRST_DAY, last=end)
        found = fault("from", first, takes)
        raise ProblemError(400, said(BACKWARDS), [found])


async def of_a_day(
    request: Request,
    here: Served,
    asked: DayQuery,
    caches: Caches,
    make: Callable[[Atlas, View], Reply],
    *,
    base: str = "",
) -> Response:
    """An answer about the day asked for, or about today, in the worldview asked for.

    `base` as in `kept`.
    """
    day = asked.date or today()
    follows = asked.date is None
    asked = asked.model_copy(update={"date": day})
    worldview = asked.worldview if isinstance(asked, WorldviewQuery) else "un"

    def of_the_day() -> Reply:
        atlas = supposing(here.atlas, asked)
        return make(atlas, atlas.on(day, worldview))

    return await kept(request, here, asked, caches, of_the_day, day, follows=follows, base=base)


async def of_every_day(
    request: Request, asked: CurveQuery, job: Callable[..., bytes], media_type: str, **how: Any
) -> Response:
    """Return what a job of `drawing.jobs` makes of a border line over time; `how` it is to."""
    here, asked = await served(request, asked)
    draws = studio(request, here, asked)

    def make() -> Reply:
        made = partial(
            job,
            supposed=supposing(here.atlas, asked).supposed,
            worldview=asked.worldview,
            iso_a3=asked.country,
            lens=asked.lens,
            language=asked.lang,
            **how,
        )
        return reply(draws.make(here.atlas, made), media_type, language=asked.lang)

    return await kept(request, here, asked, WORKS, make)


async def kept(
    request: Request,
    here: Served,
    asked: Asked,
    caches: Caches,
    make: Callable[[], Reply],
    day: date | None = None,
    *,
    follows: bool = False,
    base: str = "",
) -> Response:
    """An answer from its cache, or made and put there; `day` as in `caching`.

    `base` is the address of the page where the answer names it.

    It `follows` today where the address names no day or LATEST: it is another answer tomorrow.
    """
    begun = today() if follows or LATEST in request.query_params.values() else None
    path, alike = request.url.path, asked.model_copy(update={"v": None})
    key: Hashable = (here.version, base, path, alike)
    cache = caches.common if _is_common(request, here, asked, day) else caches.asked
    client = asker(request) if cache is caches.asked else ""
    made = cache.get(key) or await cache.wait(key, make, client)
    lasting = caching(asked.v, day, here.atlas.verified_to) if begun is None else until_over(begun)
    return send(made, request, lasting, here.changed(begun), here.version)


def asker(request: Request) -> str:
    """Return who asks, as shares are told apart."""
    return client_of(request.client.host if request.client else None)


def studio(request: Request, here: Served, asked: Asked) -> Studio:
    """Return where an answer is drawn: as it is kept, apart where it is the same for all."""
    day = asked.date if isinstance(asked, DayQuery) else None
    return COMMON if _is_common(request, here, asked, day) else ASKED


def _is_common(request: Request, here: Served, asked: Asked, day: date | None) -> bool:
    """Whether all ask the same: of no day, of today or the record's last, and nothing of many."""
    usual = day in (None, today(), here.atlas.verified_to)
    return usual and "iso3" not in request.path_params and asked.free() <= {"date"}


def until_over(day: date) -> str:
    """Return how long an answer of today is kept: an hour, never into the next day (UTC)."""
    return f"public, max-age={min(3600, seconds_left(day))}, must-revalidate"
