"""The first view of an address of the page: what its query asks for, of the record now served."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from geo.answers import permalink
from geo.answers.filters import choices
from geo.answers.search import meant
from geo.answers.words import english
from geo.answers.words.wordings import filled
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.basics.shared_cache import BusyError, SharedCache
from geo.server import current_data
from geo.server.api.app import ROOT
from geo.server.api.picture_address import picture_address
from geo.server.api.serving import asker
from geo.server.public_address import base_address
from geo.web.first_view import FirstView

if TYPE_CHECKING:
    from starlette.requests import Request

    from geo.answers.permalink import Place
    from geo.server.served import Served

_API = ROOT.removeprefix("/")
_OF_STREAMLIT = "embed"
"""What Streamlit itself takes from an address begins with this."""


def _weight(made: tuple[str, str]) -> int:
    return sum(map(len, made))


_VIEWS = SharedCache(
    "first-views", _weight, limit_bytes=4 * 2**20, workers=1, waiting=32, each=4, rest=1
)


async def first_view(request: Request) -> tuple[str, str] | None:
    """What the address of a request shows, as its head and its answer.

    None while there is no sound record to say it of, and to who asks for too many at a time: the
    page opens without.
    """
    there = await _at(request)
    if there is None:
        return None
    try:
        return await _VIEWS.wait(there, lambda: (there.head(), there.answer()), asker(request))
    except BusyError:
        return None


async def _at(request: Request) -> FirstView | None:
    try:
        here = await current_data.CURRENT.served()
    except AtlasError:
        return None
    text = request.scope["query_string"].decode("latin-1")
    asked = {
        name: values
        for name, values in parse_qs(text, keep_blank_values=True).items()
        if not name.startswith(_OF_STREAMLIT)
    }
    place, complaints = permalink.decode(
        asked,
        meant=partial(meant, here.atlas),
        last_day=today(),
        filters=choices(here.atlas),
    )
    return FirstView(
        atlas=here.atlas,
        place=place,
        base=base_address(request),
        picture=picture_address(place, here.version),
        links=_links(here, place),
        complaints=complaints,
    )


def _links(here: Served, place: Place) -> tuple[tuple[str, str], ...]:
    """Addresses of more of the day, below that of the server, and what each is called."""
    words, day = english.FIRST_VIEW, f"date={place.date.isoformat()}"
    found = [
        (f"{_API}/exports/countries.csv?{day}", words["statuses"]),
        (f"{_API}/exports/borders.csv?{day}", words["borders"]),
        (f"{_API}/exports/record.zip", words["record"]),
    ]
    if place.country:
        name = here.atlas.record.states[place.country].name
        state = f"{_API}/countries/{place.country}"
        found[:0] = [
            (f"{state}.pdf?{day}", filled(words["state_on_paper"], state=name)),
            (f"{state}?{day}", filled(words["state_as_data"], state=name)),
        ]
    return tuple(found)
