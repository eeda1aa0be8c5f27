"""Kept versions that are not as they were kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.files import read_bytes
from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem, warning
from protocolkit.changes.touched import Touched
from protocolkit.collection import read_document
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.begins import first_day, still_holding
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import (
    DOCUMENT_END,
    version_files,
    versions_folder,
    versions_name,
)
from protocolkit.versions.decided_versions import Kept, kept_of
from protocolkit.versions.frozen import has_listed_code, touched_of
from protocolkit.versions.index import INDEX, Frozen, frozen_versions

FROZEN_TOUCHED = error(
    "frozen-touched",
    "A kept version was changed",
    "this version is not as it was kept{words}.",
    "Put the file back as it was ('git log' shows when it changed). A new text is a new version.",
)
FROZEN_GONE = error(
    "frozen-gone",
    "A kept version is gone",
    "this version is in the list of versions, and is not there.",
    "Put the file back ('git log' shows when it went).",
)
FROZEN_UNLISTED = warning(
    "frozen-unlisted",
    "A version is not in the list of versions",
    "nobody can tell whether this version is as it was kept: it is not in '{index}'.",
    "Keep versions with 'protocol freeze', which lists them.",
)
FROZEN_TWICE = error(
    "frozen-twice",
    "The list of versions has a version twice",
    "this version is in the list of versions more than once.",
    "Put '{index}' back as it was ('git log' shows when it changed).",
)
FROZEN_CODE = error(
    "frozen-code",
    "The list of versions has another check code of a version",
    "in the list of versions is another check code than this text has.",
    "Put '{index}' back as it was ('git log' shows when it changed).",
)
DECIDED_VERSION_GONE = error(
    "decided-version-gone",
    "The text that a council got is gone",
    "{body} got the version '{version}'; that is not there, or not in the list of versions.",
    "Put the file and '{index}' back ('git log' shows when they went).",
)
DECIDED_VERSION_OTHER = error(
    "decided-version-other",
    "A decision has the check code of another text than its version",
    "the check code of {body} is not that of the version '{version}'.",
    "Put the top of the file back as it was ('git log' shows when it changed). A new text is "
    "submitted anew.",
)
BEGIN_CHANGED = warning(
    "begin-changed",
    "The day from which a text holds is another one than when it was adopted",
    "it was adopted with {kept} under 'valid_from' (version '{version}'), and now {now} stands "
    "there: that day is told everywhere as the one from which it holds.",
    "Put back what stood there. Was another day decided? Take the adoption back with 'protocol "
    "correct' and --decision 'nog niet besloten', and adopt the text anew with the new day.",
)
_NO_DAY = mark("no day")
_SAME_WORDS = mark(", though its words are")


def check_frozen(root: Path) -> Iterator[Problem]:
    """Yield each kept version that was touched, that is gone, or that is in no list."""
    try:
        entries = frozen_versions(root)
    except ProtocolkitError as reason:
        yield reason.problem
        return
    listed = {entry.file: entry for entry in entries}
    for name, number in Counter(entry.file for entry in entries).items():
        if number > 1:
            yield problem(FROZEN_TWICE, Location(f"{versions_name(root)}/{name}"), index=INDEX)
    folder = versions_folder(root)
    present = {f"{path.parent.name}/{path.name}": path for path in version_files(root)}
    for name in sorted({*listed, *present}):
        place = Location(f"{versions_name(root)}/{name}")
        if name not in present:
            yield problem(FROZEN_GONE, place)
        elif name not in listed:
            yield problem(FROZEN_UNLISTED, place, index=INDEX)
        else:
            yield from _check_content(present[name], folder, listed[name], place)


def check_decided_versions(protocol: Protocol, root: Path) -> Iterator[Problem]:
    """Yield each version that a council got, and that is not what the protocol says of it."""
    try:
        frozen_versions(root)
    except ProtocolkitError:
        return  # said once, of the list itself
    for entry in protocol.facts.approvals:
        for name, state in kept_of(entry, protocol, root):
            values = {"body": body_name(entry), "version": name}
            if state is Kept.GONE:
                yield problem(DECIDED_VERSION_GONE, protocol.location, index=INDEX, **values)
            elif state is Kept.OTHER and name == entry.version:
                yield problem(DECIDED_VERSION_OTHER, protocol.location, **values)
    yield from _check_begins(protocol, root)


def _check_begins(protocol: Protocol, root: Path) -> Iterator[Problem]:
    """Yield that a text holds from another day than the version by whose adoption it holds."""
    now = protocol.facts.valid_from
    held = (one.adoption for one in still_holding(protocol.facts))
    names = (one.version for one in held if is_on_this_text(one, protocol))
    for name in dict.fromkeys(filter(None, names)):
        path = versions_folder(root) / protocol.subject / f"{protocol.slug}@{name}{DOCUMENT_END}"
        try:
            kept = read_document(path, root).protocol.facts.valid_from
        except ProtocolkitError:
            continue  # whoever reads the versions says why
        if first_day(kept) != first_day(now):
            values = {"kept": print_date(kept) or _NO_DAY, "now": print_date(now) or _NO_DAY}
            yield problem(BEGIN_CHANGED, protocol.location, version=name, **values)


def _check_content(path: Path, folder: Path, entry: Frozen, place: Location) -> Iterator[Problem]:
    try:
        content = read_bytes(path, folder, place.path)
    except ProtocolkitError:
        # Whoever reads the versions has already said so.
        return
    touched = touched_of(entry, content)
    if touched is not Touched.NO:
        yield problem(FROZEN_TOUCHED, place, words=_SAME_WORDS if touched is Touched.BYTES else "")
    elif not has_listed_code(entry, content):
        yield problem(FROZEN_CODE, place, index=INDEX)
