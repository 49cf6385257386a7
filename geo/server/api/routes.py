"""The addresses of answers in the API, and what each of them is asked with."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from geo.answers.data.borders import BordersAnswer, borders_answer
from geo.answers.data.claims import ClaimsAnswer, claims_answer
from geo.answers.data.compare import CompareAnswer, compare_answer
from geo.answers.data.curve import CurveAnswer
from geo.answers.data.events import EventsAnswer, events_answer
from geo.answers.data.status import StatusAnswer, status_answer
from geo.answers.data.writing import compact_json
from geo.answers.files.since import SinceAnswer, since_answer, since_table
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas, View
from geo.basics.dates import today
from geo.basics.file_names import MEDIA_TYPES
from geo.records import Event
from geo.server.api.app import ROOT, address, app
from geo.server.api.caches import ANSWERS
from geo.server.api.description import described
from geo.server.api.parameters import (
    Asked,
    BordersQuery,
    ClaimsQuery,
    CompareQuery,
    CurveQuery,
    EventsQuery,
    SinceFileQuery,
    SinceQuery,
    StatusQuery,
)
from geo.server.api.serving import (
    expect_order,
    kept,
    of_a_day,
    of_every_day,
    served,
    supposing,
)
from geo.server.base_path import base
from geo.server.drawing import jobs
from geo.server.http.reply import Reply, reply

DESCRIPTION_PATH = "/openapi.json"


@address("/status", StatusAnswer, "answers")
async def status(request: Request, asked: Annotated[StatusQuery, Query()]) -> Response:
    """Who is bound on a day: every state, or one."""
    here, asked = await served(request, asked)

    def make(atlas: Atlas, view: View) -> Reply:
        answer = status_answer(atlas, view, asked.country, tongue(asked.lang))
        return document(answer, asked.lang)

    return await of_a_day(request, here, asked, ANSWERS, make)


@address("/borders", BordersAnswer, "answers")
async def borders(request: Request, asked: Annotated[BordersQuery, Query()]) -> Response:
    """Border segments on a day, their lengths, and who is bound on each side."""
    here, asked = await served(request, asked)

    def make(atlas: Atlas, view: View) -> Reply:
        answer = borders_answer(atlas, view, asked.country, asked.lens, tongue(asked.lang))
        return document(answer, asked.lang)

    return await of_a_day(request, here, asked, ANSWERS, make)


@address("/curve", CurveAnswer, "answers")
async def curve(request: Request, asked: Annotated[CurveQuery, Query()]) -> Response:
    """How much border lies between two bound states, one, none, on every day since 1997."""
    return await of_every_day(request, asked, jobs.curve, "application/json")


@address("/compare", CompareAnswer, "answers")
async def compare(request: Request, asked: Annotated[CompareQuery, Query()]) -> Response:
    """Two days side by side, and what changed between: states, and kilometres of border."""
    here, asked = await served(request, asked)
    last = asked.last or today()
    expect_order(asked.first, asked.last)

    def make() -> Reply:
        atlas = supposing(here.atlas, asked)
        before, after = (atlas.on(day, asked.worldview) for day in (asked.first, last))
        said_in = tongue(asked.lang)
        answer = compare_answer(atlas, before, after, asked.country, asked.lens, said_in)
        return document(answer, asked.lang)

    follows = asked.last is None
    asked = asked.model_copy(update={"last": last})
    return await kept(request, here, asked, ANSWERS, make, last, follows=follows)


@address("/events", EventsAnswer, "answers")
async def events(request: Request, asked: Annotated[EventsQuery, Query()]) -> Response:
    """Events of the record, oldest first."""
    here, asked = await served(request, asked)
    if asked.first and asked.last:
        expect_order(asked.first, asked.last)

    def make() -> Reply:
        chosen = (event for event in here.atlas.record.events if _is_asked(event, asked))
        return document(events_answer(here.atlas, chosen, tongue(asked.lang)), asked.lang)

    return await kept(request, here, asked, ANSWERS, make)


@address("/changes", SinceAnswer, "answers")
async def changes(request: Request, asked: Annotated[SinceQuery, Query()]) -> Response:
    """What is later than a day: acts, events, statuses that change, what the record has learnt."""
    here, asked = await served(request, asked)

    def make() -> Reply:
        answer = since_answer(here.atlas, asked.since, asked.country, tongue(asked.lang))
        return document(answer, asked.lang)

    return await kept(request, here, asked, ANSWERS, make)


@address("/changes.csv", "text/csv", "answers")
async def changes_csv(request: Request, asked: Annotated[SinceFileQuery, Query()]) -> Response:
    """The statuses that change after a day, as a table."""
    here, asked = await served(request, asked)

    def make() -> Reply:
        answer = since_answer(here.atlas, asked.since, asked.country)
        return reply(since_table(answer).csv().encode(), MEDIA_TYPES["csv"])

    return await kept(request, here, asked, ANSWERS, make)


@address("/claims", ClaimsAnswer, "answers")
async def claims(request: Request, asked: Annotated[ClaimsQuery, Query()]) -> Response:
    """What articles say and how it stands: on a day, or each on its article's own."""
    here, asked = await served(request, asked)

    def make() -> Reply:
        answer = claims_answer(here.atlas, asked.date, tongue(asked.lang))
        return document(answer, asked.lang)

    return await kept(request, here, asked, ANSWERS, make, asked.date)


@app.get(DESCRIPTION_PATH, include_in_schema=False)
@app.get(f"{ROOT}/openapi.json", include_in_schema=False)
async def openapi(request: Request) -> Response:
    """This description."""
    here, asked = await served(request, Asked())

    def make() -> Reply:
        return document(described(app, here.atlas, here.version, base()))

    return await kept(request, here, asked, ANSWERS, make)


def _is_asked(event: Event, asked: EventsQuery) -> bool:
    return (
        (asked.first is None or event.date.last >= asked.first)
        and (asked.last is None or event.date.first <= asked.last)
        and (asked.country is None or asked.country in event.iso_a3)
        and asked.treaty in (None, event.treaty)
        and asked.kind in (None, event.kind)
    )


def document(answer: object, language: str = "") -> Reply:
    """An answer as the JSON that is sent; `language` where it is made in several."""
    return reply(compact_json(answer).encode(), "application/json", language=language)
