"""A mouse that does not wait for the page: moves go out on time, taken or not.

Playwright's own mouse sends a move only when the page has taken the one before, which would slow
the hand down to the pace of a slow page. This one speaks to Chromium's DevTools port directly.
"""

from __future__ import annotations

import json
import time
from types import TracebackType
from typing import Literal, Self

from websockets.sync.client import connect

Action = Literal["mouseMoved", "mousePressed", "mouseReleased"]


class Pointer:
    """The left mouse button over one page, for `with`. Positions are page pixels."""

    def __init__(self, port: int, target: str) -> None:
        """Takes Chromium's DevTools port and the page's target id."""
        self._address = f"ws://127.0.0.1:{port}/devtools/page/{target}"
        self._sent = 0

    def __enter__(self) -> Self:
        # No limit to unread answers: nobody reads them, and they must not hold up the sending.
        self._socket = connect(self._address, max_queue=None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def press(self, x: float, y: float) -> None:
        """Goes to a place and presses."""
        self._send("mouseMoved", x, y, pressed=False)
        self._send("mousePressed", x, y, pressed=True)

    def drag(self, start: float, end: float, y: float, moves: int, seconds_apart: float) -> float:
        """Moves from `start` to `end` in `moves` moves; seconds that took."""
        began = time.perf_counter()
        for number in range(1, moves + 1):
            self._send("mouseMoved", start + (end - start) * number / moves, y, pressed=True)
            time.sleep(max(0.0, began + number * seconds_apart - time.perf_counter()))
        return time.perf_counter() - began

    def release(self, x: float, y: float) -> None:
        """Lets go."""
        self._send("mouseReleased", x, y, pressed=False)

    def _send(self, action: Action, x: float, y: float, pressed: bool) -> None:
        self._sent += 1
        button = "none" if action == "mouseMoved" and not pressed else "left"
        event = {"type": action, "x": x, "y": y, "button": button, "buttons": int(pressed)}
        if action != "mouseMoved":
            event["clickCount"] = 1
        message = {"id": self._sent, "method": "Input.dispatchMouseEvent", "params": event}
        self._socket.send(json.dumps(message))
