"""The reader's own documents: in his language, of what he supposes and the line he has chosen."""

from __future__ import annotations

import streamlit as st

from geo.answers.permalink import Place
from geo.answers.words.tongue import Tongue
from geo.server import current_data
from geo.server.api import embed_addresses
from geo.server.page import controls

_OPENED_IN = "opened_in"


def own_files(place: Place) -> dict[str, str]:
    """The addresses of what takes the place of the record's documents, by role."""
    edition, language = current_data.CURRENT.get().edition, controls.tongue().language
    return embed_addresses.own_files(place, edition, language, opened_in().language)


def opened_in() -> Tongue:
    """The tongue in which the page was opened: with another one the map's frame would come anew,
    so that frame stays in this one and is given the words of any other as a document.
    """
    tongue: Tongue = st.session_state.setdefault(_OPENED_IN, controls.tongue())
    return tongue
