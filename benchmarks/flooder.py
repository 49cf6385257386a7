"""One client that asks for ever-new things over many connections, from an address of its own.

`python -m benchmarks.flooder URL CONNECTIONS SECONDS` prints one line of JSON: how many answers had
which status. It asks for the next as soon as it is answered, in this turn: pictures of ever-new
boxes, answers, map files and frames of ever-new days. It gives way to the server, as one on a
machine of its own would not take the server's processors.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import sys
import threading
import time
from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlsplit

SOURCE = "127.0.0.2"
"""All of 127.0.0.0/8 is this machine: to the server the flood comes from another one."""

GIVES_WAY = 19
"""As `nice` counts."""

PATIENCE_SECONDS = 120.0
NOT_ANSWERED = "none"


def address(number: int) -> str:
    """The address that is asked `number`-th; no two are the same."""
    day = date(1999, 3, 1) + timedelta(days=number % 9_700)
    west, south = -10 + number * 7919 % 40_000 / 1_000, 40 + number * 104_729 % 20_000 / 1_000
    box = f"{west:.3f},{south:.3f},{west + 9:.3f},{south + 7:.3f}"
    asked = (
        f"/api/v1/snapshot.png?date={day}&bounds={box}&scale=4",
        f"/api/v1/snapshot.svg?date={day}&bounds={box}",
        f"/api/v1/status?date={day}",
        f"/api/v1/snapshot.pdf?date={day}&bounds={box}",
        f"/api/v1/exports/borders.geojson?date={day}",
        f"/embed?date={day}",
        f"/api/v1/exports/countries.xlsx?date={day}",
    )
    return asked[number % len(asked)]


def main(arguments: list[str]) -> int:
    """Ask for as long as is said; always 0."""
    os.nice(GIVES_WAY)
    parts, connections = urlsplit(arguments[0]), int(arguments[1])
    ends, numbers = time.monotonic() + float(arguments[2]), itertools.count()
    statuses: Counter[str] = Counter()

    def ask() -> None:
        line: http.client.HTTPConnection | None = None
        while time.monotonic() < ends:
            try:
                line = line or http.client.HTTPConnection(
                    parts.hostname or "",
                    parts.port,
                    timeout=PATIENCE_SECONDS,
                    source_address=(SOURCE, 0),
                )
                line.request("GET", address(next(numbers)))
                answer = line.getresponse()
                answer.read()
                statuses[str(answer.status)] += 1
            except (OSError, http.client.HTTPException):
                statuses[NOT_ANSWERED] += 1
                line = None

    askers = [threading.Thread(target=ask, daemon=True) for _ in range(connections)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join(max(0.0, ends - time.monotonic()) + PATIENCE_SECONDS)
    print(json.dumps(statuses))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
