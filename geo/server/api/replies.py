"""Answers as they are sent: made once, compressed once, named by the hash of their content."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from starlette.responses import Response

from geo.basics.file_names import MEDIA_TYPES

if TYPE_CHECKING:
    from starlette.requests import Request

READABLE_BY_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""On every answer, asked for with an Origin or not: a shared cache may hand it to either."""

# An SVG is opened as a document of our own origin: it may style itself and do nothing else.
_CONFINED = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}

_COMPRESSED_ALREADY = tuple(MEDIA_TYPES[ending] for ending in ("png", "xlsx", "zip"))
IMMUTABLE = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in both encodings; `packed` is None where gzip would not make it smaller."""

    content: bytes
    packed: bytes | None
    media_type: str
    etag: str
    filename: str

    @property
    def size(self) -> int:
        """Bytes it takes to keep."""
        return len(self.content) + len(self.packed or b"")


def reply(content: bytes, media_type: str, filename: str = "") -> Reply:
    """An answer ready to be kept; with a file name it is offered to be saved under that."""
    packed = None if media_type in _COMPRESSED_ALREADY else gzip.compress(content, 6, mtime=0)
    digest = hashlib.sha256(content).hexdigest()[:32]
    return Reply(content, packed, media_type, digest, filename)


def caching(version_asked: str | None, day: date | None, verified_to: date) -> str:
    """How long an answer may be kept.

    For ever where the address names the data version and every day in it lies within the record:
    that address will never mean anything else. For an hour otherwise, then with a check by ETag.
    """
    fixed = version_asked is not None and (day is None or day <= verified_to)
    return IMMUTABLE if fixed else FOR_AN_HOUR


def send(made: Reply, request: Request, cache_control: str) -> Response:
    """The response to a request: 304 where the asker has it already, packed where it may be."""
    packed = made.packed is not None and _takes_gzip(request.headers.get("accept-encoding", ""))
    # The encodings differ byte for byte, so a strong tag must differ too (RFC 9110, 8.8.3).
    plain_tag, packed_tag = f'"{made.etag}"', f'"{made.etag}-gzip"'
    headers = {
        "ETag": packed_tag if packed else plain_tag,
        "Cache-Control": cache_control,
        "Vary": "Accept-Encoding",
        **READABLE_BY_ALL,
        **_CONFINED,
    }
    asked = request.headers.get("if-none-match")
    if asked is not None and _names(asked, plain_tag, packed_tag):
        return Response(status_code=304, headers=headers)
    if made.filename:
        headers["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    if packed:
        headers["Content-Encoding"] = "gzip"
    content = made.packed if packed else made.content
    return Response(content, headers=headers, media_type=made.media_type)


def _takes_gzip(accepted: str) -> bool:
    """Whether Accept-Encoding allows gzip (RFC 9110, 12.5.3): named, and not with weight 0."""
    for coding in accepted.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() in ("gzip", "x-gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _names(asked: str, *tags: str) -> bool:
    """Whether If-None-Match names one of the tags, by weak comparison (RFC 9110, 13.1.2)."""
    given = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
    return "*" in given or not given.isdisjoint(tags)
