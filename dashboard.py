"""Ottawa Atlas: `streamlit run dashboard.py` starts the page, its data routes and its headers."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from geo.page.assets import ROUTES
from geo.page.security import SecurityHeaders

app = st.App(
    Path(__file__).parent / "geo" / "page" / "main.py",
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders)],
)
