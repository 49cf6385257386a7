"""Pictures as files: their names, their words for who does not see them, and writing whole."""

import errno
import os
import stat
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from geo import pictures
from geo.answers.words.headline import headline
from geo.atlas import Atlas, View
from geo.basics.atomic_files import write_made
from geo.basics.errors import AtlasError
from tests.pictures.drawn import LANDING, SVG

pytestmark = pytest.mark.slow


def test_alt_text_tells_the_day_the_sentence_and_who_stands_where(landing: View) -> None:
    words = pictures.alt_text(landing, "flank")
    assert words.startswith("Map of the Baltic-Arctic flank")
    assert headline(landing) in words
    assert "Withdrawn: Finland, Estonia, Latvia, Lithuania, Poland." in words
    assert "Bound: Norway, Belarus." in words


def test_file_names_follow_one_pattern(atlas: Atlas, landing: View) -> None:
    assert pictures.filename(landing, "flank", ".PNG") == "ottawa-atlas-flank-2026-02-20.png"
    other = atlas.on(LANDING, "de_facto")
    assert pictures.filename(other, "world", "svg") == "ottawa-atlas-world-2026-02-20-de-facto.svg"
    assert pictures.filename(landing, "../../etc", "png") == "ottawa-atlas-detail-2026-02-20.png"


def test_a_picture_is_written_whole_and_alone(atlas: Atlas, landing: View, tmp_path: Path) -> None:
    target = tmp_path / "map.SVG"
    write_made(target, lambda: pictures.render(atlas, landing, fmt="svg"))
    assert ElementTree.parse(target).getroot().tag == f"{SVG}svg"
    assert [path.name for path in tmp_path.iterdir()] == ["map.SVG"]
    assert target.stat().st_mode & stat.S_IRUSR


def test_a_missing_folder_is_named_before_anything_is_drawn(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="does not exist"):
        write_made(tmp_path / "nowhere" / "map.svg", lambda: pytest.fail("drawn in vain"))


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    atlas: Atlas, landing: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "map.svg"
    target.write_text("the old one", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(AtlasError, match="No space left on device"):
        write_made(target, lambda: pictures.render(atlas, landing, fmt="svg"))
    assert target.read_text(encoding="utf-8") == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]
