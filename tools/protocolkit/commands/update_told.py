"""What an update brought: told at once, so that nobody finds it in a later check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.collection import Subject
from protocolkit.commands.answered_lines import answered_lines
from protocolkit.commands.clash_lines import clash_keys, clash_lines
from protocolkit.commands.new_odd import odd_lines
from protocolkit.commands.output import indented, lines_of
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable
from protocolkit.drafting.template.values import Choice


def news_lines(
    before: Protocol, after: Protocol, subject: Subject, taken: Sequence[Choice]
) -> Iterator[str]:
    """Yield what does not go together since clauses were taken over, and what is odd in these."""
    yield from clash_lines(after, clash_keys(before))
    own = {item.anchor for item in addressable(before)}
    ids = {choice.id for choice in taken}
    fresh = {e.anchor for e in after.facts.provenance if e.choice in ids or e.anchor not in own}
    head, items = odd_lines(after, subject.protocols, fresh)
    if items:
        yield from lines_of(head)
    for item in items:
        yield from indented("  -", item)
    yield from answered_lines(after, subject.concordance)
