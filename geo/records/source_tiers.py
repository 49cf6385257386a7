"""How a source is cited: the one form for every surface, in what order, and where it is weak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from geo.basics.formats import capital
from geo.records.rows import Source

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

UNDATED = "undated"
"""What a citation says of a page without a date."""

_WEIGHT = {tier: place for place, tier in enumerate(TIER_WORDS)}


@dataclass(frozen=True, slots=True)
class Citation:
    """A source in words. `url` and `archived` are web addresses or empty.

    `when` is its date or "undated"; `read` says when it was read, or that it was not opened, and is
    empty for what has no address.
    """

    publisher: str
    title: str
    when: str
    url: str
    read: str
    archived: str
    tier: str = ""

    @property
    def tier_words(self) -> str:
        """What a reader calls its tier."""
        return TIER_WORDS[self.tier]


STATE_MEDIA_ONLY, WEAK_ONLY = "state media only", "weak sources only"
"""The marks of `weak_mark`."""


def citation(source: Source, *, long: bool = False) -> Citation:
    """Return how a source is cited, with months in short or, if `long`, in full."""
    url, read = web_address(source.url), ""
    if url:
        read = f"read {source.accessed.words(long=long)}" if source.accessed else NOT_OPENED
    return Citation(
        publisher=source.publisher,
        title=source.title,
        when=source.date.words(long=long) if source.date else UNDATED,
        url=url,
        read=read,
        archived=web_address(source.archived_url),
        tier=source.tier,
    )


def in_one_line(cited: Citation, *more: str, copy: str = "copy") -> str:
    """A citation as text to copy, with `more` between its date and its address.

    `copy` is what a kept copy of the page is called.
    """
    kept = f"{copy}: {cited.archived}" if cited.archived else ""
    seen = "; ".join(filter(None, (cited.read, kept)))
    address = f"{cited.url} ({seen})" if seen else cited.url
    parts = (cited.publisher, cited.title, capital(cited.when), *more, address)
    # A date may bring its own point: "20 lutego 2026 r."
    return " ".join(f"{part.removesuffix('.')}." for part in parts if part)


def by_weight(source_ids: Iterable[str], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The ids once each, official sources first; within a tier in the order they came."""
    return tuple(sorted(dict.fromkeys(source_ids), key=lambda s: _WEIGHT[sources[s].tier]))


def weak_mark(source_ids: Iterable[str], sources: Mapping[str, Source]) -> str:
    """The mark of a statement that no stronger source carries, empty for every other."""
    tiers = {sources[source_id].tier for source_id in source_ids}
    if not tiers or tiers - NEVER_ALONE:
        return ""
    return STATE_MEDIA_ONLY if tiers == {"state_media"} else WEAK_ONLY


def web_address(url: str) -> str:
    """The address if it is a web address, else nothing: no other scheme becomes a link."""
    parts = urlsplit(url)
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


NEVER_ALONE = frozenset({"state_media", "weak"})
"""Tiers that need a stronger source beside them."""


NOT_OPENED = "not opened"
"""What the note and the citation say of a source whose page nobody opened."""
