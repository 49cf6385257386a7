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

import streamlit as st

from geo.answers.claims import NOT_YET, Assessment, Span, assess_all, spans
from geo.answers.claims.finding import Figure
from geo.answers.filters import VERDICTS, choices
from geo.answers.permalink import Place
from geo.answers.words import tabs as words
from geo.answers.words.citing import published
from geo.answers.words.figures import worth
from geo.answers.words.panel import DOSSIER
from geo.answers.words.said import retold
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FIRST_DAY, Atlas
from geo.server.page import controls
from geo.server.page.tabs.filters import pick, pick_state
from geo.web.templating import cited, render

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
        """Tell whether a claim, as it stands, is among them."""
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
    tongue = controls.tongue()
    with st.container(key="claim_filters", horizontal=True, vertical_alignment="bottom"):
        choice = _filters(atlas, tongue)
        asked = st.toggle(
            tongue.text(words.ASK), key=CLAIMS_ASKED, help=tongue.text(words.ASK_HELP)
        )
    for piece in pieces(atlas, choice, place.date if asked else None, tongue):
        st.html(piece)


def show_claims_of(iso_a3: str) -> None:
    """Open the tab on the claims about one state; for a button's `on_click`."""
    st.session_state["claims_country"] = iso_a3
    st.session_state["tab"] = "claims"


def pieces(
    atlas: Atlas, choice: Choice, day: date | None, tongue: Tongue = ENGLISH
) -> tuple[str, ...]:
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
        tongue,
        day=day,
        count=len(chosen),
        total=len(atlas.record.claims),
        tally=Counter(found.verdict for found in chosen),
        by_code=sum(found.decided_by == "code" for found in chosen),
        differing=sum(found.verdict != own[found.claim.claim_id] for found in chosen),
        verdicts=(*VERDICTS, NOT_YET),
    )
    articles = (_article(atlas, name, tuple(each), shown, tongue) for name, each in lines.items())
    return (intro, *articles)


def span_words(spans: Iterable[Span], verified_to: date, tongue: Tongue = ENGLISH) -> str:
    """When a claim is true: `True from 1 Mar 1999 to 31 Oct 2003.`, days included."""
    told = []
    for span in spans:
        begins = span.first == FIRST_DAY
        if begins and span.last is None:
            return tongue.text(words.TRUE_ALWAYS)
        ends = "whole" if span.last else "open"
        text = words.BEGUN[ends] if begins else words.SPANS[ends]
        first, last = tongue.short(span.first), tongue.short(span.last or verified_to)
        told.append(tongue.text(text, first=first, last=last))
    return tongue.text(words.TRUE, spans="; ".join(told))


def _filters(atlas: Atlas, tongue: Tongue) -> Choice:
    record, verdicts = atlas.record, tongue.all(DOSSIER["verdicts"])
    options = choices(atlas)
    return Choice(
        article=pick(
            words.ARTICLE,
            options,
            lambda name: published(record.sources[name].publisher, tongue),
            "claims_article",
        ),
        verdict=pick(words.VERDICT, options, verdicts.__getitem__, "claims_verdict"),
        decided_by=pick(
            words.DECIDED,
            options,
            lambda by: tongue.text(words.DECIDED_BY[by]),
            "claims_decided",
        ),
        country=pick_state(words.SPEAKS_OF, atlas, "claims_country"),
    )


@lru_cache(maxsize=64)
def _assessed(atlas: Atlas, day: date | None) -> tuple[Assessment, ...]:
    return assess_all(atlas, day)


@lru_cache(maxsize=256)
def _article(
    atlas: Atlas,
    article_id: str,
    lines: tuple[Line, ...],
    shown: frozenset[str],
    tongue: Tongue,
) -> str:
    claims = {claim.claim_id: claim for claim in atlas.record.claims}
    return render(
        "tab_claims.html",
        tongue,
        article=atlas.record.sources[article_id],
        article_date=claims[lines[0].claim_id].article_date,
        lines=lines,
        claims=claims,
        shown=shown,
        states=atlas.record.states,
        spans=partial(span_words, verified_to=atlas.verified_to, tongue=tongue),
        figure_words=lambda figure: worth(figure.value, figure.unit, tongue),
        label=lambda figure: retold(figure.label, tongue),
        cited=partial(cited, sources=atlas.record.sources, tongue=tongue),
    )
