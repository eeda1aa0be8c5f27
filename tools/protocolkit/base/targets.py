"""Where something may be written that a person named: a place that is free or an ordinary file.

What stands there as a link, a pipe or a folder is not replaced, and nothing gets a name that is a
name on one computer only.
"""

from __future__ import annotations

import errno
import re
import stat
from itertools import dropwhile
from pathlib import Path

from protocolkit.base.files import FILE_KIND, FILE_UNWRITABLE, is_inside, kind_of, why
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem

TARGET_NAME = error(
    "target-name",
    "A file or folder cannot have this name",
    "'{name}' cannot be a name; nothing was written.",
    'Choose another: without \\ : * ? " < > |, without a space or point at the end, and not one '
    "that a computer keeps for itself, such as 'con'.",
)
TARGET_UP = error(
    "target-up",
    "A file would be written by way of a folder above",
    "'..' cannot be part of the name of a file; nothing was written.",
    "Name the folder itself.",
)
TARGET_LINK = error(
    "target-link",
    "A file would be written through a link",
    "this is a link to another place; nothing was written.",
    "Name the file itself, or remove the link.",
)

TARGET_GIT = error(
    "target-git",
    "A file would be written into the folder of git",
    "'{name}' is the folder in which git keeps the history; nothing was written.",
    "Choose another folder.",
)

_GIT = ".git"
_UNFIT = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]|[ .]\Z')
DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
"""Names that Windows keeps for devices, with whatever end."""


def check_target(path: Path, root: Path | None = None) -> None:
    """Raise :class:`ProtocolkitError` when no file may be written at a path, with the cure.

    ``root`` is the repository: what is named inside it may not lead out of it, by a link or
    upwards. Without one a name may begin upwards: that says plainly where it leads.
    """
    place = Location(str(path))
    steps = path.parts if root is not None else dropwhile(lambda step: step == "..", path.parts)
    if ".." in steps:
        raise ProtocolkitError(problem(TARGET_UP, place))
    mode = _mode_at(path)
    if mode and not stat.S_ISREG(mode):
        raise ProtocolkitError(problem(FILE_KIND, place, kind=kind_of(mode)))
    is_inner = root is not None and path.absolute().is_relative_to(root.absolute())
    if root is not None and is_inner and not is_inside(path, root):
        raise ProtocolkitError(problem(TARGET_LINK, place))


def check_target_folder(path: Path) -> None:
    """Raise :class:`ProtocolkitError` when no folder may be made or filled at a path."""
    mode = _mode_at(path, may_lead=True)
    if mode and not stat.S_ISDIR(mode):
        reason = why(NotADirectoryError(errno.ENOTDIR, ""))
        raise ProtocolkitError(problem(FILE_UNWRITABLE, Location(str(path)), reason=reason))


def _mode_at(path: Path, *, may_lead: bool = False) -> int:
    """Return what stands at a path, 0 for nothing; raise for a name that is unfit, or a link.

    A link that ``may_lead`` to a folder is that folder.
    """
    place = Location(str(path))
    for name in path.parts:
        if name.casefold() == _GIT:
            raise ProtocolkitError(problem(TARGET_GIT, place, name=name))
        if name != path.anchor and not _is_fit(name):
            raise ProtocolkitError(problem(TARGET_NAME, place, name=name))
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as reason:
        raise ProtocolkitError(problem(FILE_UNWRITABLE, place, reason=why(reason))) from None
    if stat.S_ISLNK(mode) and may_lead and path.is_dir():
        return stat.S_IFDIR
    if stat.S_ISLNK(mode):
        raise ProtocolkitError(problem(TARGET_LINK, place))
    return mode


def _is_fit(name: str) -> bool:
    is_step = name in {".", ".."}
    return is_step or not (_UNFIT.search(name) or name.partition(".")[0].lower() in DEVICES)
