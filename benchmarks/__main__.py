"""`python -m benchmarks`: measures every subject and writes results.md and results.json."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from websockets.exceptions import WebSocketException

from benchmarks import as_installed, assets, material, report
from benchmarks.material import Material
from benchmarks.measure import MeasureError, measure
from benchmarks.readers import ReaderError, serve
from benchmarks.report import Result
from benchmarks.subjects import DASHBOARD, OURS, SUBJECTS, Subject
from tests.browser import chromium
from tests.browser.server import ServerError, free_port

HERE = Path(__file__).resolve().parent
READERS = (1, 20, 50)
QUICK_READERS = (1, 3, 5)
COMMITS = 20
QUICK_COMMITS = 5
RUNS = 7
QUICK_RUNS = 1
LEAST_RUNS = 5
FAILURES = (
    MeasureError,
    ReaderError,
    ServerError,
    PlaywrightError,
    WebSocketException,
    TimeoutError,
)


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmark; 0 when every subject could be measured."""
    chosen = _parser().parse_args(arguments)
    runs = chosen.runs or (QUICK_RUNS if chosen.quick else RUNS)
    subjects = [s for s in SUBJECTS if s.letter in chosen.subjects.split(",")]
    if not subjects:
        print(f"no such subject: {chosen.subjects}; there are a to g", file=sys.stderr)
        return 2
    if OURS in [s.letter for s in subjects] and not DASHBOARD.exists():
        print("dashboard.py is missing: leave out e", file=sys.stderr)
        return 2
    try:
        assets.check()
        as_installed.python()
        executable = chromium.find()
    except (assets.MissingPackageError, chromium.ChromiumNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "material.json"
        given = material.from_atlas()
        given.write(path)
        os.environ[material.VARIABLE] = str(path)  # the peers' own processes read it
        with sync_playwright() as playwright:
            port = free_port()
            flags = [*chromium.FLAGS, f"--remote-debugging-port={port}"]
            browser = playwright.chromium.launch(executable_path=executable, args=flags)
            facts = report.machine_facts(
                browser.version,
                runs=runs,
                quick=chosen.quick,
                countries=len(given.ids),
                days=len(given.days),
            )
            steps = QUICK_COMMITS if chosen.quick else COMMITS
            measured = [
                result
                for subject in subjects
                if (result := _try(subject, _measure, browser, port, subject, given, runs, steps))
            ]
            browser.close()
        # Only now: asyncio allows no second loop beside Playwright's.
        results = [
            result
            for one in measured
            if (result := _try(one.subject, _serve, one, given, chosen.quick))
        ]
    if runs < LEAST_RUNS:
        print(f"{runs} run(s) only: not for publication (at least {LEAST_RUNS})")
    chosen.output.mkdir(parents=True, exist_ok=True)
    report.write(chosen.output, results, facts)
    print(report.markdown(results, facts))
    return 0 if len(results) == len(subjects) else 1


def _try(subject: Subject, step: Callable[..., Result], *given: object) -> Result | None:
    """One subject that fails is left out, named, and makes the whole run fail; the rest counts."""
    try:
        return step(*given)
    except FAILURES as error:
        print(f"{subject.letter}. {subject.name} could not be measured: {error}", file=sys.stderr)
        return None


def _measure(
    browser: Browser, port: int, subject: Subject, given: Material, runs: int, steps: int
) -> Result:
    print(f"{subject.letter}. {subject.name}: browser", flush=True)
    with subject.start(given) as running:
        return Result(subject, measure(browser, port, subject, running, runs, steps), None)


def _serve(result: Result, given: Material, quick: bool) -> Result:
    """The same subject's server, started anew, with many readers; nothing for static pages."""
    with result.subject.start(given) as running:
        if running.pid is None:
            return result
        print(f"{result.subject.letter}. {result.subject.name}: readers", flush=True)
        counts = QUICK_READERS if quick else READERS
        commits = QUICK_COMMITS if quick else COMMITS
        served = serve(running.url, running.pid, counts, commits)
    return Result(result.subject, result.measured, served)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--subjects",
        default=",".join(s.letter for s in SUBJECTS),
        help="; ".join(f"{s.letter}: {s.name}" for s in SUBJECTS),
    )
    parser.add_argument("--runs", type=int, help=f"cold visits of each subject ({RUNS})")
    parser.add_argument("--quick", action="store_true", help="few runs and readers, for a try")
    parser.add_argument("--output", type=Path, default=HERE, help="where the results go")
    return parser


if __name__ == "__main__":
    sys.exit(main())
