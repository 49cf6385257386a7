"""JSON that readers read differently is refused, every place of it at once."""

import pytest

from geo.basics import strict_json
from geo.basics.data_text import TextError, decoded
from geo.basics.strict_json import JsonError


def places(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(JsonError) as caught:
        strict_json.read(text.encode())
    return [(fault.line, fault.place, fault.found) for fault in caught.value.faults]


def test_what_every_reader_reads_alike_is_read() -> None:
    text = '{"a": [1, -2.5, 1e3, true, null, "\\ud83d\\ude00", {"b": {}}], "b": {"a": ""}}'
    assert strict_json.read(text.encode()) == {
        "a": [1, -2.5, 1000.0, True, None, "😀", {"b": {}}],
        "b": {"a": ""},
    }


def test_every_place_is_named_by_line_and_keys() -> None:
    text = """{
      "a": NaN,
      "b": {"c": [1, {"d": -Infinity, "d": 2}]},
      "a": 1e400,
      "x": "\\ud800",
      "y": [[], 99999999999999999999]
    }"""
    assert places(text) == [
        (2, "a", "NaN"),
        (3, "b.c.1.d", "-Infinity"),
        (3, "b.c.1.d", "d"),
        (4, "a", "a"),
        (4, "a", "1e400"),
        (5, "x", '"\\ud800"'),
        (6, "y.1", "99999999999999999999"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ('{"a":\n1', 2), ("{}\n}", 2), ("[1,]", 1), ("{'a': 1}", 1), ("9" * 5000, 1)],
    ids=["empty", "cut", "too-much", "comma", "quotes", "five-thousand-digits"],
)
def test_what_is_no_json_is_named_by_its_line(text: str, line: int) -> None:
    assert [found[0] for found in places(text)] == [line]


def test_brackets_without_end_are_no_traceback() -> None:
    assert places("[" * 200_000)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decoded("\ufeffa".encode()) == "a"
    assert strict_json.read("\ufeff{}".encode()) == {}


@pytest.mark.parametrize(
    ("raw", "line", "found"),
    [
        ("a\nb".encode("utf-16"), 1, "UTF-16 text"),
        ("a\nb".encode("utf-32"), 1, "UTF-32 text"),
        ("a\nb".encode("utf-16-le"), 1, "byte 00"),
        ("a\nCôte".encode("latin-1"), 2, "byte f4"),
        ("a\nCôte".encode()[:-3], 2, "byte c3"),
        (b"a\n\n\0", 3, "byte 00"),
    ],
)
def test_another_encoding_is_named(raw: bytes, line: int, found: str) -> None:
    with pytest.raises(TextError) as caught:
        decoded(raw)
    assert (caught.value.line, caught.value.found) == (line, found)
    assert caught.value.advice.startswith("Save the file as UTF-8")
