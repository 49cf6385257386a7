"""The facts read most are told in every language with their sources, and marked as translated."""

import re

from geo.answers.words import most_read
from geo.answers.words.tongue import ENGLISH, tongue
from geo.basics.choices import LANGUAGES
from geo.web.documents.dossiers import dossiers
from tests.own_data import own_atlas

FACTS = [fact for fact in own_atlas().record.facts if fact.fact_id in most_read.FACTS]


def test_twenty_facts_are_told_in_every_language_with_the_figures_of_the_english() -> None:
    assert len(FACTS) == len(most_read.FACTS) == 20
    faults = []
    for language in LANGUAGES[1:]:
        for fact in FACTS:
            said, mark = most_read.told(fact, tongue(language))
            there, here = (set(re.findall(r"\d{2,}", text)) for text in (said, fact.summary))
            if said == fact.summary or there != here or not mark or mark == most_read.OURS:
                faults.append(f"{language} {fact.fact_id}: {said}")
    assert not faults, "\n".join(faults)


def test_a_dossier_marks_what_is_translated_and_nothing_else() -> None:
    rows = dossiers(own_atlas(), "un", tongue("pl"))["facts"]
    marked = {row["says"]: row["ours"] for row in rows if "ours" in row}
    assert marked == dict(most_read.told(fact, tongue("pl")) for fact in FACTS)
    written = {fact.summary for fact in own_atlas().record.facts}
    assert {row["says"] for row in rows if "ours" not in row} <= written
    assert not [row for row in dossiers(own_atlas(), "un", ENGLISH)["facts"] if "ours" in row]
