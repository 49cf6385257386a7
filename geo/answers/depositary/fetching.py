"""The depositary's page from its own host: the one place where the atlas asks another machine."""

from __future__ import annotations

import time
from urllib.parse import urljoin, urlsplit

import requests

from geo.answers.depositary.faults import MOST_BYTES, quoted
from geo.answers.words.held import DEPOSITARY_PAGE
from geo.basics.errors import PageError

HOST = "treaties.un.org"
"""The UN Treaty Collection; nothing else is asked, also where it says that the page has moved."""

MOST_REDIRECTS = 3
TIMEOUT_SECONDS = (10.0, 30.0)  # to connect, and for the next bytes to come
MOST_SECONDS = 120.0  # for all of it: a server that drips must not hold a weekly run
_CHUNK = 64 * 1024
_AGENT = "ottawa-atlas (python -m geo verify --fetch)"


def fetch(session: requests.Session | None = None) -> bytes:
    """The page as served. Raises PageError where it cannot be had whole from its own host."""
    with session or requests.Session() as asked:
        try:
            return _fetched(asked)
        except (requests.RequestException, ValueError) as error:
            # ValueError: an address in a redirect that is none.
            raise _failed(f"{type(error).__name__} from {HOST}", "an answer") from None


def _fetched(session: requests.Session) -> bytes:
    address, until = DEPOSITARY_PAGE, time.monotonic() + MOST_SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        with session.get(
            address,
            headers={"User-Agent": _AGENT, "Accept": "text/html", "Accept-Language": "en"},
            timeout=TIMEOUT_SECONDS,
            allow_redirects=False,
            stream=True,
        ) as response:
            if not response.is_redirect:
                return _content(response, until)
            address = _followed(address, response.headers["location"])
    raise _failed(f"more than {MOST_REDIRECTS} redirects", "the page")


def _followed(address: str, location: str) -> str:
    """Return where a redirect leads, if it stays with the host."""
    led = urljoin(address, location)
    parts = urlsplit(led)
    if parts.scheme != "https" or parts.netloc != HOST:
        raise _failed(f"a redirect to {quoted(location)}", f"an address of https://{HOST}")
    return led


def _content(response: requests.Response, until: float) -> bytes:
    if response.status_code != requests.codes.ok:
        raise _failed(f"status {response.status_code} from {HOST}", "status 200")
    content = bytearray()
    for chunk in response.iter_content(_CHUNK):
        content += chunk
        if len(content) > MOST_BYTES:
            raise _failed(f"more than {MOST_BYTES:,} bytes", "a page of about 0.2 MB")
        if time.monotonic() > until:
            raise _failed(f"no end after {MOST_SECONDS:.0f} s", "the whole page")
    return bytes(content)


def _failed(found: str, expected: str) -> PageError:
    return PageError(
        f"the depositary's page could not be fetched: found {found}; expected {expected}. Open"
        f" {DEPOSITARY_PAGE} in a browser, save the page and give its file instead."
    )
