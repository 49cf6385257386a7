"""Reads addresses again and again, in a process of its own: nothing else makes it late.

`python -m benchmarks.asker EACH ADDRESS...` asks each address, waits EACH seconds and asks again,
until its standard input ends; then it prints one line of JSON: per address the milliseconds of each
answer, and how many answers had which status.
"""

from __future__ import annotations

import json
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter


def asked(url: str) -> tuple[int, float]:
    """The status of an answer, and seconds from asking to its last byte."""
    began = time.perf_counter()
    try:
        with urllib.request.urlopen(url, timeout=300) as answer:
            answer.read()
            status = answer.status
    except urllib.error.HTTPError as error:
        status = error.code
    return status, time.perf_counter() - began


def main(arguments: list[str]) -> int:
    """Ask until nobody listens; always 0."""
    each, addresses = float(arguments[0]), arguments[1:]
    times: dict[str, list[float]] = {address: [] for address in addresses}
    statuses: Counter[int] = Counter()
    over = threading.Event()

    def ask(address: str) -> None:
        while not over.is_set():
            status, took = asked(address)
            statuses[status] += 1
            times[address].append(round(took * 1000, 2))
            over.wait(each)

    askers = [threading.Thread(target=ask, args=(address,)) for address in addresses]
    for asker in askers:
        asker.start()
    sys.stdin.read()
    over.set()
    for asker in askers:
        asker.join()
    print(json.dumps({"ms": times, "statuses": statuses}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
