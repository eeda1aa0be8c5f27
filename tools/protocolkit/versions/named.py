"""The version that a person names: a file of any kind, one of git's, a kept one, or nothing.

``protocols/x/a.md``, ``protocols/x/a.md@HEAD~1``, ``versions/x/a@2026-1.md``, ``oud.docx``. What is
there as a file goes before a revision that is spelled the same.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from protocolkit.base.files import FILE_MISSING, decoded, is_there, read_text
from protocolkit.base.git import earlier_bytes, has_revision, is_repository
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.changes.change_set import TEXT_KIND, Version, version_of
from protocolkit.changes.link_places import linked_names
from protocolkit.changes.touched import Touched
from protocolkit.collection import basis_name, protocol_at
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.reading.codes import FRONT_MATTER_MISSING, MERGE_CONFLICT, YAML_ALIAS, YAML_SYNTAX
from protocolkit.reading.front_matter import is_left_open, is_own_format
from protocolkit.reading.reader import in_known_format, read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.repository_layout import (
    CHOICES_FILE,
    DOCUMENT_END,
    document_place,
    protocols_folder,
    version_files,
    version_place,
    versions_folder,
)
from protocolkit.text.printed_label import label_words
from protocolkit.versions.frozen import touched_since
from protocolkit.versions.recorded_versions import recorded

if TYPE_CHECKING:
    from protocolkit.importing.kind_of_file import Opened

NOTHING = "niets"
"""How a person says that there was nothing before, or is nothing any more."""

VERSION_MISSING = error(
    "version-missing",
    "A version that was named is not there",
    "there is no file of this name.",
    "Name a file, a file with a version of git behind it (protocols/SUBJECT/NAME.md@HEAD~1), a "
    "kept version (versions/SUBJECT/NAME@VERSION.md), or 'niets' for nothing.",
)
VERSION_NO_GIT = error(
    "version-no-git",
    "A version of git was named outside git",
    "this folder has no history: git does not know it, or is not installed.",
    "Name two files, or a version that was kept in 'versions'.",
)
VERSION_UNKNOWN = error(
    "version-unknown",
    "Git does not have a version that was named",
    "git has no version '{revision}' here.",
    "See 'git log' for the versions that there are. A copy without history gets it with 'git fetch "
    "--unshallow'.",
)
VERSION_NOT_KEPT = error(
    "version-not-kept",
    "A kept version that was named is not there",
    "no version '{version}' of this protocol was kept.",
    "Name one that was: {kept}.",
)
VERSION_WITHOUT_FILE = error(
    "version-without-file",
    "A file was not there yet in a version of git",
    "this file is not in version '{revision}'.",
    "Name a later version, or the name that the file had then.",
)
VERSION_TWICE = error(
    "version-twice",
    "The same version was named twice",
    "this is the same file as the other.",
    "Name two versions, such as {name}@HEAD~1 and {name}.",
)
# Facts for which no page of a file has a place; kinds of text are only guessed from headings.
_UNTOLD = frozenset({"organisation.kind", "organisation.aliases", TEXT_KIND})
VERSION_TOUCHED = error(
    "version-touched",
    "A version that was named is not as it was kept",
    "the words of this version were changed after it was kept; nothing was written.",
    "Put the file back as it was ('git log' shows when it changed), or name the text that you "
    "mean: protocols/SUBJECT/NAME.md, with a version of git behind it if need be.",
)
VERSION_KIND = error(
    "version-kind",
    "A file that was named as a version does not say that it is a text",
    "the name of this file does not say what is in it, so it is not taken for a text.",
    "Name a protocol (.md), or a text of another kind: .docx, .pdf, .txt, .html. Give a text that "
    "has another name a copy that ends so.",
)
VERSION_CHOICES = error(
    "version-choices",
    "The choices for a template were named as a version",
    "this file holds what was chosen for the template, not the template itself.",
    "Make the template with 'protocol build' and name its text: "
    "_build/html/downloads/{subject}/voorbeeldprotocol-kort.md (to fill in), or "
    "voorbeeldprotocol.md beside it (all choices).",
)
VERSION_NOTHING = error(
    "version-nothing",
    "Two versions were named that are both nothing",
    "'niets' stands on both sides, so there is no text to compare.",
    "Name a file on one side, for example: niets protocols/SUBJECT/NAME.md",
)


def open_version(name: str, root: Path) -> Version:
    """Return the version that a person names; ``root`` is where the repository stands.

    Raises :class:`ProtocolkitError` with the cure when there is none.
    """
    if name == NOTHING:
        return Version(path=NOTHING, protocol=_nothing(), fingerprint="")
    if found := _file(name, root):
        whole = found.parent.resolve() / found.name
        return replace(_read(found, name, root), touched=touched_since(root, whole))
    before, _, revision = name.rpartition("@")
    if not before or not revision:
        raise ProtocolkitError(problem(VERSION_MISSING, Location(name)))
    try:
        return _of_git(before, revision, name, root)
    except ProtocolkitError as missing:
        if missing.problem.code in (VERSION_MISSING, VERSION_NO_GIT, VERSION_UNKNOWN):
            _check_kept(Path(before), revision, name, root)
        raise


def open_sound_version(name: str, root: Path, day: str = "") -> Version:
    """Return the version that a person names, for a paper on which others will decide.

    ``day`` (ISO 8601) is the one on which is told how a kept version stands.

    Raises :class:`ProtocolkitError` as :func:`open_version` does, and when it is a kept version
    whose words are not those that were kept.
    """
    found = open_version(name, root)
    if found.touched is Touched.WORDS:
        raise ProtocolkitError(problem(VERSION_TOUCHED, Location(name)))
    path = _file(name, root)
    if path is None or name == NOTHING:
        return found
    whole = path.parent.resolve() / path.name
    return replace(found, protocol=recorded(found.protocol, whole, root, day))


def protocol_path(name: str, root: Path) -> Path:
    """Return where the protocol that a person names stands, as the repository has it.

    A link to a file is the link; what it leads to is for who opens it. Raises
    :class:`ProtocolkitError` when there is no such file.
    """
    found = _file(name, root)
    if found is None:
        raise ProtocolkitError(problem(FILE_MISSING, Location(name)))
    return found.parent.resolve() / found.name


def place_in(path: Path, root: Path) -> Path:
    """Return where a file that a person names is meant to stand: as it is, or in the repository."""
    return path if is_there(path) else root / path


def check_different(one: str, other: str, root: Path) -> None:
    """Raise :class:`ProtocolkitError` when two names lead to one and the same file."""
    if one == other == NOTHING:
        raise ProtocolkitError(problem(VERSION_NOTHING, Location(other)))
    if is_same_version(one, other, root):
        raise ProtocolkitError(problem(VERSION_TWICE, Location(other), name=one))


def is_same_version(one: str, other: str, root: Path) -> bool:
    """Tell whether two names lead to one and the same text."""
    files = [_file(name, root) for name in (one, other)]
    return one == other or bool(files[0] and files[1] and files[0].resolve() == files[1].resolve())


def _check_kept(before: Path, revision: str, name: str, root: Path) -> None:
    """Raise :class:`ProtocolkitError` with the kept versions of a protocol, where it has any."""
    named = (before.parent.name, before.name.removesuffix(DOCUMENT_END))
    places = [(path, version_place(root, path)) for path in version_files(root)]
    kept = [path.relative_to(root).as_posix() for path, at in places if at and at[:2] == named]
    if kept:
        version = revision.removesuffix(DOCUMENT_END)
        said = problem(VERSION_NOT_KEPT, Location(name), version=version, kept=", ".join(kept))
        raise ProtocolkitError(said)


def _file(name: str, root: Path) -> Path | None:
    """Return the file that a name leads to: as it stands, or as the repository has it."""
    places = [Path(name), root / name]
    parts = Path(name).parts
    if len(parts) == 2 and not Path(name).suffix:
        places.append(protocols_folder(root) / f"{name}{DOCUMENT_END}")
    before, _, version = name.rpartition("@")
    place = Path(before)
    if version and place.suffix == DOCUMENT_END:
        kept = f"{place.stem}@{version}{DOCUMENT_END}"
        places.append(versions_folder(root) / place.parent.name / kept)
    return next((path for path in places if is_there(path) and not path.is_dir()), None)


def _of_git(before: str, revision: str, name: str, root: Path) -> Version:
    places = [path for path in (Path(before), root / before) if path.parent.is_dir()]
    for path in places:
        folder = path.resolve().parent
        content = earlier_bytes(folder, revision, path.name)
        if content is not None:
            return _of_bytes(content, folder / path.name, name, root)
    if not places:
        raise ProtocolkitError(problem(VERSION_MISSING, Location(name)))
    # The place that a person meant is the one where the file is now.
    folder = next(filter(is_there, places), places[0]).resolve().parent
    if not is_repository(folder):
        raise ProtocolkitError(problem(VERSION_NO_GIT, Location(name)))
    code = VERSION_WITHOUT_FILE if has_revision(folder, revision) else VERSION_UNKNOWN
    raise ProtocolkitError(problem(code, Location(name), revision=revision))


def _of_bytes(content: bytes, path: Path, name: str, root: Path) -> Version:
    if path.suffix == DOCUMENT_END:
        return _of_text(decoded(content, name), name, path, root)
    from protocolkit.importing import kind_of_file  # noqa: PLC0415 - slow, and for other files

    return _imported(kind_of_file.open_content(path, content), name)


def _read(path: Path, name: str, root: Path) -> Version:
    if path.suffix == DOCUMENT_END:
        text = read_text(path, None, name)
        if is_own_format(text) or is_left_open(text):
            return _of_text(text, name, path.resolve(), root)
    if path.name == CHOICES_FILE:
        raise ProtocolkitError(
            problem(VERSION_CHOICES, Location(name), subject=path.resolve().parent.name)
        )
    from protocolkit.importing import kind_of_file  # noqa: PLC0415 - slow, and for other files

    opened = kind_of_file.open_file(path)
    is_named = kind_of_file.says_its_kind(path)
    if opened.kind.is_text and not is_named and not is_own_format(decoded(opened.content, name)):
        raise ProtocolkitError(problem(VERSION_KIND, Location(name)))
    return _imported(opened, name)


def _imported(opened: Opened, name: str) -> Version:
    """Return the version that stands in a file of another kind.

    Of a file of ours clauses are cited as they are in the protocol that it was made of; its facts
    are those that it shows.
    """
    from protocolkit.importing import import_values, kind_of_file  # noqa: PLC0415 - slow
    from protocolkit.importing.structure.found_facts import Wishes  # noqa: PLC0415 - slow

    imported = kind_of_file.import_opened(opened)
    found, beside = imported.protocol, None
    read = opened.found
    aside = (one for one in imported.ledger.left_out if one.reason is LeftOutReason.TYPED_ASIDE)
    typed = tuple(label_words(one.text) for one in aside)
    if opened.kind in (kind_of_file.FileKind.WORD, kind_of_file.FileKind.PDF):
        left_out = imported.ledger.left_out
        beside = tuple((one.reason.value, one.text) for one in left_out)
    if isinstance(read, import_values.ReadSource) and read.own.protocol is not None:
        beside = None  # what we print around a text is told by its facts
        whole = kind_of_file.import_opened(opened, Wishes(takes_record=True)).protocol
        found = replace(whole, facts=found.facts)
    return replace(version_of(found, name), untold=_UNTOLD, beside=beside, typed_aside=typed)


def _of_text(text: str, name: str, path: Path, root: Path) -> Version:
    place = document_place(root, path) or version_place(root, path)
    subject = place[0] if place else ""
    slug = path.stem.partition("@")[0]
    reading = in_known_format(read_protocol_text(text, name, subject=subject, slug=slug))
    unreadable = {MERGE_CONFLICT, YAML_ALIAS, YAML_SYNTAX} | (
        {FRONT_MATTER_MISSING} if is_left_open(text) else set()
    )
    for found in reading.problems:
        # the facts are not known, or the settings would read as words of the text
        if found.code in unreadable:
            raise ProtocolkitError(found)
    made = version_of(reading.protocol, name, basis_name(reading.protocol, root))
    linked = linked_names(made.protocol, lambda subject, slug: protocol_at(subject, slug, root))
    return replace(made, linked=linked)


def _nothing() -> Protocol:
    return Protocol(facts=Facts(organisation=Organisation(name="")), title=(), parts=())
