"""A stranger's Markdown to Markdown that our reader knows, with what a reader of its page sees.

HTML in it becomes Markdown, as far as it is seen; references are resolved. What no page shows is
left out with its words: comments, tags, what is hidden or struck, descriptions and titles.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import Marked
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.markdown.frames import ENDS, VOID, Frame, close
from protocolkit.importing.extract.markdown.markup import (
    Definition,
    Piece,
    PieceKind,
    Scanner,
    definitions,
)
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.css import StyleSheets
from protocolkit.importing.extract.web.elements import LEFT_OUT, spoken
from protocolkit.importing.extract.web.extract import DOUBT_FOLDED
from protocolkit.importing.extract.web.sight import Shown, shown
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import RAISED, STRUCK
from protocolkit.importing.source.lines import Doubt, Source
from protocolkit.reading.markdown import code_lines
from protocolkit.reading.words_left_out import UNSEEN, LeftOut, LeftOutReason

# Signs for private use, each another one, that show where something stood while the text is read.
_FIRST, _FIRST_DOUBT, _LAST = 0x100000, 0x108000, 0x10FFFD
_SIGNS = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_MOST_SIGNS = (_LAST - _FIRST_DOUBT) // 2
_DEEPEST = 250
_RAISED = ("sup", "sub")
_LINE_BEGINS = re.compile(r"\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+|>\s?|\|)*")
_SAID = re.compile(
    r"""(?<=[\s"'])([A-Za-z_][\w.-]{0,100})(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
)
_WORDLESS = re.compile(
    rf"(?<![\\!])\[([ {chr(_FIRST)}-{chr(_LAST)}]*)\]\(\s*(<[^<>\n]*>|[^\s()<>]+)\s*\)"
)
_ANY_SIGN = f"[{chr(_FIRST)}-{chr(_LAST)}]"
# Emphasis, an item and a heading of which all words were left out.
_UNUSED = re.compile(rf"(\*{{1,3}}|_{{1,3}})({_ANY_SIGN}+)\1")
_NOTHING_LEFT = re.compile(rf"^[ \t]*(?:[-*+]|\#{{1,6}})[ \t]+{_ANY_SIGN}+[ \t]*$", re.MULTILINE)
_INNER_NOTE = re.compile(
    r"^[ \t]+\[\^[^\]\s]{1,200}\]:.*(?:\n(?![ \t]*(?:\[\^|[-*+] |\d{1,9}[.)] |\n)).+)*$",
    re.MULTILINE,
)
# A line of our own format that names what is below it.
_ATTRIBUTES = re.compile(r"^[ \t]*(\{[^{}\n]{1,1000}\})[ \t]*$", re.MULTILINE)
_STYLE = re.compile(r"<style\b[^>]{0,500}>(.*?)</style\s*>", re.IGNORECASE | re.DOTALL)
_FOREIGN = re.compile(
    r"<[A-Za-z!?/]|\]\(|^\s*\{|~|!\[|\]:|\]\[|\"\)|'\)|\)\)|\{(?:--|>>)|[\ufe00-\ufe0f\U000e0000-\U000e01ef]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMarkdown:
    """What a page shows of a Markdown file, as Markdown.

    ``marked`` is the same text with a sign wherever something was left out and around each doubt;
    ``left_out`` and ``doubts`` are those in their order, ``placeless`` what has no place in it.
    """

    marked: str
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Marked, ...] = ()
    placeless: tuple[LeftOut, ...] = ()

    @property
    def text(self) -> str:
        """The text without signs."""
        return _SIGNS.sub("", self.marked)

    def placed(self, source: Source, marked: str) -> Source:
        """Return a source with all this in its place; ``marked`` is its text with the signs.

        Where the signs changed how the text is read, the places are not known.
        """
        places: dict[int, int] = {}
        if _SIGNS.sub("", marked) == source.text:
            found = enumerate(_SIGNS.finditer(marked))
            places = {ord(sign[0]): sign.start() - before for before, sign in found}
        left_out = tuple(
            replace(one, at=places.get(_FIRST + number, -1))
            for number, one in enumerate(self.left_out)
        )
        first_line = len(source.text.partition("\n")[0])
        doubts = tuple(
            Doubt(
                begin=places.get(_FIRST_DOUBT + 2 * number, 0),
                end=places.get(_FIRST_DOUBT + 2 * number + 1, first_line),
                text=doubt,
            )
            for number, doubt in enumerate(self.doubts)
        )
        return replace(
            source,
            left_out=(*source.left_out, *left_out, *self.placeless),
            doubts=(*source.doubts, *doubts),
        )


def printed_markdown(text: str, location: Location = NOWHERE) -> PrintedMarkdown:
    """Return what a page shows of the body of a Markdown file."""
    text = _SIGNS.sub("", text)
    if not _FOREIGN.search(text):
        return PrintedMarkdown(marked=text)
    code = _code_spans(text)
    defined = list(definitions(text, code))
    known: dict[str, Definition] = {}
    for _, _, label, definition in defined:
        known.setdefault(label, definition)
    printer = _Printer(StyleSheets(_STYLE.findall(text), location), location)
    for begin, end, is_code in _parted(text, code, [(b, e) for b, e, _, _ in defined]):
        if is_code:
            printer.say(text[begin:end])
        else:
            for piece in Scanner(text[begin:end], known).pieces():
                printer.take(piece)
    told = [text[begin:end] for begin, end, _, _ in defined]
    return printer.printed([*told, *_ATTRIBUTES.findall(text)])


def _code_spans(text: str) -> list[tuple[int, int]]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    last = len(starts) - 1
    return [(starts[begin], starts[min(end, last)]) for begin, end in code_lines(text)]


def _parted(
    text: str, code: list[tuple[int, int]], dropped: list[tuple[int, int]]
) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans of a text between what is dropped, and whether each is code."""
    position = 0
    spans = sorted([(*span, True) for span in code] + [(*span, False) for span in dropped])
    for begin, end, is_code in spans:
        if begin < position:
            continue
        yield position, begin, False
        if is_code:
            yield begin, end, True
        position = end
    yield position, len(text), False


class _Printer:
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
        self._wordless_targets: list[str] = []
        self._waiting: list[str] = []
        self._reason: LeftOutReason | None = None
        self._has_words_before = False
        # what was left out at the beginning of a line, until more of that line is seen
        self._pending: LeftOut | None = None

    def printed(self, references: list[str]) -> PrintedMarkdown:
        """Return all of it; ``references`` are the lines that say where references lead."""
        while len(self._frames) > 1:
            self._close()
        self._leave_waiting()
        self._settle("\n")
        unseen = [(one, LeftOutReason.NOT_ON_PAGE) for one in references]
        unseen.append(("\n".join(self._tags), LeftOutReason.CODE))
        marked = _WORDLESS.sub(self._wordless, self._frames[0].text)
        marked = _notes_apart(_NOTHING_LEFT.sub("", _UNUSED.sub(r"\2", marked)))
        unseen += [("\n".join(self._wordless_targets), LeftOutReason.NOT_ON_PAGE)]
        placeless = [LeftOut(text=words, reason=reason) for words, reason in unseen if words]
        return PrintedMarkdown(
            marked=marked,
            left_out=tuple(self._left),
            doubts=tuple(self._doubts),
            placeless=(*self._placeless, *placeless),
        )

    def _wordless(self, found: re.Match[str]) -> str:
        """Drop a link without a word, such as one around a picture; its address is told."""
        self._wordless_targets.append(found[2])
        return found[1]

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
        self._has_words_before = bool(last[2].strip()) or (not last[1] and self._has_words_before)

    def _begin_doubt(self, doubt: Marked) -> None:
        if self._frames[-1].reason is None and len(self._doubts) < _MOST_SIGNS:
            self._open_doubts.append(len(self._doubts))
            self._frames[-1].parts.append(chr(_FIRST_DOUBT + 2 * len(self._doubts)))
            self._doubts.append(doubt)

    def _end_doubt(self) -> None:
        if self._frames[-1].reason is None and self._open_doubts:
            number = self._open_doubts.pop()
            self._frames[-1].parts.append(chr(_FIRST_DOUBT + 2 * number + 1))

    def _end_own_doubt(self, frame: Frame) -> None:
        """End the doubt about an element; raised letters are none, as in '1e'."""
        is_last = self._open_doubts == [len(self._doubts) - 1]
        if frame.doubt is RAISED and is_last and not _SIGNS.sub("", frame.text).isdecimal():
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
        if text.startswith(" ") and parts and _SIGNS.fullmatch(parts[-1]):
            before = next((part for part in reversed(parts) if not _SIGNS.fullmatch(part)), "")
            text = text[1:] if before.endswith(" ") else text
        return text

    def _entered(self, found: LeftOut) -> str:
        """Enter what was left out in a line, and return the sign for its place."""
        if len(self._left) == _MOST_SIGNS:
            self._placeless.append(found)
            return ""
        self._left.append(replace(found, is_in_sentence=found.reason in UNSEEN))
        return chr(_FIRST + len(self._left) - 1)

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
            self._has_words_before = False
        elif not frame.is_inline and self._waiting:
            self._waiting.append(" ")
        frame.begin_count()
        is_folded = tag == "summary" and not _is_open(above)
        is_raised = tag in _RAISED and self._line()[-1:].isalnum()
        self._frames.append(frame)
        if frame.reason is None and (is_folded or is_raised):
            frame.doubt = DOUBT_FOLDED if is_folded else RAISED
            self._begin_doubt(frame.doubt)

    def _break(self, source: str) -> None:
        self._tags.append(source)
        reason, line = self._frames[-1].reason, self._line()
        if reason is not None:
            self._leave(" ", reason)
        elif any(frame.tag in ("td", "th") for frame in self._frames) or "|" in line:
            self.say("<br>")
        elif line.lstrip().startswith("#"):
            self.say(" ")
        elif line.strip():
            self.say("\\\n")

    def _line(self) -> str:
        """Return what was printed on the line so far."""
        pieces: list[str] = []
        for frame in reversed(self._frames):
            for part in reversed(frame.parts):
                pieces.append(part.rpartition("\n")[2])
                if "\n" in part:
                    return "".join(reversed(pieces))
        return "".join(reversed(pieces))

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
                self._has_words_before = False


def _is_open(frame: Frame) -> bool:
    return frame.tag != "details" or frame.element.get("open") is not None


def _notes_apart(text: str) -> str:
    """Put notes that are told inside an item below the text: our reader knows them only there."""
    if not _INNER_NOTE.search(text):
        return text
    code = [text[begin:end] for begin, end in _code_spans(text)]
    notes: list[str] = []

    def put_below(found: re.Match[str]) -> str:
        if any(found[0] in block for block in code):
            return found[0]
        notes.append(" ".join(found[0].split()))
        return ""

    kept = _INNER_NOTE.sub(put_below, text)
    return "\n\n".join([kept, *notes]) + "\n"


def _element(piece: Piece) -> Element:
    """Return an element with the attributes of its tag, as far as they have a plain name."""
    element = etree.Element(piece.tag)
    for found in _SAID.finditer(piece.text, len(piece.tag) + 1):
        value = html.unescape((found[2] or "").strip("\"'"))
        name = found[1].lower()
        if name not in element.attrib:
            element.set(name, "".join(sign for sign in value if sign.isprintable()))
    return element
