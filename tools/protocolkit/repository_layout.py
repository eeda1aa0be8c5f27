"""Which files are documents: ``protocols/<subject>/<organisation>.md``, and versions kept of them.

A version stands in ``versions/<subject>/<organisation>@<version>.md``. Both folders have another
name where ``conf.py`` says so, in one line that is read and never run.

Everything else in these folders was put there by anyone: sources, notes, whatever
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
from protocolkit.base.targets import DEVICES, check_target

PROTOCOLS = "protocols"
VERSIONS = "versions"
SETTING = "protocolkit_folder"
VERSIONS_SETTING = "protocolkit_versions"
DOCUMENT_END = ".md"
CHOICES_FILE = "voorbeeldprotocol.yml"
"""What was chosen for the template of a subject, beside its protocols."""

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
    "what does not belong here. Is this folder yours? Give protocols another one in 'conf.py': "
    '{setting} = "protocollen".',
)
VERSION_STRAY = warning(
    "version-stray",
    "Something stands among the versions and is none",
    "this file is not read and will not be a page.",
    "A version stands in '{folder}/SUBJECT/NAME@VERSION.md', with small letters, digits, hyphens "
    "and points. Is this folder yours? Give versions another one in 'conf.py': {setting} = "
    '"oude-versies".',
)

FOLDER_LINKED = warning(
    "folder-linked",
    "A folder is a link to another",
    "this is a link to another folder; what stands there is not read.",
    "Put the folder itself here, or remove the link.",
)
FOLDER_SETTING = error(
    "folder-setting",
    "The name of the folder of protocols cannot be used",
    "'{setting}' does not name a folder of protocols.",
    "Write the name itself, in small letters, digits and hyphens, between quotes on a line of its "
    'own: {setting} = "protocollen".',
)

SETTING_UNKNOWN = error(
    "setting-unknown",
    "A setting of protocolkit does not exist",
    "there is no setting '{setting}'.",
    "Correct the name, or remove the line. These exist: {known}.",
)
PUBLISHER_SETTING, CONTACT_SETTING = "protocolkit_publisher", "protocolkit_contact"
"""Who publishes the website, and where to ask for a correction: mail or the address of a page."""
SETTINGS = frozenset(
    {
        SETTING,
        VERSIONS_SETTING,
        PUBLISHER_SETTING,
        CONTACT_SETTING,
        "protocolkit_paper",
        "protocolkit_include_drafts",
    }
)
"""What a configuration may set. A name that is nearly one would be left aside in silence."""
_OURS = "protocolkit_"
_ADDRESS = "html_baseurl"

LONGEST_NAME = 80
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"[0-9a-z.-]+")
# What the website calls its own files in a subject's folder, and what Windows keeps for devices.
EXAMPLE_SLUG, EXAMPLE_NAME = "voorbeeldschool", "De Voorbeeldschool"
"""The invented protocol that a new repository begins with, and whose it says that it is."""

_TAKEN = frozenset({"index", "matrix", "voorbeeldprotocol", "voorbeeldprotocol-kort"}) | DEVICES
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
    return _names(root)[0]


def versions_name(root: Path) -> str:
    """Return the name of the folder of versions, as :func:`folder_name` does that of protocols."""
    return _names(root)[1]


def site_address(root: Path) -> str:
    """Return the address of the website as the configuration gives it, ``""`` for none."""
    return given_setting(root, _ADDRESS)


def given_setting(root: Path, name: str) -> str:
    """Return a text that the configuration gives a name, ``""`` for none.

    What would have to be worked out by running the configuration is none.
    """
    path = root / "conf.py"
    if not path.is_file():
        return ""
    try:
        tree = ast.parse(read_text(path, None))
    except (SyntaxError, ValueError):
        return ""
    given = [_text_given(line) for line in tree.body if name in _given_in(line)]
    return (given[-1] or "") if given else ""


def protocols_folder(root: Path) -> Path:
    """Return the folder that holds the protocols of a repository."""
    return root / folder_name(root)


def versions_folder(root: Path) -> Path:
    """Return the folder that holds versions as they were kept; it need not exist."""
    return root / versions_name(root)


def guarded_folders(root: Path) -> tuple[Path, Path]:
    """Return the folders that hold texts of others: nothing in them is read but by name."""
    return protocols_folder(root), versions_folder(root)


def guarded_folder(root: Path, path: Path) -> Path:
    """Return the folder that a file of a repository may not lead out of."""
    versions = versions_folder(root)
    return versions if path.is_relative_to(versions) else protocols_folder(root)


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


def version_place(root: Path, path: Path) -> tuple[str, str, str] | None:
    """Return subject, name and version of the version that a path is by its place, or None."""
    folder = versions_folder(root)
    parts = path.relative_to(folder).parts if path.is_relative_to(folder) else ()
    if len(parts) != 2 or not is_name(parts[0]) or not parts[1].endswith(DOCUMENT_END):
        return None
    name, _, version = parts[1].removesuffix(DOCUMENT_END).partition("@")
    is_fit = is_name(name) and len(version) <= LONGEST_NAME and _VERSION.fullmatch(version)
    return (parts[0], name, version) if is_fit else None


def version_files(root: Path) -> tuple[Path, ...]:
    """Return whatever stands where versions stand, by subject, name and version."""
    folder = versions_folder(root)
    if not folder.is_dir() or folder.is_symlink():
        return ()
    return tuple(sorted(path for path in folder.glob("*/*") if version_place(root, path)))


def check_new_document(root: Path, path: Path) -> None:
    """Raise :class:`~protocolkit.base.problems.ProtocolkitError` where no protocol may be written.

    Outside the folder of protocols any place will do that may hold a file; in it only where it
    will be read.
    """
    check_target(path, root)
    folder, place = protocols_folder(root).absolute(), path.absolute()
    if place.is_relative_to(folder):
        location = Location(f"{folder.name}/{place.relative_to(folder).as_posix()}")
        for found in _stray(place.relative_to(folder).parts, location, folder.name):
            raise ProtocolkitError(found)


def strays(root: Path, page_ends: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Yield what looks like a document but is not one, below the folders of others' texts.

    ``page_ends`` are further ends of names that make a page of a file.
    """
    for folder in guarded_folders(root):
        if folder.is_symlink():
            yield problem(FILE_OUTSIDE, Location(folder.name))
        else:
            yield from _strays_in(folder, root, _PAGE_ENDS | page_ends)


def _strays_in(folder: Path, root: Path, ends: frozenset[str]) -> Iterator[Problem]:
    versions = versions_folder(root)
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in folders:
            if Path(place, name).is_symlink():
                location = Location(Path(place, name).relative_to(root).as_posix())
                yield problem(FOLDER_LINKED, location)
        for name in sorted(files):
            path = Path(place, name)
            parts = path.relative_to(folder).parts
            if path.suffix.lower() in ends and not name.startswith(".#"):
                location = Location(path.relative_to(root).as_posix())
                if folder != versions:
                    yield from _stray(parts, location, folder.name)
                elif version_place(root, path) is None:
                    values = {"folder": folder.name, "setting": VERSIONS_SETTING}
                    yield problem(VERSION_STRAY, location, **values)


def _stray(parts: tuple[str, ...], location: Location, folder: str) -> Iterator[Problem]:
    if len(parts) != 2 or PurePath(parts[1]).suffix.lower() != DOCUMENT_END:
        yield problem(DOCUMENT_STRAY, location, folder=folder, setting=SETTING)
    elif not (is_name(parts[0]) and _is_document(parts[1])):
        wrong = parts[1] if is_name(parts[0]) else parts[0]
        yield problem(DOCUMENT_NAME, location, name=wrong, longest=str(LONGEST_NAME))


def _names(root: Path) -> tuple[str, str]:
    """Return the names of the two folders."""
    path = root / "conf.py"
    try:
        state = path.stat()
    except OSError:
        return PROTOCOLS, VERSIONS
    return _named_in(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _named_in(path: Path, _changed: int, _size: int) -> tuple[str, str]:
    """Return the names that a configuration gives; the same file is read once."""
    names = {SETTING: PROTOCOLS, VERSIONS_SETTING: VERSIONS}
    try:
        tree = ast.parse(read_text(path, None))
    except (SyntaxError, ValueError):
        return PROTOCOLS, VERSIONS
    for line in tree.body:
        for setting in filter(_is_ours, _given_in(line)):
            place = Location(str(path), line.lineno)
            if setting not in SETTINGS:
                known = ", ".join(sorted(SETTINGS))
                found = problem(SETTING_UNKNOWN, place, setting=setting, known=known)
                raise ProtocolkitError(found)
            if setting in names:
                others = {name for other, name in names.items() if other != setting}
                given = _text_given(line)
                if given is None or not is_name(given) or given in others:
                    raise ProtocolkitError(problem(FOLDER_SETTING, place, setting=setting))
                names[setting] = given
    return names[SETTING], names[VERSIONS_SETTING]


def _given_in(line: ast.stmt) -> list[str]:
    """Return the names that a line of a configuration gives a value."""
    targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS)


def _text_given(line: ast.stmt) -> str | None:
    value = getattr(line, "value", None)
    given = value.value if isinstance(value, ast.Constant) else None
    return given if isinstance(given, str) else None


def _is_document(name: str) -> bool:
    return name.endswith(DOCUMENT_END) and is_name(name.removesuffix(DOCUMENT_END))
