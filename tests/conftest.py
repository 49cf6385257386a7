"""What every test shares: where the checkout is, and how Hypothesis behaves."""

from __future__ import annotations

import gc
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from geo.atlas import Atlas
from geo.cli import reading
from tests.lives import HISTORIES
from tests.own_data import own_atlas

if TYPE_CHECKING:
    from xdist.remote import Producer

    from tests.side_by_side import SideBySide

# No deadline: a slow machine is not a failing test. On a build machine the same examples each time.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
# `--hypothesis-profile histories` tests over as many made-up histories that the past stays.
settings.register_profile(HISTORIES, deadline=None, derandomize=True, max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


BROWSERS = Path(__file__).parent / "browser"
ALL_SLOW = re.compile(r"^pytestmark = .*pytest\.mark\.slow\b", re.MULTILINE)
LONGEST = (
    *("test_firefox.py", "test_webkit.py", "test_export.py", "test_axe.py", "test_place.py"),
    *("test_choices.py", "test_site.py", "test_answers.py", "test_description.py"),
)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return a worker a core, and more beside browsers: their tests wait for half of their time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    found = cores or 1
    return found if config.getoption("ignore") else 2 * found


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> SideBySide | None:
    """Return what deals files out to workers, where these stay together."""
    if config.getoption("dist") != "loadfile":
        return None
    from tests.side_by_side import SideBySide

    return SideBySide(config, log)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave modules out unread that hold slow tests alone, where none is asked for.

    Each worker reads every module, and what these import takes it seconds.
    """
    if config.getoption("markexpr") != "not slow" or collection_path.suffix != ".py":
        return None
    return bool(ALL_SLOW.search(collection_path.read_text(encoding="utf-8"))) or None


def pytest_collection(session: pytest.Session) -> None:
    """Leave garbage lie while the modules are read: nearly all they make stays."""
    gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage again, more seldom, and never among what the modules have made.

    The tests share atlases and documents of some hundred thousand objects: as often as Python looks
    among them by itself, a tenth of all computing went into that.
    """
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browsers first, and of each kind the longest before the others.

    With `--no-loadscope-reorder` the workers take the files of a kind in this order: none is left
    alone at the end with a long one.
    """
    items.sort(key=lambda item: (BROWSERS not in item.path.parents, item.path.name not in LONGEST))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout: the directory that holds dashboard.py, geo/ and data/."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The project's own data, read once; nothing changes it."""
    return own_atlas()


@pytest.fixture
def one_atlas(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a command that is run here ask that same atlas, and not read the data again."""
    monkeypatch.setattr(reading, "load_tables", lambda: atlas)
