"""How a paper for readers names a version: no path of a file where the version has a name.

A council knows versions and titles. What a command tells has the path beside them, so that who
typed it knows it again.
"""

from __future__ import annotations

import re

from protocolkit.base.messages import Translate
from protocolkit.changes.change_set import Version
from protocolkit.document.richtext import plain
from protocolkit.text.late_patterns import late

_KEPT = late(r"(?:.*/)?[^/@]+@(?P<name>[0-9a-z.-]+)\.md", re.DOTALL)


def version_name(version: Version, translate: Translate) -> str:
    """Return ``version '2025-1'`` of a kept one, the title of a protocol, else title and file."""
    path, title = version.shown_path, plain(version.protocol.title)
    if kept := _KEPT.fullmatch(path):
        return translate("version '{version}'").format(version=kept["name"])
    is_told = title and path and not _is_own(version)
    return f"{title} ({path})" if is_told else title or path or "–"


def _is_own(version: Version) -> bool:
    """Tell whether a version is a protocol at its own place, which its title names."""
    protocol = version.protocol
    own = f"/{protocol.subject}/{protocol.slug}.md"
    is_placed = bool(protocol.subject and protocol.slug)
    return is_placed and f"/{version.shown_path}".endswith(own)


def names_with_paths(old: Version, new: Version, translate: Translate) -> tuple[str, str]:
    """Return how what a command tells names two versions: the title, the version, and the path.

    Two boards have texts of one title: then the board stands behind it.
    """
    boards = [version.protocol.facts.organisation.name for version in (old, new)]
    has_board = len({*boards} - {""}) > 1
    return (
        _name_with_path(old, boards[0] if has_board else "", translate),
        _name_with_path(new, boards[1] if has_board else "", translate),
    )


def _name_with_path(version: Version, board: str, translate: Translate) -> str:
    path, name = version.shown_path, version_name(version, translate)
    title = plain(version.protocol.title)
    told = [title, board, name if _KEPT.fullmatch(path) else ""]
    named = ", ".join(filter(None, told)) if title else ""
    return " – ".join(filter(None, (named, path))) or "–"
