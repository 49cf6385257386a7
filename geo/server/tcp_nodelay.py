"""Answers that leave at once, not after the reader's machine has acknowledged their headers.

Streamlit 1.67 makes its listening socket without naming TCP, and asyncio switches Nagle's algorithm
off only for sockets that do. Headers and body are two writes, so on a connection that is kept open
every answer would wait for the reader's delayed acknowledgement: 40 ms on Linux.
"""

from __future__ import annotations

import gc
import socket


def send_at_once() -> int:
    """Set TCP_NODELAY on the listening sockets of this process; returns on how many.

    Connections accepted later inherit it, so it has to be called before the first. The server owns
    the socket and does not hand it out, hence the search among all objects.
    """
    listening = [found for found in gc.get_objects() if _listens(found)]
    for found in listening:
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return len(listening)


def _listens(found: object) -> bool:
    # By exact type: asking a proxy what it is may wake what stands behind it.
    if type(found) is not socket.socket or found.fileno() < 0:
        return False
    over_tcp = found.family in (socket.AF_INET, socket.AF_INET6) and (
        found.type == socket.SOCK_STREAM
    )
    return over_tcp and bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
