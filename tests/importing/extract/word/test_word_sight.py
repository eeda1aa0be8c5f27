"""What a reader of a printed Word page does not see is left out, with its words and the reason."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import cell, p, package, part, r, row, styles, table
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.source.doubts import UNTOLD
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_SEEN = "Bellen mag"
_REST = "in de les."


def _read(
    body: str, parts: dict[str, str] | None = None, *, kinds: dict[str, str] | None = None
) -> Source:
    return extract_word(package(body, parts, kinds=kinds))


def _sentence(properties: str, *, parts: dict[str, str] | None = None) -> Source:
    words = (r(f"{_SEEN} "), r("niet ", properties), r(_REST))
    return _read(p(*words), parts)


def _told(source: Source) -> list[tuple[str, LeftOutReason, bool]]:
    return [(found.text.strip(), found.reason, found.is_in_sentence) for found in source.left_out]


def _text(source: Source) -> str:
    return " ".join(source.text.split())


_STYLES = styles(
    '<w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Erft"><w:basedOn w:val="Weg"/></w:style>'
    '<w:style w:type="character" w:styleId="Toch"><w:basedOn w:val="Weg"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Kring"><w:basedOn w:val="Rond"/></w:style>'
    '<w:style w:type="character" w:styleId="Rond"><w:basedOn w:val="Kring"/>'
    "<w:rPr><w:strike/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Stil"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Wit">'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Balk">'
    '<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>'
)
_CLEAR = '<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ('<w:position w:val="-4000"/>', LeftOutReason.OFF_PAGE),
        ("<w:strike/>", LeftOutReason.STRUCK),
        ("<w:dstrike/>", LeftOutReason.STRUCK),
        ("<w:vanish/>", LeftOutReason.HIDDEN),
        ('<w:vanish w:val="1"/>', LeftOutReason.HIDDEN),
        ('<w:rStyle w:val="Weg"/>', LeftOutReason.HIDDEN),
        ('<w:rStyle w:val="Erft"/>', LeftOutReason.HIDDEN),
        ('<w:rStyle w:val="Kring"/>', LeftOutReason.STRUCK),
        ('<w:sz w:val="1"/>', LeftOutReason.SMALL),
        ('<w:sz w:val="0.5pt"/>', LeftOutReason.SMALL),
        ('<w:w w:val="1"/><w:sz w:val="20"/>', LeftOutReason.SMALL),
        ('<w:color w:val="FFFFFF"/>', LeftOutReason.COLOUR),
        ('<w:color w:val="FEFEFC"/>', LeftOutReason.COLOUR),
        ('<w:color w:themeColor="background1" w:val="000000"/>', LeftOutReason.COLOUR),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', LeftOutReason.COLOUR),
        ('<w:color w:val="123456"/><w:shd w:val="clear" w:fill="123456"/>', LeftOutReason.COLOUR),
        ('<w:color w:val="123456"/><w:shd w:val="solid" w:color="123456"/>', LeftOutReason.COLOUR),
        ('<w:color w:themeColor="accent1"/><w:shd w:themeFill="accent1"/>', LeftOutReason.COLOUR),
        ("<w14:textFill><w14:noFill/></w14:textFill>", LeftOutReason.INVISIBLE),
        (
            f"<w14:textFill><w14:solidFill>{_CLEAR}</w14:solidFill></w14:textFill>",
            LeftOutReason.INVISIBLE,
        ),
    ],
)
def test_words_that_nobody_sees_are_named(properties: str, reason: LeftOutReason) -> None:
    source = _sentence(properties, parts={"styles.xml": _STYLES, "theme.xml": _THEME})
    assert _text(source) == f"{_SEEN} {_REST}"
    assert _told(source) == [("niet", reason, True)]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:strike w:val="false"/>',
        "<w:webHidden/>",
        "<w:specVanish/>",
        '<w:rStyle w:val="Toch"/>',
        '<w:sz w:val="2"/>',
        '<w:sz w:val="onzin"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>',
        '<w:color w:themeColor="text1" w:val="FFFFFF"/>',
    ],
)
def test_words_that_a_reader_sees_stay(properties: str) -> None:
    source = _sentence(properties, parts={"styles.xml": _STYLES, "theme.xml": _THEME})
    assert _text(source) == f"{_SEEN} niet {_REST}"
    assert not source.left_out


def test_what_is_hard_to_see_is_text_with_a_doubt() -> None:
    source = _sentence('<w:color w:val="F0F0F0"/>')
    assert _text(source) == f"{_SEEN} niet {_REST}"
    assert [source.text[doubt.begin : doubt.end].strip() for doubt in source.doubts] == ["niet"]


def test_two_styles_that_hide_show_again() -> None:
    """Styles turn a switch over (ECMA-376 Part 1, 17.7.3)."""
    stil = '<w:pStyle w:val="Stil"/>'
    both = p(r("Toch te zien.", '<w:rStyle w:val="Weg"/>'), properties=stil)
    one = p(r("Niet te zien."), properties=stil)
    source = _read(both + one, {"styles.xml": _STYLES})
    assert _text(source) == "Toch te zien."
    assert _told(source) == [("Niet te zien.", LeftOutReason.HIDDEN, False)]


def test_the_defaults_of_a_file_count() -> None:
    hidden = styles("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault>"
                    "</w:docDefaults>")  # fmt: skip
    source = _read(p(r("Weg.")) + p(r("Hier.", '<w:vanish w:val="0"/>')), {"styles.xml": hidden})
    assert _text(source) == "Hier."


def test_white_words_show_on_what_is_dark() -> None:
    white = '<w:pStyle w:val="Wit"/>'
    dark = '<w:shd w:val="clear" w:fill="000000"/>'
    body = (
        p(r("Weg."), properties=white)
        + p(r("In een balk."), properties=f"{white}{dark}")
        + p(r("Ook.", '<w:color w:val="FFFFFF"/>'), properties='<w:pStyle w:val="Balk"/>')
        + table(
            row(
                cell(p(r("Kop"), properties=white), dark),
                cell(p(r("een"), properties=white)),
                cell(p(r("twee"))),
            ),
        )
    )
    source = _read(body, {"styles.xml": _STYLES})
    assert [line.text for line in source.lines] == ["In een balk.", "Ook.", "Kop\t\ttwee"]
    assert [words for words, _, _ in _told(source)] == ["Weg.", "een"]


_TABLE_STYLE = styles(
    '<w:style w:type="table" w:styleId="Raster"><w:tblStylePr w:type="firstRow">'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style>'
    '<w:style w:type="table" w:styleId="Bleek"><w:basedOn w:val="Raster"/>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)


@pytest.mark.parametrize(
    ("style", "look", "shown"),
    [
        ("Raster", '<w:tblLook w:val="0020"/>', True),
        ("Raster", '<w:tblLook w:firstRow="1" w:val="0000"/>', True),
        ("Raster", '<w:tblLook w:firstRow="0" w:val="0020"/>', True),
        ("Bleek", '<w:tblLook w:val="0020"/>', False),
    ],
)
def test_the_style_of_a_table_colours_its_heading(style: str, look: str, *, shown: bool) -> None:
    rows = (row(cell(p(r("Wat"))), cell(p(r("Wie")))), row(cell(p(r("a"))), cell(p(r("b")))))
    made = table(*rows, properties=f'<w:tblStyle w:val="{style}"/>{look}')
    source = _read(made, {"styles.xml": _TABLE_STYLE})
    assert ("Wat" in source.text) is shown
    assert "a\tb" in source.text


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ('<w:ind w:left="-30000"/>', LeftOutReason.OFF_PAGE),
        ('<w:ind w:start="40000"/>', LeftOutReason.OFF_PAGE),
        ('<w:framePr w:x="90000" w:y="1"/>', LeftOutReason.OFF_PAGE),
        ('<w:framePr w:w="2000" w:x="-2100" w:hAnchor="page"/>', LeftOutReason.OFF_PAGE),
        ('<w:framePr w:y="-3000" w:vAnchor="page"/>', LeftOutReason.OFF_PAGE),
        ('<w:framePr w:y="-500" w:h="400" w:vAnchor="page"/>', LeftOutReason.OFF_PAGE),
        ('<w:spacing w:line="5" w:lineRule="exact"/>', LeftOutReason.SMALL),
    ],
)
def test_a_paragraph_that_is_on_no_page_is_named(properties: str, reason: LeftOutReason) -> None:
    source = _read(p(r("Niemand leest dit."), properties=properties) + p(r("Dit wel.")))
    assert _text(source) == "Dit wel."
    assert _told(source) == [("Niemand leest dit.", reason, False)]


def test_a_hidden_item_has_no_number_and_counts_for_nothing() -> None:
    numbering = part(
        "w:numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        p(r("Eén."), properties=item)
        + p(r("Weg.", "<w:vanish/>"), properties=item, mark="<w:vanish/>")
        + p(r("Twee."), properties=item)
        + p(r("Zonder nummer."), properties=item, mark='<w:color w:val="FFFFFF"/>')
    )
    source = _read(body, {"numbering.xml": numbering})
    assert [line.text for line in source.lines] == ["1. Eén.", "2. Twee.", "Zonder nummer."]


def test_a_hidden_drawing_and_one_off_the_page() -> None:
    def box(words: str, place: str, described: str = "") -> str:
        return (
            f"<w:r><w:drawing><wp:anchor>{place}<wp:docPr id='1' name='x' {described}/><a:graphic>"
            f"<wps:wsp><wps:txbx><w:txbxContent>{p(r(words))}</w:txbxContent></wps:txbx></wps:wsp>"
            "</a:graphic></wp:anchor></w:drawing></w:r>"
        )

    off = "<wp:positionH relativeFrom='page'><wp:posOffset>-99999999</wp:posOffset></wp:positionH>"
    vml = (
        "<w:r><w:pict><v:shape style='position:absolute;visibility:hidden' alt='Een foto'>"
        f"<v:textbox><w:txbxContent>{p(r('In een vorm.'))}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    body = p(r("Hier."), box("Verstopt.", "", "hidden='1'"), box("Buiten.", off), vml,
             box("Te zien.", ""))  # fmt: skip
    source = _read(body)
    assert [line.text for line in source.lines] == ["Hier.", "Te zien."]
    assert [(words, reason) for words, reason, _ in _told(source)] == [
        ("Een foto", LeftOutReason.DESCRIPTION),
        ("Verstopt.", LeftOutReason.HIDDEN),
        ("Buiten.", LeftOutReason.OFF_PAGE),
        ("In een vorm.", LeftOutReason.HIDDEN),
    ]


def test_a_frame_partly_on_the_page_is_seen() -> None:
    for frame in ('w:w="2000" w:x="-1000" w:hAnchor="page"', 'w:x="-1000"', 'w:y="-200"'):
        assert _read(p(r("Kader."), properties=f"<w:framePr {frame}/>")).text == "Kader.\n"


def test_letters_far_from_their_line_are_a_doubt_and_raised_ones_are_none() -> None:
    for position, doubts in (("300", [UNTOLD]), ("-300", [UNTOLD]), ("12", [])):
        source = _sentence(f'<w:position w:val="{position}"/>')
        assert _text(source) == f"{_SEEN} niet {_REST}"
        assert [found.text for found in source.doubts] == doubts
