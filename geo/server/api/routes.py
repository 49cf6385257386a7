"""The addresses of the API, and what each of them is asked with."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import FastAPI, Query, Request, Response

from geo.answers.data.borders import BordersAnswer, borders_answer
from geo.answers.data.claims import ClaimsAnswer, claims_answer
from geo.answers.data.events import EventsAnswer, events_answer
from geo.answers.data.status import StatusAnswer, status_answer
from geo.answers.data.writing import compact_json
from geo.answers.files.catalogue import EXPORTS, Export
from geo.answers.files.since import SinceAnswer, since_answer
from geo.atlas import Atlas, View
from geo.basics.boxes import Box, parse, written
from geo.basics.choices import PictureFormat, Scale
from geo.basics.errors import AtlasError
from geo.basics.file_names import MEDIA_TYPES
from geo.pictures import render
from geo.records import Event
from geo.server.api.caches import ANSWERS, WORKS
from geo.server.api.description import DESCRIPTION, described, responses
from geo.server.api.head_and_cors import HeadAsGet, ReadableByAll
from geo.server.api.parameters import (
    Asked,
    BordersQuery,
    DayQuery,
    EventsQuery,
    PictureQuery,
    PngQuery,
    SinceQuery,
    SourcesQuery,
    StatusQuery,
    WorldviewQuery,
)
from geo.server.api.problems import EXCEPTION_HANDLERS, ProblemError, fault
from geo.server.api.serving import kept, known_state, of_a_day, served
from geo.server.api.short_addresses import ShortAddresses
from geo.server.api.tracking import Untracked
from geo.server.http.reply import Reply, reply

ROOT = "/api/v1"
DESCRIPTION_PATH = "/openapi.json"
FILES: dict[str, type] = {"countries.json": StatusAnswer, "borders.json": BordersAnswer}
"""The exports whose content is described; the others are described by their media type."""

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


@app.get(f"{ROOT}/status", responses=responses(StatusAnswer), tags=["answers"])
async def status(request: Request, asked: Annotated[StatusQuery, Query()]) -> Response:
    """Who is bound on a day: every state, or one."""
    here = await served(request, asked)
    known_state(asked.country, here.atlas)

    def make(atlas: Atlas, view: View) -> Reply:
        return document(status_answer(atlas, view, asked.country))

    return await of_a_day(request, here, asked, ANSWERS, make)


@app.get(f"{ROOT}/borders", responses=responses(BordersAnswer), tags=["answers"])
async def borders(request: Request, asked: Annotated[BordersQuery, Query()]) -> Response:
    """Border segments on a day, their lengths, and who is bound on each side."""
    here = await served(request, asked)
    known_state(asked.country, here.atlas)

    def make(atlas: Atlas, view: View) -> Reply:
        return document(borders_answer(atlas, view, asked.country, flank_only=asked.flank))

    return await of_a_day(request, here, asked, ANSWERS, make)


@app.get(f"{ROOT}/events", responses=responses(EventsAnswer), tags=["answers"])
async def events(request: Request, asked: Annotated[EventsQuery, Query()]) -> Response:
    """Events of the record, oldest first."""
    here = await served(request, asked)
    known_state(asked.country, here.atlas)
    kinds = {event.kind for event in here.atlas.record.events}
    if asked.kind is not None and asked.kind not in kinds:
        expected = f"one of {', '.join(sorted(kinds))}"
        raise ProblemError(422, "No event is of this kind.", [fault("kind", asked.kind, expected)])
    if asked.first and asked.last and asked.first > asked.last:
        found = fault("from", asked.first, f"a day not after {asked.last}, which `to` names")
        raise ProblemError(400, "The period ends before it begins.", [found])

    def make() -> Reply:
        chosen = (event for event in here.atlas.record.events if _is_asked(event, asked))
        return document(events_answer(here.atlas, chosen))

    return await kept(request, here, asked, ANSWERS, make, None)


@app.get(f"{ROOT}/changes", responses=responses(SinceAnswer), tags=["answers"])
async def changes(request: Request, asked: Annotated[SinceQuery, Query()]) -> Response:
    """What is later than a day: acts, events, statuses that change, what the record has learnt."""
    here = await served(request, asked)
    known_state(asked.country, here.atlas)

    def make() -> Reply:
        return document(since_answer(here.atlas, asked.since, asked.country))

    return await kept(request, here, asked, ANSWERS, make, None)


@app.get(f"{ROOT}/claims", responses=responses(ClaimsAnswer), tags=["answers"])
async def claims(request: Request, asked: Annotated[DayQuery, Query()]) -> Response:
    """What five articles say and how it stands: on a day, or each on its article's own."""
    here = await served(request, asked)

    def make() -> Reply:
        return document(claims_answer(here.atlas, asked.date))

    return await kept(request, here, asked, ANSWERS, make, asked.date)


@app.get(
    f"{ROOT}/snapshot.png",
    response_class=Response,
    responses=responses("image/png"),
    tags=["pictures"],
)
async def snapshot_png(request: Request, asked: Annotated[PngQuery, Query()]) -> Response:
    """The map of a day as PNG."""
    return await _picture(request, asked, "png", cast(Scale, int(asked.scale)))


@app.get(
    f"{ROOT}/snapshot.svg",
    response_class=Response,
    responses=responses("image/svg+xml"),
    tags=["pictures"],
)
async def snapshot_svg(request: Request, asked: Annotated[PictureQuery, Query()]) -> Response:
    """The map of a day as SVG."""
    return await _picture(request, asked, "svg")


@app.get(
    f"{ROOT}/snapshot.pdf",
    response_class=Response,
    responses=responses("application/pdf"),
    tags=["pictures"],
)
async def snapshot_pdf(request: Request, asked: Annotated[PictureQuery, Query()]) -> Response:
    """The map of a day as PDF: a page of A4, landscape, its text as text."""
    return await _picture(request, asked, "pdf")


async def _picture(
    request: Request, asked: PictureQuery, fmt: PictureFormat, scale: Scale = 1
) -> Response:
    here = await served(request, asked)
    known_state(asked.country, here.atlas)
    box = _box(asked.bounds)
    asked = asked.model_copy(update={"bounds": box and written(box)})

    def make(atlas: Atlas, view: View) -> Reply:
        content = render(
            atlas,
            view,
            extent=asked.view,
            extent_bounds=box,
            fmt=fmt,
            scale=scale,
            theme=asked.theme,
            highlight=asked.country,
        )
        return reply(content, MEDIA_TYPES[fmt])

    return await of_a_day(request, here, asked, WORKS, make)


async def _export(request: Request, asked: WorldviewQuery, chosen: Export) -> Response:
    here = await served(request, asked)
    iso_a3 = asked.country if isinstance(asked, SourcesQuery) else None
    known_state(iso_a3, here.atlas)

    def make(atlas: Atlas, view: View) -> Reply:
        made = chosen.file(atlas, view, iso_a3 or "")
        return reply(made.content, made.media_type, made.name)

    shelves = ANSWERS if chosen.at_once else WORKS
    if chosen.dated:
        return await of_a_day(request, here, asked, shelves, make)
    view = here.atlas.on(here.atlas.verified_to)
    return await kept(request, here, asked, shelves, lambda: make(here.atlas, view), None)


def _add_export(chosen: Export) -> None:
    async def dated(request: Request, asked: Annotated[WorldviewQuery, Query()]) -> Response:
        return await _export(request, asked, chosen)

    async def of_a_country(request: Request, asked: Annotated[SourcesQuery, Query()]) -> Response:
        return await _export(request, asked, chosen)

    async def undated(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        return await _export(request, WorldviewQuery(v=asked.v), chosen)

    name = f"{chosen.what}.{chosen.format}"
    app.get(
        f"{ROOT}/exports/{name}",
        name=name,
        description=f"{chosen.words}.",
        response_class=Response,
        responses=responses(FILES.get(name, chosen.media_type.partition(";")[0])),
        tags=["files"],
    )(of_a_country if chosen.of_a_country else dated if chosen.dated else undated)


for _chosen in EXPORTS:
    _add_export(_chosen)


@app.get(DESCRIPTION_PATH, include_in_schema=False)
@app.get(f"{ROOT}/openapi.json", include_in_schema=False)
async def openapi(request: Request) -> Response:
    """This description."""
    here = await served(request, Asked())

    def make() -> Reply:
        return document(described(app, here.atlas, here.version))

    return await kept(request, here, Asked(), ANSWERS, make, None)


def _box(text: str | None) -> Box | None:
    """The box of a picture, its numbers in range already; whether they make one shows here."""
    try:
        return None if text is None else parse(text)
    except AtlasError:
        words = "These numbers make no box that can be drawn."
        raise ProblemError(400, words, [fault("bounds", text)]) from None


def _is_asked(event: Event, asked: EventsQuery) -> bool:
    return (
        (asked.first is None or event.date.last >= asked.first)
        and (asked.last is None or event.date.first <= asked.last)
        and (asked.country is None or asked.country in event.iso_a3)
        and asked.treaty in (None, event.treaty)
        and asked.kind in (None, event.kind)
    )


def document(answer: object) -> Reply:
    """An answer as the JSON that is sent."""
    return reply(compact_json(answer).encode(), "application/json")
