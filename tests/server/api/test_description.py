"""The API is as its OpenAPI description says, whatever it is asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from starlette.testclient import TestClient

from geo.answers.files import catalogue
from geo.answers.search import meant
from geo.basics.choices import CHART_FORMATS, FIRST_DAY, LAST_DAY, PICTURE_FORMATS
from geo.basics.errors import AtlasError
from geo.server import api
from geo.server.api.parameters import DAY_PATTERN
from tests.own_data import own_atlas
from tests.server.api.asked import NAMED

pytestmark = pytest.mark.slow

TEXTS = ("csv", "json", "zip")


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


def test_the_document_lists_each_address_with_what_it_can_be_asked(
    client: TestClient, root: Path
) -> None:
    described = client.get("/openapi.json").json()["paths"]
    text = (root / "docs/api.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(/api/v1/[^`]+)` \|.*\| ([^|]*) \|$", text, re.MULTILINE)
    assert len(rows) > 20
    wrong = {}
    for address, asked in rows:
        told = {*re.findall(r"`(\w+)`", asked.partition(",")[0])}  # "`scale` of a PNG" is another's
        path = address.replace("nato-east", "{lens}").replace("NOR", "{iso3}")
        path = path.replace("POL", "{iso3}")
        taken = {one["name"] for one in described[path]["get"].get("parameters", [])}
        if told != (taken := taken - {"v", *re.findall(r"{(\w+)}", path)}):
            wrong[address] = told ^ taken
    assert wrong == {}


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
