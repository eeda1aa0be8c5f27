"""Which text a body decided on: the one as it stands, an earlier one, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

from protocolkit.document.approvals import Approval, Right, is_decided
from protocolkit.document.fingerprints import has_protocol_fingerprint
from protocolkit.document.model import Protocol


def asked_of(approval: Approval) -> tuple[str, str, Right]:
    """Return what makes two entries about one question: the body, its section and the right."""
    return _folded(approval.body), _folded(approval.section), approval.right


def latest(approvals: Iterable[Approval]) -> tuple[Approval, ...]:
    """Return the last entry of each question; earlier ones are of earlier texts."""
    return tuple({asked_of(approval): approval for approval in approvals}.values())


def is_on_this_text(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry is about the text as it stands; one without a check code is not."""
    return has_protocol_fingerprint(protocol, approval.fingerprint)


def is_on_other_text(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry has the check code of another text than the one as it stands."""
    return bool(approval.fingerprint) and not is_on_this_text(approval, protocol)


def are_on_other_texts(one: Approval, other: Approval) -> bool:
    """Tell whether two entries have the check codes of different texts."""
    return bool(one.fingerprint and other.fingerprint) and one.fingerprint != other.fingerprint


def decided_on_other_text(protocol: Protocol) -> tuple[Approval, ...]:
    """Return the last decision of each body that is about another text than the one as it stands.

    A new question takes the place of an earlier decision.
    """
    return tuple(
        approval
        for approval in latest(protocol.facts.approvals)
        if is_decided(approval) and is_on_other_text(approval, protocol)
    )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
