"""What each block is: the title, a heading, an item, a paragraph.

Form decides first (a style, a size, 'Artikel 3'), then the neighbours: a short numbered line
followed by its own text is a heading, one followed by the next number is an item of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protocolkit.base.messages import mark
from protocolkit.document.organisations import BOARD_WORDS, SCHOOL_ENDINGS, SCHOOL_WORDS
from protocolkit.importing.structure.gathering import LONGEST_HEADING, MOST_HEADING_WORDS
from protocolkit.importing.structure.line_ends import (
    is_address,
    is_cut_off,
    is_terminal,
    without_mark,
)
from protocolkit.importing.structure.runs import OTHER_SIZE, Block, Boundary, Role
from protocolkit.text.markers import LID, Style
from protocolkit.text.words import tokens

DOUBT_HEADING = mark("heading or sentence")
DOUBT_TITLE = mark("title chosen from several lines")

_REACH = 400
TITLE_WORDS = re.compile(
    r"protocol|beleid|reglement|regeling|gedragscode|statuut|plan\b|voorschrift|afspraken|regels|richtlijn"
    r"|notitie|handboek|code\b|verklaring",
    re.IGNORECASE,
)
SECTION_WORDS = frozenset(
    (
        "inleiding aanleiding voorwoord doel doelen doelstelling uitgangspunten begrippen "
        "begripsbepalingen definities algemeen visie aanhef preambule slot slotbepaling "
        "slotbepalingen bijlage bijlagen inhoud"
    ).split()
)
_FACT_LIKE = re.compile(
    r"^(?:versie|datum|status|auteur|opgesteld|vastgesteld|vaststelling|instemming|advies|akkoord"
    r"|eigenaar|geldig|ingangsdatum|evaluatie|schooljaar|plaats|revisie|documentnaam|kenmerk"
    r"|handtekening|naam|namens|onderwerp)\b(?:\s*:|.{0,60}\d)|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|mag|mogen|moet|moeten|kan|kunnen|heeft|hebben|zal|zullen|dient"
    r"|dienen|geldt|gelden|maakt|maken|neemt|nemen|gaat|gaan|zet|zetten|blijft|blijven|krijgt"
    r"|houdt|geeft|doet|staat|ligt|bepaalt|beslist|volgt|zorgt|gebruikt|spreekt|meldt)\b"
)
_NAME_WORDS = (*BOARD_WORDS, *SCHOOL_WORDS, *SCHOOL_ENDINGS, "school")
_NAME_LIKE = re.compile(rf"^(?:{'|'.join(_NAME_WORDS)})\b", re.IGNORECASE)
_NUMBERED = (Style.POINT, Style.PLAIN, Style.BRACKET, Style.MULTIPLE)
_LETTERED = (Style.UPPER, Style.UPPER_ROMAN)


def assign_roles(blocks: Sequence[Block], contents: frozenset[tuple[str, ...]]) -> None:
    """Set the role of every block; ``contents`` are the titles that a table of contents names."""
    body_size = _body_size(blocks)
    for number, block in enumerate(blocks):
        if block.first.cells:
            block.role = Role.TABLE
        elif _is_heading(blocks, number, contents, body_size):
            block.role = Role.HEADING
        elif block.start:
            block.role = Role.ITEM
    _undo_lists(blocks)
    _choose_title(blocks, body_size)


def is_title_like(block: Block, *, is_alone: bool = False) -> bool:
    """Tell whether a block has the form of a heading: short, and no sentence.

    One that stands alone, with room above and below, may hold a verb.
    """
    text = without_mark(block.text)
    words = text.split()
    if not words or len(text) > LONGEST_HEADING or len(words) > MOST_HEADING_WORDS:
        return False
    if re.search(r"[.;,!…]$|[.!?] [A-Z]", text) or is_cut_off(text) or is_address(text):
        return False
    first = next((letter for letter in text if letter.isalpha()), "")
    if not first.isupper():
        return False
    bare = re.sub(r"\([^()]*\)", "", text)
    if text.endswith(":"):
        return len(words) <= 4 and not _VERB.search(bare)
    is_short = len(words) <= 6 or (is_alone and len(text) <= 60)
    return text.endswith("?") or is_short or not _VERB.search(bare)


def _body_size(blocks: Sequence[Block]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.first.size, 1)] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_heading(
    blocks: Sequence[Block], number: int, contents: frozenset[tuple[str, ...]], size: float
) -> bool:
    block = blocks[number]
    if block.first.is_exact:
        return block.first.level > 0
    if block.first.level:
        return bool(block.text) or block.start is not None
    if block.start and (block.start.is_bullet or (block.first.marker and block.first.depth)):
        return False
    whole = f"{block.marker} {block.text}".lower()
    if {tokens(whole), tokens(block.text.lower())} & contents and len(block.text) < LONGEST_HEADING:
        return True
    if block.start and block.start.style is Style.WORD:
        return _is_word_heading(blocks, number)
    after = _next(blocks, number)
    is_alone = block.is_apart and after is not None and after.is_apart and len(block.lines) == 1
    is_alone = is_alone or (block.start is not None and block.start.style in _LETTERED)
    is_alone = is_alone or block.first.size > size + OTHER_SIZE or block.first.is_bold
    if not is_title_like(block, is_alone=is_alone):
        return False
    is_larger = block.first.size > size + OTHER_SIZE
    if block.start:
        return is_larger or _is_numbered_heading(blocks, number)
    if block.text.endswith(":"):
        return is_larger
    return _is_bare_heading(blocks, number, is_larger=is_larger or block.first.is_bold)


def _is_word_heading(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether 'Artikel 3 ...' heads a section: without text, with a title, or before items."""
    block = blocks[number]
    start = block.start
    if start is None or start.word is LID:
        return False
    ends = is_terminal(block.text) and not block.text.endswith("?")
    return not block.text or (not ends and len(block.text) <= LONGEST_HEADING)


def _is_numbered_heading(blocks: Sequence[Block], number: int) -> bool:
    block, after = blocks[number], _next(blocks, number)
    start = block.start
    if start is None or after is None:
        return False
    if start.style not in (*_NUMBERED, *_LETTERED):
        return False
    if block.text.endswith(":") and after.start is not None and after.start.key != start.key:
        return False
    if after.start is not None:
        same = after.start.key == start.key
        if same and after.start.count == (*start.count[:-1], start.last + 1):
            return _is_empty_heading(blocks, number)
        if same and after.start.last == 1:
            return True
    before = _previous_same(blocks, number)
    if before is not None and before.role is Role.ITEM and _is_successor(before, block):
        # the last of a list of short items, unless a list of its own follows
        if after.start and after.start.last == 1 and not after.start.is_bullet:
            return True
        return is_terminal(before.text) and _continues_headings(blocks, number)
    return True


def _continues_headings(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a number is the next of the headings that count in the same way."""
    start = blocks[number].start
    key = start.key if start else ""
    for block in _before(blocks, number):
        if block.role is Role.HEADING and block.start and block.start.key == key:
            return _is_successor(block, blocks[number])
    return False


def _is_empty_heading(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a heading without text of its own stands before the next of its series."""
    block = blocks[number]
    return block.start is not None and block.start.style is Style.PLAIN and block.first.gap > 0


def _is_successor(before: Block, block: Block) -> bool:
    return bool(before.start and block.start and before.start.last + 1 == block.start.last)


def _previous_same(blocks: Sequence[Block], number: int) -> Block | None:
    """Return the last block before with the same way of counting, up to the last heading."""
    start = blocks[number].start
    key = start.key if start else ""
    for block in _before(blocks, number):
        if block.start and block.start.key == key:
            return block
        if block.role is Role.HEADING:
            return None
    return None


def _is_bare_heading(blocks: Sequence[Block], number: int, *, is_larger: bool) -> bool:
    block, after = blocks[number], _next(blocks, number)
    if after is None or _FACT_LIKE.search(block.text):
        return False
    if number and _in_list(blocks, number):
        return False
    if is_larger or block.text.isupper():
        return True
    before = blocks[number - 1] if number else None
    is_line = before is not None and before.role is Role.PARAGRAPH and not block.is_apart
    if is_line and before is not None and not is_terminal(before.text):
        # a line among lines, such as those of an address
        return False
    if before is not None and is_address(before.text) and is_address(after.text):
        return False
    has_room = block.boundary is Boundary.STRONG or number == 0
    ends = before is None or is_terminal(before.text) or before.role is Role.HEADING
    if not has_room and not ends:
        return False
    if after.start is None and after.role is Role.PARAGRAPH and is_title_like(after):
        return _has_text_soon(blocks, number)
    if len(block.text.split()) > 5:
        block.doubts.append(DOUBT_HEADING)
    return True


def _in_list(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a line stands between two numbers of one list, as a part of the first."""
    before, after = blocks[number - 1], _next(blocks, number)
    block = blocks[number]
    if after is None or not (before.start and after.start) or before.role is Role.HEADING:
        return False
    stands_out = block.first.is_bold and not before.first.is_bold
    if stands_out or block.first.size > before.first.size + OTHER_SIZE:
        return False
    if block.is_apart and not after.is_apart and is_terminal(before.text):
        # it stands with what follows: the numbers of a list may run on under headings
        return False
    return before.start.key == after.start.key and _is_successor(before, after)


def _has_text_soon(blocks: Sequence[Block], number: int) -> bool:
    following = blocks[number + 1 : number + 3]
    return any(block.start or not is_title_like(block) for block in following)


def _before(blocks: Sequence[Block], number: int) -> Iterator[Block]:
    """Yield the blocks before one, nearest first, as far as a chapter may reach."""
    for position in range(number - 1, max(number - _REACH, 0) - 1, -1):
        yield blocks[position]


def _next(blocks: Sequence[Block], number: int) -> Block | None:
    return blocks[number + 1] if number + 1 < len(blocks) else None


def _undo_lists(blocks: Sequence[Block]) -> None:
    """Make items of headings that stand inside a run of items of the same count."""
    for number in range(1, len(blocks) - 1):
        before, block, after = blocks[number - 1 : number + 2]
        if block.role is not Role.HEADING or block.first.level or not block.start:
            continue
        around = (before.start, after.start)
        if block.start.style is not Style.WORD and all(
            start is not None and start.key == block.start.key for start in around
        ):
            roles = (before.role, after.role)
            follows = _is_successor(before, block) and _is_successor(block, after)
            if roles == (Role.ITEM, Role.ITEM) and follows:
                block.role = Role.ITEM


def _choose_title(blocks: Sequence[Block], size: float) -> None:
    """Find the title among the first lines; what stands before it becomes part of it."""
    styled = [n for n, block in enumerate(blocks[:12]) if block.first.level == 1]
    if styled:
        for block in blocks[: styled[0]]:
            block.role = Role.TITLE if not block.start else block.role
        blocks[styled[0]].role = Role.TITLE
        for block in blocks[styled[0] + 1 : styled[0] + 4]:
            if not block.first.level and (
                _NAME_LIKE.match(block.text) or _FACT_LIKE.search(block.text)
            ):
                block.role = Role.PARAGRAPH if block.role is Role.HEADING else block.role
        return
    front = _front(blocks)
    if front and not blocks[0].first.is_exact:
        _choose_among(blocks, front, size)


def _front(blocks: Sequence[Block]) -> list[int]:
    """Return the short lines that a document begins with, before its first real heading."""
    front: list[int] = []
    for number, block in enumerate(blocks[:12]):
        if block.start or not (is_title_like(block) or _NAME_LIKE.match(block.text)):
            break
        if block.text.lower().split()[0].strip(":") in SECTION_WORDS or block.first.level > 1:
            break
        front.append(number)
    return front


def _choose_among(blocks: Sequence[Block], front: Sequence[int], size: float) -> None:
    largest = max(blocks[n].first.size for n in front)
    telling = [n for n in front if TITLE_WORDS.search(blocks[n].text)]
    sized = [n for n in front if blocks[n].first.size == largest > size + OTHER_SIZE]
    if telling or (blocks[front[0]].first.size > size + OTHER_SIZE and front[0] not in sized):
        sized = []
    printed_large = [n for n in telling if blocks[n].first.size > size + OTHER_SIZE]
    chosen = next(iter([*printed_large, *telling, *sized, front[0]]))
    if not (sized or telling) and len(blocks[chosen].text.split()) > 12:
        return
    last = chosen
    while last + 1 in sized and last + 1 in front:
        last += 1
    for number in range(last + 1):
        blocks[number].role = Role.TITLE
    if chosen or last != chosen:
        blocks[chosen].doubts.append(DOUBT_TITLE)
    for number in front:
        if number > last and (
            _FACT_LIKE.search(blocks[number].text) or _NAME_LIKE.match(blocks[number].text)
        ):
            blocks[number].role = Role.PARAGRAPH
