"""The errors the atlas raises on purpose: each says what was met, what was expected, what to do."""

from __future__ import annotations


class AtlasError(Exception):
    """Anything the atlas can explain to its user; a command prints it and leaves, no traceback."""


class PageError(AtlasError):
    """What was given is not the depositary's page, cannot be read as one, or could not be had."""


class SourceError(AtlasError):
    """A Natural Earth file that cannot be read, or is not the layer the build needs."""


class BordersError(AtlasError):
    """A shipped file under data/borders that is missing, damaged or at odds with itself."""
