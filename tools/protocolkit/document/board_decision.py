"""What councils decided about a board's text, as a school tells that took the text over.

The board's own file says which version was decided about, and whether its text is still that one. A
decision is told of the version that the school's words come from; a newer one is named apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adopted import is_adopted
from protocolkit.document.adoptions import AdoptionState, adoption_state, holdings
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import UNANSWERED, Approval, is_decided
from protocolkit.document.board_text import BoardTexts, follows, source_texts
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import asked_of, latest
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import DECIDED, PENDING
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
_NO_ONE_VERSION = mark(
    "The words of this text are not those of one version of the text of {board}; so no decision "
    "about that text is told here."
)
_NEWER = mark(
    "{board} has had a newer adopted text since {date}. This text does not follow that one yet."
)
_NEWER_UNDATED = mark("{board} has a newer adopted text. This text does not follow that one yet.")
BOARD_SENTENCES = (_DECIDED, _CHANGED, _NOTHING, _NO_ONE_VERSION, _NEWER, _NEWER_UNDATED)
"""What a cover may say of the decisions on a board's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDecision:
    """A decision of a council about a board's text; ``is_changed`` when that is another text now.

    A text that is on its way changes nothing yet.
    """

    entry: Approval
    is_changed: bool


def board_decisions(school: Protocol, board: BoardTexts) -> tuple[BoardDecision, ...]:
    """Return what councils decided about the board's text that a school's words come from.

    Where a school follows the text as it stands, and something was decided about that, what is
    about another one is left out.
    """
    decided = [
        one
        for one in board.now.facts.approvals
        if is_of_council(one) and is_decided(one) and one.decision not in UNANSWERED
    ]
    is_changed = not _about(decided, board.now) and board.now.facts.status not in PENDING
    if follows(school, board.now):
        # Also what was decided before a later question, about the text that holds until then.
        facts = replace(board.now.facts, approvals=tuple(decided))
        entries = _about(decided, board.now) or latest(replace(board.now, facts=facts))
    else:
        entries = _about(decided, *source_texts(school, board))
    return tuple(BoardDecision(entry=one, is_changed=is_changed) for one in entries)


def _about(decided: Iterable[Approval], *texts: Protocol) -> tuple[Approval, ...]:
    """Return the last decision of each question about one of these texts, or nobody knows which."""
    found = (
        one
        for one in decided
        if not one.fingerprint or any(is_on_this_text(one, text) for text in texts)
    )
    return tuple({asked_of(one): one for one in found}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerText:
    """That a board has a newer adopted text; ``since`` is "" where nobody recorded the day."""

    since: str


def newer_text(school: Protocol, board: BoardTexts) -> NewerText | None:
    """Return the adopted text of its board that a school does not follow; None when it does."""
    if follows(school, board.now):
        return None
    if adoption_state(board.now) is AdoptionState.UNKNOWN:
        is_changed = any(one.is_changed for one in board_decisions(school, board))
        is_newer = board.now.facts.status in DECIDED and not is_changed
        return NewerText(since="") if is_newer else None
    names = (school.facts.organisation.name, *school.facts.organisation.aliases)
    held = holdings(board.now.facts)
    holding = [one.adoption for one in held if any(map(one.is_at, names))]
    sources = source_texts(school, board)
    if not holding or any(is_on_this_text(holding[-1], one) for one in sources):
        return None
    return NewerText(since=holding[-1].date)


def board_notices(
    school: Protocol, board: BoardTexts | None, translate: Translate, language: str
) -> Iterator[str]:
    """Say on a text that was taken over what was decided about the board's; None is not there."""
    if board is None or not is_adopted(school):
        return
    name = board.now.facts.organisation.name
    found = board_decisions(school, board)
    if not found:
        is_known = bool(source_texts(school, board))
        yield translate(_NOTHING if is_known else _NO_ONE_VERSION).format(board=name)
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
    if newer := newer_text(school, board):
        date = print_date(newer.since, language)
        yield translate(_NEWER if date else _NEWER_UNDATED).format(board=name, date=date)
