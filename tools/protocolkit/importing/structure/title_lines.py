"""Which lines may be a title, or go on with the title above them, by their form and their look."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.importing.structure.letterheads import is_salutation
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    NAME_LIKE,
    SECTION_WORDS,
    TITLE_WORDS,
    first_word,
    is_labelled,
    is_title_like,
)
from protocolkit.text.function_words import PREPOSITIONS

LONGEST_TITLE = 110
"""How long a title with a verb is at most, in letters."""

# A title over two lines and what stands below it.
_LINES_OF_TWO = 3


def may_be_title(block: LineRun) -> bool:
    """Tell whether a block has the form of a title."""
    if block.start or block.first.cells or block.text.endswith(":"):
        return False
    if FACT_LIKE.search(block.text) and not TITLE_WORDS.search(block.text):
        return False
    begins = first_word(block.text) in SECTION_WORDS or is_salutation(block.text)
    return not begins and is_title_like(block, is_alone=True, most=LONGEST_TITLE)


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
    return bool(TITLE_WORDS.search(block.text)) and not has_fact
