"""The Export menu, as a reader opens it and takes from it."""

from playwright.sync_api import Download, Page

FILM_MS = 180_000


def open_menu(page: Page, kind: str) -> None:
    page.get_by_role("button", name="Export").click()
    page.get_by_role("radio", name=kind, exact=True).click()


def choose(page: Page, name: str) -> None:
    page.locator(".st-key-export_panel").get_by_role("radio", name=name, exact=True).click()


def download(page: Page, name: str) -> tuple[Download, bytes]:
    with page.expect_download() as started:
        page.get_by_role("button", name=name).click()
    return started.value, started.value.path().read_bytes()
