"""Small pages of the form in which the depositary shows the status of a treaty, made for tests.

Only the form is the UN Treaty Collection's; the rows are whatever a test asks for, or what the
record has of a day, written as that page writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from geo.answers.depositary import comparison
from geo.atlas import Atlas
from geo.basics.dates import earliest
from geo.treaty import LegalStatus
from geo.treaty.terms import CONSENTS, ActKind

PLACE = "ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
LETTERS = {"acceptance": " A", "approval": " AA", "accession": " a", "succession": " d"}
HEADINGS = (
    "Participant",
    "Signature",
    "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)",
)


@dataclass(frozen=True)
class Row:
    """A row as HTML text: cells as the page has them, and an end note that tells of a notice."""

    name: str
    signature: str = ""
    instrument: str = ""
    note: str = ""


def written(day: date) -> str:
    """A day in the table: `4 Dec\t 1997`, padded with a hard space as the page does."""
    pad = "&nbsp;" if day.day < 10 else ""
    return f" {pad}{day.day} {MONTHS[day.month - 1]}\t {day.year}"


def long(day: date) -> str:
    """A day in an end note."""
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def notice(
    state: str, deposited: date, number: int, circulated: date, effect: date, as_at: date
) -> str:
    """The end note that tells of a notice of withdrawal, with its link and its tense."""
    took = "took" if effect <= as_at else "will take"
    year = circulated.year
    condition = ", subject to the condition set forth in the said paragraph"
    condition = "" if effect <= as_at else condition
    return (
        f"On {long(deposited)}, the Government of {state} deposited with the Secretary-General a"
        f" notification of withdrawal (See depositary notification <a href='https://treaties.un.org"
        f"/doc/CN.{number}.{year}-Eng.pdf'>C.N.{number}.{year}</a>.TREATIES-XXVI-5 of"
        f" {long(circulated)}). The withdrawal {took} effect for {state} on {long(effect)} in"
        f" accordance with article 20 (3) of the Convention{condition}.<br><br>"
    )


def page(
    rows: Iterable[Row],
    *,
    as_at: str = "03-02-2026",
    counts: tuple[int, int] = (0, 0),
    chapter: str = "XXVI",
    number: int = 5,
    language: str = "_en",
    headings: tuple[str, ...] = HEADINGS,
) -> str:
    """The page."""
    shown = list(rows)
    notes = [row.note for row in shown if row.note]
    told = iter(range(1, len(notes) + 1))
    body = "\n".join(_row(row, next(told) if row.note else 0) for row in shown)
    heads = "".join(f"<td>{heading}<br></td>" for heading in headings)
    ends = "".join(
        f"<tr><td><div class='divNotesAll'><a name='{n}'>{n}</a><index></index>{note}</div></td>"
        for n, note in enumerate(notes, 1)
    )
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>UNTC</title><script>var a = "<table>";</script></head><body>
<input type="hidden" id="ctl00_ctl00_hdnLanguage" value="{language}" />
<div id="{PLACE}_div3" class="heading-three">STATUS AS AT : {as_at} 10:16:18 EDT</div>
<div id="{PLACE}_rptHead_ctl00_tcHead"> CHAPTER {chapter} </div>
<div id="{PLACE}_rptTreaty_ctl00_tcTreaty">{number}.
  Convention on the Prohibition of the Use, Stockpiling, Production and Transfer</div>
<div id="{PLACE}_rptStatus_ctl00_tcText">Signatories :
  {counts[0]}.    Parties :
  {counts[1]}</div>
<table id="{PLACE}_tblgrid"><tr class="thead-one">{heads}</tr>
{body}
</table>
<table>{ends}<tr><td><div class='divNotesAll'><a name='99'>99</a>On behalf of the Kingdom in Europe.
</div></td></tr></table>
</body></html>
"""


def _row(row: Row, note: int) -> str:
    name = escape(row.name, quote=False)
    if note:
        name = f"<A href='#EndDec'>{name}</A> <SUP><A href='#{note}'>{note}</A></SUP>"
    cells = (f"<td>{cell or '&nbsp;'}<br></td>" for cell in (name, row.signature, row.instrument))
    return f"<tr>{''.join(cells)}</tr>"


def rows_of(atlas: Atlas, as_at: date) -> list[Row]:
    """What the record has by a day, as the page would show it, without acts on unknown days."""
    return [row for iso_a3 in atlas.record.states if (row := _of_state(atlas, iso_a3, as_at))]


def _of_state(atlas: Atlas, iso_a3: str, as_at: date) -> Row | None:
    past, state = atlas.history(iso_a3).as_of(as_at), atlas.record.states[iso_a3]
    acts = [act for act in past.acts if isinstance(act.date, date) and act.date <= as_at]
    ended = past.status_on(as_at) is LegalStatus.WITHDRAWN
    signature = instrument = note = ""
    for act in acts:
        day = earliest(act.date)
        if act.kind is ActKind.SIGNATURE:
            signature = _cell(day, "", ended)
        elif act.kind in CONSENTS:
            instrument = _cell(day, LETTERS.get(act.kind.value, " "), ended)
        elif act.kind is ActKind.WITHDRAWAL_NOTICE:
            effect = past.spell and past.spell.withdrawal_effective
            (event,) = comparison.notices(atlas, iso_a3, day)
            named = comparison.NOTIFICATION.search(event.detail)
            assert named
            assert isinstance(effect, date)
            note = notice(state.name, day, int(named[0].split(".")[2]), day, effect, as_at)
    if not signature and not instrument:
        return None
    return Row((*state.aliases, state.name)[0], signature, instrument, note)


def _cell(day: date, letter: str, ended: bool) -> str:
    text = f"{written(day)}{letter}"
    return f"[{text}]" if ended else text


def counts_of(rows: list[Row]) -> tuple[int, int]:
    """Signatories and parties as the page counts them: whatever stands without brackets."""
    return (
        sum(bool(row.signature) and not row.signature.startswith("[") for row in rows),
        sum(bool(row.instrument) and not row.instrument.startswith("[") for row in rows),
    )


def page_of(atlas: Atlas, as_at: date) -> str:
    """The page that says what the record says on a day."""
    rows = rows_of(atlas, as_at)
    return page(rows, as_at=f"{as_at:%d-%m-%Y}", counts=counts_of(rows))
