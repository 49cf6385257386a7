"""Asks one address over and over from a process of its own, at a steady rate or as fast as it can.

`python -m benchmarks.load URL RATE CONNECTIONS` asks until its standard input ends, then prints one
line of JSON: seconds, and milliseconds from each request to the last byte of its answer. RATE is
requests a second over all connections together, 0 for the next as soon as the last is answered.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from benchmarks import process
from benchmarks.figures import Sample

PATIENCE_SECONDS = 10.0


class LoadError(Exception):
    """The address did not answer as it should; the message says what came."""


@dataclass(frozen=True)
class Asked:
    """What a load came to: requests answered a second, milliseconds each, CPU seconds it took."""

    per_second: float
    milliseconds: Sample
    cpu_seconds: float | None


class Load:
    """Requests to `url` while inside `with`; afterwards `asked` says what came of them."""

    asked: Asked

    def __init__(self, url: str, rate: float, connections: int) -> None:
        arguments = [url, str(rate), str(connections)]
        self._command = [sys.executable, "-m", "benchmarks.load", *arguments]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        cpu = process.cpu_seconds(self._process.pid)
        said, _ = self._process.communicate()  # closes its standard input first
        if self._process.returncode:
            raise LoadError(said.strip() or "the load ended early")
        found = json.loads(said)
        times = Sample.of(found["milliseconds"])
        if times is None:
            raise LoadError("nothing was answered")
        self.asked = Asked(len(times.values) / found["seconds"], times, cpu)


def main(arguments: list[str]) -> int:
    """Ask until standard input ends; 1 when an answer was not as it should be."""
    url, rate, connections = arguments[0], float(arguments[1]), int(arguments[2])
    stop, times, wrong = threading.Event(), list[float](), list[str]()
    pace = connections / rate if rate else 0.0
    askers = [
        threading.Thread(target=_ask, args=(url, pace, stop, times, wrong))
        for _ in range(connections)
    ]
    began = time.perf_counter()
    for asker in askers:
        asker.start()
    sys.stdin.read()
    stop.set()
    for asker in askers:
        asker.join()
    if wrong:
        print(wrong[0])
        return 1
    print(json.dumps({"seconds": time.perf_counter() - began, "milliseconds": times}))
    return 0


def _ask(
    url: str, pace: float, stop: threading.Event, times: list[float], wrong: list[str]
) -> None:
    """One connection that stays open. Bare sockets: a client library would cost as much as we."""
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}"
    request = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: gzip\r\n\r\n"
    try:
        address = (parts.hostname or "", parts.port or 80)
        with socket.create_connection(address, PATIENCE_SECONDS) as line, line.makefile("rb") as f:
            due = time.perf_counter()
            while not stop.is_set():
                due = max(due + pace, time.perf_counter())  # what was missed is not made up for
                time.sleep(max(0.0, due - time.perf_counter()))
                began = time.perf_counter()
                line.sendall(request.encode())
                status, length = f.readline(), 0
                while (header := f.readline().lower()) not in (b"\r\n", b""):
                    if header.startswith(b"content-length:"):
                        length = int(header.partition(b":")[2])
                if b" 200 " not in status or len(f.read(length)) != length or not length:
                    raise LoadError(f"{path}: {status!r}, {length} bytes")
                times.append((time.perf_counter() - began) * 1000)
    except (OSError, ValueError, LoadError) as error:
        wrong.append(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
