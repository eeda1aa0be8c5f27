"""Councils and sections that were passed over, as far as the top of a file tells.

Only what was recorded as submitted can be judged: a document that tells of its own decisions says
nothing of whom it did not ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.decisions.terms import answered_late
from protocolkit.document.adopted import is_adopted, school_parts
from protocolkit.document.agreed_schools import councils_without_schools, schools_unasked
from protocolkit.document.answer_terms import answer_due, answer_until
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import (
    Approval,
    Decision,
    Right,
    is_among,
    is_awaited,
    is_decided,
    is_not_simply_positive,
)
from protocolkit.document.bodies import beside_gmr, is_of_council, sections_passed_over
from protocolkit.document.decided_text import asked_of, decided_on_other_text, latest
from protocolkit.document.entry_text import is_asked_on_other, is_on_other_text, is_on_this_text
from protocolkit.document.facts import DECIDED, Status, is_own
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.document.shown_decisions import was_never_asked
from protocolkit.document.still_awaited import asked_beside
from protocolkit.text.shortening import first_names

SECTION_PASSED_OVER = warning(
    "section-passed-over",
    "A section of a council got nothing",
    "of {body} one section has this text before it; of the section '{section}' nothing is "
    "recorded.",
    "Every section gets a proposal at the same time (Wms, article 8 lid 6). Was nothing asked of "
    "it? Record that it was informed: protocol submit --right 'ter kennisneming'.",
)
SCHOOL_PASSED_OVER = warning(
    "school-passed-over",
    "For a school no council was asked",
    "about this text no council was asked for these schools: {places}.",
    "Submit the text to the councils of these schools. Does it not apply there? Take them out of "
    "'applies_to'. Is it for the other schools alone? Accept this with that reason.",
)
MR_SCHOOLS_UNSAID = warning(
    "mr-schools-unsaid",
    "Of a council it is not recorded for which schools it decides",
    "this text applies to several schools, and for which of them {body} decides is not recorded.",
    "Record that: protocol correct … --school NAME, once for each school.",
)
MR_ASKED_TOO = warning(
    "mr-asked-too",
    "An MR was asked where the GMR acts",
    "{gmr} was asked about this text, and {mr} as well.",
    "Where the GMR acts no MR is asked (Wms, article 16). Look which of the two decides.",
)
MR_PASSED_OVER = warning(
    "mr-passed-over",
    "An MR was passed over",
    "the school's own text was not submitted to its MR: {places}.",
    "The GMR decides about what the board laid down, the MR about what is the school's own. Submit "
    "the text with 'protocol submit'.",
)
GMR_PASSED_OVER = warning(
    "gmr-passed-over",
    "The GMR was passed over",
    "schools took this text over ({places}), and it was not submitted to a council.",
    "Submit the text to the GMR with 'protocol submit', or record what it decided.",
)
NEVER_SUBMITTED = warning(
    "never-submitted",
    "A text holds, and no council was asked",
    "the status is '{status}', and of no council a question or a decision is recorded.",
    "Was it decided before you kept that here? Record that: protocol approve --decision 'eerder "
    "besloten'. Else submit the text with 'protocol submit'.",
)
ANSWER_OVERDUE = warning(
    "answer-overdue",
    "The board did not answer in the time of the law",
    "no answer of the board to {body} is recorded; the three months of the law ended on {day}.",
    "Record the answer with 'protocol approve'. Look in the council's own rules which term holds.",
)
REFUSAL_UNANSWERED = warning(
    "refusal-unanswered",
    "A refusal was not answered",
    "{body} did not consent on {decided}; what the board does now is not recorded. The law gives "
    "it three months to say that, until {day}.",
    "Record that day with 'protocol approve' and --decision beantwoord. Is the proposal withdrawn? "
    "Record that: --decision 'voorstel ingetrokken'. Look in the council's own rules first.",
)
ANSWERED_LATE = warning(
    "answered-late",
    "The board answered later than the law says",
    "the board answered {body} on {answered}; the three months of the law ended on {day}.",
    "Look whether the days are right, and in the council's own rules which term holds. Are they? "
    "Accept this with a reason.",
)
COUNCIL_SILENT = warning(
    "council-silent",
    "The last day for an answer of a council has passed",
    "{body} could answer until {before}; no decision of it is recorded.",
    "Record what it decided with 'protocol approve'. No answer? Record that: --decision 'geen "
    "antwoord binnen de termijn'. It is no consent.",
)
BOARD_SILENT = warning(
    "board-silent",
    "The day by which a council wants an answer of the board has passed",
    "{body} asked the board to answer until {before}; no answer of the board is recorded.",
    "Record what the board answered: protocol approve … --decision overgenomen, or another answer. "
    "The law gives the board three months.",
)
ADVICE_UNTALKED = warning(
    "advice-untalked",
    "An advice was answered, and no talk is recorded",
    "the board answered the advice of {body}; when they talked about it is not recorded.",
    "A board that does not wholly follow an advice lets the council talk with it first (Wms, "
    "article 17). Record that day: protocol correct … --talked DATE. Was it followed? Accept this "
    "with that reason.",
)
NO_TALK = warning(
    "no-talk",
    "A board answered a proposal of a council, and no talk is recorded",
    "the board answered the proposal of {body}; when they talked about it is not recorded.",
    "The board talks with the council before it answers (Wms, article 6 lid 2). Record that day: "
    "protocol correct … --talked DATE.",
)
_MOST_PLACES = 8
_GOING = (Status.SUBMITTED, *DECIDED)


def check_councils(protocol: Protocol, today: str = "") -> Iterator[Problem]:
    """Yield each council, section and school of one text that was passed over, or has no answer.

    ``today`` is an ISO date; without it no term has passed.
    """
    facts, place = protocol.facts, protocol.location
    yield from _check_answers(protocol, today)
    if not is_own(facts) or facts.status not in _GOING:
        return
    entries = latest(protocol)
    if was_never_asked(protocol):
        yield problem(NEVER_SUBMITTED, place, status=facts.status.value)
    yield from passed_over(protocol)
    if unasked := schools_unasked(protocol):
        yield problem(SCHOOL_PASSED_OVER, place, places=_told(unasked))
    for body in councils_without_schools(protocol):
        yield problem(MR_SCHOOLS_UNSAID, place, body=body)
    if not is_adopted(protocol) and (found := beside_gmr(one for one in entries if one.sent)):
        yield problem(MR_ASKED_TOO, place, gmr=found[0].body, mr=found[1].body)
    if is_adopted(protocol) and facts.status in DECIDED and not any(map(is_of_council, entries)):
        cited = labels(protocol)
        if own := [cited[anchor] for anchor in school_parts(protocol) if anchor in cited]:
            yield problem(MR_PASSED_OVER, place, places=_told(own))


def passed_over(protocol: Protocol) -> Iterator[Problem]:
    """Yield each section of a council that got nothing, while another section of it did.

    What a section of a council decided before that went up in this one needs not be asked again.
    """
    if not is_own(protocol.facts) or protocol.facts.status not in _GOING:
        return
    entries = latest(protocol)
    # What a whole council got of an earlier text says nothing of its sections now.
    sent = [
        replace(one, body=one.ended.into) if one.ended.date else one
        for one in entries
        if one.sent and (one.section or not is_on_other_text(one, protocol))
        if not _is_of_before(one, protocol, entries)
        if not one.ended.date or (is_decided(one) and is_on_this_text(one, protocol))
    ]
    now = {asked_of(one)[0] for one in entries if one.sent and not one.ended.date}
    sent = [one for one in sent if asked_of(one)[0] in now]
    for body, sections in sections_passed_over(sent, protocol.facts.organisation.sector).items():
        for section in sections:
            yield problem(SECTION_PASSED_OVER, protocol.location, body=body, section=section)


def _is_of_before(entry: Approval, protocol: Protocol, entries: Sequence[Approval]) -> bool:
    """Tell whether a section got only an earlier text, while another of its council has this one.

    Where it decided on that one, or has it before it yet, that is told already.
    """
    if not is_on_other_text(entry, protocol) or is_asked_on_other(entry, protocol):
        return False
    same = (one for one in entries if asked_of(one)[0] == asked_of(entry)[0] and one.section)
    has_this = any(one.sent and is_on_this_text(one, protocol) for one in same)
    return has_this and not is_among(entry, decided_on_other_text(protocol))


def _check_answers(protocol: Protocol, today: str) -> Iterator[Problem]:
    """Yield what the board owes a council that refused, or that made a proposal itself."""
    if not is_own(protocol.facts):
        return
    place = protocol.location
    for entry in (*latest(protocol), *asked_beside(protocol)):
        due = answer_due(entry) if entry.sent else ""
        if due and today > due:
            values = {"body": body_name(entry), "day": print_date(due)}
            yield problem(ANSWER_OVERDUE, place, **values)
        elif due and entry.decision is Decision.WITHHELD:
            values = {"body": body_name(entry), "decided": print_date(entry.date)}
            yield problem(REFUSAL_UNANSWERED, place, day=print_date(due), **values)
        elif entry.before and today > entry.before and is_awaited(entry):
            silent = BOARD_SILENT if entry.right is Right.PROPOSAL else COUNCIL_SILENT
            before = print_date(entry.before)
            yield problem(silent, place, body=body_name(entry), before=before)
        if late := answered_late(entry) if entry.sent else "":
            values = {"body": body_name(entry), "day": print_date(answer_until(entry))}
            yield problem(ANSWERED_LATE, place, answered=print_date(late), **values)
        if is_not_simply_positive(entry) and entry.answered and not entry.talked:
            yield problem(ADVICE_UNTALKED, place, body=body_name(entry))
        is_answered = entry.right is Right.PROPOSAL and is_decided(entry)
        is_over = entry.decision is Decision.PROPOSAL_WITHDRAWN
        if is_answered and not is_over and not entry.talked:
            yield problem(NO_TALK, place, body=body_name(entry))


def check_taken_over(board: Protocol, protocols: Iterable[Protocol]) -> Iterator[Problem]:
    """Yield that a board's text holds, that schools took it over, and that no council got it.

    ``protocols`` are all of its subject.
    """
    facts = board.facts
    if not is_own(facts) or facts.status not in DECIDED or any(map(is_of_council, facts.approvals)):
        return
    others = (one for one in protocols if one.facts.based_on == board.slug and is_own(one.facts))
    taken = (one for one in others if is_adopted(one) and one.facts.status in DECIDED)
    if schools := [one.facts.organisation.name for one in taken]:
        yield problem(GMR_PASSED_OVER, board.location, places=_told(schools))


def _told(places: Sequence[str]) -> str:
    return first_names(places, _MOST_PLACES)
