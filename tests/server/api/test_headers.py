"""The headers of the API: what is kept, packed, sent again or read by other pages."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from geo.server.http.reply import FOR_AN_HOUR, IMMUTABLE
from tests import clock
from tests.server.api.asked import ANSWERS, ON

pytestmark = pytest.mark.slow


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
