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
_BEFORE_DAYS = mark(
    "We would like your answer on the day that the cover gives beside your council: the first is "
    "{first}, the last {last}."
)
GROUND = mark("Ground: {ground}.")
_NOTHING_OPEN = mark("Nothing is open any more: everything has been filled in.")
ASKING_SENTENCES = (
    *(_ABOUT, _CONSENT, _ADVICE, WHICH),
    *(_BEFORE, _BEFORE_DAY, _BEFORE_DAY_OF, _BEFORE_DAYS, _NOTHING_OPEN),
)
"""Every sentence that begins a line of the sheet and stands not on the cover."""


def asking_lines(
    facts: Facts,
    title: str,
    open_places: str,
    whom: str,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    *,
    names_all: bool = False,
) -> tuple[str, ...]:
    """Return the sentences of the sheet in order; none when nothing is asked of a council.

    ``open_places`` says what is still open, ``whom`` whom to ask, as the cover says it.
    ``names_all`` gives the day of each council here, however many there are.
    """
    asked = [one for one in facts.approvals if _is_asked(one)]
    if not asked or facts.status is not Status.SUBMITTED or not is_own(facts):
        return ()
    about = translate(_ABOUT).format(organisation=facts.organisation.name, title=title)
    each = [said for right in _RIGHTS for said in _asked_by(*right, asked, translate)]
    still = open_places or translate(_NOTHING_OPEN)
    days = _asked_before(asked, translate, language, names_all=names_all)
    return (about, *each, *days, still, whom)


def _asked_before(
    asked: Sequence[Approval], translate: Translate, language: str, *, names_all: bool
) -> Iterator[str]:
    """Yield when an answer is due: the day, that of each council, or a line to fill in.

    Where there are too many councils to name, the cover has the day of each.
    """
    bodies: dict[str, list[str]] = {}
    for one in sorted(asked, key=lambda one: one.before):
        bodies.setdefault(one.before, []).append(body_name(one))
    if list(bodies) == [""]:
        yield translate(_BEFORE)
        return
    days = [day for day in bodies if day]
    is_long = len(days) > _MOST or any(len(set(bodies[day])) > _MOST_IN_A_ROW for day in days)
    if len(bodies) == 1:
        yield translate(_BEFORE_DAY).format(date=print_date(days[0], language))
    elif is_long and not names_all:
        first, last = print_date(days[0], language), print_date(days[-1], language)
        yield translate(_BEFORE_DAYS).format(first=first, last=last)
    else:
        for day in days:
            said = bodies_named(list(dict.fromkeys(bodies[day])), translate)
            yield translate(_BEFORE_DAY_OF).format(body=said, date=print_date(day, language))


def _asked_by(
    right: Right, sentence: str, asked: Sequence[Approval], translate: Translate
) -> Iterator[str]:
    those = [one for one in asked if one.right is right]
    if len(those) <= _MOST:
        yield from (_asked_of([one], sentence, translate) for one in those)
        return
    yield f"{_asked_of(those, sentence, translate)} {translate(WHICH)}"


def _asked_of(those: Sequence[Approval], sentence: str, translate: Translate) -> str:
    """Return what is asked of councils, with the ground of their right where it is recorded."""
    said = translate(sentence).format(body=bodies_named([*map(body_name, those)], translate))
    grounds: dict[str, list[str]] = {}
    for one in filter(lambda one: one.ground, those):
        grounds.setdefault(one.ground.strip().rstrip("."), []).append(body_name(one))
    if not grounds:
        return said
    told = [
        ground if len(bodies) == len(those) else f"{ground} ({bodies_named(bodies, translate)})"
        for ground, bodies in grounds.items()
    ]
    if len(told) > _MOST_IN_A_ROW:
        more = translate("and {count} more").format(count=len(told) - _MOST_IN_A_ROW)
        told[_MOST_IN_A_ROW:] = [more]
    return f"{said} {translate(GROUND).format(ground='; '.join(told))}"


def bodies_named(bodies: Sequence[str], translate: Translate) -> str:
    """Return who decided or decide, in one phrase; many are counted."""
    if len(bodies) <= _MOST_IN_A_ROW:
        return ", ".join(bodies)
    return translate(_COUNCILS).format(count=len(bodies))


def _is_asked(approval: Approval) -> bool:
    is_council = any(approval.right is right for right, _ in _RIGHTS)
    return is_council and is_awaited(approval) and approval.decision is Decision.ASKED
