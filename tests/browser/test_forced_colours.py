"""A reader's own few colours: what says something by its ground is there, on page and in frame."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, FrameLocator, Locator, Page

from geo.web import standalone
from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, Scheme, settle
from tests.browser.server import DashboardServer
from tests.own_data import own_atlas

LEAST = 3.0
"""How much a line or a control stands out from its ground (WCAG 2.2, 1.4.11)."""

PAGE = {
    "track": (".st-key-date [role=group] > div > :first-child", 0.5, 1.0),
    "thumb": ('.st-key-date [role=group] > div > [style*="left"]', 0.4, 1.0),
    "tick": (".ticks span", 0.5, 1.0),
    "Play": (".play .start", 0.1, 0.75),
    "chosen view": (".st-key-view [data-selected=true]", 0.5, 1.0),
    "chosen range": (".st-key-range [data-selected=true]", 0.5, 1.0),
    "coverage": (".bar > span", 0.9, 1.0),
    "chip": (".st-key-panel .chip.withdrawal_notified .swatch", 0.2, 0.95),
    "open tab": ("[role=tab][aria-selected=true]", 0.05, 0.7),
    "legend": (".key .area.party", 0.5, 1.0),
}
ALONE = {
    "slider": ("#day", 0.1, 0.6),
    "mark": (".marks", 0.003, 0.5),
    "Play": ("#play .start", 0.1, 0.75),
    "chip": ("#panel .chip.withdrawal_notified .swatch", 0.2, 0.95),
    "legend": (".key .area.party", 0.5, 1.0),
}
"""Parts, and how much of their box stands out from the ground: at least, at most."""


def luminance(pixels: np.ndarray) -> np.ndarray:
    """Relative luminance of pixels, as WCAG 2.2 defines it."""
    parts = pixels[..., :3] / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    told: np.ndarray = linear @ np.array([0.2126, 0.7152, 0.0722])
    return told


def standing_out(part: Locator, ground: float) -> float:
    """How much of a part's box stands out from a ground of this luminance."""
    with Image.open(io.BytesIO(part.screenshot(animations="disabled"))) as picture:
        light = luminance(np.asarray(picture.convert("RGB"), dtype=np.float64))
    contrast = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float((contrast >= LEAST).mean())


def lean(part: Locator) -> float:
    """Which way the hatch of a part leans: above 0 as a slash does, below 0 as a backslash."""
    with Image.open(io.BytesIO(part.screenshot(animations="disabled"))) as picture:
        light = luminance(np.asarray(picture.convert("RGB"), dtype=np.float64))[2:-2, 2:-2]
    falling = np.abs(light[1:, 1:] - light[:-1, :-1]).mean()
    rising = np.abs(light[1:, :-1] - light[:-1, 1:]).mean()
    return float(falling - rising)


def leans_otherwise(where: Page, key: Page | FrameLocator) -> bool:
    """Whether the sign beside a state's name is hatched another way than its like in the legend."""
    chip = where.locator(".chip.withdrawal_notified .swatch").first
    return lean(chip) * lean(key.locator(".key .withdrawal_notified").first) <= 0


def unseen(
    page: Page, parts: dict[str, tuple[str, float, float]], ground: float
) -> dict[str, float]:
    """The parts of which too little or too much stands out."""
    where = reader.inside(page) if page.locator(".st-key-map").count() else page
    told = {
        name: standing_out((where if name == "legend" else page).locator(selector).first, ground)
        for name, (selector, _, _) in parts.items()
    }
    return {
        name: each for name, each in told.items() if not parts[name][1] <= each <= parts[name][2]
    }


@pytest.mark.parametrize(("scheme", "ground"), [("light", 1.0), ("dark", 0.0)])
def test_what_says_something_by_its_ground_is_seen_in_forced_colours(
    browser: Browser, server: DashboardServer, tmp_path: Path, scheme: Scheme, ground: float
) -> None:
    alone = tmp_path / "alone.html"
    alone.write_bytes(standalone.page(own_atlas()))
    asked = "date=2026-01-10&country=POL"
    found = {}
    context = browser.new_context(
        viewport=VIEWPORTS["desktop"], color_scheme=scheme, forced_colors="active"
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(f"{server.url}/?{asked}")
    settle(page)
    reader.map_frame(page)
    page.locator(PAGE["chip"][0]).first.wait_for()
    found["page"] = unseen(page, PAGE, ground)
    leaning = {"page": leans_otherwise(page, reader.inside(page))}
    for name, address in (
        ("frame", f"{server.url}/embed?{asked}"),
        ("file", f"{alone.as_uri()}?{asked}"),
    ):
        page.goto(address)
        page.locator(ALONE["chip"][0]).first.wait_for()
        found[name] = unseen(page, ALONE, ground)
        leaning[name] = leans_otherwise(page, page)
    context.close()
    assert {name: each for name, each in found.items() if each} == {}
    assert [name for name, otherwise in leaning.items() if otherwise] == []
