"""How deep each heading lies, from the ways in which a document counts its headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.roles import TITLE_WORDS
from protocolkit.importing.structure.runs import Block, Role
from protocolkit.text.bounded import whole_number
from protocolkit.text.markers import WORDS, Style

_LARGEST = 1_000_000_000

_TOP, _DEEPEST = 2, 6
_ALWAYS_TOP = ("bijlage", "slot", "ondertekening", "vaststelling", "nawoord", "voorwoord")
_PLAIN = "unnumbered"
_TITLE_GAP = 1.25


def settle_titles(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Let only one line be the title: where several have the highest level, they are chapters.

    The first of them is the title all the same when it stands first and is called a protocol.
    """
    highest = [number for number, line in enumerate(lines) if line.level == 1]
    if not highest or (len(highest) == 1 and _stands_first(lines, highest[0])):
        return tuple(lines)
    is_title = highest[0] == 0 and bool(TITLE_WORDS.search(lines[0].text))
    return tuple(
        replace(line, level=line.level + 1) if line.level and (number or not is_title) else line
        for number, line in enumerate(lines)
    )


def join_titles(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with 'Artikel 3' and the title on the line below it as one heading."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before is not None and _is_title_of(block, before):
            before.lines += block.lines
            before.pieces += block.pieces
            before.text = block.text
        else:
            joined.append(block)
    return joined


def _is_title_of(block: Block, number: Block) -> bool:
    """Tell whether a heading only says what the number above it is about."""
    if block.role is not Role.HEADING or number.role is not Role.HEADING or number.text:
        return False
    if block.start or number.start is None or number.start.style is not Style.WORD:
        return False
    if block.first.is_exact or block.text.lower().startswith(("bijlage", "toelichting")):
        return False
    is_beside = block.first.gap <= _TITLE_GAP or block.first.is_page_start
    return is_beside and not 0 < block.first.level < number.first.level


def _stands_first(lines: Sequence[Line], number: int) -> bool:
    """Tell whether only short lines, such as a name, stand before a line."""
    return number < 4 and all(len(line.text) < 80 for line in lines[:number])


def assign_levels(blocks: Sequence[Block]) -> None:
    """Set the level of every heading: 2 for the highest, one deeper at a time."""
    headings = [number for number, block in enumerate(blocks) if block.role is Role.HEADING]
    if any(blocks[number].first.level for number in headings):
        _by_style(blocks, headings)
    else:
        _by_count(blocks, headings)
    _close_gaps(blocks, headings)


def _by_style(blocks: Sequence[Block], headings: Sequence[int]) -> None:
    """Take the levels of the styles; a heading without one lies under the last that has one."""
    last = _TOP - 1
    for number in headings:
        block = blocks[number]
        if block.first.level:
            block.level = last = max(block.first.level, _TOP)
        else:
            block.level = min(last + 1, _DEEPEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """What headings are still to come: the last position among them of each way of counting.

    ``again`` leaves out those that always lie at the top, ``counted`` those that count nothing or
    begin to count. ``explanation`` is the one explanation of a document, where it has only one.
    """

    again: Mapping[str, int]
    counted: Mapping[str, int]
    explanation: Block | None


def _ahead(blocks: Sequence[Block], headings: Sequence[int]) -> _Ahead:
    named = [(position, blocks[number]) for position, number in enumerate(headings)]
    explaining = [b for _, b in named if b.text.lower().startswith("toelichting")]
    return _Ahead(
        again={_key(block): p for p, block in named if not _is_always_top(block)},
        counted={_key(block): p for p, block in named if block.start and block.start.last > 1},
        explanation=explaining[0] if len(explaining) == 1 else None,
    )


def _by_count(blocks: Sequence[Block], headings: Sequence[int]) -> None:
    stack: list[tuple[str, tuple[int, ...], int]] = []
    ahead = _ahead(blocks, headings)
    for position, number in enumerate(headings):
        block = blocks[number]
        key, count = _key(block), block.start.count if block.start else ()
        depth = _depth(blocks, headings, position, stack, ahead)
        del stack[depth:]
        stack.append((key, count, number))
        block.level = min(_TOP + depth, _DEEPEST)


def _key(block: Block) -> str:
    if block.start is None:
        size = round(block.first.size) if block.first.size else 0
        return f"{_PLAIN}-{'capitals' if block.text.isupper() else ''}{size}"
    if block.start.style in (Style.POINT, Style.PLAIN) and len(block.start.count) == 1:
        return "number"
    if block.start.style is Style.MULTIPLE:
        return f"multiple{len(block.start.count)}"
    return block.start.key


def _depth(
    blocks: Sequence[Block],
    headings: Sequence[int],
    position: int,
    stack: Sequence[tuple[str, tuple[int, ...], int]],
    ahead: _Ahead,
) -> int:
    """Return how many of the open headings a new one lies under."""
    block = blocks[headings[position]]
    key, count = _key(block), block.start.count if block.start else ()
    keys = [open_key for open_key, _, _ in stack]
    if key.startswith(_PLAIN):
        return _plain_depth(block, headings, position, stack, ahead)
    if key.startswith("multiple"):
        parents = [
            d for d, (_, above, _) in enumerate(stack) if above and above == count[: len(above)]
        ]
        if key in keys:
            return keys.index(key)
        return parents[-1] + 1 if parents else len([k for k in keys if not k.startswith(_PLAIN)])
    if key in keys:
        return keys.index(key)
    word = _rank(key)
    if word is not None:
        ranks = [_rank(k) for k in keys]
        deeper = (d for d, rank in enumerate(ranks) if rank is not None and rank >= word)
        beside = bool(stack) and keys[-1].startswith(_PLAIN)
        beside = beside and not _lies_under(headings, position, stack, ahead)
        return next(deeper, len(keys) - beside)
    if stack and keys[-1].startswith(_PLAIN) and not _lies_under(headings, position, stack, ahead):
        return len(keys) - 1
    return len(keys)


def _rank(key: str) -> int | None:
    return next((rank for rank, word in enumerate(WORDS) if key.startswith(word.name)), None)


def _lies_under(
    headings: Sequence[int],
    position: int,
    stack: Sequence[tuple[str, tuple[int, ...], int]],
    ahead: _Ahead,
) -> bool:
    """Tell whether a counted series lies under the unnumbered heading before it.

    It does when that heading has no text of its own, or when unnumbered ones come back later.
    """
    above = stack[-1][2]
    if headings[position] == above + 1:
        return True
    return ahead.again.get(stack[-1][0], -1) > position


def _plain_depth(
    block: Block,
    headings: Sequence[int],
    position: int,
    stack: Sequence[tuple[str, tuple[int, ...], int]],
    ahead: _Ahead,
) -> int:
    key, keys = _key(block), [open_key for open_key, _, _ in stack]
    if _is_always_top(block) or not keys or block is ahead.explanation:
        return 0
    if keys[0].startswith(_PLAIN):
        return _among_plain(keys, key, is_next=headings[position] == stack[-1][2] + 1)
    if ahead.counted.get(keys[0], -1) > position:
        return keys.index(key) if key in keys else len(keys)
    return 0


def _among_plain(keys: Sequence[str], key: str, *, is_next: bool) -> int:
    """Return the depth among unnumbered headings: by size, by capitals, else the top."""
    if key in keys:
        depth = keys.index(key)
        return depth + 1 if is_next and depth == len(keys) - 1 else depth
    own, top = _size(key), _size(keys[0])
    if own and top and own < top:
        larger = [d for d, k in enumerate(keys) if _size(k) > own]
        return larger[-1] + 1 if larger else 0
    if "capitals" in keys[0] and "capitals" not in key:
        return 1
    return 0


def _size(key: str) -> int:
    return whole_number("".join(letter for letter in key if letter.isdigit()), most=_LARGEST)


def _is_always_top(block: Block) -> bool:
    return block.start is None and block.text.lower().startswith(_ALWAYS_TOP)


def _close_gaps(blocks: Sequence[Block], headings: Sequence[int]) -> None:
    """Let no level be skipped on the way down."""
    printed: list[tuple[int, int]] = []
    for number in headings:
        block = blocks[number]
        while printed and printed[-1][0] >= block.level:
            printed.pop()
        own = block.level
        block.level = min(printed[-1][1] + 1 if printed else _TOP, _DEEPEST)
        printed.append((own, block.level))
