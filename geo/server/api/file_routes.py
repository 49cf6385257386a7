"""The addresses of pictures and of files to keep, and what each of them is asked with."""

from __future__ import annotations

from functools import partial
from typing import Annotated, cast

from fastapi import Query, Request, Response

from geo.answers.data.borders import BordersAnswer
from geo.answers.data.curve import CurveAnswer
from geo.answers.data.status import StatusAnswer
from geo.answers.files.catalogue import EXPORTS, Export
from geo.answers.words.problems import NO_BOX
from geo.answers.words.said import said
from geo.atlas import Atlas, View
from geo.basics.boxes import Box, parse, written
from geo.basics.choices import PictureFormat, Scale
from geo.basics.errors import AtlasError
from geo.basics.file_names import MEDIA_TYPES
from geo.server.api.app import address
from geo.server.api.caches import ANSWERS, WORKS
from geo.server.api.parameters import (
    Asked,
    BordersFileQuery,
    CurveFileQuery,
    DayQuery,
    PictureQuery,
    PngQuery,
    SourcesQuery,
    SupposingQuery,
)
from geo.server.api.problems import ProblemError, fault
from geo.server.api.serving import kept, of_a_day, served, studio, supposing
from geo.server.drawing import jobs
from geo.server.drawing.exports import export_file
from geo.server.http.reply import Reply, reply

FILES: dict[str, type] = {
    "countries.json": StatusAnswer,
    "borders.json": BordersAnswer,
    "curve.json": CurveAnswer,
}
"""The exports whose content is described; the others are described by their media type."""


@address("/snapshot.png", "image/png", "pictures")
async def snapshot_png(request: Request, asked: Annotated[PngQuery, Query()]) -> Response:
    """The map of a day as PNG."""
    return await _picture(request, asked, "png", cast(Scale, int(asked.scale)))


@address("/snapshot.svg", "image/svg+xml", "pictures")
async def snapshot_svg(request: Request, asked: Annotated[PictureQuery, Query()]) -> Response:
    """The map of a day as SVG."""
    return await _picture(request, asked, "svg")


@address("/snapshot.pdf", "application/pdf", "pictures")
async def snapshot_pdf(request: Request, asked: Annotated[PictureQuery, Query()]) -> Response:
    """The map of a day as PDF: a page of A4, landscape, its text as text."""
    return await _picture(request, asked, "pdf")


async def _picture(
    request: Request, asked: PictureQuery, fmt: PictureFormat, scale: Scale = 1
) -> Response:
    here, asked = await served(request, asked)
    box = _box(asked.bounds)
    asked = asked.model_copy(update={"bounds": box and written(box)})
    draws = studio(request, here, asked)

    def make(_: Atlas, view: View) -> Reply:
        job = partial(
            jobs.picture,
            shown=jobs.Shown.of(view),
            extent=asked.view,
            extent_bounds=box,
            fmt=fmt,
            scale=scale,
            theme=asked.theme,
            highlight=asked.country,
            lens=asked.lens,
            compare=asked.compare,
            language=asked.lang,
        )
        return reply(draws.make(here.atlas, job), MEDIA_TYPES[fmt], language=asked.lang)

    return await of_a_day(request, here, asked, WORKS, make)


async def _export(request: Request, asked: Asked, chosen: Export) -> Response:
    here, asked = await served(request, asked)
    iso_a3, lens = getattr(asked, "country", None), getattr(asked, "lens", None)
    draws = studio(request, here, asked)

    def make(atlas: Atlas, view: View) -> Reply:
        made = export_file(draws, chosen, atlas, view, iso_a3 or "", lens or "")
        return reply(made.content, made.media_type, made.name)

    def of_every_day() -> Reply:
        atlas = supposing(here.atlas, asked)
        worldview = asked.worldview if isinstance(asked, CurveFileQuery) else "un"
        return make(atlas, atlas.on(atlas.verified_to, worldview))

    caches = WORKS if chosen.costly else ANSWERS
    if isinstance(asked, DayQuery):
        return await of_a_day(request, here, asked, caches, make)
    return await kept(request, here, asked, caches, of_every_day)


def _asked_of(chosen: Export) -> type[Asked]:
    """What a file can be asked with."""
    if chosen.of_a_country:
        return SourcesQuery
    if chosen.dated:
        return BordersFileQuery if chosen.of_a_lens else SupposingQuery
    return CurveFileQuery if chosen.over_time else Asked


def _add_export(chosen: Export) -> None:
    async def answer(request: Request, asked: Asked) -> Response:
        return await _export(request, asked, chosen)

    answer.__annotations__["asked"] = Annotated[_asked_of(chosen), Query()]
    name = f"{chosen.what}.{chosen.format}"
    kind = FILES.get(name, chosen.media_type.partition(";")[0])
    address(f"/exports/{name}", kind, "files", name=name, description=f"{chosen.words}.")(answer)


for _chosen in EXPORTS:
    _add_export(_chosen)


def _box(text: str | None) -> Box | None:
    """The box of a picture, its numbers in range already; whether they make one shows here."""
    try:
        return None if text is None else parse(text)
    except AtlasError:
        raise ProblemError(400, said(NO_BOX), [fault("bounds", text)]) from None
