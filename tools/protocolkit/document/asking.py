"""What is asked of a council, on a loose sheet before the cover, and what is still open.

The sheet has no number, so that the pages of the text are the same with it and without. It is made
for an organisation's own text that is before a council, and of its facts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Approval, Decision, Right, is_awaited
from protocolkit.document.facts import Facts, Status, is_own

ASKING = mark("What do we ask of you?")
_ABOUT = mark("{organisation} submits this text to you: {title}.")
_CONSENT = mark("{body}: we ask for your consent. You have the right of consent.")
_ADVICE = mark("{body}: we ask for your advice. You have the right of advice.")
# A council is asked by these; a board adopts, and is not asked here.
_RIGHTS = ((Right.CONSENT, _CONSENT), (Right.ADVICE, _ADVICE))
WHICH = mark("The cover says which councils these are.")
_COUNCILS = mark("{count} councils")
# More than these are counted: the sheet is half a page.
_MOST = 5
_MOST_IN_A_ROW = 3
_BEFORE = mark("We would like your answer before: ______________________")
_BEFORE_DAY = mark("We would like your answer on {date} at the latest.")
_BEFORE_DAY_OF = mark("{body}: we would like your answer on {date} at the latest.")
_NOTHING_OPEN = mark("Nothing is open any more: everything has been filled in.")
ASKING_SENTENCES = (
    *(_ABOUT, _CONSENT, _ADVICE, WHICH),
    *(_BEFORE, _BEFORE_DAY, _BEFORE_DAY_OF, _NOTHING_OPEN),
)
"""Every sentence that stands on the sheet and not on the cover."""


def asking_lines(
    facts: Facts,
    title: str,
    open_places: str,
    whom: str,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
) -> tuple[str, ...]:
    """Return the sentences of the sheet in order; none when nothing is asked of a council.

    ``open_places`` says what is still open, ``whom`` whom to ask, as the cover says it.
    """
    asked = [one for one in facts.approvals if _is_asked(one)]
    if not asked or facts.status is not Status.SUBMITTED or not is_own(facts):
        return ()
    about = translate(_ABOUT).format(organisation=facts.organisation.name, title=title)
    each = [said for right in _RIGHTS for said in _asked_by(*right, asked, translate)]
    still = open_places or translate(_NOTHING_OPEN)
    return (about, *each, *_asked_before(asked, translate, language), still, whom)


def _asked_before(asked: Sequence[Approval], translate: Translate, language: str) -> Iterator[str]:
    """Yield when an answer is due: the day, that of each council, or a line to fill in."""
    days = sorted({one.before for one in asked})
    if days == [""]:
        yield translate(_BEFORE)
        return
    sentence = translate(_BEFORE_DAY if len(days) == 1 else _BEFORE_DAY_OF)
    for day in filter(None, days):
        own = list(dict.fromkeys(body_name(one) for one in asked if one.before == day))
        said = bodies_named(own, translate)
        yield sentence.format(body=said, date=print_date(day, language))


def _asked_by(
    right: Right, sentence: str, asked: Sequence[Approval], translate: Translate
) -> Iterator[str]:
    bodies = [body_name(one) for one in asked if one.right is right]
    if len(bodies) <= _MOST:
        yield from (translate(sentence).format(body=body) for body in bodies)
        return
    councils = bodies_named(bodies, translate)
    yield f"{translate(sentence).format(body=councils)} {translate(WHICH)}"


def bodies_named(bodies: Sequence[str], translate: Translate) -> str:
    """Return who decided or decide, in one phrase; many are counted."""
    if len(bodies) <= _MOST_IN_A_ROW:
        return ", ".join(bodies)
    return translate(_COUNCILS).format(count=len(bodies))


def _is_asked(approval: Approval) -> bool:
    is_council = any(approval.right is right for right, _ in _RIGHTS)
    return is_council and is_awaited(approval) and approval.decision is Decision.ASKED
