"""Rich text inside a clause, as typed values: what a reader of any output sees in one line.

A mark of a note and a hard line break carry no words; everything else is the author's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, exactly as printed; never empty, never a line break."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """Words in italics, or in bold when ``strong``."""

    content: RichText
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to ``target``: a web address, ``#anchor`` or ``file.md#anchor``."""

    target: str
    content: RichText


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place where a footnote is called; ``label`` is the footnote's."""

    label: str


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A line break that the author wants."""


Inline = Text | Emphasis | Link | NoteMark | HardBreak
RichText = tuple[Inline, ...]


def plain(rich: RichText) -> str:
    """Return the words of rich text; marks of notes left out, a hard break as a newline."""
    return "".join(_plain_pieces(rich))


def tidy(inlines: Iterable[Inline]) -> RichText:
    """Join neighbouring texts and drop empty ones: the one form that equal text has."""
    joined: list[Inline] = []
    texts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text):
            texts.append(inline.text)
            continue
        if text := "".join(texts):
            joined.append(Text(text))
        texts = []
        joined.append(inline)
    if text := "".join(texts):
        joined.append(Text(text))
    return tuple(joined)


def without_emphasis(rich: RichText, *, strong: bool) -> RichText:
    """Return rich text without the emphasis of a kind, whose words stay: bold in bold is bold."""
    found: list[Inline] = []
    for inline in rich:
        if isinstance(inline, Emphasis | Link):
            content = without_emphasis(inline.content, strong=strong)
            is_gone = isinstance(inline, Emphasis) and inline.strong == strong
            found += content if is_gone else [replace(inline, content=content)]
        else:
            found.append(inline)
    return tidy(found)


def without_loose_breaks(rich: RichText) -> RichText:
    """Return rich text without line breaks at either end: nothing is broken there.

    What a break parts from the end and holds no sign goes with it.
    """
    if not any(isinstance(inline, HardBreak) for inline in rich):
        return rich
    begin, end = _between_breaks(rich)
    return rich[begin:end]


def with_breaks_outside(rich: RichText) -> RichText:
    """Return rich text in which no emphasis and no link begins or ends with a line break.

    An emphasis of nothing but space is that space.
    """
    found: list[Inline] = []
    for inline in rich:
        if not isinstance(inline, Emphasis | Link):
            found.append(inline)
            continue
        content = with_breaks_outside(inline.content)
        begin, end = _between_breaks(content)
        is_blank = isinstance(inline, Emphasis) and _is_blank(content[begin:end])
        within = content[begin:end]
        if not is_blank and within:
            within = (replace(inline, content=within),)
        found += (*content[:begin], *within, *content[end:])
    return tidy(found)


def _is_blank(rich: RichText) -> bool:
    return all(isinstance(inline, Text) and not inline.text.strip() for inline in rich)


def _between_breaks(rich: RichText) -> tuple[int, int]:
    """Return from where to where rich text goes that no loose line break parts from its ends."""
    begin = max((n + 1 for n in _breaks_from(rich)), default=0)
    end = len(rich) - max((n + 1 for n in _breaks_from(rich[::-1])), default=0)
    return begin, max(begin, end)


def _breaks_from(rich: RichText) -> Iterator[int]:
    """Yield the places of the line breaks before the first sign."""
    for place, inline in enumerate(rich):
        if isinstance(inline, HardBreak):
            yield place
        elif not _is_blank((inline,)):
            return


def on_one_line(rich: RichText) -> RichText:
    """Return rich text with a space for each line break, as a heading has it."""
    found: list[Inline] = []
    for inline in rich:
        if isinstance(inline, Emphasis | Link):
            found.append(replace(inline, content=on_one_line(inline.content)))
        else:
            found.append(Text(" ") if isinstance(inline, HardBreak) else inline)
    return tidy(found)


def walk(rich: RichText) -> Iterator[Inline]:
    """Yield every inline value, outer before inner, in reading order."""
    for inline in rich:
        yield inline
        if isinstance(inline, Emphasis | Link):
            yield from walk(inline.content)


def note_labels(rich: RichText) -> Iterator[str]:
    """Yield the labels of the notes that rich text calls, in order."""
    return (inline.label for inline in walk(rich) if isinstance(inline, NoteMark))


def _plain_pieces(rich: RichText) -> Iterator[str]:
    for inline in walk(rich):
        if isinstance(inline, Text):
            yield inline.text
        elif isinstance(inline, HardBreak):
            yield "\n"
