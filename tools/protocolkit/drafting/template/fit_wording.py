"""Which words of a board are no formulation that another one can take over.

What breaks off with its source, and what is only a heading or the beginning of a sentence.
"""

from __future__ import annotations

from protocolkit.document.model import Clause, Footnote, Paragraph, Protocol
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.place import Place

_SENTENCE_END = (".", "!", "?", ";", "…", ")", "”", "’", '"')
_HEADING_WORDS = 4


def broken_off(protocol: Protocol) -> Place | None:
    """Return the place of the clause in which a source breaks off; None when none does."""
    if protocol.facts.source.complete:
        return None
    *_, last = (None, *clauses(protocol))
    if last is None or clause_text(last).rstrip().endswith(_SENTENCE_END):
        return None
    return Place(protocol.slug, last.anchor)


def is_fragment(item: Clause | Footnote, lead_in: str) -> bool:
    """Tell whether words say nothing by themselves: a heading, or what leads to nothing."""
    text = clause_text(item).rstrip()
    is_alone = len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph)
    if lead_in or not is_alone:
        return False
    is_short = len(text.split()) <= _HEADING_WORDS and not text.endswith(_SENTENCE_END)
    return is_short or text.endswith(":")
