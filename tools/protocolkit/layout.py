"""Which files of a repository are documents: ``protocols/<subject>/<organisation>.md`` alone.

The folder has another name where ``conf.py`` says so, in one line that is read and never run.

Everything else under the folder of protocols was put there by anyone: sources, notes, whatever
came along with a document. None of it is ever read as a page, and what looks like one is
reported. A name is compared letter by letter, never as a pattern.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePath

from protocolkit.base.files import FILE_OUTSIDE, read_text
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem, warning

PROTOCOLS = "protocols"
SETTING = "protocolkit_folder"
DOCUMENT_END = ".md"

DOCUMENT_NAME = warning(
    "document-name",
    "A protocol has a name that cannot be used",
    "this file is not read: '{name}' cannot be part of an address.",
    "Use small letters, digits and hyphens, at most {longest}, such as 'de-brug'; not a name that "
    "the website or a computer has in use itself, such as 'index' or 'con'.",
)
DOCUMENT_STRAY = warning(
    "document-stray",
    "A document stands where none is read",
    "this file is not read and will not be a page.",
    "A protocol stands in '{folder}/SUBJECT/NAME.md'. Put pages of your own in 'docs', and remove "
    "what does not belong here.",
)

FOLDER_SETTING = error(
    "folder-setting",
    "The name of the folder of protocols cannot be used",
    "'{setting}' does not name a folder of protocols.",
    "Write the name itself, in small letters, digits and hyphens, between quotes on a line of its "
    'own: {setting} = "protocollen".',
)

LONGEST_NAME = 80
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What the website calls its own files in a subject's folder, and what Windows keeps for devices.
_TAKEN = frozenset({"index", "matrix", "voorbeeldprotocol", "con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
# How files end that programs which make websites take for pages.
_PAGE_ENDS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".myst", ".rst", ".rest", ".ipynb"})


def is_name(name: str) -> bool:
    """Tell whether a name can be that of a subject or of a protocol.

    >>> is_name("de-brug"), is_name("De Brug"), is_name("[x]"), is_name("con")
    (True, False, False, False)
    """
    is_fit = len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None
    return is_fit and name not in _TAKEN


def folder_name(root: Path) -> str:
    """Return the name of the folder of protocols, as the configuration of a repository has it.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when that is no name, or has to be
    worked out by running the configuration.
    """
    path = root / "conf.py"
    try:
        state = path.stat()
    except OSError:
        return PROTOCOLS
    return _named_in(path, state.st_mtime_ns, state.st_size)


def protocols_folder(root: Path) -> Path:
    """Return the folder that holds the protocols of a repository."""
    return root / folder_name(root)


def subject_names(root: Path) -> tuple[str, ...]:
    """Return the names of all subjects; an empty folder is one too."""
    folder = protocols_folder(root)
    if not folder.is_dir() or folder.is_symlink():
        return ()
    return tuple(sorted(p.name for p in folder.iterdir() if is_name(p.name) and p.is_dir()))


def protocol_files(root: Path, subject: str) -> tuple[Path, ...]:
    """Return whatever stands where the protocols of a subject stand, by name.

    Whether each is a file that may be opened is for who opens it.
    """
    folder = protocols_folder(root) / subject
    if not is_name(subject) or not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if document_place(root, path)))


def document_files(root: Path) -> tuple[Path, ...]:
    """Return every protocol file of a repository, by subject and name."""
    names = subject_names(root)
    return tuple(path for subject in names for path in protocol_files(root, subject))


def document_place(root: Path, path: Path) -> tuple[str, str] | None:
    """Return subject and name of the protocol that a path is by its place, or None."""
    if not path.is_relative_to(protocols_folder(root)):
        return None
    parts = path.relative_to(protocols_folder(root)).parts
    if len(parts) != 2 or not is_name(parts[0]) or not _is_document(parts[1]):
        return None
    return parts[0], parts[1].removesuffix(DOCUMENT_END)


def strays(root: Path, page_ends: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Yield what looks like a document and is none, below the folder of protocols.

    ``page_ends`` are further ends of names that make a page of a file.
    """
    folder = protocols_folder(root)
    if folder.is_symlink():
        yield problem(FILE_OUTSIDE, Location(folder.name))
        return
    ends = _PAGE_ENDS | page_ends
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = Path(place, name)
            parts = path.relative_to(folder).parts
            if path.suffix.lower() in ends and not name.startswith(".#"):
                location = Location(path.relative_to(root).as_posix())
                yield from _stray(parts, location, folder.name)


def _stray(parts: tuple[str, ...], location: Location, folder: str) -> Iterator[Problem]:
    if len(parts) != 2 or PurePath(parts[1]).suffix.lower() != DOCUMENT_END:
        yield problem(DOCUMENT_STRAY, location, folder=folder)
    elif not (is_name(parts[0]) and _is_document(parts[1])):
        wrong = parts[1] if is_name(parts[0]) else parts[0]
        yield problem(DOCUMENT_NAME, location, name=wrong, longest=str(LONGEST_NAME))


@lru_cache(maxsize=8)
def _named_in(path: Path, _changed: int, _size: int) -> str:
    """Return the name that a configuration gives; the same file is read once."""
    try:
        tree = ast.parse(read_text(path, None))
    except (SyntaxError, ValueError):
        return PROTOCOLS
    name = PROTOCOLS
    for line in tree.body:
        targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
        if not any(isinstance(one, ast.Name) and one.id == SETTING for one in targets):
            continue
        value = getattr(line, "value", None)
        given = value.value if isinstance(value, ast.Constant) else None
        name = given if isinstance(given, str) else ""
        if not is_name(name):
            place = Location(str(path), line.lineno)
            raise ProtocolkitError(problem(FOLDER_SETTING, place, setting=SETTING))
    return name


def _is_document(name: str) -> bool:
    return name.endswith(DOCUMENT_END) and is_name(name.removesuffix(DOCUMENT_END))
