"""The stand-alone page as a file: its weight, what it loads and carries, how it is held safe."""

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from geo.atlas import Atlas
from geo.basics.atomic_files import write_whole
from geo.basics.choices import WORLDVIEWS
from geo.basics.errors import AtlasError
from geo.cli import main
from geo.web import site_pages, standalone, static_files
from geo.web.documents import packed
from geo.web.documents.map_data import compact_json
from geo.web.documents.timeline import timeline
from geo.web.inlined import styles
from tests.own_data import own_atlas

pytestmark = pytest.mark.slow

DOCUMENTS = (
    *("config", "flank", "world", "timeline", "dossiers", "names", "steps"),
    *("lenses", "comparison", "chart"),
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
        site_pages.STYLES,
    ],
)
def test_it_carries_no_style_for_what_only_streamlit_has(sheets: tuple[str, ...]) -> None:
    assert re.findall(r"st-key-\w+|\.st[A-Z]\w+|data-testid", str(styles(sheets))) == []


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
    assert page.documents["timeline"] == json.loads(compact_json(timeline(atlas, "un")))


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


def test_it_is_written_whole(atlas: Atlas, tmp_path: Path, html: str) -> None:
    path = tmp_path / "atlas.html"
    write_whole(path, standalone.page(atlas))
    assert path.read_text(encoding="utf-8") == html
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_missing_is_named(atlas: Atlas, tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="does not exist"):
        write_whole(tmp_path / "no" / "atlas.html", standalone.page(atlas))


def test_the_command_writes_it_and_says_how_large_it_is(
    one_atlas: None, tmp_path: Path, html: str, capsys: pytest.CaptureFixture[str]
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
