"""A comparison with the depositary's page as table, JSON and CSV."""

from __future__ import annotations

from collections import Counter
from typing import TypedDict, get_args

from geo.answers.depositary.comparison import Comparison, Finding, Outcome
from geo.basics.formats import long_date
from geo.basics.safe_csv import to_csv
from geo.basics.shapes import shaped
from geo.cli.text_tables import NOTHING, columns


class FindingAnswer(TypedDict):
    """One thing held; `there` is what the page says, `here` the record, empty for nothing."""

    outcome: Outcome
    iso_a3: str
    name: str
    what: str
    there: str
    here: str
    explanation: str
    key: str


class WithdrawalAnswer(TypedDict):
    """A notice of withdrawal as an end note tells of it."""

    iso_a3: str
    deposited: str
    notification: str
    circulated: str
    effect: str
    conditional: bool


class VerifyAnswer(TypedDict):
    """The comparison; `sound` says that all is equal or explained."""

    as_at: str
    chapter: str
    sha256: str
    states: int
    signatories: int
    parties: int
    counts: dict[Outcome, int]
    sound: bool
    findings: list[FindingAnswer]
    withdrawals: list[WithdrawalAnswer]


def verification(held: Comparison, chapter: str) -> VerifyAnswer:
    """A comparison as plain data."""
    return shaped(
        held.page,
        VerifyAnswer,
        chapter=chapter,
        states=len(held.page.participants),
        counts=_counted(held),
        sound=held.sound,
        findings=[_finding(held, found) for found in held.findings],
        withdrawals=[
            shaped(row.notice, WithdrawalAnswer, iso_a3=iso_a3)
            for iso_a3, row in held.states.items()
            if row.notice
        ],
    )


def findings_csv(held: Comparison) -> str:
    """Everything held, a row each."""
    names = list(FindingAnswer.__annotations__)
    rows = (_finding(held, found) for found in held.findings)
    return to_csv(names, ([str(cell) for cell in row.values()] for row in rows))


def table(held: Comparison, chapter: str) -> str:
    """Write what the page is, how much was held, and a row for whatever is not equal."""
    page, counts = held.page, _counted(held)
    lines = [
        f"Chapter {chapter}, status as at {long_date(page.as_at)}: {page.signatories} signatories,"
        f" {page.parties} parties, {len(page.participants)} states.",
        f"SHA-256 {page.sha256}",
        f"{len(held.findings)} things held: "
        + ", ".join(f"{counts[outcome]} {outcome}" for outcome in get_args(Outcome))
        + ".",
    ]
    stated, own = (page.signatories, page.parties), held.own_counts
    if stated != own:
        lines.append(
            f"The page counts {stated[0]} signatories and {stated[1]} parties, and shows {own[0]}"
            f" and {own[1]} without brackets."
        )
    if held.differences:
        rows = [_row(held, found) for found in held.differences]
        heads = ("Outcome", "Code", "State", "What", "Page", "Record", "Explained")
        lines += ["", *columns(heads, rows)]
    return "\n".join([*lines, ""])


def _row(held: Comparison, found: Finding) -> tuple[str, ...]:
    return (
        found.outcome,
        found.iso_a3 or NOTHING,
        found.name if found.iso_a3 else NOTHING,
        found.what,
        found.there or NOTHING,
        found.here or NOTHING,
        held.explanation(found) or "no",
    )


def _counted(held: Comparison) -> dict[Outcome, int]:
    tally = Counter(found.outcome for found in held.findings)
    return {outcome: tally[outcome] for outcome in get_args(Outcome)}


def _finding(held: Comparison, found: Finding) -> FindingAnswer:
    return shaped(found, FindingAnswer, explanation=held.explanation(found))
