"""What was passed over on a PDF's pages, and where in the text its words would have stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source.lines import Doubt
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

# Never a word of a sentence, however near it stands.
NEVER_IN_SENTENCE = frozenset(
    (
        LeftOutReason.ARTIFACT,
        LeftOutReason.TWICE,
        LeftOutReason.COMMENT,
        LeftOutReason.DESCRIPTION,
        LeftOutReason.OURS,
    )
)
_TOGETHER = (LeftOutReason.ARTIFACT, LeftOutReason.TWICE)
# Lines of one paragraph stand less than this part of their size apart.
_CLOSE = 0.9
_ENDS = (".", ";", ":", "?", "!")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Words of a page that are no text, where they stand, and whether text stands beside them.

    ``doubt`` is what to say where a reader may see something there all the same.
    """

    words: str
    reason: LeftOutReason
    box: Box | None = None
    is_beside: bool = False
    doubt: Marked | None = None

    @property
    def is_description(self) -> bool:
        """Whether they only say what a picture shows."""
        return self.reason is LeftOutReason.DESCRIPTION


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """A line of a page, and where in the text it begins."""

    line: RawLine
    begin: int

    def doubt(self, text: Marked) -> Doubt:
        """Return a doubt about the line."""
        return Doubt(begin=self.begin, end=self.begin + len(self.line.text), text=text)


def merged(passed: Iterable[Passed]) -> list[Passed]:
    """Return what was passed over; the artifacts of a page are one, and what it prints twice."""
    found, together = list[Passed](), dict[LeftOutReason, list[str]]()
    for one in passed:
        if one.reason in _TOGETHER and one.doubt is None:
            together.setdefault(one.reason, []).append(one.words)
        else:
            found.append(one)
    found += [Passed(words="\n".join(words), reason=why) for why, words in together.items()]
    return found


def left_out(
    passed: Iterable[Passed], lines: Sequence[PlacedLine], page: int, end: int
) -> Iterator[LeftOut]:
    """Yield what was passed over on a page with its place; ``end`` is where its text ends."""
    for one in (one for one in passed if one.words):
        found = LeftOut(text=one.words, reason=one.reason, at=end, page=page)
        if lines and one.box is None:
            inside = one.is_beside and one.reason not in NEVER_IN_SENTENCE
            found = replace(found, at=lines[0].begin, is_in_sentence=inside)
        elif lines and one.box is not None:
            at, is_inside = _place(one.box, lines, end)
            inside = (one.is_beside or is_inside) and one.reason not in NEVER_IN_SENTENCE
            found = replace(found, at=at, is_in_sentence=inside)
        yield found


def doubted(passed: Iterable[Passed], lines: Sequence[PlacedLine]) -> Iterator[Doubt]:
    """Yield a doubt at the line nearest to what a reader may see though it was passed over."""
    for one in passed:
        if one.doubt is not None and one.box is not None and lines:
            up = one.box.middle[1]
            yield min(lines, key=lambda found: abs(found.line.bottom - up)).doubt(one.doubt)


def _place(box: Box, lines: Sequence[PlacedLine], end: int) -> tuple[int, bool]:
    """Return where in the text a place on the page is, and whether that is inside a paragraph."""
    across, up = box.middle
    row = [found for found in lines if found.line.bottom <= up <= found.line.top]
    if row:
        found = min(row, key=lambda one: _apart(one.line, across))
        width = max(found.line.right - found.line.left, 0.01)
        share = min(max((box.left - found.line.left) / width, 0.0), 1.0)
        return found.begin + round(share * len(found.line.text)), False
    below = [
        number
        for number, found in enumerate(lines)
        if found.line.top <= up and found.line.left <= across <= max(found.line.right, box.right)
    ]
    if not below:
        return end, False
    after = lines[below[0]]
    if not below[0]:
        return after.begin, False
    before = lines[below[0] - 1]
    size = after.line.size or 10.0
    is_near = before.line.bottom - box.top < _CLOSE * size and box.bottom - after.line.top < size
    runs_on = after.line.text[:1].islower() or not before.line.text.endswith(_ENDS)
    return after.begin, is_near and before.line.bottom > up and runs_on


def _apart(line: RawLine, across: float) -> float:
    return max(line.left - across, across - line.right, 0.0)
