"""What a server process has used, as Linux tells it; None on systems without /proc."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def cpu_seconds(pid: int) -> float | None:
    """User and system time of the process so far, in seconds; steps of a hundredth as a rule."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    fields = text.rpartition(")")[2].split()  # the name before it may hold spaces
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_bytes(pid: int) -> int | None:
    """Resident set size (VmRSS), in bytes."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return None


def family_bytes(pid: int) -> int:
    """What the process and all it has started hold together, in bytes.

    Pages of libraries that several of them have loaded count once (proportional set size).
    """
    found = 0
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        found += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
        for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
            found += sum(family_bytes(int(child)) for child in tasks.read_text().split())
    return found
