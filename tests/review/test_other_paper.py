"""A council writes in the margin of another paper of a dossier: no word of it stops the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.exchange import paper_feet
from protocolkit.exchange.paper_feet import is_foot_of_paper
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import Returned, read_returned
from protocolkit.review.remarks import PlacedBy
from returned_odt import as_odt
from returned_word import ReturnedWord
from seeds import ROOT
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_TEXT = """---
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
"""
_GONE = """
{#a8}
3. Wie pest, noemt de mentor nooit zijn eigen naam.
"""
_CAME = """
{#a3}
3. Gesprekken duren een half uur.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("besturen")
    path = made / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT + _GONE, "utf-8")
    assert typed("freeze", _FILE, "2025-1", "--date", "2025-03-04", cwd=made).returncode == 0
    path.write_text(
        _TEXT.replace("belt", "mailt").replace(
            "status: concept", "status: concept\n  retired: [a8]"
        )
        + _CAME,
        "utf-8",
    )
    asked = ("--body", "GMR De Brug", "--right", "instemming", "--sent", "2026-02-03")
    assert typed("submit", _FILE, *asked, "--before", "2026-03-17", cwd=made).returncode == 0
    since = ("--since", "versions/pesten/de-brug@2025-1.md")
    assert typed("dossier", _FILE, "-o", "stukken", *since, cwd=made).returncode == 0
    return made


def _paper(root: Path, name: str, words: str) -> Path:
    held = ReturnedWord((root / "stukken" / f"{name}.docx").read_bytes())
    held.on("Waarom?", words)
    path = root / f"terug-{name}.docx"
    path.write_bytes(held.content())
    return path


def _returned(root: Path, name: str, words: str) -> Returned:
    return read_returned(_paper(root, name, words), root)


@pytest.mark.parametrize(
    ("name", "words", "anchor", "near"),
    [
        ("4-was-wordt-tabel", "mailt", "a2", ""),
        ("4-was-wordt-tabel", "noemt de mentor nooit", "a8", ""),
        ("4-was-wordt-tabel", "Gesprekken duren", "a3", ""),
        ("1-oplegger", "mailt", "a2", ""),
        ("1-oplegger", "wij vragen uw instemming", "", ""),
        ("6-besluit-van-de-raad", "Ons besluit", "", ""),
    ],
)
def test_a_remark_in_another_paper_stands_at_the_clause_of_its_row(
    root: Path, name: str, words: str, anchor: str, near: str
) -> None:
    found = _returned(root, name, words)
    assert "mailt" in "".join(map(str, found.version.protocol.parts)), "the text of now"
    [one] = found.review.remarks
    assert (one.text, one.anchor, one.near) == ("Waarom?", anchor, near)
    assert one.placed_by is (PlacedBy.LABEL if anchor else PlacedBy.NOTHING)
    assert found.review.changes == ()
    assert found.review.passed_over == ()


def test_another_paper_does_not_stop_the_others(root: Path) -> None:
    files = [
        _paper(root, "4-was-wordt-tabel", "mailt").name,
        _paper(root, "2-protocol", "alle kinderen").name,
    ]
    done = typed("comments", *files, cwd=root)
    assert done.returncode == 0, done.stderr
    assert "Opmerkingen: 2; bij een bepaling: 2; zonder plek: 0." in done.stderr
    assert "Weggelaten" not in done.stderr


def test_of_a_paper_from_before_its_words_were_marked_only_the_margin_is_read(root: Path) -> None:
    held = ReturnedWord((root / "stukken" / "1-oplegger.docx").read_bytes())
    held.without_bookmarks()
    held.new_paragraph("Wat vragen we u?", "Dit gaat te snel.")
    path = root / "eerder.docx"
    path.write_bytes(held.content())
    found = read_returned(path, root).review
    assert (found.remarks, found.changes) == ((), ())
    assert {one.reason for one in found.passed_over} == {LeftOutReason.OTHER_PAPER}


@pytest.mark.parametrize(
    "name", ["1-oplegger", "4-was-wordt-tabel", "5-reactieformulier", "6-besluit-van-de-raad"]
)
def test_another_paper_saved_by_libreoffice_takes_nothing_away(root: Path, name: str) -> None:
    path = root / f"terug-{name}.odt"
    path.write_bytes(as_odt((root / "stukken" / f"{name}.docx").read_bytes()))
    found = read_returned(path, root).review
    assert (found.remarks, found.changes, found.parts) == ((), (), ())
    assert found.passed_over == ()


def test_the_redline_saved_by_libreoffice_is_the_text(root: Path) -> None:
    path = root / "terug-redline.odt"
    path.write_bytes(as_odt((root / "stukken" / "3-zichtbare-wijzigingen.docx").read_bytes()))
    found = read_returned(path, root).review
    assert found.changes == ()
    [one] = found.passed_over
    assert one.reason is LeftOutReason.SUMMARY
    assert one.words.startswith("Wat er is gewijzigd")


def test_a_remark_in_a_redline_on_what_goes_stands_at_that(root: Path) -> None:
    held = ReturnedWord((root / "stukken" / "3-zichtbare-wijzigingen.docx").read_bytes())
    gone = held.deleted("noemt de mentor nooit")
    held.remark("Houden.", gone, gone)
    path = root / "terug-redline.docx"
    path.write_bytes(held.content())
    found = read_returned(path, root).review
    [one] = found.remarks
    assert (one.text, one.anchor, one.near) == ("Houden.", "a8", "")
    assert one.placed_by is PlacedBy.QUOTE
    assert found.changes == ()


def test_words_of_what_goes_that_somebody_puts_back_are_new_text(root: Path) -> None:
    held = ReturnedWord((root / "stukken" / "2-protocol.docx").read_bytes())
    held.new_paragraph("De mentor mailt", "Wie pest, noemt de mentor nooit zijn eigen naam.")
    held.on("Terug.", "nooit zijn eigen")
    path = root / "terug-tekst.docx"
    path.write_bytes(held.content())
    found = read_returned(path, root).review
    [one] = found.remarks
    assert (one.anchor, one.near) == ("", "a2")
    [new] = found.changes
    assert (new.anchor, new.near) == ("", "a2")


def test_each_foot_of_a_paper_beside_a_text_is_known() -> None:
    said = "not a text of the protocol itself"
    holding = {path.name for path in (ROOT / "tools").rglob("*.py") if said in path.read_text()}
    assert holding == {"paper_feet.py"}
    assert is_foot_of_paper(translator("nl")(paper_feet.WAS_WORDT))
    assert not is_foot_of_paper("Wij zijn tegen; geen tekst van het protocol zelf.")
