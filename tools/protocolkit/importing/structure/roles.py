"""What each block is: the title, a heading, an item, a paragraph.

Form decides first (a style, a size, 'Artikel 3'), then the neighbours: a short numbered line
followed by its own text is a heading, one followed by the next number is an item of a list.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protocolkit.base.messages import mark
from protocolkit.document.organisations import BOARD_WORDS, SCHOOL_ENDINGS, SCHOOL_WORDS
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.gathering import LONGEST_HEADING, MOST_HEADING_WORDS
from protocolkit.importing.structure.line_ends import (
    is_address,
    is_cut_off,
    is_terminal,
    runs_on,
    without_mark,
)
from protocolkit.importing.structure.line_runs import OTHER_SIZE, Block, Boundary, Role
from protocolkit.norms import verbs
from protocolkit.text.function_words import ASKING
from protocolkit.text.marker_styles import Style
from protocolkit.text.markers import LID
from protocolkit.text.words import tokens

DOUBT_HEADING = mark("heading or sentence")
DOUBT_TITLE = mark("title chosen from several lines")

_REACH = 400
# A heading of so many words is one; with more it may be a sentence, unless it asks.
_SURE_WORDS = 5
# How long a heading or title with a verb is at most.
_LONGEST_ALONE, _LONGEST_TITLE = 60, 110
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
    r"|houdt|geeft|doet|staat|ligt|bepaalt|beslist|volgt|zorgt|gebruikt|spreekt|meldt|bestaat|bestaan|bevat|omvat|eindigt|vindt|vinden"
    r"|komt|komen|werkt|werken|vraagt|vragen|willen|wil|gelden|horen|hoort|spreken|helpen|leren)\b"
)
_POINTING_ON = frozenset("volgende onderstaande".split())
_LEADING_IN = re.compile(
    r"(?:bijvoorbeeld|voorbeeld(?:en)?|zoals|namelijk|dat|dit|deze|daar\w*|hier\w*|denk|let|onder|te"
    r"|tenzij|behalve|mits|met|verder|ook|als|in|dus|want|of|en|tel\w*|e-?mail|adres|website|bron"
    r"|nb|de|het|een|wij|we|je|u)\b",
    re.IGNORECASE,
)
# Lines of an address block: a postal code, a street with a number, a telephone number.
_POSTAL_CODE = re.compile(r"^(?:NL-)?\d{4} ?[A-Z]{2}\b")
_POSTAL = re.compile(
    r"\b\d{4} ?[A-Z]{2}\b|\b[A-Z]\w*(?:straat|weg|laan|plein|dijk|kade|singel|hof|gracht) \d"
    r"|\b[Tt]el(?:\.|efoon)?:? ?\d|\b0\d{1,3}[ -]\d{6,8}\b"
)
_TO_FILL_IN = re.compile(r"_{3}|\.{4}|…{2}|(?:\. ){3}")
# A street and a number: only beside a postal code, since a name may end in a number too.
_STREET = re.compile(r"^(?:[^\W\d_]|['’])[\w’'.-]*(?: [\w’'.-]+){0,3} \d{1,4} ?[a-zA-Z]?$")
# A word or three with a colon, and what it is: 'Wie: de mentor'.
_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^\W\d]*(?:[ /’'-][^\W\d]+){0,3}) ?: ?\S")
_FEWEST_STYLED = 2
_NAME_WORDS = (*BOARD_WORDS, *SCHOOL_WORDS, *SCHOOL_ENDINGS, "school")
_NAME_LIKE = re.compile(rf"^(?:{'|'.join(_NAME_WORDS)})\b", re.IGNORECASE)


def assign_roles(
    blocks: Sequence[Block],
    contents: frozenset[tuple[str, ...]],
    choices: Choices | None = None,
) -> None:
    """Set the role of every block; ``contents`` are the titles that a table of contents names."""
    choices = choices or Choices("")
    body_size = _body_size(blocks)
    is_styled = sum(block.first.level > 1 for block in blocks) >= _FEWEST_STYLED
    leads = [number for number in range(len(blocks)) if _is_word_with_colon(blocks, number)]
    titled = frozenset(leads if len(leads) > 1 else ())
    for number, block in enumerate(blocks):
        if block.first.cells:
            block.role = Role.TABLE
            continue
        is_heading = number in titled or _is_heading(blocks, number, contents, body_size)
        if is_styled and not (block.start or _stands_out(block, body_size)):
            # who gives headings a style, types no bare ones beside them
            is_heading = _is_named(block, contents)
        if is_heading and not _is_named(block, contents) and _may_be_sentence(block, body_size):
            choices.take(Question.HEADING, block, Reading.HEADING, DOUBT_HEADING)
        settled = choices.settled(Question.HEADING, block)
        if settled is Reading.HEADING or (is_heading and settled is None):
            block.role = Role.HEADING
        elif block.start:
            block.role = Role.ITEM
    _undo_lists(blocks, choices)
    _choose_title(blocks, body_size, choices)


def is_title_like(block: Block, *, is_alone: bool = False, most: int = _LONGEST_ALONE) -> bool:
    """Tell whether a block has the form of a heading: short, and no sentence.

    One that stands alone, with room above and below, may hold a verb in ``most`` letters.
    """
    text = without_mark(block.text)
    words = text.split()
    if not words or len(text) > LONGEST_HEADING or len(words) > MOST_HEADING_WORDS:
        return False
    if re.search(r"[.;,!…]$|[.!?] [A-Z]", text) or is_cut_off(text) or is_address(text):
        return False
    if _POSTAL.search(text) or _TO_FILL_IN.search(text):
        return False
    first = next((letter for letter in text if letter.isalpha()), "")
    if not first.isupper():
        return False
    bare = re.sub(r"\([^()]*\)", "", text)
    if text.endswith(":"):
        return len(words) <= 4 and not _VERB.search(bare)
    is_short = len(words) <= 6 or (is_alone and len(text) <= most)
    return text.endswith("?") or is_short or not _VERB.search(bare)


def _is_word_with_colon(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a block is a word or three with a colon, apart, above what it announces."""
    block, after = blocks[number], _next(blocks, number)
    if not block.text.endswith(":") or block.start or after is None or block.first.cells:
        return False
    before = blocks[number - 1] if number else None
    is_apart = block.is_apart or block.first.is_bold
    ends = before is None or is_terminal(before.text) or is_title_like(before)
    ends = ends or (is_apart and before is not None and before.start is not None)
    # under the last point of one list, above the first of another
    is_apart = is_apart or (_is_point(before) and _is_point(after))
    if not (ends and is_apart and is_title_like(block)) or _FACT_LIKE.search(block.text):
        return False
    return not (_LEADING_IN.match(block.text) or after.text.endswith(":"))


def _is_point(block: Block | None) -> bool:
    return block is not None and block.start is not None and block.start.is_bullet


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
    if _is_named(block, contents):
        return True
    if block.start and block.start.style is Style.WORD:
        return _is_word_heading(blocks, number)
    after = _next(blocks, number)
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


def _is_named(block: Block, contents: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether a table of contents names a block."""
    whole = f"{block.marker} {block.text}".lower()
    is_named = bool({tokens(whole), tokens(block.text.lower())} & contents)
    return is_named and len(block.text) < LONGEST_HEADING


def _stands_out(block: Block, size: float) -> bool:
    """Tell whether a block looks otherwise than text: by its style, in bold, larger, capitals."""
    first = block.first
    is_larger = first.size > size + OTHER_SIZE
    return bool(first.level or first.is_bold or is_larger or block.text.isupper())


def _may_be_sentence(block: Block, size: float) -> bool:
    """Tell whether a heading that nothing but its place shows has the words of a sentence."""
    text = block.text
    if block.first.is_exact or _stands_out(block, size) or text.endswith(("?", ":")):
        return False
    if block.start is not None:
        return block.start.style.may_head and _is_sentence(text)
    return len(text.split()) > _SURE_WORDS


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
    if before is not None and before.role is Role.ITEM and _is_successor(before, block):
        # the last of a list of short items, unless a list of its own follows
        if after.start and after.start.last == 1 and not after.start.is_bullet:
            return True
        return is_terminal(before.text) and _continues_headings(blocks, number)
    return True


def _leads_in(block: Block, after: Block) -> bool:
    """Tell whether a number with a colon is an item that a list inside it follows on."""
    if not block.text.endswith(":"):
        return False
    is_right_of = after.first.indent > block.first.indent + 1
    return is_right_of or after.text[:1].islower() or bool(_VERB.search(block.text))


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
    if _is_labelled(block.text) or _is_street(blocks, number):
        return False
    if _runs_into_list(block, after):
        return False
    before = blocks[number - 1] if number else None
    is_line = before is not None and before.role is Role.PARAGRAPH and not block.is_apart
    is_line = is_line and before is not None and before.first.size <= block.first.size + OTHER_SIZE
    if is_line and before is not None and not is_terminal(before.text):
        # a line among lines, such as those of an address
        return False
    if before is not None and is_address(before.text) and is_address(after.text):
        return False
    has_room = block.boundary is Boundary.STRONG or number == 0
    ends = before is None or is_terminal(before.text) or before.role is Role.HEADING
    if not has_room and not ends:
        return False
    is_listed = after.start is None and after.role is Role.PARAGRAPH and is_title_like(after)
    if is_listed and not block.text.endswith("?"):
        return _has_text_soon(blocks, number)
    return True


def _is_labelled(text: str) -> bool:
    """Tell whether a text is a word or three with a colon and what it is; 'Bijlage: ...' heads."""
    found = _LABELLED.match(text)
    return found is not None and found["label"].split()[0].lower() not in SECTION_WORDS


def _is_street(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a block is the first line of an address: a postal code stands below it."""
    after = _next(blocks, number)
    is_street = bool(_STREET.match(blocks[number].text))
    return is_street and after is not None and bool(_POSTAL_CODE.match(after.text))


def _runs_into_list(block: Block, after: Block) -> bool:
    """Tell whether a line is the beginning of a sentence that the items below it finish."""
    if after.start is None or not after.text[:1].islower() or block.text.endswith("?"):
        return False
    asks = block.text.split()[0].lower() in ASKING
    return runs_on(block.text) or (not asks and _is_sentence(block.text))


def _is_sentence(text: str) -> bool:
    """Tell whether a short text has a verb that somebody does, or points to what follows it."""
    words = [word.lower() for word, _ in itertools.pairwise(text.split())]
    plurals = (
        after in verbs.PLURALS and before.endswith(("en", "s", "wij", "we", "ze", "jullie"))
        for before, after in itertools.pairwise(words)
    )
    told = any(word in verbs.THIRDS or word in _POINTING_ON for word in words)
    return told or any(plurals) or bool(_VERB.search(text))


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


def _undo_lists(blocks: Sequence[Block], choices: Choices) -> None:
    """Make items of headings that stand inside a run of items of the same count."""
    for number in range(1, len(blocks) - 1):
        before, block, after = blocks[number - 1 : number + 2]
        if block.role is not Role.HEADING or block.first.level or not block.start:
            continue
        if choices.settled(Question.HEADING, block) is not None:
            continue
        around = (before.start, after.start)
        if block.start.style is not Style.WORD and all(
            start is not None and start.key == block.start.key for start in around
        ):
            roles = (before.role, after.role)
            follows = _is_successor(before, block) and _is_successor(block, after)
            if roles == (Role.ITEM, Role.ITEM) and follows:
                block.role = Role.ITEM


def _choose_title(blocks: Sequence[Block], size: float, choices: Choices) -> None:
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
    front = _front(blocks, size)
    if _is_letterhead(blocks, front):
        for number in front:
            blocks[number].role = Role.PARAGRAPH
        return
    if front and not blocks[0].first.is_exact:
        _choose_among(blocks, front, size, choices)


def _front(blocks: Sequence[Block], size: float) -> list[int]:
    """Return the short lines that a document begins with, before its first real heading."""
    front: list[int] = []
    for number, block in enumerate(blocks[:12]):
        is_alone = number == 0 and _stands_above(blocks)
        is_one = is_title_like(block, is_alone=is_alone, most=_LONGEST_TITLE)
        is_one = is_one or (number > 0 and _is_second_line(blocks, number, size))
        if block.start or block.first.cells or not (is_one or _NAME_LIKE.match(block.text)):
            break
        if number and block.text.endswith(":"):
            break
        if block.text.lower().split()[0].strip(":") in SECTION_WORDS or block.first.level > 1:
            break
        front.append(number)
    return front


def _is_letterhead(blocks: Sequence[Block], front: Sequence[int]) -> bool:
    """Tell whether the first lines are the name and street above a postal code, as in a letter."""
    if not front or any(TITLE_WORDS.search(blocks[number].text) for number in front):
        return False
    below = blocks[front[-1] + 1 : front[-1] + 3]
    return any(_POSTAL_CODE.match(block.text) for block in below)


def _stands_above(blocks: Sequence[Block]) -> bool:
    """Tell whether the first block is one line with room below it."""
    return len(blocks) > 1 and len(blocks[0].lines) == 1 and blocks[1].is_apart


def _choose_among(
    blocks: Sequence[Block], front: Sequence[int], size: float, choices: Choices
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
            _FACT_LIKE.search(blocks[number].text) or _NAME_LIKE.match(blocks[number].text)
        ):
            blocks[number].role = Role.PARAGRAPH


def _settle_title(blocks: Sequence[Block], chosen: int, choices: Choices) -> int:
    """Return which of several lines is the last of the title, as a person says.

    ``chosen`` is where the title begins when what stands above it is no part of it.
    """
    whole = Block(lines=[line for block in blocks for line in block.lines])
    reading = choices.take(Question.TITLE, whole, Reading.TOGETHER, DOUBT_TITLE)
    blocks[chosen].doubts += whole.doubts
    if reading is Reading.FIRST:
        return 0
    for block in blocks[:chosen] if reading is Reading.LAST else ():
        block.is_above_title = True
    return len(blocks) - 1


def _is_second_line(blocks: Sequence[Block], number: int, size: float) -> bool:
    """Tell whether a line goes on with the title above it: as large, and nothing else is."""
    line, above = blocks[number].first, blocks[number - 1].first
    if line.size <= size + OTHER_SIZE or abs(line.size - above.size) > OTHER_SIZE or line.gap >= 1:
        return False
    text = blocks[number].text
    if _NAME_LIKE.match(text) or _FACT_LIKE.search(text):
        return False
    return all(abs(block.first.size - line.size) > OTHER_SIZE for block in blocks[number + 1 :])
