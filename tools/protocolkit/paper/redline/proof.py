"""The proof of a Word redline: accepted it is the new version, rejected the old one.

Reads the XML that was written, as a reader of Word would, and holds it to what we write for
either version by itself: the same paragraphs, rows and cells, with the same text sign by sign, the
same setting and calls of notes, and in the new version the same bookmarks. Knows nothing of how it
was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from protocolkit.paper.docx.notes import STAYS
from protocolkit.paper.redline.revisions import NAMESPACE, Choice, drop_uncalled, settle
from protocolkit.text.words import tokens

_SHOWN = 60


def _w(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


# A proof asks for these at every run and paragraph.
_PARAGRAPH, _RUN, _WORDS, _TABLE = _w("p"), _w("r"), _w("t"), _w("tbl")
_BOOKMARK, _NOTE, _CALL, _OWN_MARK = map(
    _w, ("bookmarkStart", "footnote", "footnoteReference", "footnoteRef")
)
_FIELD, _LINK, _FIELD_SIGN, _FIELD_CODE = map(
    _w, ("fldSimple", "hyperlink", "fldChar", "instrText")
)
_VALUE, _NAME, _ID, _SIDES = _w("val"), _w("name"), _w("id"), (_w("left"), _w("hanging"))
_STYLE, _INDENT, _KEEP_NEXT = (f"{_w('pPr')}/{_w(one)}" for one in ("pStyle", "ind", "keepNext"))
_LOOK = f"{_w('rPr')}/{_w('rStyle')}"
_HEADER = f"{_w('trPr')}/{_w('tblHeader')}"
Seen = tuple[object, ...]
"""What a reader sees of a part: a value that can be compared."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file: the paragraphs and tables after its front, and its notes, as XML."""

    body: Any
    notes: Any


def differing(redline: Text, expected: Text, choice: Choice) -> str | None:
    """Return the words at the first place where a settled redline is not what it should be.

    None when all is equal; ``""`` when there are no words in that place.
    """
    body, notes = deepcopy(redline.body), deepcopy(redline.notes)
    settle(body, choice)
    settle(notes, choice)
    drop_uncalled(body, notes, reference="footnoteReference", note="footnote")
    names = _names(expected.body) if choice is Choice.ACCEPT else frozenset()
    found = seen(Text(body, notes), names)
    wanted = seen(expected, names)
    if not wanted:
        # no version: the last end of a text is there even when nothing stands before it
        found = [one for one in found if one[3]]
    for at in range(max(len(found), len(wanted))):
        one = found[at] if at < len(found) else None
        other = wanted[at] if at < len(wanted) else None
        if one != other:
            before = [text for seen in (wanted[: at + 1], found[: at + 1]) for text in seen[::-1]]
            return next(filter(None, map(_said, before)), "")
    return None


def _said(paragraph: Seen) -> str:
    """Return the first words of a paragraph, by which a reader finds it."""
    words = paragraph[3]
    assert isinstance(words, tuple)
    said = " ".join(text for text in words if isinstance(text, str))
    return " ".join(said.split())[:_SHOWN]


def seen(text: Text, names: frozenset[str] = frozenset()) -> list[Seen]:
    """Return what a reader sees: each paragraph in order, told where in a table it stands.

    ``names`` are the bookmarks that are told too, each in the paragraph in which it begins.
    """
    numbers = _numbers(text.body)
    told = {
        note.get(_ID): note
        for note in text.notes.iterchildren(_NOTE)
        if note.get(_w("type")) is None
    }
    notes: dict[str, Seen] = {
        name: tuple(_Reader({}, {}, frozenset(), numbers, name).paragraphs(note))
        for name, note in told.items()
    }
    targets = dict(_targets(text.body, notes))
    return list(_Reader(notes, targets, names, numbers).paragraphs(text.body))


def _names(body: Any) -> frozenset[str]:
    return frozenset(mark.get(_NAME) for mark in body.iter(_BOOKMARK))


def _numbers(body: Any) -> dict[str, str]:
    """Return the number that Word gives each note, by its id: those without a mark of their own."""
    calls = (c for c in body.iter(_CALL) if not c.get(_w("customMarkFollows")))
    return {call.get(_ID): str(at) for at, call in enumerate(calls, start=1)}


def _targets(top: Any, notes: dict[str, Seen]) -> Iterator[tuple[str, Seen]]:
    """Yield each bookmark around the call of a note, with the words of that note."""
    name = ""
    for found in top.iter(_BOOKMARK, _CALL):
        if found.tag == _BOOKMARK:
            name = found.get(_NAME)
        elif name:
            yield name, notes.get(found.get(_ID), ())


_SIGNS = {_w("tab"): "\t", _w("br"): "\n", _w("noBreakHyphen"): "-"}
_Piece = str | tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads paragraphs: ``notes`` by id, ``targets`` of references by name, ``names`` to be told.

    ``numbers`` are those that Word gives notes, ``own`` is the id of the note that is read.
    """

    notes: dict[str, Seen]
    targets: dict[str, Seen]
    names: frozenset[str]
    numbers: dict[str, str]
    own: str = ""

    def paragraphs(self, top: Any) -> Iterator[Seen]:
        for found in top:
            if found.tag == _PARAGRAPH:
                yield ("p", *self._paragraph(found))
            elif found.tag == _TABLE:
                for at, row in enumerate(found.iterchildren(_w("tr"))):
                    is_header = row.find(_HEADER) is not None
                    for cell in row.iterchildren(_w("tc")):
                        for inside in cell.iterchildren(_PARAGRAPH):
                            place = f"row {at} {is_header} {row.index(cell)}"
                            yield (place, *self._paragraph(inside))

    def _paragraph(self, found: Any) -> Seen:
        style = found.find(_STYLE)
        indent = found.find(_INDENT)
        place = tuple(indent.get(side, "") for side in _SIDES) if indent is not None else ()
        marks = [mark.get(_NAME) for mark in found.iter(_BOOKMARK)]
        keeps_next = found.find(_KEEP_NEXT) is not None
        return (
            style.get(_VALUE) if style is not None else "",
            (*place, *(["keepNext"] if keeps_next else [])),
            tuple(self._words(found)),
            tuple(sorted(name for name in marks if name in self.names)),
        )

    def _words(self, found: Any) -> Iterator[object]:
        """Yield the text of a paragraph, and each call of a note or reference to one."""
        said: list[str] = []
        for piece in _with_labels(self._pieces(found)):
            if isinstance(piece, str):
                said.append(piece)
                continue
            yield from filter(None, ["".join(said)])
            said = []
            kind, shown, where = piece
            yield kind, shown, (self.notes if kind == "call" else self.targets).get(where, ())
        yield from filter(None, ["".join(said)])

    def _mark(self, run: Any, text: str) -> tuple[str, str, str] | None:
        """Return the call of a note, or the mark that a note begins with; None for other runs."""
        call = run.find(_CALL)
        if call is not None:
            where = call.get(_ID)
            is_own = bool(call.get(_w("customMarkFollows")))
            return "call", text if is_own else self.numbers[where], where
        if run.find(_OWN_MARK) is not None:
            return "reference", self.numbers.get(self.own, ""), ""
        return None

    def _pieces(self, found: Any) -> Iterator[_Piece]:
        """Yield text and marks of notes; what a field shows when it refers to a note is a mark."""
        code, shown, depth = "", "", 0
        for run in found.iter(_RUN):
            around = run.getparent()
            field = around.get(_w("instr"), "") if around.tag == _FIELD else ""
            link = around.get(_w("anchor"), "") if around.tag == _LINK else ""
            text = "".join(_text(run))
            for sign in run.iterchildren(_FIELD_SIGN, _FIELD_CODE):
                kind = sign.get(_w("fldCharType"))
                if kind == "begin":
                    code, shown, depth = "", "", 1
                elif kind == "separate":
                    depth = 2
                elif kind == "end":
                    if "NOTEREF" in code:
                        yield "reference", shown, code.split()[1]
                    depth = 0
                else:
                    code += sign.text or ""
            if (mark := self._mark(run, text)) is not None:
                yield mark
            elif depth == 2 and "NOTEREF" in code:
                shown += text
            elif "NOTEREF" in field:
                yield "reference", text, field.split()[1]
            elif _is_mark(run) and (label := text.replace(STAYS, "").strip()):
                yield "reference", label, link or _link_of(code if depth else "")
            else:
                yield text


def _with_labels(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Yield pieces; a call that prints nothing is printed by the mark that follows it."""
    waiting: tuple[str, str, str] | None = None
    for piece in pieces:
        if waiting:
            is_label = isinstance(piece, tuple) and piece[0] == "reference"
            yield ("call", piece[1], waiting[2]) if is_label else waiting
            waiting = None
            if is_label:
                continue
        if isinstance(piece, tuple) and piece[0] == "call" and not tokens(piece[1]):
            waiting = piece
        else:
            yield piece
    if waiting:
        yield waiting


def _link_of(code: str) -> str:
    return code.split('"')[1] if code.strip().startswith("HYPERLINK \\l") else ""


def _is_mark(run: Any) -> bool:
    style = run.find(_LOOK)
    return style is not None and style.get(_VALUE) == "FootnoteReference"


def _text(run: Any) -> Iterable[str]:
    for piece in run:
        yield piece.text or "" if piece.tag == _WORDS else _SIGNS.get(piece.tag, "")
