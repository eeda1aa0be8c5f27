"""Which clauses of a draft stand right behind the one that they stood behind in their own document.

What such a clause says of 'them' or 'there' is still said of the same: it leans on nothing that is
not here. Knows places and order, and the words that point back.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import pairwise

from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.place import Place
from protocolkit.drafting.template.leaning import item_leaning, words_referring_back


def following(protocol: Protocol, sources: Iterable[Protocol]) -> frozenset[str]:
    """Return the anchors of clauses that stand behind the same one as in their source."""
    before = {
        Place(source.slug, clause.anchor): Place(source.slug, one.anchor)
        for source in sources
        for one, clause in pairwise(clauses(source))
    }
    taken = {e.anchor: e.source for e in protocol.facts.provenance if e.source.organisation}
    return frozenset(
        clause.anchor
        for one, clause in pairwise(clauses(protocol))
        if clause.anchor in taken
        and one.anchor in taken
        and before.get(taken[clause.anchor]) == taken[one.anchor]
    )


def leaning_there(item: Clause | Footnote, follows: Container[str]) -> str:
    """Return the words with which a clause leans on what is not before it, or ``""``.

    ``follows`` are the anchors that :func:`following` returns.
    """
    words = item_leaning(item)
    is_before = item.anchor in follows and words == words_referring_back(clause_text(item))
    return "" if is_before else words
