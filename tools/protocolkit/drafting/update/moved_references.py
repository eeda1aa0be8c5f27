"""References that mean another clause since numbers changed; who typed them corrects them."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, sections
from protocolkit.references.resolve import Reference, resolve_references


def moved_references(before: Protocol, after: Protocol) -> Iterator[Reference]:
    """Yield each reference that stands where it stood, with what it meant and means no more.

    What it meant is there still; of what is gone the check of references tells.
    """
    known = {clause.anchor for clause in clauses(after)}
    known |= {section.anchor for section in sections(after)}
    now = {
        (found.anchor, found.block, found.start, found.text): found.target
        for found in resolve_references(after)
    }
    for found in resolve_references(before):
        place = found.anchor, found.block, found.start, found.text
        if found.target in known and now.get(place, found.target) != found.target:
            yield found
