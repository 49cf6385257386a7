"""A state is found by whatever people call it, and what has no status of its own is told why."""

from pathlib import Path

import pytest

from geo.answers.search import meant, search
from geo.basics.choices import WORLDVIEWS
from geo.basics.errors import BordersError
from geo.borders import BORDERS_DIR, names
from geo.borders.build import names as made
from tests.own_data import own_atlas

ATLAS = own_atlas()

CALLED = {
    "AUT": "Österreich|osterreich|AT",
    "ARE": "UAE|الإمارات",
    "BFA": "Burkina",
    "BLR": "Беларусь|BELARUS|by|Belorussia|Hviterussland",
    "BIH": "Bosnia|Bosnia-Herzegovina",
    "CIV": "Ivory Coast|Côte d’Ivoire|cote d'ivoire|cote divoire",
    "CHE": "Swiss|Schweiz|Suisse|Svizzera|Switzerland",
    "CHN": "中国|中國|PRC",
    "COD": "DR Congo|DRC|Zaire|Congo-Kinshasa",
    "COG": "Congo|Congo-Brazzaville",
    "CPV": "Cape Verde|Cabo Verde",
    "CZE": "Czech Republic|Česko|cesko|Ceska republika",
    "DEU": "Deutschland|Allemagne|de|Нямеччына",
    "ESP": "España|espana",
    "EST": "Eesti",
    "FIN": "Suomi|fin|FI|Finnland",
    "GBR": "UK|Great Britain|Britain|Royaume-Uni",
    "GRC": "Ελλάδα|ΕΛΛΑΔΑ|ελλαδα|Hellas",
    "HRV": "Hrvatska",
    "HUN": "Magyarország|magyarorszag",
    "IRN": "Persia|ایران",
    "ISR": "ישראל",
    "JPN": "日本|Nippon",
    "KNA": "St Kitts",
    "KOR": "South Korea|S. Korea|Republic of Korea|Korea, Republic of|ROK|한국",
    "LAO": "Laos|Lao PDR",
    "LTU": "Lietuva",
    "LVA": "Latvija",
    "MKD": "Macedonia|Makedonija|North Macedonia|FYROM",
    "MMR": "Burma|burma|MM",
    "NLD": "Holland|the Netherlands|Nederland",
    "NOR": "Norge|Noreg|norway",
    "POL": "Polska|pol|PL|616|Pologne|Польща",
    "PRK": "North Korea|N. Korea|DPRK",
    "PSE": "Palestine|State of Palestine|Palestinian Territories",
    "RUS": "Россия|россия|Russian Federation|Venäjä",
    "SAU": "السعودية|المملكة العربية السعودية",
    "STP": "Sao Tome|São Tomé and Príncipe",
    "SWE": "Sverige",
    "SWZ": "Swaziland|eSwatini",
    "TLS": "Timor|East Timor|Timor-Leste",
    "TUR": "Turkey|TURKEY|Türkiye|turkiye|TÜRKİYE|Turquie",
    "UKR": "Україна|украина|Ukraina",
    "USA": "America|U.S.A.|US|United States of America",
    "VAT": "Vatican|the Vatican|Vatican City|Holy See",
    "VNM": "Viet Nam|Vietnam|Việt Nam|В'єтнам|В\u02bcєтнам",  # noqa: RUF001
}
"""Names by the code of the state, a bar between them."""

WITHOUT_STATUS = {
    "Kosovo": "", "Kosova": "", "XKX": "", "Taiwan": "", "Western Sahara": "", "Antarctica": "",
    "European Union": "", "Greenland": "DNK", "Kalaallit Nunaat": "DNK", "Hong Kong": "CHN",
    "Gibraltar": "GBR", "Puerto Rico": "USA", "Crimea": "UKR", "Крим": "UKR", "Scotland": "GBR",
    "Réunion": "FRA", "RE": "FRA", "Kaliningrad": "RUS", "Northern Cyprus": "CYP", "Guyane": "FRA",
    "Transnistria": "MDA", "Abkhazia": "GEO", "Svalbard": "NOR", "Faroe Islands": "DNK",
}  # fmt: skip


def test_a_state_is_found_by_what_people_call_it() -> None:
    asked = {name: code for code, line in CALLED.items() for name in line.split("|")}
    assert len(asked) > 60
    found = {name: meant(ATLAS, name) for name in asked}
    assert {name: one.state for name, one in found.items()} == asked
    assert not any(one.says for one in found.values())


def test_every_state_is_found_by_its_name_its_codes_and_what_the_depositary_calls_it() -> None:
    for iso_a3, state in ATLAS.record.states.items():
        for name in (state.name, iso_a3, iso_a3.lower(), state.iso_n3, *state.aliases):
            assert meant(ATLAS, name).state == iso_a3, name


@pytest.mark.parametrize("name", WITHOUT_STATUS)
def test_what_has_no_status_of_its_own_is_told_why(name: str) -> None:
    found = meant(ATLAS, name)
    assert found.state == WITHOUT_STATUS[name]
    assert "no status of its own under the Mine Ban Convention" in found.says


def test_every_area_of_the_map_is_found_by_its_name() -> None:
    for worldview in WORLDVIEWS:
        for area in ATLAS.borders(worldview).areas:
            (found,) = search(ATLAS).find(area.name)
            assert bool(found.says) == (area.area_id not in ATLAS.record.states)


def test_a_state_has_one_name_on_the_map_as_in_the_record() -> None:
    for worldview in WORLDVIEWS:
        called = {area.area_id: area.name for area in ATLAS.borders(worldview).areas}
        assert all(called[code] == state.name for code, state in ATLAS.record.states.items())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Korea", "Did you mean PRK (North Korea) or KOR (South Korea)?"),
        ("Lithunia", "Did you mean LTU (Lithuania)"),
        ("", "is no state"),
        ("constructor", "is no state"),
        ("x" * 5000, "is no state"),
        ("Virgin Islands", "British Virgin Islands"),
    ],
)
def test_a_name_of_none_or_several_is_answered_with_what_may_be_meant(name: str, said: str) -> None:
    found = meant(ATLAS, name)
    assert found.state == ""
    assert said in found.says


def test_a_name_that_begins_so_may_be_meant_before_one_that_is_like_it() -> None:
    known = search(ATLAS)
    for text, name in {"GER": "Germany", "Yugosl": "Yugoslavia", "Kazak": "Kazakhstan"}.items():
        assert known.near(text)[0].name == name, text


def test_no_number_is_taken_for_another_that_looks_like_it() -> None:
    assert {text: search(ATLAS).near(text) for text in ("001", "9", "٥٧٨")} == dict.fromkeys(
        ("001", "9", "٥٧٨"), ()
    )


def test_the_names_are_those_that_the_libraries_carry() -> None:
    kept = (BORDERS_DIR / names.NAMES_FILE).read_text(encoding="utf-8")
    assert kept == made.compiled(), "python -m geo.borders.build.names writes it anew"


def test_a_damaged_row_is_named_with_its_line(tmp_path: Path) -> None:
    for name in (names.NAMES_FILE, names.OWN_FILE):
        (tmp_path / name).write_bytes((BORDERS_DIR / name).read_bytes())
    with (tmp_path / names.OWN_FILE).open("a", encoding="utf-8") as table:
        table.write("Atlantis,XXX,,\n")
    with pytest.raises(BordersError, match=r"other_names\.csv:\d+, column basis"):
        names.read(frozenset(search_ids()), tmp_path)


def search_ids() -> set[str]:
    return {area.area_id for worldview in WORLDVIEWS for area in ATLAS.borders(worldview).areas} | {
        "XCR", "XKG", "XGF", "XCE", "XME", "XWS", "XNC", "XBZ", "XSL",
    }  # fmt: skip
