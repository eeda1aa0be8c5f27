"""Which folder in ``templates/`` holds the look of a protocol: its organisation's, or its board's.

A look belongs to an organisation, not to a file: the schools of one board share a folder. What a
school has in a folder of its own comes before what stands in that of its board.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from protocolkit.base.files import is_there
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import short_organisation
from protocolkit.importing.structure.naming import title_slug

_FOLDER = "templates"
_NAME = re.compile(r"^\w[\w-]*$")


def house_names(protocol: Protocol) -> tuple[str, ...]:
    """Return the names that the folder of a protocol's look may have, the nearest first.

    That of its file, of its organisation by any of its names, and of the board that it belongs to.
    """
    organisation = protocol.facts.organisation
    names = (organisation.name, *organisation.aliases, organisation.parent)
    found = (
        title_slug(short) for name in names for short in (short_organisation(name), name) if name
    )
    return tuple(dict.fromkeys(name for name in (protocol.slug, *found) if name))


def house_file(project: Path | None, names: Sequence[str], file: str) -> Path | None:
    """Return a file, or a folder, of the nearest look that has it; None when none has."""
    if project is None:
        return None
    places = (project / _FOLDER / name / file for name in names if _NAME.match(name))
    return next((place for place in places if is_there(place) or place.is_dir()), None)


def folders_with(project: Path, files: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the folders that have one of these files, whosever look it is."""
    found = (one for one in (project / _FOLDER).glob("*/*") if one.name in files)
    return tuple(sorted({one.parent.name for one in found}))
