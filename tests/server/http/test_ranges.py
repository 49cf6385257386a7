"""Which bytes a Range header asks for, by the letter of RFC 9110."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.server.http.ranges import asked_part

SIZE = 1000

ASKED = [
    ("bytes=0-99", range(0, 100)),
    ("bytes=900-", range(900, 1000)),
    ("bytes=-1", range(999, 1000)),
    ("bytes=-1000", range(0, 1000)),
    ("bytes=-5000", range(0, 1000)),  # longer than what there is: all of it
    ("bytes=999-5000", range(999, 1000)),
    ("bytes=0-0", range(0, 1)),
    ("bytes=007-0008", range(7, 9)),
    ("BYTES=0-1", range(0, 2)),
    ("bytes= 0-1 ,", range(0, 2)),
    ("bytes=,,\t5-6", range(5, 7)),
    ("bytes=0-9, 10-19", range(0, 20)),
    ("bytes=10-19,0-14", range(0, 20)),
    ("bytes=0-9, 5000-6000", range(0, 10)),
    ("bytes=-1000, 0-", range(0, 1000)),
    ("bytes=" + "0" * 5000 + "7-8", range(7, 9)),
    ("bytes=0-" + "9" * 5000, range(0, 1000)),
]
BEYOND = [
    "bytes=1000-",
    "bytes=1000-1001",
    "bytes=-0",
    "bytes=5000-6000,-0",
    "bytes=" + "9" * 40 + "-",
]
IGNORED = [
    *("bytes", "bytes=", "bytes=,", "bytes=-", "bytes=--1", "bytes=a-b", "bytes=5-2", "bytes=0-9-"),
    *(
        "bytes=0-9,5-2",
        "bytes=0-9,x",
        "bytes=0 - 9",
        "bytes=+0-9",
        "bytes=0-9_9",
        "bytes=\u0660-\u0669",
    ),
    *("items=0-9", "bytes :0-9", "", "=0-9", "0-9", "bytes=1.0-2", "bytes=0-9;q=1", "bytes==0-9"),
]
APART = ["bytes=0-9,20-29", "bytes=0-0,-1", "bytes=500-599,0-9,700-"]


@pytest.mark.parametrize(("header", "part"), ASKED, ids=[header[:24] for header, _ in ASKED])
def test_a_part_that_is_there(header: str, part: range) -> None:
    assert asked_part(header, SIZE) == part


@pytest.mark.parametrize("header", BEYOND)
def test_a_part_beyond_the_end_is_empty(header: str) -> None:
    assert asked_part(header, SIZE) == range(0)


@pytest.mark.parametrize("header", [*IGNORED, *APART])
def test_what_is_no_part_leaves_the_whole(header: str) -> None:
    assert asked_part(header, SIZE) is None


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=-5", "bytes=0-0"])
def test_of_nothing_there_is_no_part(header: str) -> None:
    assert asked_part(header, 0) == range(0)


NUMBERS = st.integers(0, 60)
SPANS = st.lists(
    st.one_of(
        st.tuples(NUMBERS, NUMBERS).map(lambda pair: (min(pair), max(pair))),
        st.tuples(NUMBERS, st.none()),
        st.tuples(st.none(), NUMBERS),
    ),
    min_size=1,
    max_size=5,
)


@given(SPANS, st.integers(0, 50))
def test_parts_hold_just_the_bytes_that_are_named(
    spans: list[tuple[int | None, int | None]], size: int
) -> None:
    written = ",".join(
        f"{'' if first is None else first}-{'' if last is None else last}" for first, last in spans
    )
    named: set[int] = set()
    for first, last in spans:
        if first is None:
            named |= set(range(size)[-last:]) if last else set()
        else:
            named |= {at for at in range(size) if at >= first and (last is None or at <= last)}
    found = asked_part(f"bytes={written}", size)
    if found is None:
        assert max(named) - min(named) >= len(named)  # they stand apart
    else:
        assert set(found) == named


@given(st.text(max_size=40), st.integers(0, 50))
def test_no_header_makes_trouble(text: str, size: int) -> None:
    for header in (text, f"bytes={text}"):
        found = asked_part(header, size)
        assert found is None or set(found) <= set(range(size))
