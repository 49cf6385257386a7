"""What the tests of the command line share: it is run in this process, on data read once."""

from __future__ import annotations

import shutil
from functools import cache, partial
from pathlib import Path

import pytest

from geo import borders, records
from geo.borders import integrity
from geo.cli import main
from geo.cli.speaking import speak
from tests.cli.commands import Run

_read_record, _read_borders = records.load, borders.load
_RECORD, _BORDERS = cache(_read_record), cache(_read_borders)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process: exit code, standard output, standard error."""

    def run_(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main.main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run_


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped files are read once for all tests."""
    monkeypatch.setattr(records, "load", _RECORD)
    monkeypatch.setattr(borders, "load", _BORDERS)


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine speaks, the command line speaks English where no test says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    speak([], {})


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of data/ that the commands read in its place."""
    copy = tmp_path / "data"
    shutil.copytree(records.DATA_DIR, copy)
    monkeypatch.setattr(records, "load", partial(_read_record, copy))
    monkeypatch.setattr(borders, "load", partial(_read_borders, directory=copy / "borders"))
    monkeypatch.setattr(integrity, "faults", partial(integrity.faults, copy / "borders"))
    return copy
