"""The markup of a Markdown file that our reader does not know, piece by piece, and its text.

Our reader prints such markup as it stands; a reader of the page that others make of the file sees
something else: no tag, no comment, no struck word. What a piece means for the text is not known
here. Every search goes forward only, so a file of any kind is gone through in one go.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from protocolkit.importing.extract.markdown.definitions import (
    ADDRESS,
    Definition,
    address,
    label_of,
    title_of,
)
from protocolkit.importing.source.unseen_signs import unseen_signs
from protocolkit.reading.inlines import is_link_target
from protocolkit.reading.words_left_out import LeftOutReason


class PieceKind(Enum):
    """What a piece of a Markdown file is."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    OPEN = "open"
    CLOSE = "close"
    LEFT_OUT = "left out"
    DOUBTED = "doubted"
    SURE = "sure"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a file: ``text`` is its source, or the words in it that are no text of the page.

    ``tag`` is the name of an element that it opens or closes, which holds whole paragraphs when its
    tag ``is_alone`` on a line; ``reason`` is why it is left out.
    A piece of the kind PARAGRAPH is a blank line, at which a paragraph ends; one of the kind MARKUP
    says something to a program only.
    """

    kind: PieceKind
    text: str
    tag: str = ""
    reason: LeftOutReason | None = None
    is_alone: bool = False


_STOPS = re.compile(r"[\\`<~!\[\]{}\n]|[\ufe00-\ufe0f\U000e0000-\U000e01ef]")
_BLANK = re.compile(r"\n(?:[ \t]*(?:\n|\Z))+")
_RUN = re.compile(r"`+")
_COMMENT = re.compile(r"<!--(?:-?>)?")
# Text that no page shows: what begins it and what ends it.
_HIDDEN_TEXTS = (("<?", "?>"), ("<![CDATA[", "]]>"))
_DECLARATION = re.compile(r"<![A-Za-z][^<>]{0,2000}>")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*|[^<>\s@]{1,200}@[\w.-]{1,200})>")
_VALUE = r"""(?:"[^"]{0,5000}"|'[^']{0,5000}'|[^\s"'=<>`]{1,5000})"""
_ATTRIBUTE = rf"\s{{1,200}}[A-Za-z_:@][\w.:@-]{{0,100}}(?:\s*=\s*{_VALUE})?"
_OPENED = re.compile(rf"<([A-Za-z][A-Za-z0-9-]{{0,40}})((?:{_ATTRIBUTE}){{0,1000}})\s*/?>")
_LINE_ENDS = re.compile(r"[ \t]*(?:\n|\Z)")
_CLOSED = re.compile(r"</([A-Za-z][A-Za-z0-9-]{0,40})\s*>")
_RAW = frozenset("script style title textarea xmp iframe noembed noframes".split())

_LABEL = re.compile(r"\[((?:[^\[\]\\\n]|\\.){0,200})\]")
_DESCRIPTION = re.compile(r"!\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,1000})\]", re.DOTALL)
_STRUCK = re.compile(r"(?<=[^\s~])~~(?!~)")
_PERHAPS_STRUCK = re.compile(r"(?<![\w~\\])~(?=[^\s~])[^~\n]{1,500}(?<=[^\s~\\])~(?![\w~])")
# What editors of text put around a change: deleted, replaced, a remark.
_EDITED = {"{--": "--}", "{~~": "~~}", "{>>": "<<}"}


class Scanner:
    """Goes through a text without code blocks; ``known`` are the references by their labels."""

    def __init__(self, text: str, known: Mapping[str, Definition]) -> None:
        self._text = text
        self._known = known
        self._ends = [found.start() for found in _BLANK.finditer(text)]
        self._unseen = {begin: (end, words) for begin, end, words in unseen_signs(text)}
        self._runs: dict[int, list[int]] = {}
        for run in _RUN.finditer(text):
            self._runs.setdefault(len(run[0]), []).append(run.start())
        self._strikes = [found.start() for found in _STRUCK.finditer(text)]
        # what begins where and ends a span that was opened before
        self._closing: dict[int, tuple[int, Piece]] = {}
        self._next: dict[str, int] = {}

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces in their order; the texts between them as they stand."""
        text, position, begin = self._text, 0, 0
        while found := _STOPS.search(text, position):
            position = found.start()
            end, pieces = self._at(position)
            if pieces:
                if position > begin:
                    yield Piece(PieceKind.TEXT, text[begin:position])
                yield from pieces
                begin = end
            position = end
        if begin < len(text):
            yield Piece(PieceKind.TEXT, text[begin:])

    def _at(self, place: int) -> tuple[int, list[Piece]]:
        """Return what begins at a place, and where it ends; no pieces when that is text."""
        if place in self._closing:
            end, piece = self._closing.pop(place)
            return end, [piece]
        sign = self._text[place]
        if place in self._unseen:
            end, words = self._unseen[place]
            return end, [Piece(PieceKind.LEFT_OUT, words, reason=LeftOutReason.HIDDEN)]
        match sign:
            case "\\":
                return min(place + 2, len(self._text)), []
            case "`":
                return self._code(place), []
            case "\n":
                return self._line_end(place)
            case "<":
                return self._angle(place)
            case "~":
                return self._struck(place)
            case "!":
                return self._picture(place)
            case "[" | "]":
                return self._link(place)
            case "{":
                return self._edited(place)
        return place + 1, []

    def _paragraph_end(self, place: int) -> int:
        number = bisect_right(self._ends, place)
        return self._ends[number] if number < len(self._ends) else len(self._text)

    def _find(self, wanted: str, place: int) -> int:
        """Return where a text stands from a place on, -1 when nowhere; each is looked for once.

        Places are asked for in their order.
        """
        known = self._next.get(wanted, -1)
        if known < place:
            found = self._text.find(wanted, place)
            known = self._next[wanted] = found if found >= 0 else len(self._text)
        return known if known < len(self._text) else -1

    def _line_end(self, place: int) -> tuple[int, list[Piece]]:
        blank = _BLANK.match(self._text, place)
        if blank is None:
            return place + 1, []
        return blank.end(), [Piece(PieceKind.PARAGRAPH, blank[0])]

    def _code(self, place: int) -> int:
        run = _RUN.match(self._text, place)
        assert run is not None, "a run begins here"
        same = self._runs[len(run[0])]
        number = bisect_right(same, place)
        if number < len(same) and same[number] < self._paragraph_end(place):
            return same[number] + len(run[0])
        return run.end()

    # -- HTML ---------------------------------------------------------------------------------

    def _angle(self, place: int) -> tuple[int, list[Piece]]:
        text = self._text
        if comment := _COMMENT.match(text, place):
            return self._comment(place, comment)
        for begin, end in _HIDDEN_TEXTS:
            if text.startswith(begin, place) and (last := self._find(end, place)) >= 0:
                return self._unshown(place, last + len(end), LeftOutReason.CODE)
        if found := _DECLARATION.match(text, place):
            return self._unshown(place, found.end(), LeftOutReason.CODE)
        if found := _AUTOLINK.match(text, place):
            return found.end(), []
        if found := _CLOSED.match(text, place):
            return found.end(), [Piece(PieceKind.CLOSE, found[0], found[1].lower())]
        if found := _OPENED.match(text, place):
            return self._opened(found)
        return place + 1, []

    def _comment(self, place: int, begun: re.Match[str]) -> tuple[int, list[Piece]]:
        if begun[0] != "<!--":
            return begun.end(), [Piece(PieceKind.LEFT_OUT, "", reason=LeftOutReason.NOT_ON_PAGE)]
        last = self._find("-->", place + 4)
        if last >= 0:
            words = self._text[place + 4 : last].strip()
            return last + 3, [Piece(PieceKind.LEFT_OUT, words, reason=LeftOutReason.NOT_ON_PAGE)]
        if self._text[self._text.rfind("\n", 0, place) + 1 : place].strip():
            return place + 4, []
        # a comment that begins a line and never ends takes the rest of the page along
        return self._unshown(place, len(self._text), LeftOutReason.NOT_ON_PAGE)

    def _unshown(self, begin: int, end: int, reason: LeftOutReason) -> tuple[int, list[Piece]]:
        return end, [Piece(PieceKind.LEFT_OUT, self._text[begin:end], reason=reason)]

    def _opened(self, found: re.Match[str]) -> tuple[int, list[Piece]]:
        tag = found[1].lower()
        line = self._text.rfind("\n", 0, found.start()) + 1
        is_alone = not self._text[line : found.start()].strip() and bool(
            _LINE_ENDS.match(self._text, found.end())
        )
        opened = Piece(PieceKind.OPEN, found[0], tag, is_alone=is_alone)
        if tag not in _RAW:
            return found.end(), [opened]
        closed = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(self._text, found.end())
        end = closed.start() if closed else len(self._text)
        pieces = [opened, Piece(PieceKind.TEXT, self._text[found.end() : end])]
        last = Piece(PieceKind.CLOSE, closed[0] if closed else "", tag)
        return (closed.end() if closed else end), [*pieces, last]

    # -- signs of Markdown ----------------------------------------------------------------------

    def _struck(self, place: int) -> tuple[int, list[Piece]]:
        text = self._text
        run = re.compile("~+").match(text, place)
        assert run is not None, "a run begins here"
        if len(run[0]) == 2 and not text[run.end() : run.end() + 1].isspace():
            number = bisect_left(self._strikes, run.end())
            last = self._strikes[number] if number < len(self._strikes) else len(text)
            if last + 2 <= self._paragraph_end(place):
                self._closing[last] = last + 2, Piece(PieceKind.CLOSE, "", "del")
                return run.end(), [Piece(PieceKind.OPEN, "", "del")]
        if found := _PERHAPS_STRUCK.match(text, place):
            self._closing[found.end() - 1] = found.end(), Piece(PieceKind.SURE, "~")
            return place + 1, [Piece(PieceKind.DOUBTED, "~", reason=LeftOutReason.STRUCK)]
        return run.end(), []

    def _edited(self, place: int) -> tuple[int, list[Piece]]:
        begin = self._text[place : place + 3]
        if begin not in _EDITED:
            return place + 1, []
        last = self._find(_EDITED[begin], place + 3)
        if not 0 <= last < self._paragraph_end(place):
            return place + 3, []
        self._closing[last + 2] = last + 3, Piece(PieceKind.SURE, "}")
        return place + 3, [Piece(PieceKind.DOUBTED, begin, reason=LeftOutReason.STRUCK)]

    def _picture(self, place: int) -> tuple[int, list[Piece]]:
        found = _DESCRIPTION.match(self._text, place)
        if found is None:
            return place + 1, []
        shown = ADDRESS.match(self._text, found.end())
        if shown is not None:
            target = shown["in_signs"] or shown["bare"] or ""
            return self._described(found[1], title_of(shown), target, shown.end())
        label = _LABEL.match(self._text, found.end())
        known = self._known.get(label_of((label and label[1]) or found[1]))
        if known is None:
            return place + 2, []
        end = label.end() if label else found.end()
        return self._described(found[1], known.title, known.target, end)

    @staticmethod
    def _described(words: str, title: str, target: str, end: int) -> tuple[int, list[Piece]]:
        told = " ".join(filter(None, (words, title, f"({target})" if target else "")))
        return end, [Piece(PieceKind.LEFT_OUT, told, reason=LeftOutReason.DESCRIPTION)]

    def _link(self, place: int) -> tuple[int, list[Piece]]:
        text = self._text
        if text[place] == "]":
            return self._link_end(place)
        label = _LABEL.match(text, place)
        known = self._known.get(label_of(label[1])) if label else None
        if label is None or known is None or text[label.end() : label.end() + 1] in ("(", "["):
            return place + 1, []
        return label.end(), self._linked(f"[{label[1]}](", known)

    def _link_end(self, place: int) -> tuple[int, list[Piece]]:
        """Take the title off a link, or say where a reference leads."""
        text = self._text
        if found := ADDRESS.match(text, place + 1):
            target = found["in_signs"] or found["bare"] or ""
            if title_of(found) or not is_link_target(target):
                return found.end(), self._linked("](", Definition(target, title_of(found)))
            return found.end(), []
        label = _LABEL.match(text, place + 1)
        if label is None:
            return place + 1, []
        words = label[1] or text[text.rfind("[", max(place - 1_000, 0), place) + 1 : place]
        known = self._known.get(label_of(words))
        if known is None:
            return place + 1, []
        return label.end(), [*self._linked("](", known), Piece(PieceKind.MARKUP, label[0])]

    @staticmethod
    def _linked(before: str, known: Definition) -> list[Piece]:
        pieces = [Piece(PieceKind.TEXT, f"{before}{address(known.target)})")]
        if known.title:
            title = Piece(PieceKind.LEFT_OUT, known.title, reason=LeftOutReason.DESCRIPTION)
            pieces.append(title)
        if not is_link_target(known.target):
            # our reader keeps the words of such a link only
            target = Piece(PieceKind.LEFT_OUT, known.target, reason=LeftOutReason.NOT_ON_PAGE)
            pieces.append(target)
        return pieces
