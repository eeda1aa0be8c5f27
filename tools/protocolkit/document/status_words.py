"""How far a text is, in words: what its cover, its pages and the commands call its status.

What stands at the top of a file is the status of a document; what a reader is told also depends on
its decisions: a council's own proposal is no draft of the board, and a text that was changed after
it was adopted is not the one that was adopted.
"""

from __future__ import annotations

from protocolkit.base.messages import Translate, mark
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
_PROPOSAL = mark("proposal of the council")
_PROPOSAL_MARK = mark("PROPOSAL OF THE COUNCIL – not yet adopted")
_PROPOSAL_STANDING = mark("Proposal of {body} to {organisation}. It has not been adopted.")
_WITHDRAWN_STANDING = mark(
    "Draft of {organisation}. The proposal was withdrawn, and the text has not been adopted."
)
_RESUBMIT = mark("changed after it was submitted")
_RESUBMIT_MARK = mark("CHANGED AFTER IT WAS SUBMITTED – no council has this text before it")
_RESUBMIT_STANDING = mark(
    "Draft of {organisation}, changed after it was submitted to the council. It has not been "
    "adopted yet."
)
_CHANGED = mark("changed after it was adopted")
_CHANGED_MARK = mark("CHANGED AFTER IT WAS ADOPTED – nothing was decided about this text")
_CHANGED_STANDING = mark(
    "Text of {organisation}, changed after the adoption of {date}. Nothing was decided about this "
    "text."
)
_OVER = mark("adopted for schools that are no more")
_OVER_MARK = mark("ADOPTED FOR SCHOOLS THAT ARE NO MORE – holds nowhere any more")
_OVER_STANDING = mark(
    "Protocol of {organisation}, adopted on {date} for schools that are no more. It holds nowhere "
    "any more."
)
_UNTRACED = mark("adoption not to be traced")
_UNTRACED_MARK = mark("ADOPTION NOT TO BE TRACED – its check code is that of no text that is known")
_UNTRACED_STANDING = mark(
    "Text of {organisation}. An adoption of {date} is recorded, with the check code of a text that "
    "is not known here."
)
RESUBMIT = "gewijzigd na het voorleggen"
"""What a text is that no council has before it, and that one had in other words."""
OVER = "vastgesteld voor scholen die niet meer bestaan"
"""What a text is that was adopted, and that holds at no school any more."""
UNTRACED = "vaststelling niet na te gaan"
"""What a text is that has an adoption of no text that is known, as other programs read it."""
CHANGED = "gewijzigd na vaststelling"
"""What a text is that another one than it was adopted of, as other programs read it."""

OTHER_MARKS = {
    _PROPOSAL_MARK: Status.CONCEPT,
    _RESUBMIT_MARK: Status.SUBMITTED,
    _CHANGED_MARK: Status.ADOPTED,
    _OVER_MARK: Status.ADOPTED,
    _UNTRACED_MARK: Status.ADOPTED,
}
"""What they may say besides, with the status of such a text."""

STATUS_SENTENCES = (
    *MARKS.values(),
    *OTHER_MARKS,
    *_OWN_STANDING.values(),
    *_DATED_STANDING.values(),
    _PROPOSAL_STANDING,
    _WITHDRAWN_STANDING,
    _RESUBMIT_STANDING,
    _CHANGED_STANDING,
    _OVER_STANDING,
    _UNTRACED_STANDING,
    _RENDERING,
)
"""Every sentence of these; its placeholders are filled with what the cover shows."""

STATUS_NAMES = (*_STATUS.values(), _PROPOSAL, _RESUBMIT, _CHANGED, _OVER, _UNTRACED)
"""Everything that a status can be called."""


def status_name(status: Status, translate: Translate) -> str:
    """Return a status as users read it."""
    return translate(_STATUS[status])


def status_word(protocol: Protocol) -> str:
    """Return how far a text is as other programs read it: as it is shown, in the words of facts."""
    if _is_proposal(protocol):
        return Right.PROPOSAL.value
    if changed_since_submission(protocol):
        return RESUBMIT
    if holds_nowhere(protocol):
        return OVER
    if changed_since_adoption(protocol):
        return UNTRACED if _is_untraced(protocol) else CHANGED
    return protocol.facts.status.value


def status_of(protocol: Protocol, translate: Translate) -> str:
    """Return how far a text is, as users read it."""
    if _is_proposal(protocol):
        return translate(_PROPOSAL)
    if changed_since_submission(protocol):
        return translate(_RESUBMIT)
    if holds_nowhere(protocol):
        return translate(_OVER)
    if changed_since_adoption(protocol):
        return translate(_UNTRACED if _is_untraced(protocol) else _CHANGED)
    return status_name(protocol.facts.status, translate)


def mark_of(protocol: Protocol, translate: Translate) -> str:
    """Return what every page of a text says that does not hold; "" for one that does."""
    if _is_proposal(protocol):
        return translate(_PROPOSAL_MARK)
    if changed_since_submission(protocol):
        return translate(_RESUBMIT_MARK)
    if holds_nowhere(protocol):
        return translate(_OVER_MARK)
    if changed_since_adoption(protocol):
        return translate(_UNTRACED_MARK if _is_untraced(protocol) else _CHANGED_MARK)
    status = protocol.facts.status
    return translate(MARKS[status]) if status in MARKS else ""


def standing_of(protocol: Protocol, year: str, translate: Translate, language: str) -> str:
    """Say what this text is and is not: a rendering, or its organisation's own document."""
    facts, name = protocol.facts, protocol.facts.organisation.name
    if not is_own(facts):
        return translate(_RENDERING).format(organisation=name, year=year)
    if _is_proposal(protocol):
        body = bodies_named([body_name(one) for one in proposals(protocol)], translate)
        return translate(_PROPOSAL_STANDING).format(body=body, organisation=name)
    if (resubmit := changed_since_submission(protocol)) or _is_withdrawn(protocol):
        said = _RESUBMIT_STANDING if resubmit else _WITHDRAWN_STANDING
        return translate(said).format(organisation=name)
    date = print_date(adopted_on(protocol), language)
    if changed_since_adoption(protocol) or holds_nowhere(protocol):
        said = _UNTRACED_STANDING if _is_untraced(protocol) else _CHANGED_STANDING
        said = _OVER_STANDING if holds_nowhere(protocol) else said
        return translate(said).format(organisation=name, date=date)
    if date and facts.status in _DATED_STANDING:
        return translate(_DATED_STANDING[facts.status]).format(organisation=name, date=date)
    return translate(_OWN_STANDING[facts.status]).format(organisation=name)


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
