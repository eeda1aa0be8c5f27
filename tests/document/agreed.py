"""A text of one clause, another one, and what councils and a board decided about them."""

from __future__ import annotations

from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.reading.reader import read_protocol_text

PROTOCOL = read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dicht.\n").protocol
NOW = protocol_fingerprint(PROTOCOL)
OTHER = protocol_fingerprint(read_protocol_text("# Hek\n\n{#a}\n1. Open.\n").protocol)


def consent(
    body: str, *schools: str, code: str = NOW, decision: Decision = Decision.GRANTED
) -> Approval:
    """Return what a council answered about the text with a check code."""
    return Approval(
        body=body, right=Right.CONSENT, decision=decision, fingerprint=code, schools=schools
    )


def adoption(*schools: str, code: str = NOW, day: str = "") -> Approval:
    """Return that the board adopted the text with a check code."""
    return Approval(
        body="Bestuur",
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        date=day,
        fingerprint=code,
        schools=schools,
    )
