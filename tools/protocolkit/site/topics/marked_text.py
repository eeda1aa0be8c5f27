"""A clause's words with marks: the words that decide, or what differs from another clause.

Every word of the text stands in the lines, in order; deleted words are the other text's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, islice, pairwise, repeat

from protocolkit.document.model import Block
from protocolkit.document.names import PLACEHOLDER, find_names
from protocolkit.document.richtext import plain
from protocolkit.document.tree import by_block, rows_of
from protocolkit.norms.norm import Norm, Nuance
from protocolkit.text.differences import WordRun, phrase_differences
from protocolkit.text.sentences import Span
from protocolkit.text.whole_numbers import number_spans


class Mark(Enum):
    """Why words are marked."""

    PLAIN = "plain"
    DECIDING = "deciding"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with one mark; never a line break."""

    mark: Mark
    text: str


Line = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """Lines below each other, or a table: its rows, the header first, of cells of lines."""

    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """A text and the names of its organisation."""

    text: str
    names: tuple[str, ...] = ()


def deciding_lines(text: str, spans: Iterable[Span]) -> tuple[Line, ...]:
    """Return a text's lines with the words at these places marked as deciding."""
    segments: list[Segment] = []
    at = 0
    for begin, end in sorted(spans):
        if begin >= at and begin < end:
            segments.append(Segment(Mark.PLAIN, text[at:begin]))
            segments.append(Segment(Mark.DECIDING, text[begin:end]))
            at = end
    segments.append(Segment(Mark.PLAIN, text[at:]))
    return _in_lines(segments)


def deciding_spans(norm: Norm, text: str) -> Iterator[Span]:
    """Yield the words that decide a kind of rule: of one on a condition, where that begins too.

    'niet toegestaan' alone says the opposite of 'mag onder voorwaarde'; its 'tenzij' tells why.
    """
    yield from norm.words
    if norm.nuance is Nuance.CONDITIONAL:
        for begin, end in norm.conditions:
            yield begin, begin + len(text[begin:end].split(maxsplit=1)[0])


def difference_lines(old: NamedText, new: NamedText) -> tuple[Line, ...]:
    """Return the lines of ``new`` with what is not in ``old``, and ``old``'s other words, marked.

    Names of the own organisation are equal to each other. Without the deleted words the lines
    hold the words of ``new``; a deletion comes before what stands in its place.
    """
    olds, news = _units(old), _units(new)
    pieces = phrase_differences([u.key for u in olds.units], [u.key for u in news.units])
    return _in_lines(list(_marked(pieces, olds, news)))


def plain_lines(text: str) -> tuple[Line, ...]:
    """Return a text's lines without a mark."""
    return _in_lines([Segment(Mark.PLAIN, text)])


def arranged(lines: tuple[Line, ...], blocks: Sequence[Block]) -> tuple[Arranged, ...]:
    """Return the lines of a clause that has these blocks, those of a table in its rows.

    Lines that are not as many as the blocks have stay below each other: no word is left out.
    """
    shapes = tuple(_shapes(blocks))
    if sum(n for shape in shapes for row in shape.rows for n in row) != len(lines):
        return (Arranged(lines=lines),)
    left = iter(lines)
    found = []
    for shape in shapes:
        rows = tuple(tuple(tuple(islice(left, n)) for n in row) for row in shape.rows)
        found.append(Arranged(rows=rows) if shape.is_table else Arranged(lines=rows[0][0]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How many lines each cell of each row has; a text is one cell."""

    rows: tuple[tuple[int, ...], ...]
    is_table: bool = False


def _shapes(blocks: Sequence[Block], marker: str = "") -> Iterator[_Shape]:
    """Yield the shape of each block; the marker of a point stands on the first line."""
    for block, before in zip(blocks, chain([marker], repeat("")), strict=False):
        yield from _shapes_of(block, before)


def _shapes_of(block: Block, marker: str) -> tuple[_Shape, ...]:
    return by_block(
        block,
        paragraph=lambda one: (_Shape(rows=((_count(f"{marker} {plain(one.content)}"),),)),),
        points=lambda found: tuple(
            shape for point in found.points for shape in _shapes(point.blocks, point.marker)
        ),
        table=lambda table: (
            _Shape(
                rows=tuple(tuple(_count(plain(cell)) for cell in row) for row in rows_of(table)),
                is_table=True,
            ),
        ),
    )


def _count(text: str) -> int:
    return sum(bool(line.strip()) for line in text.split("\n"))


def _in_lines(segments: Iterable[Segment]) -> tuple[Line, ...]:
    lines: list[list[Segment]] = [[]]
    for segment in segments:
        for number, text in enumerate(segment.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Segment(segment.mark, text))
    return tuple(tuple(line) for line in lines if any(s.text.strip() for s in line))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word, or a whole name: what it counts as, and where it stands."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Units:
    """A text as units; ``text`` is what their spans count in."""

    text: str
    units: tuple[_Unit, ...]

    def words(self, first: int, count: int) -> str:
        """Return what stands from the beginning of a unit to the end of another."""
        return self.text[self.units[first].span[0] : self.units[first + count - 1].span[1]]

    def gap(self, at: int) -> str:
        """Return what stands before a unit: spaces, a line break, a bullet."""
        begin = self.units[at - 1].span[1] if at else 0
        return self.text[begin : self.units[at].span[0]]


def _marked(pieces: Sequence[WordRun], old: _Units, new: _Units) -> Iterator[Segment]:
    at_old = at_new = 0
    after_deletion = False
    for piece in pieces:
        is_equal = piece.old == piece.new
        if piece.old and not is_equal:
            yield Segment(Mark.PLAIN, old.gap(at_old))
            yield Segment(Mark.DELETED, " ".join(old.words(at_old, len(piece.old)).split()))
        if piece.new:
            gap = new.gap(at_new)
            if piece.old and not is_equal:
                gap = gap if "\n" in gap else " "
            elif after_deletion:
                gap = gap or old.gap(at_old)
            yield Segment(Mark.PLAIN, gap)
            kind = Mark.PLAIN if is_equal else Mark.INSERTED
            yield Segment(kind, new.words(at_new, len(piece.new)))
        at_old, at_new = at_old + len(piece.old), at_new + len(piece.new)
        after_deletion = bool(piece.old) and not piece.new


def _units(named: NamedText) -> _Units:
    text = unicodedata.normalize("NFC", named.text)
    names = find_names(text, named.names)
    found: list[_Unit] = []
    ends = [(0, 0), *names, (len(text), len(text))]
    for before, after in pairwise(ends):
        at = before[1]
        for word, begin, end in number_spans(text[at : after[0]]):
            found.append(_Unit(word, (at + begin, at + end)))
        if after in names:
            found.append(_Unit(PLACEHOLDER, after))
    return _Units(text, tuple(found))
