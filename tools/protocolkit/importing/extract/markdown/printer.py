"""The pieces of a Markdown file, put together as its page shows them; the rest is left out."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from lxml import etree

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.markdown.frames import ENDS, VOID, Frame, close
from protocolkit.importing.extract.markdown.markup import Piece, PieceKind
from protocolkit.importing.extract.markdown.printed import (
    MOST_SIGNS,
    SIGNS,
    PrintedMarkdown,
    doubt_begins,
    doubt_ends,
    left_here,
)
from protocolkit.importing.extract.markdown.tidying import CodeOf, tidied, without_empty_links
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.importing.extract.web.elements import LEFT_OUT, spoken
from protocolkit.importing.extract.web.sight import Shown, shown
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import FOLDED, RAISED, STRUCK, UNCOUNTED
from protocolkit.reading.words_left_out import UNSEEN, LeftOut, LeftOutReason

_DEEPEST = 250
_RAISED = ("sup", "sub")
_BEGINNING = 20
_LINE_BEGINS = re.compile(r"\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+|>\s?|\|)*")
_SAID = re.compile(
    r"""(?<=[\s"'])([A-Za-z_][\w.-]{0,100})(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
)


class Printer:
    """Takes the pieces of a file in their order."""

    def __init__(self, sheets: StyleSheets, location: Location) -> None:
        self._sheets = sheets
        self._location = location
        root = etree.Element("body")
        self._frames = [Frame(tag="", element=root, shown=Shown())]
        self._left: list[LeftOut] = []
        self._placeless: list[LeftOut] = []
        self._tags: list[str] = []
        self._doubts: list[Marked] = []
        self._open_doubts: list[int] = []
        self._waiting: list[str] = []
        self._reason: LeftOutReason | None = None
        self._has_words_before = False
        # how the line begins, whether it has a bar, and its last sign so far
        self._line, self._has_bar, self._last = "", False, ""
        # what was left out at the beginning of a line, until more of that line is seen
        self._pending: LeftOut | None = None

    def printed(self, references: list[str], code_of: CodeOf) -> PrintedMarkdown:
        """Return all of it; ``references`` are the lines that say where references lead.

        ``code_of`` tells which spans of a text are code.
        """
        while len(self._frames) > 1:
            self._close()
        self._leave_waiting()
        self._settle("\n")
        unseen = [(one, LeftOutReason.NOT_ON_PAGE) for one in references]
        unseen.append(("\n".join(self._tags), LeftOutReason.CODE))
        marked, targets = without_empty_links(self._frames[0].text)
        unseen += [("\n".join(targets), LeftOutReason.NOT_ON_PAGE)]
        placeless = [LeftOut(text=words, reason=reason) for words, reason in unseen if words]
        return PrintedMarkdown(
            marked=tidied(marked, code_of),
            left_out=tuple(self._left),
            doubts=tuple(self._doubts),
            placeless=(*self._placeless, *placeless),
        )

    def take(self, piece: Piece) -> None:
        """Print a piece, or leave it out."""
        match piece.kind:
            case PieceKind.TEXT:
                self._text(piece.text)
            case PieceKind.PARAGRAPH:
                self._end_paragraph(piece.text)
            case PieceKind.OPEN:
                self._open(piece)
            case PieceKind.CLOSE:
                self._close_named(piece)
            case PieceKind.MARKUP:
                self._tags.append(piece.text)
            case PieceKind.LEFT_OUT:
                self._leave(piece.text, self._frames[-1].reason or piece.reason)
            case PieceKind.DOUBTED:
                self._text(piece.text)
                self._begin_doubt(STRUCK)
            case PieceKind.SURE:
                self._end_doubt()
                self._text(piece.text)

    # -- text ---------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        frame = self._frames[-1]
        if frame.reason is not None:
            self._leave(text, frame.reason)
        elif frame.shown.doubt is not None:
            for line in text.splitlines(keepends=True):
                self._doubted(line, frame.shown.doubt)
        else:
            self.say(text)

    def _doubted(self, line: str, doubt: Marked) -> None:
        begin = _LINE_BEGINS.match(line)
        start = begin.end() if begin else 0
        if not line[start:].strip():
            self.say(line)
            return
        end = len(line.rstrip())
        self.say(line[:start])
        self._begin_doubt(doubt)
        self.say(line[start:end])
        self._end_doubt()
        self.say(line[end:])

    def say(self, text: str) -> None:
        """Print text in the innermost element."""
        if not text:
            return
        self._leave_waiting()
        text = self._settle(text)
        self._frames[-1].parts.append(text)
        last = text.rpartition("\n")
        self._line = f"{'' if last[1] else self._line}{last[2]}"[:_BEGINNING]
        self._has_bar = "|" in last[2] or (not last[1] and self._has_bar)
        self._last = text[-1:]
        self._has_words_before = bool(last[2].strip()) or (not last[1] and self._has_words_before)

    def _begin_line(self) -> None:
        self._has_words_before = self._has_bar = False
        self._line = self._last = ""

    def _begin_doubt(self, doubt: Marked) -> None:
        if self._frames[-1].reason is None and len(self._doubts) < MOST_SIGNS:
            self._open_doubts.append(len(self._doubts))
            self._frames[-1].parts.append(doubt_begins(len(self._doubts)))
            self._doubts.append(doubt)

    def _end_doubt(self) -> None:
        if self._frames[-1].reason is None and self._open_doubts:
            number = self._open_doubts.pop()
            self._frames[-1].parts.append(doubt_ends(number))

    def _end_own_doubt(self, frame: Frame) -> None:
        """End the doubt about an element; raised letters are none, as in '1e'."""
        is_last = self._open_doubts == [len(self._doubts) - 1]
        if frame.doubt is RAISED and is_last and not SIGNS.sub("", frame.text).isdecimal():
            self._open_doubts.pop()
            self._doubts.pop()
            frame.parts.pop(0)
        else:
            self._end_doubt()

    # -- what is left out ---------------------------------------------------------------------

    def _leave(self, words: str, reason: LeftOutReason | None) -> None:
        assert reason is not None, "what is left out is so for a reason"
        if self._waiting and reason is not self._reason:
            self._leave_waiting()
        self._waiting.append(words)
        self._reason = reason

    def _leave_waiting(self) -> None:
        """Enter what was left out just before, at the place where it stood."""
        words = "".join(self._waiting).strip()
        reason, self._waiting = self._reason, []
        if not words or reason is None:
            return
        self._settle("\n")
        found = LeftOut(text=words, reason=reason)
        if self._has_words_before:
            self._frames[-1].parts.append(self._entered(found))
        else:
            self._pending = found

    def _settle(self, text: str) -> str:
        """Give what was left out at the beginning of a line its place in what follows there."""
        found, self._pending = self._pending, None
        if found is not None:
            line = text.partition("\n")[0]
            word = re.search(r"\w", line)
            if word is None:
                self._placeless.append(found)
            else:
                text = f"{text[: word.end()]}{self._entered(found)}{text[word.end() :]}"
        parts = self._frames[-1].parts
        if text.startswith(" ") and parts and SIGNS.fullmatch(parts[-1]):
            before = next((part for part in reversed(parts) if not SIGNS.fullmatch(part)), "")
            text = text[1:] if before.endswith(" ") else text
        return text

    def _entered(self, found: LeftOut) -> str:
        """Enter what was left out in a line, and return the sign for its place."""
        if len(self._left) == MOST_SIGNS:
            self._placeless.append(found)
            return ""
        self._left.append(replace(found, is_in_sentence=found.reason in UNSEEN))
        return left_here(len(self._left) - 1)

    # -- elements -----------------------------------------------------------------------------

    def _open(self, piece: Piece) -> None:
        tag = piece.tag
        element = _element(piece)
        for name in ENDS.get(tag, ()):
            if self._frames[-1].tag == name:
                self._close()
        if tag == "br":
            self._break(piece.text)
            return
        if piece.text:
            self._tags.append(piece.text)
        if (words := spoken(element)).strip():
            self._leave(words, LeftOutReason.DESCRIPTION)
        if tag == "hr":
            self.say("\n\n")
        if tag not in VOID:
            self._begin(piece, element)

    def _begin(self, piece: Piece, element: Element) -> None:
        """Begin an element that holds something."""
        if len(self._frames) > _DEEPEST:
            # what lies deeper than on any real page is not read
            raise ProtocolkitError(problem(codes.DAMAGED, self._location))
        tag, above = piece.tag, self._frames[-1]
        above.element.append(element)
        seen = shown(element, above.shown, self._sheets)
        reason = None if tag == "dialog" and element.get("open") is not None else LEFT_OUT.get(tag)
        frame = Frame(
            tag=tag,
            element=element,
            shown=seen,
            gone=above.gone or reason or seen.gone,
            holds_paragraphs=piece.is_alone,
        )
        if not frame.is_inline and frame.gone is None:
            self._leave_waiting()
            self._settle("\n")
            self._begin_line()
        elif not frame.is_inline and self._waiting:
            self._waiting.append(" ")
        frame.begin_count(above)
        is_folded = tag == "summary" and not _is_open(above)
        is_raised = tag in _RAISED and self._last.isalnum()
        self._frames.append(frame)
        is_lost = tag == "li" and frame.is_lost
        if frame.reason is None and (is_folded or is_raised or is_lost):
            frame.doubt = FOLDED if is_folded else RAISED if is_raised else UNCOUNTED
            self._begin_doubt(frame.doubt)

    def _break(self, source: str) -> None:
        self._tags.append(source)
        reason, line = self._frames[-1].reason, self._line
        if reason is not None:
            self._leave(" ", reason)
        elif any(frame.tag in ("td", "th") for frame in self._frames) or self._has_bar:
            self.say("<br>")
        elif line.lstrip().startswith("#"):
            self.say(" ")
        elif line.strip():
            self.say("\\\n")

    def _end_paragraph(self, text: str) -> None:
        while self._frames[-1].is_inline:
            self._close()
        self._text(text)

    def _close_named(self, piece: Piece) -> None:
        if piece.text:
            self._tags.append(piece.text)
        open_ones = [frame.tag for frame in self._frames]
        if piece.tag in open_ones[1:]:
            for _ in range(open_ones[::-1].index(piece.tag) + 1):
                self._close()

    def _close(self) -> None:
        frame = self._frames[-1]
        if frame.doubt is not None:
            self._end_own_doubt(frame)
        if frame.gone is None:
            self._leave_waiting()
            if not frame.is_inline:
                self._settle("\n")
        self._frames.pop()
        if frame.gone is None:
            close(frame, self._frames[-1])
            if not frame.is_inline:
                self._begin_line()


def _is_open(frame: Frame) -> bool:
    return frame.tag != "details" or frame.element.get("open") is not None


def _element(piece: Piece) -> Element:
    """Return an element with the attributes of its tag, as far as they have a plain name."""
    element = etree.Element(piece.tag)
    for found in _SAID.finditer(piece.text, len(piece.tag) + 1):
        value = html.unescape((found[2] or "").strip("\"'"))
        name = found[1].lower()
        if name not in element.attrib:
            element.set(name, "".join(sign for sign in value if sign.isprintable()))
    return element
