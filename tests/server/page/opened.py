"""The page as Streamlit's own test runs it: opened at an address, moved, read."""

import re
from datetime import UTC, date, datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from streamlit.testing.v1 import AppTest

from geo.server.page import controls

SCRIPT = Path(controls.__file__).with_name("main.py")
TIMEOUT_SECONDS = 120


class Markup(HTMLParser):
    """What a browser would make of some HTML: its elements, addresses and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def open_page(**address: str) -> AppTest:
    page = AppTest.from_file(SCRIPT, default_timeout=TIMEOUT_SECONDS)
    page.query_params = dict(address)
    page.run()
    assert not page.exception
    return page


def open_tab(tab: str, **address: str) -> AppTest:
    return open_page(**({"date": "2026-02-20", "tab": tab} | address))


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def words(page: AppTest) -> str:
    return " ".join(Markup(html(page)).text.split())


def choose(page: AppTest, country: str | None) -> None:
    """Chooses a country as the search does, whose field is the browser's."""
    page.session_state["country"] = country
    page.run()


def go_to(page: AppTest, day: date) -> None:
    page.session_state["date"] = day
    page.run()
    assert not page.exception


def place_of(page: AppTest) -> dict[str, str]:
    """The place that map, panel and table of borders go to: the page's own marker of it."""
    (marker,) = re.findall(r'<div id="atlas-state" hidden([^>]*)>', html(page))
    return {name: unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', marker)}


def slider_start(page: AppTest) -> date:
    """The first day of the slider, which Streamlit hands to a browser as microseconds."""
    return datetime.fromtimestamp(float(page.slider(key="date").min) / 1e6, UTC).date()
