"""What is supposed and on no record, and what would follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas.atlas import Atlas
from geo.atlas.supposed import Supposed
from geo.basics.dates import earliest
from geo.treaty import CONSENTS, ActKind, Day, History, conflicts_of

MARK = "What if: supposed, not on record"
"""What stands across every picture of it, and in its files."""

IN_LAW = "Supposed, not on record:"
"""What stands before the legal basis of a state of which an act is supposed."""

HYPOTHETICAL = "Hypothetical: not the record."
"""What stands above it on every page."""

TO_THE_RECORD = "Back to the record"
MENU = "What if…"
EXPLAINED = (
    "Suppose an act that is on no record. The day it takes effect follows from the Convention, as"
    " for the acts on record; what you see is marked hypothetical until you go back."
)
STATE, ACT, DAY, SUPPOSE = "State", "Act", "Day", "Suppose it"
"""What the page says where a reader supposes something."""

DOES: dict[ActKind, str] = {
    ActKind.SIGNATURE: "signs",
    ActKind.RATIFICATION: "deposits its ratification",
    ActKind.ACCEPTANCE: "deposits its acceptance",
    ActKind.APPROVAL: "deposits its approval",
    ActKind.ACCESSION: "accedes",
    ActKind.WITHDRAWAL_NOTICE: "gives notice of withdrawal",
    ActKind.SUSPENSION_NOTICE: "declares a suspension",
    ActKind.ARMED_CONFLICT_BEGINS: "is in an armed conflict from",
    ActKind.ARMED_CONFLICT_ENDS: "ends its armed conflict",
}


CLAUSES: dict[ActKind, str] = {
    kind: f"{{state}} {does} {'' if does.endswith('from') else 'on '}{{day}}"
    for kind, does in DOES.items()
}
"""What each of them is inside a sentence."""


def clause(act: Supposed, name: str, tongue: Tongue = ENGLISH) -> str:
    """An act inside a sentence: "Norway gives notice of withdrawal on 1 December 2026"."""
    return tongue.text(CLAUSES[act.kind], state=name, day=tongue.on(act.day))


def clauses(acts: Iterable[Supposed], names: Mapping[str, str], tongue: Tongue = ENGLISH) -> str:
    """Acts inside a sentence, as a list; empty for none."""
    told = [clause(act, names[act.iso_a3], tongue) for act in acts]
    return tongue.listed(told) if told else ""


EFFECT_SIGNATURE = "A signature alone does not bind {state} (Articles 15 to 17)."
EFFECT_SUSPENSION = "{state} stays bound: the Convention provides for no suspension."
EFFECT_NOT_IN_FORCE = "The Convention itself is not in force (Article 17(1))."
EFFECT_CONSENT = (
    "The Convention is in force for {state} on {day}, the first day of the sixth month after"
    " (Article 17)."
)
EFFECT_WITHDRAWAL = (
    "The withdrawal of {state} takes effect on {day}, six months on (Article 20(3))."
)
EFFECT_HELD_TO = "The armed conflict keeps {state} bound to {day} (Article 20(3))."
EFFECT_HELD = "The armed conflict keeps {state} bound until it ends (Article 20(3))."
EFFECT_NONE_WAITS = (
    "No withdrawal of {state} waits for the end of this armed conflict (Article 20(3))."
)
"""What follows from a supposed act, when, and by which article."""


def effect(atlas: Atlas, act: Supposed, name: str, tongue: Tongue = ENGLISH) -> str:
    """Return what follows from a supposed act, when, and by which article; a whole sentence."""
    words, day = _effect(atlas.history(act.iso_a3), act)
    return tongue.text(words, state=name, day=tongue.on(day) if day else "")


def _effect(past: History, act: Supposed) -> tuple[str, Day | None]:
    """The sentence of an effect, and the day it names."""
    kind = act.kind
    if kind is ActKind.SIGNATURE:
        return EFFECT_SIGNATURE, None
    if kind is ActKind.SUSPENSION_NOTICE:
        return EFFECT_SUSPENSION, None
    if kind in CONSENTS:
        spell = next(s for s in past.spells if s.consent.date == act.day)
        return (EFFECT_CONSENT if spell.in_force else EFFECT_NOT_IN_FORCE), spell.in_force
    if kind is ActKind.WITHDRAWAL_NOTICE:
        spell = next(s for s in past.spells if s.withdrawal_notice == act.day)
        left = spell.withdrawal_effective
        if left == spell.expiry:
            return EFFECT_WITHDRAWAL, left
        return (EFFECT_HELD_TO if left else EFFECT_HELD), left
    conflict = next(c for c in conflicts_of(past.acts) if act.day in (c.begin, c.end))
    if any(s.expiry and conflict.engaged_on(earliest(s.expiry)) for s in past.spells):
        return (EFFECT_HELD_TO if conflict.end else EFFECT_HELD), conflict.end
    return EFFECT_NONE_WAITS, None
