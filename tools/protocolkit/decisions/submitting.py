"""Submitting a text to a council (voorleggen): it is kept as it is, and what was asked is recorded.

Each council and each section of one has an entry of its own at the top of the file, with the name
and the check code of the version that it got. The same text is kept once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.decisions.codes import (
    ALREADY_SUBMITTED,
    MR_BESIDE_GMR,
    MR_SCHOOL_UNNAMED,
    NAME_ODD,
    NOT_ON_ITS_WAY,
    NOTHING_OF_SCHOOL,
    SECTION_UNKNOWN,
)
from protocolkit.decisions.councils import check_exists, folded, recorded_beside
from protocolkit.decisions.days import (
    ANSWER,
    MEETING,
    SENT,
    check_day,
    check_order,
    check_past,
)
from protocolkit.decisions.list_rows import refuse_wrong
from protocolkit.decisions.schools import schools_named, schools_then
from protocolkit.decisions.working_file import WorkingFile, free_name, kept_already
from protocolkit.document.adopted import is_adopted, own_code, school_parts
from protocolkit.document.adoptions import every_school
from protocolkit.document.agreed_schools import lacks_schools
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import (
    Approval,
    Decision,
    Right,
    is_about,
    is_adoption,
)
from protocolkit.document.bodies import (
    OF_SOME_SCHOOLS,
    BodyKind,
    beside_gmr,
    is_of_council,
    kind_of_body,
)
from protocolkit.document.council_sections import SECTIONS
from protocolkit.document.decided_text import adopted_status, asked_of, latest
from protocolkit.document.entry_text import (
    are_on_other_texts,
    is_on_other_text,
    is_on_this_text,
)
from protocolkit.document.facts import OVER, PENDING, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.versions.frozen import keeping, version_target

GMR_BESIDE_MR = error(
    "gmr-beside-mr",
    "A GMR is asked where MR's were asked",
    "{mr} was asked about this text, so {gmr} is not.",
    "Where the GMR acts no MR is asked (Wms, article 16). Does the GMR act? Withdraw what the MR "
    "was asked first: --decision 'voorstel ingetrokken'. A GMR can be informed: --right 'ter "
    "kennisneming'.",
)
MR_SCHOOLS = error(
    "mr-schools",
    "A council is asked about a text for several schools, and not for which of these",
    "{body} is a council of one school or of some, and this text is for several: {known}.",
    "Name the schools that it decides for: --school NAME, once for each. In a list they stand in "
    "the column 'Scholen'.",
)

_NAME, _PROPOSED = "voorgelegd", "voorstel"
SENT_NAMES = (f"{_NAME}-", f"{_PROPOSED}-")
"""How versions are called after the day on which a text was submitted, or proposed."""

# After these the same text may be submitted anew.
_OVER_AND_DONE = (
    Decision.WITHHELD,
    Decision.PROPOSAL_WITHDRAWN,
    Decision.NO_ANSWER,
    Decision.PARTLY_FOLLOWED,
    Decision.NOT_FOLLOWED,
)
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of one council, or of one section of it; days are ISO 8601.

    ``schools`` are those that the council decides for, none when that is all of them;
    ``holidays`` is what its own rules say of holidays in the term; ``place`` is the row of a list
    that asks it, by which what is wrong with it is told.
    """

    body: str
    right: Right
    sent: str
    before: str
    section: str = ""
    meeting: str = ""
    holidays: str = ""
    ground: str = ""
    schools: tuple[str, ...] = ()
    shared: bool = False
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What was recorded: the entry, the kept version, and whether that was kept just now."""

    entry: Approval
    version: Path
    is_new_version: bool


def submit(file: WorkingFile, requests: Sequence[Request], today: str) -> tuple[Submission, ...]:
    """Record that a text was submitted to councils, and keep the text as it is.

    ``today`` (ISO 8601) is the day on which that is recorded. Raises :class:`ProtocolkitError`
    when the days cannot be right, when the text does not hold any more, and when the same was
    asked about the same text before; then nothing is written.
    """
    made: list[Submission] = []
    current = file
    if requests[0].place == NOWHERE:  # the version is named by this day
        check_past(requests[0].sent, SENT, file.name, today)
    name, is_new = _version_name(file, requests[0])
    target = version_target(file.root, file.path, name)
    wrong: list[ProtocolkitError] = []
    beside = recorded_beside(file)
    for request in requests:
        try:
            current, entry = _asked_at_place(current, request, name, today, beside)
        except ProtocolkitError as reason:
            wrong.append(reason)
            continue
        made.append(Submission(entry=entry, version=target, is_new_version=is_new and not made))
    refuse_wrong(wrong, requests[0].place.path)
    kept = keeping(file.root, file.path, name, today, current.text).changes if is_new else ()
    file.replace(current.text, kept)
    return tuple(made)


def _entry(file: WorkingFile, request: Request, version: str) -> Approval:
    asked = Approval(
        body=request.body,
        section=folded(request.section),
        right=request.right,
        fingerprint=protocol_fingerprint(file.protocol),
        own=_own(file, request),
        version=version,
        sent=request.sent,
        meeting=request.meeting,
        before=request.before,
        holidays=request.holidays,
        ground=request.ground,
        schools=schools_named(file, request.schools),
        shared=request.shared,
    )
    return replace(asked, schools=schools_then(file.protocol.facts, asked))


def _own(file: WorkingFile, request: Request) -> str:
    """Return the check code of the part that an MR decides about; "" where that is all of it."""
    return own_code(file.protocol) if kind_of_body(request.body) is BodyKind.MR else ""


def _asked_at_place(
    file: WorkingFile, request: Request, version: str, today: str, beside: Iterable[Approval]
) -> tuple[WorkingFile, Approval]:
    """Return a file with a request more, and that; what is wrong names its row in a list."""
    try:
        _check(file, request, today, beside)
        entry = _entry(file, request, version)
        return file.with_entry(entry, _status(file, request)), entry
    except ProtocolkitError as reason:
        if request.place == NOWHERE:
            raise
        raise ProtocolkitError(replace(reason.problem, location=request.place)) from None


def check_names(file: WorkingFile, request: Request | Approval) -> None:
    """Raise for a name that cannot be one, and for a section or school that is not known."""
    names = (request.body, request.section, request.holidays, request.ground, *request.schools)
    for name in names:
        if not name.isprintable() or len(name) > _LONGEST:
            values = {"name": name[:40], "longest": str(_LONGEST)}
            raise ProtocolkitError(problem(NAME_ODD, Location(file.name), **values))
    if request.section and folded(request.section) not in SECTIONS:
        values = {"section": request.section, "known": ", ".join(sorted(SECTIONS))}
        raise ProtocolkitError(problem(SECTION_UNKNOWN, Location(file.name), **values))
    schools_named(file, request.schools)


def check_schools(file: WorkingFile, entry: Approval) -> None:
    """Raise for a council of some schools where a text is for several, and not said for which."""
    facts = file.protocol.facts
    if lacks_schools(facts, entry):
        values = {"body": entry.body, "known": ", ".join(facts.applies_to)}
        raise ProtocolkitError(problem(MR_SCHOOLS, Location(file.name), **values))


def _check(file: WorkingFile, request: Request, today: str, beside: Iterable[Approval]) -> None:
    check_names(file, request)
    check_past(request.sent, SENT, file.name, today)
    if request.meeting:
        check_day(request.meeting, MEETING, file.name, today)
    if request.before:
        check_day(request.before, ANSWER, file.name, today)
    check_order(request.sent, SENT, request.meeting, MEETING, file.name)
    check_order(request.sent, SENT, request.before, ANSWER, file.name)
    check_order(request.meeting, MEETING, request.before, ANSWER, file.name)
    facts = file.protocol.facts
    _check_acting(file, request)
    check_schools(file, _entry(file, request, ""))
    check_exists(beside, request.body, request.sent, file.name)
    if facts.status in OVER:
        place = Location(file.name)
        raise ProtocolkitError(problem(NOT_ON_ITS_WAY, place, status=facts.status.value))
    wanted = _entry(file, request, "")
    meant = wanted.schools if kind_of_body(wanted.body) not in OF_SOME_SCHOOLS else ()
    for entry in facts.approvals:
        is_same = asked_of(entry) == asked_of(wanted) and is_on_this_text(entry, file.protocol)
        is_over = entry.decision in _OVER_AND_DONE or _is_of_before(file, entry)
        # For a school that came later the same may be asked.
        is_over |= bool(entry.schools) and not all(is_about(entry, one) for one in meant)
        if is_same and not is_over:
            values = {
                "body": body_name(entry),
                "right": entry.right.value,
                "sent": entry.sent or entry.date or "–",
            }
            raise ProtocolkitError(problem(ALREADY_SUBMITTED, Location(file.name), **values))


def _is_of_before(file: WorkingFile, entry: Approval) -> bool:
    """Tell whether another text was adopted since a council decided: it may be asked anew."""
    return any(
        is_adoption(one)
        and one.date > (entry.date or entry.sent)
        and are_on_other_texts(one, entry)
        for one in file.protocol.facts.approvals
    )


def _check_acting(file: WorkingFile, request: Request) -> None:
    """Raise when an MR is asked where the GMR acts, or a GMR where MR's were asked."""
    wanted, place = _entry(file, request, ""), Location(file.name)
    if not is_of_council(wanted):
        return
    if is_adopted(file.protocol):
        is_mr = kind_of_body(request.body) is BodyKind.MR
        if is_mr and not school_parts(file.protocol):
            raise ProtocolkitError(problem(NOTHING_OF_SCHOOL, place))
    elif found := beside_gmr(latest(file.protocol, wanted)):
        gmr, mr = found
        values = {"gmr": gmr.body, "mr": mr.body}
        is_gmr = kind_of_body(request.body) is BodyKind.GMR
        if not is_gmr and not wanted.schools and (free := _without_gmr(file)):
            values |= {"schools": ", ".join(free), "school": free[0]}
            raise ProtocolkitError(problem(MR_SCHOOL_UNNAMED, place, **values))
        raise ProtocolkitError(problem(GMR_BESIDE_MR if is_gmr else MR_BESIDE_GMR, place, **values))


def _without_gmr(file: WorkingFile) -> tuple[str, ...]:
    """Return the schools of a text for which no GMR was asked about it."""
    asked = [o for o in latest(file.protocol) if kind_of_body(o.body) is BodyKind.GMR]
    asked = [o for o in asked if is_of_council(o) and not is_on_other_text(o, file.protocol)]
    every = every_school(file.protocol.facts)
    return tuple(school for school in every if not any(is_about(o, school) for o in asked))


def _status(file: WorkingFile, request: Request) -> Status:
    """Return how far a text is: what a council itself proposes is not before one.

    A text that was adopted, for some schools or before a council was asked, stays adopted.
    """
    if request.right is not Right.PROPOSAL:
        return adopted_status(file.protocol) or Status.SUBMITTED
    now = file.protocol.facts.status
    return now if now in PENDING else Status.CONCEPT


def _version_name(file: WorkingFile, request: Request) -> tuple[str, bool]:
    """Return the name of the version that is submitted, and whether it is still to be kept."""
    if kept := kept_already(file):
        return kept, False
    name = _PROPOSED if request.right is Right.PROPOSAL else _NAME
    return free_name(file, f"{name}-{request.sent}"), True
