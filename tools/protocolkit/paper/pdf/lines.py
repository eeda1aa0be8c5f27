"""Words in a line, as the Typst template receives them: strings and small objects in order."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import quote

from protocolkit.document.model import Paragraph
from protocolkit.document.richtext import Link, NoteMark, RichText, plain, walk
from protocolkit.document.signs import with_names
from protocolkit.paper.shared.columns import Columns
from protocolkit.paper.shared.long_words import MAY_BREAK
from protocolkit.paper.shared.typeface import Face
from protocolkit.text.words import tokens

Content = list[object]

_WEB_ADDRESS = re.compile(r"^(?:https?://|mailto:|tel:)[^\s\x00-\x1f]+$", re.IGNORECASE)
_LONGEST_ADDRESS = 2000
_ADDRESS_MARKS = "%/:=&?~#+!$,;'@()*[]"
_WORD_JOINER = "\u2060"
_LONGEST_PIECE = 40
# Typst breaks a line after these signs and in no other place inside a word.
_UNBREAKABLE = r"[^\s/?&=-]{{{least},}}"
_CLICKABLE = ("link", "jump", "mark")


def clean(text: str) -> str:
    """Return text without what words.md counts for nothing and Typst cannot set.

    Soft hyphens go as well: Typst breaks Dutch words itself, and fails on one that ends a link.
    """
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", re.sub(r"[\u00ad\ufeff]", "", text))


def shown(text: str) -> str:
    """Return text as a page shows it: with the names of signs that no font has."""
    return with_names(clean(text))


def wrapped(text: str, longest: int = _LONGEST_PIECE) -> str:
    """Return text in which a string too long for a line may break; it counts for nothing there.

    ``longest`` is how many signs surely fit on a line.
    """

    def broken(found: re.Match[str]) -> str:
        pieces = (found[0][at : at + longest] for at in range(0, len(found[0]), longest))
        return MAY_BREAK.join(pieces)

    return re.sub(_UNBREAKABLE.format(least=longest + 10), broken, text)


def in_column(content: Content, columns: Columns, column: int, face: Face) -> Content:
    """Return the content of a cell, in which words wider than its column may break."""
    return [
        {**piece, "content": in_column(piece["content"], columns, column, _face(piece, face))}
        if isinstance(piece, dict) and "content" in piece
        else columns.broken(piece, column, face)
        if isinstance(piece, str)
        else piece
        for piece in content
    ]


def _face(piece: dict[str, object], face: Face) -> Face:
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


def unbroken(content: Content) -> Content:
    """Return content with a word joiner where a word goes on after a link or a mark.

    Typst fails when it hyphenates a word at exactly that place. The joiner counts for nothing.
    """
    joined = content[:1]
    for before, after in pairwise(content):
        joined += [_WORD_JOINER, after] if _ends_in_link(before) and _is_letter(after) else [after]
    return joined


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
    content = paragraph.content
    return plain(content).rstrip().endswith(":") and not has_mark(content)


def _ends_in_link(piece: object) -> bool:
    if not isinstance(piece, dict):
        return False
    inner = piece.get("content")
    return piece["kind"] in _CLICKABLE or bool(inner and _ends_in_link(inner[-1]))


def _is_letter(piece: object) -> bool:
    """Tell whether a piece begins with a letter."""
    if isinstance(piece, dict):
        inner = piece.get("content") or [piece.get("label", "")]
        return _is_letter(inner[0])
    return isinstance(piece, str) and piece[:1].isalpha()
