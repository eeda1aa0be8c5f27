"""A folder of papers with a zip beside it, written together or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.base.targets import check_target
from protocolkit.dossier.folder import zipped_folder
from protocolkit.dossier.manifest import listed
from protocolkit.repository_layout import guarded_folders

Change = tuple[Found, bytes | None]

PAPERS_EXIST = error(
    "papers-exist",
    "Papers would overwrite files",
    "there are files here already; nothing was written.",
    "Choose another folder with --output, or add --force to replace the papers of before.",
)


PAPERS_INSIDE = error(
    "papers-inside",
    "Papers would go among the protocols",
    "this folder is for protocols and their versions alone; nothing was written.",
    "Name a place beside it, such as: --output stukken",
)


def check_outside_texts(path: Path, root: Path) -> None:
    """Raise :class:`ProtocolkitError` for a place among the protocols or their versions."""
    place = path.resolve()
    if any(place.is_relative_to(folder.resolve()) for folder in guarded_folders(root)):
        raise ProtocolkitError(problem(PAPERS_INSIDE, Location(str(path))))


def check_free(target: Path, list_name: str, *, force: bool) -> None:
    """Raise :class:`ProtocolkitError` where something stands that nobody asked to replace.

    Only a folder that has the list of such papers is replaced, and one with a name: the zip stands
    beside it.
    """
    if not target.name:
        raise ProtocolkitError(problem(PAPERS_EXIST, Location(str(target))))
    packed = zip_of(target)
    for path in (target / list_name, packed):
        check_target(path)
    is_taken = packed.exists() or (target.exists() and (target.is_file() or any(target.iterdir())))
    is_ours = (target / list_name).is_file() or not target.exists()
    if is_taken and not (force and is_ours):
        raise ProtocolkitError(problem(PAPERS_EXIST, Location(str(target))))


def write_folder(
    target: Path, files: Mapping[str, bytes], list_name: str, also: Sequence[Change] = ()
) -> Path:
    """Write files in a folder, and the same as a zip; return where that is.

    Papers of an earlier time that are made no more go, unless somebody changed them. ``also`` are
    changes elsewhere that come about together with these or not at all.
    """
    packed = zip_of(target)
    # The list first: whoever is stopped halfway finds a folder that --force may replace.
    ordered = sorted(files.items(), key=lambda file: file[0] != list_name)
    changes: list[Change] = [(find(target / name), content) for name, content in ordered]
    changes += [(found, None) for found in _left_over(target, files, list_name)]
    replace_files([*changes, (find(packed), zipped_folder(files, target.name)), *also])
    return packed


def _left_over(target: Path, files: Mapping[str, bytes], list_name: str) -> Iterator[Found]:
    """Yield the papers that the list of an earlier time has, that are still as they were made."""
    held = find(target / list_name).content
    for name, digest in listed(held or b"").items():
        if name in files or PurePath(name).is_absolute() or ".." in PurePath(name).parts:
            continue
        found = find(target / name)
        if found.content is not None and hashlib.sha256(found.content).hexdigest() == digest:
            yield found


def zip_of(target: Path) -> Path:
    """Return where the zip of a folder stands: beside it."""
    return target.with_name(f"{target.name}.zip")
