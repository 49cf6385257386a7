"""Things that take time to make: each made once however many ask, and kept while there is room."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from geo.basics.shares import Shares

T = TypeVar("T")


class BusyError(Exception):
    """So many different things are being made already that one more has to be turned away."""


class ShareError(BusyError):
    """One asker has its share of things in the making already; others may still ask."""


@dataclass(frozen=True, slots=True)
class _Wanted(Generic[T]):
    """Something to be made, for whoever holds its future."""

    key: Hashable
    make: Callable[[], T]
    asker: str
    future: Future[T] = field(default_factory=Future)


class SharedCache(Generic[T]):
    """A bounded cache of things made in threads of its own, least recently asked for first to go.

    Safe to use from any thread. `size_of` gives a thing's bytes; no more than `limit_bytes` are
    kept, no more than `waiting` things made or waiting to be made at a time, `each` of them for
    one asker, `workers` at once. They are made in the order in which they were asked for; but those
    of an asker who by `shares` has to wait are passed over until then.
    """

    def __init__(
        self,
        name: str,
        size_of: Callable[[T], int],
        *,
        limit_bytes: int,
        workers: int,
        waiting: int,
        each: int | None = None,
        shares: Shares | None = None,
    ) -> None:
        self._size_of, self._limit = size_of, limit_bytes
        self._waiting, self._each = waiting, each
        self._shares = shares or Shares(0.0, 0.0)
        self._lock = threading.Condition()
        self._wanted: list[_Wanted[T]] = []
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._bytes = 0
        self._making: dict[Hashable, Future[T]] = {}
        self._begun_by: Counter[str] = Counter()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix=name)

    def get(self, key: Hashable) -> T | None:
        """The thing of a key where it is in the cache."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def ask(self, key: Hashable, make: Callable[[], T], asker: str = "") -> Future[T]:
        """The thing of a key, now or once it is made. All who ask meanwhile share one making.

        What `make` raises reaches everyone who waits, and nothing is kept. Raises BusyError, and
        ShareError where `asker` has begun as much as one may.
        """
        with self._lock:
            if key in self._kept:
                ready: Future[T] = Future()
                ready.set_result(self._kept[key])
                return ready
            if key in self._making:
                return self._making[key]
            if self._each is not None and self._begun_by[asker] >= self._each:
                raise ShareError
            if len(self._making) >= self._waiting:
                raise BusyError
            wanted = _Wanted(key, make, asker)
            self._wanted.append(wanted)
            self._making[key] = wanted.future
            self._begun_by[asker] += 1
            self._lock.notify()
        self._pool.submit(self._make_next)
        return wanted.future

    async def wait(self, key: Hashable, make: Callable[[], T], asker: str = "") -> T:
        """`ask`, for an event loop; a reader who leaves does not end the making for the others."""
        return await asyncio.shield(asyncio.wrap_future(self.ask(key, make, asker)))

    @property
    def bytes(self) -> int:
        """Bytes in the cache."""
        return self._bytes

    def _make_next(self) -> None:
        wanted = self._next()
        began = time.thread_time()  # who waits for another process takes nothing from this one
        try:
            made = wanted.make()
            with self._lock:
                self._put(wanted.key, made)
        except BaseException as error:
            self._end(wanted, began)
            wanted.future.set_exception(error)
        else:
            self._end(wanted, began)
            wanted.future.set_result(made)

    def _next(self) -> _Wanted[T]:
        """The first that may be made, which is no longer wanted then."""
        with self._lock:
            while True:
                now = time.monotonic()
                waits = [self._shares.wait(wanted.asker, now) for wanted in self._wanted]
                if (least := min(waits)) == 0.0:
                    return self._wanted.pop(waits.index(0.0))
                self._lock.wait(least)

    def _end(self, wanted: _Wanted[T], began: float) -> None:
        self._shares.add(wanted.asker, time.thread_time() - began, time.monotonic())
        with self._lock:
            self._making.pop(wanted.key, None)
            self._begun_by[wanted.asker] -= 1
            if not self._begun_by[wanted.asker]:
                del self._begun_by[wanted.asker]

    def _put(self, key: Hashable, made: T) -> None:
        size = self._size_of(made)
        if size > self._limit:
            return
        self._kept[key] = made
        self._bytes += size
        while self._bytes > self._limit:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= self._size_of(oldest)
