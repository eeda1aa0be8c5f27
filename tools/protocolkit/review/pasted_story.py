"""A text that was pasted as plain words: its tables are loose lines, and become tables again.

The paper as it was sent says which lines are cells. A line, or a part of one between tabs, is the
cell that stands in its place there; a table of which half is gone stays the lines that it became.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from difflib import SequenceMatcher

from protocolkit.review.word_story import Range, Story, StoryParagraph
from protocolkit.text.label_form import without_labels
from protocolkit.text.words import tokens

Words = tuple[str, ...]
Cell = tuple[int, int, int]

# More lines than this are no paper of ours, and would take long to hold beside one.
_MOST_LINES = 5_000
# The share of a table's cells that still say what they said.
_SHARE = 0.5
_TAB = "\t"


def is_copied(story: Story, bookmarks: Mapping[str, str]) -> bool:
    """Tell whether a file has none of our bookmarks and no note: both were left behind."""
    own = {name.casefold() for one in story.paragraphs for name in one.bookmarks}
    return not any(one.is_note for one in story.paragraphs) and not own & bookmarks.keys()


def is_pasted(story: Story, bookmarks: Mapping[str, str]) -> bool:
    """Tell whether a file has no table, no note and none of our bookmarks: plain words alone."""
    is_plain = not any(one.cell for one in story.paragraphs)
    return is_plain and is_copied(story, bookmarks)


def with_tables(story: Story, sent: Sequence[StoryParagraph]) -> Story:
    """Return a pasted text with the cells that the paper had which was ``sent``."""
    ours = [one for one in sent if not one.is_note and _words(one.old)]
    split = _split(story, _rows(ours), {_words(one.old) for one in ours if not one.cell})
    lines = [(at, _words(one.old)) for at, one in enumerate(split.paragraphs) if _words(one.old)]
    if len(lines) > _MOST_LINES:
        return split
    cells = _cells(ours, [words for _, words in lines])
    for number, cell in cells.items():
        split.paragraphs[lines[number][0]].cell = cell
    return split


def _words(text: str) -> Words:
    return tokens(without_labels(text))


def _rows(ours: Sequence[StoryParagraph]) -> list[list[Words]]:
    rows: dict[tuple[int, ...], dict[int, Words]] = defaultdict(dict)
    for one in ours:
        if one.cell:
            *row, column = one.cell
            held = rows[tuple(row)]
            held[column] = (*held.get(column, ()), *_words(one.old))
    return [list(row.values()) for row in rows.values()]


def _cells(ours: Sequence[StoryParagraph], theirs: Sequence[Words]) -> Mapping[int, Cell]:
    """Return which lines of theirs are cells, by the lines of ours that stand in their place."""
    keys = [_words(one.old) for one in ours]
    found: dict[int, Cell] = {}
    kept = Counter[int]()
    matched = SequenceMatcher(None, keys, theirs, autojunk=False)
    for name, begin, end, first, last in matched.get_opcodes():
        for number in range(first, last):
            at = begin + number - first
            if end - begin != last - first:  # more or fewer lines: in the table around them
                at = _around(ours, begin, end, min(at, end - 1))
            cell = ours[at].cell if at >= 0 else None
            if cell:
                found[number] = cell
                kept[cell[0]] += name == "equal"
    count = Counter(one.cell[0] for one in ours if one.cell)
    return {at: cell for at, cell in found.items() if kept[cell[0]] >= _SHARE * count[cell[0]]}


def _around(ours: Sequence[StoryParagraph], begin: int, end: int, at: int) -> int:
    """Return the line of ours in whose table lines stand that came from ``begin`` up to ``end``.

    -1 where they do not stand in one table.
    """
    inside = {one.cell[0] if one.cell else None for one in ours[max(begin - 1, 0) : end + 1]}
    if begin == end:
        return max(at, begin - 1) if len(inside) == 1 and None not in inside else -1
    own = {one.cell[0] if one.cell else None for one in ours[begin:end]}
    return at if len(own) == 1 and None not in own else -1


def _split(story: Story, rows: Sequence[Sequence[Words]], lines: Set[Words]) -> Story:
    """Return a text of which each row that became one line is a line for each cell.

    ``lines`` are those of ours that stand in no table, such as a heading behind its number.
    """
    begins: list[int] = []
    made: list[StoryParagraph] = []
    for one in story.paragraphs:
        begins.append(len(made))
        is_row = not one.is_contents and _words(one.old) not in lines and _is_row(one, rows)
        made += _parts(one) if is_row else [replace(one, cell=None)]
    if len(made) == len(story.paragraphs):
        return replace(story, paragraphs=made)
    pieces = list(_moved(story, begins, made))
    ranges = {name: _range(one, begins, pieces) for name, one in story.ranges.items()}
    return replace(story, paragraphs=made, pieces=pieces, ranges=ranges)


def _is_row(paragraph: StoryParagraph, rows: Sequence[Sequence[Words]]) -> bool:
    """Tell whether most of a line between tabs is what the cells of one row say."""
    parts = [tokens(part) for part in paragraph.old.split(_TAB)]
    if len(parts) == 1 or paragraph.old.count(_TAB) != paragraph.new.count(_TAB):
        return False
    return any(_are_cells(parts, row) for row in rows if len(row) == len(parts))


def _are_cells(parts: Sequence[Words], row: Sequence[Words]) -> bool:
    """Tell whether more than half of some words is what a row says, or half with its first cell."""
    same = [part == cell for part, cell in zip(parts, row, strict=True)]
    return sum(same) + same[0] > _SHARE * len(row)


def _parts(paragraph: StoryParagraph) -> Iterator[StoryParagraph]:
    sides = (side.split(_TAB) for side in (paragraph.old, paragraph.new))
    for number, (old, new) in enumerate(zip(*sides, strict=True)):
        marks = [] if number else paragraph.bookmarks
        yield replace(paragraph, old=old, new=new, bookmarks=marks, calls=[])


def _moved(
    story: Story, begins: Sequence[int], made: Sequence[StoryParagraph]
) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a text, each in the line in which it stands now."""
    ends = [*begins[1:], len(made)]
    tabs = Counter[int]()
    for at, words in story.pieces:
        yield min(begins[at] + tabs[at], ends[at] - 1), words
        tabs[at] += words.count(_TAB)


def _range(marked: Range, begins: Sequence[int], pieces: Sequence[tuple[int, str]]) -> Range:
    """Return what a remark covers, with the lines as they are counted now."""
    places = [begins[at] if at is not None and at < len(begins) else at
              for at in (marked.first, marked.point)]  # fmt: skip
    inside = [at for at, words in pieces[marked.begin : marked.end] if words.strip()]
    first, point = (inside[0], inside[-1]) if inside else places
    return replace(marked, first=first, point=point)
