"""How the page looks to a reader of any engine: styles, sizes, colours, the head of a table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

import geo.web
from tests.browser.conftest import VIEWPORTS, Scheme, Size
from tests.browser.engines.engine import Starter
from tests.browser.engines.window import Window
from tests.browser.server import DashboardServer

FRAMED = "document.querySelector('iframe').contentDocument"
MAP_BOX = f"{FRAMED}.querySelector('.st-key-map iframe').getBoundingClientRect()"

STYLES = Path(geo.web.__file__).parent / "styles"
DECLARATION = re.compile(
    r"(?<=[{;])\s*([a-z][a-z-]*)\s*:\s*([^;{}]+?)\s*(?:!important\s*)?(?=[;}])"
)
NOT_EVERYWHERE = {
    "forced-color-adjust",
    "baseline-source",
    "text-wrap",
}
"""Properties that an engine may do without: nothing that is read hangs on them there."""


class Appearance:
    """What is seen before anything is touched; the journeys begin with it."""

    start: ClassVar[Starter]

    def test_the_styles_are_there(self, server: DashboardServer, window: Window) -> None:
        self.look(window, server.url, "light")

    def test_the_styles_are_there_in_the_dark(self, server: DashboardServer, folder: Path) -> None:
        cold = type(self).start(folder / "dark", "dark")
        try:
            window = Window(cold)
            self.look(window, server.url, "dark")
            assert cold.console() == []
        finally:
            cold.close()

    def test_every_declaration_is_understood(self, window: Window) -> None:
        """What an engine does not know it passes over without a word."""
        written = [
            (sheet.name, name, value)
            for sheet in sorted(STYLES.glob("*.css"))
            for name, value in DECLARATION.findall(
                re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
            )
            if name not in NOT_EVERYWHERE
        ]
        assert len(written) > 1000
        told = "return arguments[0].filter(([sheet, name, value]) => !CSS.supports(name, value))"
        assert window.run(told, written) == []

    def look(self, window: Window, url: str, scheme: Scheme) -> None:
        """The dashboard in a frame of its own site: no window here is as narrow as a phone."""
        window.engine.resize(1440, 1000)
        window.open(f"{url}/_stcore/health")
        window.run(
            """const frame = document.createElement("iframe");
            Object.assign(frame, { src: arguments[0], style: "border: 0" });
            document.body.replaceChildren(frame);""",
            f"{url}/?country=POL",
        )
        for size, box in VIEWPORTS.items():
            window.run("Object.assign(document.querySelector('iframe'), arguments[0])", dict(box))
            self.look_at(window, size, scheme)

    def look_at(self, window: Window, size: Size, scheme: Scheme) -> None:
        """What the frame shows at a size, once it has come to rest."""
        width = VIEWPORTS[size]["width"]
        window.until(
            f"{FRAMED}.querySelector('.st-key-map iframe').contentWindow.__atlas.painted.count > 0"
            f" && {FRAMED}.querySelector('.st-key-panel h2')"
            f" && {FRAMED}.documentElement.clientWidth === {width}"
            f" && {MAP_BOX}.right <= {width}"
        )
        seen = window.run(
            f"""
            const page = {FRAMED}, view = page.defaultView;
            const box = (selector) => page.querySelector(selector).getBoundingClientRect();
            const style = (selector) => view.getComputedStyle(page.querySelector(selector));
            const dark = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).every((p) => p < 80);
            const map = page.querySelector(".st-key-map iframe");
            return {{
              h1: parseFloat(style("h1").fontSize),
              headline: parseFloat(style("[data-live=headline]").fontSize),
              map: box(".st-key-map iframe").toJSON(),
              panel: box(".st-key-panel").toJSON(),
              wide: page.documentElement.scrollWidth,
              dark: dark(style("[data-testid=stApp]").backgroundColor),
              sea: dark(map.contentWindow.getComputedStyle(
                map.contentDocument.querySelector(".leaflet-container")).backgroundColor),
              chip: style(".tier").borderTopStyle,
              tick: style(".ticks span").position,
              sheets: [...page.querySelectorAll("body > style")]
                .map((one) => one.sheet.cssRules.length),
            }};
            """
        )
        assert 18 <= seen["h1"] <= 24
        assert seen["headline"] <= 21
        assert seen["chip"] == "solid"
        assert seen["tick"] == "absolute"
        assert seen["dark"] == seen["sea"] == (scheme == "dark")
        assert seen["wide"] <= width
        assert len(seen["sheets"]) == 1
        assert seen["sheets"][0] > 0
        if size == "desktop":
            assert seen["map"]["top"] < 300
            assert seen["panel"]["left"] > seen["map"]["right"]
        else:
            assert seen["map"]["right"] <= 390
            assert seen["panel"]["top"] > seen["map"]["bottom"]

    def test_the_head_of_the_flank_table_is_no_tower(
        self, server: DashboardServer, window: Window
    ) -> None:
        window.open_page(server.url)
        window.until("document.querySelector('.st-key-panel th[scope=col]')")
        heads = window.value(
            """[...document.querySelectorAll('.st-key-panel th[scope=col]')].map((cell) => [
              cell.innerText, cell.clientHeight / parseFloat(getComputedStyle(cell).lineHeight)])"""
        )
        assert all(lines < 3.6 for _, lines in heads), heads
