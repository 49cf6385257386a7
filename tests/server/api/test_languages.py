"""The API in the reader's own language: asked for by `lang`, said in the answer and its headers."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from geo.answers.permalink import Place
from geo.basics.choices import LANGUAGES
from geo.server import current_data
from geo.server.api.embed_addresses import own_files
from tests.server.api.asked import ON

pytestmark = pytest.mark.slow

ADDRESS = "/api/v1/status?date=2026-02-20&country=NOR"


def test_each_language_has_an_answer_of_its_own_that_says_which_it_is(client: TestClient) -> None:
    told = {language: client.get(f"{ADDRESS}&lang={language}") for language in LANGUAGES}
    again = {language: client.get(f"{ADDRESS}&lang={language}") for language in LANGUAGES}
    for language, answer in told.items():
        assert answer.headers["Content-Language"] == language
        assert answer.json().get("language", "en") == language
        assert again[language].text == answer.text
    assert len({answer.json()["headline"] for answer in told.values()}) == len(LANGUAGES)
    assert len({answer.headers["ETag"] for answer in told.values()}) == len(LANGUAGES)
    norway = {language: told[language].json()["countries"][0]["name"] for language in told}
    assert (norway["nb"], norway["lt"], norway["uk"]) == ("Norge", "Norvegija", "Норвегія")
    polish = told["pl"].json()["headline"]
    assert polish.startswith("20 lutego 2026\u00a0r. Konwencja Ottawska wiąże")


def test_a_dossier_says_its_sentence_and_its_status_in_the_language(client: TestClient) -> None:
    address = "/api/v1/countries/POL?date=2026-02-21&lang="
    told = {language: client.get(f"{address}{language}").json() for language in LANGUAGES}
    assert told["en"]["sentence"].startswith("On 21 February 2026, Poland is no longer bound")
    assert told["uk"]["sentence"].startswith("Польща (станом на 21 лютого 2026")
    assert told["lt"]["status"] == "Pasitraukusi (nuo: 2026-02-20)"
    for name in ("sentence", "status", "legal_basis"):
        assert len({answer[name] for answer in told.values()}) == len(LANGUAGES)
    assert told["fi"]["state"]["name"] == "Puola"
    assert told["fi"]["language"] == "fi"
    assert told["fi"]["events"] == told["en"]["events"]


def test_who_asks_for_no_language_is_answered_in_english_whatever_the_browser_wants(
    client: TestClient,
) -> None:
    plain = client.get(ADDRESS, headers={"Accept-Language": "pl, uk;q=0.5"})
    assert plain.text == client.get(f"{ADDRESS}&lang=en").text
    assert "language" not in plain.json()
    assert plain.headers["Content-Language"] == "en"
    assert "Accept-Language" not in plain.headers["Vary"]


@pytest.mark.parametrize("lang", ["ru", "PL", "pl-PL", ""])
def test_a_language_that_is_none_of_ours_is_refused_with_those_there_are(
    client: TestClient, lang: str
) -> None:
    told = client.get(f"{ADDRESS}&lang={lang}")
    assert told.status_code == 422
    (fault,) = told.json()["errors"]
    assert fault["parameter"] == "lang"
    assert "pl (polski)" in fault["expected"]


SPOKEN = (
    "changes",
    "curve",
    "curve.png",
    "curve.svg",
    "events",
    "lenses",
    "status",
    "borders",
    "claims",
    "compare",
    "lenses/{lens}",
    "countries/{iso3}",
    "countries/{iso3}.pdf",
    "snapshot.png",
    "snapshot.svg",
    "snapshot.pdf",
    "feed.atom",
    "calendar.ics",
)
"""What is answered in a language."""


def test_the_description_lists_the_languages_where_there_are_any(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path, told in paths.items():
        lang = [each for each in told["get"].get("parameters", ()) if each["name"] == "lang"]
        assert bool(lang) == (path.removeprefix("/api/v1/") in SPOKEN), path
        for each in lang:
            found = (each["schema"]["enum"], each["schema"]["default"])
            assert found == ([*LANGUAGES], "en"), path


def test_borders_say_their_sentence_in_the_language_and_a_lens_its_title(
    client: TestClient,
) -> None:
    lens = {
        each: client.get(f"/api/v1/lenses/nato-east?{ON}&lang={each}").json() for each in LANGUAGES
    }
    borders = {
        each: client.get(f"/api/v1/borders?{ON}&lens=nato-east&lang={each}").json()
        for each in LANGUAGES
    }
    compared = {
        each: client.get(f"/api/v1/compare?from=2025-01-01&to=2026-02-20&lang={each}").json()
        for each in LANGUAGES
    }
    told = {
        each: (
            lens[each]["lens"]["title"],
            lens[each]["sums"]["sentence"],
            lens[each]["borders"][0]["leading_meaning"],
            borders[each]["sums"]["meaning"],
            compared[each]["sentence"],
        )
        for each in LANGUAGES
    }
    for texts in zip(*told.values(), strict=True):
        assert len({*texts}) == len(LANGUAGES), texts
    for each in LANGUAGES:
        assert lens[each]["sums"] == borders[each]["sums"]
        assert [said.get("language", "en") for said in (lens[each], compared[each])] == [each] * 2
        assert lens[each]["sums"]["by_sides"] == lens["en"]["sums"]["by_sides"]
    states = {row["iso_a3"]: row["name"] for row in compared["fi"]["states"]}
    assert states["LTU"] == "Liettua"


def test_answers_of_no_day_say_what_they_are_of_in_the_language_and_what_sources_say_in_theirs(
    client: TestClient,
) -> None:
    addresses = {
        "curve?lens=nato-east": lambda said: (said["title"], said["meaning"], said["lens"]["note"]),
        "lenses": lambda said: (said["lenses"][1]["title"], said["lenses"][1]["note"]),
        "events?country=POL": lambda said: (said["attribution"],),
        "changes?since=2026-01-01": lambda said: (said["attribution"], said["held"]["words"]),
    }
    for address, told_in in addresses.items():
        joint = "&" if "?" in address else "?"
        answers = {each: client.get(f"/api/v1/{address}{joint}lang={each}") for each in LANGUAGES}
        for each, answer in answers.items():
            assert answer.headers["Content-Language"] == each, address
            assert answer.json().get("language", "en") == each, address
        said = {each: answer.json() for each, answer in answers.items()}
        for texts in zip(*map(told_in, said.values()), strict=True):
            assert len({*texts}) == len(LANGUAGES), (address, texts)
        for name in ("sources", "events", "points", "groups"):
            assert all(each.get(name) == said["en"].get(name) for each in said.values()), address
    changed = {row["iso_a3"]: row for row in said["fi"]["changes"]}
    assert (changed["POL"]["name"], changed["POL"]["after"]) == ("Puola", "withdrawn")


def test_a_feed_and_a_calendar_lead_to_the_page_in_their_language(client: TestClient) -> None:
    feed = client.get("/api/v1/feed.atom?country=POL&lang=pl")
    assert feed.headers["Content-Language"] == "pl"
    assert 'xml:lang="pl"' in feed.text
    assert "/api/v1/feed.atom?country=POL&amp;lang=pl" in feed.text
    assert "country=POL&amp;lang=pl" in feed.text
    calendar = client.get("/api/v1/calendar.ics?country=POL&lang=pl")
    assert "PRODID:-//Ottawa Atlas//Acts and effects//PL" in calendar.text
    plain = client.get("/api/v1/feed.atom?country=POL")
    assert "&amp;lang=pl" not in plain.text


def test_the_page_has_its_documents_in_its_language_and_keeps_them_for_good(
    client: TestClient,
) -> None:
    edition = current_data.CURRENT.get().edition
    assert own_files(Place(), edition, "en", "en") == {}
    assert {*own_files(Place(), edition, "en", "pl")} == {"words"}
    found = own_files(Place(country="POL"), edition, "pl", "en")
    told = {role: client.get(address) for role, address in found.items()}
    assert {*told} == {"timeline", "dossiers", "steps", "names", "words"}
    assert all("immutable" in answer.headers["Cache-Control"] for answer in told.values())
    assert told["timeline"].json()["states"]["POL"]["name"] == "Polska"
    assert told["dossiers"].json()["words"]["flank"]["total"] == "Razem"
    assert told["words"].json()["words"]["legend"] == "Legenda"
    old = client.get(own_files(Place(), "of before", "pl", "pl")["steps"])
    assert "immutable" not in old.headers["Cache-Control"]
