"""Write PROVENANCE.md: where the shipped geometry comes from and every step done to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PROVENANCE_FILE: Final = "PROVENANCE.md"


@dataclass(frozen=True)
class Facts:
    """What a build found out; lengths of files and times are left out, so that it is repeatable."""

    file_name: str
    version: str
    sha256: str
    features: int
    repaired: int
    faces: int
    areas: int
    states: int
    stand_ins: tuple[str, ...]
    tolerance: float
    vertices_before: int
    vertices_after: int
    segments: Mapping[str, int]
    checksums: Mapping[str, str]


def provenance(facts: Facts) -> str:
    """The text of PROVENANCE.md. Checksum lines read `- FILE sha256 HEX`."""
    stand_ins = ", ".join(facts.stand_ins) or "none"
    segments = ", ".join(f"{count} in {view}" for view, count in facts.segments.items())
    checksums = "\n".join(f"- {name} sha256 {hexes}" for name, hexes in facts.checksums.items())
    return f"""# Where the borders come from

This file is written by `python -m geo build --source FILE`, together with the files it describes.

## Source

- File: {facts.file_name}
- What it is: {facts.version}
- SHA-256: {facts.sha256}
- Licence: Natural Earth is in the public domain. The packaging of world-atlas is ISC-licensed
  (Michael Bostock); the geometry in it stays in the public domain.
- Attribution: Made with Natural Earth.

## Steps

1. Read {facts.features} features as polygons, WGS 84 longitude and latitude. Rings that cross the
   antimeridian are parted there. Polygons invalid as drawn: {facts.repaired}.
2. Node all outlines on a grid of 0.0001 degrees (11 m) and polygonise them: {facts.faces} faces of
   land, each given to the feature that holds a point of it (the smaller, where two do). The result
   is a valid coverage: neighbours share their border vertex by vertex.
3. Divide the land by `areas.csv` into {facts.areas} areas, of which {facts.states} are states:
   Crimea, Kaliningrad and others are told apart, Western Sahara is completed to its northern
   parallel. States that the source's grid has swallowed, drawn as a rectangle of their true size:
   {stand_ins}.
4. Measure each shared line on the WGS 84 ellipsoid (geodesic length, kilometres), before any
   simplification. Segments: {segments}.
5. Simplify the coverage once, shared lines staying shared (Visvalingam and Whyatt; a vertex goes
   when its triangle is under {facts.tolerance} squared in stretched degrees: 0.008 degrees of
   detail in Europe, 0.04 where nothing is stretched). No vertex is moved;
   {facts.vertices_after} of {facts.vertices_before} stay.
6. Join areas to the countries of each worldview; what both draw alike is stored once ("all").

Lengths are those of a 1:10m line. Published figures are longer, because they follow every bend.

## Checksums

{checksums}
"""
