"""A change is taken over clause by clause, asked each time; all else in the file stays."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from import_quality import own_word
from one_protocol import headed
from protocolkit.changes.protocol_items import items_of
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.refusal import Refusal
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.take_clause import cited_by
from protocolkit.review.take_over import taken_over
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
        (_change("9. Weg.", "9. Nieuw.", anchor="a9"), Refusal.NO_LONGER),
        (_change("Pesten", "Plagen", anchor=""), Refusal.NO_CLAUSE),
        (_change(_OLD, "2. Met een ander nummer."), Refusal.BY_HAND),
        (_change(_OLD, "1. Twee\n2. regels."), Refusal.BY_HAND),
        (_change(_OLD, "1. "), Refusal.BY_HAND),
        (_change("1 Voor leerlingen", "", anchor="h-1", kind="removed"), Refusal.IS_HEADING),
        (_change("1. Iets anders.", "", kind="removed"), Refusal.MOVED_ON),
        (_change(_OLD, _OLD, kind="moved"), Refusal.SEVERAL),
        (replace(_change(_OLD, "1. Nieuw."), is_moved=True), Refusal.SEVERAL),
        (_change("2. De mentor belt de ouders van alle kinderen die bij het pesten waren.",
                 "2. De mentor belt.", anchor="a2"), Refusal.NOT_PLAIN),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_refused(change: ReturnedChange, refusal: Refusal) -> None:
    assert taken_over(_TEXT, PROTOCOL, change) is refusal


_RICH = (
    _TEXT.replace("van de klas.", "van de klas.[^1]")
    + """
{#a4}
4. Wie hulp zoekt, gaat volgens [artikel 1](#a1) naar:

   {style=lower-alpha}
   1. de mentor van
      de klas; of
   2. de directeur \\* van de school.

{#a5}
| Wie | Taak |
|---|---|
| De mentor | belt a \\| b |
| De directeur | belt a \\| b |

[^1]: Zie de *brochure* van de
    school.
"""
)
_OF_RICH = read_protocol_text(_RICH, subject="pesten", slug="de-brug").protocol
_POINTS = (
    "4. Wie hulp zoekt, gaat volgens artikel 1 naar:\n"
    "a. de mentor van de klas; of\nb. de directeur * van de school."
)
_CELLS = "Wie\nTaak\nDe mentor\nbelt a | b\nDe directeur\nbelt a | b"


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (_change(_OLD, _OLD.replace("dezelfde", "die *")), "dezelfde", r"die \*"),
        (_change(_OLD, _OLD.replace("nog dezelfde dag ", "")), "nog dezelfde dag\n   ", ""),
        (
            _change("2. De mentor belt de ouders van alle kinderen die bij het pesten waren.",
                    "2. De mentor spreekt de ouders van alle leerlingen die erbij waren.", "a2"),
            "belt de ouders van **alle** kinderen die bij het pesten",
            "spreekt de ouders van **alle** leerlingen die erbij",
        ),
        (_change(_POINTS, _POINTS.replace("zoekt", "wil").replace("r van", "r uit"), "a4"),
         ("zoekt", "van\n      de klas; of"), ("wil", "uit\n      de klas; of")),
        (_change(_POINTS, _POINTS.replace("* van", "* en van"), "a4"), r"\* van", r"\* en van"),
        (_change(_CELLS, _CELLS.replace("directeur\nbelt a |", "directeur\nspreekt, a |"), "a5"),
         r"directeur | belt", "directeur | spreekt,"),
        (_change("1 Voor leerlingen", "1 Voor kinderen", "h-1"), "r leerlingen", "r kinderen"),
        (_change("Zie de brochure van de school.", "Zie de folder van deze school.", "noot-1"),
         "*brochure* van de\n", "*folder* van deze\n"),
    ],
)  # fmt: skip
def test_words_change_where_they_stand_beside_notes_links_points_and_in_cells(
    change: ReturnedChange, old: str | tuple[str, ...], new: str | tuple[str, ...]
) -> None:
    pairs = [(old, new)] if isinstance(old, str) else zip(old, new, strict=True)
    wanted = _RICH
    for before, after in pairs:
        assert wanted.count(str(before)) == 1
        wanted = wanted.replace(str(before), str(after))
    assert taken_over(_RICH, _OF_RICH, change) == wanted


@pytest.mark.parametrize(
    "change",
    [
        _change(_OLD, f"{_OLD} Altijd."),  # before or behind the mark of the note?
        _change(_POINTS, _POINTS.replace("a. de", "d. de"), "a4"),
        _change(_CELLS, _CELLS.replace("De mentor\n", ""), "a5"),
    ],
)
def test_words_over_the_border_of_a_link_or_beside_a_mark_are_refused(
    change: ReturnedChange,
) -> None:
    assert taken_over(_RICH, _OF_RICH, change) in (Refusal.NOT_PLAIN, Refusal.BY_HAND)


@pytest.mark.parametrize("old", ["artikel 1", "volgens artikel 1"])
def test_other_words_of_a_link_that_leads_where_it_led_are_refused(old: str) -> None:
    change = _change(_POINTS, _POINTS.replace(old, "artikel 3"), "a4")
    assert taken_over(_RICH, _OF_RICH, change) is Refusal.IS_LINK


def test_words_beside_the_mark_of_a_note_amid_a_sentence_are_refused() -> None:
    """Nobody knows whether they came before the mark or behind it, spaces or not."""
    source = _RICH.replace("nog dezelfde dag", "nog dezelfde[^1] dag")
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    change = _change(_OLD, _OLD.replace("dezelfde", "dezelfde of volgende"))
    assert taken_over(source, protocol, change) is Refusal.NOT_PLAIN


def test_a_clause_goes_and_its_anchor_is_retired() -> None:
    gone = _change(f"3. {_LAST.format('een jaar')}", "", "a3", "removed")
    made = taken_over(_RICH, _OF_RICH, gone)
    assert made == _RICH.replace("kind: bestuur}\n", "kind: bestuur}\n  retired: [a3]\n").replace(
        f"{{#a3}}\n3. {_LAST.format('een jaar')}\n\n", ""
    )


_NOTED = _RICH.replace("jaar lang.", "jaar lang.[^2]") + "[^2]: Zie de wet.[^3]\n[^3]: Of niet.\n"


@pytest.mark.parametrize(
    ("source", "gone"),
    [
        (_NOTED, "[^2]: Zie de wet.[^3]\n[^3]: Of niet.\n"),
        (_NOTED.replace("]: Zie de *b", "]: Zie[^2] de *b"), ""),
        (_NOTED.replace("1]: Zie de *b", "1]: Zie[^3] de *b"), "[^2]: Zie de wet.[^3]\n"),
    ],
)
def test_with_a_clause_go_the_notes_that_nothing_else_calls(source: str, gone: str) -> None:
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    change = _change(f"3. {_LAST.format('een jaar')}", "", "a3", "removed")
    made = taken_over(source, protocol, change)
    assert made == source.replace("kind: bestuur}\n", "kind: bestuur}\n  retired: [a3]\n").replace(
        f"{{#a3}}\n3. {_LAST.format('een jaar')}[^2]\n\n", ""
    ).replace(gone or "\0", "")


def test_a_note_by_itself_is_not_taken_out() -> None:
    gone = _change("Zie de brochure van de school.", "", "noot-1", "removed")
    assert taken_over(_RICH, _OF_RICH, gone) is Refusal.IS_NOTE


def test_a_clause_that_another_refers_to_stays_and_is_told() -> None:
    source = _TEXT + "\n{#a4}\n4. Zie artikel 3 en [hier](#a2).\n"
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    gone = _change("2. De mentor belt de ouders van alle kinderen die bij het pesten waren.",
                   "", "a2", "removed")  # fmt: skip
    assert taken_over(source, protocol, gone) is Refusal.IS_CITED
    assert (cited_by(protocol, "a2"), cited_by(protocol, "a1")) == (("1.4",), ())


def _new(words: str, near: str) -> ReturnedChange:
    return ReturnedChange(anchor="", kind="added", old="", new=words, near=near)


def test_a_new_clause_comes_behind_its_neighbour_with_a_new_anchor() -> None:
    sent = {item.anchor for item in items_of(PROTOCOL)}
    first = taken_over(_TEXT, PROTOCOL, _new("4. Een *lijst*.", "a3"), sent)
    assert first == f"{_TEXT}\n{{#a4}}\n4. Een \\*lijst\\*.\n"
    read = read_protocol_text(first, subject="pesten", slug="de-brug").protocol
    again = taken_over(first, read, _new("4. Een *lijst*.", "a3"), sent)
    assert again is Refusal.IS_THERE
    assert taken_over(first, read, _new("Ouders komen mee.", "a3"), sent) == (
        f"{first}\n{{#h-1-1}}\nOuders komen mee.\n"
    )


_DECIMAL = headed("Pesten") + (
    "{#school}\n## 1 Op school\n\n{#art-1-1}\n1.1 Wie pest, stopt.\n\n"
    "{#art-1-2}\n1.2 De mentor belt.\n\n{#thuis}\n## 2 Thuis\n\n{#art-2-1}\n2.1 Ouders bellen.\n"
)


@pytest.mark.parametrize(
    ("words", "near", "anchor"),
    [
        ("1.3 Een dag later\tis er overleg.", "art-1-2", "art-1-3"),
        ("1.3\tEen dag later.", "art-1-2", "art-1-3"),
        ("1.1a De mentor.", "art-1-1", "art-1-1a"),
        ("2.2 Ouders komen.", "art-2-1", "art-2-2"),
        ("1.2 Nog iets.", "art-1-1", Refusal.NUMBER_TAKEN),
        ("2.1 Nog iets.", "art-1-2", Refusal.NUMBER_TAKEN),
        ("1.4 Te ver.", "art-1-2", Refusal.IS_NEW),
        ("1.3.2 Anders geteld.", "art-1-2", Refusal.IS_NEW),
        ("1.4. Te ver.", "art-1-2", Refusal.IS_NEW),
        ("1.2b Geen a.", "art-1-2", Refusal.IS_NEW),
        ("2.2 Te vroeg.", "art-1-2", Refusal.IS_NEW),
    ],
)
def test_a_new_clause_with_a_number_of_several_parts_comes_where_it_counts_on(
    words: str, near: str, anchor: str | Refusal
) -> None:
    protocol = read_protocol_text(_DECIMAL, subject="pesten", slug="de-brug").protocol
    made = taken_over(_DECIMAL, protocol, _new(words, near))
    if isinstance(anchor, Refusal):
        assert made is anchor
        return
    said = " ".join(words.split())
    assert isinstance(made, str)
    assert made.replace(f"\n{{#{anchor}}}\n{said}\n", "", 1) == _DECIMAL
    order = [
        one.anchor for one in items_of(read_protocol_text(made, subject="p", slug="b").protocol)
    ]
    assert order[order.index(near) + 1] == anchor


@pytest.mark.parametrize("point", ["", "."])
def test_a_new_number_is_written_as_the_text_writes_these(point: str) -> None:
    source = re.sub(r"^(\d\.\d) ", rf"\1{point} ", _DECIMAL, flags=re.MULTILINE)
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    for typed_number in ("1.3", "1.3."):
        change = _new(f"{typed_number}\tOuders komen mee.", "art-1-2")
        made = taken_over(source, protocol, change)
        assert isinstance(made, str)
        new = f"\n{{#art-1-3}}\n1.3{point} Ouders komen mee.\n"
        assert made.replace(new, "", 1) == source
        read = read_protocol_text(made, subject="pesten", slug="de-brug").protocol
        assert taken_over(made, read, change) is Refusal.IS_THERE
    below = source.partition("{#art-2-1}")[0].rstrip("\n") + "\n"
    read = read_protocol_text(below, subject="pesten", slug="de-brug").protocol
    made = taken_over(below, read, _new("2.1. Ouders bellen.", "thuis"))
    assert isinstance(made, str)
    assert made.endswith(f"2.1{point} Ouders bellen.\n")


def test_the_first_number_of_a_chapter_comes_under_its_heading() -> None:
    source = _DECIMAL.replace("{#art-2-1}\n2.1 Ouders bellen.\n", "")
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    made = taken_over(source, protocol, _new("2.1 Ouders bellen.", "thuis"))
    assert made == _DECIMAL


@pytest.mark.parametrize(
    ("words", "near"),
    [("4. Te laat.", "a2"), ("b. Een punt.", "a3"), ("4. Twee.\n5. Regels.", "a3"), ("Los.", "")],
)
def test_a_new_clause_whose_place_is_not_certain_is_refused(words: str, near: str) -> None:
    assert taken_over(_TEXT, PROTOCOL, _new(words, near)) is Refusal.IS_NEW


def test_what_stands_in_a_new_chapter_is_not_written_in_the_one_before() -> None:
    change = replace(_new("Ouders komen mee.", "a3"), behind="2 Een nieuw hoofdstuk")
    assert taken_over(_TEXT, PROTOCOL, change) is Refusal.IS_NEW
    behind_table = _new("Ouders komen mee.", "a5")
    assert taken_over(_RICH, _OF_RICH, behind_table) is Refusal.IS_NEW


def test_a_line_without_its_number_is_as_good() -> None:
    """LibreOffice keeps numbers elsewhere, and who types a clause anew leaves its number out."""
    made = taken_over(_TEXT, PROTOCOL, _change(_OLD, "Wie pest, gaat naar de mentor."))
    assert isinstance(made, str)
    assert "1. Wie pest, gaat naar de mentor.\n" in made


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


@pytest.mark.parametrize("begin", ["XVIII.", "(b)", "Lid 2.", "Stap 3:", "1e", "7)", "–"])
def test_a_line_with_another_marker_is_for_a_person(begin: str) -> None:
    made = taken_over(_TEXT, PROTOCOL, _change(_OLD, f"{begin} De mentor belt."))
    assert isinstance(made, Refusal)


@pytest.mark.parametrize("words", ["Wie: de ouders van de klas.", "Nee. De mentor belt zelf."])
def test_first_words_that_only_look_like_a_marker_are_words(words: str) -> None:
    made = taken_over(_TEXT, PROTOCOL, _change(_OLD, words))
    assert isinstance(made, str)
    assert f"1. {words}" in made


def test_each_change_is_asked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = _applied(path, "nee\nja\n", monkeypatch)
    assert done.returncode == 0, done.stderr
    assert path.read_text("utf-8") == _TEXT.replace("een jaar lang", "twee jaar lang")
    assert "niet overgenomen: 1; met de hand te doen: 0" in done.stderr


def test_pasted_clauses_take_nothing_else_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document()
    document.add_paragraph("Onze reactie:")
    document.add_paragraph(f"3. {_LAST.format('twee jaar')}")
    document.save(str(path.parents[2] / "retour.docx"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    done = typed(
        "comments", "retour.docx", "--apply", "--text", "pesten/de-brug", cwd=path.parents[2]
    )
    assert done.returncode == 1, done.stderr
    assert "met de hand te doen: 1" in done.stderr  # the words above the clause
    assert ": 1 van 3; de andere" in done.stderr
    assert path.read_text("utf-8") == _TEXT.replace("een jaar lang", "twee jaar lang")


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


def test_what_two_people_made_of_a_clause_is_shown_and_never_called_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = path.parents[2]
    for name, words in (("a.docx", "twee jaar"), ("b.docx", "drie jaar")):
        word = ReturnedWord(own_word(PROTOCOL))
        word.retype("een jaar", words)
        (root / name).write_bytes(word.content())
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    done = typed("comments", "a.docx", "b.docx", "--apply", cwd=root)
    assert (done.returncode, "met de hand te doen: 1" in done.stderr) == (1, True), done.stderr
    said = done.stdout + done.stderr
    assert said.count("elk op een andere manier") == 2
    assert said.index("drie jaar") < said.index("overnemen?")
    assert "voeg de twee met de hand samen" in said
    assert "nadat de raad haar kreeg" not in said
    assert path.read_text("utf-8") == _TEXT.replace("een jaar lang", "twee jaar lang")


def test_a_note_that_went_with_its_clause_is_told_and_not_left_to_do(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _TEXT.replace("jaar lang.", "jaar lang.[^1]") + "\n[^1]: Zie de wet.\n"
    path.write_text(source, "utf-8")
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    word = ReturnedWord(own_word(protocol))
    gone = word.paragraph("bewaart verslagen")
    gone.getparent().remove(gone)
    (path.parents[2] / "retour.docx").write_bytes(word.content())
    done = _applied(path, "ja\n", monkeypatch)
    assert done.returncode == 0, done.stderr
    assert "met de bepaling mee weggehaald" in done.stderr
    assert "[^1]" not in path.read_text("utf-8")
    assert "retired: [a3]" in path.read_text("utf-8")


@pytest.mark.parametrize("form", [("--format", "json"), ("--output", "uit.xlsx")])
def test_another_form_is_refused_before_anything_is_asked(
    path: Path, form: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\nja\n"))
    done = typed("comments", "retour.docx", "--apply", *form, cwd=path.parents[2])
    assert done.returncode == 2
    assert (done.stdout, "--apply" in done.stderr) == ("", True)
    assert path.read_text("utf-8") == _TEXT
    assert not (path.parents[2] / "uit.xlsx").exists()


def _gone(source: str, old: str, anchor: str) -> str | Refusal:
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    return taken_over(source, protocol, _change(old, "", anchor=anchor, kind="removed"))


def test_each_reason_why_something_cannot_be_taken_out_is_its_own() -> None:
    empty = (
        headed("Pesten") + "{#h-1}\n## 1 Op school\n\n{#h-2}\n### 1.1 In de klas\n\n{#a1}\n1. Ja.\n"
    )
    assert _gone(empty, "1 Op school", "h-1") is Refusal.IS_EMPTY_HEADING
    assert _gone(empty, "1.1 In de klas", "h-2") is Refusal.IS_HEADING
    source = headed("Pesten") + (
        "{#a1}\n1. Wie pest[^1], stopt.\n\n{#a2}\n2. Zie [de noot](#noot-1) daarover.\n\n"
        "[^1]: Ook buiten school.\n"
    )
    assert _gone(source, "1. Wie pest, stopt.", "a1") is Refusal.NOTE_IS_CITED


def test_a_heading_that_goes_is_told_with_what_stands_under_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = path.parents[2] / "retour.docx"
    word = ReturnedWord(file.read_bytes())
    heading = word.paragraph("Voor leerlingen")
    heading.getparent().remove(heading)
    file.write_bytes(word.content())
    said = _applied(path, "", monkeypatch)
    assert "Zonder deze kop valt wat eronder staat onder de kop ervoor." in said.stderr
    assert "Het gaat om: 1.1, 1.2, 1.3." in said.stderr
