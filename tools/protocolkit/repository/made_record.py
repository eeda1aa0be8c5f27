"""What ``protocol init`` left of itself: how a repository is called, and each text as it gave it.

It stands beside the wheel, goes along with the repository, and is how ``protocol upgrade`` tells a
file that a person changed from one that is as we gave it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from protocolkit.base.formats import REPOSITORY
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.exchange.json_reader import parse_json
from protocolkit.exchange.protocol_json import json_format_problem
from protocolkit.reading.found_problems import Report

MADE_RECORD = "wheels/repository.json"

RECORD_WRONG = error(
    "repository-record-wrong",
    "What a repository says of itself cannot be read",
    "this file is damaged.",
    "Put back the one that was there, or remove it: then you are asked about more files.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRecord:
    """The name and the first subject of a repository, and the digest of each text that we gave."""

    name: str = ""
    subject: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a text; how its lines end does not count."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def record_to_json(name: str, subject: str, files: Mapping[str, bytes]) -> str:
    """Return the record of a repository with these texts of ours in it."""
    digests = {place: digest_of(content) for place, content in sorted(files.items())}
    content = {**REPOSITORY.head(), "name": name, "subject": subject, "files": digests}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def json_to_record(text: str, place: str) -> MadeRecord:
    """Read the record of a repository; ``place`` is how messages call its file.

    Raises :class:`ProtocolkitError` when it is damaged or in a newer format.
    """
    report = Report(place)
    content = parse_json(text, report)
    damaged = ProtocolkitError(problem(RECORD_WRONG, Location(place)))
    if report.problems or not isinstance(content, dict):
        raise damaged
    odd = json_format_problem(REPOSITORY, content, Location(place))
    if odd is not None:
        raise ProtocolkitError(odd)
    name, subject, files = (content.get(key) for key in ("name", "subject", "files"))
    if not isinstance(name, str) or not isinstance(subject, str) or not isinstance(files, dict):
        raise damaged
    digests = {place: str(value) for place, value in files.items()}
    return MadeRecord(name=name, subject=subject, digests=digests)
