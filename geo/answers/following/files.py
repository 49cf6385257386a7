"""A feed or a calendar by its format, for API, site and command line."""

from __future__ import annotations

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.choices import FollowingFormat


def followed(
    atlas: Atlas,
    fmt: FollowingFormat,
    base: str,
    iso_a3: str = "",
    own_address: str = "",
    tongue: Tongue = ENGLISH,
) -> bytes:
    """The file of all states or of one; `own_address` is where a feed will stand, if known.

    `base` is the page's address, ending in a slash; links to it name a tongue that is not English.
    What the record says of an event stays as it was written, and marked. KeyError for a code that
    is no state's.
    """
    # Imported in the call: who asks for one waits for what makes it alone.
    if fmt == "atom":
        from geo.answers.following import atom

        return atom.feed(atlas, base, iso_a3, own_address, tongue)
    from geo.answers.following import ical

    return ical.calendar(atlas, base, iso_a3, tongue)
