"""Our page's document as its server sends it, but without scripts: what its first picture costs.

What the document says itself stays: the script that frames the map, which stands in it. What it
would call afterwards, Streamlit's own page, is left out.
"""

from __future__ import annotations

import re
import urllib.request

from tests.browser.server import DashboardServer

_LATER = re.compile(r'<template id="later">.*?</template>', re.DOTALL)
_MAKING_SECONDS = 120


def page(address: str) -> str:
    """The document at an address of the dashboard, once its server has made the picture."""
    with DashboardServer() as server:

        def read(path: str) -> str:
            with urllib.request.urlopen(server.url + path, timeout=_MAKING_SECONDS) as answer:
                return str(answer.read().decode())

        read("/embed")  # the map is made
        return _LATER.sub("", read(address))
