"""A text that was pasted as plain words: tables and cover are matched to what they were."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx import write_docx
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.remarks import Review
from protocolkit.review.word_review import review_word
from returned_word import ReturnedWord

_TEXT = """---
protocol:
  title: Medicijnen
  organisation: {name: De Brug, kind: bestuur, sector: po}
  version: "2"
  approvals:
    - {body: GMR, right: instemming}
---

# Medicijnen

{#h-1}
## 1 Bewaren

{#a1}
1. Medicijnen liggen in een kast met een slot in de kamer van de directeur.[^1]

{#t1}
| Soort | Waar | Wie |
|---|---|---|
| Tabletten | In de kast | De directeur |
| Insuline | In de koelkast | De leraar |
| EpiPen | In de klas | De leraar |

{#a2}
2. De intern begeleider controleert elke maand of de lijst nog klopt.

[^1]: Ook zelfzorgmiddelen zijn medicijnen.
"""
PROTOCOL = read_protocol_text(_TEXT, subject="medicijnen", slug="de-brug").protocol
_TELL = translator("nl")
Lines = Callable[[list[str]], list[str]]


def _apart(cells: list[str]) -> list[str]:
    return cells


def _tabbed(cells: list[str]) -> list[str]:
    return ["\t".join(cells)]


def _lines(cells: Lines, own: Protocol = PROTOCOL) -> list[str]:
    """Return the paper as words alone, with the cells of a row on lines or behind tabs."""
    paper = Document(io.BytesIO(write_docx(own, make_cover(own, _TELL), _TELL)))
    found: list[str] = []
    for one in paper.element.body:
        if one.tag == qn("w:tbl"):
            for row in Table(one, paper).rows:
                found += cells([cell.text for cell in row.cells])
        else:
            found += [Paragraph(p, paper).text for p in one.iter(qn("w:p"))]
    return [line for line in found if line.strip()]


def _pasted(lines: list[str]) -> bytes:
    document = Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for piece in re.split("(\t)", line):
            paragraph.add_run(piece)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _review(lines: list[str]) -> Review:
    return review_word(_pasted(lines), Path("geplakt.docx"), PROTOCOL)


@pytest.mark.parametrize("cells", [_apart, _tabbed])
def test_a_paper_that_was_pasted_says_nothing_new(cells: Lines) -> None:
    found = _review(_lines(cells))
    assert found.changes == ()
    assert [one.reason for one in found.passed_over] == [LeftOutReason.NOTE_BEHIND]


@pytest.mark.parametrize("cells", [_apart, _tabbed])
def test_another_word_in_a_cell_or_on_the_cover_is_that_of_its_table(cells: Lines) -> None:
    other = [
        line.replace("In de koelkast", "Bij de conciërge").replace("primair", "speciaal")
        for line in _lines(cells)
    ]
    front, table = _review(other).changes
    assert (front.anchor, front.kind, front.old, front.new) == (
        "",
        "changed",
        "Sector primair onderwijs",
        "Sector speciaal onderwijs",
    )
    assert (table.anchor, table.kind) == ("t1", "changed")
    assert table.new == table.old.replace("In de koelkast", "Bij de conciërge")


def test_what_was_written_around_a_table_is_in_it_or_beside_it() -> None:
    lines = _lines(_apart)
    at = lines.index("In de koelkast")
    inside = [*lines[: at + 1], "of bij de leraar zelf", *lines[at + 1 :]]
    [one] = _review(inside).changes
    assert (one.anchor, "of bij de leraar zelf" in one.new) == ("t1", True)
    end = lines.index("EpiPen") + 3
    behind = [*lines[:end], "Een heel nieuwe regel onder de tabel.", *lines[end:]]
    [one] = _review(behind).changes
    assert (one.anchor, one.near, one.kind) == ("", "t1", "added")


def test_a_table_that_went_is_gone_whatever_has_words_of_it() -> None:
    lines = _lines(_apart)
    begin, end = lines.index("Soort"), lines.index("EpiPen") + 3
    [one] = _review([*lines[:begin], *lines[end:]]).changes
    assert (one.anchor, one.kind) == ("t1", "removed")
    gone, new = _review([*lines[:begin], "De leraar", *lines[end:]]).changes
    assert (gone.anchor, gone.kind, new.anchor, new.kind) == ("t1", "removed", "", "added")


@pytest.mark.parametrize("cells", [_apart, _tabbed])
def test_a_remark_in_pasted_words_stands_at_its_row(cells: Lines) -> None:
    word = ReturnedWord(_pasted(_lines(cells)))
    word.on("Is dat koud genoeg?", "In de koelkast")
    word.on("Elke week?", "elke maand")
    found = review_word(word.content(), Path("geplakt.docx"), PROTOCOL)
    assert [(one.text, one.anchor, one.row, one.quote) for one in found.remarks] == [
        ("Is dat koud genoeg?", "t1", 2, "In de koelkast"),
        ("Elke week?", "a2", None, "elke maand"),
    ]
    assert found.changes == ()


def _as_words(line: str) -> str:
    return line.replace("\u200b", "")


def _behind_space(line: str) -> str:
    return _as_words(line).replace("\t", " ")


@pytest.mark.parametrize("lost", [_as_words, _behind_space])
def test_a_label_that_became_words_is_none_of_the_clause(lost: Callable[[str], str]) -> None:
    lines = [lost(line).replace("elke maand", "elke week") for line in _lines(_apart)]
    assert any(line.startswith("1.1") for line in lines)
    [one] = _review(lines).changes
    assert (one.anchor, one.new) == ("a2", one.old.replace("maand", "week"))


def test_of_clauses_that_were_not_pasted_no_note_is_told() -> None:
    lines = [line for line in _lines(_apart) if "intern begeleider" in line]
    found = _review(["Onze opmerking gaat hierover:", *lines])
    assert found.passed_over == ()


_COUNTED = read_protocol_text(
    """---
protocol:
  title: Te laat komen
  organisation: {name: De Brug, kind: bestuur, sector: vo}
  status: concept
  version: "2"
---

# Te laat komen

{#h-1}
## 1 Melden

{#b1}
1. Een leerling die te laat is, meldt zich bij de conciërge voordat hij naar de les gaat.

{#h-2}
## 2 Gevolgen

{#b2}
1. De mentor praat met de leerling na twee keer te laat komen in een periode.

{#h-3}
## 3 Hoe vaak

{#t3}
| Aantal keer | Wat wij doen | Wie |
|---|---|---|
| 2 | gesprek met de leerling | mentor |
| 3 | brief aan de ouders | teamleider |
""",
    subject="te-laat",
    slug="de-brug",
).protocol


@pytest.mark.parametrize("cells", [_apart, _tabbed])
def test_cells_that_count_are_no_chapters_and_the_signatures_no_clause(cells: Lines) -> None:
    lines = _lines(cells, _COUNTED)
    assert "Handtekening" in "".join(lines)
    assert review_word(_pasted(lines), Path("terug.docx"), _COUNTED).changes == ()
    lines = [line.replace("brief aan", "mail aan") for line in lines]
    [one] = review_word(_pasted(lines), Path("terug.docx"), _COUNTED).changes
    assert (one.anchor, one.new) == ("t3", one.old.replace("brief aan", "mail aan"))
