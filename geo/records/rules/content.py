"""What facts, claims and disagreements must look like beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from geo.basics.dates import PartialDate
from geo.basics.problems import Problem
from geo.records.cells import FIGURE
from geo.records.rows import STAGES, Fact
from geo.records.unchecked import Row, UncheckedRecord

_NO_FIGURES = ("text", "date", "year")
"""Units of values that are no figures."""

_NO_NUMBERS = ("inf", "infinity", "nan")
"""Words that programs read as numbers."""

_FIGURE = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,3})?", re.ASCII)


def units_fit_their_metrics(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A fact is in a unit that metrics.csv gives its metric, and every metric there is used."""
    units = {row.value.metric: row.value.units for row in unchecked.metrics}
    for fact in unchecked.facts:
        metric = fact.value.metric
        if metric in units and fact.value.unit not in units[metric]:
            expected = f"a unit of {metric}: {' or '.join(units[metric])}"
            yield fact.problem("unit", expected, "Correct it, or add the unit to metrics.csv.")
    for row in unchecked.metrics:
        used = {f.value.unit for f in unchecked.facts if f.value.metric == row.value.metric}
        if spare := [unit for unit in row.value.units if unit not in used]:
            advice = "Remove it: no fact uses it."
            yield row.problem("units", "units that facts use", advice, ";".join(spare))


def stages_do_not_go_back(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """What is built is not announced again: on one thing of one programme, later is no less far."""
    told: dict[tuple[str, str, str, str], list[Row[Fact]]] = defaultdict(list)
    for row in unchecked.facts:
        fact = row.value
        if fact.stage in STAGES:
            thing = (fact.iso_a3, fact.neighbour_iso_a3, fact.programme, fact.metric)
            told[thing].append(row)
    for rows in told.values():
        for row in rows:
            further = [
                other
                for other in rows
                if other.value.as_of.last < row.value.as_of.first
                and STAGES.index(other.value.stage) > STAGES.index(row.value.stage)
            ]
            for other in further[:1]:
                expected = (
                    f"{other.value.stage} or further: it had come so far by {other.value.as_of}"
                )
                advice = f"Compare it with line {other.line}, or give it a metric of its own."
                yield row.problem("stage", expected, advice)


def dates_among_the_values_are_dates(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A value whose unit is a date or a year is one; other values may be words, as sources give."""
    for row in unchecked.facts:
        value, unit = row.value.value, row.value.unit
        if unit == "date":
            try:
                PartialDate.parse(value)
            except ValueError as error:
                yield row.problem("value", "YYYY-MM-DD, YYYY-MM or YYYY", f"{error}.")
        elif unit == "year" and not re.fullmatch(r"\d{4}", value, re.ASCII):
            yield row.problem("value", "a year, YYYY", "Write text as the unit of words.")


def figures_among_the_values_are_plain(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """What has a digit in a value that is no text is a figure: "over 2.5", "1200000–1500000"."""
    for row in unchecked.facts:
        if row.value.unit in _NO_FIGURES:
            continue
        for word in re.split("[ –]", row.value.value):
            figure = any(map(str.isnumeric, word)) or word.strip("+-").casefold() in _NO_NUMBERS
            if figure and not _FIGURE.fullmatch(word):
                advice = "Write ranges with a dash, and words apart; or give it the unit text."
                yield row.problem("value", f"figures {FIGURE}", advice, word)


def claims_say_how_they_are_decided(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """What the code decides names a predicate; what the record decides does not."""
    for row in unchecked.claims:
        by_code = row.value.decided_by == "code"
        if by_code and not row.value.predicate:
            yield row.problem("predicate", "a predicate", "Name one, or write record.")
        if not by_code and (row.value.predicate or row.value.arguments):
            advice = "Empty predicate and arguments, or write code."
            yield row.problem("predicate", "nothing where the record decides", advice)


def claims_are_of_articles(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """What a claim is taken from is a source of tier article."""
    tiers = {row.value.source_id: row.value.tier for row in unchecked.sources}
    for row in unchecked.claims:
        if tiers.get(row.value.article_id, "article") != "article":
            advice = "Name the article that says it, or correct the tier of that source."
            yield row.problem("article_id", "a source of tier article", advice)


def conflicts_are_mutual(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A claim in conflict with another is one that the other is in conflict with."""
    conflicts = {row.value.claim_id: row.value.conflicts_with for row in unchecked.claims}
    for row in unchecked.claims:
        claim = row.value
        for other in unchecked.unknown("claims", claim.conflicts_with):
            yield row.problem("conflicts_with", "a claim of this file", "Correct the id.", other)
        for other in claim.conflicts_with:
            if other == claim.claim_id:
                yield row.problem("conflicts_with", "other claims", "Take it out.", other)
            elif claim.claim_id not in conflicts.get(other, (claim.claim_id,)):
                advice = f"Add {claim.claim_id} to {other}, or take {other} out here."
                yield row.problem("conflicts_with", "a conflict both sides name", advice, other)


def references_resolve(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """`fact:ID`, `length:ID` and `event:ID` name rows that exist."""
    resource = {"fact": "facts", "length": "border-lengths", "event": "events"}
    named = [(row, "leading_ref", row.value.leading_ref) for row in unchecked.disagreements]
    for row, column, ref in [*named, *((v, "ref", v.value.ref) for v in unchecked.versions)]:
        if ref:
            kind, _, name = ref.partition(":")
            for missing in unchecked.unknown(resource[kind], (name,)):
                expected = f"an id of {resource[kind]}"
                yield row.problem(column, expected, f"No row is called {missing}; correct the id.")


def disagreements_have_versions(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """It takes two to disagree, and the version that leads is one of them."""
    refs: dict[str, list[str]] = defaultdict(list)
    for row in unchecked.versions:
        refs[row.value.topic_id].append(row.value.ref)
        if not row.value.ref and not row.value.source_ids:
            advice = "Name the row that says it, or the sources."
            yield row.problem("source_ids", "a source where no row is named", advice)
    for topic in unchecked.disagreements:
        name, leading = topic.value.topic_id, topic.value.leading_ref
        if len(refs[name]) < 2:
            found = f"{len(refs[name])} in disagreement_versions.csv"
            yield topic.problem("topic_id", "two versions or more", f"It has {found}.")
        if leading and leading not in refs[name]:
            advice = "Correct it, or add the version to disagreement_versions.csv."
            yield topic.problem("leading_ref", "the ref of one of its versions", advice)


def facts_are_versions_of_their_topics(unchecked: UncheckedRecord) -> Iterator[Problem]:
    """A fact that names a matter in dispute is one of its versions."""
    pairs = {(row.value.topic_id, row.value.ref) for row in unchecked.versions}
    for row in unchecked.facts:
        topic_id = row.value.topic_id
        if topic_id and (topic_id, f"fact:{row.value.fact_id}") not in pairs:
            advice = "Add it to disagreement_versions.csv, or empty the cell."
            yield row.problem("topic_id", "a matter that has this fact as a version", advice)
