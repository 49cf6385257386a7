"""What the page says before its scripts run, and to whoever runs none.

Programs that make a card of a shared address, and search engines, read its head; readers without
scripts get the answer itself: the sentence, the picture, the flank, a country's dossier, and links
to more. Values of the address are hostile; they are written as text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from geo.answers import permalink, share_texts
from geo.answers.country.dossier import dossier
from geo.answers.words import english, headline
from geo.answers.words.legend import NOT_A_MINEFIELD_MAP
from geo.basics.choices import FIRST_DAY
from geo.pictures.captions import alt_text
from geo.records.source_tiers import weak_mark
from geo.web.documents.dossiers import LISTED
from geo.web.templating import cited, render

if TYPE_CHECKING:
    from geo.answers.permalink import Place
    from geo.atlas import Atlas

CARD_PX = (1200, 900)
"""The size of the picture of a card, in pixels."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """Where the reader is, and what a page at his address is made of.

    `base` is the address of the server, ending in a slash; `picture` is the address below it of the
    picture of the place, `links` are those of more of the day, with their words; `complaints` say
    what of the address was not understood.
    """

    atlas: Atlas
    place: Place
    base: str
    picture: str
    links: tuple[tuple[str, str], ...] = ()
    complaints: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the page is called: the place and its day."""
        name = self.atlas.record.states[self.place.country].name if self.place.country else ""
        called = share_texts.title(self.place, dated=True)
        return f"{name}. {called}" if name else called

    @property
    def sentence(self) -> str:
        """The sentence to quote: of the chosen state, or else of the day."""
        view = self.atlas.on(self.place.date, self.place.worldview)
        chosen = self.place.country
        return headline.state_sentence(view, chosen) if chosen else headline.headline(view)

    def head(self) -> str:
        """The elements of the head: title, description, canonical address, the card."""
        return render(
            "first_view_head.html",
            here=self,
            address=share_texts.address(self.base, self.place),
            alt=_alt(self.atlas, self.place),
            size=CARD_PX,
        )

    def answer(self) -> str:
        """The page for a reader without scripts, to stand in a `noscript`."""
        return _answer(self.atlas, self.place, self.picture, self.links, self.complaints)


@lru_cache(maxsize=256)
def _alt(atlas: Atlas, place: Place) -> str:
    return alt_text(atlas.on(place.date, place.worldview), place.view)


@lru_cache(maxsize=256)
def _answer(
    atlas: Atlas,
    place: Place,
    picture: str,
    links: tuple[tuple[str, str], ...],
    complaints: tuple[str, ...],
) -> str:
    view, sources = atlas.on(place.date, place.worldview), atlas.record.sources
    chosen = place.country
    return render(
        "first_view.html",
        view=view,
        place=place,
        to=partial(_to, place),
        kept={k: v for k, v in permalink.encode(place).items() if k != "date"},
        listed=[view.states[iso_a3] for iso_a3 in LISTED],
        first_day=FIRST_DAY,
        first_words=english.FIRST_VIEW,
        no_minefields=NOT_A_MINEFIELD_MAP,
        links=links,
        complaints=complaints,
        picture=picture,
        alt=_alt(atlas, place),
        sentence=headline.headline(view),
        d=dossier(atlas, chosen, view) if chosen else None,
        told_of=headline.state_sentence(view, chosen) if chosen else "",
        cited=partial(cited, sources=sources),
        mark=partial(weak_mark, sources=sources),
    )


def _to(place: Place, iso_a3: str) -> str:
    return permalink.query(replace(place, country=iso_a3))
