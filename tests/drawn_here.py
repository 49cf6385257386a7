"""Drawings made in the test's own process, so that a test can put something in their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from geo.server.drawing import Studio

if TYPE_CHECKING:
    import pytest

    from geo.atlas import Atlas


def draw_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every studio do its jobs in this process."""

    def make(
        _: Studio,
        atlas: Atlas,
        job: Callable[..., bytes],
        tell: Callable[[float], None] | None = None,
    ) -> bytes:
        return job(atlas, tell or (lambda _part: None))

    monkeypatch.setattr(Studio, "make", make)


def draw_instead(monkeypatch: pytest.MonkeyPatch, render: Callable[..., Any]) -> None:
    """Let `render` draw every picture, in this process."""
    draw_here(monkeypatch)
    monkeypatch.setattr("geo.pictures.render", render)
