"""`verify --fetch` asks one host and takes no more from it than a page."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import BaseAdapter

from geo.answers.depositary import fetching
from geo.answers.words.held import DEPOSITARY_PAGE
from geo.basics.errors import PageError
from geo.cli import main

Answer = Callable[[str], tuple[int, Mapping[str, str], bytes]]


class Wire(BaseAdapter):
    """Stands for the network: notes what is asked, and answers in its place."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer
        self.asked: list[str] = []
        self.options: list[dict[str, Any]] = []

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # type: ignore[override]
        assert request.url
        self.asked.append(request.url)
        self.options.append(options)
        status, headers, body = self.answer(request.url)
        response = requests.Response()
        response.status_code, response.url = status, request.url
        response.headers.update(headers)
        response.raw = io.BytesIO(body)
        response.request = request
        return response

    def close(self) -> None:
        """Nothing is open."""


def session(answer: Answer) -> tuple[requests.Session, Wire]:
    asked, wire = requests.Session(), Wire(answer)
    asked.mount("https://", wire)
    asked.mount("http://", wire)
    return asked, wire


def test_the_page_is_asked_of_its_own_host_with_a_limit_of_time() -> None:
    asked, wire = session(lambda _: (200, {}, b"<html>page</html>"))
    assert fetching.fetch(asked) == b"<html>page</html>"
    assert wire.asked == [DEPOSITARY_PAGE]
    assert wire.asked[0].startswith(f"https://{fetching.HOST}/")
    assert wire.options[0]["timeout"] == fetching.TIMEOUT_SECONDS


def test_a_redirect_within_the_host_is_followed() -> None:
    def answer(url: str) -> tuple[int, Mapping[str, str], bytes]:
        if url == DEPOSITARY_PAGE:
            return 302, {"location": "/Pages/Elsewhere.aspx"}, b""
        return 200, {}, b"page"

    asked, wire = session(answer)
    assert fetching.fetch(asked) == b"page"
    assert wire.asked[1] == f"https://{fetching.HOST}/Pages/Elsewhere.aspx"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "http://treaties.un.org/Pages/ViewDetails.aspx",
        "https://treaties.un.org@example.org/",
        "https://treaties.un.org.example.org/",
        "https://treaties.un.org:8443/",
        "//example.org/",
        "file:///etc/passwd",
    ],
)
def test_nobody_else_is_asked(elsewhere: str) -> None:
    asked, wire = session(lambda _: (302, {"location": elsewhere}, b""))
    with pytest.raises(PageError, match="expected an address of https://"):
        fetching.fetch(asked)
    assert wire.asked == [DEPOSITARY_PAGE]


def refuse(_: str) -> tuple[int, Mapping[str, str], bytes]:
    raise requests.ConnectionError("no route, and words of the library\x1b[2J")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda _: (403, {}, b"no"), "status 403"),
        (lambda _: (200, {}, bytes(6_000_000)), "more than 5,000,000 bytes"),
        (lambda _: (302, {"location": DEPOSITARY_PAGE}, b""), "more than 3 redirects"),
        (lambda _: (302, {"location": "https://[un.org/"}, b""), "ValueError"),
        (refuse, "ConnectionError"),
    ],
    ids=["refused", "too-large", "in-a-circle", "no-address", "offline"],
)
def test_what_cannot_be_had_is_said_in_a_sentence(answer: Answer, said: str) -> None:
    asked, _ = session(answer)
    with pytest.raises(PageError, match=said) as failed:
        fetching.fetch(asked)
    assert str(failed.value).isprintable()
    assert DEPOSITARY_PAGE in str(failed.value)


def test_a_server_that_drips_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", -1.0)
    asked, _ = session(lambda _: (200, {}, b"page"))
    with pytest.raises(PageError, match="the whole page"):
        fetching.fetch(asked)


def test_what_was_fetched_is_kept_as_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fetching, "fetch", lambda: b"<html>no page\r\n</html>")
    kept = tmp_path / "page.html"
    assert main.main(["verify", "--fetch", "--keep", str(kept)]) == 2
    assert kept.read_bytes() == b"<html>no page\r\n</html>"
    assert "lacks some parts" in capsys.readouterr().err


def test_no_other_module_asks_another_host(root: Path) -> None:
    asking = ("import requests", "from requests", "urllib.request", "http.client", "httpx")
    found = {
        str(path.relative_to(root))
        for path in [*(root / "geo").rglob("*.py"), root / "dashboard.py"]
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("import ", "from ")) and any(word in line for word in asking)
    }
    assert found == {"geo/answers/depositary/fetching.py"}
