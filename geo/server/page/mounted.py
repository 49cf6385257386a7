"""Parts of the page that its own script runs in the browser, in Streamlit's components."""

from __future__ import annotations

from pathlib import Path

from geo.server.base_path import at
from geo.web import static_files

MOUNT = Path(__file__).with_name("mount.js").read_text(encoding="utf-8")
"""What Streamlit sends with each of them; it fetches the script, which a browser keeps."""


def data(part: str, **more: object) -> dict[str, object]:
    """What the script is told: the part to run, one of hosts/streamlit_page.js, and more."""
    return {"part": part, "script": at(static_files.fixed()["page.js"].address), **more}
