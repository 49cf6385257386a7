"""What a reader pays who asks for more: another border line, two days, what if.

`python -m benchmarks.asked` starts the dashboard and drags its slider plain, with a line, with a
second day and with an act that is supposed, turn and turn about in one run; then it counts what a
reader of the plain page was sent of all that, and times the server's first answer for every line.
It ends with 1 where a limit is missed.
"""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.measure import Measured, drag, quieten, visit
from benchmarks.subjects import OURS, SUBJECTS, Running, Subject
from geo import atlas as atlas_module
from geo.basics.choices import FLANK_LENS
from geo.server.http.reply import reply
from geo.web.documents.lens import lens_file
from geo.web.documents.map_data import compact_json
from geo.web.served import Served
from tests.browser import chromium
from tests.browser.server import ROOT, DashboardServer, free_port

ASKED = {
    "plain": "",
    "a line": "&lens=nato-east",
    "two days": "&compare=2025-01-01",
    "what if": "&what_if=NOR:withdrawal_notice:2026-12-01",
}
ROUNDS = 5
MOST_TIMES_PLAIN = 1.2
"""How much later than in a plain drag the map may follow, of 100 moves the fifth slowest."""
MOST_CPU_MS = 50
OF_ASKED = ("/embed/lens", "/embed/comparison", "/embed/timeline")


def main() -> int:
    """Measure and print; 1 where a limit is missed."""
    missed = False
    ours = next(subject for subject in SUBJECTS if subject.letter == OURS)
    port = free_port()
    flags = [*chromium.FLAGS, f"--remote-debugging-port={port}"]
    with DashboardServer(ROOT / "dashboard.py", ROOT) as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in ASKED}
        for _ in range(ROUNDS):
            for name, query in ASKED.items():
                subject = replace(ours, opens=f"{ours.opens}{query}")
                found[name].append(_dragged(browser, port, subject, running))
        unasked = _unasked(browser, ours, running)
        browser.close()
    plain = median(p95 for _, p95 in found["plain"])
    for name, samples in found.items():
        p50, p95 = (median(each) for each in zip(*samples, strict=True))
        print(f"drag, {name}: pointer to repaint {p50:.0f} / {p95:.0f} ms, {p95 / plain:.2f} plain")
        missed |= p95 > MOST_TIMES_PLAIN * plain
    print(f"asked for by a reader of the plain page: {unasked or 'nothing of it'}")
    missed |= bool(unasked)
    for name, ms in _first_answers().items():
        print(f"first answer, {name}: {ms:.0f} ms of CPU")
        missed |= ms > MOST_CPU_MS
    print(f"limits: {MOST_TIMES_PLAIN} times plain, no byte unasked, {MOST_CPU_MS} ms of CPU")
    return 1 if missed else 0


def _dragged(
    browser: Browser, port: int, subject: Subject, running: Running
) -> tuple[float, float]:
    """The median and the 95th percentile from pointer to repaint of one drag, ms."""
    measured = Measured()
    with visit(browser, subject, running.url) as opened:
        quieten(opened)
        drag(opened, subject, port, measured)
    sample = measured.pointer_to_repaint_ms
    assert sample is not None, f"{subject.opens}: nothing was repainted"
    return sample.p50, sample.p95


def _unasked(browser: Browser, subject: Subject, running: Running) -> list[str]:
    """What a reader of the plain page was sent of what nobody asked for."""
    with visit(browser, subject, running.url) as opened:
        quieten(opened)
        entries = "() => performance.getEntriesByType('resource').map((entry) => entry.name)"
        asked = [name for frame in opened.page.frames for name in frame.evaluate(entries)]
    return [name for name in asked if any(part in name for part in OF_ASKED)]


def _first_answers() -> dict[str, float]:
    """The server's CPU for every ready-made line, and for the dearest state's own, ms."""
    served = Served(atlas_module.load(), datetime.now(UTC))
    lines, names = served.lines("un"), [lens.lens_id for lens in served.atlas.record.lenses]
    lens_file(served.atlas, "un", FLANK_LENS, lines)  # what every line shares has been read
    found = {}
    for name in (*names, *served.atlas.record.states):
        gc.collect()  # what came before is no cost of this one
        began = time.process_time()
        reply(compact_json(lens_file(served.atlas, "un", name, lines)), "application/json")
        found[name] = 1000 * (time.process_time() - began)
    dearest = max(served.atlas.record.states, key=found.__getitem__)
    return {name: ms for name, ms in found.items() if name in (*names, dearest)}


if __name__ == "__main__":
    sys.exit(main())
