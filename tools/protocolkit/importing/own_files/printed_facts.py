"""Facts of which one is as a cover prints it."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.facts import Facts, Status


def of_source(facts: Facts, *, is_complete: bool) -> Facts:
    """Return facts of a text that has the whole of its source, or not."""
    return replace(facts, source=replace(facts.source, complete=is_complete))


def with_printed(facts: Facts, fact: str, value: str) -> Facts:
    """Return facts with one that a cover prints; ``""`` takes it away."""
    holder, _, name = fact.rpartition(".")
    if holder == "organisation":
        changed = {name: value}
        return replace(facts, organisation=replace(facts.organisation, **changed))  # type: ignore[arg-type]
    if holder == "source":
        return replace(facts, source=replace(facts.source, **{name: value}))  # type: ignore[arg-type]
    if fact == "status":
        return replace(facts, status=Status.UNKNOWN)
    if isinstance(getattr(facts, name), tuple):
        names = tuple(part.strip() for part in value.split(",") if part.strip())
        return replace(facts, **{name: names})  # type: ignore[arg-type]
    return replace(facts, **{name: value})  # type: ignore[arg-type]
