"""Whether the lines of a file are those of our text, and of pages, where these are in pieces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise

from protocolkit.changes.likeness import bag_of, coverage
from protocolkit.document.model import Protocol
from protocolkit.review.copied_tables import CopiedTables
from protocolkit.review.glued_lines import GluedLines
from protocolkit.review.page_lines import (
    PrintedText,
    around_letters,
    is_count,
    is_page_line,
    page_lines,
    printed_texts,
    row_letters,
)
from protocolkit.review.printed_around import PrintedAround
from protocolkit.text.words import glued, tokens

# More lines than this are no paper of ours, and would take long to hold beside one.
_MOST_LINES = 5_000
# How many letters tell one paragraph by its beginning; one with this many more has several lines.
_SURE, _LONG = 12, 150
# The fewest lines of a copy that are those of the text, and how much others are like it.
_FEWEST, _ALIKE = 3, 0.6
# How many lines of pages tell that the others are too; and how much of the room a full one takes.
_SEVERAL, _FULL = 2, 0.9


def is_broken(lines: Sequence[str], protocol: Protocol) -> bool:
    """Tell whether the lines of a file are those of pages.

    Most long paragraphs are in pieces then; or a paragraph stands below its number; or there is a
    line that only pages have, and a paragraph is in pieces; or there are rows of tables whose cells
    have spaces between them or stand in pieces, several paragraphs that go on below a full line, or
    paragraphs that a program put behind each other.
    """
    if len(lines) > _MOST_LINES:
        return False
    own = printed_texts(protocol, PrintedAround())
    long = [one for one in own if len(one.letters) >= _LONG]
    begins = {lead + one.letters[:_SURE] for one in long for lead in one.leads}
    pieces = page_lines(lines)
    sizes = [len(one.letters) for one in pieces if _begins_with(one.letters, begins)]
    around = around_letters(protocol, PrintedAround())
    are_short = sum(size < _LONG for size in sizes) > len(sizes) / 2
    is_page = any(map(is_page_line, lines)) and any(_pieces(lines, own))
    is_full = sum(_full_lines(lines, own)) >= _SEVERAL or sum(_rows(lines, own)) >= _SEVERAL
    return (
        are_short
        or is_page
        or is_full
        or _is_glued(lines, own, around)
        or _is_below_number(lines, own)
        or CopiedTables(own, *around).is_in_pieces(pieces)
    )


def paper_share(lines: Sequence[str], protocol: Protocol) -> float:
    """Return which share of a text's paragraphs lines have, letter for letter."""
    said = "".join(one.letters for one in page_lines(lines[:_MOST_LINES]))
    every = printed_texts(protocol, PrintedAround())
    own = [one for one in every if len(one.letters) >= _SURE] or every
    return sum(one.letters in said for one in own) / len(own) if own else 0.0


def is_copy(lines: Sequence[str], protocol: Protocol, around: Callable[[], PrintedAround]) -> bool:
    """Tell whether lines are paragraphs of a text and nothing else, though words may differ.

    A mail that quotes these has lines of its own. ``around`` makes what we print around the text.
    """
    own = printed_texts(protocol, PrintedAround())
    whole = {lead + one.letters for one in own for lead in one.leads}
    held = "\n".join(whole)
    pieces = page_lines(lines[:_MOST_LINES])
    if sum(one.letters in whole for one in pieces) < _FEWEST:
        return False
    beside, running = around_letters(protocol, around())
    said = [one for one in pieces if not _is_around(one.letters, beside, running)]
    other = [
        bag_of(tokens(one.text))
        for one in said
        if one.letters not in whole and (len(one.letters) < _SURE or one.letters not in held)
    ]
    bags = [bag_of(tokens(one.words)) for one in own]
    is_little = len(said) - len(other) >= max(_FEWEST, len(said) / 2)
    return is_little and all(any(coverage(one, bag) >= _ALIKE for bag in bags) for one in other)


def _is_around(letters: str, beside: Set[str], running: Iterable[str]) -> bool:
    is_running = any(one.startswith(letters) for one in running)
    return is_running or letters in beside or is_count(letters)


def _begins_with(letters: str, begins: set[str]) -> bool:
    return any(letters.startswith(one) for one in begins)


def is_below_number(lines: Sequence[str], protocol: Protocol) -> bool:
    """Tell whether the words of a paragraph begin in the line below its number or letter."""
    return _is_below_number(lines, printed_texts(protocol, PrintedAround()))


def _is_below_number(lines: Sequence[str], own: Sequence[PrintedText]) -> bool:
    begins = {(glued(one.marker), one.letters[:_SURE]) for one in own if one.marker}
    pairs = pairwise(filter(None, map(glued, lines)))
    return any((line, below[:_SURE]) in begins for line, below in pairs)


def _rows(lines: Sequence[str], own: Sequence[PrintedText]) -> Iterator[bool]:
    """Yield for each line whether it is a row of ours with spaces alone between its cells."""
    rows = row_letters(own)
    single = {one.letters for one in own}
    return (glued(line) in rows - single and "\t" not in line for line in lines)


def _is_glued(
    lines: Sequence[str], own: Sequence[PrintedText], around: tuple[Set[str], Sequence[str]]
) -> bool:
    """Tell whether a line is several of ours, such as a heading and the label below it."""
    several = GluedLines(own, *around).is_several
    return any(several(one) for line in lines if "\t" not in line for one in page_lines([line]))


def _full_lines(lines: Sequence[str], own: Sequence[PrintedText]) -> Iterator[bool]:
    """Yield for each line whether its paragraph goes on below for want of room beside it.

    What somebody cut in two goes on below a line that has room for more.
    """
    bare = [" ".join(line.split()) for line in lines if line.strip()]
    room = max(map(len, bare), default=0)
    whole = [lead + one.letters for one in own if "\n" not in one.words for lead in one.leads]
    for line, below in pairwise(bare):
        is_full = len(line) + len(below.split()[0]) >= _FULL * room
        both = glued(line) + glued(below)[:_SURE]
        yield is_full and len(glued(line)) >= _SURE and any(one.startswith(both) for one in whole)


def _pieces(lines: Sequence[str], own: Sequence[PrintedText]) -> Iterator[bool]:
    """Yield for each line whether it is a number alone, or its paragraph goes on in the next."""
    markers = {glued(one.marker) for one in own} - {""}
    by_begin: dict[str, list[tuple[str, str]]] = defaultdict(list)
    # One that we print on several lines says nothing.
    for one in (one for one in own if "\n" not in one.words):
        for lead in one.leads:
            by_begin[(lead + one.letters)[:1]].append((lead, lead + one.letters))
    for line, below in pairwise(filter(None, map(glued, lines))):
        held = ((lead, said) for lead, said in by_begin[line[0]] if len(line) > len(lead))
        rests = (said[len(line) :] for _, said in held if said.startswith(line))
        goes_on = any(rest.startswith(below[:_SURE]) for rest in rests if rest)
        yield line in markers or goes_on
