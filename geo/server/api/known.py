"""What a parameter can name that only the data know: states, border lines, kinds of event.

The form of an address is judged before the data are asked. Whoever is refused for the one is told
of the other as well, so that an address is put right in one go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from fastapi.exceptions import RequestValidationError
from starlette.requests import Request
from starlette.responses import Response

from geo.answers.scopes import lens_names
from geo.answers.search import meant, no_state
from geo.answers.words.expected import ONE_OF
from geo.answers.words.problems import NO_KIND, NO_LENS
from geo.answers.words.said import Telling, said
from geo.atlas import Atlas
from geo.server import current_data
from geo.server.api.problems import (
    ProblemError,
    Wrong,
    fault,
    faults_of,
    given_twice,
    problem,
    senseless,
)


class Unknown(NamedTuple):
    """A name that the data do not know, and the sentence that says why."""

    wrong: Wrong
    told: Telling


def unknown(named: Mapping[str, str | None], atlas: Atlas) -> Iterator[Unknown]:
    """The parameters whose names are not known."""
    if (name := named.get("country")) and meant(atlas, name).says:
        yield Unknown(fault("country", name), partial(no_state, atlas, name))
    if (name := named.get("lens")) and not is_lens(name, atlas):
        yield Unknown(fault("lens", name), said(NO_LENS, lens=name))
    if name := named.get("kind"):
        kinds = {event.kind for event in atlas.record.events}
        if name not in kinds:
            takes = said(ONE_OF, names=", ".join(sorted(kinds)))
            yield Unknown(fault("kind", name, takes), said(NO_KIND))


def is_lens(name: str, atlas: Atlas) -> bool:
    """Tell whether a lens of the record has this name, or a state this code."""
    return name in lens_names(atlas)


def refuse(wrong: Sequence[Wrong], named: Mapping[str, str | None], atlas: Atlas) -> None:
    """ProblemError with all that is `wrong`, and with the names that are not known."""
    found, others = [*wrong], [*_besides(wrong, named, atlas)]
    if len(others) == 1 and not found:
        raise ProblemError(422, others[0].told, [others[0].wrong])
    found += [each.wrong for each in others]
    if found:
        raise ProblemError(422, senseless(found), found)


def all_of(wrong: Sequence[Wrong], request: Request) -> list[Wrong]:
    """What is wrong with the form of an address, and the names in it that are not known."""
    here = current_data.CURRENT.now  # nobody who asks nonsense waits for the data to be read
    others = _besides(wrong, request.query_params, here.atlas) if here else ()
    return [*wrong, *(each.wrong for each in others)]


async def refused(request: Request, error: RequestValidationError) -> Response:
    """The problem that an address of a senseless form becomes."""
    found = all_of([*faults_of(error.errors()), *given_twice(request)], request)
    return problem(request, 422, senseless(found), found)


def _besides(
    wrong: Sequence[Wrong], named: Mapping[str, str | None], atlas: Atlas
) -> Iterator[Unknown]:
    """The names that are not known, of parameters that are not at fault already."""
    told = {each.parameter for each in wrong}
    return (each for each in unknown(named, atlas) if each.wrong.parameter not in told)
