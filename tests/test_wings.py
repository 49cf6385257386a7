"""Each wing of geo/ knows only the wings before it, and no import leads back to where it began."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WINGS = (
    "basics",
    "treaty",
    "records",
    "borders",
    "atlas",
    "answers",
    "pictures",
    "web",
    "server",
    "cli",
)
STRANGERS = frozenset({("borders", "records"), ("borders", "treaty"), ("cli", "server")})
"""Wings of which the first might know the second by its place, and does not."""

Imports = dict[str, set[str]]


def modules(root: Path) -> dict[str, Path]:
    """Every module and package in geo/ of a root, by its dotted name."""
    return {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for path in (root / "geo").rglob("*.py")
    }


@functools.cache
def imports(root: Path) -> Imports:
    """What each module in geo/ imports of it, also inside functions and for types alone."""
    known = modules(root)
    found: Imports = {}
    for name, path in known.items():
        asked = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                asked |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{name} imports by dots"
                for alias in node.names:
                    deeper = f"{node.module}.{alias.name}"
                    asked.add(deeper if deeper in known else str(node.module))
        found[name] = {each for each in asked if each in known}
    return found


def backwards(found: Imports) -> set[tuple[str, str]]:
    """Module and imported module, wherever the second's wing is not before the first's."""
    back = set()
    for name, asked in found.items():
        own = wing(name)
        for other in map(wing, asked):
            later = own in WINGS and (other not in WINGS or WINGS.index(other) > WINGS.index(own))
            if later or (own, other) in STRANGERS:
                back.add((name, other))
    return back


def wing(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def circle(found: Imports, depth: int) -> list[str]:
    """Names cut to so many parts that import each other in a circle, or none."""
    cut: Imports = {}
    for name, asked in found.items():
        short = shortened(name, depth)
        cut.setdefault(short, set()).update({shortened(each, depth) for each in asked} - {short})
    try:
        TopologicalSorter(cut).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def shortened(name: str, depth: int) -> str:
    return ".".join(name.split(".")[:depth])


DEEPEST = max(name.count(".") for name in modules(ROOT)) + 1


def test_no_module_stands_outside_the_wings() -> None:
    loose = {path.name for path in (ROOT / "geo").iterdir() if path.is_file()}
    assert loose == {"__init__.py", "__main__.py"}
    folders = {path.parent.name for path in (ROOT / "geo").glob("*/__init__.py")}
    assert folders == set(WINGS)


def test_the_architecture_lists_the_wings_in_their_order() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\d+\. `(\w+)`", text, re.MULTILINE)) == WINGS


@pytest.mark.parametrize("name", WINGS)
def test_the_head_of_a_wing_says_what_comes_in_what_goes_out_and_whom_it_knows(name: str) -> None:
    tree = ast.parse((ROOT / "geo" / name / "__init__.py").read_text(encoding="utf-8"))
    said = " ".join((ast.get_docstring(tree) or "").split())
    for word in ("In come", "ut come", "It knows"):
        assert word in said, f"{name} lacks {word!r}"


def test_a_wing_knows_only_the_wings_before_it() -> None:
    assert backwards(imports(ROOT)) == set()


@pytest.mark.parametrize("depth", range(2, DEEPEST + 1))
def test_no_modules_and_no_packages_import_each_other_in_a_circle(depth: int) -> None:
    assert circle(imports(ROOT), depth) == []


def test_what_runs_back_and_what_goes_round_is_seen(tmp_path: Path) -> None:
    texts = {
        "web/__init__.py": "",
        "web/pages/__init__.py": "",
        "web/pages/one.py": "from geo.web.files import two\n",
        "web/pages/three.py": "",
        "web/files/__init__.py": "",
        "web/files/two.py": "def late() -> None:\n    import geo.web.pages.three\n",
        "borders/lines.py": "from geo.records import rows\n",
        "records/rows.py": "from geo import web\n",
        "cli/main.py": "from geo.server.page import day\n",
        "server/page/day.py": "",
    }
    for name, text in texts.items():
        path = tmp_path / "geo" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = imports(tmp_path)
    assert backwards(found) == {
        ("geo.borders.lines", "records"),
        ("geo.records.rows", "web"),
        ("geo.cli.main", "server"),
    }
    assert circle(found, 3)[0] in {"geo.web.pages", "geo.web.files"}
    assert circle(found, 4) == []


@pytest.mark.parametrize("module", ["treaty", "atlas", "answers.claims"])
def test_what_is_true_is_worked_out_without_a_screen(module: str) -> None:
    code = f"import geo.{module}, sys; print({{'streamlit', 'folium'}} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_the_server_loads_nothing_that_draws() -> None:
    """What draws does so in processes of its own, and the memory of it is theirs."""
    modules = "api.app", "page.day", "page.exports.film", "page.exports.menu", "page.tabs.tabs"
    heavy = {"babel", "geopandas", "matplotlib", "mcp", "pyogrio", "pyproj"}
    code = f"import sys, {', '.join(f'geo.server.{each}' for each in modules)};"
    code += f"print({heavy} & set(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "set()"
