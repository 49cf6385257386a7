"""Ottawa Atlas: `streamlit run dashboard.py` starts the page, its routes and its headers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from geo.server import application, asset_routes, clients, current_data, slow_clients
from geo.server.tcp_nodelay import send_at_once


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Make what every visitor needs while the server is already up, and watch the data."""
    send_at_once()
    clients.trust_no_proxy()
    slow_clients.open_to_many()
    warming = asyncio.create_task(asyncio.to_thread(asset_routes.warm))
    watching = [
        asyncio.create_task(current_data.CURRENT.watch()),
        asyncio.create_task(slow_clients.watch()),
    ]
    yield {}
    for task in watching:
        task.cancel()
    await warming


app = st.App(
    Path(__file__).parent / "geo" / "server" / "page" / "main.py",
    routes=application.ROUTES,
    middleware=application.MIDDLEWARE,
    exception_handlers=application.HANDLERS,
    lifespan=lifespan,
)
