"""The frame as it is served: made for the day it is asked for, to be read without scripts too."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.answers.permalink import LANDING_DAY, Place
from geo.answers.words.headline import headline, state_sentence
from geo.answers.words.tongue import tongue
from geo.answers.words.what_if import HYPOTHETICAL
from geo.atlas import Atlas
from geo.basics.choices import LANGUAGES
from geo.basics.dates import today
from geo.basics.formats import unbroken
from geo.server import api
from geo.web import standalone
from tests.own_data import own_atlas

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=api.ROUTES))


def without_scripts(page: str) -> str:
    """What a reader without scripts is given: all but scripts, and what only they fill."""
    return re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def test_the_frame_is_served_for_the_day_country_and_view_asked(client: TestClient) -> None:
    query = "date=2026-01-10&country=POL&worldview=de_facto&view=europe"
    page = without_scripts(client.get(f"/embed?{query}").text)
    view = own_atlas().on(date(2026, 1, 10), "de_facto")
    assert unbroken(headline(view)) in html.unescape(page)
    assert state_sentence(view, "POL") in page
    (picture,) = re.findall(r'<img src="([^"]+)"', page)
    address = urlsplit(html.unescape(picture))
    asked = {name: value for name, (value,) in parse_qs(address.query).items()}
    version = asked.pop("v")
    assert address.path == "api/v1/snapshot.png"
    assert asked == parse_qs_of(query) | {"scale": "1"}
    assert version == client.get("/api/v1/status").json()["data_version"]
    assert "img-src * data:" in page
    (whole,) = re.findall(r'id="whole" href="\./\?([^"]+)"', page)
    assert parse_qs_of(html.unescape(whole)) == parse_qs_of(query)
    assert LANDING_DAY.isoformat() not in page


def parse_qs_of(query: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(query).items()}


def test_a_frame_of_today_is_not_kept_past_midnight(client: TestClient) -> None:
    answer = client.get("/embed?date=latest")
    assert unbroken(headline(own_atlas().on(today()))) in html.unescape(answer.text)
    assert "must-revalidate" in answer.headers["cache-control"]
    assert "must-revalidate" not in client.get("/embed").headers["cache-control"]


def test_values_of_the_record_stay_text_in_a_frame() -> None:
    atlas, name = own_atlas(), '<img src=x onerror=alert(1)>"&'
    poland = replace(atlas.record.states["POL"], name=name)
    record = replace(atlas.record, states={**atlas.record.states, "POL": poland})
    hostile = Atlas(record, {"un": atlas.borders("un")})
    place = Place(date(2026, 1, 10), "POL")
    framed = standalone.Framed(place, 'x.png"><script>', f"Map of {name}")
    page = without_scripts(standalone.page(hostile, embed=framed).decode())
    assert "<img src=x" not in page
    assert page.count("<img ") == 1
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_a_frame_of_what_is_supposed_carries_its_mark_and_a_refusal_its_reason(
    client: TestClient,
) -> None:
    asked = "date=2027-06-01&what_if=NOR:withdrawal_notice:2026-12-01"
    page = client.get(f"/embed?{asked}").text
    assert HYPOTHETICAL in page
    assert "The withdrawal of Norway takes effect on 1 June 2027" in page
    documents = dict(re.findall(r'<script type="[^"]+" id="data-(\w+)">(.*?)</script>', page))
    timeline = json.loads(documents["timeline"])
    assert all("Supposing" in m["headline"] for m in timeline["moments"] if "headline" in m)
    config = json.loads(documents["config"])
    assert config["until"] == "2027-12-31"
    steps = client.get(f"/{config['files']['un']['steps']}").json()["steps"]
    assert "2027-06-01" in [step["day"] for step in steps]
    refused = client.get("/embed?what_if=LTU:withdrawal_notice:2026-12-01")
    assert refused.status_code == 400
    assert "it can accede again, not withdraw" in refused.json()["detail"]


def test_a_frame_carries_its_first_paint_and_is_given_the_rest_where_it_asks(
    client: TestClient,
) -> None:
    page = client.get("/embed?worldview=de_facto").text
    assert "connect-src *" in page
    documents = dict(re.findall(r'<script type="[^"]+" id="data-(\w+)">(.*?)</script>', page))
    assert documents.keys() == {"config", "timeline", "flank"}
    files = json.loads(documents["config"])["files"]["de_facto"]
    world = client.get(f"/{files['world']}")
    assert len(world.json()["areas"]) > 100
    for country in ("", "NOR"):
        address = f"/{files['dossiers']}{country and f'&country={country}'}"
        # A sandboxed frame is of no origin: whatever it asks for has to be for all.
        answer = client.get(address, headers={"Origin": "null"})
        assert answer.headers["access-control-allow-origin"] == "*"
        assert list(answer.json()["states"]) == [country] * bool(country)
    for wrong in ("country=XXX", "country=NOR&country=POL", "worldview=flat", "v=1"):
        assert client.get(f"/embed/dossiers?{wrong}").status_code == 422


POLISH_BROWSER = {"Accept-Language": "pl-PL, pl;q=0.9, en;q=0.5"}


def test_a_frame_speaks_by_its_address_else_by_the_browser_and_stays_as_light(
    client: TestClient,
) -> None:
    packed = {"Accept-Encoding": "gzip"}
    plain = int(client.get("/embed?lang=en", headers=packed).headers["Content-Length"])
    for language in LANGUAGES:
        told = client.get(f"/embed?lang={language}", headers=POLISH_BROWSER | packed)
        assert told.headers["Content-Language"] == language
        assert f'<html lang="{"en-GB" if language == "en" else language}">' in told.text
        assert int(told.headers["Content-Length"]) < min(150_000, plain + 3_000), language
        config = told.text.partition('id="data-config">')[2].partition("</script>")[0]
        files = json.loads(config)["files"]["un"]
        spoken = language != "en"
        assert {f"lang={language}" in address for address in files.values()} == {spoken}
        assert f"lang={language}&amp;scale=1" in told.text  # the picture
    ours = client.get("/embed", headers=POLISH_BROWSER)
    said = headline(own_atlas().on(LANDING_DAY), tongue("pl"))
    assert unbroken(said) in html.unescape(ours.text)
    assert "Accept-Language" in ours.headers["Vary"]
    assert 'id="whole" href="./?date=2026-02-20"' in ours.text
    asked = client.get("/embed?lang=uk&country=POL").text
    assert 'id="whole" href="./?date=2026-02-20&amp;country=POL&amp;lang=uk"' in asked


def test_a_frame_is_refused_in_the_readers_language(client: TestClient) -> None:
    reader = {"Accept": "text/html", "Accept-Language": "lt"}
    refused = client.get("/embed?lang=ru", headers=reader)
    assert refused.status_code == 422
    assert '<html lang="lt">' in refused.text
    assert "lang yra „ru“" in refused.text
    assert "pl (polski)" in refused.text
    assert '<html lang="fi">' in client.get("/embed?lang=fi&view=moon", headers=reader).text
