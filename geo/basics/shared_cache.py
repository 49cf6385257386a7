"""Things that take time to make: each made once however many ask, and kept while there is room."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

T = TypeVar("T")


class BusyError(Exception):
    """So many different things are being made already that one more has to be turned away."""


class ShareError(BusyError):
    """One asker has its share of things in the making already; others may still ask."""


class SharedCache(Generic[T]):
    """A bounded shelf of things made in threads of its own, least recently asked for first to go.

    Safe to use from any thread. `size_of` gives a thing's bytes; no more than `limit_bytes` are
    kept, no more than `waiting` things made or waiting to be made at a time, `each` of them for
    one asker, `workers` at once. After each thing it rests for `rest` times as long as that took:
    what is made in this process takes time from all else that it does.
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
        rest: float = 0.0,
    ) -> None:
        self._size_of, self._limit = size_of, limit_bytes
        self._waiting, self._each = waiting, each
        self._rest, self._rests_until = rest, 0.0
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._bytes = 0
        self._making: dict[Hashable, Future[T]] = {}
        self._begun_by: Counter[str] = Counter()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix=name)

    def get(self, key: Hashable) -> T | None:
        """The thing of a key where it is on the shelf."""
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
            future = self._pool.submit(self._make, key, make, asker)
            self._making[key] = future
            self._begun_by[asker] += 1
            return future

    async def wait(self, key: Hashable, make: Callable[[], T], asker: str = "") -> T:
        """`ask`, for an event loop; a reader who leaves does not end the making for the others."""
        return await asyncio.shield(asyncio.wrap_future(self.ask(key, make, asker)))

    @property
    def bytes(self) -> int:
        """Bytes on the shelf."""
        return self._bytes

    def _make(self, key: Hashable, make: Callable[[], T], asker: str) -> T:
        time.sleep(max(0.0, self._rests_until - time.monotonic()))
        began = time.monotonic()
        try:
            made = make()
            with self._lock:
                self._put(key, made)
            return made
        finally:
            now = time.monotonic()
            with self._lock:
                self._rests_until = now + self._rest * (now - began)
                self._making.pop(key, None)
                self._begun_by[asker] -= 1
                if not self._begun_by[asker]:
                    del self._begun_by[asker]

    def _put(self, key: Hashable, made: T) -> None:
        size = self._size_of(made)
        if size > self._limit:
            return
        self._kept[key] = made
        self._bytes += size
        while self._bytes > self._limit:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= self._size_of(oldest)
