"""The addresses of one country: its dossier as JSON, and on paper."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import Path, Query, Request, Response

from geo.answers.country.data import CountryAnswer, country_answer
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas, View
from geo.basics.file_names import MEDIA_TYPES
from geo.server.api.app import address
from geo.server.api.caches import ANSWERS, WORKS
from geo.server.api.parameters import EXPECTED, SpokenQuery, StateName
from geo.server.api.routes import document
from geo.server.api.serving import code, of_a_day, served
from geo.server.drawing import ASKED, jobs
from geo.server.http.reply import Reply, reply
from geo.server.public_address import base_address

UNKNOWN = "There is no such state."

Iso3 = Annotated[StateName, Path(description=EXPECTED["iso3"])]
Asked = Annotated[SpokenQuery, Query()]


# Before the dossier, whose path takes in this one.
@address("/countries/{iso3}.pdf", "application/pdf", "pictures", unknown=UNKNOWN)
async def country_sheet(request: Request, iso3: Iso3, asked: Asked) -> Response:
    """One country on paper: map, sentence, figures and sources, two pages of A4 at most."""
    here, asked = await served(request, asked)
    iso_a3 = code(iso3, here.atlas, "iso3", 404)
    base = base_address(request)

    def make(_: Atlas, view: View) -> Reply:
        job = partial(
            jobs.sheet,
            shown=jobs.Shown.of(view),
            iso_a3=iso_a3,
            base=base,
            language=asked.lang,
        )
        return reply(ASKED.make(here.atlas, job), MEDIA_TYPES["pdf"], language=asked.lang)

    return await of_a_day(request, here, asked, WORKS, make, base=base)


@address("/countries/{iso3}", CountryAnswer, "answers", unknown=UNKNOWN)
async def country(request: Request, iso3: Iso3, asked: Asked) -> Response:
    """The dossier of one country on a day."""
    here, asked = await served(request, asked)
    iso_a3 = code(iso3, here.atlas, "iso3", 404)

    def make(atlas: Atlas, view: View) -> Reply:
        answer = country_answer(atlas, view, iso_a3, tongue(asked.lang))
        return document(answer, asked.lang)

    return await of_a_day(request, here, asked, ANSWERS, make)
