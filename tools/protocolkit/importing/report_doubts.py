"""Where in its source an import is in doubt: of a clause, or of text that is in none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from protocolkit.base.messages import Marked, mark
from protocolkit.importing.import_values import Imported
from protocolkit.importing.structure.assemble import DOUBT_KIND
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.reading.ledger import SourceChangeKind

DOUBT_JOINED = mark("a word that was broken at a line's end was made whole")
DOUBT_NOTE = mark("a footnote was recognised by its number only")
DOUBT_IN_HEAD = mark("the text has no title: perhaps it is in the head or foot of its pages")
DOUBT_LEFT_OUT = mark("left out here: '{words}' ({reason})")


class OddPlaces:
    """Knows what is in doubt in a span of the source, without looking through all of it."""

    def __init__(self, imported: Imported) -> None:
        self._changes = sorted(imported.ledger.changes, key=lambda change: change.begin)
        self._begins = [change.begin for change in self._changes]
        self._unsure = frozenset(imported.unsure_notes)
        self._doubts = sorted(imported.source.doubts, key=lambda doubt: doubt.begin)
        self._doubt_begins = [doubt.begin for doubt in self._doubts]
        # no doubt before one of these ends later than it says
        self._doubt_ends = list(accumulate((doubt.end for doubt in self._doubts), max))

    def reasons(self, origin: Origin | None) -> Iterator[Marked]:
        """Yield why what comes from a span of the source is in doubt."""
        if origin is None:
            return
        yield from (doubt for doubt in origin.doubts if doubt != DOUBT_KIND)
        first, last = (bisect_left(self._begins, end) for end in (origin.begin, origin.end))
        inside = self._changes[first:last]
        if any(change.kind is SourceChangeKind.JOINED for change in inside):
            yield DOUBT_JOINED
        unglued = (
            change for change in inside if change.kind is SourceChangeKind.UNGLUED and change.word
        )
        marks = {label for change in unglued for label in change.mark.split()}
        if marks & self._unsure:
            yield DOUBT_NOTE
        first = bisect_left(self._doubt_ends, origin.begin)
        last = bisect_right(self._doubt_begins, origin.end)
        yield from (doubt.text for doubt in self._doubts[first:last] if doubt.end >= origin.begin)


def doubts_elsewhere(imported: Imported) -> dict[tuple[int, int], tuple[Marked, ...]]:
    """Return what is doubted outside all clauses, headings and the title, by the span of its line.

    What was removed from the text is in doubt no longer.
    """
    text, told = imported.source.text, _Told(imported)
    found: dict[tuple[int, int], dict[Marked, None]] = {}
    for doubt in imported.source.doubts:
        if not told.meets(doubt.begin, doubt.end):
            span = text.rfind("\n", 0, doubt.begin) + 1, text.find("\n", doubt.begin)
            found.setdefault(span, {})[doubt.text] = None
    return {span: tuple(doubts) for span, doubts in found.items()}


class _Told:
    """Knows the spans of the source of which doubts are told, or that are no text any more."""

    def __init__(self, imported: Imported) -> None:
        origins = (*imported.origins, *((imported.title,) if imported.title else ()))
        spans = sorted([(one.begin, one.end) for one in origins] + list(_removed(imported)))
        self._begins = [begin for begin, _ in spans]
        # no span before one of these ends later than it says
        self._ends = list(accumulate((end for _, end in spans), max))

    def meets(self, begin: int, end: int) -> bool:
        """Tell whether a span has a place in common with one of these."""
        last = bisect_right(self._begins, end)
        return last > 0 and self._ends[last - 1] >= begin


def _removed(imported: Imported) -> Iterable[tuple[int, int]]:
    changes = imported.ledger.changes
    return ((one.begin, one.end) for one in changes if one.kind is SourceChangeKind.REMOVED)
