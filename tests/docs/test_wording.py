"""One thing has one name, wherever a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from geo import pictures
from geo.answers.country.data import country_answer
from geo.answers.country.markdown import markdown
from geo.answers.data.notes import UNITS
from geo.answers.permalink import LANDING_DAY
from geo.answers.words import status_words, worldviews
from geo.atlas import Atlas, View
from geo.borders.build import provenance
from geo.cli import main, text_tables
from geo.server import api
from geo.server.api import parameters
from geo.server.api.description import described
from geo.web import map_config
from tests.own_data import own_atlas

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "geo/web"
READ = [
    *sorted((WEB / "scripts").rglob("*.js")),
    *sorted((WEB / "templates").glob("*.html")),
    ROOT / "geo/answers/country/dossier.md.j2",
    *sorted((ROOT / "geo/answers/words").glob("*.py")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "README.md",
    ROOT / "data/borders/PROVENANCE.md",
    Path(provenance.__file__),
]
"""Files whose words are read as they stand, or sent to a reader in a page."""

CALLED_OFFICIAL = re.compile(r"official,? (km|one\b|figures?|lengths?|kilomet)", re.IGNORECASE)


@pytest.fixture(scope="module")
def known() -> Atlas:
    return own_atlas()


@pytest.fixture(scope="module")
def landing(known: Atlas) -> View:
    return known.on(LANDING_DAY)


def test_leading_figures_do_not_all_rest_on_official_sources(known: Atlas, landing: View) -> None:
    """Why a leading figure is not called an official one: some stand on press and reference."""
    tiers = {
        known.record.sources[source_id].tier
        for border in landing.borders
        if border.flank
        for source_id in border.length_source_ids
    }
    assert tiers - {"official"}


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_no_figure_is_called_official_for_leading(path: Path) -> None:
    assert CALLED_OFFICIAL.findall(path.read_text(encoding="utf-8")) == []


SAID: dict[str, Callable[[Atlas, View], str]] = {
    "picture": lambda known, view: pictures.render(known, view, fmt="svg").decode(),
    "table": lambda _known, view: text_tables.borders(view),
    "dossier": lambda known, view: markdown(country_answer(known, view, "POL"), known.record),
    "units": lambda _known, _view: UNITS,
    "openapi": lambda known, _view: " ".join(descriptions(described(api.app, known, "0" * 16))),
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_figure_that_leads_is_said_to_lead(
    known: Atlas, landing: View, said: Callable[[Atlas, View], str]
) -> None:
    text = " ".join(re.sub(r"<[^>]*>", " ", said(known, landing)).split())
    assert CALLED_OFFICIAL.findall(text) == []
    assert re.search(r"leading (published )?(figure|km)", text, re.IGNORECASE)


def test_a_state_that_stays_is_called_the_same_on_the_map_and_in_a_picture() -> None:
    assert map_config.config({})["words"]["remains_bound"] == status_words.REMAINS_BOUND


def test_a_worldview_is_called_the_same_on_page_picture_api_and_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main.main(["borders", "--help"])
    for said in (
        worldviews.LABELS["de_facto"],
        worldviews.SENTENCES["de_facto"],
        parameters.EXPECTED["worldview"],
        capsys.readouterr().out,
    ):
        assert re.search(r"as natural earth draws (it|them)", " ".join(said.lower().split()))


def descriptions(node: object) -> Iterable[str]:
    """Every `description` of a document, however deep."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "description" and isinstance(value, str):
                yield value
            else:
                yield from descriptions(value)
    elif isinstance(node, list):
        for value in node:
            yield from descriptions(value)
