"""A letterhead as values: what stands above and below a page, its pictures, and the page itself.

PDF and Word both print these values, so nothing of a stranger's file gets into one of ours but
words, and pictures that were drawn anew. Measures are in millimetres from the edges of the page,
sizes of letters in points. The words of a letterhead are no words of a protocol.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
USUAL_SIZE = 9.0
# A line is so much higher than its letters.
_LINE = 1.3
_MM_PER_POINT = 25.4 / 72
# How wide a letter is, as a share of its height: enough to count lines by.
_LETTER = 0.5
# What stands around the number of a page and says nothing without it: 'Pagina 1 van 9', '- 1 -'.
_BEFORE_NUMBER = re.compile(
    r"[\s|·•,;:(\[/–—-]*(?:(?<!\w)(?:pagina|bladzijde|blad|page|pag|blz|bldz|p)\b\.?)?[\s:(\[–—-]*$",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(r"[\s|·•,;:)\]/–—-]*")


class Sign(Enum):
    """What stands in a line and is no word: a new line, the page, and how many there are."""

    BREAK = "break"
    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words in one look; ``colour`` is ``#rrggbb`` or ``""``, a ``size`` of 0 the usual one."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str = ""
    size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePicture:
    """A picture, drawn anew as PNG; with a ``left`` it has its own place on the page."""

    content: bytes
    width: float
    height: float
    words: str
    left: float | None = None
    top: float = 0.0


Piece = Words | Sign | HousePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, with what stands at its beginning, in its middle and at its end."""

    left: tuple[Piece, ...] = ()
    middle: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()

    def zones(self) -> tuple[tuple[Piece, ...], ...]:
        """Return what stands left, in the middle and right."""
        return (self.left, self.middle, self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Columns of lines beside each other; ``shares`` are their parts of the width."""

    cells: tuple[tuple[Line, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseBox:
    """Lines with their own place on the page: what a text box holds."""

    lines: tuple[Line, ...]
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What stands above or below a page, in reading order, and what has its own place."""

    lines: tuple[Line | Strip, ...] = ()
    placed: tuple[HousePicture | HouseBox, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lines or self.placed)


NO_STORY = Story()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The stories of the first page and of the others, and where they stand.

    ``left`` and ``right`` are the margins between which the lines stand, ``top`` and ``bottom`` how
    far these are from the edge of the page.
    """

    first_head: Story = NO_STORY
    first_foot: Story = NO_STORY
    head: Story = NO_STORY
    foot: Story = NO_STORY
    left: float = 25.0
    right: float = 25.0
    top: float = 12.5
    bottom: float = 12.5

    def __bool__(self) -> bool:
        return any((self.first_head, self.first_foot, self.head, self.foot))

    def says_page(self, *, is_first: bool) -> bool:
        """Tell whether it has the number of the page itself, on the first page or on others."""
        stories = (self.first_head, self.first_foot) if is_first else (self.head, self.foot)
        return any(piece is Sign.PAGE for story in stories for piece in _pieces(story))

    def on_loose_sheet(self) -> Letterhead:
        """Return it with a first page that has no number and does not say how many there are."""
        head, foot = _without_number(self.first_head), _without_number(self.first_foot)
        return replace(self, first_head=head, first_foot=foot)

    @property
    def width(self) -> float:
        """How wide its lines are."""
        return PAGE_WIDTH - self.left - self.right

    def depth(self, story: Story) -> float:
        """Return how far what stands above a page reaches down from its upper edge."""
        lines = self.top + self._height(story) if story.lines else 0.0
        placed = (one.top + one.height for one in story.placed if one.top < PAGE_HEIGHT / 2)
        return max((lines, *placed), default=0.0)

    def beside(self, story: Story) -> float:
        """Return how much further down than its lines a story's own places reach, above a page."""
        if not story.placed:
            return 0.0
        return max(self.depth(story) - self.top - self._height(story), 0.0)

    def rise(self, story: Story) -> float:
        """Return how far what stands below a page reaches up from its lower edge."""
        lines = self.bottom + self._height(story) if story.lines else 0.0
        placed = (PAGE_HEIGHT - one.top for one in story.placed if one.top >= PAGE_HEIGHT / 2)
        return max((lines, *placed), default=0.0)

    def _height(self, story: Story) -> float:
        return sum(self._block_height(block, self.width) for block in story.lines)

    def _block_height(self, block: Line | Strip, width: float) -> float:
        if isinstance(block, Line):
            return max(_zone_height(zone, width) for zone in block.zones())
        whole = sum(block.shares)
        return max(
            (
                sum(self._block_height(line, width * share / whole) for line in lines)
                for lines, share in zip(block.cells, block.shares, strict=True)
            ),
            default=0.0,
        )


def _zone_height(zone: tuple[Piece, ...], width: float) -> float:
    """Return how high words and pictures are that stand in so wide a place."""
    least = USUAL_SIZE * _LINE * _MM_PER_POINT
    lines, height, used = 0, least, 0.0
    for piece in zone:
        if piece is Sign.BREAK:
            lines, used = lines + 1, 0.0
        elif isinstance(piece, HousePicture):
            height = max(height, piece.height)
        elif isinstance(piece, Words):
            size = piece.size or USUAL_SIZE
            used += len(piece.text) * size * _LETTER * _MM_PER_POINT
            height = max(height, size * _LINE * _MM_PER_POINT)
            lines, used = lines + int(used // width), used % width
    return height + lines * max(least, min(height, 3 * least))


def pictures(letterhead: Letterhead) -> Iterator[HousePicture]:
    """Yield every picture of a letterhead."""
    for story in (
        letterhead.first_head,
        letterhead.first_foot,
        letterhead.head,
        letterhead.foot,
    ):
        yield from (piece for piece in _pieces(story) if isinstance(piece, HousePicture))


def _pieces(story: Story) -> Iterator[Piece]:
    """Yield all that stands in a story: what has its own place first, then its lines."""
    for placed in story.placed:
        yield from (placed,) if isinstance(placed, HousePicture) else _in_lines(placed.lines)
    for block in story.lines:
        lines = (block,) if isinstance(block, Line) else (one for c in block.cells for one in c)
        yield from _in_lines(lines)


def _in_lines(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        for zone in line.zones():
            yield from zone


def _without_number(story: Story) -> Story:
    """Return a story without the number of the page; every line keeps its place."""
    return replace(
        story,
        lines=tuple(
            replace(one, cells=tuple(tuple(map(_unnumbered, cell)) for cell in one.cells))
            if isinstance(one, Strip)
            else _unnumbered(one)
            for one in story.lines
        ),
        placed=tuple(
            replace(one, lines=tuple(map(_unnumbered, one.lines)))
            if isinstance(one, HouseBox)
            else one
            for one in story.placed
        ),
    )


def _unnumbered(line: Line) -> Line:
    left, middle, right = map(_without_signs, line.zones())
    return Line(left=left, middle=middle, right=right)


def _without_signs(zone: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return what stands in a place without the number of the page and the words that name it."""
    places = [at for at, piece in enumerate(zone) if piece in (Sign.PAGE, Sign.PAGES)]
    if not places or Sign.PAGE not in zone:
        return zone
    before, after = list(zone[: places[0]]), list(zone[places[-1] + 1 :])
    tail = ""
    for piece in reversed(before):
        if not isinstance(piece, Words):
            break
        tail = piece.text + tail
    found = _BEFORE_NUMBER.search(tail)
    surplus = len(tail) - found.start() if found else 0
    while surplus and isinstance(last := before.pop(), Words):
        if surplus < len(last.text):
            before.append(replace(last, text=last.text[:-surplus]))
        surplus = max(surplus - len(last.text), 0)
    if after and isinstance(first := after[0], Words):
        mark = _AFTER_NUMBER.match(first.text)
        after[0] = replace(first, text=first.text[mark.end() if mark else 0 :])
    return (*before, *(piece for piece in after if piece != Words(text="")))
