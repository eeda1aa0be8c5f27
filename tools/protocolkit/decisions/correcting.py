"""Recording that a council was told of a small correction (kleine verbetering): it decides nothing.

The decision keeps its day and its check code, and holds for the corrected text as well. What may be
called small is for :mod:`~protocolkit.decisions.small_change` to say, and for a person to confirm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.changes.change_set import ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.decisions.codes import (
    CORRECTION_TOO_LARGE,
    NOT_CONFIRMED,
    NOTHING_CORRECTED,
    NOTHING_TO_CORRECT,
)
from protocolkit.decisions.days import DECIDED, TOLD, check_order, check_past
from protocolkit.decisions.small_change import too_large
from protocolkit.decisions.working_file import WorkingFile, check_kept, free_name, with_correction
from protocolkit.document.adoptions import holdings
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import (
    UNANSWERED,
    Approval,
    Right,
    SmallCorrection,
    is_adoption,
    is_among,
    is_decided,
)
from protocolkit.document.decided_text import asked_of, latest
from protocolkit.document.entry_text import is_on_exactly_this_text, told_of
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.versions.frozen import keeping, version_target
from protocolkit.versions.named import open_version

SMALL_CORRECTION = "kleine verbetering"
"""What a person types for the decision: there is none, the council is told."""

_NAME = "verbeterd"
_MOST_PLACES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What was recorded: the entries that hold for the corrected text, and where that was kept."""

    entries: tuple[Approval, ...]
    version: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Which council was told of a small correction; ``day`` is ISO 8601.

    Without ``section`` the council was told as a whole.
    """

    body: str
    day: str
    section: str | None = None


def correct(
    file: WorkingFile,
    telling: Telling,
    today: str,
    translate: Translate,
    confirm: Callable[[ChangeSet], bool],
) -> Corrected:
    """Record that a council was told; what the board adopted is corrected with it.

    ``confirm`` is shown what changed. Raises :class:`ProtocolkitError` when more than a small
    correction was made since the text that was decided on; then nothing is written.
    """
    check_past(telling.day, TOLD, file.name, today)
    numbers = _concerned(file, telling)
    entries = file.protocol.facts.approvals
    shown = False
    for version in dict.fromkeys(entries[number].last_version for number in numbers):
        changes = _since(file, version)
        _check_small(file, changes, translate)
        if not shown and not confirm(changes):
            raise ProtocolkitError(problem(NOT_CONFIRMED, Location(file.name)))
        shown = True
    name, is_new = _version(file, telling.day)
    made = SmallCorrection(
        told=telling.day, fingerprint=protocol_fingerprint(file.protocol), version=name
    )
    current = file
    for number in numbers:
        current = with_correction(current, number, made)
    kept = keeping(file.root, file.path, name, today, current.text).changes if is_new else ()
    file.replace(current.text, kept)
    found = tuple(current.protocol.facts.approvals[number] for number in numbers)
    return Corrected(entries=found, version=version_target(file.root, file.path, name))


def _concerned(file: WorkingFile, telling: Telling) -> list[int]:
    """Return which entries are corrected: of the council, and what was adopted."""
    wanted = asked_of(
        Approval(body=telling.body, section=telling.section or "", right=Right.CONSENT)
    )
    # A text may hold by several adoptions, each for schools of its own.
    held = [one.adoption for one in holdings(file.protocol.facts)]
    counting = [*(one for one in latest(file.protocol) if not is_adoption(one)), *held]
    own, adopted = [], []
    for number, entry in enumerate(file.protocol.facts.approvals):
        if not is_among(entry, counting) or not _is_about_kept_text(entry):
            continue
        body, section, *_ = asked_of(entry)
        is_section = telling.section is None or section == wanted[1]
        if is_adoption(entry):
            adopted.append(number)
        elif body == wanted[0] and is_section:
            own.append(number)
    place = Location(file.name)
    if not own:
        raise ProtocolkitError(problem(NOTHING_TO_CORRECT, place, body=telling.body))
    found = [number for number in own if not _holds(file, number)]
    if not found:
        raise ProtocolkitError(problem(NOTHING_CORRECTED, place, body=telling.body))
    for number in found:
        entry = file.protocol.facts.approvals[number]
        check_kept(file, entry, entry.last_version)
        check_order(entry.date, DECIDED, telling.day, TOLD, file.name)
    return sorted([*found, *_adopted_too(file, found, adopted)])


def _adopted_too(file: WorkingFile, own: list[int], adopted: list[int]) -> Iterator[int]:
    """Yield what was adopted of the same text as the council decided on."""
    entries = file.protocol.facts.approvals
    codes = {code for number in own for code in entries[number].every_code}
    for number in adopted:
        if codes & set(entries[number].every_code) and not _holds(file, number):
            check_kept(file, entries[number], entries[number].last_version)
            yield number


def _holds(file: WorkingFile, number: int) -> bool:
    entry = file.protocol.facts.approvals[number]
    return is_on_exactly_this_text(entry, file.protocol) or bool(told_of(entry, file.protocol))


def _is_about_kept_text(entry: Approval) -> bool:
    is_about_text = is_decided(entry) and entry.decision not in UNANSWERED
    return is_about_text and bool(entry.fingerprint and entry.version)


def _since(file: WorkingFile, version: str) -> ChangeSet:
    kept = version_target(file.root, file.path, version)
    now = version_of(file.protocol, file.name)
    return compare_versions(open_version(str(kept), file.root), now)


def _check_small(file: WorkingFile, changes: ChangeSet, translate: Translate) -> None:
    found = too_large(changes, translate)
    if not found:
        return
    said = [f"{one.place} ({one.why})" for one in found[:_MOST_PLACES]]
    said += ["…"] if len(found) > _MOST_PLACES else []
    values = {"places": "; ".join(said)}
    raise ProtocolkitError(problem(CORRECTION_TOO_LARGE, Location(file.name), **values))


def _version(file: WorkingFile, day: str) -> tuple[str, bool]:
    """Return the name of the version with the correction, and whether it is still to be kept."""
    own = protocol_fingerprint(file.protocol)
    for entry in file.protocol.facts.approvals:
        for one in entry.corrections:
            if one.fingerprint == own and one.version:
                check_kept(file, entry, one.version)
                return one.version, False
    return free_name(file, f"{_NAME}-{day}"), True


def names_told(entries: tuple[Approval, ...]) -> str:
    """Return which councils were told, as one phrase."""
    return ", ".join(body_name(one) for one in entries if not is_adoption(one))
