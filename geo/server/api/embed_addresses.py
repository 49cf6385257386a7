"""Where a frame and the page ask for the documents that `embed_parts` answers with.

The addresses are the frame's own and no part of the API: what they give changes with its script.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

from geo.answers.permalink import Place
from geo.basics.choices import Language
from geo.basics.languages import USUAL
from geo.server.base_path import at

WORLD, DOSSIERS, NAMES, STEPS = "embed/world", "embed/dossiers", "embed/names", "embed/steps"
TIMELINE, LENS, WORDS = "embed/timeline", "embed/lens", "embed/words"
COMPARISON = "embed/comparison"


def addresses(place: Place, language: Language = USUAL) -> dict[str, str]:
    """Return where a frame asks for each document in a language, relative to its own address."""
    spoken: dict[str, str] = {"lang": language} if language != USUAL else {}
    mine = spoken | ({"what_if": place.what_if} if place.what_if else {})
    asked: dict[str, str] = {"worldview": place.worldview}
    return {
        "world": _address(WORLD, asked | spoken),
        "dossiers": _address(DOSSIERS, asked | mine),
        "names": _address(NAMES, spoken),
        "steps": _address(STEPS, mine),
        **_lens_of(place, spoken),
    }


def _lens_of(place: Place, spoken: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Where the document of a place's lens is; nothing for the one that a reader lands on."""
    if not place.other_lens:
        return {}
    supposed = {"what_if": place.what_if} if place.what_if else {}
    asked = {"worldview": place.worldview, "lens": place.other_lens, **spoken, **supposed}
    return {"lens": _address(LENS, asked)}


def own_files(
    place: Place, edition: str = "", language: Language = USUAL, opened_in: Language = USUAL
) -> dict[str, str]:
    """Return where the page asks for what is a reader's own: his lens, what tells two days apart,
    and the documents of what he supposes and those in his language, which take the place of the
    record's in English.

    `edition` is that of what is served; the map says what it says of itself in the language that
    the page was `opened_in`, until it is given the words of another.
    """
    spoken = {"lang": language, "edition": edition} if language != USUAL else {}
    supposed = {"what_if": place.what_if} if place.what_if else {}
    found = _lens_of(place, spoken)
    if place.compare:
        found["comparison"] = _address(
            COMPARISON, {"worldview": place.worldview} | spoken | supposed
        )
    if mine := spoken | supposed:
        drawn = {"worldview": place.worldview} | mine
        found["timeline"] = _address(TIMELINE, drawn)
        found["dossiers"] = _address(DOSSIERS, drawn | {"whole": "1"})
        found["steps"] = _address(STEPS, mine)
    if spoken:
        found["names"] = _address(NAMES, spoken | {"whole": "1"})
    if language != opened_in:
        found["words"] = _address(WORDS, {"lang": language, "edition": edition})
    return {role: at(f"/{address}") for role, address in found.items()}


def _address(path: str, asked: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(asked, safe=',:')}" if asked else path
