"""Each remark stands at its clause or nowhere, never at a wrong one; all are reported."""

from __future__ import annotations

import io
import json
import re
import shlex
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from import_quality import own_word
from one_protocol import headed
from programs import Start
from protocolkit.changes.change_set import version_of
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.gathering import Returned, together
from protocolkit.review.remarks import Remark, ReturnedChange, Review
from protocolkit.review.word_review import review_word
from returned_form import changed_parts, form_in_sheet, form_on_paper
from returned_word import ReturnedWord
from seeds import ROOT
from typed import typed

_TEXT = (
    headed("Pesten")
    + """{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.[^1]

{#a2}
2. De mentor belt de ouders van alle kinderen die bij het pesten waren.

{#a3}
3. Helpt dat niet, dan volgt een gesprek met de directeur van de school.

{#h-2}
## 2 Voor ouders

{#a4}
1. Ouders melden pesten bij de mentor, en niet bij andere ouders.

{#a5}
2. Wie doet wat:

   | wat | wie |
   |---|---|
   | gesprek voeren met de leerling | de mentor van de klas |
   | brief naar huis | de directeur |

{#a6}
3. De school bewaart verslagen van gesprekken een jaar lang.

[^1]: Is de mentor er niet, dan is dat de vertrouwenspersoon.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol


@pytest.fixture(scope="module")
def sent() -> bytes:
    return own_word(PROTOCOL)


@pytest.fixture
def word(sent: bytes) -> ReturnedWord:
    return ReturnedWord(sent)


def _review(word: ReturnedWord) -> Review:
    return review_word(word.content(), Path("retour.docx"), PROTOCOL)


def _places(found: Review) -> list[tuple[str, str]]:
    return [(one.anchor, one.near) for one in found.remarks]


def _only(found: Review) -> Remark:
    [one] = found.remarks
    return one


def test_a_remark_on_words_stands_at_their_clause(word: ReturnedWord) -> None:
    word.on("Waarom de ouders?", "belt de ouders")
    one = _only(_review(word))
    assert (one.anchor, one.quote, one.text) == ("a2", "belt de ouders", "Waarom de ouders?")
    assert (one.author, one.date, one.placed_by.value) == (
        "Ouder A",
        "2026-03-09T10:00:00Z",
        "bookmark",
    )


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Voor ouders", "h-2"),
        ("brief naar huis", "a5"),
        ("de directeur", ""),
        ("gesprek voeren met de leerling", "a5"),
        ("verslagen", "a6"),
    ],
)
def test_headings_and_cells_have_remarks_too(word: ReturnedWord, words: str, anchor: str) -> None:
    if not anchor:
        # Words that stand in two places are marked in the cell.
        cell = [p for p in word.root.iter("{*}tc") if "".join(p.itertext()) == words]
        run = next(cell[0].iter("{*}r"))
        word.remark("En als die ziek is?", run)
        anchor = "a5"
    else:
        word.on("Wat betekent dit?", words)
    assert _places(_review(word)) == [(anchor, "")]


def test_a_remark_over_several_clauses_stands_at_the_first(word: ReturnedWord) -> None:
    word.remark(
        "Dit hoort bij elkaar.", word.runs("belt de ouders")[0], word.runs("directeur van")[0]
    )
    one = _only(_review(word))
    assert one.anchor == "a2"
    assert one.quote.startswith("belt de ouders")
    assert one.quote.endswith("directeur van")


def _with_running(content: bytes, words: str) -> bytes:
    def write(parts: dict[str, bytes]) -> None:
        for name in ("word/header1.xml", "word/footer1.xml"):
            run = f"<w:r><w:t>{words}</w:t></w:r></w:p>".encode()
            parts[name] = parts[name].replace(b"</w:p>", run, 1)

    return changed_parts(content, write)


def test_what_is_written_in_the_head_or_foot_of_pages_is_told(word: ReturnedWord) -> None:
    content = _with_running(word.content(), " Graag korter")
    found = review_word(content, Path("retour.docx"), PROTOCOL).passed_over
    assert [one.reason for one in found] == [LeftOutReason.RUNNING, LeftOutReason.RUNNING]
    assert all(one.words.endswith("Graag korter") for one in found)


def test_what_we_print_there_ourselves_is_not_told(word: ReturnedWord) -> None:
    assert _review(word).passed_over == ()
    form = form_on_paper(PROTOCOL, "Waarom?")
    assert review_word(form, Path("formulier.docx"), PROTOCOL).passed_over == ()


def test_a_remark_without_a_range(word: ReturnedWord) -> None:
    word.point("Te lang.", "bewaart verslagen")
    assert _places(_review(word)) == [("a6", "")]


def test_answers_stand_with_what_they_answer(word: ReturnedWord) -> None:
    first = word.on("Waarom?", "niet bij andere ouders", done=True)
    word.remark("Om rust te houden.", parent=first, author="Secretaris")
    found = _review(word).remarks
    assert [(one.anchor, one.parent, one.resolved) for one in found] == [
        ("a4", "", True),
        ("a4", first, True),
    ]
    assert found[1].placed_by.value == "parent"


def test_an_orphan_is_reported_without_a_place(word: ReturnedWord) -> None:
    word.remark("Waar stond dit ook alweer?")
    one = _only(_review(word))
    assert (one.anchor, one.near, one.text) == ("", "", "Waar stond dit ook alweer?")


def test_a_paragraph_that_moved_keeps_its_remarks(word: ReturnedWord) -> None:
    word.on("Eerder graag.", "bewaart verslagen")
    word.move("bewaart verslagen", before="Wie een ander pest")
    assert _places(_review(word)) == [("a6", "")]


def test_a_bookmark_that_stayed_behind_is_not_believed(word: ReturnedWord) -> None:
    word.on("Eerder graag.", "bewaart verslagen")
    word.swap_bookmarks("bewaart verslagen", "melden pesten")
    assert _places(_review(word)) == [("a6", "")]
    word.retype(
        "De school bewaart verslagen van gesprekken een jaar lang.",
        "De school bewaart verslagen van gesprekken twee jaar lang.",
    )
    assert _places(_review(word)) == [("a6", "")]


def test_a_paragraph_that_was_split(word: ReturnedWord) -> None:
    word.split("dan volgt een gesprek met de directeur van de school.")
    word.on("Met wie nog meer?", "een gesprek met de directeur")
    found = _review(word)
    assert _places(found) == [("a3", "")]
    [one] = found.changes
    assert (one.anchor, one.new.count("\n")) == ("a3", 1)


def test_a_clause_that_was_taken_away_with_tracking(word: ReturnedWord) -> None:
    word.on("Weg ermee.", "bewaart verslagen")
    word.track_deletion("De school bewaart verslagen van gesprekken een jaar lang.")
    found = _review(word)
    assert _places(found) == [("a6", "")]
    assert [(one.anchor, one.tracked, one.author) for one in found.changes] == [
        ("a6", True, "Ouder A")
    ]


def test_a_clause_that_was_typed_anew(word: ReturnedWord) -> None:
    word.retype(
        "De school bewaart verslagen van gesprekken een jaar lang.",
        "Aantekeningen verdwijnen na twaalf maanden.",
    )
    word.on("Zo is het korter.", "Aantekeningen verdwijnen")
    assert _places(_review(word)) == [("a6", "")]


def test_a_remark_on_a_paragraph_that_is_new_has_a_nearest(word: ReturnedWord) -> None:
    word.new_paragraph("melden pesten", "Iedere maand komt er een nieuwsbrief over sport.")
    word.on("Mooi.", "nieuwsbrief over sport")
    assert _places(_review(word)) == [("", "a4")]


def test_in_a_new_document_the_words_tell(word: ReturnedWord) -> None:
    word.on("Waarom?", "bewaart verslagen")
    word.on("Hoe vaak?", "mentor belt")
    word.without_bookmarks()
    word.without_record()
    assert _places(_review(word)) == [("a6", ""), ("a2", "")]


def test_words_that_say_two_things_are_not_guessed(word: ReturnedWord) -> None:
    word.without_bookmarks()
    word.retype(
        "De mentor belt de ouders van alle kinderen die bij het pesten waren.", "De mentor."
    )
    word.on("Welke?", "De mentor.")
    assert _places(_review(word)) == [("", "a1")]


def test_changes_with_and_without_tracking(word: ReturnedWord) -> None:
    word.track_deletion("nog dezelfde dag ", author="Ouder B")
    word.track_insertion("een jaar", " en een dag")
    word.retype("andere ouders", "elkaar")
    word.strike("met de directeur ")
    found = {one.anchor: one for one in _review(word).changes}
    assert set(found) == {"a1", "a3", "a4", "a6"}
    assert {anchor: one.tracked for anchor, one in found.items()} == {
        "a1": True,
        "a3": False,
        "a4": False,
        "a6": True,
    }
    assert found["a1"].author == "Ouder B"
    assert found["a4"].new.endswith("niet bij elkaar.")
    assert "directeur" not in found["a3"].new


def test_a_file_that_comes_twice_counts_once(word: ReturnedWord) -> None:
    word.on("Waarom?", "belt de ouders")
    one = _review(word)
    other = ReturnedWord(own_word(PROTOCOL))
    other.on("Waarom niet?", "belt de ouders", author="Leraar")
    returned = [
        Returned(path=Path("x.docx"), version=version_of(PROTOCOL), review=review)
        for review in (one, one, _review(other))
    ]
    found = together(returned)
    assert [(remark.id, remark.author) for remark in found.remarks] == [
        ("0", "Ouder A"),
        ("3:0", "Leraar"),
    ]


def test_a_copy_of_another_kind_counts_once_and_a_remark_said_twice_twice() -> None:
    one = Remark(
        id="0", author="A", date="2026-03-09T10:00:00Z", text="Te vaag.", quote="pest", anchor="a1"
    )
    again = replace(one, id="1")
    copies = [
        replace(item, id=f"o{item.id}", date=date, file="x.odt")
        for item, date in ((one, "2026-03-09T10:00:00"), (again, "2026-03-09T11:00:00.123"))
    ]
    copies[1] = replace(copies[1], resolved=True, parent="o0")  # what programs lose on the way
    later = replace(one, id="7", date="2026-03-09T10:04:00")
    change = ReturnedChange(anchor="a1", kind="changed", old="x", new="y", date=one.date)
    same = replace(change, date="2026-03-09T10:00:00", file="x.odt")
    reviews = (
        Review(remarks=(one, again), changes=(change,)),
        Review(remarks=(*copies, later), changes=(same,)),
    )
    returned = [
        Returned(path=Path("x.docx"), version=version_of(PROTOCOL), review=review)
        for review in reviews
    ]
    found = together(returned)
    assert [remark.id for remark in found.remarks] == ["0", "1", "2:7"]
    assert found.changes == (change,)


def test_remarks_of_two_mails_stay_two() -> None:
    said = Remark(id="r1", author="", date="", text="Te vaag.", anchor="a1")
    reviews = [Review(remarks=(one,), changes=()) for one in (said, replace(said, id="r3"))]
    returned = [
        Returned(path=Path("x.txt"), version=version_of(PROTOCOL), review=review)
        for review in reviews
    ]
    assert len(together(returned).remarks) == 2


def test_the_command_finds_the_text_and_counts(word: ReturnedWord, tmp_path: Path) -> None:
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    word.on("Waarom?", "belt de ouders")
    word.remark("Nergens.")
    (tmp_path / "retour.docx").write_bytes(word.content())
    done = typed("comments", "retour.docx", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["counts"] == {"in_file": 2, "placed": 1, "unplaced": 1}
    assert [one["anchor"] for one in said["comments"]] == ["a2", None]
    shown = typed("comments", "retour.docx", cwd=tmp_path)
    assert "Opmerkingen: 2; bij een bepaling: 1; zonder plek: 1." in shown.stderr
    assert "Waarom?" in shown.stdout
    word.without_record()
    word.without_bookmarks()
    (tmp_path / "los.docx").write_bytes(word.content())
    assert typed("comments", "los.docx", cwd=tmp_path).returncode == 0
    path.write_text(_TEXT.replace("mentor", "conciërge").replace("school", "stad"), "utf-8")
    lost = typed("comments", "los.docx", cwd=tmp_path)
    assert (lost.returncode, "[review-of-nothing]" in lost.stderr) in {(2, True), (0, False)}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", "import-damaged"),
        (b"PK\x03\x04onzin", "import-damaged"),
        (b"", "review-empty"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "review-kind"),
    ],
)
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "protocols").mkdir()
    (tmp_path / "x.docx").write_bytes(content)
    done = typed("comments", "x.docx", cwd=tmp_path)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr


_GUIDE = ROOT / "docs" / "gebruik" / "reacties.md"


def test_every_command_of_the_guide_works(
    word: ReturnedWord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, back = tmp_path / "protocollen", tmp_path / "retour"
    path = root / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    back.mkdir()
    path.write_text(_TEXT, "utf-8")
    assert typed("freeze", str(path), "voorgelegd-2026-02-03", cwd=root).returncode == 0
    word.on("Waarom?", "belt de ouders")
    for name in ("retour-ouders.docx", "retour-personeel.docx"):
        (back / name).write_bytes(word.content())
    asked = "Waarom?"
    for name, content in (
        ("formulier-ouders.xlsx", form_in_sheet(PROTOCOL, asked)),
        ("formulier-personeel.docx", form_on_paper(PROTOCOL, asked)),
    ):
        (back / name).write_bytes(content)
    (back / "mail.txt").write_text("1.2 Waarom?", "utf-8")
    blocks = re.findall(r"```bash\n(.*?)```", _GUIDE.read_text("utf-8"), re.DOTALL)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    for line in (line for block in blocks for line in block.splitlines()):
        done = typed(*shlex.split(line)[1:], cwd=root)
        assert done.returncode == 0, done.stderr
        assert "Bewaar het daarbuiten" not in done.stderr
        writes = any(option in line for option in ("--a", "--sheet", "-o "))
        assert "Waarom?" in done.stdout or writes


def test_it_comes_back_through_libreoffice(
    word: ReturnedWord, tmp_path: Path, soffice: str, start: Start
) -> None:
    first = word.on("Waarom?", "belt de ouders")
    word.on("Daarom.", "belt de ouders", parent=first, author="Secretaris")
    word.on("Te lang.", "bewaart verslagen")
    word.track_deletion("nog dezelfde dag ")
    path = tmp_path / "in" / "retour.docx"
    path.parent.mkdir()
    path.write_bytes(word.content())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "uit"
    start(soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(out), str(path))
    found = review_word((out / "retour.docx").read_bytes(), path, PROTOCOL)
    assert {one.text: one.anchor for one in found.remarks} == {
        "Waarom?": "a2",
        "Daarom.": "a2",
        "Te lang.": "a6",
    }
    assert [(one.anchor, one.tracked) for one in found.changes] == [("a1", True)]
