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

from geo.answers.data.credits import data_version
from geo.answers.files import catalogue
from geo.answers.files.status_changes import changes
from geo.answers.following.files import followed
from geo.answers.permalink import LANDING_DAY
from geo.answers.words import headline, usage
from geo.answers.words.picture import TITLE
from geo.atlas import FLANK, Atlas, View
from geo.basics.atomic_files import expect_folder
from geo.basics.atomic_folders import write_folder
from geo.basics.choices import LANGUAGES, Extent, Language
from geo.basics.errors import AtlasError
from geo.pictures import render as picture
from geo.pictures.compact import compact
from geo.pictures.link_preview import link_preview
from geo.pictures.paper import state_sheet
from geo.pictures.paper.map_frame import around
from geo.web import crawlers, site_pages, standalone
from geo.web.at_once import files_of
from geo.web.editions import INDEX, SHARED, Edition, editions

MANIFEST = "site.json"
MAKER = "python -m geo site"
TEXTS = (".html", ".css", ".js", ".svg", ".json", ".xml", ".atom", ".ics", ".txt")
LONG = 50_000
"""From so many bytes on a text that all readers of a language load lies there packed, too."""


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

    It has its pages, one of each of the `states`, by default of all, in each of the `languages`, of
    which English is always one. `base_url` is where it will stand; without it there is no sitemap,
    feed or calendar, whose addresses must be whole. Raises AtlasError for a folder that holds
    anything but a site made here, and for one that cannot be written.
    """
    began = time.perf_counter()
    out = out.resolve()
    _must_be_ours(out)
    chosen = atlas.record.states if states is None else states
    address = f"{base_url.rstrip('/')}/" if base_url else ""
    files = _files(atlas, address, chosen, languages)
    files[MANIFEST] = _manifest(atlas, files)
    write_folder(out, files)
    sizes = {name: len(content) for name, content in sorted(files.items())}
    return Report(sizes, time.perf_counter() - began)


def _files(
    atlas: Atlas, address: str, states: Collection[str], languages: tuple[Language, ...]
) -> dict[str, bytes]:
    view = atlas.on(LANDING_DAY)
    every = editions(languages, address)
    files = {
        "404.html": site_pages.missing_page(every).encode(),
        "changes.json": _json(changes(atlas)),
        "data.zip": catalogue.export(atlas, view, "record", "zip").content,
        **site_pages.shared(atlas),
    }
    files["robots.txt"] = crawlers.robots(address)
    if address:
        pages = [INDEX, site_pages.GLOSSARY, site_pages.STATES, *map(site_pages.page_of, states)]
        whole = [edition.whole(page) for edition in every for page in pages]
        files["sitemap.xml"] = crawlers.sitemap(sorted(whole), atlas.verified_to)
    made = files_of(partial(_made, atlas, view, every, states), [*every, *states])
    return packed(files) | made


def _made(
    atlas: Atlas,
    view: View,
    every: Sequence[Edition],
    states: Collection[str],
    of: Edition | str,
) -> dict[str, bytes]:
    """What a language has but its states, or what a state has in every language."""
    if isinstance(of, Edition):
        spoken = _spoken(atlas, view, states, of)
        return packed(spoken | _to_follow(atlas, of) if of.address else spoken)
    return state_files(atlas, view, of, every, states)


def _to_follow(atlas: Atlas, edition: Edition) -> dict[str, bytes]:
    """Feed and calendar in a language, with links to its pages."""
    feed, calendar = (edition.path(name) for name in ("feed.atom", "calendar.ics"))
    page, tongue = edition.whole(INDEX), edition.tongue
    own = f"{edition.address}{feed}"
    return {
        feed: followed(atlas, "atom", page, own_address=own, tongue=tongue),
        calendar: followed(atlas, "ics", page, tongue=tongue),
    }


def _spoken(
    atlas: Atlas, view: View, states: Collection[str], edition: Edition
) -> dict[str, bytes]:
    """The pages of no one state, and the picture that is shown with a link to a page."""
    whole, tongue = edition.whole(INDEX) if edition.address else "", edition.tongue
    sentence = headline.headline(view, tongue)
    files = {
        INDEX: standalone.page(atlas, address=whole, site=edition, tongue=tongue),
        site_pages.GLOSSARY: site_pages.glossary_page(edition).encode(),
        site_pages.STATES: site_pages.states_page(atlas, view, states, edition).encode(),
        SHARED: compact(link_preview(atlas, view, tongue.text(TITLE), sentence, tongue=tongue)),
    }
    return {edition.path(name): content for name, content in files.items()}


def state_files(
    atlas: Atlas, view: View, iso_a3: str, every: Sequence[Edition], states: Collection[str]
) -> dict[str, bytes]:
    """Return the pages of a state and its picture, by their places below the root of the site.

    A state of the flank is there on paper, too.
    """
    shown = around(atlas.borders(view.worldview), iso_a3)
    extent: Extent = shown if isinstance(shown, str) else "world"
    box = None if isinstance(shown, str) else shown
    drawn = picture(
        atlas, view, extent=extent, extent_bounds=box, fmt="png", scale=1, highlight=iso_a3
    )
    name = site_pages.page_of(iso_a3)
    files = {
        edition.path(name): site_pages.state_page(atlas, view, iso_a3, edition, states).encode()
        for edition in every
    }
    files[f"states/{iso_a3}.png"] = compact(drawn)
    if iso_a3 in FLANK:
        files[f"states/{iso_a3}.pdf"] = state_sheet(atlas, view, iso_a3, every[0].address)
    return files


def packed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Adds a gzipped copy beside each long text, as web servers send it (`gzip_static`).

    Of a state's page there is none: it is short, and a server packs it in no time.
    """
    texts = {
        f"{name}.gz": gzip.compress(content, 9, mtime=0)
        for name, content in files.items()
        if name.endswith(TEXTS) and len(content) >= LONG
    }
    return files | texts


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
        raise AtlasError(usage.NO_FILE, path=out)
    found = {str(path.relative_to(out)) for path in out.rglob("*") if not path.is_dir()}
    strangers = sorted(found - _listed(out / MANIFEST))
    if strangers:
        raise AtlasError(usage.NOT_OURS, path=out, file=strangers[0], command=MAKER)


def _listed(manifest: Path) -> set[str]:
    try:
        said = json.loads(manifest.read_bytes())
        return {MANIFEST, *said["sha256"]} if said["made_by"] == MAKER else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
