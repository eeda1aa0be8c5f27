"""The title among the first lines of a document, and which lines above or below it belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.gathering import MOST_HEADING_WORDS
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun, Role
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    NAME_LIKE,
    POSTAL_CODE,
    SECTION_WORDS,
    TITLE_WORDS,
    is_title_like,
)
from protocolkit.text.words import tokens

DOUBT_TITLE = mark("title chosen from several lines")

# How long a title with a verb is at most.
_LONGEST_TITLE = 110


def choose_title(blocks: Sequence[LineRun], size: float, choices: Choices) -> None:
    """Find the title among the first lines; what stands before it becomes part of it."""
    styled = [n for n, block in enumerate(blocks[:12]) if block.first.level == 1]
    if styled and not any(block.start or block.first.cells for block in blocks[: styled[0]]):
        for block in blocks[: styled[0]]:
            block.role = Role.TITLE if not block.start else block.role
        blocks[styled[0]].role = Role.TITLE
        for block in blocks[styled[0] + 1 : styled[0] + 4]:
            if not block.first.level and (
                NAME_LIKE.match(block.text) or FACT_LIKE.search(block.text)
            ):
                block.role = Role.PARAGRAPH if block.role is Role.HEADING else block.role
        return
    if styled:
        # what stands below a rule is no title of the whole
        return
    front = _front(blocks, size)
    if _is_letterhead(blocks, front):
        for number in front:
            blocks[number].role = Role.PARAGRAPH
        return
    if front and not blocks[0].first.is_exact:
        _choose_among(blocks, front, size, choices)


def _front(blocks: Sequence[LineRun], size: float) -> list[int]:
    """Return the short lines that a document begins with, before its first real heading."""
    front: list[int] = []
    for number, block in enumerate(blocks[:12]):
        is_alone = number == 0 and _stands_above(blocks)
        is_one = is_title_like(block, is_alone=is_alone, most=_LONGEST_TITLE)
        is_one = is_one or (number > 0 and _is_second_line(blocks, number, size))
        if block.start or block.first.cells or not (is_one or NAME_LIKE.match(block.text)):
            break
        if number and block.text.endswith(":"):
            break
        if block.text.lower().split()[0].strip(":") in SECTION_WORDS or block.first.level > 1:
            break
        front.append(number)
    return front


def _is_letterhead(blocks: Sequence[LineRun], front: Sequence[int]) -> bool:
    """Tell whether the first lines are the name and street above a postal code, as in a letter."""
    if not front or any(TITLE_WORDS.search(blocks[number].text) for number in front):
        return False
    below = blocks[front[-1] + 1 : front[-1] + 3]
    return any(POSTAL_CODE.match(block.text) for block in below)


def _stands_above(blocks: Sequence[LineRun]) -> bool:
    """Tell whether the first block is one line with room below it."""
    return len(blocks) > 1 and len(blocks[0].lines) == 1 and blocks[1].is_apart


def _choose_among(
    blocks: Sequence[LineRun], front: Sequence[int], size: float, choices: Choices
) -> None:
    largest = max(blocks[n].first.size for n in front)
    telling = [n for n in front if TITLE_WORDS.search(blocks[n].text)]
    sized = [n for n in front if blocks[n].first.size == largest > size + OTHER_SIZE]
    if telling or (blocks[front[0]].first.size > size + OTHER_SIZE and front[0] not in sized):
        sized = []
    printed_large = [n for n in telling if blocks[n].first.size > size + OTHER_SIZE]
    chosen = next(iter([*printed_large, *telling, *sized, front[0]]))
    if not (sized or telling) and len(blocks[chosen].text.split()) > MOST_HEADING_WORDS:
        return
    last = chosen
    while last + 1 in front and (last + 1 in sized or _is_second_line(blocks, last + 1, size)):
        last += 1
    if last:
        last = _settle_title(blocks[: last + 1], chosen or last, choices)
    for number in range(last + 1):
        blocks[number].role = Role.TITLE
    for number in front:
        if number > last and (
            FACT_LIKE.search(blocks[number].text) or NAME_LIKE.match(blocks[number].text)
        ):
            blocks[number].role = Role.PARAGRAPH


def _settle_title(blocks: Sequence[LineRun], chosen: int, choices: Choices) -> int:
    """Return which of several lines is the last of the title, as a person says.

    ``chosen`` is where the title begins when what stands above it is no part of it.
    """
    whole = LineRun(lines=[line for block in blocks for line in block.lines])
    usual = Reading.LAST if _is_head_of_title(blocks, chosen) else Reading.TOGETHER
    reading = choices.take(Question.TITLE, whole, usual, DOUBT_TITLE)
    blocks[chosen].doubts += whole.doubts
    if reading is Reading.FIRST:
        return 0
    for block in blocks[:chosen] if reading is Reading.LAST else ():
        block.is_above_title = True
    return len(blocks) - 1


def _is_head_of_title(blocks: Sequence[LineRun], chosen: int) -> bool:
    """Tell whether one smaller line above a title says all its words, as a running head does."""
    if chosen != 1 or blocks[0].first.size > blocks[1].first.size - OTHER_SIZE:
        return False
    title = tokens(" ".join(block.text for block in blocks[1:]).lower())
    return tokens(blocks[0].text.lower())[: len(title)] == title


def _is_second_line(blocks: Sequence[LineRun], number: int, size: float) -> bool:
    """Tell whether a line goes on with the title above it: as large, and nothing else is."""
    line, above = blocks[number].first, blocks[number - 1].first
    if line.size <= size + OTHER_SIZE or abs(line.size - above.size) > OTHER_SIZE or line.gap >= 1:
        return False
    text = blocks[number].text
    if NAME_LIKE.match(text) or FACT_LIKE.search(text):
        return False
    return all(abs(block.first.size - line.size) > OTHER_SIZE for block in blocks[number + 1 :])
