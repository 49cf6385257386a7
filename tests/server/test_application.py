"""The application as other programs meet it: HTTP as they do it, and nothing where nothing is."""

from __future__ import annotations

import gzip
import io
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from xml.etree import ElementTree

import pyogrio
import pytest
import uvicorn
from httpx2 import Response
from PIL import Image
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit import config
from streamlit.web.server.starlette.starlette_app import create_streamlit_middleware
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from geo.basics.dates import today
from geo.server import application, notices
from geo.server.streamlit_modules import STATIC
from geo.web import static_files

pytestmark = pytest.mark.slow

ON = "date=2026-02-20"
EXPORTS = "/api/v1/exports"
SCRIPT = static_files.fixed()["map.js"].address
STREAMLITS = f"/static/js/{next((STATIC / 'static' / 'js').glob('index.*.js')).name}"
HEALTH = "/_stcore/health"
INTERNALS = (
    *("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/openapi.json"),
    "/_stcore/upload_file/a/b",
)
CUT = (
    f"{EXPORTS}/countries.parquet?{ON}",
    f"{EXPORTS}/borders.geojson?{ON}",
    f"{EXPORTS}/countries.csv?{ON}",
    f"{EXPORTS}/record.zip",
    f"{EXPORTS}/countries.xlsx?{ON}",
    f"/api/v1/snapshot.png?{ON}&scale=1",
    f"/api/v1/snapshot.svg?{ON}",
    f"/api/v1/status?{ON}",
    f"/embed?{ON}",
    SCRIPT,
    "/robots.txt",
)
"""Addresses of every kind whose bytes may be asked for in parts."""


async def _health(_request: object) -> PlainTextResponse:
    return PlainTextResponse("ok")


def the_application() -> Starlette:
    """Ours and, of Streamlit's, what it puts around every answer and what sends the page."""
    own = [Route(path, _health) for path in (HEALTH, *INTERNALS)]
    streamlits = [*own, *create_streamlit_static_assets_routes("")]
    return Starlette(
        routes=[*application.ROUTES, *streamlits],
        middleware=[*application.MIDDLEWARE, *create_streamlit_middleware()],
        exception_handlers=application.HANDLERS,
    )


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(
        the_application(),
        base_url="https://atlas.example",
        headers={"Accept-Encoding": "identity"},
        follow_redirects=False,
    ) as found:
        yield found


def varies(answer: Response) -> set[str]:
    """The headers by which an answer differs."""
    return {name.strip() for name in answer.headers["vary"].split(",")}


# --- parts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", CUT)
def test_the_parts_of_an_answer_make_the_whole(client: TestClient, address: str) -> None:
    whole = client.get(address)
    size = len(whole.content)
    assert whole.headers["accept-ranges"] == "bytes"
    middle = size // 2
    parts = []
    for asked, first, last in (
        (f"0-{middle - 1}", 0, middle - 1),
        (f"{middle}-", middle, size - 1),
        (f"-{size - middle}", middle, size - 1),
    ):
        # Who takes gzip is sent a part of the plain bytes all the same, and never packed ones.
        takes = {"Range": f"bytes={asked}", "Accept-Encoding": "gzip"}
        part = client.get(address, headers=takes)
        assert part.status_code == 206
        assert part.headers["content-range"] == f"bytes {first}-{last}/{size}"
        assert part.headers["content-length"] == str(last - first + 1)
        assert "content-encoding" not in part.headers
        assert varies(part) == varies(whole) >= {"Accept-Encoding"}
        for name in ("etag", "content-type", "cache-control"):
            assert part.headers[name] == whole.headers[name]
        parts.append(part.content)
    assert parts[0] + parts[1] == whole.content
    assert parts[2] == parts[1]


@pytest.mark.parametrize("address", CUT)
def test_a_part_beyond_the_end_is_refused_with_the_size(client: TestClient, address: str) -> None:
    size = len(client.get(address).content)
    answer = client.get(address, headers={"Range": f"bytes={size}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{size}"
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("asked", ["items=0-9", "bytes=9-0", "bytes=0-0,-1", "bytes"])
def test_what_is_no_part_is_answered_whole(client: TestClient, asked: str) -> None:
    answer = client.get(CUT[0], headers={"Range": asked})
    assert (answer.status_code, answer.content) == (200, client.get(CUT[0]).content)
    assert "content-range" not in answer.headers


@pytest.mark.parametrize("address", CUT)
def test_a_part_is_sent_of_the_version_that_is_meant(client: TestClient, address: str) -> None:
    whole = client.get(address)
    tag, modified = whole.headers["etag"], whole.headers.get("last-modified", "")
    part = {"Range": "bytes=0-9"}

    def status(condition: str) -> int:
        return client.get(address, headers={**part, "If-Range": condition}).status_code

    assert status(tag) == 206
    assert status(modified) == (206 if modified else 200)
    later = datetime.now(UTC) + timedelta(days=1)
    for other in (f"W/{tag}", '"other"', tag[:-1] + '-gzip"', format_datetime(later, usegmt=True)):
        assert status(other) == 200


def test_what_the_asker_has_is_told_before_any_part(client: TestClient) -> None:
    tag = client.get(CUT[0]).headers["etag"]
    asked = {"Range": "bytes=0-9", "If-None-Match": tag}
    assert client.get(CUT[0], headers=asked).status_code == 304
    asked = {"Range": "bytes=0-9", "If-Match": '"other"'}
    assert client.get(CUT[0], headers=asked).status_code == 412


@pytest.mark.parametrize("address", CUT)
def test_only_get_is_answered_in_parts(client: TestClient, address: str) -> None:
    answer = client.head(address, headers={"Range": "bytes=0-9"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(client.get(address).content))


def test_answers_say_since_when_they_are_as_they_are(client: TestClient) -> None:
    def modified(asked: str) -> datetime:
        return parsedate_to_datetime(client.get(asked).headers["last-modified"])

    address = f"/api/v1/status?{ON}"
    assert modified(address) == modified(address) <= datetime.now(UTC)
    # What is said of today is new every day.
    assert modified("/api/v1/status").date() >= today()
    since = format_datetime(modified(address), usegmt=True)
    assert client.get(address, headers={"If-Modified-Since": since}).status_code == 304


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the application answers over a real connection."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(the_application(), log_level="error"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        running.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        running.join(30)


@pytest.mark.parametrize("name", ["borders.geojson", "countries.csv"])
def test_gdal_opens_an_address_as_a_file(address: str, name: str) -> None:
    driver = "CSV:" if name.endswith("csv") else ""
    file = f"{driver}/vsicurl/{address}{EXPORTS}/{name}?{ON}"
    assert "iso_a3" in pyogrio.read_info(file)["fields"]


# --- codings -------------------------------------------------------------------------------------


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


# --- methods -------------------------------------------------------------------------------------


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


# --- what is not there ---------------------------------------------------------------------------


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


@pytest.mark.parametrize("path", ["/", "/?country=POL", f"/?{ON}&utm_source=x"])
def test_the_page_is_at_its_path_alone(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.text.count(static_files.fixed()["streamlit.css"].body.decode().strip()) == 1
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


# --- fixed addresses -----------------------------------------------------------------------------


def test_robots_are_let_in_and_shown_the_sitemap(client: TestClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == ("User-agent: *\nAllow: /\nSitemap: https://atlas.example/sitemap.xml\n")


def test_everything_in_the_sitemap_is_there(client: TestClient) -> None:
    answer = client.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    root = ElementTree.fromstring(answer.content)
    found = [
        str(node.text) for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert {f"https://atlas.example{path}" for path in ("/", "/embed", "/openapi.json")} < {*found}
    for address in found:
        assert client.head(address).status_code == 200, address


def test_a_host_that_is_none_gets_into_no_address(client: TestClient) -> None:
    for path in ("/sitemap.xml", "/robots.txt", "/.well-known/security.txt"):
        answer = client.get(path, headers={"Host": 'evil"><script>'})
        assert "evil" not in answer.text


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_where_to_tell_of_a_danger(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    said = fields(answer.text)
    assert said["Canonical"] == "https://atlas.example/.well-known/security.txt"
    expires = datetime.fromisoformat(said["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)
    # No address is made up: where none is named, a page here says so.
    assert "has named no address" in client.get(said["Contact"]).text


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("mailto:keeper@atlas.example", True),
        ("https://atlas.example/report", True),
        ("keeper@atlas.example", False),
        ("javascript:alert(1)", False),
        ("mailto:a@b\nExpires: 1999", False),
    ],
)
def test_a_keeper_names_the_address_for_reports(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, named: str, shown: bool
) -> None:
    monkeypatch.setenv(notices.CONTACT, named)
    notices._contact.cache_clear()
    try:
        said = fields(client.get("/.well-known/security.txt").text)
        assert (said["Contact"] == named) is shown
        assert (named in client.get("/contact").text) is shown
    finally:
        notices._contact.cache_clear()


def test_the_icon_is_one_that_every_browser_knows(client: TestClient) -> None:
    answer = client.get("/favicon.ico")
    assert answer.headers["content-type"] == "image/x-icon"
    with Image.open(io.BytesIO(answer.content)) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
        pixels = icon.convert("RGB")
    drawing = static_files.ICON.read_text(encoding="utf-8")
    for x, colour in ((12, "#0072B2"), (36, "#D55E00")):
        assert f"#{pixels.crop((x, 24, x + 1, 25)).tobytes().hex().upper()}" == colour
        assert colour in drawing
