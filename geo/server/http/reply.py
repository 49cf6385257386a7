"""Answers as they are sent: made once, compressed once, named by the hash of their content."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES
from starlette.requests import Request
from starlette.responses import Response

from geo.answers.words.problems import BEYOND, CONDITION, NO_ENCODING
from geo.answers.words.said import Retold, Telling, said
from geo.server.http.conditions import judged, still_the_same
from geo.server.http.ranges import asked_part
from geo.server.http.weights import taken

IMMUTABLE = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400"

# What Starlette's own middleware leaves alone: anything else that we sent unpacked, it would pack.
_COMPRESSED_ALREADY = DEFAULT_EXCLUDED_CONTENT_TYPES


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in both encodings; `packed` is None where gzip would not make it smaller.

    `plain` is None where only the packed bytes are kept: they are unpacked for who takes no others.
    """

    plain: bytes | None
    packed: bytes | None
    media_type: str
    etag: str
    filename: str = ""
    language: str = ""

    @property
    def content(self) -> bytes:
        """The bytes as they are."""
        return gzip.decompress(self.packed or b"") if self.plain is None else self.plain

    @property
    def size(self) -> int:
        """Bytes it takes to keep."""
        return len(self.plain or b"") + len(self.packed or b"")

    def tag(self, *, packed: bool) -> str:
        """The strong entity tag: the encodings differ byte for byte, so theirs do (8.8.3)."""
        return f'"{self.etag}-gzip"' if packed else f'"{self.etag}"'


def reply(
    content: bytes, media_type: str, filename: str = "", language: str = "", level: int = 6
) -> Reply:
    """An answer ready to be kept; with a file name it is offered to be saved under that.

    `language` is told of one that is made in several (RFC 9110, 8.5); `level` is how hard gzip
    tries, to 9, at which it takes three times as long and saves a hundredth.
    """
    packed = None if media_type in _COMPRESSED_ALREADY else gzip.compress(content, level, mtime=0)
    digest = hashlib.sha256(content).hexdigest()[:32]
    return Reply(content, packed, media_type, digest, filename, language)


def send(
    made: Reply, request: Request, headers: Mapping[str, str], modified: datetime | None = None
) -> Response:
    """The response to a GET or HEAD: the whole, the part asked for, or 304.

    `modified` is a whole second in UTC. A part is always of the bytes as they are, never of packed
    ones. Raises HTTPException 406, 412 and 416.
    """
    accepts = taken(request.headers)
    part = _part(made, request, modified) if accepts.identity else None
    packed = part is None and accepts.gzip and made.packed is not None
    if not packed and not accepts.identity:
        raise _refused(406, said(NO_ENCODING), {"Vary": "Accept-Encoding"})
    tag = made.tag(packed=packed)
    sent = {**headers, "ETag": tag, "Vary": "Accept-Encoding", "Accept-Ranges": "bytes"}
    if made.language:
        sent["Content-Language"] = made.language
    if modified is not None:
        sent["Last-Modified"] = format_datetime(modified, usegmt=True)
    status = judged(request.headers, tag, modified)
    if status == 304:
        return Response(status_code=304, headers=sent)
    if status == 412:
        raise _refused(412, said(CONDITION))
    if made.filename:
        sent["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    if packed:
        sent["Content-Encoding"] = "gzip"
        return Response(made.packed, headers=sent, media_type=made.media_type)
    if part is None:
        return Response(made.content, headers=sent, media_type=made.media_type)
    content = made.content
    whole = len(content)
    if not part:
        raise _refused(416, said(BEYOND, size=whole), {"Content-Range": f"bytes */{whole}"})
    sent["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{whole}"
    body = content[part.start : part.stop]
    return Response(body, 206, headers=sent, media_type=made.media_type)


def _refused(
    status: int, words: Telling, headers: Mapping[str, str] | None = None
) -> HTTPException:
    """What ends the request; its words are told in the language of whoever asks."""
    return HTTPException(status, Retold.of(words), headers)


def _part(made: Reply, request: Request, modified: datetime | None) -> range | None:
    # Of GET alone: for no other method a range is defined (RFC 9110, 14.2).
    asked = request.headers.get("range")
    if asked is None or request.method != "GET":
        return None
    if not still_the_same(request.headers, made.tag(packed=False), modified):
        return None
    return asked_part(asked, len(made.content))
