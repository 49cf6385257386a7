"""Acts that cannot stand where they stand are named, with what was expected."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import treaty
from geo.basics.dates import Interval
from geo.treaty import (
    Act,
    ActKind,
    TreatyError,
)
from tests.treaty.acts import FORTIETH, act, days

# Faults: acts that cannot stand where they stand

FAULTS = {
    "signature-before-the-treaty-opens": (["1997-12-02 signature"], "from 1997-12-03"),
    "signature-after-entry-into-force": (["1999-03-01 signature"], "to 1999-02-28"),
    "consent-before-the-treaty-opens": (["1997-12-02 accession"], "from 1997-12-03"),
    "two-signatures": (["1997-12-03 signature", "1998-01-01 signature"], "one signature"),
    "signature-after-accession": (["1998-01-01 accession", "1998-02-01 signature"], "before any"),
    "ratification-unsigned": (["1998-01-01 ratification"], "without a signature"),
    "accession-by-a-signatory": (
        ["1997-12-03 signature", "1998-01-01 accession"],
        "by a signatory",
    ),
    "two-consents": (["2000-01-01 accession", "2001-01-01 accession"], "one consent"),
    "notice-by-a-non-party": (["2025-01-01 withdrawal_notice"], "in force there"),
    "notice-before-entry-into-force": (
        ["2000-01-01 accession", "2000-06-30 withdrawal_notice"],
        "in force there",
    ),
    "two-notices": (
        ["2000-01-01 accession", "2010-01-01 withdrawal_notice", "2010-02-01 withdrawal_notice"],
        "one notice",
    ),
    "suspension-by-a-non-party": (["2025-07-18 suspension_notice"], "that is bound"),
    "suspension-after-leaving": (
        ["2000-01-01 accession", "2010-01-01 withdrawal_notice", "2010-07-01 suspension_notice"],
        "that is bound",
    ),
    "succession-without-effective-day": (["2006-10-23 succession"], "the day of the succession"),
    "effective-day-on-an-accession": (["2006-10-23 accession 2006-06-03"], "nothing on accession"),
    "succession-before-the-convention": (["2006-10-23 succession 1999-02-28"], "1999-03-01"),
    "succession-from-after-its-deposit": (["2006-10-23 succession 2006-10-24"], "its deposit"),
    "conflict-ends-before-it-begins": (["2022-02-24 armed_conflict_ends"], "the beginning"),
    "conflict-begins-twice": (
        ["2022-02-24 armed_conflict_begins", "2023-01-01 armed_conflict_begins"],
        "the end of the earlier",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_an_act_the_treaty_does_not_allow_is_named_with_what_it_expects(name: str) -> None:
    rows, expected = FAULTS[name]
    acts = [act(*row.split()) for row in rows]
    (fault,) = treaty.faults(acts, FORTIETH)
    assert fault.act == acts[-1]
    assert expected in fault.expected
    with pytest.raises(TreatyError, match=str(acts[-1].date)) as caught:
        treaty.history(acts, FORTIETH)
    assert caught.value.faults == (fault,)


def test_a_fault_says_what_has_to_be_another_and_beside_which_act() -> None:
    signs, consents = act("1998-02-01", "signature"), act("1998-01-01", "ratification")
    (early,) = treaty.faults([consents, signs], FORTIETH)
    assert (early.act, early.of, early.beside) == (consents, "date", signs)
    assert "from the signature on, 1998-02-01" in early.expected
    accedes, leaves = act("2000-01-01", "accession"), act("2000-06-30", "withdrawal_notice")
    (hasty,) = treaty.faults([accedes, leaves], FORTIETH)
    assert (hasty.act, hasty.of, hasty.beside) == (leaves, "date", accedes)
    (alone,) = treaty.faults([leaves], FORTIETH)
    assert (alone.of, alone.beside) == ("kind", None)
    unknown = Act(Interval(date(2000, 1, 1), date(2000, 2, 1)), ActKind.ACCESSION)
    (loose,) = treaty.faults([unknown, act("2000-07-31", "withdrawal_notice")], FORTIETH)
    assert loose.beside == unknown


def test_every_fault_is_reported_at_once() -> None:
    acts = [act("2010-01-01", "withdrawal_notice"), act("2011-01-01", "ratification")]
    assert [fault.act for fault in treaty.faults(acts, FORTIETH)] == acts


@given(st.lists(st.builds(Act, days, st.sampled_from(ActKind)), max_size=8))
def test_any_acts_give_either_a_history_or_faults(acts: list[Act]) -> None:
    if found := treaty.faults(acts, FORTIETH):
        with pytest.raises(TreatyError):
            treaty.history(acts, FORTIETH)
        assert {fault.act for fault in found} <= set(acts)
    else:
        past = treaty.history(acts, FORTIETH)
        assert [day for day, _ in past.changes] == sorted({day for day, _ in past.changes})
