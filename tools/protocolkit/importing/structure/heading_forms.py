"""Whether a run of lines is a heading: by its form, then by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolkit.importing.structure.line_ends import (
    is_address,
    is_terminal,
    runs_on,
)
from protocolkit.importing.structure.line_runs import OTHER_SIZE, Boundary, LineRun, Role
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    LONGEST_HEADING,
    POSTAL_CODE,
    VERB,
    is_caption,
    is_labelled,
    is_sentence,
    is_title_like,
)
from protocolkit.text.function_words import ASKING, PERSONAL
from protocolkit.text.markers import LID
from protocolkit.text.words import tokens

_REACH = 400
# With more words than this, 'je' or 'wij' shows that a line is a sentence.
_FEW_WORDS = 8
# The years that a heading is for.
_YEARS = re.compile(r" \(?(?:19|20)\d\d(?: ?[-–/] ?(?:19|20)?\d\d)?\)?$")
# A street and a number: only beside a postal code, since a name may end in a number too.
_STREET = re.compile(r"^(?:[^\W\d_]|['’])[\w’'.-]*(?: [\w’'.-]+){0,3} \d{1,4} ?[a-zA-Z]?$")


def is_heading(
    blocks: Sequence[LineRun], number: int, contents: frozenset[tuple[str, ...]], size: float
) -> bool:
    """Tell whether a run is a heading; ``size`` is that of the text, in points."""
    block = blocks[number]
    if block.first.is_exact:
        return block.first.level > 0
    if block.first.level:
        return bool(block.text) or block.start is not None
    if block.start and (block.start.is_bullet or (block.first.marker and block.first.depth)):
        return False
    if is_named(block, contents):
        return True
    if block.start and block.start.style.is_worded:
        return _is_word_heading(blocks, number)
    after = following(blocks, number)
    is_alone = block.is_apart and after is not None and after.is_apart and len(block.lines) == 1
    is_alone = is_alone or (block.start is not None and block.start.style.is_capitals)
    is_alone = is_alone or block.first.size > size + OTHER_SIZE or block.first.is_bold
    if not is_title_like(block, is_alone=is_alone):
        return False
    is_larger = block.first.size > size + OTHER_SIZE
    if block.start:
        return is_larger or _is_numbered_heading(blocks, number)
    if block.text.endswith(":"):
        return is_larger or block.first.is_bold
    return _is_bare_heading(blocks, number, is_larger=is_larger or block.first.is_bold)


def is_named(block: LineRun, contents: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether a table of contents names a block."""
    whole = f"{block.marker} {block.text}".lower()
    is_named = bool({tokens(whole), tokens(block.text.lower())} & contents)
    return is_named and len(block.text) < LONGEST_HEADING


def _is_word_heading(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether 'Artikel 3 ...' heads a section: without text, with a title, or before items."""
    block = blocks[number]
    start = block.start
    if start is None or start.word is LID:
        return False
    ends = is_terminal(block.text) and not block.text.endswith("?")
    return not block.text or (not ends and len(block.text) <= LONGEST_HEADING)


def _is_numbered_heading(blocks: Sequence[LineRun], number: int) -> bool:
    block, after = blocks[number], following(blocks, number)
    start = block.start
    if start is None or after is None:
        return False
    if not start.style.may_head:
        return False
    if block.text.endswith(":") and after.start is not None and after.start.key != start.key:
        return False
    if _runs_into_list(block, after):
        return False
    if after.start is not None:
        same = after.start.key == start.key
        if same and after.start.count == (*start.count[:-1], start.last + 1):
            return _is_empty_heading(blocks, number)
        if same and after.start.last == 1:
            return not _leads_in(block, after)
    before = _previous_same(blocks, number)
    if before is not None and before.role is Role.ITEM and is_successor(before, block):
        # the last of a list of short items, unless a list of its own follows
        if after.start and after.start.last == 1 and not after.start.is_bullet:
            return True
        return is_terminal(before.text) and _continues_headings(blocks, number)
    return True


def _leads_in(block: LineRun, after: LineRun) -> bool:
    """Tell whether a number with a colon is an item that a list inside it follows on."""
    if not block.text.endswith(":"):
        return False
    is_right_of = after.first.indent > block.first.indent + 1
    return is_right_of or after.text[:1].islower() or bool(VERB.search(block.text))


def _continues_headings(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a number is the next of the headings that count in the same way."""
    start = blocks[number].start
    key = start.key if start else ""
    for block in _before(blocks, number):
        if block.role is Role.HEADING and block.start and block.start.key == key:
            return is_successor(block, blocks[number])
    return False


def _is_empty_heading(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a heading without text of its own stands before the next of its series."""
    block = blocks[number]
    return block.start is not None and block.start.style.is_bare and block.first.gap > 0


def is_successor(before: LineRun, block: LineRun) -> bool:
    """Tell whether the number of a run is the one after that of another."""
    return bool(before.start and block.start and before.start.last + 1 == block.start.last)


def _previous_same(blocks: Sequence[LineRun], number: int) -> LineRun | None:
    """Return the last block before with the same way of counting, up to the last heading."""
    start = blocks[number].start
    key = start.key if start else ""
    for block in _before(blocks, number):
        if block.start and block.start.key == key:
            return block
        if block.role is Role.HEADING:
            return None
    return None


def _is_bare_heading(blocks: Sequence[LineRun], number: int, *, is_larger: bool) -> bool:
    block, after = blocks[number], following(blocks, number)
    if after is None or is_caption(block.text) or _is_fact(blocks, number):
        return False
    if number and _in_list(blocks, number):
        return False
    if is_larger or block.text.isupper():
        return True
    if is_labelled(block.text) or _is_street(blocks, number):
        return False
    if _runs_into_list(block, after):
        return False
    before = blocks[number - 1] if number else None
    is_line = before is not None and before.role is Role.PARAGRAPH and not block.is_apart
    is_line = is_line and before is not None and before.first.size <= block.first.size + OTHER_SIZE
    is_line = is_line and not (
        is_pasted(block) and before is not None and FACT_LIKE.search(before.text)
    )
    if is_line and before is not None and not is_terminal(before.text):
        # a line among lines, such as those of an address
        return False
    if before is not None and is_address(before.text) and is_address(after.text):
        return False
    has_room = block.boundary is Boundary.STRONG or number == 0
    ends = before is None or is_terminal(before.text) or before.role is Role.HEADING
    ends = ends or _ends_bare_list(blocks, number)
    if not has_room and not ends:
        return False
    if len(block.text.split()) > _FEW_WORDS and PERSONAL & set(block.text.lower().split()):
        # somebody does something here: a sentence without its stop
        return False
    is_listed = (
        after.start is None
        and not after.first.cells
        and after.role is Role.PARAGRAPH
        and is_title_like(after)
    )
    if is_listed and not block.text.endswith("?"):
        return _has_text_soon(blocks, number)
    return True


def _is_fact(blocks: Sequence[LineRun], number: int) -> bool:
    is_one = bool(FACT_LIKE.search(blocks[number].text))
    return is_one and not _ends_in_years(blocks, number)


def _ends_in_years(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a line looks as a heading above it does, and only ends in the years it is for.

    'Toetsen 2024-2025' then heads a chapter as the others do.
    """
    block = blocks[number]
    named = _YEARS.sub("", block.text)
    if named == block.text or FACT_LIKE.search(named):
        return False
    heads = (b for b in blocks[:number] if b.role is Role.HEADING)
    return block.first.is_bold and any(b.first.is_bold and _look(b) == _look(block) for b in heads)


def _look(block: LineRun) -> tuple[bool, float]:
    return block.is_apart, round(block.first.size, 1)


def _ends_bare_list(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether the list above a line of plain text has no stops, and another begins below it.

    The one below has other signs, or begins to count.
    """
    above, after = blocks[max(number - 2, 0) : number], following(blocks, number)
    keys = {block.start.key for block in above if block.start and not is_terminal(block.text)}
    is_list = len(above) > 1 and len(keys) == 1 and all(block.start for block in above)
    if not is_list or after is None or after.start is None or blocks[number].first.size:
        return False
    return after.start.key not in keys or after.start.last == 1


def _is_street(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a block is the first line of an address: a postal code stands below it."""
    after = following(blocks, number)
    is_street = bool(_STREET.match(blocks[number].text))
    return is_street and after is not None and bool(POSTAL_CODE.match(after.text))


def _runs_into_list(block: LineRun, after: LineRun) -> bool:
    """Tell whether a line is the beginning of a sentence that the items below it finish."""
    if after.start is None or not after.text[:1].islower() or block.text.endswith("?"):
        return False
    asks = block.text.split()[0].lower() in ASKING
    return runs_on(block.text) or (not asks and is_sentence(block.text))


def _in_list(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a line stands between two numbers of one list, as a part of the first."""
    before, after = blocks[number - 1], following(blocks, number)
    block = blocks[number]
    if after is None or not (before.start and after.start) or before.role is Role.HEADING:
        return False
    if is_pasted(block) and is_terminal(before.text):
        # the numbers of a list may run on under headings
        return False
    stands_out = block.first.is_bold and not before.first.is_bold
    if stands_out or block.first.size > before.first.size + OTHER_SIZE:
        return False
    if block.is_apart and not after.is_apart and is_terminal(before.text):
        # it stands with what follows: the numbers of a list may run on under headings
        return False
    return before.start.key == after.start.key and is_successor(before, after)


def is_pasted(block: LineRun) -> bool:
    """Tell whether a block is a line of plain text in which each line is a paragraph."""
    return block.first.is_whole and not block.first.size


def stands_in_list(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a bare line stands between two numbers of one list."""
    before, after = blocks[number - 1] if number else None, following(blocks, number)
    if blocks[number].start or before is None or after is None:
        return False
    return (before.start and after.start and before.start.key) == (
        after.start and after.start.key
    ) and is_successor(before, after)


def _has_text_soon(blocks: Sequence[LineRun], number: int) -> bool:
    following = blocks[number + 1 : number + 3]
    return any(block.start or not is_title_like(block) for block in following)


def _before(blocks: Sequence[LineRun], number: int) -> Iterator[LineRun]:
    """Yield the blocks before one, nearest first, as far as a chapter may reach."""
    for position in range(number - 1, max(number - _REACH, 0) - 1, -1):
        yield blocks[position]


def following(blocks: Sequence[LineRun], number: int) -> LineRun | None:
    """Return the run after one, None after the last."""
    return blocks[number + 1] if number + 1 < len(blocks) else None
