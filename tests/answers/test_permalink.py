"""The address of an answer: it survives the round trip, and nonsense in it is never silent."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers import permalink
from geo.answers.permalink import Place
from geo.answers.scopes import lens_names
from geo.answers.search import meant
from geo.answers.supposing import supposed
from geo.answers.words import extents, worldviews
from geo.atlas import FIRST_DAY
from geo.basics.choices import EXTENTS, LANGUAGES, LATEST, WORLDVIEWS
from geo.server.page.tabs import tabs
from tests.own_data import own_atlas

COUNTRIES = ("BLR", "NOR", "POL", "UKR")
LAST_DAY = date(2026, 11, 22)
MEANT = partial(meant, own_atlas())
SUPPOSED = partial(supposed, own_atlas())
ADDRESSES = json.loads((Path(__file__).parents[1] / "addresses.json").read_text(encoding="utf-8"))

PLACES = st.builds(
    Place,
    date=st.dates(FIRST_DAY, LAST_DAY),
    country=st.sampled_from(("", *COUNTRIES)),
    worldview=st.sampled_from(WORLDVIEWS),
    view=st.sampled_from(EXTENTS),
    tab=st.sampled_from(permalink.TABS),
    filters=st.sampled_from(((), (("claims_verdict", "partly"), ("events_country", "POL")))),
    what_if=st.sampled_from(("", "NOR:withdrawal_notice:2026-12-01")),
    compare=st.one_of(st.none(), st.dates(FIRST_DAY, LAST_DAY)),
    lens=st.sampled_from(("baltic-arctic", "nato-east", "UKR")),
    lang=st.sampled_from(("", *LANGUAGES)),
    bounds=st.sampled_from((None, (19.5, 53.8, 28.3, 59.7), (170.0, 50.0, 200.0, 70.0))),
)
FILTERS = {"claims_verdict": ("partly",), "events_country": COUNTRIES}


def decode(**parameters: str) -> tuple[Place, tuple[str, ...]]:
    return asked({name: [value] for name, value in parameters.items()})


def asked(parameters: Mapping[str, Sequence[str]]) -> tuple[Place, tuple[str, ...]]:
    return permalink.decode(
        parameters,
        meant=MEANT,
        supposed=SUPPOSED,
        last_day=LAST_DAY,
        lenses=lens_names(own_atlas()),
        filters=FILTERS,
    )


@given(PLACES)
def test_every_place_comes_back_from_its_address(place: Place) -> None:
    assert decode(**permalink.encode(place)) == (place, ())


@given(PLACES)
def test_the_query_string_says_the_same_as_the_parameters(place: Place) -> None:
    parsed = parse_qs(permalink.query(place), strict_parsing=True)
    assert {name: values[0] for name, values in parsed.items()} == permalink.encode(place)


def test_an_address_names_its_day_and_leaves_other_defaults_out() -> None:
    assert permalink.query(Place()) == "date=2026-02-20"
    elsewhere = Place(
        date(2026, 1, 10),
        "NOR",
        "de_facto",
        "world",
        "1997",
        "events",
        (("events_country", "POL"),),
        (19.5, 53.8, 28.3, 59.7),
    )
    assert permalink.query(elsewhere) == (
        "date=2026-01-10&country=NOR&worldview=de_facto&view=world&range=1997&tab=events"
        "&events_country=POL&bounds=19.5,53.8,28.3,59.7"
    )
    assert asked(parse_qs(permalink.query(elsewhere))) == (elsewhere, ())


def test_an_empty_address_leads_to_the_landing_day_without_complaint() -> None:
    assert decode() == (Place(), ())


@pytest.mark.parametrize("case", ADDRESSES, ids=lambda case: case["query"])
def test_an_address_is_understood_or_complained_about(case: dict[str, Any]) -> None:
    """As a stand-alone page does: its script's own test takes the same table."""
    place, complaints = asked(parse_qs(case["query"], keep_blank_values=True))
    wrong = case["not_understood"]
    assert len(complaints) == len(wrong)
    for name, said in zip(wrong, complaints, strict=True):
        assert name in said or "lies outside" in said
    plain = Place()
    case = case | {"bounds": tuple(map(float, case["bounds"])) if "bounds" in case else None}
    meant = {name: str(case.get(name, getattr(plain, name))) for name in permalink.NAMES}
    meant["date"] = meant["date"].replace(LATEST, str(LAST_DAY))
    assert {name: str(getattr(place, name)) for name in permalink.NAMES} == meant


def test_a_complaint_says_what_is_shown_instead() -> None:
    assert decode(date="20260110", country="Atlantis", DATE="1")[1] == (
        "The date “20260110” in the address is not a day written YYYY-MM-DD."
        " Shown instead: 20 February 2026.",
        "The country in the address is not shown as asked. “Atlantis” is no state that the atlas"
        " knows. Shown instead: no country.",
        "The address asks for “DATE”, which is none of: date, country, worldview, view, range, tab,"
        " bounds, what_if, compare, lens, lang. It is left out.",
    )
    assert asked({"date": ["2026-02-20", "2025-01-01"]})[1] == (
        "The address gives the date more than once: “2026-02-20, 2025-01-01”."
        " Shown instead: 20 February 2026.",
    )


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("date", "2026-02-30"),
        ("date", "20 February 2026"),
        ("date", "yesterday"),
        ("date", "2026-2-3"),
        ("country", "XXX"),
        ("country", "<img src=x onerror=alert>"),
        ("worldview", "russian"),
        ("view", "moon"),
        ("lang", "ru"),
        ("tab", "../borders"),
    ],
)
def test_nonsense_falls_back_and_is_named(name: str, nonsense: str) -> None:
    place, complaints = decode(**{name: nonsense})
    assert place == Place()
    assert len(complaints) == 1
    assert name in complaints[0]
    assert nonsense in complaints[0]


def test_each_part_is_judged_for_itself() -> None:
    place, complaints = decode(date="2026-01-10", country="??", view="world", tab="nope")
    assert place == Place(date=date(2026, 1, 10), view="world")
    assert [part for part in ("country", "tab") if any(part in line for line in complaints)] == [
        "country",
        "tab",
    ]
    assert len(complaints) == 2


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        (FIRST_DAY - timedelta(days=1), FIRST_DAY),
        (date.min, FIRST_DAY),
        (LAST_DAY + timedelta(days=1), LAST_DAY),
        (date.max, LAST_DAY),
    ],
)
def test_a_day_outside_the_atlas_becomes_the_nearest_inside(asked: date, nearest: date) -> None:
    place, complaints = decode(date=asked.isoformat())
    assert place.date == nearest
    assert len(complaints) == 1
    assert asked.isoformat() in complaints[0]


@pytest.mark.parametrize("edge", [FIRST_DAY, LAST_DAY])
def test_the_first_and_the_last_day_are_inside(edge: date) -> None:
    assert decode(date=edge.isoformat()) == (Place(date=edge), ())


@given(
    st.dictionaries(
        st.sampled_from(("date", "country", "worldview", "view", "tab", "else")), st.text()
    )
)
def test_whatever_is_typed_leads_to_a_place_that_can_be_shown(parameters: dict[str, str]) -> None:
    place, complaints = decode(**parameters)
    assert FIRST_DAY <= place.date <= LAST_DAY
    assert decode(**permalink.encode(place)) == (place, ())
    for name in ("date", "country", "worldview", "view", "tab"):
        asked = parameters.get(name)
        kept = permalink.encode(place).get(name, getattr(Place(), name))
        if asked and name != "date":
            understood = asked == kept or (name == "country" and MEANT(asked).state == kept)
            assert understood or any(name in line for line in complaints)


def test_a_complaint_quotes_no_more_of_the_nonsense_than_fits_a_line() -> None:
    _, complaints = decode(country="x" * 5000)
    assert len(complaints[0]) < 150


def test_the_page_offers_exactly_what_an_address_can_name() -> None:
    assert tuple(extents.LABELS) == EXTENTS
    assert tuple(tabs.TABS) == permalink.TABS
    assert tuple(worldviews.LABELS) == WORLDVIEWS


def test_a_reader_is_told_of_a_few_things_and_how_many_more_there_are() -> None:
    asked = {f"x{number}": ["1"] for number in range(9)}
    _, complaints = permalink.decode(
        asked, meant=MEANT, supposed=SUPPOSED, last_day=date(2026, 11, 26)
    )
    assert len(complaints) == 6
    assert complaints[-1] == "4 more things in the address are not understood."
