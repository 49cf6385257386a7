"""What each asker has had made of late: who has had much of it waits before more is made."""

from __future__ import annotations

import threading


class Shares:
    """The askers of what is made in this process, which takes time from all else that it does.

    After each thing an asker owes `rest` times as long as it took. As long as that is no more than
    `free_seconds`, nobody waits; beyond it an asker's next thing waits, and no other's. Safe to use
    from any thread; `now` is in seconds of any clock that only goes forward.
    """

    def __init__(self, rest: float, free_seconds: float) -> None:
        self.rest, self._free = rest, free_seconds
        self._lock = threading.Lock()
        self._paid_at: dict[str, float] = {}

    def wait(self, asker: str, now: float) -> float:
        """Seconds until something may be made for an asker; 0 for at once."""
        with self._lock:
            return max(0.0, self._paid_at.get(asker, now) - self._free - now)

    def add(self, asker: str, took: float, now: float) -> None:
        """Note that something has been made for an asker, and its seconds of processor time."""
        with self._lock:
            # Whoever owes nothing any more is forgotten: there are no more askers than were served.
            self._paid_at = {name: at for name, at in self._paid_at.items() if at > now}
            self._paid_at[asker] = self._paid_at.get(asker, now) + self.rest * took
