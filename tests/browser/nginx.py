"""Stock nginx with the configuration of `deploy/`, on free ports of this machine.

`python -m tests.browser.nginx` finds it, or installs Debian's package; the tests only look.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.browser.chromium import install_packages
from tests.browser.server import ROOT, free_port

PACKAGE = "nginx-light"
CONFIGURED = ROOT / "deploy" / "nginx"
NOT_FOUND = (
    "no nginx found: install one (`apt-get install nginx-light`), or run"
    " `python -m tests.browser.nginx`, which does so"
)
_BESIDE_THE_PATH = "/usr/sbin:/usr/local/sbin"


class NginxNotFoundError(Exception):
    """There is no nginx; the message says how to get one."""


def find() -> str:
    """Where nginx is. Raises NginxNotFoundError."""
    found = shutil.which("nginx") or shutil.which("nginx", path=_BESIDE_THE_PATH)
    if not found:
        raise NginxNotFoundError(NOT_FOUND)
    return found


class Nginx:
    """nginx before the replicas on `count` ports from the first on, for `with`.

    Attributes:
        url: where it answers, without a final slash.
    """

    def __init__(self, first_port: int, count: int) -> None:
        self._program = find()
        self._port = free_port()
        self._told = {
            "ATLAS_REPLICA": "127.0.0.1:%d",
            "ATLAS_FIRST": str(first_port),
            "ATLAS_REPLICAS": str(count),
            "ATLAS_LISTEN": f"127.0.0.1:{self._port}",
        }
        self.url = f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        with ExitStack() as closing:
            folder = Path(closing.enter_context(tempfile.TemporaryDirectory()))
            self._log = folder / "log"
            self._configure(folder)
            # It returns once it listens, and goes on in the background.
            self._run(folder)
            closing.callback(self._run, folder, "-s", "stop")
            self._closing = closing.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.close()

    @property
    def log(self) -> list[str]:
        """The lines it has written so far."""
        return self._log.read_text(encoding="utf-8").splitlines()

    def _configure(self, folder: Path) -> None:
        text = (CONFIGURED / "nginx.conf").read_text(encoding="utf-8")
        (folder / "nginx.conf").write_text(text.replace("/tmp/", f"{folder}/"), encoding="utf-8")
        (folder / "mime.types").write_text("types { }\n", encoding="utf-8")
        told = {**os.environ, **self._told, "ATLAS_CONFIGURED": str(folder / "replicas")}
        subprocess.run(["sh", CONFIGURED / "replicas.sh"], env=told, check=True)

    def _run(self, folder: Path, *more: str) -> None:
        rights = ["-g", "user root;"] if os.geteuid() == 0 else []
        command = [self._program, "-c", str(folder / "nginx.conf"), *rights, *more]
        with self._log.open("a", encoding="utf-8") as log:
            done = subprocess.run(command, stdout=log, stderr=log, check=False)
        assert done.returncode == 0, "\n".join(self.log)


def main() -> int:
    """Print where nginx is, installing it where it is missing; 1 when it is not to be had."""
    try:
        find()
    except NginxNotFoundError:
        install_packages(PACKAGE)
    try:
        print(f"nginx: {find()}")
    except NginxNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
