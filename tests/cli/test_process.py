"""`python -m geo` as a process of its own, and what it keeps for a server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from geo.web.served import Served
from tests.cli.commands import DAY, Run

pytestmark = pytest.mark.slow


def test_status_starts_without_the_libraries_that_draw() -> None:
    heavy = ("geopandas", "shapely", "pandas", "matplotlib", "folium", "streamlit", "babel")
    script = (
        "import sys; from geo.cli.main import main;"
        " code = main(['status', '--date', '2026-02-20']);"
        f"print([m for m in {heavy} if m in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_the_module_runs_and_a_reader_may_stop_reading() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "geo", "status", "--date", DAY, "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"{\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_what_a_server_makes_at_its_start_is_kept_where_its_keeper_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Served] = []
    monkeypatch.setattr(Served, "make_all", lambda served: made.append(served))
    monkeypatch.setenv("OTTAWA_ATLAS_CACHE", str(tmp_path))
    assert run("warm") == (0, f"{tmp_path}\n", "")
    assert len(made) == 1
    monkeypatch.setenv("OTTAWA_ATLAS_CACHE", "")
    code, out, err = run("warm")
    assert (code, out, len(made)) == (1, "", 1)
    assert "OTTAWA_ATLAS_CACHE is empty" in err
