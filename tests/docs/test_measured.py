"""What the README tells of speed is what was measured last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

COLUMNS = (4, 3, 0, 2)
"""Of benchmarks/results.md, in the order in which the README has them."""
ROWS = {
    "first picture of the day": "First picture of the day",
    "map that moves": "Map that moves",
    "repaints in a drag": "Repaints while dragging",
    "pointer to repaint": "Pointer to repaint",
    "release to settled": "Release to settled",
    "bytes a date step": "Bytes per step",
    "server CPU a date step": "Server CPU per step",
    "50 readers step at once": "All at once: settled after",
}
UNSAID = ("–", "no server")


def cells(document: Path, row: str) -> list[str]:
    """The cells of the one row of a document's first table that begins so."""
    lines = document.read_text(encoding="utf-8").splitlines()
    found = next(line for line in lines if line.startswith(f"| {row}"))
    return [cell.strip() for cell in found.split("|")[2:-1]]


def figures(cell: str) -> Iterator[float]:
    """The figures of a cell, without the range behind them; seconds as thousandths."""
    words = cell.partition("(")[0].partition(", no map")[0].replace(",", "").split()
    for word in words:
        if word[0].isdigit():
            yield float(word) * (1000 if words[-1] == "s" else 1)


def test_the_readme_tells_what_was_measured_last(root: Path) -> None:
    wrong = {}
    for row, measured in ROWS.items():
        there = cells(root / "benchmarks/results.md", measured)
        seconds = 1000 if measured.startswith("All at once") else 1
        for said, column in zip(cells(root / "README.md", row), COLUMNS, strict=True):
            if said in UNSAID:
                continue
            told, found = [*figures(said)], [each * seconds for each in figures(there[column])]
            found = found[-1:] if row == "release to settled" else found  # its p95
            if len(told) != len(found) or any(
                abs(one - other) > max(0.5, 0.04 * other)
                for one, other in zip(told, found, strict=True)
            ):
                wrong[row, column] = (said, there[column])
    assert wrong == {}
