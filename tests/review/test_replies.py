"""Each remark gets an answer: kept beside the protocol without names, and printed."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from import_quality import own_word
from one_protocol import headed
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.checking.people import check_people_beside
from protocolkit.paper.leaflets.leaflet import Grid
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.on_behalf import Side
from protocolkit.review.remarks import Remark
from protocolkit.review.reply_changes import ReplyChanges
from protocolkit.review.reply_file import Verdict, by_key, read_replies_text, with_remarks
from protocolkit.review.reply_leaflet import reply_leaflet
from protocolkit.review.reply_places import Places
from returned_word import ReturnedWord
from typed import Typed, typed

_TEXT = (
    headed("Pesten")
    + """## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.

{#a2}
2. De mentor belt de ouders van alle kinderen die bij het pesten waren.
"""
)
_FIRST = "Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas."
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_TELL = translator("nl")


def _remark(text: str, author: str = "Jan Jansen", anchor: str = "a2") -> Remark:
    return Remark(id="0", author=author, date="2026-03-09", text=text, anchor=anchor)


def test_each_remark_gets_a_place_without_a_name() -> None:
    remarks = [
        _remark("Waarom?"),
        _remark("Te lang: 'nog eens'\nen # verder.", "namens de oudergeleding"),
        _remark("Akkoord.", "MR De Brug", ""),
        _remark("Akkoord.", "MR De Brug", ""),
    ]
    text = with_remarks("", remarks, {"a2": "1.2"}, _TELL)
    assert "Jansen" not in text
    found = read_replies_text(text, Report(""))
    assert [(one.said, one.side, one.about, one.answer) for one in found] == [
        ("Waarom?", Side.UNKNOWN, "a2", Verdict.OPEN),
        ("Te lang: 'nog eens'\nen # verder.", Side.SECTION, "a2", Verdict.OPEN),
        ("Akkoord.", Side.COUNCIL, "", Verdict.OPEN),
        ("Akkoord.", Side.COUNCIL, "", Verdict.OPEN),
    ]


def test_a_reply_is_kept_and_printed_as_one() -> None:
    first = replace(_remark("Waarom de ouders?"), id="1")
    second = replace(_remark("Dat is de wet."), id="2", parent="1", quote="de ouders")
    found = read_replies_text(with_remarks("", [first, second], {}, _TELL), Report(""))
    assert [one.replies_to for one in found] == ["", found[0].key]
    changes = ReplyChanges(submitted=PROTOCOL, now=PROTOCOL)
    paper = reply_leaflet(changes, found, Places.of(PROTOCOL), _TELL).leaflets[0]
    [grid] = [part for part in paper.parts if isinstance(part, Grid)]
    assert [row[1] for row in grid.rows] == [
        "Waarom de ouders?",
        "Reactie op: “Waarom de ouders?”\nDat is de wet.",
    ]


def test_a_copy_of_another_kind_has_the_answer_of_the_first() -> None:
    """A Word file writes the zone of a moment, LibreOffice does not; and spaces differ."""
    first = replace(_remark("Waarom?\nEn wie?"), date="2026-03-09T10:04:05Z", quote="de ouders")
    copy = replace(first, date="2026-03-09T11:04:05.123", text="Waarom? En wie?", id="o1")
    text = with_remarks("", [first], {}, _TELL)
    assert with_remarks(text, [copy], {}, _TELL) == text
    assert with_remarks(text, [replace(copy, date="2026-03-09T11:09:05")], {}, _TELL) != text


def test_an_answer_under_a_name_of_before_stays() -> None:
    remark = replace(_remark("Waarom?"), date="2026-03-09T10:04:05Z", quote="ouders")
    before = (remark.author, remark.date, remark.anchor, remark.quote, remark.text)
    name = f"r-{hashlib.sha256(json.dumps(before).encode()).hexdigest()[:10]}"
    [now] = by_key([remark])
    text = with_remarks("", [remark], {}, _TELL).replace(now, name)
    assert name in text
    assert with_remarks(text, [remark], {}, _TELL) == text


def test_what_was_answered_stays_as_it_is() -> None:
    text = with_remarks("", [_remark("Waarom?")], {}, _TELL)
    filled = text.replace('answer: ""', "answer: niet overgenomen  # zie verslag")
    assert with_remarks(filled, [_remark("Waarom?")], {}, _TELL) == filled
    more = with_remarks(filled, [_remark("Waarom?"), _remark("Nog iets.")], {}, _TELL)
    assert more.startswith(filled.rstrip("\n"))
    assert [one.answer for one in read_replies_text(more, Report(""))] == [
        Verdict.NOT_TAKEN,
        Verdict.OPEN,
    ]


@pytest.mark.parametrize(
    ("author", "side"),
    [
        ("GMR", Side.COUNCIL),
        ("de medezeggenschapsraad", Side.COUNCIL),
        ("Mr. J. Raadsma", Side.UNKNOWN),
        ("MR. JANSEN", Side.UNKNOWN),
        ("personeel", Side.SECTION),
        ("Ouder A", Side.UNKNOWN),
        ("lid van de MR", Side.MEMBER),
        ("namens de leden van de oudergeleding", Side.SECTION),
        ("oudergeleding van de GMR", Side.SECTION),
        ("de personeelsgeleding, MR De Brug", Side.SECTION),
        ("lid van de oudergeleding", Side.MEMBER),
        ("P. Jansen (GMR)", Side.UNKNOWN),
        ("P. Jansen, oudergeleding", Side.UNKNOWN),
        ("", Side.UNKNOWN),
    ],
)
def test_on_behalf_of_whom(author: str, side: Side) -> None:
    text = with_remarks("", [_remark("Waarom?", author)], {}, _TELL)
    assert [one.side for one in read_replies_text(text, Report(""))] == [side]


@pytest.mark.parametrize("wrong", ["answer: misschien", "from: Jan", "antwoord: ja"])
def test_what_is_no_answer_is_told(wrong: str) -> None:
    key = wrong.split(":", maxsplit=1)[0]
    text = with_remarks("", [_remark("Waarom?")], {}, _TELL)
    lines = [line for line in text.splitlines() if not line.strip().startswith(f"{key}:")]
    report = Report("x.yml")
    read_replies_text("\n".join([*lines, f"    {wrong}"]), report)
    assert report.problems


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    word = ReturnedWord(own_word(PROTOCOL))
    word.on("Waarom de ouders?", "belt de ouders", author="Jan Jansen")
    word.on("Waarom dezelfde dag?", "nog dezelfde dag", author="MR De Brug")
    (tmp_path / "retour.docx").write_bytes(word.content())
    return tmp_path


def _asked(root: Path, *more: str) -> Typed:
    return typed("comments", "retour.docx", "--answers", *more, cwd=root)


def test_answers_are_printed_councils_first(root: Path) -> None:
    done = _asked(root)
    assert done.returncode == 0, done.stderr
    assert "2; nieuw: 2; nog open: 2" in done.stderr
    path = root / "protocols" / "pesten" / "de-brug.reacties.yml"
    text = path.read_text("utf-8")
    begin, end = text.split('said: "Waarom de ouders?"')
    end = end.replace('answer: ""', "answer: overgenomen", 1)
    end = end.replace('reason: ""', 'reason: "Zij horen het graag."', 1)
    end = end.replace('change: ""', "change: a1", 1)
    path.write_text(f'{begin}said: "Waarom de ouders?"{end}', "utf-8")
    done = _asked(root, "--paper", "reactie.docx")
    assert done.returncode == 0, done.stderr
    assert "nieuw: 0; nog open: 1" in done.stderr
    paper = Document(io.BytesIO((root / "reactie.docx").read_bytes()))
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    assert [row for row in rows if row[0] != "Bepaling"] == [
        ["1.1", "“nog dezelfde dag”\nWaarom dezelfde dag?", "NOG GEEN ANTWOORD."],
        [
            "1.2",
            "“belt de ouders”\nWaarom de ouders?",
            f"Overgenomen.\nZij horen het graag.\nZie 1.1, nu: “{_FIRST}”",
        ],
        ["1.1", _FIRST, "Hier is niets veranderd."],
    ]
    styles = [row.cells[-1].paragraphs[0].style.name for t in paper.tables for row in t.rows[1:]]
    assert len(set(styles)) == 2, "what is open stands out"
    words = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert words.index("Wat een raad zegt") < words.index(
        "Wat is gezegd zonder te melden namens wie"
    )
    assert "Opmerkingen zonder antwoord: 1 van 2." in words
    assert "Jansen" not in words
    done = _asked(root, "--paper", "reactie.pdf")
    assert done.returncode == 0, done.stderr
    assert (root / "reactie.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "paper", "code"),
    [
        ("", "reactie.txt", "answers-kind"),
        ("remarks: {r-1: {from: lid}}\nremarks: 3\n", "reactie.docx", "yaml-"),
        ("format: 99\n", "reactie.docx", "format-newer"),
        ("remarks:\n  r-1:\n    answer: misschien\n", "reactie.docx", "yaml-choice"),
    ],
)
def test_what_goes_wrong_leaves_every_file(root: Path, text: str, paper: str, code: str) -> None:
    path = root / "protocols" / "pesten" / "de-brug.reacties.yml"
    if text:
        path.write_text(text, "utf-8")
    done = _asked(root, "--paper", paper)
    assert (done.returncode, code in done.stderr) == (2, True), done.stderr
    assert not (root / paper).exists()
    assert (path.read_text("utf-8") if text else path.exists()) == (text or False)


_GONE = "\n{#a3}\n3. De mentor hoort eerst de ouders van wie geschorst wordt.\n"


@pytest.mark.parametrize("said", ["1.3", "1.3 (vervalt)", "a3", "#a3"])
def test_a_remark_is_put_at_a_clause_that_went(root: Path, said: str) -> None:
    path = root / "protocols" / "pesten" / "de-brug.md"
    path.write_text(_TEXT.rstrip() + "\n" + _GONE, "utf-8")
    done = typed("freeze", "protocols/pesten/de-brug.md", "1", cwd=root)
    assert done.returncode == 0, done.stderr
    path.write_text(_TEXT, "utf-8")
    (root / "mail.txt").write_text("Waarom gaat dit weg?\n", "utf-8")
    mail = ("comments", "mail.txt", "--text", "protocols/pesten/de-brug.md")
    assert typed(*mail, "--answers", cwd=root).returncode == 0
    answers = path.with_name("de-brug.reacties.yml")
    text = answers.read_text("utf-8")
    answers.write_text(text.replace('about: ""', f'about: "{said}"'), "utf-8")
    shown = typed(*mail, cwd=root)
    assert "1.3 (vervalt)  #a3" in shown.stdout, shown.stderr
    assert "bij een bepaling: 1" in shown.stderr
    done = typed(*mail, "--paper", "reactie.docx", cwd=root)
    assert done.returncode == 0, done.stderr
    paper = Document(io.BytesIO((root / "reactie.docx").read_bytes()))
    assert [row.cells[0].text for row in paper.tables[0].rows] == ["Bepaling", "1.3 (vervalt)"]


def test_a_label_is_of_the_text_before_it_is_of_a_clause_that_went() -> None:
    old = read_protocol_text(_TEXT.replace("{#a2}", "{#weg}"), subject="p", slug="b").protocol
    places = Places.of(PROTOCOL).with_gone([old], _TELL)
    assert places.anchor("1.2", NOWHERE) == "a2"
    assert places.anchor(places.cited["weg"], NOWHERE) == "weg"


def test_the_officer_says_on_whose_behalf_a_file_is(root: Path) -> None:
    path = root / "protocols" / "pesten" / "de-brug.reacties.yml"
    done = _asked(root)
    assert "niet bekend namens wie: 1." in done.stderr
    assert path.read_text("utf-8").count('from: ""') == 1
    done = _asked(root, "--from", "retour.docx=lid")
    assert "niet bekend namens wie" not in done.stderr
    assert [line.strip() for line in path.read_text("utf-8").splitlines() if "from:" in line] == [
        "from: lid",
        "from: raad",
    ]
    wrong = typed("comments", "retour.docx", "--from", "retour.docx=Jan", cwd=root)
    assert (wrong.returncode, "comments-from" in wrong.stderr) == (2, True)


def test_names_in_what_is_printed_are_told_with_their_places(root: Path) -> None:
    (root / "mail.txt").write_text("1.1 Te streng, aldus Marieke.\n\n1.2 @Ahmed, eens.\n", "utf-8")
    mail = ("comments", "mail.txt", "--text", "protocols/pesten/de-brug.md")
    done = typed(*mail, "--paper", "reactie.docx", cwd=root)
    assert done.returncode == 0, done.stderr
    for name in ("Marieke", "Ahmed"):
        assert f"‘{name}’ lijkt op de naam" in done.stderr
    found = [dict(one.values)["words"] for one in check_people_beside(root)]
    assert found == ["Marieke", "Ahmed"]
