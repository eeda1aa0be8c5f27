"""A new repository: ``templates/repository/`` filled in, put in its place in one step.

In the templates a name that begins with ``dot-`` becomes one with a point, ``SUBJECT`` in a path
the kind of protocol; ``.in`` at the end, for what is no Python before it is filled in, goes.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import protocolkit
from protocolkit.base.files import (
    FILE_UNWRITABLE,
    is_there,
    read_bytes,
    read_text,
    why,
)
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.resources import templates_folder
from protocolkit.base.targets import check_target_folder
from protocolkit.base.trial import running
from protocolkit.base.unfinished_files import beside_names, clear_left_over
from protocolkit.collection import WHEELS
from protocolkit.document.richtext import Text
from protocolkit.exchange.all_schemas import SCHEMAS
from protocolkit.exchange.schema_files import schema_file_name, schema_path
from protocolkit.reading.body import slug
from protocolkit.reading.inline_writer import write_rich
from protocolkit.repository.made_record import MADE_RECORD, record_to_json
from protocolkit.repository.own_wheel import Wheel, pins
from protocolkit.repository_layout import PROTOCOLS

FOLDER_TAKEN = error(
    "folder-taken",
    "A folder is not empty",
    "something stands here already; nothing was changed.",
    "Choose a new name, or an empty folder.",
)
FOLDER_NOWHERE = error(
    "folder-nowhere",
    "The folder around a new folder is missing",
    "the folder '{parent}' does not exist; nothing was made.",
    "Make it first, or choose another place.",
)

PYTHON_FILE = ".protocolkit-python"
"""Which Python made the repository; for this machine alone, and kept out of git."""

SCHEMAS_FOLDER = "schemas"

_MARK = re.compile(r"@[A-Z_]+@")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRepository:
    """What a repository is called and what its first protocol is about, in plain words."""

    name: str
    subject: str

    @property
    def subject_slug(self) -> str:
        """The name of the subject's folder."""
        return slug(self.subject)

    @property
    def protocol_title(self) -> str:
        """The title of a protocol on the subject: ``Protocol pesten``, but ``Protocol AVG``."""
        is_name = self.subject[1:2].isupper()
        return f"Protocol {self.subject if is_name else self.subject[0].lower() + self.subject[1:]}"


def make_repository(target: Path, asked: NewRepository, wheel: Wheel) -> tuple[str, ...]:
    """Make a repository in a new or empty folder; return its files, by name.

    It is written beside its place and moved there when it is whole. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when that cannot be; then nothing is left.
    """
    target = checked_place(target)
    files = repository_files(asked, wheel)
    if now := running():
        for name, content in files.items():
            now.keep(target / name, None, content)
        return tuple(sorted(files))
    try:
        clear_left_over(target.parent)
        prefix, suffix = beside_names(target.name)
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=prefix, suffix=suffix))
    except OSError as reason:
        raise _unwritable(target, reason) from None
    try:
        for name, content in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _move(beside, target)
    except OSError as reason:
        raise _unwritable(target, reason) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tuple(sorted(files))


def checked_place(target: Path) -> Path:
    """Return where a repository will be made, with links resolved, before anything is made.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it cannot come there.
    """
    if not is_there(target) or target.is_symlink():
        check_target_folder(target)
    target = target.resolve()
    _check_free(target)
    return target


def _check_free(target: Path) -> None:
    place = Location(str(target))
    if not target.parent.is_dir():
        raise ProtocolkitError(problem(FOLDER_NOWHERE, place, parent=str(target.parent)))
    try:
        is_taken = target.exists() and not (target.is_dir() and not any(target.iterdir()))
    except OSError as reason:
        raise _unwritable(target, reason) from None
    if is_taken:
        raise ProtocolkitError(problem(FOLDER_TAKEN, place))


def _unwritable(target: Path, reason: OSError) -> ProtocolkitError:
    return ProtocolkitError(problem(FILE_UNWRITABLE, Location(str(target)), reason=why(reason)))


def _move(beside: Path, target: Path) -> None:
    """Put a whole folder in its place; an empty one that is there already stays that folder."""
    if not target.exists():
        beside.chmod(0o755)
        beside.rename(target)
        return
    moved = []
    try:
        for path in sorted(beside.iterdir()):
            path.rename(target / path.name)
            moved.append(target / path.name)
    except OSError:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def is_of_persons(name: str) -> bool:
    """Tell whether a file is, from the first day on, for people to write in."""
    return name == "index.md" or name.startswith(f"{PROTOCOLS}/")


def repository_files(asked: NewRepository, wheel: Wheel) -> dict[str, bytes]:
    """Return all files of a new repository by their places in it, with the record of them."""
    files = _texts(asked, wheel)
    record = record_to_json(
        asked.name, asked.subject_slug, {n: c for n, c in files.items() if not is_of_persons(n)}
    )
    files |= _of_wheel(wheel)
    files[MADE_RECORD] = record.encode()
    if sys.executable:
        files[PYTHON_FILE] = f"{sys.executable}\n".encode()
    return files


def _texts(asked: NewRepository, wheel: Wheel) -> dict[str, bytes]:
    templates = templates_folder() / "repository"
    values = _values(asked, wheel)
    files: dict[str, bytes] = {}
    for path in sorted(templates.rglob("*")):
        if path.is_file():
            # In one pass, so that a mark inside somebody's name stays a name.
            text = _MARK.sub(lambda found: values[found[0]], read_text(path, None))
            place = PurePosixPath(path.relative_to(templates).as_posix())
            files[placed(place, asked.subject_slug)] = text.encode()
    for name in SCHEMAS:
        files[f"{SCHEMAS_FOLDER}/{schema_file_name(name)}"] = read_bytes(schema_path(name), None)
    return files


def _of_wheel(wheel: Wheel) -> dict[str, bytes]:
    # Another version of protocolkit may need other versions of what it uses.
    exact = pins() if wheel.version == protocolkit.__version__ else ()
    return {
        f"{WHEELS}/{wheel.name}": wheel.content,
        f"{WHEELS}/versions-{_python()}.txt": "".join(f"{pin}\n" for pin in exact).encode(),
    }


def placed(template: PurePosixPath, subject: str) -> str:
    """Return where what is made of a template stands in a repository about a subject."""
    parts = [f".{p.removeprefix('dot-')}" if p.startswith("dot-") else p for p in template.parts]
    return "/".join(parts).replace("SUBJECT", subject).removesuffix(".in")


def _values(asked: NewRepository, wheel: Wheel) -> dict[str, str]:
    """Return what each mark in a template stands for, safe in the language of its file."""
    return {
        "@NAME_IN_PYTHON@": repr(asked.name),
        "@NAME_IN_MARKDOWN@": write_rich((Text(asked.name),)),
        "@TITLE_IN_YAML@": json.dumps(asked.subject, ensure_ascii=False),
        "@PROTOCOL_TITLE_IN_YAML@": json.dumps(asked.protocol_title, ensure_ascii=False),
        "@PROTOCOL_TITLE_IN_MARKDOWN@": write_rich((Text(asked.protocol_title),)),
        "@SUBJECT@": asked.subject_slug,
        "@PYTHON@": _python(),
        "@WHEEL@": wheel.name,
    }


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"
