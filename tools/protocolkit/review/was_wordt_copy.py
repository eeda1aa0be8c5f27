"""A was-wordt table that was copied into a file: its column of the proposed text is a part of ours.

The other columns are no text: what stood before, and why. Rows alone are such a table too: each
begins with the label of a clause and the kind of row, and has words of that clause.
Words around the table stay, and what somebody wrote in the last column is told as passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from protocolkit.base.messages import languages, translator
from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.paper.redline.passages import State
from protocolkit.paper.was_wordt.sheet import HEADS
from protocolkit.review.printed_around import SentText
from protocolkit.review.redline_signs import without_signs
from protocolkit.review.row_labels import RowLabels, is_label_before
from protocolkit.review.word_story import Story, StoryParagraph
from protocolkit.text.words import glued
from protocolkit.was_wordt.row_words import ROW_KIND_WORDS
from protocolkit.was_wordt.rows import RowKind

_TAB = "\t"
Forms = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WasWordtCopy:
    """A text of which the lines of a was-wordt table that are no proposed text have no words.

    ``reasons`` are what stood in the column that says why, but for what is still open there.
    """

    story: Story
    reasons: tuple[str, ...] = ()


def proposed_text(story: Story, submitted: Protocol, sent: SentText) -> WasWordtCopy | None:
    """Return the proposed text of a copied was-wordt table, None where there is no such table."""
    lines = [line for one in story.paragraphs for line in _cells(one, story)]
    has_head = has_table([one.new for one in story.paragraphs])
    if not (has_head or _name_kinds(lines)):
        return None
    rows = _Rows([one.new for one in lines], submitted, sent)
    if not (has_head or rows.are_rows):
        return None
    kept = dict(rows.kept())
    made = [
        replace(one, old=words, new=words, cell=None, bookmarks=[], calls=[])
        for one, words in ((one, kept.get(at, "")) for at, one in enumerate(lines))
    ]
    return WasWordtCopy(story=replace(story, paragraphs=made), reasons=tuple(rows.reasons))


def has_table(lines: Sequence[str]) -> bool:
    """Tell whether lines have the head of a was-wordt table."""
    said = [one for line in lines for one in map(glued, line.split(_TAB)) if one]
    return _head_end(said) > 0


def _cells(one: StoryParagraph, story: Story) -> Iterator[StoryParagraph]:
    """Yield a paragraph, or its parts between tabs where no remark counts paragraphs."""
    parts = one.new.split(_TAB)
    is_row = len(parts) > 1 and not one.cell and not story.ranges
    yield from (replace(one, old=part, new=part) for part in parts) if is_row else (one,)


def _name_kinds(lines: Sequence[StoryParagraph]) -> bool:
    """Tell whether a line is the name of a kind of row: without one there are no rows."""
    return any(glued(one.new) in _kinds() for one in lines)


def _kinds() -> frozenset[str]:
    return _every(*ROW_KIND_WORDS.values())


def _forms(units: Mapping[str, Forms], anchors: Sequence[str]) -> Forms:
    """Return the letters of each paragraph and cell of several clauses, one behind the other."""
    return tuple(form for anchor in anchors for form in units.get(anchor, ()))


def _head_end(said: Sequence[str]) -> int:
    """Return behind which line the head of the table ends, 0 where there is none."""
    heads = [[glued(translator(name)(one)) for one in HEADS] for name in languages()]
    size = len(HEADS)
    places = (at for at in range(len(said)) if list(said[at : at + size]) in heads)
    return next((at + size for at in places), 0)


class _Rows:
    """The lines of a file by the rows of a table; ``reasons`` are known when all were read."""

    def __init__(self, lines: Sequence[str], submitted: Protocol, sent: SentText) -> None:
        self._lines = lines
        self._filled = [at for at, line in enumerate(lines) if glued(line)]
        self._said = [glued(lines[at]) for at in self._filled]
        self._units = _units(submitted)
        self._earlier = [_units(one) for one in sent.earlier]
        self._labels = RowLabels(submitted, sent)
        self.reasons: list[str] = []

    def kept(self) -> Iterator[tuple[int, str]]:
        """Yield the lines that are proposed text or stand around the table, with their words."""
        title, begins = self._title(), self._begins
        for at in range(title):
            yield self._filled[at], self._lines[self._filled[at]]
        for begin, end in zip(begins, [*begins[1:], len(self._said)], strict=True):
            yield from self._row(begin, end)

    @property
    def are_rows(self) -> bool:
        """Whether there are rows, and each has words of its clause as it was or as it is."""
        begins = self._begins
        ends = [*begins[1:], len(self._said)]
        return bool(begins) and all(map(self._has_words, begins, ends))

    @cached_property
    def _head(self) -> int:
        return _head_end(self._said)

    @cached_property
    def _begins(self) -> list[int]:
        return [at for at in range(self._head, len(self._said) - 1) if self._kind_at(at)]

    def _has_words(self, begin: int, end: int) -> bool:
        label = self._said[begin]
        anchors = *self._labels.now(label), *self._labels.gone(label)
        known = (_forms(units, anchors) for units in (self._units, *self._earlier))
        words = frozenset[str]().union(*(form for forms in known for form in forms))
        return any(self._bare(at) & words for at in range(self._kind_at(begin) + 1, end))

    def _title(self) -> int:
        """Return where the paper begins, else the head of its table, else its first row."""
        if not self._head:
            return next(iter(self._begins), 0)
        names = (translator(name)("Was-wordt table: {title}") for name in languages())
        begins = tuple(glued(one.split("{")[0]) for one in names)
        head = self._head - len(HEADS)
        return next((at for at in range(head) if self._said[at].startswith(begins)), head)

    def _kind_at(self, at: int) -> int:
        """Return where the kind of the row stands that begins at a line, 0 where none begins.

        Between both a line may say where the clause stands now.
        """
        if not self._labels.is_label(self._said[at]):
            return 0
        kind = at + 1 + is_label_before(self._said[at + 1])
        is_kind = self._said[kind : kind + 1] and self._said[kind] in _kinds()
        return kind if is_kind else 0

    def _row(self, begin: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield the lines of the proposed text in a row, and those behind the last row."""
        at_kind = self._kind_at(begin)
        gone = self._said[at_kind] in _every(ROW_KIND_WORDS[RowKind.REPEALED])
        moved = self._said[at_kind] in _every(ROW_KIND_WORDS[RowKind.MOVED])
        label = self._said[begin]
        anchors = self._labels.gone(label) if gone else self._labels.now(label)
        own, first = _forms(self._units, anchors), at_kind + 1
        held = [self._bare(at) for at in range(first, end)]
        were = [
            self._labels.before(self._said[begin + 1], number) or anchors
            for number in range(len(self._earlier))
        ]
        start = first + self._start(were, held, own, has_same=moved)
        stop = start if gone else self._stop(held, start - first, own) + first
        for at in (one for one in range(start, stop) if not self._is_ours(one)):
            yield self._filled[at], self._shown(at)
        rest = [at for at in range(stop, end) if not self._is_ours(at)]
        is_last = end == len(self._said)
        why = rest if not is_last else rest[:1] if len(rest) == end - stop else []
        self.reasons += [self._lines[self._filled[at]] for at in why]
        for at in rest[len(why) :]:
            yield self._filled[at], self._lines[self._filled[at]]

    def _start(
        self,
        were: Sequence[Sequence[str]],
        held: Sequence[frozenset[str]],
        own: Forms,
        *,
        has_same: bool,
    ) -> int:
        """Return how many lines of a row are the text of before; a clause that moved has the same.

        ``were`` is what the row is about in each earlier text.
        """
        if held and held[0] & _every("Not in this text."):
            return 1
        for anchors, units in zip(were, self._earlier, strict=True):
            before = _forms(units, anchors)
            last = len(held) - len(before) if before and (has_same or before != own) else -1
            for at in range(last + 1):
                if all(one & said for one, said in zip(before, held[at:], strict=False)):
                    return at + len(before)
        counts = [
            (sum(bool(one & said) for one, said in zip(own, held[at:], strict=False)), at)
            for at in range(len(held))
        ]
        return max(counts, default=(0, 0))[1]

    def _stop(self, held: Sequence[frozenset[str]], start: int, own: Forms) -> int:
        """Return behind which line of a row the proposed text ends."""
        every = frozenset[str]().union(*own)
        known = [at + 1 for at in range(start, len(held)) if held[at] & every]
        least = min(start + len(own), len(held))
        return max([least, *known])

    def _is_ours(self, at: int) -> bool:
        """Tell whether a line of a row is what we print behind a text."""
        said = self._said[at]
        names = (
            translator(name)("Only another number, or another number in a reference: {places}.")
            for name in languages()
        )
        others = tuple(glued(one.split("{")[0]) for one in names)
        return said in _every("Still to be filled in.", "Goes.") or said.startswith(others)

    def _bare(self, at: int) -> frozenset[str]:
        """Return the letters of a line as it was and as it is, without the signs of changes."""
        line = self._lines[self._filled[at]]
        return frozenset(
            glued(without_signs(line, state)) for state in (State.ADDED, State.REMOVED)
        )

    def _shown(self, at: int) -> str:
        return without_signs(self._lines[self._filled[at]], State.REMOVED)


def _units(protocol: Protocol) -> Mapping[str, Forms]:
    """Return the letters of each paragraph and cell of each clause, with its marker and without."""
    return {
        item.anchor: tuple(
            frozenset((glued(plain(unit.text)), glued(f"{unit.marker}{plain(unit.text)}")))
            for unit in item.units
            if glued(plain(unit.text))
        )
        for item in items_of(protocol)
    }


@cache
def _every(*messages: str) -> frozenset[str]:
    return frozenset(glued(translator(name)(one)) for name in languages() for one in messages)
