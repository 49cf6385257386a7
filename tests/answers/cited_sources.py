"""A day, and sources of any words, for the tests of citing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.answers.files import citations
from geo.atlas import Atlas, View
from geo.basics.dates import PartialDate
from geo.records import Source

DAY = date(2026, 2, 20)

PAGE = Source(
    source_id="PAGE",
    publisher="A Ministry",
    title="A title",
    date=PartialDate(2026, 2, 3),
    url="https://example.org/page",
    tier="official",
    kind="",
    note="A note.",
    accessed=PartialDate(2026, 3, 1),
    archived_url="https://archive.example.org/page",
    licence="CC BY 4.0",
)


def ids(atlas: Atlas, view: View, iso_a3: str = "") -> list[str]:
    return [source.source_id for source in citations.resting_on(atlas, view, iso_a3)]


HOSTILE = [
    "open { only",
    "close } only",
    "}} , url = {https://evil.example}",
    "back\\slash \\end{document} \\input{/etc/passwd}",
    "50 % of $5 & #1, a_b ~ ^",
    '@article{x, title = "y"}',
    "\"quoted\" 'and' `ticked` --- “curly”",
    "Литовська кордон, Łódź, 地雷, مرز",
    "two\nlines\tand\r\na tab",
    "\\",
    "%",
    "<script>alert(1)</script>",
]


def with_sources(atlas: Atlas, sources: dict[str, Source]) -> Atlas:
    """The atlas with other sources in the place of some of its own."""
    named = {name: replace(source, source_id=name) for name, source in sources.items()}
    record = replace(atlas.record, sources={**atlas.record.sources, **named})
    return Atlas(record, {"un": atlas.borders("un")})


def with_source(atlas: Atlas, source: Source) -> Atlas:
    """The atlas with another source in the place of the depositary's page."""
    return with_sources(atlas, {"UNTC2026": source})
