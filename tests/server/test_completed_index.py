"""Streamlit's index page, completed with our style sheets on its way out."""

import gzip
import re
from html import escape, unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.answers.words import english
from geo.server import completed_index
from geo.web import static_files

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
    Starlette(routes=ROUTES, middleware=[Middleware(completed_index.CompletedIndex)])
)


@pytest.mark.parametrize("path", ["/", "/?date=2026-02-20", "/any/other/place"])
def test_the_page_names_each_sheet_once_before_anything_that_is_painted(path: str) -> None:
    answer = CLIENT.get(path)
    sheets = re.findall(r'<link rel="stylesheet" href="(/atlas/[^"]+)">', answer.text)
    assert sheets == [static_files.fixed()[name].address for name in completed_index.PAGE_STYLES]
    body = answer.text.partition("<body>")[2]
    assert body.strip().startswith('<link rel="stylesheet" href="/atlas/')
    assert answer.headers["content-length"] == str(len(answer.content))
    assert "last-modified" not in answer.headers
    assert "accept-ranges" not in answer.headers


def test_nothing_of_streamlits_index_is_lost_but_its_title_and_advice() -> None:
    text = re.sub(r'\n    <link rel="stylesheet" href="/atlas/[^"]+">', "", CLIENT.get("/").text)
    text = re.sub(r'  <link rel="alternate" type="application/(?:atom|json).*>\n  ', "", text)
    text = re.sub(r'\n    <p id="arriving".*</p>', "", text)
    ours = r"<title>.*?<meta name=\"twitter:card\"[^>]*>|<noscript>.*?</noscript>"
    theirs = r"<title>.*?</title>|<noscript>.*?</noscript>"
    streamlits = completed_index._original().decode()
    assert re.split(ours, text, flags=re.DOTALL) == re.split(theirs, streamlits, flags=re.DOTALL)


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
    return CLIENT.get(address).text.partition("<noscript>")[2].partition("</noscript>")[0]


def test_without_scripts_the_page_is_the_answer_for_the_asked_day_and_country() -> None:
    answer = without_scripts("/?date=2026-02-19&country=POL")
    assert "On 19 February 2026, 162 states are bound" in answer
    assert "its withdrawal takes effect on 20 February 2026." in answer
    assert "Dziennik Ustaw" in answer
    assert 'src="api/v1/snapshot.png?date=2026-02-19&amp;country=POL' in answer
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
    body = sheet.body + b"/* */"
    changed["page.css"] = static_files.Asset(
        "page.css", "/atlas/1/page.css", body, gzip.compress(body, mtime=0)
    )
    monkeypatch.setattr(static_files, "fixed", lambda: changed)
    completed_index.completed.cache_clear()
    try:
        assert CLIENT.get("/").headers["etag"] != before
        assert "/atlas/1/page.css" in CLIENT.get("/").text
    finally:
        completed_index.completed.cache_clear()


def test_who_waits_for_the_page_is_told() -> None:
    assert f'<p id="arriving" role="status">{english.ARRIVING}</p>' in CLIENT.get("/").text
