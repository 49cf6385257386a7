"""The Atom feed (RFC 4287) of the dated acts and their effects, the latest first."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

from geo.answers.data.credits import ATTRIBUTION, LICENCE, data_version
from geo.answers.following.entries import Entry, entries, name
from geo.answers.words import citing, held
from geo.answers.words.following import FOLLOWING
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.languages import USUAL
from geo.records.source_tiers import citation, web_address

ENTRIES = 100
"""How many a feed has at most; the calendar has them all."""

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_LANG = "xml:lang"


def feed(
    atlas: Atlas,
    base: str,
    iso_a3: str = "",
    own_address: str = "",
    tongue: Tongue = ENGLISH,
) -> bytes:
    """The feed of all states or of one. `base` is the page's address, ending in a slash;
    `own_address` is where the feed itself stands, if known.

    An entry was updated on its day, one that is still to come on that to which the record is
    compiled. It has one name in every language. KeyError for a code that is no state's.
    """
    spoken = "en-GB" if tongue.language == USUAL else tongue.language
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": spoken})
    _text(root, "id", name(f"feed {iso_a3}".strip()).urn)
    _text(root, "title", title(atlas, iso_a3, tongue))
    _text(root, "subtitle", about(atlas, tongue))
    _text(root, "updated", _moment(atlas.verified_to))
    if own_address:
        ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=own_address)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=base)
    ET.SubElement(root, "link", rel="license", href=LICENCE["url"])
    _text(ET.SubElement(root, "author"), "name", "Ottawa Atlas")
    _text(root, "rights", tongue.text(ATTRIBUTION))
    _text(root, "generator", "Ottawa Atlas").set("version", data_version(atlas))
    for entry in entries(atlas, iso_a3, tongue)[: -ENTRIES - 1 : -1]:
        _add(root, atlas, base, entry)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def title(atlas: Atlas, iso_a3: str, tongue: Tongue = ENGLISH) -> str:
    """Return what a feed or a calendar is called."""
    if not iso_a3:
        return tongue.text(FOLLOWING["title"])
    name = tongue.state(iso_a3, atlas.record.states[iso_a3].name)
    return tongue.text(FOLLOWING["title_of"], state=name)


def about(atlas: Atlas, tongue: Tongue = ENGLISH) -> str:
    """Against what the record was held, and in which language it has its words."""
    against = held.sentence(atlas.record.held, tongue, long=True).removesuffix(".")
    in_english = "" if tongue is ENGLISH else tongue.text(citing.IN_ENGLISH)
    return " ".join(filter(None, (f"{against}.", in_english)))


def _add(root: ET.Element, atlas: Atlas, base: str, entry: Entry) -> None:
    element = ET.SubElement(root, "entry")
    _text(element, "id", entry.uuid.urn)
    titled = _text(element, "title", entry.title)
    foreign = entry.tongue is not ENGLISH
    if foreign and entry.recorded:
        titled.set(_LANG, USUAL)
    _text(element, "updated", _moment(min(entry.date.last, atlas.verified_to)))
    ET.SubElement(element, "link", rel="alternate", type="text/html", href=entry.address(base))
    ET.SubElement(element, "category", term=entry.kind)
    cited = [citation(atlas.record.sources[source_id]) for source_id in entry.source_ids]
    for source in cited:
        if address := web_address(source.url):
            words = f"{source.publisher}: {source.title}"
            ET.SubElement(element, "link", rel="via", href=address, title=words)
    called = (citing.published(source.publisher, entry.tongue) for source in cited)
    publishers = "; ".join(dict.fromkeys(called))
    said = entry.tongue.text(FOLLOWING["sources"], sources=publishers)
    if foreign and entry.of_record and entry.detail:
        _in_parts(ET.SubElement(element, "summary", type="xhtml"), entry, said)
    else:
        _text(element, "summary", f"{entry.words} {said}")


def _in_parts(summary: ET.Element, entry: Entry, said: str) -> None:
    """Say of the part that the record has in English that it is; plain text has one language."""
    whole = ET.SubElement(summary, "div", xmlns=_XHTML)
    _text(whole, "p", entry.when)
    _text(whole, "p", entry.detail).set(_LANG, USUAL)
    _text(whole, "p", said)


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
