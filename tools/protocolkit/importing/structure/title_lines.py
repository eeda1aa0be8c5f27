"""Which lines may be a title, or go on with the title above them, by their form and their look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.importing.structure.letterheads import is_name, is_salutation
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun, Role
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    NAME_LIKE,
    SECTION_WORDS,
    TITLE_WORDS,
    first_word,
    is_labelled,
    is_title_like,
    names_paper,
)
from protocolkit.text.function_words import PREPOSITIONS
from protocolkit.text.words import tokens

LONGEST_TITLE = 110
"""How long a title with a verb is at most, in letters."""

# What a letter says it is about.
_ABOUT = re.compile(r"(?:betreft|onderwerp)\s*:\s*\S", re.IGNORECASE)
# A title over two lines and what stands below it.
_LINES_OF_TWO = 3
# The room, in lines, between the head of a page and a title.
_FAR_BELOW_HEAD = 1.0
# The number of headings that have one above all of them.
_FEWEST_BELOW = 2


def may_be_title(block: LineRun) -> bool:
    """Tell whether a block has the form of a title."""
    if block.start or block.first.cells or block.text.endswith(":"):
        return False
    if FACT_LIKE.search(block.text) and not TITLE_WORDS.search(block.text):
        return False
    begins = first_word(block.text) in SECTION_WORDS or is_salutation(block.text)
    return not begins and is_title_like(block, is_alone=True, most=LONGEST_TITLE)


def says_about(block: LineRun, size: float) -> bool:
    """Tell whether a line that stands out says what a letter is about, as a heading of it."""
    is_seen = block.first.is_bold or block.first.size > size + OTHER_SIZE
    return is_seen and block.start is None and bool(_ABOUT.match(block.text))


def heads_all(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether all other headings lie under one that has no text of its own.

    They are counted and it is not, or they are smaller or not in capitals as it is.
    """
    block = blocks[number]
    below = [other for other in blocks[number + 1 :] if other.role is Role.HEADING]
    if len(below) < _FEWEST_BELOW or below[0] is not blocks[number + 1] or not may_be_title(block):
        return False
    above = [other for other in blocks[:number] if not names_paper(other.text)]
    is_first = not any(other.start or other.role is Role.HEADING for other in above)
    return is_first and all(
        other.start
        or other.first.size < block.first.size - OTHER_SIZE
        or (block.text.isupper() and not other.text.isupper())
        for other in below
    )


def largest_below(blocks: Sequence[LineRun], head: int, size: float) -> list[int]:
    """Return the line right below the head of a memo, where it is larger than all that follows.

    It may name a year: 'Begroting 2024'.
    """
    first, *rest = [block.first.size for block in blocks[head:]] or [0.0]
    is_one = first > max([size, *rest]) + OTHER_SIZE and blocks[head].start is None
    return [head] if is_one and not blocks[head].first.cells else []


def stands_above(blocks: Sequence[LineRun]) -> bool:
    """Tell whether the first block is one line with room below it."""
    return len(blocks) > 1 and len(blocks[0].lines) == 1 and blocks[1].is_apart


def goes_on_below(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether the first line ends in a colon and the next, as large, ends that title."""
    if number or len(blocks) < _LINES_OF_TWO or not blocks[0].text.endswith(":"):
        return False
    first, after, below = (block.first for block in blocks[:_LINES_OF_TWO])
    is_apart = below.size < first.size - OTHER_SIZE
    if not first.size:
        is_apart = below.gap > after.gap or bool(TITLE_WORDS.search(after.text))
    is_rest = after.text[:1].islower() and not is_terminal(after.text) and not blocks[1].start
    is_short = len(first.text) + len(after.text) <= LONGEST_TITLE
    return is_rest and is_apart and is_short and abs(first.size - after.size) <= OTHER_SIZE


def is_second_line(blocks: Sequence[LineRun], number: int, size: float) -> bool:
    """Tell whether a line goes on with the title above it: as large, and nothing else is."""
    line, above = blocks[number].first, blocks[number - 1].first
    if line.size <= size + OTHER_SIZE or abs(line.size - above.size) > OTHER_SIZE or line.gap >= 1:
        return False
    text = blocks[number].text
    if NAME_LIKE.match(text) or FACT_LIKE.search(text):
        return False
    return all(abs(block.first.size - line.size) > OTHER_SIZE for block in blocks[number + 1 :])


def is_typed_below(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a line of plain text goes on with the title right above it.

    It begins with a preposition, and is in capitals as the title is, or stands above a gap.
    """
    block, above = blocks[number], blocks[number - 1]
    line = block.first
    if number != 1 or line.size or line.gap or line.level or len(block.lines) > 1:
        return False
    if FACT_LIKE.search(block.text) or is_labelled(block.text) or is_terminal(above.text):
        return False
    is_above_gap = len(blocks) > number + 1 and blocks[number + 1].first.gap > 0
    is_alike = block.text.isupper() and above.text.isupper()
    return first_word(block.text) in PREPOSITIONS and (is_alike or is_above_gap)


def tells(block: LineRun) -> bool:
    """Tell whether a line says what kind of text follows; one above a version or date may not."""
    has_fact = any(FACT_LIKE.match(line.text) for line in block.lines[1:])
    is_named = bool(TITLE_WORDS.search(block.text)) and not names_paper(block.text)
    return is_named and not has_fact


def is_head_of_title(blocks: Sequence[LineRun], chosen: int) -> bool:
    """Tell whether one smaller line above a title is a running head.

    It says all words of the title, or in print it is the head of the page, far above the title.
    """
    head, below = blocks[0].first, blocks[1].first
    has_sizes = bool(head.size or below.size)
    if chosen != 1 or (has_sizes and head.size > below.size - OTHER_SIZE):
        return False
    if head.height and head.page == below.page and below.gap >= _FAR_BELOW_HEAD:
        return not (head.is_bold or FACT_LIKE.search(head.text) or is_name(head.text))
    title = tokens(" ".join(block.text for block in blocks[1:]).lower())
    return tokens(blocks[0].text.lower())[: len(title)] == title
