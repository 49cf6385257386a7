"""Following along over HTTP: a feed, a calendar, and frames for sites that know oEmbed."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from geo.server import public_address
from geo.server.api.caches import ANSWERS, WORKS
from tests import clock

pytestmark = pytest.mark.slow

BASE = "http://testserver/"
SHARED = (ANSWERS.common, ANSWERS.asked, WORKS.common, WORKS.asked)
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_leads_to_the_page_it_came_from(client: TestClient) -> None:
    for base in (BASE, "http://other.example/"):
        answer = client.get(f"{base}api/v1/feed.atom?country=POL")
        assert answer.headers["content-type"].startswith("application/atom+xml")
        root = ET.fromstring(answer.content)
        found = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}
        assert found["self"] == f"{base}api/v1/feed.atom?country=POL"
        assert found["alternate"] == base
        pages = [
            link.attrib["href"]
            for link in root.findall(f"{ATOM}entry/{ATOM}link[@rel='alternate']")
        ]
        assert f"{base}?date=2026-02-20&country=POL" in pages
        assert all(page.startswith(f"{base}?date=") for page in pages)


def test_ever_new_hosts_take_no_room_from_what_is_the_same_for_all(client: TestClient) -> None:
    before = [cache.bytes for cache in SHARED]
    for number in range(3):
        for name in ("feed.atom", "calendar.ics"):
            assert client.get(f"http://host{number}.example/api/v1/{name}").status_code == 200
    assert [cache.bytes for cache in SHARED] == before


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Says where readers find the page, as its keeper would."""

    def say(address: str) -> None:
        public_address.named.cache_clear()
        monkeypatch.setenv(public_address.ADDRESS, address)

    yield say
    public_address.named.cache_clear()


def test_links_lead_where_the_keeper_says_that_the_page_is(
    client: TestClient, said: Callable[[str], None]
) -> None:
    said("https://atlas.example")
    for base in (BASE, "http://other.example/"):
        root = ET.fromstring(client.get(f"{base}api/v1/feed.atom").content)
        links = {link.attrib["rel"]: link.attrib["href"] for link in root.findall(f"{ATOM}link")}
        assert links["self"] == "https://atlas.example/api/v1/feed.atom"
        asked = {"url": "https://atlas.example/?country=POL"}
        found = client.get(f"{base}oembed", params=asked).json()
        assert found["provider_url"] == "https://atlas.example/"
        assert client.get(f"{base}oembed", params={"url": base}).status_code == 404


@pytest.mark.parametrize(
    "address", ["atlas.example", "ftp://a.example", "https://a.example/page", 'https://a"b', "  "]
)
def test_what_is_no_address_is_not_taken_for_one(
    client: TestClient, said: Callable[[str], None], address: str
) -> None:
    said(address)
    assert BASE in client.get("/api/v1/feed.atom").text


def test_the_calendar_is_one(client: TestClient) -> None:
    answer = client.get("/api/v1/calendar.ics?country=FIN")
    assert answer.headers["content-type"].startswith("text/calendar")
    made: Any = Calendar.from_ical(answer.content)
    told = {str(day["SUMMARY"]): day for day in made.walk("VEVENT")}
    assert str(told["Finland's withdrawal takes effect"]["DTSTART"].dt) == "2026-01-10"


@pytest.mark.parametrize("name", ["feed.atom", "calendar.ics"])
@pytest.mark.parametrize(("asked", "wrong"), [("country=finn", "country"), ("date=latest", "date")])
def test_nonsense_is_refused(client: TestClient, name: str, asked: str, wrong: str) -> None:
    answer = client.get(f"/api/v1/{name}?{asked}")
    assert answer.status_code == 422
    assert [error["parameter"] for error in answer.json()["errors"]] == [wrong]


# --- oEmbed --------------------------------------------------------------------------------------


def frame(said: dict[str, Any]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The attributes of the frame, and what its address asks for."""
    (tag,) = re.findall(r"<iframe ([^>]+)></iframe>", said["html"])
    found = {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
    assert found["src"].startswith(f"{BASE}embed?")
    return found, parse_qs(urlsplit(found["src"]).query)


def test_an_address_becomes_its_frame(client: TestClient) -> None:
    url = f"{BASE}?date=2026-02-20&country=POL&view=europe&tab=events&utm_source=x"
    said = client.get("/oembed", params={"url": url, "dnt": "1"}).json()
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert (said["provider_name"], said["provider_url"]) == ("Ottawa Atlas", BASE)
    assert said["title"].endswith("on 20 February 2026")
    attributes, asked = frame(said)
    assert asked == {"date": ["2026-02-20"], "country": ["POL"], "view": ["europe"]}
    assert (attributes["width"], attributes["height"]) == (str(said["width"]), str(said["height"]))
    assert client.get(attributes["src"]).status_code == 200
    assert f'<script src="{BASE}frame.js" async></script>' in said["html"]
    script = client.get("/frame.js", headers={"Origin": "https://paper.example"})
    assert script.headers["content-type"].startswith("text/javascript")
    assert script.headers["cross-origin-resource-policy"] == "cross-origin"
    assert said["thumbnail_url"].startswith(
        f"{BASE}api/v1/snapshot.png?date=2026-02-20&country=POL"
    )
    assert said["data_version"] == client.get("/api/v1/claims").json()["data_version"]


def test_the_frame_is_no_larger_than_asked(client: TestClient) -> None:
    asked = {"url": BASE, "maxwidth": "480", "maxheight": "2000"}
    said = client.get("/oembed", params=asked).json()
    assert (said["width"], said["height"]) == (480, 640)
    assert "<script" not in said["html"]  # it would grow beyond that
    assert "thumbnail_url" not in said


def test_a_frozen_frame_stays_frozen_and_latest_follows(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = client.get("/oembed", params={"url": f"{BASE}embed?date=2026-01-10&frozen=1"})
    assert frame(frozen.json())[1] == {"date": ["2026-01-10"], "frozen": ["1"]}
    clock.set_to(monkeypatch, datetime(2026, 11, 26, 23, 50, tzinfo=UTC))
    latest = client.get("/oembed", params={"url": f"{BASE}?date=latest"})
    assert frame(latest.json())[1] == {"date": ["latest"]}
    assert latest.json()["cache_age"] == 600
    assert latest.headers["cache-control"] == "public, max-age=600, must-revalidate"


def test_xml_says_what_json_says(client: TestClient) -> None:
    asked = {"url": f"{BASE}?date=2026-02-20&country=FIN"}
    said = client.get("/oembed", params=asked).json()
    answer = client.get("/oembed", params={**asked, "format": "xml"})
    assert answer.headers["content-type"].startswith("text/xml")
    root = ET.fromstring(answer.content)
    assert root.tag == "oembed"
    assert {node.tag: node.text for node in root} == {n: str(value) for n, value in said.items()}


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/?date=2026-02-20",
        "http://testserver.elsewhere.example/",
        "http://testserver@elsewhere.example/",
        "javascript:alert(1)",
        "//testserver/",
        "http://[",
        "",
        f"{BASE}api/v1/status",
        f"{BASE}?date=20260220",
        f"{BASE}?country=polland",
        f"{BASE}?date=2026-02-20&date=2026-02-19",
        f"{BASE}?frozen=1",
        f"{BASE}embed?frozen=2",
    ],
)
def test_what_is_no_view_of_ours_is_not_found(client: TestClient, url: str) -> None:
    assert client.get("/oembed", params={"url": url}).status_code == 404


def test_what_makes_no_sense_is_told(client: TestClient) -> None:
    assert client.get("/oembed", params={"url": BASE, "format": "yaml"}).status_code == 501
    answer = client.get("/oembed", params={"maxwidth": "-1", "maxheight": "x"})
    assert answer.status_code == 422
    wrong = {error["parameter"] for error in answer.json()["errors"]}
    assert wrong == {"maxwidth", "maxheight", "url"}
    assert client.get(f"/oembed?url={BASE}&url={BASE}").status_code == 422


def test_a_frame_says_where_to_ask_for_it(client: TestClient) -> None:
    answer = client.get("/embed?date=2026-02-20&country=POL")
    found = re.fullmatch(
        r'<([^>]+)>; rel="alternate"; type="([^"]+)"; title=.*', answer.headers["link"]
    )
    assert found is not None
    assert found[2] == "application/json+oembed"
    assert frame(client.get(found[1]).json())[1] == {"date": ["2026-02-20"], "country": ["POL"]}
