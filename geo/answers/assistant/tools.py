"""The tools of an assistant: a question each, answered shortly from the same answers as elsewhere.

An answer has a sentence to quote, the day, the address of the whole answer, and its rows up to
`MOST_ROWS`, with how many are left out and the sources of those that are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from geo.answers.assistant import asked
from geo.answers.assistant.asked import AskedError
from geo.answers.assistant.statement import sentence, statement_answer
from geo.answers.country.data import country_answer
from geo.answers.data.borders import borders_answer
from geo.answers.data.claims import claims_answer
from geo.answers.data.compare import compare_answer
from geo.answers.data.curve import curve_answer
from geo.answers.data.events import events_answer
from geo.answers.data.lenses import lens_answer, lenses_answer
from geo.answers.data.status import status_answer
from geo.answers.files.since import since_answer
from geo.answers.words import held
from geo.answers.words.headline import headline, state_sentence
from geo.atlas import Atlas
from geo.basics.choices import WORLD_LENS, Worldview
from geo.basics.shapes import closed, plain

MOST_ROWS = 25
"""Rows of a list that an answer has at most."""


@closed
class Told(TypedDict):
    """A short answer, to be quoted with its day and its sources."""

    sentence: str
    """One sentence that can be quoted as it stands."""
    date: str
    """The day it is of; empty where it is of the whole record."""
    held: str
    """Against which page of the depositary the record was held."""
    answer: dict[str, Any]
    """The answer as the API has it, lists cut short."""
    left_out: dict[str, int]
    """How many rows of which list are left out."""
    sources: list[dict[str, Any]]
    """The sources that the rows name."""
    address: str
    """Where the API has the whole answer."""


Tool = Callable[..., Told]
T = TypeVar("T")


class Tools:
    """The tools over one atlas; `base` is the address of a server, empty where none is known."""

    def __init__(self, atlas: Atlas, base: str = "") -> None:
        self._atlas, self._base = atlas, base.rstrip("/")

    def status(self, date: str = "", country: str = "", what_if: str = "") -> Told:
        """Who is bound by the 1997 Mine Ban Convention on a day: counts, and every state or one.

        Dates are YYYY-MM-DD, empty for today; `what_if` supposes acts that are on no record, as
        NOR:withdrawal_notice:2026-12-01.
        """
        atlas, iso_a3 = self._asked(country, what_if)
        view = atlas.on(asked.day("date", date))
        said = state_sentence(view, iso_a3) if iso_a3 else headline(view)
        query = {"date": view.day, "country": iso_a3, "what_if": what_if}
        return self._told(said, status_answer(atlas, view, iso_a3), "status", query)

    def country(
        self, country: str, date: str = "", worldview: Worldview = "un", what_if: str = ""
    ) -> Told:
        """All the atlas has to say of one state on a day: status, acts, borders, facts, claims."""
        atlas, iso_a3 = self._asked(country, what_if)
        if iso_a3 is None:
            raise AskedError("country: found nothing; expected a state, by name or code")
        view = atlas.on(asked.day("date", date), worldview)
        query = {"date": view.day, "worldview": worldview, "what_if": what_if}
        told = country_answer(atlas, view, iso_a3)
        return self._told(state_sentence(view, iso_a3), told, f"countries/{iso_a3}", query)

    def borders(
        self,
        date: str = "",
        country: str = "",
        lens: str = "",
        worldview: Worldview = "un",
        what_if: str = "",
    ) -> Told:
        """Land borders on a day: kilometres with a bound state on both sides, one, none, or land
        without a status of its own; of the world, of one state or of a lens.
        """
        atlas, iso_a3 = self._asked(country, what_if)
        name = asked.lens(atlas, lens)
        view = atlas.on(asked.day("date", date), worldview)
        told = borders_answer(atlas, view, iso_a3, name)
        query = {"date": view.day, "country": iso_a3, "lens": name, "worldview": worldview}
        said = told["sums"]["sentence"]
        return self._told(said, told, "borders", {**query, "what_if": what_if})

    def lens(
        self, lens: str, date: str = "", worldview: Worldview = "un", what_if: str = ""
    ) -> Told:
        """A border line between two sides on a day, as nato-east: its sides, its borders, who is
        bound on either side, the kilometres.
        """
        atlas, _ = self._asked("", what_if)
        name = asked.lens(atlas, lens) or WORLD_LENS
        view = atlas.on(asked.day("date", date), worldview)
        told = lens_answer(atlas, view, name)
        query = {"date": view.day, "worldview": worldview, "what_if": what_if}
        return self._told(told["sums"]["sentence"], told, f"lenses/{name}", query)

    def lenses(self) -> Told:
        """Every border line that can be asked about by its id, and every group of states."""
        told = lenses_answer(self._atlas)
        said = f"The atlas has {len(told['lenses'])} border lines ready to be asked about."
        return self._told(said, told, "lenses", {})

    def compare(
        self,
        first: str,
        last: str = "",
        country: str = "",
        lens: str = "",
        worldview: Worldview = "un",
        what_if: str = "",
    ) -> Told:
        """Two days side by side: which states joined, left or gave notice between, how many
        kilometres of border stand otherwise. `first` is not after `last`.
        """
        atlas, iso_a3 = self._asked(country, what_if)
        name = asked.lens(atlas, lens)
        begins, ends = asked.day("first", first), asked.day("last", last)
        if begins > ends:
            raise AskedError(f"first: found {begins}; expected a day not after {ends}, the last")
        before, after = (atlas.on(day, worldview) for day in (begins, ends))
        told = compare_answer(atlas, before, after, iso_a3, name)
        query = {"from": begins, "to": ends, "country": iso_a3, "lens": name}
        more = {"worldview": worldview, "what_if": what_if}
        return self._told(told["sentence"], told, "compare", {**query, **more}, str(ends))

    def course(
        self, country: str = "", lens: str = "", worldview: Worldview = "un", what_if: str = ""
    ) -> Told:
        """Kilometres of border by who is bound on either side, on every day since 1997: a row for
        each day on which something changes, the latest where there are many.
        """
        atlas, iso_a3 = self._asked(country, what_if)
        name = asked.lens(atlas, lens)
        told = curve_answer(atlas, worldview, iso_a3, name)
        told["points"].reverse()
        said = f"{told['title']}: {len(told['points'])} days of change since 1997."
        query = {"country": iso_a3, "lens": name, "worldview": worldview, "what_if": what_if}
        return self._told(said, told, "curve", query)

    def claims(self, date: str = "", country: str = "") -> Told:
        """What articles say of the Convention and its borders, and the verdict on each statement:
        on a day, or each on the day of its article where the date is empty.
        """
        _, iso_a3 = self._asked(country, "")
        day = asked.day("date", date) if date else None
        told = claims_answer(self._atlas, day)
        if iso_a3:
            of = {c.claim_id for c in self._atlas.record.claims if iso_a3 in c.subject_iso_a3}
            told["claims"] = [row for row in told["claims"] if row["claim_id"] in of]
        said = f"The atlas has tested {len(told['claims'])} statements of this kind."
        return self._told(said, told, "claims", {"date": day}, str(day or ""))

    def events(self, first: str = "", last: str = "", country: str = "") -> Told:
        """Acts and dated events of a span of days, oldest first: of all states, or of one."""
        atlas, iso_a3 = self._asked(country, "")
        begins = asked.day("first", first or "1997-01-01")
        ends = asked.day("last", last or str(atlas.verified_to))
        chosen = [
            event
            for event in atlas.record.events
            if event.date.last >= begins
            and event.date.first <= ends
            and iso_a3 in (None, *event.iso_a3)
        ]
        said = f"From {begins} to {ends} the record has {len(chosen)} acts and events."
        query = {"from": begins, "to": ends, "country": iso_a3}
        return self._told(said, events_answer(atlas, chosen), "events", query)

    def changes(self, since: str, country: str = "") -> Told:
        """What is later than a day: acts, events, statuses that change, days to come included."""
        atlas, iso_a3 = self._asked(country, "")
        day = asked.day("since", since)
        told = since_answer(atlas, day, iso_a3)
        said = f"After {day} the record has {len(told['events'])} acts and events."
        return self._told(said, told, "changes", {"since": day, "country": iso_a3})

    def sources(self, source_ids: str) -> Told:
        """Where something is said: sources by the ids that other answers name, with commas."""
        names = [name.strip() for name in source_ids.split(",") if name.strip()]
        for name in names:
            if name not in self._atlas.record.sources:
                raise AskedError(f"source_ids: found {name!r}; expected ids that an answer names")
        told = {**events_answer(self._atlas, ()), "source_ids": names}
        said = f"{len(names)} sources of the record."
        return self._told(said, told, "exports/sources.csv", {})

    def check_dates(self, text: str) -> Told:
        """A statement's days checked: which states it names, and what the record has of each on
        every day it names (20 February 2026, or 2026-02-20).
        """
        told = statement_answer(self._atlas, text)
        return self._told(sentence(told), told, "events", {})

    def all(self) -> tuple[Tool, ...]:
        """Every tool: each public method but this one."""
        names = (name for name in vars(Tools) if not name.startswith("_") and name != "all")
        return tuple(getattr(self, name) for name in names)

    def _asked(self, country: str, what_if: str) -> tuple[Atlas, str | None]:
        return asked.supposing(self._atlas, what_if), asked.state(self._atlas, country)

    def _told(
        self,
        sentence: str,
        answer: Mapping[str, Any],
        path: str,
        query: Mapping[str, object],
        day: str = "",
    ) -> Told:
        left_out: dict[str, int] = {}
        told = {
            name: _cut(name, value, left_out)
            for name, value in answer.items()
            if name not in ("sources", "units", "held", "licence")
        }
        written = {name: value for name, value in query.items() if value}
        tail = f"?{urlencode(written, safe=':,')}" if written else ""
        named = set(_named(told))
        record = self._atlas.record
        return {
            "sentence": sentence,
            "date": day or str(answer.get("date") or ""),
            "held": held.sentence(record.held),
            "answer": _PLAIN.dump_python(told, mode="json"),
            "left_out": left_out,
            "sources": [
                {key: plain(getattr(source, key)) for key in _OF_A_SOURCE}
                for name, source in record.sources.items()
                if name in named
            ],
            "address": f"{self._base}/api/v1/{path}{tail}",
        }


_OF_A_SOURCE = ("source_id", "publisher", "title", "date", "url")
_PLAIN: TypeAdapter[Any] = TypeAdapter(Any)


def _cut(name: str, value: object, left_out: dict[str, int]) -> object:
    if isinstance(value, list) and len(value) > MOST_ROWS:
        left_out[name] = len(value) - MOST_ROWS
        return value[:MOST_ROWS]
    return value


def _named(value: object) -> Iterator[str]:
    """Every source id that some part of an answer names."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "source_ids":
                yield from each.split(";") if isinstance(each, str) else each
            else:
                yield from _named(each)
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)
