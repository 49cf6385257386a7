"""The addresses of the API, and what each of them is asked with."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import UTC, date, datetime
from typing import Annotated, cast

from fastapi import FastAPI, Path, Query, Request, Response

from geo.answers import json_answers
from geo.answers.files.catalogue import EXPORTS, Export
from geo.atlas import Atlas, View
from geo.basics.boxes import Box, parse, written
from geo.basics.choices import Scale
from geo.basics.errors import AtlasError
from geo.basics.shared_cache import SharedCache
from geo.pictures import render
from geo.records import Event
from geo.server.api import models
from geo.server.api.caches import ANSWERS, WORKS
from geo.server.api.country_models import CountryAnswer
from geo.server.api.description import DESCRIPTION, described, responses
from geo.server.api.head_and_cors import HeadAsGet, ReadableByAll
from geo.server.api.parameters import (
    EXPECTED,
    Asked,
    BordersQuery,
    DayQuery,
    EventsQuery,
    PictureQuery,
    PngQuery,
    SourcesQuery,
    StatusQuery,
    WorldviewQuery,
)
from geo.server.api.problems import EXCEPTION_HANDLERS, ProblemError, fault, given_twice, senseless
from geo.server.api.replies import Reply, caching, reply, send
from geo.server.current_data import CURRENT, Served

JSON = "application/json"
ROOT = "/api/v1"
FILES: dict[str, type[models.Shape]] = {
    "countries.json": models.CountriesFile,
    "borders.json": models.BordersFile,
}
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


@app.get(f"{ROOT}/status", responses=responses(models.StatusAnswer), tags=["answers"])
async def status(request: Request, asked: Annotated[StatusQuery, Query()]) -> Response:
    """Who is bound on a day: every state, or one."""
    here = await _served(request, asked)
    _known_state(asked.country, here.atlas)

    def make(atlas: Atlas, view: View) -> Reply:
        return _json(json_answers.status(atlas, view, asked.country))

    return await _of_a_day(request, here, asked, ANSWERS, make)


@app.get(f"{ROOT}/borders", responses=responses(models.BordersAnswer), tags=["answers"])
async def borders(request: Request, asked: Annotated[BordersQuery, Query()]) -> Response:
    """Border segments on a day, their lengths, and who is bound on each side."""
    here = await _served(request, asked)
    _known_state(asked.country, here.atlas)

    def make(atlas: Atlas, view: View) -> Reply:
        return _json(json_answers.borders(atlas, view, asked.country, flank=asked.flank))

    return await _of_a_day(request, here, asked, ANSWERS, make)


@app.get(
    f"{ROOT}/countries/{{iso3}}",
    responses=responses(CountryAnswer, unknown="There is no such state."),
    tags=["answers"],
)
async def country(
    request: Request,
    iso3: Annotated[str, Path(description=EXPECTED["iso3"], pattern="^[A-Z]{3}$")],
    asked: Annotated[WorldviewQuery, Query()],
) -> Response:
    """The dossier of one country on a day."""
    here = await _served(request, asked)
    if iso3 not in here.atlas.record.states:
        raise ProblemError(404, f"No state has the code {iso3}.", [fault("iso3", iso3)])

    def make(atlas: Atlas, view: View) -> Reply:
        return _json(json_answers.country(atlas, view, iso3))

    return await _of_a_day(request, here, asked, ANSWERS, make)


@app.get(f"{ROOT}/events", responses=responses(models.EventsAnswer), tags=["answers"])
async def events(request: Request, asked: Annotated[EventsQuery, Query()]) -> Response:
    """Events of the record, oldest first."""
    here = await _served(request, asked)
    _known_state(asked.country, here.atlas)
    kinds = {event.kind for event in here.atlas.record.events}
    if asked.kind is not None and asked.kind not in kinds:
        expected = f"one of {', '.join(sorted(kinds))}"
        raise ProblemError(422, "No event is of this kind.", [fault("kind", asked.kind, expected)])
    if asked.first and asked.last and asked.first > asked.last:
        found = fault("from", asked.first, f"a day not after {asked.last}, which `to` names")
        raise ProblemError(400, "The period ends before it begins.", [found])

    def make() -> Reply:
        chosen = (event for event in here.atlas.record.events if _is_asked(event, asked))
        return _json(json_answers.events(here.atlas, chosen))

    return await _kept(request, here, asked, ANSWERS, make, None)


@app.get(f"{ROOT}/claims", responses=responses(models.ClaimsAnswer), tags=["answers"])
async def claims(request: Request, asked: Annotated[DayQuery, Query()]) -> Response:
    """What five articles say and how it stands: on a day, or each on its article's own."""
    here = await _served(request, asked)

    def make() -> Reply:
        return _json(json_answers.claims(here.atlas, asked.date))

    return await _kept(request, here, asked, ANSWERS, make, asked.date)


@app.get(
    f"{ROOT}/snapshot.png",
    response_class=Response,
    responses=responses("image/png"),
    tags=["pictures"],
)
async def snapshot_png(request: Request, asked: Annotated[PngQuery, Query()]) -> Response:
    """The map of a day as PNG."""
    return await _picture(request, asked, scale=cast(Scale, int(asked.scale)))


@app.get(
    f"{ROOT}/snapshot.svg",
    response_class=Response,
    responses=responses("image/svg+xml"),
    tags=["pictures"],
)
async def snapshot_svg(request: Request, asked: Annotated[PictureQuery, Query()]) -> Response:
    """The map of a day as SVG."""
    return await _picture(request, asked, scale=None)


async def _picture(request: Request, asked: PictureQuery, scale: Scale | None) -> Response:
    here = await _served(request, asked)
    _known_state(asked.country, here.atlas)
    box = _box(asked.bounds)
    asked = asked.model_copy(update={"bounds": box and written(box)})

    def make(atlas: Atlas, view: View) -> Reply:
        content = render(
            atlas,
            view,
            extent=asked.view,
            extent_bounds=box,
            fmt="png" if scale else "svg",
            scale=scale or 1,
            theme=asked.theme,
            highlight=asked.country,
        )
        return reply(content, "image/png" if scale else "image/svg+xml")

    return await _of_a_day(request, here, asked, WORKS, make)


async def _export(request: Request, asked: WorldviewQuery, chosen: Export) -> Response:
    here = await _served(request, asked)
    iso_a3 = asked.country if isinstance(asked, SourcesQuery) else None
    _known_state(iso_a3, here.atlas)

    def make(atlas: Atlas, view: View) -> Reply:
        made = chosen.file(atlas, view, iso_a3 or "")
        return reply(made.content, made.media_type, made.name)

    light = chosen.format in ("csv", "json", "bib")
    return await _of_a_day(request, here, asked, ANSWERS if light else WORKS, make)


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


@app.get("/openapi.json", include_in_schema=False)
@app.get(f"{ROOT}/openapi.json", include_in_schema=False)
async def openapi(request: Request) -> Response:
    """This description."""
    here = await CURRENT.served()

    def make() -> Reply:
        return _json(described(app, here.atlas, here.version))

    return await _kept(request, here, Asked(), ANSWERS, make, None)


async def _served(request: Request, asked: Asked) -> Served:
    # What else is wrong with an address is told with this: `faults` adds it to what FastAPI finds.
    if found := given_twice(request):
        raise ProblemError(422, senseless(found), found)
    here = await CURRENT.served()
    if asked.v is not None and asked.v != here.version:
        raise ProblemError(
            404, f"The data version served here is {here.version}; {asked.v} is not kept."
        )
    return here


def _box(text: str | None) -> Box | None:
    """The box of a picture, its numbers in range already; whether they make one shows here."""
    try:
        return None if text is None else parse(text)
    except AtlasError:
        words = "These numbers make no box that can be drawn."
        raise ProblemError(400, words, [fault("bounds", text)]) from None


def _known_state(code: str | None, atlas: Atlas) -> None:
    if code is not None and code not in atlas.record.states:
        raise ProblemError(422, f"No state has the code {code}.", [fault("country", code)])


async def _of_a_day(
    request: Request,
    here: Served,
    asked: DayQuery,
    shelf: SharedCache[Reply],
    make: Callable[[Atlas, View], Reply],
) -> Response:
    """An answer about the day asked for, or about today, in the worldview asked for."""
    day = asked.date or datetime.now(UTC).date()
    worldview = asked.worldview if isinstance(asked, WorldviewQuery) else "un"

    def of_the_day() -> Reply:
        return make(here.atlas, here.atlas.on(day, worldview))

    return await _kept(request, here, asked, shelf, of_the_day, day if asked.date else date.max)


async def _kept(
    request: Request,
    here: Served,
    asked: Asked,
    shelf: SharedCache[Reply],
    make: Callable[[], Reply],
    day: date | None,
) -> Response:
    """An answer from the shelf, or made and put there; `day` as in `caching`."""
    today = datetime.now(UTC).date() if day == date.max else None
    key: Hashable = (here.version, request.url.path, asked.model_copy(update={"v": None}), today)
    made = shelf.get(key) or await shelf.wait(key, make)
    return send(made, request, caching(asked.v, day, here.atlas.verified_to))


def _is_asked(event: Event, asked: EventsQuery) -> bool:
    return (
        (asked.first is None or event.date.last >= asked.first)
        and (asked.last is None or event.date.first <= asked.last)
        and (asked.country is None or asked.country in event.iso_a3)
        and asked.treaty in (None, event.treaty)
        and asked.kind in (None, event.kind)
    )


def _json(body: json_answers.Body) -> Reply:
    return reply(json_answers.encoded(body), JSON)
