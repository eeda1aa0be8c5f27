"""Numbers that jump or repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.document.model import Clause, Protocol, Section
from protocolkit.document.tree import Part, clauses_of, sections_of, walk_parts
from protocolkit.text.marker_ends import without_separator
from protocolkit.text.markers import is_article
from protocolkit.text.numbers import NumberPart, settled

_Item = TypeVar("_Item", Clause, Section)

NUMBER_JUMP = warning(
    "number-jump",
    "A number is skipped",
    "number {number} follows on {previous}.",
    "Look whether text is missing. If the document has it like this, accept it with a reason.",
)
NUMBER_REPEAT = warning(
    "number-repeat",
    "A number stands twice",
    "number {number} stands here for the second time.",
    "Look whether a number is wrong. If the document has it like this, accept it with a reason.",
)


def check_numbering(protocol: Protocol) -> Iterator[Problem]:
    """Yield every number that does not follow on the one before it, per heading.

    Articles (``Artikel 5``) count through the document. A list may go on where the one under
    the previous heading stopped, and may begin again at 1 after other text.
    """
    yield from _check_articles(protocol)
    yield from _check_parts(protocol.parts, _Last())


class _Last:
    """The last number seen before the current heading: a list may go on from there."""

    part: NumberPart | None = None


def _check_parts(parts: Sequence[Part], last: _Last) -> Iterator[Problem]:
    run: list[NumberPart] = []
    seen: set[NumberPart] = set()
    clauses = clauses_of(parts)
    sections = sections_of(parts)
    for item, part in _with_numbers(clauses, last.part):
        if part is None:
            run = [] if not item.marker else run
            continue
        if part in seen and run:
            yield _repeated(item)
        elif not _follows(run[-1] if run else None, part, last.part):
            previous = str(run[-1]) if run else "0"
            yield problem(
                NUMBER_JUMP, item.location, item.anchor, number=str(part), previous=previous
            )
        run.append(part)
        seen.add(part)
        last.part = part
    yield from _check_headings(sections)
    for section in sections:
        yield from _check_parts(section.parts, last)


def _repeated(item: Clause | Section) -> Problem:
    number = without_separator(item.marker)
    return problem(NUMBER_REPEAT, item.location, item.anchor, number=number)


def _check_headings(sections: Sequence[Section]) -> Iterator[Problem]:
    previous: NumberPart | None = None
    for section, part in _with_numbers(sections):
        if part is None:
            continue
        if previous is not None and part == previous:
            yield _repeated(section)
        elif previous is not None and not _follows(previous, part, None):
            yield problem(
                NUMBER_JUMP,
                section.location,
                section.anchor,
                number=str(part),
                previous=str(previous),
            )
        previous = part


def _check_articles(protocol: Protocol) -> Iterator[Problem]:
    previous: NumberPart | None = None
    articles = [(item, item.number) for item in _articles(protocol.parts)]
    counted = [(item, number.parts[0]) for item, number in articles if number is not None]
    parts = settled([part for _, part in counted])
    for (item, _), part in zip(counted, parts, strict=True):
        if previous is not None and part == previous:
            yield _repeated(item)
        elif previous is not None and not _follows(previous, part, None):
            yield problem(
                NUMBER_JUMP, item.location, item.anchor, number=str(part), previous=str(previous)
            )
        previous = part


def _articles(parts: Iterable[Part]) -> Iterator[Part]:
    return (part for part, _ in walk_parts(parts) if is_article(part.marker))


def _with_numbers(
    items: Sequence[_Item], before: NumberPart | None = None
) -> Iterator[tuple[_Item, NumberPart | None]]:
    """Yield items with the innermost part of their number; None for articles and bullets."""
    numbers = [None if is_article(item.marker) else item.number for item in items]
    parts = iter(settled([n.parts[-1] for n in numbers if n is not None], before))
    for item, number in zip(items, numbers, strict=True):
        yield item, None if number is None else next(parts)


def _follows(previous: NumberPart | None, part: NumberPart, before: NumberPart | None) -> bool:
    if previous is None:
        return part.value <= 1 or (before is not None and part.value == before.value + 1)
    if part.value == previous.value:
        return part.suffix > previous.suffix
    return part.value == previous.value + 1 and part.suffix in ("", "a")
