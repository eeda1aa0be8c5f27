"""Which words of a web page may lie under something, or under other words, or off the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.boxes import Box
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.importing.extract.web.laid_pieces import Painted
from protocolkit.importing.extract.web.layout import laid_out
from protocolkit.importing.source.doubts import COVERED, OVERPRINTED, STRUCK, UNTOLD

_STRIP = 24.0
_MOST_STRIPS, _MOST_STEPS = 400, 2_000_000
# How much of a line must lie under something, in parts of its height, and how much of its length in
# parts of its height or of all of it.
_HIGH, _LONG, _LONG_SHARE = 0.45, 1.6, 0.4
# How much of words must be on the page; on its left, how much is known to be lost.
_OFF, _SEEN, _LETTERS = 0.5, 0.92, 0.6
# Where in a line something thin strikes it through.
_FROM, _TO = 0.2, 0.8
_HIGH_FIXED = 100.0
# How much of words must be seen through what lies over them; how small letters may come out.
_SEEN_THROUGH, _SMALLEST = 0.35, 0.75


def doubts_of_places(root: Element, sheets: StyleSheets) -> Mapping[Element, Marked]:
    """Return what is in doubt about the words of elements for where they stand on paper."""
    return _doubts(*laid_out(root, sheets))


def _doubts(painted: list[Painted], paper: Box) -> dict[Element, Marked]:
    found: dict[Element, Marked] = {}
    seen: list[Painted] = []
    for one in painted:
        if one.is_words and _is_off(one, paper):
            found[one.element] = UNTOLD
        else:
            seen.append(one)
    clear: dict[int, float] = {}
    for below, above in _pairs(seen):
        doubt = _doubt(below, above)
        if doubt is None:
            continue
        # what is covered by several clear things is seen less each time
        clear[id(below)] = clear.get(id(below), 1.0) * (1.0 - above.share)
        if above.is_words or clear[id(below)] < _SEEN_THROUGH:
            found.setdefault(below.element, doubt)
        if above.is_words:
            found.setdefault(above.element, doubt)
    return found


def _is_off(words: Painted, paper: Box) -> bool:
    """Tell whether words stand off the page, or where an element cuts them off."""
    box = words.box
    if min(box.width, box.height) < _SMALLEST or box.left < paper.left - _LETTERS * box.height:
        return True
    seen = box.shared(Box(paper.left, paper.top, paper.right, max(box.bottom, paper.bottom)))
    if words.cut is not None:
        seen = seen.shared(words.cut)
    return seen.width < _SEEN * box.width or seen.height < _OFF * box.height


def _pairs(painted: list[Painted]) -> Iterator[tuple[Painted, Painted]]:
    """Yield words with what stands in the same strip of the page and left the flow otherwise."""
    strips: dict[int, list[Painted]] = {}
    for one in painted:
        if one.is_words:
            for strip in _strips(one.box):
                strips.setdefault(strip, []).append(one)
    steps = 0
    for above in painted:
        for strip in _strips(above.box):
            for words in strips.get(strip, ()):
                steps += 1
                if words.group != above.group and words is not above:
                    yield words, above
        if steps > _MOST_STEPS:
            return


def _words_in(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _strips(box: Box) -> Iterable[int]:
    first = int(max(min(box.top, 1e7), -1e7) // _STRIP)
    last = int(max(min(box.bottom, 1e7), -1e7) // _STRIP)
    return range(first, min(last, first + _MOST_STRIPS) + 1)


def _doubt(words: Painted, above: Painted) -> Marked | None:
    """Return what is in doubt about words over which, or under which, something else stands."""
    line, other = words.box, above.box
    if above.cut is not None:
        other = other.shared(above.cut)
    shared = line.shared(other)
    if shared.height <= 0 or shared.width <= min(_LONG * line.height, _LONG_SHARE * line.width):
        return None
    is_high = shared.height >= _HIGH * min(line.height, other.height if above.is_words else 1e9)
    if above.is_words:
        return OVERPRINTED if is_high else None
    if is_high:
        is_bar = above.is_fixed and other.height < _HIGH_FIXED and bool(_words_in(above.element))
        return COVERED if above.order > words.order and not is_bar else None
    middle = (shared.top + shared.bottom) / 2 - line.top
    is_through = (
        not above.is_fixed
        and other.height < _HIGH * line.height
        and _FROM < middle / line.height < _TO
    )
    return STRUCK if is_through else None
