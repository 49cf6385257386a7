"""What a feed or a calendar has an entry for: every dated act or event, and what acts bring about.

An effect that the record has as an event, with sources of its own, is that event; one that follows
from the Convention alone, such as an entry into force still to come, is told in the words of law.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geo.answers.files.status_changes import StatusChange, changes
from geo.answers.permalink import Place, query
from geo.answers.words.controls import STEPS
from geo.answers.words.following import EFFECTS
from geo.answers.words.headline import possessive, with_article
from geo.answers.words.legal_basis import legal_basis_of
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.wordings import filled
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.dates import Interval, PartialDate, parse
from geo.basics.formats import capital
from geo.basics.languages import USUAL
from geo.records import Event
from geo.records.acts import PUBLISHED, is_legal
from geo.records.rows import CONVENTION
from geo.treaty import CONSENTS

_NAMES = uuid.UUID("4270cc50-e018-47a0-ac26-01291e789882")
"""The namespace of our names. Another one would make every entry new to every reader."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated act, event or effect. `key` names it for good, whatever its date turns out to be.

    `kind` is that of `events.csv`, `detail` may be empty. The title is in the `tongue` unless it is
    as `recorded`, and so is the detail of an effect, which no record has.
    """

    key: str
    date: PartialDate | Interval
    iso_a3: tuple[str, ...]
    kind: str
    title: str
    detail: str
    source_ids: tuple[str, ...]
    tongue: Tongue = ENGLISH
    recorded: bool = True
    of_record: bool = True

    @property
    def uuid(self) -> uuid.UUID:
        """Its name in feeds and calendars."""
        return name(self.key)

    @property
    def words(self) -> str:
        """Its date, as exact as it is, and what is known of it."""
        return " ".join(filter(None, (self.when, self.detail)))

    @property
    def when(self) -> str:
        """Its date alone, as a sentence."""
        day = self.tongue.dated(self.date, long=True).removesuffix(".")  # "20 lut 2026 r."
        return f"{capital(day)}."

    def address(self, base: str) -> str:
        """The page on its (first) day, on its state if it has one; `base` ends in a slash."""
        country = self.iso_a3[0] if len(self.iso_a3) == 1 else ""
        day, spoken = max(self.date.first, FIRST_DAY), self.tongue.language
        place = Place(day, country, lang="" if spoken == USUAL else spoken)
        return f"{base}?{query(place)}"


def name(key: str) -> uuid.UUID:
    """The name of anything in feeds and calendars: the same for the same key, for ever."""
    return uuid.uuid5(_NAMES, key)


def entries(atlas: Atlas, iso_a3: str = "", tongue: Tongue = ENGLISH) -> tuple[Entry, ...]:
    """Every entry, oldest first, or those that name a state. KeyError for a code of none."""
    states = atlas.record.states
    events = atlas.events_of(states[iso_a3].iso_a3) if iso_a3 else atlas.record.events
    found = [
        *(_of_event(atlas, event, tongue) for event in events),
        *_effects(atlas, iso_a3, tongue),
    ]
    return tuple(sorted(found, key=lambda entry: (entry.date, entry.key)))


_DONE = {
    "signature": "signatory",
    **{kind.value: "consented" for kind in CONSENTS},
    "entry_into_force": "party",
    "withdrawal_notice": "withdrawal_notified",
    "withdrawal_effective": "withdrawn",
    "suspension_notice": "suspension_declared",
}
"""What a state does by an act, or when it takes effect, as `STEPS` has words for it."""


def _of_event(atlas: Atlas, event: Event, tongue: Tongue) -> Entry:
    title = "" if tongue is ENGLISH else _title(atlas, event, tongue)
    return Entry(
        event.event_id,
        event.date,
        event.iso_a3,
        event.kind,
        title or event.title,
        event.detail,
        event.source_ids,
        tongue,
        recorded=not title,
    )


def _title(atlas: Atlas, event: Event, tongue: Tongue) -> str:
    """An act of one state in the words of the atlas; empty for what only the record has words."""
    if not is_legal(event) or event.kind not in _DONE or len(event.iso_a3) != 1:
        return ""
    return _does(atlas, event.iso_a3[0], event.kind, tongue)


def _does(atlas: Atlas, iso_a3: str, kind: str, tongue: Tongue) -> str:
    name = tongue.state(iso_a3, atlas.record.states[iso_a3].name)
    return tongue.counted(STEPS["does"][_DONE[kind]], 1, states=name)


def _effects(atlas: Atlas, iso_a3: str, tongue: Tongue) -> Iterator[Entry]:
    """Yield what no event of the record tells: a state is bound, or no longer, from a day on."""
    kinds = {status: kind for kind, status in PUBLISHED.items()}
    count: dict[tuple[str, str], int] = {}
    for change in changes(atlas)["changes"]:
        if (status := change["after"]) not in kinds or iso_a3 not in ("", change["iso_a3"]):
            continue
        state = change["iso_a3"]
        count[state, status] = number = count.get((state, status), 0) + 1
        day = parse(change["date"], may_never_come=True)
        kind = kinds[status]  # type: ignore[index] # a practice is none of them
        if not any(_tells(event, kind, day) for event in atlas.events_of(state)):
            key = f"{state.lower()}-{kind}-{number}"
            yield _of_change(atlas, change, day, kind, key, tongue)


def _tells(event: Event, kind: str, day: PartialDate | Interval) -> bool:
    meets = event.date.first <= day.last and day.first <= event.date.last
    return meets and event.kind == kind and event.treaty == CONVENTION


def _of_change(
    atlas: Atlas,
    change: StatusChange,
    day: PartialDate | Interval,
    kind: str,
    key: str,
    tongue: Tongue,
) -> Entry:
    iso_a3 = change["iso_a3"]
    known = day.first if day.last == date.max else day.last
    view = atlas.on(known)
    basis = legal_basis_of(atlas.history(iso_a3), view.states[iso_a3], known, tongue)
    if tongue is ENGLISH:
        state = with_article(change["name"])
        title = capital(filled(EFFECTS[kind], state=state, states=possessive(state)))
    else:
        title = _does(atlas, iso_a3, kind, tongue)
    cited = tuple(change["source_ids"])
    return Entry(
        key, day, (iso_a3,), kind, title, basis, cited, tongue, recorded=False, of_record=False
    )
