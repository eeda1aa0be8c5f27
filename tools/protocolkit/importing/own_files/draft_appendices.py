"""What stands behind a draft of ours, taken out of a file that came back: it is no text.

A file may have been saved by any program, or printed: the fixed words tell, and no style. An
appendix has its title, the sentence under it and the sentence that ends it. What has no more than
such a title is text; where the end is missing, all of it stays, and is doubted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from protocolkit.base.messages import languages, mark, message, translator
from protocolkit.document.draft_appendices import APART, END, TITLES
from protocolkit.importing.source.doubts import NO_END
from protocolkit.importing.source.lines import Doubt, Line, Source
from protocolkit.importing.source.taken_out import Taken, without_spans
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.text.words import glued

_TOLD = mark(
    "Appendices of a draft were left out: they say whose words it has and what is open. See what "
    "was left out."
)
# No sentence of ours takes more lines than this on a page.
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class _Fixed:
    """The fixed words of appendices in one language, without spaces."""

    heads: tuple[str, ...]
    end: str


def without_draft_appendices(source: Source) -> Source:
    """Return a source without the appendices of a draft; each is named, with all its words."""
    found = list(_appendices(source.lines))
    spans = [span for one in found for span in _spans(one.lines, source) if one.is_whole]
    doubts = tuple(
        Doubt(begin=one.lines[0].begin, end=one.lines[0].end, text=NO_END)
        for one in found
        if not one.is_whole
    )
    source = replace(source, doubts=(*source.doubts, *doubts)) if doubts else source
    if not spans:
        return source
    made = without_spans(source, spans)
    return replace(made, notices=(*made.notices, message(_TOLD)))


@dataclass(frozen=True, slots=True)
class _Found:
    """The lines of an appendix; of one that has no end only those of its beginning."""

    lines: Sequence[Line]
    is_whole: bool


def _appendices(lines: Sequence[Line]) -> Iterator[_Found]:
    text = [line for line in lines if not line.note]
    words = [glued(line.text) for line in text]
    heads = [
        (number, after, fixed.end)
        for number in range(len(words))
        for fixed in _fixed()
        for head in fixed.heads
        if (after := _said(words, number, head))
    ]
    bounds = [*(number for number, _, _ in heads), len(words)][1:]
    for (number, after, wanted), bound in zip(heads, bounds, strict=False):
        ends = (end for n in range(after, bound) if (end := _said(words, n, wanted)))
        end = next(ends, 0)
        yield _Found(text[number : end or after], bool(end))


def _said(words: Sequence[str], start: int, wanted: str) -> int:
    """Return the number of the line after those that say no more than ``wanted``, 0 for none."""
    said = ""
    for number in range(start, min(start + _MOST_LINES, len(words))):
        said += words[number]
        if said == wanted:
            return number + 1
        if not said or not wanted.startswith(said):
            break
    return 0


def _spans(found: Sequence[Line], source: Source) -> Iterator[Taken]:
    """Yield what is taken out: all from the first line to the last but the notes between them."""
    begin, end = found[0].begin, found[-1].end
    inside = [line for line in source.lines if begin <= line.begin < end]
    for is_note, group in groupby(inside, key=lambda line: bool(line.note)):
        run = list(group)
        if not is_note:
            words = source.text[run[0].begin : run[-1].end]
            named = LeftOut(text=words, reason=LeftOutReason.DRAFT_APPENDIX)
            yield Taken(begin=run[0].begin, end=run[-1].end, named=named)


@cache
def _fixed() -> tuple[_Fixed, ...]:
    made = []
    for language in languages():
        said = translator(language)
        heads = tuple(glued(said(title)) + glued(said(APART)) for title in TITLES)
        made.append(_Fixed(heads, glued(said(END))))
    return tuple(made)
