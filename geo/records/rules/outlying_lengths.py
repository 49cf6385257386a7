"""Lengths that other figures for the same line contradict: a slip of the point or of the unit.

Sources measure a winding line more or less finely and count its waters or not; they do not differ
by half. Where one does, its row says in `check_note` why it is right. The computed lengths are
asked later, by `geo.atlas.published_lengths`: the record knows no borders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from geo.basics.problems import Problem
from geo.records.rows import BorderLength
from geo.records.unchecked import Row, UncheckedRecord

APART = 1.5
"""From which ratio on two figures for one line contradict each other; a mile is 1.6 km."""

ADVICE = "Look for a slip of the point or the unit, or say in check_note why the row is right."

_Line = tuple[frozenset[str], str, str]


def ratio(one: float, other: float) -> float:
    """How many times the longer of two lengths is as long as the shorter."""
    return max(one, other) / min(one, other)


def figures_for_one_line_agree(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A figure is in line with one of the others for its border, or its section, where there are.

    Those that say why they are out of line are no measure for others.
    """
    lines: dict[_Line, list[Row[BorderLength]]] = defaultdict(list)
    for row in unchecked.lengths:
        if not row.value.check_note:
            lines[_line(row.value)].append(row)
    for rows in lines.values():
        for row in rows:
            others = [other.value.length_km for other in rows if other is not row]
            apart = min((ratio(row.value.length_km, km) for km in others), default=1)
            if apart >= APART:
                span = " to ".join(f"{km:g}" for km in dict.fromkeys((min(others), max(others))))
                expected = f"a length in line with the other figures for it, {span} km"
                yield row.problem("length_km", expected, ADVICE)


def sections_are_no_longer_than_their_border(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A part is at most as long as the longest figure for the whole."""
    longest: dict[_Line, float] = {}
    for row in unchecked.lengths:
        length = row.value
        if not length.section and not length.check_note:
            line = _line(length)
            longest[line] = max(longest.get(line, 0), length.length_km)
    for row in unchecked.lengths:
        pair, part, section = _line(row.value)
        whole = longest.get((pair, part, ""))
        if section and whole and row.value.length_km > whole and not row.value.check_note:
            expected = f"at most {whole:g} km, the longest figure for the whole border"
            yield row.problem("length_km", expected, ADVICE)


def _line(length: BorderLength) -> _Line:
    return frozenset((length.iso_a3, length.neighbour_iso_a3)), length.part, length.section
