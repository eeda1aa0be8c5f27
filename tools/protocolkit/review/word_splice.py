"""Other words in the source of a protocol: in the heading, clause, cell or note that says them.

An exchange of words lies inside one run of plain words: it crosses no border of a link, of bold
words or of a note's mark. Its place in the source is found by the words around it, and believed
only when the source, read again, says just that and all else as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.problems import Severity
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import (
    Emphasis,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    plain,
    tidy,
)
from protocolkit.reading.inline_writer import write_rich
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import at_line_start
from protocolkit.review.note_signs import NOTE_SIGN, are_signs_of, signed
from protocolkit.text.differences import word_differences
from protocolkit.text.words import word_spans

# How many signs before and after an exchange tell its place.
_AROUND = 30
_NEXT_ITEM = re.compile(r"^[ ]{0,3}(?:\{#[a-z]|\[\^)", re.MULTILINE)
_SPACE = r"(?:[ \t]|\n[ \t]*)+"


@dataclass(frozen=True, slots=True)
class Exchange:
    """Words that come in the place of those from ``begin`` up to ``end`` of a text.

    ``gap`` is all that stands between the two words around what comes in the place of none.
    """

    begin: int
    end: int
    words: str
    gap: tuple[int, int] | None = None


def spliced(
    text: str, protocol: Protocol, item: Item, lines: Sequence[str], marked: Sequence[str] = ()
) -> str | None:
    """Return a source whose item has these words, unit by unit; None when that is not certain.

    ``marked`` are the same lines with a sign for the mark of each note, none when nobody knows.
    """
    expected: dict[int, RichText] = {}
    region = region_of(text, protocol, item)
    if region is None:
        return None
    begin, behind = region[0], len(text) - region[1]
    for at, (unit, words) in enumerate(zip(item.units, lines, strict=True)):
        rich = unit.text
        has_signs = at < len(marked) and are_signs_of(marked[at], rich, words)
        sides = (signed(rich), marked[at]) if has_signs else (plain(rich), words)
        for one in reversed(exchanges(*sides)):
            found = _exchanged(rich, one, has_signs=has_signs)
            if found is None:
                return None
            around, rich = found
            expected[unit.order] = rich
            made = _ways(text, (begin, len(text) - behind), around, one.words, unit)
            kept = next((way for way in made if proved(way, protocol, expected)), None)
            if kept is None:
                return None
            text = kept
        if " ".join(plain(rich).split()) != words:
            return None
    return text


def exchanges(old: str, new: str) -> list[Exchange]:
    """Return how one text becomes another, in order, by their words."""
    spans = word_spans(old), word_spans(new)
    words = [[word for word, _, _ in side] for side in spans]
    found = []
    for one in word_differences(*words):
        pairs = ((0, old, one.old_start, len(one.old)), (1, new, one.new_start, len(one.new)))
        ends = []
        for side, text, at, count in pairs:
            own = spans[side]
            begin = own[at - 1][2] if at else 0
            end = own[at + count][1] if at + count < len(own) else len(text)
            ends.append((begin, end))
        (begin, end), (left, right) = ends
        gap = None if one.old else (begin, end)
        while begin < end and left < right and old[begin] == new[left] and old[begin].isspace():
            begin, left = begin + 1, left + 1
        while begin < end and left < right and old[end - 1] == new[right - 1] == " ":
            end, right = end - 1, right - 1
        found.append(Exchange(begin, end, new[left:right], gap))
    return found


def are_in_link(item: Item, lines: Sequence[str]) -> bool:
    """Tell whether words of a link become others, as those of a reference: it leads elsewhere."""
    return any(
        (one.begin < end and begin < one.end) or begin < one.begin < end
        for unit, words in zip(item.units, lines, strict=True)
        for begin, end in _links(unit.text)
        for one in exchanges(plain(unit.text), words)
    )


def region_of(text: str, protocol: Protocol, item: Item) -> tuple[int, int] | None:
    """Return from where to where an item stands in a source, None when that is not certain."""
    name = rf"\{{#{re.escape(item.anchor)}[ }}]"
    if item.kind is ItemKind.NOTE:
        name = rf"\[\^{re.escape(item.note)}\]:"
    found = list(re.finditer(rf"^[ ]*{name}", text, re.MULTILINE))
    if len(found) != 1:
        return None
    own = {one.anchor for one in items_of(protocol)}
    for following in _NEXT_ITEM.finditer(text, found[0].end()):
        anchor = re.match(r"\s*\{#([a-z0-9-]+)", text[following.start() :])
        if anchor is None or anchor[1] in own:
            return found[0].start(), following.start()
    return found[0].start(), len(text)


def proved(
    made: str,
    protocol: Protocol,
    expected: Mapping[int, RichText],
) -> bool:
    """Tell whether a source says what a protocol says, but for the texts of some units."""
    again = read_protocol_text(made, subject=protocol.subject, slug=protocol.slug)
    if any(found.code.severity is Severity.ERROR for found in again.problems):
        return False
    before, after = items_of(protocol), items_of(again.protocol)
    if again.protocol.facts != protocol.facts or len(before) != len(after):
        return False
    heads = any(one.kind is ItemKind.HEADING and one.order in expected for one in before)
    return all(
        _with(old, expected, heads=heads) == _with(now, {}, heads=heads)
        for old, now in zip(before, after, strict=True)
    )


def _with(item: Item, expected: Mapping[int, RichText], *, heads: bool) -> Item:
    """Return an item with the texts that are expected; with another heading, labels are others."""
    units = tuple(
        replace(
            unit,
            text=expected.get(unit.order, unit.text),
            label="" if heads else unit.label,
        )
        for unit in item.units
    )
    return replace(item, units=units, label="" if heads else item.label)


@dataclass(frozen=True, slots=True)
class _Around:
    """The words that an exchange takes away, with those of their run before and after."""

    before: str
    old: str
    after: str


def _exchanged(
    rich: RichText, one: Exchange, *, has_signs: bool
) -> tuple[_Around, RichText] | None:
    """Return a text after an exchange, and the words around that; None across a border."""
    places = [
        (path, one.begin - begin, one.end - begin, text)
        for path, begin, text in _runs(rich, mark=len(NOTE_SIGN) * has_signs)
        if begin <= one.begin and one.end <= begin + len(text)
    ]
    if NOTE_SIGN in one.words and has_signs:
        return None  # the mark itself moved
    if not has_signs and one.gap and any(one.gap[0] <= at <= one.gap[1] for at in _marks(rich)):
        return None  # before or behind the mark of the note?
    if one.begin == one.end:
        if not has_signs and one.begin in _marks(rich):
            return None
        top = [place for place in places if len(place[0]) == 1]
        if has_signs and not top:
            return _beside_mark(rich, one)
        places = places if len(places) == 1 else top
    if len(places) != 1:
        return None
    path, begin, end, text = places[0]
    around = _Around(text[:begin][-_AROUND:], text[begin:end], text[end:][:_AROUND])
    return around, tidy(_put(rich, path, text[:begin] + one.words + text[end:]))


def _beside_mark(rich: RichText, one: Exchange) -> tuple[_Around, RichText] | None:
    """Return a text with words beside the mark of a note, where it has none of its own yet."""
    ends = [len(signed(rich[:at])) for at in range(len(rich) + 1)]
    if one.begin not in ends:
        return None
    at = ends.index(one.begin)
    before, after = (
        f"[^{side[0].label}]" if side and isinstance(side[0], NoteMark) else ""
        for side in (rich[at - 1 : at] if at else (), rich[at : at + 1])
    )
    made = tidy((*rich[:at], Text(one.words), *rich[at:]))
    return (_Around(before, "", after), made) if before or after else None


def _runs(
    rich: RichText, path: tuple[int, ...] = (), begin: int = 0, *, mark: int
) -> Iterator[tuple[tuple[int, ...], int, str]]:
    """Yield each run of plain words: the way to it, where it begins in the text, and its words.

    ``mark`` is the length that the mark of a note has in the text.
    """
    for at, inline in enumerate(rich):
        if isinstance(inline, Text):
            yield (*path, at), begin, inline.text
        elif isinstance(inline, Emphasis | Link):
            yield from _runs(inline.content, (*path, at), begin, mark=mark)
        begin += len(signed((inline,)) if mark else plain((inline,)))


def _marks(rich: RichText, begin: int = 0) -> Iterator[int]:
    """Yield where the marks of notes stand in a text."""
    for inline in rich:
        if isinstance(inline, NoteMark):
            yield begin
        elif isinstance(inline, Emphasis | Link):
            yield from _marks(inline.content, begin)
        begin += len(plain((inline,)))


def _links(rich: RichText, begin: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where each link begins and ends in a text."""
    for inline in rich:
        if isinstance(inline, Link):
            yield begin, begin + len(plain((inline,)))
        elif isinstance(inline, Emphasis):
            yield from _links(inline.content, begin)
        begin += len(plain((inline,)))


def _put(rich: RichText, path: tuple[int, ...], words: str) -> Iterator[Inline]:
    for at, inline in enumerate(rich):
        if at != path[0]:
            yield inline
        elif isinstance(inline, Emphasis | Link):
            yield replace(inline, content=tidy(_put(inline.content, path[1:], words)))
        else:
            yield Text(words)


def _ways(
    text: str, region: tuple[int, int], around: _Around, words: str, unit: Unit
) -> Iterator[str]:
    """Yield the source with an exchange at each place of a region that has the words around it."""
    before, old, after = (_in_source(one) for one in (around.before, around.old, around.after))
    written = write_rich((Text(words),), in_table=unit.kind is UnitKind.CELL) if words else ""
    pattern = re.compile(f"(?<!\\\\)(?:{before})(?P<old>{old})(?={after})")
    for found in pattern.finditer(text, *region):
        begin, end = found.span("old")
        # behind a note's mark a bracket or colon would make it a link, or a note
        escaped = f"\\{written}" if written[:1] in ("(", ":") else at_line_start(written)
        for way in dict.fromkeys((written, escaped)):
            yield text[:begin] + way + text[end:]


def _in_source(words: str) -> str:
    """Return a pattern of words as a source may have them: with escapes, over several lines."""
    pieces = re.findall(r"\s+|\S", words)
    return "".join(
        _SPACE if one.isspace() else one if one.isalnum() else rf"\\?{re.escape(one)}"
        for one in pieces
    )
