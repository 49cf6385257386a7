"""A feed or a calendar by its format, for API, site and command line."""

from __future__ import annotations

from geo.atlas import Atlas
from geo.basics.choices import FollowingFormat


def followed(
    atlas: Atlas, fmt: FollowingFormat, base: str, iso_a3: str = "", own_address: str = ""
) -> bytes:
    """The file of all states or of one; `own_address` is where a feed will stand, if known.

    `base` is the page's address, ending in a slash. KeyError for a code that is no state's.
    """
    # Imported in the call: who asks for one waits for what makes it alone.
    if fmt == "atom":
        from geo.answers.following import atom

        return atom.feed(atlas, base, iso_a3, own_address)
    from geo.answers.following import ical

    return ical.calendar(atlas, base, iso_a3)
