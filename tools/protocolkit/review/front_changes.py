"""What somebody changed before the first clause of a returned file: sheet, cover, contents, title.

Held beside what this program printed there. What is neither ours nor a clause is told, wherever it
stands before the text; what we printed and is gone is told where the file was the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from protocolkit.base.messages import languages, translator
from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.likeness import bag_of, likeness
from protocolkit.paper.redline.summary import HEADING
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.front_pieces import FrontBlock, without_printed
from protocolkit.review.placed_story import PlacedStory
from protocolkit.review.printed_around import (
    FrontLine,
    PrintedAround,
    SentText,
    front_lines,
    is_check_line,
)
from protocolkit.review.remarks import PassedOver, ReturnedChange
from protocolkit.review.running_words import running_gone, running_words, without_count
from protocolkit.review.word_story import Tracked
from protocolkit.text.words import tokens

Words = tuple[str, ...]

# The share of our lines that a file without our record has at least when it was the whole text.
_WHOLE = 0.5
# How much alike two lines are of which one became the other.
_ALIKE = 0.3
_TAB = "\t"


@dataclass(frozen=True, slots=True)
class AroundChanges:
    """What is other than we printed it: lines before the text, and words of heads and feet.

    ``lines`` are all lines before the text, as they stand.
    """

    lines: tuple[str, ...] = ()
    front: tuple[ReturnedChange, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


def around_changes(
    placed: PlacedStory, running: Sequence[str], sent: SentText | None
) -> AroundChanges:
    """Return what somebody changed around the text; ``running`` are the words of heads and feet."""
    before = placed.story.paragraphs[: _begin(placed)]
    held = front_lines(before)
    lines = [one.new for one in held if tokens(one.new)]
    if not (lines or running or placed.has_record):
        return AroundChanges()
    # what was tracked says how the paper was printed, and the page of what changed does not
    own = held[: len(held) - len(_summary(held))]
    printed = [one.old if tokens(one.old) else one.new for one in own if tokens(one.old + one.new)]
    around = (sent or SentText(protocol=placed.submitted)).around(printed)
    front = _Front(placed, around)
    gone = (
        running_gone(running, around, placed.file)
        if front.is_whole and not placed.is_copied
        else ()
    )
    return AroundChanges(
        lines=tuple(lines),
        front=tuple(front.changes()),
        passed_over=(
            *front.summaries(),
            *running_words(running, around, placed.file),
            *gone,
        ),
    )


def _begin(placed: PlacedStory) -> int:
    found = enumerate(placed.found)
    return next((at for at, stand in found if stand.anchor), len(placed.found))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A line that we printed and what stands there now; one of them may lack."""

    old: str
    new: str
    by: Sequence[Tracked]


class _Front:
    """The lines before the text, beside those that we printed."""

    def __init__(self, placed: PlacedStory, around: PrintedAround) -> None:
        self._file, self._around = placed.file, around
        begin = _begin(placed)
        before, behind = placed.story.paragraphs[:begin], placed.story.paragraphs[begin:]
        self._body = {tokens(one.new) for one in behind}
        lines = front_lines(before)
        self._tracked = {around.key(one.old): one.tracked for one in lines if one.tracked}
        self._is_copied = placed.is_copied
        self._lines = [
            one
            for at, one in enumerate(lines)
            if tokens(one.new)
            and not (self._is_of_programs(one) or self._is_entry_of_heading(lines, at))
        ]
        self.is_whole = placed.has_record or self._has_cover() or _is_all_of_ours(placed)

    def _has_cover(self) -> bool:
        """Tell whether most lines of our cover are there, but for contents and what runs along."""
        around = self._around
        running = {
            without_count(part) for one in around.running for part in (one, *one.split(_TAB))
        }
        own = {around.key(line) for line in around.lines} - around.contents - running
        held = {around.key(one.new) for one in self._lines}
        return len(own & held) >= _WHOLE * len(own) > 0

    def _is_of_programs(self, line: FrontLine) -> bool:
        """Tell whether a program or a website filled in a line, such as a new heading in contents.

        One that we printed is known by itself.
        """
        words = tokens(line.new)
        is_entry = line.is_contents and bool({words, words[:-1]} & self._body)
        is_new = self._around.key(line.new) not in map(self._around.key, self._around.lines)
        return is_new and (is_entry or is_check_line(line.new))

    def _is_entry_of_heading(self, lines: Sequence[FrontLine], at: int) -> bool:
        """Tell whether a line amid copied contents names a heading that changed in the text too."""
        around, words = self._around, _unnumbered(tokens(lines[at].new))
        beside = {around.key(one.new) for one in (*lines[at - 1 : at], *lines[at + 1 : at + 2])}
        is_amid = self._is_copied and bool(beside & around.contents)
        is_new = around.key(lines[at].new) not in map(around.key, around.lines)
        return is_amid and is_new and bool(words) and words in map(_unnumbered, self._body)

    def changes(self) -> Iterator[ReturnedChange]:
        """Yield a change for each line that became another one, went or came."""
        blocks = self._differences()
        left = self._left_behind(blocks) if self._is_copied else frozenset()
        for block in blocks:
            count = len(block.come) - len(_summary(block.come))
            gone = [] if self._is_before(block) else [*filter(self._has_gone, block.gone)]
            gone = [line for line in gone if line not in left]
            come = block.come[:count]
            if not self._is_of_page(gone, [one.new for one in come], [one.tracked for one in come]):
                pairs = self._pairs(gone, come)
                yield from (
                    self._change(one)
                    for one in pairs
                    if not self._is_of_page([one.old], [one.new], [one.by])
                )

    def _is_of_page(
        self, old: Sequence[str], new: Sequence[str], by: Sequence[Sequence[Tracked]]
    ) -> bool:
        """Tell whether copied rows have the same words: their cells broke beside each other."""
        before, now = (sorted(tokens(" ".join(side))) for side in (old, new))
        return self._is_copied and before == now and not any(by)

    def summaries(self) -> Iterator[PassedOver]:
        """Yield the page of a redline that says what changed: nobody holds it beside anything."""
        for block in self._differences():
            if words := "\n".join(one.new for one in _summary(block.come)):
                yield PassedOver(words=words, reason=LeftOutReason.SUMMARY, file=self._file)

    def _is_before(self, block: FrontBlock) -> bool:
        """Tell whether a block is what stands before a copy that begins further on."""
        return self._is_copied and block.first == 0 and not block.come

    def _differences(self) -> Sequence[FrontBlock]:
        """Return what went and what came between two lines that stayed."""
        ours = [self._around.key(line) for line in self._around.lines]
        keys = [self._around.key(line.new) for line in self._lines]
        matched = SequenceMatcher(None, ours, keys, autojunk=False)
        blocks = [
            FrontBlock(self._around.lines[begin:end], self._lines[first:last], first)
            for name, begin, end, first, last in matched.get_opcodes()
            if name != "equal"
        ]
        return without_printed(blocks, self._around) if self._is_copied else blocks

    def _left_behind(self, blocks: Sequence[FrontBlock]) -> frozenset[str]:
        """Return the rows of tables of which a copy has no row: who pasted it left these behind."""
        gone = {line for block in blocks for line in block.gone}
        return frozenset(row for rows in self._around.tables if rows <= gone for row in rows)

    def _has_gone(self, line: str) -> bool:
        """Tell whether somebody took a line away; contents go with the heading that they name."""
        key = self._around.key(line)
        return self.is_whole and not (key in self._around.contents and key not in self._body)

    def _pairs(self, gone: Sequence[str], come: Sequence[FrontLine]) -> Iterator[_Pair]:
        if len(gone) == len(come):
            yield from (
                _Pair(old, one.new, one.tracked) for old, one in zip(gone, come, strict=True)
            )
            return
        left = list(gone)
        for one in come:
            old = next((old for old in left if _are_alike(old, one.new)), "")
            if old:
                left.remove(old)
            yield _Pair(old, one.new, one.tracked)
        if left:
            by = [one for old in left for one in self._tracked.get(self._around.key(old), ())]
            yield _Pair("\n".join(" ".join(old.split()) for old in left), "", by)

    def _change(self, pair: _Pair) -> ReturnedChange:
        kind = ChangeKind.CHANGED if pair.old and pair.new else ChangeKind.ADDED
        kind = kind if pair.new else ChangeKind.REMOVED
        by = tuple({one.author: one for one in reversed(pair.by)}.values())[::-1]
        return ReturnedChange(
            anchor="",
            kind=kind.value,
            old=pair.old if not pair.new else " ".join(pair.old.split()),
            new=" ".join(pair.new.split()),
            author=by[0].author if by else "",
            others=tuple(one.author for one in by[1:]),
            date=by[0].date if by else "",
            tracked=bool(by),
            file=self._file,
        )


def _is_all_of_ours(placed: PlacedStory) -> bool:
    """Tell whether a file has the whole text with its bookmarks, so that it had a cover as well."""
    names = {name.casefold() for one in placed.story.paragraphs for name in one.bookmarks}
    own = placed.text.bookmarks.keys()
    is_all = len(own & names) >= _WHOLE * len(own) > 0
    return is_all and not placed.parts and not placed.is_copied


def _summary(lines: Sequence[FrontLine]) -> Sequence[FrontLine]:
    """Return the lines from the heading of the page of a redline on that says what changed."""
    headings = {tokens(translator(one)(HEADING)) for one in languages()}
    begin = (at for at, one in enumerate(lines) if tokens(one.new) in headings)
    return lines[next(begin, len(lines)) :]


def _unnumbered(words: Words) -> Words:
    """Return words without a number at the beginning, and one at the end."""
    begin = int(words[:1] != () and words[0].isdigit())
    return words[begin : len(words) - int(len(words) > begin and words[-1].isdigit())]


def _are_alike(old: str, new: str) -> bool:
    return likeness(bag_of(tokens(old)), bag_of(tokens(new))) >= _ALIKE
