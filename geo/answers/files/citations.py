"""The sources of what is on the screen, for those who write: BibTeX and CSL-JSON.

We write BibTeX ourselves: pybtex refuses a title with an unmatched brace and leaves dollar signs
and backslashes as they are; bibtexparser puts a backslash before such a brace, which BibTeX counts
nonetheless, changes quotation marks, and turns Cyrillic into commands that need an encoding of
their own. The rules are ten characters long, and tests read the files back with bibtexparser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from geo.answers.country.dossier import dossier
from geo.answers.data.credits import data_version
from geo.answers.data.writing import as_json
from geo.answers.scopes import lens_of, members, of_lens
from geo.atlas import Atlas, View
from geo.basics.dates import PartialDate
from geo.basics.formats import long_date
from geo.records.rows import Source
from geo.records.source_tiers import TIER_WORDS, by_weight, web_address

_LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\ensuremath{\lbrace}}",
        "}": r"{\ensuremath{\rbrace}}",
        "^": r"{\textasciicircum}",
        "~": r"{\textasciitilde}",
        **{character: f"\\{character}" for character in "%&$#_"},
    }
)
"""What LaTeX reads as commands. Braces go by name: BibTeX counts those behind a backslash too."""

_LIGATURES = re.compile(r"([-`',<>])(?=\1)|[?!](?=`)")
"""What LaTeX joins with the character after it into another one."""

_VERBATIM = ":/?#[]@!$&'()*+,;=%~"
"""What an address keeps in a field that LaTeX reads letter for letter: no brace, no backslash."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_BY_TIER = {
    "press": "article-newspaper",
    "state_media": "article-newspaper",
    "article": "article",
}
"""What a source is that names no kind of its own, by CSL's names; everything else is a web page."""


def resting_on(atlas: Atlas, view: View, iso_a3: str = "", lens: str = "") -> tuple[Source, ...]:
    """Return what a view rests on, the weightiest sources first, each once.

    With a country, the sources its dossier lists, of acts, facts, borders, disagreements and
    claims; without, those of every state's status. In both cases those of the leading lengths of
    the lens, or of the flank where none is named, which the headline counts, and of who is a member
    of a group on that line. KeyError for a code that is no state's, or a name that is no lens's.
    """
    if iso_a3:
        cited = list(dossier(atlas, iso_a3, view).source_ids)
    else:
        cited = [name for state in view.states.values() for name in state.source_ids]
    line = of_lens(atlas, lens).borders(view) if lens else [b for b in view.borders if b.flank]
    cited += [name for border in line for name in border.length_source_ids]
    memberships = members(atlas, lens_of(atlas, lens), view.day) if lens else ()
    cited += [name for membership in memberships for name in membership.source_ids]
    sources = atlas.record.sources
    return tuple(sources[name] for name in by_weight(cited, sources))


def bibtex(atlas: Atlas, view: View, iso_a3: str = "", lens: str = "") -> bytes:
    """Return what a view rests on as BibTeX, UTF-8; keys are the ids of data/sources.csv.

    `date` and `urldate` are as biblatex reads them, `year` and `month` as BibTeX does; `date` is as
    exact as the source and missing where the page is undated.
    """
    about = f" for {view.states[iso_a3].name}" if iso_a3 else ""
    about += f", of {of_lens(atlas, lens).words}" if lens else ""
    head = (
        f"Sources of the Ottawa Atlas{about}, {long_date(view.day)}."
        f" Data version {data_version(atlas)}. UTF-8."
    )
    # BibTeX reads an entry from any @ on, a comment from none.
    head = _plain(head).replace("@", "(at)")
    entries = "".join(map(_entry, resting_on(atlas, view, iso_a3, lens)))
    return f"% {head}\n{entries}".encode()


def csl_json(atlas: Atlas, view: View, iso_a3: str = "", lens: str = "") -> bytes:
    """Write what a view rests on as CSL-JSON: an array of items as CSL 1.0.2 describes them.

    https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
    """
    return as_json([_item(source) for source in resting_on(atlas, view, iso_a3, lens)]).encode()


def _entry(source: Source) -> str:
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(source))
    return f"\n@misc{{{source.source_id}{fields}\n}}\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    # Doubled braces: a publisher is no first and last name, and a title keeps its capitals.
    yield "author", f"{{{{{_latex(source.publisher)}}}}}"
    yield "title", f"{{{{{_latex(source.title)}}}}}"
    if source.date:
        yield "date", f"{{{source.date}}}"
        yield "year", f"{{{source.date.year}}}"
        if source.date.month:
            yield "month", _MONTHS[source.date.month - 1]
    if address := web_address(source.url):
        yield "url", f"{{{quote(address, safe=_VERBATIM)}}}"
    if source.accessed:
        yield "urldate", f"{{{source.accessed}}}"
    if copy := web_address(source.archived_url):
        yield "note", f"{{Copy: {_latex(copy)}}}"
    yield "keywords", f"{{{_latex(TIER_WORDS[source.tier])}}}"
    if source.licence:
        yield "copyright", f"{{{_latex(source.licence)}}}"
    if source.note:
        yield "annote", f"{{{_latex(source.note)}}}"


def _item(source: Source) -> dict[str, Any]:
    kind = source.kind or _BY_TIER.get(source.tier, "webpage")
    newspaper = kind == "article-newspaper"
    item: dict[str, Any] = {
        "id": source.source_id,
        "type": kind,
        "title": _plain(source.title),
        **(
            {"container-title": _plain(source.publisher)}
            if newspaper
            else {"author": [{"literal": _plain(source.publisher)}]}
        ),
        "issued": _parts(source.date),
        "accessed": _parts(source.accessed),
        "URL": web_address(source.url),
        "archive_location": web_address(source.archived_url),
        "note": _plain(source.note),
        "keyword": TIER_WORDS[source.tier],
    }
    if source.licence:
        item["custom"] = {"licence": _plain(source.licence)}
    return {name: value for name, value in item.items() if value}


def _parts(date: PartialDate | None) -> dict[str, list[list[int]]] | None:
    """A date as CSL has it, no more exact than it is."""
    if date is None:
        return None
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}


def _latex(text: str) -> str:
    return _LIGATURES.sub(r"\g<0>{}", _plain(text).translate(_LATEX))


def _plain(text: str) -> str:
    """On one line, without characters that are none."""
    return " ".join(
        "".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C").split()
    )
