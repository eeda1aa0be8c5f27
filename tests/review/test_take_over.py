"""A change is taken over clause by clause, asked each time; all else in the file stays."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from import_quality import own_word
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.take_over import Refusal, taken_over
from returned_word import ReturnedWord
from typed import Typed, typed

_TEXT = """---
protocol:
  title: Pesten  # een opmerking die blijft
  organisation: {name: De Brug, kind: bestuur}
---

# Pesten

{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag
   naar de mentor van de klas.

{#a2}
2. De mentor belt de ouders van **alle** kinderen die bij het pesten waren.

{#a3}
3. De school bewaart verslagen van gesprekken een jaar lang.
"""
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_OLD = "1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas."
_LAST = "De school bewaart verslagen van gesprekken {} lang."


def _change(old: str, new: str, anchor: str = "a1", kind: str = "changed") -> ReturnedChange:
    return ReturnedChange(anchor=anchor, kind=kind, old=old, new=new)


def test_only_the_clause_changes() -> None:
    change = _change(_OLD, "1. Wie pest, gaat naar *de* mentor_x [a](b).")
    made = taken_over(_TEXT, PROTOCOL, change)
    assert isinstance(made, str)
    before, after = _TEXT.split("1. Wie"), made.split("1. Wie")
    assert after[0] == before[0]
    assert after[1].split("{#a2}")[1] == before[1].split("{#a2}")[1]
    read = read_protocol_text(made, subject="pesten", slug="de-brug")
    assert not read.problems
    assert "Wie pest, gaat naar *de* mentor_x [a](b)." in str(read.protocol)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (_change("1. Iets anders.", "1. Nieuw."), Refusal.MOVED_ON),
        (_change("9. Weg.", "9. Nieuw.", anchor="a9"), Refusal.MOVED_ON),
        (_change(_OLD, "2. Met een ander nummer."), Refusal.BY_HAND),
        (_change(_OLD, "1. Twee\n2. regels."), Refusal.BY_HAND),
        (_change(_OLD, "1. "), Refusal.BY_HAND),
        (_change(_OLD, "", kind="removed"), Refusal.BY_HAND),
        (_change("", "Nieuw.", anchor="", kind="added"), Refusal.BY_HAND),
        (_change("2. De mentor belt de ouders van alle kinderen die bij het pesten waren.",
                 "2. De mentor belt.", anchor="a2"), Refusal.BY_HAND),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_refused(change: ReturnedChange, refusal: Refusal) -> None:
    assert taken_over(_TEXT, PROTOCOL, change) is refusal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    word = ReturnedWord(own_word(PROTOCOL))
    word.track_deletion("nog dezelfde dag ")
    word.retype("een jaar", "twee jaar")
    (tmp_path / "retour.docx").write_bytes(word.content())
    return path


def _applied(path: Path, answers: str, monkeypatch: pytest.MonkeyPatch) -> Typed:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    return typed("comments", "retour.docx", "--apply", cwd=path.parents[2])


def test_each_change_is_asked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = _applied(path, "nee\nja\n", monkeypatch)
    assert done.returncode == 0, done.stderr
    assert path.read_text("utf-8") == _TEXT.replace("een jaar lang", "twee jaar lang")
    assert "met de hand te doen: 0" in done.stderr


def test_without_an_answer_nothing_changes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = _applied(path, "ja\n", monkeypatch)
    assert "Traceback" not in done.stderr
    assert path.read_text("utf-8") == _TEXT


def test_a_clause_that_moved_on_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = path.parents[2]
    assert typed("freeze", str(path), "voorgelegd", cwd=root).returncode == 0
    later = _TEXT.replace(_LAST.format("een jaar"), _LAST.format("drie jaar"))
    path.write_text(later, "utf-8")
    done = _applied(path, "ja\nja\n", monkeypatch)
    assert done.returncode == 1, done.stderr
    assert "nadat de raad haar kreeg" in done.stderr
    assert path.read_text("utf-8") == later.replace(
        "gaat nog dezelfde dag\n   naar de", "gaat naar de"
    )
