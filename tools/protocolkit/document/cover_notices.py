"""What a cover says of a text besides its facts: open places, and what decisions leave to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adopted import school_parts
from protocolkit.document.adoptions import replaced_by
from protocolkit.document.agreed_schools import is_about_adopted
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import (
    ADVICES,
    Approval,
    Decision,
    Right,
    is_among,
    is_decided,
    is_in_favour,
    is_owed,
    is_waiting,
)
from protocolkit.document.asking import bodies_named
from protocolkit.document.begins import BEGIN_SENTENCES, holds_till, still_to_come
from protocolkit.document.board_decision import BOARD_SENTENCES, board_notices
from protocolkit.document.board_text import BoardTexts
from protocolkit.document.bodies import is_of_council
from protocolkit.document.code_notices import (
    CODE_SENTENCES,
    codes_unknown,
    name_elsewhere,
    names_removed,
)
from protocolkit.document.correction_notices import CORRECTION_SENTENCES, corrected_since, untold
from protocolkit.document.decided_text import (
    changed_since_adoption,
    decided_on_other_text,
    latest,
)
from protocolkit.document.endings import end_of
from protocolkit.document.facts import DECIDED, PENDING, is_own
from protocolkit.document.late_decisions import decided_late
from protocolkit.document.model import Protocol
from protocolkit.document.open_places import open_places
from protocolkit.document.outline import labels
from protocolkit.document.school_notices import (
    SCHOOL_SENTENCES,
    adopted_each,
    adopted_so_far,
    consent_so_far,
    holds_elsewhere,
    schools_gone,
    schools_renamed,
    schools_unsaid,
    shortened,
    unasked_schools,
)
from protocolkit.document.shown_decisions import (
    SHOWN_SENTENCES,
    shown_decisions,
    waiting_notices,
    was_never_asked,
)

OPEN_ONE = mark("1 place is still open: {places}.")
OPEN_MORE = mark("{count} places are still open: {places}.")
OPEN_REST = mark("and {count} more in {clauses} clauses")
_OPEN_ELSEWHERE = mark("and {count} more, see the cover")
MOST_PLACES = 30
"""As many are cited by name; the others are counted."""
_FEW_PLACES = 3
CHANGED = mark(
    "This text was changed after {body} decided about it. What was decided does not hold for this "
    "text."
)
MERGED = mark(
    "{body} went up in {other} on {date}. What it decided stays in its own name, and is no "
    "decision of {other}."
)
ENDED = mark("{body} has been no more since {date}. What it decided stays in its own name.")
MERGED_OPEN = mark("{body} went up in {other} on {date}, before it decided about this text.")
ENDED_OPEN = mark("{body} has been no more since {date}, and had not decided about this text.")
REPLACED_ON = mark(
    "Another text was adopted after this one, on {date}. This text does not hold again until it is "
    "adopted anew."
)
UNPROVEN = mark(
    "The version that was kept for {body} is not as it was. So it is not proven that this is the "
    "same text."
)
# As papers of before say it.
_UNPROVEN_DECISION = mark(
    "The version that {body} decided on is not as it was kept. So it is not proven that this text "
    "is the one that was decided on."
)
_UNPROVEN_BEFORE = mark(
    "A version that was kept of a decision is not as it was kept. So it is not proven that this "
    "text is the one that was decided on."
)
OWN_PART = mark(
    "About what the board laid down for all schools the GMR decides. About what the school itself "
    "filled in, changed or added {body} decides: {places}."
)
REFUSED = mark("The text was adopted, though {body} did not give consent.")
NO_CONSENT = mark("The text was adopted; no consent of {body} is recorded.")
LATE = mark("The text was adopted on {date}, before {body} decided.")
NEVER_ASKED = mark("Of no council a question or a decision is recorded.")
ANSWERED = mark("The board answered the advice of {body} in writing on {date}.")
UNANSWERED = mark("No written answer of the board to the advice of {body} is recorded yet.")
REFUSAL_OPEN = mark("{body} did not consent. What the board does now is not recorded yet.")
REFUSAL_ANSWERED = mark("{body} did not consent. The board said on {date} what it does now.")
NOTICE_SENTENCES = (
    *BEGIN_SENTENCES,
    *BOARD_SENTENCES,
    *SCHOOL_SENTENCES,
    *SHOWN_SENTENCES,
    ANSWERED,
    UNANSWERED,
    REFUSAL_ANSWERED,
    OPEN_ONE,
    OPEN_MORE,
    CHANGED,
    *CODE_SENTENCES,
    *CORRECTION_SENTENCES,
    MERGED,
    ENDED,
    MERGED_OPEN,
    ENDED_OPEN,
    REFUSED,
    NO_CONSENT,
    LATE,
    NEVER_ASKED,
    REPLACED_ON,
    UNPROVEN,
    _UNPROVEN_DECISION,
    _UNPROVEN_BEFORE,
    OWN_PART,
)
"""Every sentence of these that a cover may have."""


def unproven_notices(bodies: Sequence[str], translate: Translate) -> tuple[str, ...]:
    """Return that what was kept for bodies is not as it was; nothing where there are none."""
    said = translate(UNPROVEN).format(body=bodies_named(bodies, translate))
    return (said,) if bodies else ()


def decided_notices(
    protocol: Protocol,
    translate: Translate,
    language: str,
    board: BoardTexts | None = None,
    day: str | None = "",
) -> tuple[str, ...]:
    """Return what there is to tell of the decisions on an organisation's own text.

    ``board`` is the protocol of the board that it was taken over from, where that is there. That
    the text begins to hold later is told until that ``day``; "" is always, None is never.
    """
    if not is_own(protocol.facts):
        return ()
    told = (
        *(still_to_come(protocol, day, translate, language) if day is not None else ()),
        *names_removed(protocol, translate, language),
        name_elsewhere(protocol, translate),
        *waiting_notices(protocol, translate),
        own_part(protocol, translate),
        *board_notices(protocol, board, translate, language),
        replaced_on(protocol, translate, language),
        *holds_elsewhere(protocol, translate, language),
        adopted_so_far(protocol, translate),
        *adopted_each(protocol, translate, language),
        *adopted_without(protocol, translate),
        *adopted_before(protocol, translate, language),
        translate(NEVER_ASKED) if was_never_asked(protocol) else "",
        changed_since(protocol, translate),
        *codes_unknown(protocol, translate),
        *corrected_since(protocol, translate, language),
        *consent_so_far(protocol, translate),
        unasked_schools(protocol, translate),
        schools_unsaid(protocol, translate),
        *schools_gone(protocol, translate, language),
        *schools_renamed(protocol, translate),
        *answers(protocol, translate, language),
        *ended_councils(protocol, translate, language),
    )
    return tuple(filter(None, told))


def own_part(protocol: Protocol, translate: Translate) -> str:
    """Say in a text that was taken over from a board what a council of the school decides about."""
    asked = [one for one in latest(protocol) if is_of_council(one)]
    if not asked or not (own := school_parts(protocol)):
        return ""
    cited = labels(protocol)
    places = [cited[anchor] for anchor in own if anchor in cited]
    body = bodies_named(list(dict.fromkeys(one.body for one in asked)), translate)
    return translate(OWN_PART).format(body=body, places=shortened(places, translate))


def replaced_on(protocol: Protocol, translate: Translate, language: str) -> str:
    """Say of a text that was adopted when another one took its place, or from when one does."""
    if said := holds_till(protocol, translate, language):
        return said
    other = replaced_by(protocol)
    if other is None or not other.date:
        return ""
    return translate(REPLACED_ON).format(date=print_date(other.date, language))


def answers(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say when the board answered an advice or a refusal, and which advice it did not answer."""
    for one in shown_decisions(protocol):
        day = print_date(one.answered, language)
        is_advice = one.decision in ADVICES
        if one.answered and (is_advice or one.decision is Decision.WITHHELD):
            said = ANSWERED if is_advice else REFUSAL_ANSWERED
            yield translate(said).format(body=body_name(one), date=day)
        elif is_advice and is_owed(one):
            yield owed_answer(one, translate)


def owed_answer(entry: Approval, translate: Translate) -> str:
    """Say that the board owes an answer to an advice or a refusal; "" where it does not."""
    if not is_owed(entry):
        return ""
    said = UNANSWERED if entry.decision in ADVICES else REFUSAL_OPEN
    return translate(said).format(body=body_name(entry))


def adopted_without(protocol: Protocol, translate: Translate) -> Iterator[str]:
    """Say of a text that was adopted which councils did not consent, and of which nobody knows."""
    if protocol.facts.status not in DECIDED or changed_since_adoption(protocol):
        return
    last = (one for one in latest(protocol) if one.right is Right.CONSENT)
    asked = [one for one in last if is_about_adopted(one, protocol)]
    without = [one for one in asked if not is_in_favour(one)]
    refused = [body_name(one) for one in without if one.decision is Decision.WITHHELD]
    silent = [body_name(one) for one in without if one.decision is not Decision.WITHHELD]
    for sentence, bodies in ((REFUSED, refused), (NO_CONSENT, silent)):
        if bodies:
            yield translate(sentence).format(body=bodies_named(bodies, translate))


def adopted_before(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say which councils decided when the text was adopted already."""
    found: dict[str, list[str]] = {}
    for entry, adoption in decided_late(latest(protocol)):
        found.setdefault(adoption.date, []).append(body_name(entry))
    for day, bodies in found.items():
        body = bodies_named(list(dict.fromkeys(bodies)), translate)
        yield translate(LATE).format(date=print_date(day, language), body=body)


def ended_councils(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say which councils that were asked about the text are no more, and what these left open."""
    last = [o for o in latest(protocol) if o.ended.date and o.right is not Right.INFORMATION]
    # On a proposal of the council itself it was the board that decided.
    decided = [one for one in last if is_decided(one) and one.right is not Right.PROPOSAL]
    names = set(map(body_name, decided))
    waiting = [one for one in last if is_waiting(one) and body_name(one) not in names]
    open_ones = set(map(body_name, waiting))
    decided += [o for o in last if is_decided(o) and body_name(o) not in names | open_ones]
    every = protocol.facts.approvals
    told = [(one.body, end_of(one, every), MERGED, ENDED) for one in decided]
    told += [(body_name(one), end_of(one, every), MERGED_OPEN, ENDED_OPEN) for one in waiting]
    for body, ended, merged, gone in dict.fromkeys(told):
        said, date = translate(merged if ended.into else gone), print_date(ended.date, language)
        yield said.format(body=body, other=ended.into, date=date)


def changed_since(protocol: Protocol, translate: Translate) -> str:
    """Say whose decision is about another text than this one."""
    still = untold(protocol)
    told = (one for one in decided_on_other_text(protocol) if one.near is None)
    told = (one for one in told if not is_among(one, still))
    bodies = tuple(map(body_name, told))
    if not bodies:
        return ""
    return translate(CHANGED).format(body=bodies_named(bodies, translate))


def still_open(protocol: Protocol, translate: Translate) -> str:
    """Say how many places of a text on its way are still open, and where."""
    return open_sentence(protocol, translate) if protocol.facts.status in PENDING else ""


def few_still_open(protocol: Protocol, translate: Translate) -> str:
    """Say how many places of a text on its way are still open, and of the first where."""
    if protocol.facts.status not in PENDING:
        return ""
    counted = Counter(place.label for place in open_places(protocol))
    if len(counted) <= _FEW_PLACES + 1:
        return still_open(protocol, translate)
    told = list(counted.items())[:_FEW_PLACES]
    more = counted.total() - sum(times for _, times in told)
    rest = translate(_OPEN_ELSEWHERE).format(count=more)
    places = ", ".join([*map(_counted, told), rest])
    return translate(OPEN_MORE).format(count=counted.total(), places=places)


def open_sentence(protocol: Protocol, translate: Translate) -> str:
    """Say how many places of a text are still open, and where; "" when none is."""
    found = open_places(protocol)
    if not found:
        return ""
    counted = Counter(place.label for place in found)
    said = [*map(_counted, counted.items())]
    # one clause too many is named too: it takes no more room than its count
    if (clauses := len(said) - MOST_PLACES) > 1:
        more = sum(list(counted.values())[MOST_PLACES:])
        said[MOST_PLACES:] = [translate(OPEN_REST).format(count=more, clauses=clauses)]
    sentence = translate(OPEN_ONE if len(found) == 1 else OPEN_MORE)
    return sentence.format(count=len(found), places=", ".join(said))


def _counted(place: tuple[str, int]) -> str:
    label, times = place
    return f"{label} ({times}×)" if times > 1 else label
