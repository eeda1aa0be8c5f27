"""A Word file that is left open, for a page that puts it together itself.

The frame and every fragment come from the writer that protocols have. What is not known yet is a
gap (:mod:`~protocolkit.paper.docx.open_gaps`): a name, a number, the place of the text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.document.cover import NO_CODE, make_cover
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Block, Clause, Footnote, Paragraph, Protocol, Section
from protocolkit.document.richtext import HardBreak, RichText, Text
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.docx.appendices import appendix_heading, appendix_line
from protocolkit.paper.docx.body import body_elements, note_element
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import MARK, Element, element, text_run
from protocolkit.paper.docx.look import NEUTRAL_COLOUR, add_look
from protocolkit.paper.docx.notes import Notes
from protocolkit.paper.docx.open_gaps import (
    SIGN,
    gap,
    inner_xml,
    open_bookmarks,
    paragraph_taken_out,
    row_taken_out,
    whole_part,
)
from protocolkit.paper.docx.open_labels import label_shapes, open_label
from protocolkit.paper.docx.open_specimen import specimen, taken_out
from protocolkit.paper.docx.package import (
    empty_document,
    left_indents,
    page_in,
    read_template,
    text_width,
)
from protocolkit.paper.docx.school_marks import add_bar
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.docx.write import write_docx
from protocolkit.paper.house.style import read_house_style
from protocolkit.paper.shared.extras import Extras

FACTS = ("hoort", "sector", "scholen", "basis")
"""What stands on the cover only when it is known; each has a gap there and a row as a shape."""

_OPEN = "open"
_ANCHOR = "bepaling"
_START = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships '
    b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)
_END = b"</Relationships>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A file without text: its parts by name, and its shapes as XML.

    In the part ``word/document.xml`` are open: ``regels`` (the lines of the table of contents),
    ``tekst`` (the body), ``naam``, the facts, each a row of the cover or nothing, and ``open`` (how
    many places are open, a paragraph of the cover or nothing); in ``word/footnotes.xml`` it is
    ``noten``. Shapes: ``naam``, each fact's row, ``open``, ``regel-1`` and ``regel`` (a line of
    contents: ``nr``, ``titel``, ``merk``), ``kop`` (those and ``id``), ``eerste`` and ``volgende``
    (a paragraph of plain words: ``woorden``, ``roepen``; the first with ``nr``, ``id`` and
    ``merk``), ``alleen`` (the same without ``nr``), ``breek`` (breaks its lines), ``roep`` and
    ``weer`` (a note's mark, and its second: ``nr``, ``id``, ``merk``), ``slot`` (the paragraph of
    notes that nothing calls: ``roepen``), ``spatie``; ``bijlage`` (``titel``) and ``bron``
    (``woorden``) stand behind it.
    Every address that a fragment leads to has its relationship already, in text and notes.
    """

    parts: Mapping[str, bytes]
    shapes: Mapping[str, str]


class OpenWord:
    """Makes what an open file consists of, in the look that a project has for ``slug``."""

    def __init__(self, translate: Translate, *, language: str, project: Path, slug: str) -> None:
        self._translate = translate
        self._language = language
        self._project = project
        self._slug = slug
        style, _ = read_house_style(project, (slug,))
        page = page_in(style, read_template("page.xml", "sectPr", project))
        styles = add_look(
            empty_document(),
            style,
            language,
            project=project,
            has_fonts=False,
            width=text_width(page),
        )
        self._width = text_width(page)
        self._lefts = left_indents(styles)
        self._addresses: dict[str, str] = {}
        self._cover = make_cover(_protocol(()), translate, language)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that a fragment so far leads to, in the order in which they came."""
        return tuple(self._addresses)

    def note_addresses(self, addresses: Iterable[str]) -> None:
        """Take up the addresses of fragments that somebody else has, in their order."""
        for address in addresses:
            self._relate(address)

    def clause(
        self, blocks: tuple[Block, ...], sign: str, *, is_marked: bool, is_typed: bool = False
    ) -> str:
        """Return a clause as XML; open are ``nr``, ``id``, ``merk``, its label and its notes'.

        One that somebody typed has a bar beside it, as what a school changed has.
        """
        marker = gap("nr", sign) if is_marked else ""
        clause = Clause(anchor=_ANCHOR, blocks=blocks, marker=marker)
        protocol = _protocol((clause,))
        story = self._story(protocol, sign)
        made = list(body_elements(protocol, story, self._width))
        open_bookmarks(made, story.bookmarks.names[_ANCHOR], sign)
        for typed in made if is_typed else ():
            add_bar(typed, NEUTRAL_COLOUR)
        return inner_xml(
            open_label(made, gap("merk", sign), self._lefts, sign, is_marked=is_marked)
        )

    def note(self, blocks: tuple[Block, ...], sign: str) -> str:
        """Return a note as XML; open is ``nr``."""
        story = replace(self._story(_protocol(()), sign), is_notes=True)
        made = note_element(Footnote(label="1", blocks=blocks), 1, story, self._width)
        made.set(qn("w:id"), gap("nr", sign))
        return inner_xml([made])

    def frame(self, title: str) -> Frame:
        """Return the file for the fragments so far, without its text, with this ``title``.

        A draft has no fingerprint: it changes with the first word typed in Word. Its cover says so.
        """
        content = self._written(specimen(title))
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        root = parse_xml(parts["word/document.xml"])
        shapes = {**taken_out(root), **self._plain(), **self._marks(), **_appendix()}
        shapes |= label_shapes(self._lefts)
        for fact in FACTS:
            shapes[fact] = row_taken_out(root, fact)
        shapes[_OPEN] = paragraph_taken_out(root, _OPEN)
        shapes["naam"] = gap("naam")
        notes = parse_xml(parts["word/footnotes.xml"])
        notes.append(element("open", n=gap("noten")))
        links = self._links()
        relations = parts["word/_rels/document.xml.rels"]
        opened = {
            "word/document.xml": whole_part(root),
            "word/footnotes.xml": whole_part(notes),
            "word/_rels/document.xml.rels": relations.replace(_END, links + _END),
            "word/_rels/footnotes.xml.rels": _START + links + _END,
        }
        return Frame(parts={**parts, **opened}, shapes=shapes)

    def _written(self, protocol: Protocol) -> bytes:
        """Return the file of a document with everything that can be known, and no words."""
        cover = replace(
            make_cover(protocol, self._translate, self._language),
            code=self._translate(NO_CODE),
            fingerprint="",
            open_places=gap(_OPEN),
            asking=(),
        )
        return write_docx(
            protocol,
            cover,
            self._translate,
            language=self._language,
            project=self._project,
            extras=Extras(record=Record(made=RecordKind.COMPOSED)),
            is_open=True,
        )

    def _links(self) -> bytes:
        """Return the relationship of every address."""
        lines = (
            f'<Relationship Id="{name}" Type="{RELATIONSHIP_TYPE.HYPERLINK}" '
            f'Target={quoteattr(address)} TargetMode="External"/>'
            for address, name in self._addresses.items()
        )
        return "".join(lines).encode()

    def _plain(self) -> dict[str, str]:
        """Return the shapes of plain words: of a clause's first paragraph and of the next ones."""
        words = Paragraph(_rich(gap("woorden")))
        both = self.clause((words, words), SIGN, is_marked=True, is_typed=True)
        first, end, after = both.partition("</w:p>")
        calls = gap("roepen") + end
        alone = self.clause((words,), SIGN, is_marked=False, is_typed=True).removesuffix(end)
        lines = Paragraph((*words.content, HardBreak(), *words.content))
        broken = self.clause((lines,), SIGN, is_marked=False, is_typed=True)
        return {
            "breek": broken.split(gap("woorden"))[1],
            "eerste": first + calls,
            "volgende": after.removesuffix(end) + calls,
            "alleen": alone + calls,
        }

    def _marks(self) -> dict[str, str]:
        """Return the shapes of a note's marks."""
        label = "1"
        note = Footnote(label=label, blocks=(Paragraph(_rich("x")),))
        protocol = replace(_protocol(()), notes=(note,))
        bookmarks = Bookmarks(protocol)
        notes = Notes(protocol, bookmarks)
        (closing,) = notes.closing_marks()
        for child in list(closing)[1:]:
            closing.remove(child)
        closing.append(element("open", n=gap("roepen")))
        again = notes.mark(label, inside_note=False, inside_link=False)
        call = Notes(protocol, bookmarks := Bookmarks(protocol)).mark(
            label, inside_note=False, inside_link=False
        )
        name = bookmarks.names[note.anchor]
        open_bookmarks(call, name, SIGN)
        for made in (found for top in (*call, *again) for found in top.iter()):
            if made.tag == qn("w:footnoteReference"):
                made.set(qn("w:id"), gap("nr"))
            elif made.tag == qn("w:fldSimple"):
                instruction = made.get(qn("w:instr"), "")
                made.set(qn("w:instr"), instruction.replace(name, gap("merk")))
            elif made.tag == qn("w:t"):
                made.text = gap("nr")
        return {
            "roep": inner_xml(call),
            "weer": inner_xml(again),
            "slot": inner_xml([closing]),
            "spatie": inner_xml([text_run(" ", MARK)]),
        }

    def _story(self, protocol: Protocol, sign: str) -> Story:
        bookmarks = Bookmarks(protocol)
        return Story(
            bookmarks=bookmarks,
            notes=_OpenNotes(protocol, bookmarks, sign),
            lefts=self._lefts,
            relate=self._relate,
        )

    def _relate(self, address: str) -> str:
        return self._addresses.setdefault(address, f"rIdLink{len(self._addresses) + 1}")


class _OpenNotes(Notes):
    """Notes whose marks are left open: a label is the gap that stands for it."""

    def __init__(self, protocol: Protocol, bookmarks: Bookmarks, sign: str) -> None:
        super().__init__(protocol, bookmarks)
        self._sign = sign

    def mark(self, label: str, *, inside_note: bool, inside_link: bool) -> list[Element]:
        """Leave the mark open."""
        if label.startswith(self._sign):
            return [element("open", n=label)]
        return super().mark(label, inside_note=inside_note, inside_link=inside_link)


def _appendix() -> dict[str, str]:
    """Return the shapes of what stands behind the text: a heading on a new page, and a line."""
    heading, line = appendix_heading(gap("titel")), appendix_line(gap("woorden"))
    return {"bijlage": inner_xml([heading]), "bron": inner_xml([line])}


def _protocol(parts: tuple[Clause | Section, ...]) -> Protocol:
    facts = Facts(organisation=Organisation(name=gap("naam")), status=Status.CONCEPT)
    return Protocol(facts=facts, title=(), parts=parts)


def _rich(text: str) -> RichText:
    return (Text(text),)
