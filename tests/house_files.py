"""A Word file of an imaginary board, with its letterhead, as Word saves it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from protocolkit.paper.house.pixels import draw

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40">'
    '<circle cx="20" cy="20" r="18" fill="#7a1f5c"/>'
    '<rect x="46" y="8" width="110" height="10" fill="#7a1f5c"/>'
    '<rect x="46" y="24" width="70" height="8" fill="#c98bb4"/></svg>'
)
LETTER_WORDS = ("Onderwijslaan 12", "1234 AB Lindedorp", "www.delinde.example", "KvK 12345678")
"""Words of the letterhead: none of them may get into a protocol."""


def picture() -> bytes:
    """Return the logo of the board as PNG."""
    return draw(DRAWING.encode(), "svg").content


@cache
def reference() -> bytes:
    """Return the board's own Word file."""
    document = docx.Document()
    _page(document)
    _styles(document)
    document.add_paragraph("Typ hier uw brief.")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(32), Mm(30)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True
    first = section.first_page_header
    table = first.add_table(rows=1, cols=2, width=Mm(160))
    table.columns[0].width, table.columns[1].width = Mm(100), Mm(60)
    logo = table.rows[0].cells[0].paragraphs[0].add_run()
    logo.add_picture(io.BytesIO(picture()), width=Mm(56))
    address = table.rows[0].cells[1].paragraphs[0]
    address.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    address.add_run(LETTER_WORDS[0]).font.size = Pt(8)
    address.add_run().add_break()
    address.add_run(LETTER_WORDS[1]).font.size = Pt(8)
    section.header.paragraphs[0].add_run("Stichting De Linde").bold = True
    for footer in (section.first_page_footer, section.footer):
        line = footer.paragraphs[0]
        words = line.add_run(f"{LETTER_WORDS[2]}\t\t{LETTER_WORDS[3]}")
        words.font.size, words.font.color.rgb = Pt(8), RGBColor(0x7A, 0x1F, 0x5C)


def _styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Libertinus Serif", Pt(11)
    heading = document.styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = RGBColor(0x7A, 0x1F, 0x5C), Pt(17)
    heading.paragraph_format.page_break_before = True


def changed(content: bytes, changes: Mapping[str, str | bytes]) -> bytes:
    """Return a package with some of its parts replaced, by their full names, and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(out, "w") as target:
        parts = {name: package.read(name) for name in package.namelist()} | dict(changes)
        for name, part in parts.items():
            target.writestr(name, part)
    return out.getvalue()
