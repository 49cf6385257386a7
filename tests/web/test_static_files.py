"""The app's own files: addresses that hold the content's hash, kept for ever, all our own."""

import asyncio
import gzip
import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from geo.answers.words.legend import STATUS_KEYS
from geo.server import asset_routes, security_headers
from geo.server.current_data import CURRENT
from geo.treaty import LegalStatus
from geo.web import static_files
from geo.web.static_files import STYLES, Asset


async def _own_policy(_request: object) -> PlainTextResponse:
    return PlainTextResponse("own", headers={"Referrer-Policy": "same-origin"})


APP = Starlette(
    routes=[*asset_routes.ROUTES, Route("/own", _own_policy)],
    middleware=[Middleware(security_headers.SecurityHeaders)],
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(path: str, *, method: str = "GET", accept_encoding: str = "") -> Answer:
    """One request through the whole application, as a server would hand it on."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"localhost"), (b"accept-encoding", accept_encoding.encode())],
    }
    asyncio.run(APP(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(m.get("body", b"") for m in sent[1:]))


def every() -> list[Asset]:
    data = [asset for roles in CURRENT.get().map_data().values() for asset in roles.values()]
    return [*static_files.fixed().values(), *data]


def test_scripts_styles_leaflet_and_all_map_data_are_among_them() -> None:
    names = {asset.name for asset in every()}
    assert {"map.js", "page.js", "leaflet.css", "map.css", "colours.css"} <= names
    roles, worldviews = ("flank", "world", "timeline"), ("un", "de_facto")
    assert {f"{role}-{worldview}.json" for role in roles for worldview in worldviews} <= names


def test_each_is_served_under_the_hash_of_its_content_and_may_be_kept_for_ever() -> None:
    for asset in every():
        answer = ask(asset.address)
        assert answer.status == 200, asset.name
        assert answer.body == asset.body
        assert (
            hashlib.sha256(answer.body).hexdigest()[:16] == PurePosixPath(asset.address).parent.name
        )
        assert "immutable" in answer.headers["cache-control"]
        assert "max-age=31536000" in answer.headers["cache-control"]
        assert "content-encoding" not in answer.headers


def test_packed_for_whoever_can_unpack_it() -> None:
    for asset in every():
        answer = ask(asset.address, accept_encoding="br, gzip")
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert gzip.decompress(answer.body) == asset.body
        assert int(answer.headers["content-length"]) == len(answer.body)


def test_what_a_browser_fetches_for_the_map_is_small() -> None:
    flank, timeline = (
        CURRENT.get().map_data()["un"]["flank"],
        CURRENT.get().map_data()["un"]["timeline"],
    )
    assert len(flank.packed) + len(timeline.packed) < 250_000
    assert len(CURRENT.get().map_data()["un"]["world"].packed) < 600_000


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("map.js", "text/javascript; charset=utf-8"),
        ("map.css", "text/css; charset=utf-8"),
        ("timeline-un.json", "application/json"),
    ],
)
def test_each_kind_says_what_it_is(name: str, media_type: str) -> None:
    (asset,) = [asset for asset in every() if asset.name == name]
    assert ask(asset.address).headers["content-type"] == media_type


@pytest.mark.parametrize(
    "path",
    [
        "/atlas/0000000000000000/map.css",
        "/atlas/0000000000000000/flank-un.json",
        "/atlas/0000000000000000/..%2f..%2fdashboard.py",
        "/atlas/0000000000000000/secrets.toml",
    ],
)
def test_an_address_of_no_file_is_a_plain_404_that_nobody_keeps(path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert b"Reload the page" in answer.body
    assert "cache-control" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_right_hash_with_another_name_is_not_found() -> None:
    address = static_files.fixed()["map.css"].address
    assert ask(address.replace("map.css", "page.css")).status == 404


def test_only_reading_is_answered() -> None:
    address = static_files.fixed()["map.css"].address
    assert ask(address, method="HEAD").status == 200
    assert ask(address, method="POST").status == 405


@pytest.mark.parametrize("name", sorted(security_headers.HEADERS))
def test_every_answer_carries_the_security_headers(name: str) -> None:
    for path in (static_files.fixed()["map.js"].address, "/nowhere"):
        assert ask(path).headers[name.lower()] == security_headers.HEADERS[name]


def test_an_answers_own_header_is_not_doubled() -> None:
    assert ask("/own").headers["referrer-policy"] == "same-origin"


def test_the_policy_names_no_host_and_lets_no_text_be_run_as_script() -> None:
    directives = dict(
        part.strip().split(" ", 1) for part in security_headers.POLICY.split(";") if part.strip()
    )
    allowed = {"'self'", "'none'", "'unsafe-inline'", "'wasm-unsafe-eval'", "blob:", "data:"}
    for directive, values in directives.items():
        assert set(values.split()) <= allowed, directive
    assert "'unsafe-eval'" not in security_headers.POLICY
    assert directives["object-src"] == "'none'"
    assert directives["frame-ancestors"] == "'self'"


def test_no_file_of_ours_names_an_outside_address_to_load() -> None:
    sheets = {path.name: path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")}
    sheets["colours.css"] = static_files.fixed()["colours.css"].body.decode()
    for name, body in (static_files.scripts() | sheets).items():
        assert "http://" not in body.replace("http://www.w3.org/2000/svg", "")
        assert "https://" not in body
        for forbidden in ("innerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert forbidden not in body, name


def test_the_colours_of_the_legend_reach_the_style_sheet() -> None:
    body = static_files.fixed()["colours.css"].body.decode()
    for status in (LegalStatus.PARTY, LegalStatus.WITHDRAWN, LegalStatus.SIGNATORY):
        assert STATUS_KEYS[status].colour in body
    assert "prefers-color-scheme: dark" in body
