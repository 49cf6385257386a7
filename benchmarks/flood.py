"""Whether one client, a crowd or slow clients take the server from everybody else.

`python -m benchmarks.flood` starts the dashboard and, on the same machine, has readers step through
dates and frames read: first quietly, then while one client floods the server (`flooder`), then
while a crowd arrives within a second, then while clients hold connections without asking. Writes
`flood.md` and `flood.json`; ends with 1 when a limit is missed. `--quick` is a shorter look.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks import process
from benchmarks.asker import asked
from benchmarks.figures import Sample
from benchmarks.readers import Reader, ReaderError, open_reader
from tests.browser.server import DashboardServer

HERE = Path(__file__).resolve().parent
FRAME, HEALTH = "/embed", "/healthz"
EACH_SECONDS = 0.05
STEP_SECONDS = 1.0
MEGABYTE = 2**20
SLOW_SECONDS = 60.0
MOST_FRAME_MS, MOST_HEALTH_MS = 100.0, 500.0
MOST_SLOWER, MOST_MORE_MB, MOST_LEFT = 2.0, 250.0, 1.2


@dataclass(frozen=True)
class Size:
    """How long and how many."""

    seconds: int = 60
    after_seconds: int = 60
    readers: int = 20
    connections: int = 30
    crowd: int = 500
    slow: int = 200


QUICK = Size(seconds=20, after_seconds=30, readers=10, crowd=100, slow=50)


@dataclass
class Seen:
    """What others met meanwhile: milliseconds of frame, health and steps, statuses, megabytes."""

    frame: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    megabytes: list[float] = field(default_factory=list)


def main(arguments: list[str] | None = None) -> int:
    """Measure, write, print; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.flood", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="shorter, with fewer readers")
    size = QUICK if parser.parse_args(arguments).quick else Size()
    with DashboardServer() as server:
        found = asyncio.run(_measure(server, size))
    (HERE / "flood.md").write_text(_markdown(found, size), encoding="utf-8")
    (HERE / "flood.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(_markdown(found, size))
    for words in (missed := _missed(found, size)):
        print(f"missed: {words}")
    return 1 if missed else 0


async def _measure(server: DashboardServer, size: Size) -> dict[str, Any]:
    readers = [await open_reader(server.url)]  # the first waits for the data
    await asyncio.to_thread(asked, server.url + FRAME)
    readers += [await open_reader(server.url) for _ in range(size.readers - 1)]
    found: dict[str, Any] = {}
    async with _others(server, readers) as seen:
        await asyncio.sleep(size.seconds)
    found["quiet"] = _figures(seen)
    async with _others(server, readers) as seen:
        command = [sys.executable, "-m", "benchmarks.flooder", server.url]
        command += [str(size.connections), str(size.seconds)]
        done = await asyncio.to_thread(subprocess.run, command, capture_output=True, check=True)
    found["flood"] = {**_figures(seen), "told the flood": json.loads(done.stdout)}
    async with _others(server, readers) as seen:
        await asyncio.sleep(size.after_seconds)
    found["after"] = {**_figures(seen), "MB at the end": seen.megabytes[-1]}
    async with _others(server, readers[:1]) as seen:
        began = time.perf_counter()
        before = process.cpu_seconds(server.pid) or 0.0
        crowd = await asyncio.gather(
            *(_arrive(server.url, number / size.crowd) for number in range(size.crowd)),
            return_exceptions=True,
        )
        took, cpu = time.perf_counter() - began, (process.cpu_seconds(server.pid) or 0.0) - before
    served = [one for one in crowd if isinstance(one, Reader)]
    found["crowd"] = {
        **_figures(seen),
        "served": len(served),
        "seconds until all were": round(took, 1),
        "CPU ms a session": round(cpu / size.crowd * 1000, 1),
    }
    await asyncio.gather(*(one.socket.close() for one in (*served, *readers[1:])))
    async with _others(server, readers[:1]) as seen:
        closed = await asyncio.to_thread(_slow, server.url, size.slow)
    found["slow"] = {
        **_figures(seen),
        "closed": len(closed),
        "last after s": max(closed, default=0),
    }
    await readers[0].socket.close()
    return found


async def _arrive(url: str, after: float) -> Reader:
    await asyncio.sleep(after)
    return await open_reader(url)


@asynccontextmanager
async def _others(server: DashboardServer, readers: list[Reader]) -> AsyncIterator[Seen]:
    """Readers who step, a frame that is read, looks at health and memory, inside `async with`."""
    seen, over = Seen(), asyncio.Event()
    frame, health = server.url + FRAME, server.url + HEALTH
    asking = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.asker", str(EACH_SECONDS), frame, health),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )

    async def step(reader: Reader, number: int) -> None:
        await asyncio.sleep(STEP_SECONDS * number / len(readers))
        while not over.is_set():
            number += 1
            seen.steps.append(1000 * await reader.commit((0.5 + number * 0.6180339887) % 1.0))
            await asyncio.sleep(STEP_SECONDS)

    async def weigh() -> None:
        while not over.is_set():
            seen.megabytes.append(round(process.family_bytes(server.pid) / MEGABYTE, 1))
            await asyncio.sleep(0.5)

    tasks = [asyncio.create_task(weigh())]
    tasks += [asyncio.create_task(step(reader, n)) for n, reader in enumerate(readers)]
    yield seen
    over.set()
    told, _ = await asking.communicate(b"")  # without input 3.11 leaves its standard input open
    said = json.loads(told)
    seen.frame, seen.health = said["ms"][frame], said["ms"][health]
    seen.statuses.update(said["statuses"])
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, ReaderError):
            raise result


def _slow(url: str, count: int) -> list[float]:
    """Seconds after which connections that send half a header were closed."""
    parts = urlsplit(url)
    lines = [
        socket.create_connection((parts.hostname or "", parts.port or 80)) for _ in range(count)
    ]
    began, closed = time.monotonic(), list[float]()
    for line in lines:
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")
    for line in lines:
        line.settimeout(max(0.1, SLOW_SECONDS - (time.monotonic() - began)))
        try:
            while line.recv(4096):
                pass
            closed.append(round(time.monotonic() - began, 1))
        except OSError:
            continue
        finally:
            line.close()
    return closed


def _figures(seen: Seen) -> dict[str, Any]:
    return {
        "frame ms": _spread(seen.frame),
        "health ms": _spread(seen.health),
        "step ms": _spread(seen.steps),
        "statuses of others": dict(sorted(seen.statuses.items())),
        "MB most": max(seen.megabytes),
    }


def _spread(values: list[float]) -> dict[str, float]:
    sample = Sample.of(values)
    if sample is None:
        return {}
    ordered = sorted(sample.values)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    figures = {"p50": sample.p50, "p95": sample.p95, "p99": p99, "max": ordered[-1]}
    return {"n": len(ordered), **{name: round(value, 1) for name, value in figures.items()}}


def _missed(found: dict[str, Any], size: Size) -> list[str]:
    quiet, flood, crowd = found["quiet"], found["flood"], found["crowd"]
    limits: list[tuple[str, float, float]] = [
        ("frame in the flood, p99 ms", flood["frame ms"]["p99"], MOST_FRAME_MS),
        (
            "step in the flood, p95 ms",
            flood["step ms"]["p95"],
            MOST_SLOWER * quiet["step ms"]["p95"],
        ),
        ("memory in the flood, MB", flood["MB most"], quiet["MB most"] + MOST_MORE_MB),
        ("memory afterwards, MB", found["after"]["MB at the end"], MOST_LEFT * quiet["MB most"]),
        ("health beside the crowd, p99 ms", crowd["health ms"]["p99"], MOST_HEALTH_MS),
        ("not served of the crowd", size.crowd - crowd["served"], 0),
        ("slow clients left open", size.slow - found["slow"]["closed"], 0),
    ]
    for name, part in found.items():
        wrong = sum(n for status, n in part["statuses of others"].items() if status >= "500")
        limits.append((f"5xx to others, {name}", wrong, 0))
    return [
        f"{words}: {is_so:,.1f}, at most {most:,.1f}"
        for words, is_so, most in limits
        if is_so > most
    ]


def _said(statuses: dict[str, int]) -> str:
    return ", ".join(f"{n:,} × {status}" for status, n in statuses.items())


def _markdown(found: dict[str, Any], size: Size) -> str:
    rows = [["", *found], ["---", *["---:"] * len(found)]]
    for name in ("frame ms", "health ms", "step ms"):
        told = (one[name] for one in found.values())
        cells = [f"{t['p50']:,.0f} / {t['p95']:,.0f} / {t['p99']:,.0f} ({t['n']:,})" for t in told]
        rows.append([f"{name}, p50 / p95 / p99 (n)", *cells])
    rows.append(["MB at most", *(f"{one['MB most']:,.0f}" for one in found.values())])
    others = (one["statuses of others"] for one in found.values())
    rows.append(["answers to others", *map(_said, others)])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    crowd, slow = found["crowd"], found["slow"]
    return f"""# A flood, a crowd and slow clients

Made by `python -m benchmarks.flood`: {size.readers} readers step once a second, `{FRAME}` and
`{HEALTH}` are read {1 / EACH_SECONDS:.0f} times a second at most; memory is of the server and all
it has started. Readers and server share the machine's cores; the flood gives way to both.

{table}

- Flood: one client with {size.connections} connections for {size.seconds} s, ever-new pictures,
  answers, map files and frames. It was told {_said(found["flood"]["told the flood"])}.
- After: {size.after_seconds} s later {found["after"]["MB at the end"]:,.0f} MB.
- Crowd: {size.crowd} sessions within a second; {crowd["served"]} served, the last after
  {crowd["seconds until all were"]:,.1f} s, {crowd["CPU ms a session"]:,.0f} ms of CPU each.
- Slow: {size.slow} connections with half a header; {slow["closed"]} closed, the last after
  {slow["last after s"]:,.0f} s.
"""


if __name__ == "__main__":
    sys.exit(main())
