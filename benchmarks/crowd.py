"""Does a reader's step cost more among a hundred open pages; how many can step without pause?

`python -m benchmarks.crowd` prints processor time and time by the clock of a step with one page
open and with a hundred, each the least of three rounds, and what fifty readers get who step without
pause. The readers are those of `benchmarks.readers`; they share the cores with the server.
"""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import dataclass

from benchmarks import as_installed, process
from benchmarks.figures import Sample
from benchmarks.readers import Reader, open_reader
from tests.browser.server import DashboardServer

OPEN = (1, 100)
ROUNDS, STEPS = 3, 60
WITHOUT_PAUSE, SECONDS = 50, 10.0
FAR_APART = 0.6180339887
"""The golden ratio: places of the slider, each far from the one before."""


@dataclass(frozen=True)
class Step:
    """What a step costs the server, and how long it takes: milliseconds."""

    cpu: float
    p50: float


async def _measure(url: str, pid: int) -> None:
    readers: list[Reader] = []
    found = []
    try:
        for count in OPEN:
            while len(readers) < count:
                readers.append(await open_reader(url))
            rounds = [await _round(readers[0], pid) for _ in range(ROUNDS)]
            best = Step(min(one.cpu for one in rounds), min(one.p50 for one in rounds))
            found.append(best)
            print(f"{count:>4} open: a step takes {best.cpu:.1f} ms of CPU, p50 {best.p50:.1f} ms")
        print(f"     ratio: {found[1].cpu / found[0].cpu:.2f}")
        await _all(readers[:WITHOUT_PAUSE], pid)
    finally:
        await asyncio.gather(*(reader.socket.close() for reader in readers))


async def _round(reader: Reader, pid: int) -> Step:
    before = process.cpu_seconds(pid) or 0.0
    times = [await reader.commit((number * FAR_APART) % 1.0) for number in range(STEPS)]
    cpu = (process.cpu_seconds(pid) or 0.0) - before
    sample = Sample.of(times)
    assert sample is not None
    return Step(cpu * 1000 / STEPS, sample.p50 * 1000)


async def _all(readers: list[Reader], pid: int) -> None:
    times: list[float] = []
    began, before = time.perf_counter(), process.cpu_seconds(pid) or 0.0

    async def step(place: float, reader: Reader) -> None:
        while time.perf_counter() - began < SECONDS:
            place = (place + FAR_APART) % 1.0
            times.append(await reader.commit(place))

    await asyncio.gather(*(step(n / len(readers), reader) for n, reader in enumerate(readers)))
    took, cpu = time.perf_counter() - began, (process.cpu_seconds(pid) or 0.0) - before
    sample = Sample.of(times)
    assert sample is not None
    print(
        f"{len(readers):>4} without pause: {len(times) / took:.0f} steps a second,"
        f" p50 {sample.p50:.2f} s, {cpu * 1000 / len(times):.1f} ms of CPU each"
    )


def main() -> int:
    """Measure and print."""
    with DashboardServer(python=as_installed.python()) as server:
        asyncio.run(_measure(server.url, server.pid))
    return 0


if __name__ == "__main__":
    sys.exit(main())
