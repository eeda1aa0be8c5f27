"""Protocol files from anywhere, for an alignment without curation: which ones, and their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.files import FILE_MISSING, check_inside
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol

ALIGN_NOT_MARKDOWN = error(
    "align-not-markdown",
    "A file is no protocol file",
    "this is no protocol file: its name does not end in '.md'.",
    "Import it first: protocol import FILE.",
)

# What stands in a folder of protocols and is none.
_OTHERS = frozenset("readme index changelog contributing license".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The protocols of files and folders, ordered by slug; what could not be read is a problem."""

    protocols: tuple[Protocol, ...]
    problems: tuple[Problem, ...]


def read_files(paths: Iterable[Path]) -> Files:
    """Read every protocol file in files and folders; the same whatever their order.

    From a folder, every ``.md`` file in it or below it is taken, but not README and such, hidden
    folders and links that lead out. A file's slug is its name; of files with one name, the folders
    around them are added until they differ.
    """
    problems: list[Problem] = []
    found: dict[Path, str] = {}
    for path in paths:
        for file in _files(path, problems):
            name = file.as_posix()
            found[file.resolve()] = min(name, found.get(file.resolve(), name))
    protocols = []
    for (file, name), slug in zip(sorted(found.items()), slugs(sorted(found)), strict=True):
        try:
            reading = read_protocol(file, name)
        except ProtocolkitError as reason:
            problems.append(reason.problem)
            continue
        protocols.append(replace(reading.protocol, slug=slug))
    return Files(
        protocols=tuple(sorted(protocols, key=lambda protocol: protocol.slug)),
        problems=tuple(sorted(problems, key=lambda one: (one.location.path, one.code.name))),
    )


def slugs(files: Sequence[Path]) -> tuple[str, ...]:
    """Return a slug for each file, by the last parts of its path; no two are the same."""
    depths = [1] * len(files)
    while True:
        found = [
            "-".join((*file.parts[-depth:-1], file.stem))
            for file, depth in zip(files, depths, strict=True)
        ]
        counted = Counter(found)
        longer = [
            depth + (counted[name] > 1 and depth < len(file.parts))
            for file, name, depth in zip(files, found, depths, strict=True)
        ]
        if longer == depths:
            return tuple(_numbered(found))
        depths = longer


def _numbered(names: Iterable[str]) -> Iterator[str]:
    """Add a number to names that are still the same, such as ``a-b/c.md`` and ``a/b-c.md``."""
    used: set[str] = set()
    for name in names:
        candidate, count = name, 1
        while candidate in used:
            count += 1
            candidate = f"{name}-{count}"
        used.add(candidate)
        yield candidate


def _files(path: Path, problems: list[Problem]) -> Iterator[Path]:
    place = Location(path.as_posix())
    if path.is_dir():
        yield from _in_folder(path, problems)
    elif not path.exists():
        problems.append(problem(FILE_MISSING, place))
    elif path.suffix.lower() != ".md":
        problems.append(problem(ALIGN_NOT_MARKDOWN, place))
    else:
        yield path


def _in_folder(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    for file in sorted(folder.rglob("*.md")):
        inner = file.relative_to(folder)
        if file.stem.lower() in _OTHERS or any(part.startswith(".") for part in inner.parts):
            continue
        try:
            check_inside(file, folder, file.as_posix())
        except ProtocolkitError as reason:
            problems.append(reason.problem)
            continue
        if file.is_file():
            yield file
