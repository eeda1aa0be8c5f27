"""What an earlier run made and this one may take over: the one cache of a project.

It is ``.cache/protocolkit/<kind>/``. A value is kept under a key of all that it was made from: what
the caller names, and :func:`~protocolkit.base.cache_origin.origin`, unless none of our files has a
hand in it. With another key it is made anew, so that nothing ever has to be removed by hand. The
last few of each name stay, for the public website and the one with drafts are made in turn.

Only what we left there ourselves is read (:mod:`~protocolkit.base.untouched`), and reading it runs
nothing (:mod:`~protocolkit.base.plain_values`). A folder that cannot be written costs no more than
time.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from protocolkit.base.cache_origin import digest, origin
from protocolkit.base.files import read_bytes, write_bytes, write_text
from protocolkit.base.plain_values import NotPlainError, from_bytes, to_bytes
from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.untouched import are_sealed, seal

FOLDER = Path(".cache") / "protocolkit"

LOCK = "lock"
"""The file in it on which a command holds the project (:mod:`~protocolkit.base.holding`)."""

_Value = TypeVar("_Value")
_MOST = 3
_MOST_BYTES = 2_000_000_000
_VALUE, _SEAL = ".value", ".seal"


class Cache:
    """The cache of one project, by its root.

    ``made_by`` is what all its values come from besides their inputs: our own files and the
    libraries, unless something else is said.
    """

    def __init__(self, project: Path, made_by: str | None = None) -> None:
        self._folder = project / FOLDER
        self._made_by = made_by

    def value(self, kind: str, name: str, inputs: str, make: Callable[[], _Value]) -> _Value:
        """Return what is kept of a kind under a name, or make it and keep it.

        ``inputs`` is all that it is made from besides our own files and the libraries.
        """
        found = self.read(kind, name, inputs)
        if found is not None:
            return cast("_Value", found)
        made = make()
        self.write(kind, name, inputs, made)
        return made

    def read(self, kind: str, name: str, inputs: str) -> object | None:
        """Return what was kept for these inputs, None when that is nothing."""
        path = self._path(kind, name, inputs)
        if path is None or not are_sealed(path.with_suffix(_SEAL), [path]):
            return None
        try:
            return from_bytes(read_bytes(path, self._folder, limit=_MOST_BYTES))
        except (ProtocolkitError, NotPlainError):
            return None

    def has(self, kind: str, name: str, inputs: str) -> bool:
        """Tell whether something was kept for these inputs, without reading it."""
        path = self._path(kind, name, inputs)
        return path is not None and are_sealed(path.with_suffix(_SEAL), [path])

    def write(self, kind: str, name: str, inputs: str, value: object) -> None:
        """Keep a plain value, and no more than a few older ones of this name."""
        path = self._path(kind, name, inputs)
        if path is None:
            return
        with contextlib.suppress(ProtocolkitError, OSError):
            ignore_in_git(self._folder)
            write_bytes(path, to_bytes(value))
            seal(path.with_suffix(_SEAL), [path])
            _remove_older(path)

    def remove(self, kind: str) -> None:
        """Remove everything of a kind."""
        folder = self._folder / kind
        if not self._is_elsewhere(folder):
            shutil.rmtree(folder, ignore_errors=True)

    def clear(self) -> None:
        """Remove everything that is kept; who is at work in the project stays."""
        if self._is_elsewhere(self._folder) or not self._folder.is_dir():
            return
        for kind in self._folder.iterdir():
            if kind.is_dir() and not kind.is_symlink():
                shutil.rmtree(kind, ignore_errors=True)
            elif kind.name != LOCK:
                with contextlib.suppress(OSError):
                    kind.unlink()
        with contextlib.suppress(OSError):
            self._folder.rmdir()

    def _path(self, kind: str, name: str, inputs: str) -> Path | None:
        folder = self._folder / kind
        if self._is_elsewhere(folder):
            return None
        made_by = origin() if self._made_by is None else self._made_by
        return folder / f"{name}-{digest(kind, name, made_by, inputs)}{_VALUE}"

    def _is_elsewhere(self, folder: Path) -> bool:
        """Tell whether a link on the way leads to another place, where nothing of ours may go."""
        return any(step.is_symlink() for step in (folder, self._folder, self._folder.parent))


def ignore_in_git(folder: Path) -> None:
    """Keep a folder of ours out of a repository's history, whatever its own ``.gitignore`` says."""
    write_text(folder / ".gitignore", "*\n")


def _remove_older(newest: Path) -> None:
    """Leave the last few values with the name of this one."""
    name = newest.stem.rpartition("-")[0]
    same = [p for p in newest.parent.glob(f"*{_VALUE}") if p.stem.rpartition("-")[0] == name]
    by_age = sorted(same, key=lambda path: (path == newest, path.stat().st_mtime_ns))
    for path in by_age[:-_MOST]:
        path.unlink()
        path.with_suffix(_SEAL).unlink(missing_ok=True)
