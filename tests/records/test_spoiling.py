"""A record spoiled at random is refused by the name of its file, or read as it is written.

A share of the seeds; `python -m tests.records.spoiling` takes 200.
"""

from pathlib import Path

from geo.borders import Borders, Worldview
from tests.own_data import own_atlas
from tests.records import spoiling

SEEDS = range(1000, 1020)


def test_a_spoiled_record_is_refused_by_name_or_read_as_it_is_written(tmp_path: Path) -> None:
    shapes: dict[Worldview, Borders] = {"un": own_atlas().borders("un")}
    ends = [spoiling.run(seed, tmp_path, shapes)[2] for seed in SEEDS]
    assert {"read", "refused"} == set(ends)
