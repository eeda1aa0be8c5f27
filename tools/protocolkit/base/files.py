"""Reading and writing files so that bad input and a full disk leave everything as it was."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem

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
    "Check that the folder exists, that you may write there and that the disk is not full.",
)

FILE_OUTSIDE = error(
    "file-outside",
    "A file leads out of the folder",
    "this is a link to a file outside the folder of protocols; it is not read.",
    "Put the file itself here.",
)


def check_inside(path: Path, root: Path, name: str = "") -> None:
    """Raise :class:`ProtocolkitError` when a path leads out of ``root``, by a link for instance."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise ProtocolkitError(problem(FILE_OUTSIDE, Location(name or str(path))))


def read_text(path: Path, name: str = "") -> str:
    """Return a text file's content with newlines as line ends; ``name`` is how messages call it.

    Raises :class:`ProtocolkitError` when it is missing, unreadable, too large or not UTF-8 text.
    """
    location = Location(name or str(path))
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            limit = str(MAXIMUM_BYTES // 1_000_000)
            raise ProtocolkitError(problem(FILE_TOO_LARGE, location, limit=limit))
        content = path.read_bytes()
    except FileNotFoundError:
        raise ProtocolkitError(problem(FILE_MISSING, location)) from None
    except OSError as reason:
        text = reason.strerror or str(reason)
        raise ProtocolkitError(problem(FILE_UNREADABLE, location, reason=text)) from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        offset = str(reason.start)
        raise ProtocolkitError(problem(FILE_NOT_TEXT, location, offset=offset)) from None
    if "\0" in text:
        offset = str(content.index(b"\0"))
        raise ProtocolkitError(problem(FILE_NOT_TEXT, location, offset=offset))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_bytes(path: Path, content: bytes) -> bool:
    """Write a file beside its place and put it there in one step; make its folder if needed.

    Returns whether the file changed; equal content is left untouched. Raises
    :class:`ProtocolkitError` when it cannot be written, with nothing half-written left behind.
    """
    beside = ""
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as reason:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
        text = reason.strerror or str(reason)
        raise ProtocolkitError(problem(FILE_UNWRITABLE, Location(str(path)), reason=text)) from None
    return True


def write_text(path: Path, content: str) -> bool:
    """Write text as UTF-8, like :func:`write_bytes`."""
    return write_bytes(path, content.encode("utf-8"))
