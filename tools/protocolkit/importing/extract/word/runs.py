"""The words of Word paragraphs: runs, links, fields, note marks, formulas, tracked changes.

What a reader of the printed page does not see goes to what was left out, with its reason; what
this does not know is left out as well, and never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protocolkit.base.messages import mark
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.all_words import (
    all_words,
    chosen_branch,
    local_name,
    other_words,
)
from protocolkit.importing.extract.word.covers import may_cover, may_strike
from protocolkit.importing.extract.word.custom_marks import custom_mark
from protocolkit.importing.extract.word.drawings import Aside, Box
from protocolkit.importing.extract.word.fields import Field, gone_in
from protocolkit.importing.extract.word.math import math_pieces
from protocolkit.importing.extract.word.own_labels import is_label, without_label
from protocolkit.importing.extract.word.package import MC, M, R, Relationship, W
from protocolkit.importing.extract.word.properties import (
    font_size,
    is_underlined,
    switch,
)
from protocolkit.importing.extract.word.run_values import FileTools, NoteKey, Paragraph
from protocolkit.importing.extract.word.sight import ParagraphSight, Seen, Surroundings
from protocolkit.importing.extract.word.symbols import (
    SIGNS,
    has_untold_signs,
    is_untold,
)
from protocolkit.importing.extract.word.tracked import GONE_REASONS
from protocolkit.importing.source.doubts import (
    COVERED,
    EMBEDDED,
    OUTSIDE,
    REORDERED,
    STRUCK,
    UNREADABLE,
    UNTOLD,
)
from protocolkit.importing.source.lines import Doubt, Mark, MarkKind
from protocolkit.importing.source.links import is_safe_target
from protocolkit.reading.words_left_out import LeftOutReason

DOUBT_FORMULA = mark("a formula was written on one line")

_INSIDE = frozenset("ins moveTo sdt sdtContent smartTag customXml bdo dir".split())
_TRACKED = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_DRAWN = frozenset("drawing pict object".split())
# For these Word prints a day or a number that the file does not hold.
_PRINTED = frozenset("dayShort dayLong monthShort monthLong yearShort yearLong pgNum".split())


class RunReader:
    """Reads the paragraphs of one part, in their order: a field may run over many."""

    def __init__(self, relations: Mapping[str, Relationship], file: FileTools) -> None:
        self._relations = relations
        self._file = file
        self._calls = file.calls
        self._counter = file.counter
        self._fields: list[Field] = []
        self._in_marks: set[Element] = set()
        self._runs = Runs()
        self._boxes: list[Box] = []
        self._is_covered = False
        self._around = Surroundings()
        self._sight: ParagraphSight = file.sight.of_paragraph(None, self._around)

    def apart(self) -> RunReader:
        """Return a reader for a text box: what is open outside is not open in it."""
        return RunReader(self._relations, self._file)

    def read(self, paragraphs: Sequence[Element], around: Surroundings) -> Paragraph:
        """Return the text of paragraphs that are one, because the marks between are deleted."""
        whole = Runs()
        self._boxes, self._around = [], around
        self._is_covered = False
        for paragraph in paragraphs:
            self._runs = Runs()
            own = paragraph.find(f"{W}pPr")
            self._sight = self._file.sight.of_paragraph(own, around, self._file.listed(own))
            for open_field in self._fields:
                open_field.begin = 0
            self._children(paragraph, None)
            for open_field in self._fields:
                self._link_field(open_field)
            whole.append(without_label(self._runs).judged(), between="")
        if self._is_covered:
            self._counter.add("covers")
            if whole.has_words:
                whole.doubts.append(Doubt(begin=0, end=len(whole.text), text=COVERED))
            else:
                whole.doubt_here(COVERED)
        return Paragraph(whole, tuple(self._boxes), self._sight)

    def flush(self) -> str:
        """Return the codes of fields that never ended, and forget them."""
        codes = [found.code for found in self._fields if not found.is_result]
        self._fields = []
        return " ".join(codes)

    # -- what may stand in a paragraph --------------------------------------------------------

    def _children(self, parent: Element, gone: LeftOutReason | None) -> None:
        for child in parent:
            name = local_name(child)
            if name:
                self._child(child, name, gone)

    def _child(self, child: Element, name: str, gone: LeftOutReason | None) -> None:
        if child.tag == f"{W}r":
            self._run(child, gone)
        elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
            self._formula(child, gone)
        elif name == "hyperlink":
            self._link(child, gone)
        elif name in _INSIDE or name in GONE_REASONS:
            self._wrapped(child, name, gone)
        elif name == "fldSimple":
            self._simple_field(child, gone)
        elif name == "bookmarkStart":
            self._runs.bookmarks.append(child.get(f"{W}name", ""))
        elif child.tag == f"{MC}AlternateContent":
            self._branches(child, gone)
        elif name == "subDoc":
            self._counter.add("outside")
            self._runs.doubt_here(OUTSIDE)
        elif not name.endswith("Pr"):
            self._runs.leave(all_words(child), LeftOutReason.NOT_ON_PAGE)

    def _wrapped(self, child: Element, name: str, gone: LeftOutReason | None) -> None:
        """Read what stands in a tracked change, a control, or a piece in another order."""
        if name in _TRACKED:
            self._counter.add(_TRACKED[name])
        if name == "bdo" and child.get(f"{W}val") == "rtl":
            self._runs.doubt_here(REORDERED)
        if name == "sdt" and self._file.bound.is_other(child):
            self._runs.doubt_here(UNTOLD)
        self._children(child, gone or GONE_REASONS.get(name))

    def _branches(self, alternate: Element, gone: LeftOutReason | None) -> None:
        chosen = chosen_branch(alternate)
        if chosen is not None:
            self._children(chosen, gone)
        self._runs.leave(other_words(alternate), LeftOutReason.OTHER_VERSION)

    def _simple_field(self, element: Element, gone: LeftOutReason | None) -> None:
        opened = Field(element.get(f"{W}instr", ""), is_result=True, begin=len(self._runs.text))
        self._fields.append(opened)
        self._children(element, gone)
        self._link_field(opened)
        self._fields.remove(opened)
        code, shown = opened.code, ""
        is_drawn = opened.is_drawn and opened.begin == len(self._runs.text)
        if opened.begin == len(self._runs.text):
            code, shown = opened.shown_code()
            if opened.is_of_elsewhere and gone is None:
                self._runs.doubt_here(OUTSIDE)
        self._runs.leave(f"{code} ", LeftOutReason.DRAWN if is_drawn else LeftOutReason.FIELD)
        self._say(shown, None, gone)

    def _link(self, link: Element, gone: LeftOutReason | None) -> None:
        begin = len(self._runs.text)
        self._children(link, gone)
        relation = self._relations.get(link.get(f"{R}id", ""))
        target = relation.target if relation and relation.is_outside else ""
        anchor = link.get(f"{W}anchor", "")
        if not target and anchor and not anchor.startswith("_"):
            target = f"#{anchor.replace('_', '-').lower()}"
        self._mark(begin, MarkKind.LINK, target)

    def _mark(self, begin: int, kind: MarkKind, target: str = "") -> None:
        end = len(self._runs.text)
        if end > begin and (kind is not MarkKind.LINK or is_safe_target(target)):
            self._runs.marks.append(Mark(begin=begin, end=end, kind=kind, target=target))

    def _formula(self, formula: Element, gone: LeftOutReason | None) -> None:
        pieces = list(math_pieces(formula))
        is_plain = all(piece.run is not None for piece in pieces)
        for piece in pieces:
            properties = piece.run.find(f"{W}rPr") if piece.run is not None else None
            seen = self._seen(properties, gone or piece.gone)
            if seen.gone is not None and piece.run is not None:
                self._runs.leave(piece.text, seen.gone)
            elif seen.gone is None:
                doubt = seen.doubt if is_plain else DOUBT_FORMULA
                self._runs.say(piece.text, is_added=piece.run is None, doubt=doubt)

    # -- runs ---------------------------------------------------------------------------------

    def _seen(self, properties: Element | None, gone: LeftOutReason | None) -> Seen:
        """Return whether a run is seen: what is deleted is, whatever it looks like."""
        reason = self._sight.gone or gone or gone_in(self._fields)
        return Seen(reason) if reason is not None else self._sight.of_run(properties)

    def _run(self, run: Element, gone: LeftOutReason | None) -> None:
        if run in self._in_marks:
            return
        properties = run.find(f"{W}rPr")
        if not self._runs.text.strip() and is_label(run, properties):
            self._runs.leave(all_words(run), LeftOutReason.OURS)
            return
        begin, known = len(self._runs.text), len(self._runs.marks)
        call = next((child for child in run if child.get(f"{W}customMarkFollows")), None)
        label, more = custom_mark(run) if call is not None else ("", ())
        self._in_marks.update(more)
        for child in run:
            if call is None:
                self._piece(child, properties, gone)
            elif child is call:
                self._note(child, _NOTES[local_name(child)], properties, gone, label)
        words = self._runs.text[begin:]
        if not words:
            return
        self._runs.size = max(self._runs.size, font_size(properties))
        bold = switch(properties, "b", self._file.styles.look_of_run(properties).is_bold)
        if bold or is_underlined(properties):
            self._runs.bold += len(words)
        if words.strip() and not any(
            m.begin == begin and m.kind is MarkKind.NOTE for m in self._runs.marks[known:]
        ):
            if bold:
                self._mark(begin, MarkKind.STRONG)
            if switch(properties, "i"):
                self._mark(begin, MarkKind.EMPHASIS)

    def _piece(
        self, child: Element, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        name = local_name(child)
        if name in SIGNS:
            deleted = LeftOutReason.DELETED if name == "delText" else self._in_code(name)
            begin = len(self._runs.text)
            self._say(SIGNS[name](child), properties, gone or deleted)
            if len(self._runs.text) > begin and self._has_untold(child, name, properties):
                self._runs.doubts.append(
                    Doubt(begin=begin, end=len(self._runs.text), text=UNREADABLE)
                )
        elif name in ("br", "cr"):
            self._break(child, properties, gone)
        elif name in ("fldChar", "instrText", "delInstrText"):
            self._field(child, name, properties, gone)
        elif name in _NOTES:
            self._note(child, _NOTES[name], properties, gone)
        elif name == "commentReference":
            self._comment(child)
        elif name and name != "rPr":
            self._rare_piece(child, name, properties, gone)

    def _rare_piece(
        self, child: Element, name: str, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        if name == "ruby":
            self._ruby(child, gone)
        elif child.tag == f"{MC}AlternateContent":
            chosen = chosen_branch(child)
            for piece in chosen if chosen is not None else ():
                self._piece(piece, properties, gone)
            self._runs.leave(f"{other_words(child)} ", LeftOutReason.OTHER_VERSION)
        elif name in _DRAWN:
            self._drawing(child, properties, gone)
        elif name in _PRINTED and self._seen(properties, gone).gone is None:
            self._runs.doubt_here(UNTOLD)
        else:
            self._runs.leave(all_words(child), LeftOutReason.NOT_ON_PAGE)

    def _in_code(self, name: str) -> LeftOutReason | None:
        """Return the reason for words that stand in the code of a field, and are none."""
        is_inside = len(self._fields) == 1 and gone_in(self._fields) is LeftOutReason.FIELD
        return LeftOutReason.HIDDEN if name == "t" and is_inside else None

    def _has_untold(self, child: Element, name: str, properties: Element | None) -> bool:
        """Tell whether a sign is printed that the file does not identify."""
        if name in ("sym", "symEx"):
            return is_untold(child)
        return name == "t" and has_untold_signs(child, self._sight.styled_font(properties))

    def _say(
        self,
        text: str,
        properties: Element | None,
        gone: LeftOutReason | None,
        *,
        is_added: bool = False,
    ) -> None:
        seen = self._seen(properties, gone)
        if seen.gone is None:
            self._runs.say(text, is_added=is_added, doubt=seen.doubt)
        elif not is_added:
            self._runs.leave(text, seen.gone)

    def _break(
        self, child: Element, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        begin = len(self._runs.text)
        self._say(" ", properties, gone)
        if child.get(f"{W}type") not in ("page", "column"):
            self._mark(begin, MarkKind.BREAK)

    def _ruby(self, ruby: Element, gone: LeftOutReason | None) -> None:
        """Read a word and the small word above it, one after the other."""
        for name in ("rubyBase", "rt"):
            for part in ruby.findall(f"{W}{name}"):
                if name == "rt":
                    self._runs.say(" ")
                self._children(part, gone)

    # -- fields -------------------------------------------------------------------------------

    def _field(
        self, child: Element, name: str, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        kind = child.get(f"{W}fldCharType")
        if name != "fldChar":
            self._code(child, gone)
        elif kind == "begin" and not self._file.field_ends.is_ended(child):
            self._runs.doubt_here(UNTOLD)
        elif kind == "begin":
            form = child.find(f"{W}ffData")
            self._fields.append(Field(begin=len(self._runs.text), form=form))
        elif kind == "separate" and self._fields and not self._fields[-1].is_result:
            opened = self._fields[-1]
            opened.is_result, opened.begin = True, len(self._runs.text)
            self._runs.leave(f"{opened.code} ", LeftOutReason.FIELD)
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop(), properties, gone)

    def _end_field(
        self, ended: Field, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        self._link_field(ended)
        if ended.is_of_elsewhere and len(self._runs.text) <= ended.begin and gone is None:
            self._runs.doubt_here(OUTSIDE)
        if not ended.is_result:
            code, shown = ended.shown_code()
            self._runs.leave(
                f"{code} ", LeftOutReason.DRAWN if ended.is_drawn else LeftOutReason.FIELD
            )
            self._say(shown, properties, gone)
        if len(self._runs.text) <= ended.begin:
            self._say(ended.choice(), properties, gone, is_added=True)

    def _link_field(self, found: Field) -> None:
        if found.is_result and found.target and found.begin <= len(self._runs.text):
            self._mark(found.begin, MarkKind.LINK, found.target)

    def _code(self, child: Element, gone: LeftOutReason | None) -> None:
        opened = self._fields[-1] if self._fields else None
        if opened is None or opened.is_result or gone is not None:
            self._runs.leave(f"{child.text or ''} ", gone or LeftOutReason.FIELD)
        else:
            opened.code += child.text or ""

    # -- what a run calls ---------------------------------------------------------------------

    def _note(
        self,
        child: Element,
        kind: str,
        properties: Element | None,
        gone: LeftOutReason | None,
        printed: str = "",
    ) -> None:
        """Add the mark of a note: its number, or what the author put there (``*``)."""
        key = NoteKey(kind, child.get(f"{W}id", ""))
        seen = self._seen(properties, gone)
        if seen.gone is not None:
            self._calls.gone.setdefault(key, seen.gone)
            self._runs.leave(printed, seen.gone)
            return
        label = self._calls.label(key, printed)
        begin = len(self._runs.text)
        self._runs.say("[", is_added=True)
        self._runs.say(label, is_added=label != printed)
        self._runs.say("]", is_added=True)
        self._mark(begin, MarkKind.NOTE, label)
        if label != printed:
            self._runs.leave(printed, LeftOutReason.MARK)

    def _comment(self, child: Element) -> None:
        self._counter.add("comments")
        words = self._calls.comments.pop(child.get(f"{W}id", ""), "")
        self._runs.leave(words, LeftOutReason.COMMENT, self._calls.comments_part)

    def _drawing(
        self, child: Element, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        seen = self._seen(None, gone)
        if seen.gone is None and self._is_hidden(properties):
            seen = Seen(LeftOutReason.HIDDEN)
        if any(local_name(part) == "OLEObject" for part in child.iter()):
            self._runs.doubt_here(EMBEDDED)
        around = Surroundings(behind=self._around.behind, gone=seen.gone)
        self._is_covered = self._is_covered or (seen.gone is None and may_cover(child))
        if seen.gone is None and may_strike(child):
            self._runs.doubt_here(STRUCK)
        for part in self._file.drawings.parts(child, around):
            if isinstance(part, Aside):
                self._runs.leave(f"{part.text} ", part.reason)
            else:
                self._boxes.append(part)

    def _is_hidden(self, properties: Element | None) -> bool:
        """Tell whether a run is hidden, whatever else is said of its letters."""
        return (
            properties is not None and self._sight.of_run(properties).gone is LeftOutReason.HIDDEN
        )
