"""What an update brought: told at once, so that nobody finds it in a later check."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.collection import Subject
from protocolkit.commands.answered_lines import answered_lines
from protocolkit.commands.clash_lines import clash_keys, clash_lines
from protocolkit.commands.new_odd import odd_lines
from protocolkit.commands.output import indented, lines_of, speak
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels, sections
from protocolkit.drafting.update.moved_references import moved_references


def news_lines(before: Protocol, after: Protocol, subject: Subject) -> Iterator[str]:
    """Yield what does not go together since clauses were taken over, and what is odd in these."""
    yield from clash_lines(after, clash_keys(before))
    known = {(e.anchor, e.choice, e.fingerprint) for e in before.facts.provenance}
    entries = after.facts.provenance
    fresh = {e.anchor for e in entries if (e.anchor, e.choice, e.fingerprint) not in known}
    head, items = odd_lines(after, subject.protocols, fresh)
    if items:
        yield from lines_of(head)
    for item in items:
        yield from indented("  -", item)
    yield from _reference_lines(before, after)
    yield from answered_lines(after, subject.concordance)


def _reference_lines(before: Protocol, after: Protocol) -> Iterator[str]:
    """Yield which references mean another clause now, with what that is called that they meant."""
    named = {section.anchor: section.marker for section in sections(after)} | {**labels(after)}
    moved = list(moved_references(before, after))
    if moved:
        text = speak("Numbers have changed. Correct these references, which were typed:")
        yield from lines_of(text)
    for one in moved:
        text = speak("{place}: ‘{words}’ meant what is {label} now")
        said = text.format(place=named[one.anchor], words=one.text, label=named[one.target])
        yield from indented("  -", said)
