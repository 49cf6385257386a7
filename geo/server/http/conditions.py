"""Whether an answer is sent, judged by what its reader has already (RFC 9110, section 13)."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from starlette.datastructures import Headers

from geo.server.http.weights import joined

_TAG = re.compile(r'(W/)?("[!#-~\x80-\xff]*")')


def names(condition: str, tag: str, *, strongly: bool = False) -> bool:
    """Tell whether a list of entity tags, or `*`, names a strong tag; `strongly`: not weakly."""
    if condition.strip() == "*":
        return True
    return any(found == tag and not (weak and strongly) for weak, found in _TAG.findall(condition))


def judged(headers: Headers, tag: str, modified: datetime | None) -> int:
    """The status by the conditions of a request to read: 412, 304, or 200 where they let it pass.

    `tag` is the strong tag of what would be sent, `modified` its whole second in UTC, if known.
    """
    if "if-match" in headers:
        if not names(joined(headers, "if-match"), tag, strongly=True):
            return 412
    elif modified and (limit := _day(headers, "if-unmodified-since")) and modified > limit:
        return 412
    if "if-none-match" in headers:
        return 304 if names(joined(headers, "if-none-match"), tag) else 200
    since = _day(headers, "if-modified-since")
    return 304 if modified and since and modified <= since else 200


def still_the_same(headers: Headers, tag: str, modified: datetime | None) -> bool:
    """Tell whether a part may be sent alone: no If-Range, or one that names just these bytes."""
    condition = headers.get("if-range")
    if condition is None or condition == tag:
        return True
    # A second in which something changed may have seen two versions (RFC 9110, 8.8.2.2).
    settled = modified is not None and modified.timestamp() + 1 <= time.time()
    return settled and _day(headers, "if-range") == modified


def _day(headers: Headers, name: str) -> datetime | None:
    """The time that a header names; None where there is none or it cannot be read."""
    try:
        found = parsedate_to_datetime(headers.get(name, ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
