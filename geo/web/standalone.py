"""The atlas as one HTML file that needs no network: map, date slider, dossiers, borders, sources.

It is the page's own map script, palette, sentences and figures with another host around them: a
file that is opened from disk. Data stand in it as JSON, which no browser runs; scripts are named by
their hash in the file's own content security policy, so that nothing else can run. A site's pages
load what is the same in all languages from beside them.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from geo.answers import supposing, through
from geo.answers.course_chart import course_chart
from geo.answers.data.credits import data_version
from geo.answers.key_dates import RANGES, event_days, turning_points
from geo.answers.permalink import LANDING_DAY, Place
from geo.answers.steps import law_days
from geo.answers.words import headline, held
from geo.answers.words.address import ADDRESS
from geo.answers.words.following import FOLLOWING
from geo.answers.words.panel import PANEL
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FLANK, Atlas
from geo.atlas.supposed import written
from geo.basics import tracking
from geo.basics.choices import FIRST_DAY, FLANK_LENS, LANGUAGES, WORLDVIEWS, last_day
from geo.basics.dates import today
from geo.borders import Worldview
from geo.web import map_config
from geo.web.course import course
from geo.web.documents.course_chart import ChartDocument, chart_document, chart_files
from geo.web.documents.dossiers import dossiers
from geo.web.documents.every_lens import every_lens
from geo.web.documents.lens_menu import lens_menu
from geo.web.documents.map_data import compact_json, web_files
from geo.web.documents.map_shapes import StandaloneConfig
from geo.web.documents.names import names
from geo.web.documents.packed import GRID_PER_DEGREE, TOLERANCE, pack
from geo.web.documents.step_rows import step_rows
from geo.web.documents.timeline import timeline
from geo.web.documents.two_days import comparison_file
from geo.web.editions import INDEX, Edition
from geo.web.inlined import hashes, script, styles
from geo.web.templating import render

CLOSEST_ZOOM = 7
SCRIPT, EMBED_SCRIPTS = "standalone.js", ("embed.js", "embedded.js")
EMBED_STYLE = "embed.css"
MAP_STYLE, MAP_SCRIPT, FLANK_SCRIPT, WORLD_SCRIPT = "map.css", "map.js", "flank.js", "world.js"
"""What stands beside a site's pages, for all languages: style, script, and the land."""
FILE_STYLES = ("chart.css", "two_days.css", "other_day.css", "file.css")
STYLES = (
    "leaflet.css",
    "colours.css",
    "map.css",
    "live_map.css",
    "page.css",
    "record.css",
    "standalone.css",
    "paper.css",
)


@dataclass(frozen=True, slots=True)
class Framed:
    """What a frame opens on, and the picture of it for readers without scripts, with its words.

    `files` are addresses of the server it comes from, at which it asks for the world, the dossiers
    and the names of states; without them it carries all.
    """

    place: Place
    picture: str
    alt: str
    files: Mapping[str, str] = field(default_factory=dict)


def page(
    atlas: Atlas,
    worldview: Worldview = "un",
    *,
    address: str = "",
    site: Edition | None = None,
    embed: Framed | None = None,
    tongue: Tongue = ENGLISH,
) -> bytes:
    """The file, UTF-8. `address` is where it will stand, for those who link to it, if known.

    All of it is in one language; what sources say stays in theirs.

    As a `site`'s, it names the files beside it that `geo.web.site` writes, script and style among
    them. With `embed`, it fits a frame on another page: fewer controls, a link to the atlas, and
    for readers without scripts the sentence and the picture of that place, whose worldview is then
    the page's. A record that grows makes it heavier, which is no fault: what ours weighs is held by
    a test.
    """
    place = embed.place if embed else Place(worldview=worldview)
    worldview = place.worldview
    view = atlas.on(place.date, worldview)
    # The embed's own script comes first: what it hides must be gone before the map is measured.
    scripts = [script(name) for name in (EMBED_SCRIPTS if embed else (SCRIPT,))]
    files = embed.files if embed else {}
    return render(
        "standalone.html",
        tongue,
        view=view,
        told=held.told(view.held, today() if embed else None, tongue),
        supposed=supposing.told(atlas, tongue),
        place=place,
        sentence=through.sentence(atlas, view, place, tongue),
        line=through.line(atlas, view, place),
        worldview=worldview,
        version=data_version(atlas),
        address=address,
        edition=site,
        page_name=INDEX,
        following=tongue.text(FOLLOWING["title"]),
        embed=embed,
        told_of=headline.state_sentence(view, place.country, tongue) if place.country else "",
        ranges=RANGES,
        course=Markup(course(atlas, place, FIRST_DAY, max(last_day(), view.day), tongue)),
        flank=[view.states[iso_a3] for iso_a3 in FLANK],
        policy=_policy("'self' file:" if site else hashes(scripts), embed, site),
        styles=styles((*STYLES, EMBED_STYLE) if embed else (*STYLES, *FILE_STYLES)),
        scripts=scripts,
        beside=(MAP_STYLE, FLANK_SCRIPT, MAP_SCRIPT, WORLD_SCRIPT),
        first={
            "config": _inlined(config(atlas, worldview, files, tongue)),
            **(_spoken(atlas, tongue) if site else _first(atlas, worldview, tongue)),
        },
        rest={} if files else _rest(atlas, worldview, tongue, alone=not site),
    ).encode()


def _map_documents(
    atlas: Atlas, worldview: Worldview, tongue: Tongue = ENGLISH
) -> Mapping[str, Any]:
    """What the map is drawn of, packed: the same for file, frame and site."""
    found = _of_the_record(atlas.real, worldview)
    if tongue is not ENGLISH:
        areas = {role: _called_in(tongue, found[role]) for role in ("flank", "world")}
        told = timeline(atlas, worldview, tongue)
        told["called"] |= {"areas": {}, "notes": {}}  # they say so themselves
        return {**found, **areas, "timeline": told}
    if atlas.supposed:
        return {**found, "timeline": timeline(atlas, worldview)}
    return found


def _called_in(tongue: Tongue, document: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document of the map with what it says of areas that are no states in a language."""
    areas = []
    for area in document["areas"]:
        said = area["properties"]
        # The timeline has the names of states; and where there is an owner, its status is told.
        name = "" if said["standing"] == "state" else tongue.state(said["id"], said["name"])
        note = "" if said["owner"] else tongue.text(said["note"])
        areas.append({**area, "properties": {**said, "name": name, "note": note}})
    return {**document, "areas": areas}


@lru_cache(maxsize=len(WORLDVIEWS))
def _of_the_record(atlas: Atlas, worldview: Worldview) -> Mapping[str, Any]:
    files = web_files(atlas, worldview, tolerance=TOLERANCE, per_degree=GRID_PER_DEGREE)
    roles = {role: json.loads(body) for role, body in files.items()}
    for role in ("flank", "world"):
        pack(roles[role])
    return roles


@lru_cache(maxsize=2 * len(WORLDVIEWS) + len(LANGUAGES))
def _first(atlas: Atlas, worldview: Worldview, tongue: Tongue) -> Mapping[str, Markup]:
    """The documents that the first view needs, besides the configuration."""
    found = _map_documents(atlas, worldview, tongue)
    return {name: _inlined(found[name]) for name in ("timeline", "flank")}


def world(atlas: Atlas, worldview: Worldview, tongue: Tongue = ENGLISH) -> Mapping[str, Any]:
    """Return what the map shows beyond the flank."""
    return _called_in(tongue, _of_the_record(atlas.real, worldview)["world"])


@lru_cache(maxsize=2 * len(WORLDVIEWS))
def _rest(atlas: Atlas, worldview: Worldview, tongue: Tongue, *, alone: bool) -> Mapping[str, str]:
    """What a page needs only after its first paint, zipped: so it grows slowly with the record.

    What stands `alone` has the land beyond the flank, too.
    """
    lines = _of_the_record(atlas.real, worldview)["lines"]
    found: dict[str, object] = {
        **({"world": world(atlas, worldview, tongue)} if alone else {}),
        "dossiers": dossiers(atlas, worldview, tongue),
        "names": names(atlas, tongue, of_others=False),
        "steps": step_rows(atlas, tongue),
        "lenses": every_lens(atlas, worldview, lines, tongue),
        "comparison": comparison_file(atlas, worldview, tongue),
        "chart": _chart(atlas, worldview, tongue),
    }
    return _packed(found)


def _packed(documents: Mapping[str, object]) -> Mapping[str, str]:
    zipped = {n: gzip.compress(compact_json(each), 9, mtime=0) for n, each in documents.items()}
    return {name: base64.b64encode(content).decode() for name, content in zipped.items()}


def _spoken(atlas: Atlas, tongue: Tongue) -> Mapping[str, Markup]:
    """Of the documents that a site's first view needs, the one that is in a language."""
    return {"timeline": _inlined(timeline(atlas, "un", tongue))}


def beside(atlas: Atlas) -> dict[str, bytes]:
    """What a site's pages with a map have in common. Land is a script, for a page that is opened
    from disk may read no other file; the timeline says what it is called in another language.
    """
    found = _of_the_record(atlas.real, "un")
    packed = _packed({"world": found["world"]})["world"]
    return {
        MAP_STYLE: styles((*STYLES, *FILE_STYLES)).encode(),
        MAP_SCRIPT: script(SCRIPT).encode(),
        FLANK_SCRIPT: _put("flank", f"JSON.stringify({compact_json(found['flank']).decode()})"),
        WORLD_SCRIPT: _put("world", json.dumps(packed)),
    }


def _put(name: str, text: str) -> bytes:
    """A script that puts a document where it would stand in a page that is one file."""
    node = f'{{id: "data-{name}", type: "application/octet-stream", text: {text}}}'
    made = f'Object.assign(document.createElement("script"), {node})'
    return f"document.currentScript.after({made});\n".encode()


def _chart(atlas: Atlas, worldview: Worldview, tongue: Tongue) -> ChartDocument:
    """Of the flank, to the last day of which it is known that something is different then."""
    made = course_chart(atlas, worldview, None, FLANK_LENS, tongue)
    document = chart_document(made, FIRST_DAY, made.steps[-1].day, tongue)
    return {**document, "files": chart_files(atlas, tongue)}


def config(
    atlas: Atlas,
    worldview: Worldview,
    files: Mapping[str, str] = MappingProxyType({}),
    tongue: Tongue = ENGLISH,
) -> StandaloneConfig:
    """Return what the page's script is told before it draws; `files` as `Framed` has them."""
    return {
        **map_config.config({worldview: dict(files)}, tongue),
        "worldview": worldview,
        "lens": FLANK_LENS,
        "lines": None if files else lens_menu(atlas, tongue),
        "per_degree": GRID_PER_DEGREE,
        "closest_zoom": CLOSEST_ZOOM,
        "landing_day": LANDING_DAY.isoformat(),
        "what_if": written(atlas.supposed),
        "until": supposing.reach(atlas).isoformat() if atlas.supposed else "",
        "ranges": [day.isoformat() for day in RANGES.values()],
        "event_days": [day.isoformat() for day in event_days(atlas)],
        "law_days": [day.isoformat() for day in law_days(atlas)],
        "marked_days": [day.isoformat() for day in turning_points(atlas)],
        "address": tongue.all(ADDRESS),
        "unreachable": tongue.text(PANEL["unreachable"]),
        "asked_again": tongue.text(PANEL["asked_again"]),
        "tracking": {"prefixes": list(tracking.PREFIXES), "names": list(tracking.NAMES)},
    }


def _inlined(document: Any) -> Markup:
    """JSON for a script element. Escaped so that no value can end the element or open a comment."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.replace("<", "\\u003c"))


def _policy(runs: str, embed: Framed | None, site: Edition | None) -> str:
    """What the page may load; `runs` says which scripts."""
    # Of whom a frame may ask, its server says: a page made once does not know who that will be.
    pictures = "* data:" if embed else "data:"
    # A file asks nobody; put on a server, it lets what judges it read robots.txt from the page.
    connects = "*" if embed and embed.files else "'self'"
    # Leaflet and the map place things by style attributes.
    dressed = "'self' file: 'unsafe-inline'" if site else "'unsafe-inline'"
    return (
        f"default-src 'none'; script-src {runs}; style-src {dressed}; img-src {pictures};"
        f" base-uri 'none'; form-action 'none'; connect-src {connects}"
    )
