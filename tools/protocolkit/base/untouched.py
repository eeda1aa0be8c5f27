"""Whether files are still as we left them, or somebody has put or changed them since.

When the file system last changed a file is written down beside it. Nobody can choose that time: a
file that came with a checkout, an archive or a copy has the time at which it came. So what a
stranger sent is never taken for our own, without a key to keep secret.
"""

from __future__ import annotations

import contextlib
import json
import stat
from collections.abc import Iterable
from pathlib import Path

from protocolkit.base.files import bytes_or_nothing, write_text


def last_change(path: Path) -> str:
    """Return when a file was last changed and its size, ``""`` for what is no regular file."""
    try:
        found = path.lstat()
    except OSError:
        return ""
    return f"{found.st_ctime_ns} {found.st_size}" if stat.S_ISREG(found.st_mode) else ""


def seal(seal_file: Path, paths: Iterable[Path]) -> None:
    """Write down how files are left; paths are named from the folder of ``seal_file``."""
    states = {path.relative_to(seal_file.parent).as_posix(): last_change(path) for path in paths}
    write_text(seal_file, json.dumps(states, indent=1, sort_keys=True))


def are_sealed(seal_file: Path, paths: Iterable[Path]) -> bool:
    """Tell whether all files are as they were left when ``seal_file`` was written."""
    states = _read(seal_file)
    for path in paths:
        state = last_change(path)
        if not state or states.get(path.relative_to(seal_file.parent).as_posix()) != state:
            return False
    return True


def unseal(seal_file: Path) -> None:
    """Take a seal away: what it stood for is going to change."""
    with contextlib.suppress(OSError):
        seal_file.unlink()


def _read(seal_file: Path) -> dict[str, str]:
    try:
        found = json.loads(bytes_or_nothing(seal_file, seal_file.parent))
        return {str(name): str(state) for name, state in found.items()}
    except (ValueError, AttributeError):
        return {}
