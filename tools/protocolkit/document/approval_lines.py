"""How a consent, an advice or an adoption is told: in a line of the cover, and in words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from babel.dates import format_date, format_skeleton

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.document.approvals import (
    Approval,
    Decision,
    Right,
    is_awaited,
    is_decided,
    is_taken_back,
)
from protocolkit.document.facts import DECIDED, PENDING, Facts, Status, is_own

_AS_OF = mark("As of {day}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """One decision, ready to print: in a sentence, or in a row of four cells.

    ``decision`` says both the ``right`` and the ``outcome``. ``date`` is empty when
    nothing was decided, unless an answer is due on a day that is known: then it says that.
    ``schools`` says for which schools, where the same body decided for others apart.
    """

    body: str
    right: str
    outcome: str
    decision: str
    date: str
    schools: str = ""

    @property
    def who(self) -> str:
        """Who decides, and for which schools where that tells it from another line."""
        return ", ".join(filter(None, (self.body, self.schools)))

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Who, by which right, what, and when."""
        return self.who, self.right, self.outcome, self.date

    @property
    def phrase(self) -> str:
        """Who, what and when, for a list on a page."""
        said = f"{self.who}: {self.decision}"
        return f"{said} ({self.date})" if self.date else said


_DECISION = {
    (Right.CONSENT, Decision.ASKED): mark("consent asked"),
    (Right.ADVICE, Decision.ASKED): mark("advice asked"),
    (Right.ADOPTION, Decision.ASKED): mark("adoption asked"),
    (Right.INFORMATION, Decision.ASKED): mark("informed"),
    (Right.PROPOSAL, Decision.ASKED): mark("made a proposal to the board"),
    (Right.PROPOSAL, Decision.FOLLOWED): mark("proposal followed by the board"),
    (Right.PROPOSAL, Decision.PARTLY_FOLLOWED): mark("proposal followed in part by the board"),
    (Right.PROPOSAL, Decision.NOT_FOLLOWED): mark("proposal not followed by the board"),
    (Right.CONSENT, Decision.GRANTED): mark("consent given"),
    (Right.CONSENT, Decision.GRANTED_WITH_CHANGES): mark("consent given with agreed changes"),
    (Right.CONSENT, Decision.WITHHELD): mark("consent withheld"),
    (Right.ADVICE, Decision.POSITIVE): mark("advice: positive"),
    (Right.ADVICE, Decision.NEGATIVE): mark("advice: negative"),
    (Right.ADVICE, Decision.RECOMMENDATIONS): mark("advice: with recommendations"),
    (Right.ADOPTION, Decision.ADOPTED): mark("adopted"),
    **{
        (right, decision): said
        for right in Right
        for decision, said in (
            (Decision.ADJOURNED, mark("adjourned")),
            (Decision.PROPOSAL_WITHDRAWN, mark("proposal withdrawn")),
            (Decision.NO_ANSWER, mark("no answer within the term")),
            (Decision.EARLIER, mark("decided before this was kept here")),
        )
    },
}
_RIGHT = {
    Right.CONSENT: mark("consent"),
    Right.ADVICE: mark("advice"),
    Right.ADOPTION: mark("adoption"),
    Right.INFORMATION: mark("for information"),
    Right.PROPOSAL: mark("own proposal"),
}
_OUTCOME = {
    Decision.GRANTED: mark("given"),
    Decision.GRANTED_WITH_CHANGES: mark("given with agreed changes"),
    Decision.WITHHELD: mark("not given"),
    Decision.POSITIVE: mark("positive"),
    Decision.NEGATIVE: mark("negative"),
    Decision.RECOMMENDATIONS: mark("with recommendations"),
    Decision.ADOPTED: mark("adopted"),
    Decision.FOLLOWED: mark("followed"),
    Decision.PARTLY_FOLLOWED: mark("followed in part"),
    Decision.NOT_FOLLOWED: mark("not followed"),
    Decision.ADJOURNED: mark("adjourned"),
    Decision.PROPOSAL_WITHDRAWN: mark("proposal withdrawn"),
    Decision.NO_ANSWER: mark("no answer within the term"),
    Decision.EARLIER: mark("decided before this was kept here"),
}
_ON_OTHER = mark("{decision} about another text")
_INFORMED_OTHER = mark("informed of another text")
_TAKEN_BACK = mark("adoption taken back")
_EARLIER = mark("earlier: {decision} on {day}.")
_EARLIER_PROVEN = mark("earlier: {decision} on {day} (proof: {file}).")
_UNDECIDED = mark("nothing decided yet")
DUE = mark("{date} at the latest")
"""In the place of a day of a decision that is still to come."""


def body_name(approval: Approval) -> str:
    """Return who decides, with the part of a council."""
    return f"{approval.body} ({approval.section})" if approval.section else approval.body


def as_of(day: str, translate: Translate, language: str) -> str:
    """Say for which day (ISO 8601) it is told what holds: 'As of 2 December 2026.'."""
    return translate(_AS_OF).format(day=print_date(day, language))


def print_date(iso: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Print a whole or partial ISO date in words: ``4 maart 2020``, ``mei 2019``, ``2019``.

    What is no day of the calendar (``2026-02-31``) is printed as it stands, no date as ``""``.
    """
    if not iso:
        return ""
    year, *rest = [int(part) for part in iso.split("-")]
    with contextlib.suppress(ValueError):
        if len(rest) == 1:
            return format_skeleton("yMMMM", date(year, rest[0], 1), locale=language)
        if rest:
            return format_date(date(year, rest[0], rest[1]), format="long", locale=language)
    return iso


def signatories(facts: Facts, translate: Translate) -> tuple[str, ...]:
    """Return who may sign on the cover: of a text on its way, or of an organisation's own.

    A rendering of a document that was found elsewhere has been signed elsewhere. Where a council
    has a say, each body signs its own decision; where none has, the board signs, and nobody who was
    only informed.
    """
    if facts.status not in PENDING and not (is_own(facts) and facts.status in DECIDED):
        return ()
    if any(approval.right in (Right.CONSENT, Right.ADVICE) for approval in facts.approvals):
        return ()
    own = (one for one in facts.approvals if one.right is Right.ADOPTION)
    bodies = (body_name(approval) for approval in own)
    return tuple(dict.fromkeys(bodies)) or (translate("School board"),)


def decision_words(approval: Approval, translate: Translate) -> str:
    """Return what a body decided as users read it: ``consent given``, ``consent asked``."""
    if is_taken_back(approval):
        return translate(_TAKEN_BACK)
    decision = _DECISION.get((approval.right, approval.decision))
    return translate(decision) if decision else f"{approval.right.value}: {approval.decision.value}"


def on_other_text(line: ApprovalLine, right: Right, translate: Translate) -> ApprovalLine:
    """Return a line as it is of a body that has another text before it: no day is due for this."""
    words = _INFORMED_OTHER if right is Right.INFORMATION else _ON_OTHER
    said = translate(words).format(decision=line.decision)
    return replace(line, outcome=said, decision=said, date="")


def earlier_lines(approval: Approval, translate: Translate) -> Iterator[str]:
    """Yield what was decided before, with what proves it: 'Earlier: adjourned on 10 maart 2026'.

    What else was recorded before stands with the record as put right, with its reason.
    """
    for one in approval.earlier:
        if one.decision is not Decision.ADJOURNED and not one.proof.file:
            continue
        words = decision_words(replace(approval, decision=one.decision), translate)
        said = _EARLIER_PROVEN if one.proof.file else _EARLIER
        day = print_date(one.date) or "–"
        yield translate(said).format(decision=words, day=day, file=one.proof.file)


def approval_line(
    approval: Approval,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    status: Status = Status.UNKNOWN,
) -> ApprovalLine:
    """Return a decision as a cover prints it; for a draft nothing has been asked yet."""
    return ApprovalLine(
        body=body_name(approval),
        right=translate(_RIGHT[approval.right]),
        outcome=_outcome(approval, translate, status),
        decision=decision_words(approval, translate),
        date=_day(approval, translate, language),
    )


def approval_lines(
    approvals: Sequence[Approval],
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    status: Status = Status.UNKNOWN,
) -> tuple[ApprovalLine, ...]:
    """Return decisions as a cover prints them; those of one body for other schools name these."""
    return tuple(
        with_schools(line, approval, translate)
        if any(_are_of_one_body(approval, one) for one in approvals)
        else line
        for approval in approvals
        for line in (approval_line(approval, translate, language, status),)
    )


def with_schools(line: ApprovalLine, approval: Approval, translate: Translate) -> ApprovalLine:
    """Return the line of a decision with the schools that it is for, if it names any."""
    if not approval.schools:
        return line
    names = ", ".join(approval.schools)
    return replace(line, schools=translate("for {names}").format(names=names))


def _are_of_one_body(one: Approval, other: Approval) -> bool:
    """Tell whether two decisions are of one body by the same right, and for other schools."""
    is_same = body_name(one) == body_name(other) and one.right is other.right
    return is_same and one.places != other.places


def _day(approval: Approval, translate: Translate, language: str) -> str:
    """Return the day of a decision, or the last day for one that is awaited, if that is known."""
    if approval.date:
        return print_date(approval.date, language)
    if is_decided(approval):
        return translate("no date given")
    is_due = bool(approval.before) and is_awaited(approval)
    return translate(DUE).format(date=print_date(approval.before, language)) if is_due else ""


def _outcome(approval: Approval, translate: Translate, status: Status) -> str:
    if approval.decision in _OUTCOME:
        return translate(_OUTCOME[approval.decision])
    is_asked = approval.right not in (Right.PROPOSAL, Right.INFORMATION)
    is_ahead = status is Status.CONCEPT and not approval.date and is_asked
    return translate(_UNDECIDED) if is_ahead else decision_words(approval, translate)
