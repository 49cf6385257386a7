"""Text from data stays text wherever Streamlit reads Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.basics.markdown_text import for_streamlit

STREAMLITS_OWN = re.compile(r":[\w+-]|--|->|<-|<=|>=")
"""What Streamlit makes icons, colours, arrows and dashes of, once Markdown has read the escapes."""


def as_read(text: str) -> str:
    """What is left where Markdown has read the escapes."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://example.org/x.png)",
        "[x](https://example.org)",
        "$x^2$",
        "$$x$$",
        ":red[x]",
        ":material/home:",
        ":smile: :+1:",
        ":streamlit:",
        "a -> b <- c -- d",
        "<b>x</b> &lt;",
        "# x",
        "`x` **x** _x_ ~~x~~",
        "https://example.org www.example.org me@example.org",
    ],
)
def test_markup_is_read_as_the_text_it_is(text: str) -> None:
    safe = for_streamlit(text)
    bare = re.sub(r"\\.", "", safe)
    assert not re.search(r"[\\`*_\[\]<>&|~#$\n]|://", bare)
    assert not STREAMLITS_OWN.search(as_read(safe))
    assert as_read(safe).replace("\u2060", "") == text


@given(st.text())
def test_no_text_is_lost_and_none_is_markup(text: str) -> None:
    safe = for_streamlit(text)
    assert not STREAMLITS_OWN.search(as_read(safe))
    assert as_read(safe).replace("\u2060", "") == " ".join(text.split()).replace("\u2060", "")


def test_a_plain_name_stays_as_it_is() -> None:
    for name in ("Poland", "Côte d'Ivoire", "Bosnia and Herzegovina", "Guinea-Bissau"):
        assert for_streamlit(name) == name
