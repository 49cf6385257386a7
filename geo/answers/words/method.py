"""How the atlas reckons, told to a reader paragraph by paragraph, each of whole sentences."""

from __future__ import annotations

from typing import Final

TITLE: Final = "How the atlas reckons"
LAW: Final = (
    "Legal status is computed from dated acts, never stored.",
    "A state that signs is a signatory: 133 did, and the depositary counts 132, for it brackets the"
    " signature of Lithuania, which has left.",
    "Once it deposits an instrument of ratification, acceptance, approval or accession, the"
    " Convention enters into force for it on the first day of the sixth month after the month of"
    " deposit (Article 17).",
    "A notice of withdrawal takes effect six months after the depositary receives it, unless the"
    " state is then engaged in an armed conflict: in that case not before the conflict ends"
    " (Article 20(3)).",
    "Dates published by others check the computation; they do not feed it.",
    "Where the day of an act is only known to lie between two, the law is computed for each day"
    " between: what that leaves open is shown as not known, dotted on the map and as a range in the"
    " counts.",
)
PRACTICE: Final = (
    "Practice is a second layer.",
    "Ukraine has declared that it suspends the Convention; the Convention does not provide for"
    " that, so the map keeps Ukraine in the colour of its legal status and hatches it.",
)
BORDERS: Final = "Borders are Natural Earth 1:10m (public domain)."
USUAL_VIEW: Final = "{worldview} (the default): {says}"
OTHER_VIEW: Final = "{worldview}: {says}"
"""A worldview and whose borders it draws."""
SHOWS: Final = (
    "The atlas shows the legal status of states and what sources say of programmes.",
    "It is not a map of minefields.",
)
HELD: Final = "{held}: every signature, every instrument and every withdrawal that page shows."
