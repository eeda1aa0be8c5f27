"""Small corrections that were recorded and are none, by the texts that were kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from protocolkit.base.messages import translator
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Approval
from protocolkit.document.fingerprints import had_protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import DOCUMENT_END, versions_folder

if TYPE_CHECKING:
    from protocolkit.changes.change_set import Version

CORRECTION_NOT_SMALL = error(
    "correction-not-small",
    "What was recorded as a small correction is more",
    "what {body} was told of ({version}) is more than a small correction: {place} ({why}).",
    "Ask the council about this text with 'protocol submit', and take this correction out of the "
    "top of the file.",
)
CORRECTION_OTHER_TEXT = error(
    "correction-other-text",
    "A small correction has the check code of another text",
    "the check code of the correction that {body} was told of is not that of {version}.",
    "Put the file back as it was ('git log' shows when it changed).",
)


def check_corrections(protocol: Protocol, root: Path) -> Iterator[Problem]:
    """Yield each small correction at the top of a file that is not what it says.

    Of a version that is gone or was touched others tell.
    """
    for entry in protocol.facts.approvals:
        if entry.corrections:
            yield from _check(entry, protocol, root)


def _check(entry: Approval, protocol: Protocol, root: Path) -> Iterator[Problem]:
    # slow to load, and few texts were corrected
    from protocolkit.changes.compare_versions import compare_versions  # noqa: PLC0415
    from protocolkit.decisions.small_change import too_large  # noqa: PLC0415

    codes = (entry.fingerprint, *(one.fingerprint for one in entry.corrections))
    names = (entry.version, *(one.version for one in entry.corrections))
    body = body_name(entry)
    for (code, name), (later_code, later_name) in pairwise(zip(codes, names, strict=True)):
        old, new = _kept(protocol, root, name), _kept(protocol, root, later_name)
        if old is None or new is None:
            continue
        texts = ((old, code, name), (new, later_code, later_name))
        if old.protocol.facts.removed_names or new.protocol.facts.removed_names:
            continue  # a name went on request, and with it the code
        wrong = [n for one, own, n in texts if not had_protocol_fingerprint(one.protocol, own)]
        if wrong:
            yield problem(CORRECTION_OTHER_TEXT, protocol.location, body=body, version=wrong[0])
            continue
        for large in too_large(compare_versions(old, new), translator())[:1]:
            values = {"body": body, "version": later_name, "place": large.place, "why": large.why}
            yield problem(CORRECTION_NOT_SMALL, protocol.location, **values)


def _kept(protocol: Protocol, root: Path, name: str) -> Version | None:
    """Return a version as it was kept; None when it is not."""
    from protocolkit.versions.frozen import is_as_kept  # noqa: PLC0415 - slow to load
    from protocolkit.versions.named import open_version  # noqa: PLC0415 - slow to load

    if not name:
        return None
    file = versions_folder(root) / protocol.subject / f"{protocol.slug}@{name}{DOCUMENT_END}"
    try:
        return open_version(str(file), root) if is_as_kept(root, file) else None
    except ProtocolkitError:
        return None
