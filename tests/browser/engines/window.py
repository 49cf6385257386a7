"""A reader's hands and eyes in any engine: open, look, wait, point, press keys."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.browser.conftest import LEAVE_ASIDE, whole_query
from tests.browser.engines.engine import Engine
from tests.browser.engines.in_page import ALL, NAMED, PLACE

OWN_HOSTS = {"127.0.0.1", "localhost", ""}
ARRIVE_SECONDS = 120
MAP = "document.querySelector('.st-key-map iframe')?.contentWindow?.__atlas"
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Control": "\ue009",
}


class Window:
    """One window. Conditions and places are JavaScript, the same for every engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.name = engine.name

    def open(self, url: str) -> None:
        """Open an address."""
        self.engine.goto(url)

    def open_page(self, url: str, *, fresh: bool = False) -> None:
        """Open the dashboard and wait until its script has run and the whole map is painted.

        A window that shows the dashboard already goes there as in the history, unless `fresh` is
        asked for: a page costs seconds to load.
        """
        here = urlsplit(str(self.value("location.href")))
        if fresh or here[:3] != (*urlsplit(url)[:2], "/"):
            self.open(url)
        else:
            self._go(whole_query(url))
        self.until(
            """document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")
              && !document.querySelector("[data-testid=stSkeleton], .first-view")"""
        )
        self.until(f"({MAP})?.painted.count > 0 && ({MAP}).areas.has('USA')")

    def _go(self, whole: str) -> None:
        self.press("Escape")
        self.run(f"const [address] = arguments; {LEAVE_ASIDE}", f"?{whole}")
        # By script: WebKit's own button passes over what came without a reader's touch.
        self.run("history.back()")
        self.until(
            f"""document.querySelector("#atlas-state").dataset.address === {json.dumps(whole)}
              && location.search === {json.dumps(f"?{whole}")}"""
        )

    def run(self, script: str, *arguments: Any) -> Any:
        """What a function body returns in the page."""
        return self.engine.run(script, *arguments)

    def value(self, expression: str) -> Any:
        """What an expression is in the page."""
        return self.engine.run(f"return {expression}")

    def until(self, condition: str) -> Any:
        """Wait until an expression holds in the page, and return what it is.

        The longer it takes, the more seldom it is looked at: to look costs what is waited for.
        """
        found = self.engine.wait(
            f"""
            const done = arguments[arguments.length - 1];
            const began = performance.now();
            const look = () => {{
              let found = null;
              try {{ found = {condition}; }} catch {{ found = null; }}
              const waited = performance.now() - began;
              if (found) done(found.nodeType ? true : JSON.parse(JSON.stringify(found)));
              else if (waited > 100_000) done(null);
              else setTimeout(look, Math.min(250, 20 + waited / 10));
            }};
            look();
            """
        )
        assert found, f"{self.name}: never came true: {condition}"
        return found

    def text(self, selector: str) -> str:
        """The words an element shows."""
        said = self.until(f"document.querySelector({json.dumps(selector)})?.innerText")
        return str(said).strip()

    # Pointer

    def place(self, selector: str, *, met: bool = False) -> tuple[float, float]:
        """The middle of an element in the window, once it stands still.

        `met` asks for more: that nothing else lies over it there.
        """
        place = self.engine.wait(PLACE, selector, met)
        assert place, f"{self.name}: nothing stands still at {selector}"
        x, y = place
        return x, y

    def pointer(self, *steps: dict[str, Any]) -> None:
        """Let the mouse do some steps, see `to`, `DOWN` and `UP`."""
        self.engine.perform(
            [
                {
                    "type": "pointer",
                    "id": "mouse",
                    "parameters": {"pointerType": "mouse"},
                    "actions": list(steps),
                }
            ]
        )

    def click_at(self, x: float, y: float) -> None:
        """Click on a place of the window."""
        self.pointer(to(x, y), DOWN, UP)

    def click(self, selector: str) -> None:
        """Click in the middle of an element, once the pointer over it meets it and nothing else.

        Some buttons come up only under the pointer, and some windows move what they show when a
        download begins.
        """
        place = self.place(selector)
        while True:
            self.pointer(to(*place))
            now = self.place(selector, met=True)
            if now == place:
                break
            place = now
        self.pointer(DOWN, UP)

    def click_in_frame(self, frame: str, place: tuple[float, float]) -> None:
        """Click on a place of a frame; called from the page that the frame stands in."""
        if self.engine.points_inside_frames:
            self.engine.enter_frame(frame)
            self.click_at(*place)
            self.engine.leave_frame()
            return
        self.place(frame)
        left, top = self.run(
            """const frame = document.querySelector(arguments[0]);
            const box = frame.getBoundingClientRect();
            return [box.left + frame.clientLeft, box.top + frame.clientTop];""",
            frame,
        )
        self.click_at(left + place[0], top + place[1])

    def find(self, role: str, name: str) -> str:
        """The selector of the button, tab or choice of a name, once there is one."""
        self.until(f"(function () {{ {NAMED} }})({json.dumps(role)}, {json.dumps(name)})")
        return "[data-found]"

    def click_named(self, role: str, name: str) -> None:
        """Click on the button, tab or choice of a name."""
        self.click(self.find(role, name))

    def choose(self, name: str, says: str = "") -> None:
        """Click on a choice of the export menu and wait until the page has followed.

        That it has is seen by what the menu `says` of the choice: before the page is run for it,
        all is at rest, too, and what a button then offers is soon gone.
        """
        self.click_named("radio", name)
        chosen = "all('[data-found]')[0].matches('[aria-checked=true], :has(input:checked)')"
        named = f"(function () {{ {NAMED} }})({json.dumps('radio')}, {json.dumps(name)})"
        self.until(
            f"""{named} && (() => {{ {ALL} return {chosen}; }})()
              && document.querySelector(".st-key-export_panel").innerText
                .includes({json.dumps(says)})
              && document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")"""
        )

    # Keys

    def press(self, *names: str) -> None:
        """Press and let go one key after the other."""
        steps = []
        for name in names:
            key = KEYS.get(name, name)
            steps += [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._keys(steps)

    def press_with_control(self, key: str) -> None:
        """Press a key while Control is held."""
        held = KEYS["Control"]
        self._keys(
            [
                {"type": "keyDown", "value": held},
                {"type": "keyDown", "value": key},
                {"type": "keyUp", "value": key},
                {"type": "keyUp", "value": held},
            ]
        )

    def _keys(self, steps: list[dict[str, Any]]) -> None:
        self.engine.perform([{"type": "key", "id": "keyboard", "actions": steps}])

    def focus(self, selector: str) -> None:
        """Put the keyboard's focus on an element."""
        self.place(selector)
        self.run(f"{ALL} all(arguments[0])[0].focus()", selector)

    # What comes of it

    def arrived(self, ending: str) -> Path:
        """The newest whole download whose name ends so, once it is there."""
        folder, deadline = self.engine.downloads, time.monotonic() + ARRIVE_SECONDS
        while time.monotonic() < deadline:
            self.engine.wait("setTimeout(arguments[0], 50)")  # the browser gets on with it
            found = [path for path in folder.glob(f"*{ending}") if path.stat().st_size]
            partial = [*folder.glob("*.part"), *folder.glob("*.wkdownload")]
            if found and not partial:
                return max(found, key=lambda path: path.stat().st_mtime)
        raise AssertionError(f"{self.name}: no {ending} arrived; there is {list(folder.iterdir())}")

    def asked_outside(self) -> list[str]:
        """Addresses of other hosts that the page, or a frame it can see into, has asked for."""
        asked = self.run(
            """
            const windows = [window, ...[...document.querySelectorAll("iframe")]
              .map((frame) => { try { return frame.contentWindow; } catch { return null; } })];
            return windows.flatMap((each) => { try {
              return each.performance.getEntriesByType("resource").map((entry) => entry.name);
            } catch { return []; } });
            """
        )
        return [url for url in asked if (urlsplit(url).hostname or "") not in OWN_HOSTS]


DOWN = {"type": "pointerDown", "button": 0}
UP = {"type": "pointerUp", "button": 0}


def to(x: float, y: float, milliseconds: int = 0) -> dict[str, Any]:
    """A move of the pointer to a place of the window."""
    return {
        "type": "pointerMove",
        "x": round(x),
        "y": round(y),
        "duration": milliseconds,
        "origin": "viewport",
    }
