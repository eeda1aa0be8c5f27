"""Notes on our PDF stand at the clause whose words they lie over, or are reported."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from import_quality import own_pdf
from one_protocol import headed, placed
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.pdf_review import ReturnedPdf
from typed import typed

_TEXT = (
    headed("Pesten")
    + """{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.

{#a2}
2. De mentor belt de ouders van alle kinderen die bij het pesten waren, en schrijft op wat er die
   dag op het plein, in de gang of in de klas is gebeurd, zodat iedereen het later nog kan nalezen.

{#a6}
3. De mentor belt de ouders van andere kinderen niet.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_DATE = "D:20260309100000+01'00'"
Rectangle = tuple[float, float, float, float]


class _Noted:
    """A PDF on which notes are put."""

    def __init__(self) -> None:
        self._content = own_pdf(PROTOCOL)
        self._pdf = pikepdf.open(io.BytesIO(self._content))

    def place(self, words: str, which: int = 0) -> tuple[int, Rectangle]:
        """Return the page and the place of the first letters of some words."""
        document = pdfium.PdfDocument(self._content)
        found = []
        for number in range(len(document)):
            text = document[number].get_textpage()
            search = text.search(words)
            while (hit := search.get_next()) is not None:
                left, bottom, _, top = text.get_charbox(hit[0])
                right = text.get_charbox(hit[0] + hit[1] - 1)[2]
                found.append((number, (left, bottom, right, top)))
        return found[which]

    def note(
        self, text: str, page: int, box: Rectangle, kind: str = "/Highlight", **more: object
    ) -> pikepdf.Object:
        left, bottom, right, top = box
        keys: dict[str, object] = {
            "/Type": pikepdf.Name.Annot,
            "/Subtype": pikepdf.Name(kind),
            "/Rect": [left, bottom, right, top],
            "/Contents": pikepdf.String(text),
            "/T": pikepdf.String("Ouder A"),
            "/M": pikepdf.String(_DATE),
            "/QuadPoints": [left, top, right, top, left, bottom, right, bottom],
        }
        if kind == "/Text":
            del keys["/QuadPoints"]
        keys |= {f"/{name}": value for name, value in more.items()}
        made = self._pdf.make_indirect(pikepdf.Dictionary(keys))
        held = self._pdf.pages[page].obj
        if "/Annots" not in held:
            held["/Annots"] = pikepdf.Array()
        held["/Annots"].append(made)
        return made

    def content(self) -> bytes:
        made = io.BytesIO()
        self._pdf.save(made)
        return made.getvalue()


def _read(noted: _Noted) -> list[tuple[str, str]]:
    found = ReturnedPdf(noted.content(), Path("retour.pdf")).review(PROTOCOL)
    return [(one.text, one.anchor) for one in found.remarks]


def test_notes_stand_at_the_words_that_they_lie_over() -> None:
    noted = _Noted()
    noted.note("Wie?", *noted.place("gaat nog dezelfde"))
    noted.note("Waarom?", *noted.place("belt de ouders", 0))
    noted.note("Waarom niet?", *noted.place("belt de ouders", 1))
    noted.note("Kop.", *noted.place("Voor leerlingen"), kind="/Underline")
    page, (left, bottom, _, top) = noted.place("nalezen")
    noted.note("Waar dan?", page, (left, bottom, left + 20, top), kind="/Text")
    assert _read(noted) == [
        ("Wie?", "a1"),
        ("Waarom?", "a2"),
        ("Waarom niet?", "a6"),
        ("Kop.", "h-1"),
        ("Waar dan?", "a2"),
    ]


def test_a_note_has_its_author_date_and_answers() -> None:
    noted = _Noted()
    page, box = noted.place("gaat nog dezelfde")
    first = noted.note("Wie?", page, box)
    noted.note("De mentor.", page, (5, 5, 6, 6), kind="/Text", IRT=first)
    noted.note(
        "Completed set by Ouder A", page, (5, 5, 6, 6), kind="/Text", IRT=first,
        StateModel=pikepdf.String("Review"), State=pikepdf.String("Completed"),
    )  # fmt: skip
    review = ReturnedPdf(noted.content(), Path("retour.pdf")).review(PROTOCOL)
    found = review.remarks
    assert [(one.text, one.anchor, one.placed_by.value) for one in found] == [
        ("Wie?", "a1", "quote"),
        ("De mentor.", "a1", "parent"),
    ]
    one = found[0]
    assert (one.author, one.date, one.resolved) == ("Ouder A", "2026-03-09T10:00:00", True)
    assert [answer.parent for answer in found] == ["", one.id]
    assert one.quote == "gaat nog dezelfde"
    # A program sets a state in an answer of its own, with words of its own: no remark of anybody.
    [state] = review.passed_over
    assert (state.words, state.reason) == ("Completed set by Ouder A", LeftOutReason.STATE)


def test_a_state_is_that_of_its_note_until_another_one_is_set() -> None:
    noted = _Noted()
    page, box = noted.place("gaat nog dezelfde")
    above = noted.note("Wie?", page, box)
    for state, model in (("Accepted", "Review"), ("Rejected", "Review"), ("Marked", "Marked")):
        above = noted.note(
            "", page, (5, 5, 6, 6), kind="/Text", IRT=above,
            StateModel=pikepdf.String(model), State=pikepdf.String(state),
        )  # fmt: skip
    noted.note("De mentor dus.", page, (5, 5, 6, 6), kind="/Text", IRT=above)
    review = ReturnedPdf(noted.content(), Path("retour.pdf")).review(PROTOCOL)
    [first, answer] = review.remarks
    assert (first.text, first.resolved, answer.parent) == ("Wie?", False, first.id)
    assert (review.placed, review.passed_over) == (2, ())


def test_a_note_beside_the_text_is_reported_with_what_it_is_beside() -> None:
    noted = _Noted()
    page, (_, bottom, _, top) = noted.place("gaat nog dezelfde")
    noted.note("Los.", page, (1, bottom, 12, top), kind="/Text")
    noted.note("Nergens.", page, (1, 1, 12, 12), kind="/Text")
    found = ReturnedPdf(noted.content(), Path("retour.pdf")).review(PROTOCOL).remarks
    assert [(one.anchor, one.near) for one in found] == [("", "a1"), ("", "")]


def test_a_note_on_the_cover_is_at_no_clause() -> None:
    noted = _Noted()
    noted.note("Welke code?", *noted.place("Controlecode"))
    assert _read(noted) == [("Welke code?", "")]


def test_answers_in_a_circle() -> None:
    noted = _Noted()
    page, box = noted.place("gaat nog dezelfde")
    one = noted.note("Een.", page, box)
    two = noted.note("Twee.", page, box, IRT=one)
    one["/IRT"] = two
    assert [text for text, _ in _read(noted)] == ["Een.", "Twee."]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return placed(tmp_path, _TEXT, "pesten")


def test_the_command_finds_the_text_by_its_check_code(root: Path) -> None:
    noted = _Noted()
    noted.note("Wie?", *noted.place("gaat nog dezelfde"))
    (root / "retour.pdf").write_bytes(noted.content())
    done = typed("comments", "retour.pdf", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "Opmerkingen: 1; bij een bepaling: 1" in done.stderr


def test_a_page_that_is_not_there_is_told(root: Path) -> None:
    spoiled = pikepdf.open(io.BytesIO(_Noted().content()))
    made = io.BytesIO()
    spoiled.save(made, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    content = re.sub(rb"/Count \d(?=\s)", b"/Count 9", made.getvalue())
    (root / "retour.pdf").write_bytes(content)
    done = typed("comments", "retour.pdf", cwd=root)
    assert (done.returncode, "[import-damaged]" in done.stderr) == (2, True), done.stderr


def test_a_torn_pdf_is_refused(root: Path) -> None:
    (root / "retour.pdf").write_bytes(_Noted().content()[:400])
    done = typed("comments", "retour.pdf", cwd=root)
    assert (done.returncode, "[import-damaged]" in done.stderr) == (2, True), done.stderr


def _struck(noted: _Noted) -> list[tuple[str, str, str, str]]:
    found = ReturnedPdf(noted.content(), Path("retour.pdf")).review(PROTOCOL)
    return [(one.anchor, one.kind, one.old, one.new) for one in found.changes]


def test_a_line_through_words_is_a_change_of_the_clause() -> None:
    noted = _Noted()
    noted.note("", *noted.place("nog dezelfde dag"), kind="/StrikeOut")
    noted.note("Te streng.", *noted.place("van andere kinderen"), kind="/StrikeOut")
    whole = "3. De mentor belt de ouders van andere kinderen niet."
    assert _struck(noted) == [
        (
            "a1",
            "changed",
            "1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.",
            "1. Wie een ander pest, gaat naar de mentor van de klas.",
        ),
        ("a6", "changed", whole, "3. De mentor belt de ouders niet."),
    ]
    assert _read(noted) == [("Te streng.", "a6")]


def test_a_line_through_a_whole_clause_takes_it_away() -> None:
    noted = _Noted()
    noted.note("", *noted.place("De mentor belt de ouders van andere kinderen niet."), "/StrikeOut")
    whole = "3. De mentor belt de ouders van andere kinderen niet."
    assert _struck(noted) == [("a6", "removed", whole, "")]


def test_struck_words_that_stand_twice_in_a_clause_are_told_alone() -> None:
    noted = _Noted()
    noted.note("", *noted.place("die"), kind="/StrikeOut")
    assert _struck(noted) == [("a2", "changed", "die", "")]
    assert _read(noted) == []
