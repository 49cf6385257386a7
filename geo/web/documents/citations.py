"""The sources of a document, each once in a table and cited by its place there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.answers.words import citing
from geo.answers.words.tongue import Tongue
from geo.records import Source
from geo.records.source_tiers import Citation
from geo.web.documents.dossier_shapes import DossierSource


class Citations:
    """Numbers sources by first use."""

    def __init__(self, sources: Mapping[str, Source], tongue: Tongue) -> None:
        self._sources, self._tongue = sources, tongue
        self._places: dict[str, int] = {}

    def of(self, source_ids: Iterable[str]) -> list[int]:
        """The places of the sources of these ids in `table`."""
        return [self._places.setdefault(i, len(self._places)) for i in source_ids]

    def weak(self, source_ids: Iterable[str]) -> str:
        """The mark of what no strong source carries, or empty."""
        return citing.weak(source_ids, self._sources, self._tongue)

    def table(self, reads: list[str]) -> list[DossierSource]:
        """Every source that has been cited; `reads` takes the words that many of them share."""
        return [
            _source(citing.cited(self._sources[source_id], self._tongue), reads)
            for source_id in self._places
        ]


def _source(cited: Citation, reads: list[str]) -> DossierSource:
    """A citation; `read` is a place in `reads`, for most were read on one of a few days."""
    if cited.read not in reads:
        reads.append(cited.read)
    row: DossierSource = {
        "publisher": cited.publisher,
        "title": cited.title,
        "when": cited.when,
        "url": cited.url,
        "tier": cited.tier,
        "read": reads.index(cited.read),
    }
    if cited.archived:
        row["archived"] = cited.archived
    return row
