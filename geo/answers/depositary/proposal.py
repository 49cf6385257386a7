"""What would bring the record in line with the depositary's page: rows to paste, and what is left.

Only what the page itself says is proposed: acts with their days, the days of effect it publishes,
itself as their source, and the row of `verifications.csv` that then holds. What needs another
source or a judgement is told in words, to be done by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from urllib.parse import urlsplit

from geo.answers.depositary.comparison import Comparison, Finding
from geo.answers.depositary.status_page import Entry, Notice, Participant
from geo.answers.words.headline import with_article
from geo.answers.words.held import DEPOSITARY_PAGE
from geo.basics.dates import PartialDate
from geo.basics.formats import capital, long_date
from geo.basics.safe_csv import to_csv
from geo.records import publishers
from geo.records.rows import (
    CONVENTION,
    NEVER_SIGNED,
    Event,
    Record,
    Source,
    Verification,
    columns_of,
)
from geo.treaty import CONSENTS, ActKind

EFFECT = "withdrawal_effective"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Rows as they would stand in the tables, by key; `by_hand` says what they leave to do."""

    sources: Mapping[str, Source]
    events: Mapping[str, Event]
    verification: Verification
    by_hand: tuple[str, ...]


@dataclass(slots=True)
class _Collected:
    events: dict[str, Event] = field(default_factory=dict)
    by_hand: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def leave(self, found: Finding, advice: str) -> None:
        self.left.append(found.key)
        self.by_hand.append(
            f"{found.iso_a3 or 'page'} {found.what}: the page says {found.there or 'nothing'}, the"
            f" record {found.here or 'nothing'}; {advice}"
        )


def propose(record: Record, held: Comparison, chapter: str, today: date) -> Proposal:
    """Rows for whatever differs and is not explained; `today` is the day the page was read."""
    collected = _Collected()
    sources, source_id = _sources(record, held, today, collected)
    open_ones = [found for found in held.differences if not held.explanation(found)]
    counts = [found for found in open_ones if not found.iso_a3]
    acts = [found for found in open_ones if found.iso_a3]
    for iso_a3, group in groupby(acts, key=lambda found: found.iso_a3):
        _of_state(record, held.states.get(iso_a3), list(group), source_id, collected)
    # The page's counts follow from its rows: they come right with these, where all do.
    if collected.left or not acts:
        for found in counts:
            collected.leave(found, "count the page's rows")
    explained = [found.key for found in held.differences if held.explanation(found)]
    reasons = dict.fromkeys(held.explanations[key] for key in explained)
    verification = Verification(
        day=held.page.as_at,
        chapter=chapter,
        source_ids=(source_id,),
        sha256=held.page.sha256,
        states=len(held.page.participants),
        differences=(*explained, *collected.left),
        explanation="" if collected.left else " ".join(reasons),
    )
    return Proposal(sources, collected.events, verification, tuple(collected.by_hand))


def text(record: Record, proposal: Proposal) -> str:
    """The proposal for a terminal: each row under the file it goes into, and which it replaces."""
    parts = [
        *_told("sources.csv", record.sources, proposal.sources, Source),
        *_told("events.csv", {e.event_id: e for e in record.events}, proposal.events, Event),
    ]
    new = proposal.verification
    if new not in record.verifications:
        known = any(row.day == new.day for row in record.verifications)
        where = f"in place of {new.day}" if known else "add"
        parts.append(f"data/verifications.csv, {where}:\n{_row(new, Verification)}")
    if proposal.by_hand:
        parts.append("By hand:\n" + "".join(f"- {line}\n" for line in proposal.by_hand))
    return "\n".join(parts) or "Nothing to propose: the record says what the page says.\n"


def _sources(
    record: Record, held: Comparison, today: date, collected: _Collected
) -> tuple[dict[str, Source], str]:
    """The page as a source, and what becomes of the row that has had its address until now."""
    as_at = PartialDate.of(held.page.as_at)
    on_record = next((s for s in record.sources.values() if s.url == DEPOSITARY_PAGE), None)
    if on_record and on_record.date == as_at:
        return {}, on_record.source_id
    new = Source(
        source_id=f"UNTC{held.page.as_at:%Y%m%d}",
        publisher="United Nations Treaty Collection",
        title=f"Status of treaties, chapter XXVI-5, status as at {long_date(held.page.as_at)}",
        date=as_at,
        url=DEPOSITARY_PAGE,
        tier="official",
        note="",
        accessed=PartialDate.of(today),
        archived_url="",
        licence="UN terms of use",
        kind="",
    )
    sources = {new.source_id: new}
    if on_record and on_record.archived_url:
        # The address now shows another page: what was read there is in the copy alone.
        archive = urlsplit(on_record.archived_url).hostname or ""
        publisher = publishers.COPY.format(source=on_record.publisher, publisher=archive)
        kept = replace(on_record, publisher=publisher, url=on_record.archived_url, archived_url="")
        sources = {kept.source_id: kept, **sources}
    elif on_record:
        collected.by_hand.append(
            f"{on_record.source_id} has the page's address and no archived copy: give it one as its"
            " url, as the address now shows another page"
        )
    return sources, new.source_id


def _of_state(
    record: Record,
    row: Participant | None,
    differences: Sequence[Finding],
    source_id: str,
    collected: _Collected,
) -> None:
    by_what: dict[str, Finding] = {found.what: found for found in differences}
    name = differences[0].name
    for what, kinds in (("signature", (ActKind.SIGNATURE,)), ("instrument", CONSENTS)):
        found = by_what.get(what)
        entry = (row.signature if what == "signature" else row.instrument) if row else None
        if not found:
            continue
        day = entry.day if entry else date.max
        old = _old(record, found.iso_a3, kinds, (ActKind.WITHDRAWAL_NOTICE,), day)
        if entry is None:
            collected.leave(found, f"correct or take out {old.event_id if old else 'the row'}")
        elif old and str(old.date) == str(entry.day) and old.kind == entry.kind:
            if "notice" not in by_what:
                collected.leave(found, "only the brackets differ; look for the withdrawal")
        elif entry.kind == "succession":
            collected.leave(found, "a succession needs the day from which it counts")
        else:
            _add(collected, _act(found.iso_a3, name, entry, old, source_id))
            if entry.kind != ActKind.SIGNATURE and not (old and old.date.exact):
                collected.by_hand.append(
                    f"{found.iso_a3}: add the published entry into force when a source gives it"
                )
            if NEVER_SIGNED in record.states[found.iso_a3].note:
                collected.by_hand.append(
                    f"{found.iso_a3}: take “{NEVER_SIGNED}” out of its note in data/states.csv"
                )
    if "notice" in by_what and row and row.notice:
        iso_a3 = by_what["notice"].iso_a3
        for event in _withdrawal(record, iso_a3, name, row.notice, source_id):
            _add(collected, event)
        return
    for what in ("notice", "notification", "effect"):
        if found := by_what.get(what):
            collected.leave(found, "compare the notice with its circular")


def _old(
    record: Record, iso_a3: str, kinds: Iterable[str], enders: Iterable[str], day: date
) -> Event | None:
    """The row an act of `day` takes the place of: the latest of some kinds.

    None where an act of a kind in `enders` lies between: a state that has left accedes anew, and
    one that has come back may leave again.
    """
    own = [e for e in record.events if e.treaty == CONVENTION and e.iso_a3 == (iso_a3,)]
    rows = [event for event in own if event.kind in kinds]
    if not rows:
        return None
    since = (e.date for e in own if e.kind in enders)
    over = any(rows[-1].date.last <= each.first <= day for each in since)
    return None if over else rows[-1]


def _add(collected: _Collected, event: Event) -> None:
    collected.events[event.event_id] = event


def _act(iso_a3: str, name: str, entry: Entry, old: Event | None, source_id: str) -> Event:
    called = capital(with_article(name))
    title = (
        f"{called} signs the Convention"
        if entry.kind == ActKind.SIGNATURE
        else f"{called} deposits its instrument of {entry.kind}"
    )
    return _event(iso_a3, entry.day, entry.kind, title, "", old, source_id)


def _withdrawal(
    record: Record, iso_a3: str, name: str, notice: Notice, source_id: str
) -> Iterator[Event]:
    """The notice and its day of effect as the page publishes it."""
    called = capital(with_article(name))
    circular = f"Circulated as {notice.notification} of {long_date(notice.circulated)}"
    condition = ", which names its day subject to the condition of Article 20(3)"
    yield _event(
        iso_a3,
        notice.deposited,
        ActKind.WITHDRAWAL_NOTICE.value,
        f"{called} deposits its notice of withdrawal",
        f"{circular}{condition if notice.conditional else ''}.",
        _old(record, iso_a3, (ActKind.WITHDRAWAL_NOTICE,), CONSENTS, notice.deposited),
        source_id,
    )
    possessive = f"{called}’" if called.endswith("s") else f"{called}'s"
    title = f"{possessive} withdrawal takes effect"
    old = _old(record, iso_a3, (EFFECT,), CONSENTS, notice.deposited)
    yield _event(iso_a3, notice.effect, EFFECT, title, "", old, source_id)


def _event(
    iso_a3: str,
    day: date,
    kind: str,
    title: str,
    detail: str,
    old: Event | None,
    source_id: str,
) -> Event:
    """A row new, or in the place of an old one, whose id and sources it keeps."""
    return Event(
        event_id=old.event_id if old else f"{iso_a3.lower()}-{day.year}-{kind.replace('_', '-')}",
        date=PartialDate.of(day),
        iso_a3=(iso_a3,),
        treaty=CONVENTION,
        kind=kind,
        title=title,
        detail=detail,
        effective=None,
        source_ids=tuple(dict.fromkeys((source_id, *(old.source_ids if old else ())))),
        check_note="",
    )


def _told(
    file: str, before: Mapping[str, object], rows: Mapping[str, object], shape: type
) -> Iterator[str]:
    for key, row in rows.items():
        where = f"in place of {key}" if key in before else "add"
        yield f"data/{file}, {where}:\n{_row(row, shape)}"


def _row(row: object, shape: type) -> str:
    """A row as its table writes it."""
    names = columns_of(shape)
    return to_csv(names, [[_cell(getattr(row, name)) for name in names]]).split("\n", 1)[1]


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else str(value)
