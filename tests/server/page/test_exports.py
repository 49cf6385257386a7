"""The export menu without a browser: what it offers, what it costs, what it says to copy."""

import html
import io
import re
import zipfile
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from geo.answers.data.credits import data_version
from geo.answers.files import catalogue
from geo.answers.permalink import Place
from geo.answers.words import exports
from geo.answers.words.tongue import ENGLISH, tongue
from geo.atlas import Atlas
from geo.basics.boxes import Box
from geo.basics.choices import WORLDVIEWS
from geo.basics.errors import AtlasError
from geo.basics.markdown_text import for_streamlit
from geo.server import current_data
from geo.server.drawing import Studio
from geo.server.page.exports import downloads
from geo.server.page.exports import film as export_film
from geo.server.page.exports import menu as export
from geo.server.page.exports import standalone as export_page
from geo.server.page.exports.picture import Picture
from tests.drawn_here import draw_here
from tests.server.page.menu import PLACE, SCRIPT, keys, open_menu

pytestmark = pytest.mark.slow

BALTIC = (19.5, 53.8, 28.3, 59.7)


def test_a_closed_menu_holds_nothing() -> None:
    page = AppTest.from_file(SCRIPT, default_timeout=120).run()
    assert not page.exception
    assert not page.get("download_button")
    assert "snapshot.png" not in "".join(e.proto.body for e in page.get("html"))


def test_an_open_menu_draws_nothing_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def must_not_draw(*_args: object, **_options: object) -> bytes:
        raise AssertionError("something was drawn")

    monkeypatch.setattr(Studio, "make", must_not_draw)
    monkeypatch.setattr("geo.web.standalone.page", must_not_draw)
    for kind in export.KINDS:
        open_menu(kind)


@pytest.mark.parametrize(
    ("kind", "offered"),
    [("picture", {"export_picture"}), ("data", {"export_countries_csv"}), ("share", set())],
)
def test_it_offers_one_download_a_choice(kind: str, offered: set[str]) -> None:
    assert keys(open_menu(kind)) == offered


def preview(page: AppTest) -> dict[str, list[str]]:
    written = "".join(element.proto.body for element in page.get("html"))
    source = re.search(r'src="(api/v1/snapshot.png[^"]*)"', written)
    assert source
    return parse_qs(urlsplit(html.unescape(source.group(1))).query)


def test_the_picture_follows_the_view_of_the_map_and_the_country() -> None:
    page = open_menu(date="2026-01-10", country="POL", view="europe")
    asked = preview(page)
    assert asked["view"] == ["europe"]
    assert asked["country"] == ["POL"]
    assert asked["date"] == ["2026-01-10"]
    assert any("Poland outlined" in caption.value for caption in page.caption)


HOSTILE = "![x](https://example.org/x.png) $x$ :red[x] :smile: <b>x</b> [x](https://example.org)"


@pytest.mark.parametrize("kind", ["picture", "data"])
def test_a_name_is_no_markup_wherever_the_menu_says_it(
    monkeypatch: pytest.MonkeyPatch, atlas: Atlas, kind: str
) -> None:
    poland = replace(atlas.record.states["POL"], name=HOSTILE)
    record = replace(atlas.record, states={**atlas.record.states, "POL": poland})
    named = Atlas(record, {worldview: atlas.borders(worldview) for worldview in WORLDVIEWS})
    monkeypatch.setattr(current_data.CURRENT.get(), "atlas", named)
    page = AppTest.from_file(SCRIPT, default_timeout=120)
    page.query_params = {"date": "2026-01-10", "country": "POL"}
    page.session_state["export"] = True
    page.session_state["export_kind"] = kind
    if kind == "data":
        page.session_state["export_what"] = "sources"
    page.run()
    assert not page.exception
    read = [*page.caption, *page.markdown, *page.warning, *page.info, *page.error]
    texts = [element.value for element in read]
    texts += [each.label for each in (*page.button, *page.get("download_button"), *page.expander)]
    assert any(for_streamlit(HOSTILE) in text for text in texts)
    assert not [text for text in texts if "![x" in text or "$x$" in re.sub(r"\\\\.", "", text)]
    assert "<b>x</b>" not in "".join(element.proto.body for element in page.get("html"))


def test_a_picture_as_shown_has_the_box_of_the_map() -> None:
    page = open_menu(date="2026-01-10", view="europe")
    views = next(group for group in page.get("button_group") if "europe" in group.proto.id)
    assert [option.content for option in views.proto.options][-1] == "As shown"
    page.session_state["export_picture_europe"] = "shown"
    asked = preview(page.run())
    assert asked["view"] == ["europe"]  # a map that was not moved shows the view chosen
    assert "bounds" not in asked
    page.session_state["map_shown"] = BALTIC
    assert preview(page.run())["bounds"] == ["19.5,53.8,28.3,59.7"]
    assert any(code.value.startswith("Map of a part of the world") for code in page.code)


@pytest.mark.parametrize("box", [None, BALTIC])
def test_its_preview_is_an_address_the_api_answers(atlas: Atlas, box: Box | None) -> None:
    from geo.server.api import app

    address = Picture(PLACE, "png", 2, "dark", box).preview_address(data_version(atlas))
    with TestClient(app) as client:
        answer = client.get(address)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == (1200, 900)
    assert picture.info.get("Bounds") == ("19.5,53.8,28.3,59.7" if box else None)


@pytest.mark.parametrize(
    ("picture", "name"),
    [
        (Picture(Place(date(2026, 2, 20)), "png", 2, "light"), "flank-2026-02-20.png"),
        (Picture(PLACE, "png", 4, "dark"), "europe-2026-01-10-POL-4x-dark.png"),
        (Picture(PLACE, "png", 2, "light", BALTIC), "detail-2026-01-10-POL.png"),
        (Picture(PLACE, "svg", 1, "light"), "europe-2026-01-10-POL.svg"),
        (
            Picture(Place(date(1999, 3, 1), worldview="de_facto", view="world"), "pdf", 1, "dark"),
            "world-1999-03-01-de-facto-dark.pdf",
        ),
    ],
)
def test_a_picture_is_named_by_what_it_shows(atlas: Atlas, picture: Picture, name: str) -> None:
    assert picture.file_name(atlas) == f"ottawa-atlas-{name}"


@pytest.mark.parametrize("chosen", catalogue.EXPORTS, ids=lambda e: f"{e.what}.{e.format}")
def test_every_export_of_data_can_be_chosen(chosen: catalogue.Export) -> None:
    page = AppTest.from_file(SCRIPT, default_timeout=120)
    page.session_state["export"] = True
    page.session_state["export_kind"] = "data"
    page.session_state["export_what"] = chosen.what
    if chosen.what != "record":
        page.session_state["export_format"] = chosen.format
    page.run()
    assert not page.exception
    assert keys(page) == {f"export_{chosen.what}_{chosen.format}"}


def test_a_table_tells_its_size(atlas: Atlas) -> None:
    page = open_menu("data", date="2026-01-10")
    content = catalogue.export(atlas, atlas.on(date(2026, 1, 10)), "countries", "csv").content
    assert any(
        downloads.size_words(len(content), ENGLISH) in caption.value for caption in page.caption
    )


@pytest.mark.parametrize(
    ("what", "fmt", "told"),
    [
        ("countries", "csv", "names ending in _km are kilometres"),
        ("borders", "csv", "Each row names its sources"),
        ("borders", "geojson", "The file writes out its units and the sources"),
        ("record", None, "datapackage.json describes every column"),
    ],
)
def test_what_a_file_says_of_itself_is_told_by_format(
    what: str, fmt: str | None, told: str
) -> None:
    page = open_menu("data", date="2026-01-10")
    page.segmented_control(key="export_what").set_value(what).run()
    if fmt:
        page.segmented_control(key="export_format").set_value(fmt).run()
    assert any(told in caption.value for caption in page.caption)
    assert not any(exports.FILE_IN_ENGLISH in caption.value for caption in page.caption)


def test_a_reader_of_another_language_is_told_that_a_file_is_in_english() -> None:
    page = open_menu("data", date="2026-01-10", lang="fi")
    told = tongue("fi").text(exports.FILE_IN_ENGLISH)
    assert any(told in caption.value for caption in page.caption)


def test_a_file_is_made_once_and_then_has_a_size() -> None:
    calls = []

    def make() -> catalogue.File:
        calls.append(1)
        with io.BytesIO() as buffer:
            zipfile.ZipFile(buffer, "w").close()
            return catalogue.File("empty.zip", "application/zip", buffer.getvalue() + bytes(5000))

    key = ("test", object())
    assert downloads.size(key) == ""
    offered = downloads.later(key, make)
    assert not calls
    assert offered() == offered()
    assert len(calls) == 1
    assert downloads.size(key) == "5 kB"


def test_a_file_asked_for_after_the_page_has_run_is_of_whoever_was_offered_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    class Files:
        def ask(self, _key: object, make: Callable[[], catalogue.File], who: str) -> object:
            asked.append(who)
            done: Future[catalogue.File] = Future()
            done.set_result(make())
            return done

    monkeypatch.setattr(downloads, "FILES", Files())
    monkeypatch.setattr(downloads, "asker", lambda: "192.0.2.7")
    offered = downloads.later("of-a-test", lambda: catalogue.File("a.zip", "", b"a"))
    monkeypatch.setattr(downloads, "asker", lambda: "")
    assert offered() == b"a"
    assert asked == ["192.0.2.7"]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 kB"),
        (412_345, "412 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_437_783, "1.4 MB"),
    ],
)
def test_sizes_are_in_words(count: int, words: str) -> None:
    assert downloads.size_words(count, ENGLISH) == words


def test_a_page_is_made_on_request_and_then_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "geo.web.standalone.page", lambda *_, **__: b"<!doctype html>" + bytes(2_000_000)
    )
    monkeypatch.setattr(export_page, "data_version", lambda _: "of-a-test")
    page = open_menu("page")
    assert keys(page) == set()
    page.button(key="export_make_page").click().run()
    assert not page.exception
    assert keys(page) == {"export_page"}
    assert page.get("download_button")[0].proto.label == "Download page, 2.0 MB"


def test_a_film_shows_how_far_it_is_and_is_then_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []

    def film(*_args: object, **options: object) -> bytes:
        progress = options["progress"]
        assert callable(progress)
        progress(1, 4)
        told.extend(export_film._drawn.values())
        return bytes(300_000)

    draw_here(monkeypatch)
    monkeypatch.setattr("geo.pictures.film.film", film)
    monkeypatch.setattr(export_film, "data_version", lambda _: "of-a-test")
    page = open_menu("film")
    page.button(key="export_make_film").click().run()
    assert not page.exception
    assert told == [0.25]
    assert not export_film._drawn
    assert page.get("download_button")[0].proto.label == "Download film, 300 kB"


def test_a_film_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def film(*_args: object, **_options: object) -> bytes:
        raise AtlasError("ffmpeg ended early")

    draw_here(monkeypatch)
    monkeypatch.setattr("geo.pictures.film.film", film)
    monkeypatch.setattr(export_film, "data_version", lambda _: "of-a-failure")
    page = open_menu("film")
    page.button(key="export_make_film").click().run()
    assert not page.exception
    assert "ffmpeg ended early" in page.warning[0].value
