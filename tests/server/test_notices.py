"""What is looked for at fixed addresses: robots.txt, the sitemap, security.txt, an icon."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from PIL import Image
from starlette.testclient import TestClient

from geo.server import notices
from geo.web import static_files

pytestmark = pytest.mark.slow


def test_robots_are_let_in_and_shown_the_sitemap(client: TestClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == ("User-agent: *\nAllow: /\nSitemap: https://atlas.example/sitemap.xml\n")


def test_everything_in_the_sitemap_is_there(client: TestClient) -> None:
    answer = client.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    root = ElementTree.fromstring(answer.content)
    found = [
        str(node.text) for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert {f"https://atlas.example{path}" for path in ("/", "/embed", "/openapi.json")} < {*found}
    for address in found:
        assert client.head(address).status_code == 200, address


def test_a_host_that_is_none_gets_into_no_address(client: TestClient) -> None:
    for path in ("/sitemap.xml", "/robots.txt", "/.well-known/security.txt"):
        answer = client.get(path, headers={"Host": 'evil"><script>'})
        assert "evil" not in answer.text


def fields(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_where_to_tell_of_a_danger(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    said = fields(answer.text)
    assert said["Canonical"] == "https://atlas.example/.well-known/security.txt"
    expires = datetime.fromisoformat(said["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)
    # No address is made up: where none is named, a page here says so.
    assert "has named no address" in client.get(said["Contact"]).text


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("mailto:keeper@atlas.example", True),
        ("https://atlas.example/report", True),
        ("keeper@atlas.example", False),
        ("javascript:alert(1)", False),
        ("mailto:a@b\nExpires: 1999", False),
    ],
)
def test_a_keeper_names_the_address_for_reports(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, named: str, shown: bool
) -> None:
    monkeypatch.setenv(notices.CONTACT, named)
    notices._contact.cache_clear()
    try:
        said = fields(client.get("/.well-known/security.txt").text)
        assert (said["Contact"] == named) is shown
        assert (named in client.get("/contact").text) is shown
    finally:
        notices._contact.cache_clear()


def test_the_icon_is_one_that_every_browser_knows(client: TestClient) -> None:
    answer = client.get("/favicon.ico")
    assert answer.headers["content-type"] == "image/x-icon"
    with Image.open(io.BytesIO(answer.content)) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
        pixels = icon.convert("RGB")
    drawing = static_files.ICON.read_text(encoding="utf-8")
    for x, colour in ((12, "#0072B2"), (36, "#D55E00")):
        assert f"#{pixels.crop((x, 24, x + 1, 25)).tobytes().hex().upper()}" == colour
        assert colour in drawing
