"""What every answer of the API says of itself: who may read it, and how long it may be kept."""

from __future__ import annotations

from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response

from geo.server.http import reply as http_reply
from geo.server.http.reply import FOR_AN_HOUR, IMMUTABLE, Reply

DATA_VERSION = "Data-Version"
"""The header that says of every answer, a picture too, of which data it is made."""

DATA_DEGRADED = "Data-Degraded"
"""The header that names the files which cannot be read, while an answer is of what was before."""

EXPOSED = (
    "Accept-Ranges",
    "Content-Disposition",
    "Content-Range",
    DATA_DEGRADED,
    DATA_VERSION,
    "ETag",
    "Retry-After",
)
"""What a page of another site may read of an answer besides what it may read of any."""

READABLE_BY_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": ", ".join(EXPOSED),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""On every answer, asked for with an Origin or not: a shared cache may hand it to either."""

# An SVG is opened as a document of our own origin: it may style itself and do nothing else.
_CONFINED = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}


def caching(version_asked: str | None, day: date | None, verified_to: date) -> str:
    """Return how long an answer may be kept.

    For ever where the address names the data version and every day in it lies within the record:
    that address will never mean anything else. For an hour otherwise, then with a check by ETag.
    """
    fixed = version_asked is not None and (day is None or day <= verified_to)
    return IMMUTABLE if fixed else FOR_AN_HOUR


def send(
    made: Reply, request: Request, cache_control: str, modified: datetime, version: str
) -> Response:
    """The response to a request; as `geo.server.http.reply.send`, for any page to read.

    `version` is that of the data it is made of.
    """
    headers = {
        "Cache-Control": cache_control,
        DATA_VERSION: version,
        **READABLE_BY_ALL,
        **_CONFINED,
    }
    return http_reply.send(made, request, headers, modified)
