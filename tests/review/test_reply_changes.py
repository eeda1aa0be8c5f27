"""An answer leads to what changed for a remark, on the same paper: as it was, and as it is now."""

from __future__ import annotations

import ctypes
import io
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from import_quality import own_word
from one_protocol import headed, placed
from protocolkit.base.messages import translator
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.reply_changes import ReplyChanges
from returned_word import ReturnedWord
from typed import typed

_TEXT = headed("Pesten") + (
    "{#h-1}\n## 1 Voor leerlingen\n\n"
    "{#a1}\n1. Wie een ander pest, gaat naar de mentor.\n\n"
    "{#a2}\n2. De mentor belt de ouders van wie pest.\n\n"
    "{#a3}\n3. De school bewaart verslagen een jaar lang.\n"
)
_NOW = (
    _TEXT.replace("een jaar lang", "twee jaar lang")
    .replace("2. De mentor belt", "2. De mentor spreekt")
    .replace("{#a2}", "{#a2b}\n1. Ouders horen dit.\n\n{#a2}")
    .replace("{#a1}\n1. Wie een ander pest, gaat naar de mentor.\n\n", "")
    .replace("bestuur}\n", "bestuur}\n  retired: [a1]\n")
)
_ANSWERS = {"Wie?": ("overgenomen", ""), "Waarom?": ("deels overgenomen", "a2b"),
            "Hoe lang?": ("overgenomen", ""), "Nee.": ("niet overgenomen", "")}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = placed(tmp_path, _TEXT, "pesten")
    file = "protocols/pesten/de-brug.md"
    assert typed("freeze", file, "voorgelegd", cwd=root).returncode == 0
    word = ReturnedWord(own_word(read_protocol_text(_TEXT, subject="pesten", slug="b").protocol))
    for said, words in zip(_ANSWERS, ("Wie een", "belt", "een jaar", "De school"), strict=True):
        word.on(said, words)
    (root / "retour.docx").write_bytes(word.content())
    done = typed("comments", "retour.docx", "--answers", cwd=root)
    assert done.returncode == 0, done.stderr
    path = root / "protocols" / "pesten" / "de-brug.reacties.yml"
    text = path.read_text("utf-8")
    for said, (answer, change) in _ANSWERS.items():
        before, after = text.split(f'said: "{said}"')
        after = after.replace('answer: ""', f"answer: {answer}", 1)
        text = f'{before}said: "{said}"' + after.replace('change: ""', f'change: "{change}"', 1)
    path.write_text(text, "utf-8")
    (root / file).write_text(_NOW, "utf-8")
    for kind in ("docx", "pdf"):
        done = typed("comments", "retour.docx", "--answers", "--paper", f"r.{kind}", cwd=root)
        assert done.returncode == 0, done.stderr
    return root


_ROWS = [
    ["1.1 (vervalt)", "Wie een ander pest, gaat naar de mentor.", "Vervallen"],
    ["1.1", "Nieuw", "Ouders horen dit."],
    [
        "1.3",
        "De school bewaart verslagen een jaar lang.",
        "De school bewaart verslagen twee jaar lang.",
    ],
]


def test_in_word_each_link_leads_to_its_clause(root: Path) -> None:
    paper = Document(io.BytesIO((root / "r.docx").read_bytes()))
    rows = [[cell.text for cell in row.cells] for row in paper.tables[-1].rows[1:]]
    assert sorted(rows) == sorted(_ROWS)
    names = {
        one.get(qn("w:name")): "".join(t.text for t in one.getparent().iter(qn("w:t")))
        for one in paper.element.body.iter(qn("w:bookmarkStart"))
    }
    links = {
        "".join(t.text for t in one.iter(qn("w:t"))): names[one.get(qn("w:anchor"))]
        for one in paper.element.body.iter(qn("w:hyperlink"))
    }
    assert links == {
        "Zie 1.1 (vervalt).": "1.1 (vervalt)",
        "Zie 1.1, nu: “Ouders horen dit.”": "1.1",
        "Zie 1.3, nu: “De school bewaart verslagen twee jaar lang.”": "1.3",
    }


def test_in_a_pdf_each_link_leads_to_a_place_on_it(root: Path) -> None:
    content = (root / "r.pdf").read_bytes()
    assert b"%PDF" in content[:8]
    document = pypdfium2.PdfDocument(content)
    said = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Wat er in de tekst veranderde" in said
    assert sum(_leading(document, page) for page in document) == 3


def _leading(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> int:
    """Return how many links of a page lead to a place in the document."""
    at, link, count = ctypes.c_int(0), pypdfium2.raw.FPDF_LINK(), 0
    while pypdfium2.raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        count += bool(pypdfium2.raw.FPDFLink_GetDest(document, link))
    return count


def test_of_a_table_or_a_long_clause_what_is_other_is_told() -> None:
    table = (
        _TEXT + "\n{#t1}\n| Wie | Taak |\n|---|---|\n| De mentor | belt |\n| De raad | hoort |\n"
    )
    table += "| De klas | praat |\n"
    old, now = (
        read_protocol_text(one, subject="pesten", slug="b").protocol
        for one in (table, table.replace("| hoort |", "| beslist |"))
    )
    changes = ReplyChanges(submitted=old, now=now)
    grid = changes.grid(["t1"], {"t1": "tabel"}, translator("nl"))
    assert grid is not None
    assert grid.rows == (("tabel", "…\nDe raad | hoort\n…", "…\nDe raad | beslist\n…"),)
    assert changes.now_says("t1") == "De raad | beslist"
