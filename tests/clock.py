"""The clock that `geo.basics.dates.today` reads, set to a moment."""

from __future__ import annotations

from datetime import datetime, tzinfo

import pytest

from geo.basics import dates


def set_to(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let every surface take `moment`, which has its time zone, for now."""

    class Fixed(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Fixed:
            return cls.fromtimestamp(moment.timestamp(), tz)

    monkeypatch.setattr(dates, "datetime", Fixed)
