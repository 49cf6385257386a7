"""The menu of Export, opened as a reader opens it."""

import re
from datetime import date
from pathlib import Path

from streamlit.testing.v1 import AppTest

from geo.answers.permalink import Place

SCRIPT = str(Path(__file__).parents[3] / "geo/server/page/main.py")
PLACE = Place(date(2026, 1, 10), "POL", "un", "europe")
BASE = "https://atlas.example/ottawa/"


def open_menu(kind: str = "picture", **address: str) -> AppTest:
    page = AppTest.from_file(SCRIPT, default_timeout=120)
    page.query_params = address
    page.session_state["export"] = True
    page.session_state["export_kind"] = kind
    page.run()
    assert not page.exception
    return page


def keys(page: AppTest) -> set[str]:
    found = (re.search(r"export_[\w.]+$", e.proto.id) for e in page.get("download_button"))
    return {match.group() for match in found if match}
