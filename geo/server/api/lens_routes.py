"""The addresses of lenses: all there are, and one on a day."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query, Request, Response

from geo.answers.data.lenses import LensAnswer, LensesAnswer, lens_answer, lenses_answer
from geo.answers.words.problems import NO_LENS
from geo.answers.words.said import said
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas, View
from geo.server.api.app import address
from geo.server.api.caches import ANSWERS
from geo.server.api.known import is_lens
from geo.server.api.parameters import EXPECTED, LENS_PATTERN, LanguageQuery, SpokenQuery
from geo.server.api.problems import ProblemError, fault
from geo.server.api.routes import document
from geo.server.api.serving import kept, of_a_day, served
from geo.server.http.reply import Reply

LensId = Annotated[str, Path(description=EXPECTED["lens"], pattern=LENS_PATTERN)]


@address("/lenses", LensesAnswer, "answers")
async def lenses(request: Request, asked: Annotated[LanguageQuery, Query()]) -> Response:
    """Every border line that can be asked about, and every group of states with its members."""
    here, asked = await served(request, asked)

    def make() -> Reply:
        return document(lenses_answer(here.atlas, tongue(asked.lang)), asked.lang)

    return await kept(request, here, asked, ANSWERS, make)


@address("/lenses/{lens}", LensAnswer, "answers", unknown="There is no such lens.")
async def lens(request: Request, lens: LensId, asked: Annotated[SpokenQuery, Query()]) -> Response:
    """A border line on a day: who is on its sides, its borders, who is bound, and the sums."""
    here, asked = await served(request, asked)
    if not is_lens(lens, here.atlas):
        raise ProblemError(404, said(NO_LENS, lens=lens), [fault("lens", lens)])

    def make(atlas: Atlas, view: View) -> Reply:
        return document(lens_answer(atlas, view, lens, tongue(asked.lang)), asked.lang)

    return await of_a_day(request, here, asked, ANSWERS, make)
