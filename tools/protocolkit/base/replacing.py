"""Replacing files that a person may have open: only what is still as it was found, all or none.

A command takes note of each file before it reads it, works, and then hands over what should stand
there. What somebody saved meanwhile is never overwritten.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import FILE_MISSING, FILE_UNWRITABLE, is_there, read_bytes, stage, why
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.trial import running

FILE_CHANGED = error(
    "file-changed",
    "A file was changed while a command was at work",
    "this file was changed while this command was at work; it wrote nothing.",
    "Look at what changed, and give the command again.",
)

# The original of an import is the largest file that is put beside a protocol.
_MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file as it was found: its bytes, None where nothing stood. ``name`` is for messages."""

    path: Path
    content: bytes | None
    name: str = ""


def find(path: Path, name: str = "") -> Found:
    """Take note of a file as it is now; ``name`` is how messages call it.

    Raises :class:`ProtocolkitError` when something stands there that is no file.
    """
    return Found(path=path, content=_content(path, name), name=name)


def replace_file(found: Found, content: bytes) -> bool:
    """Put content in place of one file, as :func:`replace_files` does; tell whether it changed."""
    return bool(replace_files([(found, content)]))


def replace_files(changes: Iterable[tuple[Found, bytes | None]]) -> tuple[Path, ...]:
    """Put contents in place of files as they were found; None takes a file away.

    Returns the files that changed. Raises :class:`ProtocolkitError` when one is not as it was found
    any more, or cannot be written; then all are as they were. In a trial nothing is written.
    """
    wanted = list(changes)
    _check_as_found(found for found, _ in wanted)
    due = [(found, content) for found, content in wanted if content != found.content]
    if now := running():
        for found, content in due:
            check_writable(found)
            now.keep(found.path, found.content, content)
        return tuple(found.path for found, _ in due)
    with _new_folders(found.path.parent for found, _ in due), contextlib.ExitStack() as undone:
        staged = [_staged(found, content, undone) for found, content in due]
        # Writing much takes a while, and somebody may save in it.
        _check_as_found(found for found, _ in due)
        for change in staged:
            undone.callback(change.take_back)
            change.put()
        undone.pop_all()
    for change in staged:
        change.clear()
    return tuple(found.path for found, _ in due)


def _check_as_found(files: Iterable[Found]) -> None:
    for found in files:
        if _content(found.path, found.name) != found.content:
            raise ProtocolkitError(problem(FILE_CHANGED, _place(found)))


@dataclass(frozen=True, slots=True)
class _Change:
    """A change that is ready: what is to stand there and what stood there, beside the place."""

    found: Found
    new: Path | None
    old: Path | None

    def put(self) -> None:
        """Put what is new in its place in one step."""
        with _told(self.found):
            if self.new is None:
                self.found.path.unlink()
            else:
                self.new.replace(self.found.path)

    def take_back(self) -> None:
        """Put back what stood there."""
        with contextlib.suppress(OSError):
            if self.old is None:
                self.found.path.unlink()
            else:
                self.old.replace(self.found.path)

    def clear(self) -> None:
        """Remove what stands beside the place."""
        for path in (self.new, self.old):
            if path is not None:
                with contextlib.suppress(OSError):
                    path.unlink()


def check_writable(found: Found) -> None:
    """Raise where a file could not be written, as far as can be known without writing."""
    nearest = next(step for step in found.path.absolute().parents if step.exists())
    if not nearest.is_dir():
        reason: OSError = NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    elif os.access(nearest, os.W_OK):
        return
    else:
        reason = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    raise ProtocolkitError(problem(FILE_UNWRITABLE, _place(found), reason=why(reason)))


def _staged(found: Found, content: bytes | None, undone: contextlib.ExitStack) -> _Change:
    """Write both texts beside their place, so that nothing is left that could fail by a full disk.

    What is written is removed when ``undone`` ends.
    """
    made: list[Path | None] = []
    for text in (content, found.content):
        with _told(found):
            path = None if text is None else stage(found.path, text, _mode(found.path))
        made.append(path)
        if path is not None:
            undone.callback(path.unlink, missing_ok=True)
    return _Change(found, *made)


def _mode(path: Path) -> int:
    """Return who may do what with a file; for one that is not there, as ours all are."""
    try:
        return stat.S_IMODE(path.lstat().st_mode) if path.is_file() else 0o644
    except OSError:
        return 0o644


@contextlib.contextmanager
def _told(found: Found) -> Iterator[None]:
    try:
        yield
    except OSError as reason:
        raise ProtocolkitError(
            problem(FILE_UNWRITABLE, _place(found), reason=why(reason))
        ) from None


@contextlib.contextmanager
def _new_folders(folders: Iterable[Path]) -> Iterator[None]:
    """Remove the folders again that were made for nothing."""
    absent = [
        step for folder in folders for step in (folder, *folder.parents) if not is_there(step)
    ]
    try:
        yield
    except BaseException:
        _remove_empty(sorted(set(absent), reverse=True))
        raise


def _remove_empty(folders: Sequence[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            os.rmdir(folder)  # noqa: PTH106 - of a list, the deepest first


def _content(path: Path, name: str) -> bytes | None:
    if not is_there(path):
        return None
    try:
        return read_bytes(path, None, name, limit=_MOST_BYTES)
    except ProtocolkitError as reason:
        if reason.problem.code == FILE_MISSING:
            return None
        raise


def _place(found: Found) -> Location:
    return Location(found.name or str(found.path))
