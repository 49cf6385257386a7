"""Hints for the browser: what the live map will need, named in the page itself.

Without them the map's files are asked for one after the other, each behind a hundred of
Streamlit's own. A hint that finds no file is left out; the page works without any. They are heard
after the first frame only: in the headers of the page they would keep its picture waiting.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from geo.answers.permalink import Place
from geo.basics.choices import LANGUAGES, Language
from geo.basics.languages import USUAL
from geo.server import current_data, streamlit_modules
from geo.server.api.embed_addresses import own_files
from geo.server.base_path import at
from geo.web import static_files
from geo.web.served import Served

COMPONENT_ROOT = "/component/streamlit_folium.st_folium"


class Hint(NamedTuple):
    """A file that will be needed: its address, the `rel` of its link, and what it is, as `as`."""

    address: str
    rel: str
    kind: str


def hints(language: Language = USUAL) -> tuple[Hint, ...]:
    """Return what a page in a language will ask for up to its map; none until that is made."""
    # The component answers for its script only once a run of the page has imported it.
    here = current_data.CURRENT.now
    ready = here is not None and here.map_is_made and "streamlit_folium" in sys.modules
    return _hints(here, language) if here is not None and ready else ()


@lru_cache(maxsize=len(LANGUAGES))
def _hints(here: Served, language: Language) -> tuple[Hint, ...]:
    modules = streamlit_modules.addresses(streamlit_modules.ON_THE_WAY_TO_THE_MAP)
    fixed = static_files.fixed()
    scripts = [f"{at(COMPONENT_ROOT)}/static/js/{path.name}" for path in sorted(_folium_scripts())]
    drawn = {role: at(asset.address) for role, asset in here.map_data()["un"].items()}
    drawn |= own_files(Place(), here.edition, language, language)
    return (
        *(Hint(address, "modulepreload", "") for address in modules),
        *(Hint(each, "preload", "script") for each in (*scripts, at(fixed["map.js"].address))),
        *(Hint(at(fixed[name].address), "preload", "style") for name in static_files.MAP_STYLES),
        *(Hint(drawn[role], "preload", "fetch") for role in ("flank", "timeline")),
    )


def _folium_scripts() -> Iterator[Path]:
    # Found, not imported: a component registers itself where it is first imported, and that must be
    # in the running app, not while the app is being put together.
    spec = find_spec("streamlit_folium")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        yield from Path(folder, "frontend", "build", "static", "js").glob("main.*.js")
