"""The log as lines of JSON, for machines that gather it; no line tells who a reader is.

Told `json` by its keeper, the server writes one object a line: time, level, logger, message and,
of a failure, its trace. What it says of connections would name addresses and is left out.
"""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime

from streamlit import logger as streamlit_logger

LOG = "OTTAWA_ATLAS_LOG"
"""The environment variable that says how: `json`, or lines to be read by people."""

_NAMES_ADDRESSES = "uvicorn.error"
"""At its level for information it names who opens and closes a page's connection."""

_AS = ("", "json")
_LOG = logging.getLogger(__name__)


class Lines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            said["trace"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def as_told() -> None:
    """Write the log as the keeper's variable says, from now on and for all that log here."""
    logging.getLogger(_NAMES_ADDRESSES).setLevel(logging.WARNING)
    told = os.environ.get(LOG, "").strip()
    if told not in _AS:
        _LOG.error("%s is %r; expected: json, or nothing; the log is for people", LOG, told)
    if told != "json":
        return
    root = logging.getLogger()
    named = [logging.getLogger(name) for name in [*logging.root.manager.loggerDict]]
    for logger in (root, *named):
        _by_the_root(logger)
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    root.addHandler(handler)
    # Streamlit gives a handler of its own to each logger that it makes, now and later.
    streamlit_logger.setup_formatter = _by_the_root


def _by_the_root(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True
