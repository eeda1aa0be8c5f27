"""What our own paper prints around a text is no change, on whatever lines and in whatever order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from copied_word import ASKED
from import_quality import own_pdf, own_word
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Review
from protocolkit.review.word_review import ReturnedWord

_HEAD = """---
protocol:
  title: Protocol voor toetsen op alle scholen van de stichting
  organisation: {{name: Stichting De Linde, kind: bestuur, sector: vo}}
  status: voorgelegd
  version: "2.1"
  approvals:
{asked}---

# Protocol voor toetsen op alle scholen van de stichting

{{#h-1}}
## 1 Plannen

{{#a1}}
1. De mentor zet de toetsen van een klas in het rooster, en niemand verandert dat zonder overleg.

{{#a2}}
2. Het aantal toetsen staat in de tabel:

   | Leerjaar | Toetsen per week | Toetsen per dag | Wie houdt dit bij? |
   |---|---|---|---|
"""
_ROW = "   | {at}e klas | {at} | {at} | de mentor van klas {at} |\n"
_TAIL = """
{#a3}
3. Wie ziek was, haalt een toets in binnen een week nadat hij weer op school is gekomen.
"""
_EDIT = ("een week nadat", "twee weken nadat")


def _protocol(*sections: str) -> Protocol:
    asked = "".join(ASKED.format(section=one) for one in sections)
    rows = "".join(_ROW.format(at=at) for at in range(1, 40))
    text = _HEAD.format(asked=asked) + rows + _TAIL
    return read_protocol_text(text, subject="toetsen", slug="de-linde").protocol


_ONE, _THREE = _protocol("ouders"), _protocol("ouders", "personeel", "leerlingen")


@cache
def _pages() -> tuple[str, ...]:
    pages = pypdfium2.PdfDocument(own_pdf(_THREE))
    return tuple(one.get_textpage().get_text_bounded().replace("\r", "") for one in pages)


def _cover() -> Iterator[str]:
    """Yield the lines of the cover behind the sheet, each cell on its own; days break."""
    for one in Document(io.BytesIO(own_word(_THREE))).iter_inner_content():
        for line in (cell.text for row in getattr(one, "rows", ()) for cell in row.cells):
            yield from re.sub(r"^(uiterlijk \d+) ", r"\1\n", line).split("\n")
        yield getattr(one, "text", "")


def _copy(begins: str) -> list[str]:
    behind = "\n".join(_pages()[1:])
    if begins == "page":
        return behind.split("\n")
    if begins == "amid a line":
        return behind[behind.index("met het nummer van het artikel") :].split("\n")
    cover = list(_cover())
    own = next(at for at, line in enumerate(cover) if line == "Stichting De Linde")
    end = next(at for at, line in enumerate(cover) if line.startswith("Hebt u") and at > own)
    return [*cover[own:end], *behind[behind.index("Hebt u een vraag") :].split("\n")]


def _pasted(lines: Sequence[str]) -> Review:
    made = Document()
    for line in lines:
        made.add_paragraph(re.sub(r"[\x00-\x08\x0b-\x1f\ufffe]", "-", line))
    held = io.BytesIO()
    made.save(held)
    sent = SentText(protocol=_ONE, others=(_THREE,))
    return ReturnedWord(held.getvalue(), Path("kopie.docx")).review(_ONE, sent)


def _told(lines: Sequence[str]) -> list[tuple[str, str, str]]:
    return [(one.anchor, one.old, one.new) for one in _pasted(lines).changes]


@pytest.mark.parametrize("begins", ["page", "cells", "amid a line"])
def test_of_a_copy_only_what_somebody_changed_is_told(begins: str) -> None:
    lines = _copy(begins)
    assert sum("Wie houdt dit bij?" in line for line in lines) > 1
    assert _told(lines) == []
    [(anchor, old, new)] = _told([line.replace(*_EDIT) for line in lines])
    assert (anchor, new) == ("a3", old.replace(*_EDIT))


def test_a_line_that_somebody_wrote_among_the_cells_is_told() -> None:
    lines = _copy("cells")
    at = lines.index("GMR De Linde (personeel)")
    [(anchor, old, new)] = _told([*lines[:at], "Graag eerder.", *lines[at:]])
    assert (anchor, old, new) == ("", "", "Graag eerder.")


def test_cells_that_break_beside_each_other_are_no_change() -> None:
    lines = _copy("cells")
    at = lines.index("GMR De Linde (personeel)")
    assert lines[at + 2 : at + 5] == ["instemming gevraagd", "uiterlijk 14", "december 2026"]
    row = ["GMR De Linde (personeel)  instemming  instemming  uiterlijk 14"]
    assert _told([*lines[:at], *row, "gevraagd  december 2026", *lines[at + 5 :]]) == []


def test_a_row_on_one_line_has_the_cell_that_somebody_changed() -> None:
    lines = [line.replace("7e klas 7 7 de", "7e klas 6 7 de") for line in _copy("page")]
    assert lines != _copy("page")
    [(anchor, old, new)] = _told(lines)
    assert (anchor, new) == ("a2", old.replace("7e klas\n7", "7e klas\n6"))
