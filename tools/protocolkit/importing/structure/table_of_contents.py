"""The table of contents: which lines only name what comes later, with or without its page.

A table whose rows end in numbers is not one, and neither is a list of prices with dots: what they
name does not come again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.line_ends import is_terminal
from protocolkit.text.markers import find_starts
from protocolkit.text.words import tokens

_HEAD = re.compile(r"^(?:inhoud|inhoudsopgave|inhoud van .{1,40})\s*:?$", re.IGNORECASE)
_LEADER = re.compile(r"\.{3,}|…|(?:\s\.){3}|\t")
_END_NUMBER = re.compile(r"(?<!\d)\d{1,3}$")
_LONGEST_LINE = 140
# What leads the eye from a title to its page.
_LEADING = ".… \t\n\r\f\v\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
_FEWEST_UNDERLINES = 3
_REACH = 200
# How many lines a table of contents has without a heading of its own, and what part comes again.
_FEWEST, _COMING_AGAIN = 3, 0.5

Words = tuple[str, ...]


def find_contents(
    lines: Sequence[Line], kept: Sequence[int], left_out: Sequence[int] = ()
) -> list[int]:
    """Return which of the ``kept`` lines are the table of contents, with its heading.

    ``left_out`` is where one stood whose entries are gone already.
    """
    reach = kept[:_REACH]
    head = next((p for p, n in enumerate(reach) if is_contents_heading(lines[n].text)), None)
    later = _Later(lines, kept)
    if head is None:
        found = _run(lines, reach, later, has_head=False)
        again = sum(later.has(number, title_words(lines[number].text)) for number in found)
        if len(found) < _FEWEST or again < _COMING_AGAIN * len(found):
            return []
        return [number for number in kept if found[0] <= number <= found[-1]]
    entries = kept[head + 1 : head + 1 + _REACH]
    found = _until_first_again(lines, entries) or _run(lines, entries, later, has_head=True)
    is_gone = any(_stands_below(lines, kept[head], entries, at) for at in left_out)
    if not found and (is_gone or _is_empty(lines, kept[head], entries)):
        return [kept[head]]
    return [number for number in kept if found and kept[head] <= number <= found[-1]]


def _is_empty(lines: Sequence[Line], head: int, entries: Sequence[int]) -> bool:
    """Tell whether nothing stands under a heading of contents: the next heading follows at once.

    The program that made the file sets the list itself.
    """
    if not entries:
        return False
    here, after = lines[head], lines[entries[0]]
    return after.level > 0 and (not here.level or after.level <= here.level)


def _stands_below(lines: Sequence[Line], head: int, entries: Sequence[int], at: int) -> bool:
    """Tell whether entries stood between a heading of contents and what comes next."""
    after = lines[entries[0]].begin if entries else at
    return lines[head].end <= at <= after


def is_contents_heading(text: str) -> bool:
    """Tell whether a line announces a table of contents, as a chapter with a number or without."""
    bare = (text[len(s.marker) :].lstrip() for s in find_starts(text) if s.style.is_figure)
    return any(map(_HEAD.match, (text, *bare)))


def title_words(text: str) -> Words:
    """Return the words of the title in a line of the contents, without the page."""
    entry = _entry(text)
    title = entry.title if entry else _before_number(text)
    return tokens((title or text).lower())


class _Later:
    """Knows whether a title comes again further on, with its number or without."""

    def __init__(self, lines: Sequence[Line], kept: Sequence[int]) -> None:
        self._last: defaultdict[Words, int] = defaultdict(int)
        for number in kept:
            for words in _forms(lines[number].text):
                self._last[words] = number

    def has(self, number: int, words: Words) -> bool:
        return bool(words) and self._last.get(words, -1) > number


def _forms(text: str) -> set[Words]:
    """Return the words of a line, with what counts before them and without."""
    bare = (text[len(start.marker) :] for start in find_starts(text))
    return {words for form in (text, *bare) if (words := tokens(form.lower()))}


def _until_first_again(lines: Sequence[Line], entries: Sequence[int]) -> list[int]:
    """Return the lines up to where the first of them comes again, if all may be titles."""
    found: list[int] = []
    first: set[Words] = set()
    for number in entries:
        text = lines[number].text
        forms = _forms(text)
        if len(found) > 1 and first & forms:
            return _with_pages(lines, found)
        if _is_sentence(text) or _is_filled_in(text) or len(text) > _LONGEST_LINE:
            return []
        if not found:
            first = {title_words(text), *_forms(" ".join(title_words(text))), *forms}
        found.append(number)
    return []


def _run(
    lines: Sequence[Line], entries: Sequence[int], later: _Later, *, has_head: bool
) -> list[int]:
    """Return the lines that lead to a page, or come again, with at most one other between them."""
    found: list[int] = []
    named: set[Words] = set()
    misses = page = 0
    for place, number in enumerate(entries):
        text = lines[number].text
        if has_head and len(found) > 1 and _forms(text) & named:
            # what the list named comes: the text has begun
            break
        repeats = later.has(number, title_words(text)) and not _is_sentence(text)
        entry = _entry(text)
        leads = entry is not None and (entry.has_page or (has_head and not _is_filled_in(text)))
        is_listed = has_head and (repeats or bool(_before_number(text)))
        is_listed = is_listed or (has_head and _counts_on(text, lines, entries[:place]))
        if is_listed and not repeats and _page(text) < page:
            # pages only go up: a line that ends in a lower number is a sentence
            break
        if (leads or is_listed) and (repeats or not lines[number].cells):
            found.append(number)
            named |= {title_words(text), *_forms(" ".join(title_words(text)))}
            misses, page = 0, _page(text) or page
        elif found or has_head:
            misses += 1
            if misses > 1 or len(text) > _LONGEST_LINE:
                break
    return _with_pages(lines, found)


def _is_filled_in(text: str) -> bool:
    """Tell whether the dots after a colon are room to write in, and lead to no page."""
    entry = _entry(text)
    return entry is not None and not entry.has_page and entry.title.endswith(":")


def _counts_on(text: str, lines: Sequence[Line], above: Sequence[int]) -> bool:
    """Tell whether a title is the next of those above it: what it names may be left out below."""
    starts = [start for start in find_starts(text) if start.word is not None]
    if not starts or _is_sentence(text):
        return False
    last = {start.key: start for n in above for start in find_starts(lines[n].text)}
    return any(
        start.key in last and start.count == (*last[start.key].count[:-1], last[start.key].last + 1)
        for start in starts
    )


def _page(text: str) -> int:
    """Return the number that a line ends in, 0 when it ends in none."""
    found = _END_NUMBER.search(text)
    return int(found[0]) if found else 0


def _with_pages(lines: Sequence[Line], found: list[int]) -> list[int]:
    """Return entries up to the last that has a page, where most have one."""
    paged = [number for number in found if _END_NUMBER.search(lines[number].text)]
    if len(paged) < _FEWEST or len(paged) <= len(found) / 2:
        return found
    return [number for number in found if number <= paged[-1]]


def _is_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does that is no title."""
    return is_terminal(text) and not text.endswith(("?", "!")) and _entry(text) is None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a table of contents with a leader: its title, and whether a page follows."""

    title: str
    has_page: bool


def _entry(text: str) -> _Entry | None:
    """Read a line as a title with dots, a line or a tab to a page number, which may be missing."""
    number = _END_NUMBER.search(text)
    body = text[: number.start()] if number else text
    words = body.rstrip(_LEADING)
    title = words.rstrip("_")
    if len(words) - len(title) < _FEWEST_UNDERLINES:
        found = _LEADER.search(body, len(words))
        if found is None:
            return None
        title = body[: found.start()]
    title = title.rstrip()
    return _Entry(title, number is not None) if title else None


def _before_number(text: str) -> str:
    """Return what stands before the number that a line ends in; "" when it does not."""
    number = _END_NUMBER.search(text)
    body = text[: number.start()] if number else ""
    title = body.rstrip()
    return title if title != body and title and not title[-1].isdigit() else ""
