"""How a protocol stood on a day that has passed: what was asked and decided by then, on which text.

Only what is recorded with its day can be told. What stood in the file on that day and was neither
submitted nor adopted nobody recorded here; the history of the repository has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import read_document
from protocolkit.document.approval_lines import print_date
from protocolkit.document.approvals import Approval, Decision, Ended, Proof, is_decided
from protocolkit.document.begins import first_day
from protocolkit.document.bodies import is_of_council
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import DECIDED, PENDING, Facts, Status
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import DOCUMENT_END, versions_folder

_LEFT_OUT = mark(
    "This is how it stood on {day}. What was asked or decided after that day is left out. What was "
    "in the file by then, and was not submitted or adopted, 'git log' tells."
)
_TEXT_THEN = mark(
    "The text is that of version '{version}': by that day it was the last one that was submitted "
    "or adopted."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDay:
    """A protocol as it stood on a day: ``version`` names the kept text, "" for the file's own.

    ``is_other`` says that something was left out.
    """

    protocol: Protocol
    version: str = ""
    is_other: bool = False

    def notices(self, day: str, translate: Translate) -> Iterator[str]:
        """Say what is left out, and which text this is."""
        if self.is_other:
            yield translate(_LEFT_OUT).format(day=print_date(day))
        if self.version:
            yield translate(_TEXT_THEN).format(version=self.version)


def stood_on(protocol: Protocol, root: Path, day: str) -> PastDay:
    """Return a protocol as it stood on a day (ISO 8601), by what is recorded with its day."""
    facts = protocol.facts
    entries = tuple(entries_on(facts.approvals, day))
    last = max((one for one in entries if one.version), key=_moment, default=None)
    text, version = protocol, ""
    if last is not None and not is_on_this_text(last, protocol):
        kept = _kept(protocol, root, last.last_version)
        text, version = (kept, last.last_version) if kept else (text, version)
    if text is protocol and entries == facts.approvals:
        return PastDay(protocol=protocol)
    made = replace(text, facts=_facts_on(facts, text.facts, entries))
    return PastDay(protocol=made, version=version, is_other=True)


def entries_on(entries: tuple[Approval, ...], day: str) -> Iterator[Approval]:
    """Yield what was asked and decided by a day; what has no day is told as it is."""
    for one in entries:
        if not _is_after(one.sent or one.date, day):
            yield _entry_on(one, day)


def _entry_on(entry: Approval, day: str) -> Approval:
    """Return an entry as it was on a day on which it was there."""
    told = tuple(one for one in entry.corrections if not _is_after(one.told, day))
    if told != entry.corrections:
        entry = replace(entry, corrections=told)
    if _is_after(entry.answered, day):
        entry = replace(entry, answered="")
    if _is_after(entry.talked, day):
        entry = replace(entry, talked="")
    if _is_after(entry.ended.date, day):
        entry = replace(entry, ended=Ended())
    if not _is_after(entry.date, day):
        return entry
    then = next((o for o in reversed(entry.earlier) if not _is_after(o.date, day)), None)
    number = entry.earlier.index(then) if then else 0
    noted = tuple(one for one in entry.mended if not _is_after(one.date, day))
    entry = replace(entry, earlier=entry.earlier[:number], mended=noted) if entry.earlier else entry
    # Which text it was about before changes were agreed is recorded no more.
    is_agreed = entry.decision is Decision.GRANTED_WITH_CHANGES
    before = replace(entry, fingerprint="", own="", version="") if is_agreed else entry
    if then:
        return replace(before, decision=then.decision, date=then.date, proof=then.proof)
    return replace(before, decision=Decision.ASKED, date="", proof=Proof())


def _is_after(date: str, day: str) -> bool:
    return bool(date) and first_day(date) > day


def _moment(entry: Approval) -> str:
    told = (one.told for one in entry.corrections)
    return max(entry.sent, entry.date if is_decided(entry) else "", *told, "")


def _kept(protocol: Protocol, root: Path, name: str) -> Protocol | None:
    place = versions_folder(root) / protocol.subject / f"{protocol.slug}@{name}{DOCUMENT_END}"
    try:
        kept = read_document(place, root).protocol
    except (ProtocolkitError, OSError):
        return None  # 'protocol check' tells why it cannot be read
    return replace(kept, subject=protocol.subject, slug=protocol.slug, location=protocol.location)


def _facts_on(now: Facts, text: Facts, entries: tuple[Approval, ...]) -> Facts:
    """Return the facts of a text with what is recorded by a day, and the status by that.

    Where it was adopted :func:`~protocolkit.document.decided_text.as_it_stands` says so.
    """
    is_asked = any(is_of_council(one) for one in entries)
    # Since when a text is withdrawn nobody recorded: the top of its file says that it is.
    is_over = now.status not in (*PENDING, *DECIDED) and entries == now.approvals
    status = Status.SUBMITTED if is_asked else Status.CONCEPT
    return replace(
        text,
        approvals=entries,
        applies_to=now.applies_to,
        ended_schools=now.ended_schools,
        renamed_schools=now.renamed_schools,
        organisation=now.organisation,
        status=now.status if is_over else status,
    )
