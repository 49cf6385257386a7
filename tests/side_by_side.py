"""Which of several workers takes which file of tests: two of three take browsers first.

A browser test waits for half of its time, the others never: side by side they leave no core idle,
where browsers alone would. Browsers are done before the others are: who took the others first
starts no dashboard and no browser of its own for the last of them.
"""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSERS = "tests/browser/"


class SideBySide(LoadFileScheduling):  # type: ignore[misc]
    """Gives each worker the next file of its kind, and of the other kind when there is none."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        browsers = int(node.gateway.id.removeprefix("gw")) % 3 != 1
        of_its_kind = (file for file in self.workqueue if file.startswith(BROWSERS) == browsers)
        if (first := next(of_its_kind, None)) is not None:
            self.workqueue.move_to_end(first, last=False)
        super()._assign_work_unit(node)
