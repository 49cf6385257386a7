"""Names and marks on the map: none lies over another or over its edge, whatever is framed."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser import reader
from tests.browser.conftest import OpenPage, Scheme, Size

SIZES: dict[Size, tuple[ViewportSize, ...]] = {
    "desktop": ({"width": 1440, "height": 900}, {"width": 1024, "height": 768}),
    "phone": ({"width": 390, "height": 844}, {"width": 320, "height": 640}),
}
STEPS = "() => window.__atlas.names.filter(({ node }) => node.offsetWidth > 0).length"


def overlaps(page: Page) -> list[str]:
    """What lies over what, as framed and at zooms at which there are names."""
    frame = reader.map_frame(page)
    reader.expect_told(frame, reader.CUT, [], ".leaflet-container")
    found: list[str] = frame.evaluate(
        f"""() => [2.75, 3.25, 4, 6].flatMap((zoom) => {{
          window.__atlas.map.setZoom(zoom, {{ animate: false }});
          return [{reader.OVERLAPS}, {reader.CUT}]
            .flatMap((told) => told(".leaflet-container").map((pair) => `${{zoom}}: ${{pair}}`));
        }})"""
    )
    assert frame.evaluate(STEPS)
    return found


@pytest.mark.parametrize(
    ("size", "scheme", "more"), [("desktop", "dark", "&lens=eu-east"), ("phone", "light", "")]
)
def test_no_name_lies_over_another_or_over_the_edge(
    open_page: OpenPage, size: Size, scheme: Scheme, more: str
) -> None:
    page = open_page(f"/?date=2026-11-25&country=BLR{more}", size, scheme)
    for viewport in SIZES[size]:
        page.set_viewport_size(viewport)
        assert overlaps(page) == []
    for day in ("2026-02-20", "1998-01-01"):
        page.get_by_label("Go to date").fill(day)
        page.get_by_label("Go to date").press("Enter")
        reader.expect_day(page, day)
        assert overlaps(page) == []
