"""`python -m benchmarks.budgets`: holds the program's own work against its time budgets.

Each budget is one thing a reader or a maintainer waits for: the median of several runs, after the
first ones have warmed what is kept. Prints a table; exits with 1 where a budget is exceeded. No
test asserts a time, because a busy machine is not a fault of the code.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from geo import atlas as atlas_module
from geo import records
from geo.answers.country.dossier import dossier
from geo.atlas import FIRST_DAY
from geo.server import current_data
from geo.web import site

DAY = date(2025, 12, 1)
PAGE = Path(current_data.__file__).parent / "page" / "main.py"


class BudgetError(Exception):
    """What was to be measured does not work; the message says what."""


@dataclass(frozen=True, slots=True)
class Budget:
    """One thing that is measured: `run` yields seconds, run after run, the first `warm` unused."""

    name: str
    limit_seconds: float
    runs: int
    warm: int
    run: Callable[[], Iterator[float]]

    def measure(self) -> float:
        """The median of `runs` runs after `warm` others, in seconds."""
        return median(islice(self.run(), self.warm, self.warm + self.runs))


def statuses() -> Iterator[float]:
    """The legal status and practice of every state on a day; wall time."""
    atlas = atlas_module.load()
    histories = [atlas.history(iso_a3) for iso_a3 in atlas.record.states]
    for step in range(1000):
        day = FIRST_DAY + timedelta(days=step * 10)
        began = time.perf_counter()
        for past in histories:
            past.status_on(day)
            past.practice_on(day)
        yield time.perf_counter() - began


def record() -> Iterator[float]:
    """Reading and checking every table; wall time."""
    while True:
        began = time.perf_counter()
        records.load()
        yield time.perf_counter() - began


def dossiers() -> Iterator[float]:
    """What is known of Poland, the fullest dossier, on ever new days; CPU."""
    atlas = atlas_module.load()
    for step in range(1000):
        view = atlas.on(DAY + timedelta(days=step))
        began = time.process_time()
        dossier(atlas, "POL", view)
        yield time.process_time() - began


def steps(**address: str) -> Iterator[float]:
    """A step of the date slider through the whole page script; CPU.

    In the tab of claims each is asked of the day that is shown, not of its own: the dearer choice.
    """
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params = {"date": DAY.isoformat(), **address}
    page.run()
    if address.get("tab") == "claims":
        page.toggle(key="claims_asked").set_value(True).run()
    for step in range(1, 1000):
        slider = page.slider(key="date").set_value(DAY + timedelta(days=4 * step))
        began = time.process_time()
        slider.run()
        yield time.process_time() - began
        if page.exception:
            raise BudgetError(f"the page stopped at {address}: {page.exception[0].message}")


def poland(tab: str) -> Iterator[float]:
    """A step with the fullest dossier and a tab open; CPU."""
    return steps(country="POL", tab=tab)


def websites() -> Iterator[float]:
    """The whole static site, written to disk; wall time."""
    atlas = atlas_module.load()
    while True:
        with tempfile.TemporaryDirectory() as folder:
            yield site.build(atlas, Path(folder) / "site", "https://example.org/").seconds


def command(*arguments: str) -> Iterator[float]:
    """A command from its start to its end, as a user waits for it; wall time."""
    line = [sys.executable, "-m", "geo", *arguments]
    while True:
        began = time.perf_counter()
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        yield time.perf_counter() - began
        if done.returncode:
            raise BudgetError(f"{' '.join(line[1:])} ended with {done.returncode}: {done.stderr}")


BUDGETS = (
    Budget("status of all states on a day", 0.002, 200, 5, statuses),
    Budget("record read and checked again", 1.5, 3, 1, record),
    Budget("Poland's dossier, CPU", 0.050, 15, 2, dossiers),
    Budget("a date step, CPU", 0.060, 20, 5, steps),
    *(
        Budget(f"a date step, Poland and {tab} open, CPU", 0.060, 15, 5, partial(poland, tab))
        for tab in ("events", "claims", "disagreements")
    ),
    Budget("the static site, all states", 120.0, 1, 0, websites),
    Budget("python -m geo status", 3.0, 3, 1, partial(command, "status", "--date", "2026-02-20")),
    Budget("python -m geo check", 3.0, 3, 1, partial(command, "check")),
)


def main() -> int:
    """Measures every budget and prints one line each; 1 when one is exceeded."""
    exceeded = False
    for budget in BUDGETS:
        seconds = budget.measure()
        over = seconds > budget.limit_seconds
        exceeded |= over
        print(
            f"{budget.name:<50} {seconds * 1000:>9,.2f} ms  of {budget.limit_seconds * 1000:>8,.0f}"
            f"{'  EXCEEDED' if over else ''}",
            flush=True,
        )
    return 1 if exceeded else 0


if __name__ == "__main__":
    sys.exit(main())
