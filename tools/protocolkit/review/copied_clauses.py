"""The paragraphs of a file that are copies: a clause stands in its own place, and again elsewhere.

The one with our bookmark is the clause; without one, the one between its own neighbours is. Where
that tells nothing, none is a copy.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from protocolkit.review.clause_pieces import ClausePiece
from protocolkit.review.word_story import StoryParagraph
from protocolkit.text.label_form import label_length
from protocolkit.text.words import tokens

Words = tuple[str, ...]

# With so many words a paragraph is known to be a clause without a bookmark.
_SURE = 4


def copied_clauses(
    pieces: Iterable[ClausePiece],
    found: Sequence[str],
    marked: Set[int],
    paragraphs: Sequence[StoryParagraph],
) -> frozenset[int]:
    """Return which paragraphs are copies.

    ``found`` are the clauses at which paragraphs stand, ``marked`` those that a bookmark tells.
    """
    words = [tokens(one.new[label_length(one.new) :]) for one in paragraphs]
    count, rank = Counter[tuple[str, Words]](), dict[str, int]()
    names: dict[tuple[str, Words], Words] = {}
    for one in pieces:
        rank.setdefault(one.anchor, len(rank))
        count[one.anchor, one.words] += 1
        for form in (one.marked, one.words):
            names[one.anchor, form] = one.words
    groups = defaultdict[tuple[str, Words], list[int]](list)
    for at, anchor in enumerate(found):
        is_loose = not paragraphs[at].is_note and not paragraphs[at].cell
        if (anchor, words[at]) in names and is_loose and not paragraphs[at].is_contents:
            groups[anchor, names[anchor, words[at]]].append(at)
    order = [rank.get(anchor, -1) for anchor in found]
    copies: set[int] = set()
    for name, group in groups.items():
        own = [at for at in group if at in marked]
        if not own and len(name[1]) >= _SURE:
            own = [at for at in group if _is_in_order(order, at)]
        if len(own) == count[name] < len(group):
            copies |= {*group} - {*own}
    return frozenset(copies)


def _is_in_order(order: Sequence[int], at: int) -> bool:
    """Tell whether the clauses before and after a paragraph are those around its own clause."""
    own = order[at]
    before = next((one for one in reversed(order[:at]) if one not in (-1, own)), -1)
    after = next((one for one in order[at + 1 :] if one not in (-1, own)), own + 1)
    return all(one < two for one, two in pairwise((before, own, after)))
