"""What comes late, to the page or to the server, takes back nothing of what a reader sees."""

from urllib.parse import parse_qsl

from playwright.sync_api import WebSocketRoute, expect

from tests.browser import reader
from tests.browser.agreement import agreed
from tests.browser.conftest import OpenPage


def test_an_answer_to_an_earlier_move_does_not_take_back_the_sentence(
    open_page: OpenPage,
) -> None:
    held: list[str | bytes] = []
    holding: list[bool] = []

    def between(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        server.on_message(lambda told: held.append(told) if holding else socket.send(told))
        sockets.append(socket)

    sockets: list[WebSocketRoute] = []
    page = open_page(prepare=lambda page: page.route_web_socket("**/_stcore/stream", between))
    before = agreed(page)
    page.locator(".st-key-previous button").click()
    reader.expect_day(page, "2026-01-10")
    agreed(page)
    holding.append(True)
    page.locator(".st-key-previous button").click()
    answer = b'data-day="2025-12-27"'
    while not any(answer in told for told in held if isinstance(told, bytes)):
        page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    answered = [*held]
    page.go_back()
    expect(reader.headline(page)).to_contain_text("On 20 February 2026")
    for told in answered:
        sockets[-1].send(told)
    reader.expect_served(page, "[data-day='2025-12-27']")
    expect(reader.headline(page)).to_contain_text("On 20 February 2026")
    holding.clear()
    for told in held[len(answered) :]:
        sockets[-1].send(told)
    assert agreed(page) == before


def test_a_menu_that_a_late_word_has_led_back_comes_to_the_maps_day(open_page: OpenPage) -> None:
    """What a choice sends says where the slider stands, which follows a step after the page."""
    sent: list[str | bytes] = []
    sockets: list[WebSocketRoute] = []

    def between(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        sockets.append(server)

        def carry(told: str | bytes) -> None:
            sent.append(told)
            server.send(told)

        socket.on_message(carry)

    page = open_page(prepare=lambda page: page.route_web_socket("**/_stcore/stream", between))
    agreed(page)
    page.get_by_role("button", name="Export").click()
    take = page.get_by_role("button", name="Download picture")
    with page.expect_download():
        take.click()
    agreed(page)
    of_the_first_day = [*sent]
    page.locator(".st-key-previous button").click()
    day = dict(parse_qsl(agreed(page)))["date"]
    made_of = page.locator(f".made-of[data-of^='{day}']")
    expect(made_of).to_have_count(1)
    page.evaluate(
        """() => { window.__behind = new Promise((done) => {
          new MutationObserver(() => document.documentElement.hasAttribute("data-behind") && done())
            .observe(document.documentElement, { attributeFilter: ["data-behind"] });
        }); }"""
    )
    wish = next(told for told in reversed(of_the_first_day) if b"wish" in told)
    sockets[-1].send(wish)
    page.evaluate("() => window.__behind")
    take.press("Enter")
    with page.expect_download() as started:
        expect(made_of).to_have_count(1)
    assert day in started.value.suggested_filename
    assert dict(parse_qsl(agreed(page)))["date"] == day
