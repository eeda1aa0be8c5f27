"""A paragraph that was split off a clause, with other words: it stands there, as the change tells.

By its own words it may be no clause. Where the change of the clause before it has its line, remarks
in it are about that clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protocolkit.review.placed_story import PlacedStory, shown_words
from protocolkit.review.placing import Stand
from protocolkit.review.remarks import PlacedBy, ReturnedChange
from protocolkit.text.words import tokens


def with_split_places(placed: PlacedStory, changes: Iterable[ReturnedChange]) -> Sequence[Stand]:
    """Return where each paragraph stands, also those that a change at the clause before tells."""
    told = {one.anchor: _new_lines(one) for one in changes if one.anchor and not one.is_moved}
    found = list(placed.found)
    here = ""
    for at, (stand, paragraph) in enumerate(
        zip(placed.found, placed.story.paragraphs, strict=True)
    ):
        words = tokens(shown_words(paragraph))
        if stand.anchor:
            here = stand.anchor
        elif words and words in told.get(here, ()) and not (paragraph.is_contents or stand.copy_of):
            found[at] = Stand(here, PlacedBy.TEXT)
        elif words:
            here = ""
    return found


def _new_lines(change: ReturnedChange) -> frozenset[tuple[str, ...]]:
    """Return the lines of a change that did not stand there before."""
    old, new = ({tokens(line) for line in side.split("\n")} for side in (change.old, change.new))
    return frozenset(new - old)
