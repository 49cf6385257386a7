"""Whether programs that ask the API slow down the reader who drags the date on the same server.

`python -m benchmarks.api_load` opens our page in Chromium and drags its slider, in turn while
nobody asks, while a program asks `/api/v1/status` of the same server process, and while it asks as
often of another one. All of it shares the machine's cores, so the last tells what the asking costs
by itself from what it costs the readers of that server. Writes `api_load.md` and `api_load.json`;
ends with 1 when a limit is missed.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks import process
from benchmarks.figures import Sample
from benchmarks.load import Asked, Load
from benchmarks.measure import DRAG_MOVES, Measured, commits, drag, quieten, visit
from benchmarks.report import machine_facts
from benchmarks.subjects import OURS, SUBJECTS
from tests.browser import chromium
from tests.browser.server import DashboardServer, free_port

HERE = Path(__file__).resolve().parent
ASKED = "/api/v1/status?date=2026-02-20"
RATE = 950.0
CONNECTIONS = 4
ROUNDS = 6
STEPS = 10
CAPACITY_SECONDS = 10.0
LEAST_RATE, MOST_P50_MS = 800.0, 5.0
MOST_SLOWER = 1.25
"""How much longer a drag may take beside the load than beside one that goes to another process."""

ALONE, SAME, OTHER = "nobody asks", "asked of the same process", "asked of another process"
FULL = "asked as fast as it answers"
REPAINT, SETTLED = "pointer to repaint, ms", "release to settled, ms"
ANSWER, ANSWERED = "`/api/v1/status`, ms", "requests answered a second"
BUSY, NONE = "server, cores", "–"


def main() -> int:
    """Measure, write, print; 1 when a limit is missed."""
    subject = next(one for one in SUBJECTS if one.letter == OURS)
    port = free_port()
    flags = [*chromium.FLAGS, f"--remote-debugging-port={port}"]
    drags: dict[str, list[Measured]] = {ALONE: [], SAME: [], OTHER: []}
    loads: dict[str, list[Asked]] = {SAME: [], OTHER: []}
    with DashboardServer() as server, DashboardServer() as other, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        facts = machine_facts(browser.version, rounds=ROUNDS, moves=DRAG_MOVES, steps=STEPS)

        def dragged(asked: DashboardServer | None) -> tuple[Measured, Asked | None]:
            found = Measured()
            load = Load(asked.url + ASKED, RATE, CONNECTIONS) if asked else None
            with visit(browser, subject, server.url) as opened:
                quieten(opened)
                with load or nullcontext():
                    drag(opened, subject, port, found)
                    commits(opened, subject, None, STEPS, found)
            return found, load.asked if load else None

        for each in (server, other):  # just started, they are still reading their data
            dragged(each)
        full, busy = _capacity(server)
        for _ in range(ROUNDS):
            for name, asked in ((ALONE, None), (SAME, server), (OTHER, other)):
                found, load = dragged(asked)
                drags[name].append(found)
                if load:
                    loads[name].append(load)
        browser.close()
    result = _found(drags, loads, full, busy)
    text = _markdown(result, facts)
    (HERE / "api_load.md").write_text(text, encoding="utf-8")
    body = json.dumps({"facts": facts, **_plain(result)}, indent=1)
    (HERE / "api_load.json").write_text(body + "\n", encoding="utf-8")
    print(text)
    missed = _missed(result)
    for words in missed:
        print(f"missed: {words}")
    return 1 if missed else 0


def _capacity(server: DashboardServer) -> tuple[Asked, float | None]:
    """As many requests as are answered while nobody drags, and the server's share of a core."""
    before, began = process.cpu_seconds(server.pid), time.perf_counter()
    with Load(server.url + ASKED, 0, CONNECTIONS) as load:
        time.sleep(CAPACITY_SECONDS)
    after = process.cpu_seconds(server.pid)
    if before is None or after is None:
        return load.asked, None
    return load.asked, (after - before) / (time.perf_counter() - began)


def _found(
    drags: dict[str, list[Measured]], loads: dict[str, list[Asked]], full: Asked, busy: float | None
) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {
        name: {
            REPAINT: _together([one.pointer_to_repaint_ms for one in runs]),
            SETTLED: _together([one.release_to_settled_ms for one in runs]),
        }
        for name, runs in drags.items()
    }
    for name, asked in loads.items():
        found[name][ANSWER] = _together([one.milliseconds for one in asked])
        found[name][ANSWERED] = sum(one.per_second for one in asked) / len(asked)
    found[FULL] = {ANSWER: full.milliseconds, ANSWERED: full.per_second, BUSY: busy}
    return found


def _together(samples: Iterable[Sample | None]) -> Sample:
    found = Sample.of([value for one in samples if one is not None for value in one.values])
    if found is None:
        raise SystemExit("nothing was measured")
    return found


def _missed(found: dict[str, dict[str, Any]]) -> list[str]:
    beside, elsewhere = found[SAME], found[OTHER]
    missed = [
        f"{name}, {ANSWERED}: {found[name][ANSWERED]:,.0f}, at least {LEAST_RATE:,.0f}"
        for name in (SAME, FULL)
        if found[name][ANSWERED] < LEAST_RATE
    ]
    if beside[ANSWER].p50 > MOST_P50_MS:
        missed.append(f"{ANSWER}: p50 {beside[ANSWER].p50:.1f}, at most {MOST_P50_MS}")
    for name in (REPAINT, SETTLED):
        most = MOST_SLOWER * elsewhere[name].p95
        if beside[name].p95 > most:
            missed.append(f"{name}: p95 {beside[name].p95:.1f}, at most {most:.1f}")
    return missed


def _markdown(found: dict[str, dict[str, Any]], facts: dict[str, Any]) -> str:
    rows = [["", *found], ["---", *["---:"] * len(found)]]
    for name in (REPAINT, SETTLED, ANSWER):
        rows.append([f"{name}, p50 / p95 (n)", *(_pair(one.get(name)) for one in found.values())])
    rates = [f"{one[ANSWERED]:,.0f}" if ANSWERED in one else NONE for one in found.values()]
    rows.append([ANSWERED, *rates])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items())
    head = "# The API beside a drag\n\nMade by `python -m benchmarks.api_load`."
    return f"{head}\n\n{said}.\n\n{table}\n\n{NOTES}"


NOTES = f"""- In each of {ROUNDS} rounds the slider is dragged three times: while nobody asks, while
  a program asks `{ASKED}` of the same server process {RATE:,.0f} times a
  second over {CONNECTIONS} connections, and while it asks another server process as often. Moves
  and releases of all rounds together. Browser, servers and the asking program share the machine's
  cores: the third column is what that alone costs a drag.
- Pointer to repaint and release to settled: as in results.md.
- `/api/v1/status`: from the request to the last byte of its gzipped answer.
- The last column is without a browser: what one server process gives when nothing else is asked.
"""


def _pair(sample: Sample | None) -> str:
    return f"{sample.p50:,.1f} / {sample.p95:,.1f} ({len(sample.values):,})" if sample else NONE


def _plain(value: Any) -> Any:
    if isinstance(value, Sample):
        plain = value.as_json()
        return {name: plain[name] for name in ("n", "p50", "p95", "min", "max")}
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return round(value, 3) if isinstance(value, float) else value


if __name__ == "__main__":
    sys.exit(main())
