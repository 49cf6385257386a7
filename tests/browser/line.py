"""A line between a browser and the dashboard that can be cut and mended, as a train's can."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

CHUNK = 65_536


class Line:
    """Carries bytes to a server and back, for `with`; cut, it drops what it carries.

    Attributes:
        url: where the browser finds the server through it, without a final slash.
    """

    def __init__(self, server: str) -> None:
        parts = urlsplit(server)
        self._target = (parts.hostname or "", parts.port or 80)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._is_cut = False
        self._is_free = threading.Event()
        self._is_free.set()

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
        self.cut()
        self._listener.close()

    def cut(self) -> None:
        """Drop every connection, and every one that is tried from now on."""
        with self._lock:
            self._is_cut = True
            dropped, self._open = self._open, set()
        for end in dropped:
            _drop(end)

    def mend(self) -> None:
        """Carry again what is tried from now on."""
        with self._lock:
            self._is_cut = False

    def hold(self) -> None:
        """Carry nothing further, and drop nothing, until it is released."""
        self._is_free.clear()

    def release(self) -> None:
        """Carry on, with what was held first."""
        self._is_free.set()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):  # closed: nobody is listened for any longer
            while True:
                near, _ = self._listener.accept()
                self._connect(near)

    def _connect(self, near: socket.socket) -> None:
        far = socket.create_connection(self._target)
        with self._lock:
            ends = {near, far}
            is_cut = self._is_cut
            if not is_cut:
                self._open |= ends
        if is_cut:
            for end in ends:
                _drop(end)
            return
        for source, goal in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=(source, goal), daemon=True).start()

    def _carry(self, source: socket.socket, goal: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                self._is_free.wait()
                goal.sendall(data)
        for end in (source, goal):
            _drop(end)
        with self._lock:
            self._open -= {source, goal}


def _drop(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
