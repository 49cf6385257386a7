"""The first view of an address of the page: what its query asks for, of the record now served."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs

from starlette.requests import Request

from geo.answers.arrival import place_at
from geo.answers.permalink import Place
from geo.answers.supposing import supposing
from geo.answers.words.page import FIRST_VIEW, KEPT
from geo.answers.words.tongue import ENGLISH, Tongue, tongue
from geo.answers.words.wordings import filled
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.basics.languages import chosen
from geo.server import current_data
from geo.server.api.app import ROOT
from geo.server.api.picture_address import picture_address
from geo.server.http.weights import joined, weights
from geo.server.public_address import base_address
from geo.web.first_view import FirstView
from geo.web.served import Served
from geo.web.templating import render

_API = ROOT.removeprefix("/")
_OF_STREAMLIT = "embed"
"""What Streamlit itself takes from an address begins with this."""


async def first_view(request: Request) -> FirstView | None:
    """Return what the address of a request shows; None while there is no sound record."""
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
    wanted = chosen(weights(joined(request.headers, "accept-language")))
    place, complaints = place_at(here.atlas, asked, wanted)
    spoken = tongue(place.lang or wanted)
    damage = current_data.CURRENT.damage
    shapes = None
    if here.map_is_made and not place.other_lens:  # else nobody is kept waiting for the picture
        shapes = await asyncio.to_thread(here.first_shapes, place.worldview, place.view)
    return FirstView(
        atlas=supposing(here.atlas, place.what_if) if place.what_if else here.atlas,
        shapes=shapes,
        place=place,
        today=today(),
        base=base_address(request),
        picture=picture_address(place, here.version),
        links=_links(here, place, spoken),
        complaints=complaints,
        note=render("kept.html", damage=damage, words=spoken.text(KEPT)) if damage else "",
        tongue=spoken,
    )


def _links(here: Served, place: Place, spoken: Tongue) -> tuple[tuple[str, str], ...]:
    """Addresses of more of the day, below that of the server, and what each is called."""
    words, day = spoken.all(FIRST_VIEW), f"date={place.date.isoformat()}"
    found = [
        (f"{_API}/exports/countries.csv?{day}", words["statuses"]),
        (f"{_API}/exports/borders.csv?{day}", words["borders"]),
        (f"{_API}/exports/record.zip", words["record"]),
    ]
    if place.country:
        name = spoken.state(place.country, here.atlas.record.states[place.country].name)
        state = f"{_API}/countries/{place.country}"
        asked = day if spoken is ENGLISH else f"{day}&lang={spoken.language}"
        found[:0] = [
            (f"{state}.pdf?{asked}", filled(words["state_on_paper"], state=name)),
            (f"{state}?{asked}", filled(words["state_as_data"], state=name)),
        ]
    return tuple(found)
