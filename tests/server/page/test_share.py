"""What the menu of Export gives to be copied: link, frame and citation of the place."""

from datetime import date
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from geo.answers import share_texts
from geo.atlas import Atlas
from tests.server.page.menu import BASE, PLACE, open_menu

pytestmark = pytest.mark.slow


class Frame(HTMLParser):
    """The attributes of the elements in a snippet."""

    def __init__(self, snippet: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.all: list[dict[str, str | None]] = []
        self.feed(snippet)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.all.append(dict(attrs))

    @property
    def values(self) -> dict[str, str | None]:
        """Those of the frame itself."""
        return self.all[0]


@pytest.mark.parametrize("frozen", [False, True])
def test_the_snippet_names_the_place(frozen: bool) -> None:
    frame = Frame(share_texts.embed_snippet(BASE, PLACE, frozen=frozen))
    assert frame.tags == ["iframe", "script"]
    assert frame.all[1] == {"src": f"{BASE}frame.js", "async": None}
    source = urlsplit(frame.values["src"] or "")
    assert source.geturl().startswith(f"{BASE}embed?")
    asked = {"date": ["2026-01-10"], "country": ["POL"], "view": ["europe"]}
    assert parse_qs(source.query) == asked | ({"frozen": ["1"]} if frozen else {})
    assert "allow-same-origin" not in (frame.values["sandbox"] or "")


def test_a_hostile_address_does_not_leave_its_attribute() -> None:
    base = 'https://atlas.example/"><script>alert(1)</script>/'
    frame = Frame(share_texts.embed_snippet(base, PLACE, frozen=False))
    assert frame.tags == ["iframe", "script"]
    assert frame.all[1]["src"] == f"{base}frame.js"


def test_the_link_is_whole_and_the_citation_dated(atlas: Atlas) -> None:
    link = share_texts.address(BASE, PLACE)
    assert link == f"{BASE}?date=2026-01-10&country=POL&view=europe"
    words = share_texts.citation(
        BASE,
        PLACE,
        version="0123456789abcdef",
        held=atlas.record.held,
        today=date(2026, 4, 1),
    )
    for part in ("10 January 2026", "0123456789abcdef", "3 March 2026", link, "1 April 2026"):
        assert part in words


def test_what_is_copied_stands_in_the_menu() -> None:
    texts = [code.value for code in open_menu("share", date="2026-01-10").code]
    assert len(texts) == 3
    assert all("date=2026-01-10" in text for text in texts)
