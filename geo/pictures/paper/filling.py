"""What of a sheet's sections two pages hold, with the sources of what is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from geo.answers.words.picture import PAPER
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.pictures.paper.items import SMALL, Cell, Item

MORE = 22.0
"""Pixels kept free for the line that says how many rows of a section are left out."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and rows the most telling first; `unsaid` more are left out whatever the room."""

    heading: Item
    items: tuple[Item, ...]
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """From where to where a page takes text, in pixels."""

    top: float
    bottom: float


@dataclass(slots=True)
class Filled:
    """Which item stands on which page at which height, and the sources in order of first use."""

    put: list[tuple[int, float, Item]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    page: int = 0
    at: float = 0.0


def fill(
    sections: Sequence[Section],
    rooms: Sequence[Room],
    end: Callable[[Iterable[str]], float],
    tongue: Tongue = ENGLISH,
) -> Filled:
    """Place as many rows as the pages hold together with what must stand at the end.

    `end` gives the height of that, in pixels, for the ids of the sources it lists.
    """
    done = Filled(at=rooms[0].top)
    for section in sections:
        if not section.items and not section.unsaid:
            continue
        told = 0
        for item in section.items:
            group = [item] if told else [section.heading, item]
            if not _take(done, group, rooms, end):
                break
            told += 1
        left = len(section.items) - told + section.unsaid
        if left and told:
            said = tongue.counted(PAPER["more"], left)
            _take(done, [more(said)], rooms, end, spare=0.0)
    return done


def more(words: str) -> Item:
    """The line that says what is left out."""
    return Item(((Cell(words, 0.0, 600.0, SMALL, ink="muted"),),), gap=2.0)


def _take(
    done: Filled,
    group: Sequence[Item],
    rooms: Sequence[Room],
    end: Callable[[Iterable[str]], float],
    spare: float = MORE,
) -> bool:
    """Place items that stay together, unless the end would then find no room."""
    numbers = dict(done.numbers)
    cited = [_numbered(item, numbers) for item in group]
    height = sum(item.height for item in cited)
    page, at = done.page, done.at
    if at + height > rooms[page].bottom:
        page += 1
        if page == len(rooms) or rooms[page].top + height > rooms[page].bottom:
            return False
        at = rooms[page].top
    after, needed = at + height + spare, end(numbers)
    later = rooms[page + 1 :]
    if after + needed > rooms[page].bottom and not any(
        room.top + needed <= room.bottom for room in later
    ):
        return False
    for item in cited:
        done.put.append((page, at, item))
        at += item.height
    done.numbers, done.page, done.at = numbers, page, at
    return True


def _numbered(item: Item, numbers: dict[str, int]) -> Item:
    """An item that points to its sources by their numbers, which new ones get here."""
    own = [numbers.setdefault(source, len(numbers) + 1) for source in item.sources]
    return item.with_marks(f"[{', '.join(map(str, sorted(own)))}]" if own else "")
