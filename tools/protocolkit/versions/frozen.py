"""Versions as they were kept: ``versions/<subject>/<slug>@<name>.md``, and the list of them.

A version is the protocol's own file, byte for byte but for its links to other protocols, which are
written so that they lead there from where the version stands. ``versions.json`` beside them says of
each which bytes it had and which text, so that one that was touched is noticed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import is_there, read_bytes, read_text
from protocolkit.base.formats import FROZEN
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.base.targets import check_target
from protocolkit.changes.touched import Touched
from protocolkit.collection import printed_name
from protocolkit.document.fingerprints import had_protocol_fingerprint, protocol_fingerprint
from protocolkit.reading.front_matter import split_front_matter
from protocolkit.reading.reader import in_known_format, read_protocol_text
from protocolkit.repository_layout import (
    DOCUMENT_END,
    document_place,
    folder_name,
    protocols_folder,
    version_place,
    versions_folder,
)
from protocolkit.versions.index import INDEX, Frozen, frozen_versions, index_text
from protocolkit.was_wordt.reasons_file import reasons_path

FROZEN_NAME = error(
    "frozen-name",
    "A version cannot have this name",
    "'{name}' cannot be the name of a version.",
    "Use small letters, digits, hyphens and points, with a letter or digit at begin and end, such "
    "as '2026-1'.",
)
FROZEN_EXISTS = error(
    "frozen-exists",
    "A version of this name was kept already",
    "this version exists, and what was kept does not change.",
    "Choose another name, such as one with the date.",
)
FROZEN_STRAY = error(
    "frozen-stray",
    "What must be kept is no protocol of this repository",
    "this file is no protocol of this repository.",
    "Name one: protocols/SUBJECT/NAME.md",
)
_HARM = (Touched.NO, Touched.BYTES, Touched.WORDS)
# What leads to another file in Markdown from where the protocol stands, by itself or by a name for
# it: no address of the web, no place in the protocol itself.
_LINK = r"(\]\(<?|^\[[^\]\n]+\]: *<?)(?![a-z][a-z0-9+.-]*:)(?=[^\s#/\\<>()?])"


def freeze(root: Path, path: Path, name: str, date: str = "") -> Path:
    """Keep a protocol of a repository as a version with a name; return where it stands.

    The reasons for its changes, where there are any, get a copy beside the protocol that bears the
    name of the version and stays with it.

    ``date`` is the day on which that is done (ISO 8601), for the list. Raises
    :class:`ProtocolkitError` when the name is unfit or taken, and when the file is no protocol of
    the repository or in a newer format.
    """
    kept = keeping(root, path, name, date)
    replace_files(kept.changes)
    return kept.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """A version that is ready to be kept: where, and which files get which bytes for it."""

    target: Path
    changes: tuple[tuple[Found, bytes], ...]


def keeping(root: Path, path: Path, name: str, date: str = "", text: str | None = None) -> Keeping:
    """Return what :func:`freeze` will write; ``text`` is the file's when it is not written yet.

    Raises :class:`ProtocolkitError` as :func:`freeze` does.
    """
    target = version_target(root, path, name)
    if is_there(target):
        raise ProtocolkitError(problem(FROZEN_EXISTS, Location(printed_name(target, root))))
    check_target(target, root)
    index = versions_folder(root) / INDEX
    found = find(target), find(index)
    if text is None:
        text = read_text(path, protocols_folder(root), printed_name(path, root))
    in_known_format(read_protocol_text(text, printed_name(path, root)))
    subject = target.parent.name
    content = moved_text(text, root, subject, target.name.partition("@")[0])
    entry = Frozen(
        file=f"{subject}/{target.name}",
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        fingerprint=_fingerprint(content),
        format=FROZEN.version,
        date=date,
    )
    entries = sorted([*frozen_versions(root), entry], key=lambda one: one.file)
    contents = content.encode(), index_text(entries).encode()
    files = zip(found, contents, strict=True)
    return Keeping(target=target, changes=(*files, *_reasons(root, path, target)))


def version_target(root: Path, path: Path, name: str) -> Path:
    """Return where a version of a protocol stands, or would.

    Raises :class:`ProtocolkitError` when the name is unfit or the file no protocol.
    """
    place = document_place(root, path)
    if place is None:
        raise ProtocolkitError(problem(FROZEN_STRAY, Location(printed_name(path, root))))
    subject, slug = place
    target = versions_folder(root) / subject / f"{slug}@{name}{DOCUMENT_END}"
    # kept before, another may begin or end with a point: that is still read
    is_sound = name[:1].isalnum() and name[-1:].isalnum()
    if not is_sound or version_place(root, target) is None:
        raise ProtocolkitError(problem(FROZEN_NAME, Location(printed_name(path, root)), name=name))
    return target


def _reasons(root: Path, path: Path, target: Path) -> Iterator[tuple[Found, bytes]]:
    written, kept = reasons_path(root, path), reasons_path(root, target)
    if written and kept and is_there(written) and not is_there(kept):
        check_target(kept, root)
        name = printed_name(written, root)
        yield find(kept), read_bytes(written, protocols_folder(root), name)


def is_as_kept(root: Path, target: Path) -> bool:
    """Tell whether a version is there, is in the list, and has the bytes that it had then.

    Raises :class:`ProtocolkitError` when the list cannot be read.
    """
    folder = versions_folder(root)
    own = [entry for entry in frozen_versions(root) if folder / entry.file == target]
    if len(own) != 1 or not is_there(target):
        return False
    content = read_bytes(target, folder, printed_name(target, root))
    return hashlib.sha256(content).hexdigest() == own[0].sha256


def touched_of(entry: Frozen, content: bytes) -> Touched:
    """Return what became of a version since it was kept, by the bytes that it has now."""
    if hashlib.sha256(content).hexdigest() == entry.sha256:
        return Touched.NO
    return Touched.BYTES if has_listed_code(entry, content) else Touched.WORDS


def has_listed_code(entry: Frozen, content: bytes) -> bool:
    """Tell whether bytes are of a text with the fingerprint that the list of versions has."""
    now = read_protocol_text(content.decode("utf-8", "replace")).protocol
    return had_protocol_fingerprint(now, entry.fingerprint)


def touched_since(root: Path, target: Path) -> Touched:
    """Return what became of a version that stands in the list; of no other anything is known.

    Raises :class:`ProtocolkitError` when the list cannot be read.
    """
    folder = versions_folder(root)
    if version_place(root, target) is None:
        return Touched.NO
    entries = [one for one in frozen_versions(root) if folder / one.file == target]
    content = read_bytes(target, folder, printed_name(target, root))
    return max((touched_of(one, content) for one in entries), key=_HARM.index, default=Touched.NO)


def is_listed(root: Path, target: Path) -> bool:
    """Tell whether the list has a version, be it there or not."""
    folder = versions_folder(root)
    return any(folder / entry.file == target for entry in frozen_versions(root))


def same_text(root: Path, target: Path) -> tuple[str, ...]:
    """Return the names of other versions of a protocol that have the text of this one.

    ``target`` is where :func:`freeze` put it.
    """
    folder = versions_folder(root)
    entries = {folder / entry.file: entry for entry in frozen_versions(root)}
    before = f"{target.stem.partition('@')[0]}@"
    return tuple(
        printed_name(path, root)
        for path, entry in entries.items()
        if path.parent == target.parent and path.name.startswith(before) and path != target
        if entry.fingerprint == entries[target].fingerprint
    )


def moved_text(text: str, root: Path, subject: str, slug: str = "") -> str:
    """Return a protocol file's text with its links as they lead from among the versions.

    A link to a place in the protocol itself, which is called ``slug``, leads to that place in the
    version.

    What only looks like a link, such as in code, is text and stays: where moving all would change
    a word, each place is tried, and only one that changes no word is a link.

    >>> moved_text("[lid 3](berg.md#art-3), [lid 4](brug.md#art-4)", Path(), "pesten", "brug")
    '[lid 3](../../protocols/pesten/berg.md#art-3), [lid 4](#art-4)'
    """
    folder = f"../../{folder_name(root)}/{subject}/"
    fingerprint = _fingerprint(text)
    _, body, _ = split_front_matter(text)
    begin = len(text) - len(body)
    own = f"{slug}{DOCUMENT_END}#"

    def change(found: re.Match[str]) -> str:
        return f"{found[1]}#" if found[2] == own else f"{found[1]}{folder}{found[2]}"

    link = re.compile(f"{_LINK}({re.escape(own)}|)", re.MULTILINE | re.IGNORECASE)
    moved = text[:begin] + link.sub(change, body)
    if _fingerprint(moved) == fingerprint:
        return moved
    for found in reversed(list(link.finditer(text, begin))):
        moved = f"{text[: found.start()]}{change(found)}{text[found.end() :]}"
        if _fingerprint(moved) == fingerprint:
            text = moved
    return text


def _fingerprint(text: str) -> str:
    return protocol_fingerprint(read_protocol_text(text).protocol)
