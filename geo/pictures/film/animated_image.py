"""Frames as one animated picture, WebP or GIF, that starts again when it has ended.

A map has few colours, so all frames share one palette: without loss beyond that, type stays crisp,
and the file is a third of what photographs' compression makes of it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Literal

from PIL import Image, ImageColor
from PIL.ExifTags import Base

from geo.basics.choices import Theme
from geo.pictures.palette import PALETTES
from geo.treaty import LegalStatus

COLOURS = 255  # one of the 256 is left to GIF for "as in the frame before"
CUBE = 4  # Pillow looks colours up in cubes of so many of the 256 steps of a channel
FOREVER = 0

Colour = tuple[int, int, int]


def looping(
    draw: Callable[[int], Image.Image],
    durations: Sequence[int],
    fmt: Literal["webp", "gif"],
    *,
    theme: Theme,
    title: str,
) -> bytes:
    """All frames in one file; `draw` gives the RGB picture of a frame by its number, from 0.

    `durations` are milliseconds, one for each frame. The same frames give the same bytes.
    """
    count = len(durations)
    drawn = {n: draw(n) for n in sorted({0, count // 2, count - 1})}
    palette = _palette(list(drawn.values()), theme)
    # Kept with a byte a pixel, a long film does not fill the memory.
    frames = [
        (drawn.pop(n) if n in drawn else draw(n)).quantize(
            palette=palette, dither=Image.Dither.NONE
        )
        for n in range(count)
    ]
    options: dict[str, Any] = {
        "save_all": True,
        "append_images": frames[1:],
        "duration": list(durations),
        "loop": FOREVER,
    }
    if fmt == "gif":
        options |= {"optimize": True, "comment": title.encode()}
    else:
        exif = Image.Exif()
        exif[Base.ImageDescription] = title
        # No key frame after the first: each is what changed since the one before.
        options |= {"lossless": True, "quality": 50, "method": 2, "kmin": 0, "kmax": 0}
        options["exif"] = exif
    buffer = io.BytesIO()
    frames[0].save(buffer, fmt, **options)
    return buffer.getvalue()


def _palette(samples: Sequence[Image.Image], theme: Theme) -> Image.Image:
    """The theme's own colours as they are, then what `samples` have between them."""
    own = _own_colours(theme)
    width, height = samples[0].size
    together = Image.new("RGB", (width, height * len(samples)))
    for n, sample in enumerate(samples):
        together.paste(sample, (0, height * n))
    found = together.quantize(COLOURS - len(own), dither=Image.Dither.NONE).getpalette() or []
    between = [(found[n], found[n + 1], found[n + 2]) for n in range(0, len(found), 3)]
    # One from the same cube or the next would take an own colour's place.
    apart = [b for b in between if all(_distance(b, colour) >= 2 * CUBE for colour in own)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (*own, *apart) for part in colour])
    return palette


def _own_colours(theme: Theme) -> list[Colour]:
    """Return what a picture of this theme is painted with, the largest surfaces first.

    Of two that no eye and no palette can part, such as a halo and the page, the first stands.
    """
    named = PALETTES[theme]
    ground = asdict(named.ground)
    written = [ground.pop("page"), ground.pop("sea"), *map(named.fill, LegalStatus)]
    written += [*ground.values(), *(c for c in asdict(named).values() if isinstance(c, str))]
    own: list[Colour] = []
    for colour in (ImageColor.getrgb(words)[:3] for words in written):
        if all(_distance(colour, other) >= CUBE for other in own):
            own.append(colour)
    return own


def _distance(one: Colour, other: Colour) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
