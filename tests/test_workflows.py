"""The weekly run: sound for the linter, and made of commands the program takes."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from geo.cli.parser import build_parser

FOLDER = Path(__file__).resolve().parent.parent / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
VERIFY = FOLDER / "verify.yml"


def lint(file: Path) -> subprocess.CompletedProcess[str]:
    """What the linter says of a workflow, without asking the network or another program."""
    command = [sys.executable, "-m", "jactionlint", "--no-color", "--shellcheck=", "--pyflakes="]
    return subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)


def steps() -> list[dict[str, Any]]:
    read = yaml.safe_load(VERIFY.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = read["jobs"]["verify"]["steps"]
    return found


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_sound(file: Path) -> None:
    done = lint(file)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("steps.held.outputs.code", "steps.hold.outputs.code"),
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-4.24"),
        ('cron: "17 5 * * 1"', 'cron: "17 25 * * 1"'),
        ('echo "What to do: docs', 'echo "${{ github.event.issue.title }} What to do: docs'),
    ],
    ids=["step", "machine", "time", "injection"],
)
def test_the_linter_would_find_a_slip(tmp_path: Path, right: str, wrong: str) -> None:
    text = VERIFY.read_text(encoding="utf-8")
    assert right in text
    spoiled = tmp_path / ".github" / "workflows" / "verify.yml"
    spoiled.parent.mkdir(parents=True)
    spoiled.write_text(text.replace(right, wrong), encoding="utf-8")
    assert lint(spoiled).returncode == 1


def test_the_weekly_run_asks_what_the_program_takes() -> None:
    lines = [line for step in steps() for line in step.get("run", "").splitlines()]
    commands = [re.split(r"[>|]", line)[0] for line in lines if "python -m geo" in line]
    asked = [command for command in commands if command.strip().startswith("python")]
    assert len(asked) == 2
    parsed = [build_parser().parse_args(shlex.split(command)[3:]) for command in asked]
    assert [one.fetch for one in parsed] == [True, False]
    assert parsed[1].propose


def test_it_may_change_nothing_but_issues_and_runs_only_what_is_pinned() -> None:
    read = yaml.safe_load(VERIFY.read_text(encoding="utf-8"))
    assert read["permissions"] == {"contents": "read"}
    assert read["jobs"]["verify"]["permissions"] == {"contents": "read", "issues": "write"}
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one) for one in used)
    installing = [step["run"] for step in steps() if "pip install" in step.get("run", "")]
    assert all("--require-hashes" in one for one in installing)
