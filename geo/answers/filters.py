"""What the tabs of the page can be narrowed to, and so what an address may choose in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from geo.answers.claims import NOT_KNOWN
from geo.answers.country.disagreements import disputed_countries
from geo.atlas import Atlas
from geo.records.acts import is_legal
from geo.records.source_tiers import TIER_WORDS

VERDICTS = ("confirmed", "partly", "contradicted", "unverifiable", NOT_KNOWN)
"""Those a statement can have on the day of its own article: by them a reader chooses."""

DECIDED = ("code", "record")
"""By what a statement is decided."""

ASKED = "1"
"""What an address says of a switch that is on."""


def choices(atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    """Return what each filter can be, by its name: that of the tab, then what it chooses by."""
    return _choices(atlas.real)


@lru_cache(maxsize=2)
def _choices(atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    record = atlas.record
    states = record.states

    def by_name(found: set[str]) -> tuple[str, ...]:
        return tuple(sorted(found, key=lambda iso_a3: states[iso_a3].name))

    kinds = {event.kind for event in record.events}
    legal = {event.kind for event in record.events if is_legal(event)}
    return {
        "claims_article": tuple(dict.fromkeys(claim.article_id for claim in record.claims)),
        "claims_verdict": VERDICTS,
        "claims_decided": DECIDED,
        "claims_country": by_name({s for claim in record.claims for s in claim.subject_iso_a3}),
        "claims_asked": (ASKED,),
        "events_country": by_name(set(states)),
        "events_kind": tuple(sorted(kinds, key=lambda kind: (kind not in legal, kind))),
        "events_tier": tuple(TIER_WORDS),
        "disagreements_country": by_name(set(disputed_countries(atlas))),
    }
