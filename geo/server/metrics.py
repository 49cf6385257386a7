"""`/metrics`: what is counted of a running server, in the text form of Prometheus.

It is for who keeps the server: a client of this machine, or of the networks that the keeper names,
who asks directly. Whoever comes through a proxy finds nothing here, even where the proxy itself
stands on this machine. No address, query or name of a reader is counted by.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import time
from collections.abc import Iterator
from functools import lru_cache

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from geo.server import current_data
from geo.server.http.layers import Layer, seeing

PATH = "/metrics"
WATCHERS = "OTTAWA_ATLAS_WATCHERS"
"""The environment variable that names who may ask: addresses and networks, with commas."""

_THIS_MACHINE = "127.0.0.0/8,::1"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
_KINDS = {
    "/embed": "embed",
    "/mcp": "assistant",
    "/api/": "api",
    "/atlas/": "file",
    "/static/": "streamlit",
    "/component/": "streamlit",
    "/media/": "streamlit",
    "/_stcore/": "streamlit",
}
"""What is asked for, by the beginning of its path."""

_LOG = logging.getLogger(__name__)

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

ANSWERS = Counter("ottawa_atlas_answers", "Answers sent", ["kind", "status"])
SECONDS = Histogram(
    "ottawa_atlas_answer_seconds",
    "From a request to the first byte of its answer",
    ["kind"],
    buckets=(0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 30.0),
)
PAGES = Gauge("ottawa_atlas_open_pages", "Pages that readers have open")


class _OfTheData(Collector):
    """What is served, and whether the data on disk can be."""

    def collect(self) -> Iterator[Metric]:
        """Yield it as it is now."""
        here, damage = current_data.CURRENT.now, current_data.CURRENT.damage
        yield GaugeMetricFamily(
            "ottawa_atlas_serving", "1 once data are served", int(here is not None)
        )
        yield GaugeMetricFamily(
            "ottawa_atlas_damaged",
            "1 while the data on disk cannot be read",
            int(damage is not None),
        )
        if here is not None:
            told = {"version": here.version, "verified_to": here.atlas.verified_to.isoformat()}
            yield InfoMetricFamily("ottawa_atlas_data", "The data served", told)


REGISTRY.register(_OfTheData())


class Measured(Layer):
    """ASGI middleware: counts answers and open pages, and measures how long an answer takes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "websocket":
            with PAGES.track_inprogress():
                await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, kind = time.perf_counter(), _kind(scope["path"])

        def counted(message: Message) -> None:
            SECONDS.labels(kind).observe(time.perf_counter() - began)
            ANSWERS.labels(kind, message["status"]).inc()

        await self.app(scope, receive, seeing(send, counted))


def _kind(path: str) -> str:
    if path == "/":
        return "page"
    begins = (kind for start, kind in _KINDS.items() if path.startswith(start))
    return next(begins, "other")


async def _metrics(request: Request) -> Response:
    """What is counted; raises HTTPException 404 for strangers."""
    if not _may_watch(request):
        raise HTTPException(404)
    return Response(
        generate_latest(REGISTRY),
        headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"},
    )


def _may_watch(request: Request) -> bool:
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        asks = ipaddress.ip_address(request.client.host)
    except ValueError:
        return False
    if isinstance(asks, ipaddress.IPv6Address) and asks.ipv4_mapped is not None:
        asks = asks.ipv4_mapped
    return any(asks in network for network in _watchers())


@lru_cache(maxsize=1)
def _watchers() -> tuple[Network, ...]:
    said = os.environ.get(WATCHERS, "").strip() or _THIS_MACHINE
    try:
        return _networks(said)
    except ValueError as error:
        _LOG.error(
            "%s is %r: %s; expected: addresses and networks with commas, as 127.0.0.1,10.0.0.0/8;"
            " only this machine may ask for %s",
            WATCHERS,
            said,
            error,
            PATH,
        )
        return _networks(_THIS_MACHINE)


def _networks(said: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(each.strip()) for each in said.split(","))


ROUTES = [Route(PATH, _metrics)]
