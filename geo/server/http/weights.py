"""What a reader takes, of media types and codings, with how much it likes each (RFC 9110, 12.4)."""

from __future__ import annotations

import re
from typing import NamedTuple

from starlette.datastructures import Headers

_WEIGHT = re.compile(r"q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")


class Taken(NamedTuple):
    """Which forms of an answer may be sent.

    Attributes:
        gzip: gzip is taken, and liked no less than the bytes as they are.
        identity: the bytes as they are are not refused.
    """

    gzip: bool
    identity: bool


def joined(headers: Headers, name: str) -> str:
    """A header that may stand on several lines, as the one line it means."""
    return ", ".join(headers.getlist(name))


def weights(header: str) -> dict[str, float]:
    """Return what a header names, in small letters, and the weight of each from 0 (refused) to 1.

    Left out is what has a weight that is none; of one named twice the first counts.
    """
    found: dict[str, float] = {}
    for member in header.lower().split(","):
        name, *parameters = (part.strip() for part in member.split(";"))
        weight = next((part for part in parameters if part.startswith("q=")), "q=1")
        if name and (said := _WEIGHT.fullmatch(weight)):
            found.setdefault(name, float(said[1]))
    return found


def taken(headers: Headers) -> Taken:
    """The forms that Accept-Encoding takes (RFC 9110, 12.5.3)."""
    named = weights(joined(headers, "accept-encoding"))
    others = named.get("*")
    gzip = named.get("gzip", named.get("x-gzip", others or 0.0))
    identity = named.get("identity", 0.0)
    refused = named.get("identity", others) == 0
    return Taken(gzip > 0 and gzip >= identity, not refused)


def takes_html(headers: Headers) -> bool:
    """Tell whether a person reads the answer in a browser: programs do not name HTML."""
    return weights(joined(headers, "accept")).get("text/html", 0.0) > 0
