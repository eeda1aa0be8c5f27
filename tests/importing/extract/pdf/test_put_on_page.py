"""What was put on a page without a picture of its own, and a page that no paper is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from drawn_pdf import RULE_LINES, RULES, Drawing, proved_pdf, words
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.proof.pdf_count import prove_pdf
from protocolkit.importing.source.doubts import ADDED, OPEN_FIELD, TICKED, UNTICKED, UNTOLD
from protocolkit.importing.source.limits import Stage
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_WORDS = "Bellen mag altijd."


def _with(subtype: Object, flags: int = 4, **keys: Object) -> Source:
    drawing = Drawing()
    page = drawing.page(RULES)
    note = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([70, 740, 300, 760]), F=flags)
    for name, value in keys.items():
        note[f"/{name}"] = value
    page.Annots = Array([drawing.pdf.make_indirect(note)])
    return proved_pdf(drawing.bytes())


def _told(source: Source) -> list[tuple[str, LeftOutReason]]:
    return [(one.text, one.reason) for one in source.left_out]


def test_a_text_box_without_a_picture_is_a_doubt_where_it_stands() -> None:
    source = _with(Name.FreeText, Contents=String(_WORDS), DA=String("/Helv 12 Tf 0 g"))
    assert _told(source) == [(_WORDS, LeftOutReason.COMMENT)]
    (doubt,) = source.doubts
    assert doubt.text == ADDED
    assert source.text[doubt.begin : doubt.end] in RULE_LINES


def test_a_comment_and_a_hidden_text_box_are_none() -> None:
    assert _with(Name.Text, Contents=String(_WORDS)).doubts == ()
    hidden = _with(Name.FreeText, 2, Contents=String(_WORDS))
    assert hidden.doubts == ()
    assert _told(hidden) == [(_WORDS, LeftOutReason.HIDDEN)]


def test_words_that_would_be_put_over_others_are_named() -> None:
    source = _with(Name.Redact, OverlayText=String(_WORDS))
    assert _told(source) == [(_WORDS, LeftOutReason.COMMENT)]


def _drawn(subtype: Object, flags: int = 4) -> Source:
    drawing = Drawing()
    look = drawing.form(f"BT /F 11 Tf 2 4 Td ({_WORDS}) Tj ET", box=(0, 0, 230, 20))
    page = drawing.page(RULES)
    note = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([70, 500, 300, 520]), F=flags)
    note.AP = Dictionary(N=drawing.pdf.make_indirect(look))
    page.Annots = Array([drawing.pdf.make_indirect(note)])
    return proved_pdf(drawing.bytes())


@pytest.mark.parametrize(
    "kind",
    ["Link", "Text", "Underline", "Caret", "Screen", "PrinterMark", "FileAttachment", "Highlight"],
)
def test_words_that_anything_put_on_the_page_is_drawn_with_are_read(kind: str) -> None:
    source = _drawn(Name(f"/{kind}"))
    assert source.lines[-1].text == _WORDS
    assert {doubt.text for doubt in source.doubts} == {ADDED}
    assert source.left_out == ()


@pytest.mark.parametrize(("kind", "flags"), [("Popup", 4), ("Link", 2), ("FreeText", 2)])
def test_words_of_a_drawing_that_does_not_show_are_named(kind: str, flags: int) -> None:
    source = _drawn(Name(f"/{kind}"), flags)
    assert _told(source) == [(_WORDS, LeftOutReason.HIDDEN)]


@pytest.mark.parametrize("depth", [0, 1, 3])
def test_words_of_a_drawing_inside_a_drawing_are_named(depth: int) -> None:
    drawing = Drawing()
    box = (0, 0, 230, 20)
    look = drawing.form(f"BT /F 11 Tf 2 4 Td ({_WORDS}) Tj ET", box=box)
    for _ in range(depth):
        outer = drawing.form("/I Do", box=box)
        outer.Resources = Dictionary(XObject=Dictionary(I=drawing.pdf.make_indirect(look)))
        look = outer
    page = drawing.page(RULES)
    drawing.annotate(page, "Link", (70, 500, 300, 520), F=4)
    page.Annots[0].AP = Dictionary(N=drawing.pdf.make_indirect(look))
    source = proved_pdf(drawing.bytes())
    assert source.lines[-1].text == _WORDS
    assert {doubt.text for doubt in source.doubts} == {ADDED}


def _field(keys: Mapping[str, object], flags: int = 4, *, is_listed: bool = True) -> Source:
    drawing = Drawing()
    page = drawing.page(RULES + words("Naam:", 70, 300) + words("4. Bellen mag niet.", 70, 250))
    said = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array([110, 296, 230, 312]), F=flags, T="naam"
    )
    for name, value in keys.items():
        said[f"/{name}"] = value
    field = drawing.pdf.make_indirect(said)
    page.Annots = Array([field])
    if is_listed:
        drawing.pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DA="/Helv 11 Tf 0 g")
    return proved_pdf(drawing.bytes())


_CHOICES = Array([String("Ouders"), String("Leraren")])


@pytest.mark.parametrize(
    ("keys", "flags", "told"),
    [
        ({"FT": Name.Tx}, 4, [OPEN_FIELD]),
        ({"FT": Name.Ch, "Ff": 1 << 17, "Opt": _CHOICES}, 4, [OPEN_FIELD]),
        ({"FT": Name.Sig}, 4, [OPEN_FIELD]),
        ({"FT": Name.Btn, "V": Name.Off, "AS": Name.Off}, 4, [UNTICKED]),
        ({"FT": Name.Btn, "V": Name.Yes, "AS": Name.Yes}, 4, [TICKED]),
        ({"FT": Name.Btn, "Ff": 65536}, 4, []),
        ({"FT": Name.Tx}, 2, []),
    ],
)
def test_a_field_to_fill_in_or_to_tick_is_a_doubt_at_its_line(
    keys: dict[str, object], flags: int, told: list[str]
) -> None:
    source = _field(keys, flags)
    assert [doubt.text for doubt in source.doubts] == told
    assert {source.text[one.begin : one.end] for one in source.doubts} <= {"Naam:"}


@pytest.mark.filterwarnings("ignore:This document has 1 form widget")
def test_a_field_that_no_form_lists_is_one_too() -> None:
    assert [one.text for one in _field({"FT": Name.Tx}, is_listed=False).doubts] == [OPEN_FIELD]


def test_a_field_that_is_filled_in_is_read() -> None:
    source = _field({"FT": Name.Tx, "V": String("Jan")})
    assert "Naam: Jan" in [line.text for line in source.lines]
    assert {doubt.text for doubt in source.doubts} == {ADDED}


@pytest.mark.parametrize("most", [1e6, 1e8])
def test_words_of_a_page_that_is_too_large_to_look_at_are_in_doubt(most: float) -> None:
    drawing = Drawing()
    drawing.page(RULES, box=(0, 0, most, most))
    source = proved_pdf(drawing.bytes())
    assert [line.text for line in source.lines] == list(RULE_LINES)
    assert {doubt.text for doubt in source.doubts} == {UNTOLD}
    assert source.left_out == ()


def test_every_page_that_is_proved_is_told() -> None:
    drawing = Drawing()
    for _ in range(3):
        drawing.page(RULES)
    content, told = drawing.bytes(), list[tuple[Stage, int, int]]()
    prove_pdf(content, extract_pdf(content), progress=lambda *how_far: told.append(how_far))
    assert told == [(Stage.PROVED_PAGES, number, 3) for number in (1, 2, 3)]
