"""The words of the Word paragraph that is being read, and the fields that are open in it.

What a reader of the printed page does not see goes to what was left out, with its reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from protocolkit.base.messages import mark
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.fields import Field, FieldEnds, gone_in
from protocolkit.importing.extract.word.math import math_pieces
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.sight import ParagraphSight, Seen
from protocolkit.importing.source.doubts import OPEN_FIELD, OUTSIDE, UNTOLD
from protocolkit.importing.source.lines import Doubt, Mark, MarkKind
from protocolkit.importing.source.links import is_safe_target
from protocolkit.reading.words_left_out import LeftOutReason

DOUBT_FORMULA = mark("a formula was written on one line")


class Gathered:
    """Gathers the paragraphs of one part, in their order: a field may run over many."""

    def __init__(self, sight: ParagraphSight, field_ends: FieldEnds) -> None:
        self._field_ends = field_ends
        self._fields: list[Field] = []
        self._in_contents: Callable[[], LeftOutReason | None] = lambda: None
        self.runs = Runs()
        self.sight = sight

    @property
    def length(self) -> int:
        """How many signs there are so far."""
        return len(self.runs.text)

    def begin(self, sight: ParagraphSight, in_contents: Callable[[], LeftOutReason | None]) -> None:
        """Begin a paragraph that is seen so, inside the fields that are open.

        ``in_contents`` tells why it is no text where a table of contents is; None when it is.
        """
        self.runs, self.sight, self._in_contents = Runs(), sight, cache(in_contents)
        for opened in self._fields:
            opened.begin = 0

    def end(self) -> None:
        """End a paragraph; what stands in an open link leads somewhere."""
        for opened in self._fields:
            self._link(opened)

    def flush(self) -> str:
        """Return the codes of fields that never ended, and forget them."""
        codes = [found.code for found in self._fields if not found.is_result]
        self._fields = []
        return " ".join(codes)

    # -- words --------------------------------------------------------------------------------

    def seen(self, properties: Element | None, gone: LeftOutReason | None) -> Seen:
        """Return whether a run is seen: what is deleted is, whatever it looks like."""
        reason = self.sight.gone or gone or gone_in(self._fields)
        if reason is LeftOutReason.CONTENTS:
            reason = self._in_contents()
            if reason is None:
                # until the field is made anew, what somebody typed in it is on the page
                seen = self.sight.of_run(properties)
                return Seen(seen.gone, seen.doubt or UNTOLD)
        return Seen(reason) if reason is not None else self.sight.of_run(properties)

    def say(
        self,
        text: str,
        properties: Element | None,
        gone: LeftOutReason | None,
        *,
        is_added: bool = False,
    ) -> None:
        """Add words, or leave them out where they are not seen."""
        seen = self.seen(properties, gone)
        if seen.gone is None:
            self.runs.say(text, is_added=is_added, doubt=seen.doubt)
        elif not is_added:
            self.runs.leave(text, seen.gone)

    def mark(self, begin: int, kind: MarkKind, target: str = "") -> None:
        """Mark the words from ``begin`` on, when there are any."""
        if self.length > begin and (kind is not MarkKind.LINK or is_safe_target(target)):
            self.runs.marks.append(Mark(begin=begin, end=self.length, kind=kind, target=target))

    def formula(self, formula: Element, gone: LeftOutReason | None) -> None:
        """Add a formula on one line, with a doubt where signs had to be added for that."""
        pieces = list(math_pieces(formula))
        is_plain = all(piece.run is not None for piece in pieces)
        for piece in pieces:
            properties = piece.run.find(f"{W}rPr") if piece.run is not None else None
            seen = self.seen(properties, gone or piece.gone)
            if seen.gone is not None and piece.run is not None:
                self.runs.leave(piece.text, seen.gone)
            elif seen.gone is None:
                doubt = seen.doubt if is_plain else DOUBT_FORMULA
                self.runs.say(piece.text, is_added=piece.run is None, doubt=doubt)

    def doubt_open_field(self, begin: int) -> None:
        """Doubt the words from ``begin`` on, or this place: they only ask to fill something in."""
        if self.sight.gone is None:
            self.runs.doubts.append(Doubt(begin=begin, end=self.length, text=OPEN_FIELD))

    # -- fields -------------------------------------------------------------------------------

    @property
    def is_in_code(self) -> bool:
        """Whether this is the code of a field that stands in no other."""
        return len(self._fields) == 1 and gone_in(self._fields) is LeftOutReason.FIELD

    def open_simple(self, code: str) -> Field:
        """Open a field that is one element, and return it."""
        opened = Field(code, is_result=True, begin=self.length)
        opened.outer = gone_in(self._fields)
        self._fields.append(opened)
        return opened

    def close_simple(self, opened: Field, gone: LeftOutReason | None) -> None:
        """Close a field that is one element; without a result, its code may be what is shown."""
        self._link(opened)
        self._fields.remove(opened)
        code, shown = opened.code, ""
        is_drawn = opened.is_drawn and opened.begin == self.length
        if opened.begin == self.length:
            code, shown = opened.shown_code()
            if opened.is_of_elsewhere and gone is None:
                self.runs.doubt_here(OUTSIDE)
        self.runs.leave(f"{code} ", LeftOutReason.DRAWN if is_drawn else LeftOutReason.FIELD)
        self.say(shown, None, gone)

    def turn(self, child: Element, properties: Element | None, gone: LeftOutReason | None) -> None:
        """Begin a field here, come to its result, or end it."""
        kind = child.get(f"{W}fldCharType")
        if kind == "begin" and not self._field_ends.is_ended(child):
            self.runs.doubt_here(UNTOLD)
        elif kind == "begin":
            form, outer = child.find(f"{W}ffData"), gone_in(self._fields)
            self._fields.append(Field(begin=self.length, form=form, outer=outer))
        elif kind == "separate" and self._fields and not self._fields[-1].is_result:
            opened = self._fields[-1]
            opened.is_result, opened.begin = True, self.length
            self.runs.leave(f"{opened.code} ", LeftOutReason.FIELD)
        elif kind == "end" and self._fields:
            self._close(self._fields.pop(), properties, gone)

    def code(self, text: str, gone: LeftOutReason | None) -> None:
        """Take a part of the code of the field that is open."""
        opened = self._fields[-1] if self._fields else None
        if opened is None or opened.is_result or gone is not None:
            self.runs.leave(f"{text} ", gone or LeftOutReason.FIELD)
        else:
            opened.code += text

    def _close(self, ended: Field, properties: Element | None, gone: LeftOutReason | None) -> None:
        self._link(ended)
        if ended.is_of_elsewhere and self.length <= ended.begin and gone is None:
            self.runs.doubt_here(OUTSIDE)
        if not ended.is_result:
            code, shown = ended.shown_code()
            self.runs.leave(
                f"{code} ", LeftOutReason.DRAWN if ended.is_drawn else LeftOutReason.FIELD
            )
            self.say(shown, properties, gone)
        if self.length <= ended.begin:
            self.say(ended.choice(), properties, gone, is_added=True)
        is_empty = not self.runs.text[ended.begin :].strip()
        if ended.is_to_fill_in and is_empty and self.seen(properties, gone).gone is None:
            self.doubt_open_field(ended.begin)

    def _link(self, found: Field) -> None:
        if found.is_result and found.target and found.begin <= self.length:
            self.mark(found.begin, MarkKind.LINK, found.target)
