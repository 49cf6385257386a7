"""The text of a data file: UTF-8 read rightly with or without a byte order mark, or refused."""

from __future__ import annotations

import codecs

_MARKED = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""How files in other encodings begin; the mark of UTF-32 begins with that of UTF-16."""


class TextError(ValueError):
    """Bytes that are no UTF-8 text: in which line, what was found there, and what to do."""

    expected = "UTF-8 text"

    def __init__(self, line: int, found: str, advice: str) -> None:
        self.line, self.found, self.advice = line, found, advice
        super().__init__(f"line {line}: found {found}; expected {self.expected}. {advice}")


def decoded(raw: bytes) -> str:
    """The text of a file in UTF-8, without the byte order mark that some programs put first.

    Raises TextError for other encodings and for what is no text.
    """
    for mark, encoding in _MARKED:
        if raw.startswith(mark):
            raise TextError(1, f"{encoding} text", "Save the file as UTF-8.")
    if b"\0" in raw:
        advice = "Save the file as UTF-8; bytes of zero stand in UTF-16 and in damaged files."
        raise TextError(_line(raw, raw.index(0)), "byte 00", advice)
    try:
        return raw.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        found = f"byte {raw[error.start]:02x}"
        raise TextError(_line(raw, error.start), found, "Save the file as UTF-8.") from None


def _line(raw: bytes, place: int) -> int:
    return raw.count(b"\n", 0, place) + 1
