"""The API as programs meet it: its answers, their headers, what it says to nonsense."""

from __future__ import annotations

import asyncio
import csv
import gzip
import io
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo import pictures as snapshot
from geo.answers.files import catalogue
from geo.answers.search import meant
from geo.answers.words.headline import headline
from geo.atlas import FLANK, Atlas
from geo.basics.choices import CHART_FORMATS, FIRST_DAY, LAST_DAY, PICTURE_FORMATS, WORLDVIEWS
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.basics.shared_cache import BusyError, SharedCache, ShareError
from geo.basics.shares import Shares
from geo.server import api, current_data
from geo.server.api import file_routes, problems, routes
from geo.server.api.caches import Shelves
from geo.server.api.parameters import DAY_PATTERN
from geo.server.http.reply import FOR_AN_HOUR, IMMUTABLE
from geo.server.tcp_nodelay import send_at_once
from tests import clock
from tests.drawn_here import draw_instead
from tests.own_data import own_atlas

pytestmark = pytest.mark.slow

DAY = date(2026, 2, 20)
PARTIES_THAT_DAY = 161
ON = f"date={DAY}"
TEXTS = ("csv", "json", "zip")
ANSWERS = ("status", "borders", "countries/NOR", "events", "claims", "changes?since=2025-01-01")
NAMED = ("status", "borders", "curve", "compare", "lenses", "events", "claims", "changes")
"""Answers at an address of one word."""
PNG, SVG = b"\x89PNG\r\n\x1a\n", b"<?xml"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=api.ROUTES), headers={"Accept-Encoding": "identity"}) as found:
        yield found


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return current_data.CURRENT.get().atlas


@pytest.fixture(scope="module")
def version(client: TestClient) -> str:
    found: str = client.get(f"/api/v1/status?{ON}").json()["data_version"]
    return found


# --- answers -------------------------------------------------------------------------------------


def test_status_says_who_is_bound(client: TestClient, atlas: Atlas) -> None:
    said = client.get(f"/api/v1/status?{ON}").json()
    assert said["bound"] == PARTIES_THAT_DAY == sum(row["bound"] for row in said["countries"])
    assert said["headline"] == headline(atlas.on(DAY))
    assert len(said["countries"]) == len(atlas.record.states)
    assert said["licence"]["name"] == "CC BY 4.0"
    cited = {source_id for row in said["countries"] for source_id in row["source_ids"]}
    assert {source["source_id"] for source in said["sources"]} == cited


def test_without_a_date_the_answer_is_of_today(client: TestClient) -> None:
    said = client.get("/api/v1/status").json()
    assert abs((date.fromisoformat(said["date"]) - today()).days) <= 1


def test_one_state_is_answered_alone_and_counts_stay_whole(client: TestClient) -> None:
    said = client.get(f"/api/v1/status?{ON}&country=POL").json()
    assert [row["iso_a3"] for row in said["countries"]] == ["POL"]
    assert said["bound"] == PARTIES_THAT_DAY


def test_borders_of_the_flank(client: TestClient, atlas: Atlas) -> None:
    said = client.get(f"/api/v1/borders?{ON}&lens=baltic-arctic").json()
    assert {row["iso_a3"] for row in said["borders"]} == set(FLANK)
    covered = sum(row["leading_km"] for row in said["borders"] if row["covered"])
    assert covered == pytest.approx(said["flank"]["covered_km"])
    assert said["flank"]["length_km"] == pytest.approx(atlas.on(DAY).flank.length_km, abs=0.1)


def test_a_country_comes_with_its_ground_and_borders(client: TestClient) -> None:
    said = client.get(f"/api/v1/countries/FIN?{ON}").json()
    assert "Article 20" in said["legal_basis"]
    assert {"RUS", "NOR", "SWE"} == {
        code for row in said["borders"] for code in (row["iso_a3"], row["neighbour_iso_a3"])
    } - {"FIN"}


def test_a_country_comes_on_paper(client: TestClient) -> None:
    answer = client.get(f"/api/v1/countries/TON.pdf?{ON}")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert b"http://testserver/?date=2026-02-20&country=TON" in answer.content
    assert "content-disposition" not in answer.headers  # opened, not saved: it is there to print
    assert client.get("/api/v1/countries/XXX.pdf").status_code == 404
    assert client.get(f"/api/v1/countries/tonk.pdf?{ON}").status_code == 404
    assert client.get(f"/api/v1/countries/TON.pdf?{ON}&country=POL").status_code == 422


def test_events_of_a_period_and_kind(client: TestClient) -> None:
    asked = "from=2025-01-01&to=2025-12-31&kind=withdrawal_notice"
    said = client.get(f"/api/v1/events?{asked}").json()["events"]
    assert {code for event in said for code in event["iso_a3"]} == set(FLANK) - {"NOR"}
    assert all("2025-01-01" <= event["date"] <= "2025-12-31" for event in said)


def test_changes_are_what_is_later_than_the_day(client: TestClient, atlas: Atlas) -> None:
    said = client.get("/api/v1/changes?since=2026-01-10").json()
    dated = {event.event_id: event.date for event in atlas.record.events}
    told = [event["event_id"] for event in said["events"]]
    assert told == [name for name, day in dated.items() if day.last > date(2026, 1, 10)]
    # Finland's withdrawal takes effect on that day itself; Lebanon's day is not known.
    assert "fin-2026-withdrawal-effective" not in told
    assert {"pol-2026-withdrawal-effective", "lbn-2026-accession"} <= {*told}
    changes = {(row["iso_a3"], row["date"], row["after"]) for row in said["changes"]}
    assert changes == {
        ("POL", "2026-02-20", "withdrawn"),
        ("LBN", "2026-02-04/2026-08-25", "consented"),
        ("LBN", "2026-08-01/2027-02-01", "party"),
    }
    assert said["record"]["changed"] is True
    assert said["since"] == "2026-01-10"
    # What is to come stays new after the record's last day; of the record itself nothing is.
    coming = client.get("/api/v1/changes?since=2026-11-26").json()
    assert [(row["iso_a3"], row["after"]) for row in coming["changes"]] == [("LBN", "party")]
    assert (coming["events"], coming["record"]["changed"]) == ([], False)
    one = client.get("/api/v1/changes?since=2025-01-01&country=FIN").json()
    assert {code for row in one["events"] for code in row["iso_a3"]} >= {"FIN"}
    assert {row["iso_a3"] for row in one["changes"]} == {"FIN"}


def test_changes_come_as_a_table(client: TestClient) -> None:
    asked = "since=2026-01-10&country=POL"
    (said,) = client.get(f"/api/v1/changes?{asked}").json()["changes"]
    answer = client.get(f"/api/v1/changes.csv?{asked}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert {name: row[name] for name in ("iso_a3", "date", "before", "after")} == {
        name: said[name] for name in ("iso_a3", "date", "before", "after")
    }
    assert (row["data_version"], row["source_ids"]) == (
        answer.headers["data-version"],
        ";".join(said["source_ids"]),
    )
    assert client.get("/api/v1/changes.csv").status_code == 422


def test_claims_are_those_of_the_record(client: TestClient, atlas: Atlas) -> None:
    said = client.get("/api/v1/claims").json()["claims"]
    assert [row["claim_id"] for row in said] == [c.claim_id for c in atlas.record.claims]
    assert [row["verdict"] for row in said] == [c.verdict for c in atlas.record.claims]


def test_every_address_answers_in_every_worldview(client: TestClient, quick: None) -> None:
    asked = 0
    for path, operations in client.get("/api/v1/openapi.json").json()["paths"].items():
        parameters = operations["get"].get("parameters", [])
        names = {one["name"] for one in parameters}
        day = {name: str(DAY) for name in names & {"date", "from", "to"}}
        for parameter in parameters:
            if parameter["name"] == "worldview":
                for worldview in parameter["schema"]["enum"]:
                    address = (
                        path.replace("{iso3}", "UKR")
                        .replace("{lens}", "asean")
                        .replace(".png", ".png?scale=1")
                    )
                    answer = client.get(address, params={"worldview": worldview, **day})
                    assert answer.status_code == 200, (address, worldview)
                    asked += 1
    assert asked > 2 * len(WORLDVIEWS)


@pytest.mark.parametrize(
    ("name", "start", "media_type"),
    [
        ("snapshot.png", PNG, "image/png"),
        ("snapshot.svg", SVG, "image/svg+xml"),
        ("snapshot.pdf", b"%PDF-", "application/pdf"),
    ],
)
def test_a_picture_of_the_day(client: TestClient, name: str, start: bytes, media_type: str) -> None:
    scale = "&scale=1" if name.endswith("png") else ""
    answer = client.get(f"/api/v1/{name}?{ON}&theme=dark&country=POL{scale}")
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.content.startswith(start)


def test_a_picture_of_a_box(client: TestClient) -> None:
    asked = f"/api/v1/snapshot.svg?{ON}&view=europe&bounds"
    answer = client.get(f"{asked}=19.5,53.8,28.3,59.7")
    assert answer.status_code == 200
    assert "19.5,53.8,28.3,59.7" in answer.text
    assert "?date=2026-02-20&amp;view=europe" in answer.text
    # A box written otherwise is the same picture; another box is another one.
    assert client.get(f"{asked}=19.50,53.8,28.3,59.701").headers["etag"] == answer.headers["etag"]
    assert client.get(f"{asked}=19.5,53.8,28.3,59.8").headers["etag"] != answer.headers["etag"]


@pytest.mark.parametrize("export", catalogue.EXPORTS, ids=lambda e: f"{e.what}.{e.format}")
def test_every_export_has_an_address(
    client: TestClient, atlas: Atlas, export: catalogue.Export
) -> None:
    asked = f"?{ON}" if export.dated else ""
    answer = client.get(f"/api/v1/exports/{export.what}.{export.format}{asked}")
    made = export.file(atlas, atlas.on(DAY))
    assert answer.content == made.content
    assert answer.headers["content-disposition"] == f'attachment; filename="{made.name}"'


# --- headers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*ANSWERS, "exports/borders.csv", "openapi.json"])
def test_an_answer_the_asker_has_is_not_sent_again(
    client: TestClient, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.set_to(monkeypatch, datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
    first = client.get(f"/api/v1/{name}")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(f"/api/v1/{name}", headers={"If-None-Match": asked})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == first.headers["cache-control"]
    assert client.get(f"/api/v1/{name}", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        f"/api/v1/status?{ON}",
        "/api/v1/changes?since=2025-01-01",
        f"/api/v1/snapshot.svg?{ON}",
        f"/api/v1/exports/borders.csv?{ON}",
        "/api/v1/exports/record.zip",
        "/api/v1/feed.atom",
        "/embed",
        "/oembed?url=http://testserver/",
    ],
)
def test_every_answer_says_of_which_data_it_is_and_since_when(
    client: TestClient, version: str, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["data-version"] == version
    assert "Data-Version" in answer.headers["access-control-expose-headers"]
    since = {"If-Modified-Since": answer.headers["last-modified"]}
    again = client.get(path, headers=since)
    assert (again.status_code, again.headers["data-version"]) == (304, version)
    old = {"If-Modified-Since": "Fri, 20 Feb 1998 00:00:00 GMT"}
    assert client.get(path, headers=old).status_code == 200


def test_another_answer_has_another_tag(client: TestClient) -> None:
    days = ("2026-02-19", "2026-02-20")
    tags = {client.get(f"/api/v1/status?date={day}").headers["etag"] for day in days}
    assert len(tags) == len(days)


def test_gzip_where_it_is_taken(client: TestClient) -> None:
    address = f"/api/v1/status?{ON}"
    plain = client.get(address)
    with client.stream("GET", address, headers={"Accept-Encoding": "br, gzip"}) as packed:
        raw = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 4
    assert packed.headers["etag"] != plain.headers["etag"]  # strong tags name bytes
    assert "Accept-Encoding" in packed.headers["vary"]
    for refusing in ("identity", "gzip;q=0", ""):
        answer = client.get(address, headers={"Accept-Encoding": refusing})
        assert "content-encoding" not in answer.headers


def test_an_address_with_the_version_is_for_ever_within_the_record(
    client: TestClient, version: str
) -> None:
    def kept(asked: str) -> str:
        found: str = client.get(f"/api/v1/{asked}").headers["cache-control"]
        return found

    assert kept(f"status?{ON}&v={version}") == IMMUTABLE
    assert kept(f"claims?v={version}") == IMMUTABLE
    assert kept(f"exports/events.csv?v={version}") == IMMUTABLE
    assert kept(f"status?{ON}") == FOR_AN_HOUR
    assert kept(f"status?date=2040-01-01&v={version}") == FOR_AN_HOUR  # beyond the record


def test_an_old_version_is_not_answered_with_a_new_one(client: TestClient) -> None:
    answer = client.get(f"/api/v1/status?{ON}&v=0123456789abcdef")
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-store"


HARMLESS = (
    "authorization,traceparent,tracestate,range,cache-control,pragma,x-requested-with,if-none-match,"
    "if-range,if-modified-since,accept-language,content-type,x-request-id"
)
"""What programs and the libraries of pages add to a request without being asked to."""


@pytest.mark.parametrize("asked", [f"status?{ON}", "nothing", "status?date=x"])
def test_any_page_may_read_what_is_said(client: TestClient, asked: str) -> None:
    assert client.get(f"/api/v1/{asked}").headers["access-control-allow-origin"] == "*"
    origin = {"Origin": "https://example.org"}
    found = client.get(f"/api/v1/{asked}", headers=origin)
    assert found.headers.get_list("access-control-allow-origin") == ["*"]
    preflight = client.options(
        f"/api/v1/{asked}",
        headers={
            **origin,
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": HARMLESS,
        },
    )
    assert preflight.status_code == 200
    allowed = preflight.headers["access-control-allow-headers"].lower().split(",")
    assert allowed == HARMLESS.split(",")
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in preflight.headers
    writing = client.options(
        f"/api/v1/{asked}", headers={**origin, "Access-Control-Request-Method": "DELETE"}
    )
    assert writing.status_code == 400


@pytest.mark.parametrize("asked", [f"status?{ON}", f"snapshot.png?{ON}&scale=1", "nothing"])
def test_head_is_get_without_the_body(client: TestClient, asked: str) -> None:
    got, head = client.get(f"/api/v1/{asked}"), client.head(f"/api/v1/{asked}")
    assert head.content == b""
    assert (head.status_code, head.headers) == (got.status_code, got.headers)


# --- problems ------------------------------------------------------------------------------------


HOSTILE = [
    ("status?date=2026-02-30", "date"),
    ("status?date=1996-12-31", "date"),
    ("status?date=2041-01-01", "date"),
    ("status?date=1700000000", "date"),
    ("status?date=2026-02-20T00:00:00", "date"),
    ("status?date=", "date"),
    ("status?date=٢٠٢٦-٠٢-٢٠", "date"),
    ("status?date=2026-02-20%00", "date"),
    ("status?dat=2026-02-20", "dat"),
    ("status?country=Kosovo", "country"),
    ("status?country=ZZZ", "country"),
    ("status?country=../../etc/passwd", "country"),
    ("status?v=latest", "v"),
    ("borders?worldview=mine", "worldview"),
    ("borders?lens=Baltic", "lens"),
    ("borders?lens=mars", "lens"),
    ("curve?lens=XKX", "lens"),
    ("borders?flank=true", "flank"),
    ("borders?worldview[]=un", "worldview[]"),
    ("countries/NOR?country=POL", "country"),
    ("events?kind=war", "kind"),
    ("changes", "since"),
    ("changes?since=", "since"),
    ("changes?since=20260101", "since"),
    ("changes?since=2026-02-30", "since"),
    ("changes?since=2041-01-01", "since"),
    ("changes?since=2026-01-01T00:00:00Z", "since"),
    ("changes?since=2026-01-01&country=norr", "country"),
    ("changes?since=2026-01-01&date=2026-01-01", "date"),
    ("events?from=2025&to=2026-01-01", "from"),
    ("events?treaty=%3Cscript%3E", "treaty"),
    ("snapshot.png?scale=400", "scale"),
    ("snapshot.png?scale=1e9", "scale"),
    ("snapshot.png?scale=-1", "scale"),
    ("snapshot.svg?scale=2", "scale"),
    ("snapshot.png?view=moon", "view"),
    ("snapshot.png?bounds=1,2,3", "bounds"),
    ("snapshot.png?bounds=nan,50,20,60", "bounds"),
    ("snapshot.png?bounds=1e1,50,20,60", "bounds"),
    ("snapshot.svg?bounds=-200,50,20,60", "bounds"),
    ("snapshot.svg?bounds=10,50,20,86", "bounds"),
    ("snapshot.svg?bounds=" + "9," * 1500, "bounds"),
    ("status?bounds=10,50,20,60", "bounds"),
    ("snapshot.png?theme=" + "x" * 3000, "theme"),
    ("exports/countries.csv?filename=../../evil.sh", "filename"),
    ("exports/record.zip?date=2026-02-20", "date"),
]


@pytest.mark.parametrize(("asked", "parameter"), HOSTILE, ids=[asked[:40] for asked, _ in HOSTILE])
def test_nonsense_is_named_with_what_was_expected(
    client: TestClient, asked: str, parameter: str
) -> None:
    answer = client.get(f"/api/v1/{asked}")
    said = answer.json()
    assert answer.status_code == said["status"] == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "detail", "instance", "errors"} == set(said)
    assert [error["parameter"] for error in said["errors"]] == [parameter]
    assert all(error["expected"] for error in said["errors"])
    assert len(answer.content) < 2000


def test_all_that_is_wrong_is_said_at_once(client: TestClient) -> None:
    said = client.get("/api/v1/borders?date=x&worldview=y&z=1").json()
    assert {error["parameter"] for error in said["errors"]} == {"date", "worldview", "z"}


@pytest.mark.parametrize(
    "path", ["status", "borders", "countries/NOR", "claims", "snapshot.svg", "exports/borders.csv"]
)
def test_a_parameter_given_twice_is_refused(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}?date=2026-02-20&date=2025-01-01")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    (error,) = answer.json()["errors"]
    assert (error["parameter"], error["value"]) == ("date", "2026-02-20, 2025-01-01")
    assert "given twice" in error["expected"]


def test_what_is_given_twice_is_said_with_all_else_that_is_wrong(client: TestClient) -> None:
    asked = "date=2026-02-20&date=2025-01-01&worldview=y&z=1&z=2"
    said = client.get(f"/api/v1/borders?{asked}").json()
    found = [(error["parameter"], "given twice" in error["expected"]) for error in said["errors"]]
    assert sorted(found) == [
        ("date", True),
        ("worldview", False),
        ("z", False),
        ("z", True),
    ]
    assert said["detail"].count("z") == 1


def test_a_period_that_ends_before_it_begins(client: TestClient) -> None:
    answer = client.get("/api/v1/events?from=2026-01-01&to=2025-01-01")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "from"


@pytest.mark.parametrize("box", ["20,50,10,60", "10,60,20,50", "10,50,10.1,60", "-180,0,181,10"])
def test_a_box_without_an_inside(client: TestClient, box: str) -> None:
    answer = client.get(f"/api/v1/snapshot.png?{ON}&bounds={box}")
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["value"] == box
    assert "WEST,SOUTH,EAST,NORTH" in error["expected"]


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/status/",
        "/api/v2/status",
        "/api/v1/countries/ZZZ",
        "/api/v1/exports/countries.ods",
        "/api/v1/exports/..%2f..%2fdata%2fevents.csv",
        "/api/v1/snapshot.gif",
    ],
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["instance"].startswith("/api")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_the_api_is_for_reading(client: TestClient, method: str) -> None:
    answer = client.request(method, "/api/v1/status")
    assert (answer.status_code, answer.json()["status"]) == (405, 405)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("name", [*ANSWERS, "exports/borders.csv", "snapshot.png", "openapi.json"])
def test_an_address_tells_what_it_can_be_asked_with(client: TestClient, name: str) -> None:
    answer = client.options(f"/api/v1/{name}", headers={"Origin": "https://example.org"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert client.options("/api/v1/nothing").status_code == 404


def test_damaged_data_are_said_to_be_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(current_data, "CURRENT", current_data.CurrentData(tmp_path / "none"))
    for address in ("/api/v1/status", "/oembed?url=http://testserver/", "/embed"):
        answer = TestClient(Starlette(routes=api.ROUTES)).get(address)
        assert answer.status_code == 500
        assert "damaged (PROVENANCE.md, areas.csv, countries.geojson, " in answer.text
        assert str(tmp_path) not in answer.text


# --- the cache -----------------------------------------------------------------------------------


def shelf_of(limit_bytes: int = 100, waiting: int = 10) -> SharedCache[bytes]:
    return SharedCache("test", len, limit_bytes=limit_bytes, workers=4, waiting=waiting)


def test_fifty_who_ask_at_once_share_one_drawing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, drawn = threading.Barrier(50), []
    draw: Callable[..., bytes] = snapshot.render

    def counted(*arguments: Any, **options: Any) -> bytes:
        drawn.append(options["extent"])
        return draw(*arguments, **options)

    def ask(_: int) -> bytes:
        asking.wait()
        return client.get("/api/v1/snapshot.png?date=2011-11-11&scale=1&view=europe").content

    draw_instead(monkeypatch, counted)
    with ThreadPoolExecutor(50) as readers:
        pictures = set(readers.map(ask, range(50)))
    assert drawn == ["europe"]
    assert len(pictures) == 1
    assert pictures.pop().startswith(PNG)


def test_what_cannot_be_made_is_told_to_all_and_tried_again() -> None:
    there, begun, go, tries = shelf_of(), threading.Event(), threading.Event(), []

    def fail() -> bytes:
        tries.append(1)
        begun.set()
        go.wait(10)
        raise AtlasError("not today")

    futures = [there.ask("key", fail), there.ask("key", fail)]
    assert begun.wait(10)
    go.set()
    for future in futures:
        with pytest.raises(AtlasError, match="not today"):
            future.result(10)
    assert tries == [1]
    assert there.ask("key", lambda: b"made").result(10) == b"made"


def test_the_shelf_never_holds_more_than_its_limit() -> None:
    there = shelf_of(limit_bytes=100)
    for number in range(10):
        there.ask(number, lambda: b"x" * 30).result(10)
        there.get(0)  # asked for again and again, so it stays
    assert there.bytes == 90
    assert there.get(0) is not None
    assert there.get(1) is None
    assert len(there.ask("large", lambda: b"x" * 101).result(10)) == 101
    assert there.get("large") is None
    assert there.bytes == 90


def test_a_crowd_of_different_pictures_is_turned_away() -> None:
    there, go = shelf_of(waiting=2), threading.Event()

    def slow() -> bytes:
        go.wait(10)
        return b""

    waiting = [there.ask(number, slow) for number in range(2)]
    with pytest.raises(BusyError):
        there.ask(2, slow)
    there.ask(1, slow)  # who asks for what is being made still may
    go.set()
    assert [future.result(10) for future in waiting] == [b"", b""]


def test_one_asker_has_a_share_and_no_more() -> None:
    go = threading.Event()
    there = SharedCache("test", len, limit_bytes=100, workers=1, waiting=10, each=2)

    def slow() -> bytes:
        go.wait(10)
        return b""

    waiting = [there.ask(("greedy", number), slow, "greedy") for number in range(2)]
    with pytest.raises(ShareError):
        there.ask(("greedy", 2), slow, "greedy")
    waiting.append(there.ask(("greedy", 1), slow, "greedy"))  # begun already
    waiting.append(there.ask("other's", slow, "other"))
    go.set()
    assert [future.result(10) for future in waiting] == [b""] * 4
    assert there.ask(("greedy", 2), lambda: b"later", "greedy").result(10) == b"later"


def test_who_has_to_wait_is_passed_over_and_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = {"greedy": 600.0, "other": 0.0}
    shares = Shares(rest=0.0, free_seconds=0.0)
    monkeypatch.setattr(shares, "wait", lambda asker, _now: waits[asker])
    there = SharedCache("test", len, limit_bytes=100, workers=1, waiting=10, shares=shares)
    passed_over = there.ask("first", lambda: b"late", "greedy")
    assert there.ask("second", lambda: b"made", "other").result(10) == b"made"
    assert not passed_over.done()
    waits["greedy"] = 0.0
    assert there.ask("third", lambda: b"made", "other").result(10) == b"made"
    assert passed_over.result(10) == b"late"


def test_what_one_asks_takes_no_room_from_what_is_the_same_for_all(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shelf() -> SharedCache[Any]:
        return SharedCache("test", lambda made: made.size, limit_bytes=2**23, workers=1, waiting=9)

    shelves = Shelves(shelf(), shelf())
    for module in (routes, file_routes):
        monkeypatch.setattr(module, "ANSWERS", shelves)
    for asked in ("status", "status?date=latest", f"status?date={today()}", "exports/events.csv"):
        assert client.get(f"/api/v1/{asked}").status_code == 200
    common = shelves.common.bytes
    assert common > 0
    assert shelves.asked.bytes == 0
    for asked in ("status?date=2001-02-03", "status?country=POL", "countries/POL"):
        assert client.get(f"/api/v1/{asked}").status_code == 200
    assert shelves.asked.bytes > 0
    assert shelves.common.bytes == common


def test_the_greedy_are_told_when_to_come_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> None:
        raise ShareError

    monkeypatch.setattr(problems, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(SharedCache, "ask", taken)
    answer = client.get("/api/v1/status?date=2001-02-04")
    assert (answer.status_code, answer.json()["title"]) == (429, "Too Many Requests")
    assert int(answer.headers["retry-after"]) > 0


def test_the_turned_away_are_told_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    full: SharedCache[Any] = SharedCache("full", len, limit_bytes=0, workers=1, waiting=0)
    monkeypatch.setattr(file_routes, "WORKS", Shelves(full, full))
    answer = TestClient(api.app).get("/api/v1/snapshot.png?date=2000-01-01")
    assert (answer.status_code, answer.json()["title"]) == (503, "Service Unavailable")
    assert int(answer.headers["retry-after"]) > 0


def test_a_reader_who_leaves_does_not_stop_the_drawing() -> None:
    there, go = shelf_of(), threading.Event()

    def slow() -> bytes:
        go.wait(10)
        return b"drawn"

    async def leave() -> bytes:
        leaving = asyncio.create_task(there.wait("key", slow))
        staying = asyncio.create_task(there.wait("key", slow))
        await asyncio.sleep(0)
        leaving.cancel()
        go.set()
        return await staying

    assert asyncio.run(leave()) == b"drawn"


def test_connections_send_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert send_at_once() >= 1
        with socket.create_connection(server.getsockname()):
            accepted, _ = server.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


# --- the description -----------------------------------------------------------------------------


def test_the_description_is_openapi_3_1_at_both_addresses(client: TestClient) -> None:
    said = client.get("/openapi.json").json()
    assert said == client.get("/api/v1/openapi.json").json()
    assert said["openapi"].startswith("3.1")
    paths = {f"/api/v1/exports/{e.what}.{e.format}" for e in catalogue.EXPORTS}
    paths |= {f"/api/v1/{name}" for name in (*NAMED, "feed.atom", "calendar.ics")}
    paths |= {f"/api/v1/countries/{{iso3}}{ending}" for ending in ("", ".pdf")}
    paths |= {"/api/v1/lenses/{lens}", "/api/v1/changes.csv"}
    paths |= {f"/api/v1/snapshot.{fmt}" for fmt in PICTURE_FORMATS}
    paths |= {f"/api/v1/curve.{fmt}" for fmt in CHART_FORMATS}
    assert set(said["paths"]) == paths | {"/oembed"}
    for path in said["paths"].values():
        for status, answer in path["get"]["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"]


def test_the_description_has_the_days_that_can_be_asked() -> None:
    assert DAY_PATTERN.startswith(f"^({FIRST_DAY.year}|")
    assert f"|{LAST_DAY.year})" in DAY_PATTERN


@pytest.fixture(scope="module")
def description(client: TestClient) -> Any:
    config = SchemathesisConfig.from_dict(
        {"checks": {"positive_data_acceptance": {"expected-statuses": [200, 304, 400]}}}
    )
    return schemathesis.openapi.from_asgi("/openapi.json", api.app, config=config)


FUZZED = [
    *(f"/api/v1/{name}" for name in NAMED),
    "/api/v1/countries/{iso3}",
    "/api/v1/lenses/{lens}",
    "/api/v1/changes.csv",
    "/api/v1/feed.atom",
    *(f"/api/v1/snapshot.{fmt}" for fmt in PICTURE_FORMATS),
    *(f"/api/v1/exports/{e.what}.{e.format}" for e in catalogue.EXPORTS if e.format in TEXTS),
]
"""The addresses but those of geometry, which take their parameters like the other exports."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    def picture(*_: Any, fmt: str, **__: Any) -> bytes:
        return PNG if fmt == "png" else SVG

    draw_instead(monkeypatch, picture)


def is_state(name: str) -> bool:
    try:
        return bool(meant(own_atlas(), name).state)
    except AtlasError:
        return False


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.name.lower())
@pytest.mark.parametrize("path", FUZZED)
def test_every_answer_is_as_described(
    description: Any, path: str, mode: GenerationMode, quick: None
) -> None:
    @settings(
        max_examples=12,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(description[path]["GET"].as_strategy(generation_mode=mode))
    def holds(case: Any) -> None:
        # The description lists the codes; by name or "in" for IN a state is understood too.
        named = (case.query or {}).get("country") or (case.path_parameters or {}).get("iso3")
        assume(mode is GenerationMode.POSITIVE or not is_state(str(named)))
        case.call_and_validate()

    holds()
