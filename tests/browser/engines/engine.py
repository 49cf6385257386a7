"""What a test asks of a browser, whichever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Protocol

from PIL import Image

from tests.browser.conftest import Scheme

Name = Literal["firefox", "webkit"]


class EngineNotFoundError(Exception):
    """A browser or what drives it is missing; the message says what to install."""


class Engine(Protocol):
    """A running browser with one window. Sizes and positions are CSS pixels.

    `downloads` is the folder its downloads arrive in; `console` what it has complained of since
    the last call; `leave_for` opens an address without waiting for it; `pages` says how many sheets
    the page would be printed on; `picture` is what the screen shows of the page, outside any frame;
    `points_inside_frames` whether a pointer meets a frame of another
    site only from inside that frame, where places are the frame's.
    """

    name: Name
    points_inside_frames: bool
    downloads: Path

    def goto(self, url: str) -> None: ...

    def leave_for(self, url: str) -> None: ...

    def back(self) -> None: ...

    def forward(self) -> None: ...

    def resize(self, width: int, height: int) -> None: ...

    def run(self, script: str, *arguments: Any) -> Any: ...

    def wait(self, script: str, *arguments: Any) -> Any: ...

    def perform(self, sources: list[dict[str, Any]]) -> None: ...

    def enter_frame(self, selector: str) -> None: ...

    def leave_frame(self) -> None: ...

    def console(self) -> list[str]: ...

    def pages(self) -> int: ...

    def picture(self) -> Image.Image: ...

    def close(self) -> None: ...


class Starter(Protocol):
    """Starts a browser in a colour scheme, with a folder of its own for all it writes."""

    def __call__(self, folder: Path, scheme: Scheme) -> Engine: ...
