"""The law of the Mine Ban Convention, pure: from a state's acts to its legal status on a day.

In come acts (`terms`), each with its kind and its day. Out come the days on which they take effect
(`effective_dates`, Articles 17 and 20), the faults of acts that the Convention does not allow
(`lawful`) and a `History` that tells the status on any day (`legal_status`). The rules are those of
Articles 15 to 17 and 20; docs/method.md explains our reading of them.

A status is computed, never stored, and law and practice are two layers: no function derives one
from the other.

It knows `basics` alone: no file, no map, no screen. The names below are its face.
"""

from geo.basics.dates import Day
from geo.treaty.effective_dates import (
    MONTHS_TO_EFFECT,
    SIGNATURE_OPENS,
    Conflict,
    add_months,
    entry_into_force,
    fortieth_deposit,
    withdrawal_effective,
)
from geo.treaty.lawful import Fault, TreatyError, faults
from geo.treaty.legal_status import History, Spell, history
from geo.treaty.terms import (
    CONSENTS,
    INSTRUMENTS,
    Act,
    ActKind,
    LegalStatus,
    Practice,
    at,
    bound,
    conflicts_of,
    in_order,
    inexact,
)

__all__ = [
    "CONSENTS",
    "INSTRUMENTS",
    "MONTHS_TO_EFFECT",
    "SIGNATURE_OPENS",
    "Act",
    "ActKind",
    "Conflict",
    "Day",
    "Fault",
    "History",
    "LegalStatus",
    "Practice",
    "Spell",
    "TreatyError",
    "add_months",
    "at",
    "bound",
    "conflicts_of",
    "entry_into_force",
    "faults",
    "fortieth_deposit",
    "history",
    "in_order",
    "inexact",
    "withdrawal_effective",
]
