"""The law of the Mine Ban Convention, pure: from a state's acts to its legal status on a day.

In come acts (`terms`), each with its kind and its day. Out come the days on which they take effect
(`effective_dates`, Articles 17 and 20), the faults of acts that the Convention does not allow
(`lawful`), what follows from acts on known days (`reckoning`) and a `History` that tells the status
on any day, known or not (`legal_status`). The rules are those of
Articles 15 to 17 and 20; docs/method.md explains our reading of them.

A status is computed, never stored, and law and practice are two layers: no function derives one
from the other.

It knows `basics` alone: no file, no map, no screen. The names below are its face.
"""

from geo.basics.dates import Day as Day
from geo.treaty.effective_dates import MONTHS_TO_EFFECT as MONTHS_TO_EFFECT
from geo.treaty.effective_dates import SIGNATURE_OPENS as SIGNATURE_OPENS
from geo.treaty.effective_dates import Conflict as Conflict
from geo.treaty.effective_dates import add_months as add_months
from geo.treaty.effective_dates import entry_into_force as entry_into_force
from geo.treaty.effective_dates import fortieth_deposit as fortieth_deposit
from geo.treaty.effective_dates import withdrawal_effective as withdrawal_effective
from geo.treaty.lawful import Fault as Fault
from geo.treaty.lawful import TreatyError as TreatyError
from geo.treaty.lawful import faults as faults
from geo.treaty.legal_status import History as History
from geo.treaty.legal_status import Spell as Spell
from geo.treaty.legal_status import history as history
from geo.treaty.terms import CONSENTS as CONSENTS
from geo.treaty.terms import INSTRUMENTS as INSTRUMENTS
from geo.treaty.terms import Act as Act
from geo.treaty.terms import ActKind as ActKind
from geo.treaty.terms import LegalStatus as LegalStatus
from geo.treaty.terms import Practice as Practice
from geo.treaty.terms import at as at
from geo.treaty.terms import bound as bound
from geo.treaty.terms import conflicts_of as conflicts_of
from geo.treaty.terms import in_order as in_order
from geo.treaty.terms import inexact as inexact
