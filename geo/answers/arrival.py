"""Where an address leads: its query, read as the record has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from geo.answers import permalink
from geo.answers.filters import choices
from geo.answers.permalink import Place, named_in
from geo.answers.scopes import lens_names
from geo.answers.search import meant
from geo.answers.supposing import supposed
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas
from geo.basics.choices import Language
from geo.basics.dates import today
from geo.basics.languages import USUAL


def place_at(
    atlas: Atlas, parameters: Mapping[str, Sequence[str]], wanted: Language = USUAL
) -> tuple[Place, tuple[str, ...]]:
    """The place that the parameters of an address name today, and a sentence for each that is not
    understood, in the language that they name, else in the one `wanted`.
    """
    said = tongue(named_in(parameters) or wanted)
    return permalink.decode(
        parameters,
        meant=partial(meant, atlas, tongue=said),
        supposed=partial(supposed, atlas, tongue=said),
        last_day=today(),
        lenses=lens_names(atlas),
        filters=choices(atlas),
        wanted=wanted,
    )
