"""What is to be sent to a browser is sent in full, however late: no run of a part takes it back.

Streamlit keeps what a run says until its loop can send it. When a part of the page runs anew before
that, 1.67 drops what the run before said of the part, but not what it said by the hash of something
the browser holds already: of that it does not know to which part it belongs. The browser is then to
put it into a block that it was never sent, and its page goes blank for good.
"""

from __future__ import annotations

from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

_clear = ForwardMsgQueue.clear


def keep_all() -> None:
    """Let a new run of a part drop nothing in any queue of this process."""
    ForwardMsgQueue.clear = _keep  # type: ignore[method-assign]


def _keep(
    self: ForwardMsgQueue,
    retain_lifecycle_msgs: bool = False,
    fragment_ids_this_run: list[str] | None = None,
) -> None:
    """Clear for a run of the whole page as Streamlit does; for a part, close what is there.

    Else the new run would be written into the places of the last, before its own beginning.
    """
    if fragment_ids_this_run is None:
        _clear(self, retain_lifecycle_msgs)
    else:
        self._delta_index_map = {}
