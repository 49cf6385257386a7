"""Finds the Chromium that browser tests and benchmarks drive, or installs one.

`python -m tests.browser.chromium` prints its path and installs where none is found, Poppler too, by
which tests look at PDFs; the fixtures only look. The environment variable OTTAWA_ATLAS_CHROMIUM
names one and ends the search.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.pictures.pdf_engines import PACKAGE, POPPLER

VARIABLE = "OTTAWA_ATLAS_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"
"""The same engine without a browser's own windows, in which a page costs a quarter less."""
MAC_APPLICATIONS = ("Chromium", "Google Chrome")

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""How it is started: as root if need be, and without requests of its own."""


class ChromiumNotFoundError(Exception):
    """No Chromium that starts; the message says how to get one."""


def find() -> Path:
    """The first Chromium that answers `--version`.

    Raises:
        ChromiumNotFoundError: when there is none, or the one VARIABLE names does not start.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if _starts(Path(named)):
            return Path(named)
        raise ChromiumNotFoundError(f"{VARIABLE} names {named}, which does not start as a Chromium")
    for candidate in _candidates():
        if _starts(candidate):
            return candidate
    raise ChromiumNotFoundError(
        f"no Chromium found: install one, or name yours in {VARIABLE}, or run "
        "`python -m tests.browser.chromium`, which tries apt-get, then Playwright's own"
    )


def find_light() -> Path:
    """What the tests drive: the headless shell where it starts and none is named, else `find`.

    Raises:
        ChromiumNotFoundError: as `find` does.
    """
    shell = shutil.which(SHELL)
    if shell and not os.environ.get(VARIABLE) and _starts(Path(shell)):
        return Path(shell)
    return find()


def install() -> Path:
    """Installs a Chromium from the system's packages, or else Playwright's build, and finds it."""
    install_packages("chromium")
    try:
        return find()
    except ChromiumNotFoundError:
        _try(sys.executable, "-m", "playwright", "install", "chromium")
        return find()


def install_packages(*names: str) -> None:
    """Tries to install packages of Debian or a relative; says what it does, raises nothing."""
    if shutil.which("apt-get"):
        as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        _try(*as_root, "apt-get", "update", "-qq")
        _try(*as_root, "apt-get", "install", "-y", "-qq", *names)


def _candidates() -> Iterator[Path]:
    for command in COMMANDS:
        if found := shutil.which(command):
            yield Path(found)
    for application in MAC_APPLICATIONS:
        yield Path(f"/Applications/{application}.app/Contents/MacOS/{application}")
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    yield own


def _starts(executable: Path) -> bool:
    # Some distributions put a script of this name that only says "install the snap".
    try:
        done = subprocess.run(
            [executable, "--version"], capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.strip() != b""


def _try(*command: str) -> None:
    print("+", *command, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL, env=environment)
    except OSError as error:
        print(f"  {error}", flush=True)


def main() -> int:
    """Prints the path of a Chromium, installing one first where none is found."""
    try:
        try:
            found = find()
        except ChromiumNotFoundError:
            if os.environ.get(VARIABLE):
                raise
            found = install()
    except ChromiumNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Chromium: {found}")
    if not os.environ.get(VARIABLE):
        if not shutil.which(SHELL):
            install_packages(SHELL)
        print(f"Chromium in tests: {find_light()}")
    if not shutil.which(POPPLER):
        install_packages(PACKAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
