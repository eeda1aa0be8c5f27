"""One command at a time works in a repository: who is at work, and waiting for that.

The computer itself holds the lock, on a file in our cache, and lets go of it when a process ends in
whatever way. So a command that was killed is in nobody's way. The file says who has it. Where it
cannot be made, as on a disk that can only be read, nobody is kept out.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.cache import FOLDER, LOCK, ignore_in_git
from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, error, problem

REPOSITORY_BUSY = error(
    "repository-busy",
    "Another command is at work in a folder",
    "'{command}' is at work in this folder (process {process}); nothing was done.",
    "Wait until it is done, or stop it, and give this command again.",
)

_ANOTHER = mark("another command")
_MOST_BYTES = 500
_FLAGS = sum(
    getattr(os, name, 0)
    for name in ("O_RDWR", "O_CREAT", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
)
_held: set[Path] = set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who is at work in a repository: the command as it is typed, and its process."""

    command: str
    process: str


@contextlib.contextmanager
def holding(
    root: Path, command: str, waiting: Callable[[Holder], None] | None = None
) -> Iterator[None]:
    """Keep all other commands out of a repository for now; ``command`` is the name of this one.

    When another has it: tell ``waiting`` and wait, or without that raise
    :class:`ProtocolkitError`. Who holds a repository already goes on.
    """
    root = root.resolve()
    handle = None if root in _held else _opened(root)
    if handle is None:
        yield
        return
    try:
        if not _take(handle, waits=False):
            holder = _holder(handle)
            if waiting is None:
                said = {"command": holder.command, "process": holder.process}
                raise ProtocolkitError(problem(REPOSITORY_BUSY, Location(str(root)), **said))
            waiting(holder)
            _take(handle, waits=True)
        _write(handle, f"{command}\n{os.getpid()}\n")
        _held.add(root)
        try:
            yield
        finally:
            _held.discard(root)
            _write(handle, "")
    finally:
        os.close(handle)


def _opened(root: Path) -> int | None:
    """Open the file that the lock is on; None where there can be none."""
    folder = root / FOLDER
    if any(step.is_symlink() for step in (folder, folder.parent)):
        return None
    try:
        ignore_in_git(folder)
        handle = os.open(folder / LOCK, _FLAGS, 0o644)
    except (OSError, ProtocolkitError):
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    return handle


def _holder(handle: int) -> Holder:
    os.lseek(handle, 0, os.SEEK_SET)
    lines = os.read(handle, _MOST_BYTES).decode("utf-8", "replace").split("\n")
    shown = ["".join(filter(str.isprintable, line)) for line in lines]
    command, process = [*shown, "", ""][:2]
    return Holder(command=command or _ANOTHER, process=process or "?")


def _write(handle: int, text: str) -> None:
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode())


if sys.platform == "win32":
    import msvcrt

    # What is locked cannot be read there, so it stands far behind what is written.
    _FAR = 1 << 30

    def _take(handle: int, *, waits: bool) -> bool:
        """Take the lock, or tell that another has it."""
        while True:
            os.lseek(handle, _FAR, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not waits:
                    return False
            else:
                return True

else:
    import fcntl

    def _take(handle: int, *, waits: bool) -> bool:
        """Take the lock, or tell that another has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A disk without locks keeps nobody out.
            return True
        return True
