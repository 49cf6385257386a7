"""Shares: what an asker has had made in this process, and not what he has waited for."""

from __future__ import annotations

import pytest

from geo.basics import shared_cache
from geo.basics.shared_cache import SharedCache
from geo.basics.shares import Shares


class _Time:
    """A clock that goes on where a test lets it: by the clock, and as time of the processor."""

    def __init__(self) -> None:
        self.passed = self.worked = 0.0

    def monotonic(self) -> float:
        return self.passed

    def thread_time(self) -> float:
        return self.worked


def test_only_the_time_of_this_process_is_owed(monkeypatch: pytest.MonkeyPatch) -> None:
    time = _Time()
    monkeypatch.setattr(shared_cache, "time", time)
    shares = Shares(rest=3.0, free_seconds=3.0)
    cache = SharedCache("test", len, limit_bytes=100, workers=1, waiting=10, shares=shares)

    def waits_for_another_process() -> str:
        time.passed += 4.0
        return "made"

    def works() -> str:
        time.passed += 4.0
        time.worked += 4.0
        return "made"

    cache.ask("drawn elsewhere", waits_for_another_process, "one").result(60)
    cache.ask("made here", works, "another").result(60)
    assert shares.wait("one", time.passed) == 0.0
    assert shares.wait("another", time.passed) == 4.0 * 3.0 - 3.0
