"""Which decisions are told of a text, and how: one list, for cover, page, commands and checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adopted import is_taken_over
from protocolkit.document.approval_lines import (
    ApprovalLine,
    approval_lines,
    body_name,
    on_other_text,
)
from protocolkit.document.approvals import Approval, Decision, Right, is_waiting
from protocolkit.document.asking import bodies_named
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import adopted_status, current
from protocolkit.document.entry_text import (
    got_other,
    is_asked_on_other,
    is_on_other_text,
    is_on_this_text,
    waits_on_other,
)
from protocolkit.document.facts import DECIDED, is_own
from protocolkit.document.model import Protocol
from protocolkit.document.still_awaited import asked_beside

_ANSWERS = (Decision.FOLLOWED, Decision.PARTLY_FOLLOWED, Decision.NOT_FOLLOWED)
_TAKEN_OVER = (Decision.FOLLOWED, Decision.PROPOSAL_WITHDRAWN)

ASKED_OTHER = mark("Another text than this one lies before: {places}.")
PROPOSED_OTHER = mark(
    "{body} proposed another text than this one; what the board answered is about that text."
)
PROPOSED = mark("This is a proposal of {body} to the board. The board has not answered it yet.")
PROPOSED_BEFORE = mark(
    "{body} proposed another text than this one to the board. The board has not answered it yet."
)
_BODY_VERSION = mark("{body} (version {version})")
SHOWN_SENTENCES = (ASKED_OTHER, PROPOSED, PROPOSED_BEFORE, PROPOSED_OTHER)
"""Every sentence of these that a cover may have."""


def shown_decisions(protocol: Protocol) -> tuple[Approval, ...]:
    """Return what was asked and decided, as far as it is about a text that is dealt with now.

    Of a council that ended before it decided nothing is asked any more: a sentence tells that.
    """
    return tuple(one for one in current(protocol) if not (one.ended.date and is_waiting(one)))


def told_lines(
    entries: Sequence[Approval], protocol: Protocol, translate: Translate, language: str
) -> tuple[ApprovalLine, ...]:
    """Return decisions as they are told of the text as it stands."""
    lines = approval_lines(entries, translate, language, protocol.facts.status)
    return tuple(
        on_other_text(line, entry.right, translate) if got_other(entry, protocol) else line
        for entry, line in zip(entries, lines, strict=True)
    )


def asked_on_other(protocol: Protocol, translate: Translate) -> str:
    """Say which bodies have another text before them; "" where none has.

    What lies before a council is not public. So a text that holds says nothing of one beside it.
    """
    found: dict[str, list[str]] = {}
    beside = asked_beside(protocol) if adopted_status(protocol) is None else ()
    for one in (*shown_decisions(protocol), *beside):
        if is_asked_on_other(one, protocol):
            found.setdefault(one.version, []).append(body_name(one))
    told = []
    for version, bodies in found.items():
        body = bodies_named(bodies, translate)
        said = translate(_BODY_VERSION) if version else "{body}"
        told.append(said.format(body=body, version=version))
    return translate(ASKED_OTHER).format(places=", ".join(told)) if told else ""


def was_never_asked(protocol: Protocol) -> bool:
    """Tell whether a text of one's own holds, and of no council a question or decision is recorded.

    Of a text that was taken over the board's own file tells that.
    """
    facts = protocol.facts
    if not is_own(facts) or facts.status not in DECIDED or is_taken_over(facts):
        return False
    return not any(is_of_council(one) for one in facts.approvals)


def proposals(protocol: Protocol) -> tuple[Approval, ...]:
    """Return by whose proposals a text is as it stands, and not yet the board's own."""
    return tuple(
        one
        for one in current(protocol)
        if one.right is Right.PROPOSAL
        and one.decision not in _TAKEN_OVER
        and is_on_this_text(one, protocol)
    )


def waiting_notices(protocol: Protocol, translate: Translate) -> Iterator[str]:
    """Say what waits for an answer: the proposal of a council, and another text than this one."""
    yield from proposed_by(protocol, translate)
    yield asked_on_other(protocol, translate)


def proposed_by(protocol: Protocol, translate: Translate) -> Iterator[str]:
    """Say of a text that a council itself proposes whose proposal it is.

    Where the board answered, and the text is another one than was proposed, that is said.
    """
    waiting = [body_name(one) for one in proposals(protocol) if is_waiting(one)]
    answered = (one for one in current(protocol) if one.decision in _ANSWERS)
    other = [body_name(one) for one in answered if is_on_other_text(one, protocol)]
    every = (*current(protocol), *asked_beside(protocol))
    own = (one for one in every if one.right is Right.PROPOSAL)
    before = [body_name(one) for one in own if waits_on_other(one, protocol)]
    told = ((PROPOSED, waiting), (PROPOSED_BEFORE, before), (PROPOSED_OTHER, other))
    for said, bodies in told:
        if bodies:
            yield translate(said).format(body=bodies_named(bodies, translate))
