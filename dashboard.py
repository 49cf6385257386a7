"""Ottawa Atlas: `streamlit run dashboard.py` starts the page, its routes and its headers."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st

from geo.server import (
    application,
    asset_routes,
    base_path,
    clients,
    current_data,
    logs,
    memory,
    slow_clients,
    unsent,
)
from geo.server.tcp_nodelay import send_at_once
from geo.web import disk_cache

THREADS = 64
"""For what the loop hands over: a reader who waits for a file that is drawn holds one until then,
and more than may wait for one have to be served meanwhile."""


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Load what draws the map before the server is up, and the rest meanwhile; watch the data.

    Who comes first would wait for Folium and pandas as long as for the map itself. The page's own
    modules cannot be loaded here: the components in them are declared where a session runs.
    """
    show_base_path()
    logs.as_told()
    send_at_once()
    clients.trust_no_proxy()
    slow_clients.open_to_many()
    unsent.keep_all()
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
    current_data.CURRENT.keeps_in = disk_cache.folder()
    warming = asyncio.create_task(asyncio.to_thread(asset_routes.warm))
    await asyncio.to_thread(import_module, "geo.server.page.folium_map")
    watching = [
        asyncio.create_task(current_data.CURRENT.watch()),
        asyncio.create_task(slow_clients.watch()),
        asyncio.create_task(memory.watch()),
    ]
    yield {}
    for task in watching:
        task.cancel()
    await warming


show_base_path = base_path.unknown_to_streamlit()

app = st.App(
    Path(__file__).parent / "geo" / "server" / "page" / "main.py",
    routes=application.ROUTES,
    middleware=application.MIDDLEWARE,
    exception_handlers=application.HANDLERS,
    lifespan=lifespan,
)
