"""The list of kept versions: which bytes each had, and which text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.files import is_there, read_text
from protocolkit.base.formats import FROZEN
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.collection import VERSIONS_LIST, printed_name
from protocolkit.exchange.json_reader import parse_json
from protocolkit.exchange.protocol_json import json_format_problem
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import versions_folder

INDEX = VERSIONS_LIST
"""The list of kept versions, in their folder."""

FROZEN_LIST = error(
    "frozen-list",
    "The list of versions cannot be read",
    "this is no list of versions as protocolkit writes it.",
    "Put the file back as it was.",
)

_REQUIRED = frozenset({"file", "sha256", "fingerprint", "format"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A kept version: its file from the folder of versions, its bytes, its text, and since when.

    ``date`` is the day on which it was kept (ISO 8601); ``""`` when the list does not say. Its
    status and the dates of the text itself stand in the file.
    """

    file: str
    sha256: str
    fingerprint: str
    format: int
    date: str = ""


def frozen_versions(root: Path) -> tuple[Frozen, ...]:
    """Return the list of kept versions; none where nothing was kept.

    Raises :class:`ProtocolkitError` when the list cannot be read.
    """
    index = versions_folder(root) / INDEX
    if not is_there(index):
        return ()
    location = Location(printed_name(index, root))
    report = Report(location.path)
    content = parse_json(read_text(index, versions_folder(root), location.path), report)
    if isinstance(content, dict) and not report.problems:
        if newer := json_format_problem(FROZEN, content, location):
            raise ProtocolkitError(newer)
        entries = content.get("versions")
        if isinstance(entries, list) and all(map(_is_entry, entries)):
            return tuple(Frozen(**entry) for entry in entries)
    raise ProtocolkitError(problem(FROZEN_LIST, location))


def index_text(entries: Sequence[Frozen]) -> str:
    """Return the list of kept versions as its file has it."""
    content = {
        **FROZEN.head(),
        "versions": [
            {
                "file": entry.file,
                "sha256": entry.sha256,
                "fingerprint": entry.fingerprint,
                "format": entry.format,
                **({"date": entry.date} if entry.date else {}),
            }
            for entry in entries
        ],
    }
    return json.dumps(content, indent=1) + "\n"


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or not _REQUIRED <= set(entry) <= _REQUIRED | {"date"}:
        return False
    texts = (entry["file"], entry["sha256"], entry["fingerprint"], entry.get("date", ""))
    return all(isinstance(text, str) for text in texts) and type(entry["format"]) is int
