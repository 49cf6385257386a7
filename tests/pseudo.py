"""A language nobody speaks: its letters are wide, so that a plain one was not translated."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, cast

from geo.answers.words.tongue import ENGLISH, Tongue, Words
from geo.answers.words.wordings import Counted, filled

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from geo.basics.choices import Language
    from geo.basics.dates import Day, Interval, PartialDate

_WIDE = {ord(letter): chr(ord(letter) + 0xFEE0) for letter in map(chr, range(65, 123))}
_WIDE = {code: wide for code, wide in _WIDE.items() if chr(code).isalpha()}
_PLACE = re.compile(r"(\{\w*\})")


def wide(text: str) -> str:
    """A text in the language; its places in braces stay."""
    return "".join(
        part if _PLACE.fullmatch(part) else part.translate(_WIDE) for part in _PLACE.split(text)
    )


class Pseudo(Tongue):
    """Says all that a catalogue could hold, and dates and names, in wide letters."""

    language: Language = "pl"

    def text(self, english: str, _context: str = "", /, **places: object) -> str:
        return filled(wide(english), **places) if places else wide(english)

    def counted(self, words: Counted, count: int, /, **places: object) -> str:
        said = cast("Counted", {form: wide(str(text)) for form, text in words.items()})
        return ENGLISH.counted(said, count, **places)

    def all(self, words: Words) -> Words:
        return cast("Words", self._all(words))

    def _all(self, words: Any) -> Any:
        if isinstance(words, str):
            return wide(words)
        if isinstance(words, Mapping):
            return {name: self._all(each) for name, each in words.items()}
        return [self._all(each) for each in words]

    def on(self, day: Day) -> str:
        return wide(ENGLISH.on(day))

    def alone(self, day: Day) -> str:
        return wide(ENGLISH.alone(day))

    def short(self, day: Day) -> str:
        return wide(ENGLISH.short(day))

    def day(self, day: Day) -> str:
        return wide(ENGLISH.day(day))

    def dated(self, when: PartialDate | Interval, *, long: bool = False) -> str:
        return wide(ENGLISH.dated(when, long=long))

    def kilometres(self, length_km: float) -> str:
        return wide(ENGLISH.kilometres(length_km))

    def listed(self, words: Sequence[str]) -> str:
        return ENGLISH.listed([*words]).replace(" and ", wide(" and "))

    def either(self, words: Sequence[str]) -> str:
        return ENGLISH.either([*words]).replace(" or ", wide(" or "))

    def state(self, _iso_a3: str, name: str, /) -> str:
        return wide(name)


PSEUDO = Pseudo()


class Read(HTMLParser):
    """What is read of some HTML but where it says that it is in another language: `texts`; the
    documents that it brings, by name; and the language of its `root`.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.documents: dict[str, Any] = {}
        self.root = ""
        self._open: list[bool] = []
        self._document = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.root = given.pop("lang")
        foreign = any(self._open) or "lang" in given or tag in ("script", "style")
        self._document = given.get("id", "") if tag == "script" else ""
        if not foreign:
            self.texts += [value for name, value in given.items() if name in _READ]
            if given.get("name") == "description" or given.get("property") == "og:title":
                self.texts.append(given["content"])
        if tag not in _EMPTY:
            self._open.append(foreign)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, _tag: str) -> None:
        self._open.pop()
        self._document = ""

    def handle_data(self, data: str) -> None:
        if self._document:
            text = data if data.startswith("{") else gzip.decompress(base64.b64decode(data))
            self.documents[self._document.removeprefix("data-")] = json.loads(text)
        elif not any(self._open):
            self.texts.append(data)


_READ = {
    *("title", "aria-label", "alt", "placeholder"),
    *("data-words", "data-play", "data-pause"),
}
"""Attributes that a reader reads or hears."""
_EMPTY = {"br", "img", "input", "meta", "link", "hr", "wbr", "col", "source"}


def read(page: AppTest) -> list[str]:
    """Every text that a reader meets on a page, label by label, in no marked other language."""
    texts: list[str] = []
    for element in page.get("html"):
        texts += Read(element.proto.body).texts
    for element in [*page.caption, *page.markdown, *page.warning, *page.info, *page.error]:
        texts.append(element.value)
    for kind in ("button", "download_button", "checkbox", "toggle", "expander", "selectbox"):
        for element in page.get(kind):
            proto = element.proto
            texts += [proto.label, getattr(proto, "help", ""), getattr(proto, "placeholder", "")]
            texts += [*getattr(proto, "options", ())]
    texts += [code.value for code in page.code if not code.value.startswith("<iframe")]
    for element in page.get("button_group"):
        texts += [element.proto.label, *(option.content for option in element.proto.options)]
    return [" ".join(text.split()) for text in texts if text.strip()]


NOT_WORDS = re.compile(
    r"Ottawa Atlas|Natural Earth|GeoPackage|FlatGeobuf|GeoParquet|GeoJSON|BibTeX|WebP"
    r"|https?://\S+|/\?\S+|\S*[\w-]\.\w+\S*|:material/\w+:|\b[A-Z]{2,}\b|\b[0-9a-f]{8,}\b|\bkm\b"
)
"""Names, formats, files and addresses, which no language has words of its own for."""


def english(page: AppTest) -> list[str]:
    """The texts of a page in the pseudo-language in which a plain word is left."""
    return [text for text in read(page) if re.search(r"[A-Za-z]{2,}", NOT_WORDS.sub("", text))]
