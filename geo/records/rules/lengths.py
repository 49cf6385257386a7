"""What the lengths of borders must look like: one meaning leads, and parts add up to their whole.

A kilometre of border means its land line (`LAND_LINE`): dry land, rivers and lakes. A figure that
counts a lagoon or the sea as well, or does not say what it counts, is kept beside it and leads no
border, so that lengths of several borders can be added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from geo.basics.problems import Problem
from geo.records.rows import LAND_LINE, LENGTH_PARTS, NOT_SAID, BorderLength
from geo.records.unchecked import Row, UncheckedRecord

_FIGURE = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?", re.ASCII)
_TERM = re.compile(rf"(?:^|([+-]) )({_FIGURE.pattern})", re.ASCII)

_LAND_WORDS = f"{';'.join(LAND_LINE)}, the land line"


def borders_keep_one_order(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A pair of states is always written the same way round."""
    seen: dict[frozenset[str], Row[BorderLength]] = {}
    for row in unchecked.lengths:
        pair = (row.value.iso_a3, row.value.neighbour_iso_a3)
        first = seen.setdefault(frozenset(pair), row)
        expected = (first.value.iso_a3, first.value.neighbour_iso_a3)
        if pair != expected:
            advice = f"Line {first.line} writes the pair the other way round."
            yield row.problem("iso_a3", expected[0], advice)


def what_is_counted_is_said_in_order(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """Each part of a line once, from dry land to the sea, or that the source does not say."""
    for row in unchecked.lengths:
        counts = row.value.counts
        ordered = tuple(part for part in LENGTH_PARTS if part in counts)
        if counts not in (ordered, NOT_SAID):
            expected = f"{';'.join(ordered)}, each part once and in this order"
            yield row.problem("counts", expected, f"Or write {NOT_SAID[0]}, and nothing else.")


def one_length_leads(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """At most one figure leads a border; it measures all of its land line and says why it leads."""
    leading: dict[tuple[str, str, str], Row[BorderLength]] = {}
    for row in unchecked.lengths:
        length = row.value
        if not length.leading:
            if length.leading_reason:
                advice = "Mark the row as leading, or move the sentence to the note."
                yield row.problem("leading_reason", "nothing on a row that does not lead", advice)
            continue
        if not length.leading_reason:
            advice = "Say in one sentence why this figure comes first."
            yield row.problem("leading_reason", "a reason on the leading row", advice)
        if length.section:
            advice = "A part of the border cannot stand for it."
            yield row.problem("section", "nothing: the whole land line leads", advice)
        if length.counts != LAND_LINE:
            yield row.problem("counts", f"{_LAND_WORDS}, on the row that leads", _instead(row))
        key = (length.iso_a3, length.neighbour_iso_a3, length.part)
        first = leading.setdefault(key, row)
        if first is not row:
            advice = f"Line {first.line} leads already; keep one of them."
            yield row.problem("leading", "one leading row for a border", advice)


def parts_add_up_to_their_whole(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """The rows of `sum_of` are of the same border, make up what is counted, and its length.

    Every figure may be off by half a unit of its last decimal, as its source rounded it.
    """
    rows = {row.value.length_id: row for row in unchecked.lengths}
    for row in unchecked.lengths:
        if not row.value.sum_of:
            continue
        faults = list(_faults_of_parts(row, rows, unchecked))
        yield from faults
        parts = [rows[name] for name in row.value.sum_of if name in rows]
        if not faults and len(parts) == len(row.value.sum_of):  # else a part is faulty itself
            yield from _sum_of_parts(row, parts)


def sums_are_worked_out_right(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """What `worked_out` adds up or subtracts gives the length, to the decimals the row shows."""
    for row in unchecked.lengths:
        if not row.value.worked_out:
            continue
        length = _printed(row)
        terms = _TERM.findall(row.value.worked_out)
        result = sum((-Decimal(km) if sign == "-" else Decimal(km)) for sign, km in terms)
        if abs(result - length) > _half_unit(length):
            expected = f"a sum that gives {length} km; this one gives {result}"
            yield row.problem("worked_out", expected, "Correct the sum or the length.")


def _faults_of_parts(
    row: Row[BorderLength], rows: dict[str, Row[BorderLength]], unchecked: UncheckedRecord
) -> Iterator[Problem]:
    names = row.value.sum_of
    if len(set(names)) < max(2, len(names)):
        yield row.problem("sum_of", "two rows or more, each once", "A sum needs two parts.")
        return
    for name in unchecked.unknown("border-lengths", names):
        yield row.problem("sum_of", "ids of this file", "Add the row, or correct the id.", name)
    for name in names:
        if name == row.value.length_id:
            yield row.problem("sum_of", "other rows than this one", "Take it out.", name)
        elif (part := rows.get(name)) and _border(part) != _border(row):
            expected = f"a row of the same border, {'-'.join(filter(None, _border(row)))}"
            yield row.problem("sum_of", expected, f"Line {part.line} is of another.", name)
    if not all(name in rows for name in names):
        return
    counted = {kind for name in names for kind in rows[name].value.counts}
    if counted != set(row.value.counts):
        together = ";".join(kind for kind in (*LENGTH_PARTS, *NOT_SAID) if kind in counted)
        advice = "Add the part that is missing, or say what the whole counts."
        yield row.problem("counts", f"{together}, as its parts in sum_of count", advice)


def _sum_of_parts(whole: Row[BorderLength], parts: list[Row[BorderLength]]) -> Iterator[Problem]:
    length, figures = _printed(whole), [_printed(part) for part in parts]
    leeway = sum(map(_half_unit, figures), _half_unit(length))
    if abs(sum(figures) - length) > leeway:
        added = " + ".join(map(str, figures))
        expected = f"{sum(figures)} ({added}), give or take {leeway.normalize():f} for rounding"
        lines = ", ".join(str(part.line) for part in parts)
        yield whole.problem("length_km", expected, f"Compare it with its parts in lines {lines}.")


def _instead(row: Row[BorderLength]) -> str:
    """What to do about a leading figure that measures something else."""
    counts = row.value.counts
    if counts == NOT_SAID:
        return "Let a figure lead whose source says what it counts, or say it here with a source."
    if more := [part for part in counts if part not in LAND_LINE]:
        return f"Lead with a figure without the {' and the '.join(more)}, and keep this one beside."
    return "A part of the land line cannot stand for it; add the others up in sum_of."


def _border(row: Row[BorderLength]) -> tuple[str, str, str]:
    return row.value.iso_a3, row.value.neighbour_iso_a3, row.value.part


def _printed(row: Row[BorderLength]) -> Decimal:
    """The length with the decimals it is printed with."""
    return Decimal(row.cells["length_km"])


def _half_unit(figure: Decimal) -> Decimal:
    """Half of the last place: by how much rounding may have moved it."""
    return Decimal(5).scaleb(int(figure.as_tuple().exponent) - 1)
