"""``protocol build --dry-run``: the website is made in a folder of its own, and compared."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from protocolkit.base.files import read_bytes
from protocolkit.base.messages import Marked, mark
from protocolkit.base.replacing import check_writable, find
from protocolkit.commands.output import count, show, speak, talk

# This many files of each kind are named; the rest is counted.
_MOST_FILES = 20
_MOST_BYTES = 200_000_000
_FILE, _FILES = mark("file"), mark("files")
_FILE_MORE, _FILES_MORE = mark("file more"), mark("files more")
_READ = (".html", ".pdf", ".docx", ".xlsx", ".md", ".ics")
_NEW, _CHANGED, _GONE = mark("New: {file}"), mark("Changed: {file}"), mark("Taken away: {file}")


@contextlib.contextmanager
def elsewhere(target: Path, states: Path) -> Iterator[Path]:
    """Give a place with what is there of a website, so that a build leaves the same as it would.

    ``states`` is where Sphinx keeps its state beside it. Nothing of the place remains.
    """
    talk(speak("This is a trial: what is told below does not happen."))
    check_writable(find(target / "index.html"))
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / target.name
        for there, copy in ((target, place), (states, place.parent / states.name)):
            if there.is_dir():
                shutil.copytree(there, copy, symlinks=True)
        yield place


def tell_changes(target: Path, made: Path) -> None:
    """Say which files of a website would be new, changed or taken away."""
    before, after = _files(target), _files(made)
    new = [name for name in after if name not in before]
    changed = [name for name in after if name in before and before[name] != after[name]]
    gone = [name for name in before if name not in after]
    if new or changed or gone:
        talk(speak("This was a trial: nothing was written. Without --dry-run these would be:"))
    else:
        talk(speak("This was a trial: nothing was written. Without --dry-run neither."))
    for text, names in ((_NEW, new), (_CHANGED, changed), (_GONE, gone)):
        _tell(text, names, target)


def _tell(text: Marked, names: Sequence[str], target: Path) -> None:
    """Name the files of one kind, first what somebody reads, and count the others."""
    if not names:
        return
    show(speak(text).format(file=count(len(names), _FILE, _FILES)))
    ordered = sorted(names, key=lambda name: (not _is_read(name), name))
    folder = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
    for name in ordered[:_MOST_FILES]:
        show(f"  {folder / name}")
    if len(names) > _MOST_FILES:
        show(f"  … {count(len(names) - _MOST_FILES, _FILE_MORE, _FILES_MORE)}")


def _is_read(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix in _READ and not path.parts[0].startswith("_")


def _files(folder: Path) -> dict[str, str]:
    """Return what is in each file of a folder, as a digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            read_bytes(path, folder, limit=_MOST_BYTES)
        ).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
