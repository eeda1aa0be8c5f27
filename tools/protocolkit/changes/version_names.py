"""How a paper for readers names a version: no path of a file where the version has a name.

Commands tell the path, so that who typed it knows it again; a council knows versions and titles.
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
