"""How deep each heading lies, from the ways in which a document counts its headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.heading_looks import HeadingLook, look_of
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.importing.structure.text_forms import (
    SECTION_WORDS,
    TITLE_WORDS,
    first_word,
    names_paper,
)
from protocolkit.text.markers import WORDS, find_starts

_TOP, _DEEPEST = 2, 6
_ALWAYS_TOP = ("bijlage", "slot", "ondertekening", "vaststelling", "nawoord", "voorwoord")
_EXPLANATION = "toelichting"
_TITLE_GAP = 1.25
# Where a title stands at the latest, and where without a look at what stands above it.
_FIRST, _NEAR = 16, 4
# The most lines of a title.
_LINES_OF_TITLE = 3


def settle_titles(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Let only one line be the title: where several have the highest level, they are chapters.

    The first of them is the title all the same when it stands first and is called a protocol.
    Without a title, the one heading that all others lie under is the title: so most people type.
    """
    highest = [number for number, line in enumerate(lines) if line.level == 1]
    if not highest and (found := _heading_as_title(lines)) is not None:
        tops = [number for number, line in enumerate(lines) if line.level == _TOP]
        title = tops if _is_one_title(lines, tops) else [found]
        return tuple(
            replace(line, level=line.level - 1)
            if number in title or (len(title) == len(tops) and line.level)
            else line
            for number, line in enumerate(lines)
        )
    if not highest or (highest[0] < _FIRST and _is_one_title(lines, highest)):
        return tuple(lines)
    is_title = highest[0] == 0 and bool(TITLE_WORDS.search(lines[0].text))
    return tuple(
        replace(line, level=line.level + 1) if line.level and (number or not is_title) else line
        for number, line in enumerate(lines)
    )


def _is_one_title(lines: Sequence[Line], highest: Sequence[int]) -> bool:
    """Tell whether lines of the highest level are those of one title, and no chapters."""
    if len(highest) == 1:
        return True
    inside = [lines[n] for n in highest]
    is_run = highest[-1] - highest[0] == len(highest) - 1 < _LINES_OF_TITLE
    is_run = is_run and highest[-1] + 1 < len(lines)
    is_plain = not any(line.is_exact or line.marker or find_starts(line.text) for line in inside)
    return is_run and is_plain and first_word(inside[-1].text) not in SECTION_WORDS


def _heading_as_title(lines: Sequence[Line]) -> int | None:
    """Return the place of a chapter's heading that is the title: it stands first, uncounted."""
    tops = [number for number, line in enumerate(lines) if line.level == _TOP]
    if not tops or not _stands_first(lines, tops[0]):
        return None
    first, line = tops[0], lines[tops[0]]
    if line.is_exact or line.marker or find_starts(line.text):
        return None
    above = (before.text for before in lines[:first] if not names_paper(before.text))
    if any(TITLE_WORDS.search(text) for text in above):
        return None
    after = lines[first + 1].level if first + 1 < len(lines) else 0
    is_named = bool(TITLE_WORDS.search(line.text))
    if is_named and (first == 0 or len(tops) == 1 or after):
        return first
    has_chapters = any(line.level > _TOP for line in lines) if len(tops) == 1 else after == _TOP
    # typed headings have no style
    has_chapters = has_chapters or (tops == [0] and len(lines) > _NEAR)
    # above chapters that are all counted, what is not is none of them
    has_chapters = has_chapters or (first == 0 and len(tops) > 1 and _are_counted(lines, tops[1:]))
    begins = first_word(line.text) in SECTION_WORDS
    return first if has_chapters and not begins else None


def _are_counted(lines: Sequence[Line], numbers: Iterable[int]) -> bool:
    return all(lines[n].marker or find_starts(lines[n].text) for n in numbers)


def join_titles(blocks: Sequence[LineRun]) -> list[LineRun]:
    """Return the blocks with 'Artikel 3' and the title on the line below it as one heading."""
    joined: list[LineRun] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before is not None and _is_title_of(block, before):
            before.lines += block.lines
            before.pieces += block.pieces
            before.text = block.text
        else:
            joined.append(block)
    return joined


def _is_title_of(block: LineRun, number: LineRun) -> bool:
    """Tell whether a heading only says what the number above it is about."""
    if block.role is not Role.HEADING or number.role is not Role.HEADING or number.text:
        return False
    if block.start or number.start is None or not number.start.style.is_worded:
        return False
    if block.first.is_exact or block.text.lower().startswith(("bijlage", _EXPLANATION)):
        return False
    is_beside = block.first.gap <= _TITLE_GAP or block.first.is_page_start
    return is_beside and not 0 < block.first.level < number.first.level


def _stands_first(lines: Sequence[Line], number: int) -> bool:
    """Tell whether only short lines, such as a name or an address, stand before a line."""
    above = lines[:number]
    is_near = number < _NEAR or not any(find_starts(line.text) for line in above)
    return number < _FIRST and is_near and all(len(line.text) < 80 for line in above)


def assign_levels(blocks: Sequence[LineRun]) -> None:
    """Set the level of every heading: 2 for the highest, one deeper at a time."""
    headings = [number for number, block in enumerate(blocks) if block.role is Role.HEADING]
    if any(blocks[number].first.level for number in headings):
        _by_style(blocks, headings)
    else:
        _by_count(blocks, headings)
    _close_gaps(blocks, headings)


def _by_style(blocks: Sequence[LineRun], headings: Sequence[int]) -> None:
    """Take the levels of the styles; a heading without one lies under the last that has one."""
    last = _TOP - 1
    for number in headings:
        block = blocks[number]
        if block.first.level:
            block.level = last = max(block.first.level, _TOP)
        else:
            block.level = min(last + 1, _DEEPEST)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A way of counting headings. ``parts`` is how many numbers ``3.1.7`` has, 0 for another form.

    ``rank`` is the place of its word among those that count, outermost first.
    """

    series: str
    parts: int = 0
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """What the depth of a heading depends on; ``number`` is its place among the blocks."""

    way: _Counted | HeadingLook
    look: HeadingLook
    count: tuple[int, ...]
    number: int
    is_always_top: bool
    is_explanation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """Where headings of each way stand, by the numbers of their blocks.

    ``places`` leaves out those that always lie at the top; ``counted`` is the last that counts on.
    """

    places: Mapping[_Counted | HeadingLook, Sequence[int]]
    counted: Mapping[_Counted | HeadingLook, int]
    has_one_explanation: bool


def _by_count(blocks: Sequence[LineRun], headings: Sequence[int]) -> None:
    """Lay each heading under the open ones that its way of counting says it belongs to."""
    # one by itself may be a word of another language
    has_italics = sum(blocks[number].first.is_italic for number in headings) > 1
    looks = [look_of(blocks[number], has_italics=has_italics) for number in headings]
    found = [_heading(blocks[n], n, look) for n, look in zip(headings, looks, strict=True)]
    places: defaultdict[_Counted | HeadingLook, list[int]] = defaultdict(list)
    for heading in found:
        if not heading.is_always_top:
            places[heading.way].append(heading.number)
    ahead = _Ahead(
        places=places,
        counted={h.way: h.number for h in found if h.count and h.count[-1] > 1},
        has_one_explanation=sum(h.is_explanation for h in found) == 1,
    )
    above: list[_Heading] = []
    for heading in found:
        del above[_depth(heading, above, ahead) :]
        blocks[heading.number].level = min(_TOP + len(above), _DEEPEST)
        above.append(heading)


def _heading(block: LineRun, number: int, look: HeadingLook) -> _Heading:
    text = block.text.lower()
    return _Heading(
        way=_way(block, look),
        look=look,
        count=block.start.count if block.start else (),
        number=number,
        is_always_top=block.start is None and text.startswith(_ALWAYS_TOP),
        is_explanation=text.startswith(_EXPLANATION),
    )


def _way(block: LineRun, look: HeadingLook) -> _Counted | HeadingLook:
    start = block.start
    if start is None:
        return look
    if start.style.is_figure:
        return _Counted("number")
    if start.style.has_parts:
        return _Counted("multiple", parts=len(start.count))
    return _Counted(start.key, rank=WORDS.index(start.word) if start.word else None)


def _depth(heading: _Heading, above: Sequence[_Heading], ahead: _Ahead) -> int:
    """Return how many of the open headings ``above`` a new one lies under."""
    way, ways = heading.way, [other.way for other in above]
    if isinstance(way, HeadingLook):
        return _uncounted_depth(heading, way, above, ahead)
    if way in ways:
        return ways.index(way)
    if way.parts:
        parents = [
            depth
            for depth, other in enumerate(above)
            if other.count and other.count == heading.count[: len(other.count)]
        ]
        return parents[-1] + 1 if parents else sum(isinstance(way, _Counted) for way in ways)
    is_beside = bool(above) and isinstance(ways[-1], HeadingLook)
    is_beside = is_beside and not _lies_under(heading, above[-1], ahead)
    innermost = len(above) - is_beside
    if way.rank is None:
        return innermost
    ranks = [other.rank if isinstance(other, _Counted) else None for other in ways]
    deeper = (depth for depth, rank in enumerate(ranks) if rank is not None and rank >= way.rank)
    return next(deeper, innermost)


def _lies_under(heading: _Heading, above: _Heading, ahead: _Ahead) -> bool:
    """Tell whether a counted series lies under the unnumbered heading before it.

    It does when that heading has no text of its own, or when unnumbered ones come back later. One
    that is printed as those are, and counted between two of them only, lies beside them.
    """
    if heading.number == above.number + 1:
        return True
    back = next((n for n in ahead.places.get(above.way, ()) if n > heading.number), None)
    if back is None:
        return False
    is_as_printed = heading.look == above.look and heading.look.size > 0
    is_between = all(above.number < n < back for n in ahead.places.get(heading.way, ()))
    return not (is_as_printed and is_between)


def _uncounted_depth(
    heading: _Heading, way: HeadingLook, above: Sequence[_Heading], ahead: _Ahead
) -> int:
    if not above or heading.is_always_top:
        return 0
    if heading.is_explanation and ahead.has_one_explanation:
        return 0
    ways = [other.way for other in above]
    top = ways[0]
    if isinstance(top, HeadingLook):
        return _among_uncounted(way, ways, is_next=heading.number == above[-1].number + 1)
    # the last chapter that counts has its own headings too, in a look that is less
    if ahead.counted.get(top, -1) > heading.number or above[0].look.outranks(way):
        return ways.index(way) if way in ways else _among_outranked(way, ways)
    return 0


def _among_outranked(way: HeadingLook, ways: Sequence[_Counted | HeadingLook]) -> int:
    """Return the depth of the first open heading that counts nothing and that a look outranks."""
    outranked = (
        depth
        for depth, other in enumerate(ways)
        if isinstance(other, HeadingLook) and way.outranks(other)
    )
    return next(outranked, len(ways))


def _among_uncounted(
    way: HeadingLook,
    ways: Sequence[_Counted | HeadingLook],
    *,
    is_next: bool,
) -> int:
    """Return the depth among headings that count nothing: by size, by capitals, by bold."""
    if way in ways:
        depth = ways.index(way)
        return depth + 1 if is_next and depth == len(ways) - 1 else depth
    above = [
        depth
        for depth, other in enumerate(ways)
        if isinstance(other, HeadingLook) and other.outranks(way)
    ]
    return above[-1] + 1 if above else 0


def _close_gaps(blocks: Sequence[LineRun], headings: Sequence[int]) -> None:
    """Let no level be skipped on the way down."""
    printed: list[tuple[int, int]] = []
    for number in headings:
        block = blocks[number]
        while printed and printed[-1][0] >= block.level:
            printed.pop()
        own = block.level
        block.level = min(printed[-1][1] + 1 if printed else _TOP, _DEEPEST)
        printed.append((own, block.level))
