"""Sources in the order a reader should meet them, and a plain word where they are weak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from geo.rows import Source
from geo.rules import NEVER_ALONE

TIER_WORDS = {
    "official": "official",
    "reference": "reference",
    "ngo": "NGO",
    "press": "press",
    "analysis": "analysis",
    "article": "article",
    "state_media": "state media",
    "weak": "weak source",
}
"""What a reader calls each tier, the weightiest first."""

_WEIGHT = {tier: place for place, tier in enumerate(TIER_WORDS)}


def by_weight(source_ids: Iterable[str], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The ids once each, official sources first; within a tier in the order they came."""
    return tuple(sorted(dict.fromkeys(source_ids), key=lambda s: _WEIGHT[sources[s].tier]))


def weak_mark(source_ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """The mark of a statement that no stronger source carries, empty for every other."""
    tiers = {sources[source_id].tier for source_id in source_ids}
    if not tiers or tiers - NEVER_ALONE:
        return ""
    return "state media only" if tiers == {"state_media"} else "weak sources only"


def web_address(url: str) -> str:
    """The address if it is a web address, else nothing: no other scheme becomes a link."""
    parts = urlsplit(url)
    return url if parts.scheme in ("http", "https") and parts.netloc else ""
