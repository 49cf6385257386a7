"""Time that runs by itself, the slider's own keys, and a connection that breaks under the thumb."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage, settle

FIRST_DAY_MICROS = int(datetime(1997, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000

# Whether the documents have come that a page asks for last.
WHOLE = """() => ["steps", "timeline", "dossiers"].every((name) =>
  performance.getEntriesByType("resource").some((entry) =>
    entry.name.includes(`/${name}-`) && entry.responseEnd))"""


def play(page: Page) -> None:
    page.get_by_role("button", name="Play", exact=True).click()


def pause(page: Page) -> None:
    page.get_by_role("button", name="Pause").click()


def wait_for_day(page: Page, condition: str) -> None:
    """Waits until the painted day satisfies a JavaScript condition on `day`."""
    reader.until(
        reader.map_frame(page),
        f"() => {{ const day = window.__atlas.painted.day; return {condition}; }}",
    )


def test_play_goes_from_event_to_event_and_commits_where_it_is_paused(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-06-20")
    reader.expect_day(page, "2025-06-20")
    reader.until(page, WHOLE)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    play(page)
    expect(page.get_by_role("button", name="Pause")).to_have_attribute("aria-pressed", "true")
    wait_for_day(page, "day > '2025-06-26'")
    reader.expect_status(page, "EST", "withdrawal_notified")
    reader.expect_served(page, "[data-day='2025-06-20']")
    assert not sent, "playing asks nothing of the server"
    pause(page)
    reader.expect_day(page, reader.day_at_rest(page))
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_play_with_no_event_to_come_begins_again_and_comes_to_rest_at_the_end(
    open_page: OpenPage,
) -> None:
    page = open_page("/?date=2026-11-01&country=POL")  # no event is to come
    reader.expect_day(page, "2026-11-01")
    page.locator(".speed").select_option("4")
    play(page)
    # The law of 2025 and 2026 is the shortest way through the range.
    reader.expect_day(page, "2026-02-20")
    expect(page.get_by_role("button", name="Play", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    reader.until(page, "() => !('held' in document.documentElement.dataset)")


def test_evenly_runs_through_every_status_on_the_way(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-12-20")
    reader.expect_day(page, "2025-12-20")
    page.locator(".mode").select_option("evenly")
    page.locator(".speed").select_option("0.5")  # a busy machine may not pass over all the days
    play(page)
    wait_for_day(page, "day > '2025-12-27' && day < '2026-02-20'")
    reader.expect_status(page, "LVA", "withdrawn")
    pause(page)
    reader.expect_day(page, reader.day_at_rest(page))


def test_touching_the_slider_stops_the_player(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-06-20")
    reader.expect_day(page, "2025-06-20")
    play(page)
    wait_for_day(page, "day > '2025-06-20'")
    reader.slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    reader.expect_day(page, reader.day_at_rest(page))


def test_a_reader_who_asks_for_calm_is_shown_events_not_a_sweep(open_page: OpenPage) -> None:
    page = open_page("/?date=2025-06-20")
    reader.expect_day(page, "2025-06-20")
    page.emulate_media(reduced_motion="reduce")
    page.locator(".mode").select_option("evenly")
    frame = reader.map_frame(page)
    frame.evaluate(NOTE_DAYS)
    play(page)
    reader.until(frame, "() => window.__days.length > 0")
    pause(page)
    first = frame.evaluate("window.__days[0]")
    assert first == "2025-06-25", "the next event, no day between"


# Notes every day that is painted from now on and differs from the one before.
NOTE_DAYS = """() => {
  const atlas = window.__atlas;
  let { painted } = atlas;
  window.__days = [];
  Object.defineProperty(atlas, "painted", {
    get: () => painted,
    set(now) { if (now.day !== painted.day) window.__days.push(now.day); painted = now; },
  });
}"""


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


def watched(open_page: OpenPage) -> tuple[Page, list[WebSocketRoute]]:
    """A page and its connections, the newest last."""
    sockets: list[WebSocketRoute] = []

    def watch(route: WebSocketRoute) -> None:
        sockets.append(route)
        route.connect_to_server()

    def prepare(page: Page) -> None:
        page.route_web_socket(re.compile("_stcore/stream"), watch)

    page = open_page(prepare=prepare)
    reader.expect_day(page, "2026-02-20")
    return page, sockets


def cut_off(page: Page, sockets: list[WebSocketRoute]) -> tuple[float, float]:
    """Cuts a page off while its thumb is held, and says where that is."""
    settle(page)
    place = reader.thumb(page)
    page.mouse.move(*place)
    page.mouse.down()
    sockets[-1].close()
    return place


def test_a_lost_connection_under_the_thumb_loses_nothing(open_page: OpenPage) -> None:
    """Whether it comes back after the release or before."""
    page, sockets = watched(open_page)
    x, y = cut_off(page, sockets)
    page.mouse.move(x - 40, y, steps=4)
    reader.expect_status(page, "POL", "withdrawal_notified")
    under_thumb = reader.day_at_rest(page, "day < '2026-02-20'")
    page.mouse.up()
    reader.expect_day(page, under_thumb)
    assert len(sockets) > 1, "the page came back by itself"

    x, y = cut_off(page, sockets)
    expect(reader.slider(page)).to_be_disabled()
    page.mouse.move(x - 20, y, steps=2)
    expect(reader.slider(page)).to_be_enabled()
    page.mouse.move(x - 60, y, steps=4)
    under_thumb = reader.day_at_rest(page, f"day < '{under_thumb}'")
    page.mouse.up()
    reader.expect_day(page, under_thumb)
