"""Remarks in a redline on words that were taken away with tracking: of which clause these are.

A clause that goes is none of the submitted text, but of an earlier one that we know. At the end of
a text its words share a paragraph with those of the clause that came there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.review.clause_pieces import clause_pieces, own_words
from protocolkit.review.lapsed import LapsedClause
from protocolkit.review.placed_story import PlacedStory
from protocolkit.review.placing import Stand
from protocolkit.review.remarks import PlacedBy, Remark
from protocolkit.text.words import holds_in_a_row, tokens

Words = tuple[str, ...]

# The fewest words of a paragraph that is only a part of such a clause.
_FEWEST = 4
# A number before the words of a clause has no more words: '3', '.'.
_MARKER = 2


@dataclass(frozen=True, slots=True)
class LapsedPlaces:
    """Where paragraphs stand, those of clauses that went too; ``before`` is the clause before.

    ``shared`` are by a clause the others whose words were taken away in its paragraph; ``lines``
    are the words of that clause as they stand.
    """

    found: Sequence[Stand]
    before: Mapping[str, str]
    shared: Mapping[str, Sequence[tuple[str, Words]]]
    lines: Mapping[str, Sequence[Words]]

    def placed(self, remark: Remark) -> Remark:
        """Return a remark at the clause of the words that it marks."""
        words = tokens(remark.quote)
        for anchor, own in self.shared.get(remark.anchor, ()):
            stays = any(holds_in_a_row(line, words) for line in self.lines[remark.anchor])
            if words and holds_in_a_row(own, words) and not stays:
                return replace(remark, anchor=anchor, placed_by=PlacedBy.QUOTE)
        return replace(remark, near=self.before.get(remark.near, remark.near))


def with_lapsed_places(
    placed: PlacedStory, found: Sequence[Stand], lapsed: Mapping[str, LapsedClause]
) -> LapsedPlaces:
    """Return where paragraphs stand; one that was taken away may be of a clause that went."""
    gone = {anchor: tokens(one.text) for anchor, one in lapsed.items()}
    now = ((one.anchor, one.words) for one in clause_pieces(placed.submitted) if one.anchor)
    whole = (*gone.items(), *now)
    made, before = list(found), dict[str, str]()
    shared, lines = (
        defaultdict[str, list[tuple[str, Words]]](list),
        defaultdict[str, list[Words]](list),
    )
    here = ""
    for at, (stand, paragraph) in enumerate(zip(found, placed.story.paragraphs, strict=True)):
        here = stand.anchor or here
        old, new = own_words(paragraph.old), own_words(paragraph.new)
        if stand.anchor:
            lines[stand.anchor].append(new)
            if old and new and paragraph.tracked:
                shared[stand.anchor] += _of_another(old, stand.anchor, whole)
        elif not (stand.copy_of or new) and (anchor := _part(old, gone)):
            made[at] = Stand(anchor, PlacedBy.TEXT)
            before.setdefault(anchor, here)
    return LapsedPlaces(made, before, shared, lines)


def _part(words: Words, gone: Mapping[str, Words]) -> str:
    """Return the only clause that went and has these words, "" for none or several."""
    holding = [
        anchor
        for anchor, own in gone.items()
        if words and (words == own or (len(words) >= _FEWEST and holds_in_a_row(own, words)))
    ]
    return holding[0] if len(holding) == 1 else ""


def _of_another(
    words: Words, anchor: str, whole: Sequence[tuple[str, Words]]
) -> Iterator[tuple[str, Words]]:
    """Yield the only other clause of which words are a paragraph, behind a number or not."""
    holding = {
        other
        for other, own in whole
        if own and words[-len(own) :] == own and len(words) - len(own) <= _MARKER
    }
    if len(holding) == 1 and anchor not in holding:
        yield holding.pop(), words
