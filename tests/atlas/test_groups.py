"""Groups of states: who is a member on a day, and which of them the Convention binds."""

from datetime import date

from geo.atlas.lenses import Side, by_group
from geo.records.line_rows import WITHOUT_STATUS
from tests.every import every
from tests.own_data import own_atlas

ATLAS = own_atlas()
MEMBERS = by_group(ATLAS.record.groups)
DAY = date(2026, 2, 20)

SIZES = {
    "asean": {"1997-07-22": 7, "1997-07-23": 9, "1999-04-30": 10, "2025-10-26": 11},
    "au": {"1997-01-01": 52, "2011-07-26": 52, "2011-07-27": 53, "2017-01-31": 54},
    "b9": {"2015-11-03": 0, "2015-11-04": 9},
    "baltic": {"1997-01-01": 3},
    "csto": {
        **{"1997-01-01": 9, "1999-04-19": 9, "1999-04-20": 6},
        **{"2006-08-16": 7, "2012-12-18": 7, "2012-12-19": 6},
    },
    "eaeu": {"2014-12-31": 0, "2015-01-01": 3, "2015-01-02": 4, "2015-08-12": 5},
    "eu": {
        **{"1997-01-01": 15, "2004-05-01": 25, "2007-01-01": 27, "2013-07-01": 28},
        **{"2020-01-31": 28, "2020-02-01": 27, "2026-02-20": 27},
    },
    "gcc": {"1997-01-01": 6},
    "nato": {
        **{"1997-01-01": 16, "1999-03-12": 19, "2000-11-29": 19, "2004-03-29": 26},
        **{"2009-04-01": 28, "2010-11-23": 28, "2023-04-04": 31, "2026-02-20": 32},
    },
    "nb8": {"2000-08-29": 0, "2000-08-30": 8},
    "nordic": {"1997-01-01": 5},
    "oas": {"1997-01-01": 35, "2023-11-18": 35, "2023-11-19": 34},
    "osce": {"1997-01-01": 54, "2000-11-10": 55, "2006-06-22": 56, "2012-11-21": 57},
    "p5": {"1997-01-01": 5},
    "sco": {"2001-06-14": 0, "2001-06-15": 6, "2017-06-09": 8, "2023-07-04": 9, "2024-07-04": 10},
    "v4": {"1997-01-01": 4},
}
"""How many states are members, from some days on."""

NOT_BOUND = {
    **{"asean": "LAO MMR SGP VNM", "au": "EGY LBY MAR", "csto": "ARM KAZ KGZ RUS"},
    **{"eu": "EST FIN LTU LVA POL", "nato": "EST FIN LTU LVA POL USA", "nordic": "FIN"},
    **{"oas": "CUB USA", "p5": "CHN RUS USA"},
}
"""Members that the Convention did not bind on 20 February 2026."""


def on(group_id: str, day: date) -> frozenset[str]:
    return Side((group_id,), MEMBERS).on(day) or frozenset()


def test_a_group_has_as_many_members_as_it_had() -> None:
    def holds(case: tuple[str, str, int]) -> None:
        group_id, day, size = case
        assert len(on(group_id, date.fromisoformat(day))) == size

    assert set(SIZES) == set(MEMBERS)
    cases = [(name, day, size) for name, days in SIZES.items() for day, size in days.items()]
    every(((f"{name} on {day}", (name, day, size)) for name, day, size in cases), holds)


def test_members_that_the_convention_does_not_bind() -> None:
    states = ATLAS.on(DAY).states

    def holds(case: tuple[str, str]) -> None:
        group_id, expected = case
        assert " ".join(sorted(s for s in on(group_id, DAY) if not states[s].bound)) == expected

    every(((name, (name, expected)) for name, expected in NOT_BOUND.items()), holds)


def test_land_that_a_side_may_name_is_on_the_map_and_is_no_state() -> None:
    assert {area.area_id for area in ATLAS.borders().areas} >= WITHOUT_STATUS
    assert not WITHOUT_STATUS & set(ATLAS.record.states)
