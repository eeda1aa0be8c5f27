"""Where a new protocol may go: not among kept versions, and in the place of a protocol alone."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.files import is_there, read_text
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.collection import printed_name
from protocolkit.reading.front_matter import is_own_format
from protocolkit.repository_layout import protocols_folder, versions_folder

DOCUMENT_AMONG_VERSIONS = error(
    "document-among-versions",
    "A protocol would be written among the kept versions",
    "'{folder}' is for versions that were kept; nothing was written.",
    "Name a place elsewhere. 'protocol freeze' keeps a version of a protocol there.",
)
REPLACES_OTHER = error(
    "replaces-other",
    "A new protocol would replace a file that is no protocol",
    "this file is there already and is no protocol, so it is not replaced; nothing was written.",
    "Choose another name with --output.",
)


def check_replaced(path: Path, root: Path) -> None:
    """Raise :class:`ProtocolkitError` among kept versions, and where a file stands of another kind.

    In the folder of protocols every document is a protocol, also when it cannot be read.
    """
    versions = versions_folder(root)
    if path.resolve().is_relative_to(versions.resolve()):
        location = Location(printed_name(path, root))
        raise ProtocolkitError(problem(DOCUMENT_AMONG_VERSIONS, location, folder=versions.name))
    if not is_there(path) or path.resolve().is_relative_to(protocols_folder(root).resolve()):
        return
    name = printed_name(path, root)
    if not is_own_format(read_text(path, None, name)):
        raise ProtocolkitError(problem(REPLACES_OTHER, Location(name)))
