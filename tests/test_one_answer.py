"""The same question is answered alike wherever it is asked: command line, API, exported file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import TypeAdapter
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.answers.country.data import CountryAnswer
from geo.answers.data.borders import BordersAnswer
from geo.answers.data.claims import ClaimsAnswer
from geo.answers.data.compare import CompareAnswer
from geo.answers.data.curve import CurveAnswer
from geo.answers.data.events import EventsAnswer
from geo.answers.data.lenses import LensAnswer, LensesAnswer
from geo.answers.data.status import StatusAnswer
from geo.answers.files.since import SinceAnswer
from geo.answers.files.status_changes import ChangesAnswer, changes
from geo.atlas import Atlas
from geo.cli import main
from geo.server import api
from tests.drawn_here import draw_here

pytestmark = pytest.mark.slow

Ask = Callable[..., str]

DAYS = ("1999-03-01", "2026-02-20", "2026-11-26")
"""The first day of the law, a flank state's exit, and a day on which a status is not known."""

STATES = ("POL", "UKR", "LBN", "MAR", "ISL")
"""A flank state, a practice declared, a day not known, a neighbour not listed, no neighbour."""

WORLDVIEWS = ("un", "de_facto")


class Question(NamedTuple):
    """What is typed, which address it has, and the shape of the answer."""

    command: str
    address: str
    shape: type


def questions() -> Iterator[Question]:
    for day in DAYS:
        yield Question(f"status --date {day}", f"status?date={day}", StatusAnswer)
        yield Question(f"claims --date {day}", f"claims?date={day}", ClaimsAnswer)
        for worldview in WORLDVIEWS:
            command = f"borders --date {day} --worldview {worldview}"
            yield Question(command, f"borders?date={day}&worldview={worldview}", BordersAnswer)
    yield Question("claims", "claims", ClaimsAnswer)
    for first, last in (("2025-01-01", "2026-02-20"), ("1997-01-01", "2026-11-26")):
        span = f"from={first}&to={last}&worldview=de_facto"
        command = f"compare --from {first} --to {last} --worldview de_facto"
        yield Question(command, f"compare?{span}", CompareAnswer)
        of_one = f"{command} --country EST"
        yield Question(of_one, f"compare?{span}&country=EST", CompareAnswer)
    yield Question("lenses", "lenses", LensesAnswer)
    for name, day in (("nato-east", "2012-07-01"), ("asean", DAYS[-1]), ("SRB", DAYS[1])):
        yield Question(f"lens {name} --date {day}", f"lenses/{name}?date={day}", LensAnswer)
    day, lens = DAYS[1], "baltic-arctic"
    command = f"borders --date {day} --lens {lens} --country POL"
    yield Question(command, f"borders?date={day}&lens={lens}&country=POL", BordersAnswer)
    yield Question(f"curve --lens {lens}", f"curve?lens={lens}", CurveAnswer)
    yield Question("curve", "curve", CurveAnswer)
    of_one = "--country LBN --worldview de_facto"
    yield Question(f"curve {of_one}", "curve?country=LBN&worldview=de_facto", CurveAnswer)
    yield Question("changes --since 2026-01-31", "changes?since=2026-01-31", SinceAnswer)
    yield Question(
        "changes --since 2025-06-01 --country LBN",
        "changes?since=2025-06-01&country=LBN",
        SinceAnswer,
    )
    for state in STATES:
        day = DAYS[-1]
        command = f"--date {day} --country {state}"
        yield Question(f"status {command}", f"status?date={day}&country={state}", StatusAnswer)
        yield Question(f"borders {command}", f"borders?date={day}&country={state}", BordersAnswer)
        for worldview in WORLDVIEWS:
            yield Question(
                f"country {state} --date {day} --worldview {worldview}",
                f"countries/{state}?date={day}&worldview={worldview}",
                CountryAnswer,
            )


QUESTIONS = list(questions())


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=api.ROUTES)) as found:
        yield found


@pytest.fixture
def typed(one_atlas: None, capsys: pytest.CaptureFixture[str]) -> Ask:
    """What the command line answers to some words."""

    def ask(words: str, *more: str) -> str:
        assert main.main([*words.split(), *more]) == main.OK
        return capsys.readouterr().out

    return ask


@pytest.fixture
def kept(typed: Ask, tmp_path: Path) -> Ask:
    """What the file holds that the command line writes."""

    def ask(words: str, fmt: str) -> str:
        out = tmp_path / "file"
        typed(f"export {words} --format {fmt}", "--out", str(out))
        return out.read_text(encoding="utf-8")

    return ask


def alike(one: str, other: str) -> bool:
    """Whether two documents say the same in the same order, however they are laid out."""
    return json.dumps(json.loads(one)) == json.dumps(json.loads(other))


def named(answer: Any) -> Iterator[str]:
    """Every source id that some part of an answer cites, in a list or joined as in a table."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if key not in ("source_ids", "legal_basis_source_ids"):
                yield from named(value)
            elif isinstance(value, str):
                yield from filter(None, value.split(";"))
            else:
                yield from value
    elif isinstance(answer, list):
        for each in answer:
            yield from named(each)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.command)
def test_the_command_line_answers_as_the_api(
    typed: Ask, client: TestClient, asked: Question
) -> None:
    told = typed(f"{asked.command} --format json")
    assert alike(told, client.get(f"/api/v1/{asked.address}").text)
    TypeAdapter(asked.shape).validate_json(told, strict=False)


@pytest.mark.parametrize("worldview", WORLDVIEWS)
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("fmt", ["json", "csv"])
def test_a_file_of_borders_is_the_answer(
    typed: Ask, kept: Ask, client: TestClient, day: str, worldview: str, fmt: str
) -> None:
    asked = f"--date {day} --worldview {worldview}"
    file = kept(f"--what borders {asked}", fmt)
    assert file == typed(f"borders {asked} --format {fmt}")
    address = f"/api/v1/exports/borders.{fmt}?date={day}&worldview={worldview}"
    assert file == client.get(address).text


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("fmt", ["json", "csv"])
def test_a_file_of_countries_is_the_answer(
    typed: Ask, kept: Ask, client: TestClient, day: str, fmt: str
) -> None:
    file = kept(f"--what countries --date {day}", fmt)
    assert file == typed(f"status --date {day} --format {fmt}")
    assert file == client.get(f"/api/v1/exports/countries.{fmt}?date={day}").text


@pytest.mark.parametrize("fmt", ["json", "csv"])
def test_a_file_of_the_course_is_the_answer(
    typed: Ask, kept: Ask, client: TestClient, fmt: str
) -> None:
    file = kept("--what curve --worldview de_facto", fmt)
    assert file == typed(f"curve --worldview de_facto --format {fmt}")
    assert file == client.get(f"/api/v1/exports/curve.{fmt}?worldview=de_facto").text


@pytest.mark.parametrize("fmt", ["json", "csv"])
@pytest.mark.parametrize("lens", ["nato-east", "UKR", "ISL"])
def test_a_file_of_a_lens_is_the_answer(
    typed: Ask, kept: Ask, client: TestClient, lens: str, fmt: str
) -> None:
    day = f"--date {DAYS[1]}"
    file = kept(f"--what borders {day} --lens {lens}", fmt)
    assert file == typed(f"borders {day} --lens {lens} --format {fmt}")
    address = f"/api/v1/exports/borders.{fmt}?date={DAYS[1]}&lens={lens}"
    assert file == client.get(address).text
    course = kept(f"--what curve --lens {lens}", fmt)
    assert course == typed(f"curve --lens {lens} --format {fmt}")
    assert course == client.get(f"/api/v1/exports/curve.{fmt}?lens={lens}").text


def test_a_chart_of_the_course_is_one_picture(
    typed: Ask, client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_here(monkeypatch)
    out = tmp_path / "course.svg"
    typed("curve --lens nato-east --theme dark", "--out", str(out))
    asked = "/api/v1/curve.svg?lens=nato-east&theme=dark"
    assert out.read_bytes() == client.get(asked).content
    png = client.get("/api/v1/curve.png?country=POL&scale=1")
    assert png.headers["content-type"] == "image/png"
    assert main.main(["curve", "--format", "svg"]) == main.NONSENSE
    assert main.main(["curve", "--format", "csv", "--out", str(out)]) == main.NONSENSE


def test_two_days_are_one_picture(
    typed: Ask, client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_here(monkeypatch)
    out = tmp_path / "both.svg"
    typed("snapshot --date 2026-02-20 --compare 2025-01-01", "--out", str(out))
    asked = "/api/v1/snapshot.svg?date=2026-02-20&compare=2025-01-01"
    assert out.read_bytes() == client.get(asked).content


def test_what_only_one_place_answers_has_its_shape_too(atlas: Atlas, client: TestClient) -> None:
    TypeAdapter(EventsAnswer).validate_json(client.get("/api/v1/events").text)
    TypeAdapter(ChangesAnswer).validate_python(changes(atlas))


ADDRESSES = [*(asked.address for asked in QUESTIONS), "events", "events?country=POL"]


@pytest.mark.parametrize("address", [*ADDRESSES, "exports/borders.geojson", None])
def test_an_answer_writes_out_each_source_it_names_once(
    atlas: Atlas, client: TestClient, address: str | None
) -> None:
    answer = client.get(f"/api/v1/{address}").json() if address else changes(atlas)
    written_out = [source["source_id"] for source in answer["sources"]]
    assert len(written_out) == len(set(written_out))
    assert set(written_out) == set(named(answer))
    for key in ("verified_to", "data_version", "licence"):
        assert answer[key]
    if not address or "geojson" not in address:
        assert list(answer)[-1] == "sources"
