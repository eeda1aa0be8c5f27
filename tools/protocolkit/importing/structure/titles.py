"""The title among the first lines of a document, and which lines above or below it belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.letterheads import (
    above_greeting,
    is_above_letterhead,
    is_name,
    is_of_letter,
    is_salutation,
    letterhead_end,
    make_plain,
    memo_head,
)
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun, Role
from protocolkit.importing.structure.subtitles import settle_below
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    LONGEST_HEADING,
    MOST_HEADING_WORDS,
    NAME_LIKE,
    SECTION_WORDS,
    TITLE_WORDS,
    is_labelled,
    is_title_like,
    names_paper,
)
from protocolkit.importing.structure.title_lines import (
    LONGEST_TITLE,
    goes_on_below,
    heads_all,
    is_head_of_title,
    is_second_line,
    is_typed_below,
    largest_below,
    may_be_title,
    says_about,
    stands_above,
    tells,
)
from protocolkit.text.words import tokens

DOUBT_TITLE = mark("title chosen from several lines")
DOUBT_TITLE_LINE = mark("may be a heading: only its place says that it is the title")
DOUBT_NO_TITLE = mark("may be the title: no other line was found that is")
TITLE_DOUBTS = (DOUBT_TITLE, DOUBT_TITLE_LINE)

# Among so many blocks the title is looked for, over so many lines, and so far below a letterhead.
_FIRST, _MOST_LINES, _MOST_BETWEEN = 16, 3, 4
# Among so many blocks a letter comes to the title of what it brings.
_SOON = 6


def choose_title(
    blocks: Sequence[LineRun], size: float, choices: Choices, organisation: str = ""
) -> None:
    """Find the title among the first lines; a second line in its look becomes part of it.

    A line in a title's style is it, whatever stands above; below a letterhead the largest is, else
    the first that can be. ``organisation`` is the name that is no part of it.
    """
    head = letterhead_end(blocks, organisation)
    places = _chosen(blocks, choices) or _styled(blocks) or _largest(blocks, size, head)
    if places:
        _set_title(blocks, places, organisation)
    elif head:
        _beside_letterhead(blocks, head, size, choices, organisation)
    elif not any(block.first.level == 1 for block in blocks[:_FIRST]):
        front = _front(blocks, size)
        is_title = bool(front) and not blocks[0].first.is_exact
        is_sure = is_title and not names_paper(blocks[0].text)
        if below := [] if is_sure else _below_letter(blocks, size, choices):
            _set_title(blocks, below, organisation)
        elif is_title and (paper := () if is_sure else _head_of_paper(blocks)):
            make_plain(paper)
            _set_title(blocks, largest_below(blocks, len(paper), size), organisation)
        elif is_title:
            _choose_among(blocks, front, size, choices, organisation)
    titles = [n for n, block in enumerate(blocks[:_FIRST]) if block.role is Role.TITLE]
    if titles:
        settle_below(blocks, titles[-1], size, choices, organisation)
    else:
        _offer(blocks, organisation, choices)


def _head_of_paper(blocks: Sequence[LineRun]) -> Sequence[LineRun]:
    """Return the head of the letter or memo that a text is brought on; nothing where none is."""
    return above_greeting(blocks[:_FIRST]) or memo_head(blocks[:_FIRST])


def _chosen(blocks: Sequence[LineRun], choices: Choices) -> list[int]:
    """Return the place of the line that a person calls the title."""
    settled = (choices.settled(Question.TITLE_LINE, block) for block in blocks[:_FIRST])
    return [n for n, reading in enumerate(settled) if reading is Reading.TITLE][:1]


def _styled(blocks: Sequence[LineRun]) -> list[int]:
    """Return the lines in a title's style; below a rule they are no title of the whole."""
    styled = [n for n, block in enumerate(blocks[:_FIRST]) if block.first.level == 1]
    styled = [n for place, n in enumerate(styled) if n == styled[0] + place]
    return styled if not any(b.start for n in styled for b in blocks[:n]) else []


def _largest(
    blocks: Sequence[LineRun], size: float, head: int, *, is_below_text: bool = False
) -> list[int]:
    """Return the lines below a letterhead, or a letter, that are printed larger than all others."""
    printed = [
        (n, block)
        for n, block in enumerate(blocks)
        if not block.first.cells and (n >= head or not is_name(block.text))
    ]
    largest = max((block.first.size for _, block in printed), default=0.0)
    found = [n for n, block in printed if largest - block.first.size < OTHER_SIZE]
    if not (head or is_below_text) or largest <= size + OTHER_SIZE or len(found) > _MOST_LINES:
        return []
    if (
        blocks[0].first.is_exact
        or found[-1] - found[0] >= len(found)
        or found[-1] >= _FIRST
        or found[0] < head
    ):
        return []
    is_title = may_be_title(blocks[found[0]]) and not any(blocks[n].start for n in found)
    return found if is_title and not any(block.start for block in blocks[: found[0]]) else []


def _below_letter(blocks: Sequence[LineRun], size: float, choices: Choices) -> list[int]:
    """Return the lines of a title below the words of a letter or of an e-mail.

    They are the largest, else the first that says so soon below whom the letter is to, else the
    heading that all others lie under, as a doubt.
    """
    found = _largest(blocks, size, 0, is_below_text=True)
    if found and found[0]:
        return found
    is_letter = bool(blocks) and is_salutation(blocks[0].text)
    for number, block in enumerate(blocks[:_FIRST]):
        is_text = choices.settled(Question.TITLE_LINE, block) is Reading.TEXT
        is_named = may_be_title(block) and bool(TITLE_WORDS.search(block.text))
        is_one = (is_letter and number < _SOON and is_named) or heads_all(blocks, number)
        if is_one and not is_text:
            choices.take(Question.TITLE_LINE, block, Reading.TITLE, DOUBT_TITLE_LINE)
            return [number]
    return []


def _set_title(blocks: Sequence[LineRun], places: Sequence[int], organisation: str) -> None:
    """Make some lines the title; of those above only the name of the organisation is on a cover."""
    if not places:
        return
    first = blocks[places[0]].first
    for number in places:
        blocks[number].role = Role.TITLE
    names = [n for n in range(places[0]) if is_name(blocks[n].text, organisation)]
    wanted = tokens(organisation) or (tokens(blocks[names[0]].text) if names else ())
    for block in blocks[: places[0]]:
        if block.start or block.first.cells:
            continue
        is_part = tokens(block.text) == wanted or block.first.is_exact
        is_part = is_part or (block.first.level == first.level > 0)
        block.role = Role.TITLE if is_part else Role.PARAGRAPH


def _beside_letterhead(
    blocks: Sequence[LineRun], head: int, size: float, choices: Choices, organisation: str
) -> None:
    """Take the first line below a letterhead that can be the title, or the line above it."""
    for block in blocks[:head]:
        block.role = block.role if block.start or block.first.cells else Role.PARAGRAPH
    near = range(head, min(head + _MOST_BETWEEN, len(blocks)))
    about = next((n for n in near if says_about(blocks[n], size)), None)
    number = about if about is not None else _below_letterhead(blocks, head, organisation)
    if is_above_letterhead(blocks, head, organisation):
        above = above_greeting(blocks[:_FIRST]) if names_paper(blocks[0].text) else ()
        make_plain(above)
        number = 0 if not above and _is_title_above(blocks, number, size) else number
    if number is None:
        return
    block = blocks[number]
    if choices.settled(Question.TITLE_LINE, block) is Reading.TEXT:
        return
    if not TITLE_WORDS.search(block.text) and block.first.size <= size + OTHER_SIZE:
        choices.take(Question.TITLE_LINE, block, Reading.TITLE, DOUBT_TITLE_LINE)
    _set_title(blocks, [number], organisation)


def _below_letterhead(blocks: Sequence[LineRun], head: int, organisation: str) -> int | None:
    """Return the first line below a letterhead that can be the title; no heading is.

    Facts and names may stand between.
    """
    number = head
    while number < min(head + _MOST_BETWEEN, len(blocks)) and _is_between(
        blocks[number], organisation
    ):
        number += 1
    if number >= len(blocks) or blocks[number].first.level > 1:
        return None
    return number if may_be_title(blocks[number]) else None


def _is_title_above(blocks: Sequence[LineRun], below: int | None, size: float) -> bool:
    """Tell whether the line above a letterhead is the title sooner than the one below it."""
    first = blocks[0]
    if first.first.level > 1 or not may_be_title(first):
        return False
    if below is None:
        return True
    other = blocks[below]
    if first.first.size > max(size, other.first.size) + OTHER_SIZE:
        return True
    is_as_large = other.first.size <= first.first.size + OTHER_SIZE
    return is_as_large and stands_above(blocks) and not TITLE_WORDS.search(other.text)


def _is_between(block: LineRun, organisation: str) -> bool:
    text = block.text
    if is_name(text, organisation) or block.first.cells:
        return True
    is_fact = bool(FACT_LIKE.search(text)) or is_labelled(text)
    return is_fact and not TITLE_WORDS.search(text) and block.start is None


def _offer(blocks: Sequence[LineRun], organisation: str, choices: Choices) -> None:
    """Doubt the first line that could have been the title, where none is."""
    for block in blocks[:_FIRST]:
        if block.start or block.first.is_exact or names_paper(block.text):
            return
        is_head = is_name(block.text, organisation) or is_of_letter(block.text)
        if block.role is not Role.TABLE and not is_head:
            if may_be_title(block):
                choices.take(Question.TITLE_LINE, block, Reading.TEXT, DOUBT_NO_TITLE)
                return
            if block.first.level or len(block.text) > LONGEST_HEADING:
                return


def _front(blocks: Sequence[LineRun], size: float) -> list[int]:
    """Return the short lines that a document begins with, before its first real heading."""
    front: list[int] = []
    for number, block in enumerate(blocks[:12]):
        is_alone = number == 0 and stands_above(blocks)
        is_one = is_title_like(block, is_alone=is_alone, most=LONGEST_TITLE)
        is_one = is_one or (number > 0 and is_second_line(blocks, number, size))
        is_one = is_one or goes_on_below(blocks, number) or goes_on_below(blocks, number - 1)
        if block.start or block.first.cells or not (is_one or NAME_LIKE.match(block.text)):
            break
        if number and block.text.endswith(":"):
            break
        if block.text.lower().split()[0].strip(":") in SECTION_WORDS or block.first.level > 1:
            break
        front.append(number)
    return front


def _choose_among(
    blocks: Sequence[LineRun],
    front: Sequence[int],
    size: float,
    choices: Choices,
    organisation: str,
) -> None:
    largest = max(blocks[n].first.size for n in front)
    telling = [n for n in front if tells(blocks[n])]
    sized = [n for n in front if blocks[n].first.size == largest > size + OTHER_SIZE]
    if _stand_out(blocks, sized, telling, size):
        telling = []
    if telling or (blocks[front[0]].first.size > size + OTHER_SIZE and front[0] not in sized):
        sized = []
    printed_large = [n for n in telling if blocks[n].first.size > size + OTHER_SIZE]
    own = [n for n in front if not is_name(blocks[n].text, organisation)]
    chosen = next(iter([*printed_large, *telling, *sized, *own, front[0]]))
    if not (sized or telling) and len(blocks[chosen].text.split()) > MOST_HEADING_WORDS:
        return
    last = chosen
    while last + 1 in front and (
        last + 1 in sized
        or is_second_line(blocks, last + 1, size)
        or is_typed_below(blocks, last + 1)
    ):
        last += 1
    if chosen == 0 and 1 in front and goes_on_below(blocks, 0):
        last = 1
    is_below_name = chosen in telling and all(is_name(blocks[n].text) for n in range(chosen))
    if chosen and is_below_name:
        _set_title(blocks, range(chosen, last + 1), organisation)
        return
    if last:
        last = _settle_title(blocks[: last + 1], chosen or last, choices)
    for number in range(last + 1):
        blocks[number].role = Role.TITLE


def _stand_out(
    blocks: Sequence[LineRun], sized: Sequence[int], telling: Sequence[int], size: float
) -> bool:
    """Tell whether the largest lines are the title, whatever those say that look like text.

    No part of a title is smaller than the chapters are, unless these are as large as the text.
    """
    if any(is_name(blocks[n].text) or NAME_LIKE.match(blocks[n].text) for n in sized):
        return False
    below = [blocks[n].first for n in telling if n not in sized]
    heads = (b.first.size for b in blocks[max(sized, default=0) + 1 :] if b.role is Role.HEADING)
    least = max(size, max(heads, default=0.0) - 2 * OTHER_SIZE)
    is_plain = all(not line.is_bold and line.size <= least + OTHER_SIZE for line in below)
    return bool(sized) and is_plain and max(sized) < min(telling, default=len(blocks))


def _settle_title(blocks: Sequence[LineRun], chosen: int, choices: Choices) -> int:
    """Return which of several lines is the last of the title, as a person says.

    ``chosen`` is where the title begins when what stands above it is no part of it.
    """
    whole = LineRun(lines=[line for block in blocks for line in block.lines])
    usual = Reading.LAST if is_head_of_title(blocks, chosen) else Reading.TOGETHER
    reading = choices.take(Question.TITLE, whole, usual, DOUBT_TITLE)
    blocks[chosen].doubts += whole.doubts
    if reading is Reading.FIRST:
        return 0
    for block in blocks[:chosen] if reading is Reading.LAST else ():
        block.is_above_title = True
    return len(blocks) - 1
