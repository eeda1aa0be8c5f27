"""A word or three with a colon, above what they announce: a heading, where others do so too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.importing.structure.heading_forms import following
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import LineRun
from protocolkit.importing.structure.text_forms import (
    FACT_LIKE,
    SECTION_WORDS,
    first_word,
    is_title_like,
)

_LEADING_IN = re.compile(
    r"(?:bijvoorbeeld|voorbeeld(?:en)?|zoals|namelijk|dat|dit|deze|daar\w*|hier\w*|denk|let|te"
    r"|tenzij|behalve|mits|verder|ook|als|dus|want|of|en|tel\w*|e-?mail|adres|website|bron"
    r"|nb|wij|we|je|u)\b",
    re.IGNORECASE,
)
# What begins a heading only beside another one, since it begins a sentence as well.
_BEGINS_SENTENCE = re.compile(r"(?:de|het|een|met|in|onder)\b", re.IGNORECASE)
# A place or a way, above points that are sentences: 'Met de auto:', 'In de klas:'.
_SAYS_WHERE = re.compile(r"(?:met|in|onder)\s\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColonHeads:
    """The places of the headings with a colon; ``unsure`` are those that may only lead in.

    ``offered`` are lines that lead in, and may head all the same.
    """

    found: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()
    offered: frozenset[int] = frozenset()


def find_colon_heads(blocks: Sequence[LineRun]) -> ColonHeads:
    """Return which blocks head what follows them, though they end in a colon.

    Two of them are headings. Beside those, one is too that begins as a sentence does and heads a
    numbered list, and one right above another. One alone is when it names a chapter of any document
    and a numbered list begins below it.
    """
    every = [number for number in range(len(blocks)) if _stands_apart(blocks, number)]
    apart = [n for n in every if not _announces(blocks, n)]
    leads = [number for number in apart if not _BEGINS_SENTENCE.match(blocks[number].text)]
    if len(leads) > 1:
        twins = [
            n for n in apart if n not in leads and (_list_below(blocks, n) or _is_place(blocks, n))
        ]
        found = {*leads, *twins}
        upper = [n for n in every if n + 1 in found and _names_chapter(blocks[n])]
        return ColonHeads(found=frozenset((*found, *upper)), unsure=frozenset((*twins, *upper)))
    named = [n for n in leads if _names_chapter(blocks[n]) and _list_below(blocks, n)]
    offered = [n for n in apart if n not in named and (n in leads or _is_place(blocks, n))]
    return ColonHeads(found=frozenset(named), unsure=frozenset(named), offered=frozenset(offered))


def leads_in(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether the first point below a line with a colon goes on with its sentence."""
    after = following(blocks, number)
    return _is_point(after) and after is not None and after.text[:1].islower()


def _stands_apart(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a block is a word or three with a colon, apart, above what it announces."""
    block, after = blocks[number], following(blocks, number)
    if not block.text.endswith(":") or block.start or after is None or block.first.cells:
        return False
    before = blocks[number - 1] if number else None
    is_pasted = block.first.is_whole and not block.first.size
    is_apart = block.is_apart or block.first.is_bold or is_pasted
    ends = before is None or is_terminal(before.text) or is_title_like(before)
    ends = ends or (is_apart and before is not None and before.start is not None)
    # under the last point of one list, above the first of another
    is_apart = is_apart or (_is_point(before) and _is_point(after))
    if not (ends and is_apart and is_title_like(block)) or FACT_LIKE.search(block.text):
        return False
    return not _LEADING_IN.match(block.text)


def _announces(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether another line with a colon stands right below: no sentence before it."""
    after = following(blocks, number)
    return after is not None and after.text.endswith(":") and ". " not in after.text


def _is_point(block: LineRun | None) -> bool:
    return block is not None and block.start is not None and block.start.is_bullet


def _list_below(blocks: Sequence[LineRun], number: int) -> str:
    """Return how the list counts that begins right below a block, "" when none does."""
    after = following(blocks, number)
    start = after.start if after is not None else None
    return start.key if start is not None and start.last == 1 else ""


def _is_place(blocks: Sequence[LineRun], number: int) -> bool:
    """Tell whether a line says where or how, above points that begin as sentences do."""
    after = following(blocks, number)
    is_place = bool(_SAYS_WHERE.match(blocks[number].text)) and _is_point(after)
    return is_place and after is not None and after.text[:1].isupper()


def _names_chapter(block: LineRun) -> bool:
    return first_word(block.text) in SECTION_WORDS
