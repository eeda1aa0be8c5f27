"""Words in a line, as the Typst template receives them: strings and small objects in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from urllib.parse import quote

from protocolkit.base.objects import Object
from protocolkit.document.model import Paragraph
from protocolkit.document.richtext import Link, NoteMark, RichText, walk
from protocolkit.document.signs import with_names
from protocolkit.paper.house.fonts import NO_FONTS, Fonts, own_signs
from protocolkit.paper.shared.columns import Columns
from protocolkit.paper.shared.kept_lines import introduces
from protocolkit.paper.shared.long_words import MAY_BREAK, in_lines, in_signs
from protocolkit.text.typeface import Face
from protocolkit.text.words import tokens

Content = list[object]
Shown = Callable[[str], str]
"""Gives text as a page shows it."""

_WEB_ADDRESS = re.compile(r"^(?:https?://|mailto:|tel:)[^\s\x00-\x1f]+$", re.IGNORECASE)
_LONGEST_ADDRESS = 2000
_ADDRESS_MARKS = "%/:=&?~#+!$,;'@()*[]"
_LONGEST_PIECE = 40
# Sizes of the letters of a label: `label-room` of templates/typst/protocol.typ, and a little less.
_MARGIN_ROOM = 11.3
# Typst breaks a line after these signs and in no other place inside a word.
_UNBREAKABLE = r"[^\s/?&=-]{{{least},}}"


def clean(text: str) -> str:
    """Return text without what words.md counts for nothing and Typst cannot set.

    Soft hyphens go as well: Typst breaks Dutch words itself, and fails on one that ends a link. A
    letter and its sign are one sign where there is one, as words.md counts them.
    """
    whole = unicodedata.normalize("NFC", re.sub(r"[\u00ad\ufeff]", "", text))
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", whole)


def shown(text: str, fonts: Fonts = NO_FONTS) -> str:
    """Return text as a page shows it: with the names of signs that no font has.

    ``fonts`` are those of an organisation, beside ours.
    """
    words = clean(text)
    return with_names(words, own_signs(fonts, words))


def wrapped(text: str, longest: int = _LONGEST_PIECE) -> str:
    """Return text in which a string too long for a line may break; it counts for nothing there.

    ``longest`` is how many signs surely fit on a line.
    """

    def broken(found: re.Match[str]) -> str:
        return MAY_BREAK.join(in_signs(found[0], longest))

    return re.sub(_UNBREAKABLE.format(least=longest + 10), broken, text)


def in_column(content: Content, columns: Columns, column: int, face: Face) -> Content:
    """Return the content of a cell, in which words wider than its column may break."""
    lines = partial(columns.in_lines, column=column)
    return _broken(_without_places(content), lambda text, face: lines(text, face=face), face)


def in_room(content: Content, room: float, face: Face, spread: float = 1.0) -> Content:
    """Return content in which words wider than ``room``, in sizes of its letters, may break."""
    return _broken(content, lambda text, face: in_lines(text, room, face, spread), face)


_Lines = Callable[[str, Face], Iterator[tuple[str, bool]]]


def _broken(content: Content, lines: _Lines, face: Face) -> Content:
    made: Content = []
    for piece in content:
        if isinstance(piece, dict) and "content" in piece:
            inner = _broken(_without_places(piece["content"]), lines, _face(piece, face))
            made.append({**piece, "content": inner})
        elif isinstance(piece, str):
            found = lines(piece, face)
            made += [_whole(words) if is_whole else words for words, is_whole in found]
        else:
            made.append(piece)
    return made


def _without_places(content: Content) -> Content:
    """Return content in which the words that have a place stand among the others."""
    made: Content = []
    for piece in content:
        found = piece["content"] if isinstance(piece, dict) and piece["kind"] == "word" else [piece]
        for one in found:
            if made and isinstance(one, str) and isinstance(made[-1], str):
                made[-1] += one
            else:
                made.append(one)
    return made


def in_margin(label: str) -> str:
    """Return a label in which a word wider than the margin beside the text may break."""
    return may_break(label, _MARGIN_ROOM, Face.REGULAR)


def may_break(text: str, room: float, face: Face, spread: float = 1.0) -> str:
    """Return text in which a word wider than ``room``, in sizes of its letters, may break."""
    return joined(in_lines(text, room, face, spread))


def joined(lines: Iterable[tuple[str, bool]]) -> str:
    """Return the pieces of a text as one, in which a line may break before each that is whole."""
    return "".join(MAY_BREAK + piece if is_whole else piece for piece, is_whole in lines)


def _whole(words: str) -> Object:
    return {"kind": "unbroken", "content": [words]}


def _face(piece: Object, face: Face) -> Face:
    return Face.BOLD if piece["kind"] == "strong" else face


def outside(target: str, content: Content) -> Content:
    """Return content as a link when ``target`` is an address that a reader may open."""
    address = web_address(target)
    return [{"kind": "link", "address": address, "content": content}] if address else content


def web_address(target: str) -> str:
    """Return an address as a PDF may hold it, in ASCII; ``""`` when a reader may not open it."""
    if not _WEB_ADDRESS.match(target) or len(target) > _LONGEST_ADDRESS:
        return ""
    return quote(target, safe=_ADDRESS_MARKS)


def holds_mark(piece: object) -> bool:
    """Tell whether a written piece holds the mark of a note."""
    return isinstance(piece, dict) and (
        piece["kind"] == "mark" or any(map(holds_mark, piece.get("content", [])))
    )


def has_words(pieces: Content) -> bool:
    """Tell whether pieces can be clicked: Typst makes no link of what cannot be seen."""
    return any(
        has_words(piece.get("content", [])) if isinstance(piece, dict) else tokens(str(piece))
        for piece in pieces
    )


def has_mark(rich: RichText) -> bool:
    """Tell whether rich text calls a note."""
    return any(isinstance(inline, NoteMark) for inline in walk(rich))


def has_target(rich: RichText) -> bool:
    """Tell whether something in rich text can be clicked."""
    return any(isinstance(inline, Link | NoteMark) for inline in walk(rich))


def leads(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph announces what follows, and can be kept on its page."""
    return introduces(paragraph.content) and not has_mark(paragraph.content)
