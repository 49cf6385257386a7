"""Early hints for the browser: what the map will need, named in the headers of the page itself.

Without them the map's files are asked for one after the other, each behind a hundred of
Streamlit's own. A hint that finds no file is left out; the page works without any.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers

from geo.answers.permalink import Place
from geo.basics.choices import LANGUAGES
from geo.basics.languages import USUAL, chosen
from geo.server import current_data, streamlit_modules
from geo.server.api.embed_parts import own_files
from geo.server.base_path import at
from geo.server.http.weights import weights
from geo.web import static_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from geo.basics.choices import Language
    from geo.web.served import Served

_FOLIUM_ROOT = "/component/streamlit_folium.st_folium"


def links(language: Language = USUAL) -> str | None:
    """The value of the `Link` header of a page in a language; None until the atlas is ready."""
    # The component answers for its script only once a run of the page has imported it.
    here = current_data.CURRENT.now
    ready = here is not None and here.map_is_made and "streamlit_folium" in sys.modules
    return _links(here, language) if here is not None and ready else None


@lru_cache(maxsize=len(LANGUAGES))
def _links(here: Served, language: Language) -> str:
    return ", ".join(_hints(here, language))


def _hints(here: Served, language: Language) -> Iterator[str]:
    for address in streamlit_modules.addresses(streamlit_modules.ON_THE_WAY_TO_THE_MAP):
        yield f"<{address}>; rel=modulepreload"
    for path in sorted(_folium_scripts()):
        yield f"<{at(_FOLIUM_ROOT)}/static/js/{path.name}>; rel=preload; as=script"
    fixed = static_files.fixed()
    yield f"<{at(fixed['map.js'].address)}>; rel=preload; as=script"
    for name in static_files.MAP_STYLES:
        yield f"<{at(fixed[name].address)}>; rel=preload; as=style"
    drawn = {role: at(asset.address) for role, asset in here.map_data()["un"].items()}
    drawn |= own_files(Place(), here.edition, language, language)
    for role in ("flank", "timeline"):
        yield f"<{drawn[role]}>; rel=preload; as=fetch; crossorigin"


def _folium_scripts() -> Iterator[Path]:
    # Found, not imported: a component registers itself where it is first imported, and that must be
    # in the running app, not while the app is being put together.
    spec = find_spec("streamlit_folium")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        yield from Path(folder, "frontend", "build", "static", "js").glob("main.*.js")


def _language(scope: Scope) -> Language:
    """The language in which the page will answer: that of its address, or else of the browser."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [])
    wanted = chosen(weights(Headers(scope=scope).get("accept-language", "")))
    return next((each for each in LANGUAGES if each in asked), wanted)


class Hints:
    """ASGI middleware: hints on the page, and long caching for the component's hashed files."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of the page and of hashed files."""

        async def hinted(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = list(message["headers"])
                if scope["path"] == "/" and (value := links(_language(scope))):
                    headers.append((b"link", value.encode()))
                elif scope["path"].startswith(f"{_FOLIUM_ROOT}/static/"):
                    headers = [pair for pair in headers if pair[0].lower() != b"cache-control"]
                    headers.append((b"cache-control", b"public, max-age=31536000, immutable"))
                message["headers"] = headers
            await send(message)

        await self.app(scope, receive, hinted if scope["type"] == "http" else send)
