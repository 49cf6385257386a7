"""Sources as BibTeX are read back whole, whatever words are in them."""

from __future__ import annotations

import re
from dataclasses import replace

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from geo.answers.files import citations
from geo.atlas import Atlas, View
from tests.answers.cited_sources import HOSTILE, PAGE, ids, with_source, with_sources
from tests.every import every

AS_WRITTEN = ("url", "date", "year", "urldate", "month")


def read_back(text: str) -> list[dict[str, str]]:
    written = parse_string(text)
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    verbatim = {
        entry.key: {n: str(f.value) for n, f in entry.fields_dict.items() if n in AS_WRITTEN}
        for entry in written.entries
    }
    # The decoder gives the accent for the circumflex LaTeX prints.
    return [
        {name: str(field.value).replace("\u02c6", "^") for name, field in entry.fields_dict.items()}
        | verbatim[entry.key]
        | {"key": entry.key, "type": entry.entry_type}
        for entry in library.entries
    ]


def test_any_words_come_back_whole(atlas: Atlas, view: View) -> None:
    words = dict(zip(ids(atlas, view, "POL"), HOSTILE, strict=False))
    assert len(words) == len(HOSTILE)
    sources = {
        name: replace(PAGE, title=text, publisher=text, note=text, licence=text)
        for name, text in words.items()
    }
    content = citations.bibtex(with_sources(atlas, sources), view, "POL").decode()
    read = {entry["key"]: entry for entry in read_back(content)}
    assert len(read) == len(ids(atlas, view, "POL"))
    # BibTeX itself counts braces whatever stands before them.
    written = re.split(r"(?=^@\w+\{)", content, flags=re.MULTILINE)
    assert len(written) - 1 == len(read)

    def holds(name: str) -> None:
        found = read[name]
        for field in ("title", "author", "annote", "copyright"):
            assert found[field] == " ".join(words[name].split())
        assert found["url"] == PAGE.url
        (entry,) = [each for each in written if re.match(rf"@\w+\{{{name},", each)]
        assert entry.count("{") == entry.count("}")

    every(((name, name) for name in words), holds)


def test_an_address_cannot_close_its_field(atlas: Atlas, view: View) -> None:
    source = replace(PAGE, url="https://example.org/a}b{c\\d?x=1%20&y=2#z_~")
    content = citations.bibtex(with_source(atlas, source), view, "POL").decode()
    assert "url = {https://example.org/a%7Db%7Bc%5Cd?x=1%20&y=2#z_~}" in content


def test_every_source_of_the_record_comes_back(atlas: Atlas, view: View) -> None:
    for iso_a3 in ("", "POL", "LTU", "UKR", "USA"):
        entries = read_back(citations.bibtex(atlas, view, iso_a3).decode())
        assert [entry["key"] for entry in entries] == ids(atlas, view, iso_a3)
        for entry in entries:
            source = atlas.record.sources[entry["key"]]
            assert entry["type"] == "misc"
            assert entry["title"] == source.title
            assert entry["author"] == source.publisher
            assert entry.get("date", "") == str(source.date or "")
            assert entry.get("urldate", "") == str(source.accessed or "")
            assert ("month" in entry) == bool(source.date and source.date.month)
            if re.fullmatch(r"[\x21-\x7e]*", source.url):
                assert entry.get("url", "") == source.url


def test_the_file_says_of_what_it_is(atlas: Atlas, view: View) -> None:
    first, *_ = citations.bibtex(atlas, view, "POL").decode().splitlines()
    assert first.startswith("% ")
    assert "Poland, 20 February 2026" in first
    assert "@" not in first
