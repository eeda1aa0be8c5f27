"""What stands in Word paragraphs: runs, links, note marks, drawings, tracked changes.

What a reader of the printed page does not see goes to what was left out, with its reason; what
this does not know is left out as well, and never dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.all_words import (
    all_words,
    chosen_branch,
    local_name,
    other_words,
)
from protocolkit.importing.extract.word.covers import may_cover, may_hold_words, may_strike
from protocolkit.importing.extract.word.custom_marks import custom_mark
from protocolkit.importing.extract.word.drawings import Aside, Box
from protocolkit.importing.extract.word.gathered import Gathered
from protocolkit.importing.extract.word.open_controls import is_in_open_control, is_open
from protocolkit.importing.extract.word.package import MC, M, R, Relationship, W
from protocolkit.importing.extract.word.properties import font_size, is_underlined, switch
from protocolkit.importing.extract.word.run_values import FileTools, NoteKey, Paragraph
from protocolkit.importing.extract.word.sight import Seen, Surroundings
from protocolkit.importing.extract.word.symbols import SIGNS, has_untold_signs, is_untold
from protocolkit.importing.extract.word.tracked import GONE_REASONS
from protocolkit.importing.source.doubts import (
    COVERED,
    EMBEDDED,
    OUTSIDE,
    PICTURED,
    REORDERED,
    STRUCK,
    UNREADABLE,
    UNTOLD,
)
from protocolkit.importing.source.lines import Doubt, MarkKind
from protocolkit.reading.words_left_out import LeftOutReason

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
        self._in_marks: set[Element] = set()
        self._boxes: list[Box] = []
        self._is_covered = self._is_pictured = False
        # how far a paragraph is in the style of our labels from its beginning on
        self._styled = 0
        self._around = Surroundings()
        sight = file.sight.of_paragraph(None, self._around)
        self._gathered = Gathered(sight, file.field_ends)

    def apart(self) -> RunReader:
        """Return a reader for a text box: what is open outside is not open in it."""
        return RunReader(self._relations, self._file)

    def read(self, paragraphs: Sequence[Element], around: Surroundings) -> Paragraph:
        """Return the text of paragraphs that are one, because the marks between are deleted."""
        whole = Runs()
        self._boxes, self._around = [], around
        self._is_covered = self._is_pictured = False
        for paragraph in paragraphs:
            own = paragraph.find(f"{W}pPr")
            sight = self._file.sight.of_paragraph(own, around, self._file.listed(own))
            self._gathered.begin(sight, partial(self._file.contents.gone_in_field, paragraph))
            self._styled = 0
            self._children(paragraph, None)
            if is_in_open_control(paragraph):
                self._gathered.doubt_open_field(0)
            self._gathered.end()
            labelled = self._file.labels.without_label(self._runs, self._styled)
            whole.append(labelled.judged(), between="")
        if self._is_covered:
            self._counter.add("covers")
            if whole.has_words:
                whole.doubts.append(Doubt(begin=0, end=len(whole.text), text=COVERED))
            else:
                whole.doubt_here(COVERED)
        if self._is_pictured and not (whole.has_words or self._boxes):
            whole.doubt_here(PICTURED)
        return Paragraph(whole, tuple(self._boxes), self._gathered.sight)

    def flush(self) -> str:
        """Return the codes of fields that never ended, and forget them."""
        return self._gathered.flush()

    @property
    def _runs(self) -> Runs:
        return self._gathered.runs

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
            self._gathered.formula(child, gone)
        elif name == "hyperlink":
            self._link(child, gone)
        elif name in _INSIDE or name in GONE_REASONS:
            self._wrapped(child, name, gone)
        elif name == "fldSimple":
            opened = self._gathered.open_simple(child.get(f"{W}instr", ""))
            self._children(child, gone)
            self._gathered.close_simple(opened, gone)
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
        begin = self._gathered.length
        self._children(child, gone or GONE_REASONS.get(name))
        if name == "sdt" and gone is None and is_open(child):
            self._gathered.doubt_open_field(begin)

    def _branches(self, alternate: Element, gone: LeftOutReason | None) -> None:
        chosen = chosen_branch(alternate)
        if chosen is not None:
            self._children(chosen, gone)
        self._runs.leave(other_words(alternate), LeftOutReason.OTHER_VERSION)

    def _link(self, link: Element, gone: LeftOutReason | None) -> None:
        begin = self._gathered.length
        self._children(link, gone)
        relation = self._relations.get(link.get(f"{R}id", ""))
        target = relation.target if relation and relation.is_outside else ""
        anchor = link.get(f"{W}anchor", "")
        if not target and anchor and not anchor.startswith("_"):
            target = f"#{anchor.replace('_', '-').lower()}"
        self._gathered.mark(begin, MarkKind.LINK, target)

    # -- runs ---------------------------------------------------------------------------------

    def _run(self, run: Element, gone: LeftOutReason | None) -> None:
        if run in self._in_marks:
            return
        properties = run.find(f"{W}rPr")
        begin, known = self._gathered.length, len(self._runs.marks)
        is_lead = not self._runs.text[self._styled :].strip()
        is_label = is_lead and self._file.labels.is_styled(properties)
        if is_label and gone is not None:
            self._runs.leave(all_words(run), LeftOutReason.OURS)
            return
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
        self._styled = self._gathered.length if is_label else self._styled
        self._runs.size = max(self._runs.size, font_size(properties))
        bold = switch(properties, "b", self._file.styles.look_of_run(properties).is_bold)
        if bold or is_underlined(properties):
            self._runs.bold += len(words)
            self._runs.underlined += 0 if bold else len(words)
        if words.strip() and not any(
            m.begin == begin and m.kind is MarkKind.NOTE for m in self._runs.marks[known:]
        ):
            if bold:
                self._gathered.mark(begin, MarkKind.STRONG)
            if switch(properties, "i"):
                self._gathered.mark(begin, MarkKind.EMPHASIS)

    def _piece(
        self, child: Element, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        name = local_name(child)
        if name in SIGNS:
            deleted = LeftOutReason.DELETED if name == "delText" else self._in_code(name)
            begin = self._gathered.length
            self._gathered.say(SIGNS[name](child), properties, gone or deleted)
            if self._gathered.length > begin and self._has_untold(child, name, properties):
                self._runs.doubts.append(
                    Doubt(begin=begin, end=self._gathered.length, text=UNREADABLE)
                )
        elif name in ("br", "cr"):
            self._break(child, properties, gone)
        elif name == "fldChar":
            self._gathered.turn(child, properties, gone)
        elif name in ("instrText", "delInstrText"):
            self._gathered.code(child.text or "", gone)
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
        elif name in _PRINTED and self._gathered.seen(properties, gone).gone is None:
            self._runs.doubt_here(UNTOLD)
        else:
            self._runs.leave(all_words(child), LeftOutReason.NOT_ON_PAGE)

    def _in_code(self, name: str) -> LeftOutReason | None:
        """Return the reason for words that stand in the code of a field, and are none."""
        return LeftOutReason.HIDDEN if name == "t" and self._gathered.is_in_code else None

    def _has_untold(self, child: Element, name: str, properties: Element | None) -> bool:
        """Tell whether a sign is printed that the file does not identify."""
        if name in ("sym", "symEx"):
            return is_untold(child)
        return name == "t" and has_untold_signs(child, self._gathered.sight.styled_font(properties))

    def _break(
        self, child: Element, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        begin = self._gathered.length
        self._gathered.say(" ", properties, gone)
        if child.get(f"{W}type") not in ("page", "column"):
            self._gathered.mark(begin, MarkKind.BREAK)

    def _ruby(self, ruby: Element, gone: LeftOutReason | None) -> None:
        """Read a word and the small word above it, one after the other."""
        for name in ("rubyBase", "rt"):
            for part in ruby.findall(f"{W}{name}"):
                if name == "rt":
                    self._runs.say(" ")
                self._children(part, gone)

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
        seen = self._gathered.seen(properties, gone)
        if seen.gone is not None:
            self._calls.gone.setdefault(key, seen.gone)
            self._runs.leave(printed, seen.gone)
            return
        label = self._calls.label(key, printed)
        begin = self._gathered.length
        self._runs.say("[", is_added=True)
        self._runs.say(label, is_added=label != printed)
        self._runs.say("]", is_added=True)
        self._gathered.mark(begin, MarkKind.NOTE, label)
        if label != printed:
            self._runs.leave(printed, LeftOutReason.MARK)

    def _comment(self, child: Element) -> None:
        self._counter.add("comments")
        words = self._calls.comments.pop(child.get(f"{W}id", ""), "")
        self._runs.leave(words, LeftOutReason.COMMENT, self._calls.comments_part)

    def _drawing(
        self, child: Element, properties: Element | None, gone: LeftOutReason | None
    ) -> None:
        seen = self._gathered.seen(None, gone)
        if seen.gone is None and self._is_hidden(properties):
            seen = Seen(LeftOutReason.HIDDEN)
        if any(local_name(part) in ("OLEObject", "control") for part in child.iter()):
            self._runs.doubt_here(EMBEDDED)
        around = Surroundings(
            behind=self._around.behind, gone=seen.gone, elsewhere=self._around.elsewhere
        )
        self._is_covered = self._is_covered or (seen.gone is None and may_cover(child))
        self._is_pictured = self._is_pictured or (seen.gone is None and may_hold_words(child))
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
            properties is not None
            and self._gathered.sight.of_run(properties).gone is LeftOutReason.HIDDEN
        )
