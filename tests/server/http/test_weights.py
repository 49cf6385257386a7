"""Which codings and media types a header takes, by the letter of RFC 9110."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from geo.server.http.weights import Taken, taken, takes_html, weights

GZIP, PLAIN, NOTHING = Taken(True, True), Taken(False, True), Taken(False, False)
ONLY_GZIP = Taken(True, False)

CODINGS = [
    ("gzip", GZIP),
    ("x-gzip", GZIP),
    ("GZIP", GZIP),
    ("gzip, deflate, br, zstd", GZIP),
    ("gzip;q=0.001", GZIP),
    ("gzip ; q=1.000", GZIP),
    ("*", GZIP),
    ("br;q=1.0, *;q=0.1", GZIP),
    ("gzip, identity", GZIP),
    ("", PLAIN),
    ("br", PLAIN),
    ("identity", PLAIN),
    ("gzip;q=0", PLAIN),
    ("gzip;q=0.000", PLAIN),
    ("gzip;Q=0", PLAIN),
    ("gzip;q=0, *", PLAIN),
    ("x-gzip;q=0, *", PLAIN),
    ("identity, gzip;q=0.5", PLAIN),
    ("identity;q=1, *;q=0", PLAIN),
    ("gzippy", PLAIN),
    ("not-gzip, x;y=gzip", PLAIN),
    # A weight that is none: what has it is not counted.
    ("gzip;q=2", PLAIN),
    ("gzip;q=-1", PLAIN),
    ("gzip;q=0.0001", PLAIN),
    ("gzip;q=", PLAIN),
    ("gzip;q=nan", PLAIN),
    ("gzip;q=.5", PLAIN),
    ("*;q=0, gzip", ONLY_GZIP),
    ("gzip, *;q=0", ONLY_GZIP),
    ("identity;q=0, gzip;q=0.2", ONLY_GZIP),
    ("identity;q=0, *", ONLY_GZIP),
    ("identity;q=0", NOTHING),
    ("*;q=0", NOTHING),
    ("*;q=0.0, br", NOTHING),
    ("gzip;q=0, identity;q=0", NOTHING),
]


@pytest.mark.parametrize(("header", "takes"), CODINGS, ids=[header for header, _ in CODINGS])
def test_a_coding_is_taken_as_it_is_written(header: str, takes: Taken) -> None:
    assert taken(Headers({"Accept-Encoding": header})) == takes


def test_a_header_on_two_lines_is_one() -> None:
    raw = [(b"accept-encoding", b"gzip"), (b"accept-encoding", b"*;q=0")]
    assert taken(Headers(raw=raw)) == ONLY_GZIP
    assert taken(Headers()) == PLAIN


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True),
        ("Text/HTML;q=0.1", True),
        ("*/*", False),
        ("application/json", False),
        ("text/html;q=0, */*", False),
        ("text/*", False),
    ],
)
def test_who_names_html_reads_pages(header: str, takes: bool) -> None:
    assert takes_html(Headers({"Accept": header})) is takes


@given(
    st.lists(
        st.tuples(st.sampled_from(["gzip", "identity", "*", "br"]), st.integers(0, 1000)),
        unique_by=lambda pair: pair[0],
    )
)
def test_what_is_refused_is_not_taken(named: list[tuple[str, int]]) -> None:
    header = " , ".join(f"{name} ;q={weight / 1000:.3f}" for name, weight in named)
    said = dict(named)
    takes = taken(Headers({"Accept-Encoding": header}))
    assert takes.identity is (said.get("identity", said.get("*", 1)) > 0)
    assert takes.gzip is (said.get("gzip", said.get("*", 0)) >= max(said.get("identity", 0), 1))


@given(st.text(max_size=60))
def test_no_header_makes_trouble(text: str) -> None:
    assert all(0 <= weight <= 1 for weight in weights(text).values())
