"""A site appears whole in its folder, and takes nothing that it did not make."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.atlas import Atlas
from geo.basics.atomic_folders import write_folder
from geo.basics.errors import AtlasError
from geo.cli import main
from geo.web import site

pytestmark = pytest.mark.slow


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of two small files: how it is put in place does not depend on what is in it."""
    monkeypatch.setattr(site, "_files", lambda *_: {"index.html": b"new", "a/b": b""})


@pytest.mark.usefixtures("quick")
def test_a_site_is_replaced_whole_and_nothing_is_left_beside_it(
    atlas: Atlas, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    site.build(atlas, out)
    (out / "index.html").write_bytes(b"old")
    site.build(atlas, out)
    assert (out / "index.html").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [out]


def a_foreign_file(out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine")


def a_file_added(out: Path) -> None:
    write_folder(out, {"site.json": site._json({"made_by": site.MAKER, "sha256": {}})})
    (out / "thesis.txt").write_text("mine")


def another_manifest(out: Path) -> None:
    out.mkdir()
    (out / "site.json").write_text('{"made_by": "somebody", "sha256": {"thesis.txt": ""}}')
    (out / "thesis.txt").write_text("mine")


def a_broken_manifest(out: Path) -> None:
    out.mkdir()
    (out / "site.json").write_text("[")
    (out / "thesis.txt").write_text("mine")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "fill", [a_foreign_file, a_file_added, another_manifest, a_broken_manifest]
)
def test_what_it_did_not_make_is_left_alone(
    atlas: Atlas, tmp_path: Path, fill: Callable[[Path], None]
) -> None:
    out = tmp_path / "site"
    fill(out)
    with pytest.raises(AtlasError, match="not part of a site"):
        site.build(atlas, out)
    assert (out / "thesis.txt").read_text() == "mine"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.usefixtures("quick")
def test_an_empty_folder_is_filled(atlas: Atlas, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert site.build(atlas, tmp_path / "site").files["index.html"] == 3


@pytest.mark.usefixtures("quick")
def test_a_file_and_a_missing_folder_are_named(atlas: Atlas, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(AtlasError, match="is a file"):
        site.build(atlas, tmp_path / "file")
    with pytest.raises(AtlasError, match="does not exist"):
        site.build(atlas, tmp_path / "no" / "site")


@pytest.mark.parametrize(
    "address", ["example.org", "javascript:alert(1)", 'https://a.org/"x', "ftp://a"]
)
def test_an_address_that_is_none_is_refused(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["site", "--out", str(tmp_path / "site"), "--base-url", address])
    assert ended.value.code == main.NONSENSE
    assert re.search("expected a whole address", capsys.readouterr().err)
    assert not (tmp_path / "site").exists()
