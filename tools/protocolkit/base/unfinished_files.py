"""What a process that was killed was still writing: named so that the next one clears it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from functools import cache
from pathlib import Path

_BESIDE = ".beside"
_LEFT_OVER = re.compile(rf"\..+\.([0-9]{{1,9}}){re.escape(_BESIDE)}")
_NAME_BYTES = 60


def beside_names(name: str) -> tuple[str, str]:
    """Return how the name begins and ends under which something is written beside its place.

    A name may be as long as the disk allows, so this one repeats only the beginning of it.
    """
    begin = name.encode()[:_NAME_BYTES].decode("utf-8", "ignore")
    return f".{begin}.", f".{os.getpid()}{_BESIDE}"


def clear_left_over(folder: Path) -> None:
    """Remove what a process that was killed was writing in a folder, but nothing deeper."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = _LEFT_OVER.fullmatch(entry.name)
            if found is None or _is_running(int(found[1])):
                continue
            with contextlib.suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path)
                else:
                    Path(entry.path).unlink()


@cache
def clear_left_over_once(folder: Path) -> None:
    """Clear a folder of it at the first file that this process writes there."""
    clear_left_over(folder)


def _is_running(process: int) -> bool:
    if os.name != "posix":  # where asking would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
