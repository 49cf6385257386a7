"""The application as other programs meet it: HTTP as they do it, and nothing where nothing is."""

from __future__ import annotations

import gzip
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient
from streamlit import config

from geo.web.inlined import styles
from tests.every import every
from tests.server.application import (
    HEALTH,
    INTERNALS,
    ON,
    SCRIPT,
    STREAMLITS,
    the_application,
    varies,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("*;q=0, gzip", "gzip"),
        ("gzip;q=0.1, identity;q=0", "gzip"),
        ("x-gzip", "gzip"),
        ("*", "gzip"),
        ("gzip;q=0", None),
        ("gzip;q=0, *", None),
        ("br", None),
        ("gzip;q=0.5, identity", None),
        ("identity", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("address", [f"/api/v1/status?{ON}", "/embed", SCRIPT, "/sitemap.xml"])
def test_each_coding_is_sent_to_who_takes_it_under_its_own_tag(
    client: TestClient, address: str, accepted: str, coding: str | None
) -> None:
    plain = client.get(address)
    with client.stream("GET", address, headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["content-length"] == str(len(raw))
    assert (gzip.decompress(raw) if coding else raw) == plain.content
    assert (answer.headers["etag"] == plain.headers["etag"]) is (coding is None)
    assert "Accept-Encoding" in varies(answer)
    tags = {plain.headers["etag"], plain.headers["etag"][:-1] + '-gzip"'}
    for tag in tags:
        asked = {"Accept-Encoding": accepted, "If-None-Match": tag}
        again = client.get(address, headers=asked)
        assert again.status_code == (304 if tag == answer.headers["etag"] else 200)
        assert again.headers["etag"] == answer.headers["etag"]
        assert again.headers["cache-control"] == answer.headers["cache-control"]
        assert varies(again) == varies(answer)
        if again.status_code == 304:
            for name in ("content-length", "content-type", "content-encoding"):
                assert name not in again.headers


def test_streamlits_scripts_are_packed_for_who_takes_them_so(client: TestClient) -> None:
    plain = client.get(STREAMLITS, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with client.stream("GET", STREAMLITS, headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-length"] == str(len(raw))
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 2
    assert "Accept-Encoding" in varies(answer)
    assert "Accept-Encoding" in varies(plain)
    assert "immutable" in answer.headers["cache-control"]
    tag = answer.headers["etag"]
    assert tag != plain.headers["etag"]
    asked = {"Accept-Encoding": "gzip", "If-None-Match": tag}
    assert client.get(STREAMLITS, headers=asked).status_code == 304
    part = client.get(STREAMLITS, headers={"Accept-Encoding": "gzip", "Range": "bytes=2-5"})
    assert (part.status_code, part.content) == (206, plain.content[2:6])


@pytest.mark.parametrize("accepted", ["identity;q=0", "*;q=0", "br, *;q=0"])
def test_who_refuses_every_form_is_told_so(client: TestClient, accepted: str) -> None:
    answer = client.get(f"/api/v1/status?{ON}", headers={"Accept-Encoding": accepted})
    assert answer.status_code == 406
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("accepted", ["gzip;q=0", "identity, gzip;q=0.1", "br"])
@pytest.mark.parametrize("address", ["/", HEALTH, "/nothing"])
def test_the_framework_packs_nothing_for_who_refuses(
    client: TestClient, address: str, accepted: str
) -> None:
    answer = client.get(address, headers={"Accept-Encoding": accepted, "Accept": "text/html"})
    assert "content-encoding" not in answer.headers


THERE = ("/", "/embed", SCRIPT, STREAMLITS, "/robots.txt", "/sitemap.xml", "/favicon.ico")
MORE = (
    "/.well-known/security.txt",
    "/contact",
    "/api/v1/feed.atom",
    "/openapi.json",
    "/api/v1/status",
    HEALTH,
    "/healthz",
)


@pytest.mark.parametrize("address", [*THERE, *MORE])
def test_every_address_answers_get_head_and_options(client: TestClient, address: str) -> None:
    got, head = client.get(address), client.head(address)
    assert got.status_code == head.status_code == 200
    assert head.content == b""
    assert head.headers == got.headers
    asked = client.options(address)
    assert (asked.status_code, asked.content) == (204, b"")
    assert asked.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", [*THERE, *MORE])
@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_no_address_takes_what_writes(client: TestClient, address: str, method: str) -> None:
    answer = client.request(method, address)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["status"] == 405


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
def test_where_assistants_ask_no_page_stands(client: TestClient, method: str) -> None:
    answer = client.request(method, "/mcp", headers={"Accept": "text/html"})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "OPTIONS, POST"


def test_a_page_of_another_site_may_ask_for_the_frame_with_headers_of_its_own(
    client: TestClient,
) -> None:
    asked = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "range,traceparent",
    }
    answer = client.options("/embed", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-headers"] == "range,traceparent"


NOT_THERE = (
    *("/nothing", "/.git/config", "/.env", "/index.html", "/main", "/a/b/c", "/nothing/"),
    *("/static", "/static/js/nothing.js", "/_stcore/nothing", "/wp-login.php", "/embed/", "/api2"),
    *("/page/_stcore/health", "/robots.txt/", "/security.txt", "/atlas", "/manifest.json/x"),
)


@pytest.mark.parametrize("path", [*NOT_THERE, *INTERNALS])
def test_what_is_not_there_is_404_for_reader_and_program(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.status_code == 404
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<a href="/">' in page.text
    assert "Accept" in varies(page)
    for method in ("GET", "POST", "OPTIONS"):
        said = client.request(method, path, headers={"Accept": "*/*"})
        assert said.status_code == said.json()["status"] == 404
        assert said.headers["content-type"] == "application/problem+json"
    assert client.head(path).status_code == 404
    for name, value in (("Range", "bytes=0-9"), ("If-None-Match", "*")):
        assert client.get(path, headers={name: value}).status_code == 404


LED_OUT = (
    *("/%2e%2e/etc/passwd", "/embed/%2e%2e", "/api/v1/x/%2e%2e/status", "/%00", "/a%5c..%5cb"),
    *("/%2fapi/v1/status", "/%5c%5chost/share", "/C:/x", "/api/v1/countries/%00"),
)


def test_nothing_is_where_a_path_leads_out_and_that_is_said_as_everywhere(
    client: TestClient,
) -> None:
    def holds(path: str) -> None:
        said = client.get(path)
        assert said.status_code == said.json()["status"] == 404
        assert said.headers["content-type"] == "application/problem+json"
        assert said.json()["instance"] == unquote(path)
        page = client.get(path, headers={"Accept": "text/html"})
        assert page.status_code == 404
        assert '<a href="/">' in page.text

    every(((path, path) for path in LED_OUT), holds)


@pytest.mark.parametrize("path", ["/", "/?country=POL", f"/?{ON}&utm_source=x"])
def test_the_page_is_at_its_path_alone(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.text.count(styles(["streamlit.css"])) == 1
    assert client.get(STREAMLITS).headers["content-type"].startswith("text/javascript")


def test_below_a_base_path_the_page_is_there_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask = config.get_option
    base = {"server.baseUrlPath": "/minefields/"}
    monkeypatch.setattr(config, "get_option", lambda name: base.get(name) or ask(name))
    client = TestClient(the_application(), follow_redirects=False)
    assert client.get("/minefields/").text.count("<html") == 1
    assert client.get("/minefields/").status_code == 200
    assert client.get("/minefields").headers["location"].endswith("/minefields/")
    for path in ("/", "/nothing", "/minefields/nothing", "/minefieldsx", "/api/v1/status"):
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 404
        assert '<a href="/minefields/">' in answer.text
        assert '<a href="/minefields/openapi.json">' in answer.text
        assert client.get(path).json()["instance"] == path
    assert "<loc>http://testserver/minefields/</loc>" in client.get("/minefields/sitemap.xml").text
