"""The words of the field that a reader may not know, each explained once for every surface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.treaty import LegalStatus


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means here; `name` is how a page links to it."""

    name: str
    word: str
    meaning: str


TITLE: Final = "The words of the atlas"

GLOSSARY: Final = (
    Term(
        "convention",
        "The Convention",
        "The Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of"
        " Anti-Personnel Mines and on their Destruction, of 18 September 1997; also the Mine Ban"
        " Convention, Mine Ban Treaty or Ottawa Convention. It bans mines against persons, not"
        " mines against vehicles.",
    ),
    Term(
        "bound",
        "Bound",
        "A state is bound while the Convention is in force for it: from the first day of the sixth"
        " month after it deposited its instrument, until a withdrawal takes effect. A notice of"
        " withdrawal alone frees no state.",
    ),
    Term(
        "signatory",
        "Signatory",
        "A state that has signed the Convention and not yet consented to be bound by it. It is not"
        " bound.",
    ),
    Term(
        "consented",
        "Consent deposited",
        "A state that has deposited its ratification, acceptance, approval or accession, while the"
        " Convention is not yet in force for it.",
    ),
    Term(
        "withdrawn",
        "Withdrawn",
        "A state whose withdrawal has taken effect: six months after the depositary received its"
        " notice, or when an armed conflict it was engaged in then has ended.",
    ),
    Term(
        "flank",
        "The flank",
        "The Baltic-Arctic flank of NATO: Norway, Finland, Estonia, Latvia, Lithuania and Poland."
        " The flank border is what they share on land with Russia, Kaliningrad included, and with"
        " Belarus.",
    ),
    Term(
        "covered",
        "Covered by the Convention",
        "A border of the flank is covered on a day when the flank state on it is bound by the"
        " Convention on that day. It says nothing of mines in the ground, and nothing of the state"
        " across the border.",
    ),
    Term(
        "depositary",
        "The depositary",
        "The Secretary-General of the United Nations, with whom states deposit their acts under"
        " the Convention and who says which he has received.",
    ),
    Term(
        "suspension",
        "Suspension",
        "A declaration that a state no longer applies the Convention for a time. The Convention"
        " does not provide for it; the state stays bound in law.",
    ),
)
"""In the order in which they explain one another."""

BY_NAME: Final = {term.name: term for term in GLOSSARY}

TERM_OF_STATUS: Final = {
    LegalStatus.PARTY: "bound",
    LegalStatus.WITHDRAWAL_NOTIFIED: "bound",
    LegalStatus.WITHDRAWN: "withdrawn",
    LegalStatus.CONSENTED: "consented",
    LegalStatus.SIGNATORY: "signatory",
}
"""The word that a status is explained by; to be no party needs no explanation."""


ASKED: Final = "What “{word}” means"


def asked(term: Term, tongue: Tongue = ENGLISH) -> str:
    """The question to which a term's meaning is the answer: `What “Signatory” means`."""
    return tongue.text(ASKED, word=tongue.text(term.word))
