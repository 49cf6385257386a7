"""The atlas as a folder of static files that any web server carries to any number of readers."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from geo.answers.country.dossier import dossier
from geo.answers.data.credits import data_version
from geo.answers.files import catalogue
from geo.answers.files.status_changes import changes
from geo.answers.following.files import followed
from geo.answers.permalink import LANDING_DAY, Place, query
from geo.answers.search import search
from geo.answers.words import extents, headline, held
from geo.answers.words.picture import TITLE
from geo.atlas import FLANK, Atlas, View
from geo.basics.atomic_files import expect_folder
from geo.basics.atomic_folders import write_folder
from geo.basics.choices import LANGUAGES, Extent, Language
from geo.basics.errors import AtlasError
from geo.basics.languages import USUAL
from geo.pictures import alt_text
from geo.pictures import render as picture
from geo.pictures.compact import compact
from geo.pictures.link_preview import link_preview
from geo.pictures.paper import state_sheet
from geo.pictures.paper.map_frame import around
from geo.records.source_tiers import weak_mark
from geo.web import crawlers, standalone
from geo.web.at_once import files_of
from geo.web.editions import INDEX, SHARED, Edition, editions
from geo.web.templating import cited, render

ENGLISH_ONLY = Edition()
MANIFEST = "site.json"
MAKER = "python -m geo site"
TEXTS = (".html", ".json", ".xml", ".atom", ".ics", ".txt")
STYLES = ("colours.css", "page.css", "record.css", "standalone.css", "paper.css")


@dataclass(frozen=True, slots=True)
class Report:
    """What was written: sizes in bytes by file name, and how long it took."""

    files: dict[str, int]
    seconds: float


def build(
    atlas: Atlas,
    out: Path,
    base_url: str = "",
    states: Collection[str] | None = None,
    languages: tuple[Language, ...] = LANGUAGES,
) -> Report:
    """Write the site to `out`, which it replaces as a whole or leaves as it was.

    It has a page of each of the `states`, by default of all, in English, and its other pages in the
    `languages`, of which English is always one. `base_url` is where it will stand;
    without it there is no sitemap, feed or calendar, whose addresses must be whole. Raises
    AtlasError for a folder that holds anything but a site made here, and for one that cannot be
    written.
    """
    began = time.perf_counter()
    out = out.resolve()
    _must_be_ours(out)
    chosen = atlas.record.states if states is None else states
    address = f"{base_url.rstrip('/')}/" if base_url else ""
    files = packed(_files(atlas, address, chosen, languages))
    files[MANIFEST] = _manifest(atlas, files)
    write_folder(out, files)
    sizes = {name: len(content) for name, content in sorted(files.items())}
    return Report(sizes, time.perf_counter() - began)


def _files(
    atlas: Atlas, address: str, states: Collection[str], languages: tuple[Language, ...]
) -> dict[str, bytes]:
    view = atlas.on(LANDING_DAY)
    files = {
        "404.html": missing_page(editions(languages, address)).encode(),
        "changes.json": _json(changes(atlas)),
        "data.zip": catalogue.export(atlas, view, "record", "zip").content,
    }
    every = editions(languages, address)
    for edition in every:
        files |= {
            edition.path(name): page for name, page in _spoken(atlas, view, states, edition).items()
        }
    files |= files_of(partial(state_files, atlas, view, address=address), states)
    pages = sorted(name for name in files if name.endswith(".html") and name != "404.html")
    if address:
        for edition in every:
            files |= _to_follow(atlas, edition)
        alternates = {each.whole(name): each.alternates(name) for each in every for name in _SPOKEN}
        own = {each.path(name) for each in every for name in _SPOKEN}
        whole = [*alternates, *(urljoin(address, name) for name in pages if name not in own)]
        files["sitemap.xml"] = crawlers.sitemap(sorted(whole), atlas.verified_to, alternates)
    files["robots.txt"] = crawlers.robots(address)
    return files


def _to_follow(atlas: Atlas, edition: Edition) -> dict[str, bytes]:
    """Feed and calendar in a language, with links to its pages."""
    feed, calendar = (edition.path(name) for name in ("feed.atom", "calendar.ics"))
    page, tongue = edition.whole(INDEX), edition.tongue
    own = f"{edition.address}{feed}"
    return {
        feed: followed(atlas, "atom", page, own_address=own, tongue=tongue),
        calendar: followed(atlas, "ics", page, tongue=tongue),
    }


_SPOKEN = (INDEX, "glossary.html", "states/index.html")
"""The pages that are in each language."""


def _spoken(
    atlas: Atlas, view: View, states: Collection[str], edition: Edition
) -> dict[str, bytes]:
    """Them in one language, and the picture that is shown with a link to them."""
    whole = edition.whole(INDEX) if edition.address else ""
    front = standalone.page(atlas, address=whole, site=edition, tongue=edition.tongue)
    words, listed = glossary_page(edition), states_page(atlas, view, states, edition)
    title, sentence = edition.tongue.text(TITLE), headline.headline(view, edition.tongue)
    shared = compact(link_preview(atlas, view, title, sentence, tongue=edition.tongue))
    pages = (front, words.encode(), listed.encode())
    return {SHARED: shared, **dict(zip(_SPOKEN, pages, strict=True))}


def state_files(atlas: Atlas, view: View, iso_a3: str, address: str) -> dict[str, bytes]:
    """Return the page and the picture of a state, by their places below `address`.

    A state of the flank is there on paper, too.
    """
    shown = around(atlas.borders(view.worldview), iso_a3)
    extent: Extent = shown if isinstance(shown, str) else "world"
    box = None if isinstance(shown, str) else shown
    drawn = picture(
        atlas, view, extent=extent, extent_bounds=box, fmt="png", scale=1, highlight=iso_a3
    )
    files = {
        f"states/{iso_a3}.html": state_page(atlas, view, iso_a3, address).encode(),
        f"states/{iso_a3}.png": compact(drawn),
    }
    if iso_a3 in FLANK:
        files[f"states/{iso_a3}.pdf"] = state_sheet(atlas, view, iso_a3, address)
    return files


def packed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Adds a gzipped copy beside each text, as web servers send it (`gzip_static`)."""
    texts = {
        f"{name}.gz": gzip.compress(content, 9, mtime=0)
        for name, content in files.items()
        if name.endswith(TEXTS)
    }
    return files | texts


def missing_page(every: Sequence[Edition]) -> str:
    """The page of an address that the site does not have: one for all languages, in each."""
    return render("site_missing.html", every=every, style=_style())


def glossary_page(edition: Edition = ENGLISH_ONLY) -> str:
    """The page that explains the words of the field."""
    name = "glossary.html"
    return render(
        "site_glossary.html", edition.tongue, edition=edition, page_name=name, style=_style()
    )


def states_page(
    atlas: Atlas, view: View, states: Collection[str], edition: Edition = ENGLISH_ONLY
) -> str:
    """The page that leads to those of all states, in the order of their names."""
    tongue, name = edition.tongue, "states/index.html"
    listed = [row.state for row in search(atlas, tongue).all if not row.says]
    return render(
        "site_states.html",
        tongue,
        view=view,
        told=held.told(view.held, None, tongue),
        sentence=headline.headline(view, tongue),
        states=[view.states[iso_a3] for iso_a3 in listed if iso_a3 in states],
        edition=edition,
        page_name=name,
        to_states="" if edition.language == USUAL else f"{edition.root(name)}states/",
        style=_style(),
    )


def state_page(atlas: Atlas, view: View, iso_a3: str, address: str = "") -> str:
    """The page of a state; `address` is where the site will stand, if known."""
    sources = atlas.record.sources
    shown = around(atlas.borders(view.worldview), iso_a3)
    return render(
        "site_state.html",
        d=dossier(atlas, iso_a3, view),
        view=view,
        told=held.told(view.held, None),
        record=atlas.record,
        sentence=headline.state_sentence(view, iso_a3),
        cited=partial(cited, sources=sources),
        mark=partial(weak_mark, sources=sources),
        iso_a3=iso_a3,
        others=[view.states[other] for other in FLANK if other != iso_a3],
        alt=alt_text(view, extents.DETAIL if isinstance(shown, tuple) else shown),
        shown=shown,
        query=query(Place(view.day, iso_a3)),
        address=address,
        version=data_version(atlas),
        style=_style(),
    )


def _style() -> Any:
    return standalone.styles(STYLES)


def _json(document: Any) -> bytes:
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def _manifest(atlas: Atlas, files: dict[str, bytes]) -> bytes:
    """What the site consists of; by it the next build knows a site it may replace."""
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    return _json({"made_by": MAKER, "data_version": data_version(atlas), "sha256": sums})


def _must_be_ours(out: Path) -> None:
    """Raises AtlasError unless `out` is new, empty, or a site made here with nothing added."""
    expect_folder(out)
    if not out.exists():
        return
    if not out.is_dir():
        raise AtlasError(f"{out}: is a file; name a folder")
    found = {str(path.relative_to(out)) for path in out.rglob("*") if not path.is_dir()}
    strangers = sorted(found - _listed(out / MANIFEST))
    if strangers:
        raise AtlasError(
            f"{out}: holds {strangers[0]}, which is not part of a site made by `{MAKER}`;"
            " nothing was touched; name a new or empty folder"
        )


def _listed(manifest: Path) -> set[str]:
    try:
        said = json.loads(manifest.read_bytes())
        return {MANIFEST, *said["sha256"]} if said["made_by"] == MAKER else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
