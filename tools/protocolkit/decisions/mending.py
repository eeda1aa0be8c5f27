"""Putting a record right that was typed wrongly: what it said before stays with it, and why.

Nothing is deleted in silence: each record keeps what was recorded before, the day on which that was
put right, and the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.decisions.codes import (
    DAY_UNREAL,
    DECISION_UNKNOWN,
    MEND_AGREED,
    MEND_TWICE,
    NAME_ODD,
    NOTHING_MENDED,
    RECORD_OF_OTHERS,
    RECORD_UNKNOWN,
    SEVERAL_ASKED,
)
from protocolkit.decisions.councils import check_adopter, check_exists, folded, recorded_beside
from protocolkit.decisions.days import (
    ANSWER,
    ANSWERED,
    DECIDED,
    MEETING,
    SENT,
    TALKED,
    check_day,
    check_order,
    check_past,
)
from protocolkit.decisions.named_persons import without_persons
from protocolkit.decisions.reasons import check_reason
from protocolkit.decisions.schools import schools_named
from protocolkit.decisions.submitting import SENT_NAMES, check_names
from protocolkit.decisions.working_file import (
    WorkingFile,
    check_kept,
    free_name,
    with_renamed,
)
from protocolkit.document.approval_lines import body_name, decision_words, print_date
from protocolkit.document.approvals import (
    FITTING,
    Approval,
    Decision,
    Mended,
    Proof,
    Right,
    is_adoption,
    is_decided,
    is_taken_back,
)
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import adopted_status, asked_of
from protocolkit.document.entry_text import are_on_other_texts
from protocolkit.document.facts import Status
from protocolkit.document.names import own_names
from protocolkit.versions.renaming import Changes, has_day, renaming

NOT_DECIDED_YET = error(
    "not-decided-yet",
    "A decision that was not taken would get a day",
    "{body} has not decided, so there is no day of a decision to put right.",
    "Record what it decided with 'protocol approve'. Is another day wrong? Name that: --sent, "
    "--meeting or --before.",
)
MEND_SCHOOLS = error(
    "mend-schools",
    "The schools of an adoption would be put right",
    "for which schools a text was adopted cannot be changed.",
    "Take the adoption back with --decision 'nog niet besloten', and adopt the text for the right "
    "schools.",
)


MEND_TAKEN_BACK = error(
    "mend-taken-back",
    "An adoption that was taken back would be put right",
    "that {body} adopted this text was taken back; there is nothing to put right.",
    "Was it adopted after all? Record that with 'protocol approve'.",
)


FIELDS: Mapping[str, Marked] = {
    "body": mark("body"),
    "section": mark("section"),
    "sent": mark("submitted on"),
    "meeting": mark("meeting on"),
    "before": mark("answer due on"),
    "decision": mark("decision"),
    "date": mark("decided on"),
    "answered": mark("answered on"),
    "talked": mark("talked on"),
    "ground": mark("article"),
    "schools": mark("schools"),
    "version": mark("version"),
}
"""What can be put right of a record, by its field, and what a reader calls it."""

_ANY = Right.CONSENT
_DAYS = {"meeting": MEETING, "before": ANSWER}
_PAST = {"sent": SENT, "date": DECIDED, "answered": ANSWERED, "talked": TALKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """Which record is put right, and how.

    ``body``, ``section`` and ``right`` say whose it is; ``of`` is a day of it where there are
    several. ``changes`` gives the new value of each field of :data:`FIELDS` that was wrong; of
    schools these are the names with ``;`` between.
    """

    body: str
    changes: Mapping[str, str]
    reason: str
    section: str | None = None
    right: Right | None = None
    of: str = ""


def mend(file: WorkingFile, mending: Mending, today: str, translate: Translate) -> Approval:
    """Put a record right; return it as it is now. ``today`` is ISO 8601.

    Raises :class:`ProtocolkitError` when there is no such record, when it says this already, and
    when what is typed cannot be; then nothing is written.
    """
    place = Location(file.name)
    check_reason(mending.reason, place)
    number, entry = _record(file, mending)
    made = _changed(file, entry, mending)
    made, moved = _with_version_of_day(file, entry, made)
    fields = [name for name in FIELDS if getattr(made, name) != getattr(entry, name)]
    if not fields:
        raise ProtocolkitError(problem(NOTHING_MENDED, place, body=body_name(entry)))
    if is_taken_back(entry) and not is_decided(made):
        raise ProtocolkitError(problem(MEND_TAKEN_BACK, place, body=body_name(entry)))
    _check(file, number, entry, made, today)
    note = mended(entry, fields, mending.reason.strip(), today, translate)
    note = replace(note, was=without_persons(entry, note.was, own_names(file.protocol.facts)))
    made = replace(made, mended=(*entry.mended, note))
    changed = file.with_changed(number, made, _status(file, entry, made))
    if moved:
        changed = with_renamed(changed, entry.version, made.version)
    file.replace(changed.text, moved)
    return made


def _with_version_of_day(
    file: WorkingFile, entry: Approval, made: Approval
) -> tuple[Approval, Changes]:
    """Return a record with its kept version called after its day, and what changes for that.

    A version that bears the day of another record too, or that has a name of its own, keeps it.
    """
    field = "sent" if entry.version.startswith(SENT_NAMES) else "date"
    before, day = getattr(entry, field), getattr(made, field)
    others = [one for one in file.protocol.facts.approvals if one is not entry]
    is_shared = any(entry.version == o.version and before in (o.sent, o.date) for o in others)
    if not day or day == before or is_shared or not has_day(entry.version, before):
        return made, ()
    check_kept(file, entry)
    name = free_name(file, f"{entry.version.partition(before)[0]}{day}")
    return replace(made, version=name), renaming(file.root, file.path, entry.version, name)


def mended(
    entry: Approval, fields: list[str], reason: str, today: str, translate: Translate
) -> Mended:
    """Return what stays of an entry of which these fields get another value."""
    was = [f"{translate(FIELDS[name])}: {_shown(entry, name, translate)}" for name in fields]
    return Mended(date=today, was="; ".join(was), reason=reason)


def _shown(entry: Approval, name: str, translate: Translate) -> str:
    if name == "decision":
        return decision_words(entry, translate)
    said = ", ".join(entry.schools) if name == "schools" else str(getattr(entry, name))
    return (print_date(said) if name in {**_PAST, **_DAYS} else said) or "–"


def _record(file: WorkingFile, mending: Mending) -> tuple[int, Approval]:
    """Return the record that is meant, with its place (from 0): the last one of its kind."""
    own = [
        (number, entry)
        for number, entry in enumerate(file.protocol.facts.approvals)
        if folded(entry.body) == folded(mending.body)
        and (mending.section is None or folded(entry.section) == folded(mending.section))
        and (mending.right is None or entry.right is mending.right)
    ]
    place = Location(file.name)
    if not own:
        raise _unknown(file, mending)
    if mending.of:
        own = [one for one in own if mending.of in (one[1].sent, one[1].date)]
        if not own:
            values = {"body": mending.body, "day": mending.of}
            raise ProtocolkitError(problem(RECORD_UNKNOWN, place, **values))
    if len({asked_of(entry) for _, entry in own}) > 1:
        known = "; ".join(
            dict.fromkeys(f"{body_name(entry)}: {entry.right.value}" for _, entry in own)
        )
        raise ProtocolkitError(problem(SEVERAL_ASKED, place, body=mending.body, known=known))
    return own[-1]


def _unknown(file: WorkingFile, mending: Mending) -> ProtocolkitError:
    """Return why no record can be put right: of this body there is none."""
    named = body_name(Approval(body=mending.body, section=mending.section or "", right=_ANY))
    known = [f"{body_name(one)}: {one.right.value}" for one in file.protocol.facts.approvals]
    values = {"body": named, "known": "; ".join(dict.fromkeys(known)) or "–"}
    return ProtocolkitError(problem(RECORD_OF_OTHERS, Location(file.name), **values))


def _changed(file: WorkingFile, entry: Approval, mending: Mending) -> Approval:
    """Return a record with what it should have said."""
    typed = {name: value.strip() for name, value in mending.changes.items()}
    for name, what in (("sent", SENT), ("date", DECIDED)):
        if typed.get(name) == "":
            raise ProtocolkitError(problem(DAY_UNREAL, Location(file.name), day="", what=what))
    if typed.get("body") == "":
        values = {"name": "", "longest": "200"}
        raise ProtocolkitError(problem(NAME_ODD, Location(file.name), **values))
    decision = Decision(typed.pop("decision")) if "decision" in typed else entry.decision
    if decision is not entry.decision:
        _check_decision(file, entry, decision)
        if decision in (Decision.ASKED, Decision.ADJOURNED):
            # Nothing was decided after all: its days and its proof go with it.
            entry = replace(entry, answered="", talked="", proof=Proof())
            typed.setdefault("date", "" if decision is Decision.ASKED else entry.date)
    schools = entry.schools
    if (said := typed.pop("schools", None)) is not None:
        schools = schools_named(file, said.split(";"))
        if not is_of_council(entry):
            raise ProtocolkitError(problem(MEND_SCHOOLS, Location(file.name)))
    made = replace(entry, decision=decision, schools=schools)
    return replace(made, **typed)  # type: ignore[arg-type]


def _check_decision(file: WorkingFile, entry: Approval, decision: Decision) -> None:
    place = Location(file.name)
    if Decision.GRANTED_WITH_CHANGES in (entry.decision, decision):
        raise ProtocolkitError(problem(MEND_AGREED, place, body=body_name(entry)))
    fitting = FITTING[entry.right] | {Decision.ASKED, Decision.ADJOURNED}
    if decision not in fitting:
        known = ", ".join(f"'{one.value}'" for one in Decision if one in fitting)
        values = {"right": entry.right.value, "decision": decision.value, "known": known}
        raise ProtocolkitError(problem(DECISION_UNKNOWN, place, **values))


def _check(file: WorkingFile, number: int, entry: Approval, made: Approval, today: str) -> None:
    """Raise for days that cannot be, a council that is no more, and a record that is there."""
    name = file.name
    for field, what in {**_PAST, **_DAYS}.items():
        day = getattr(made, field)
        if day and day != getattr(entry, field):
            (check_past if field in _PAST else check_day)(day, what, name, today)
    if made.date and not is_decided(made) and made.date != entry.date:
        raise ProtocolkitError(problem(NOT_DECIDED_YET, Location(name), body=body_name(made)))
    check_names(file, made)
    check_order(made.sent, SENT, made.meeting, MEETING, name)
    check_order(made.sent, SENT, made.before, ANSWER, name)
    check_order(made.sent, SENT, made.date, DECIDED, name)
    check_order(
        made.date if made.right is not Right.PROPOSAL else "",
        DECIDED,
        made.answered,
        ANSWERED,
        name,
    )
    check_order(made.sent, SENT, made.talked, TALKED, name)
    is_proposal = made.right is Right.PROPOSAL
    check_order(made.talked, TALKED, made.date if is_proposal else made.answered, ANSWERED, name)
    others = [one for at, one in enumerate(file.protocol.facts.approvals) if at != number]
    if folded(made.body) != folded(entry.body):
        check_exists(recorded_beside(file), made.body, made.date or made.sent, name)
        if made.right is Right.ADOPTION:
            check_adopter(file, made.body, is_sure=True)
    for one in others:
        is_moved = asked_of(made) != asked_of(entry) and asked_of(one) == asked_of(made)
        if is_moved and not are_on_other_texts(one, made):
            raise ProtocolkitError(problem(MEND_TWICE, Location(name), body=body_name(made)))


def _status(file: WorkingFile, entry: Approval, made: Approval) -> Status | None:
    """Return the status of a text by a record that was put right; None when it stays."""
    if is_adoption(entry) and not is_adoption(made):
        return _status_without(file, entry)
    was_withdrawn, is_withdrawn = (
        one.decision is Decision.PROPOSAL_WITHDRAWN for one in (entry, made)
    )
    if not is_of_council(made) or was_withdrawn == is_withdrawn:
        return None
    now, rest = file.protocol.facts.status, _others(file, entry)
    if is_withdrawn:
        return adopted_status(file.protocol) or Status.CONCEPT
    is_other_withdrawn = any(
        one.decision is Decision.PROPOSAL_WITHDRAWN and not are_on_other_texts(one, made)
        for one in rest
    )
    return Status.SUBMITTED if now is Status.CONCEPT and not is_other_withdrawn else None


def _status_without(file: WorkingFile, entry: Approval) -> Status:
    """Return the status of a text when an adoption was none after all."""
    rest = _others(file, entry)
    without = replace(file.protocol, facts=replace(file.protocol.facts, approvals=rest))
    is_asked = any(is_of_council(one) for one in rest)
    return adopted_status(without) or (Status.SUBMITTED if is_asked else Status.CONCEPT)


def _others(file: WorkingFile, entry: Approval) -> tuple[Approval, ...]:
    return tuple(one for one in file.protocol.facts.approvals if one is not entry)
