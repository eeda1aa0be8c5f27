"""A redline that comes back: what we put in its margin ourselves is no remark of a council."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.paper.redline.move_notes import known_notes
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import read_returned
from protocolkit.review.remarks import PlacedBy, Review
from returned_word import ReturnedWord
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_HEAD = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: bestuur}
  status: concept
  dated: 2026-01
---

# Pesten

"""
_MOVED = "Elke klas bespreekt in september wat pesten is en wat de leraar dan doet."
_OLD = f"""{_HEAD}{{#a2}}
1. {_MOVED}

{{#h-1}}
## 1. Voor leerlingen

{{#a1}}
2. Wie pest, gaat naar de mentor.

{{#h-2}}
## 2. Voor ouders

{{#b1}}
1. Ouders horen het op de dag zelf.
"""
_NEW = f"""{_HEAD}{{#h-1}}
## 1. Voor leerlingen

{{#a1}}
1. Wie pest, gaat naar de mentor.

{{#h-2}}
## 2. Voor ouders

{{#b1}}
1. Ouders horen het op de dag zelf.

{{#a2}}
2. {_MOVED}
"""


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


def _redline(root: Path) -> bytes:
    return (root / "stukken" / "3-zichtbare-wijzigingen.docx").read_bytes()


def _read(root: Path, name: str, content: bytes) -> Review:
    path = root / name
    path.write_bytes(content)
    return read_returned(path, root).review


def _notes(found: Review) -> list[str]:
    reason = LeftOutReason.MOVE_NOTE
    return [one.words for one in found.passed_over if one.reason is reason]


def test_a_redline_without_remarks_has_none(root: Path) -> None:
    found = _read(root, "terug.docx", _redline(root))
    assert (found.remarks, found.changes) == ((), ())
    # its cover and head say what paper it is, which that of the text does not
    assert {one.reason for one in found.passed_over} == {
        LeftOutReason.MOVE_NOTE,
        LeftOutReason.SUMMARY,
    }
    assert _notes(found) == [
        "Verplaatst: deze tekst staat nu bij 2.2.",
        "Verplaatst: deze tekst stond eerst bij Aanhef 1.",
    ]


def test_a_note_is_known_by_the_places_that_a_text_has() -> None:
    known = read_protocol_text(_NEW, subject="pesten", slug="de-brug").protocol
    said = ("2.2", "1. Voor leerlingen", "2.1, na 1. Voor leerlingen", "B:2")
    notes = [f"Verplaatst: deze tekst stond eerst bij {place}." for place in said]
    notes.append("Verplaatst: een deel van deze tekst staat nu bij 2.1. " + notes[0])
    assert known_notes(notes, [known]) == set(notes)
    others = [
        f"{notes[0]} Nee.",
        f"{notes[1]}\nNee",
        "Verplaatst: deze tekst staat nu bij ons weg.",
    ]
    assert not known_notes(others, [known])


def test_who_answers_a_note_of_ours_makes_a_remark(root: Path) -> None:
    word = ReturnedWord(_redline(root))
    word.remark("Dat vinden wij niet goed.", parent=word.held[1])
    found = _read(root, "antwoord.docx", word.content())
    [one] = found.remarks
    assert (one.text, one.parent, one.anchor) == ("Dat vinden wij niet goed.", "", "a2")
    assert one.placed_by is not PlacedBy.PARENT
    assert len(_notes(found)) == 2


def test_words_that_somebody_adds_to_a_note_of_ours_count(root: Path) -> None:
    word = ReturnedWord(_redline(root))
    word.add_to_remark(word.held[0], " Nee.")
    found = _read(root, "aangevuld.docx", word.content())
    [one] = found.remarks
    assert one.text.endswith(" Nee.")
    assert len(_notes(found)) == 1


def test_a_remark_on_a_clause_that_goes_stands_at_that(tmp_path: Path) -> None:
    path = tmp_path / _FILE
    path.parent.mkdir(parents=True)
    gone = "{#b0}\n1. Ouders komen op gesprek bij de directeur.\n\n"
    old = _NEW.replace("{#b1}\n1.", f"{gone}{{#b1}}\n2.").replace("{#a2}\n2.", "{#a2}\n3.")
    path.write_text(old, "utf-8")
    assert typed("freeze", _FILE, "2025-1", "--date", "2025-03-04", cwd=tmp_path).returncode == 0
    path.write_text(_NEW, "utf-8")
    asked = ("--body", "GMR De Brug", "--right", "instemming", "--sent", "2026-02-03")
    assert typed("submit", _FILE, *asked, "--before", "2026-03-17", cwd=tmp_path).returncode == 0
    since = ("--since", "versions/pesten/de-brug@2025-1.md")
    assert typed("dossier", _FILE, "-o", "stukken", *since, cwd=tmp_path).returncode == 0
    word = ReturnedWord(_redline(tmp_path))
    held = word.deleted("Ouders komen op gesprek")
    word.remark("Houden.", held, held)
    word.on("Op welke dag?", "Ouders horen het")
    found = _read(tmp_path, "terug.docx", word.content())
    assert [(one.text, one.anchor, one.near) for one in found.remarks] == [
        ("Houden.", "b0", ""),
        ("Op welke dag?", "b1", ""),
    ]
