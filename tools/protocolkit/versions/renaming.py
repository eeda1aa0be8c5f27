"""Giving a kept version another name where that holds a day that was typed wrongly.

Its bytes stay; only where it stands changes, the list of versions with it, and the reasons beside
it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from protocolkit.base.files import is_there
from protocolkit.base.replacing import Found, find
from protocolkit.base.targets import check_target
from protocolkit.repository_layout import versions_folder
from protocolkit.versions.frozen import version_target
from protocolkit.versions.index import INDEX, frozen_versions, index_text
from protocolkit.was_wordt.reasons_file import reasons_path

Changes = tuple[tuple[Found, bytes | None], ...]
"""Files with the bytes that they get, None for those that go."""


def has_day(name: str, day: str) -> bool:
    """Tell whether the name of a version ends in a day, as those that we give do.

    >>> has_day("vastgesteld-2026-03-24-2", "2026-03-24"), has_day("2026-1", "2026-03-24")
    (True, False)
    """
    return bool(day) and bool(re.fullmatch(rf"[a-z]+-{re.escape(day)}(?:-\d+)?", name))


def renaming(root: Path, path: Path, before: str, name: str) -> Changes:
    """Return what changes where a version of a protocol gets another name.

    Raises :class:`ProtocolkitError` when the name is unfit, and when the list cannot be read.
    """
    old, new = version_target(root, path, before), version_target(root, path, name)
    folder = versions_folder(root)
    index = find(folder / INDEX)
    entries = [
        replace(one, file=new.relative_to(folder).as_posix()) if folder / one.file == old else one
        for one in frozen_versions(root)
    ]
    listed = index_text(sorted(entries, key=lambda one: one.file))
    moves = [(old, new)]
    reasons = reasons_path(root, old), reasons_path(root, new)
    if reasons[0] and reasons[1] and is_there(reasons[0]):
        moves.append((reasons[0], reasons[1]))
    changes: list[tuple[Found, bytes | None]] = [(index, listed.encode())]
    for source, target in moves:
        check_target(target, root)
        found = find(source)
        changes += [(find(target), found.content), (found, None)]
    return tuple(changes)
