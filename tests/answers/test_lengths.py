"""Lengths of the flank: which figure leads, and what a reader is told of it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from geo.answers.country.data import country_answer
from geo.answers.country.markdown import markdown
from geo.answers.data.borders import borders_answer, borders_table
from geo.answers.data.notes import UNITS
from geo.answers.permalink import Place
from geo.answers.words import picture
from geo.answers.words.length_meaning import (
    LAND_LINE_WORDS,
    STRETCH,
    counted_words,
    exact,
    meaning,
    worked_out_words,
)
from geo.answers.words.messages import note_messages
from geo.answers.words.tongue import tongue
from geo.answers.words.translating import TRANSLATED
from geo.atlas import FLANK, Atlas, BorderView
from geo.basics.choices import WORLDVIEWS
from geo.cli import text_tables
from geo.records.rows import LAND_LINE, LENGTH_PARTS, NOT_SAID
from geo.server.page.tabs import tabs
from tests.own_data import own_atlas, own_dossiers

ATLAS = own_atlas()
DAY = date(2026, 2, 20)

LEADING = {
    ("NOR", "RUS"): 197.7,
    ("FIN", "RUS"): 1290,
    ("EST", "RUS"): 338.6,
    ("LVA", "RUS"): 283.6,
    ("LVA", "BLR"): 172.9,
    ("LTU", "BLR"): 678.82,
    ("LTU", "RUS"): 253.7,
    ("POL", "RUS"): 199.62,
    ("POL", "BLR"): 418.24,
}


def border(iso_a3: str, neighbour: str) -> BorderView:
    (found,) = [
        b for b in ATLAS.on(DAY).borders if (b.iso_a3, b.neighbour_iso_a3) == (iso_a3, neighbour)
    ]
    return found


# What leads


def test_the_flank_measures_its_land_lines() -> None:
    flank = ATLAS.on(DAY).flank
    assert {
        (b.iso_a3, b.neighbour_iso_a3): b.leading_km for b in ATLAS.on(DAY).borders if b.flank
    } == LEADING
    assert flank.length_km == pytest.approx(3833.18)
    assert flank.covered_km == 197.7


def test_every_leading_figure_counts_the_same() -> None:
    assert {row.counts for row in ATLAS.record.lengths if row.leading} == {LAND_LINE}
    assert {b.leading_counts for b in ATLAS.on(DAY).borders if b.leading_km} == {LAND_LINE}


def test_a_leading_figure_of_the_flank_rests_on_a_public_body_but_where_the_record_says_so() -> (
    None
):
    sources = ATLAS.record.sources
    without = [
        b.iso_a3
        for b in ATLAS.on(DAY).borders
        if b.flank and not any(sources[s].tier == "official" for s in b.length_source_ids)
    ]
    assert without == []


def test_the_sum_told_beside_the_newspapers_is_that_of_the_borders() -> None:
    (topic,) = [t for t in ATLAS.record.disagreements if t.topic_id == "five-leavers-border"]
    five = sum(km for (iso_a3, _), km in LEADING.items() if iso_a3 != "NOR")
    assert f"add up to {five:,.0f} km" in topic.note


# What a reader is told


def test_the_words_say_what_is_counted_worked_out_and_beside_it() -> None:
    assert meaning(border("FIN", "RUS")) == (
        "Counts dry land, rivers and lakes; worked out by the atlas: 1,080 + 84 + 126 km."
        " With the sea 1,340–1,344 km."
    )
    assert meaning(border("POL", "RUS")).endswith(
        "198.769 + 0.85 km. With the lagoon 210 km; with lagoon and sea 232 km."
    )
    assert meaning(border("LTU", "RUS")) == (
        "Counts dry land, rivers and lakes. With the lagoon 275 km; with lagoon and sea 294–297 km."
    )
    assert meaning(border("NOR", "RUS")) == "Counts dry land, rivers and lakes."
    assert meaning(border("NOR", "SWE")) == ""  # none leads


def test_everything_a_row_may_count_has_its_words() -> None:
    assert counted_words(NOT_SAID) == "source does not say what it counts"
    assert counted_words(("dry",)) == "dry land"
    assert counted_words(("river", "lake")) == "rivers and lakes"
    assert counted_words((*LAND_LINE, "sea")) == "with the sea"
    for row in ATLAS.record.lengths:
        assert counted_words(row.counts)
    for part in LENGTH_PARTS:
        assert counted_words((part,))


def test_figures_keep_their_decimals_and_a_difference_its_sign() -> None:
    assert [exact(km) for km in (1290.0, 198.769, 0.85, 10000.5)] == [
        "1,290",
        "198.769",
        "0.85",
        "10,000.5",
    ]
    assert worked_out_words("467.57 - 296.26") == "worked out by the atlas: 467.57 − 296.26 km"
    assert worked_out_words("") == ""


@pytest.mark.parametrize("iso_a3", FLANK)
def test_every_surface_says_what_a_figure_counts(iso_a3: str) -> None:
    view = ATLAS.on(DAY)
    said = [meaning(b) for b in view.borders_of(iso_a3) if b.flank]
    assert all(text.startswith("Counts dry land, rivers and lakes") for text in said)
    dossier_text = markdown(country_answer(ATLAS, view, iso_a3), ATLAS.record)
    text = re.sub(r"\\", "", dossier_text)
    document = own_dossiers()
    drawn = {
        document["meanings"][b["meaning"]]
        for b in document["borders"]
        if b["flank"] and iso_a3 in b["states"]
    }
    answer = borders_answer(ATLAS, view, iso_a3)
    spreadsheet = borders_table(answer).csv()
    rows = [row["leading_meaning"] for row in answer["borders"]]
    for words_of_it in said:
        assert words_of_it in text
        assert words_of_it in drawn
        assert words_of_it in spreadsheet
        assert words_of_it in rows


def test_what_adds_lengths_up_says_what_they_count() -> None:
    view = ATLAS.on(DAY)
    place = Place(date=DAY)
    assert LAND_LINE_WORDS in text_tables.borders(view)
    assert LAND_LINE_WORDS in picture.SOURCES
    assert LAND_LINE_WORDS in UNITS
    assert LAND_LINE_WORDS in own_dossiers()["leading_words"]
    for tab in ("coverage", "lengths"):
        assert LAND_LINE_WORDS in tabs.part_html(ATLAS, place, tab)


def test_the_tab_shows_every_row_of_the_flank_as_its_source_has_it() -> None:
    html = tabs.part_html(ATLAS, Place(date=DAY), "lengths").replace("\N{NO-BREAK SPACE}", " ")
    for row in ATLAS.record.lengths:
        if row.iso_a3 in FLANK and row.neighbour_iso_a3 in ("RUS", "BLR"):
            assert f'<td class="num">{exact(row.length_km)}</td>' in html
    assert "Worked out by the atlas: 246.93 + 467.57 − 296.26 km" in html
    assert "the Vistula Lagoon (209.83 km): our inference" in html


def test_a_stretch_is_called_as_a_language_calls_it_and_without_words_marked_as_english() -> None:
    """A new name in the data is one more message, so that no catalogue is whole without it."""
    stretches = {row.section for row in ATLAS.record.lengths if row.section}
    assert stretches == {each.english for each in note_messages() if each.context == STRETCH}
    peipsi, narva = "Lake Peipsi", "Narva River"
    named = {peipsi: "Lake Nameless"}
    lengths = [
        replace(row, section=named.get(row.section, row.section)) for row in ATLAS.record.lengths
    ]
    record = replace(ATLAS.record, lengths=tuple(lengths))
    other = Atlas(record, {worldview: ATLAS.borders(worldview) for worldview in WORLDVIEWS})
    wrong = []
    for language in TRANSLATED:
        said = tongue(language)
        own = {name: said.text(name, STRETCH) for name in (peipsi, narva)}
        for atlas, lake in ((ATLAS, own[peipsi]), (other, '<span lang="en">Lake Nameless</span>')):
            html = tabs.part_html(atlas, Place(date=DAY), "lengths", said).replace("\xa0", " ")
            if not (f">{lake}: " in html and f">{own[narva]}: " in html and narva not in html):
                wrong.append((language, lake))
    assert not wrong
