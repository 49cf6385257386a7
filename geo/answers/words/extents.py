"""What a map frames: an extent as a choice, and within a sentence."""

from __future__ import annotations

from geo.basics.choices import Extent

LABELS: dict[Extent, str] = {"flank": "Flank", "europe": "Europe", "world": "World"}

DETAIL = "detail"
"""In place of an extent: a part of the world that a reader has framed."""

REGIONS: dict[str, str] = {
    "flank": "the Baltic-Arctic flank",
    "europe": "Europe",
    "world": "the world",
    DETAIL: "a part of the world",
}
