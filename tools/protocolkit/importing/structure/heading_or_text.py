"""Heading or text, decided for a whole run of brothers at once.

Line by line a short text looks like a heading. Its brothers say more: those that one numbering
counts at one level and that look alike are of one kind, and where headings stand out by their
letters, a line that does not stand out is none. What was decided so is a doubt, so that a person
can take the other reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.heading_forms import following, is_named
from protocolkit.importing.structure.kinds import asks
from protocolkit.importing.structure.line_ends import is_cut_off
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun, Role
from protocolkit.importing.structure.text_forms import (
    LONGEST_HEADING,
    SECTION_WORDS,
    first_word,
    is_sentence,
    is_title_like,
)
from protocolkit.text.function_words import PREPOSITIONS

DOUBT_HEADING = mark("heading or sentence")

_FEWEST_STANDING_OUT = 2
# How many words a heading has at most that only its place in a numbering shows.
_FEW_WORDS = 8
# How many lists of one way of counting may be open at once.
_MOST_OPEN = 8
# With so many words a line below the title says for whom or about what it is.
_SUBTITLE_WORDS = 6
# How far two of one list may stand beside each other, in points and in letters.
_POINTS_BESIDE, _LETTERS_BESIDE = 4.0, 1.5
_TWO_SENTENCES = re.compile(r"[.!?] [A-Z]")

Family = list[int]
"""The places of blocks that one numbering counts at one level, in their order."""


def settle_brothers(
    blocks: Sequence[LineRun], contents: frozenset[tuple[str, ...]], size: float, choices: Choices
) -> None:
    """Set the roles that brothers decide; ``size`` is that of the text, in points."""
    settler = _Settler(blocks, contents, size, choices)
    for family in families(blocks):
        settler.settle_counted(family)
    settler.settle_bare()


def stands_out(block: LineRun, size: float) -> bool:
    """Tell whether a block looks otherwise than text: by its style, in bold, larger, capitals."""
    first = block.first
    is_larger = first.size > size + OTHER_SIZE
    return bool(first.level or first.is_bold or is_larger or block.text.isupper())


def families(blocks: Sequence[LineRun]) -> Iterator[Family]:
    """Yield the runs of blocks that one numbering counts at one level.

    A number that may be the next of two lists goes on with the one that it looks like, else with
    the inner one.
    """
    found: list[Family] = []
    waiting: defaultdict[str, list[Family]] = defaultdict(list)
    for number, block in enumerate(blocks):
        start = block.start
        if start is None or not (start.count and start.style.may_head) or block.first.is_exact:
            continue
        same = waiting[start.key]
        places = [
            place
            for place, family in enumerate(same)
            if (last := blocks[family[-1]].start) is not None and start.follows(last)
        ]
        if places:
            place = max(places, key=lambda one: (*_likeness(block, blocks[same[one][-1]]), one))
            del same[place + 1 :]
            same[place].append(number)
            continue
        same.append([number])
        found.append(same[-1])
        del same[:-_MOST_OPEN]
    yield from (family for family in found if len(family) > 1)


def _likeness(block: LineRun, other: LineRun) -> tuple[bool, bool, bool]:
    tolerance = _POINTS_BESIDE if block.first.size else _LETTERS_BESIDE
    is_beside = abs(block.first.indent - other.first.indent) <= tolerance
    return _look(block) == _look(other), is_beside, block.role is other.role


def _look(block: LineRun) -> tuple[bool, bool, int]:
    first = block.first
    return first.is_bold, first.is_underlined, round(first.size)


def _is_rule(text: str) -> bool:
    """Tell whether a text plainly asks something of somebody: in a sentence, no mere infinitive."""
    return is_sentence(text) and asks(text)


class _Settler:
    """Decides what brothers are, with the whole text in mind."""

    def __init__(
        self,
        blocks: Sequence[LineRun],
        contents: frozenset[tuple[str, ...]],
        size: float,
        choices: Choices,
    ) -> None:
        self._blocks = blocks
        self._contents = contents
        self._size = size
        self._choices = choices

    # -- what a numbering counts ----------------------------------------------------------------

    def settle_counted(self, family: Family) -> None:
        """Make headings of the items of a numbering whose brothers are headings."""
        by_look: defaultdict[tuple[bool, bool, int], Family] = defaultdict(list)
        for number in family:
            if not self._blocks[number].first.level:
                by_look[_look(self._blocks[number])].append(number)
        for alike in by_look.values():
            heads = [n for n in alike if self._blocks[n].role is Role.HEADING]
            items = [n for n in alike if self._blocks[n].role is Role.ITEM]
            able = [n for n in items if self._may_head(n)]
            if heads and not self._are_headings(heads, items, able):
                able = [n for n in able if is_title_like(self._blocks[n])]
            elif not (items and self._are_headings(heads, items, able)):
                continue
            for number in able:
                self._take(number, Reading.HEADING)

    def _are_headings(self, heads: Family, items: Family, able: Family) -> bool:
        """Tell whether items of one look, of which some are ``able``, are headings as others are.

        Where none is a heading that stands out or two are, all of them must be able to be headings.
        """
        if len(heads) > 1 or (heads and stands_out(self._blocks[heads[0]], self._size)):
            return True
        if len(able) < len(items):
            return False
        if heads:
            return True
        if len(items) > 1 and all(stands_out(self._blocks[n], self._size) for n in items):
            return True
        is_short = all(len(self._blocks[n].text.split()) <= _FEW_WORDS for n in items)
        return len(items) > 1 and is_short and self._lies_under_heading(items[0])

    def _may_head(self, number: int) -> bool:
        """Tell whether an item can head what follows it: a few words that ask nothing of anybody.

        Text of its own follows it, no next number of its list, and text does not look as it does.
        """
        block, after = self._blocks[number], following(self._blocks, number)
        text = block.text.rstrip(".:")
        if after is None or not text[:1].isupper() or _TWO_SENTENCES.search(text):
            return False
        if len(text) > LONGEST_HEADING or text.endswith((";", ",", "!")) or is_cut_off(text):
            return False
        if after.start is not None and block.start is not None and after.start.follows(block.start):
            return False
        if not stands_out(block, self._size):
            return not _is_rule(text)
        is_text_other = not stands_out(after, self._size) or after.role is not Role.PARAGRAPH
        return is_text_other and not (block.text.endswith(".") and _is_rule(text))

    def _lies_under_heading(self, number: int) -> bool:
        """Tell whether a number such as 2.1 is the first under a heading that has the number 2."""
        start = self._blocks[number].start
        if start is None or not start.style.has_parts:
            return False
        above = (self._blocks[n] for n in range(number - 1, -1, -1))
        heading = next((block for block in above if block.role is Role.HEADING), None)
        counted = heading.start if heading is not None else None
        return counted is not None and counted.count == start.count[:-1]

    # -- what nothing counts --------------------------------------------------------------------

    def settle_bare(self) -> None:
        """Make text of the lines that only look like headings where the real ones stand out."""
        heads = [n for n, block in enumerate(self._blocks) if block.role is Role.HEADING]
        standing = [n for n in heads if stands_out(self._blocks[n], self._size)]
        has_look = len(standing) >= _FEWEST_STANDING_OUT
        italic = [n for n in heads if self._is_in_italics(n)]
        for number in heads:
            block = self._blocks[number]
            if block.start or stands_out(block, self._size) or self._is_chapter(block):
                continue
            if number in italic and len(italic) >= _FEWEST_STANDING_OUT:
                continue
            if has_look or self._is_subtitle(number, heads):
                self._take(number, Reading.TEXT)

    def _is_in_italics(self, number: int) -> bool:
        """Tell whether a bare line is in italics, and what stands below it is not."""
        after = following(self._blocks, number)
        is_one = self._blocks[number].first.is_italic and not self._blocks[number].start
        return is_one and after is not None and not after.first.is_italic

    def _is_chapter(self, block: LineRun) -> bool:
        """Tell whether the words of a heading say that it is one."""
        if block.first.is_exact or is_named(block, self._contents):
            return True
        return first_word(block.text) in SECTION_WORDS

    def _is_subtitle(self, number: int, heads: Sequence[int]) -> bool:
        """Tell whether a line below the title only says more of it: chapters begin right below."""
        block, after = self._blocks[number], following(self._blocks, number)
        if not number or self._blocks[number - 1].role is not Role.TITLE:
            return False
        if after is None or after.role is not Role.HEADING:
            return False
        is_long = len(block.text.split()) > _SUBTITLE_WORDS
        says_more = is_long or first_word(block.text) in PREPOSITIONS
        bare = [n for n in heads if self._blocks[n].start is None]
        return says_more or (bool(after.start and after.start.last == 1) and bare == [number])

    def _take(self, number: int, found: Reading) -> None:
        """Set the role of a block, unless a person did; one that was decided so is a doubt."""
        block = self._blocks[number]
        if self._choices.settled(Question.HEADING, block) is not None:
            return
        is_sure = stands_out(block, self._size) and not block.text.endswith(".")
        if found is Reading.HEADING and is_title_like(block):
            is_sure = is_sure or not is_sentence(block.text)
        if not is_sure and (found is Reading.HEADING or is_title_like(block)):
            self._choices.take(Question.HEADING, block, found, DOUBT_HEADING)
        if found is Reading.HEADING:
            block.role = Role.HEADING
        else:
            block.role = Role.ITEM if block.start else Role.PARAGRAPH
