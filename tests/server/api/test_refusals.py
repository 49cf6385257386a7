"""What the API says to nonsense, and where it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.answers.words.problems import NOTHING_HERE, TITLES
from geo.answers.words.tongue import tongue
from geo.basics.choices import LANGUAGES
from geo.basics.dates import today
from geo.server import api, current_data
from tests.every import every
from tests.server.api.asked import ANSWERS, ON

pytestmark = pytest.mark.slow

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
    asked = {
        "api/v1/borders?date=x&worldview=y&z=1": "date worldview z",
        "api/v1/borders?date=2026-02-30&country=XX&lens=mars": "date country lens",
        "api/v1/borders?country=XX&lens=mars": "country lens",
        "api/v1/borders?lens=mars&country=POL&country=NOR": "country lens",
        "api/v1/claims?lens=mars&date=x": "lens date",
        "api/v1/events?kind=war&country=XX": "country kind",
        "api/v1/events?kind=war&from=x": "from kind",
        "embed?country=XX&date=x": "country date",
        "embed?country=XX&lens=mars": "country lens",
    }
    told = {
        path: [error["parameter"] for error in client.get(f"/{path}").json()["errors"]]
        for path in asked
    }
    assert {path: sorted(found) for path, found in told.items()} == {
        path: sorted(names.split()) for path, names in asked.items()
    }


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


def test_a_comparison_with_today_from_a_later_day_names_no_parameter_that_is_not_there(
    client: TestClient,
) -> None:
    told = {
        query: client.get(f"/api/v1/compare?from=2040-12-31{query}").json()["errors"][0]["expected"]
        for query in ("", "&to=2026-02-20")
    }
    assert told == {
        "": f"a day as YYYY-MM-DD, from 1997-01-01 to {today()}",
        "&to=2026-02-20": "a day not after 2026-02-20, which `to` names",
    }


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


def test_what_is_refused_is_told_in_the_language_that_is_asked_for(client: TestClient) -> None:
    def holds(asked: str) -> None:
        mark = "&" if "?" in asked else "?"
        english, polish = (
            client.get(f"/api/v1/{asked}{added}") for added in ("", f"{mark}lang=pl")
        )
        one, other = english.json(), polish.json()
        if any(error["parameter"] == "lang" for error in other["errors"]):
            return  # this address has no answers by language
        assert polish.status_code == english.status_code
        assert polish.headers["Content-Language"] == "pl"
        assert other["title"] == "Żądania nie można przetworzyć"
        assert other["detail"] != one["detail"]
        for before, after in zip(one["errors"], other["errors"], strict=True):
            names = {name: before[name] for name in ("parameter", "value")}
            assert names == {name: after[name] for name in names}
            short = before["parameter"] in ("view", "theme")
            assert short or after["expected"] != before["expected"], after

    every(((asked, asked) for asked, _ in HOSTILE), holds)


def test_a_program_that_names_no_language_is_refused_in_english_and_a_browser_in_its_own(
    client: TestClient,
) -> None:
    wants = {"Accept-Language": "uk, pl;q=0.5"}
    program = client.get("/api/v1/nothing", headers=wants)
    assert program.json()["title"] == "Not Found"
    assert "Content-Language" not in program.headers
    browser = client.get("/api/v1/nothing", headers={**wants, "Accept": "text/html"})
    ukrainian = tongue("uk")
    assert browser.json()["title"] == ukrainian.text("Not Found") != "Not Found"
    nothing = ukrainian.text(NOTHING_HERE, address="/api/v1/openapi.json")
    assert browser.json()["detail"] == nothing
    named = client.get("/api/v1/status?v=0000000000000000&lang=fi")
    assert (named.status_code, named.json()["title"]) == (404, "Ei löytynyt")
    kosovo = client.get("/api/v1/status?country=Kosovo&lang=nb")
    assert "ingen egen status etter Minekonvensjonen" in kosovo.json()["detail"]


REFUSED = {
    400: ("GET", f"snapshot.png?{ON}&bounds=20,50,10,60", {}),
    404: ("GET", f"status?{ON}&v=0000000000000000", {}),
    405: ("POST", f"status?{ON}", {}),
    406: ("GET", f"status?{ON}", {"Accept-Encoding": "identity;q=0, *;q=0"}),
    412: ("GET", f"status?{ON}", {"If-Match": '"another"'}),
    416: ("GET", f"status?{ON}", {"Range": "bytes=99999999-"}),
    422: ("GET", "status?date=2026-02-30", {}),
}
"""What is refused for how it is asked, by its status: method, address and headers."""


def test_each_refusal_has_a_title_and_a_reason_of_its_own_in_every_language(
    client: TestClient,
) -> None:
    described = client.get("/openapi.json").json()["paths"]["/api/v1/status"]["get"]["responses"]
    assert {int(status) for status in described if int(status) >= 400} <= {*TITLES}
    assert {*REFUSED} <= {*TITLES}

    def holds(status: int) -> None:
        method, asked, headers = REFUSED[status]
        told = {}
        for language in LANGUAGES:
            address = f"/api/v1/{asked}&lang={language}"
            answer = client.request(method, address, headers=headers)
            assert answer.status_code == status
            told[language] = (answer.json()["title"], answer.json()["detail"])
        assert told["en"][0] == TITLES[status]
        for place, texts in enumerate(zip(*told.values(), strict=True)):
            assert not {*texts[1:]} & {texts[0]}, (place, texts)

    every(((str(status), status) for status in REFUSED), holds)
