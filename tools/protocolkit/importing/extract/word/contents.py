"""The table of contents of a Word file: its lines are no text, what somebody typed there is.

In a file of ours a line counts as one when a heading of the text, or of the record, says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from protocolkit.base.messages import Message
from protocolkit.document.outline import sections
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.notices import typed_lines
from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.blocks import Paragraphs
from protocolkit.importing.extract.word.file_record import FileRecord
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import style_of
from protocolkit.importing.extract.word.styles import Styles
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.words import glued

# The number of the page, after a tab or dots.
_PAGE_NUMBER = re.compile(r"(?:\t|\.{2}|…)[ \t]{0,20}(?:[0-9]{1,4}|[ivxlc]{1,7})\s{0,20}$")
_TITLE = re.compile(r"^(?:inhoud(?:sopgave)?|inhoudsoverzicht|contents)\W{0,3}$", re.IGNORECASE)
_JUMP = "_Toc"
# What our first files had in place of a page, and below the lines.
_NO_PAGE, _HINT = re.compile(r"\t–$"), "Paginanummers: klik hier en druk op F9."


class Contents:
    """Tells which paragraphs of a file are lines of its table of contents."""

    def __init__(self, body: Element, styles: Styles, record: FileRecord) -> None:
        self._body, self._styles, self._record = body, styles, record
        self._typed: dict[str, None] = {}

    def gone_in_field(self, paragraph: Element) -> LeftOutReason | None:
        """Return why a paragraph in a field for contents is no text; None of what is."""
        text = "\t".join(_pieces(paragraph))
        if _TITLE.match(text.strip()):
            return LeftOutReason.CONTENTS
        is_line, leads = self._is_styled(paragraph), _leads_to_page([paragraph], text)
        if self._record.is_ours:
            is_whole = is_line and (leads or _is_link(paragraph))
            return self._gone(text) if is_whole else self._known(text)
        return LeftOutReason.CONTENTS if is_line or leads else None

    def gone(self, block: Paragraphs, text: str) -> LeftOutReason | None:
        """Return why a paragraph is no text, of a table of contents that is no field any more.

        A line is in a style for contents and leads to a page. In a field for contents, or above
        lines in such a style, its heading is one too.
        """
        if self._is_styled(block.elements[-1]) and _leads_to_page(block.elements, text):
            return self._gone(text) if self._record.is_ours else LeftOutReason.CONTENTS
        if not _TITLE.match(text.strip()):
            return None
        is_heading = block.around.is_contents or self._has_line_below(block.elements[-1])
        return LeftOutReason.CONTENTS if is_heading else None

    @property
    def notices(self) -> Iterator[Message]:
        """What to say of lines that no heading says."""
        return typed_lines(list(self._typed))

    def _gone(self, text: str) -> LeftOutReason:
        """Return why a line of a file of ours is no text: one that no heading says is told."""
        known = self._known(text)
        if known is None:
            self._typed[" ".join(text.split())] = None
        return known or LeftOutReason.TYPED_ASIDE

    def _known(self, text: str) -> LeftOutReason | None:
        words = glued(_NO_PAGE.sub("", _PAGE_NUMBER.sub("", text)))
        return LeftOutReason.CONTENTS if words in self._headings else None

    @cached_property
    def _headings(self) -> frozenset[str]:
        """The headings of the text and those of the record: a line may be older than a change."""
        found = {"", glued(_HINT)}
        for paragraph in self._body.iter(f"{W}p"):
            if style_of(paragraph).startswith("Heading"):
                found.add(glued(all_words(paragraph)))
        if self._record.protocol is not None:
            for section in sections(self._record.protocol):
                found.add(glued(f"{section.marker} {plain(section.title)}"))
        return frozenset(found)

    def _is_styled(self, paragraph: Element) -> bool:
        style = style_of(paragraph)
        name = self._styles.look(style).name
        return style.startswith("TOC") or name.startswith(("toc ", "inhopg "))

    def _has_line_below(self, heading: Element) -> bool:
        """Tell whether the first paragraph with words below a heading is a line of contents."""
        below = (found for found in heading.itersiblings(f"{W}p") if all_words(found))
        first = next(below, None)
        if first is None or not style_of(first).startswith("TOC"):
            return False
        return _leads_to_page([first], "\t".join(_pieces(first)))


def _leads_to_page(elements: Sequence[Element], text: str) -> bool:
    return bool(_PAGE_NUMBER.search(text)) or any(map(_jumps, elements))


def _is_link(paragraph: Element) -> bool:
    """Tell whether a paragraph has a link to a place in the file, as our lines without a page."""
    return any(link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink"))


def _pieces(paragraph: Element) -> Iterator[str]:
    """Yield the words of a paragraph that a tab sets apart."""
    words = ""
    for found in paragraph.iter(f"{W}t", f"{W}tab"):
        if found.tag == f"{W}tab" and found.getparent().tag == f"{W}r":
            yield words
            words = ""
        words += found.text or ""
    yield words


def _jumps(paragraph: Element) -> bool:
    """Tell whether a paragraph leads to a heading, as lines of contents do."""
    links = paragraph.iter(f"{W}hyperlink")
    if any(link.get(f"{W}anchor", "").startswith(_JUMP) for link in links):
        return True
    return any("PAGEREF" in all_words(code) for code in paragraph.iter(f"{W}instrText"))
