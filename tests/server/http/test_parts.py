"""Parts of an answer: cut out, put together, refused, and only of the version that is meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pyogrio
import pytest
from starlette.testclient import TestClient

from geo.basics.dates import today
from tests.server.application import EXPORTS, ON, SCRIPT, varies

pytestmark = pytest.mark.slow

CUT = (
    f"{EXPORTS}/countries.parquet?{ON}",
    f"{EXPORTS}/borders.geojson?{ON}",
    f"{EXPORTS}/countries.csv?{ON}",
    f"{EXPORTS}/record.zip",
    f"{EXPORTS}/countries.xlsx?{ON}",
    f"/api/v1/snapshot.png?{ON}&scale=1",
    f"/api/v1/snapshot.svg?{ON}",
    f"/api/v1/status?{ON}",
    f"/embed?{ON}",
    SCRIPT,
    "/robots.txt",
)
"""Addresses of every kind whose bytes may be asked for in parts."""


@pytest.mark.parametrize("address", CUT)
def test_the_parts_of_an_answer_make_the_whole(client: TestClient, address: str) -> None:
    whole = client.get(address)
    size = len(whole.content)
    assert whole.headers["accept-ranges"] == "bytes"
    middle = size // 2
    parts = []
    for asked, first, last in (
        (f"0-{middle - 1}", 0, middle - 1),
        (f"{middle}-", middle, size - 1),
        (f"-{size - middle}", middle, size - 1),
    ):
        # Who takes gzip is sent a part of the plain bytes all the same, and never packed ones.
        takes = {"Range": f"bytes={asked}", "Accept-Encoding": "gzip"}
        part = client.get(address, headers=takes)
        assert part.status_code == 206
        assert part.headers["content-range"] == f"bytes {first}-{last}/{size}"
        assert part.headers["content-length"] == str(last - first + 1)
        assert "content-encoding" not in part.headers
        assert varies(part) == varies(whole) >= {"Accept-Encoding"}
        for name in ("etag", "content-type", "cache-control"):
            assert part.headers[name] == whole.headers[name]
        parts.append(part.content)
    assert parts[0] + parts[1] == whole.content
    assert parts[2] == parts[1]


@pytest.mark.parametrize("address", CUT)
def test_a_part_beyond_the_end_is_refused_with_the_size(client: TestClient, address: str) -> None:
    size = len(client.get(address).content)
    answer = client.get(address, headers={"Range": f"bytes={size}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{size}"
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("asked", ["items=0-9", "bytes=9-0", "bytes=0-0,-1", "bytes"])
def test_what_is_no_part_is_answered_whole(client: TestClient, asked: str) -> None:
    answer = client.get(CUT[0], headers={"Range": asked})
    assert (answer.status_code, answer.content) == (200, client.get(CUT[0]).content)
    assert "content-range" not in answer.headers


@pytest.mark.parametrize("address", CUT)
def test_a_part_is_sent_of_the_version_that_is_meant(client: TestClient, address: str) -> None:
    whole = client.get(address)
    tag, modified = whole.headers["etag"], whole.headers.get("last-modified", "")
    part = {"Range": "bytes=0-9"}

    def status(condition: str) -> int:
        return client.get(address, headers={**part, "If-Range": condition}).status_code

    assert status(tag) == 206
    assert status(modified) == (206 if modified else 200)
    later = datetime.now(UTC) + timedelta(days=1)
    for other in (f"W/{tag}", '"other"', tag[:-1] + '-gzip"', format_datetime(later, usegmt=True)):
        assert status(other) == 200


def test_what_the_asker_has_is_told_before_any_part(client: TestClient) -> None:
    tag = client.get(CUT[0]).headers["etag"]
    asked = {"Range": "bytes=0-9", "If-None-Match": tag}
    assert client.get(CUT[0], headers=asked).status_code == 304
    asked = {"Range": "bytes=0-9", "If-Match": '"other"'}
    assert client.get(CUT[0], headers=asked).status_code == 412


@pytest.mark.parametrize("address", CUT)
def test_only_get_is_answered_in_parts(client: TestClient, address: str) -> None:
    answer = client.head(address, headers={"Range": "bytes=0-9"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(client.get(address).content))


def test_answers_say_since_when_they_are_as_they_are(client: TestClient) -> None:
    def modified(asked: str) -> datetime:
        return parsedate_to_datetime(client.get(asked).headers["last-modified"])

    address = f"/api/v1/status?{ON}"
    assert modified(address) == modified(address) <= datetime.now(UTC)
    # What is said of today is new every day.
    assert modified("/api/v1/status").date() >= today()
    since = format_datetime(modified(address), usegmt=True)
    assert client.get(address, headers={"If-Modified-Since": since}).status_code == 304


@pytest.mark.parametrize("name", ["borders.geojson", "countries.csv"])
def test_gdal_opens_an_address_as_a_file(address: str, name: str) -> None:
    driver = "CSV:" if name.endswith("csv") else ""
    file = f"{driver}/vsicurl/{address}{EXPORTS}/{name}?{ON}"
    assert "iso_a3" in pyogrio.read_info(file)["fields"]
