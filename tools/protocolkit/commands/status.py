"""``protocol status``: how far protocols are, and which decisions hold now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from protocolkit.base.formats import STATUS
from protocolkit.base.messages import DEFAULT_LANGUAGE, mark
from protocolkit.base.objects import Object
from protocolkit.collection import Collection, printed_name, read_collection
from protocolkit.commands.output import (
    EXIT_CLEAN,
    EXIT_PROBLEMS,
    indented,
    repository,
    say,
    show,
    show_bytes,
    speak,
)
from protocolkit.commands.today import today
from protocolkit.commands.unread import unread_files
from protocolkit.decisions.decision_standing import DecisionStanding
from protocolkit.decisions.kept_standing import proven_standings
from protocolkit.decisions.terms import following
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.adoptions import Holding, is_for_all
from protocolkit.document.agreed_schools import adopted_schools, agreed_schools
from protocolkit.document.answer_terms import answer_due
from protocolkit.document.approval_lines import (
    body_name,
    earlier_lines,
    print_date,
)
from protocolkit.document.approvals import Approval, Decision, Right, is_among
from protocolkit.document.begins import begins_on, holdings_on
from protocolkit.document.cover_notices import (
    adopted_before,
    adopted_without,
    changed_since,
    decided_notices,
    still_open,
    unproven_notices,
)
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.endings import end_of
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import Facts
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.review_calendar import review_calendar
from protocolkit.document.school_notices import shortened
from protocolkit.document.shown_decisions import shown_decisions, told_lines, was_never_asked
from protocolkit.document.status_words import status_of, status_word
from protocolkit.document.still_awaited import awaited
from protocolkit.repository_layout import DOCUMENT_END, protocols_folder
from protocolkit.versions.board_texts import board_texts
from protocolkit.versions.decided_versions import unproven_bodies
from protocolkit.versions.named import protocol_path
from protocolkit.versions.past_day import PastDay, stood_on
from protocolkit.versions.texts_in_force import texts_in_force

_NEVER_ASKED = mark(
    "Was it decided before you kept that here? Record that with 'protocol approve' and --decision "
    "'eerder besloten'."
)
_TERM_OVER = mark("That day has passed, and no answer of the board is recorded.")
_UNSAID = mark(
    "Of what was decided before, that is often not recorded. Was it about this text? Record that "
    "with 'protocol approve' and --decision 'eerder besloten'."
)
_ABOUT = mark("Is about this text: {why}.")
_HOLDS = mark("Holds: {why}.")
_HOLDS_NOT = mark("Does not hold: {why}.")
_ON_UNSAID = mark("On which text is not recorded here.")
_BESIDE = mark("About version {version}: {told}")


def status(name: str, day: datetime | None, form: str, folder: Path) -> int:
    """Show one protocol, or all of a repository.

    ``day`` is the one on which days for an answer have passed; without it none has. What cannot be
    read is told beside the others, and ends with 1.
    """
    root = repository(folder, "status")
    code = EXIT_CLEAN
    if name:
        file = open_working_file(root, protocol_path(name, root))
        written = {file.name: file.protocol}
    else:
        collection = read_collection(root)
        written = dict(_all(collection))
        for unread in unread_files(collection):
            say(unread.line(speak))
            code = EXIT_PROBLEMS
    on = day.date().isoformat() if day else ""
    if form == "ics":
        found = (as_it_stands(protocol, on or today()) for protocol in written.values())
        show_bytes(review_calendar(found, speak))
        return code
    is_past = bool(on) and on < today()
    told = {
        name: stood_on(one, root, on) if is_past else PastDay(protocol=one)
        for name, one in written.items()
    }
    if form == "json":
        content = [_value(path, one, root, on or today()) for path, one in told.items()]
        whole = {**STATUS.head(), "protocols": content}
        show(json.dumps(whole, ensure_ascii=False, indent=1))
    else:
        show("\n\n".join("\n".join(_lines(*one, root, on)) for one in told.items()))
    return code


def _all(collection: Collection) -> Iterator[tuple[str, Protocol]]:
    root = collection.root
    for subject in collection.subjects:
        for protocol in subject.protocols:
            path = protocols_folder(root) / subject.slug / f"{protocol.slug}{DOCUMENT_END}"
            yield printed_name(path, root), subject.as_written(protocol)


def _value(path: str, past: PastDay, root: Path, day: str) -> Object:
    protocol = as_it_stands(past.protocol, day)
    schools, adopted = agreed_schools(protocol), adopted_schools(protocol)
    beside = _beside(protocol, root, day)
    return {
        "path": path,
        "status": status_word(protocol),
        "shown": status_of(protocol, speak),
        "recorded_status": past.protocol.facts.status.value,
        "fingerprint": protocol_fingerprint(protocol),
        "decisions": [_decision(one, protocol) for one in proven_standings(protocol, root)],
        "notices": [*past.notices(day, speak), *_notices(protocol, root, day)],
        "schools": None if schools is None else {"agreed": schools.agreed, "still": schools.still},
        "adopted": adopted and {"schools": adopted.agreed, "still": adopted.still},
        "in_force": [_holding(one, protocol, beside) for one in _in_force(protocol, day)],
    }


def _in_force(protocol: Protocol, day: str) -> Iterator[Holding]:
    """Yield the adoptions by which texts hold on a day; what nobody knows the text of is none."""
    return (one for one in holdings_on(protocol.facts, day) if one.adoption.near is None)


def _holding(one: Holding, protocol: Protocol, beside: Mapping[str, Sequence[str]]) -> Object:
    """Return an adoption by which a text holds now: since when, where, and whether it is this.

    ``beside`` has what there is to tell of other texts, by version; of this one the file tells it.
    """
    is_this_text = is_on_this_text(one.adoption, protocol)
    code = protocol_fingerprint(protocol) if is_this_text else "".join(one.adoption.codes[-1:])
    return {
        "version": one.adoption.version_of(code),
        "fingerprint": code,
        "since": begins_on(one.adoption),
        "schools": one.schools,
        "is_this_text": is_this_text,
        "notices": list(beside.get(one.adoption.last_version, ())),
    }


def _decision(one: DecisionStanding, protocol: Protocol) -> Object:
    entry = one.approval
    is_open = entry.decision is Decision.ASKED
    ended = end_of(entry, protocol.facts.approvals)
    return {
        "body": entry.body,
        "section": entry.section,
        "right": entry.right.value,
        "decision": None if is_open else entry.decision.value,
        "date": entry.date,
        "version": entry.version,
        "schools": entry.schools,
        "holds": one.holds,
        "why": speak(one.why),
        "shown": is_among(entry, shown_decisions(protocol)),
        "answered": entry.answered,
        "talked": entry.talked,
        "ended": {"date": ended.date, "into": ended.into} if ended.date else None,
        "corrections": [
            {"told": told.told, "fingerprint": told.fingerprint} for told in entry.corrections
        ],
        "earlier": [{"decision": one.decision.value, "date": one.date} for one in entry.earlier],
        "mended": [
            {"date": one.date, "was": one.was, "reason": one.reason} for one in entry.mended
        ],
    }


def _lines(path: str, past: PastDay, root: Path, day: str) -> Iterator[str]:
    """Yield what is told of one protocol, a line for each decision."""
    protocol = as_it_stands(past.protocol, day or today())
    yield path
    yield from (f"  {notice}" for notice in past.notices(day, speak))
    state = status_of(protocol, speak)
    code = check_code(protocol_fingerprint(protocol))
    said_first = speak("Status: {status}. Check code: {code}.")
    yield f"  {said_first.format(status=state, code=code)}"
    if open_ones := still_open(protocol, speak):
        yield from indented(" ", open_ones)
    shown = shown_decisions(protocol)
    every = proven_standings(protocol, root)
    for one in every:
        if is_among(one.approval, shown):
            yield from _rows(one, protocol, day, is_open=True)
    yield from (f"  {notice}" for notice in _notices(protocol, root, day or today()))
    for version, notices in _beside(protocol, root, day or today()).items():
        yield from (f"  {speak(_BESIDE).format(version=version, told=told)}" for told in notices)
    waiting = awaited(protocol)
    if other := [one for one in every if not is_among(one.approval, shown)]:
        yield f"  {speak('Besides, of before or about another text:')}"
        for one in other:
            yield from _rows(one, protocol, day, is_open=is_among(one.approval, waiting))
    if not protocol.facts.approvals:
        yield f"  {speak('Nothing was asked or decided.')}"
    if was_never_asked(protocol):
        yield f"  {speak(_NEVER_ASKED)}"
    if any(one.is_of_unsaid_text for one in every) and not any(one.holds for one in every):
        yield f"  {speak(_UNSAID)}"


def _notices(protocol: Protocol, root: Path, day: str) -> tuple[str, ...]:
    """Return what the cover says besides its rows, and that the text holds from after a day."""
    found = decided_notices(protocol, speak, DEFAULT_LANGUAGE, board_texts(protocol, root), day)
    return (*unproven_notices(unproven_bodies(protocol, root), speak), *found)


def _beside(protocol: Protocol, root: Path, day: str) -> dict[str, tuple[str, ...]]:
    """Return what the page of each other text that holds says of who decided on it, by version."""
    found = {}
    for one in texts_in_force(protocol, root, day):
        told = (
            *adopted_without(one.protocol, speak),
            *adopted_before(one.protocol, speak, DEFAULT_LANGUAGE),
            changed_since(one.protocol, speak),
        )
        found[one.version] = tuple(filter(None, told))
    return found


def _rows(one: DecisionStanding, protocol: Protocol, day: str, *, is_open: bool) -> Iterator[str]:
    """Yield what is told of one decision, and what follows it."""
    yield f"  {_said(one, protocol, day, is_open=is_open)}"
    follows = () if one.is_over else following(one.approval)
    yield from (f"    {line.in_words(speak)}" for line in follows)
    if day and not one.is_over and "" < answer_due(one.approval) < day:
        yield f"    {speak(_TERM_OVER)}"
    if one.approval.talked:
        text = speak("The board and the council talked about it on {day}.")
        yield f"    {text.format(day=print_date(one.approval.talked))}"
    if near := ", ".join(map(check_code, one.approval.near or ())):
        yield f"    {speak('Did you mean: {near}?').format(near=near)}"
    yield from (f"    {line}" for line in _corrections(one.approval))
    yield from (f"    {line}" for line in mended_lines(one.approval))
    earlier = earlier_lines(one.approval, speak)
    yield from (f"    {line[0].upper()}{line[1:]}" for line in earlier)


def _corrections(entry: Approval) -> Iterator[str]:
    """Yield each small correction that a council was told of, and the code before it."""
    codes = [check_code(code) for code in entry.codes]
    for before, one in zip(codes, entry.corrections, strict=False):
        text = speak("Small correction, told on {day}. Before it the check code was {code}.")
        yield text.format(day=print_date(one.told), code=before)


def mended_lines(entry: Approval) -> Iterator[str]:
    """Yield what was recorded before of a record that was put right, and why that was."""
    for one in entry.mended:
        text = speak("Put right on {day}. Before, it said: {was}. Reason: {reason}")
        yield text.format(day=print_date(one.date), was=one.was, reason=one.reason)


def _schools_told(entry: Approval, facts: Facts) -> tuple[str, ...]:
    """Return the schools of an entry, unless its body is called after the only one of them.

    Of one that is about all of them none is told.
    """
    if is_for_all(entry, facts):
        return ()
    is_called = len(entry.schools) == 1 and entry.schools[0].casefold() in entry.body.casefold()
    return () if is_called else entry.schools


def _said(one: DecisionStanding, protocol: Protocol, day: str, *, is_open: bool) -> str:
    """Return what is told of one decision; of a question that ``is_open`` until when it is."""
    entry = one.approval
    [told] = told_lines([entry], protocol, speak, DEFAULT_LANGUAGE)
    said = [body_name(entry), told.decision]
    said += [print_date(entry.date)] if entry.date else []
    if schools := _schools_told(entry, protocol.facts):
        said.append(speak("for {names}").format(names=shortened(schools, speak)))
    if entry.before and entry.decision is Decision.ASKED and is_open:
        said.append(speak("answer due on {day}").format(day=print_date(entry.before)))
        if entry.holidays:
            said.append(speak("holidays: {rule}").format(rule=entry.holidays))
        if day and entry.before < day:
            said.append(speak("that day has passed"))
    if entry.right in (Right.PROPOSAL, Right.INFORMATION):
        return f"{', '.join(said)}."
    is_refused = entry.decision is Decision.WITHHELD
    if one.is_of_unsaid_text:
        return f"{', '.join(said)}. {speak(_ON_UNSAID)}"
    sign = (_ABOUT if is_refused else _HOLDS) if one.holds else _HOLDS_NOT
    return f"{', '.join(said)}. {speak(sign).format(why=speak(one.why))}"
