"""`python -m geo status`: who is bound, in every shape and language."""

from __future__ import annotations

import csv
import io
import json

import pytest

from geo.basics.dates import today
from tests.cli.commands import CARRIED, DAY, NOTES_OF_A_DAY, SOURCE_KEYS, STATE_KEYS, Run

pytestmark = pytest.mark.slow

STATUS_KEYS = {
    *NOTES_OF_A_DAY,
    "headline",
    "bound",
    "bound_min",
    "bound_max",
    "counts",
    "counts_max",
    "not_known",
    "countries",
}


def test_status_as_json(run: Run) -> None:
    code, out, err = run("status", "--date", DAY, "--format", "json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert set(answer) == STATUS_KEYS
    assert all(list(source) == SOURCE_KEYS for source in answer["sources"])
    assert answer["date"] == DAY
    assert answer["counts"] == {
        "party": 161,
        "withdrawal_notified": 0,
        "withdrawn": 5,
        "signatory": 0,
        "consented": 0,
        "not_party": 30,
    }
    assert answer["counts_max"] == answer["counts"] | {"not_party": 31, "consented": 1}
    assert answer["not_known"] == 1  # Lebanon, from 4 February on
    assert list(answer["counts"])[:3] == ["party", "withdrawal_notified", "withdrawn"]
    assert answer["bound"] == 161
    assert len(answer["countries"]) == 197
    for state in answer["countries"]:
        assert list(state) == STATE_KEYS
        assert state["source_ids"]
        assert state["practice"] in ("none", "suspension_declared")


def test_status_of_one_country_keeps_the_counts_of_all(run: Run) -> None:
    answer = json.loads(run("status", "--date", DAY, "--country", "pol", "--format", "json")[1])
    (poland,) = answer["countries"]
    assert {key: poland[key] for key in STATE_KEYS[:-1]} == {
        "date": DAY,
        "iso_a3": "POL",
        "name": "Poland",
        "legal_status": "withdrawn",
        "bound": False,
        "practice": "none",
        "since": "2026-02-20",
        "entry_into_force": "2013-06-01",
        "withdrawal_notified": "2025-08-20",
        "withdrawal_effective": "2026-02-20",
        "possible_statuses": ["withdrawn"],
    }
    assert answer["bound"] == 161


def test_bound_counts_those_on_notice(run: Run) -> None:
    answer = json.loads(run("status", "--date", "2025-12-26", "--format", "json")[1])
    counts = answer["counts"]
    assert answer["bound"] == 166 == counts["party"] + counts["withdrawal_notified"]
    assert counts["withdrawal_notified"] == 5


def test_status_as_csv(run: Run) -> None:
    code, out, _ = run("status", "--date", DAY, "--format", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert list(rows[0]) == [*STATE_KEYS, "source_urls", "worldview", *CARRIED]
    assert len(rows) == 197
    (poland,) = [row for row in rows if row["iso_a3"] == "POL"]
    assert (poland["date"], poland["bound"]) == (DAY, "false")
    assert "DZU1514" in poland["source_ids"].split(";")


def test_status_as_a_table_begins_with_the_sentence_of_the_day(run: Run) -> None:
    code, out, _ = run("status", "--date", DAY)
    assert code == 0
    assert out.startswith("On 20 February 2026, 161 states are bound by the Mine Ban Convention.")
    (ukraine,) = [line for line in out.splitlines() if line.startswith("UKR")]
    assert "Bound *" in ukraine
    assert out.rstrip().endswith("* Declares a suspension the Convention does not provide for.")


def test_status_in_another_language_says_so_in_every_format(run: Run) -> None:
    asked = ("status", "--date", DAY, "--country", "NOR", "--lang", "lv", "--format")
    code, table, _ = run(*asked[:-1])
    assert code == 0
    assert table.startswith("2026. gada 20. februārī Otavas konvencija ir saistoša 161 valstij.")
    (norway,) = [line for line in table.splitlines() if line.startswith("NOR")]
    assert "Norvēģija" in norway
    assert "Saistīta" in norway
    assert "1999. gada 1. marts" in norway
    answer = json.loads(run(*asked, "json")[1])
    assert answer["language"] == "lv"
    assert table.startswith(answer["headline"])
    (row,) = csv.DictReader(io.StringIO(run(*asked, "csv")[1]))
    assert (row["name"], row["language"]) == ("Norvēģija", "lv")
    assert run("status", "--lang", "ru")[0] == 2


def test_a_dossier_is_told_in_another_language(run: Run) -> None:
    asked = ("country", "Norge", "--date", DAY, "--lang", "nb")
    answer = json.loads(run(*asked, "--format", "json")[1])
    assert answer["language"] == "nb"
    assert answer["sentence"].startswith("Den 20. februar 2026 er Norge bundet")
    code, told, _ = run(*asked)
    assert code == 0
    assert told.startswith("# Norge og Minekonvensjonen, 20\\. feb. 2026")
    for said in ("Norge–Russland", "## Handlinger og hendelser", "Det kildene sier"):
        assert said in told
    code, _, err = run("country", "Kosovo", "--lang", "nb")
    assert code == 2
    assert "ingen egen status etter Minekonvensjonen" in err


def test_without_a_date_the_answer_is_todays(run: Run) -> None:
    before = today().isoformat()
    answer = json.loads(run("status", "--format", "json")[1])
    assert answer["date"] in (before, today().isoformat())


def test_a_day_beyond_the_record_is_answered_and_said_to_be(run: Run) -> None:
    code, out, err = run("status", "--date", "2030-01-01")
    assert code == 0
    assert out.startswith("As far as the record goes, on 1 January 2030")
    assert "Held against the depositary’s page of 3 February 2026: no difference" in err
    assert "later acts may be missing. See https://treaties.un.org/" in err
