"""What may stay odd in a text that a school took over from its board."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.base.messages import Translate, mark
from protocolkit.checking.check import check_protocol
from protocolkit.document.model import Protocol
from protocolkit.document.open_places import PLACEHOLDER_CODE

TAKEN_OVER = mark("{board} let this stand: {reason}")
"""The reason for which something is accepted in a text that was taken over."""


def keep_accepted(board: Protocol, school: Protocol, translate: Translate) -> Protocol:
    """Return a school's protocol with what was accepted in the board's text and is still there.

    What was odd only in the board's own facts is not in the school's protocol, and a blank that
    the board leaves to its schools is for this one to fill in. Each reason says whose it is:
    nobody at the school accepted it yet.
    """

    def codes(protocol: Protocol) -> frozenset[tuple[str, str]]:
        found = [(p.code.name, p.anchor) for p in check_protocol(protocol)]
        return frozenset([*found, *((name, "") for name, _ in found)])

    lost = codes(board) - codes(school)
    name = board.facts.organisation.name
    accepted = (
        replace(a, reason=translate(TAKEN_OVER).format(board=name, reason=a.reason))
        for a in board.facts.accepted
        if (a.code, a.anchor) not in lost and a.code != PLACEHOLDER_CODE
    )
    return replace(school, facts=replace(school.facts, accepted=tuple(accepted)))
