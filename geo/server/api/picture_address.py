"""Where the API draws the picture of a place: for cards, frames and readers without scripts."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from geo.answers import permalink
from geo.answers.permalink import Place
from geo.basics.choices import LATEST
from geo.server.api.app import ROOT

SIZE_PX = (1200, 900)
"""How wide and high that picture is, in pixels."""


def picture_address(place: Place, version: str = "", *, latest: bool = False) -> str:
    """The address below that of the server, without a slash before it.

    With the `version` of the data it may be kept for good; with `latest` it shows the day it is
    then, whatever that of the place.
    """
    asked = permalink.encode(replace(permalink.in_frame(place), range="")) | {"scale": "1"}
    if latest:
        asked["date"] = LATEST
    if version:
        asked["v"] = version
    return f"{ROOT.removeprefix('/')}/snapshot.png?{urlencode(asked, safe=',:')}"
