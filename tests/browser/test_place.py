"""A reader's place is one value: page, address and exports agree, whatever is lost on the way."""

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import reader
from tests.browser.agreement import agreed, expect_all_to_agree
from tests.browser.conftest import FAILED, OpenPage, Window, settle
from tests.browser.line import Line
from tests.browser.server import DashboardServer

BURSTS = 6
OFFLINE_MS = 7_000
SETTLED_MS = 600
"""After which the page takes it that nothing is under way."""


@pytest.fixture(scope="module")
def line(server: DashboardServer) -> Iterator[Line]:
    with Line(server.url) as carried:
        yield carried


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[list[Window]]:
    """The window whose test has passed, for the next."""
    open_: list[Window] = []
    yield open_
    for window in open_:
        window.context.close()


@pytest.fixture
def page(
    request: pytest.FixtureRequest, browser: Browser, line: Line, windows: list[Window]
) -> Iterator[Page]:
    address = f"{line.url}/?country=POL"
    if windows:
        window = windows.pop()
        window.go(address)
        agreed(window.page)  # an answer on its way would close the menu of Export
    else:
        window = Window(browser, "desktop", "light")
        window.page.goto(address)
    settle(window.page)
    reader.map_frame(window.page)
    # So that nobody goes back to before the atlas, nor forward to where the last test was.
    window.page.evaluate("for (let n = 0; n < 30; n += 1) history.pushState({}, '', location.href)")
    yield window.page
    line.release()
    line.mend()
    if request.node.stash.get(FAILED, False) or window.faults:
        window.context.close()
    else:
        windows.append(window)
    assert not window.faults


def drag(page: Page, by: int) -> None:
    x, y = reader.thumb(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=4)
    page.mouse.up()


def act(page: Page, line: Line, chance: random.Random) -> str:
    """One thing that a reader, or the line, does; some come to nothing while the line is cut."""
    number = chance.randrange(6)
    press = "([part, at]) => document.querySelectorAll(part)[at]?.click()"
    doing = chance.choice(
        ["drag", "key", "tab", "country", "view", "step", "back", "forward", "cut", "mend", "pause"]
    )
    match doing:
        case "drag":
            drag(page, chance.choice([-180, -60, 90]))
        case "key":
            page.evaluate("document.querySelector('.st-key-date input[type=range]').focus()")
            page.keyboard.press(chance.choice(["ArrowLeft", "ArrowRight", "PageDown"]))
        case "tab":
            page.evaluate(press, ["[role=tab]", number])
        case "country":
            page.evaluate(press, [".st-key-panel [data-choose]", number])
        case "view":
            page.evaluate(press, [".st-key-view [role=radio]", number % 3])
        case "step":
            page.evaluate(press, [".st-key-previous button, .st-key-next button", number % 2])
        case "back" | "forward":
            page.evaluate(f"history.{doing}()")
        case "cut":
            line.cut()
        case "mend":
            line.mend()
        case "pause":
            page.evaluate("ms => new Promise((done) => setTimeout(done, ms))", 300 * number)
    return doing


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_order_of_drops_clicks_and_steps_all_agree(
    page: Page, line: Line, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(BURSTS):
        done = [act(page, line, chance) for _ in range(chance.randint(2, 6))]
        line.mend()
        print("done:", *done)
        before = expect_all_to_agree(page)
    page.reload()
    settle(page)
    reader.map_frame(page)
    assert agreed(page) == before


def test_seven_seconds_without_a_line_lose_no_move(page: Page, line: Line) -> None:
    before = agreed(page)
    line.cut()
    drag(page, -90)
    page.get_by_role("tab", name="Events").click()
    page.evaluate("ms => new Promise((done) => setTimeout(done, ms))", OFFLINE_MS)
    reader.click_country(page, "SWE")
    expect(reader.panel(page).locator("h2")).to_have_text("Sweden")
    expect(reader.area(page, "SWE")).to_have_class(re.compile("selected"))
    told = page.locator(".line-note")
    expect(told).to_contain_text("The connection to Ottawa Atlas is lost")
    expect(page.locator("[data-testid=stDialog]")).to_have_count(0)
    line.mend()
    expect(told).to_contain_text("is back")
    query = expect_all_to_agree(page)
    assert dict(parse_qsl(query))["date"] < dict(parse_qsl(before))["date"]
    assert dict(parse_qsl(query))["country"] == "SWE"


def test_a_server_that_does_not_answer_is_told_of_and_loses_no_choice(
    page: Page, line: Line
) -> None:
    agreed(page)
    line.hold()
    page.locator(".st-key-previous button").click()
    reader.click_country(page, "SWE")
    page.get_by_role("radio", name="World").click()
    page.get_by_role("tab", name="Events").click()
    told = page.locator(".line-note")
    expect(told).to_contain_text("Ottawa Atlas does not answer")
    expect(reader.headline(page)).to_contain_text("On 10 January 2026")
    expect(reader.panel(page).locator("h2")).to_have_text("Sweden")
    expect(page.locator("#said-day")).to_contain_text("On 10 January 2026")
    expect(page.locator("#said-state")).to_contain_text("On 10 January 2026, Sweden")
    line.release()
    expect(told).to_contain_text("is back")
    assert agreed(page) == "date=2026-01-10&country=SWE&view=world&tab=events"
    expect(told).to_be_hidden()


def test_a_word_that_was_lost_about_the_address_is_made_good(page: Page) -> None:
    agreed(page)
    page.evaluate("history.replaceState(history.state, '', '?date=1999-03-01')")
    page.get_by_role("tab", name="Events").click()
    assert agreed(page) == "date=2026-02-20&country=POL&tab=events"


def test_the_link_is_the_view(page: Page, line: Line) -> None:
    asked = "date=2026-01-10&range=1997&tab=claims&claims_verdict=partly&bounds=13,49.6,35,61.5"
    page.goto(f"{page.url.partition('?')[0]}?{asked}")
    settle(page)
    frame = reader.map_frame(page)
    reader.expect_told(frame, "() => window.__atlas.framing.shown()", [13, 49.6, 35, 61.5])
    expect(page.get_by_role("combobox", name="Verdict")).to_have_value("Partly")
    assert expect_all_to_agree(page) == asked
    # Moved, it is in the address without the server, and never leaves the world.
    # In braces: what setView gives back is the whole map, which takes a minute to hand over.
    frame.evaluate("() => { window.__atlas.map.setView([56, 1386], 5.25, { animate: false }); }")
    expect(page).to_have_url(re.compile(r"&bounds=1\d\d\.\d+,[\d.]+,188(\.0\d)?,[\d.]+$"))
    moved, query = reader.map_view(page), expect_all_to_agree(page)
    page.reload()
    settle(page)
    _, zoom, latitude, longitude = reader.map_view(page)
    assert zoom == moved[1]
    assert abs(float(latitude) - float(moved[2])) < 0.1
    assert abs(float(longitude) - float(moved[3])) < 0.1
    assert agreed(page) == query
    # While the server says nothing, the place that is left keeps its box in the history.
    line.hold()
    page.get_by_role("radio", name="World").click()
    reader.until(reader.map_frame(page), "() => window.__atlas.framing.view === 'world'")
    page.evaluate("ms => new Promise((done) => setTimeout(done, ms))", 2 * SETTLED_MS)
    assert urlsplit(page.url).query == query
    line.release()
    expect(page).to_have_url(re.compile("view=world"))
    assert agreed(page) == "date=2026-01-10&view=world&range=1997&tab=claims&claims_verdict=partly"
    page.go_back()
    expect(page).to_have_url(re.compile("bounds="))
    assert agreed(page) == query


def test_who_turns_round_on_the_way_through_the_history_arrives(page: Page) -> None:
    page.get_by_role("tab", name="Events").click()
    expect(page).to_have_url(re.compile("tab=events"))
    after = agreed(page)
    page.evaluate("history.back()")
    expect(page).not_to_have_url(re.compile("tab=events"))
    page.evaluate("history.forward()")
    expect(page).to_have_url(re.compile("tab=events"))
    settle(page)
    assert expect_all_to_agree(page) == after


def press(page: Page, key: str) -> None:
    reader.slider(page).focus()
    page.keyboard.press(key)


def test_the_latest_move_wins_though_the_server_answers_an_earlier_one(
    page: Page, line: Line
) -> None:
    for day in ("2025-12-27", "2025-12-20"):
        page.get_by_label("Go to date").fill(day)
        page.get_by_label("Go to date").press("Enter")
        reader.expect_day(page, day)
    moves: dict[str, Callable[[], None]] = {  # from the 27th, to which the reader has gone back
        "2026-01-10": page.locator(".st-key-next button").click,
        "2025-12-28": partial(press, page, "ArrowRight"),
        "2026-01-27": partial(press, page, "PageUp"),
    }
    painted = "day => window.__atlas.painted.day === day"
    for day, move in moves.items():
        line.hold()
        page.go_back()
        frame = reader.map_frame(page)
        reader.until(frame, painted, arg="2025-12-27")
        move()
        reader.until(frame, painted, arg=day)
        line.release()
        assert agreed(page) == f"date={day}&country=POL"


def test_what_is_asked_for_too_soon_is_taken_once_and_of_the_maps_day(
    page: Page, line: Line
) -> None:
    page.get_by_role("button", name="Export").click()
    take = page.get_by_role("button", name="Download picture")
    expect(take).to_be_visible()
    line.hold()
    page.locator(".st-key-previous button").click()
    told = page.get_by_text("This is being made of what the map shows now.")
    expect(told).to_be_visible()
    expect(page.locator(".preview")).to_be_hidden()
    taken: list[str] = []
    page.on("download", lambda file: taken.append(file.suggested_filename))
    take.press("Enter")
    take.press("Enter")
    with page.expect_download() as started:
        line.release()
    expect(told).to_be_hidden()
    day = dict(parse_qsl(agreed(page)))["date"]
    assert day < "2026-02-20"
    assert day in started.value.suggested_filename
    assert taken == [started.value.suggested_filename]


def test_an_address_that_says_nothing_comes_to_say_what_is_shown(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-02-20")
    page.evaluate(
        """history.replaceState(history.state, "", "/");
        history.pushState(null, "", "?date=2026-02-20");"""
    )
    page.go_back()
    assert agreed(page) == "date=2026-02-20"
