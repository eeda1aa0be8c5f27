"""One line of Akoma Ntoso to rich text: white space is one space, marks keep their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    tidy,
    without_emphasis,
    without_loose_breaks,
)
from protocolkit.exchange.record import may_lead_to
from protocolkit.importing.extract.akoma_ntoso.elements import is_block, name_of
from protocolkit.importing.extract.akoma_ntoso.notes import Notes
from protocolkit.importing.extract.shared.elements import Element

_SPACES = re.compile(r"[ \t\r\n]+")
_STRONG, _EMPHASIS = ("b", "strong"), ("i", "em")
_LINKS = ("a", "ref", "rref", "mref")
_BREAKS = ("eol", "br")


def rich_text(element: Element, notes: Notes) -> RichText:
    """Return the words of an element on one line."""
    return _trimmed(_Reader(notes).content(element))


def words_of(element: Element) -> str:
    """Return all words inside an element, with one space wherever there is any."""
    return " ".join(" ".join(element.itertext()).split())


class _Reader:
    """Reads one line."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def content(self, element: Element) -> RichText:
        """Return what is in an element."""
        found: list[Inline] = [*_text(element.text)]
        for child in element:
            found += [*self._child(child), *_text(child.tail)]
        return tidy(found)

    def _child(self, element: Element) -> Iterator[Inline]:
        name = name_of(element)
        if name in _STRONG or name in _EMPHASIS:
            yield from self._emphasis(element, strong=name in _STRONG)
        elif name in _LINKS:
            yield from self._link(element)
        elif name in _BREAKS:
            yield HardBreak()
        elif name == "noteRef":
            yield from self._called(element)
        elif name == "authorialNote":
            yield NoteMark(self._notes.add(element))
        elif is_block(element):
            # a block inside a line, such as a text that is quoted
            yield from (Text(" "), *self.content(element), Text(" "))
        else:
            yield from self.content(element)

    def _emphasis(self, element: Element, *, strong: bool) -> Iterator[Inline]:
        before, inner, after = _peeled(self.content(element))
        inner = without_emphasis(inner, strong=strong)
        yield from before
        if inner:
            yield Emphasis(content=inner, strong=strong)
        yield from after

    def _link(self, element: Element) -> Iterator[Inline]:
        before, inner, after = _peeled(_without_links(self.content(element)))
        target = element.get("href", "")
        yield from before
        if inner and target and may_lead_to(target):
            yield Link(target=target, content=inner)
        else:
            yield from inner
        yield from after

    def _called(self, element: Element) -> Iterator[Inline]:
        label = self._notes.called(element.get("href", ""))
        if label:
            yield NoteMark(label)
        elif sign := element.get("marker", ""):
            yield Text(sign)
        yield from self.content(element)


def _text(text: str | None) -> Iterator[Text]:
    if text:
        yield Text(_SPACES.sub(" ", text))


def _peeled(rich: RichText) -> tuple[RichText, RichText, RichText]:
    """Return rich text with the space and breaks at its ends apart, which nothing can mark."""
    inner = [*rich]
    before: list[Inline] = []
    after: list[Inline] = []
    while inner and (space := _space_at(inner, 0)):
        before.append(space)
    while inner and (space := _space_at(inner, -1)):
        after.insert(0, space)
    return tuple(before), tuple(inner), tuple(after)


def _space_at(inner: list[Inline], place: int) -> Inline | None:
    """Take the space or break at one end away; return it, None when there are words."""
    found = inner[place]
    if isinstance(found, HardBreak):
        return inner.pop(place)
    if not isinstance(found, Text):
        return None
    rest = found.text.lstrip(" ") if place == 0 else found.text.rstrip(" ")
    if rest == found.text:
        return None
    if rest:
        inner[place] = Text(rest)
    else:
        inner.pop(place)
    return Text(" ")


def _without_links(rich: RichText) -> RichText:
    """Return rich text in which the words of links stand bare: no link stands in another."""
    found: list[Inline] = []
    for inline in rich:
        if isinstance(inline, Link):
            found += _without_links(inline.content)
        elif isinstance(inline, Emphasis):
            found.append(replace(inline, content=_without_links(inline.content)))
        else:
            found.append(inline)
    return tidy(found)


def _trimmed(rich: RichText) -> RichText:
    """Return a line without space at its ends, beside a break, or twice."""
    _, inner, _ = _peeled(rich)
    found = [*_single_spaces(inner)]
    for place, inline in enumerate(found):
        if isinstance(inline, Text):
            text = inline.text
            if place and isinstance(found[place - 1], HardBreak):
                text = text.lstrip(" ")
            if place + 1 < len(found) and isinstance(found[place + 1], HardBreak):
                text = text.rstrip(" ")
            found[place] = Text(text)
    return without_loose_breaks(tidy(found))


def _single_spaces(rich: Iterable[Inline]) -> Iterator[Inline]:
    for inline in tidy(rich):
        yield Text(_SPACES.sub(" ", inline.text)) if isinstance(inline, Text) else inline
