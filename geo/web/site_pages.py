"""The pages of a site that need no script: of a state, of all states, of words, of what is missing.

All but the last share a style sheet and an icon at the root of the site, and name them by the way
there, so that they look alike on a server and opened from disk. Links to sources open where the
reader is, and tell nobody where he came from (`referrer`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from geo.answers.country.dossier import dossier
from geo.answers.data.credits import data_version
from geo.answers.permalink import Place, query
from geo.answers.search import search
from geo.answers.words import citing, extents, headline, held
from geo.answers.words.legend import NOT_A_MINEFIELD_MAP
from geo.answers.words.picture import MAP_OF
from geo.answers.words.tongue import Tongue
from geo.atlas import FLANK, Atlas, View
from geo.pictures import alt_text
from geo.pictures.paper.map_frame import around
from geo.web import standalone, static_files
from geo.web.editions import Edition
from geo.web.inlined import styles
from geo.web.templating import cited, render

ENGLISH_ONLY = Edition()
GLOSSARY, STATES = "glossary.html", "states/index.html"
STYLESHEET, ICON = "style.css", "icon.svg"
STYLES = ("colours.css", "page.css", "record.css", "standalone.css", "paper.css")


def shared(atlas: Atlas) -> dict[str, bytes]:
    """The files that the pages of all languages have in common, those with a map among them."""
    own = {ICON: static_files.ICON.read_bytes(), STYLESHEET: styles(STYLES).encode()}
    return own | standalone.beside(atlas)


def page_of(iso_a3: str) -> str:
    """Where the page of a state lies in the folder of its language."""
    return f"states/{iso_a3}.html"


def missing_page(every: Sequence[Edition]) -> str:
    """The page of an address that the site does not have: one for all languages, in each.

    It is shown at any address, from which there is no telling the way to another file.
    """
    return render("site_missing.html", every=every, style=styles(STYLES))


def glossary_page(edition: Edition = ENGLISH_ONLY) -> str:
    """The page that explains the words of the field."""
    return _page("site_glossary.html", edition, GLOSSARY)


def states_page(
    atlas: Atlas, view: View, states: Collection[str], edition: Edition = ENGLISH_ONLY
) -> str:
    """The page that leads to those of all states, in the order of their names."""
    listed = [row.state for row in search(atlas, edition.tongue).all if not row.says]
    return _page(
        "site_states.html",
        edition,
        STATES,
        view=view,
        told=held.told(view.held, None, edition.tongue),
        sentence=headline.headline(view, edition.tongue),
        states=[view.states[iso_a3] for iso_a3 in listed if iso_a3 in states],
    )


def state_page(
    atlas: Atlas,
    view: View,
    iso_a3: str,
    edition: Edition = ENGLISH_ONLY,
    states: Collection[str] = (),
) -> str:
    """The page of a state, with links to those of its neighbours that are among the `states`.

    What sources say, and the words of the picture, are English in every language.
    """
    tongue, sources = edition.tongue, atlas.record.sources
    shown = around(atlas.borders(view.worldview), iso_a3)
    return _page(
        "site_state.html",
        edition,
        page_of(iso_a3),
        d=dossier(atlas, iso_a3, view, tongue),
        view=view,
        told=held.told(view.held, None, tongue),
        record=atlas.record,
        sentence=headline.state_sentence(view, iso_a3, tongue),
        cited=partial(cited, sources=sources, tongue=tongue),
        mark=partial(citing.weak, sources=sources, tongue=tongue),
        iso_a3=iso_a3,
        others=[view.states[other] for other in FLANK if other != iso_a3],
        paged=states,
        picture=f"states/{iso_a3}.png",
        sheet=f"states/{iso_a3}.pdf" if iso_a3 in FLANK else "",
        alt=_alt(view, extents.DETAIL if isinstance(shown, tuple) else shown, tongue),
        shown=shown,
        listed_below=True,
        query=query(Place(view.day, iso_a3)),
        version=data_version(atlas),
    )


def _alt(view: View, extent: str, tongue: Tongue) -> str:
    """The picture in words: which states of the flank are bound, where it shows them; against what
    the record was held stands at the foot of the page.
    """
    if extent == "flank":
        return alt_text(view, extent, tongue=tongue)
    shown = tongue.text(MAP_OF[extent], day=tongue.on(view.day))
    told = (shown, headline.headline(view, tongue), tongue.text(NOT_A_MINEFIELD_MAP))
    return " ".join(told)


def _page(template: str, edition: Edition, name: str, **values: Any) -> str:
    root = edition.root(name)
    return render(
        template,
        edition.tongue,
        edition=edition,
        page_name=name,
        stylesheet=f"{root}{STYLESHEET}",
        icon=f"{root}{ICON}",
        away=Markup(),
        **values,
    )
