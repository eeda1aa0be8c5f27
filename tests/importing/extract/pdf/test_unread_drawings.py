"""Words that a PDF draws in other ways than as text of a page, or keeps for other programs."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from drawn_pdf import RULE_LINES, RULES, Drawing, proved_pdf, words
from protocolkit.base.location import NOWHERE
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.nested_forms import check_nested_forms
from protocolkit.importing.extract.pdf.unread_drawings import unread_words
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.doubts import RAISED, STRUCK
from protocolkit.importing.source.lines import MarkKind, Source
from protocolkit.reading.words_left_out import LeftOutReason

_WORDS = words("4. De leerling mag alles.", 70, 400)
_FILL = " /Pattern cs /P scn 60 380 400 40 re f 0 g "
_MASKED = " q /S gs 0 g 60 380 400 40 re f Q "


def _pattern(drawing: Drawing, content: str, **keys: Object) -> Object:
    tile = drawing.form(content)
    for name, value in keys.items():
        tile[f"/{name}"] = value
    tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
    tile.XStep, tile.YStep = 595, 842
    return tile


def _with_pattern(content: str, **keys: Object) -> bytes:
    drawing = Drawing()
    drawing.page(RULES + _FILL, Pattern=Dictionary(P=_pattern(drawing, content, **keys)))
    return drawing.bytes()


def _with_mask(content: str) -> bytes:
    drawing = Drawing()
    group = drawing.form(content, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(S=Name.Luminosity, G=group))
    drawing.page(RULES + _MASKED, ExtGState=Dictionary(S=state))
    return drawing.bytes()


def _with_form_in_pattern() -> bytes:
    drawing = Drawing()
    form = drawing.form(_WORDS)
    tile = _pattern(drawing, "/X Do", Resources=Dictionary(XObject=Dictionary(X=form)))
    drawing.page(RULES + _FILL, Pattern=Dictionary(P=tile))
    return drawing.bytes()


def _with_pattern_in_stamp() -> bytes:
    drawing = Drawing()
    page = drawing.page()
    look = drawing.form(
        _FILL, Resources=Dictionary(Pattern=Dictionary(P=_pattern(drawing, _WORDS)))
    )
    drawing.annotate(page, "Stamp", (0, 0, 595, 842), F=4, AP=Dictionary(N=look))
    return drawing.bytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_with_pattern(_WORDS), LeftOutReason.PATTERN),
        (_with_form_in_pattern(), LeftOutReason.PATTERN),
        (_with_pattern_in_stamp(), LeftOutReason.PATTERN),
        (_with_mask(f"1 g {_WORDS}"), LeftOutReason.PICTURE),
    ],
)
def test_words_in_patterns_and_masks_are_named(content: bytes, reason: LeftOutReason) -> None:
    source = proved_pdf(content)
    assert [line.text for line in source.lines] == list(RULE_LINES)
    (left,) = source.left_out
    assert (left.text, left.reason) == ("4. De leerling mag alles.", reason)
    # a reader sees them: a person looks at them first
    assert left.is_in_sentence
    assert left.page == 1


def test_a_pattern_without_words_is_nothing() -> None:
    assert proved_pdf(_with_pattern("1 0 0 rg 0 0 9 9 re f")).left_out == ()


def test_patterns_that_draw_without_end_are_refused() -> None:
    drawing = Drawing()
    form = drawing.form("0 0 m")
    for _ in range(30):
        form = drawing.form("/X Do /X Do", Resources=Dictionary(XObject=Dictionary(X=form)))
    tile = _pattern(drawing, "/X Do", Resources=Dictionary(XObject=Dictionary(X=form)))
    drawing.page(RULES + _FILL, Pattern=Dictionary(P=tile))
    content = drawing.bytes()
    with pytest.raises(ProtocolkitError) as stopped:
        check_nested_forms(content, NOWHERE)
    assert stopped.value.problem.code.name == "import-too-much-drawn"


def test_what_the_other_reader_cannot_read_has_no_such_words() -> None:
    assert list(unread_words(b"%PDF-1.7 en dan niets").all()) == []


def test_words_that_a_font_draws_as_one_letter_are_named() -> None:
    drawing = Drawing()
    page = drawing.page(f"{RULES} BT /G 11 Tf 70 400 Td (a) Tj ET ")
    font = drawing.drawn_font({"a": "BT /F 500 Tf 0 0 Td (mag niet) Tj ET"}, {"a": "a"})
    font.Resources = Dictionary(Font=Dictionary(F=drawing.font))
    page.Resources.Font.G = font
    (left,) = proved_pdf(drawing.bytes()).left_out
    assert (left.text, left.reason) == ("mag niet", LeftOutReason.PICTURE)


def test_files_that_a_pdf_carries_are_named() -> None:
    drawing = Drawing()
    drawing.page()
    drawing.pdf.attachments["bijlage.txt"] = b"De leraar mag alles."
    source = proved_pdf(drawing.bytes())
    assert [left.text for left in source.left_out] == ["bijlage.txt"]
    assert len(source.notices) == 1


def test_what_the_pdf_calls_no_text_is_text_amid_a_sentence() -> None:
    drawing = Drawing()
    part = "BT /F 11 Tf 70 400 Td ({}) Tj /Artifact BMC ({}) Tj EMC ({}) Tj ET "
    drawing.page(RULES + part.format("4. De leerling mag ", "niet ", "fietsen."))
    source = proved_pdf(drawing.bytes())
    assert source.lines[-1].text == "4. De leerling mag niet fietsen."
    assert source.left_out == ()


@pytest.mark.parametrize("label", ["1.1", "14a.2", "Onderdeel 5, 2"])
def test_a_number_in_small_print_beside_a_line_calls_no_note(label: str) -> None:
    """So stand the labels in the margin of a Word file of ours that another program made a PDF."""
    drawing = Drawing()
    small = f"BT /F 8 Tf 30 400 Td ({label}) Tj ET "
    line = "BT /F 11 Tf 90 400 Td (1. De ouders halen hun kind op.) Tj 5 Ts /F 7 Tf (1) Tj ET "
    foot = "BT /F 8 Tf 70 40 Td (1 Noot bij de ouders die hun kind ophalen op vrijdag.) Tj ET "
    drawing.page(f"{RULES} {small}{line}{foot}")
    source = proved_pdf(drawing.bytes())
    marks = [source.text[m.begin - 3 : m.end] for m in source.marks if m.kind is MarkKind.NOTE]
    assert marks == ["op.1"]
    assert f"{label} 1. De ouders" in source.text


def test_a_number_with_raised_figures_is_a_doubt() -> None:
    drawing = Drawing()
    raised = "(10) Tj 5 Ts /F 7 Tf (2) Tj 0 Ts /F 11 Tf ( euro.) Tj"
    drawing.page(f"{RULES} BT /F 11 Tf 70 400 Td (4. De boete is ) Tj {raised} ET ")
    source = proved_pdf(drawing.bytes())
    assert [doubt.text for doubt in source.doubts] == [RAISED]


def test_a_mark_to_blacken_words_is_a_doubt() -> None:
    drawing = Drawing()
    page = drawing.page()
    drawing.annotate(page, "Redact", (60, 745, 400, 760), F=4)
    (doubt,) = proved_pdf(drawing.bytes()).doubts
    assert doubt.text is STRUCK


# -- read aloud ---------------------------------------------------------------------------------


def _spoken(instead: bytes) -> Source:
    drawing = Drawing()
    said = Dictionary(M=Dictionary(ActualText=String(instead)))
    drawing.page(f"{RULES} /Span /M BDC {_WORDS} EMC ", Properties=said)
    return proved_pdf(drawing.bytes())


@pytest.mark.parametrize(
    "instead",
    [
        b"\xfe\xff" + "mag nooit één".encode("utf-16-be"),
        b"\xff\xfe" + "mag nooit één".encode("utf-16-le"),
        b"\xef\xbb\xbf" + "mag nooit één".encode(),
        "mag nooit één".encode("latin-1"),
    ],
)
def test_what_is_said_instead_is_decoded_and_looked_at_first(instead: bytes) -> None:
    source = _spoken(instead)
    (left,) = source.left_out
    assert (left.text, left.reason) == ("mag nooit één", LeftOutReason.SPOKEN)
    assert left.is_in_sentence
    text = import_source(source).markdown
    assert "4. De leerling mag alles." in text
    assert "nooit" not in text


@pytest.mark.parametrize(
    ("mark", "named"),
    [
        ("/P <</ActualText (buiten)>> BDC /Span <</ActualText (binnen)>> BDC {} EMC EMC", 2),
        ("/Span <</Alt (anders) /E (voluit)>> BDC {} EMC", 2),
        ("/Span <</ActualText ()>> BDC {} EMC", 0),
    ],
)
def test_every_word_that_is_said_instead_is_named(mark: str, named: int) -> None:
    drawing = Drawing()
    drawing.page(f"{RULES} {mark.format(_WORDS)} ")
    source = proved_pdf(drawing.bytes())
    assert sum(len(left.text.split()) for left in source.left_out) == named
    assert source.lines[-1].text == "4. De leerling mag alles."


def test_the_same_words_aloud_are_nothing() -> None:
    same = "4. De leerling mag alles."
    assert _spoken(b"\xfe\xff" + same.encode("utf-16-be")).left_out == ()


# -- forms of another kind ------------------------------------------------------------------------


def _xfa(*, is_drawn_later: bool) -> bytes:
    drawing = Drawing()
    drawing.page()
    packet = drawing.pdf.make_stream(
        b"<template><draw><value><text>De leraar mag alles &amp; meer</text></value></draw>"
        b"<draw><value><text>3. De school filmt niet.</text></value></draw></template>"
    )
    form = Dictionary(Fields=Array([]), XFA=Array([String("template"), packet]))
    drawing.pdf.Root.AcroForm = form
    if is_drawn_later:
        drawing.pdf.Root.NeedsRendering = True
    return drawing.bytes()


def test_a_form_that_only_some_programs_show_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        extract_pdf(_xfa(is_drawn_later=True))
    assert stopped.value.problem.code.name == "import-xfa"
    assert capfd.readouterr().err == ""


def test_words_that_only_the_form_has_are_named(capfd: pytest.CaptureFixture[str]) -> None:
    source = proved_pdf(_xfa(is_drawn_later=False))
    (left,) = source.left_out
    assert (left.text, left.reason) == ("De leraar mag alles & meer", LeftOutReason.NOT_ON_PAGE)
    assert len(source.notices) == 1
    assert capfd.readouterr().err == ""
