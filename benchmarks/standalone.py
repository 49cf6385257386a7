"""The stand-alone page opened from disk: its weight, its first paint, and its map under the thumb.

`python -m benchmarks.standalone` prints the figures beside their limits and ends with 1 when one is
missed. Times are milliseconds in the browser's own clock: first paint from the start of navigation
to the first animation frame in which a country has an outline on the screen; a drag from the
pointer event's time stamp to the end of the map's repaint, and to the frame that shows it. A
browser hands a page its moves once a frame: how long they waited for that, up to 17 ms, is reported
beside what the page itself took.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.figures import Sample
from geo import atlas
from geo.web import standalone
from tests.browser import chromium

VISITS = 10
MOVES = 120
SECONDS_APART = 0.016
LIMITS = {  # the median of first paints, the 95th percentile of a drag
    "size, bytes": 1_000_000,
    "first paint, ms": 600.0,
    "pointer to repaint, ms": 16.0,
}

PROBE = """
window.bench = { painted: null, moves: [], waits: [], answers: [], own: [], frames: [] };
(() => {
  const shown = () => [...document.querySelectorAll("path[data-area]")]
    .some((path) => (path.getAttribute("d") || "").length > 20);
  const look = () => {
    if (shown()) window.bench.painted = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  let seen = 0;
  // On the window, in the capture phase, a move is noted before the slider hears of it; "input" on
  // the slider reaches the window last, when the map has painted.
  addEventListener("pointermove", (event) => {
    if (!(event.buttons & 1)) return;
    window.bench.moves.push(event.timeStamp);
    window.bench.waits.push(performance.now() - event.timeStamp);
  }, true);
  addEventListener("input", () => {
    const { painted } = window.__atlas;
    if (painted.count === seen) return;
    seen = painted.count;
    const moved = window.bench.moves.at(-1);
    if (moved === undefined) return; // a key of the keyboard
    window.bench.answers.push(painted.at - moved);
    window.bench.own.push(painted.at - moved - window.bench.waits.at(-1));
    const shown = () => window.bench.frames.push(performance.now() - moved);
    requestAnimationFrame(() => setTimeout(shown));
  });
})();
"""
READY = "() => window.__atlas?.areas.size > 200 && document.querySelector('#panel h2') !== null"


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "atlas.html")
        size = path.write_bytes(standalone.page(atlas.load()))
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        paints = [_first_paint(browser, path) for _ in range(VISITS)]
        drags = _drag(browser, path)
        browser.close()
    found = {
        "size, bytes": float(size),
        "first paint, ms": _report("first paint, ms", paints).p50,
        "pointer to repaint, ms": _report("pointer to repaint, ms", drags["answers"]).p95,
    }
    _report("- of that until the browser's next frame", drags["waits"])
    _report("- of that the page's own work", drags["own"])
    _report("pointer to the frame that shows it, ms", drags["frames"])
    print(f"size, bytes: {size:,}; moves {len(drags['moves'])}, repaints {len(drags['answers'])}")
    missed = [name for name, limit in LIMITS.items() if found[name] > limit]
    for name in missed:
        print(f"missed: {name} is {found[name]:,.1f}, at most {LIMITS[name]:,.1f}")
    return 1 if missed else 0


def _open(browser: Browser, path: Path) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    page.add_init_script(PROBE)
    page.goto(path.as_uri())
    page.wait_for_function(READY)
    return page


def _first_paint(browser: Browser, path: Path) -> float:
    page = _open(browser, path)
    painted = float(page.evaluate("window.bench.painted"))
    page.context.close()
    return painted


def _drag(browser: Browser, path: Path) -> dict[str, Any]:
    """The thumb from one end of 1997 to now to the other."""
    page = _open(browser, path)
    page.get_by_label("1997 to now").check()
    page.locator("#day").press("Home")
    box = page.locator("#day").bounding_box()
    assert box is not None
    left, right, y = box["x"] + 9, box["x"] + box["width"] - 9, box["y"] + box["height"] / 2
    page.mouse.move(left, y)
    page.mouse.down()
    began = time.perf_counter()
    for number in range(1, MOVES + 1):
        page.mouse.move(left + (right - left) * number / MOVES, y)
        time.sleep(max(0.0, began + number * SECONDS_APART - time.perf_counter()))
    page.mouse.up()
    page.wait_for_function("() => window.bench.frames.length === window.bench.answers.length")
    found: dict[str, Any] = page.evaluate("window.bench")
    page.context.close()
    return found


def _report(name: str, values: list[float]) -> Sample:
    """Print a sample and return it."""
    sample = Sample.of(values)
    if sample is None:
        raise SystemExit(f"{name}: nothing was measured")
    print(f"{name}: p50 {sample.p50:.1f}, p95 {sample.p95:.1f}, n {len(values)}")
    return sample


if __name__ == "__main__":
    sys.exit(main())
