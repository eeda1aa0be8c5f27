"""For which schools a text was agreed, when each council decides for schools of its own."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.document.approvals import Decision, Right
from protocolkit.document.decided_text import is_on_this_text, latest
from protocolkit.document.model import Protocol

_CONSENTS = (Decision.GRANTED, Decision.GRANTED_WITH_CHANGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schools:
    """The schools of a text, by whether their councils agreed with it as it stands."""

    agreed: tuple[str, ...]
    still: tuple[str, ...]


def agreed_schools(protocol: Protocol) -> Schools | None:
    """Return which schools agreed; None where no council decides for schools of its own.

    A school agreed when every council that was asked for it consented to the text as it stands.
    """
    asked = [one for one in latest(protocol.facts.approvals) if one.right is Right.CONSENT]
    if not any(one.schools for one in asked):
        return None
    named = dict.fromkeys(school for one in asked for school in one.schools)
    every = tuple(dict.fromkeys((*protocol.facts.applies_to, *named)))
    agreed = []
    for school in every:
        own = [one for one in asked if not one.schools or school in one.schools]
        if own and all(one.decision in _CONSENTS and is_on_this_text(one, protocol) for one in own):
            agreed.append(school)
    return Schools(agreed=tuple(agreed), still=tuple(one for one in every if one not in agreed))
