"""Where a clause stands in a returned file that stood elsewhere: which ones moved, and behind what.

A clause of which words changed as well may have moved too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.ordering import keeping_place
from protocolkit.document.outline import clauses, sections
from protocolkit.review.placed_story import PlacedStory, shown_words
from protocolkit.review.remarks import ReturnedChange

# Another place of these is told by what stands there, or there is none.
_WITHOUT_PLACE = frozenset(
    one.value for one in (ChangeKind.REMOVED, ChangeKind.MERGED, ChangeKind.ADDED)
)


def moved_clauses(placed: PlacedStory) -> frozenset[str]:
    """Return the clauses that stand elsewhere: those around which most words kept their order."""
    order = [clause.anchor for clause in clauses(placed.submitted) if clause.anchor]
    begins = dict(reversed([*_begins(placed)]))
    links = [(old, begins[anchor]) for old, anchor in enumerate(order) if anchor in begins]
    kept = keeping_place(links, lambda old, _: float(sum(map(len, placed.lines[order[old]]))))
    return frozenset(order[old] for at, (old, _) in enumerate(links) if at not in kept)


def with_new_places(
    placed: PlacedStory, changes: Iterator[ReturnedChange]
) -> Iterator[ReturnedChange]:
    """Yield changes; of a clause that moved with what stands before it now."""
    found = [*changes]
    moved = moved_clauses(placed) if found else frozenset()
    headings = {one.anchor for one in sections(placed.submitted)}
    before: dict[str, str] = {}
    last = ""
    for anchor, _ in _begins(placed):
        before.setdefault(anchor, last)
        last = anchor
    for one in found:
        # of a clause in which points changed places it is the points that moved
        is_heading = one.kind == ChangeKind.MOVED.value and one.anchor in headings
        is_moved = is_heading or one.anchor in moved
        if one.anchor in before and is_moved and one.kind not in _WITHOUT_PLACE:
            yield replace(one, near=before[one.anchor], is_moved=True)
        else:
            yield one


def _begins(placed: PlacedStory) -> Iterator[tuple[str, int]]:
    """Yield each clause and heading that is begun, and the paragraph of it, in their order."""
    last = ""
    for at, stand in enumerate(placed.found):
        is_shown = placed.lines.get(stand.anchor) and shown_words(placed.story.paragraphs[at])
        if is_shown and stand.anchor != last:
            yield stand.anchor, at
            last = stand.anchor
