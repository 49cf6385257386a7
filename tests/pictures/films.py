"""A short film that the tests make, and what is in one."""

import io
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
FIRST, LAST = date(2026, 2, 1), date(2026, 3, 3)
SHOWN = (FIRST, date(2026, 2, 20), LAST)
SECONDS = (1000, 1000, 4000)
WIDTH = 400
WARSAW = (110, 250)  # in a picture 400 pixels wide
SHORT: dict[str, Any] = {"first": FIRST, "last": LAST, "width": WIDTH}


def frames_of(content: bytes) -> list[tuple[Image.Image, int]]:
    """Every frame as the reader sees it, and how long, in ms."""
    found = []
    with Image.open(io.BytesIO(content)) as image:
        for n in range(cast(Any, image).n_frames):
            image.seek(n)
            image.load()
            found.append((image.convert("RGB"), int(image.info["duration"])))
    return found


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program named ffmpeg, the only one on PATH, that does as the script says."""
    folder.mkdir()
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
