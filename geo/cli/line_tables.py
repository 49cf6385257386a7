"""Sums of borders as plain text for a terminal: of a day, and over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.answers.words.border_totals import SIDES_WORDS
from geo.answers.words.comparison import CHANGE_WORDS
from geo.cli.text_tables import NOTHING, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.answers.data.border_totals import BorderTotals, TotalAnswer
    from geo.answers.data.compare import CompareAnswer
    from geo.answers.data.curve import CurveAnswer
    from geo.answers.data.lenses import LensAnswer, LensesAnswer

_HEADS = ("Sides", "Borders", "km", "of leading", "of computed", "All computed")


def sums(found: BorderTotals) -> str:
    """The sentence of the sums, a row for each class of borders, and what is not among them."""
    rows = [
        *((SIDES_WORDS[sides], *_cells(each)) for sides, each in found["by_sides"].items()),
        ("All", *_cells(found["total"])),
    ]
    return "\n".join(
        [
            "",
            found["sentence"],
            "",
            *columns(_HEADS, rows, right=range(1, len(_HEADS))),
            "",
            found["meaning"],
            *_beside(found),
            "",
        ]
    )


def curve(answer: CurveAnswer) -> str:
    """A row for every day on which something changes."""
    heads = (
        *("From", "States bound", "Both km", "One km", "None km", "No status km", "Not known km"),
        *("of leading km", "of computed km"),
    )
    rows = [
        (
            point["date"],
            bound_words(point["bound_min"], point["bound_max"]),
            *(
                f"{km:,.0f}"
                for km in (
                    point["both_km"],
                    point["one_km"],
                    point["none_km"],
                    point["no_status_km"],
                    point["not_known_km"],
                    point["of_leading_km"],
                    point["of_computed_km"],
                )
            ),
        )
        for point in answer["points"]
    ]
    table = columns(heads, rows, right=range(1, len(heads)))
    return "\n".join([answer["title"], "", *table, "", answer["meaning"], ""])


def compare(answer: CompareAnswer) -> str:
    """The sentence, a row for each class of borders, each state and each border that changed."""
    before, after = answer["before"], answer["after"]
    days = (before["date"], after["date"])
    bound = [bound_words(each["bound_min"], each["bound_max"]) for each in (before, after)]
    sums = [
        (
            f"{SIDES_WORDS[sides]}, km",
            f"{was['length_km']:,.0f}",
            f"{after['by_sides'][sides]['length_km']:,.0f}",
        )
        for sides, was in before["by_sides"].items()
    ]
    states = [
        (
            row["iso_a3"],
            row["name"],
            CHANGE_WORDS[row["change"]],
            row["since"] or NOTHING,
            f"{row['border_km']:,.0f}",
        )
        for row in answer["states"]
    ]
    borders = [
        (
            f"{row['iso_a3']}-{row['neighbour_iso_a3']}",
            row["part"],
            f"{row['length_km']:,.0f}",
            SIDES_WORDS[row["sides_before"]],
            SIDES_WORDS[row["sides_after"]],
        )
        for row in answer["borders"]
    ]
    return "\n".join(
        [
            answer["sentence"],
            "",
            *columns((answer["title"], *days), [("States bound", *bound), *sums], right=(1, 2)),
            "",
            *columns(("Code", "State", "What changed", "Since", "Border km"), states, right=(4,)),
            "",
            *columns(("Border", "Part", "km", *days), borders, right=(2,)),
            "",
            answer["meaning"],
            "",
        ]
    )


def lenses(answer: LensesAnswer) -> str:
    """A row for every lens."""
    rows = [
        (row["lens_id"], row["title"], ";".join(row["side_a"]), ";".join(row["side_b"]))
        for row in answer["lenses"]
    ]
    return "\n".join([*columns(("Lens", "Borders", "One side", "Other side"), rows), ""])


def lens(answer: LensAnswer) -> str:
    """Write who is on its sides, a row for every border, and the sums."""
    rows = [
        (
            f"{row['iso_a3']}-{row['neighbour_iso_a3']}",
            row["part"],
            NOTHING if row["leading_km"] is None else f"{row['leading_km']:,.0f}",
            f"{row['computed_km']:,.0f}",
            SIDES_WORDS[row["sides"]],
            " and ".join(row["bound_iso_a3"]) or NOTHING,
        )
        for row in answer["borders"]
    ]
    heads = ("Border", "Part", "Leading km", "Computed km", "Sides", "Bound")
    told = [
        f"{name}: {', '.join(codes) or 'whoever lies beyond'}"
        for name, codes in (("One side", answer["side_a"]), ("Other side", answer["side_b"]))
    ]
    table = columns(heads, rows, right=(2, 3))
    title, note = answer["lens"]["title"], answer["lens"]["note"]
    return "\n".join([title, *told, *([note] if note else []), "", *table, sums(answer["sums"])])


def bound_words(low: int, high: int) -> str:
    """A count that is known only to lie in a range, for a column: 161–162."""
    return str(low) if low == high else f"{low}–{high}"


def _cells(found: TotalAnswer) -> tuple[str, ...]:
    km = (found["length_km"], found["of_leading_km"], found["of_computed_km"], found["computed_km"])
    return str(found["segments"]), *(f"{each:,.0f}" for each in km)


def _beside(found: BorderTotals) -> Iterator[str]:
    for land in found["without_status"]:
        yield f"Without a status of its own: {land['name']}. {land['note']}"
    for border in found["missing"]:
        pair = f"{border['iso_a3']}-{border['neighbour_iso_a3']}"
        yield f"Not drawn, in no sum: {pair}, {border['place']}. {border['note']}"
