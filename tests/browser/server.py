"""The dashboard as a user starts it: one `streamlit run` on a free port of this machine."""

import os
import random
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90
LOOK_SECONDS = 0.1
STOP_SECONDS = 15
HEALTH = "/_stcore/health"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # Streamlit paints its tracebacks whatever the terminal


class ServerError(Exception):
    """The dashboard did not start; the message carries its log."""


class DashboardServer:
    """A running dashboard, for `with`: up and healthy inside the block, stopped after it.

    Attributes:
        url: where it answers, without a final slash.
        log: the lines it has printed so far, standard output and error together.
    """

    def __init__(
        self,
        page: Path = ROOT / "dashboard.py",
        directory: Path = ROOT,
        base_path: str = "",
        port: int = 0,
        environment: Mapping[str, str] | None = None,
        python: str = sys.executable,
    ) -> None:
        port = port or free_port()
        self._environment = {**os.environ, **(environment or {})}
        self.url = f"http://127.0.0.1:{port}{base_path}"
        self.log: list[str] = []
        self._read = 0
        self._announced = threading.Event()
        self._command = [python, "-m", "streamlit", "run", str(page)]
        self._command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
        if base_path:
            self._command += ["--server.baseUrlPath", base_path]
        self._directory = directory

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command,
            cwd=self._directory,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._pump = threading.Thread(target=self._read_log, daemon=True)
        self._pump.start()
        try:
            self._wait_until_healthy()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def start_again(self) -> None:
        """Start it anew, at the same address."""
        self.__enter__()

    def stop(self) -> None:
        """Stop it as a keeper does, and wait until it has ended."""
        self._stop()

    def kill(self) -> None:
        """End it without a word to anybody."""
        self._process.kill()
        self._stop()

    @property
    def pid(self) -> int:
        """The process id, for a benchmark that reads its CPU time."""
        return self._process.pid

    def new_tracebacks(self) -> str:
        """What was logged since the last call, when it holds a traceback; else empty."""
        new, self._read = "\n".join(self.log[self._read :]), len(self.log)
        return new if "Traceback (most recent call last)" in new else ""

    def _read_log(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.log.append(COLOURS.sub("", line.rstrip("\n")))
            if "URL:" in line:
                self._announced.set()
        self._announced.set()  # it has ended: nobody should wait for it any longer

    def _wait_until_healthy(self) -> None:
        self._announced.wait(START_SECONDS)
        deadline = time.monotonic() + START_SECONDS
        while self._process.poll() is None and time.monotonic() < deadline:
            if self._answers():
                return
            # Announced, it may still refuse for a moment; if it ends, this ends.
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(LOOK_SECONDS)
        raise ServerError("the dashboard did not start:\n" + "\n".join(self.log))

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + HEALTH, timeout=START_SECONDS) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._pump.join(STOP_SECONDS)
        if self._process.stdout is not None:
            self._process.stdout.close()


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on, nor will until it is used.

    Below those that a system hands out by itself, to every connection that a test opens. By a
    chance of its own: Hypothesis holds the common one still.
    """
    chance = random.Random()
    while True:
        port = chance.randrange(16_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
