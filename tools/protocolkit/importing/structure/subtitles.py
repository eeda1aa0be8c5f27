"""What stands between the title and the first chapter: a subtitle, a name, a date, no chapter."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.letterheads import is_name
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun, Role
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    NAME_LIKE,
    SECTION_WORDS,
    first_word,
    is_to_fill_in,
)

DOUBT_SUBTITLE = mark("heading or subtitle")

# How many lines at most say more of a title.
_MOST = 4

Look = tuple[int, bool, bool, int]


def look_of(block: LineRun) -> Look:
    """Return how a block is printed: its style, bold, underlined, its size in whole points."""
    first = block.first
    return first.level, first.is_bold, first.is_underlined, round(first.size)


def settle_below(
    blocks: Sequence[LineRun], title: int, size: float, choices: Choices, organisation: str = ""
) -> None:
    """Make text of the lines right below the title that only look like headings.

    A name or a fact is text; so is a line above one, and a line of which no other heading has the
    look. One in bold above text may be a chapter, and is a doubt. ``size`` is that of the text.
    """
    for number in range(title + 1, min(title + 1 + _MOST, len(blocks))):
        block = blocks[number]
        if block.start or block.first.cells or block.first.level > 1 or block.first.is_exact:
            return
        if _is_fact(block, organisation):
            block.role = Role.PARAGRAPH
        elif block.role is Role.HEADING and first_word(block.text) not in SECTION_WORDS:
            if not (_is_above_fact(blocks, number, organisation) or _looks_alone(blocks, number)):
                return
            if block.first.is_bold and not _is_above_heading(blocks, number):
                choices.take(Question.HEADING, block, Reading.HEADING, DOUBT_SUBTITLE)
                return
            block.role = Role.PARAGRAPH
        elif block.role is not Role.PARAGRAPH or block.first.size <= size + OTHER_SIZE:
            return


def _is_fact(block: LineRun, organisation: str) -> bool:
    text = block.text
    is_one = bool(NAME_LIKE.match(text) or FACT_LIKE.search(text))
    return is_name(text, organisation) or (is_one and block.role is Role.HEADING)


def _is_above_fact(blocks: Sequence[LineRun], number: int, organisation: str) -> bool:
    after = blocks[number + 1 : number + 2]
    return any(
        other.start is None
        and not other.first.cells
        and (is_name(other.text, organisation) or FACT_LIKE.match(other.text))
        and not is_to_fill_in(other.text)
        for other in after
    )


def _is_above_heading(blocks: Sequence[LineRun], number: int) -> bool:
    return any(other.role is Role.HEADING for other in blocks[number + 1 : number + 2])


def _looks_alone(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether headings further on are printed otherwise, and none as this line."""
    look = look_of(blocks[number])
    others = [look_of(b) for b in blocks[number + 1 :] if b.role is Role.HEADING]
    return bool(others) and look not in others
