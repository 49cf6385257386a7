"""Which browser is driven: the one named, else the first that really starts."""

from pathlib import Path

import pytest

from tests.browser import chromium


def executable(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_named_browser_is_taken_before_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = executable(tmp_path / "mine", "echo Chromium 1.2.3")
    monkeypatch.setenv(chromium.VARIABLE, str(mine))
    executable(tmp_path / chromium.SHELL, "echo Chromium 1.2.3")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find() == chromium.find_light() == mine


def test_a_named_browser_that_does_not_start_is_an_error_and_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(chromium.VARIABLE, str(tmp_path / "absent"))
    assert chromium.main() == 1
    message = capsys.readouterr().err
    assert chromium.VARIABLE in message
    assert str(tmp_path / "absent") in message


def test_a_command_that_only_points_to_a_package_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    executable(tmp_path / "chromium", "echo 'install the snap' >&2; exit 10")
    real = executable(tmp_path / "google-chrome", "echo Google Chrome 1.2.3")
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find() == real


def test_the_tests_take_the_headless_shell_where_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = executable(tmp_path / "chromium", "echo Chromium 1.2.3")
    shell = executable(tmp_path / chromium.SHELL, "echo Chromium 1.2.3")
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (chromium.find(), chromium.find_light()) == (whole, shell)
    executable(shell, "exit 1")
    assert chromium.find_light() == whole
