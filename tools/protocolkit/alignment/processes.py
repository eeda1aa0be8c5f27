"""One job done for many items on all cores, in processes that are copies of this one.

A copy finds the protocols in its memory, so nothing is sent to it, only back from it. Where a
process cannot be copied (Windows), the job is done here.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import TypeVar

_Made = TypeVar("_Made")


class ProcessStoppedError(RuntimeError):
    """A copied process stopped before its work was done; what went wrong is on standard error."""


def on_all_cores(
    job: Callable[[int], _Made], count: int, cores: int | None = None
) -> Iterator[_Made]:
    """Yield what a job makes of each number below ``count``, in order.

    ``cores`` is how many processes may be made, as many as the machine has cores unless it is
    said. Raises :class:`ProcessStoppedError` when a process fails.
    """
    workers = cores or os.cpu_count() or 1
    if count <= workers or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(job, range(count))
        return
    ends: list[Connection] = []
    processes: list[ForkProcess] = []
    try:
        for first in range(workers):
            end, process = _begun(job, range(first, count, workers), ends)
            ends.append(end)
            processes.append(process)
        for number in range(count):
            try:
                yield ends[number % workers].recv()
            except EOFError as reason:
                raise ProcessStoppedError from reason
    finally:
        for process in processes:
            process.terminate()
            process.join()
        for end in ends:
            end.close()


def _begun(
    job: Callable[[int], object], numbers: Sequence[int], others: Sequence[Connection]
) -> tuple[Connection, ForkProcess]:
    """Begin a process that does some numbers; return where its outcomes come out."""
    context = multiprocessing.get_context("fork")
    out, into = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, numbers, into, (*others, out)), daemon=True)
    process.start()
    into.close()
    return out, process


def _work(
    job: Callable[[int], object],
    numbers: Sequence[int],
    into: Connection,
    inherited: Sequence[Connection],
) -> None:
    # the first process answers Ctrl-C, and stops the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # with a copy of the other ends open nobody would notice that the first process is gone
    for end in inherited:
        end.close()
    for number in numbers:
        into.send(job(number))
