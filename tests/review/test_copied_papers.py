"""A whole paper that was copied into a new file: its contents and running lines are no changes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.paper.docx import write_docx
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.remarks import Review
from protocolkit.review.text_review import ReturnedText
from protocolkit.review.word_review import review_word
from returned_word import ReturnedWord

_TEXT = """---
protocol:
  title: Telefoons in de school
  organisation: {name: De Brug, kind: bestuur, sector: po}
  version: "2"
---

# Telefoons in de school

{#doel}
## Doel en reikwijdte

{#d1}
Iedereen weet wanneer een telefoon in de school mag worden gebruikt.\\
Ook op het plein gelden deze afspraken.

{#h-1}
## 1 In de klas

{#a1}
1. De leraar bewaart de telefoons in een kluis.[^1]

{#a2}
2. Een leerling mag de telefoon gebruiken:

   {style=lower-alpha}
   1. als de leraar dat vraagt voor een opdracht;
   2. als er een noodgeval is.

{#h-2}
## 2 Buiten de klas

{#t1}
| Plaats | Mag het |
|---|---|
| De gang | Nee |
| Het plein | In de pauze |

{#h-3}
## 3 Maatregelen

{#a3}
1. Ouders krijgen bericht van elke maatregel.

[^1]: De kluis staat achter in het lokaal.
"""
PROTOCOL = read_protocol_text(_TEXT, subject="telefoons", slug="de-brug").protocol
_TELL = translator("nl")
_EDIT = ("van elke maatregel", "van elke tweede maatregel")
Lines = list[str]


@cache
def _paper() -> Paper:
    return Document(io.BytesIO(write_docx(PROTOCOL, make_cover(PROTOCOL, _TELL), _TELL)))


def _whole(*, lost: Callable[[str], str] = str) -> Lines:
    """Return the lines of the paper from its first one on, and its heads and feet around them."""
    paper, found = _paper(), Lines()
    for one in paper.element.body:
        if one.tag == qn("w:tbl"):
            found += [cell.text for row in Table(one, paper).rows for cell in row.cells]
        else:
            found += [lost(Paragraph(p, paper).text) for p in one.iter(qn("w:p"))]
    section = paper.sections[0]
    heads = [p.text for p in section.header.paragraphs if p.text.strip()]
    feet = [p.text for p in section.footer.paragraphs if p.text.strip()]
    return [*heads, *filter(str.strip, found), *feet]


def _contents(lines: Lines) -> tuple[int, int]:
    begin = lines.index("Inhoud") + 1
    return begin, begin + 4


def _pasted(lines: Lines) -> Review:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return review_word(made.getvalue(), Path("geplakt.docx"), PROTOCOL)


def _in_text_file(lines: Lines) -> Review:
    return ReturnedText("\n".join(lines), "geplakt.txt").review(PROTOCOL)


def _same(lines: Lines) -> Lines:
    return lines


def _contents_in_one(lines: Lines) -> Lines:
    begin, end = _contents(lines)
    return [*lines[:begin], " ".join(lines[begin:end]), *lines[end:]]


def _contents_without_pages(lines: Lines) -> Lines:
    begin, end = _contents(lines)
    bare = [re.sub(r"\t\d*$", "", line).replace("\t", "") for line in lines[begin:end]]
    return [*lines[:begin], *bare, *lines[end:]]


def _title_in_two(lines: Lines) -> Lines:
    at = next(at for at, line in enumerate(lines) if line.startswith("Verwijs zo"))
    first, _, second = lines[at].partition(" (")
    return [*lines[:at], first, f"({second}", *lines[at + 1 :]]


@pytest.mark.parametrize("read", [_pasted, _in_text_file])
@pytest.mark.parametrize("lost", [str, lambda line: line.replace("\t", "")])
@pytest.mark.parametrize(
    "layout", [_same, _contents_in_one, _contents_without_pages, _title_in_two]
)
def test_of_a_whole_paper_only_what_somebody_changed_is_told(
    layout: Callable[[Lines], Lines], lost: Callable[[str], str], read: Callable[[Lines], Review]
) -> None:
    lines = layout(_whole(lost=str))
    assert len(lines) > 20
    lines = [lost(line) for line in lines]
    assert read(lines).changes == ()
    [one] = read([line.replace(*_EDIT) for line in lines]).changes
    assert (one.anchor, one.new) == ("a3", one.old.replace(*_EDIT))


def test_a_line_that_somebody_wrote_among_the_contents_is_told() -> None:
    lines = _whole()
    begin, _ = _contents(lines)
    [one] = _pasted(
        [*lines[:begin], "Wij missen een hoofdstuk over de pauze", *lines[begin:]]
    ).changes
    assert (one.anchor, one.kind) == ("", "added")


def test_a_heading_that_got_a_number_behind_it_is_no_line_of_contents() -> None:
    lines = _whole()
    at = len(lines) - 1 - lines[::-1].index("3\tMaatregelen")
    [one] = _pasted([*lines[:at], "3\tMaatregelen 2", *lines[at + 1 :]]).changes
    assert (one.anchor, one.kind) == ("h-3", "changed")


def _copied(*, notes_at_end: bool) -> Review:
    """Return what changed in a copy with its tables, where the notes are left behind or lines."""
    document = Document(io.BytesIO(write_docx(PROTOCOL, make_cover(PROTOCOL, _TELL), _TELL)))
    lost = ("w:bookmarkStart", "w:bookmarkEnd", "w:footnoteReference", "w:pStyle", "w:numPr")
    for name in lost:
        for one in list(document.element.body.iter(qn(name))):
            one.getparent().remove(one)
    new = Document()
    for one in list(document.element.body)[:-1]:
        new.element.body.insert(len(new.element.body) - 1, one)
    if notes_at_end:
        new.add_paragraph("1De kluis staat achter in het lokaal.")
        new.add_paragraph("Bladzijde 1 van 3")
    made = io.BytesIO()
    new.save(made)
    return review_word(made.getvalue(), Path("kopie.docx"), PROTOCOL)


def test_a_copy_with_its_tables_leaves_its_notes_and_styles_behind() -> None:
    found = _copied(notes_at_end=False)
    assert found.changes == ()
    assert [one.reason for one in found.passed_over] == [LeftOutReason.NOTE_BEHIND]
    assert _copied(notes_at_end=True).changes == ()


def test_the_columns_of_a_page_may_come_one_after_the_other() -> None:
    whole = _whole()
    at = whole.index("Bestuur of school")
    rows = whole[at : at + 6]
    assert rows == ["Bestuur of school", "De Brug", "Sector", "primair onderwijs", "Versie", "2"]
    begin, end = _contents(whole)
    listed = [cell for line in whole[begin:end] for cell in line.split("\t")]
    numbers = ["Doel en reikwijdte .......... 2", "1", "2", "3"]
    titles = ["In de klas .......... 2", "Buiten de klas ...... 2", "Maatregelen ........ 2"]
    assert {one.split(" .")[0] for one in (*numbers, *titles)} == set(listed)
    cover = [*whole[:at], *rows[::2], *rows[1::2], *whole[at + 6 : begin], *numbers, *titles]
    pages = [*cover, *whole[end:-1], "Bladzijde 1 van 2"]
    apart = [piece for line in pages for piece in line.split("\t")]
    assert _pasted(apart).changes == ()


@pytest.mark.parametrize("read", [_pasted, _in_text_file])
def test_the_number_of_a_note_is_no_word_of_a_clause_that_changed(
    read: Callable[[Lines], Review],
) -> None:
    lines = [
        line.replace("in een kluis.", "in een kluis.1").replace("bewaart de", "verzamelt de")
        for line in _whole()
    ]
    assert any(line.endswith("kluis.1") for line in lines)
    [one] = read(lines).changes
    assert (one.anchor, one.new) == ("a1", one.old.replace("bewaart", "verzamelt"))
    # Where the clause itself has that number there is nothing to take away.
    lines = [line.replace("in een kluis.1", "in een kluis.12") for line in lines]
    [one] = read(lines).changes
    assert one.new.endswith("kluis.12")


def test_code_of_a_web_page_in_a_remark_of_nobody_is_no_remark() -> None:
    word = ReturnedWord(write_docx(PROTOCOL, make_cover(PROTOCOL, _TELL), _TELL))
    word.on('HTML: <meta name="created" content="00:00:00">', "Maatregelen", author="")
    word.on("HTML: <b> is geen Nederlands.", "noodgeval", author="")
    word.on("HTML: <b>", "bericht", author="Ouder A")
    found = review_word(word.content(), Path("kopie.docx"), PROTOCOL)
    assert [one.text[:9] for one in found.remarks] == ["HTML: <b>", "HTML: <b>"]
    assert [one.reason for one in found.passed_over] == [LeftOutReason.CODE]
