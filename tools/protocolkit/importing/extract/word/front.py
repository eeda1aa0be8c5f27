"""What stands before the text of a Word file: our own cover, and a table of contents.

What a person changed or typed there, in whatever style, is text: of a cover counts as ours what
this program prints, with what that cover itself shows filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from protocolkit.document.cover_words import NAMED, CoverWords, language_of
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.blocks import Paragraphs, Table
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import style_of, value

# Styles of our own files in which no board's text is set.
_REDLINE = ("RedlineHeading", "RedlineText")
# The third is what LibreOffice makes of the heading and the lines of the contents.
_COVER = ("Cover", "TOC", "Contents")
_COVER_TITLES = ("CoverTitle", "CoverTitleLong")
_SUPPLIED = "SuppliedTitle"
_AFTER = "AfterTable"
_TITLES = ("Title", _SUPPLIED)
_PAIR = 2
_PAGE_AT_END = re.compile(r"(?: ?\.{2,400})? ?[0-9]{1,4}$")
_COVER_TABLES = ("CoverTable", "ProtocolTable")


class Front:
    """Tells what of the beginning of a file of ours this program printed there.

    Asked of one block after another; ``lines`` are those that it did print, as a reader sees them,
    with a tab between cells. The text begins with its title. ``has_record`` says that the file
    carries a record of ours: without one it has no page that says what changed.
    """

    def __init__(self, body: Element, *, has_record: bool) -> None:
        self._has_record = has_record
        styled = [(style_of(p), all_words(p)) for p in body.iter(f"{W}p")]
        rows = list(_rows(body))
        self._words: CoverWords = language_of(rows)
        facts = (self._words.label(row) or ("", "") for row in rows)
        known = dict(facts)
        self._organisation = known.get("organisation.name", "")
        self.has_title = any(style in _TITLES for style, _ in styled)
        self._titles = {self._without_note(words) for style, words in styled if style in _TITLES}
        if not self.has_title:
            self._titles = set(self._added_titles(styled))
        self._headings = {words for style, words in styled if style.startswith("Heading")}
        self._ahead = {
            "organisation": self._organisation,
            "owner": known.get("owner", ""),
            "contact": known.get("contact", ""),
            "title": next(iter(self._titles), ""),
        }
        self._filled: dict[str, str] = {}
        self._columns: tuple[str, ...] = ()
        self.lines: list[str] = []

    @property
    def is_past_title(self) -> bool:
        """Tell whether the title of the cover has been seen."""
        return "title" in self._filled

    def _added_titles(self, styled: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the title of a cover whose note says that it was added: the text has none."""
        for style, words in styled:
            said = " ".join(words.split())
            if style in _COVER_TITLES and (title := self._without_note(said)) != said:
                yield title

    def is_front(self, block: Paragraphs | Table, *, is_before_text: bool) -> bool:
        """Tell whether a block is in a style of the cover or the contents.

        The tables of the cover count too, but only before the text.
        """
        if isinstance(block, Table):
            return is_before_text and (_is_of_cover(block.element) or self._is_decided(block))
        styles = [style_of(element) for element in block.elements]
        return all(
            style.startswith(_COVER)
            or style == _SUPPLIED
            or (style == _AFTER and is_before_text)
            or (style in _REDLINE and self._has_record)
            for style in styles
        )

    def _is_decided(self, block: Table) -> bool:
        """Tell whether a table begins with the columns of our table of decisions."""
        row = block.element.find(f"{W}tr")
        cells = row.iter(f"{W}tc") if row is not None else ()
        columns = tuple(" ".join(all_words(cell).split()) for cell in cells)
        return columns in self._words.decided

    def is_ours(self, block: Paragraphs, text: str) -> bool:
        """Tell whether a paragraph says what this program prints in its style."""
        style, said = style_of(block.elements[-1]), " ".join(text.split())
        if style in _REDLINE:
            # the page that says what changed: it is no part of the cover, and follows the text
            return True
        is_known = not said or self._is_known(style, said)
        if is_known and said:
            self.lines.append(said)
        return is_known

    def _is_known(self, style: str, said: str) -> bool:
        if style == "CoverOrganisation":
            is_name = "organisation" not in self._filled and said == (self._organisation or said)
            if is_name:
                self._filled["organisation"] = said
            return is_name
        if style == _SUPPLIED:
            return self._without_note(said) == self._filled.get("title")
        if style in _COVER_TITLES:
            title = self._without_note(said)
            is_title = title in self._titles and "title" not in self._filled
            self._filled.setdefault("title", title)
            return is_title
        if style in ("CoverHeading", "CoverAsking", "TOCHeading", "ContentsHeading"):
            return said in self._words.headings
        if style.startswith(("TOC", "Contents")):
            return said in self._headings or _PAGE_AT_END.sub("", said) in self._headings
        # a sheet before the cover speaks of what the cover says later
        return self._words.is_sentence(said, {**self._ahead, **self._filled})

    def _without_note(self, said: str) -> str:
        """Return a title without the note that it was added."""
        notes = (note for note in self._words.headings if note.startswith("["))
        return next((said[: -len(n) - 1] for n in notes if said.endswith(f" {n}")), said)

    def is_our_row(self, cells: Sequence[str]) -> bool:
        """Tell whether a row of a table on the cover is one that this program prints."""
        said = tuple(" ".join(cell.split()) for cell in cells)
        is_known = self._is_known_row(said)
        if is_known:
            self.lines.append("\t".join(said))
        return is_known

    def _is_known_row(self, said: tuple[str, ...]) -> bool:
        if said in self._words.decided or said == self._words.signed:
            self._columns = said
            return True
        if len(said) == _PAIR:
            fact = self._words.labels.get(said[0])
            if fact in NAMED:
                self._filled[fact.removesuffix(".name")] = said[1]
            return fact is not None
        if self._columns in self._words.decided and len(said) == len(self._columns):
            return self._words.decision("\t".join(said)) is not None
        return not any(said[1:])


def _is_of_cover(table: Element) -> bool:
    """Tell whether a table is in a style of our cover, or its first words are.

    LibreOffice keeps the styles of paragraphs, and drops those of tables.
    """
    if style := value(table.find(f"{W}tblPr"), "tblStyle"):
        return style in _COVER_TABLES
    first = next(table.iter(f"{W}p"), None)
    return first is not None and style_of(first).startswith("Cover")


def _rows(body: Element) -> Iterator[str]:
    """Yield the rows of the tables of a cover, with a tab between cells."""
    for table in body.iter(f"{W}tbl"):
        if _is_of_cover(table):
            for row in table.iter(f"{W}tr"):
                yield "\t".join(map(all_words, row.iter(f"{W}tc")))


def begins_text(block: Paragraphs | Table) -> bool:
    """Tell whether a block is the title of a file of ours, with which its text begins."""
    return isinstance(block, Paragraphs) and any(style_of(p) in _TITLES for p in block.elements)


def ends_section(block: Paragraphs | Table) -> bool:
    """Tell whether a section of the file ends with a block."""
    return isinstance(block, Paragraphs) and any(
        element.find(f"{W}pPr/{W}sectPr") is not None for element in block.elements
    )
