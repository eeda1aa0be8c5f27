"""Which facts of the front matter changed, and which status lines of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from protocolkit.changes.change_set import FactChange, Pair, Version
from protocolkit.changes.consequences import is_status
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.units import Unit
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Approval
from protocolkit.document.declared_fact import declared
from protocolkit.document.entry_text import got_other, is_on_other_text
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain

_DECISIONS = "approvals"


def changed_facts(old: Version, new: Version) -> Iterator[FactChange]:
    """Yield each fact that a document claims of itself and that changed, as they are declared.

    A question that lies before a body is no change where the other version has it about its text.
    """
    before, after = dict(_claims(old.protocol)), dict(_claims(new.protocol))
    decided, since = _decided(old.protocol), _decided(new.protocol)
    before[_DECISIONS] = _without(decided, since, _asked_beside(new.protocol))
    after[_DECISIONS] = _without(since, decided, _asked_beside(old.protocol))
    for fact in before:
        if fact in old.untold | new.untold:
            continue
        if before.get(fact, "") != after.get(fact, ""):
            yield FactChange(fact=fact, old=before.get(fact, ""), new=after.get(fact, ""))


def changed_status_lines(pairs: Iterable[Pair]) -> Iterator[FactChange]:
    """Yield each status line of the text that changed, came or went."""
    for pair in pairs:
        is_label = any(unit and unit.status and unit.column == 0 for unit in (pair.old, pair.new))
        if is_label:
            continue
        if is_status(pair) and any(p.kind is PieceKind.CONSEQUENTIAL for p in pair.pieces):
            yield FactChange(
                fact="",
                old=_of_text(pair.old),
                new=_of_text(pair.new),
                anchor=next((unit.anchor for unit in (pair.new, pair.old) if unit), ""),
                label=next((unit.label for unit in (pair.new, pair.old) if unit), ""),
            )


def _of_text(unit: Unit | None) -> str:
    return (unit.status or plain(unit.text).replace("\n", " ")) if unit else ""


def _claims(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Yield the path and the words of each fact but decisions; the title is part of the text."""
    facts = protocol.facts
    for name, about in declared(Organisation).items():
        if about.is_claim:
            yield f"organisation.{name}", _said(getattr(facts.organisation, name))
    for name, about in declared(Facts).items():
        if about.is_claim and name != "title":
            yield name, _said(getattr(facts, name))


def _decided(protocol: Protocol) -> tuple[str, ...]:
    """Return the words of each decision; what was decided on another text is no claim of this."""
    entries = protocol.facts.approvals
    return tuple(_decision(one) for one in entries if not is_on_other_text(one, protocol))


def _asked_beside(protocol: Protocol) -> tuple[str, ...]:
    """Return the words of what a body still has before it about another text than this one."""
    return tuple(_decision(one) for one in protocol.facts.approvals if got_other(one, protocol))


def _without(own: Iterable[str], others: Iterable[str], beside: Iterable[str]) -> str:
    """Return decisions of one version but the questions that the other has beside its text."""
    gone = {*beside} - {*others}
    return "; ".join(one for one in own if one not in gone)


def _decision(approval: Approval) -> str:
    said = f"{body_name(approval)}: {approval.right.value}, {approval.decision.value}"
    return f"{said}, {print_date(approval.date)}" if approval.date else said


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value.value) if isinstance(value, Enum) else str(value)
