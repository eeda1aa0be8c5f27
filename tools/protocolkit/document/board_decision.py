"""What councils decided about a board's text, as a school tells that took the text over.

The board's own file says which version was decided about, and whether its text is still that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adopted import is_adopted
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import Approval, Decision, is_decided
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import asked_of
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import PENDING
from protocolkit.document.model import Protocol

_DECIDED = mark(
    "About the text of {board} there was a decision of {body}: {decision}, {date}, on the version "
    "{version}."
)
_CHANGED = mark(
    "The board changed its text after the version {version}, which {body} decided about. About "
    "that change nothing was decided."
)
_NOTHING = mark("Of a decision of a council about the text of {board} nothing is recorded here.")
BOARD_SENTENCES = (_DECIDED, _CHANGED, _NOTHING)
"""What a cover may say of the decisions on a board's text."""

_NONE = (Decision.PROPOSAL_WITHDRAWN, Decision.NO_ANSWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDecision:
    """A decision of a council about a board's text; ``is_changed`` when that is another text now.

    A text that is on its way changes nothing yet.
    """

    entry: Approval
    is_changed: bool


def board_decisions(board: Protocol) -> tuple[BoardDecision, ...]:
    """Return what councils decided about a board's text, each with the text that it had.

    Where something was decided about the text as it stands, what is about another one is left out.
    """
    decided = [
        one
        for one in board.facts.approvals
        if is_of_council(one) and is_decided(one) and one.decision not in _NONE
    ]
    # Also what was decided before a later question, about the text that holds until then.
    entries = tuple({asked_of(one): one for one in decided}.values())
    now = [one for one in decided if not one.fingerprint or is_on_this_text(one, board)]
    now = list({asked_of(one): one for one in now}.values())
    is_changed = not now and board.facts.status not in PENDING
    return tuple(BoardDecision(entry=one, is_changed=is_changed) for one in now or entries)


def board_notices(
    school: Protocol, board: Protocol | None, translate: Translate, language: str
) -> Iterator[str]:
    """Say on a text that was taken over what was decided about the board's; None is not there."""
    if board is None or not is_adopted(school):
        return
    found = board_decisions(board)
    name = board.facts.organisation.name
    if not found:
        yield translate(_NOTHING).format(board=name)
    for one in found:
        entry = one.entry
        yield translate(_DECIDED).format(
            board=name,
            body=body_name(entry),
            decision=decision_words(entry, translate),
            date=print_date(entry.date, language) or translate("no date given"),
            version=entry.version or "–",
        )
        if one.is_changed:
            values = {"version": entry.version or "–", "body": body_name(entry)}
            yield translate(_CHANGED).format(**values)
