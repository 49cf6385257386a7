"""Pictures that drawings are compared with, at half their size.

`python -m tests.pictures.references` draws them anew; look at each before it is committed.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from geo import pictures as snapshot
from geo.atlas import Atlas
from geo.basics.choices import Extent, Theme

FOLDER = Path(__file__).parent
OUT = FOLDER.parents[2] / "out" / "references"
"""Where a test that fails leaves what it drew and what differs; not kept in the repository."""

SIZE = (600, 450)


@dataclass(frozen=True)
class Drawing:
    """What is drawn: a day, what it frames, the ground, a country outlined."""

    day: date
    extent: Extent = "flank"
    theme: Theme = "light"
    highlight: str | None = None

    def draw(self, atlas: Atlas) -> Image.Image:
        """The picture in `SIZE`, RGB."""
        view = atlas.on(self.day)
        png = snapshot.render(
            atlas,
            view,
            extent=self.extent,
            theme=self.theme,
            highlight=self.highlight,
            fmt="png",
            scale=1,
        )
        whole = Image.open(io.BytesIO(png)).convert("RGB")
        return whole.resize(SIZE, Image.Resampling.LANCZOS)


LANDING = date(2026, 2, 20)
DRAWINGS: Mapping[str, Drawing] = {
    "flank": Drawing(LANDING),
    "flank-dark": Drawing(LANDING, theme="dark"),
    "flank-notified": Drawing(date(2025, 9, 1), highlight="POL"),
    "europe-1999": Drawing(date(1999, 3, 1), extent="europe"),
    "world": Drawing(LANDING, extent="world"),
}


def leave_difference(name: str, drawn: Image.Image, kept: Image.Image) -> Path:
    """Write the drawing and, beside it, what differs from the reference; the folder they are in.

    In `NAME-difference.png` what is the same is white, what differs as dark as it is far off.
    """
    OUT.mkdir(parents=True, exist_ok=True)
    drawn.save(OUT / f"{name}-drawn.png")
    ImageOps.invert(ImageChops.difference(drawn, kept).convert("L")).save(
        OUT / f"{name}-difference.png"
    )
    return OUT


def path(name: str) -> Path:
    """Where the reference picture of a drawing is kept."""
    return FOLDER / f"{name}.png"
