"""Files made for readers: each made once however many ask, kept while there is room."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

import streamlit as st

from geo.answers.files.catalogue import File
from geo.answers.words.exports import SIZES
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics.shared_cache import SharedCache
from geo.server.clients import HERE, client_of

_MEGABYTE = 2**20
_WANTED = "export_wanted"


def weight(file: File) -> int:
    """The bytes of a file."""
    return len(file.content)


# One at a time: the page itself needs the other core.
FILES: SharedCache[File] = SharedCache(
    "files", weight, limit_bytes=32 * _MEGABYTE, workers=1, waiting=24, each=4, shares=HERE
)


def content(key: Hashable, make: Callable[[], File]) -> bytes:
    """The bytes of a file, made now unless kept. Raises BusyError, and what `make` raises."""
    return _content(key, make, asker())


def _content(key: Hashable, make: Callable[[], File], who: str) -> bytes:
    return FILES.ask(key, make, who).result().content


def asker() -> str:
    """Return who asks, as shares are told apart."""
    return client_of(st.context.ip_address)


def later(key: Hashable, make: Callable[[], File]) -> Callable[[], bytes]:
    """For a download button: nothing is made before somebody asks.

    Who asks is noted now: when the file is asked for, it is outside of any run of the page.
    """
    return partial(_content, key, make, asker())


def size(key: Hashable, tongue: Tongue = ENGLISH) -> str:
    """Return how much a file weighs, in words, once it has been made; before that nothing."""
    file = FILES.get(key)
    return size_words(len(file.content), tongue) if file else ""


def size_words(count: int, tongue: Tongue) -> str:
    """Bytes as a reader counts them: 412 kB, 1.4 MB."""
    if count >= 999_500:
        return tongue.text(SIZES["megabytes"], count=tongue.number(count / 1e6, 1))
    return tongue.text(SIZES["kilobytes"], count=max(1, round(count / 1e3)))


def make_button(label: str, key: Hashable, *, name: str, icon: str) -> None:
    """A button for a file that takes long: it is offered once it has been asked for and made."""
    st.button(label, key=name, icon=icon, on_click=_want, args=(key,), width="stretch")


def is_wanted(key: Hashable) -> bool:
    """Tell whether this reader has just asked for a file; asking once makes it once."""
    return bool(st.session_state.pop(_WANTED, None) == key)


def _want(key: Hashable) -> None:
    st.session_state[_WANTED] = key
