"""What the tests of the API ask for."""

from __future__ import annotations

from datetime import date

DAY = date(2026, 2, 20)
ON = f"date={DAY}"
ANSWERS = ("status", "borders", "countries/NOR", "events", "claims", "changes?since=2025-01-01")
NAMED = ("status", "borders", "curve", "compare", "lenses", "events", "claims", "changes")
"""Answers at an address of one word."""
PNG, SVG = b"\x89PNG\r\n\x1a\n", b"<?xml"
