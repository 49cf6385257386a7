"""What the code looked at for the verdict on a claim: the figures, and what stands for one."""

from __future__ import annotations

from typing import Final

from geo.answers.words.panel import DOSSIER
from geo.answers.words.said import retold
from geo.answers.words.tabs import UNITS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics.dates import PartialDate

MEMBERS: Final = "members on the day"
NOT_BOUND: Final = "not bound"
NOT_CONSENTED: Final = "without consent to be bound"
OF_THESE_SIGNED: Final = "of these, signed"
LEAVES: Final = "{state} leaves"
LEAVE_BEFORE: Final = "members that leave before it"
JOINED_NOT_LEFT: Final = "states that have joined and not left"
BOUND_ON_DAY: Final = "states bound on the day"
EVER_CONSENTED: Final = "ever consented to be bound"
EVER_SIGNED: Final = "ever signed"
SIGNED: Final = "{state} signed"
CONSENTED: Final = "{state} consented"
FIRST_SIGNATURE: Final = "first signature among them"
LAST_SIGNATURE: Final = "last signature among them"
NEVER_SIGNED: Final = "never signed"
STATES_SIGNED: Final = "states that signed"
STATES_CONSENTED: Final = "states that have consented"
SIGNED_OR_ACCEDED: Final = "states that signed or acceded"
NEITHER: Final = "states that neither signed nor acceded"
NEVER_SIGNED_AT_ALL: Final = "states that never signed, acceded or not"
DEPOSITED: Final = "instrument deposited"
IN_FORCE_FOR_IT: Final = "in force for it (Article 17)"
LAST_OF_OTHERS: Final = "last of the others: {state}"
IN_FORCE: Final = "the Convention's entry into force"
ADOPTED: Final = "adopted"
OPENED: Final = "opened for signature"
"""On joining."""

NOTICE_EFFECT: Final = "notice of {state} takes effect"
NOTICE: Final = "notice of {state}"
GAVE_NOTICE: Final = "gave notice"
PLANS: Final = "plans on record"
NO_PLANS: Final = DOSSIER["no_next_change"]
STILL_BOUND: Final = "still bound on the day"
EARLIEST: Final = "earliest effect of a notice given on the day"
OUT: Final = "{state} out"
OUT_BEFORE: Final = "states out before it"
WHICH: Final = "which they are"
RECEIVED: Final = "notice received"
EFFECTIVE: Final = "withdrawal effective"
FIRST_ANNOUNCED: Final = "first announcement"
LAST_EFFECTIVE: Final = "last withdrawal effective"
SUSPENDED: Final = "suspension declared"
BOUND_IN_LAW: Final = "still bound in law"
ADMITTED: Final = "notice admitted during a conflict"
IN_CONFLICT: Final = "in an armed conflict since"
DECIDED: Final = "decision of the parties"
BETWEEN: Final = "from the one to the other"
ANNOUNCED: Final = "announced that they would leave"
BOUND_SIX_MONTHS: Final = "still bound six months later, the conflict lasting"
"""On leaving."""

ON_LINE: Final = "states on the line"
LOOKED_AT: Final = "states looked at"
BOUND_AMONG: Final = "bound among them"
OF_THESE_SUSPENDED: Final = "of these, suspension declared"
DID_NOT: Final = "did not"
SUM: Final = "leading figures add up to"
LOWEST: Final = "lowest published figures"
HIGHEST: Final = "highest published figures"
SUM_BEFORE: Final = "leading figures before"
SUM_ON_DAY: Final = "leading figures on the day"
PAIR: Final = "{state} with {other}"
PAIR_PART: Final = "{state} with {other}, {part}"
"""On lines of borders."""

NONE: Final = "none"
YES, NO = "yes", "no"
NOT_BY_THEN: Final = "not by then"
"""What stands for a figure that is no number and no day."""


def worth(value: float | str, unit: str, tongue: Tongue = ENGLISH, *, long: bool = False) -> str:
    """A figure with its unit, a date in words, with months in full where they are to be `long`."""
    if unit == "date":
        return tongue.dated(PartialDate.parse(str(value)), long=long)
    if isinstance(value, str):
        return retold(value, tongue)
    if unit in UNITS:
        count = round(value)
        return tongue.counted(UNITS[unit], count, count=tongue.number(count))
    return tongue.kilometres(value) if unit == "km" else tongue.number(value)
