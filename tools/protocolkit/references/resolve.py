"""What references in words mean: which clause, section or point of the same document.

A reference to another text (``artikel 4 AVG``, ``artikel 3 van de wet``) is not
ours and is left out, and so is one that the author already made a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.base.told_once import kept_once
from protocolkit.document.model import Block, Protocol
from protocolkit.document.outline import PlacedClause, placed_clauses
from protocolkit.document.richtext import HardBreak, Link, RichText, Text, plain, walk
from protocolkit.document.tree import block_texts
from protocolkit.references.citation_index import CitationIndex, citation_index
from protocolkit.references.citations import Citation, find_citations
from protocolkit.text.sentences import Span, overlaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference in words, where it stands and what it means.

    ``anchor`` is that of the clause or note that it stands in; ``block`` counts the rich texts of
    that clause from 0, as :func:`~protocolkit.document.outline.block_texts` yields them;
    ``start`` and ``end`` are places in that one's plain text. ``target`` is the anchor of a
    clause, section or point, or ``""`` when nothing, or more than one thing, answers to it.
    """

    anchor: str
    block: int
    start: int
    end: int
    text: str
    target: str = ""


@kept_once
def resolve_references(protocol: Protocol) -> tuple[Reference, ...]:
    """Return every reference to the protocol itself, in reading order, notes last."""
    index = citation_index(protocol)
    found: list[Reference] = []
    for placed in placed_clauses(protocol):
        found += _references(placed.clause.anchor, placed.clause.blocks, index, placed)
    for note in protocol.notes:
        found += _references(note.anchor, note.blocks, index, None)
    return tuple(found)


class LooseCitations:
    """What texts of somebody else, such as a letter about a protocol, cite of it by number."""

    def __init__(self, protocol: Protocol) -> None:
        self._index = citation_index(protocol)

    def cited_in(self, text: str) -> Iterator[tuple[Citation, str]]:
        """Yield each citation in its order, with the anchor of a clause, section or point.

        The anchor is "" when nothing, or more than one thing, answers to it, and for what cites
        another text.
        """
        for cited in find_citations(text):
            is_own = self._index.is_own(cited, None)
            yield cited, self._index.target(cited, None) if is_own else ""


def _references(
    anchor: str, blocks: Iterable[Block], index: CitationIndex, placed: PlacedClause | None
) -> Iterator[Reference]:
    for number, rich in enumerate(block_texts(blocks)):
        text, taken = plain(rich), _linked_spans(rich)
        found: list[tuple[int, int, str]] = []
        for citation in find_citations(text):
            if index.is_own(citation, placed):
                found.append((citation.start, citation.end, index.target(citation, placed)))
            else:
                taken.append((citation.start, citation.end))
        found = [place for place in found if not overlaps(place[:2], taken)]
        taken += [place[:2] for place in found]
        found += [place for place in index.titles_in(text) if not overlaps(place[:2], taken)]
        for start, end, target in sorted(found):
            yield Reference(
                anchor=anchor,
                block=number,
                start=start,
                end=end,
                text=text[start:end],
                target=target,
            )


def _linked_spans(rich: RichText) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for inline in walk(rich):
        if isinstance(inline, Link):
            spans.append((at, at + len(plain(inline.content))))
        elif isinstance(inline, Text | HardBreak):
            at += len(plain((inline,)))
    return spans
