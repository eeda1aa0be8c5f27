"""Which persons returned files tell of themselves: who wrote them, and who was at a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.on_behalf import Side, side_of_author
from protocolkit.review.remarks import Review
from protocolkit.text.first_names import FIRST_NAMES
from protocolkit.text.person_names import is_person
from protocolkit.text.spoken_names import present


def persons_of(found: Review) -> tuple[str, ...]:
    """Return the names of those who wrote remarks or changes, and of whom the head of a file tells.

    A council, a section or a role is no person.
    """
    authors = [*(one.author for one in found.remarks), *(one.author for one in found.changes)]
    named = [*filter(_is_somebody, authors), *_in_heads(found)]
    return tuple(dict.fromkeys(named))


def _is_somebody(author: str) -> bool:
    is_name = is_person(author) or author.casefold() in FIRST_NAMES
    return is_name and side_of_author(author) is Side.UNKNOWN


def _in_heads(found: Review) -> Iterator[str]:
    """Yield who was there, and who stands below the end of a mail."""
    for one in found.passed_over:
        if one.reason is LeftOutReason.LETTER:
            yield from present(one.words)
            yield from filter(is_person, map(str.strip, one.words.split("\n")[1:]))
