"""`python -m benchmarks.engines`: the dashboard's first paint and drag in three engines.

The same probe watches all three. Chromium is driven and measured as in `python -m benchmarks`; in
Firefox and WebKitGTK the probe comes in right after the address is left for, and says when it came
too late to see the first paint.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from marionette_driver.errors import MarionetteException
from playwright.sync_api import sync_playwright
from selenium.common.exceptions import WebDriverException

from benchmarks import measure, report
from benchmarks.figures import Sample
from benchmarks.measure import Measured, MeasureError
from benchmarks.subjects import DASHBOARD, OURS, SUBJECTS, Subject
from tests.browser import chromium
from tests.browser.engines.engine import Engine
from tests.browser.engines.firefox import Firefox
from tests.browser.engines.webkit import WebKit
from tests.browser.engines.window import DOWN, UP, Window, to
from tests.browser.server import DashboardServer, free_port

HERE = Path(__file__).resolve().parent
VISITS = 7
PROBE_SECONDS = 30

STARTS: dict[str, Callable[[Path], Engine]] = {
    "Firefox": lambda folder: Firefox(folder, "light"),
    "WebKitGTK": lambda folder: WebKit(folder, "light"),
}

NOTES = f"""- One server for all, already visited. Every visit is a browser's with an empty profile.
- First paint: from the start of navigation to the first animation frame in which a country has an
  outline on the screen; Firefox and WebKit tell the time to a millisecond.
- Drag: {measure.DRAG_MOVES} moves over the whole slider. Chromium gets them 10 ms apart, whether
  or not the page keeps up; Firefox and WebKit by the W3C's actions, each lasting 10 ms.
- Pointer to repaint: from each move to the first repaint after it, as in results.md.
- All three draw without a graphics card here.
"""


def main(arguments: list[str] | None = None) -> int:
    """Measure and write engines.md; 0 when every engine could be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description=__doc__)
    parser.add_argument("--visits", type=int, default=VISITS, help=f"of each engine ({VISITS})")
    parser.add_argument("--output", type=Path, default=HERE, help="where engines.md goes")
    chosen = parser.parse_args(arguments)
    (ours,) = [subject for subject in SUBJECTS if subject.letter == OURS]
    found: dict[str, Measured] = {}
    with DashboardServer(DASHBOARD) as server:
        found["Chromium"], version = _chromium(ours, server.url, chosen.visits)
        for name, start in STARTS.items():
            print(name, flush=True)
            try:
                found[name] = _engine(start, ours, server.url, chosen.visits)
            except (MeasureError, AssertionError, MarionetteException, WebDriverException) as error:
                print(f"{name} could not be measured: {error}", file=sys.stderr)
    facts = report.machine_facts(version, visits=chosen.visits)
    text = _markdown(found, facts)
    (chosen.output / "engines.md").write_text(text, encoding="utf-8")
    print(text)
    return 0 if len(found) == 1 + len(STARTS) else 1


def _chromium(subject: Subject, url: str, visits: int) -> tuple[Measured, str]:
    """Chromium's figures, and its version."""
    found, paints = Measured(), []
    port = free_port()
    flags = [*chromium.FLAGS, f"--remote-debugging-port={port}"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        with measure.visit(browser, subject, url):
            pass  # the server's own first visit
        for number in range(visits):
            with measure.visit(browser, subject, url) as opened:
                paints.append(opened.until("firstPaint"))
                if number == visits - 1:
                    measure.quieten(opened)
                    measure.drag(opened, subject, port, found)
        version = browser.version
        browser.close()
    found.first_paint_ms = Sample.of(paints)
    return found, version


def _engine(start: Callable[[Path], Engine], subject: Subject, url: str, visits: int) -> Measured:
    """The figures of an engine that is started anew for each visit."""
    found, paints = Measured(), []
    for number in range(visits):
        with _visit(start, subject, url) as window:
            log = window.value("window.__bench")
            paints.append(log["firstPaint"] - log["began"])
            if number == visits - 1:
                _drag(window, subject, found)
    found.first_paint_ms = Sample.of(paints)
    return found


@contextlib.contextmanager
def _visit(start: Callable[[Path], Engine], subject: Subject, url: str) -> Iterator[Window]:
    """A page of a new browser, painted, with the probe in it from its first script on."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        engine = start(Path(folder) / "browser")
        try:
            engine.resize(measure.VIEWPORT["width"], measure.VIEWPORT["height"])
            window = Window(engine)
            engine.leave_for(url + subject.opens)
            _put_in_probe(engine, subject)
            window.until("window.__bench.firstPaint !== null")
            yield window
        finally:
            engine.close()


def _put_in_probe(engine: Engine, subject: Subject) -> None:
    """As soon as the new page is there.

    Raises:
        MeasureError: the page had painted a map by then, or never came.
    """
    script = f"""
      if (location.protocol !== "http:" || !document.documentElement) return "not yet";
      if (document.querySelector("iframe")) return "too late";
      {measure.probe(subject)}
      return "in time";
    """
    deadline = time.monotonic() + PROBE_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(MarionetteException, WebDriverException):  # between two pages
            came = engine.run(script)
            if came == "in time":
                return
            if came == "too late":
                break
    raise MeasureError(f"{engine.name}: the probe did not get into the page before its map")


def _drag(window: Window, subject: Subject, found: Measured) -> None:
    """From one end of the slider to the other, then release, as `measure.drag` does in Chromium."""
    window.until(measure.QUIET)
    thumb = window.run(f"return ({subject.slider})()")
    left, right, y = thumb["left"], thumb["right"], thumb["y"]
    window.pointer(to(thumb["x"], y), DOWN, to(left, y, 200), {"type": "pause", "duration": 1200})
    window.run(f"({measure.RESET})()")
    part = (right - left) / measure.DRAG_MOVES
    each = round(measure.DRAG_SECONDS_APART * 1000)
    began = time.perf_counter()
    window.pointer(
        *[to(left + part * number, y, each) for number in range(1, measure.DRAG_MOVES + 1)], UP
    )
    found.drag_ms = (time.perf_counter() - began) * 1000
    released = float(window.until("window.__bench.releases.length && window.__bench.releases[0]"))
    window.until(measure.QUIET)
    if stale := window.run(f"return ({measure.STALE})()"):
        raise MeasureError(f"{window.name}: {stale}")
    log = window.value("window.__bench")
    measure.follow(found, log.__getitem__, released, counts_repaints=True)


def _markdown(found: dict[str, Measured], facts: dict[str, object]) -> str:
    rows: list[tuple[str, Callable[[Measured], str]]] = [
        ("First paint, cold browser, ms (range)", lambda one: report.spread(one.first_paint_ms)),
        ("Repaints while dragging", report.repaints),
        ("Moves the page was told of", lambda one: str(one.moves_seen)),
        (
            "Pointer to repaint, ms, p50 / p95",
            lambda one: report.pair(one.pointer_to_repaint_ms),
        ),
    ]
    lines = [["", *found], ["---", *["---:"] * len(found)]]
    lines += [[name, *(show(one) for one in found.values())] for name, show in rows]
    return "\n\n".join(
        [
            "# The dashboard in three engines",
            "Made by `python -m benchmarks.engines`, which `make bench` runs.",
            report.told(facts),
            report.lines(lines),
            "## How to read it",
            NOTES,
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
