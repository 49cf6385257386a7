"""scripts/install.sh where the atlas cannot run: one clear sentence, nothing half made."""

import os
import subprocess
from pathlib import Path

import pytest


def executable(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def install(root: Path, venv: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(root / "scripts/install.sh"), str(venv), "requirements.txt"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", ["exit 1", "exit 127"], ids=["too old", "a shim"])
def test_without_a_new_enough_python_it_says_which_is_needed(
    root: Path, tmp_path: Path, script: str
) -> None:
    old = executable(tmp_path / "python3", script)
    done = install(root, tmp_path / "venv", PYTHON=str(old))
    assert done.returncode == 1
    assert f"needs Python 3.11 or newer; tried {old}." in done.stderr
    assert not (tmp_path / "venv").exists()


def test_without_the_venv_module_it_names_the_package_to_install(
    root: Path, tmp_path: Path
) -> None:
    python = executable(
        tmp_path / "python3",
        'case "$*" in *ensurepip*) exit 1 ;; *print*) echo python3.11-venv ;; esac',
    )
    executable(tmp_path / "id", "echo 1000")  # an ordinary user: nothing may be installed
    done = install(
        root, tmp_path / "venv", PYTHON=str(python), PATH=f"{tmp_path}:{os.environ['PATH']}"
    )
    assert done.returncode == 1
    assert "sudo apt-get install python3.11-venv" in done.stderr
    assert not (tmp_path / "venv").exists()
