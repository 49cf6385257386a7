"""Ottawa Atlas: `streamlit run dashboard.py` starts the page, its routes and its headers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from geo import api
from geo.api.promptly import send_at_once
from geo.page import assets
from geo.page.hints import Hints
from geo.page.index import CompletedIndex
from geo.page.security import SecurityHeaders


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Make what every visitor needs while the server is already up."""
    send_at_once()
    warming = asyncio.create_task(asyncio.to_thread(assets.warm))
    yield {}
    await warming


app = st.App(
    Path(__file__).parent / "geo" / "page" / "main.py",
    routes=[*assets.ROUTES, *api.ROUTES],
    middleware=[Middleware(SecurityHeaders), Middleware(Hints), Middleware(CompletedIndex)],
    lifespan=lifespan,
)
