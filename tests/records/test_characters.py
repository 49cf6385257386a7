"""Joiners where languages need them, and no character that a reader does not see."""

# ruff: noqa: RUF001 -- letters of many scripts are what is tested here

import pytest

from geo import records
from geo.records import characters
from tests.records.spoiled import Copy, found

ZWNJ, ZWJ = "\u200c", "\u200d"

JOINED = {
    "Persian": "نروژ می\u200cپیوندد",
    "Persian with a figure": "۲۰\u200cساله",
    "Urdu": "آئی\u200cاین",
    "Hindi": "क्\u200dष",
    "Bengali": "র\u200d্যাব",
    "Sinhala": "ශ්\u200dරී ලංකාව",
    "Malayalam": "ക്\u200cഷ",
    "Kannada": "ರ್\u200cಕ",
    "Kurdish": "ئێمه\u200cیه",
}
HIDDEN = {
    "between Latin letters": "Nor\u200cway",
    "between Cyrillic letters": "Нор\u200dвегия",
    "at the beginning": "\u200cنروژ",
    "at the end": "نروژ\u200c",
    "at the end of a word": "نروژ\u200c می",
    "twice": "می\u200c\u200cپیوندد",
    "beside a Latin letter": "می\u200ca",
    "alone": "\u200d",
    "in an emoji": "👩\u200d👧",
    "a soft hyphen": "Nor\u00adway",
    "a mark of direction": "Norway\u200f",
    "a filler": "Norway\u3164",
    "what was lost": "C\ufffdte",
    "a surrogate": "Nor\ud800way",
    "marks piled up": "N" + "\u0301" * 40,
    "a zero-width space": "Nor\u200bway",
    "a byte order mark": "\ufeffNorway",
}


@pytest.mark.parametrize("text", JOINED.values(), ids=JOINED)
def test_a_joiner_inside_a_word_is_read(text: str) -> None:
    assert characters.fault(text) is None


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_named(text: str) -> None:
    fault = characters.fault(text)
    assert fault
    assert "Remove the character" in fault[1]


@pytest.mark.parametrize(
    "text", ["Côte d'Ivoire", "Türkiye", "São Tomé", "Việt Nam", "Ελλάδα", "Україна", "日本", "ไทย"]
)
def test_names_of_any_script_are_read(text: str) -> None:
    assert characters.fault(text) is None


def test_a_title_in_persian_is_read_as_it_is_written(copy: Copy) -> None:
    key = "pol-2025-withdrawal-notice"
    copy.set("events.csv", key, title=JOINED["Persian"], detail="नॉर्वे जुड़ता है।")
    (event,) = (e for e in records.load(copy.directory).events if e.event_id == key)
    assert event.title == JOINED["Persian"]


def test_a_joiner_between_latin_letters_is_named_with_its_cell(copy: Copy) -> None:
    line = copy.set("states.csv", "NOR", name=f"Nor{ZWNJ}way")
    told = found(copy.problems(), "states.csv", line, "name")
    assert "ZERO WIDTH NON-JOINER" in told.advice
