"""JSON as RFC 8259 has it, where Python's reader takes more: no NaN, no key twice, no half letter.

A file is read by Python's own reader; only where it holds what other readers refuse or read in
another way is it walked again, to name every such place.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from geo.basics.data_text import decoded

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')
_EXPONENT = re.compile(r"(?<=[0-9])[eE]\+?[0-9]")
"""What a number has that may be larger than any float."""

_LARGEST_WHOLE = 2**53
_ADVICE = "a number that every reader reads alike"


@dataclass(frozen=True, slots=True)
class JsonFault:
    """One place of a JSON text: its line, its keys from the top joined by points, what is wrong."""

    line: int
    place: str
    found: str
    expected: str


class JsonError(ValueError):
    """A text that is no JSON, or is JSON that readers read differently; `faults` lists it all."""

    def __init__(self, *faults: JsonFault) -> None:
        self.faults = faults
        super().__init__(
            "; ".join(f"line {f.line}: found {f.found}; expected {f.expected}" for f in faults)
        )


class _UnsoundError(Exception):
    """Something in the text that readers read differently."""


def read(raw: bytes) -> Any:
    """The value of a JSON text in UTF-8. Raises JsonError and TextError, naming lines."""
    text = decoded(raw)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_once,
            parse_constant=_never,
            parse_int=_whole,
            parse_float=_finite if _EXPONENT.search(text) else None,
        )
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
        return value
    except (_UnsoundError, UnicodeEncodeError):
        raise JsonError(*_faults(text)) from None
    except json.JSONDecodeError as error:
        found = text[error.pos : error.pos + 20] or "the end of the file"
        raise JsonError(JsonFault(error.lineno, "", found, f"JSON ({error.msg})")) from None
    except RecursionError:
        raise JsonError(JsonFault(1, "", "brackets in brackets", "less depth")) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _UnsoundError
    return found


def _never(_: str) -> None:
    raise _UnsoundError


def _whole(text: str) -> int:
    if not _is_exact(text):
        raise _UnsoundError
    return int(text)


def _finite(text: str) -> float:
    if not math.isfinite(value := float(text)):
        raise _UnsoundError
    return value


def _is_exact(text: str) -> bool:
    return len(text) <= 17 and abs(int(text)) <= _LARGEST_WHOLE


@dataclass(slots=True)
class _Open:
    """An object or array that is being walked: where in it, and which keys it has had."""

    is_object: bool
    at: str = "0"
    keys: set[str] = field(default_factory=set)


def _faults(text: str) -> Iterator[JsonFault]:
    """Every place of a text that readers read differently."""
    opened: list[_Open] = []
    before, line, end = "", 1, 0
    for token in _TOKEN.finditer(text):
        word = token.group()
        line, end = line + text.count("\n", end, token.start()), token.start()
        if word in "{[":
            opened.append(_Open(word == "{"))
        elif word in "}]":
            opened = opened[:-1]
        elif word == "," and opened and not opened[-1].is_object:
            opened[-1].at = str(int(opened[-1].at) + 1)
        elif word not in ":,":
            inside = opened[-1] if opened else None
            if inside and inside.is_object and before != ":":
                key = json.loads(word) if word.startswith('"') else word
                inside.at, again = key, key in inside.keys
                inside.keys.add(key)
                if again:
                    yield JsonFault(line, _place(opened), key, "each key once")
            if expected := _wanted(word):
                yield JsonFault(line, _place(opened), word, expected)
        before = word


def _wanted(word: str) -> str:
    """Return what should stand in place of a string, number or word; empty where it is sound."""
    if word.startswith('"'):
        try:
            json.loads(word).encode()
        except UnicodeEncodeError:
            return "whole letters: the escapes of a letter beyond U+FFFF come in pairs"
        except ValueError:
            return "a string"
        return ""
    if word.lstrip("-") in ("NaN", "Infinity"):
        return "a number or null"
    if re.fullmatch(r"-?[0-9]+", word):
        return "" if _is_exact(word) else _ADVICE
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?", word):
        return "" if math.isfinite(float(word)) else _ADVICE
    return ""


def _place(opened: list[_Open]) -> str:
    return ".".join(each.at for each in opened)
