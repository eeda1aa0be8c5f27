"""Work that a copy of this process does beside it, where the machine has a core for that.

The copy finds all that it needs in its memory and leaves what it makes in the cache, where this
process finds it then. So nothing depends on it: what was not left is made here, as it is where a
process cannot be copied, and a failure is told here.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.context import ForkProcess

from protocolkit.base.trial import running

# Behind standard input, output and errors, which are the first three.
_FIRST_FILE, _LAST_FILE = 3, 4096


class Beside:
    """One piece of work at a time."""

    def __init__(self) -> None:
        self._process: ForkProcess | None = None

    def begin(self, work: Callable[[], None]) -> None:
        """Begin work beside, where that can be; in a trial nothing is left for later."""
        self.stop()
        if _has_core() and running() is None:
            context = multiprocessing.get_context("fork")
            self._process = context.Process(target=_work, args=(work,), daemon=True)
            self._process.start()

    def wait(self) -> None:
        """Wait until it is done, well or not."""
        if self._process is not None:
            self._process.join()
            self._process = None

    def stop(self) -> None:
        """Have it done with; nobody waits for what it makes."""
        if self._process is not None:
            self._process.terminate()
            self.wait()


def _has_core() -> bool:
    """Tell whether there is a core for a copy; one of several threads cannot be copied."""
    if "fork" not in multiprocessing.get_all_start_methods() or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()) > 1


def _work(work: Callable[[], None]) -> None:
    # the first process answers Ctrl-C, and stops this one
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # with a copy of its lock open the first one would hold a project when it was killed
    os.closerange(_FIRST_FILE, _LAST_FILE)
    # what both have is not copied for having been looked at
    gc.freeze()
    with contextlib.suppress(Exception):
        work()
