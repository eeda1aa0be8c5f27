"""Words of a PDF that are drawn and that PDFium does not read: in patterns, masks, letters, XFA.

A pattern fills an area with a small drawing, a mask lets a colour through in the form of one, and a
font may draw its letters; such a drawing may hold words. XFA is a form of another kind that a PDF
may carry, of which other programs show the words only. Another reader finds all these.
"""

from __future__ import annotations

import copy
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pdfplumber.page import Page

from protocolkit.importing.extract.pdf.nested_forms import called, drawing_called
from protocolkit.importing.extract.pdf.other_letters import printed_otherwise
from protocolkit.importing.extract.pdf.raw_objects import (
    RawObject,
    contents_of,
    data_of,
    is_stream,
    looks_of,
    name_of,
    raw_pages,
    shared_pdf,
    solved,
)
from protocolkit.reading.words_left_out import LeftOutReason

_DEEPEST = 12
_MOST = 200
_SAYS = re.compile(rb"(?:Tj|TJ|['\"])(?=[\s/<(\[]|$)")
_REASONS = {
    "scn": LeftOutReason.PATTERN,
    "SCN": LeftOutReason.PATTERN,
    "gs": LeftOutReason.PICTURE,
}
UNREAD_REASONS = frozenset(
    (
        *_REASONS.values(),
        LeftOutReason.HIDDEN,
        LeftOutReason.NOT_ON_PAGE,
        LeftOutReason.OTHER_LETTERS,
    )
)
"""Why such words are left out."""
_SAID = re.compile(r"<(?:\w+:)?(?:text|exData|value|body|p|span)\b[^<>]{0,2000}>([^<>]{1,5000})<")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadWords:
    """Words by page, counted from 0, each with its reason; ``form`` are those of an XFA form."""

    pages: dict[int, tuple[tuple[str, LeftOutReason], ...]] = field(default_factory=dict)
    form: tuple[str, ...] = ()

    def all(self) -> Iterator[str]:
        """Yield all the words."""
        for words in self.pages.values():
            yield from (one for one, _ in words)
        yield from self.form


def unread_words(content: bytes) -> UnreadWords:
    """Return what the pages of a PDF draw and PDFium does not read.

    A file that the other reader cannot read has none, as far as can be told.
    """
    try:
        file = shared_pdf(content)
        found = {}
        for number, (page, resources) in enumerate(raw_pages(file)):
            if words := tuple(_Walker(file).words(page, resources)):
                found[number] = words
        for number, printed in printed_otherwise(content).items():
            found[number] = (*found.get(number, ()), (printed, LeftOutReason.OTHER_LETTERS))
        return UnreadWords(pages=found, form=tuple(_form_words(file)))
    except Exception:  # what a damaged file does to a library is not known
        return UnreadWords()


class _Walker:
    """Goes through the drawings of one page, each once."""

    def __init__(self, file: RawObject) -> None:
        self._file = file
        self._seen: set[int] = set()
        # objects are told apart by their address, so none may go
        self._kept: list[RawObject] = []

    def words(self, page: RawObject, resources: RawObject) -> Iterator[tuple[str, LeftOutReason]]:
        """Yield the words in patterns and masks of a page, and of what was put on it."""
        for stream in filter(is_stream, contents_of(page)):
            yield from self._inside(stream, resources, _DEEPEST)
        for look in looks_of(page):
            own = solved(look.attrs.get("Resources")) or resources
            words = self._said(look, own)
            if any(len(word) > 1 for word in words.split()):  # no tick of a box
                yield words, LeftOutReason.HIDDEN
            yield from self._inside(look, own, _DEEPEST)

    def _inside(
        self, stream: RawObject, resources: RawObject, depth: int
    ) -> Iterator[tuple[str, LeftOutReason]]:
        for words in self._drawn_letters(resources):
            yield words, LeftOutReason.PICTURE
        for kind, name in called(stream) if depth else ():
            drawing = drawing_called(resources, kind, name)
            if drawing is None or id(drawing) in self._seen or len(self._seen) > _MOST:
                continue
            self._seen.add(id(drawing))
            self._kept.append(drawing)
            own = solved(drawing.attrs.get("Resources")) or resources
            if kind in _REASONS and (words := self._said(drawing, own)):
                yield words, _REASONS[kind]
            yield from self._inside(drawing, own, depth - 1)

    def _drawn_letters(self, resources: RawObject) -> Iterator[str]:
        """Yield the words that a font draws as if each were one letter."""
        fonts = solved(resources.get("Font")) if isinstance(resources, dict) else None
        for font in map(solved, fonts.values() if isinstance(fonts, dict) else ()):
            if id(font) in self._seen or name_of(font.get("Subtype")) != "Type3":
                continue
            self._seen.add(id(font))
            self._kept.append(font)
            own = solved(font.get("Resources")) or resources
            letters = solved(font.get("CharProcs")) or {}
            for letter in filter(is_stream, map(solved, letters.values())):
                if words := self._said(letter, own):
                    yield words

    def _said(self, drawing: RawObject, resources: RawObject) -> str:
        """Return the words that a drawing prints, with those of the forms in it."""
        if not _says(drawing, resources, _DEEPEST):
            return ""
        page = copy.copy(self._file.pages[0].page_obj)
        page.contents, page.resources = [drawing], resources
        page.mediabox = page.cropbox = [-14_400, -14_400, 14_400, 14_400]
        return str(Page(self._file, page, 1).extract_text()).strip()


def _says(drawing: RawObject, resources: RawObject, depth: int) -> bool:
    """Tell whether a drawing, or a form in it, prints text at all."""
    if _SAYS.search(data_of(drawing)):
        return True
    forms = (
        drawing_called(resources, kind, name) for kind, name in called(drawing) if kind == "Do"
    )
    return depth > 0 and any(
        _says(form, solved(form.attrs.get("Resources")) or resources, depth - 1)
        for form in forms
        if form is not None
    )


def _form_words(file: RawObject) -> Iterator[str]:
    """Yield the texts of an XFA form, each once."""
    form = solved(file.doc.catalog.get("AcroForm")) or {}
    packets = solved(form.get("XFA"))
    streams = packets if isinstance(packets, list) else [packets]
    said: dict[str, None] = {}
    for stream in filter(is_stream, map(solved, streams)):
        text = data_of(stream).decode("utf-8", "replace")
        for found in _SAID.finditer(text):
            said.setdefault(" ".join(html.unescape(found[1]).split()))
    yield from (words for words in said if any(sign.isalpha() for sign in words))
