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
from benchmarks.how_to_read import NOTES, RATIO_NOTE
from benchmarks.measure import DRAG_MOVES, Measured
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


def _shift(sample: Sample | None) -> str:
    if sample is None:
        return NOT_APPLICABLE
    low, high = sample.spread
    return f"{sample.p50:.3f} ({low:.3f}–{high:.3f})"


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
        "First picture of the day, cold browser, ms (range)",
        lambda r: spread(r.measured.first_picture_ms),
        lambda r: _p50(r.measured.first_picture_ms),
    ),
    Row(
        "Map that moves, cold browser, ms (range)",
        lambda r: spread(r.measured.first_paint_ms),
        lambda r: _p50(r.measured.first_paint_ms),
    ),
    Row(
        "First visit after the server's start: picture / map, ms",
        lambda r: (
            f"{_number(r.measured.first_visit_picture_ms)} / {_number(r.measured.first_visit_ms)}"
        ),
    ),
    Row(
        "Layout shift of the load (range)",
        lambda r: _shift(r.measured.layout_shift),
    ),
    Row(
        "Bytes to the first picture, kB",
        lambda r: _number(_p50(r.measured.first_picture_bytes), 0, KILO),
        lambda r: _p50(r.measured.first_picture_bytes),
    ),
    Row(
        "Bytes to the map that moves, kB",
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
