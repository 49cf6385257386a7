"""What the tests of pictures look at."""

import io
import xml.etree.ElementTree as ElementTree
from datetime import date

from PIL import Image

from geo.basics.choices import Extent
from geo.pictures import frames, projected
from geo.pictures.canvas import HEIGHT, MARGIN

LANDING = date(2026, 2, 20)
SVG = "{http://www.w3.org/2000/svg}"


def picture(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def colour_at(content: bytes, lon_lat: tuple[float, float], extent: Extent = "flank") -> str:
    """The colour a 1x picture shows at a place; the map stands left, from margin to margin."""
    frame = frames.fixed_frame(extent)
    height = HEIGHT - 2 * MARGIN
    metres = (frame.box[3] - frame.box[1]) / height
    x, y = projected.at(frame, *lon_lat)
    pixel = (
        round(MARGIN + (x - frame.box[0]) / metres),
        round(MARGIN + (frame.box[3] - y) / metres),
    )
    red, green, blue = picture(content).convert("RGB").getpixel(pixel)  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


def texts_of(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return ["".join(element.itertext()).strip() for element in root.iter(f"{SVG}text")]
