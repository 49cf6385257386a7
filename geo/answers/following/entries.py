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
from geo.answers.words.following import EFFECTS
from geo.answers.words.headline import possessive, with_article
from geo.answers.words.legal_basis import legal_basis_of
from geo.answers.words.wordings import filled
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.dates import Interval, PartialDate, parse
from geo.records import Event
from geo.records.acts import PUBLISHED
from geo.records.rows import CONVENTION

_NAMES = uuid.UUID("4270cc50-e018-47a0-ac26-01291e789882")
"""The namespace of our names. Another one would make every entry new to every reader."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated act, event or effect. `key` names it for good, whatever its date turns out to be.

    `kind` is that of `events.csv`, `detail` may be empty.
    """

    key: str
    date: PartialDate | Interval
    iso_a3: tuple[str, ...]
    kind: str
    title: str
    detail: str
    source_ids: tuple[str, ...]

    @property
    def uuid(self) -> uuid.UUID:
        """Its name in feeds and calendars."""
        return name(self.key)

    @property
    def words(self) -> str:
        """Its date, as exact as it is, and what is known of it."""
        day = self.date.words(long=True)
        return " ".join(filter(None, (f"{day[:1].upper()}{day[1:]}.", self.detail)))

    def address(self, base: str) -> str:
        """The page on its (first) day, on its state if it has one; `base` ends in a slash."""
        country = self.iso_a3[0] if len(self.iso_a3) == 1 else ""
        return f"{base}?{query(Place(max(self.date.first, FIRST_DAY), country))}"


def name(key: str) -> uuid.UUID:
    """The name of anything in feeds and calendars: the same for the same key, for ever."""
    return uuid.uuid5(_NAMES, key)


def entries(atlas: Atlas, iso_a3: str = "") -> tuple[Entry, ...]:
    """Every entry, oldest first, or those that name a state. KeyError for a code of none."""
    states = atlas.record.states
    events = atlas.events_of(states[iso_a3].iso_a3) if iso_a3 else atlas.record.events
    found = [*map(_of_event, events), *_effects(atlas, iso_a3)]
    return tuple(sorted(found, key=lambda entry: (entry.date, entry.key)))


def _of_event(event: Event) -> Entry:
    return Entry(
        event.event_id,
        event.date,
        event.iso_a3,
        event.kind,
        event.title,
        event.detail,
        event.source_ids,
    )


def _effects(atlas: Atlas, iso_a3: str) -> Iterator[Entry]:
    """What no event of the record tells: a state is bound, or no longer, from a day on."""
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
            yield _of_change(atlas, change, day, kind, f"{state.lower()}-{kind}-{number}")


def _tells(event: Event, kind: str, day: PartialDate | Interval) -> bool:
    meets = event.date.first <= day.last and day.first <= event.date.last
    return meets and event.kind == kind and event.treaty == CONVENTION


def _of_change(
    atlas: Atlas, change: StatusChange, day: PartialDate | Interval, kind: str, key: str
) -> Entry:
    iso_a3 = change["iso_a3"]
    known = day.first if day.last == date.max else day.last
    view = atlas.on(known)
    basis = legal_basis_of(atlas.history(iso_a3), view.states[iso_a3], known)
    state = with_article(change["name"])
    title = filled(EFFECTS[kind], state=state, states=possessive(state))
    cited = tuple(change["source_ids"])
    return Entry(key, day, (iso_a3,), kind, title[:1].upper() + title[1:], basis, cited)
