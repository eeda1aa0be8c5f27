"""To which side a column is set: from the source to every paper and page, and back."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from akn_files import imported_akn
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Clause, Flush, Protocol, Table
from protocolkit.document.table_sides import common_flush, told_flush
from protocolkit.exchange.akn_writer import protocol_to_akn
from protocolkit.exchange.protocol_json import json_to_protocol, protocol_to_json
from protocolkit.importing.kind_of_file import import_opened, open_content
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.redline.page import page_redline
from protocolkit.reading.writer import write_protocol
from redlines import WHO, changes, protocol, redline, written

DUTCH = translator("nl")
SIDES = (Flush.LEFT, Flush.RIGHT, Flush.CENTRE)
ROWS = "| Wat | Bedrag | Wie |\n|{}|{}|{}|\n| Reis | 12 | De klas |\n| Boek | 1.250 | De school |\n"
TEXT = f"{{{{#a}}}}\nDit kost het:\n\n{ROWS}"
ALIGNED = protocol(TEXT.format("---", "---:", ":---:"))
PLAIN = protocol(TEXT.format("---", "---", "---"))


def tables(found: Protocol) -> list[Table]:
    """Return the tables of a text without sections."""
    clauses = [part for part in found.parts if isinstance(part, Clause)]
    return [block for part in clauses for block in part.blocks if isinstance(block, Table)]


def flush(found: Protocol) -> tuple[Flush, ...]:
    """Return what its one table says of its columns."""
    [table] = tables(found)
    return table.flush


def test_the_source_says_it_and_is_written_so() -> None:
    assert flush(ALIGNED) == SIDES
    assert flush(PLAIN) == ()
    assert "| --- | ---: | :---: |" in write_protocol(ALIGNED)
    assert flush(protocol(TEXT.format(":---", "---", ":--"))) == ()


def test_json_and_akoma_ntoso_carry_it() -> None:
    back = json_to_protocol(protocol_to_json(ALIGNED)).protocol
    assert back is not None
    assert flush(back) == SIDES
    assert flush(imported_akn(protocol_to_akn(ALIGNED, DUTCH)).protocol) == SIDES
    odd = protocol_to_json(ALIGNED).replace('"center"', '"left", "center"')
    assert json_to_protocol(odd).protocol is None


def test_word_sets_the_cells_so_and_gives_it_back() -> None:
    file = written(ALIGNED)
    word = docx.Document(io.BytesIO(file)).tables[-1]
    for row in word.rows:
        sides = [cell.paragraphs[0].alignment for cell in row.cells]
        assert sides == [None, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER]
    assert flush(import_opened(open_content(Path("x.docx"), file)).protocol) == SIDES


def test_a_word_file_of_somebody_else() -> None:
    word = docx.Document()
    word.add_paragraph("Dit kost het:")
    made = word.add_table(rows=3, cols=2)
    for at, (what, amount) in enumerate((("Wat", "Bedrag"), ("Reis", "12"), ("Boek", "1.250"))):
        made.cell(at, 0).text = what
        made.cell(at, 1).text = amount
        made.cell(at, 1).paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT if at else None
    buffer = io.BytesIO()
    word.save(buffer)
    found = import_opened(open_content(Path("x.docx"), buffer.getvalue())).protocol
    assert flush(found) == (Flush.LEFT, Flush.RIGHT)


@pytest.mark.parametrize(
    ("filled", "sides", "common"),
    [
        ([[True], [True]], [[Flush.CENTRE], [Flush.RIGHT]], (Flush.RIGHT,)),
        ([[True], [True], [True]], [[], [Flush.LEFT], [Flush.RIGHT]], ()),
        ([[True], [True], [False]], [[], [Flush.RIGHT], [Flush.LEFT]], (Flush.RIGHT,)),
        ([[True]], [[Flush.RIGHT]], (Flush.RIGHT,)),
        ([[True, True], [True, True]], [[], [Flush.RIGHT, Flush.LEFT]], (Flush.RIGHT, Flush.LEFT)),
    ],
)
def test_all_cells_of_a_column_must_say_it(
    filled: list[list[bool]], sides: list[list[Flush]], common: tuple[Flush, ...]
) -> None:
    assert common_flush(filled, sides) == common


def test_nothing_is_said_of_columns_that_are_all_left() -> None:
    assert told_flush([Flush.LEFT, Flush.LEFT]) == ()
    assert told_flush(SIDES) == SIDES


def test_the_pdf_sets_figures_below_each_other() -> None:
    pdf = write_pdf(ALIGNED, make_cover(ALIGNED, DUTCH, "nl"), DUTCH)
    with pypdfium2.PdfDocument(pdf) as read:
        page = read[len(read) - 1].get_textpage()
        rights = []
        for words in ("Bedrag", "1.250"):
            at, count = page.search(words).get_next()
            rights.append(page.get_charbox(at + count - 1, loose=True)[2])
        assert abs(rights[0] - rights[1]) < 0.5


def test_it_is_no_change_of_the_text_and_a_redline_follows_the_new_one() -> None:
    assert protocol_fingerprint(ALIGNED) == protocol_fingerprint(PLAIN)
    found = changes(PLAIN, ALIGNED)
    assert found.changes == ()
    assert '<td class="text-right">12' in page_redline(found, DUTCH, WHO)
    last = docx.Document(io.BytesIO(redline(PLAIN, ALIGNED))).tables[-1]
    assert last.cell(1, 1).paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
