"""A folder of papers with a zip beside it, written together or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find, replace_files
from protocolkit.base.targets import check_target
from protocolkit.dossier.folder import zipped

PAPERS_EXIST = error(
    "papers-exist",
    "Papers would overwrite files",
    "there are files here already; nothing was written.",
    "Choose another folder with --output, or add --force to replace the papers of before.",
)


def check_free(target: Path, list_name: str, *, force: bool) -> None:
    """Raise :class:`ProtocolkitError` where something stands that nobody asked to replace.

    Only a folder that has the list of such papers is replaced.
    """
    packed = zip_of(target)
    for path in (target / list_name, packed):
        check_target(path)
    is_taken = packed.exists() or (target.exists() and (target.is_file() or any(target.iterdir())))
    is_ours = (target / list_name).is_file() or not target.exists()
    if is_taken and not (force and is_ours):
        raise ProtocolkitError(problem(PAPERS_EXIST, Location(str(target))))


def write_folder(target: Path, files: Mapping[str, bytes]) -> Path:
    """Write files in a folder, and the same as a zip; return where that is."""
    packed = zip_of(target)
    changes = [(find(target / name), content) for name, content in files.items()]
    replace_files([*changes, (find(packed), zipped(files, target.name))])
    return packed


def zip_of(target: Path) -> Path:
    """Return where the zip of a folder stands: beside it."""
    return target.with_name(f"{target.name}.zip")
