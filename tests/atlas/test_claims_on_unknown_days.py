"""A claim on an act of which the day is not known is what every such day gives, or not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from geo.answers import claims
from geo.atlas import Atlas
from geo.basics.dates import PartialDate
from geo.records.line_rows import Membership
from geo.records.rows import Claim
from tests.atlas.days_not_known import ATLAS, FINLAND, FLANK_DAY, RECORD, TODAY, atlas_of, dated

PAIR = (
    Membership("pair", "Lebanon and Tonga", iso_a3, PartialDate.parse("1945"), None, "", ())
    for iso_a3 in ("LBN", "TON")
)
PAIRED = atlas_of(replace(RECORD, groups=(*RECORD.groups, *PAIR)))
"""With a group to which Lebanon belongs, whose accession is on a day not known."""


def claim(predicate: str, arguments: str) -> Claim:
    given = next(c for c in RECORD.claims if c.decided_by == "code")
    return replace(given, predicate=predicate, arguments=arguments)


IN_ALL_CASES: list[tuple[str, str, date, str]] = [
    ("never_joined", "states=LBN", date(2026, 2, 3), "confirmed"),
    ("never_joined", "states=LBN", date(2026, 3, 1), "not_known"),
    ("never_joined", "states=LBN", TODAY, "contradicted"),
    ("consents_above", "count=160", TODAY, "confirmed"),
    ("consents_above", "count=166", date(2026, 5, 1), "not_known"),
    ("consents_above", "count=167", TODAY, "contradicted"),
    ("states_outside", "count=30", date(2026, 2, 22), "not_known"),
    ("states_outside", "count=30", TODAY, "confirmed"),
    ("party_since_year", "state=LBN;year=2026", TODAY, "not_known"),
    ("party_since_year", "state=LBN;year=2027", date(2027, 2, 1), "not_known"),
    ("consented_between", "states=LBN;first=2026-01-01;last=2026-12-31", TODAY, "confirmed"),
    ("consented_between", "states=LBN;first=2026-03-01;last=2026-04-01", TODAY, "not_known"),
    ("consented_between", "states=LBN;first=2026-09-01;last=2026-10-01", TODAY, "contradicted"),
    ("withdrew_on", "states=POL;day=2026-02-20", TODAY, "confirmed"),
    ("last_to_consent", "state=LBN;group=pair", TODAY, "confirmed"),
    ("members_not_joined", "group=pair;expected=LBN", date(2026, 5, 1), "not_known"),
    ("members_not_joined", "group=pair", TODAY, "confirmed"),
    ("members_not_bound", "group=pair;expected=LBN", date(2026, 5, 1), "confirmed"),
    ("members_not_bound", "group=pair", TODAY, "not_known"),
    ("states_joined", "count=161", date(2026, 5, 1), "not_known"),
    ("states_joined", "count=162", TODAY, "confirmed"),
    ("withdrew_on|never_joined", "states=POL;day=2026-02-20|states=LBN", TODAY, "partly"),
]


@pytest.mark.parametrize(("predicate", "arguments", "day", "verdict"), IN_ALL_CASES)
def test_a_verdict_is_what_every_day_of_the_act_gives(
    predicate: str, arguments: str, day: date, verdict: str
) -> None:
    asked = claim(predicate, arguments)
    assert claims.assess(asked, PAIRED, day).verdict == verdict
    alone = {claims.assess(asked, one, day).verdict for one in each_month()}
    assert len(alone) > 1 if verdict == "not_known" else alone == {verdict}


@cache
def each_month() -> list[Atlas]:
    """Atlases in which Lebanon acceded on a known day: early, late and between."""
    days = [date(2026, 2, 4), *(date(2026, month, 15) for month in range(2, 9)), date(2026, 8, 25)]
    return [atlas_of(dated(PAIRED.record, {"lbn-2026-accession": day})) for day in days]


def test_figures_behind_a_verdict_are_ranges_too() -> None:
    found = claims.assess(claim("states_outside", "count=30"), ATLAS, date(2026, 2, 22))
    assert [str(figure.value) for figure in found.figures] == ["30 or 31", "64"]
    when = claims.assess(claim("party_since_year", "state=LBN;year=2026"), ATLAS, TODAY)
    assert [str(figure.value) for figure in when.figures] == [
        "between 4 Feb and 25 Aug 2026",
        "between 1 Aug and 1 Nov 2026, or not by then",
    ]


def test_more_ways_than_can_be_looked_at_are_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.answers.claims.worlds.MOST", 10)
    asked = claim("consented_between", "states=LBN;first=2026-01-01;last=2026-12-31")
    assert claims.assess(asked, ATLAS, TODAY).verdict == "not_known"


def test_a_notice_of_which_the_day_is_not_known_still_ran_six_months() -> None:
    asked = claim("notice_ran_months", "state=FIN;months=6")
    assert claims.assess(asked, FINLAND, date(2026, 3, 10)).verdict == "confirmed"
    assert claims.assess(asked, FINLAND, FLANK_DAY).verdict == "not_known"
    asked = claim("left_within_days", "states=FIN;days=400")
    assert claims.assess(asked, FINLAND, date(2026, 3, 10)).verdict == "confirmed"
