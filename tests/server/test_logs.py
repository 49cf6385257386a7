"""The log for machines: every line is an object, whoever wrote it and whenever."""

from __future__ import annotations

import json
import os
import subprocess
import sys

WRITES = """
import logging
from streamlit.logger import get_logger
from geo.server import logs
before = get_logger("streamlit.before")
logs.as_told()
before.warning("one\\nof two lines")
get_logger("streamlit.after").warning("a second of %s", "Streamlit's")
logging.getLogger("uvicorn.error").info("192.0.2.1 - WebSocket [accepted]")
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("geo.any").exception("a failure")
"""


def written(told: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", WRITES],
        env={**os.environ, "OTTAWA_ATLAS_LOG": told},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr.splitlines()


def test_each_record_is_one_line_of_json_with_its_trace_and_without_addresses() -> None:
    lines = [json.loads(line) for line in written("json")]
    assert [(line["level"], line["logger"], line["message"]) for line in lines] == [
        ("warning", "streamlit.before", "one\nof two lines"),
        ("warning", "streamlit.after", "a second of Streamlit's"),
        ("error", "geo.any", "a failure"),
    ]
    assert lines[-1]["trace"].endswith("ZeroDivisionError: division by zero")
    assert all(line["time"].endswith("+00:00") for line in lines)


def test_nonsense_is_told_and_the_log_stays_for_people() -> None:
    lines = written("jsn")
    assert any("OTTAWA_ATLAS_LOG is 'jsn'; expected: json" in line for line in lines)
    assert "Traceback (most recent call last):" in lines
    assert not any("192.0.2.1" in line for line in lines)
