"""Exports of the catalogue: what takes long is made in a studio, all else at once."""

from __future__ import annotations

from functools import partial

from geo.answers.files.catalogue import Export, File
from geo.atlas import Atlas, View
from geo.server.drawing import Studio, jobs


def export_file(
    studio: Studio,
    chosen: Export,
    atlas: Atlas,
    view: View,
    iso_a3: str = "",
    lens: str = "",
) -> File:
    """As `Export.file`. Raises DrawingError."""
    if not chosen.costly:
        return chosen.file(atlas, view, iso_a3, lens)
    job = partial(
        jobs.export,
        shown=jobs.Shown.of(view),
        what=chosen.what,
        fmt=chosen.format,
        iso_a3=iso_a3,
        lens=lens,
    )
    return File(chosen.name(view, iso_a3, lens), chosen.media_type, studio.make(atlas.real, job))
