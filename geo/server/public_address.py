"""Where readers find the page: what its keeper has said, or else what the asker calls it.

What a request calls its host is its own choice. Answers that name it are then its own too: kept
apart from those that are the same for all (`geo.server.api.caches.BY_HOST`).
"""

from __future__ import annotations

import logging
import os
import re
from functools import lru_cache
from urllib.parse import urljoin

from starlette.requests import Request

from geo.server.base_path import at

ADDRESS = "OTTAWA_ATLAS_ADDRESS"
"""The environment variable by which a keeper says it, as https://atlas.example."""

_SERVER = re.compile(r"https?://([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?/?", re.IGNORECASE)
_LOG = logging.getLogger(__name__)


def base_address(request: Request) -> str:
    """The address of the page for links that leave this server, ending in a slash."""
    return urljoin(named() or str(request.base_url), at("/"))


@lru_cache(maxsize=1)
def named() -> str | None:
    """Return what the keeper has said, ending in a slash; None where nothing, or nothing usable."""
    said = os.environ.get(ADDRESS, "").strip()
    if not said:
        return None
    if not _SERVER.fullmatch(said):
        _LOG.error(
            "%s is %r, which is no address of a server; expected: https://atlas.example (http or"
            " https, a host, a port if need be); links name it as each request does",
            ADDRESS,
            said,
        )
        return None
    return f"{said.rstrip('/')}/"
