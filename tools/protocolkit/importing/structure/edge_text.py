"""What stands at the edges of pages in equal words, and is text, or may be text.

A step that counts itself, the next item of a list, a page with nothing else on it and a sentence
as large as the text belong to the protocol. A head is sure when it is printed smaller or apart, or
when the sentence around it goes on.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.importing.structure.line_runs import OTHER_SIZE
from protocolkit.importing.structure.text_forms import is_to_fill_in
from protocolkit.text.markers import find_starts

APART, FOOT_APART = 0.6, 1.5
"""The room, in lines, below a head that changes with the chapter, and what is much room."""

# A word and its number: 'Stap 2', 'Afspraak 3'; of these words it is the number of the page.
_WORD_AND_NUMBER = re.compile(r"(?P<word>[^\W\d]+)\.?\s+(?P<number>\d{1,4})\b")
_PAGE = frozenset("pagina pag blz bladzijde blad page p".split())
# What parts the names in a head that is on every one of so many pages, equally high, in points.
_STROKE, _FEWEST_PAGES, _LEVEL = re.compile(r"\w [-–—|·] \w"), 3, 1.0
# How far up from a line the item before it is looked for.
_BEFORE = 40
# A page has more lines than this.
_LEAST_OF_PAGE = 8


def count_themselves(texts: Iterable[str]) -> bool:
    """Tell whether lines begin with a word and a number of their own: 'Stap 2: gesprek'."""
    found = [_WORD_AND_NUMBER.match(text) for text in texts]
    if not all(found) or any(one["word"].lower() in _PAGE for one in found if one):
        return False
    return len({one["number"] for one in found if one}) > 1


def continues_list(lines: Sequence[Line], numbers: Iterable[int], body: float) -> bool:
    """Tell whether one of some lines, as large as text, is the next item of a list above it."""
    return any(
        not (start.style.is_worded or start.is_bullet)
        and (not start.style.is_bare or is_terminal(lines[number].text))
        and abs(lines[number].size - body) < OTHER_SIZE
        and _has_before(lines, number)
        for number in numbers
        for start in find_starts(lines[number].text)[:1]
    )


def _has_before(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the first line above with such a marker is the item before this one."""
    starts = find_starts(lines[number].text)
    for above in reversed(lines[max(number - _BEFORE, 0) : number]):
        found = [
            (start, before)
            for start in starts
            for before in find_starts(above.text)
            if start.key == before.key
        ]
        if found:
            return any(start.follows(before) for start, before in found)
    return False


def fill_pages(lines: Sequence[Line], numbers: Sequence[int], gone: AbstractSet[int]) -> bool:
    """Tell whether most pages of some lines have nothing else on them.

    ``gone`` are the page numbers and the other heads and feet.
    """
    taken = {*gone, *numbers}
    filled = {line.page for number, line in enumerate(lines) if number not in taken}
    pages = [lines[number].page for number in numbers]
    return sum(page not in filled for page in pages) * 2 > len(pages)


def is_likely_text(
    lines: Sequence[Line], numbers: Iterable[int], heads: AbstractSet[int], body: float
) -> bool:
    """Tell whether lines as large as text are sentences, items of a list, or close to the text."""
    return all(
        abs(lines[number].size - body) < OTHER_SIZE
        and (_is_sentence(lines[number]) or _room(lines, number, heads) < APART)
        for number in numbers
    )


def _is_sentence(line: Line) -> bool:
    is_stop = is_terminal(line.text) and not is_to_fill_in(line.text)
    return is_stop and not line.text.isupper()


def is_sure_head(
    lines: Sequence[Line], numbers: Sequence[int], heads: AbstractSet[int], body: float
) -> bool:
    """Tell whether lines are the head or foot of their pages and cannot be text.

    ``heads`` are all lines that are no text, with these. Where no heights are known, only a
    sentence may be text.
    """
    if any(_is_amid_sentence(lines, number, heads) for number in numbers):
        return True
    if not all(lines[number].height for number in numbers):
        return not all(_is_sentence(lines[number]) for number in numbers)
    if all(lines[number].size < body - OTHER_SIZE for number in numbers):
        return True
    if is_likely_text(lines, numbers, heads, body):
        return False
    if any(is_to_fill_in(lines[number].text) for number in numbers):
        # a foot for a signature on each page, or the end of a form that is there twice
        return False
    is_large = any(lines[number].size > body + OTHER_SIZE for number in numbers)
    is_apart = all(_room(lines, number, heads) >= FOOT_APART for number in numbers)
    is_sure = _counts_up(lines, numbers) or _names_each_page(lines, numbers)
    return is_sure or (is_apart and not is_large)


def _names_each_page(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether lines say on every page, as high each time, what is parted by strokes.

    So a head names the school, the text and its version.
    """
    pages = [lines[number].page for number in numbers]
    heights = [lines[number].height for number in numbers]
    is_level = max(heights) - min(heights) < _LEVEL
    is_everywhere = len(pages) >= _FEWEST_PAGES and {*pages} == {line.page for line in lines}
    return is_everywhere and is_level and all(_STROKE.search(lines[n].text) for n in numbers)


def _counts_up(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """Tell whether the last number of lines counts the pages, or they say which page it is."""
    found = [re.findall(r"\d+", lines[number].text) for number in numbers]
    return all(found) and len({one[-1] for one in found}) == len(numbers) > 1


def _is_amid_sentence(lines: Sequence[Line], number: int, heads: AbstractSet[int]) -> bool:
    """Tell whether the sentence on the page before goes on below a line."""
    before, after = number - 1, number + 1
    while before in heads:
        before -= 1
    while after in heads:
        after += 1
    if before < 0 or after >= len(lines):
        return False
    return not is_terminal(lines[before].text) and lines[after].text[:1].islower()


def _room(lines: Sequence[Line], number: int, heads: AbstractSet[int]) -> float:
    """Return the room between a head or foot and the text, in lines; unknown is much."""
    line = lines[number]
    if not line.height:
        return FOOT_APART
    if line.is_page_start or number == 0 or number - 1 in heads:
        after = number + 1
        while after in heads:
            after += 1
        if after < len(lines) and lines[after].page == line.page:
            # a gap is counted in lines of what stands below it, such as a large title
            return lines[after].gap * max(lines[after].size / (line.size or 1.0), 1.0)
    return line.gap


def stand_at_edges(numbers: Sequence[int], length: int) -> bool:
    """Tell whether lines stand at the edges of whole pages: the first or last of the text is one.

    What stands on the last page may be short.
    """
    if numbers[-1] == length - 1:
        rows = [after - before for before, after in itertools.pairwise((-1, *numbers))][:-1]
    elif numbers[0] == 0:
        rows = [after - before for before, after in itertools.pairwise(numbers)]
    else:
        return False
    return all(row > _LEAST_OF_PAGE for row in rows)
