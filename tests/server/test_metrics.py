"""What is counted of a server, and that only who keeps it is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from geo.server import health, metrics
from geo.server.missing import HANDLERS

APP = Starlette(
    routes=[*health.ROUTES, *metrics.ROUTES],
    middleware=[Middleware(metrics.Measured)],
    exception_handlers=HANDLERS,
)


@pytest.fixture(autouse=True)
def named_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(metrics.WATCHERS, raising=False)
    metrics._watchers.cache_clear()
    yield
    metrics._watchers.cache_clear()


def asked_from(address: str, **headers: str) -> int:
    return TestClient(APP, client=(address, 1)).get(metrics.PATH, headers=headers).status_code


def values() -> dict[str, float]:
    told = TestClient(APP, client=("127.0.0.1", 1)).get(metrics.PATH)
    assert told.headers["content-type"].startswith("text/plain; version=")
    return {
        f"{sample.name}{[*sample.labels.values()]}": sample.value
        for family in text_string_to_metric_families(told.text)
        for sample in family.samples
    }


def test_answers_are_counted_by_kind_and_status_and_by_nothing_of_the_reader() -> None:
    name = "ottawa_atlas_answers_total['api', '404']"
    before = values().get(name, 0)
    TestClient(APP).get("/api/v1/a-secret?country=POL&q=another", headers={"Cookie": "c=third"})
    after = values()
    assert after[name] == before + 1
    assert after["ottawa_atlas_answer_seconds_count['api']"] >= 1
    assert {"ottawa_atlas_serving[]", "ottawa_atlas_damaged[]", "ottawa_atlas_open_pages[]"} <= {
        *after
    }
    assert not [name for name in after if "secret" in name or "POL" in name or "third" in name]


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_ask_and_nobody_through_its_proxy(address: str) -> None:
    assert asked_from(address) == 200
    for header in ("X-Forwarded-For", "X-Real-IP", "Forwarded"):
        assert asked_from(address, **{header: "192.0.2.1"}) == 404


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "10.1.2.3", "a.socket"])
def test_strangers_find_nothing(address: str) -> None:
    assert asked_from(address) == 404


def test_the_networks_that_the_keeper_names_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(metrics.WATCHERS, "10.1.0.0/16, 2001:db8::1")
    asked = ("10.1.2.3", "2001:db8::1", "10.2.0.1", "127.0.0.1")
    assert [asked_from(address) for address in asked] == [200, 200, 404, 404]


def test_nonsense_is_told_and_opens_it_to_nobody_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(metrics.WATCHERS, "10.1.0.0/99")
    assert [asked_from(address) for address in ("10.1.2.3", "127.0.0.1")] == [404, 200]
    assert "OTTAWA_ATLAS_WATCHERS is '10.1.0.0/99'" in caplog.text
    assert "expected: addresses and networks" in caplog.text
