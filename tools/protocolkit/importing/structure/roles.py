"""What each block is: the title, a heading, an item, a paragraph.

Form decides first (a style, a size, 'Artikel 3'), then the neighbours: a short numbered line
followed by its own text is a heading, one followed by the next number is an item of a list. Last
come the brothers: :mod:`.heading_or_text`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.colon_heads import ColonHeads, find_colon_heads, leads_in
from protocolkit.importing.structure.heading_forms import (
    is_heading,
    is_named,
    is_successor,
    stands_in_list,
)
from protocolkit.importing.structure.heading_or_text import (
    DOUBT_HEADING,
    settle_brothers,
    stands_out,
)
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun, Role
from protocolkit.importing.structure.text_forms import first_word, is_sentence, is_title_like
from protocolkit.importing.structure.titles import choose_title
from protocolkit.text.function_words import ASKING

# With this many words at most a heading is one; with more it may be a sentence, unless it asks or
# another begins with the same two.
_SURE_WORDS = 5
_FEWEST_STYLED = 2
# As many short lines as these between the numbers of lists are no accident.
_FEWEST_BETWEEN = 3
# A heading in bold with more words may be a rule, where no more than one in so many are.
_RULE_WORDS, _ONE_IN = 6, 4


def assign_roles(
    blocks: Sequence[LineRun],
    contents: frozenset[tuple[str, ...]],
    choices: Choices | None = None,
    organisation: str = "",
) -> None:
    """Set the role of every block; ``contents`` are the titles that a table of contents names.

    ``organisation`` is whose text it is, where that is known.
    """
    choices = choices or Choices("")
    body_size = _body_size(blocks)
    is_styled = sum(block.first.level > 1 for block in blocks) >= _FEWEST_STYLED
    with_colon = find_colon_heads(blocks)
    for number, block in enumerate(blocks):
        if block.first.cells:
            block.role = Role.TABLE
            continue
        heads = number in with_colon.found or is_heading(blocks, number, contents, body_size)
        if is_styled and not (block.start or stands_out(block, body_size)):
            # who gives headings a style, types no bare ones beside them
            heads = is_named(block, contents)
        settled = choices.settled(Question.HEADING, block)
        if settled is Reading.HEADING or (heads and settled is None):
            block.role = Role.HEADING
        elif block.start:
            block.role = Role.ITEM
    _undo_lists(blocks, choices)
    chapters = _head_long_lists(blocks, choices)
    choose_title(blocks, body_size, choices, organisation)
    settle_brothers(blocks, contents, body_size, choices)
    _doubt_sentences(blocks, contents, body_size, with_colon, choices, chapters)


def _body_size(blocks: Sequence[LineRun]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.first.size, 1)] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _doubt_sentences(
    blocks: Sequence[LineRun],
    contents: frozenset[tuple[str, ...]],
    size: float,
    with_colon: ColonHeads,
    choices: Choices,
    sure: Sequence[int],
) -> None:
    """Doubt the headings that nothing but their place shows, and that have a sentence's words.

    So are the few in bold or with a full stop that say what somebody does, and such text in bold.
    What leads in with a colon, and may head what follows, is in doubt as well, unless a point goes
    on with its sentence.
    """
    for number in sorted(with_colon.offered):
        if blocks[number].role is Role.PARAGRAPH:
            doubt = None if leads_in(blocks, number) else DOUBT_HEADING
            choices.take(Question.HEADING, blocks[number], Reading.TEXT, doubt)
    heads = [n for n, block in enumerate(blocks) if block.role is Role.HEADING]
    begins = Counter(_first_words(blocks[n]) for n in heads)
    rules = [n for n in heads if _is_rule_in_bold(blocks[n], size)]
    if len(rules) * _ONE_IN > len(heads):
        # whole sentences are how this text writes its headings
        rules = []
    for number in _rules_in_bold(blocks, size):
        choices.take(Question.HEADING, blocks[number], Reading.TEXT, DOUBT_HEADING)
    for number in (n for n in heads if n not in sure):
        block = blocks[number]
        if DOUBT_HEADING in block.doubts or choices.settled(Question.HEADING, block) is not None:
            continue
        if is_named(block, contents) or block.first.is_exact:
            continue
        if stands_out(block, size) and number not in rules:
            continue
        may_be = _may_be_sentence(block) and begins[_first_words(block)] == 1
        if may_be or number in with_colon.unsure or stands_in_list(blocks, number):
            choices.take(Question.HEADING, block, Reading.HEADING, DOUBT_HEADING)


def _first_words(block: LineRun) -> tuple[str, ...]:
    return tuple(block.text.lower().split()[:2])


def _may_be_sentence(block: LineRun) -> bool:
    """Tell whether the words of a heading may be those of a sentence."""
    text = block.text
    if text.endswith(("?", ":")) or first_word(text) in ASKING:
        return False
    if block.start is not None:
        return block.start.style.may_head and is_sentence(text)
    return len(text.split()) > _SURE_WORDS


def _rules_in_bold(blocks: Sequence[LineRun], size: float) -> list[int]:
    """Return the items and paragraphs in bold that are a sentence, where hardly any others are."""
    texts = [n for n, b in enumerate(blocks) if b.role in (Role.ITEM, Role.PARAGRAPH)]
    bold = [n for n in texts if blocks[n].first.is_bold and not blocks[n].first.is_underlined]
    if len(bold) * _ONE_IN > len(texts):
        return []
    return [n for n in bold if _is_rule_in_bold(blocks[n], size) and not blocks[n].doubts]


def _is_rule_in_bold(block: LineRun, size: float) -> bool:
    """Tell whether a text in bold, or in the style of a heading, is a long sentence."""
    first, text = block.first, block.text
    if first.is_exact or first.level == 1:
        return False
    is_large = bool(first.level) or first.size > size + OTHER_SIZE
    if not (text.endswith(".") if is_large else first.is_bold):
        return False
    if text.endswith(("?", ":")) or first_word(text) in ASKING:
        return False
    return len(text.split()) > _RULE_WORDS and is_sentence(text)


def _head_long_lists(blocks: Sequence[LineRun], choices: Choices) -> list[int]:
    """Make headings of the short lines between the numbers of one list in text without blank lines.

    Several of them, each after a whole sentence, are the chapters that its numbers run on under.
    """
    places = [n for n in range(1, len(blocks) - 1) if _stands_between(*blocks[n - 1 : n + 2])]
    places = places if len(places) >= _FEWEST_BETWEEN else []
    for number in places:
        block, found = blocks[number], Reading.HEADING
        if choices.taken(Question.HEADING, block.lines, found, is_doubted=False) is found:
            block.role = Role.HEADING
    return places


def _stands_between(before: LineRun, block: LineRun, after: LineRun) -> bool:
    if before.start is None or after.start is None or block.start or block.first.cells:
        return False
    is_between = is_terminal(before.text) and after.start.style.is_figure
    is_line = block.role is Role.PARAGRAPH and len(block.lines) == 1 and not block.first.size
    is_short = len(block.text.split()) <= _SURE_WORDS and not block.text.endswith(":")
    return (
        is_between
        and is_line
        and is_short
        and is_title_like(block)
        and (after.text[:1].isupper() and after.start.count[:-1] == before.start.count[:-1])
    )


def _undo_lists(blocks: Sequence[LineRun], choices: Choices) -> None:
    """Make items of headings that stand inside a run of items of the same count."""
    for number in range(1, len(blocks) - 1):
        before, block, after = blocks[number - 1 : number + 2]
        if block.role is not Role.HEADING or block.first.level or not block.start:
            continue
        if choices.settled(Question.HEADING, block) is not None:
            continue
        around = (before.start, after.start)
        if not block.start.style.is_worded and all(
            start is not None and start.key == block.start.key for start in around
        ):
            roles = (before.role, after.role)
            follows = is_successor(before, block) and is_successor(block, after)
            if roles == (Role.ITEM, Role.ITEM) and follows:
                block.role = Role.ITEM
