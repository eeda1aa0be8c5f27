"""Words that a member types in a paper around the text: each is shown, at its clause or without."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import read_returned
from protocolkit.review.remarks import Remark, Review
from returned_odt import as_odt
from returned_word import ReturnedWord, W
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
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor[^1] van de klas.

{#a2}
2. De mentor belt de ouders van alle kinderen. Daarna volgt een gesprek op school.

{#a8}
3. Wie pest, noemt de mentor nooit zijn eigen naam.

{#t1}
| Wie | Wat |
|---|---|
| mentor | belt de ouders |
| directeur | schorst een dag |

{#a5}
4. Bij herhaling geldt:
   - de directeur belt zelf;
   - de school meldt het bij de inspectie.

[^1]: De mentor staat in de schoolgids.
"""
_NEW = (
    _OLD.replace("gaat nog dezelfde dag", "gaat binnen een uur")
    .replace(
        "alle kinderen. Daarna volgt",
        "alle kinderen.\n\n{#a9}\n3. Daarna volgt",
    )
    .replace("{#a8}\n3. Wie pest, noemt de mentor nooit zijn eigen naam.\n\n", "")
    .replace("schorst een dag", "schorst een week")
    .replace("belt zelf;", "belt binnen een dag zelf;")
    .replace("status: concept", "status: concept\n  retired: [a8]")
)
_TABLE, _LETTER, _FORM = "4-was-wordt-tabel", "1-oplegger", "6-besluit-van-de-raad"


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
    since = ("--since", "versions/pesten/de-brug@2025-1.md")
    assert typed("dossier", _FILE, "-o", "stukken", *since, cwd=made).returncode == 0
    return made


def _paper(root: Path, name: str) -> ReturnedWord:
    return ReturnedWord((root / "stukken" / f"{name}.docx").read_bytes())


def _read(root: Path, held: ReturnedWord, suffix: str = ".docx") -> Review:
    path = root / f"terug{suffix}"
    path.write_bytes(held.content() if suffix == ".docx" else as_odt(held.content()))
    return read_returned(path, root).review


_FIRST = "1. Wie een ander pest, gaat binnen een dag naar de mentor van de klas."
_POINTS = (
    "4. Bij herhaling geldt:\n• de directeur belt meteen zelf;\n"
    "• de school meldt het bij de inspectie."
)
_KINDS = pytest.mark.parametrize("suffix", [".docx", ".odt"])


@pytest.mark.parametrize("name", [_TABLE, _LETTER, _FORM, "7-wat-doen-andere-besturen"])
def test_a_paper_that_nobody_wrote_in_says_nothing(root: Path, name: str) -> None:
    path = root / "stukken" / f"{name}.docx"
    if path.exists():
        found = read_returned(path, root).review
        assert (found.remarks, found.changes, found.passed_over) == ((), (), ())


@_KINDS
@pytest.mark.parametrize(
    ("old", "new", "anchor", "whole"),
    [
        ("een uur", "een dag", "a1", _FIRST),
        ("week", "maand", "t1", "Wie\nWat\nmentor\nbelt de ouders\ndirecteur\nschorst een maand"),
        ("binnen een dag", "meteen", "a5", _POINTS),
    ],
)
def test_a_changed_proposed_text_is_a_change_of_its_clause(
    root: Path, suffix: str, old: str, new: str, anchor: str, whole: str
) -> None:
    held = _paper(root, _TABLE)
    held.retype(old, new)
    found = _read(root, held, suffix)
    assert (found.remarks, found.passed_over) == ((), ())
    [one] = found.changes
    assert (one.anchor, one.kind, one.new) == (anchor, "changed", whole)
    assert one.old == whole.replace(new, old)


def test_a_change_with_tracking_says_who_made_it(root: Path) -> None:
    held = _paper(root, _TABLE)
    held.track_deletion("een uur", "Mo")
    [one] = _read(root, held).changes
    assert (one.anchor, one.author, one.tracked) == ("a1", "Mo", True)
    assert "binnen naar de mentor" in one.new


@pytest.mark.parametrize("are_turned", [False, True])
def test_in_a_row_of_two_clauses_the_one_that_changed_is_told(root: Path, are_turned: bool) -> None:
    """Also where a program saved the bookmarks of a place the other way round."""
    held = _paper(root, _TABLE)
    for cell in [*held.root.iter(f"{{{W}}}p")] if are_turned else ():
        marks = cell.findall(f"{{{W}}}bookmarkStart")
        for mark in marks:
            cell.remove(mark)
        cell[:0] = marks[::-1]
    paragraphs = [p for p in held.root.iter(f"{{{W}}}p") if "op school" in "".join(p.itertext())]
    last = list(paragraphs[-1].iter(f"{{{W}}}t"))[-1]
    last.text = (last.text or "").replace("op school", "thuis")
    [one] = _read(root, held).changes
    assert (one.anchor, one.new) == ("a9", "3. Daarna volgt een gesprek thuis.")


def test_a_proposed_text_that_is_taken_away_takes_its_clause_away(root: Path) -> None:
    held = _paper(root, _TABLE)
    whole = held.paragraph("een uur")
    held.track_deletion("".join(t.text or "" for t in whole.iter(f"{{{W}}}t")))
    [one] = _read(root, held).changes
    assert (one.anchor, one.kind, one.new) == ("a1", "removed", "")


def test_words_in_another_cell_are_a_remark_at_the_clause_of_the_row(root: Path) -> None:
    held = _paper(root, _TABLE)
    held.retype("Vervalt.", "Nee, laten staan.")
    why = next(p for p in held.root.iter(f"{{{W}}}p") if "".join(p.itertext()) == "Nog invullen.")
    next(iter(why.iter(f"{{{W}}}t"))).text = "Waarom is dat nodig?"
    found = _read(root, held)
    assert {(one.anchor, one.text) for one in found.remarks} == {
        ("a1", "Waarom is dat nodig?"),
        ("a8", "Nee, laten staan."),
    }
    assert (found.changes, found.passed_over) == ((), ())


@_KINDS
@pytest.mark.parametrize(
    ("name", "after", "words"),
    [
        (_LETTER, "Wat vragen we u?", "Dit gaat ons te snel."),
        (_TABLE, "Zo leest u", "Wij zijn tegen deze tabel."),
        (_FORM, "Redenen,", "Wij willen eerst met de ouders praten."),
    ],
)
def test_a_new_paragraph_is_a_remark_without_a_place(
    root: Path, suffix: str, name: str, after: str, words: str
) -> None:
    held = _paper(root, name)
    held.new_paragraph(after, words)
    found = _read(root, held, suffix)
    [one] = found.remarks
    assert (one.text, one.anchor, one.near) == (words, "", "")
    assert (found.changes, found.passed_over) == ((), ())


def test_paragraphs_after_each_other_are_one_remark(root: Path) -> None:
    held = _paper(root, _LETTER)
    for words in ("En te duur.", "Dit gaat te snel."):
        held.new_paragraph("Wat vragen we u?", words)
    [one] = _read(root, held).remarks
    assert one.text == "Dit gaat te snel.\nEn te duur."


def test_what_is_ticked_is_told_with_the_words_beside_it(root: Path) -> None:
    held = _paper(root, _FORM)
    boxes = [p for p in held.root.iter(f"{{{W}}}p") if "".join(p.itertext()) == "☐"]
    next(iter(boxes[1].iter(f"{{{W}}}t"))).text = "☒"
    [one] = _read(root, held).remarks
    assert one.text == "☒"
    assert one.quote.startswith("Wij stemmen in, met de wijzigingen")


def test_what_a_member_changes_with_tracking_is_told_beside_what_stood_there(root: Path) -> None:
    held = _paper(root, _LETTER)
    held.track_insertion("wij vragen uw", " niet", "Mo")
    [one] = _read(root, held).remarks
    assert isinstance(one, Remark)
    assert (one.author, one.date[:4]) == ("Mo", "2026")
    assert "wij vragen uw" in one.quote
    assert "niet" in one.text


def test_words_of_ours_that_a_member_takes_away_are_told(root: Path) -> None:
    held = _paper(root, _LETTER)
    held.track_deletion("Wat vragen we u?")
    held.strike("Waarom dit voorstel")
    found = _read(root, held)
    assert found.remarks == ()
    assert [(one.words, one.reason) for one in found.passed_over] == [
        ("Wat vragen we u?", LeftOutReason.DELETED),
        ("Waarom dit voorstel", LeftOutReason.STRUCK),
    ]
