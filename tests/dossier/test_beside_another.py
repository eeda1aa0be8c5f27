"""A first text stands beside another: only what differs, and neither is called old or new."""

from __future__ import annotations

from pathlib import Path

import pytest

from printing import words_of_pages
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.dossier.beside_another import Beside, counts_beside, sheet_beside
from protocolkit.was_wordt.reasons_file import Reasons, WrittenReason
from small_boards import board
from typed import Typed, typed

_TELL = translator("nl")
_OTHER = board(
    "ander",
    "De mentor belt de ouders van de leerling nog dezelfde dag.",
    "Iedereen groet.",
    "Fietsen staan in de stalling achter het gebouw.",
)
_OWN = board(
    "eigen",
    "De mentor mailt de ouders van de leerling nog dezelfde dag.",
    "Iedereen groet.",
    "Telefoons liggen in een kluisje bij de ingang.",
)


def _beside(other: Protocol = _OTHER) -> Beside:
    changes = compare_versions(version_of(other), version_of(_OWN))
    return Beside(name="Stichting Ander (2024)", changes=changes)


def test_only_what_differs_stands_there_and_how() -> None:
    sheet = sheet_beside(_beside(), Reasons(), _TELL)
    assert sorted((row.place.label, row.kind) for row in sheet.rows) == [
        ("Aanhef 1", "Andere woorden"),
        ("Aanhef 3", "Alleen daar"),
        ("Aanhef 3", "Alleen hier"),
    ]
    assert sheet.heads[1:3] == ("Stichting Ander (2024)", "Dit protocol")
    assert {row.old_said for row in sheet.rows} == {"", "Staat daar niet."}
    assert {row.new_said for row in sheet.rows} == {"", "Staat niet in dit protocol."}


def test_nothing_is_called_old_or_gone() -> None:
    sheet = sheet_beside(_beside(), Reasons(), _TELL)
    said = [*sheet.sentences, *sheet.counts, *sheet.heads, sheet.title, sheet.standing]
    said += [line.meaning for line in sheet.legend]
    words = " ".join(said).lower()
    for word in ("huidige", "voorgestelde", "vervalt", "nieuwe versie", "was-wordt"):
        assert word not in words
    assert len(sheet.legend) == 2
    assert not sheet.facts


def test_the_reason_of_the_officer_stands_at_its_row() -> None:
    reasons = Reasons(entries={"a-1": WrittenReason(text="Mailen gaat sneller.")})
    first = sheet_beside(_beside(), reasons, _TELL).rows[0]
    assert (first.reason, first.is_open) == (("Mailen gaat sneller.",), False)


def test_the_same_words_at_another_number_are_no_difference() -> None:
    moved = board("ander", "Iedereen groet.", "Telefoons liggen in een kluisje bij de ingang.")
    beside = _beside(moved)
    assert counts_beside(beside, _TELL) == (
        "Bepalingen met andere woorden: 0; alleen in dit protocol: 1; alleen daar: 0."
    )
    assert [row.place.label for row in sheet_beside(beside, Reasons(), _TELL).rows] == ["Aanhef 1"]


_HEAD = "---\nprotocol:\n  organisation: {name: NAME, kind: bestuur}\n---\n\n# Pesten\n"
_TOPICS = """title: Pesten
themes:
  - {id: t, title: Bellen}
topics:
  - {id: bellen, title: Wie belt?, theme: t, clauses: {haven: [a1], zee: [a1]}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    for slug, words in (("haven", "belt"), ("zee", "belt"), ("brug", "mailt")):
        text = f"{_HEAD.replace('NAME', slug.title())}\n{{#a1}}\n1. De mentor {words} de ouders.\n"
        (folder / f"{slug}.md").write_text(text, "utf-8")
    (folder / "topics.yml").write_text(_TOPICS, "utf-8")
    return tmp_path


def _make(root: Path, *words: str) -> Typed:
    return typed("dossier", "protocols/pesten/brug.md", "-o", "stukken", *words, cwd=root)


@pytest.mark.parametrize(
    ("against", "name"),
    [("protocols/pesten/haven.md", "Haven"), ("voorbeeldprotocol", "het voorbeeldprotocol")],
)
def test_a_first_text_is_compared_with_what_was_named(root: Path, against: str, name: str) -> None:
    done = _make(root, "--against", against)
    assert done.returncode == 0, done.stderr
    note = words_of_pages(root / "stukken" / "1-oplegger.pdf")
    assert "Dit is een nieuw protocol: er was er nog geen." in note
    assert f"Het is vergeleken met {name}." in note
    assert (root / "stukken" / "4-naast-een-andere-tekst.docx").is_file()
    assert "mailt" in words_of_pages(root / "stukken" / "4-naast-een-andere-tekst.pdf")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--against", "voorbeeldprotocol", "--since", "niets"), "against-and-since"),
        (("--against", "protocols/pesten/weg.md"), "version-missing"),
        (("--against", "protocols/pesten/brug.md"), "version-twice"),
    ],
)
def test_what_cannot_be_compared_is_told(root: Path, words: tuple[str, ...], code: str) -> None:
    done = _make(root, *words)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
    assert not (root / "stukken").exists()


def test_without_topics_there_is_no_template(root: Path) -> None:
    (root / "protocols" / "pesten" / "topics.yml").unlink()
    done = _make(root, "--against", "voorbeeldprotocol")
    assert (done.returncode, "[against-no-template]" in done.stderr) == (2, True), done.stderr
