"""Measures one subject in a real browser: first paint, drag, commits, bytes, heap, server CPU."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

from benchmarks import process
from benchmarks.assets import OutsideRequests
from benchmarks.figures import Sample
from benchmarks.pointer import Pointer
from benchmarks.subjects import Running, Subject
from benchmarks.traffic import Traffic

PROBE = Path(__file__).with_name("probe.js")
VIEWPORT: ViewportSize = {"width": 1440, "height": 900}
PAINT_TIMEOUT_MS = 90_000
SETTLE_TIMEOUT_MS = 60_000
QUIET_MS = 300
"""Nothing may change for so long before a page counts as settled."""

DRAG_MOVES = 100
DRAG_SECONDS_APART = 0.010
COMMIT_MOVES = 4
ANSWER_GRACE_MS = 100
"""A repaint so shortly after the release still answers the last moves."""

SEED = 20260220

RESET = """() => {
  const log = window.__bench;
  log.moves.length = log.repaints.length = log.releases.length = log.recoloured = 0;
}"""
# Our map must have painted the day on which the slider came to rest, or its figures mean nothing.
STALE = """() => {
  const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow?.__atlas);
  if (!frame) return "";
  const value = document.querySelector(".st-key-date input[type=range]").value;
  const day = new Date(value / 1000).toISOString().slice(0, 10);
  const painted = frame.contentWindow.__atlas.painted.day;
  return painted === day ? "" : `the slider stands at ${day}, the map shows ${painted}`;
}"""

# Nothing has been said to or by the page for a while.
QUIET = f"""(() => {{
  const log = window.__bench, app = document.querySelector("[data-testid=stApp]");
  const idle = !app || app.dataset.testScriptState === "notRunning";
  const last = Math.max(log.firstPaint, log.lastChange, log.lastReceived);
  return idle && performance.timeOrigin + performance.now() - last > {4 * QUIET_MS};
}})()"""

SETTLED = """([since, needsMap, quiet]) => {
  const log = window.__bench, app = document.querySelector("[data-testid=stApp]");
  const now = performance.timeOrigin + performance.now();
  const ran = !app || (log.lastSent > since && log.lastReceived > log.lastSent);
  const idle = !app || app.dataset.testScriptState === "notRunning";
  const mapDone = !needsMap || log.repaints.some((at) => at > since);
  const last = Math.max(since, log.lastChange, log.lastReceived);
  return ran && idle && mapDone && now - last >= quiet;
}"""


class MeasureError(Exception):
    """A page did not do what is measured; the message says what it did instead."""


@dataclass
class Measured:
    """What the browser and /proc said of one subject; None where a thing does not apply.

    Times are milliseconds, sizes bytes. A step is one press, drag and release on the slider.
    """

    first_visit_picture_ms: float | None = None
    first_visit_ms: float | None = None
    first_picture_ms: Sample | None = None
    first_picture_bytes: Sample | None = None
    first_paint_ms: Sample | None = None
    first_paint_bytes: Sample | None = None
    layout_shift: Sample | None = None
    moves_seen: int = 0
    drag_ms: float = 0.0
    repaints: int | None = None
    recoloured: int | None = None
    unanswered: int | None = None
    pointer_to_repaint_ms: Sample | None = None
    release_to_settled_ms: Sample | None = None
    step_bytes: Sample | None = None
    heap_bytes: int | None = None
    server_cpu_ms: float | None = None
    outside_hosts: list[str] = field(default_factory=list)
    outside_requests: int = 0


@dataclass(frozen=True)
class Visit:
    """An open page of a subject, its traffic and its DevTools session."""

    page: Page
    session: CDPSession
    traffic: Traffic
    outside: OutsideRequests

    def log(self, name: str) -> Any:
        """A value the probe has noted."""
        return self.page.evaluate("(name) => window.__bench[name]", name)

    def until(self, name: str) -> float:
        """Milliseconds from the start of navigation to a moment the probe has noted."""
        return float(self.log(name) - self.log("began"))

    def bytes_until(self, name: str) -> float:
        """What had travelled by then, in bytes."""
        return float(self.traffic.total(end=self.log(name) / 1000))


def measure(
    browser: Browser, port: int, subject: Subject, running: Running, visits: int, steps: int
) -> Measured:
    """Everything about `subject`, which answers at `running`, from `visits` cold visits.

    Args:
        browser: the Chromium, which listens to DevTools on `port`.
        port: see there.
        subject: what is measured.
        running: its server.
        visits: how often the page is opened with an empty cache.
        steps: how many dates are committed on the last visit.
    """
    found = Measured()
    with visit(browser, subject, running.url) as first:
        found.first_visit_picture_ms = first.until("firstPicture")
        found.first_visit_ms = first.until("firstPaint")
    times: dict[str, list[float]] = {"firstPicture": [], "firstPaint": []}
    sizes: dict[str, list[float]] = {"firstPicture": [], "firstPaint": []}
    shifts = []
    for number in range(visits):
        with visit(browser, subject, running.url) as cold:
            for moment in times:
                times[moment].append(cold.until(moment))
                sizes[moment].append(cold.bytes_until(moment))
            quieten(cold)
            shifts.append(float(cold.log("shift")))
            found.outside_hosts = cold.outside.hosts
            found.outside_requests = len(cold.outside.asked)
            if number == visits - 1 and subject.slider:
                drag(cold, subject, port, found)
                commits(cold, subject, running.pid, steps, found)
                found.heap_bytes = _heap(cold.session)
    found.first_picture_ms = Sample.of(times["firstPicture"])
    found.first_picture_bytes = Sample.of(sizes["firstPicture"])
    found.first_paint_ms = Sample.of(times["firstPaint"])
    found.first_paint_bytes = Sample.of(sizes["firstPaint"])
    found.layout_shift = Sample.of(shifts)
    return found


@contextmanager
def visit(browser: Browser, subject: Subject, url: str) -> Iterator[Visit]:
    """A first visit: empty cache, no cookies, probe in place, nothing sent beyond this machine."""
    context = browser.new_context(viewport=VIEWPORT)
    try:
        outside = OutsideRequests()
        outside.install(context)
        context.add_init_script(probe(subject))
        page = context.new_page()
        session = context.new_cdp_session(page)
        traffic = Traffic(session, outside)
        page.goto(url + subject.opens, wait_until="commit")
        page.wait_for_function(
            "() => window.__bench && window.__bench.firstPaint && window.__bench.firstPicture",
            timeout=PAINT_TIMEOUT_MS,
            polling=50,
        )
        yield Visit(page, session, traffic, outside)
    finally:
        context.close()


def probe(subject: Subject) -> str:
    """The script that watches a page of `subject`."""
    script = PROBE.read_text(encoding="utf-8")
    script = script.replace('"@PICTURE@"', json.dumps(subject.picture or subject.paths))
    return script.replace('"@PATHS@"', json.dumps(subject.paths))


def quieten(opened: Visit) -> None:
    """Waits until the opening has ended: the last answer, the last country."""
    opened.page.wait_for_function(f"() => {QUIET}", timeout=SETTLE_TIMEOUT_MS, polling=50)


def drag(opened: Visit, subject: Subject, port: int, found: Measured) -> None:
    """From one end of the slider to the other in DRAG_MOVES moves, then release."""
    page = opened.page
    thumb = page.evaluate(subject.slider)
    left, right, y = thumb["left"], thumb["right"], thumb["y"]
    target = opened.session.send("Target.getTargetInfo")["targetInfo"]["targetId"]
    with Pointer(port, target) as pointer:
        pointer.press(thumb["x"], y)
        pointer.drag(thumb["x"], left, y, COMMIT_MOVES, seconds_apart=0.05)
        page.wait_for_timeout(4 * QUIET_MS)
        page.evaluate(RESET)
        took = pointer.drag(left, right, y, DRAG_MOVES, DRAG_SECONDS_APART)
        pointer.release(right, y)
        page.wait_for_function("() => window.__bench.releases.length > 0", polling=50)
    released = _release(opened)
    _settle(opened, released, needs_map=False)
    if stale := page.evaluate(STALE):
        raise MeasureError(f"{subject.name}: {stale}")
    found.drag_ms = took * 1000
    follow(found, opened.log, released, counts_repaints=subject.paths is not None)


def follow(
    found: Measured, log: Callable[[str], Any], released: float, *, counts_repaints: bool
) -> None:
    """How a map followed the pointer in a drag until `released`, by what the probe noted."""
    moves = log("moves")
    found.moves_seen = len(moves)
    if not counts_repaints:
        return
    repaints = [at for at in log("repaints") if at <= released + ANSWER_GRACE_MS]
    answers = [min((at for at in repaints if at >= moved), default=None) for moved in moves]
    found.repaints, found.recoloured = len(repaints), log("recoloured")
    found.unanswered = answers.count(None)
    found.pointer_to_repaint_ms = Sample.of(
        [at - moved for moved, at in zip(moves, answers, strict=True) if at is not None]
    )


def commits(opened: Visit, subject: Subject, pid: int | None, steps: int, found: Measured) -> None:
    """Presses, drags to somewhere else and releases, `steps` times; the same places for all."""
    needs_map = subject.paths is not None and not found.repaints
    places = random.Random(SEED)
    cpu = process.cpu_seconds(pid) if pid else None
    settled, sizes = [], []
    for number in range(steps):
        thumb = opened.page.evaluate(subject.slider)
        half = (number % 2) * 0.5  # now in the left half, now in the right: always another day
        target = thumb["left"] + (thumb["right"] - thumb["left"]) * (
            places.uniform(0.05, 0.45) + half
        )
        began = time.time()
        _press_and_go(opened.page, thumb, target)
        opened.page.mouse.up()
        released = _release(opened)
        _settle(opened, released, needs_map)
        settled.append(max(0.0, opened.log("lastChange") - released))
        sizes.append(float(opened.traffic.total(start=began)))
    found.release_to_settled_ms, found.step_bytes = Sample.of(settled), Sample.of(sizes)
    if pid and cpu is not None:
        found.server_cpu_ms = ((process.cpu_seconds(pid) or cpu) - cpu) * 1000 / steps


def _press_and_go(page: Page, thumb: dict[str, float], target: float) -> None:
    page.mouse.move(thumb["x"], thumb["y"])
    page.mouse.down()
    for number in range(1, COMMIT_MOVES + 1):
        page.mouse.move(thumb["x"] + (target - thumb["x"]) * number / COMMIT_MOVES, thumb["y"])


def _release(opened: Visit) -> float:
    return float(opened.log("releases")[-1])


def _settle(opened: Visit, since: float, needs_map: bool) -> None:
    opened.page.wait_for_function(
        SETTLED, arg=[since, needs_map, QUIET_MS], timeout=SETTLE_TIMEOUT_MS, polling=50
    )


def _heap(session: CDPSession) -> int:
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return int(next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize"))
