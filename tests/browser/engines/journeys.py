"""What a reader does with the atlas, the same in every engine beside Chromium.

`Journeys` is inherited by one test class an engine. Each journey also fails when the page asked
another host or complained in the console.
"""

from __future__ import annotations

import functools
import http.server
import io
import json
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import geopandas
import pytest
from PIL import Image
from selenium.common.exceptions import WebDriverException

from geo.answers import share_texts
from geo.answers.permalink import LANDING_DAY, Place
from geo.web import site, site_pages, standalone
from geo.web.editions import editions
from tests.browser.conftest import FAILED, VIEWPORTS
from tests.browser.engines.appearance import Appearance
from tests.browser.engines.engine import Engine, Name
from tests.browser.engines.painting import expect_finland_hatched
from tests.browser.engines.window import DOWN, MAP, UP, Window, to
from tests.browser.reader import SPOT
from tests.browser.server import DashboardServer
from tests.own_data import own_atlas

SLIDER = ".st-key-date input[type=range]"
THUMB = ".st-key-date div:has(> div > input[type=range])"
HEADLINE = "document.querySelector('[data-live=headline]').innerText"
SERVERS_DAY = "document.querySelector('#atlas-state').dataset.day"

FILM_GROUND: dict[Name, str] = {"firefox": "Light", "webkit": "Dark"}
"""A film is made once a server: each engine asks for one of its own."""

CANNOT = {
    ("webkit", "print"): "WebKitGTK's driver has no command that prints",
    ("webkit", "console while loading"): "WebKitGTK's driver does not hand out the console",
    ("webkit", "touch"): "its driver knows only a mouse",
    ("firefox", "touch"): "its driver's touch makes no gestures of the page in a desktop window",
}
"""What an engine or its driver cannot do, and so is not seen here."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Nothing to say."""


@pytest.fixture(scope="class")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("engine")


@pytest.fixture(scope="class")
def other_site(folder: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address of a server of its own that shows it."""
    shown = folder / "other_site"
    shown.mkdir()
    handler = functools.partial(_Quiet, directory=str(shown))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield shown, f"http://localhost:{running.server_port}"
        running.shutdown()


class Journeys(Appearance):
    """The journeys; an engine's test class says in `start` how it is started."""

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls, folder: Path) -> Iterator[Engine]:
        running = cls.start(folder / "light", "light")
        yield running
        running.close()

    @pytest.fixture
    def window(self, request: pytest.FixtureRequest, engine: Engine) -> Iterator[Window]:
        engine.resize(**VIEWPORTS["desktop"])
        engine.console()
        window = Window(engine)
        yield window
        engine.leave_frame()
        if request.node.stash.get(FAILED, False):
            engine.goto("about:blank")  # nobody goes on from what a failure has left
        assert window.asked_outside() == []
        assert engine.console() == []

    # Time

    def test_a_drag_repaints_while_held(self, server: DashboardServer, window: Window) -> None:
        window.open_page(server.url)
        x, y = window.place(THUMB)
        moves = [to(x - 10 * step, y, 20) for step in range(1, 5)]
        window.pointer(to(x, y), DOWN, *moves)
        held = window.until(f"{MAP}.painted.day !== '2026-02-20' && {MAP}.painted.day")
        assert "2025-10-01" < held < "2026-02-20"
        assert window.value(SERVERS_DAY) == "2026-02-20"
        window.until(f"!{HEADLINE}.includes('20 February 2026')")
        window.pointer(UP)
        window.until(f"{SERVERS_DAY} !== '2026-02-20'")
        assert window.until(f"{SERVERS_DAY} === {MAP}.painted.day && {SERVERS_DAY}")

    def test_keys_back_and_forward(self, server: DashboardServer, window: Window) -> None:
        window.open_page(server.url)
        window.focus(SLIDER)
        window.press("ArrowLeft")
        window.until(f"{MAP}.painted.day === '2026-02-19' && {SERVERS_DAY} === '2026-02-19'")
        window.until("location.search.includes('date=2026-02-19')")
        window.until(f"{HEADLINE}.includes('162 states are bound')")
        window.engine.back()
        window.until(f"{SERVERS_DAY} === '2026-02-20' && {MAP}.painted.day === '2026-02-20'")
        window.engine.forward()
        window.until(f"{SERVERS_DAY} === '2026-02-19' && {MAP}.painted.day === '2026-02-19'")

    def test_play_and_pause(self, server: DashboardServer, window: Window) -> None:
        window.open_page(f"{server.url}/?date=2025-06-20")
        window.click_named("button", "Play")
        window.until(f"{MAP}.painted.day > '2025-06-20'")
        window.click_named("button", "Pause")
        window.until(f"{SERVERS_DAY} > '2025-06-20' && {SERVERS_DAY} === {MAP}.painted.day")

    # Countries and tabs

    def test_a_click_on_the_map_and_a_search(self, server: DashboardServer, window: Window) -> None:
        window.open_page(server.url)
        expect_finland_hatched(window, ".st-key-map iframe")
        window.engine.enter_frame(".st-key-map iframe")
        spot = window.value(f"({SPOT})('NOR')")
        window.engine.leave_frame()
        window.click_in_frame(".st-key-map iframe", (spot["x"], spot["y"]))
        window.until("document.querySelector('.st-key-panel h2').innerText === 'Norway'")
        window.focus(".st-key-country_field input")
        window.press(*"Finland")
        window.until("document.querySelector('[role=option]').innerText.trim() === 'Finland'")
        window.press("Enter")
        window.until("document.querySelector('.st-key-panel h2').innerText === 'Finland'")
        window.until("location.search.includes('country=FIN')")

    def test_every_tab_opens(self, server: DashboardServer, window: Window) -> None:
        window.open_page(server.url)
        names = window.until(
            "[...document.querySelectorAll('[role=tab]')].map((t) => t.innerText.trim())"
        )
        assert len(names) == 7
        for name in reversed(names):
            window.click_named("tab", name)
            window.until(
                """[...document.querySelectorAll('[role=tabpanel]')].some((panel) =>
                  panel.getClientRects().length && panel.innerText.length > 40)
                  && document.querySelector('[aria-selected=true]').innerText.trim() === """
                + json.dumps(name)
            )
        window.click_named("tab", "All states")
        window.focus(".all-states th:nth-child(3) button")
        window.press("Enter", "Enter")
        window.until("document.querySelector('[aria-sort=descending]').cellIndex === 2")
        assert window.text(".all-states tbody th button") == "Poland"

    def test_an_address_with_everything_in_it(
        self, server: DashboardServer, window: Window
    ) -> None:
        query = "date=1999-03-01&country=NOR&view=world&worldview=de_facto&tab=sources"
        window.open_page(f"{server.url}/?{query}", fresh=True)
        assert "45 states are bound" in window.text("[data-live=headline]")
        assert window.text(".st-key-panel h2") == "Norway"
        state = window.value("({ ...document.querySelector('#atlas-state').dataset })")
        assert state["day"] == "1999-03-01"
        assert (state["view"], state["worldview"]) == ("world", "de_facto")
        assert window.text("[role=tab][aria-selected=true]") == "Sources and method"

    # What is taken away

    def test_the_frame_on_another_site(
        self, server: DashboardServer, window: Window, other_site: tuple[Path, str]
    ) -> None:
        shown, address = other_site
        place = Place(date=date(2026, 1, 10), country="POL")
        snippet = share_texts.embed_snippet(f"{server.url}/", place, frozen=False)
        (shown / "article.html").write_text(
            f'<!doctype html><link rel="icon" href="data:,"><p>Words</p>{snippet}'
        )
        window.open(f"{address}/article.html")
        window.until(
            """performance.getEntriesByName(document.querySelector("iframe").src)
              .some((entry) => entry.responseEnd)"""
        )
        window.engine.enter_frame("iframe")
        assert window.text("#panel h2") == "Poland"
        assert "On 10 January 2026" in window.text("[data-live=headline]")
        following = window.place("#next")
        window.engine.leave_frame()
        window.click_in_frame("iframe", following)
        window.engine.enter_frame("iframe")
        window.until(f"{HEADLINE}.includes('20 February 2026')")
        window.engine.leave_frame()
        expect_finland_hatched(window, "iframe")

    def test_the_file_on_disk_and_a_page_of_the_site(self, window: Window, folder: Path) -> None:
        atlas = own_atlas()
        alone = folder / "alone.html"
        alone.write_bytes(standalone.page(atlas))
        window.open(f"{alone.as_uri()}?date=2026-02-20")
        window.until("document.querySelectorAll('path[data-area]').length > 100")
        window.focus("#day")
        window.press("ArrowLeft")
        window.until(f"{HEADLINE}.includes('19 February 2026')")
        view, every = atlas.on(LANDING_DAY), editions(("pl",), "")
        files = site_pages.shared(atlas) | site.state_files(atlas, view, "POL", every, ("POL",))
        polish = every[1]
        files["pl/index.html"] = standalone.page(atlas, site=polish, tongue=polish.tongue)
        for name, content in files.items():
            path = folder / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        window.open(f"{(folder / 'site/pl/index.html').as_uri()}?date=2026-02-19")
        window.until("document.querySelectorAll('path[data-area]').length > 100")
        for at, called in (("", "Poland"), ("pl/", "Polska")):
            window.open((folder / f"site/{at}states/POL.html").as_uri())
            assert window.value("document.title").startswith(called)
            assert window.until("[...document.images].every((each) => each.naturalWidth > 100)")
            margin = "getComputedStyle(document.querySelector('figure')).marginLeft"
            assert window.value(margin) == "0px"  # which the style sheet beside it says

    def test_it_can_be_printed(self, server: DashboardServer, window: Window) -> None:
        window.open_page(f"{server.url}/?country=POL")
        if (window.name, "print") in CANNOT:
            with pytest.raises(WebDriverException):
                window.engine.pages()
        else:
            assert 1 <= window.engine.pages() <= 2

    def test_export_by_pointer(self, server: DashboardServer, window: Window) -> None:
        window.open_page(f"{server.url}/?date=2026-01-10")
        window.click_named("button", "Export")
        for fmt, says in (("PNG", "pixels"), ("SVG", "text as text"), ("PDF", "one A4 page")):
            ending = f".{fmt.lower()}"
            window.choose(fmt, says)
            window.click_named("button", "Download picture")
            content = window.arrived(f"flank-2026-01-10{ending}")
            if fmt == "PNG":
                assert min(Image.open(io.BytesIO(content.read_bytes())).size) > 800
            else:
                assert content.read_bytes()[:5] in (b"%PDF-", b"<?xml", b"<svg ")
        window.choose("Data")
        window.choose("Borders", "borders-2026-01-10.")
        for fmt in ("CSV", "GeoJSON"):
            name = f"borders-2026-01-10.{fmt.lower()}"
            window.choose(fmt, name)
            window.click_named("button", f"Download {fmt}")
            arrived = window.arrived(name)
        assert geopandas.read_file(arrived)["flank"].any()
        window.choose("Film")
        window.choose("GIF")
        window.choose(FILM_GROUND[window.name])
        window.click_named("button", "Make the film")
        window.click_named("button", "Download film")
        with Image.open(window.arrived(".gif")) as film:
            assert getattr(film, "n_frames", 1) > 5

    def test_export_by_key(self, server: DashboardServer, window: Window) -> None:
        window.open_page(f"{server.url}/?date=2025-12-27")
        window.focus(window.find("button", "Export"))
        window.press("Enter")
        window.focus(window.find("button", "Download picture"))
        window.press("Enter")
        assert window.arrived("flank-2025-12-27.png")
        window.press("Escape")
        window.until("!document.querySelector('.st-key-export_panel')?.getClientRects().length")

    def test_what_is_copied_is_what_is_shown(self, server: DashboardServer, window: Window) -> None:
        window.open_page(f"{server.url}/?date=2026-01-10&country=POL")
        window.click_named("button", "Export")
        window.choose("Share")
        code = ".st-key-export_panel [data-testid=stCode]"
        shown = window.text(code).strip()
        window.pointer(to(*window.place(code)))
        window.click(f"{code} button")
        window.press("Escape")
        window.focus(".st-key-country_field input")
        window.press_with_control("v")
        field = "document.querySelector('.st-key-country_field input').value"
        pasted = window.until(f"{field}.includes('://') && {field}")
        assert shown == window.value("location.href")
        assert pasted.strip().endswith(shown)
