"""Which bytes of an answer a request asks for (RFC 9110, section 14).

Not Starlette's reading of it: that refuses units which are to be ignored, and all parts where one
of several lies beyond the end.
"""

from __future__ import annotations

import re
import sys

_SPAN = re.compile(r"([0-9]*)-([0-9]*)")


def asked_part(header: str, size: int) -> range | None:
    """The bytes of `size` that a Range header asks for; empty where all of them lie beyond the end.

    None where the whole is to be sent: the header cannot be read or is in another unit than bytes,
    or its parts stand apart. They would need a multipart answer; the whole holds them too.
    """
    unit, _, spans = header.partition("=")
    if unit.lower() != "bytes":
        return None
    parts = []
    for span in filter(None, (span.strip(" \t") for span in spans.split(","))):
        found = _SPAN.fullmatch(span)
        if found is None or span == "-":
            return None
        first, last = found.groups()
        if first and last and _number(last) < _number(first):
            return None
        parts.append(_within(first, last, size))
    return _one_of(parts) if parts else None


def _within(first: str, last: str, size: int) -> range:
    if not first:
        return range(max(size - _number(last), 0), size)
    return range(_number(first), min(_number(last) + 1, size) if last else size)


def _one_of(parts: list[range]) -> range | None:
    """The parts as one, where each meets the next; those beyond the end fall away."""
    inside = sorted((part for part in parts if part), key=lambda part: part.start)
    if not inside:
        return range(0)
    whole = inside[0]
    for part in inside[1:]:
        if part.start > whole.stop:
            return None
        whole = range(whole.start, max(whole.stop, part.stop))
    return whole


def _number(digits: str) -> int:
    # No answer is that long, and Python refuses to read thousands of digits.
    digits = digits.lstrip("0") or "0"
    return int(digits) if len(digits) < 19 else sys.maxsize
