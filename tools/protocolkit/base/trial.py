"""A trial: what a command would write is kept here and read from here, and no file is touched."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What stood in a file, and what would stand there; None where no file stands."""

    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Trial:
    """The files that would be written, by their absolute path, in the order of writing."""

    _files: dict[Path, Tried] = field(default_factory=dict)

    @property
    def files(self) -> Mapping[Path, Tried]:
        """The files that would not be as they were."""
        return {path: one for path, one in self._files.items() if one.before != one.after}

    def keep(self, path: Path, before: bytes | None, after: bytes | None) -> None:
        """Keep what would be written; what stood there is what stood before the first time."""
        place = path.absolute()
        earlier = self._files.get(place)
        first = earlier.before if earlier else before
        self._files[place] = Tried(before=first, after=after)

    def tried(self, path: Path) -> Tried | None:
        """Return what would become of a file, or None where nothing would."""
        return self._files.get(path.absolute())


_running: list[Trial] = []


def running() -> Trial | None:
    """Return the trial that runs, if one does."""
    return _running[-1] if _running else None


@contextlib.contextmanager
def trial() -> Iterator[Trial]:
    """Write nothing for now, but keep it."""
    now = Trial()
    _running.append(now)
    try:
        yield now
    finally:
        _running.pop()


def tried(path: Path) -> Tried | None:
    """Return what would become of a file in the trial that runs, or None."""
    now = running()
    return now.tried(path) if now else None
