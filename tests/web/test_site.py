"""The site as files: what is in it, and that its links lead somewhere."""

import gzip
import io
import json
import re
import sys
import zipfile
from functools import cache, partial
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image

from geo.answers.permalink import LANDING_DAY
from geo.answers.words import alone, citing
from geo.answers.words.tongue import tongue
from geo.atlas import FLANK, Atlas
from geo.basics import choices
from geo.basics.choices import Language
from geo.pictures.paper import state_sheet
from geo.treaty import LegalStatus
from geo.web import site, site_pages
from geo.web.at_once import FEW, files_of
from tests.web.doubling import doubled

pytestmark = pytest.mark.slow

BASE = "https://example.org/atlas/"
LANGUAGES: tuple[Language, ...] = ("pl", "uk")
"""Beside English."""
STATES = (*FLANK, "UKR", "BRA", "FJI")
"""Of each kind one and more: of the flank, in Europe, far away, on both sides of 180 degrees."""


class Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.images: list[str] = []
        self.ids: set[str] = set()
        self.properties: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        beside = given.get("rel") in ("stylesheet", "icon") and "data:" not in given["href"]
        if tag == "a" or beside:
            self.hrefs.append(given["href"])
        if tag == "script" and "src" in given:
            self.hrefs.append(given["src"])
        if tag == "img":
            self.images.append(given["src"])
            assert given["alt"]
        if "property" in given:
            self.properties[given["property"]] = given["content"]


@pytest.fixture(scope="module")
def built(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, site.Report]:
    out = tmp_path_factory.mktemp("web") / "site"
    with pytest.MonkeyPatch.context() as patch:
        # One sheet of paper stands for all: what is on each is for tests/pictures/test_paper.py.
        sheet = cache(partial(state_sheet, atlas, atlas.on(LANDING_DAY), "NOR"))
        patch.setattr(site, "state_sheet", lambda *_: sheet())
        return out, site.build(atlas, out, BASE, STATES, LANGUAGES)


@pytest.fixture(scope="module")
def folder(built: tuple[Path, site.Report]) -> Path:
    return built[0]


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_it_reports_what_it_wrote(built: tuple[Path, site.Report]) -> None:
    out, report = built
    written = {str(path.relative_to(out)): path.stat().st_size for path in out.rglob("*.*")}
    assert report.files == written


def test_it_has_a_page_and_a_light_picture_of_every_state_asked_for(folder: Path) -> None:
    for iso_a3 in STATES:
        assert (folder / "states" / f"{iso_a3}.html").is_file()
        light = folder / "states" / f"{iso_a3}.png"
        assert light.stat().st_size <= 150_000
        with Image.open(light) as picture:
            assert picture.size == (1200, 900)
            assert f"country={iso_a3}" in picture.info["Permalink"]
            assert picture.info["Day"] == "2026-02-20"
        on_paper = folder / "states" / f"{iso_a3}.pdf"
        assert on_paper.is_file() == (iso_a3 in FLANK)
        assert iso_a3 not in FLANK or on_paper.read_bytes().startswith(b"%PDF-")


def test_every_state_of_the_record_has_a_page_in_every_language(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made_here = "state_page", "states_page", "glossary_page"
    for name in made_here:
        monkeypatch.setattr(site_pages, name, lambda *_: "")
    for drawn in ("picture", "compact", "link_preview", "state_sheet"):
        monkeypatch.setattr(site, drawn, lambda *_, **__: b"")
    monkeypatch.setattr("geo.web.standalone.page", lambda *_, **__: b"")
    monkeypatch.setattr("geo.web.at_once.FEW", 1000)
    report = site.build(atlas, tmp_path / "site")
    assert len(atlas.record.states) == 197
    states = {f"states/{iso_a3}.html" for iso_a3 in atlas.record.states}
    folders = ("", *(f"{each}/" for each in {*choices.LANGUAGES} - {"en"}))
    assert len(folders) == 9
    missing = {f"{at}{name}" for at in folders for name in {*SPOKEN} | states} - report.files.keys()
    assert not missing


def test_each_long_text_is_packed_beside_itself(folder: Path) -> None:
    texts = [path for path in folder.rglob("*.*") if path.suffix in site.TEXTS]
    of_states = {path for path in texts if path.stem in STATES}
    long = {path for path in texts if path.stat().st_size >= site.LONG} - of_states
    assert {"index.html", "calendar.ics", "map.js", "world.js"} < {path.name for path in long}
    assert long != {*texts}
    for path in texts:
        if path.name != site.MANIFEST:
            packed = Path(f"{path}.gz")
            assert packed.exists() == (path in long)
            assert path not in long or gzip.decompress(packed.read_bytes()) == path.read_bytes()


def test_many_are_made_by_several_processes_as_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    # Streamlit's own tests leave the page's program as the main one, which each process would run.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    names = [str(number) for number in range(FEW + 6)]
    assert files_of(doubled, names) == {name: name.encode() * 2 for name in names}


def test_the_preview_has_the_size_networks_ask_for(folder: Path) -> None:
    with Image.open(folder / "social" / "atlas.png") as picture:
        assert picture.size == (1200, 630)
        assert picture.format == "PNG"


def test_every_link_leads_to_a_file_or_to_the_web(folder: Path) -> None:
    found = [(page, Links(page.read_text(encoding="utf-8"))) for page in pages(folder)]
    assert len(found) == 1 + (len(STATES) + 3) * (1 + len(LANGUAGES))
    for page, links in found:
        for address in [*links.hrefs, *links.images]:
            parts = urlsplit(address)
            if parts.scheme:
                assert parts.scheme in ("http", "https")
            elif parts.path:
                assert (page.parent / parts.path).is_file(), f"{page.name} links to {address}"
            else:
                assert parts.fragment in links.ids, f"{page.name} links to {address}"


@pytest.mark.parametrize("iso_a3", FLANK)
def test_a_state_page_tells_the_status_and_leads_to_the_map(folder: Path, iso_a3: str) -> None:
    html = (folder / "states" / f"{iso_a3}.html").read_text(encoding="utf-8")
    links = Links(html)
    assert any(
        href.endswith(f"index.html?date=2026-02-20&country={iso_a3}") for href in links.hrefs
    )
    assert ("Bound since 1\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}1999" in html) == (iso_a3 == "NOR")
    assert ("Withdrawn since" in html) == (iso_a3 != "NOR")
    assert links.properties["og:image"] == f"{BASE}states/{iso_a3}.png"
    assert len([href for href in links.hrefs if href.startswith("http")]) > 10
    assert "<script" not in html


def test_the_changes_are_those_of_the_atlas(folder: Path, atlas: Atlas) -> None:
    said = json.loads((folder / "changes.json").read_bytes())
    rows = [row for row in said["changes"] if row["layer"] == "legal_status"]
    count = sum(len(atlas.history(iso_a3).changes) for iso_a3 in atlas.record.states)
    assert len(rows) == count
    assert [row["date"] for row in said["changes"]] == sorted(r["date"] for r in said["changes"])
    poland = [row for row in rows if row["iso_a3"] == "POL"][-1]
    assert (poland["date"], poland["before"], poland["after"]) == (
        "2026-02-20",
        LegalStatus.WITHDRAWAL_NOTIFIED,
        LegalStatus.WITHDRAWN,
    )
    assert {row["iso_a3"] for row in said["changes"] if row["layer"] == "practice"} == {"UKR"}
    written_out = {source["source_id"] for source in said["sources"]}
    assert all(set(row["source_ids"]) <= written_out for row in said["changes"])
    assert all(row["source_ids"] for row in said["changes"])


def test_the_record_is_in_it(folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO((folder / "data.zip").read_bytes())) as archive:
        assert archive.testzip() is None
        assert "events.csv" in archive.namelist()


def test_the_sitemap_lists_every_page_by_its_whole_address(folder: Path) -> None:
    root = ElementTree.parse(folder / "sitemap.xml").getroot()
    names = {
        str(node.text) for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    pages = ("", "glossary.html", *(f"states/{each}.html" for each in (*STATES, "index")))
    assert names == {f"{BASE}{at}{page}" for at in ("", "pl/", "uk/") for page in pages}
    assert f"Sitemap: {BASE}sitemap.xml" in (folder / "robots.txt").read_text(encoding="utf-8")


SPOKEN = ("index.html", "glossary.html", "states/index.html")


def test_each_page_in_a_language_and_those_in_the_others_name_one_another(folder: Path) -> None:
    for name in (*SPOKEN, "states/POL.html", "states/BRA.html"):
        path = {"en": name} | {each: f"{each}/{name}" for each in LANGUAGES}
        whole = {
            each: f"{BASE}{at.removesuffix(name)}{name if name != SPOKEN[0] else ''}"
            for each, at in path.items()
        }
        for language, at in path.items():
            html = (folder / at).read_text(encoding="utf-8")
            named = re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html)
            assert dict(named) == whole | {"x-default": whole["en"]}, at
            assert len(named) == len(whole) + 1
            assert f'<html lang="{"en-GB" if language == "en" else language}">' in html
            assert f'rel="canonical" href="{whole[language]}"' in html
            listed = re.findall(r'<a href="([^"]+)" lang="([^"]+)" hreflang="\2">', html)
            assert {each for _, each in listed} == {*path} - {language}
            for href, each in listed:
                assert (folder / at).parent.joinpath(href).resolve() == (
                    folder / path[each]
                ).resolve()


def test_a_page_of_a_state_stays_in_its_language(folder: Path, atlas: Atlas) -> None:
    folder = folder.resolve()
    for language in LANGUAGES:
        at = folder / language / "states"
        for iso_a3 in STATES:
            html = (at / f"{iso_a3}.html").read_text(encoding="utf-8")
            name = tongue(language).state(iso_a3, atlas.record.states[iso_a3].name)
            links = Links(html)
            others = ("", *(f"{each}/" for each in LANGUAGES if each != language))
            led = {at.joinpath(each.partition("?")[0]) for each in links.hrefs if "//" not in each}
            pages = {each.resolve() for each in led if each.suffix == ".html"}
            left = {page for page in pages if (folder / language) not in page.parents}
            assert left == {folder / each / "states" / f"{iso_a3}.html" for each in others}, iso_a3
            assert f"<h2>{name}</h2>" in html
            assert f'content="{BASE}{language}/social/atlas.png"' in html
            assert f'property="og:url" content="{BASE}{language}/states/{iso_a3}.html"' in html
            assert html.count(tongue(language).text(citing.IN_ENGLISH)) == 1
            assert html.count(tongue(language).text(alone.LETTERED)) == 1
        norway = Links((at / "NOR.html").read_text(encoding="utf-8"))
        assert norway.hrefs.count("FIN.html") == 2  # of the flank, and a neighbour


def test_its_feed_and_calendar_lead_to_its_page(folder: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.parse(folder / "feed.atom").getroot()
    for entry in root.iter(f"{atom}entry"):
        address = entry.find(f"{atom}link[@rel='alternate']").attrib["href"]  # type: ignore[union-attr]
        assert address.startswith(f"{BASE}?date=")
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert f'href="{BASE}feed.atom"' in index
    assert (folder / "calendar.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_each_language_has_a_feed_a_calendar_and_a_picture_to_share_of_its_own(
    folder: Path,
) -> None:
    languages = [path.name for path in folder.iterdir() if path.name in LANGUAGES]
    assert languages
    for language in languages:
        feed = (folder / language / "feed.atom").read_text(encoding="utf-8")
        assert f'xml:lang="{language}"' in feed
        assert f'rel="self" type="application/atom+xml" href="{BASE}{language}/feed.atom"' in feed
        assert f'type="text/html" href="{BASE}{language}/"' in feed
        calendar = (folder / language / "calendar.ics").read_text(encoding="utf-8")
        assert f"//Acts and effects//{language.upper()}" in calendar
        index = (folder / language / "index.html").read_text(encoding="utf-8")
        assert f'content="{BASE}{language}/social/atlas.png"' in index
        assert f'href="{BASE}{language}/feed.atom"' in index
    pictures = [folder / each / "social" / "atlas.png" for each in ("", *languages)]
    assert len({path.read_bytes() for path in pictures}) == len(pictures)


def test_without_an_address_there_is_no_sitemap(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "state_files", lambda *_: {})
    files = site._files(atlas, "", STATES, ("pl",))
    assert not {"sitemap.xml", "feed.atom", "calendar.ics"} & {*files}
    assert b"Sitemap" not in files["robots.txt"]
    assert b"canonical" not in files["index.html"]
    assert not [name for name, page in files.items() if b'rel="alternate" hreflang' in page]
    assert b'<a href="pl/index.html" lang="pl" hreflang="pl">' in files["index.html"]
