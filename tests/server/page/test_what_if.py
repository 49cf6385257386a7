"""What if on the page: supposed in the address or in the menu, said everywhere, gone by a click."""

import json
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qsl, urlencode

import pytest
import streamlit as st

from geo.answers.supposing import supposing
from geo.answers.words import headline, what_if
from geo.basics.dates import today
from geo.server.page import live
from tests.own_data import own_atlas
from tests.server.page.opened import open_page, place_of, words

pytestmark = pytest.mark.slow

ACT = "NOR:withdrawal_notice:2026-12-01"
LEAVES = date(2027, 6, 1)


def test_what_an_address_supposes_is_told_shown_and_gone_by_a_click() -> None:
    page = open_page(date=LEAVES.isoformat(), what_if=ACT, country="NOR")
    told = words(page)
    assert what_if.HYPOTHETICAL in told
    assert (
        "The withdrawal of Norway takes effect on 1 June 2027, six months on (Article 20(3))."
        in told
    )
    assert headline.headline(supposing(own_atlas(), ACT).on(LEAVES)) in told
    assert page.query_params["what_if"] == ACT
    assert page.slider(key="date").value == LEAVES
    files = json.loads(place_of(page)["files"])
    assert set(files) == {"timeline", "dossiers", "steps"}
    assert all(ACT in address for address in files.values())

    page.button(key="to_the_record").click().run()
    assert not page.exception
    assert what_if.HYPOTHETICAL not in words(page)
    assert "what_if" not in page.query_params
    assert json.loads(place_of(page)["files"]) == {}
    assert page.session_state["date"] == today()


def test_a_way_through_the_history_keeps_what_is_supposed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"date": "2027-05-01", "what_if": ACT}

    def panel(*_: object, on_address: Callable[[str], None], **__: object) -> None:
        st.button("Back", key="back", on_click=on_address, args=(f"1 {urlencode(asked)}",))

    monkeypatch.setattr(live, "panel", panel)
    page = open_page(date=LEAVES.isoformat(), what_if=ACT)
    page.button(key="back").click().run()
    assert not page.exception
    assert dict(parse_qsl(place_of(page)["address"])) == asked
    assert "It is left out." not in words(page)


@pytest.mark.parametrize(
    ("acts", "reason"),
    [
        ("LTU:withdrawal_notice:2026-12-01", "it can accede again, not withdraw."),
        ("nonsense", "This cannot be supposed: nonsense: expected up to 10 acts"),
        ("XXX:accession:2026-12-01", "expected the code of a state"),
    ],
)
def test_what_cannot_be_supposed_is_left_out_with_the_reason(acts: str, reason: str) -> None:
    page = open_page(what_if=acts)
    told = words(page)
    assert "What the address supposes is left out." in told
    assert reason in told
    assert what_if.HYPOTHETICAL not in told
    assert "what_if" not in page.query_params
