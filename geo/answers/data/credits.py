"""Whose work the answers are: licence, attribution, and the version of the data behind them."""

from __future__ import annotations

from functools import lru_cache

from typing_extensions import TypedDict

from geo.answers.words.citing import ATTRIBUTION as ATTRIBUTION
from geo.atlas import Atlas
from geo.basics.shapes import closed
from geo.borders import geometry_checksum


@closed
class Licence(TypedDict):
    """Under which terms an answer may be used."""

    name: str
    title: str
    url: str


LICENCE: Licence = {
    "name": "CC BY 4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "url": "https://creativecommons.org/licenses/by/4.0/",
}


COMPUTED_SOURCE = "Natural Earth, 1:10m; https://www.naturalearthdata.com/"
"""Where the line comes from whose length is computed; data/borders/PROVENANCE.md has the rest."""


def data_version(atlas: Atlas) -> str:
    """16 hex digits: the first eight of the record's checksum, then of the geometry's."""
    return _version(atlas.real)


@lru_cache(maxsize=4)
def _version(atlas: Atlas) -> str:
    return atlas.record.checksum[:8] + geometry_checksum()[:8]
