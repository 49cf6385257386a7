"""The stand-alone page as a file: its weight, what it loads and carries, how it is held safe."""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from geo.answers.country import dossier
from geo.answers.words import headline
from geo.atlas import FIRST_DAY, FLANK, Atlas
from geo.basics import formats
from geo.basics.choices import WORLDVIEWS
from geo.basics.errors import AtlasError
from geo.cli import main
from geo.web import site, standalone, static_files
from geo.web.documents import packed
from geo.web.documents.slices import slice_of
from geo.web.documents.timeline import timeline
from tests.own_data import own_atlas, own_dossiers

pytestmark = pytest.mark.slow

DOCUMENTS = (
    *("config", "flank", "world", "timeline", "dossiers", "names", "steps"),
    *("lenses", "comparison", "chart"),
)
DAYS = (
    *(date(1998, 1, 1), date(1999, 3, 1), date(1999, 3, 2), date(2008, 6, 30), date(2025, 11, 1)),
    *(date(2026, 2, 20), date(2026, 2, 21), date(2026, 9, 1)),
)
LOADS = {"src", "srcset", "data", "poster", "action", "background", "ping"}
HOSTILE = '</script><script>alert(1)</script><!--<img src=x onerror="alert(2)">'


class Page(HTMLParser):
    """What a browser would load or run, and the contents of the script elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.handlers: list[str] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.metas: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.loaded += [str(value) for name, value in attrs if name in LOADS]
        self.handlers += [name for name in given if name.startswith("on")]
        carried = str(given.get("href")).startswith("data:")
        if tag == "link" and given.get("rel") != "canonical" and not carried:
            self.loaded.append(str(given.get("href")))
        if tag == "meta":
            self.metas[str(given.get("http-equiv") or given.get("name"))] = given.get("content")
        if tag == "script":
            self.scripts.append((given, ""))
        self._in_script = tag == "script"

    def handle_data(self, data: str) -> None:
        if self.scripts and self._in_script:
            given, text = self.scripts[-1]
            self.scripts[-1] = (given, text + data)

    def handle_endtag(self, tag: str) -> None:
        self._in_script = self._in_script and tag != "script"

    _in_script = False

    @property
    def documents(self) -> dict[str, Any]:
        return {
            str(given["id"]).removeprefix("data-"): json.loads(
                text
                if given["type"] == "application/json"
                else gzip.decompress(base64.b64decode(text))
            )
            for given, text in self.scripts
            if "type" in given
        }


@pytest.fixture(scope="module")
def html(atlas: Atlas) -> str:
    return standalone.page(atlas).decode()


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_it_weighs_little_more_than_a_megabyte_and_grows_slowly(atlas: Atlas, html: str) -> None:
    assert len(html.encode()) < 1_120_000
    facts = tuple(replace(fact, summary=f"{fact.summary} Again.") for fact in atlas.record.facts)
    twice = replace(atlas.record, facts=(*atlas.record.facts, *facts))
    borders = {worldview: atlas.borders(worldview) for worldview in WORLDVIEWS}
    more = len(standalone.page(Atlas(twice, borders)))
    assert more < 1.04 * len(html.encode())


def test_it_is_the_same_again(atlas: Atlas, html: str) -> None:
    again = Atlas(atlas.record, {worldview: atlas.borders(worldview) for worldview in WORLDVIEWS})
    assert standalone.page(again).decode() == html


def test_it_loads_nothing(page: Page, html: str) -> None:
    assert page.loaded == []
    assert page.handlers == []
    styles = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert "@import" not in styles
    assert set(re.findall(r"url\(([^)#]*)", styles)) <= {"", "'", '"'}


@pytest.mark.parametrize(
    "sheets",
    [
        (*standalone.STYLES, standalone.EMBED_STYLE),
        (*standalone.STYLES, *standalone.FILE_STYLES),
        site.STYLES,
    ],
)
def test_it_carries_no_style_for_what_only_streamlit_has(sheets: tuple[str, ...]) -> None:
    assert re.findall(r"st-key-\w+|\.st[A-Z]\w+|data-testid", str(standalone.styles(sheets))) == []


def test_it_runs_its_own_scripts_and_no_other(page: Page) -> None:
    policy = dict(
        part.strip().split(" ", 1) for part in str(page.metas["Content-Security-Policy"]).split(";")
    )
    assert policy["default-src"] == "'none'"
    ran = [text for given, text in page.scripts if "type" not in given]
    assert len(ran) == 1
    sums = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in ran]
    assert policy["script-src"].split() == [f"'sha256-{each}'" for each in sums]


def test_it_carries_the_timeline_of_the_atlas(page: Page, atlas: Atlas) -> None:
    assert set(page.documents) == set(DOCUMENTS)
    assert page.documents["timeline"] == json.loads(json.dumps(timeline(atlas, "un")))


def test_it_says_to_which_day_and_of_which_data_it_speaks(html: str, page: Page) -> None:
    held = "Held against the depositary’s page of 3 February 2026: no difference · compiled to"
    assert f"{held} 3 March 2026." in html
    assert "68/262" in html
    assert "creativecommons.org/licenses/by/4.0" in html
    assert re.fullmatch(r"[0-9a-f]{16}", str(page.metas["data-version"]))


def unpacked(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], list):
        for part in coordinates:
            yield from unpacked(part)
        return
    x = y = 0
    for dx, dy in zip(coordinates[::2], coordinates[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / packed.GRID_PER_DEGREE, y / packed.GRID_PER_DEGREE


@pytest.mark.parametrize("role", ["flank", "world"])
def test_every_line_lies_on_the_earth(page: Page, role: str) -> None:
    areas = page.documents[role]["areas"]
    assert areas
    for area in areas:
        for lon, lat in unpacked(area["geometry"]["coordinates"]):
            assert -180 <= lon <= 180, area["properties"]
            assert -90 <= lat <= 90, area["properties"]


def test_packing_keeps_points_and_drops_only_repeated_ones() -> None:
    line = {"type": "LineString", "coordinates": [[10.0, 60.0], [10.001, 60.001], [10.5, 60.25]]}
    assert packed.packed(line) == {"type": "LineString", "coordinates": [2000, 12000, 100, 50]}
    short = {"type": "LineString", "coordinates": [[1.0, 2.0], [1.001, 2.001]]}
    assert packed.packed(short)["coordinates"] == [200, 400, 0, 0]


def test_a_hostile_name_stays_text(atlas: Atlas) -> None:
    states = dict(atlas.record.states)
    states["NOR"] = replace(states["NOR"], name=HOSTILE)
    hostile = Atlas(replace(atlas.record, states=states), {"un": atlas.borders("un")})
    html = standalone.page(hostile).decode()
    page = Page(html)
    assert HOSTILE not in html
    assert page.documents["timeline"]["states"]["NOR"]["name"] == HOSTILE
    assert len(page.scripts) == len(DOCUMENTS) + 1
    assert page.loaded == page.handlers == []


def test_a_script_that_would_end_its_own_element_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fixed = dict(static_files.fixed())
    fixed["standalone.js"] = static_files.asset_of("standalone.js", b"x = '</script>'")
    monkeypatch.setattr(static_files, "fixed", lambda: fixed)
    with pytest.raises(AtlasError, match=r"standalone\.js"):
        standalone.page(own_atlas())


def test_only_web_addresses_become_links(page: Page) -> None:
    addresses = {source["url"] for source in page.documents["dossiers"]["sources"]}
    assert all(url.startswith(("http://", "https://")) for url in addresses - {""})


@pytest.fixture(scope="module")
def document(atlas: Atlas) -> Any:
    return own_dossiers()


def current(rows: list[dict[str, Any]], day: date) -> dict[str, Any]:
    return [row for row in rows if row["from"] <= day.isoformat()][-1]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_sentence_and_ground_of_every_state_are_those_of_the_day(
    atlas: Atlas, document: dict[str, Any], day: date
) -> None:
    view = atlas.on(day)
    for iso_a3, state in view.states.items():
        known = document["states"][iso_a3]
        said = current(known["sentences"], day)["says"]
        assert said.replace(headline.DAY, formats.long_date(day)) == headline.state_sentence(
            view, iso_a3
        )
        ground = current(known["legal_bases"], day)["says"]
        assert ground == dossier.legal_basis_of(atlas.history(iso_a3), state, day)


def lies(event: dict[str, str], day: date) -> str:
    """How the script takes an event to lie to a day."""
    if event["from"] > day.isoformat():
        return "future"
    return "open" if event["to"] > day.isoformat() else "past"


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("iso_a3", [*FLANK, "UKR", "FRA", "LBN"])
def test_the_rows_of_a_day_are_those_of_the_dossier(
    atlas: Atlas, document: dict[str, Any], iso_a3: str, day: date
) -> None:
    said = dossier.dossier(atlas, iso_a3, atlas.on(day))
    known = [
        fact
        for fact in document["facts"]
        if fact["state"] == iso_a3 and fact["from"] <= day.isoformat()
    ]
    programmes = [fact.summary for each in said.programmes for fact in each.facts]
    assert sorted(f["says"] for f in known if f["programme"]) == sorted(programmes)
    assert [f["says"] for f in known if not f["programme"]] == [f.summary for f in said.positions]
    events = [event for event in document["events"] if iso_a3 in event["states"]][::-1]
    assert [(e["title"], lies(e, day)) for e in events] == [
        (entry.event.title, entry.seen) for entry in said.entries
    ]
    topics = [
        t["question"]
        for t in document["topics"]
        if t["known"].get(iso_a3, "9999") <= day.isoformat()
    ]
    assert topics == [topic.question for topic in said.disagreements]
    borders = [border for border in document["borders"] if iso_a3 in border["states"]]
    assert len(borders) == len(said.borders)


@pytest.mark.parametrize("day", [FIRST_DAY, *DAYS], ids=str)
@pytest.mark.parametrize("iso_a3", [*FLANK, "UKR", "USA", "LBN"])
def test_a_status_cites_what_the_dossier_cites(
    atlas: Atlas, document: dict[str, Any], iso_a3: str, day: date
) -> None:
    span = current(document["states"][iso_a3]["legal_bases"], day)
    sources = [document["sources"][place]["title"] for place in span["sources"]]
    cited = dossier.dossier(atlas, iso_a3, atlas.on(day)).legal_basis_source_ids
    assert sources == [atlas.record.sources[source_id].title for source_id in cited]


def test_it_is_written_whole(atlas: Atlas, tmp_path: Path, html: str) -> None:
    path = tmp_path / "atlas.html"
    assert standalone.write(atlas, path) == len(html.encode())
    assert path.read_text(encoding="utf-8") == html
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_missing_is_named(atlas: Atlas, tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="does not exist"):
        standalone.write(atlas, tmp_path / "no" / "atlas.html")


def test_the_command_writes_it_and_says_how_large_it_is(
    tmp_path: Path, html: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "atlas.html"
    assert main.main(["standalone", "--out", str(path)]) == main.OK
    assert f"{len(html.encode())} bytes" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == html


def test_the_command_wants_a_name_that_browsers_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["standalone", "--out", str(tmp_path / "atlas.txt")])
    assert ended.value.code == main.NONSENSE
    assert "expected a name ending in .html" in capsys.readouterr().err


def cited_in(document: Any, row: dict[str, Any]) -> list[tuple[str, str]]:
    """The sources of a row, written out."""
    sources = [document["sources"][place] for place in row["sources"]]
    return [(source["url"], document["reads"][source["read"]]) for source in sources]


@pytest.mark.parametrize("iso_a3", ["POL", "NOR", "LBN", ""])
def test_a_part_of_the_dossiers_says_of_its_state_what_the_whole_says(
    document: Any, iso_a3: str
) -> None:
    part: Any = slice_of(document, iso_a3)
    assert part.keys() == document.keys()
    rows = ("events", "facts", "claims", "borders")
    for name in rows:
        of_it = [
            row
            for row in document[name]
            if (iso_a3 in row.get("states", [row.get("state")]) if iso_a3 else row.get("flank"))
        ]
        assert len(of_it) == len(part[name])
        for row, kept in zip(of_it, part[name], strict=True):
            assert cited_in(part, kept) == cited_in(document, row)
            other = {"sources", "meaning"}
            assert {k: v for k, v in kept.items() if k not in other} == {
                k: v for k, v in row.items() if k not in other
            }
            if name == "borders":
                assert part["meanings"][kept["meaning"]] == document["meanings"][row["meaning"]]
    assert set(part["states"]) == {iso_a3} - {""}
    assert len(json.dumps(part)) < len(json.dumps(document)) / 5
