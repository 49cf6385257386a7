"""The claims tab: what the articles say, the verdict on it, and the figures behind it.

A claim decided by code can also be asked on the day of the slider. What a date step changes is
only the articles with another verdict or figure; all other HTML stays the same to the byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import streamlit as st

from geo.answers.claims import NOT_YET, Assessment, Span, assess_all, spans
from geo.answers.filters import DECIDED, VERDICTS, choices
from geo.answers.words import english
from geo.atlas import FIRST_DAY
from geo.basics.dates import PartialDate
from geo.basics.formats import short_date
from geo.server.page.tabs.filters import pick
from geo.web.templating import cited, number, render

if TYPE_CHECKING:
    from geo.answers.claims.predicates import Figure
    from geo.answers.permalink import Place
    from geo.atlas import Atlas

CLAIMS_ASKED = "claims_asked"
"""The key of the switch that asks claims on the chosen day."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims a reader wants to see; empty means every one."""

    article: str = ""
    verdict: str = ""
    decided_by: str = ""
    country: str = ""

    def takes(self, found: Assessment) -> bool:
        """Whether a claim, as it stands, is among them."""
        claim = found.claim
        return (
            self.article in ("", claim.article_id)
            and self.verdict in ("", found.verdict)
            and self.decided_by in ("", found.decided_by)
            and (not self.country or self.country in claim.subject_iso_a3)
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as it is shown: `own_verdict` is that of its article's own day."""

    claim_id: str
    verdict: str
    own_verdict: str
    figures: tuple[Figure, ...]
    spans: tuple[Span, ...]


def claims_tab(atlas: Atlas, place: Place) -> None:
    """Draw the filters and the claims they leave."""
    with st.container(key="claim_filters", horizontal=True, vertical_alignment="bottom"):
        choice = _filters(atlas)
        asked = st.toggle(
            "Ask on the chosen day",
            key=CLAIMS_ASKED,
            help="Tests what the code decides on the day of the slider, not on the article’s own.",
        )
    for piece in pieces(atlas, choice, place.date if asked else None):
        st.html(piece)


def show_claims_of(iso_a3: str) -> None:
    """Open the tab on the claims about one state; for a button's `on_click`."""
    st.session_state["claims_country"] = iso_a3
    st.session_state["tab"] = "claims"


def pieces(atlas: Atlas, choice: Choice, day: date | None) -> tuple[str, ...]:
    """The tab as HTML: an introduction, then a piece an article. `day` None: each article's own."""
    chosen = [found for found in _assessed(atlas, day) if choice.takes(found)]
    own = {found.claim.claim_id: found.verdict for found in _assessed(atlas, None)}
    lines: dict[str, list[Line]] = {}
    for found in chosen:
        claim_id = found.claim.claim_id
        line = Line(
            claim_id, found.verdict, own[claim_id], found.figures, spans(found.claim, atlas)
        )
        lines.setdefault(found.claim.article_id, []).append(line)
    shown = frozenset(found.claim.claim_id for found in chosen)
    intro = render(
        "tab_claims_intro.html",
        day=day,
        count=len(chosen),
        total=len(atlas.record.claims),
        tally=Counter(found.verdict for found in chosen),
        by_code=sum(found.decided_by == "code" for found in chosen),
        differing=sum(found.verdict != own[found.claim.claim_id] for found in chosen),
        verdicts=(*VERDICTS, NOT_YET),
    )
    articles = (_article(atlas, name, tuple(each), shown) for name, each in lines.items())
    return (intro, *articles)


def span_words(spans: Iterable[Span], verified_to: date) -> str:
    """When a claim is true in full: `from 1 Mar 1999 to 31 Oct 2003`, days included."""
    words = []
    for span in spans:
        if span.first == FIRST_DAY and span.last is None:
            return "on every day of the record"
        last = f"to {short_date(span.last or verified_to)}"
        first = "up" if span.first == FIRST_DAY else f"from {short_date(span.first)}"
        words.append(f"{first} {last}{'' if span.last else ', the end of the record'}")
    return "; ".join(words)


def figure_words(figure: Figure) -> str:
    """The value of a figure with its unit, a date in words."""
    if figure.unit == "date":
        return PartialDate.parse(str(figure.value)).words()
    value = number(figure.value) if isinstance(figure.value, int | float) else figure.value
    return f"{value} {figure.unit}".rstrip()


def _filters(atlas: Atlas) -> Choice:
    record, verdicts = atlas.record, english.DOSSIER["verdicts"]
    options = choices(atlas)
    return Choice(
        article=pick(
            "Article", options, lambda name: record.sources[name].publisher, "claims_article"
        ),
        verdict=pick("Verdict", options, verdicts.__getitem__, "claims_verdict"),
        decided_by=pick("Decided", options, DECIDED.__getitem__, "claims_decided"),
        country=pick(
            "State it speaks of",
            options,
            lambda iso_a3: record.states[iso_a3].name,
            "claims_country",
        ),
    )


@lru_cache(maxsize=64)
def _assessed(atlas: Atlas, day: date | None) -> tuple[Assessment, ...]:
    return assess_all(atlas, day)


@lru_cache(maxsize=256)
def _article(atlas: Atlas, article_id: str, lines: tuple[Line, ...], shown: frozenset[str]) -> str:
    claims = {claim.claim_id: claim for claim in atlas.record.claims}
    return render(
        "tab_claims.html",
        article=atlas.record.sources[article_id],
        article_date=claims[lines[0].claim_id].article_date,
        lines=lines,
        claims=claims,
        shown=shown,
        states=atlas.record.states,
        spans=partial(span_words, verified_to=atlas.verified_to),
        figure_words=figure_words,
        cited=partial(cited, sources=atlas.record.sources),
    )
