"""Word files made to hide or to invent words: what is not seen is named, the rest doubted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from importing.extract.word.word_files import (
    cell,
    p,
    package,
    part,
    proved,
    r,
    row,
    styles,
    table,
)
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.shared.colours import DOUBT_FAINT
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.source.doubts import EMBEDDED, OUTSIDE, REORDERED, STRUCK, UNTOLD
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_LONG = "Bellen mag van maandag tot en met vrijdag, ook in de gang en op het plein, niet in de les."
_SHOWN = part("w:settings", "<w:displayBackgroundShape/>")
_RED = '<w:background w:color="FF0000"/>'


def _text(source: Source) -> str:
    return " ".join(source.text.split())


def _told(source: Source) -> list[tuple[str, LeftOutReason]]:
    return [(found.text.strip(), found.reason) for found in source.left_out]


def _doubts(source: Source) -> list[tuple[str, str]]:
    return [(source.text[one.begin : one.end].strip(), one.text) for one in source.doubts]


# -- what a list prints ---------------------------------------------------------------------


def _listed(
    form: str, text: str, words: str = "bellen mag", more: str = "", *, in_cell: bool = False
) -> bytes:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    numbering = part(
        "w:numbering",
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    listed = p(r(words), properties=item)
    listed = table(row(cell(p(r("Wie"))), cell(listed))) if in_cell else listed
    return package(p(r("Vooraf.")) + listed, {"numbering.xml": numbering})


def _form(name: str) -> str:
    return f'<w:numFmt w:val="{name}"/>'


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("<w:strike/>", LeftOutReason.STRUCK),
        ("<w:vanish/>", LeftOutReason.HIDDEN),
        ('<w:color w:val="FFFFFF"/>', LeftOutReason.COLOUR),
    ],
)
@pytest.mark.parametrize("words", ["bellen mag", ""])
@pytest.mark.parametrize("in_cell", [True, False])
def test_a_label_that_nobody_sees_is_named(
    more: str, reason: LeftOutReason, words: str, *, in_cell: bool
) -> None:
    look = f"<w:rPr>{more}</w:rPr>"
    source = proved(_listed(_form("decimal"), "Artikel %1", words, look, in_cell=in_cell))
    assert _text(source) == " ".join(f"Vooraf. {'Wie ' * in_cell}{words}".split())
    assert _told(source) == [("Artikel 1", reason)]


def test_a_label_that_no_list_prints_is_not_named_as_one() -> None:
    content = _listed(_form("decimal"), "Artikel %1", more="<w:rPr><w:strike/></w:rPr>")
    source = extract_word(content)
    [label] = source.left_out
    false = replace(source, left_out=(replace(label, text="Verzonnen"),))
    with pytest.raises(ProtocolkitError, match="Verzonnen"):
        prove_word(content, false)


_FONT = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
_OWN = (
    '<mc:AlternateContent><mc:Choice Requires="w14">'
    '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
    '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (_listed(_form("bullet"), "Niet:"), "Niet: bellen mag"),
        (_listed(_form("bullet"), "N"), "N bellen mag"),
        (_listed(_form("bullet"), "o"), "\u2022 bellen mag"),
        (_listed(_form("bullet"), "v", more=_FONT), "\u2022 bellen mag"),
        (_listed(_form("bullet"), "\u2013"), "\u2022 bellen mag"),
        (_listed(_form("none"), "Niet %1"), "Niet bellen mag"),
        (_listed(_form("none"), ""), "bellen mag"),
        (_listed(_form("decimal"), "Bellen mag niet %1", ""), "Bellen mag niet 1"),
        (_listed(_form("decimal"), "%1.", ""), "Vooraf."),
        (_listed(_form("numberInDash"), "%1"), "- 1 - bellen mag"),
        (_listed(_form("hex"), "%1."), "1. bellen mag"),
        (_listed(_form("chicago"), "%1"), "* bellen mag"),
        (_listed(_OWN, "%1."), "001. bellen mag"),
    ],
)
def test_what_a_list_prints_isproved_word(content: bytes, line: str) -> None:
    source = proved(content)
    assert source.lines[-1].text.strip() == line
    assert not source.doubts


def test_a_list_that_counts_in_an_unknown_way_is_a_doubt() -> None:
    assert [told for _, told in _doubts(proved(_listed(_form("thaiCounting"), "%1.")))] == [UNTOLD]


def test_an_item_that_its_list_sets_off_the_page_is_not_seen() -> None:
    far = '<w:pPr><w:ind w:left="30000"/></w:pPr>'
    source = proved(_listed(_form("decimal"), "%1.", "niet", far))
    assert _told(source) == [("niet", LeftOutReason.OFF_PAGE)]


# -- other files, and words in values -------------------------------------------------------

_OBJECT = (
    '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
    'r:id="x.docx"/></w:object></w:r>'
)


def test_the_words_of_a_file_that_is_embedded_are_named() -> None:
    innermost = package(p(r("Nooit bellen.")))
    kinds = {"x.docx": "package"}
    inner = package(p(r("Niet bellen.")), {"x.docx": innermost}, kinds=kinds)
    source = proved(package(p(r("Regel."), _OBJECT), {"x.docx": inner}, kinds=kinds))
    assert _told(source) == [("Niet bellen. Nooit bellen.", LeftOutReason.EMBEDDED)]
    assert [told for _, told in _doubts(source)] == [EMBEDDED]


def test_what_a_table_is_about_is_named() -> None:
    about = '<w:tblCaption w:val="Niet"/><w:tblDescription w:val="Nooit bellen"/>'
    inside = table(row(cell(p(r("c"))), cell(p(r("d")))), properties=about)
    for body in (table(row(cell(p(r("a"))), cell(p(r("b")))), properties=about), table(
        row(cell(inside), cell(p(r("b"))))
    )):  # fmt: skip
        assert _told(proved(package(body))) == [("Niet Nooit bellen", LeftOutReason.DESCRIPTION)]


def _simple(code: str, inside: str = "") -> Source:
    return proved(package(p(r("Een "), f"<w:fldSimple w:instr='{code}'>{inside}</w:fldSimple>")))


def test_the_code_of_a_field_is_named_and_what_it_prints_is_text() -> None:
    source = _simple('QUOTE "Niet"', r("Niet"))
    assert (_text(source), _told(source)) == ("Een Niet", [('QUOTE "Niet"', LeftOutReason.FIELD)])
    source = _simple("MACROBUTTON x Klik hier niet")
    assert _text(source) == "Een Klik hier niet"
    assert _told(source) == [("MACROBUTTON x", LeftOutReason.FIELD)]
    for code in ("SYMBOL 65", "LISTNUM", "AUTONUM"):
        assert _told(_simple(code)) == [(code, LeftOutReason.DRAWN)]


@pytest.mark.parametrize("code", ['INCLUDETEXT "x.docx"', "LINK Word.Document.12 x", "DDE x y"])
def test_a_field_for_another_file_that_shows_nothing_is_a_doubt(code: str) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    whole = p(r("Een "), begin, f"<w:r><w:instrText>{code}</w:instrText></w:r>", end)
    for source in (_simple(code), proved(package(whole))):
        assert [told for _, told in _doubts(source)] == [OUTSIDE]
    assert not _doubts(_simple(code, r("Twee.")))


def test_the_code_of_a_field_is_named_once_however_often_its_result_begins() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText>QUOTE "x"</w:instrText></w:r>'
    begin, apart, end = (mark.format(kind) for kind in ("begin", "separate", "end"))
    source = proved(package(p(begin, code, apart, r("Een"), apart, r(" twee"), end)))
    assert _text(source) == "Een twee"
    assert _told(source) == [('QUOTE "x"', LeftOutReason.FIELD)]


@pytest.mark.parametrize("name", ["dayLong", "yearShort", "pgNum"])
def test_a_day_or_number_that_word_puts_in_is_a_doubt(name: str) -> None:
    source = proved(package(p(r("Een "), f"<w:r><w:{name}/></w:r>")))
    assert [told for _, told in _doubts(source)] == [UNTOLD]


_BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a/b"/></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(("said", "is_doubt"), [("Bellen mag niet.", True), ("Bellen mag.", False)])
def test_a_control_that_shows_other_data_is_a_doubt(said: str, is_doubt: bool) -> None:
    parts = {"item1.xml": f"<a><b>{said}</b></a>"}
    body = p(_BOUND.format(r("Bellen mag.")))
    source = proved(package(body, parts, kinds={"item1.xml": "customXml"}))
    assert [told for _, told in _doubts(source)] == [UNTOLD] * is_doubt


# -- colours and letters --------------------------------------------------------------------


def _sentence(properties: str) -> Source:
    return proved(package(p(r("Bellen mag "), r("niet", properties), r(" in de les."))))


def _fill(inside: str) -> str:
    return f"<w14:textFill>{inside}</w14:textFill>"


_WHITE = '<w14:srgbClr w14:val="FFFFFF"/>'
_STOPS = f"<w14:gradFill><w14:gsLst>{f'<w14:gs>{_WHITE}</w14:gs>' * 2}</w14:gsLst></w14:gradFill>"
_LIGHT = (
    '<w14:srgbClr w14:val="000000"><w14:lumMod w14:val="0"/><w14:lumOff w14:val="100000"/>'
    "</w14:srgbClr>"
)
_FAINT_FILL = '<w14:srgbClr w14:val="000000"><w14:alpha w14:val="93000"/></w14:srgbClr>'


@pytest.mark.parametrize(
    "properties",
    [_fill(_STOPS), _fill(f"<w14:solidFill>{_LIGHT}</w14:solidFill>")],
    ids=["blend", "lightened"],
)
def test_letters_in_the_colour_behind_them_are_not_seen(properties: str) -> None:
    source = _sentence(properties)
    assert _text(source) == "Bellen mag in de les."
    assert _told(source) == [("niet", LeftOutReason.COLOUR)]


@pytest.mark.parametrize(
    "properties",
    [
        "<w14:textOutline/>" + _fill("<w14:noFill/>"),
        '<w:emboss/><w:color w:val="FFFFFF"/>',
        '<w:imprint/><w:color w:val="FFFFFF"/>',
        '<w:shadow/><w:color w:val="FFFFFF"/>',
        '<w:highlight w:val="black"/>',
        _fill(f"<w14:solidFill>{_FAINT_FILL}</w14:solidFill>"),
    ],
)
def test_letters_that_may_be_seen_by_their_edges_only_are_a_doubt(properties: str) -> None:
    source = _sentence(properties)
    assert _text(source) == "Bellen mag niet in de les."
    assert _doubts(source) == [("niet", DOUBT_FAINT)]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:spacing w:val="-300"/>',
        '<w:fitText w:val="1"/>',
        '<w:cs/><w:sz w:val="24"/><w:szCs w:val="1"/>',
    ],
)
def test_letters_over_each_other_or_too_small_are_a_doubt(properties: str) -> None:
    assert _doubts(_sentence(properties)) == [("niet", UNTOLD)]


@pytest.mark.parametrize(
    "properties",
    ['<w:spacing w:val="-10"/>', '<w:szCs w:val="1"/>', '<w:shd w:val="clear" w:fill="000000"/>'],
)
def test_letters_that_are_seen_well_are_no_doubt(properties: str) -> None:
    source = _sentence(properties)
    assert _text(source) == "Bellen mag niet in de les."
    assert not source.doubts


def test_letters_in_the_colour_of_the_page_are_not_seen() -> None:
    body = p(r("niet", '<w:color w:val="FF0000"/>')) + p(r("Slot."))
    source = proved(package(body, {"settings.xml": _SHOWN}, before=_RED))
    assert _told(source) == [("niet", LeftOutReason.COLOUR)]
    unseen = proved(package(body, before=_RED))
    assert (_text(unseen), unseen.doubts) == ("niet Slot.", ())
    white = p(r("niet", '<w:color w:val="FFFFFF"/>'))
    source = proved(package(white, {"settings.xml": _SHOWN}, before=_RED))
    assert _doubts(source) == [("niet", DOUBT_FAINT)]


def test_a_note_has_the_colour_of_the_page_behind_it() -> None:
    words = p(r("niet", '<w:color w:val="FF0000"/>'))
    note = f'<w:footnote w:id="2">{words}</w:footnote>'
    parts = {"settings.xml": _SHOWN, "footnotes.xml": part("w:footnotes", note)}
    body = p(r("Een"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert _told(proved(package(body, parts, before=_RED))) == [("niet", LeftOutReason.COLOUR)]


def test_letters_in_another_order_are_a_doubt() -> None:
    source = proved(package(p(r("Bellen mag "), f'<w:bdo w:val="rtl">{r("niet")}</w:bdo>')))
    assert [told for _, told in _doubts(source)] == [REORDERED]
    assert not proved(package(p(f'<w:bdo w:val="ltr">{r("niet")}</w:bdo>'))).doubts


# -- room -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "properties",
    [
        '<w:spacing w:line="80" w:lineRule="exact"/>',
        '<w:framePr w:w="10" w:h="10" w:hRule="exact"/>',
        '<w:ind w:left="0" w:hanging="20000"/>',
        '<w:tabs><w:tab w:val="left" w:pos="31000"/></w:tabs>',
    ],
)
def test_a_paragraph_without_room_is_a_doubt(properties: str) -> None:
    source = proved(package(p(r("niet"), properties=properties) + p(r("Slot."))))
    assert _doubts(source) == [("niet", UNTOLD)]


@pytest.mark.parametrize(
    "section",
    [
        '<w:pgSz w:w="20" w:h="20"/>',
        '<w:pgMar w:left="30000" w:right="0" w:top="0" w:bottom="0"/>',
        '<w:pgMar w:left="0" w:right="0" w:top="9000" w:bottom="9000"/>',
    ],
)
def test_a_page_without_room_is_a_doubt(section: str) -> None:
    source = proved(package(p(r("niet")) + f"<w:sectPr>{section}</w:sectPr>"))
    assert _doubts(source) == [("niet", UNTOLD)]


@pytest.mark.parametrize(
    ("words", "height", "is_doubt"),
    [("niet", 60, True), (_LONG * 3, 400, True), (_LONG, 4000, False), ("niet", 400, False)],
)
def test_a_row_that_is_too_low_for_its_words_is_a_doubt(
    words: str, height: int, is_doubt: bool
) -> None:
    narrow = '<w:tcW w:w="2000" w:type="dxa"/>'
    low = f'<w:trHeight w:val="{height}" w:hRule="exact"/>'
    cells = (cell(p(r(words)), narrow), cell(p(r(""))))
    source = proved(package(table(row(*cells, properties=low))))
    assert _doubts(source) == [(words, UNTOLD)] * is_doubt


def test_a_piece_of_a_cell_that_goes_on_beside_it_is_a_doubt() -> None:
    cells = (cell(p(r("een")), '<w:hMerge w:val="restart"/>'), cell(p(r("niet")), "<w:hMerge/>"))
    assert _doubts(proved(package(table(row(*cells))))) == [("niet", UNTOLD)]


def _box(wide: int, high: int, words: str, fit: str = "") -> Source:
    shape = (
        f'<wps:wsp><wps:spPr><a:xfrm><a:ext cx="{wide}" cy="{high}"/></a:xfrm></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{p(r(words))}</w:txbxContent></wps:txbx>"
        f"<wps:bodyPr>{fit}</wps:bodyPr></wps:wsp>"
    )
    anchor = (
        f'<wp:anchor><wp:extent cx="{wide}" cy="{high}"/><wp:wrapSquare/>'
        f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor>"
    )
    return proved(package(p(r("Anker."), f"<w:r><w:drawing>{anchor}</w:drawing></w:r>")))


def test_a_text_box_that_is_too_small_for_its_words_is_a_doubt() -> None:
    assert _doubts(_box(1_000_000, 100_000, _LONG)) == [(_LONG, UNTOLD)]
    assert not _box(1_000_000, 100_000, _LONG, "<a:spAutoFit/>").doubts
    assert not _box(3_000_000, 1_000_000, _LONG).doubts
    assert _told(_box(1_000_000, 1, "niet")) == [("niet", LeftOutReason.SMALL)]


@pytest.mark.parametrize(
    ("style", "is_doubt"), [("width:30pt;height:9pt", True), ("width:300pt;height:99pt", False)]
)
def test_a_text_box_of_an_older_file_is_held_to_its_size(style: str, is_doubt: bool) -> None:
    box = f"<v:textbox><w:txbxContent>{p(r(_LONG))}</w:txbxContent></v:textbox>"
    shape = f'<w:r><w:pict><v:shape style="{style}">{box}</v:shape></w:pict></w:r>'
    assert _doubts(proved(package(p(r("Anker."), shape)))) == [(_LONG, UNTOLD)] * is_doubt


_LINE = (
    '<w:r><w:drawing><wp:anchor><wp:extent cx="1800000" cy="0"/>{}<a:graphic><a:graphicData>'
    '<wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
    "</wp:anchor></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("drawn", "is_doubt"),
    [
        (_LINE.format("<wp:wrapNone/>"), True),
        (_LINE.format("<wp:wrapTopAndBottom/>"), False),
        ('<w:r><w:pict><v:line from="0,6pt" to="90pt,6pt"/></w:pict></w:r>', True),
    ],
)
def test_a_line_that_floats_over_the_text_is_a_doubt(drawn: str, is_doubt: bool) -> None:
    source = proved(package(p(r("Bellen mag niet."), drawn)))
    assert [told for _, told in _doubts(source)] == [STRUCK] * is_doubt


# -- formulas -------------------------------------------------------------------------------


def _formula(inside: str) -> Source:
    return proved(package(p(r("Som "), f"<m:oMath>{inside}</m:oMath>")))


def _part(words: str) -> str:
    return f"<m:e><m:r><m:t>{words}</m:t></m:r></m:e>"


@pytest.mark.parametrize(
    ("properties", "reason"),
    [('<m:phantPr><m:show m:val="0"/></m:phantPr>', LeftOutReason.HIDDEN), ("", None)],
)
def test_a_part_of_a_formula_that_keeps_room_only_is_not_seen(
    properties: str, reason: LeftOutReason | None
) -> None:
    source = _formula(f"<m:phant>{properties}{_part('niet')}</m:phant><m:r><m:t>x</m:t></m:r>")
    assert _told(source) == ([("niet", reason)] if reason else [])
    assert _text(source).replace(" ", "") == ("Somx" if reason else "Somnietx")


def test_a_part_of_a_formula_with_a_line_through_it_is_struck() -> None:
    struck = '<m:borderBoxPr><m:strikeH m:val="1"/></m:borderBoxPr>'
    source = _formula(f"<m:borderBox>{struck}{_part('5')}</m:borderBox>")
    assert _told(source) == [("5", LeftOutReason.STRUCK)]


def test_a_letter_that_a_formula_draws_isproved_word() -> None:
    drawn = '<m:groupChrPr><m:chr m:val="N"/></m:groupChrPr>'
    assert _text(_formula(f"<m:groupChr>{drawn}{_part('x')}</m:groupChr>")) == "Som xN"


def test_a_style_in_a_list_is_looked_at_too() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/>'
        '<w:pPr><w:ind w:left="30000"/></w:pPr></w:style>'
    )
    body = p(r("niet"), properties='<w:pStyle w:val="L"/>') + p(r("Slot."))
    assert _told(proved(package(body, {"styles.xml": sheet}))) == [("niet", LeftOutReason.OFF_PAGE)]


@pytest.mark.parametrize("inside", ["<!-- x -->", "<?x y?>"])
def test_a_remark_in_the_midst_of_a_word_takes_nothing_away(inside: str) -> None:
    source = proved(package(f"<w:p><w:r><w:t>Bel{inside}len mag niet.</w:t></w:r></w:p>"))
    assert _text(source) == "Bellen mag niet."


def test_a_group_off_the_page_is_not_seen_and_a_shape_in_one_is_placed_by_it() -> None:
    box = f"<v:textbox><w:txbxContent>{p(r('niet'))}</w:txbxContent></v:textbox>"
    group = "position:absolute;left:{};top:0;width:100pt;height:100pt"
    shape = f'<v:rect style="position:absolute;left:9000;width:2000">{box}</v:rect>'
    for left, told in (("-9000pt", [("niet", LeftOutReason.OFF_PAGE)]), ("10pt", [])):
        drawn = f'<v:group style="{group.format(left)}">{shape}</v:group>'
        source = proved(package(p(r("Een"), f"<w:r><w:pict>{drawn}</w:pict></w:r>")))
        assert _told(source) == told


@pytest.mark.parametrize("kind", ["separator", "continuationSeparator", "continuationNotice"])
def test_words_between_the_text_and_its_notes_are_named_as_printed_there(kind: str) -> None:
    note = f'<w:footnote w:id="2">{p(r("De noot."))}</w:footnote>'
    line = f'<w:footnote w:type="{kind}" w:id="-1">{p(r("Vervallen."))}</w:footnote>'
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = {"footnotes.xml": part("w:footnotes", line + note)}
    source = proved(package(p(r("Regel."), call), parts))
    assert _told(source) == [("Vervallen.", LeftOutReason.RUNNING)]
    assert "De noot." in _text(source)
