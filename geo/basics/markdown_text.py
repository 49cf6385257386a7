"""Text from data inside Markdown: written so that it is read as the text it is."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~#$]|://|(?<=\w)@(?=\w)|(?i:www)(?=\.)")
_AT_THE_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")
_JOINED = re.compile(r":(?=[\w+-])|[-<>=](?=\\?[-<>=])")
"""Where Streamlit, after Markdown is read, still makes icons, colours, arrows and dashes."""

_NO_SPACE = "\u2060"


def escaped(value: object) -> str:
    """A value as one line of Markdown text: what Markdown would read as markup is escaped.

    Addresses in it are not made links by readers that look for them.
    """
    text = " ".join(str(value).split())
    text = _ANYWHERE.sub(_with_backslash, text)
    return _AT_THE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def for_streamlit(value: object) -> str:
    """A value as text in what Streamlit reads as Markdown: captions, warnings, labels, help.

    Streamlit looks for `:red[…]`, `:material/…:`, `:smile:` and `->` in what Markdown has read
    already, where no backslash is left; a joiner without width parts their characters.
    """
    return _JOINED.sub(rf"\g<0>{_NO_SPACE}", escaped(value))


def _with_backslash(found: re.Match[str]) -> str:
    text = found.group()
    if text == "://":
        return ":\\//"
    return f"{text}\\" if text.casefold() == "www" else f"\\{text}"
