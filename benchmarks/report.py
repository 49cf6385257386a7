"""Writes what was measured: a Markdown table to read and a JSON file to compute with."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.figures import Sample
from benchmarks.measure import DRAG_MOVES, QUIET_MS, Measured
from benchmarks.readers import Served
from benchmarks.subjects import OURS, Subject

NOT_APPLICABLE = "n/a"
KILO, MEGA = 1000.0, 1e6
RATIO_DIGITS = 10


@dataclass(frozen=True)
class Result:
    """One subject's figures; `served` is None for pages that have no server."""

    subject: Subject
    measured: Measured
    served: Served | None


@dataclass(frozen=True)
class Row:
    """One line of the table: how it is named, shown, and compared (None: not compared)."""

    name: str
    show: Callable[[Result], str]
    compare: Callable[[Result], float | None] | None = None
    more_is_better: bool = False


def write(folder: Path, results: list[Result], facts: dict[str, Any]) -> None:
    """Writes `results.md` and `results.json` into `folder`."""
    content = {
        "facts": facts,
        "subjects": [
            {
                "letter": result.subject.letter,
                "name": result.subject.name,
                "browser": _plain(result.measured),
                "server": _plain(result.served),
            }
            for result in results
        ],
    }
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")
    (folder / "results.md").write_text(markdown(results, facts), encoding="utf-8")


def machine_facts(chromium: str, **more: Any) -> dict[str, Any]:
    """What a reader needs to judge the figures; nothing that names the machine."""
    packages = ("streamlit", "folium", "streamlit-folium", "plotly")
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "chromium": chromium,
        **{package: _version(package) for package in packages},
        "load_before": round(os.getloadavg()[0], 2),
        **more,
    }


def markdown(results: list[Result], facts: dict[str, Any]) -> str:
    """The report: facts, table, ratios, how to read it."""
    ours = next((r for r in results if r.subject.letter == OURS), None)
    peers = [r for r in results if r is not ours]
    parts = [
        "# Benchmarks",
        "Made by `make bench`; every figure below comes from one run.",
        told(facts),
        _table(results),
    ]
    if ours is not None and peers:
        parts += ["## How many times better than each peer", RATIO_NOTE, _ratios(ours, peers)]
    return "\n\n".join([*parts, "## How to read it", NOTES]) + "\n"


def told(facts: dict[str, Any]) -> str:
    """The facts in a line."""
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items()) + "."


def lines(rows: list[list[str]]) -> str:
    """A table in Markdown."""
    return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)


def _table(results: list[Result]) -> str:
    head = ["", *(f"{r.subject.letter}. {r.subject.name}" for r in results)]
    rows = [head, ["---", *["---:"] * len(results)]]
    rows += [[row.name, *(row.show(result) for result in results)] for row in ROWS]
    return lines(rows)


def _ratios(ours: Result, peers: list[Result]) -> str:
    rows = [["", *(r.subject.name for r in peers)], ["---", *["---:"] * len(peers)]]
    for row in ROWS:
        if row.compare is not None:
            rows.append([row.name, *(_ratio(row, ours, peer) for peer in peers)])
    return lines(rows)


def _ratio(row: Row, ours: Result, peer: Result) -> str:
    assert row.compare is not None
    mine, theirs = row.compare(ours), row.compare(peer)
    if mine is None or theirs is None:
        return NOT_APPLICABLE
    better, worse = (mine, theirs) if row.more_is_better else (theirs, mine)
    if not better or not worse:
        return "equal" if better == worse else "no ratio (0)"
    ratio = better / worse
    return f"{ratio:.0f}" if ratio >= RATIO_DIGITS else f"{ratio:.2g}"


def _number(value: float | None, digits: int = 0, unit: float = 1.0) -> str:
    return NOT_APPLICABLE if value is None else f"{value / unit:,.{digits}f}"


def pair(sample: Sample | None) -> str:
    """Median and 95th percentile."""
    return NOT_APPLICABLE if sample is None else f"{sample.p50:,.0f} / {sample.p95:,.0f}"


def spread(sample: Sample | None) -> str:
    """Median, smallest, largest, and how many there were."""
    if sample is None:
        return NOT_APPLICABLE
    low, high = sample.spread
    return f"{sample.p50:,.0f} ({low:,.0f}–{high:,.0f}, n={len(sample.values)})"


def _p50(sample: Sample | None) -> float | None:
    return None if sample is None else sample.p50


def _p95(sample: Sample | None) -> float | None:
    return None if sample is None else sample.p95


def repaints(found: Measured) -> str:
    """How often the map was repainted in a drag."""
    if found.repaints is None:
        return NOT_APPLICABLE
    return f"{found.repaints} ({DRAG_MOVES} moves in {found.drag_ms / 1000:.1f} s)"


def _resident(result: Result) -> str:
    if result.served is None:
        return NOT_APPLICABLE
    sizes = result.served.resident_bytes
    return " / ".join(f"{_number(size, 0, MEGA)} ({count})" for count, size in sizes.items())


def _served(name: str) -> Callable[[Result], float | None]:
    return lambda result: getattr(result.served, name) if result.served else None


def _crowd(result: Result) -> str:
    if result.served is None:
        return NOT_APPLICABLE
    return f"{_number(result.served.crowd_settled_seconds, 1)} ({result.served.crowd} readers)"


ROWS = (
    Row(
        "First paint, cold browser, ms (range)",
        lambda r: spread(r.measured.first_paint_ms),
        lambda r: _p50(r.measured.first_paint_ms),
    ),
    Row("First visit after the server's start, ms", lambda r: _number(r.measured.first_visit_ms)),
    Row(
        "Bytes to first paint, kB",
        lambda r: _number(_p50(r.measured.first_paint_bytes), 0, KILO),
        lambda r: _p50(r.measured.first_paint_bytes),
    ),
    Row(
        "Outside hosts / files asked",
        lambda r: f"{len(r.measured.outside_hosts)} / {r.measured.outside_requests}",
    ),
    Row(
        "Repaints while dragging",
        lambda r: repaints(r.measured),
        lambda r: r.measured.repaints,
        more_is_better=True,
    ),
    Row(
        "Pointer to repaint, ms, p50 / p95",
        lambda r: pair(r.measured.pointer_to_repaint_ms),
        lambda r: _p50(r.measured.pointer_to_repaint_ms),
    ),
    Row(
        "Release to settled, ms, p50 / p95",
        lambda r: pair(r.measured.release_to_settled_ms),
        lambda r: _p95(r.measured.release_to_settled_ms),  # the figure that a reader waits for
    ),
    Row(
        "Bytes per step, kB",
        lambda r: _number(_p50(r.measured.step_bytes), 1, KILO),
        lambda r: _p50(r.measured.step_bytes),
    ),
    Row(
        "JS heap after use, MB",
        lambda r: _number(r.measured.heap_bytes, 1, MEGA),
        lambda r: r.measured.heap_bytes,
    ),
    Row(
        "Server CPU per step, ms",
        lambda r: _number(r.measured.server_cpu_ms),
        lambda r: r.measured.server_cpu_ms,
    ),
    Row("Server memory, MB (readers open)", _resident),
    Row(
        "Commits a second, one reader",
        lambda r: _number(_served("commits_per_second")(r), 1),
        _served("commits_per_second"),
        more_is_better=True,
    ),
    Row(
        "Commits a second, all at once",
        lambda r: _number(_served("crowd_commits_per_second")(r), 1),
        _served("crowd_commits_per_second"),
        more_is_better=True,
    ),
    Row("All at once: settled after, s", _crowd, _served("crowd_settled_seconds")),
)

RATIO_NOTE = (
    "Above 1 we are better, below 1 worse. Medians, of release to settled p95; of range and memory"
    " see the table."
)

NOTES = f"""- Every subject gets the same countries, days and statuses, computed by this project.
- First paint: from the navigation to the first animation frame in which a country has an outline
  on the screen; without a map, until the slider stands and the script has run. Empty cache.
- Drag: real mouse events over the whole slider, 10 ms apart, whether or not the page keeps up.
- A repaint is an animation frame in which the drawn countries change; frames come every 17 ms, so
  a drag of a second has room for about 60. Ours counts each day it paints, also one on which no
  status changes; in how many frames a country changed is in results.json (recoloured).
- The slider of TimeSliderChoropleth shifts sideways under the pointer when the width of its date
  label changes, and so skips days and goes back; it is measured as it is.
- Pointer to repaint: from each move to the first repaint after it; n/a where none comes before
  the release. Rasterising is not in it.
- Release to settled: until the map and the page's words have changed for the last time; nothing
  may change for {QUIET_MS} ms. 0 means that nothing had to change any more. What is set anew with
  the same words has not changed.
- Bytes: HTTP as it travels, websocket frames as Streamlit sends them. Static pages are gzipped.
- Nothing leaves the machine: what peers ask of content networks is answered at once from installed
  packages (Leaflet, jQuery, d3 version 5 for 4, Moment; Bootstrap, icon fonts and markers empty;
  for Plotly an empty base map) and counted as gzip. A real network is slower: this favours peers.
- No background tiles anywhere, and the naive page caches its input, as a careful author would.
- Static pages have no server of their own: n/a.
- Readers are websocket sessions that send what a released slider sends. They draw nothing and
  share the machine's cores with the server.
"""


def _plain(value: Any) -> Any:
    if isinstance(value, Sample):
        return value.as_json()
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return round(value, 3) if isinstance(value, float) else value


def _version(package: str) -> str:
    try:
        return version(package)
    except ImportError:
        return NOT_APPLICABLE
