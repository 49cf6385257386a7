"""What is wrong in a file, said so that it can be put right: file, line, column, value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.basics.errors import AtlasError

_LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place. `line` counts from 1, the header; 0 means the whole file.

    `column` is empty where the fault is not in one column.
    """

    file: str
    line: int
    column: str
    value: str
    expected: str
    advice: str

    def __str__(self) -> str:
        """One line: `events.csv:12, column date: found '2025-02-30'; expected …. Advice.`"""
        place = f"{self.file}:{self.line}" if self.line else self.file
        if self.column:
            place += f", column {self.column}"
        value = self.value
        if len(value) > _LONGEST_VALUE:
            value = value[: _LONGEST_VALUE - 1] + "…"
        return f"{place}: found {value!r}; expected {self.expected}. {self.advice}"


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong with a file, named without its folder, in words of one line or several."""

    file: str
    words: str

    @classmethod
    def of(cls, problem: Problem) -> FileFault:
        """A problem as a fault of its file."""
        return cls(problem.file, str(problem))


class RecordError(AtlasError):
    """The record cannot be used; `problems` lists everything wrong with it, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([f"{head} in the record:", *map(str, self.problems)]))
