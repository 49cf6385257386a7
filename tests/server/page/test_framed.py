"""The frame that the menu of Export offers, as a site that shows it gets it."""

import html
import re

import pytest
from starlette.testclient import TestClient

from geo.basics.shared_cache import BusyError
from geo.server.api.caches import FRAMES
from geo.server.security_headers import SecurityHeaders

pytestmark = pytest.mark.slow


def embed_client() -> TestClient:
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from geo.server import api

    return TestClient(Starlette(routes=api.ROUTES, middleware=[Middleware(SecurityHeaders)]))


@pytest.fixture(scope="module")
def framed() -> TestClient:
    return embed_client()


def test_any_site_may_frame_the_embed_and_nothing_else(framed: TestClient) -> None:
    answer = framed.get("/embed?date=2026-01-10&country=POL&frozen=1")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"].split("; ")
    assert "frame-ancestors *" in policy
    # Sandboxed, it has an origin of its own, and in WebKit 'self' is then nobody.
    assert "connect-src 'self' http://testserver https://testserver" in policy
    assert "img-src 'self' http://testserver https://testserver data:" in policy
    assert "default-src 'none'" in html.unescape(answer.text[:2000])
    assert '<body class="embed">' in answer.text
    other = framed.get("/api/v1/status?date=2026-01-10&country=POL")
    assert "frame-ancestors *" not in other.headers["content-security-policy"]


def test_the_embed_is_packed_and_revalidated(framed: TestClient) -> None:
    first = framed.get("/embed", headers={"Accept-Encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    assert int(first.headers["content-length"]) < 150_000
    assert first.headers["cache-control"].startswith("public, max-age=3600")
    known = {"If-None-Match": first.headers["etag"], "Accept-Encoding": "gzip"}
    again = framed.get("/embed?frozen=1&date=2026-02-20", headers=known)
    assert again.status_code == 304
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]
    assert framed.head("/embed").content == b""


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("date=2026-02-30", "date"),
        ("date=1996-12-31", "date"),
        ("date=2040-12-30", "date"),
        ("country=Atlantis", "country"),
        ("country=XXX", "country"),
        ("worldview=flat", "worldview"),
        ("view=../../etc", "view"),
        ("frozen=yes", "frozen"),
        ("dat=2026-01-10", "dat"),
    ],
)
def test_an_embed_that_makes_no_sense_is_refused_in_words(
    framed: TestClient, query: str, parameter: str
) -> None:
    answer = framed.get(f"/embed?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [one["parameter"] for one in answer.json()["errors"]] == [parameter]
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors *" in answer.headers["content-security-policy"]


IN_A_FRAME = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_reader_of_a_frame_is_told_in_words_what_is_wrong_with_its_address(
    framed: TestClient,
) -> None:
    asked = "/embed?date=%3Cscript%3E&view=moon&country=POL&country=NOR"
    answer = framed.get(asked, headers=IN_A_FRAME)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>The Ottawa Atlas cannot be shown here</h1>" in answer.text
    told = re.findall(r"<li>(\w+) is “(.*?)”; expected: .+\.</li>", answer.text)
    assert told == [("date", "&lt;script&gt;"), ("view", "moon"), ("country", "POL, NOR")]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "frame-ancestors *" in answer.headers["content-security-policy"]


def test_a_busy_server_says_so_in_the_frame(
    framed: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> None:
        raise BusyError

    monkeypatch.setattr(FRAMES.common, "wait", busy)
    answer = framed.get("/embed", headers=IN_A_FRAME)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "Too much is being drawn at this moment. Please try again later." in answer.text


def test_the_embed_in_the_other_worldview_says_so(framed: TestClient) -> None:
    answer = framed.get("/embed?worldview=de_facto")
    assert "by control on the ground" in answer.text
    assert framed.get("/embed").headers["etag"] != answer.headers["etag"]
