"""The stand-alone page in a real browser: opened from disk, with the network off."""

import base64
import csv
import gzip
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from geo.answers import through
from geo.answers.data.credits import ATTRIBUTION
from geo.answers.permalink import LANDING_DAY, Place
from geo.answers.words import headline, held
from geo.basics.dates import PartialDate
from geo.web import standalone
from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, Scheme, Size
from tests.own_data import own_atlas

Open = Callable[..., Page]
HELD = "Held against the depositary’s page of 3 Feb 2026: no difference · compiled to 3 Mar 2026"
READY = "() => window.__atlas?.areas.size > 200 && document.querySelector('#panel h2') !== null"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("standalone") / "atlas.html"
    standalone.write(own_atlas(), path)
    return path


@pytest.fixture
def open_file(browser: Browser, file: Path) -> Iterator[Open]:
    contexts = []
    asked: list[str] = []
    failed: list[str] = []

    def open_(query: str = "", size: Size = "desktop", scheme: Scheme = "light") -> Page:
        context = browser.new_context(
            viewport=VIEWPORTS[size],
            has_touch=size == "phone",
            is_mobile=size == "phone",
            color_scheme=scheme,
            timezone_id="Europe/Oslo",
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        context.set_offline(True)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda m: failed.append(m.text) if m.type == "error" else None)
        page.goto(file.as_uri() + query)
        reader.until(page, READY)
        return page

    yield open_
    for context in contexts:
        context.close()
    outside = [url for url in asked if url.split("?")[0].split("#")[0] != file.as_uri()]
    assert not outside, f"the file asked for {outside}"
    assert not failed, f"the file's scripts failed: {failed}"


def wait_for_day(page: Page, condition: str) -> None:
    """Waits until the painted day satisfies a JavaScript condition on `day`."""
    reader.until(page, f"() => {{ const {{ day }} = window.__atlas.painted; return {condition}; }}")


def expect_day(page: Page, day: str) -> None:
    reader.expect_told(page, "() => window.__atlas.painted.day", day)


def expect_class(page: Page, area: str, name: str) -> None:
    expect(page.locator(f"path[data-area={area}]")).to_have_class(re.compile(rf"\b{name}\b"))


def go(page: Page, day: str) -> None:
    page.evaluate(
        """(day) => {
          const input = document.getElementById("day");
          input.value = Date.parse(day) / 864e5;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        day,
    )


def test_it_opens_on_the_landing_day_with_the_map_drawn(open_file: Open) -> None:
    page = open_file()
    expect_day(page, "2026-02-20")
    view = own_atlas().on(LANDING_DAY)
    expect(page.locator("[data-live=headline]")).to_have_text(headline.headline(view))
    expect(page.locator("[data-live=bound]")).to_have_text(str(view.bound))
    box = page.locator("path[data-area=FIN]").bounding_box()
    assert box is not None
    assert box["width"] > 50
    assert box["height"] > 100
    expect(page.locator("#panel .overview tbody tr")).to_have_count(9)


def test_the_thumb_takes_poland_out_on_its_day(open_file: Open) -> None:
    page = open_file()
    slider = page.locator("#day")
    slider.focus()
    slider.press("ArrowLeft")
    expect_day(page, "2026-02-19")
    expect_class(page, "POL", "withdrawal_notified")
    expect(page.locator("[data-live=headline]")).to_contain_text("On 19 February 2026, 162 states")
    expect(page.locator("path[data-border=POL-BLR]").first).to_have_class(re.compile(r"\bcovered"))
    slider.press("ArrowRight")
    expect_class(page, "POL", "withdrawn")
    expect(page.locator("[data-live=headline]")).to_contain_text("161 states")
    expect(page.locator("path[data-border=POL-BLR]").first).to_have_class(re.compile("not-covered"))
    expect(page.locator("#borders")).to_contain_text("198 km covered by the Convention")


def test_dragging_repaints_on_the_way(open_file: Open) -> None:
    page = open_file()
    page.get_by_label("1997 to now").check()
    box = page.locator("#day").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 12, y)
    page.mouse.down()
    for step in range(1, 21):
        before = page.evaluate("window.__atlas.painted.day")
        page.mouse.move(box["x"] + (box["width"] - 24) * (1 - step / 20) + 12, y)
        wait_for_day(page, f"day < '{before}'")
    wait_for_day(page, "day < '1997-12-31'")
    page.mouse.up()
    expect(page.locator("#panel h2")).to_contain_text("1997")
    expect(page.locator("#panel")).not_to_contain_text("Bound since")


def test_the_keys_of_the_slider(open_file: Open) -> None:
    page = open_file("?date=2025-03-31")
    slider = page.locator("#day")
    slider.focus()
    for key, day in (
        ("PageDown", "2025-02-28"),
        ("PageUp", "2025-03-28"),
        ("ArrowRight", "2025-03-29"),
        ("ArrowUp", "2025-03-30"),
        ("ArrowDown", "2025-03-29"),
        ("Home", "2025-01-01"),
    ):
        slider.press(key)
        expect_day(page, day)
        said = PartialDate.parse(day).words(long=True)
        expect(slider).to_have_attribute("aria-valuetext", said)
    slider.press("End")
    wait_for_day(page, "day >= '2026-03-03'")
    expect(page.locator("#next")).to_be_disabled()


def test_the_event_buttons_stop_at_events(open_file: Open) -> None:
    page = open_file("?date=2026-02-19")
    page.get_by_role("button", name="Next event").click()
    expect_day(page, "2026-02-20")
    page.get_by_role("button", name="Previous event").click()
    wait_for_day(page, "day < '2026-02-20'")


def test_marks_name_themselves_and_lead_to_their_day(open_file: Open) -> None:
    page = open_file("?date=2026-02-20&range=2025")
    mark = page.get_by_role("button", name="20 Aug 2025: Poland: bound, withdrawal notified")
    mark.press("Enter")
    expect_day(page, "2025-08-20")
    overlap = """() => {
      const buttons = [...document.querySelectorAll(".tick-buttons button")];
      const boxes = buttons.map((button) => button.getBoundingClientRect());
      return boxes.some((box, at) => at && box.left < boxes[at - 1].right - 0.5);
    }"""
    reader.expect_told(page, overlap, False)
    page.get_by_label("1997 to now").check()
    page.set_viewport_size(VIEWPORTS["phone"])
    expect(page.locator(".tick-buttons button").last).to_have_attribute(
        "aria-label", "20 Feb 2026: Poland: withdrawn"
    )
    reader.expect_told(page, overlap, False)


def test_words_of_the_field_explain_themselves(open_file: Open) -> None:
    page = open_file("?date=1998-03-01")
    for asked, told in (
        ("What “The flank” means", "The Baltic-Arctic flank of NATO: Norway"),
        ("Signatory", "has signed the Convention and not yet consented"),
        ("Flank border, not covered by the Convention", "It says nothing of mines in the ground"),
        ("States bound", "A notice of withdrawal alone frees no state."),
    ):
        word = page.locator("summary", has_text=asked).first
        word.focus()
        page.keyboard.press("Enter")
        expect(word.locator("xpath=../p")).to_contain_text(told)
        expect(word.locator("xpath=../p")).to_be_visible()
        page.keyboard.press("Enter")
    reader.look_for(page, "Poland")
    expect(page.locator("#panel .term summary")).to_have_text("What “Signatory” means")


def test_play_goes_from_event_to_event_and_stops_when_told(open_file: Open) -> None:
    page = open_file("?date=2025-01-01")
    page.get_by_role("button", name="Play").click()
    wait_for_day(page, "day > '2025-03-01'")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_a_click_on_norway_opens_its_sourced_dossier(open_file: Open) -> None:
    page = open_file()
    place = page.evaluate(
        """() => {
          const point = window.__atlas.map.latLngToContainerPoint([61.2, 8.8]);
          const box = window.__atlas.map.getContainer().getBoundingClientRect();
          return [box.x + point.x, box.y + point.y];
        }"""
    )
    page.mouse.click(*place)
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Norway")
    expect(panel.locator(".quote")).to_contain_text("in force for it since 1 March 1999")
    expect(page.locator("#country")).to_have_value("Norway")
    hrefs = panel.locator("a").evaluate_all("(nodes) => nodes.map((node) => node.href)")
    assert len(hrefs) > 10
    assert all(href.startswith("http") for href in hrefs)


def test_the_dossier_follows_the_day(open_file: Open) -> None:
    page = open_file("?country=POL&date=2024-05-17")
    panel = page.locator("#panel")
    expect(panel).not_to_contain_text("East Shield programme public")
    go(page, "2024-05-18")
    expect(panel).to_contain_text("East Shield programme public")
    expect(panel.locator(".quote")).to_contain_text("On 18 May 2024, Poland is bound")


def test_what_the_reader_unfolds_stays_unfolded(open_file: Open) -> None:
    page = open_file("?country=POL&date=2026-02-19")
    fold = page.locator("#panel details[data-key=claims]")
    fold.locator("summary").first.click()
    go(page, "2026-02-20")
    expect(page.locator("#panel .status")).to_contain_text("Withdrawn")
    expect(page.locator("#panel details[data-key=claims]")).to_have_attribute("open", "")


def test_the_country_list_needs_no_mouse(open_file: Open) -> None:
    page = open_file()
    reader.look_for(page, "suomi")
    expect(page.locator("#panel h2")).to_have_text("Finland")
    expect_class(page, "FIN", "selected")
    page.get_by_role("button", name="No country").click()
    expect(page.locator("#panel h2")).to_contain_text("The flank on")


def test_the_address_is_kept_and_nonsense_in_it_is_not(open_file: Open) -> None:
    page = open_file("?date=2025-12-26&country=EST&view=europe")
    expect(page.get_by_label("Europe")).to_be_checked()
    go(page, "2025-12-27")
    expect(page).to_have_url(re.compile(r"\?date=2025-12-27&country=EST&view=europe$"))
    odd = open_file("?date=2025-02-30&country=<b>&view=constructor")
    expect_day(odd, "2026-02-20")
    expect(odd.locator("#panel h2")).to_contain_text("The flank on")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_takes_the_colours_of_the_system(open_file: Open, scheme: Scheme) -> None:
    page = open_file(scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(n) for n in re.findall(r"\d+", ground)[:3]) / 3
    assert (brightness > 128) == (scheme == "light")


def test_paper_has_no_controls_and_two_sheets_at_most(open_file: Open) -> None:
    page = open_file("?country=POL")
    page.emulate_media(media="print")
    for selector in (".controls", ".views", "#country", "#print", ".leaflet-control-zoom"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator(".headline")).to_be_visible()
    expect(page.locator("#map")).to_be_visible()
    expect(page.locator("#borders table")).to_be_hidden()  # of a state, only what is told of it
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as document:
        assert len(document) <= 2


@pytest.mark.parametrize("query", ["", "?country=POL", "?country=NOR&view=world"])
def test_a_phone_scrolls_one_way_only(open_file: Open, query: str) -> None:
    page = open_file(query, size="phone")
    reader.until(
        page,
        "width => document.documentElement.scrollWidth <= width",
        arg=VIEWPORTS["phone"]["width"],
    )
    for button in page.locator(".controls button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_every_source_is_listed_once_it_is_asked_for(open_file: Open) -> None:
    page = open_file()
    page.locator("#all-sources summary").click()
    packed = base64.b64decode(page.locator("#data-dossiers").text_content() or "")
    count = len(json.loads(gzip.decompress(packed))["sources"])
    expect(page.locator("#all-sources li")).to_have_count(count)


def test_the_names_step_back_where_they_would_pile_up(open_file: Open) -> None:
    page = open_file("?view=world")
    expect(page.get_by_label("World")).to_be_checked()
    expect(page.locator("[data-name=LTU]")).to_be_hidden()
    page.get_by_role("radio", name="Flank").check()
    expect(page.locator("[data-name=LTU]")).to_be_visible()


@pytest.mark.parametrize("embed", [False, True], ids=["file", "frame"])
def test_it_warns_by_its_readers_clock_once_the_depositarys_page_is_old(
    browser: Browser, tmp_path: Path, embed: bool
) -> None:
    path = tmp_path / "atlas.html"
    frame = standalone.Framed(Place(), "picture.png", "the map") if embed else None
    path.write_bytes(standalone.page(own_atlas(), embed=frame))
    for today, age, old in (
        ("2026-02-04", "1 day old", False),
        ("2026-04-04", "60 days old", False),
        ("2026-11-26", "296 days old", True),
    ):
        context = browser.new_context(timezone_id="UTC")
        context.set_default_timeout(PATIENCE_MS)
        context.clock.set_fixed_time(f"{today}T12:00:00Z")
        page = context.new_page()
        page.goto(path.as_uri())
        reader.until(page, READY)
        warning = page.locator("[data-held=warning]")
        if old:
            expect(warning).to_be_in_viewport()
            expect(warning).to_contain_text(f"Later acts may be missing here: that page is {age}")
            expect(warning.get_by_role("link")).to_have_attribute("href", held.DEPOSITARY_PAGE)
        else:
            expect(warning).to_be_hidden()
            shown = [] if embed else [f"{HELD} · page {age}"]
            expect(page.locator(".held:visible")).to_have_text(shown, use_inner_text=True)
        context.close()


def test_a_day_beyond_the_record_says_how_far_it_lies_from_the_page(open_file: Open) -> None:
    page = open_file("?date=2026-11-26")
    expect(page.locator("#panel")).to_contain_text(
        "The day shown lies 296 days after that page: later acts may be missing."
    )


def test_what_an_address_asks_for_in_vain_is_said_until_the_reader_moves(open_file: Open) -> None:
    page = open_file("#date=20260110&country=Norwegia&DATE=2020-01-01&utm_source=letter")
    told = page.get_by_role("status").and_(page.locator("#complaints")).locator("p")
    expect(told).to_have_text(
        [
            "The date “20260110” in the address is not a day written YYYY-MM-DD."
            " Shown instead: 20 February 2026.",
            "The country in the address is not shown as asked. “Norwegia” is no state that the"
            " atlas knows. Shown instead: no country.",
            "The address asks for “DATE”, which is none of: date, country, worldview, view,"
            " range, bounds, what_if, lens, compare. It is left out.",
        ]
    )
    reader.look_for(page, "Poland")
    expect(page.locator("#complaints")).to_be_hidden()
    expect(page).to_have_url(re.compile("#utm_source=letter&date=2026-02-20&country=POL$"))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_slider_ends_with_today_by_utc(browser: Browser, file: Path, zone: str) -> None:
    last = (date(2026, 11, 26) - date(1970, 1, 1)).days
    for moment in ("2026-11-26T02:00:00Z", "2026-11-26T23:00:00Z"):
        context = browser.new_context(timezone_id=zone)
        context.set_default_timeout(PATIENCE_MS)
        context.clock.set_fixed_time(moment)
        page = context.new_page()
        page.goto(file.as_uri())
        reader.until(page, READY)
        expect(page.locator("#day")).to_have_attribute("max", str(last))
        context.close()


def test_a_border_line_and_two_days_are_chosen_in_the_file(open_file: Open) -> None:
    page = open_file("?date=2026-02-20", "phone")
    width = "() => document.documentElement.scrollWidth <= 390"
    assert page.evaluate(width)
    other = page.get_by_role("slider", name="The other day")
    expect(other).to_be_hidden()
    page.get_by_label("Compare the day with").fill("2025-06-01")
    page.get_by_label("Compare the day with").blur()
    told = page.locator(".compared")
    expect(told).to_contain_text("3,635 km are no longer covered by the Convention.")
    expect(page.locator(".other-map path[data-area=POL]")).to_have_class(re.compile(r"\bparty\b"))
    other.press("PageUp")
    expect(told).to_contain_text("Between 1 July 2025 and 20 February 2026")
    expect(page).to_have_url(re.compile("compare=2025-07-01"))
    expect(page.locator(".of-day")).to_have_text(["1 July 2025", "20 February 2026"])
    finland = page.locator("#changes tr", has_text="Finland")
    expect(finland).to_have_text("FinlandLeft: no longer bound10 Jan 20262,509")

    page.get_by_label("Border…").select_option(label="All land borders of Belarus")
    view = own_atlas().on(LANDING_DAY)
    place = Place(LANDING_DAY, lens="belarus")
    expect(page.locator("[data-live=headline]")).to_have_text(
        through.sentence(own_atlas(), view, place)
    )
    expect(told).to_have_text(through.compared(own_atlas(), place, date(2025, 7, 1))["sentence"])
    expect(page.locator("#panel h2")).to_have_text("All land borders of Belarus")
    expect(page.locator(".flank-figure dt")).to_have_text("Border with a bound state on a side")
    expect(page).to_have_url(re.compile("lens=belarus"))
    page.locator("#over-time summary").click()
    said = page.locator(".course-chart .read")
    expect(said).to_contain_text("20 February 2026: 161 states bound.")
    with page.expect_download() as table:
        page.locator("#chart-files [data-save=csv]").click()
    assert table.value.suggested_filename.startswith("ottawa-atlas-curve-belarus-")
    first, *rows = csv.reader(table.value.path().read_text(encoding="utf-8").splitlines())
    assert first[:5] == ["date", "bound_min", "bound_max", "both_km", "one_km"]
    assert dict(zip(first, rows[1], strict=True))["date"] == "1999-03-01"
    with page.expect_download() as drawing:
        page.locator("#chart-files [data-save=svg]").click()
    drawn = ElementTree.fromstring(drawing.value.path().read_bytes())
    texts = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"All land borders of Belarus", "Both sides bound", ATTRIBUTION} <= set(texts)
    go(page, "2025-06-01")
    expect(said).to_contain_text("1 June 2025: 164 states bound. Both sides bound:")
    assert page.evaluate(width)
    page.get_by_role("button", name="Show one day again").click()
    expect(page.locator(".two-days")).to_have_count(0)
    expect(page.locator("#changes")).to_be_hidden()
    page.reload()
    expect(page.locator("#panel h2")).to_have_text("All land borders of Belarus")
    page.get_by_label("Border…").select_option(label="The flank")
    expect(page.locator("[data-live=headline]")).to_contain_text("Baltic-Arctic flank")
    expect(page).not_to_have_url(re.compile("lens="))
