"""One page of a PDF as a reader sees it: the text that shows, and what else the page holds.

Here the page is made ready for reading: what was put on it afterwards becomes part of it, what
nobody sees is taken out of it and kept with its words, its place and the reason.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf.alternate_text import hush, spoken_words, unprinted_words
from protocolkit.importing.extract.pdf.annotations import Remarks, print_on_page, read_remarks
from protocolkit.importing.extract.pdf.artifacts import are_beside, artifacts, holds_clause
from protocolkit.importing.extract.pdf.drawings import Shape, drawn_shapes, picture_boxes
from protocolkit.importing.extract.pdf.drawn_blanks import is_inked
from protocolkit.importing.extract.pdf.glyphs import (
    NO_LETTER,
    Glyph,
    clean,
    page_glyphs,
    page_signs,
)
from protocolkit.importing.extract.pdf.lines import PageText
from protocolkit.importing.extract.pdf.lone_pictures import lone_pictures
from protocolkit.importing.extract.pdf.marks import link_boxes
from protocolkit.importing.extract.pdf.objects import TEXT, painted_objects
from protocolkit.importing.extract.pdf.overlaps import glyphs_box
from protocolkit.importing.extract.pdf.passed_over import Passed, merged
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.extract.pdf.scans import READ_OFF, is_scan
from protocolkit.importing.extract.pdf.sight import Sight, look
from protocolkit.importing.extract.pdf.strikes import struck_glyphs
from protocolkit.importing.extract.pdf.structure_words import said_otherwise, structure_words
from protocolkit.importing.extract.pdf.text_without_size import unsized_words
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import ADDED, NO_TEXT, STRUCK, UNREADABLE
from protocolkit.reading.words_left_out import LeftOutReason

# How many signs of a page, and which part of them, may lack a letter before it is refused.
_FEW_UNREAD, _PART_UNREAD = 8, 0.1
# A page with more signs than some six pages of print is made to keep a computer busy.
_MOST_SIGNS = 25_000
# PDFium goes over all signs of the page for each piece of text of which it read none.
_MOST_ON_TEXT = 4_000


@dataclass(slots=True, kw_only=True)
class PrintedPage:
    """A page that was made ready: its text, its drawn shapes, and what was passed over."""

    page: pdfium.PdfPage
    text: PageText
    shapes: list[Shape]
    links: list[tuple[str, Box]]
    passed: list[Passed]
    is_scan: bool

    def close(self) -> None:
        """Let go of the page."""
        self.text.close()
        self.page.close()


def open_page(document: pdfium.PdfDocument, number: int, location: Location) -> PrintedPage:
    """Make a page ready for reading; ``number`` counts from 0.

    Raises :class:`ProtocolkitError` when it is damaged, far too full, or when it does not say
    which letters it prints.
    """
    page = document[number]
    links = list(link_boxes(page))
    remarks = read_remarks(page)
    own = max(pdfium_c.FPDFPage_CountObjects(page.raw), 0)
    if remarks.is_shown:
        print_on_page(page)
        page.close()
        page = document[number]
    return _Reader(document, page, number, location).read(links, remarks, own)


class _Reader:
    """Goes over one page."""

    def __init__(
        self,
        document: pdfium.PdfDocument,
        page: pdfium.PdfPage,
        number: int,
        location: Location,
    ) -> None:
        self._document = document
        self._page = page
        self._number = number
        self._location = location
        self._items = painted_objects(page, location)
        self._passed: list[Passed] = []
        self._read_signs()
        self._hush()

    def read(self, links: list[tuple[str, Box]], remarks: Remarks, own: int) -> PrintedPage:
        """Look at what is seen, take out what is not, and read the rest."""
        pictures = picture_boxes(self._items)
        shapes = drawn_shapes(self._items)
        sight = look(self._page, self._glyphs, self._items)
        hidden = dict(sight.hidden)
        scanned = is_scan(self._page, self._glyphs, hidden, pictures)
        if scanned:
            hidden = {p: why for p, why in hidden.items() if why not in READ_OFF}
        self._leave_artifacts(hidden)
        self._check_letters(hidden)
        self._pass(hidden)
        self._pass_silent()
        said = structure_words(self._page, self._location)
        self._passed += said_otherwise(said, self._items, self._glyphs)
        late = {item.key: item.home for item in self._items if item.outer >= own}
        self._pass_remarks(remarks, late)
        doubts = self._doubts(sight, hidden, late)
        seen = [glyph for glyph in self._glyphs if glyph.place not in hidden]
        for place in struck_glyphs(seen, shapes, pictures, remarks.struck):
            doubts.setdefault(place, set()).add(STRUCK)
        text = self._text(sight, hidden, doubts, late)
        self._passed += () if scanned else lone_pictures(pictures, seen)
        passed = [
            replace(one, box=text.upright(one.box) if one.box else None)
            for one in merged(self._passed)
        ]
        return PrintedPage(
            page=self._page,
            text=text,
            shapes=shapes,
            links=links,
            passed=passed,
            is_scan=scanned,
        )

    def _read_signs(self) -> None:
        text = self._page.get_textpage()
        try:
            if text.count_chars() > _MOST_SIGNS:
                limit = str(_MOST_SIGNS)
                raise ProtocolkitError(problem(codes.TOO_MUCH_DRAWN, self._location, limit=limit))
            self._signs = page_signs(text)
            self._glyphs = page_glyphs(text, self._signs)
            owners = {glyph.owner for glyph in self._glyphs}
            unread = [i for i in self._items if i.kind == TEXT and i.key not in owners]
            if len(unread) > _MOST_ON_TEXT:
                limit = str(_MOST_ON_TEXT)
                raise ProtocolkitError(problem(codes.TOO_MUCH_ON_TEXT, self._location, limit=limit))
            self._silent = [item for item in unread if not item.words(text)]
        finally:
            text.close()

    def _hush(self) -> None:
        """Leave out what is only said aloud, where something else is printed."""
        spoken = spoken_words(self._items)
        if not spoken:
            return
        other = self._document[self._number]
        items = painted_objects(other, self._location)
        hush(items, spoken)
        text = other.get_textpage()
        glyphs = page_glyphs(text)
        found = list(unprinted_words(items, spoken, glyphs))
        text.close()
        other.close()
        for words, turns in found:
            if words.strip():
                keys = {item.key for item in items if item.number in frozenset(turns)}
                printed = [glyph for glyph in glyphs if glyph.owner in keys]
                # who listens or copies gets these words: perhaps another rule than who reads
                self._passed.append(
                    Passed(
                        words=words,
                        reason=LeftOutReason.SPOKEN,
                        box=glyphs_box(printed) if printed else None,
                        is_beside=True,
                    )
                )
            hush(self._items, turns)
        if found:
            self._read_signs()

    def _leave_artifacts(self, hidden: dict[int, LeftOutReason]) -> None:
        for run in artifacts(self._items, self._glyphs):
            for glyph in run:
                hidden.setdefault(glyph.place, LeftOutReason.ARTIFACT)

    def _check_letters(self, hidden: dict[int, LeftOutReason]) -> None:
        """Refuse a page that does not say of many of its signs which letters they are."""
        seen = [glyph for glyph in self._glyphs if glyph.place not in hidden]
        unread = sum(glyph.sign == NO_LETTER for glyph in seen)
        if unread > _FEW_UNREAD and unread > _PART_UNREAD * len(seen):
            page = str(self._number + 1)
            raise ProtocolkitError(problem(codes.NO_LETTERS, self._location, page=page))

    def _pass(self, hidden: dict[int, LeftOutReason]) -> None:
        """Enter what is hidden, run by run, as it stands on the page."""
        self._shown = [glyph for glyph in self._glyphs if glyph.place not in hidden]
        runs = itertools.groupby(self._glyphs, lambda glyph: hidden.get(glyph.place))
        before: Glyph | None = None
        waiting: tuple[list[Glyph], LeftOutReason] | None = None
        for reason, found in runs:
            run = list(found)
            if waiting is not None:
                self._pass_run(*waiting, before, run[0] if reason is None else None)
                waiting = None
            if reason is None:
                before = run[-1]
            else:
                waiting = run, reason
        if waiting is not None:
            self._pass_run(*waiting, before, None)

    def _pass_run(
        self, run: list[Glyph], reason: LeftOutReason, before: Glyph | None, after: Glyph | None
    ) -> None:
        words = self._signs[run[0].place : run[-1].place + 1]
        near = (before, run[0]), (run[-1], after)
        beside = any(one and other and are_beside(one.box, other.box) for one, other in near)
        is_clause = reason is LeftOutReason.ARTIFACT and holds_clause(run, self._shown)
        self._passed.append(Passed(
            words=clean(words), reason=reason, box=glyphs_box(run), is_beside=beside,
            doubt=NO_TEXT if is_clause else None,
        ))  # fmt: skip

    def _pass_silent(self) -> None:
        """Enter what PDFium passes over: text without size, and what is printed twice."""
        if not self._silent:
            return
        turns = [item.number for item in self._silent]
        found = unsized_words(self._document, self._number, turns, self._location)
        for item, (words, is_bare) in zip(self._silent, found, strict=True):
            reason = LeftOutReason.SMALL if is_bare else LeftOutReason.TWICE
            if words:
                self._passed.append(Passed(words=words, reason=reason))
            elif is_inked(item):
                self._passed.append(Passed(
                    words=NO_LETTER, reason=LeftOutReason.OTHER_LETTERS, box=item.box(),
                    is_beside=True, doubt=UNREADABLE,
                ))  # fmt: skip

    def _pass_remarks(self, remarks: Remarks, late: dict[int, int]) -> None:
        """Enter the comments on a page, and what else was put on it and is not printed."""
        printed = "".join(glyph.sign for glyph in self._glyphs if glyph.owner in late)
        for remark in remarks.found:
            is_printed = remark.may_show and "".join(remark.words.split()) in printed
            words = "" if is_printed else remark.words
            doubt = remark.field or (ADDED if words and remark.is_perhaps_shown else None)
            if words or doubt is not None:
                self._passed.append(Passed(
                    words=words, reason=remark.reason, box=remark.box, doubt=doubt
                ))  # fmt: skip

    def _doubts(
        self, sight: Sight, hidden: dict[int, LeftOutReason], late: dict[int, int]
    ) -> dict[int, set[Marked]]:
        doubts: dict[int, set[Marked]] = {}
        for glyph in self._glyphs:
            if glyph.place in hidden:
                continue
            found = {sight.doubts[glyph.place]} if glyph.place in sight.doubts else set()
            if not glyph.is_readable:
                found.add(UNREADABLE)
            if glyph.owner in late:
                found.add(ADDED)
            if found:
                doubts[glyph.place] = found
        return doubts

    def _text(
        self,
        sight: Sight,
        hidden: dict[int, LeftOutReason],
        doubts: dict[int, set[Marked]],
        late: dict[int, int],
    ) -> PageText:
        """Return the text without what is hidden; what was found goes to its new places."""
        unseen = [
            item
            for piece in sight.pieces
            if all(glyph.place in hidden for glyph in piece.glyphs)
            for item in piece.items
        ]
        for item in unseen:
            item.hide()
        text = PageText(self._page, "" if unseen else self._signs)
        gone = {g.owner for g in self._glyphs} - {
            g.owner for g in self._glyphs if g.place not in hidden
        }
        partly = {g.place for g in self._glyphs if g.place in hidden and g.owner not in gone}
        if not (partly or doubts or late):
            return text
        names = _names(self._glyphs)
        masked = {names[place] for place in partly}
        doubted = {names[place]: found for place, found in doubts.items()}
        glyphs = page_glyphs(text.raw, text.text)
        new = _names(glyphs)
        signs = {place: " " for place, name in new.items() if name in masked}
        signs |= {glyph.place: NO_LETTER for glyph in glyphs if glyph.sign == NO_LETTER}
        text.settle(
            signs,
            {place: doubted[name] for place, name in new.items() if name in doubted},
            {glyph.place: late[glyph.owner] for glyph in glyphs if glyph.owner in late},
        )
        return text


def _names(glyphs: Sequence[Glyph]) -> dict[int, tuple[int, int]]:
    """Return a name for every place that stays when other pieces go: its piece, and which in it."""
    counts: Counter[int] = Counter()
    names: dict[int, tuple[int, int]] = {}
    for glyph in glyphs:
        names[glyph.place] = (glyph.owner, counts[glyph.owner])
        counts[glyph.owner] += 1
    return names
