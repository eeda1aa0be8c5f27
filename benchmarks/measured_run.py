"""Running a command and measuring it: how long, and how much memory it and its children held."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A finished run: how long it took, and how long the processor was at work for it.

    ``processor`` counts a run and its children on all cores; others at work change it little.
    ``megabytes`` is the most that was resident at once:
    the greater of what the system counted for the largest single process and what all processes
    of the run held together at any look (ten a second), pages that they share counted twice.
    """

    seconds: float
    processor: float
    megabytes: float


def run_measured(command: Sequence[str], output: Path, accepted: Sequence[int] = (0,)) -> Run:
    """Run a command with its output in a file; raise SystemExit when it fails. Linux only."""
    with output.open("wb") as stream:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.PIPE)
        watch = _Watch(process.pid)
        watch.start()
        assert process.stderr is not None
        talk = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode not in accepted:
        raise SystemExit(f"{' '.join(command)} failed:\n{talk.decode('utf-8', 'replace')}")
    largest = usage.ru_maxrss * 1024
    processor = usage.ru_utime + usage.ru_stime
    return Run(seconds=seconds, processor=processor, megabytes=max(largest, watch.most) / _MEGA)


class _Watch(threading.Thread):
    """Looks at a process and all below it until it is stopped."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._root = root
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(_EVERY):
            self.most = max(self.most, _held(self._root))

    def stop(self) -> None:
        """Stop looking."""
        self._done.set()
        self.join()


def _held(root: int) -> int:
    """Return the resident bytes of a process and its descendants."""
    above, pages = {}, {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        process = int(path.parent.name)
        above[process], pages[process] = int(fields[1]), int(fields[21])
    family = {root}
    grown = True
    while grown:
        more = {process for process, parent in above.items() if parent in family} - family
        family |= more
        grown = bool(more)
    return sum(pages.get(process, 0) for process in family) * os.sysconf("SC_PAGE_SIZE")
