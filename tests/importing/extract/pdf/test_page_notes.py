"""Notes on a page: over which words each lies, what it answers, and what is no note."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from drawn_pdf import RULE_LINES, Drawing
from protocolkit.base.location import NOWHERE
from protocolkit.importing.extract.pdf.page_notes import NotedPdf, read_notes

# The second line of the page, and where words of it stand.
_LINE = (70.0, 744.0, 300.0, 760.0)
Rectangle = tuple[float, float, float, float]


class _Noted:
    """A drawn page on which notes are put, in their order."""

    def __init__(self) -> None:
        self._drawing = Drawing()
        self._page = self._drawing.page()
        self._notes: list[Object] = []

    def put(
        self,
        text: str = "",
        box: Rectangle = _LINE,
        kind: str = "/Highlight",
        quarters: Sequence[float] = (),
        **keys: object,
    ) -> Object:
        made = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=Array(list(box)))
        if text:
            made.Contents = String(text)
        if quarters:
            made.QuadPoints = Array(list(quarters))
        for name, value in keys.items():
            made[f"/{name}"] = String(value) if isinstance(value, str) else value
        self._notes.append(self._drawing.pdf.make_indirect(made))
        return self._notes[-1]

    def read(self) -> NotedPdf:
        self._page.Annots = Array(self._notes)
        return read_notes(self._drawing.bytes(), NOWHERE)


def test_a_page_without_notes_still_has_its_words() -> None:
    found = _Noted().read()
    assert found.notes == ()
    assert all(line in found.pages[0] for line in RULE_LINES)


def test_a_note_lies_over_whole_words_with_those_around_them() -> None:
    noted = _Noted()
    noted.put("waarom?", (100.0, 744.0, 160.0, 760.0), T="Ouder A", M="D:20260309")
    (note,) = noted.read().notes
    assert (note.id, note.parent, note.author, note.date) == ("p1n1", "", "Ouder A", "D:20260309")
    assert note.text == "waarom?"
    marked = note.under.marked
    assert marked
    assert marked in RULE_LINES[1]
    assert f" {marked} " in f" {RULE_LINES[1]} ", "no word is cut"
    assert note.under.before.startswith(RULE_LINES[0])
    assert note.under.after.rstrip().endswith(RULE_LINES[-1])
    assert note.beside.marked.strip() == RULE_LINES[1]


def test_a_note_over_nothing_has_no_words_under_it() -> None:
    noted = _Noted()
    noted.put("los", (400.0, 100.0, 420.0, 120.0), "/Text")
    (note,) = noted.read().notes
    assert (note.under.marked, note.beside.marked, note.text) == ("", "", "los")


def test_quarters_count_before_the_frame() -> None:
    """Of marks over two lines the frame holds both lines whole, the marks may not."""
    left, bottom, right, top = _LINE
    noted = _Noted()
    noted.put(
        "x", (0.0, 0.0, 595.0, 842.0), quarters=(left, top, right, top, left, bottom, right, bottom)
    )
    (note,) = noted.read().notes
    assert note.under.marked in RULE_LINES[1]


@pytest.mark.parametrize("kind", ["/Link", "/Popup"])
def test_what_is_no_remark_is_no_note(kind: str) -> None:
    noted = _Noted()
    noted.put("x", kind=kind)
    noted.put("wel", kind="/Underline")
    assert [(note.id, note.text) for note in noted.read().notes] == [("p1n2", "wel")]


def test_an_answer_names_its_note_and_only_that() -> None:
    noted = _Noted()
    asked = noted.put("waarom?")
    link = noted.put("x", kind="/Link")
    noted.put("daarom", kind="/Text", IRT=asked)
    noted.put("op een link", kind="/Text", IRT=link)
    assert [(note.text, note.parent) for note in noted.read().notes] == [
        ("waarom?", ""),
        ("daarom", "p1n1"),
        ("op een link", ""),
    ]


@pytest.mark.parametrize(
    ("state", "model", "is_done"),
    [
        ("Completed", "Review", True),
        ("Accepted", "Review", True),
        ("Rejected", "Review", False),
        ("Completed", "Marked", False),
        ("", "Review", False),
    ],
)
def test_a_note_is_settled_by_the_state_in_an_answer(state: str, model: str, is_done: bool) -> None:
    noted = _Noted()
    asked = noted.put("waarom?")
    noted.put("ander")
    noted.put("", kind="/Text", IRT=asked, State=state, StateModel=model)
    found = noted.read()
    # an answer that says nothing but a state is no note
    assert [one.parent for one in found.states] == ([found.notes[0].id] if state else [])
    settled = [note.resolved for note in found.notes]
    assert settled == ([is_done, False] if state else [False, False, False])


def test_the_day_is_the_last_or_else_the_first() -> None:
    noted = _Noted()
    noted.put("a", M="D:20260309", CreationDate="D:20260101")
    noted.put("b", CreationDate="D:20260101")
    assert [note.date for note in noted.read().notes] == ["D:20260309", "D:20260101"]


def test_notes_are_numbered_by_their_page() -> None:
    drawing = Drawing()
    for number in (1, 2):
        page = drawing.page()
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
        note.Contents = String(f"op {number}")
        page.Annots = Array([drawing.pdf.make_indirect(note)])
    found = read_notes(drawing.bytes(), NOWHERE).notes
    assert [(note.id, note.text) for note in found] == [("p1n1", "op 1"), ("p2n1", "op 2")]
    assert isinstance(drawing.pdf, pikepdf.Pdf)
