"""Why a file is not the depositary's status page: what was looked for, and what was there instead.

The page is a form of the UN Treaty Collection, in English, of one chapter and treaty. Whatever else
is served or saved in its place (a French page, a CAPTCHA, half a file) is told apart here, so that
nobody takes it for a difference of the record. What a file says is quoted only as a Python literal:
its control characters stay off the terminal.
"""

from __future__ import annotations

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from geo.basics.errors import PageError

CHAPTER = "XXVI-5"
"""The Mine Ban Convention in the depositary's "Multilateral Treaties": chapter XXVI, number 5."""

MOST_BYTES = 5_000_000
MOST_TAGS = 20_000
"""What a page may hold: the real one has 0.2 MB and 2,000 elements."""

STATUS_AS_AT = 'div[id$="_div3"]'
CHAPTER_HEAD = '[id$="_rptHead_ctl00_tcHead"]'
TREATY = '[id$="_rptTreaty_ctl00_tcTreaty"]'
COUNTS = '[id$="_rptStatus_ctl00_tcText"]'
TABLE = 'table[id$="_tblgrid"]'
LANGUAGE = 'input[id$="_hdnLanguage"]'
PARTS = {
    STATUS_AS_AT: "the day of the status (“STATUS AS AT”)",
    CHAPTER_HEAD: "the chapter",
    TREATY: "the treaty’s number and title",
    COUNTS: "the numbers of signatories and parties",
    TABLE: "the table of participants",
}
"""The parts of the form by their place in it, and in words."""

_LONGEST_QUOTE = 60
_TAG = re.compile(rb"<[A-Za-z]")
_BARRIERS = re.compile(
    rb"captcha|are you (?:a )?human|verify(?:ing)? (?:that )?you are human|just a moment\.\.\."
    rb"|incapsula|access denied|request unsuccessful|unusual traffic",
    re.IGNORECASE,
)
_OTHER_LANGUAGE = re.compile("état au|etat au|chapitre|traités des nations unies", re.IGNORECASE)
_END = re.compile(rb"</html\s*>", re.IGNORECASE)


def refuse_unread(content: bytes) -> None:
    """Raises PageError for what should not even be parsed: nothing, too much, no HTML."""
    if len(content) > MOST_BYTES:
        raise _not_it(f"more than {MOST_BYTES:,} bytes", "a page of about 0.2 MB")
    if not content.strip():
        raise _not_it("an empty file", "a saved page", "Save the page again.")
    tags = sum(1 for _ in islice(_TAG.finditer(content), MOST_TAGS + 1))
    if tags > MOST_TAGS:
        raise _not_it(f"more than {MOST_TAGS:,} tags", "a page of about 2,000")
    if not tags:
        advice = "Save it as “Web page, HTML only”."
        raise _not_it("no HTML", "a page saved as HTML", advice)


def refuse_other_pages(content: bytes, page: LexborHTMLParser) -> None:
    """Raises PageError for a page that is another, or that lacks a part of the form."""
    missing = [words for place, words in PARTS.items() if page.css_first(place) is None]
    if missing and _BARRIERS.search(content):
        advice = "Open the address in a browser, pass the test and save the page that follows."
        raise _not_it("a CAPTCHA or a refusal in place of the page", ", ".join(missing), advice)
    if language := _language(page):
        advice = "Save the English page: its address ends in clang=_en."
        raise _not_it(f"a page in another language ({language})", "one in English", advice)
    tail = content[-200_000:]
    if not _END.search(tail):
        where = f"after {len(content):,} bytes"
        advice = "It was cut short; save the whole page again."
        raise _not_it(f"a file that ends {where} without </html>", "the end of the page", advice)
    if missing:
        advice = "If the page looks right in a browser, its layout has changed."
        raise _not_it("a page that lacks some parts", ", ".join(missing), advice)
    if len(page.css(TABLE)) > 1:
        raise changed("two tables of participants", "one")
    if (found := _chapter(page)) != CHAPTER:
        raise _not_it(f"another chapter ({quoted(found)})", f"chapter {CHAPTER}")


def changed(found: str, expected: str) -> PageError:
    """That the page has the form's parts, and one of them in a way nobody has seen yet."""
    advice = (
        "If a browser shows the same, the layout has changed:"
        " geo/answers/depositary/status_page.py reads it."
    )
    return _not_it(found, expected, advice)


def quoted(text: str) -> str:
    """A text of the page for a message: in short, with no control character as itself."""
    short = text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
    return ascii(short) if not short.isprintable() else repr(short)


def _not_it(found: str, expected: str, advice: str = "") -> PageError:
    said = f"not the depositary's status page of chapter {CHAPTER}: found {found}; looked for"
    return PageError(" ".join(filter(None, (f"{said} {expected}.", advice))))


def _language(page: LexborHTMLParser) -> str:
    """The language of a page that is not in English; empty for one that is, or does not say."""
    field = page.css_first(LANGUAGE)
    said = (field.attributes.get("value") or "") if field else ""
    if said not in ("", "_en"):
        return quoted(said)
    heads = " ".join(
        node.text() for place in (STATUS_AS_AT, CHAPTER_HEAD) for node in page.css(place)
    )
    found = _OTHER_LANGUAGE.search(heads)
    return quoted(found[0]) if found else ""


def _chapter(page: LexborHTMLParser) -> str:
    """The chapter and number of the treaty, as XXVI-5."""
    chapter, treaty = (
        " ".join(node.text().split()) if node else ""
        for node in map(page.css_first, (CHAPTER_HEAD, TREATY))
    )
    number = re.match(r"\d+", treaty)
    return f"{chapter.removeprefix('CHAPTER ')}-{number[0] if number else '?'}"
