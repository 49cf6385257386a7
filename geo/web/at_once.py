"""Many things of one kind made on all cores, where there are enough of them to be worth it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

FEW = 24
"""Up to so many are made here: a process takes some seconds to be ready."""

Named = TypeVar("Named")

_make: Callable[[Any], dict[str, bytes]]


def files_of(make: Callable[[Named], dict[str, bytes]], names: Iterable[Named]) -> dict[str, bytes]:
    """All files that `make` gives for each of the names; it is sent to each process once."""
    names = list(names)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if len(names) <= FEW or not cores or cores < 2:
        made: Iterable[dict[str, bytes]] = map(make, names)
        return {name: content for files in made for name, content in files.items()}
    # A fork would take over Matplotlib's locks in whatever state they are.
    spawned: Any = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(cores, 8), spawned, _begin, (make,)) as processes:
        made = processes.map(_one, names, chunksize=4)
        return {name: content for files in made for name, content in files.items()}


def _begin(make: Callable[[Any], dict[str, bytes]]) -> None:
    global _make  # what a process is told at its start
    _make = make


def _one(name: Any) -> dict[str, bytes]:
    return _make(name)
