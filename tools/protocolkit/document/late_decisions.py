"""What councils decided when a text was adopted already, and whose days say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.document.approvals import (
    Approval,
    are_for_other_schools,
    is_adoption,
    is_decided,
)
from protocolkit.document.bodies import is_of_council
from protocolkit.document.entry_text import are_on_other_texts


def decided_late(entries: Sequence[Approval]) -> Iterator[tuple[Approval, Approval]]:
    """Yield each decision of a council with the adoption of the same text that came before it.

    ``entries`` are those that count.
    """
    for entry in entries:
        for adoption in adoptions_of(entry, entries):
            if is_before(adoption.date, entry.date):
                yield entry, adoption


def adoptions_of(entry: Approval, entries: Sequence[Approval]) -> Iterator[Approval]:
    """Yield each adoption, for its schools, of the text that a council decided about."""
    if not is_of_council(entry) or not is_decided(entry):
        return
    for one in entries:
        is_other = are_on_other_texts(entry, one) or are_for_other_schools(entry, one)
        if is_adoption(one) and not is_other:
            yield one


def is_before(one: str, other: str) -> bool:
    """Tell whether a date is certainly before another; an empty one never is.

    >>> [is_before("2019-05", day) for day in ("2019-06-01", "2019-05-20", "")]
    [True, False, False]
    """
    length = min(len(one), len(other))
    return one[:length] < other[:length]
