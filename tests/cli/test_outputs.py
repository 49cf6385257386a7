"""Where answers go: UTF-8 and line feeds into whatever reads, files nowhere but where asked."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.atlas import Atlas
from geo.cli import main
from tests.answers.depositary.pages import page_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_atlas")]

ENCODINGS = ("cp1252", "ascii", "latin-1", "utf-16")
DAY = "2026-02-20"
ASKED = (
    *(("status", "--date", DAY, "--format", fmt) for fmt in ("table", "json", "csv")),
    *(("borders", "--date", DAY, "--format", fmt) for fmt in ("table", "json", "csv")),
    *(("claims", "--date", DAY, "--format", fmt) for fmt in ("table", "json", "csv")),
    *(("country", "TUR", "--date", DAY, "--format", fmt) for fmt in ("markdown", "json")),
    *(("verify", "PAGE", "--format", fmt) for fmt in ("table", "json", "csv")),
    *(("export", "--date", DAY, "--what", what, "--out", "-") for what in ("countries", "sources")),
    ("status", "--date", "2030-01-01"),  # a word on standard error
    ("status", "--country", "Åland"),
    ("borders", "--worldview", "Ł"),
    ("snapshot", "--out", "żółć.gif"),
    ("--help",),
)
PNG, WEBP, PDF, PARQUET = b"\x89PNG", b"RIFF", b"%PDF", b"PAR1"
TO_STANDARD_OUTPUT = (
    (("snapshot", "--date", DAY), PNG),
    (("snapshot", "--date", DAY, "--format", "pdf"), PDF),
    (("film", "--from", "2026-02-01", "--to", DAY, "--frames", "2", "--width", "400"), WEBP),
    (("export", "--date", DAY, "--what", "borders", "--format", "parquet"), PARQUET),
    (("curve", "--lens", "nato-east"), PNG),
    (("standalone",), b"<!doctype html>"),
)

Run = Callable[..., tuple[int, bytes, bytes]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as on a terminal of some encoding, on a system that ends lines with CR LF."""

    def run_(encoding: str, *words: str) -> tuple[int, bytes, bytes]:
        out, err = io.BytesIO(), io.BytesIO()
        for name, raw in (("stdout", out), ("stderr", err)):
            stream = io.TextIOWrapper(raw, encoding=encoding, newline="\r\n")
            monkeypatch.setattr(sys, name, stream)
        try:
            code = main.main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        return code, out.getvalue(), err.getvalue()

    return run_


@pytest.fixture(scope="module")
def page(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> str:
    kept = tmp_path_factory.mktemp("page") / "page.html"
    kept.write_text(page_of(atlas, atlas.verified_to), encoding="utf-8")
    return str(kept)


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_an_answer_is_utf_8_on_any_terminal(run: Run, page: str, words: tuple[str, ...]) -> None:
    asked = [page if word == "PAGE" else word for word in words]
    answers = {run(encoding, *asked) for encoding in ("utf-8", *ENCODINGS)}
    ((_, out, err),) = answers
    for said in (out, err):
        assert said.decode("utf-8").isprintable() or b"\n" in said
        assert b"\r" not in said
        assert b"\\u" not in said.replace(rb"\u003c", b"")
    assert out or err


@pytest.mark.parametrize(
    "words", [("status", "--date", DAY, "--format", "json"), ("status", "--country", "Åland")]
)
def test_so_is_that_of_the_program_itself(root: Path, words: tuple[str, ...]) -> None:
    told = set()
    for encoding in ("utf-16", "ascii", ""):
        done = subprocess.run(
            [sys.executable, "-m", "geo", *words],
            cwd=root,
            env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            check=False,
        )
        told.add((done.stdout, done.stderr))
    ((out, err),) = told
    assert "’" in out.decode("utf-8") or "'Åland'" in err.decode("utf-8")


@pytest.mark.parametrize(("words", "start"), TO_STANDARD_OUTPUT, ids=lambda x: str(x)[:40])
def test_a_dash_sends_a_file_to_standard_output_and_nothing_else(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], start: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("ascii", *words, "--out", "-")
    assert code == main.OK
    assert out.startswith(start)
    assert not out.endswith(b"-\n")
    assert list(tmp_path.iterdir()) == []


def test_a_fifo_stays_and_takes_a_picture(run: Run, tmp_path: Path) -> None:
    fifo, read = tmp_path / "map", tmp_path / "read"
    os.mkfifo(fifo)
    with read.open("wb") as kept, subprocess.Popen(["cat", str(fifo)], stdout=kept):
        asked = ("snapshot", "--date", DAY, "--format", "svg", "--out", str(fifo))
        assert run("ascii", *asked)[:2] == (main.OK, f"{fifo}\n".encode())
    assert read.read_bytes().endswith(b"</svg>\n")
    assert fifo.is_fifo()


def test_a_name_and_a_format_that_differ_are_refused(run: Run, tmp_path: Path) -> None:
    asked = ("snapshot", "--format", "svg", "--out", str(tmp_path / "a.png"))
    code, _, err = run("ascii", *asked)
    assert code == main.NONSENSE
    assert b"argument --format: 'svg'; expected png" in err


@pytest.mark.parametrize("words", ["--help", f"country POL --date {DAY}", f"export --date {DAY}"])
def test_a_reader_who_has_gone_is_no_error(root: Path, tmp_path: Path, words: str) -> None:
    more = ["--out", "-"] if words.startswith("export") else []
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "geo", *words.split(), *more],
            cwd=root,
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_behind_standard_output_is_told_once(root: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "geo", "status", "--date", DAY],
            cwd=root,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    told = b"python -m geo: standard output: No space left on device\n"
    assert (done.returncode, done.stderr) == (1, told)


def test_standard_output_may_be_closed(root: Path) -> None:
    command = f'"{sys.executable}" -m geo status --date {DAY} >&-'
    done = subprocess.run(["/bin/sh", "-c", command], cwd=root, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
