"""Rows of a copied was-wordt table whose clause moved, became several, or is a heading."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from copied_word import pasted_word
from protocolkit.document.outline import labels
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.gathering import read_returned
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.row_labels import RowLabels
from protocolkit.text.words import glued
from typed import typed

_FILE = "protocols/kamp/de-brug.md"
_OLD = """---
protocol:
  title: Kampen
  organisation: {name: De Brug, kind: bestuur}
  status: concept
  dated: 2026-01
---

# Kampen

{#h-1}
## 1 Vooraf

{#a1}
1. De leraar maakt vooraf een draaiboek voor het hele kamp.

{#a2}
2. Ouders krijgen een brief met het programma en de kosten.

{#a3}
3. Een stagiair telt niet mee. Een ouder die meegaat wel, als die dat wil.

{#h-2}
## 2 Onderweg

{#b1}
1. Leerlingen reizen met de bus of de trein naar het kamp.

{#b2}
2. De begeleider geeft geen medicijnen zonder toestemming van de ouders.

{#b3}
3. Op de fiets draagt iedereen een hesje in een opvallende kleur.

{#b4}
4. In de bus zit voorin een begeleider.

{#b5}
5. In de bus zit ook achterin een begeleider die oplet.
"""
_MOVED = "{#b2}\n2. De begeleider geeft geen medicijnen zonder toestemming van de ouders.\n"
_NEW = (
    _OLD.replace(_MOVED + "\n", "")
    .replace("{#h-2}", "{#b2}\n5. " + _MOVED.split("2. ", 1)[1] + "\n{#h-2}")
    .replace("mee. Een ouder", "mee.\n\n{#a4}\n4. Een ouder")
    .replace("2 Onderweg", "2 Onderweg en terug")
    .replace("{#b3}\n3.", "{#b3}\n2.")
    .replace("{#b4}\n4.", "{#b4}\n3.")
    .replace("begeleider.\n\n{#b5}\n5. In", "begeleider. In")
    .replace("status: concept", "status: concept\n  retired: [b5]")
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("besturen")
    path = made / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_OLD, "utf-8")
    assert typed("freeze", _FILE, "2025-1", "--date", "2025-03-04", cwd=made).returncode == 0
    path.write_text(_NEW, "utf-8")
    asked = ("--body", "GMR De Brug", "--right", "instemming", "--sent", "2026-02-03")
    assert typed("submit", _FILE, *asked, "--before", "2026-03-17", cwd=made).returncode == 0
    since = ("--since", "versions/kamp/de-brug@2025-1.md")
    assert typed("dossier", _FILE, "-o", "stukken", *since, cwd=made).returncode == 0
    return made


def _read(root: Path, old: str, new: str, *, between: str, suffix: str) -> list[ReturnedChange]:
    """Return the changes in a copy of the table with other words in the column of proposed text."""
    table = Document(str(root / "stukken" / "4-was-wordt-tabel.docx")).tables[-1]
    lines = list[str]()
    for row in table.rows:
        cells = [
            "\n".join(Paragraph(one, cell).text for one in cell._tc.iter(qn("w:p")))
            for cell in row.cells
        ]
        cells[2] = cells[2].replace(old, new)
        lines += between.join(cells).split("\n")
    path = root / f"kopie{suffix}"
    path.write_bytes(pasted_word(lines) if suffix == ".docx" else "\n".join(lines).encode("utf-8"))
    return list(read_returned(path, root, _kept(root)).review.changes)


def _kept(root: Path) -> str:
    [found] = (root / "versions" / "kamp").glob("*voorgelegd*.md")
    return str(found)


_FORMS = pytest.mark.parametrize(
    ("between", "suffix"), [("\n", ".docx"), ("\t", ".docx"), ("\n", ".txt"), ("\t", ".txt")]
)


@_FORMS
def test_a_copy_that_nobody_changed_has_no_change(root: Path, between: str, suffix: str) -> None:
    assert _read(root, "nergens", "", between=between, suffix=suffix) == []


@_FORMS
@pytest.mark.parametrize(
    ("old", "new", "anchor", "kind"),
    [
        ("geen medicijnen", "geen pillen", "b2", "changed"),
        ("als die dat wil", "als die dat kan", "a4", "changed"),
        ("telt niet mee", "telt wel mee", "a3", "changed"),
        ("die oplet", "die slaapt", "b4", "changed"),
    ],
)
def test_a_change_in_a_row_that_moved_or_was_split_is_told(
    root: Path, between: str, suffix: str, old: str, new: str, anchor: str, kind: str
) -> None:
    [one] = _read(root, old, new, between=between, suffix=suffix)
    assert (one.anchor, one.kind) == (anchor, kind)
    assert one.new == one.old.replace(old, new)


def test_a_heading_that_changed_is_one_row(root: Path) -> None:
    [one] = _read(root, "en terug", "en weer naar huis", between="\n", suffix=".docx")
    assert (one.anchor, one.new) == ("h-2", "2 Onderweg en weer naar huis")


@pytest.mark.parametrize(("count", "is_known"), [(1, True), (12, True), (13, False)])
def test_a_row_names_twelve_clauses_at_most(count: int, is_known: bool) -> None:
    text = "# Kamp\n" + "".join(f"\n{{#a{n}}}\n{n}. Regel.\n" for n in range(1, 20))
    read = read_protocol_text(text).protocol
    known = [glued(label) for label in labels(read).values()][:count]
    found = RowLabels(read, SentText(protocol=read)).now(",".join(known))
    assert found == (tuple(f"a{n}" for n in range(1, count + 1)) if is_known else ())
