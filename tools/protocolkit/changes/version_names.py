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
    """Return ``version '2025-1'`` of a kept one, the title of a protocol, else its path."""
    protocol, path = version.protocol, version.shown_path
    if kept := _KEPT.fullmatch(path):
        return translate("version '{version}'").format(version=kept["name"])
    own = f"/{protocol.subject}/{protocol.slug}.md"
    if protocol.subject and protocol.slug and f"/{path}".endswith(own):
        return plain(protocol.title) or path
    return path or "–"


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
    told = [title, board, name if name not in (path, title) else ""]
    named = ", ".join(filter(None, told)) if title else ""
    return " – ".join(filter(None, (named, path))) or "–"
