"""Another border on the page: its sentence, its figures and its table, and the flank again."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.server.page.menu import SCRIPT
from tests.server.page.opened import go_to, open_page, words

pytestmark = pytest.mark.slow

OF_NATO = "of NATO’s border with Russia and Belarus, 3,833 km in sum"


def test_a_lens_of_the_address_is_told_of_and_left_by_a_click() -> None:
    page = open_page(date="2026-02-20", lens="nato-east", tab="coverage")
    told = words(page)
    assert OF_NATO in told
    assert "Border with a bound state on a side" in told
    assert "Who has been bound on either side of it" in told
    assert page.query_params["lens"] == "nato-east"
    go_to(page, date(2025, 6, 1))
    assert "On 1 June 2025, of NATO’s border with Russia and Belarus" in words(page)
    page.session_state["lens"] = "UKR"
    page.run()
    assert "of the land borders of Ukraine" in words(page)
    assert page.query_params["lens"] == "UKR"


def test_the_data_to_take_away_are_those_of_the_lens() -> None:
    page = AppTest.from_file(SCRIPT, default_timeout=120)
    page.query_params = {"date": "2026-02-20", "lens": "nato-east"}
    for name, value in {"export": True, "export_kind": "data", "export_what": "borders"}.items():
        page.session_state[name] = value
    told = [each.value for each in page.run().caption]
    assert any("Border: NATO’s border with Russia and Belarus" in each for each in told)
    assert any("ottawa-atlas-borders-nato-east-2026-02-20.csv" in each for each in told)
    page.segmented_control(key="export_what").set_value("countries").run()
    assert any("ottawa-atlas-countries-2026-02-20.csv" in each.value for each in page.caption)


def test_the_chart_of_the_lens_is_drawn_and_can_be_taken_away() -> None:
    page = open_page(date="2026-02-20", lens="nato-east", tab="coverage")
    offered = [each.proto.label for each in page.get("download_button")]
    assert offered == ["PNG", "SVG", "Table (CSV)"]
    charts = [c for c in page.get("bidi_component") if "live_chart" in c.proto.id]
    assert [each.proto.component_name for each in charts] == ["ottawa_atlas_live"]
    assert "border with Russia and Belarus" in str(charts[0].proto)


def test_a_lens_that_is_none_is_told_and_the_flank_is_shown() -> None:
    page = open_page(lens="atlantis")
    assert "The lens “atlantis” in the address is not one the atlas knows." in words(page)
    assert "Of the 3,833 km of border that the Baltic-Arctic flank" in words(page)
    assert "lens" not in page.query_params
