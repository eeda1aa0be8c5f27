"""Reading and writing files so that bad input and a full disk leave everything as it was.

What is opened here is a regular file of bounded size, and inside the folder that it is said to be
in, whatever links lead there and whatever is put in its place meanwhile. Nothing else in the
house opens a file, but for a written list in ``tests/base/test_gate.py``.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import BinaryIO

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, mark
from protocolkit.base.problems import Code, ProtocolkitError, error, problem
from protocolkit.base.trial import tried
from protocolkit.base.unfinished_files import beside_names, clear_left_over_once

MAXIMUM_BYTES = 20_000_000

FILE_MISSING = error(
    "file-missing",
    "A file is not there",
    "this file does not exist.",
    "Check the name and the folder.",
)
FILE_UNREADABLE = error(
    "file-unreadable",
    "A file cannot be read",
    "this file cannot be read: {reason}.",
    "Check that it is a file and that you may read it.",
)
FILE_NOT_TEXT = error(
    "file-not-text",
    "A file holds no text",
    "this is not a text file in UTF-8 (byte {offset} cannot be read).",
    "Save it as plain text with encoding UTF-8. A Word or PDF file must be imported first.",
)
FILE_TOO_LARGE = error(
    "file-too-large",
    "A file is far too large",
    "this file is larger than {limit} MB.",
    "A protocol is a small text file. Check whether this is the right one.",
)
FILE_UNWRITABLE = error(
    "file-unwritable",
    "A file cannot be written",
    "this cannot be written: {reason}.",
    "Close the file where it is open. Check that the folder exists, that you may write there and "
    "that the disk is not full.",
)

FILE_KIND = error(
    "file-kind",
    "Something that is no file stands where a file belongs",
    "this is no ordinary file but {kind}; it is not opened.",
    "Put an ordinary file here, or remove it.",
)
FILE_OUTSIDE = error(
    "file-outside",
    "A file leads out of the folder",
    "this is a link to a file outside the folder of protocols; it is not read.",
    "Put the file itself here.",
)


_KINDS = (
    (stat.S_ISDIR, mark("a folder")),
    (stat.S_ISFIFO, mark("a pipe")),
    (stat.S_ISSOCK, mark("a socket")),
)
_DEVICE = mark("a device")
_REASONS = {
    errno.EACCES: mark("you may not do that here"),
    errno.EPERM: mark("you may not do that here"),
    errno.EROFS: mark("this disk can only be read"),
    errno.ENOSPC: mark("the disk is full"),
    errno.EDQUOT: mark("your share of the disk is full"),
    errno.EFBIG: mark("the file would become too large for this disk"),
    errno.EIO: mark("the disk does not work"),
    errno.ENOENT: mark("the folder does not exist"),
    errno.ENOTDIR: mark("a file stands where a folder is needed"),
    errno.EISDIR: mark("a folder stands where a file is needed"),
    errno.EEXIST: mark("something stands there already"),
    errno.ENOTEMPTY: mark("the folder is not empty"),
    errno.ENAMETOOLONG: mark("the name is too long"),
    errno.ELOOP: mark("the links lead in a circle"),
    errno.EMFILE: mark("too many files are open"),
    errno.ENFILE: mark("too many files are open"),
    errno.EBUSY: mark("another program has it open"),
    errno.ETXTBSY: mark("another program has it open"),
    errno.ENXIO: mark("it is no ordinary file"),
}
_OF_DISK = frozenset(
    getattr(errno, name)
    for name in ("ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EACCES", "EPERM", "EIO", "ENAMETOOLONG")
    if hasattr(errno, name)
)
# What Windows says where a viewer holds a file, which it calls a lack of permission too.
_HELD_OPEN = frozenset({32, 33})
_OTHER_REASON = mark("the computer does not allow it")
# Opening waits for nobody at the other end of a pipe, and makes no terminal ours.
_FLAGS = sum(
    getattr(os, name, 0) for name in ("O_RDONLY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


def why(reason: OSError) -> Marked:
    """Return what the computer says is wrong, as words of ours."""
    if getattr(reason, "winerror", None) in _HELD_OPEN:
        return _REASONS[errno.EBUSY]
    return _REASONS.get(reason.errno or 0, _OTHER_REASON)


def is_refused(reason: OSError) -> bool:
    """Tell whether a disk refused to write something: it is full, or not ours to write on."""
    return reason.errno in _OF_DISK


def kind_of(mode: int) -> Marked:
    """Return what something is that is no ordinary folder entry, as words of ours."""
    return next((name for is_kind, name in _KINDS if is_kind(mode)), _DEVICE)


def is_there(path: Path) -> bool:
    """Tell whether anything stands at a path, also what cannot be opened, such as a dead link."""
    if now := tried(path):
        return now.after is not None
    return os.path.lexists(path)


def check_inside(path: Path, root: Path, name: str = "") -> None:
    """Raise :class:`ProtocolkitError` when a path leads out of ``root``, by a link for instance."""
    if not is_inside(path, root):
        raise ProtocolkitError(problem(FILE_OUTSIDE, Location(name or str(path))))


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, once every link in it is followed, leads into a folder."""
    return _followed(path).is_relative_to(_followed(folder))


def read_bytes(
    path: Path,
    inside: Path | None,
    name: str = "",
    limit: int | None = None,
    too_large: Code | None = None,
) -> bytes:
    """Return a file's bytes; ``name`` is how messages call it.

    ``inside`` is the folder that it may not lead out of. None is for what a person named behind a
    command, and for what is part of protocolkit itself. Raises :class:`ProtocolkitError` when
    it is missing, unreadable, no regular file, outside that folder or larger than ``limit``, which
    ``too_large`` then says.
    """
    location, most = Location(name or str(path)), MAXIMUM_BYTES if limit is None else limit
    now = tried(path)
    if now and now.after is not None:
        return now.after
    try:
        with _opened(path, inside, location) as file:
            content = _read(file, most + 1)
    except FileNotFoundError:
        raise ProtocolkitError(problem(FILE_MISSING, location)) from None
    except OSError as reason:
        raise ProtocolkitError(problem(FILE_UNREADABLE, location, reason=why(reason))) from None
    if len(content) > most:
        megabytes = f"{most / 1_000_000:g}"
        raise ProtocolkitError(problem(too_large or FILE_TOO_LARGE, location, limit=megabytes))
    return content


def check_file(path: Path, inside: Path | None, name: str = "") -> None:
    """Raise :class:`ProtocolkitError` where :func:`read_bytes` would, for who opens by itself."""
    read_bytes(path, inside, name)


def bytes_or_nothing(path: Path, inside: Path | None) -> bytes:
    """Return a file's bytes as :func:`read_bytes` does, none where that raises."""
    try:
        return read_bytes(path, inside)
    except ProtocolkitError:
        return b""


def read_text(path: Path, inside: Path | None, name: str = "") -> str:
    """Return a text file's content with newlines as line ends, as :func:`read_bytes` opens it.

    Raises :class:`ProtocolkitError` also when it is not UTF-8 text.
    """
    return decoded(read_bytes(path, inside, name), name or str(path))


def decoded(content: bytes, name: str) -> str:
    """Return bytes as text with newlines as line ends; raise when they are not UTF-8 text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        offset = str(reason.start)
        raise ProtocolkitError(problem(FILE_NOT_TEXT, Location(name), offset=offset)) from None
    if "\0" in text:
        offset = str(content.index(b"\0"))
        raise ProtocolkitError(problem(FILE_NOT_TEXT, Location(name), offset=offset))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoded_like(text: str, before: bytes) -> bytes:
    """Return text as bytes with the line ends and the mark at the beginning that a file had."""
    made = text.replace("\n", "\r\n") if b"\r\n" in before else text
    return made.encode("utf-8-sig" if before.startswith(codecs.BOM_UTF8) else "utf-8")


def _opened(path: Path, inside: Path | None, location: Location) -> BinaryIO:
    """Open a file and only then look at what was opened: a path may lead elsewhere by now."""
    handle = os.open(path, _FLAGS)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise ProtocolkitError(problem(FILE_KIND, location, kind=kind_of(state.st_mode)))
        if inside is not None and not _stands_in(path, state, inside):
            raise ProtocolkitError(problem(FILE_OUTSIDE, location))
    except BaseException:
        os.close(handle)
        raise
    return os.fdopen(handle, "rb")


def _read(file: BinaryIO, most: int) -> bytes:
    """Return what is in a file, no more than ``most`` bytes.

    Room is asked for what it holds now, and for more only when it grew: asking for the most that
    may be takes longer than reading.
    """
    expected = min(os.fstat(file.fileno()).st_size + 1, most)
    content = file.read(expected)
    return content + file.read(most - expected) if len(content) == expected else content


def _stands_in(path: Path, opened: os.stat_result, folder: Path) -> bool:
    """Tell whether the file that was opened is the one that the path leads to in the folder."""
    followed = _followed(path)
    try:
        found = followed.lstat()
    except OSError:
        return False
    is_same = (found.st_dev, found.st_ino) == (opened.st_dev, opened.st_ino)
    return is_same and followed.is_relative_to(_followed(folder))


def _followed(path: Path) -> Path:
    # Path.resolve() raises where links lead in a circle.
    return Path(os.path.realpath(path))


def write_bytes(path: Path, content: bytes) -> bool:
    """Write a file beside its place and put it there in one step; make its folder if needed.

    Returns whether the file changed; equal content is left untouched. Raises
    :class:`ProtocolkitError` when it cannot be written, with nothing half-written left behind.
    """
    place = Location(str(path))
    beside: Path | None = None
    try:
        if path.is_file() and _holds(path, content):
            return False
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise ProtocolkitError(problem(FILE_KIND, place, kind=kind_of(path.stat().st_mode)))
        beside = stage(path, content)
        beside.replace(path)
    except OSError as reason:
        if beside is not None:
            _remove(beside)
        raise ProtocolkitError(problem(FILE_UNWRITABLE, place, reason=why(reason))) from None
    return True


def stage(path: Path, content: bytes, mode: int = 0o644) -> Path:
    """Write content beside the place of a file, and return where; make its folder if needed.

    Raises :class:`OSError` with nothing left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    clear_left_over_once(path.parent)
    begin, end = beside_names(path.name)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=begin, suffix=end)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        beside.chmod(mode)
    except BaseException:
        _remove(beside)
        raise
    return beside


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _holds(path: Path, content: bytes) -> bool:
    try:
        return read_bytes(path, None, limit=len(content)) == content
    except ProtocolkitError:
        return False


def write_text(path: Path, content: str) -> bool:
    """Write text as UTF-8, like :func:`write_bytes`."""
    return write_bytes(path, content.encode("utf-8"))
