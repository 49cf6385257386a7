"""The depositary's page is read into rows, and what is not that page is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers.depositary import faults as depositary_faults
from geo.answers.depositary import status_page
from geo.answers.depositary.status_page import Entry
from geo.atlas import Atlas
from geo.basics.errors import PageError
from tests.answers.depositary.holding import AS_AT, held
from tests.answers.depositary.pages import Row, notice, page, written

SMALL = [
    Row("Bahamas (The)", written(date(1997, 12, 3)), written(date(1998, 7, 31)) + " "),
    Row("Côte d’Ivoire", "", f"[{written(date(2000, 6, 30))} AA]"),
    Row("Tonga", "", f"{written(date(2025, 6, 25))} a"),
]


def test_a_page_is_read_into_rows() -> None:
    found = status_page.read(page(SMALL, counts=(1, 2)).encode())
    assert (found.as_at, found.signatories, found.parties) == (AS_AT, 1, 2)
    assert [row.name for row in found.participants] == ["Bahamas (The)", "Côte d'Ivoire", "Tonga"]
    bahamas, ivory_coast, tonga = found.participants
    assert bahamas.signature == Entry(date(1997, 12, 3), "signature", False)
    assert bahamas.instrument == Entry(date(1998, 7, 31), "ratification", False)
    assert ivory_coast.signature is None
    assert ivory_coast.instrument == Entry(date(2000, 6, 30), "approval", True)
    assert tonga.instrument == Entry(date(2025, 6, 25), "accession", False)
    assert not any(row.notice for row in found.participants)


def test_an_end_note_tells_of_a_notice_its_circular_and_its_effect() -> None:
    told_of = notice("Tonga", date(2026, 1, 9), 12, date(2026, 1, 15), date(2026, 7, 9), AS_AT)
    (row,) = status_page.read(page([replace(SMALL[2], note=told_of)]).encode()).participants
    assert row.notice == status_page.Notice(
        deposited=date(2026, 1, 9),
        notification="C.N.12.2026.TREATIES-XXVI-5",
        circulated=date(2026, 1, 15),
        effect=date(2026, 7, 9),
        conditional=True,
    )
    assert row.name == "Tonga"


@given(st.binary(max_size=400))
def test_whatever_a_file_holds_it_is_a_page_or_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(PageError):
        status_page.read(content)


@given(st.data())
def test_a_page_with_anything_written_over_it_is_read_or_refused(data: st.DataObject) -> None:
    whole = page(SMALL, counts=(1, 2)).encode()
    at = data.draw(st.integers(0, len(whole)))
    tags = st.sampled_from([b"]", b"<td>", b"</table>", b"<svg>", b"\x1b["])
    over = data.draw(st.binary(max_size=30) | tags)
    said = ""
    try:
        status_page.read(whole[:at] + over + whole[at + len(over) :])
    except PageError as error:
        said = str(error)
    assert not said or said.isprintable()


DEEP = "<div>" * 30_000
REFUSED: dict[str, tuple[Callable[[str], str], str]] = {
    "cut short": (lambda html: html[: len(html) // 2], "ends after"),
    "French": (lambda html: html.replace('value="_en"', 'value="_fr"'), "another language ('_fr')"),
    "French by its words": (
        lambda html: html.replace("STATUS AS AT", "ÉTAT AU"),
        "another language ('ÉTAT AU')",
    ),
    "empty": (lambda _: " \n", "an empty file"),
    "50 MB": (lambda html: html + " " * 50_000_000, "more than 5,000,000 bytes"),
    "hostile markup": (lambda html: html.replace("<body>", DEEP), "more than 20,000 tags"),
    "another chapter": (
        lambda html: html.replace("\n  Convention", "").replace('">5.', '">6.'),
        "another chapter ('XXVI-6')",
    ),
    "a CAPTCHA": (
        lambda _: "<html><body><h1>Verify you are human</h1>reCAPTCHA</body></html>",
        "a CAPTCHA or a refusal",
    ),
    "another site": (lambda _: "<html><body>Hello</body></html>", "lacks some parts"),
    "no HTML": (lambda _: "%PDF-1.7 binary", "no HTML"),
    "two tables": (
        lambda html: html.replace("</body>", '<table id="x_tblgrid"></table></body>'),
        "two tables of participants",
    ),
    "other columns": (
        lambda html: html.replace("<td>Signature<br>", "<td>Provisional application<br>"),
        "'Provisional application'",
    ),
    "another form of date": (lambda html: html.replace("3 Dec\t 1997", "1997-12-03"), "1997-12-03"),
    "no such day": (lambda html: html.replace("3 Dec\t", "33 Dec\t"), "'33 Dec 1997'"),
    "a letter nobody knows": (lambda html: html.replace(" AA]", " n]"), "n]'"),
    "half a bracket": (lambda html: html.replace(" AA]", " AA"), "both brackets or none"),
    "no day of status": (lambda html: html.replace("03-02-2026", "today"), "the day of the status"),
    "no counts": (lambda html: html.replace("Parties :", ""), "for the counts"),
    "a withdrawal in other words": (
        lambda html: html.replace("On behalf of", "A notification of withdrawal came on behalf of"),
        "end note '99'",
    ),
    "a cell too few": (lambda html: html.replace("<td>&nbsp;<br></td>", "", 1), "2 cells in row"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_the_page_says_what_it_is(name: str) -> None:
    spoil, expected = REFUSED[name]
    whole = page(SMALL, counts=(1, 2))
    status_page.read(whole.encode())
    spoiled = spoil(whole)
    assert spoiled != whole
    with pytest.raises(PageError) as refused:
        status_page.read(spoiled.encode())
    assert expected in str(refused.value)
    assert "looked for" in str(refused.value)


def test_markup_in_a_cell_reaches_nobodys_terminal(atlas: Atlas) -> None:
    hostile = Row("\x1b[2J<img src=x onerror=alert(1)>Norway\u202e", "", written(AS_AT))
    with pytest.raises(PageError) as refused:
        held(atlas, page([hostile]))
    assert str(refused.value).isprintable()


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "large.html"
    with file.open("wb") as stream:
        stream.truncate(50_000_000_000)  # a file of holes: takes no room
    with pytest.raises(PageError, match="more than 5,000,000 bytes"):
        status_page.load(file)


def test_the_real_page_is_far_below_the_limits() -> None:
    assert depositary_faults.MOST_BYTES > 20 * 200_000
    assert depositary_faults.MOST_TAGS >= 9 * 2_035
