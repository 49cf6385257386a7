"""No cell becomes a formula in a spreadsheet, and no text is lost."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.basics.safe_csv import Cell, safe_cell, to_csv

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        *(
            (f"{sign}1+1", f"'{sign}1+1")
            for sign in "\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
        ),
        *(
            (f"{start}=1", f"'{start}=1")
            for start in (" ", "\u00a0", "\u3000", "\ufeff", "\u200b\u2009")
        ),
        ("\ufeff \uff1d1", "'\ufeff \uff1d1"),
        ("\n=1", "'\n=1"),
        ("– to – =", "– to – ="),
        ("two\r\nlines", "two\nlines"),
        ("plain - text", "plain - text"),
        (-1.5, -1.5),
        (7, 7),
        (True, "true"),
        (False, "false"),
        (None, ""),
    ],
)
def test_a_cell_is_safe_in_a_spreadsheet(value: Cell, cell: object) -> None:
    assert safe_cell(value) == cell


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
)
def test_no_text_becomes_a_formula_and_none_is_lost(rows: list[list[str]]) -> None:
    text = to_csv(["a", "b"], rows)
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert len(read) == len(rows)
    for row, written in zip(rows, read, strict=True):
        for value, cell in zip(row, written, strict=True):
            seen = unicodedata.normalize("NFKC", cell.strip().lstrip("\ufeff\u200b").strip())
            assert not cell.startswith(("\t", "\r", "\n"))
            assert not seen.startswith(("=", "+", "-", "@", "\u2212"))
            told = value.replace("\r\n", "\n").replace("\r", "\n")
            assert cell in (told, f"'{told}")
