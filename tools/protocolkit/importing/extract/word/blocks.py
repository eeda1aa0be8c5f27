"""The blocks of a Word file: paragraphs, tables and pieces of other files, in their order.

Paragraphs of which the mark between is deleted or hidden are one block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import (
    all_words,
    chosen_branch,
    local_name,
    other_words,
)
from protocolkit.importing.extract.word.package import MC, W
from protocolkit.importing.extract.word.properties import is_on
from protocolkit.importing.extract.word.sight import Surroundings
from protocolkit.importing.extract.word.tracked import GONE_REASONS
from protocolkit.reading.words_left_out import LeftOutReason

_INSIDE = frozenset("ins moveTo customXml smartTag sdtContent".split())
_CONTENTS = "Table of Contents"


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """One paragraph as it is printed: most often one of the file."""

    elements: tuple[Element, ...]
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    element: Element
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece that Word takes from another file, by its relationship."""

    element: Element
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Stray:
    """Words that stand where no reader sees them."""

    text: str
    reason: LeftOutReason


Block = Paragraphs | Table | Chunk | Stray


def blocks(parent: Element, around: Surroundings) -> Iterator[Block]:
    """Yield what stands in a body, a cell, a note or a text box."""
    waiting: list[Element] = []
    place = around
    for child, within in _children(parent, around):
        is_paragraph = child.tag == f"{W}p"
        if waiting and not (is_paragraph and within == place):
            yield Paragraphs(tuple(waiting), place)
            waiting = []
        place = within
        if is_paragraph:
            waiting.append(child)
            if not _runs_on(child):
                yield Paragraphs(tuple(waiting), place)
                waiting = []
        else:
            yield _other(child, within)
    if waiting:
        yield Paragraphs(tuple(waiting), place)


def _other(child: Element, around: Surroundings) -> Block:
    if child.tag == f"{W}tbl":
        return Table(child, around)
    if child.tag in (f"{W}altChunk", f"{W}subDoc"):
        return Chunk(child, around)
    if child.tag == f"{MC}AlternateContent":
        return Stray(other_words(child), LeftOutReason.OTHER_VERSION)
    return Stray(all_words(child), around.gone or LeftOutReason.NOT_ON_PAGE)


def _children(parent: Element, around: Surroundings) -> Iterator[tuple[Element, Surroundings]]:
    """Yield what stands in an element, also inside content controls and tracked changes."""
    for child in parent:
        name = local_name(child)
        if name in _INSIDE:
            yield from _children(child, around)
        elif name in GONE_REASONS:
            yield from _children(child, replace(around, gone=around.gone or GONE_REASONS[name]))
        elif name == "sdt":
            is_contents = around.is_contents or _is_contents(child)
            yield from _children(child, replace(around.within(child), is_contents=is_contents))
        elif child.tag == f"{MC}AlternateContent":
            chosen = chosen_branch(child)
            if chosen is not None:
                yield from _children(chosen, around)
            yield child, around
        elif name and not name.endswith("Pr"):
            yield child, around


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == _CONTENTS


def _runs_on(paragraph: Element) -> bool:
    """Tell whether the mark at the end of a paragraph is deleted, moved away or hidden."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is None:
        return False
    if mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None:
        return True
    hidden = mark.find(f"{W}vanish")
    # a style separator: the heading before it is a heading still
    return hidden is not None and is_on(hidden) and mark.find(f"{W}specVanish") is None
