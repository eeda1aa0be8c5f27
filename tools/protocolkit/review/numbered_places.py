"""A paragraph of other words that stands where a numbered one lacks, and has its number.

A heading is known by that alone; a clause or a point must be like it as well, since new text may
come with the number of what went. Between two points of one clause the only new one is of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from protocolkit.changes.likeness import bag_of, likeness
from protocolkit.review.clause_pieces import ClausePiece, own_words
from protocolkit.review.word_story import StoryParagraph

# How much alike a point must be with the one whose place and letter it has.
_ALIKE = 0.35
Words = tuple[str, ...]


def numbered_places(
    pieces: Mapping[str, Sequence[ClausePiece]],
    found: Sequence[str],
    paragraphs: Sequence[StoryParagraph],
    headings: Set[str],
) -> Mapping[int, str]:
    """Return the clauses of paragraphs that stand at none in ``found``, by the number of each."""
    held = {own_words(one.new) for one in paragraphs if not one.is_contents}
    order = [anchor for anchor in pieces if anchor]
    made: dict[int, str] = {}
    for begin, end, new in _gaps(found, paragraphs):
        before, after = (found[at] if 0 <= at < len(found) else "" for at in (begin, end))
        between = _between(order, before, after) - set(found)
        for at in new:
            words = own_words(paragraphs[at].new)
            ends = {before, after} - {""}
            fitting = [
                one
                for anchor in order
                if anchor in between | ends
                for one in pieces[anchor]
                if _has_number(one, words) and not held & {one.words, one.marked}
            ]
            is_alone = between <= headings and len(between) == len(new) == 1
            if before and before == after and len(new) == 1:
                around = (own_words(paragraphs[one].new) for one in (begin, end))
                lacking = _lacking(pieces[before], *around)
                if lacking and _may_be_point(lacking, words) and not held & lacking.forms:
                    made[at] = before
                    continue
            if len(fitting) == 1 and (is_alone or _is_like(fitting[0], words)):
                made[at] = fitting[0].anchor
    return made


def _lacking(pieces: Sequence[ClausePiece], before: Words, after: Words) -> ClausePiece | None:
    """Return the piece of a clause that stands between two others of it, None where none does."""
    found = [
        pieces[at]
        for at in range(1, len(pieces) - 1)
        if before in pieces[at - 1].forms and after in pieces[at + 1].forms
    ]
    return found[0] if len(found) == 1 and not found[0].is_cell else None


def _may_be_point(piece: ClausePiece, words: Words) -> bool:
    """Tell whether words have the number of a piece, or none: Word may keep that elsewhere."""
    is_bare = not (words[0].isdigit() or len(words[0]) == 1)
    return is_bare or _has_number(piece, words)


def _gaps(
    found: Sequence[str], paragraphs: Sequence[StoryParagraph]
) -> Iterator[tuple[int, int, list[int]]]:
    """Yield each run of paragraphs at no clause: what stands before and after, and its new ones."""
    body = [at for at, one in enumerate(paragraphs) if not one.is_note and not one.is_contents]
    begin, new = -1, list[int]()
    for at in body:
        if found[at]:
            if new and begin >= 0:
                yield begin, at, new
            begin, new = at, []
        elif paragraphs[at].new.strip() and not paragraphs[at].cell:
            new.append(at)
    if new and begin >= 0:
        yield begin, len(found), new


def _between(order: Sequence[str], before: str, after: str) -> Set[str]:
    """Return the clauses that stand between two others in the text that was submitted."""
    begin = order.index(before) + 1 if before in order else 0
    end = order.index(after) if after in order else len(order)
    return set(order[begin:end])


def _has_number(piece: ClausePiece, words: Words) -> bool:
    """Tell whether words begin with the number or letter of a piece, and more follows."""
    length = len(piece.marked) - len(piece.words)
    return 0 < length < len(words) and words[:length] == piece.marked[:length]


def _is_like(piece: ClausePiece, words: Words) -> bool:
    return likeness(bag_of(words), piece.bag) >= _ALIKE
