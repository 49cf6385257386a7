"""An address is understood or refused, by the API and by `/embed` as the page reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from starlette.testclient import TestClient

from geo.basics.choices import asked_day

pytestmark = pytest.mark.slow

ADDRESSES = json.loads((Path(__file__).parents[2] / "addresses.json").read_text(encoding="utf-8"))
"""The table that the page's own reading and the stand-alone script's are tested by."""


@pytest.mark.parametrize("path", ["/embed", "/api/v1/borders"])
@pytest.mark.parametrize("case", ADDRESSES, ids=lambda case: case["query"])
def test_an_address_is_understood_or_refused(
    client: TestClient, case: dict[str, Any], path: str
) -> None:
    # Borders are of no map and no slider; what else the table asks for, they know.
    query, wrong = case["query"], {*case["not_understood"]}
    if path != "/embed":
        wrong |= {"view", "range", "bounds"} & {*parse_qs(query, keep_blank_values=True)}
    told = client.get(f"{path}?{query}")
    assert told.status_code == (422 if wrong else 200), told.text[:300]
    if wrong:
        assert {error["parameter"] for error in told.json()["errors"]} == wrong
    elif path != "/embed" and "date" in case:
        assert told.json()["date"] == str(asked_day(case["date"]))


def test_a_browser_is_told_on_a_page_what_a_frame_does_not_understand(client: TestClient) -> None:
    told = client.get("/embed?DATE=2020-01-01", headers={"Accept": "text/html"})
    assert told.status_code == 422
    assert "DATE is “2020-01-01”" in told.text
    assert "frame-ancestors *" in told.headers["content-security-policy"]


def test_a_tracked_answer_is_the_untracked_one(client: TestClient) -> None:
    plain = client.get("/api/v1/status?date=2026-02-20&country=POL")
    tracked = client.get("/api/v1/status?utm_source=x&date=2026-02-20&fbclid=y&country=POL")
    assert tracked.content == plain.content
    assert tracked.headers["etag"] == plain.headers["etag"]


@pytest.mark.parametrize("path", ["/embed", "/api/v1/status", "/api/v1/exports/borders.csv"])
@pytest.mark.parametrize(
    "query", ["&".join(f"x{n}=1" for n in range(8_000)), "date=" + 5_000 * "2"]
)
def test_an_address_that_nobody_means_is_refused_in_a_line(
    client: TestClient, path: str, query: str
) -> None:
    told = client.get(f"{path}?{query}")
    assert told.status_code == 414
    assert told.headers["content-type"] == "application/problem+json"
    assert "4,000 bytes" in told.json()["detail"]
    assert len(told.content) < 1_000


@pytest.mark.parametrize("path", ["/embed", "/api/v1/status"])
def test_of_many_faults_the_first_are_told(client: TestClient, path: str) -> None:
    told = client.get(f"{path}?{'&'.join(f'x{n}=1' for n in range(300))}")
    assert told.status_code == 422
    assert [fault["parameter"] for fault in told.json()["errors"]] == [f"x{n}" for n in range(20)]
    assert "and 280 more" in told.json()["detail"]


def test_a_long_name_is_cut_like_a_long_value(client: TestClient) -> None:
    (fault,) = client.get(f"/api/v1/status?{3_000 * 'x'}=1").json()["errors"]
    assert len(fault["parameter"]) == 80
