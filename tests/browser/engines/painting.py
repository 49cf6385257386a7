"""Whether what a page shows has the colour that it is to have, seen on the screen itself."""

from __future__ import annotations

import time

from PIL import Image

from tests.browser.engines.window import Window
from tests.browser.reader import SPOT

WAIT_SECONDS = 60
REACH = 8
"""How many CSS pixels about a place are looked at: a hatch and a half, either way."""
TOLERANCE = 24
"""Of 255: where a line of the hatch begins, the colours run into each other."""
ENOUGH = 0.25
"""Of what is looked at: the rest are the hatch's lines, and perhaps a name."""

_PLACE = f"""(() => {{
  const spot = ({SPOT})("FIN");
  const found = document.querySelector("path.area[data-area=FIN].withdrawn");
  if (!spot || !found) return null;
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = getComputedStyle(found).getPropertyValue("--withdrawn");
  return {{ ...spot, colour: canvas.fillStyle }};
}})()"""


def expect_finland_hatched(window: Window, frame: str = "") -> None:
    """Wait until Finland, which has left, is painted in the colour of who has left.

    `frame` is the selector of the frame that has the map, empty for the page itself. Only a look at
    the screen tells: what an element computes to says nothing of whether its hatch is painted.
    """
    if frame:
        window.engine.enter_frame(frame)
    place = window.until(_PLACE)
    window.engine.leave_frame()
    left, top = (
        window.run(
            """const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [box.left, box.top];""",
            frame,
        )
        if frame
        else (0, 0)
    )
    until = time.monotonic() + WAIT_SECONDS
    while True:
        share = _share(window, place["colour"], left + place["x"], top + place["y"])
        if share > ENOUGH:
            return
        assert time.monotonic() < until, f"{window.name}: {share:.0%} of Finland are painted"


def _share(window: Window, colour: str, x: float, y: float) -> float:
    """How much of what is about a place of the page has a colour, from 0 to 1."""
    picture: Image.Image = window.engine.picture()
    scale = picture.width / window.value("innerWidth")
    box = [round(at * scale) for at in (x - REACH, y - REACH, x + REACH, y + REACH)]
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    seen = picture.convert("RGB").crop((box[0], box[1], box[2], box[3])).tobytes()
    pixels = [*zip(seen[::3], seen[1::3], seen[2::3], strict=True)]
    near = [
        (r, g, b) for r, g, b in pixels if max(abs(r - red), abs(g - green), abs(b - blue)) < 24
    ]
    return len(near) / len(pixels)
