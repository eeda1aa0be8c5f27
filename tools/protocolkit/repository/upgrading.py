"""An earlier repository beside what ``protocol init`` would make of it now: what would change.

Protocols, sources and pages are a person's and are never touched. Every other
file is one of four things: as we gave it, changed by a person, taken away by a person, or not there
yet.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from protocolkit.base.files import decoded, is_there, read_bytes, read_text
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.collection import WHEELS
from protocolkit.repository.earlier_templates import EarlierTemplates, earlier_templates
from protocolkit.repository.made_record import (
    MADE_RECORD,
    MadeRecord,
    digest_of,
    json_to_record,
)
from protocolkit.repository.new_repository import (
    PYTHON_FILE,
    SCHEMAS_FOLDER,
    NewRepository,
    is_of_persons,
    placed,
    repository_files,
)
from protocolkit.repository.own_wheel import WHEEL_NAME, Wheel
from protocolkit.repository_layout import subject_names

UPGRADE_NOT_OURS = error(
    "upgrade-not-ours",
    "A folder was not made with protocol init",
    "there is no protocolkit in the folder 'wheels' here.",
    "Go to a folder that was made with 'protocol init', or name it: protocol upgrade --folder "
    "FOLDER.",
)
UPGRADE_OLDER = error(
    "upgrade-older",
    "A repository has a newer protocolkit than the one that runs",
    "here protocolkit {found} is used, which is newer than this one ({known}); nothing was "
    "changed.",
    "Use the newer one.",
)

BESIDE = ".nieuw"
"""What a new text is called beside a file that a person changed."""

_MOST_BYTES = 50_000_000


class UpgradeKind(Enum):
    """What becomes of a file: it is made, renewed, or taken away, or a person must look at it."""

    ADDED = "added"
    RENEWED = "renewed"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileUpgrade:
    """A file that would change: as it is found, and its new bytes; None takes it away.

    When a person changed the file, the new text is only for her to look at.
    """

    name: str
    kind: UpgradeKind
    found: Found
    content: bytes | None

    @property
    def is_text(self) -> bool:
        """Whether a person can read what changes."""
        return not self.name.startswith(f"{WHEELS}/")


def plan_upgrade(root: Path, wheel: Wheel) -> tuple[FileUpgrade, ...]:
    """Return what would change in a repository with this wheel; nothing is written.

    Raises :class:`ProtocolkitError` when it was not made by ``protocol init``, or by a newer one.
    """
    wheels = tuple(_wheels(root))
    if not wheels:
        raise ProtocolkitError(problem(UPGRADE_NOT_OURS, Location(str(root))))
    for version, path in wheels:
        if _numbers(version) > _numbers(wheel.version):
            place = Location(path.relative_to(root).as_posix())
            raise ProtocolkitError(
                problem(UPGRADE_OLDER, place, found=version, known=wheel.version)
            )
    before = _before(root, wheels[-1][1])
    asked = NewRepository(name=before.record.name, subject=before.record.subject)
    new = repository_files(asked, wheel)
    return tuple(_changes(root, new, before))


def apply_upgrade(changes: Iterable[FileUpgrade], overwritten: Container[str] = ()) -> None:
    """Put what would change in its place, all of it or nothing.

    The new text of a file that a person changed comes beside it, named with :data:`BESIDE`, but for
    those that may be ``overwritten``. Raises :class:`ProtocolkitError` when a file was changed
    since, or cannot be written.
    """
    wanted: list[tuple[Found, bytes | None]] = []
    for change in changes:
        found = change.found
        if change.kind is UpgradeKind.CHANGED and change.name not in overwritten:
            name = f"{change.name}{BESIDE}"
            found = find(found.path.with_name(f"{found.path.name}{BESIDE}"), name)
        wanted.append((found, change.content))
    replace_files(wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What a repository was made from: its record, or without one the templates in its wheel."""

    record: MadeRecord
    templates: EarlierTemplates

    def gave(self, name: str, content: bytes) -> bool:
        """Tell whether a file is as we gave it."""
        if self.record.digests:
            return self.record.digests.get(name) == digest_of(content)
        try:
            text = decoded(content, name)
        except ProtocolkitError:
            return False
        return self.templates.values(name, text) is not None

    def knew(self, name: str) -> bool:
        """Tell whether we gave a file of this name at all."""
        return name in self.record.digests or name in self.templates.texts


def _before(root: Path, wheel: Path) -> _Before:
    path = root / MADE_RECORD
    if is_there(path):
        text = read_text(path, root, MADE_RECORD)
        return _Before(
            record=json_to_record(text, MADE_RECORD), templates=EarlierTemplates(texts={})
        )
    name = wheel.relative_to(root).as_posix()
    content = read_bytes(wheel, root, name, limit=_MOST_BYTES)
    subjects = subject_names(root)
    templates = earlier_templates(content, lambda place: placed(place, _told_subject(subjects)))
    record = MadeRecord(name=_told_name(root), subject=_told_subject(subjects))
    readme = templates.values("README.md", _text_of(root / "README.md", root))
    if readme is not None:
        record = replace(record, subject=readme.get("SUBJECT", record.subject))
    return _Before(record=record, templates=templates)


def _changes(root: Path, new: Mapping[str, bytes], before: _Before) -> Iterator[FileUpgrade]:
    for name, content in new.items():
        found = find(root / name, name)
        if is_of_persons(name) or found.content == content:
            continue
        if _is_programs(name):
            kind = UpgradeKind.ADDED if found.content is None else UpgradeKind.RENEWED
        elif before.record.digests.get(name) == digest_of(content):
            # Nothing new of ours: what a person made of it, or that it is gone, stays.
            continue
        elif found.content is None:
            if before.knew(name):
                continue
            kind = UpgradeKind.ADDED
        elif digest_of(found.content) == digest_of(content):
            continue
        else:
            given = before.gave(name, found.content)
            kind = UpgradeKind.RENEWED if given else UpgradeKind.CHANGED
        yield FileUpgrade(name=name, kind=kind, found=found, content=content)
    for path in sorted((root / WHEELS).iterdir()):
        name = f"{WHEELS}/{path.name}"
        is_ours = WHEEL_NAME.match(path.name) or re.fullmatch(r"versions-[0-9.]+\.txt", path.name)
        if is_ours and name not in new:
            found = find(path, name)
            yield FileUpgrade(name=name, kind=UpgradeKind.REMOVED, found=found, content=None)


def _is_programs(name: str) -> bool:
    """Tell whether a file is one that nobody edits: the wheel, its versions, the schemas."""
    return name.startswith((f"{WHEELS}/", f"{SCHEMAS_FOLDER}/")) or name == PYTHON_FILE


def _wheels(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the wheels of protocolkit in a repository, by version."""
    folder = root / WHEELS
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    found = [(made["version"], path) for path in paths if (made := WHEEL_NAME.match(path.name))]
    yield from sorted(found, key=lambda one: _numbers(one[0]))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number[:9]) for number in re.findall(r"[0-9]+", version))


def _told_name(root: Path) -> str:
    """Return what the configuration calls the website, or a name that always fits."""
    try:
        lines = ast.parse(_text_of(root / "conf.py", root)).body
    except (SyntaxError, ValueError):
        lines = []
    for line in lines:
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
            names = [target.id for target in line.targets if isinstance(target, ast.Name)]
            if "project" in names and isinstance(line.value.value, str):
                return line.value.value
    return root.name


def _told_subject(subjects: tuple[str, ...]) -> str:
    return subjects[0] if subjects else "sociale-media"


def _text_of(path: Path, root: Path) -> str:
    return read_text(path, root, path.name) if is_there(path) else ""
