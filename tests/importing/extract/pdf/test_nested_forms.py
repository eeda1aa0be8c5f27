"""A PDF that draws far too much is refused before it is opened; a plain one is read."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, Name, Object

from drawn_pdf import RULE_LINES, RULES, Drawing
from protocolkit.base.location import NOWHERE
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.nested_forms import MOST_DRAWN, check_nested_forms


def _with(content: str, form: Object, drawing: Drawing) -> bytes:
    drawing.page(RULES + content, XObject=Dictionary(X=form))
    return drawing.bytes()


def _looped(content: str) -> bytes:
    drawing = Drawing()
    form = drawing.pdf.make_indirect(drawing.form(content))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    return _with(" /X Do", form, drawing)


def _doubled(deep: int, content: str = "/X Do /X Do") -> bytes:
    drawing = Drawing()
    form = drawing.form("0 0 m")
    for _ in range(deep):
        form = drawing.form(content, Resources=Dictionary(XObject=Dictionary(X=form)))
    return _with(" /X Do", form, drawing)


def _as_annotation() -> bytes:
    drawing = Drawing()
    form = drawing.form("0 0 m")
    for _ in range(30):
        form = drawing.form("/X Do /X Do", Resources=Dictionary(XObject=Dictionary(X=form)))
    page = drawing.page()
    drawing.annotate(page, "Stamp", (70, 300, 90, 320), AP=Dictionary(N=form))
    return drawing.bytes()


@pytest.mark.parametrize(
    "content",
    [
        _looped("/X Do /X Do"),
        _looped("/X%\nDo /#58 Do"),
        _doubled(30),
        _doubled(6, "/X Do " * 10),
        _as_annotation(),
    ],
)
def test_forms_that_draw_forms_without_end_are_refused(content: bytes) -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        extract_pdf(content)
    assert stopped.value.problem.code.name == "import-too-much-drawn"
    assert str(MOST_DRAWN) in str(stopped.value)


def test_a_form_in_a_form_is_read() -> None:
    for content in (_looped("/X Do"), _doubled(3)):
        lines = tuple(line.text for line in extract_pdf(content).lines)
        assert lines == RULE_LINES


def test_what_cannot_be_read_is_left_to_the_other_reader() -> None:
    check_nested_forms(b"%PDF-1.7 en dan niets", NOWHERE)
    drawing = Drawing()
    drawing.page(RULES).Resources = Name.Nothing
    check_nested_forms(drawing.bytes(), NOWHERE)
