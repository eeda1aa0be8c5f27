"""Whether a kept version still has the text that a decision names by its check code."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from protocolkit.base.files import is_there, read_text
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import printed_name
from protocolkit.document.adoptions import each_once
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Approval, is_awaited, is_decided
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.fingerprints import had_protocol_fingerprint, has_unknown_kind
from protocolkit.document.model import Protocol
from protocolkit.document.shown_decisions import shown_decisions
from protocolkit.reading.reader import read_protocol_text
from protocolkit.repository_layout import DOCUMENT_END, versions_folder
from protocolkit.versions.frozen import is_as_kept, is_listed


class Kept(Enum):
    """What became of a version that a decision names."""

    SAME = auto()
    GONE = auto()
    TOUCHED = auto()
    OTHER = auto()
    """It is as it was kept, and the decision has the check code of another text."""


def kept_of(entry: Approval, protocol: Protocol, root: Path) -> Iterator[tuple[str, Kept]]:
    """Yield each version that an entry of a protocol names, and what became of it.

    One without a check code says nothing of its text, and is only looked for.
    """
    corrected = ((one.version, one.fingerprint) for one in entry.corrections)
    for name, code in ((entry.version, entry.fingerprint), *corrected):
        if name:
            yield name, _kept(protocol, root, name, code)


def unproven_bodies(protocol: Protocol, root: Path) -> tuple[str, ...]:
    """Return who got this text, or decided on it, in a kept version that is gone or was changed."""
    told = (one for one in shown_decisions(protocol) if is_on_this_text(one, protocol))
    return each_once(
        body_name(one)
        for one in told
        if is_decided(one) or is_awaited(one)
        if any(state is not Kept.SAME for _, state in kept_of(one, protocol, root))
    )


def _kept(protocol: Protocol, root: Path, name: str, code: str) -> Kept:
    folder = versions_folder(root)
    target = folder / protocol.subject / f"{protocol.slug}@{name}{DOCUMENT_END}"
    try:
        if not is_there(target) or not is_listed(root, target):
            return Kept.GONE
        text = read_text(target, folder, printed_name(target, root))
        is_untouched = is_as_kept(root, target)
    except ProtocolkitError:
        return Kept.GONE  # 'protocol check' tells why it cannot be read
    kept = read_protocol_text(text).protocol
    if kept.facts.removed_names and not is_untouched:
        return Kept.TOUCHED  # it would say by itself which other text it is
    if not code or had_protocol_fingerprint(kept, code):
        return Kept.SAME
    if not is_untouched:
        return Kept.TOUCHED
    # A name went on request, and with it the code: the version says which one it had before.
    before = {one.fingerprint for one in kept.facts.removed_names}
    # Nobody can say of a code of an unknown kind that it belongs to another text.
    is_known = has_unknown_kind(code) or any(one.startswith(code) for one in before)
    return Kept.SAME if is_known else Kept.OTHER
