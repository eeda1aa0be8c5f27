"""What commands on a was-wordt table read: the old texts, the proposed one, the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from protocolkit.base.files import FILE_MISSING, is_there, read_text
from protocolkit.base.formats import REASONS_END
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.changes.change_set import Version
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.collection import printed_name
from protocolkit.commands.output import say, speak
from protocolkit.commands.today import today
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import protocols_folder
from protocolkit.versions.named import (
    check_different,
    is_same_version,
    open_sound_version,
    protocol_path,
)
from protocolkit.was_wordt.reasons_file import (
    NO_REASONS,
    Reasons,
    read_reasons_text,
    reasons_path,
)
from protocolkit.was_wordt.rows import WasWordt, table_of

REASONS_UNREADABLE = error(
    "reasons-unreadable",
    "The reasons for changes cannot be read",
    "this file cannot be read as it is; nothing was written.",
    "Mend the lines that are named above. 'protocol reasons' keeps what stands in the file.",
)

SINCE_TWICE = error(
    "since-twice",
    "The same text of before was named twice",
    "this text was named twice with --since.",
    "Name it once. Give --since again only for another school whose text goes into this one.",
)


def read_table(name: str, since: Sequence[str], root: Path) -> WasWordt:
    """Return the table of a proposed version and the old texts that a person names.

    Raises :class:`ProtocolkitError` when one is not there, or is named twice.
    """
    for one, other in combinations(since, 2):
        if is_same_version(one, other, root):
            raise ProtocolkitError(problem(SINCE_TWICE, Location(other)))
    for old in since:
        check_different(old, name, root)
    new = _opened(name, root)
    return table_of([compare_versions(_opened(old, root), new) for old in since])


def _opened(name: str, root: Path) -> Version:
    """Return a version, called after its file where it has one in this repository."""
    found = open_sound_version(name, root, today())
    try:
        return replace(found, path=printed_name(protocol_path(name, root), root))
    except ProtocolkitError:
        return found


def place_of_reasons(name: str, given: Path | None, root: Path) -> Path | None:
    """Return where the reasons stand: the file that was named, else the one beside the version.

    A version of git, and nothing, have none.
    """
    if given is not None:
        return given
    try:
        path = protocol_path(name, root)
    except ProtocolkitError:
        return None
    return reasons_path(root, path) or path.with_name(f"{path.stem}{REASONS_END}")


def read_given_reasons(name: str, given: Path | None, root: Path) -> Reasons:
    """Return the reasons of a version; a file that was named has to be there."""
    if given is not None and not is_there(given):
        raise ProtocolkitError(problem(FILE_MISSING, Location(str(given))))
    return read_reasons(place_of_reasons(name, given, root), root)


def read_reasons(path: Path | None, root: Path) -> Reasons:
    """Return the reasons that stand in a file, none where there is no file.

    Raises :class:`ProtocolkitError` when it cannot be read; what is wrong in it was said then.
    """
    if path is None or not is_there(path):
        return NO_REASONS
    name = printed_name(path, root)
    inside = protocols_folder(root)
    text = read_text(path, inside if path.is_relative_to(inside) else None, name)
    report = Report(name)
    found = read_reasons_text(text, report)
    if report.problems:
        for odd in report.problems:
            say(odd.line(speak))
        raise ProtocolkitError(problem(REASONS_UNREADABLE, Location(name)))
    return found
