"""What is asked of a council, on a loose sheet before the cover, and what is still open.

The sheet has no number, so that the pages of the text are the same with it and without. It is made
for an organisation's own text that is before a council, and of its facts alone. It takes at most
half a page: what would be longer is said shorter, and the cover has the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Approval, Decision, Right, is_awaited
from protocolkit.document.entry_text import is_asked_on_other
from protocolkit.document.facts import Facts, Status, is_own
from protocolkit.document.model import Protocol
from protocolkit.text.letter_widths import line_count

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
# Half a page below the heading, a line, and what is between two sentences, in points as printed.
_HALF_PAGE, _LINE, _BETWEEN = 300, 15, 7
# How wide a line is on our own pages, in sizes of its letters; programs set them a little wider.
_LINE_WIDTH = 37.5
# Longer names of councils in one phrase are counted.
_MOST_SIGNS = 150
ASKING_SENTENCES = (
    *(_ABOUT, _CONSENT, _ADVICE, WHICH),
    *(_BEFORE, _BEFORE_DAY, _BEFORE_DAY_OF, _BEFORE_DAYS, _NOTHING_OPEN),
)
"""Every sentence that begins a line of the sheet and stands not on the cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brevity:
    """How much is said: of the open places all that the cover cites or a few, and of councils.

    ``joins`` says in one sentence what is asked of all by one right, ``points`` leaves the days to
    the cover, ``counts`` counts councils. Of so many ``grounds`` is said whose they are.
    """

    few_places: bool = True
    joins: bool = False
    points: bool = False
    counts: bool = False
    names_grounds: bool = True
    grounds: int = _MOST_IN_A_ROW


_WHOLE = _Brevity(few_places=False)
# From the longest sheet to the shortest.
_BREVITIES = (
    _WHOLE,
    _Brevity(),
    _Brevity(joins=True),
    _Brevity(joins=True, points=True),
    _Brevity(joins=True, points=True, counts=True),
    _Brevity(joins=True, points=True, counts=True, names_grounds=False),
    _Brevity(joins=True, points=True, counts=True, names_grounds=False, grounds=1),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the sheet says as the cover does: the title, what is open, and whom to ask.

    ``few_places`` says the same as ``open_places``, and cites fewer of them.
    """

    title: str
    open_places: str
    few_places: str
    whom: str


def asking_lines(
    facts: Facts,
    around: Around,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    *,
    is_whole: bool = False,
    names_all: bool = False,
) -> tuple[str, ...]:
    """Return the sentences of the sheet in order; none when nothing is asked of a council.

    One that ``is_whole`` may take more than half a page. ``names_all`` gives the day of each
    council here, however many there are.
    """
    asked = [one for one in facts.approvals if _is_asked(one)]
    if not asked or facts.status is not Status.SUBMITTED or not is_own(facts):
        return ()
    sheet = _Sheet(asked, translate, language, names_all=names_all)
    said: tuple[str, ...] = ()
    for brevity in (_WHOLE,) if is_whole else _BREVITIES:
        said = sheet.lines(facts.organisation.name, around, brevity)
        if _height(said) <= _HALF_PAGE:
            break
    return said


def questions_of(protocol: Protocol) -> Facts:
    """Return the facts of a text, with only the questions about the text as it stands."""
    every = protocol.facts.approvals
    asked = tuple(one for one in every if not is_asked_on_other(one, protocol))
    return replace(protocol.facts, approvals=asked)


def _height(said: Sequence[str]) -> int:
    """Return how high sentences stand on a page, in points."""
    rows = sum(line_count(line, _LINE_WIDTH) for line in said)
    return rows * _LINE + (len(said) - 1) * _BETWEEN


class _Sheet:
    """Says what is asked of councils."""

    def __init__(
        self, asked: Sequence[Approval], translate: Translate, language: str, *, names_all: bool
    ) -> None:
        self._asked = asked
        self._translate = translate
        self._language = language
        self._names_all = names_all

    def lines(self, organisation: str, around: Around, brevity: _Brevity) -> tuple[str, ...]:
        """Return the sentences, as short as is asked."""
        translate = self._translate
        about = translate(_ABOUT).format(organisation=organisation, title=around.title)
        each = [said for right in _RIGHTS for said in self._by_right(*right, brevity)]
        still = around.few_places if brevity.few_places else around.open_places
        return (
            about,
            *each,
            *self._before(brevity),
            still or translate(_NOTHING_OPEN),
            around.whom,
        )

    def _before(self, brevity: _Brevity) -> Iterator[str]:
        """Yield when an answer is due: the day, that of each council, or a line to fill in.

        Where there are too many councils to name, the cover has the day of each.
        """
        bodies: dict[str, list[str]] = {}
        for one in sorted(self._asked, key=lambda one: one.before):
            bodies.setdefault(one.before, []).append(body_name(one))
        if list(bodies) == [""]:
            yield self._translate(_BEFORE)
            return
        days = [day for day in bodies if day]
        is_long = len(days) > _MOST or any(len(set(bodies[day])) > _MOST_IN_A_ROW for day in days)
        points = brevity.points and len(days) > 1
        if len(bodies) == 1:
            yield self._translate(_BEFORE_DAY).format(date=self._day(days[0]))
        elif (is_long and not self._names_all) or points:
            first, last = self._day(days[0]), self._day(days[-1])
            yield self._translate(_BEFORE_DAYS).format(first=first, last=last)
        else:
            for day in days:
                said = bodies_named(list(dict.fromkeys(bodies[day])), self._translate)
                yield self._translate(_BEFORE_DAY_OF).format(body=said, date=self._day(day))

    def _day(self, day: str) -> str:
        return print_date(day, self._language)

    def _by_right(self, right: Right, sentence: str, brevity: _Brevity) -> Iterator[str]:
        those = [one for one in self._asked if one.right is right]
        if len(those) <= (1 if brevity.joins else _MOST):
            yield from (self._of([one], sentence, brevity) for one in those)
            return
        named = self._named(those, brevity)
        which = "" if named == ", ".join(map(body_name, those)) else f" {self._translate(WHICH)}"
        yield f"{self._of(those, sentence, brevity)}{which}"

    def _named(self, those: Sequence[Approval], brevity: _Brevity) -> str:
        """Return who these are; they are counted where their names are long."""
        names = ", ".join(map(body_name, those))
        is_long = brevity.joins and (brevity.counts or len(names) > _MOST_SIGNS)
        if is_long and len(those) > 1:
            return self._translate(_COUNCILS).format(count=len(those))
        return bodies_named([*map(body_name, those)], self._translate)

    def _of(self, those: Sequence[Approval], sentence: str, brevity: _Brevity) -> str:
        """Return what is asked of councils, with the ground of their right where it is recorded."""
        said = self._translate(sentence).format(body=self._named(those, brevity))
        grounds: dict[str, list[str]] = {}
        for one in filter(lambda one: one.ground, those):
            grounds.setdefault(one.ground.strip().rstrip("."), []).append(body_name(one))
        if not grounds:
            return said
        told = [
            ground
            if len(bodies) == len(those) or not brevity.names_grounds
            else f"{ground} ({bodies_named(bodies, self._translate)})"
            for ground, bodies in grounds.items()
        ]
        if (count := len(told) - brevity.grounds) > 0:
            told[brevity.grounds :] = [self._translate("and {count} more").format(count=count)]
        return f"{said} {self._translate(GROUND).format(ground='; '.join(told))}"


def bodies_named(bodies: Sequence[str], translate: Translate) -> str:
    """Return who decided or decide, in one phrase; many are counted."""
    if len(bodies) <= _MOST_IN_A_ROW:
        return ", ".join(bodies)
    return translate(_COUNCILS).format(count=len(bodies))


def _is_asked(approval: Approval) -> bool:
    is_council = any(approval.right is right for right, _ in _RIGHTS)
    return is_council and is_awaited(approval) and approval.decision is Decision.ASKED
