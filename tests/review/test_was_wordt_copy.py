"""A was-wordt table that was copied into a file: only its proposed text is a part of ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from copied_word import pasted_word
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import Returned, read_returned
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_OLD = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: bestuur}
  status: concept
  dated: 2026-01
---

# Pesten

{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.

{#a2}
2. De mentor belt de ouders van alle kinderen.

{#a8}
3. Wie pest, noemt de mentor nooit zijn eigen naam.

{#t1}
| Wie | Wat |
|---|---|
| mentor | belt de ouders |
| directeur | schorst een dag |

{#a5}
4. Dit protocol staat op de website van de school.
"""
_NEW = _OLD.replace("belt de ouders van", "mailt de ouders van").replace(
    "schorst een dag", "schorst een week"
)
_GONE = "{#a8}\n3. Wie pest, noemt de mentor nooit zijn eigen naam."
_CAME = "{#a3}\n3. Gesprekken duren een half uur."
_AROUND = (
    "Beste mensen,",
    "Wij zijn het niet eens met deze tabel.",
    "Bel ons in januari daarover.",
)
Edit = Callable[[int, str], str]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("besturen")
    path = made / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_OLD, "utf-8")
    assert typed("freeze", _FILE, "2025-1", "--date", "2025-03-04", cwd=made).returncode == 0
    new = _NEW.replace(_GONE, _CAME).replace("status: concept", "status: concept\n  retired: [a8]")
    path.write_text(new, "utf-8")
    asked = ("--body", "GMR De Brug", "--right", "instemming", "--sent", "2026-02-03")
    assert typed("submit", _FILE, *asked, "--before", "2026-03-17", cwd=made).returncode == 0
    since = ("--since", "versions/pesten/de-brug@2025-1.md")
    assert typed("dossier", _FILE, "-o", "stukken", *since, cwd=made).returncode == 0
    return made


def _lines(root: Path, between: str, edit: Edit) -> list[str]:
    """Return the paper as plain lines; ``edit`` takes the column of a cell and its words."""
    paper, found = Document(str(root / "stukken" / "4-was-wordt-tabel.docx")), list[str]()
    for one in paper.iter_inner_content():
        if isinstance(one, Paragraph):
            found.append(one.text)
        elif isinstance(one, Table):
            for row in one.rows:
                cells = [edit(at, _words(cell)) for at, cell in enumerate(row.cells)]
                found += between.join(cells).split("\n")
    return found


def _words(cell: _Cell) -> str:
    """Return the words of a cell, those of the table in it too."""
    return "\n".join(Paragraph(one, cell).text for one in cell._tc.iter(qn("w:p")))


def _same(_: int, words: str) -> str:
    return words


def _replaced(column: int, old: str, new: str) -> Edit:
    return lambda at, words: words.replace(old, new) if at == column else words


def _read(root: Path, lines: Sequence[str], suffix: str = ".docx") -> Returned:
    path = root / f"kopie{suffix}"
    path.write_bytes(pasted_word(lines) if suffix == ".docx" else "\n".join(lines).encode("utf-8"))
    return read_returned(path, root)


_FORMS = pytest.mark.parametrize(
    ("between", "suffix"), [("\n", ".docx"), ("\t", ".docx"), ("\n", ".txt"), ("\t", ".txt")]
)


@_FORMS
def test_a_table_that_nobody_changed_has_no_change(root: Path, between: str, suffix: str) -> None:
    found = _read(root, _lines(root, between, _same), suffix).review
    assert (found.changes, found.remarks, found.passed_over) == ((), (), ())
    assert found.parts


@_FORMS
@pytest.mark.parametrize(
    ("old", "new", "anchor"),
    [("van alle", "van sommige", "a2"), ("een half uur", "een uur", "a3"), ("mentor", "juf", "t1")],
)
def test_a_change_of_the_proposed_text_alone_is_told(
    root: Path, between: str, suffix: str, old: str, new: str, anchor: str
) -> None:
    def edit(at: int, words: str) -> str:
        is_row = at == 2 and (anchor != "t1" or "directeur" in words)
        return words.replace(old, new) if is_row else words

    [one] = _read(root, _lines(root, between, edit), suffix).review.changes
    assert (one.anchor, one.new) == (anchor, one.old.replace(old, new))


def test_a_change_of_the_current_text_is_none(root: Path) -> None:
    lines = _lines(root, "\n", _replaced(1, "van alle", "van sommige"))
    assert _read(root, lines).review.changes == ()


def test_what_somebody_wrote_around_the_table_is_told(root: Path) -> None:
    lines = _lines(root, "\n", _same)
    found = _read(root, [*_AROUND[:2], *lines, _AROUND[2]]).review
    assert all(one.kind == "added" and not one.anchor for one in found.changes)
    assert " ".join(one.new for one in found.changes).split() == " ".join(_AROUND).split()


def test_what_somebody_wrote_in_the_column_of_reasons_is_passed_over(root: Path) -> None:
    lines = _lines(root, "\n", _replaced(3, "Nog invullen.", "Dit is niet nodig."))
    found = _read(root, lines).review
    assert found.changes == ()
    assert {one.reason for one in found.passed_over} == {LeftOutReason.OTHER_PAPER}
    assert {one.words for one in found.passed_over} == {"Dit is niet nodig."}


def test_a_copy_of_the_table_in_word_is_read_by_its_lines(root: Path) -> None:
    paper, made = Document(str(root / "stukken" / "4-was-wordt-tabel.docx")), Document()
    for one in list(paper.element.body)[:-1]:
        made.element.body.insert(len(made.element.body) - 1, one)
    path = root / "tabel.docx"
    made.save(str(path))
    assert read_returned(path, root).review.changes == ()


@pytest.mark.parametrize("between", ["\n", "\t"])
def test_rows_without_the_head_of_their_table_are_read_as_rows(root: Path, between: str) -> None:
    table = Document(str(root / "stukken" / "4-was-wordt-tabel.docx")).tables[-1]
    cells = [[_words(cell) for cell in row.cells] for row in table.rows]
    rows = [one for one in cells if one[0].startswith("1.2")]
    assert len(rows) == 1
    edit = _replaced(2, "van alle", "van sommige")
    said = [between.join(edit(at, cell) for at, cell in enumerate(row)) for row in rows]
    lines = "\n".join(said).split("\n")
    path = root / "rijen.docx"
    path.write_bytes(pasted_word([_AROUND[0], *lines]))
    found = read_returned(path, root, _FILE).review.changes
    assert [(one.anchor, one.kind) for one in found] == [("", "added"), ("a2", "changed")]
    assert found[1].new == found[1].old.replace("van alle", "van sommige")
