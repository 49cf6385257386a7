"""Streamlit's index page, completed with our style sheets on its way out."""

import gzip
import importlib
import json
import math
import re
import xml.etree.ElementTree as ET
from html import escape, unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.answers.words.page import ARRIVING
from geo.basics.choices import EXTENTS, WORLDVIEWS
from geo.server import completed_index, current_data, early_hints, streamlit_modules
from geo.web import static_files
from geo.web.inlined import styles

OTHER = "x" * len(completed_index._original())


async def _index(_request: Request) -> Response:
    return FileResponse(completed_index._INDEX)


async def _other(_request: Request) -> Response:
    return HTMLResponse(OTHER)


async def _script(_request: Request) -> Response:
    return Response("run()", media_type="text/javascript")


ROUTES = [
    Route("/", _index),
    Route("/any/other/place", _index),
    Route("/other", _other),
    Route("/script", _script),
]
CLIENT = TestClient(
    Starlette(routes=ROUTES, middleware=[Middleware(completed_index.CompletedIndex)]),
    headers={"accept-encoding": "identity"},
)
PIECES = r"<link[^>]*>|<script[^>]*>[^<]*</script>|<meta[^>]*>|<div id=\"root\"></div>"


@pytest.fixture(autouse=True, scope="module")
def _files_of_the_map() -> None:
    current_data.CURRENT.get().map_data()


@pytest.mark.parametrize("path", ["/", "/?date=2026-02-20", "/any/other/place"])
def test_the_page_holds_each_sheet_once_before_anything_that_is_painted(path: str) -> None:
    answer = CLIENT.get(path)
    sheets = [str(styles([name])) for name in completed_index.PAGE_STYLES]
    body = answer.text.partition("<body>")[2]
    assert body.strip().startswith("<style>")
    first = body.partition("</style>")[0]
    assert [first.count(sheet) for sheet in sheets] == [1] * len(sheets)
    assert '<link rel="stylesheet" href="/atlas/' not in answer.text
    assert answer.headers["content-length"] == str(len(answer.content))
    assert "last-modified" not in answer.headers
    assert "accept-ranges" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/any/other/place"])
def test_nothing_of_streamlits_index_is_lost_but_its_title_and_advice(path: str) -> None:
    streamlits = re.sub(r"<!--.*?-->", "", completed_index._original().decode(), flags=re.DOTALL)
    text = CLIENT.get(path).text
    pieces = re.findall(PIECES, streamlits)
    assert len(pieces) > 50
    assert [(piece, text.count(piece)) for piece in pieces] == [(piece, 1) for piece in pieces]


def test_what_streamlit_starts_with_waits_until_the_first_view_is_painted() -> None:
    head, _, body = CLIENT.get("/").text.partition("<body>")
    assert "modulepreload" not in head
    assert 'type="module"' not in head
    view, _, later = body.partition('<template id="later">')
    assert view.index('class="first-view"') < view.index("</main>")
    assert 'type="module"' in later.partition("</template>")[0]
    assert 'type="module"' in CLIENT.get("/any/other/place").text.partition("</head>")[0]


def test_what_the_controls_need_is_named_once_with_all_that_it_imports() -> None:
    importlib.import_module("streamlit_folium")  # as a first visitor does
    current_data.CURRENT.get().map_data()
    assert early_hints.hints()
    later, _, controls = CLIENT.get("/").text.partition('<template id="controls">')
    links = re.findall(r'<link rel="modulepreload" fetchpriority="low"[^>]*>', controls)
    names = [re.findall(r'href="/static/js/([^"]+)"', link)[0] for link in links]
    assert {"BidiComponent", "ButtonGroup", "Selectbox"} <= {
        name.partition(".")[0] for name in names
    }
    assert len(set(names)) == len(names) > 20
    for name in names:
        assert name not in later
        script = (streamlit_modules.STATIC / "static" / "js" / name).read_text("utf-8")
        imported = re.findall(r"""(?:from|import)\s*["']\./([^"']+)["']""", script)
        assert [each for each in imported if each not in later and each not in names] == []


def test_an_address_is_a_card_with_the_picture_of_what_it_shows() -> None:
    head = CLIENT.get("/?country=POL&date=2026-02-19&view=europe").text.partition("</head>")[0]
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', head)
    said = {name: unescape(value) for name, value in found}
    sentence = "On 19 February 2026, Poland is still bound by the Mine Ban Convention; "
    assert said["description"].startswith(sentence)
    assert said["og:description"] == said["description"]
    assert said["og:title"] in unescape(head.partition("<title>")[2])
    assert head.count("<title>") == 1
    assert said["og:url"] == "http://testserver/?date=2026-02-19&country=POL&view=europe"
    assert f'<link rel="canonical" href="{escape(said["og:url"])}">' in head
    picture = urlsplit(said["og:image"])
    assert (picture.scheme, picture.netloc) == ("http", "testserver")
    shown = {"date": ["2026-02-19"], "country": ["POL"], "view": ["europe"], "scale": ["1"]}
    assert parse_qs(picture.query).items() >= shown.items()
    assert said["twitter:card"] == "summary_large_image"


def without_scripts(address: str) -> str:
    """What a reader without scripts is given."""
    view = (
        CLIENT.get(address).text.partition('<main class="first-view">')[2].partition("</main>")[0]
    )
    return re.sub(r"<script>.*?</script>", "", view, flags=re.DOTALL)


@pytest.mark.parametrize("view", EXTENTS)
@pytest.mark.parametrize("worldview", WORLDVIEWS)
def test_the_first_view_holds_the_picture_of_the_asked_day(view: str, worldview: str) -> None:
    asked = f"/?date=2026-01-10&country=POL&view={view}&worldview={worldview}"
    shown = without_scripts(asked)
    (drawn,) = re.findall(r"<svg class=\"land\".*?</svg>", shown, re.DOTALL)
    assert len(drawn) < 90_000
    picture = ET.fromstring(drawn)
    assert picture.get("aria-label", "").startswith("Map of ")
    paths = {path.get("class"): path.get("d", "") for path in picture.findall("path")}
    assert {"area party", "area not_party", "area withdrawn near"} <= set(paths)
    assert "area withdrawal_notified near selected" in paths
    assert paths["border covered"].startswith("M")
    assert shown.count('data-live="headline"') == 1
    assert re.findall(r'<div class="name remaining".*?><span>(\w+)<', shown)[:2] == [
        "Norway",
        "Poland",
    ]


def test_land_of_the_first_view_fits_together_and_lies_where_the_map_has_it() -> None:
    files = current_data.CURRENT.get().map_data()["un"]
    shapes = current_data.CURRENT.get().first_shapes("un", "flank")
    far = {area.area_id: area for area in shapes.areas}
    assert {"NOR", "FIN", "RUS", "POL"} <= set(far)
    lon, lat = 24.0, 60.0
    across = 256 * 2**shapes.window.zoom
    x, y = shapes.place(lon, lat)
    assert (x + shapes.corner[0]) / across == pytest.approx(lon / 360 + 0.5, abs=1e-3)
    mercator = math.asinh(math.tan(math.radians(lat)))
    assert (y + shapes.corner[1]) / across == pytest.approx(0.5 - mercator / math.tau, abs=1e-3)
    assert len(shapes.names) == len(json.loads(files["flank"].body)["labels"])


def test_who_takes_gzip_gets_the_page_packed_under_a_tag_of_its_own() -> None:
    plain, packed = CLIENT.get("/"), CLIENT.get("/", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding, Accept-Language"


def test_without_scripts_the_page_is_the_answer_for_the_asked_day_and_country() -> None:
    answer = without_scripts("/?date=2026-02-19&country=POL")
    assert "On 19 February 2026, 162 states are bound" in answer
    assert "its withdrawal takes effect on 20 February 2026." in answer
    assert "Dziennik Ustaw" in answer
    assert 'href="api/v1/snapshot.png?date=2026-02-19&amp;country=POL' in answer
    assert '<svg class="land" role="img"' in answer
    assert '<a href="./?date=2026-02-19&amp;country=NOR">Norway</a>' in answer
    assert 'href="api/v1/countries/POL.pdf?date=2026-02-19"' in answer
    assert "<script" not in answer
    assert "161 states are bound" in without_scripts("/?embed=true")


def test_without_scripts_nonsense_in_the_address_is_told_and_stays_text() -> None:
    answer = without_scripts("/?date=2026-02-31&country=%3Cimg%20src%3Dx%3E&%3C/noscript%3E=1")
    assert "The date “2026-02-31” in the address is not a day" in answer
    assert "&lt;img src=x&gt;" in answer
    assert "&lt;/noscript&gt;" in answer
    assert "More of this day" in answer


def test_what_is_only_asked_about_is_told_and_not_sent() -> None:
    asked, sent = CLIENT.head("/"), CLIENT.get("/")
    assert asked.content == b""
    for name in ("etag", "content-length", "content-type"):
        assert asked.headers[name] == sent.headers[name]


@pytest.mark.parametrize("condition", ["{tag}", "W/{tag}", '"old", {tag}', "*"])
def test_who_has_this_version_is_not_sent_it_again(condition: str) -> None:
    tag = CLIENT.get("/").headers["etag"]
    answer = CLIENT.get("/", headers={"If-None-Match": condition.format(tag=tag)})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == tag
    assert "content-length" not in answer.headers


@pytest.mark.parametrize("name", ["If-None-Match", "If-Match", "If-Range", "Range"])
def test_the_tag_of_streamlits_own_file_counts_for_nothing(name: str) -> None:
    bare = TestClient(Starlette(routes=ROUTES)).get("/")
    value = "bytes=0-99" if name == "Range" else bare.headers["etag"]
    answer = CLIENT.get("/", headers={name: value})
    assert answer.status_code == 200
    assert answer.content == CLIENT.get("/").content


def test_the_time_of_streamlits_own_file_counts_for_nothing() -> None:
    bare = TestClient(Starlette(routes=ROUTES)).get("/")
    answer = CLIENT.get("/", headers={"If-Modified-Since": bare.headers["last-modified"]})
    assert (answer.status_code, answer.content) == (200, CLIENT.get("/").content)


def test_the_head_says_where_to_follow_along_and_what_embeds_the_view() -> None:
    asked = '/?date=2026-02-20&country=POL"><script>'
    head = CLIENT.get(asked).text.partition("</head>")[0]
    assert re.search(r'type="application/atom\+xml" href="/api/v1/feed.atom"', head)
    (found,) = re.findall(r'type="application/json\+oembed" href="([^"]+)"', head)
    query = parse_qs(urlsplit(unescape(found)).query)
    (shown,) = query["url"]
    assert shown.startswith("http://testserver/?date=2026-02-20&country=POL")
    assert "<script>" not in found
    assert "oembed" not in CLIENT.get("/any/other/place").text
    assert CLIENT.get("/?x=%ff").status_code == 200


def test_other_pages_pass_untouched_even_one_as_long_as_the_index() -> None:
    assert CLIENT.get("/other").text == OTHER
    assert CLIENT.get("/script").text == "run()"
    assert CLIENT.post("/").status_code == 405
    assert CLIENT.get("/nowhere").status_code == 404


def test_the_tag_changes_with_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    before = CLIENT.get("/").headers["etag"]
    changed = dict(static_files.fixed())
    sheet = changed["page.css"]
    body = gzip.compress(sheet.body + b".another { top: 0; }", mtime=0)
    changed["page.css"] = static_files.Asset("page.css", "/atlas/1/page.css", body)
    monkeypatch.setattr(static_files, "fixed", lambda: changed)
    completed_index._with_sheets.cache_clear()
    try:
        assert CLIENT.get("/").headers["etag"] != before
        assert ".another{top:0;}" in CLIENT.get("/").text
    finally:
        completed_index._with_sheets.cache_clear()


def test_who_waits_for_the_page_is_told() -> None:
    assert f'<p id="arriving" role="status">{ARRIVING}</p>' in CLIENT.get("/").text
