"""One today, by UTC, on every surface: wherever the machine stands, and past 2040."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.basics.choices import LAST_DAY, LATEST, last_day
from geo.basics.dates import today
from geo.cli.arguments import day
from geo.server import api
from tests import clock
from tests.drawn_here import draw_instead

ZONES = ("Pacific/Kiritimati", "America/Los_Angeles", "Etc/GMT+12", "UTC")
SAYS_TODAY = """
import json, time
time.tzset()
from datetime import UTC, date, datetime
from geo.basics.dates import today
before = datetime.now(UTC).date()
said = today()
print(json.dumps([str(before), str(said), str(datetime.now(UTC).date()), str(date.today())]))
"""


@pytest.mark.parametrize("zone", ZONES)
def test_the_machines_zone_moves_no_day(root: Path, zone: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAYS_TODAY],
        cwd=root,
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    before, said, after, _ = json.loads(done.stdout)
    assert said in (before, after)


def test_no_other_clock_is_asked_for_a_day(root: Path) -> None:
    asks = re.compile(
        r"date\.today\(|datetime\.(?:now|today|utcnow)\(|getTimezoneOffset|get(?:Date|Day)\("
    )
    found = {
        str(path.relative_to(root))
        for path in (root / "geo").rglob("*")
        if path.suffix in (".py", ".js") and asks.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"geo/basics/dates.py"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=api.ROUTES)) as found:
        yield found


@pytest.mark.slow
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 26, 20, 0, tzinfo=timezone(timedelta(hours=-8))),
        datetime(2026, 11, 27, 13, 0, tzinfo=timezone(timedelta(hours=14))),
        datetime(2041, 5, 6, 12, 0, tzinfo=UTC),
    ],
    ids=str,
)
def test_api_frame_and_command_line_take_the_same_last_day(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, moment: datetime
) -> None:
    clock.set_to(monkeypatch, moment)
    now = moment.astimezone(UTC).date()
    assert today() == now
    assert client.get("/api/v1/status").json()["date"] == str(now)
    assert client.get(f"/api/v1/status?date={now}").json()["date"] == str(now)
    assert client.get(f"/embed?date={now}").status_code == 200
    assert client.get("/embed?date=latest").status_code == 200
    assert client.get(f"/embed?date={now + timedelta(days=1)}").status_code == 422
    assert day(str(now)) == day(LATEST) == now
    assert last_day() == max(now, LAST_DAY)
    with pytest.raises(argparse.ArgumentTypeError):
        day(str(last_day() + timedelta(days=1)))
    beyond = client.get(f"/api/v1/status?date={last_day() + timedelta(days=1)}")
    assert beyond.status_code == 422


FOLLOWING = (
    "status?date=latest",
    "status",
    "borders?lens=baltic-arctic&date=latest",
    "countries/POL?date=latest",
    "claims?date=latest",
    "events?from=2026-01-01&to=latest",
    "exports/countries.csv?date=latest",
    "snapshot.svg?date=latest",
)


@pytest.mark.slow
@pytest.mark.parametrize("address", FOLLOWING)
def test_what_follows_today_is_kept_by_no_cache_into_tomorrow(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    draw_instead(monkeypatch, lambda _, view, **__: str(view.day).encode())
    version = client.get("/api/v1/claims").json()["data_version"]
    asked = f"/api/v1/{address}{'&' if '?' in address else '?'}v={version}"
    answers = []
    for hour, minute, most in ((12, 0, 3600), (23, 50, 600)):
        clock.set_to(monkeypatch, datetime(2026, 3, 2, hour, minute, tzinfo=UTC))
        answer = client.get(asked)
        # The day lies within the record and the version is named: a day by name is for ever.
        assert answer.headers["cache-control"] == f"public, max-age={most}, must-revalidate"
        answers.append(answer)
    clock.set_to(monkeypatch, datetime(2026, 3, 3, 0, 0, tzinfo=UTC))
    answers.append(client.get(asked, headers={"If-None-Match": answers[0].headers["etag"]}))
    if not address.startswith("events"):
        assert answers[0].content == answers[1].content
        assert answers[2].status_code == 200


@pytest.mark.slow
def test_latest_is_answered_as_the_day_it_is(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/api/v1/claims")  # the data are read by the true clock
    clock.set_to(monkeypatch, datetime(2026, 1, 10, 9, 0, tzinfo=UTC))
    for path in ("status", "borders", "countries/FIN", "claims", "exports/borders.csv"):
        latest = client.get(f"/api/v1/{path}?date=latest")
        assert latest.content == client.get(f"/api/v1/{path}?date=2026-01-10").content
        assert "2026-01-10" in latest.text
    said = client.get("/api/v1/countries/FIN?date=latest").json()
    assert (said["date"], said["state"]["legal_status"]) == ("2026-01-10", "withdrawn")
    name = client.get("/api/v1/exports/countries.json?date=latest").headers["content-disposition"]
    assert "2026-01-10" in name
