"""A check that every row must hold: one test for all, whose failure names each that does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

T = TypeVar("T")


def every(rows: Iterable[tuple[str, T]], check: Callable[[T], None]) -> None:
    """Check rows by their names, and fail with all that do not hold; with none to check as well."""
    names, faults = set(), []
    for name, row in rows:
        names.add(name)
        try:
            check(row)
        except AssertionError as fault:
            faults.append(f"{name}: {fault}")
    if faults or not names:
        pytest.fail("\n\n".join(faults) or "no row was checked", pytrace=False)
