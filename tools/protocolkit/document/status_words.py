"""How far a text is, in words: what its cover, its pages and the commands call its status.

What stands at the top of a file is the status of a document; what a reader is told also depends on
its decisions: a council's own proposal is no draft of the board, and a text that was changed after
it was adopted is not the one that was adopted.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.document.adoptions import adopted_on, adoptions
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Decision, Right
from protocolkit.document.asking import bodies_named
from protocolkit.document.decided_text import (
    changed_since_adoption,
    changed_since_submission,
    holds_nowhere,
    latest,
)
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import Status, is_own
from protocolkit.document.model import Protocol
from protocolkit.document.shown_decisions import proposals

_STATUS = {
    Status.CONCEPT: mark("draft"),
    Status.INTENDED: mark("intended decision"),
    Status.SUBMITTED: mark("submitted"),
    Status.ADOPTED: mark("adopted"),
    Status.IN_FORCE: mark("in force"),
    Status.REPLACED: mark("replaced"),
    Status.WITHDRAWN: mark("withdrawn"),
    Status.UNKNOWN: mark("status unknown"),
}
MARKS = {
    Status.CONCEPT: mark("DRAFT – not yet adopted"),
    Status.INTENDED: mark("INTENDED DECISION – not yet adopted"),
    Status.SUBMITTED: mark("SUBMITTED TO THE COUNCIL – not yet adopted"),
    Status.REPLACED: mark("REPLACED – no longer in force"),
    Status.WITHDRAWN: mark("WITHDRAWN – no longer in force"),
    Status.UNKNOWN: mark("Status unknown"),
}
"""What the pages of a text that does not hold may say, by the status that it says."""

# What an organisation's own text, written here, says of itself; others we only render.
_OWN_STANDING = {
    Status.CONCEPT: mark("Draft of {organisation}. Nothing has been decided on it yet."),
    Status.INTENDED: mark("Intended decision of {organisation}. It has not been adopted yet."),
    Status.SUBMITTED: mark(
        "Draft of {organisation}, submitted to the council. It has not been adopted yet."
    ),
    Status.ADOPTED: mark("Protocol of {organisation}. It has been adopted."),
    Status.IN_FORCE: mark("Protocol of {organisation}. It is in force."),
    Status.REPLACED: mark("Former text of {organisation}. Another text has taken its place."),
    Status.WITHDRAWN: mark("Former protocol of {organisation}. It has been withdrawn."),
    Status.UNKNOWN: mark(
        "Text of {organisation}. Nobody recorded whether anything was decided on it. Not the "
        "official version; it may have been replaced."
    ),
}
_DATED_STANDING = {
    Status.ADOPTED: mark("Protocol of {organisation}, adopted on {date}."),
    Status.IN_FORCE: mark("Protocol of {organisation}, adopted on {date} and in force."),
}
_RENDERING = mark(
    "Rendering of a document of {organisation} ({year}). Not the official version; it may "
    "have been replaced."
)
_WITHDRAWN_STANDING = mark(
    "Draft of {organisation}. The proposal was withdrawn, and the text has not been adopted."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What a text is called by its decisions, and no longer by the status at its top.

    ``word`` is for other programs, ``name`` for readers; ``mark`` stands on each page, ``standing``
    in the sentence that says what it is. ``status`` is the one at its top.
    """

    word: str
    name: Marked
    mark: Marked
    standing: Marked
    status: Status


_PROPOSED = _State(
    word=Right.PROPOSAL.value,
    name=mark("proposal of the council"),
    mark=mark("PROPOSAL OF THE COUNCIL – not yet adopted"),
    standing=mark("Proposal of {body} to {organisation}. It has not been adopted."),
    status=Status.CONCEPT,
)
_RESUBMITTED = _State(
    word="gewijzigd na het voorleggen",
    name=mark("changed after it was submitted"),
    mark=mark("CHANGED AFTER IT WAS SUBMITTED – no council has this text before it"),
    standing=mark(
        "Draft of {organisation}, changed after it was submitted to the council. It has not been "
        "adopted yet."
    ),
    status=Status.SUBMITTED,
)
_CHANGED = _State(
    word="gewijzigd na vaststelling",
    name=mark("changed after it was adopted"),
    mark=mark("CHANGED AFTER IT WAS ADOPTED – nothing was decided about this text"),
    standing=mark(
        "Text of {organisation}, changed after the adoption of {date}. Nothing was decided about "
        "this text."
    ),
    status=Status.ADOPTED,
)
_OVER = _State(
    word="vastgesteld voor scholen die niet meer bestaan",
    name=mark("adopted for schools that are no more"),
    mark=mark("ADOPTED FOR SCHOOLS THAT ARE NO MORE – holds nowhere any more"),
    standing=mark(
        "Protocol of {organisation}, adopted on {date} for schools that are no more. It holds "
        "nowhere any more."
    ),
    status=Status.ADOPTED,
)
_UNTRACED = _State(
    word="vaststelling niet na te gaan",
    name=mark("adoption not to be traced"),
    mark=mark("ADOPTION NOT TO BE TRACED – its check code is that of no text that is known"),
    standing=mark(
        "Text of {organisation}. An adoption of {date} is recorded, with the check code of a text "
        "that is not known here."
    ),
    status=Status.ADOPTED,
)
_STATES = (_PROPOSED, _RESUBMITTED, _CHANGED, _OVER, _UNTRACED)

OTHER_MARKS = {state.mark: state.status for state in _STATES}
"""What they may say besides, with the status of such a text."""

STATUS_SENTENCES = (
    *MARKS.values(),
    *OTHER_MARKS,
    *_OWN_STANDING.values(),
    *_DATED_STANDING.values(),
    _WITHDRAWN_STANDING,
    *(state.standing for state in _STATES),
    _RENDERING,
)
"""Every sentence of these; its placeholders are filled with what the cover shows."""

STATUS_NAMES = (*_STATUS.values(), *(state.name for state in _STATES))
"""Everything that a status can be called."""


def status_name(status: Status, translate: Translate) -> str:
    """Return a status as users read it."""
    return translate(_STATUS[status])


def status_word(protocol: Protocol) -> str:
    """Return how far a text is as other programs read it: as it is shown, in the words of facts."""
    state = _state(protocol)
    return state.word if state else protocol.facts.status.value


def status_of(protocol: Protocol, translate: Translate) -> str:
    """Return how far a text is, as users read it."""
    state = _state(protocol)
    return translate(state.name) if state else status_name(protocol.facts.status, translate)


def mark_of(protocol: Protocol, translate: Translate) -> str:
    """Return what every page of a text says that does not hold; "" for one that does."""
    if state := _state(protocol):
        return translate(state.mark)
    status = protocol.facts.status
    return translate(MARKS[status]) if status in MARKS else ""


def standing_of(protocol: Protocol, year: str, translate: Translate, language: str) -> str:
    """Say what this text is and is not: a rendering, or its organisation's own document."""
    facts, name = protocol.facts, protocol.facts.organisation.name
    if not is_own(facts):
        return translate(_RENDERING).format(organisation=name, year=year)
    state = _state(protocol)
    if state is _PROPOSED:
        body = bodies_named([body_name(one) for one in proposals(protocol)], translate)
        return translate(state.standing).format(body=body, organisation=name)
    if state is _RESUBMITTED or _is_withdrawn(protocol):
        said = state.standing if state is _RESUBMITTED else _WITHDRAWN_STANDING
        return translate(said).format(organisation=name)
    date = print_date(adopted_on(protocol), language)
    if state:
        return translate(state.standing).format(organisation=name, date=date)
    if date and facts.status in _DATED_STANDING:
        return translate(_DATED_STANDING[facts.status]).format(organisation=name, date=date)
    return translate(_OWN_STANDING[facts.status]).format(organisation=name)


def _state(protocol: Protocol) -> _State | None:
    """Return what a text is by its decisions; None where the status at its top says it."""
    if _is_proposal(protocol):
        return _PROPOSED
    if changed_since_submission(protocol):
        return _RESUBMITTED
    if holds_nowhere(protocol):
        return _OVER
    if changed_since_adoption(protocol):
        return _UNTRACED if _is_untraced(protocol) else _CHANGED
    return None


def _is_proposal(protocol: Protocol) -> bool:
    return protocol.facts.status is Status.CONCEPT and bool(proposals(protocol))


def _is_withdrawn(protocol: Protocol) -> bool:
    """Tell whether a draft was before a council, and the board withdrew the proposal."""
    withdrawn = (o for o in latest(protocol) if o.decision is Decision.PROPOSAL_WITHDRAWN)
    is_draft = protocol.facts.status is Status.CONCEPT
    return is_draft and any(is_on_this_text(one, protocol) for one in withdrawn)


def _is_untraced(protocol: Protocol) -> bool:
    """Tell whether every adoption has the check code of no text that is known."""
    return all(one.near is not None for one in adoptions(protocol.facts))
