"""What cannot be supposed is refused, with the reason and what can be done instead."""

from __future__ import annotations

from itertools import product

import pytest
from starlette.testclient import TestClient

from geo.answers.supposing import RefusedError, supposing
from geo.answers.words.headline import with_article
from geo.answers.words.refusals import CANNOT_STAND, besides, refusal
from geo.answers.words.tongue import tongue
from geo.answers.words.translating import TRANSLATED
from geo.atlas.supposed import KINDS, MOST, parse
from geo.atlas.what_if import UnlawfulError, suppose
from geo.basics.choices import Language
from geo.basics.errors import AtlasError
from tests.every import every
from tests.own_data import own_atlas

ATLAS = own_atlas()
NORWAY = "NOR:withdrawal_notice:2026-12-01"


def named(iso_a3: str) -> str:
    return with_article(ATLAS.record.states[iso_a3].name)


REFUSED = {
    "LTU:withdrawal_notice:2026-03-01": (
        "Lithuania left on 27 December 2025; it can accede again, not withdraw."
    ),
    "FIN:suspension_notice:2026-03-01": (
        "Finland left on 10 January 2026; it can accede again, not declare a suspension."
    ),
    "FIN:withdrawal_notice:2025-08-01": (
        "Finland gave notice of withdrawal on 10 July 2025 and leaves on 10 January 2026 (Article"
        " 20(3)); it can accede again from then on, not give notice again."
    ),
    "FIN:accession:2025-08-01": (
        "Finland gave notice of withdrawal on 10 July 2025 and leaves on 10 January 2026 (Article"
        " 20(3)); it can accede again from then on, not before."
    ),
    "FIN:withdrawal_notice:2013-08-01": (
        "By the record Finland gave notice of withdrawal on 10 July 2025, and could not have after"
        " a notice of withdrawal on 1 August 2013: a state withdraws once, and again only after it"
        " has come back (Article 20)."
    ),
    "FIN:accession:2001-08-01": (
        "By the record Finland acceded on 9 January 2012, and could not have after an accession on"
        " 1 August 2001: a state consents once, and again only after it has left."
    ),
    "FIN:signature:1998-08-01": (
        "By the record Finland acceded on 9 January 2012, and could not have after a signature on"
        " 1 August 1998: who has signed ratifies, accepts or approves (Article 16)."
    ),
    "LTU:signature:1998-08-01": (
        "By the record Lithuania signed on 26 February 1999, and could not have after a signature"
        " on 1 August 1998: a state signs once, before it consents to be bound (Article 16)."
    ),
    "UKR:withdrawal_notice:2012-08-01": (
        "By the record Ukraine declared a suspension on 18 July 2025, and could not have after a"
        " notice of withdrawal on 1 August 2012: only a state that is bound declares a suspension."
    ),
    "LTU:withdrawal_notice:2025-06-27": (
        "That Lithuania gave notice of withdrawal on 27 June 2025 is on record already."
    ),
    "NOR:accession:2026-03-01": (
        "Norway has been bound since 1 March 1999; it can withdraw, not accede."
    ),
    "NOR:withdrawal_notice:1998-03-01": (
        "Norway has signed and is not bound; it can ratify, accept or approve (Article 16), not"
        " withdraw."
    ),
    "RUS:withdrawal_notice:2026-03-01": (
        "Russia is no party on 1 March 2026; it can accede (Article 16), not withdraw."
    ),
    "RUS:withdrawal_notice:1998-03-01": (
        "Russia is no party on 1 March 1998; it can sign (Article 15) or accede (Article 16), not"
        " withdraw."
    ),
    "USA:ratification:2026-03-01": (
        "The United States has not signed; it can accede (Article 16), not ratify."
    ),
    "USA:signature:2026-03-01": (
        "Signature ended with the entry into force on 1 March 1999 (Article 15); the United States"
        " can accede (Article 16), not sign."
    ),
    "USA:accession:1997-06-01": (
        "The Convention was opened on 3 December 1997 (Article 15); the United States cannot accede"
        " before."
    ),
    "USA:signature:1998-05-01,USA:accession:2026-12-01": (
        "The United States has signed and is not bound; it can ratify, accept or approve (Article"
        " 16), not accede."
    ),
    "LTU:accession:2026-03-01,LTU:withdrawal_notice:2026-04-01": (
        "Lithuania has consented and is bound from 1 September 2026 on; it can withdraw from then"
        " on."
    ),
    f"{NORWAY},NOR:armed_conflict_begins:2027-01-01,NOR:withdrawal_notice:2027-07-01": (
        "Norway gave notice of withdrawal on 1 December 2026 and leaves when its conflict ends"
        " (Article 20(3)); it can accede again from then on, not give notice again."
    ),
    "LBN:withdrawal_notice:2026-03-01": (
        "It is not known whether Lebanon is bound on 1 March 2026: it acceded on a day between 4"
        " February and 25 August 2026. What can be supposed is what the Convention allows whichever"
        " day that was."
    ),
    "POL:armed_conflict_ends:2026-03-01": (
        "Poland is in no armed conflict that could end on 1 March 2026."
    ),
    "UKR:armed_conflict_begins:2026-03-01": (
        "Ukraine has been in an armed conflict since 24 February 2022; that can end, not begin"
        " again."
    ),
    "UKR:armed_conflict_begins:2012-03-01": (
        "By the record an armed conflict of Ukraine begins on 24 February 2022; one that begins on"
        " 1 March 2012 has to end before."
    ),
}


def test_what_the_convention_does_not_allow_is_refused_with_the_reason(client: TestClient) -> None:
    def holds(row: tuple[str, str]) -> None:
        text, told = row
        with pytest.raises(UnlawfulError) as caught:
            suppose(ATLAS, parse(text))
        assert refusal(caught.value, named(caught.value.act.iso_a3)) == told
        answer = client.get(f"/api/v1/status?what_if={text}")
        assert (answer.status_code, answer.json()["detail"]) == (400, told)

    every(((text, (text, told)) for text, told in REFUSED.items()), holds)


MALFORMED = (
    *("", "nonsense", ",".join([NORWAY] * 11), "NOR:war:2026-01-01", "ZZZ:accession:2026-01-01"),
    *("NOR:accession:2026-02-30", "NOR:accession:1990-01-01"),
)


def test_a_refusal_says_in_every_language_what_is_wrong_and_what_can_be_done_instead() -> None:
    def holds(row: tuple[str, Language]) -> None:
        text, language = row
        said, error = tongue(language), error_of(text)
        told = error.words(said)
        assert "{" not in told, told
        assert ".." not in told, told
        assert told != str(error)
        if error.unlawful:
            assert told.startswith(said.text(CANNOT_STAND).split("{")[0]), told
            assert besides(error.unlawful, "X", said), told

    asked = product((*REFUSED, *MALFORMED), TRANSLATED)
    every(((" ".join(row), row) for row in asked), holds)


def error_of(text: str) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        supposing(ATLAS, text)
    return caught.value


def test_no_refusal_names_what_the_convention_expects_as_a_program_does() -> None:
    def holds(text: str) -> None:
        try:
            suppose(ATLAS, parse(text))
        except UnlawfulError as error:
            told = refusal(error, named(error.act.iso_a3))
            assert "_" not in told, told
            assert "the Convention expects" not in told, told

    days = ("1997-06-01", "1998-02-01", "1999-02-01", "2012-03-01", "2025-08-01", "2026-03-01")
    states = ("FIN", "NOR", "USA", "LTU", "UKR", "LBN", "MNE")
    acts = [f"{iso_a3}:{kind}:{day}" for iso_a3, kind, day in product(states, KINDS, days)]
    every(((act, act) for act in acts), holds)


NONSENSE = {
    "NOR": "NOR: expected up to 10 acts",
    f"{NORWAY},nor:accession:2026-12-01": "nor:accession:2026-12-01: expected up to 10 acts",
    f"{NORWAY},": "nothing: expected up to 10 acts",
    "NOR:leaves:2026-12-01": "expected one of signature, ratification",
    "NOR:withdrawal_notice:2026-02-30": "expected a day that exists",
    "NOR:withdrawal_notice:1990-01-01": "expected a day from 1997-01-01",
    "MNE:succession:2026-01-01": "expected one of signature, ratification",
    ",".join([NORWAY] * (MOST + 1)): "11 acts: expected up to 10 at once",
}


def test_nonsense_is_told_what_was_expected(client: TestClient) -> None:
    def holds(row: tuple[str, str]) -> None:
        text, told = row
        with pytest.raises(AtlasError, match="expected") as caught:
            parse(text)
        assert told in str(caught.value)
        answer = client.get(f"/api/v1/status?what_if={text}")
        assert answer.status_code in (400, 422)  # no such form; or of that form, and nonsense
        assert answer.json()["errors"][0]["parameter"] == "what_if"

    every(((text, (text, told)) for text, told in NONSENSE.items()), holds)
