"""Fields of a form, and marks that an author gave to notes."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import cell, p, package, part, proved, r, row, table
from protocolkit.importing.source.doubts import EMBEDDED, OPEN_FIELD
from protocolkit.reading.words_left_out import LeftOutReason


def _field(form: str, code: str = " FORMCHECKBOX ", shown: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar></w:r>'
    words = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    result = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}' if shown else ""
    return f'{begin}{words}{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _entries(*names: str, said: str = "") -> str:
    listed = "".join(f'<w:listEntry w:val="{name}"/>' for name in names)
    return f"<w:ddList>{said}{listed}</w:ddList>"


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:checked w:val="0"/></w:checkBox>', "☐"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        # what was ticked goes before what the form began with
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("<w:checkBox/>", "☐"),
        (_entries("ouders", "leraren"), "ouders"),
        (_entries("ouders", "leraren", said='<w:default w:val="1"/>'), "leraren"),
        (
            _entries("ouders", "leraren", said='<w:result w:val="1"/><w:default w:val="0"/>'),
            "leraren",
        ),
        (_entries("ouders", "leraren", said='<w:result w:val="7"/>'), ""),
        (_entries(), ""),
        ("<w:textInput/>", ""),
    ],
)
def test_a_field_of_a_form_shows_what_was_chosen(form: str, shown: str) -> None:
    source = proved(package(p(r("Gekozen: "), _field(form), r("."))))
    assert [line.text for line in source.lines] == [f"Gekozen: {shown}."]


def test_a_field_with_a_result_shows_that_and_nothing_else() -> None:
    form = "<w:checkBox><w:checked/></w:checkBox>"
    source = proved(package(p(r("Gekozen: "), _field(form, shown=r("ja")), r("."))))
    assert [line.text for line in source.lines] == ["Gekozen: ja."]


_ASKS = "<w:showingPlcHdr/><w:text/>"


def _control(said: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{said}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("body", "doubted"),
    [
        (p(r("Naam: "), _control(_ASKS, r("Klik hier.")), r(".")), "Klik hier."),
        (p(r("Naam:")) + _control(_ASKS, p(r("Klik hier."))), "Klik hier."),
        (table(row(cell(p(r("Naam"))), _control(_ASKS, cell(p(r("Klik")))))), "Klik"),
        (p(r("Naam:")) + _control(_ASKS, p(r("Klik hier.")) + p()), "Klik hier."),
        (p(r("Naam: "), _control("<w:text/>", ""), r(".")), ""),
        (p(r("Naam:")) + _control("<w:text/>", p()), "Naam:"),
        (p(r("Naam: "), _field("<w:textInput/>", " FORMTEXT "), r(".")), ""),
        (p(r("Naam: "), _field("<w:textInput/>", " FORMTEXT ", r("\u2002" * 5))), "\u2002" * 5),
        (p(r("Naam: "), _field("", ' FILLIN "Hoe heet u?" '), r(".")), ""),
    ],
)
def test_a_field_that_nobody_filled_in_is_a_doubt(body: str, doubted: str) -> None:
    source = proved(package(body))
    doubt = source.doubts[0]
    assert {one.text for one in source.doubts} == {OPEN_FIELD}
    assert source.text[doubt.begin : doubt.end] == doubted


@pytest.mark.parametrize(
    "body",
    [
        p(r("Naam: "), _control("<w:text/>", r("Jan"))),
        p(r("Naam: "), _field("<w:textInput/>", " FORMTEXT ", r("Jan"))),
        p(r("Naam: "), f"<w:del>{_control(_ASKS, r('Klik'))}</w:del>"),
        p(_control("<w:picture/>", "<w:r><w:drawing/></w:r>"), r("Jan")),
        _control("<w:text/>", p(r("Eerst.")) + p()),
    ],
)
def test_what_is_filled_in_or_deleted_is_none(body: str) -> None:
    assert proved(package(body)).doubts == ()


def test_a_field_of_an_old_form_may_hold_words() -> None:
    control = '<w:r><w:object><w:control w:name="TextBox1"/></w:object></w:r>'
    assert [one.text for one in proved(package(p(r("Naam: "), control))).doubts] == [EMBEDDED]


def _noted(*runs: str) -> bytes:
    note = f'<w:footnote w:id="2">{p(r("Ook hier."))}</w:footnote>'
    body = p(r("Bellen mag niet."), *runs, r(" En sms ook niet."))
    return package(body, {"footnotes.xml": part("w:footnotes", note)})


_CALL = '<w:footnoteReference w:id="2" w:customMarkFollows="1"/>'
_LOOK = '<w:rStyle w:val="FootnoteReference"/>'
_LO = '<w:rStyle w:val="FootnoteCharacters"/>'
_HANGS = '<w:r><w:commentReference w:id="0"/></w:r>'
_GONE = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([f"<w:r>{_CALL}<w:t>*</w:t></w:r>"], "[*] En"),
        # nothing stands in the run of the call: the mark is what follows in its look
        ([f"<w:r>{_CALL}</w:r>", r("*", _LOOK), r("*", _LOOK)], "[**] En"),
        ([f"<w:r>{_CALL}</w:r>", r("*", _LOOK), r("x")], "[*]x En"),
        ([f"<w:r>{_CALL}</w:r>", _GONE.format("*"), r("†", _LOOK)], "[†] En"),
        # a remark on the call hangs before the mark; LibreOffice cuts the mark and renames its look
        ([f"<w:r>{_CALL}</w:r>", _HANGS, r("*", _LOOK)], "[*] En"),
        ([f"<w:r>{_CALL}</w:r>", "<w:r><w:rPr/></w:r>", r("*", _LO), r("*", _LO)], "[**] En"),
        ([f"<w:r>{_CALL}</w:r>", r("woord")], "[1]woord En"),
        ([f"<w:r>{_CALL}</w:r>", r(" ", _LOOK), r("*", _LOOK)], "[1] * En"),
    ],
)
def test_the_mark_of_a_note_is_what_its_author_put_there(runs: list[str], text: str) -> None:
    source = proved(_noted(*runs))
    assert source.lines[0].text == f"Bellen mag niet.{text} sms ook niet."


def test_a_mark_that_is_no_mark_is_told_and_counted() -> None:
    source = proved(_noted(f"<w:r>{_CALL}<w:t>zie de noot</w:t></w:r>"))
    assert source.lines[0].text == "Bellen mag niet.[1] En sms ook niet."
    assert ("zie de noot", LeftOutReason.MARK) in [(o.text, o.reason) for o in source.left_out]


def test_choices_and_hints_that_no_printed_page_shows_are_told() -> None:
    choices = (
        '<w:listItem w:displayText="ouders"/><w:listItem w:displayText="leraren" w:value="2"/>'
    )
    control = _control(f"<w:dropDownList>{choices}</w:dropDownList>", r("leraren"))
    field = _field(f'<w:helpText w:val="Typ een dag."/>{_entries("maandag", "dinsdag")}')
    link = f'<w:hyperlink w:anchor="a" w:tooltip="Lees dit eerst">{r("hier")}</w:hyperlink>'
    source = proved(package(p(r("Gekozen: "), control, r(" op "), field, r(", zie "), link)))
    assert [line.text for line in source.lines] == ["Gekozen: leraren op maandag, zie hier"]
    assert [(found.text.split(), found.reason) for found in source.left_out] == [
        (["FORMCHECKBOX"], LeftOutReason.FIELD),
        (["Lees", "dit", "eerst", "Typ", "een", "dag."], LeftOutReason.DESCRIPTION),
        (["ouders", "leraren", "maandag", "dinsdag"], LeftOutReason.FORM),
    ]
