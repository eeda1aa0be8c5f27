"""Recording what a council decided, on the text that it had before it and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.changes.change_set import ChangeSet
from protocolkit.decisions.adopting import schools_to_adopt
from protocolkit.decisions.codes import (
    ADOPTED_CODE_OF_OTHER,
    ALREADY_DECIDED,
    CODE_OF_OTHER,
    DECISION_UNKNOWN,
    NOT_CONFIRMED,
    NOTHING_AGREED,
    TERM_RUNNING,
)
from protocolkit.decisions.councils import check_adopter, check_exists, recorded_beside
from protocolkit.decisions.days import (
    ANSWERED,
    DECIDED,
    PROPOSED,
    SENT,
    check_order,
    check_past,
    check_talk,
)
from protocolkit.decisions.decided_anew import with_what_it_said, withdraws
from protocolkit.decisions.finding import find_entry
from protocolkit.decisions.list_rows import refuse_wrong
from protocolkit.decisions.proofs import proof_of
from protocolkit.decisions.same_text import changes_since, check_same_text
from protocolkit.decisions.schools import schools_then
from protocolkit.decisions.working_file import (
    WorkingFile,
    check_kept,
    free_name,
    with_changed_entry,
    with_entry,
)
from protocolkit.document.adopted import own_code
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import (
    FITTING,
    Approval,
    Decision,
    Proof,
    Right,
    is_decided,
    is_taken_back,
)
from protocolkit.document.decided_text import adopted_status
from protocolkit.document.entry_text import has_code_of_before, is_on_this_text
from protocolkit.document.facts import Status
from protocolkit.document.fingerprints import check_code, hex_signs, protocol_fingerprint
from protocolkit.versions.frozen import keeping, version_target
from protocolkit.versions.named import open_version

_ON_THE_TEXT = frozenset(
    {
        Decision.GRANTED,
        Decision.WITHHELD,
        Decision.POSITIVE,
        Decision.NEGATIVE,
        Decision.RECOMMENDATIONS,
        Decision.FOLLOWED,
    }
)
_AGREED, _ADOPTED = "afgesproken", "vastgesteld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a council decided, as a person records it; ``day`` is ISO 8601.

    Without ``section`` and ``right`` the council must have been asked one thing. ``signs`` are
    those of the check code on the paper, ``""`` when the file was named. ``proof`` is the letter,
    the minutes or the scan. ``schools`` are those for which the board adopts the text, none when
    that is not said; ``talked`` is the day on which the board and the council talked about it.
    ``is_sure`` says that another body than before really adopts the text. ``place`` is the row of
    a list that says so.
    """

    body: str
    decision: Decision
    day: str
    section: str | None = None
    right: Right | None = None
    signs: str = ""
    proof: Path | None = None
    schools: tuple[str, ...] = ()
    talked: str = ""
    is_sure: bool = False
    place: Location = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded, the version that was kept for it, and whether it is about this text."""

    entry: Approval
    version: Path | None
    is_on_this_text: bool


Confirm = Callable[[ChangeSet], bool]


def decide(file: WorkingFile, ruling: Ruling, today: str, confirm: Confirm) -> Recorded:
    """Record what a council decided.

    ``confirm`` is shown what was changed, when changes were agreed, and says whether these are the
    ones. Raises :class:`ProtocolkitError` with the cure when it cannot be recorded; then nothing
    is written.
    """
    check_past(ruling.day, DECIDED, file.name, today)
    proof = proof_of(ruling.proof, file.root)
    if ruling.decision is Decision.ADOPTED:
        return _adopt(file, ruling, proof, today)
    number, decided = _ruled(file, ruling, proof, today, recorded_beside(file))
    if ruling.decision is Decision.GRANTED_WITH_CHANGES:
        return _agree(file, number, decided, today, confirm)
    file.replace(with_changed_entry(file, number, decided, _status(file, ruling)))
    is_same = is_on_this_text(decided, file.protocol)
    return Recorded(entry=decided, version=None, is_on_this_text=is_same)


def decide_all(file: WorkingFile, rulings: Sequence[Ruling], today: str) -> tuple[Approval, ...]:
    """Record what several councils decided, all of it or nothing; return the entries.

    Raises :class:`ProtocolkitError` as :func:`decide` does.
    """
    current, made, wrong = file, [], []
    beside = recorded_beside(file)
    for ruling in rulings:
        try:
            check_past(ruling.day, DECIDED, file.name, today)
            proof = proof_of(ruling.proof, file.root)
            number, decided = _ruled(current, ruling, proof, today, beside)
            current = current.with_changed(number, decided, _status(current, ruling))
        except ProtocolkitError as reason:
            wrong.append(ProtocolkitError(replace(reason.problem, location=ruling.place)))
            continue
        made.append(decided)
    refuse_wrong(wrong, rulings[0].place.path)
    file.replace(current.text)
    return tuple(made)


def _status(file: WorkingFile, ruling: Ruling) -> Status | None:
    """Return the status that a text gets by a decision, None where it stays."""
    is_withdrawn = ruling.decision is Decision.PROPOSAL_WITHDRAWN
    return (adopted_status(file.protocol) or Status.CONCEPT) if is_withdrawn else None


def _ruled(
    file: WorkingFile, ruling: Ruling, proof: Proof, today: str, beside: Iterable[Approval]
) -> tuple[int, Approval]:
    """Return which entry a council decides on (from 0), and that entry with its decision."""
    number, entry = find_entry(
        file, ruling.body, ruling.section, ruling.right, ruling.decision, ruling.schools
    )
    check_exists(beside, entry.body, ruling.day, file.name)
    _check(file, entry, ruling, today)
    talked = ruling.talked or entry.talked
    if withdraws(entry, ruling.decision):
        proof = proof if ruling.proof else entry.proof
    decided = replace(entry, decision=ruling.decision, date=ruling.day, proof=proof, talked=talked)
    decided = with_what_it_said(entry, decided, today)
    if entry.version:
        check_kept(file, entry)
        decided = _with_code_of_today(file, decided)
    if ruling.decision in _ON_THE_TEXT and not ruling.signs:
        check_same_text(file, decided)
    if not entry.fingerprint and ruling.decision in _ON_THE_TEXT:
        # Nobody submitted it here: it is decided on the text as it stands.
        decided = replace(decided, fingerprint=protocol_fingerprint(file.protocol))
    return number, decided


def _check(file: WorkingFile, entry: Approval, ruling: Ruling, today: str) -> None:
    """Raise for a decision that this question cannot have, or not on that day."""
    _check_open(file, entry, ruling)
    is_proposal = entry.right is Right.PROPOSAL
    begun = entry.sent, PROPOSED if is_proposal else SENT
    done = ruling.day, ANSWERED if is_proposal else DECIDED
    check_order(*begun, *done, file.name)
    if withdraws(entry, ruling.decision) or entry.decision is Decision.ADJOURNED:
        check_order(entry.date, DECIDED, *done, file.name)
    _check_term(file, entry, ruling)
    check_talk(ruling.talked, begun, done, file.name, today)


def _with_code_of_today(file: WorkingFile, entry: Approval) -> Approval:
    """Return an entry with the check code of today where its kept version proves this text."""
    now = protocol_fingerprint(file.protocol)
    if not has_code_of_before(entry, file.protocol):
        return entry
    kept = open_version(str(version_target(file.root, file.path, entry.version)), file.root)
    return replace(entry, fingerprint=now) if kept.fingerprint == now else entry


def _check_open(file: WorkingFile, entry: Approval, ruling: Ruling) -> None:
    place = Location(file.name)
    fitting = FITTING[entry.right] | {Decision.ADJOURNED}
    if ruling.decision not in fitting:
        values = {
            "right": entry.right.value,
            "decision": ruling.decision.value,
            "known": ", ".join(f"'{one.value}'" for one in Decision if one in fitting),
        }
        raise ProtocolkitError(problem(DECISION_UNKNOWN, place, **values))
    is_late = entry.decision is Decision.NO_ANSWER and ruling.decision is not Decision.NO_ANSWER
    if is_decided(entry) and not is_late and not withdraws(entry, ruling.decision):
        values = {
            "body": body_name(entry),
            "decision": entry.decision.value,
            "date": entry.date or "–",
        }
        raise ProtocolkitError(problem(ALREADY_DECIDED, place, **values))
    kept = (hex_signs(code) for code in (entry.fingerprint, *entry.alike))
    if ruling.signs and not any(code.startswith(ruling.signs) for code in kept):
        values = {"body": body_name(entry), "own": check_code(entry.fingerprint) or "–"}
        raise ProtocolkitError(problem(CODE_OF_OTHER, place, **values))


def _check_term(file: WorkingFile, entry: Approval, ruling: Ruling) -> None:
    """Raise when no answer was given within a term that was not over."""
    if ruling.decision is Decision.NO_ANSWER and ruling.day <= entry.before:
        days = {"before": print_date(entry.before), "day": print_date(ruling.day)}
        values = {"body": body_name(entry), **days}
        raise ProtocolkitError(problem(TERM_RUNNING, Location(file.name), **values))


def _agree(
    file: WorkingFile, number: int, decided: Approval, today: str, confirm: Confirm
) -> Recorded:
    """Record consent with changes that were agreed: it holds for the text as it stands now."""
    place = Location(file.name)
    if is_on_this_text(decided, file.protocol) or not decided.version:
        values = {"body": body_name(decided), "version": decided.version or "–"}
        raise ProtocolkitError(problem(NOTHING_AGREED, place, **values))
    if not confirm(changes_since(file, decided)):
        raise ProtocolkitError(problem(NOT_CONFIRMED, place))
    name = free_name(file, f"{_AGREED}-{decided.date}")
    entry = replace(
        decided,
        fingerprint=protocol_fingerprint(file.protocol),
        own=own_code(file.protocol) if decided.own else "",
        version=name,
    )
    text = with_changed_entry(file, number, entry)
    kept = keeping(file.root, file.path, name, today, text)
    file.replace(text, kept.changes)
    return Recorded(entry=entry, version=kept.target, is_on_this_text=True)


def _adopt(file: WorkingFile, ruling: Ruling, proof: Proof, today: str) -> Recorded:
    """Record that the board adopted the text, and keep it as it was adopted."""
    _check_code(file, ruling)
    check_adopter(file, ruling.body, is_sure=ruling.is_sure)
    schools = schools_to_adopt(file, ruling.schools)
    name = free_name(file, f"{_ADOPTED}-{ruling.day}")
    entry = Approval(
        body=ruling.body,
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        section=ruling.section or "",
        date=ruling.day,
        fingerprint=protocol_fingerprint(file.protocol),
        own=own_code(file.protocol),
        version=name,
        proof=proof,
        schools=schools,
    )
    entry = replace(entry, schools=schools_then(file.protocol.facts, entry))
    waiting = [
        number
        for number, one in enumerate(file.protocol.facts.approvals)
        if one.right is Right.ADOPTION
        and not is_decided(one)
        and not is_taken_back(one)
        and one.body == ruling.body
    ]
    if waiting:
        text = with_changed_entry(file, waiting[-1], entry, Status.ADOPTED)
    else:
        text = with_entry(file, entry, Status.ADOPTED)
    kept = keeping(file.root, file.path, name, today, text)
    file.replace(text, kept.changes)
    return Recorded(entry=entry, version=kept.target, is_on_this_text=True)


def _check_code(file: WorkingFile, ruling: Ruling) -> None:
    """Raise when what is adopted is not the text of the code on the paper."""
    own = protocol_fingerprint(file.protocol)
    if ruling.signs and not hex_signs(own).startswith(ruling.signs):
        values = {"body": ruling.body, "own": check_code(own)}
        raise ProtocolkitError(problem(ADOPTED_CODE_OF_OTHER, Location(file.name), **values))
