"""What is taken away, as a reader takes it: files opened with their own field's tools."""

import io
import json
import re
from pathlib import Path

import geopandas
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, OpenPage, Scheme, settle
from tests.browser.export_menu import FILM_MS, choose, download, open_menu
from tests.browser.reader import map_frame, spot_of
from tests.web.test_theme import contrast


def test_the_preview_shows_the_chosen_picture(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10")
    open_menu(page, "Picture")
    image = page.locator(".preview img")
    expect(image).to_have_js_property("naturalWidth", 1200)
    light = image.get_attribute("src")
    choose(page, "Dark")
    expect(image).not_to_have_attribute("src", light or "")
    expect(image).to_have_js_property("naturalWidth", 1200)


def test_a_png_of_the_chosen_size_and_country(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10&country=POL")
    open_menu(page, "Picture")
    choose(page, "4×")
    expect(page.get_by_text("4800 × 3600 pixels. Poland outlined.")).to_be_visible()
    file, content = download(page, "Download picture")
    assert file.suggested_filename == "ottawa-atlas-flank-2026-01-10-POL-4x.png"
    picture = Image.open(io.BytesIO(content))
    picture.load()
    assert picture.size == (4800, 3600)
    assert "2026-01-10" in picture.info["Title"]


# Counts the runs of the script from where none has begun for a second: the run that follows an
# address may be followed by one more.
RUNS = """() => new Promise((resolve) => {
  const app = document.querySelector("[data-testid=stApp]");
  const idle = () => app.dataset.testScriptState === "notRunning";
  let quiet;
  const wait = () => { clearTimeout(quiet); quiet = setTimeout(rest, 1000); };
  const rest = () => { if (!idle()) return wait(); window.runs = 0; resolve(); };
  const note = () => { if (window.runs === undefined) wait(); else if (!idle()) window.runs += 1; };
  delete window.runs;
  new MutationObserver(note).observe(app, { attributeFilter: ["data-test-script-state"] });
  wait();
})"""


def zoom_to(page: Page, iso_a3: str) -> None:
    """Wheel into a country, as a reader does, until the map has come to rest."""
    spot, frame = spot_of(page, iso_a3), page.locator(".st-key-map iframe").bounding_box()
    assert frame is not None
    inner = map_frame(page)
    inner.evaluate(
        """() => { window.rested = 0; window.__atlas.map.on("moveend", () => window.rested++); }"""
    )
    page.mouse.move(frame["x"] + spot["x"], frame["y"] + spot["y"])
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    reader.until(inner, "() => window.rested > 0 && !window.__atlas.map._animatingZoom")


# The box in the address of the preview, once it is that of the map.
ITS_BOX = """() => {
  const source = document.querySelector(".preview img")?.getAttribute("src") ?? "";
  const box = new URLSearchParams(source.split("?")[1]).get("bounds")?.split(",").map(Number);
  const shown = document.querySelector(".st-key-map iframe").contentWindow.__atlas.framing.shown();
  return box?.every((part, at) => Math.abs(part - shown[at]) < 0.02) && box;
}"""


def box_of(page: Page) -> list[float]:
    found: list[float] = reader.until(page, ITS_BOX).json_value()
    return found


def test_a_map_that_was_not_moved_shows_the_view_chosen(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10")
    open_menu(page, "Picture")
    choose(page, "As shown")
    image = page.locator(".preview img")
    expect(image).to_have_js_property("naturalWidth", 1200)
    assert "bounds" not in (image.get_attribute("src") or "")


def test_a_picture_as_shown_follows_the_map(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10")
    image = page.locator(".preview img")
    page.evaluate(RUNS)
    zoom_to(page, "LTU")
    assert page.evaluate("window.runs") == 0  # moving the map is no concern of the server's
    open_menu(page, "Picture")
    choose(page, "As shown")
    first = box_of(page)
    expect(image).to_have_js_property("naturalWidth", 1200)
    file, content = download(page, "Download picture")
    assert file.suggested_filename == "ottawa-atlas-detail-2026-01-10.png"
    picture = Image.open(io.BytesIO(content))
    assert [float(part) for part in picture.info["Bounds"].split(",")] == first
    assert picture.info["Permalink"] == "?date=2026-01-10"

    # While the menu is open the picture follows the map; back in its view, it is that again.
    source = image.get_attribute("src")
    zoom_to(page, "LTU")
    expect(image).not_to_have_attribute("src", source or "")
    second = box_of(page)
    assert second[2] - second[0] < first[2] - first[0]
    page.locator(".st-key-views").get_by_role("radio", name="World", exact=True).click()
    reader.until(map_frame(page), "() => window.__atlas.framing.view === 'world'")
    page.keyboard.press("Escape")
    expect(image).to_have_count(0)
    open_menu(page, "Picture")
    choose(page, "As shown")
    expect(image).to_have_attribute("src", re.compile("view=world"))
    expect(image).not_to_have_attribute("src", re.compile("bounds="))


def test_what_is_taken_at_once_after_a_choice_is_of_that_choice(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10")
    open_menu(page, "Picture")
    page.get_by_role("button", name="Download picture").wait_for()
    wrong = {}
    for kind, shade in (("SVG", "Dark"), ("PNG", "Light"), ("SVG", "Dark")):
        with page.expect_download() as started:
            page.evaluate(
                """(names) => {
                  const panel = document.querySelector(".st-key-export_panel");
                  const choices = [...panel.querySelectorAll("[role=radio]")];
                  const called = (name) => choices.find((node) => node.innerText.trim() === name);
                  for (const name of names) called(name).click();
                  panel.querySelector(".stDownloadButton button").click();
                }""",
                [kind, shade],
            )
        name = started.value.suggested_filename
        if not name.endswith(kind.lower()) or ("dark" in name) != (shade == "Dark"):
            wrong[kind, shade] = name
    assert wrong == {}


def test_a_pdf_is_one_page(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10")
    open_menu(page, "Picture")
    choose(page, "PDF")
    expect(page.get_by_text("one A4 page")).to_be_visible()
    _, content = download(page, "Download picture")
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page ") == 1


def test_borders_as_geojson(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/?date=2026-01-10")
    open_menu(page, "Data")
    choose(page, "Borders")
    choose(page, "GeoJSON")
    file, _ = download(page, "Download GeoJSON")
    path = tmp_path / file.suggested_filename
    assert path.name == "ottawa-atlas-borders-2026-01-10.geojson"
    file.save_as(path)
    table = geopandas.read_file(path)
    flank = table[table["flank"]]
    assert set(flank.geometry.geom_type) <= {"LineString", "MultiLineString"}
    assert table.crs.to_epsg() == 4326
    assert flank["covered"].any()
    assert not flank["covered"].all()


def test_the_one_file_page_works_with_the_network_off(
    open_page: OpenPage, browser: Browser, tmp_path: Path
) -> None:
    page = open_page("/?date=2026-01-10")
    open_menu(page, "Page")
    page.get_by_role("button", name="Make the page").click()
    page.get_by_role("button", name="Download page, ").wait_for(timeout=FILM_MS)
    file, _ = download(page, "Download page")
    path = tmp_path / file.suggested_filename
    file.save_as(path)
    context = browser.new_context(offline=True)
    context.set_default_timeout(PATIENCE_MS)
    alone = context.new_page()
    alone.goto(path.as_uri() + "?country=NOR")
    expect(alone.locator("#panel h2")).to_have_text("Norway")
    context.close()


def test_a_film_is_made_and_offered_with_its_size(open_page: OpenPage) -> None:
    # Its progress is held by the tests of the page's script: a busy browser may paint none of it.
    page = open_page("/?date=2026-01-10")
    open_menu(page, "Film")
    page.get_by_role("button", name="Make the film").click()
    page.get_by_role("button", name="Download film, ").wait_for(timeout=FILM_MS)
    file, content = download(page, "Download film")
    assert file.suggested_filename.endswith(".webp")
    film = Image.open(io.BytesIO(content))
    assert getattr(film, "n_frames", 1) > 5


# The colour of an element's letters and of what they stand on, blended with all that shows through.
COLOURS = """node => {
  const parse = (text) => [...text.match(/[\\d.]+/g).map(Number), 1].slice(0, 4);
  const over = (top, under) => under.map((part, at) => top[at] * top[3] + part * (1 - top[3]));
  const two = (part) => Math.round(part).toString(16).padStart(2, '0');
  const styles = [];
  for (let each = node; each; each = each.parentElement) styles.unshift(getComputedStyle(each));
  const grounds = styles.map((style) => parse(style.backgroundColor));
  const ground = grounds.reduce((under, top) => over(top, under), [255, 255, 255]);
  const ink = parse(getComputedStyle(node).color);
  ink[3] *= styles.reduce((product, style) => product * Number(style.opacity), 1);
  return [over(ink, ground), ground].map((colour) => '#' + colour.map(two).join(''));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_small_print_and_the_selected_choice_can_be_read(
    open_page: OpenPage, scheme: Scheme
) -> None:
    page = open_page(scheme=scheme)
    page.emulate_media(reduced_motion="reduce")
    open_menu(page, "Data")
    caption = page.locator(".st-key-export_panel").get_by_text("Data version")
    expect(caption).to_be_visible()
    settle(page)  # while it runs, what is not yet made anew is paler
    assert contrast(*caption.evaluate(COLOURS)) >= 4.5
    selected = page.locator(".st-key-export_panel").get_by_role("radio", checked=True).first
    letters = selected.locator("p")
    page.mouse.move(5, 5)
    at_rest = letters.evaluate(COLOURS)
    selected.hover()
    other = f"node => ({COLOURS})(node)[1] !== {json.dumps(at_rest[1])}"
    reader.until(page, other, letters.element_handle())
    under_the_pointer = letters.evaluate(COLOURS)
    assert min(contrast(*at_rest), contrast(*under_the_pointer)) >= 4.5


def test_the_menu_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10", size="phone", scheme="dark")
    page.get_by_role("button", name="Export").click()
    panel = page.locator(".st-key-export_panel")
    kinds = panel.get_by_role("radiogroup").first.get_by_role("radio")
    expect(kinds).to_have_count(5)
    tops = kinds.evaluate_all("each => each.map((kind) => kind.getBoundingClientRect().top)")
    rows = [tops.count(top) for top in sorted(set(tops))]
    assert rows == [3, 2], "in a wordy language one kind stood in a row of its own"
    for kind in ("Picture", "Film", "Data", "Page", "Share"):
        choose(page, kind)
        expect(panel.get_by_role("radio", name=kind, exact=True)).to_be_checked()
        box = panel.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
