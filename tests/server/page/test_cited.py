"""The sources of what is on the screen, from the export menu to a program that cites."""

from __future__ import annotations

import pytest

from tests.server.page.menu import keys, open_menu

pytestmark = pytest.mark.slow


def test_the_menu_offers_the_sources_of_the_country_on_the_screen() -> None:
    page = open_menu("data", date="2026-01-10", country="POL")
    page.segmented_control(key="export_format").set_value("geojson").run()
    page.segmented_control(key="export_what").set_value("sources").run()
    assert not page.exception
    assert keys(page) == {"export_sources_bib"}
    told = " ".join(caption.value for caption in page.caption)
    assert "The sources of this view. State: Poland." in told
    assert "ottawa-atlas-sources-2026-01-10-POL.bib" in told
    page.segmented_control(key="export_format").set_value("json").run()
    assert any("Zotero" in caption.value for caption in page.caption)
    page.segmented_control(key="export_what").set_value("borders").run()
    assert not page.exception
    assert keys(page) == {"export_borders_json"}
