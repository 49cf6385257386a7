"""What the API answers: the law, the borders, the events and the files of a day."""

from __future__ import annotations

import csv
import io
from datetime import date

import pypdfium2
import pytest
from starlette.testclient import TestClient

from geo.answers.files import catalogue
from geo.answers.words.headline import headline
from geo.answers.words.what_if import MARK
from geo.atlas import FLANK, Atlas
from geo.basics.choices import WORLDVIEWS
from geo.basics.dates import today
from tests.server.api.asked import DAY, ON, PNG, SVG

pytestmark = pytest.mark.slow

PARTIES_THAT_DAY = 161


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
    supposed = client.get(
        f"/api/v1/countries/NOR.pdf?{ON}&what_if=NOR:withdrawal_notice:2026-01-10"
    )
    with pypdfium2.PdfDocument(supposed.content) as sheets:
        told = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    assert all(MARK in words for words in told)
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
