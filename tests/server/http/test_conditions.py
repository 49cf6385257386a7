"""What a reader has already is not sent again, and no two versions are put together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from starlette.datastructures import Headers

from geo.server.http.conditions import judged, names, still_the_same

TAG = '"a1"'
MODIFIED = datetime(2026, 2, 20, 12, tzinfo=UTC)


def at(seconds: int) -> str:
    return format_datetime(MODIFIED + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("condition", "weakly", "strongly"),
    [
        (TAG, True, True),
        (f"W/{TAG}", True, False),
        (f'"other", {TAG}', True, True),
        (f'"with, comma",W/"x" , {TAG}', True, True),
        ("*", True, True),
        ('"a1-gzip"', False, False),
        ("a1", False, False),
        ('"A1"', False, False),
        ('"', False, False),
        ("", False, False),
        ('"x", *', False, False),
    ],
)
def test_a_list_names_a_tag(condition: str, weakly: bool, strongly: bool) -> None:
    assert names(condition, TAG) is weakly
    assert names(condition, TAG, strongly=True) is strongly


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 200),
        ({"If-None-Match": TAG}, 304),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-Modified-Since": at(0)}, 304),
        ({"If-Modified-Since": at(5)}, 304),
        ({"If-Modified-Since": at(-1)}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-Modified-Since": "Fri, 20-Feb-26 12:00:00 GMT"}, 304),
        ({"If-Modified-Since": "Fri Feb 20 12:00:00 2026"}, 304),
        # A tag outweighs a time.
        ({"If-None-Match": '"other"', "If-Modified-Since": at(0)}, 200),
        ({"If-None-Match": TAG, "If-Modified-Since": at(-1)}, 304),
        ({"If-Match": TAG}, 200),
        ({"If-Match": "*"}, 200),
        ({"If-Match": f"W/{TAG}"}, 412),
        ({"If-Match": '"other"'}, 412),
        ({"If-Match": '"other"', "If-None-Match": TAG}, 412),
        ({"If-Match": TAG, "If-None-Match": TAG}, 304),
        ({"If-Unmodified-Since": at(0)}, 200),
        ({"If-Unmodified-Since": at(-1)}, 412),
        ({"If-Unmodified-Since": "never"}, 200),
        ({"If-Match": TAG, "If-Unmodified-Since": at(-1)}, 200),
    ],
)
def test_the_conditions_of_a_request_in_their_order(asked: dict[str, str], status: int) -> None:
    assert judged(Headers(asked), TAG, MODIFIED) == status


def test_of_a_time_that_is_not_known_nothing_is_said() -> None:
    for name in ("If-Modified-Since", "If-Unmodified-Since"):
        assert judged(Headers({name: at(0)}), TAG, None) == 200
    assert not still_the_same(Headers({"If-Range": at(0)}), TAG, None)


@pytest.mark.parametrize(
    ("condition", "same"),
    [
        (TAG, True),
        (f"W/{TAG}", False),
        ('"a1-gzip"', False),
        ("*", False),
        (at(0), True),
        (at(1), False),
        (at(-1), False),
        ("", False),
    ],
)
def test_a_part_is_of_the_version_that_is_named(condition: str, same: bool) -> None:
    assert still_the_same(Headers({"If-Range": condition}), TAG, MODIFIED) is same
    assert still_the_same(Headers(), TAG, MODIFIED)


def test_a_time_that_may_still_see_a_change_names_no_version() -> None:
    now = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=60)
    asked = Headers({"If-Range": format_datetime(now, usegmt=True)})
    assert not still_the_same(asked, TAG, now)
