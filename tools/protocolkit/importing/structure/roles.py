"""What each block is: the title, a heading, an item, a paragraph.

Form decides first (a style, a size, 'Artikel 3'), then the neighbours: a short numbered line
followed by its own text is a heading, one followed by the next number is an item of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.heading_forms import (
    following,
    is_heading,
    is_named,
    is_successor,
)
from protocolkit.importing.structure.line_ends import (
    is_terminal,
)
from protocolkit.importing.structure.line_runs import OTHER_SIZE, LineRun, Role
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    is_sentence,
    is_title_like,
)
from protocolkit.importing.structure.titles import choose_title
from protocolkit.text.marker_styles import Style

DOUBT_HEADING = mark("heading or sentence")


# With this many words at most a heading is one; with more it may be a sentence, unless it asks.
_SURE_WORDS = 5
_LEADING_IN = re.compile(
    r"(?:bijvoorbeeld|voorbeeld(?:en)?|zoals|namelijk|dat|dit|deze|daar\w*|hier\w*|denk|let|onder|te"
    r"|tenzij|behalve|mits|met|verder|ook|als|in|dus|want|of|en|tel\w*|e-?mail|adres|website|bron"
    r"|nb|de|het|een|wij|we|je|u)\b",
    re.IGNORECASE,
)
_FEWEST_STYLED = 2


def assign_roles(
    blocks: Sequence[LineRun],
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
        heads = number in titled or is_heading(blocks, number, contents, body_size)
        if is_styled and not (block.start or _stands_out(block, body_size)):
            # who gives headings a style, types no bare ones beside them
            heads = is_named(block, contents)
        if heads and not is_named(block, contents) and _may_be_sentence(block, body_size):
            choices.take(Question.HEADING, block, Reading.HEADING, DOUBT_HEADING)
        settled = choices.settled(Question.HEADING, block)
        if settled is Reading.HEADING or (heads and settled is None):
            block.role = Role.HEADING
        elif block.start:
            block.role = Role.ITEM
    _undo_lists(blocks, choices)
    choose_title(blocks, body_size, choices)


def _is_word_with_colon(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a block is a word or three with a colon, apart, above what it announces."""
    block, after = blocks[number], following(blocks, number)
    if not block.text.endswith(":") or block.start or after is None or block.first.cells:
        return False
    before = blocks[number - 1] if number else None
    is_apart = block.is_apart or block.first.is_bold
    ends = before is None or is_terminal(before.text) or is_title_like(before)
    ends = ends or (is_apart and before is not None and before.start is not None)
    # under the last point of one list, above the first of another
    is_apart = is_apart or (_is_point(before) and _is_point(after))
    if not (ends and is_apart and is_title_like(block)) or FACT_LIKE.search(block.text):
        return False
    return not (_LEADING_IN.match(block.text) or after.text.endswith(":"))


def _is_point(block: LineRun | None) -> bool:
    return block is not None and block.start is not None and block.start.is_bullet


def _body_size(blocks: Sequence[LineRun]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.first.size, 1)] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _stands_out(block: LineRun, size: float) -> bool:
    """Tell whether a block looks otherwise than text: by its style, in bold, larger, capitals."""
    first = block.first
    is_larger = first.size > size + OTHER_SIZE
    return bool(first.level or first.is_bold or is_larger or block.text.isupper())


def _may_be_sentence(block: LineRun, size: float) -> bool:
    """Tell whether a heading that nothing but its place shows has the words of a sentence."""
    text = block.text
    if block.first.is_exact or _stands_out(block, size) or text.endswith(("?", ":")):
        return False
    if block.start is not None:
        return block.start.style.may_head and is_sentence(text)
    return len(text.split()) > _SURE_WORDS


def _undo_lists(blocks: Sequence[LineRun], choices: Choices) -> None:
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
            follows = is_successor(before, block) and is_successor(block, after)
            if roles == (Role.ITEM, Role.ITEM) and follows:
                block.role = Role.ITEM
