"""A source without some spans of its text: each is named among what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from protocolkit.importing.source.lines import Line, Source
from protocolkit.reading.words_left_out import LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Characters ``begin`` up to ``end`` of a source's text, and what is told of them."""

    begin: int
    end: int
    named: LeftOut


def without_spans(source: Source, spans: Sequence[Taken]) -> Source:
    """Return a source without spans, which are in its order and apart from each other."""
    return _Shortened(source, spans).source()


class _Shortened:
    """Moves every place in a source to the left, by what was taken out before it."""

    def __init__(self, source: Source, spans: Sequence[Taken]) -> None:
        self._source = source
        self._spans = spans
        gone = [0] * (len(source.text) + 1)
        for span in spans:
            gone[span.begin + 1 : span.end + 1] = [1] * (span.end - span.begin)
        self._gone = list(accumulate(gone))
        ends = [0, *(span.end for span in spans)]
        begins = [*(span.begin for span in spans), len(source.text)]
        kept = (source.text[one:other] for one, other in zip(ends, begins, strict=True))
        self._text = "".join(kept)

    def source(self) -> Source:
        source, at = self._source, self._at
        named = (replace(span.named, at=at(span.begin)) for span in self._spans)
        moved = (replace(one, at=at(one.at)) if one.at >= 0 else one for one in source.left_out)
        return replace(
            source,
            text=self._text,
            lines=tuple(line for line in map(self._line, source.lines) if line.text.strip()),
            marks=tuple(
                replace(one, begin=at(one.begin), end=at(one.end))
                for one in source.marks
                if self._stays(one.begin, one.end)
            ),
            left_out=(*moved, *named),
            doubts=tuple(
                replace(one, begin=at(one.begin), end=at(one.end))
                for one in source.doubts
                if self._stays(one.begin, one.end)
            ),
            added=tuple(
                (at(begin), at(end)) for begin, end in source.added if self._stays(begin, end)
            ),
            parts=tuple((at(begin), part) for begin, part in source.parts),
        )

    def _stays(self, begin: int, end: int) -> bool:
        """Tell whether something of a span is left, or it had no length before."""
        return begin == end or self._at(begin) < self._at(end)

    def _at(self, place: int) -> int:
        return place - self._gone[min(place, len(self._gone) - 1)]

    def _line(self, line: Line) -> Line:
        cells = tuple((self._at(begin), self._at(end)) for begin, end in line.cells)
        begin, end = self._at(line.begin), self._at(line.end)
        return replace(line, text=self._text[begin:end], begin=begin, cells=cells)
