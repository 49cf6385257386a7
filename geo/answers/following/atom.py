"""The Atom feed (RFC 4287) of the dated acts and their effects, the latest first."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

from geo.answers.data.credits import ATTRIBUTION, LICENCE, data_version
from geo.answers.following.entries import Entry, entries, name
from geo.answers.words import held
from geo.answers.words.following import FOLLOWING
from geo.answers.words.wordings import filled
from geo.atlas import Atlas
from geo.records.source_tiers import citation, web_address

ENTRIES = 100
"""How many a feed has at most; the calendar has them all."""

_ATOM = "http://www.w3.org/2005/Atom"


def feed(atlas: Atlas, base: str, iso_a3: str = "", own_address: str = "") -> bytes:
    """The feed of all states or of one. `base` is the page's address, ending in a slash;
    `own_address` is where the feed itself stands, if known.

    An entry was updated on its day, one that is still to come on that to which the record is
    compiled. KeyError for a code that is no state's.
    """
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _text(root, "id", name(f"feed {iso_a3}".strip()).urn)
    _text(root, "title", title(atlas, iso_a3))
    _text(root, "subtitle", f"{held.sentence(atlas.record.held, long=True)}.")
    _text(root, "updated", _moment(atlas.verified_to))
    if own_address:
        ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=own_address)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=base)
    ET.SubElement(root, "link", rel="license", href=LICENCE["url"])
    _text(ET.SubElement(root, "author"), "name", "Ottawa Atlas")
    _text(root, "rights", ATTRIBUTION)
    _text(root, "generator", "Ottawa Atlas").set("version", data_version(atlas))
    for entry in entries(atlas, iso_a3)[: -ENTRIES - 1 : -1]:
        _add(root, atlas, base, entry)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def title(atlas: Atlas, iso_a3: str) -> str:
    """What a feed or a calendar is called."""
    if not iso_a3:
        return FOLLOWING["title"]
    return filled(FOLLOWING["title_of"], state=atlas.record.states[iso_a3].name)


def _add(root: ET.Element, atlas: Atlas, base: str, entry: Entry) -> None:
    element = ET.SubElement(root, "entry")
    _text(element, "id", entry.uuid.urn)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(min(entry.date.last, atlas.verified_to)))
    ET.SubElement(element, "link", rel="alternate", type="text/html", href=entry.address(base))
    ET.SubElement(element, "category", term=entry.kind)
    cited = [citation(atlas.record.sources[source_id]) for source_id in entry.source_ids]
    for source in cited:
        if address := web_address(source.url):
            words = f"{source.publisher}: {source.title}"
            ET.SubElement(element, "link", rel="via", href=address, title=words)
    publishers = "; ".join(dict.fromkeys(source.publisher for source in cited))
    said = filled(FOLLOWING["sources"], sources=publishers)
    _text(element, "summary", f"{entry.words} {said}")


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
