"""Time that runs by itself, the slider's own keys, and a connection that breaks under the thumb."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage

FIRST_DAY_MICROS = int(datetime(1997, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000


def play(page: Page) -> None:
    page.get_by_role("button", name="Play", exact=True).click()


def pause(page: Page) -> None:
    page.get_by_role("button", name="Pause").click()


def wait_for_day(page: Page, condition: str) -> str:
    """Waits until the painted day satisfies a JavaScript condition on `day`, and returns it."""
    frame = reader.map_frame(page)
    handle = frame.wait_for_function(
        f"() => {{ const day = window.__atlas.painted.day; return ({condition}) && day; }}"
    )
    return str(handle.json_value())


def test_play_goes_from_event_to_event_and_commits_where_it_is_paused(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-06-20")
    reader.expect_day(page, "2025-06-20")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    play(page)
    expect(page.get_by_role("button", name="Pause")).to_have_attribute("aria-pressed", "true")
    wait_for_day(page, "day > '2025-06-26'")
    reader.expect_status(page, "EST", "withdrawal_notified")
    expect(reader.day_of_server(page)).to_have_attribute("data-day", "2025-06-20")
    assert not sent, "playing asks nothing of the server"
    pause(page)
    paused = wait_for_day(page, "true")
    reader.expect_day(page, paused)
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_play_stops_at_the_end_and_begins_again_from_the_first_day(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-03-01")
    reader.expect_day(page, "2026-03-01")
    page.locator(".mode").select_option("events")  # of law no change follows
    page.locator(".speed").select_option("4")
    play(page)
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=20_000)
    last = wait_for_day(page, "day >= '2026-03-01'")
    reader.expect_day(page, last)


def test_evenly_runs_through_every_status_on_the_way(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-12-01")
    reader.expect_day(page, "2025-12-01")
    page.locator(".mode").select_option("evenly")
    play(page)
    between = wait_for_day(page, "day > '2025-12-27' && day < '2026-02-20'")
    assert between
    reader.expect_status(page, "LVA", "withdrawn")
    pause(page)
    reader.expect_day(page, wait_for_day(page, "true"))


def test_touching_the_slider_stops_the_player(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-06-20")
    reader.expect_day(page, "2025-06-20")
    play(page)
    wait_for_day(page, "day > '2025-06-20'")
    reader.slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_a_reader_who_asks_for_calm_is_shown_events_not_a_sweep(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-06-20", prepare=calm)
    reader.expect_day(page, "2025-06-20")
    page.locator(".mode").select_option("evenly")
    play(page)
    first = wait_for_day(page, "day > '2025-06-20'")
    assert first == "2025-06-25", "the next event, no day between"
    pause(page)


def calm(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")


def test_page_keys_move_a_month_and_keep_to_the_end_of_short_ones(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-12-31")
    reader.expect_day(page, "2025-12-31")
    reader.slider(page).focus()
    page.keyboard.press("PageUp")
    reader.expect_day(page, "2026-01-31")
    page.keyboard.press("PageUp")
    reader.expect_day(page, "2026-02-28")
    page.keyboard.press("PageDown")
    reader.expect_day(page, "2026-01-28")


def test_home_and_end_go_to_the_ends_of_the_range(page: Page) -> None:
    reader.expect_day(page, "2026-02-20")
    reader.slider(page).focus()
    page.keyboard.press("Home")
    reader.expect_day(page, "2025-01-01")
    page.get_by_role("radio", name="1997 to now").click()
    wider = page.locator(f".st-key-date input[type=range][min='{FIRST_DAY_MICROS}']")
    expect(wider).to_have_count(1)
    expect(reader.slider(page)).to_have_count(1)  # the narrower one has gone
    reader.slider(page).focus()
    page.keyboard.press("Home")
    reader.expect_day(page, "1997-01-01")
    expect(reader.headline(page)).to_contain_text("not yet open for signature")


def cut_off(open_page: OpenPage) -> tuple[Page, list[WebSocketRoute], tuple[float, float]]:
    """A page cut off while its thumb is held; its connections, and where the thumb is."""
    sockets: list[WebSocketRoute] = []

    def watch(route: WebSocketRoute) -> None:
        sockets.append(route)
        route.connect_to_server()

    def prepare(page: Page) -> None:
        page.route_web_socket(re.compile("_stcore/stream"), watch)

    page = open_page(prepare=prepare)
    reader.expect_day(page, "2026-02-20")
    place = reader.thumb(page)
    page.mouse.move(*place)
    page.mouse.down()
    sockets[-1].close()
    return page, sockets, place


def test_a_lost_connection_under_the_thumb_loses_nothing(open_page: OpenPage) -> None:
    page, sockets, (x, y) = cut_off(open_page)
    page.mouse.move(x - 40, y, steps=4)
    reader.expect_status(page, "POL", "withdrawal_notified")
    under_thumb = wait_for_day(page, "day < '2026-02-20'")
    page.mouse.up()
    reader.expect_day(page, under_thumb)
    assert len(sockets) > 1, "the page came back by itself"


def test_a_connection_that_is_back_before_the_release_loses_nothing(open_page: OpenPage) -> None:
    page, _sockets, (x, y) = cut_off(open_page)
    expect(reader.slider(page)).to_be_disabled()
    page.mouse.move(x - 20, y, steps=2)
    expect(reader.slider(page)).to_be_enabled()
    page.mouse.move(x - 60, y, steps=4)
    under_thumb = wait_for_day(page, "day < '2026-02-01'")
    page.mouse.up()
    reader.expect_day(page, under_thumb)


def test_play_with_no_event_to_come_leaves_the_page_at_rest(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-11-01&country=POL")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Play")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("'held' in document.documentElement.dataset") is False
