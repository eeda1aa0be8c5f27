"""A council that is no more: what it decided stays in its own name, and passes to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, replace_files
from protocolkit.collection import read_collection
from protocolkit.decisions.codes import (
    COUNCIL_ADOPTS,
    COUNCIL_ENDED,
    COUNCIL_ITSELF,
    COUNCIL_UNKNOWN,
    COUNCIL_WENT_UP,
    NAME_ODD,
    OTHER_ADOPTS,
)
from protocolkit.decisions.days import DECIDED, ENDED, SENT, check_order, check_past
from protocolkit.decisions.known_councils import entries_of
from protocolkit.decisions.reasons import check_reason
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.approval_lines import print_date
from protocolkit.document.approvals import (
    Approval,
    Decision,
    Ended,
    Mended,
    Right,
    is_adoption,
    is_waiting,
)
from protocolkit.document.bodies import is_named_council, is_of_council
from protocolkit.document.decided_text import asked_of, latest
from protocolkit.document.endings import is_over
from protocolkit.repository_layout import DOCUMENT_END, protocols_folder

COUNCIL_NOT_ENDED = error(
    "council-not-ended",
    "That a council ended would be taken back, and it did not end",
    "of '{body}' it is not recorded that it is no more.",
    "Look whether the name is right: {known}.",
)


COUNCIL_THERE = error(
    "council-there",
    "A council would be no more on a day on which it was asked or decided",
    "on {day} {body} was asked or decided, so it was still there.",
    "A council is there up to and including the day before. Type the first day on which it was no "
    "more.",
)
_LONGEST_NAME = 200
_NO_MORE = mark("no more since")


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedCouncil:
    """What was recorded: in which files, and each question there that is still open."""

    files: tuple[str, ...]
    open_in: tuple[tuple[str, Approval], ...]


def recorded_beside(file: WorkingFile) -> tuple[Approval, ...]:
    """Return what is recorded in a protocol, and then in all of the same organisation.

    That reads every protocol of the repository: who asks about many councils does so once.
    """
    return entries_of(file.protocol.facts, read_collection(file.root).protocols)


def check_exists(entries: Iterable[Approval], body: str, day: str, name: str) -> None:
    """Raise :class:`ProtocolkitError` when a council was no more on a day, by what is recorded."""
    for entry in entries:
        if folded(entry.body) == folded(body) and is_over(day, entry.ended.date):
            raise _no_more(entry, name)


def check_adopter(file: WorkingFile, body: str, *, is_sure: bool) -> None:
    """Raise when a council would adopt a text, or another body than before and nobody is sure."""
    place, entries = Location(file.name), file.protocol.facts.approvals
    asked = {folded(one.body) for one in entries if is_of_council(one)}
    if is_named_council(body) or folded(body) in asked:
        values = {"body": body, "decisions": _in_favour(entries, body)}
        raise ProtocolkitError(problem(COUNCIL_ADOPTS, place, **values))
    before = [one.body for one in entries if is_adoption(one)]
    if before and folded(body) not in map(folded, before) and not is_sure:
        raise ProtocolkitError(problem(OTHER_ADOPTS, place, body=body, other=before[-1]))


def _in_favour(entries: Iterable[Approval], body: str) -> str:
    """Return what to type for a council in favour, by what it was asked; for both if not known."""
    asked = {one.right for one in entries if folded(one.body) == folded(body)}
    words = {Right.CONSENT: Decision.GRANTED, Right.ADVICE: Decision.POSITIVE}
    fitting = [word for right, word in words.items() if right in asked] or words.values()
    return " / ".join(f"--decision {word.value}" for word in fitting)


def _check_heir(entry: Approval, body: str, ended: Ended) -> None:
    """Raise when the council that another one goes up in is no more itself, by an entry of it."""
    is_heir = bool(ended.into) and folded(entry.body) == folded(ended.into)
    is_gone = is_over(ended.date, entry.ended.date)
    if is_heir and (is_gone or folded(entry.ended.into) == folded(body)):
        raise _no_more(entry, body)


def end_council(root: Path, body: str, ended: Ended, today: str) -> EndedCouncil:
    """Record in every protocol that a council is no more; ``today`` is ISO 8601.

    Raises :class:`ProtocolkitError` when no protocol names it, when the day cannot be right, and
    when that was recorded before; then nothing is written.
    """
    check_past(ended.date, ENDED, body, today)
    if not ended.into.isprintable() or len(ended.into) > _LONGEST_NAME:
        values = {"name": ended.into[:40], "longest": str(_LONGEST_NAME)}
        raise ProtocolkitError(problem(NAME_ODD, Location(body), **values))
    if folded(ended.into) == folded(body):
        raise ProtocolkitError(problem(COUNCIL_ITSELF, Location(body), body=body))
    changes: list[tuple[Found, bytes]] = []
    files: list[str] = []
    is_open: list[tuple[str, Approval]] = []
    known: dict[str, list[Path]] = {}
    for path, one in _asked(root):
        known.setdefault(one.body, []).append(path)
        _check_heir(one, body, ended)
    own_paths = [path for name in known if folded(name) == folded(body) for path in known[name]]
    if not own_paths:
        names = ", ".join(known) or "–"
        raise ProtocolkitError(problem(COUNCIL_UNKNOWN, Location(body), body=body, known=names))
    for path in dict.fromkeys(own_paths):
        file = open_working_file(root, path)
        changed = _with_end(file, body, ended)
        changes.append((file.found, changed.as_bytes(changed.text)))
        files.append(file.name)
        last = latest(changed.protocol)
        own = (one for one in last if folded(one.body) == folded(body))
        is_open += [(file.name, one) for one in own if is_waiting(one)]
    replace_files(changes)
    return EndedCouncil(files=tuple(files), open_in=tuple(is_open))


def undo_end(
    root: Path, body: str, reason: str, today: str, translate: Translate
) -> tuple[str, ...]:
    """Take back in every protocol that a council is no more; return the files.

    What was recorded stays to be read, with the reason. Raises :class:`ProtocolkitError` when no
    protocol says that it ended; then nothing is written.
    """
    check_reason(reason, Location(body))
    ended = {one.body: one for _, one in _asked(root) if one.ended.date}
    changes: list[tuple[Found, bytes]] = []
    files: list[str] = []
    for path in dict.fromkeys(p for p, one in _asked(root) if folded(one.body) == folded(body)):
        file = open_working_file(root, path)
        changed = file
        for number, entry in enumerate(file.protocol.facts.approvals):
            if entry.ended.date and folded(entry.body) == folded(body):
                said = f"{translate(_NO_MORE)}: {print_date(entry.ended.date)}"
                note = Mended(date=today, was=said, reason=reason)
                mended = (*entry.mended, note)
                changed = changed.with_changed(number, replace(entry, ended=Ended(), mended=mended))
        if changed is not file:
            changes.append((file.found, changed.as_bytes(changed.text)))
            files.append(file.name)
    if not files:
        values = {"body": body, "known": ", ".join(ended) or "–"}
        raise ProtocolkitError(problem(COUNCIL_NOT_ENDED, Location(body), **values))
    replace_files(changes)
    return tuple(files)


def _with_end(file: WorkingFile, body: str, ended: Ended) -> WorkingFile:
    for number, entry in enumerate(file.protocol.facts.approvals):
        if not _is_council(entry) or folded(entry.body) != folded(body):
            continue
        if entry.ended.date:
            raise _no_more(entry, file.name)
        check_order(entry.sent, SENT, ended.date, ENDED, file.name)
        check_order(entry.date, DECIDED, ended.date, ENDED, file.name)
        if is_over(max(entry.sent, entry.date), ended.date):
            values = {"body": entry.body, "day": print_date(ended.date)}
            raise ProtocolkitError(problem(COUNCIL_THERE, Location(file.name), **values))
        file = file.with_changed(number, replace(entry, ended=ended))
    return file


def _no_more(entry: Approval, name: str) -> ProtocolkitError:
    """Return why nothing can be asked or recorded any more of a council that ended."""
    values = {"body": entry.body, "day": print_date(entry.ended.date)}
    if not entry.ended.into:
        return ProtocolkitError(problem(COUNCIL_ENDED, Location(name), **values))
    into = entry.ended.into
    return ProtocolkitError(problem(COUNCIL_WENT_UP, Location(name), into=into, **values))


def _asked(root: Path) -> Iterator[tuple[Path, Approval]]:
    """Yield each council that is named at the top of a protocol, with the path of that."""
    for subject in read_collection(root).subjects:
        for protocol in subject.protocols:
            path = protocols_folder(root) / subject.slug / f"{protocol.slug}{DOCUMENT_END}"
            for entry in protocol.facts.approvals:
                if _is_council(entry):
                    yield path, entry


def _is_council(entry: Approval) -> bool:
    return entry.right is not Right.ADOPTION


def folded(body: str) -> str:
    """Return the name of a council as it is compared: capitals and spaces do not count."""
    return asked_of(Approval(body=body, right=Right.CONSENT))[0]
