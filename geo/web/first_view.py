"""What the page says before its scripts run, and to whoever runs none.

Programs that make a card of a shared address, and search engines, read its head. Its body begins
with the sentence, the figures and the map of the day, where the live page will have them; readers
without scripts get the flank, a country's dossier and links to more besides. Values of the address
are hostile; they are written as text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from markupsafe import Markup

from geo.answers import permalink, share_texts, supposing, through
from geo.answers.country.dossier import dossier
from geo.answers.permalink import Place
from geo.answers.words import headline, held
from geo.answers.words.legend import NOT_A_MINEFIELD_MAP
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View
from geo.basics.choices import FIRST_DAY, Language
from geo.basics.languages import OWN_NAMES
from geo.pictures.captions import alt_text, region_of
from geo.records.source_tiers import weak_mark
from geo.web import static_files
from geo.web.documents.dossiers import LISTED
from geo.web.documents.first_shapes import FirstShapes
from geo.web.first_map import first_map
from geo.web.templating import cited, render

CARD_PX = (1200, 900)
"""The size of the picture of a card, in pixels."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """Where the reader is on his `today`, and what a page at his address is made of.

    `shapes` are those of his view and worldview, None until they are made. `base` is the address of
    the server, ending in a slash; `picture` is the address below it of the picture of the place,
    `links` are those of more of the day, with their words; `complaints` say what of the address was
    not understood, `note` what is told of data that cannot be read, as HTML. All of it is in the
    `tongue` of the reader.
    """

    atlas: Atlas
    shapes: FirstShapes | None
    place: Place
    today: date
    base: str
    picture: str
    links: tuple[tuple[str, str], ...] = ()
    complaints: tuple[str, ...] = ()
    note: str = ""
    tongue: Tongue = ENGLISH

    @property
    def title(self) -> str:
        """Return what the page is called: the place and its day."""
        chosen = self.place.country
        called = share_texts.title(self.place, self.tongue, dated=True)
        if not chosen:
            return called
        return f"{self.tongue.state(chosen, self.atlas.record.states[chosen].name)}. {called}"

    @property
    def view(self) -> View:
        """The day."""
        return self.atlas.on(self.place.date, self.place.worldview)

    @property
    def sentence(self) -> str:
        """The sentence to quote: of the chosen state, or else of the day."""
        chosen = self.place.country
        if chosen:
            return headline.state_sentence(self.view, chosen, self.tongue)
        return through.sentence(self.atlas, self.view, self.place, self.tongue)

    @property
    def alt(self) -> str:
        """The picture in words; in another language than English, what it comes to."""
        told = through.sentence(self.atlas, self.view, self.place, self.tongue)
        if self.tongue is not ENGLISH:
            return f"{told} {self.tongue.text(NOT_A_MINEFIELD_MAP)}"
        return alt_text(self.view, region_of(self.place.view, self.place.lens), told)

    def head(self) -> str:
        """The elements of the head: title, description, canonical address, the card."""
        address = share_texts.address(self.base, self.place)
        named = [(each, replace(self.place, lang=each)) for each in OWN_NAMES]
        alternates = [(each, share_texts.address(self.base, there)) for each, there in named]
        usual = share_texts.address(self.base, replace(self.place, lang=""))
        return render(
            "first_view_head.html",
            self.tongue,
            here=self,
            address=address,
            alternates=[*alternates, ("x-default", usual)],
            size=CARD_PX,
        )

    def body(self) -> str:
        """Write what is painted before any script comes; `noscript` has what these would show."""
        return render(
            "first_view.html",
            self.tongue,
            here=self,
            view=self.view,
            map=Markup(self._map()),
            told=held.told(self.atlas.record.held, self.today, self.tongue),
            note=Markup(self.note),
            supposed=supposing.told(self.atlas, self.tongue),
            recorded=permalink.query(replace(self.place, what_if="")),
            to=self._to,
            kept={k: v for k, v in permalink.encode(self.place).items() if k != "date"},
            listed=[self.view.states[iso_a3] for iso_a3 in LISTED],
            languages=self._languages(),
            first_day=FIRST_DAY,
            script=Markup(static_files.fixed()["first_view.js"].body.decode()),
            sentence=through.sentence(self.atlas, self.view, self.place, self.tongue),
            place=self.place,
            line=through.line(self.atlas, self.view, self.place),
            dossier=Markup(self._dossier()),
        )

    def _map(self) -> str:
        if self.shapes is None:
            return ""
        return first_map(self.shapes, self.view, self.place, self.alt, self.tongue)

    def _dossier(self) -> str:
        """The dossier of the chosen state, in English as yet."""
        chosen, sources = self.place.country, self.atlas.record.sources
        if not chosen:
            return ""
        return render(
            "first_view_dossier.html",
            d=dossier(self.atlas, chosen, self.view),
            sentence=headline.state_sentence(self.view, chosen),
            cited=partial(cited, sources=sources),
            mark=partial(weak_mark, sources=sources),
        )

    def _languages(self) -> list[tuple[Language, str, str]]:
        """Where the same is said in each language, and what that is called."""
        at = {each: permalink.query(replace(self.place, lang=each)) for each in OWN_NAMES}
        return [(each, name, at[each]) for each, name in OWN_NAMES.items()]

    def _to(self, iso_a3: str) -> str:
        return permalink.query(replace(self.place, country=iso_a3))
