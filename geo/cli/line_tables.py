"""Sums of borders as plain text for a terminal: of a day, and over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.answers.words import terminal
from geo.answers.words.border_totals import SIDES_WORDS
from geo.answers.words.comparison import CHANGE_WORDS
from geo.answers.words.page import STATES_BOUND
from geo.answers.words.sentences import COLUMN, STATUS_HEADS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.cli.text_tables import NOTHING, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.answers.data.border_totals import BorderTotals, TotalAnswer
    from geo.answers.data.compare import CompareAnswer
    from geo.answers.data.curve import CurveAnswer
    from geo.answers.data.lenses import LensAnswer, LensesAnswer


def sums(found: BorderTotals, tongue: Tongue = ENGLISH) -> str:
    """Write the sums: a sentence, a row for each class of borders, and what is not among them."""
    of_sides = found["by_sides"].items()
    rows = [
        *((tongue.text(SIDES_WORDS[sides]), *_cells(each, tongue)) for sides, each in of_sides),
        (tongue.text(terminal.ALL_BORDERS), *_cells(found["total"], tongue)),
    ]
    heads = tongue.all(terminal.SUM_HEADS)
    return "\n".join(
        [
            "",
            found["sentence"],
            "",
            *columns(heads, rows, right=range(1, len(heads))),
            "",
            found["meaning"],
            *_beside(found, tongue),
            "",
        ]
    )


def curve(answer: CurveAnswer, tongue: Tongue = ENGLISH) -> str:
    """A row for every day on which something changes."""
    heads = tongue.all(terminal.CURVE_HEADS)
    rows = [
        (
            point["date"],
            bound_words(point["bound_min"], point["bound_max"]),
            *map(
                tongue.number,
                (
                    point["both_km"],
                    point["one_km"],
                    point["none_km"],
                    point["no_status_km"],
                    point["not_known_km"],
                    point["of_leading_km"],
                    point["of_computed_km"],
                ),
            ),
        )
        for point in answer["points"]
    ]
    table = columns(heads, rows, right=range(1, len(heads)))
    return "\n".join([answer["title"], "", *table, "", answer["meaning"], ""])


def compare(answer: CompareAnswer, tongue: Tongue = ENGLISH) -> str:
    """Write the sentence, and a row for each class of borders, state and border that changed."""
    before, after = answer["before"], answer["after"]
    days = (before["date"], after["date"])
    bound = [bound_words(each["bound_min"], each["bound_max"]) for each in (before, after)]
    sums = [
        (
            tongue.text(terminal.SIDES_KM, sides=tongue.text(SIDES_WORDS[sides])),
            tongue.number(was["length_km"]),
            tongue.number(after["by_sides"][sides]["length_km"]),
        )
        for sides, was in before["by_sides"].items()
    ]
    states = [
        (
            row["iso_a3"],
            row["name"],
            tongue.text(CHANGE_WORDS[row["change"]]),
            row["since"] or NOTHING,
            tongue.number(row["border_km"]),
        )
        for row in answer["states"]
    ]
    borders = [
        (
            f"{row['iso_a3']}-{row['neighbour_iso_a3']}",
            tongue.text(row["part"]),
            tongue.number(row["length_km"]),
            tongue.text(SIDES_WORDS[row["sides_before"]]),
            tongue.text(SIDES_WORDS[row["sides_after"]]),
        )
        for row in answer["borders"]
    ]
    heads = (tongue.text(STATUS_HEADS[0], COLUMN), *tongue.all(terminal.CHANGED_HEADS))
    counted = [(tongue.text(STATES_BOUND), *bound), *sums]
    return "\n".join(
        [
            answer["sentence"],
            "",
            *columns((answer["title"], *days), counted, right=(1, 2)),
            "",
            *columns(heads, states, right=(4,)),
            "",
            *columns((*tongue.all(terminal.BETWEEN_HEADS), *days), borders, right=(2,)),
            "",
            answer["meaning"],
            "",
        ]
    )


def lenses(answer: LensesAnswer, tongue: Tongue = ENGLISH) -> str:
    """A row for every lens."""
    rows = [
        (row["lens_id"], row["title"], ";".join(row["side_a"]), ";".join(row["side_b"]))
        for row in answer["lenses"]
    ]
    return "\n".join([*columns(tongue.all(terminal.LENSES_HEADS), rows), ""])


def lens(answer: LensAnswer, tongue: Tongue = ENGLISH) -> str:
    """Write who is on its sides, a row for every border, and the sums."""
    rows = [
        (
            f"{row['iso_a3']}-{row['neighbour_iso_a3']}",
            tongue.text(row["part"]),
            NOTHING if row["leading_km"] is None else tongue.number(row["leading_km"]),
            tongue.number(row["computed_km"]),
            tongue.text(SIDES_WORDS[row["sides"]]),
            tongue.listed(row["bound_iso_a3"]) if row["bound_iso_a3"] else NOTHING,
        )
        for row in answer["borders"]
    ]
    sides = ((terminal.ONE_SIDE, answer["side_a"]), (terminal.OTHER_SIDE, answer["side_b"]))
    told = [
        tongue.text(words, states=", ".join(codes) or tongue.text(terminal.BEYOND))
        for words, codes in sides
    ]
    table = columns(tongue.all(terminal.LENS_HEADS), rows, right=(2, 3))
    title, note = answer["lens"]["title"], answer["lens"]["note"]
    found = sums(answer["sums"], tongue)
    return "\n".join([title, *told, *([note] if note else []), "", *table, found])


def bound_words(low: int, high: int) -> str:
    """A count that is known only to lie in a range, for a column: 161–162."""
    return str(low) if low == high else f"{low}–{high}"


def _cells(found: TotalAnswer, tongue: Tongue) -> tuple[str, ...]:
    km = (found["length_km"], found["of_leading_km"], found["of_computed_km"], found["computed_km"])
    return str(found["segments"]), *map(tongue.number, km)


def _beside(found: BorderTotals, tongue: Tongue) -> Iterator[str]:
    for land in found["without_status"]:
        note = tongue.text(land["note"])
        yield tongue.text(terminal.WITHOUT_STATUS, name=land["name"], note=note)
    for border in found["missing"]:
        pair = f"{border['iso_a3']}-{border['neighbour_iso_a3']}"
        told = {"border": pair, "place": border["place"], "note": border["note"]}
        yield tongue.text(terminal.NOT_DRAWN, **told)
