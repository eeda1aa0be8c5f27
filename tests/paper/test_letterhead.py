"""A board's own Word file: what our papers follow, what is told, and what never gets through."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pdfplumber
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from house_files import LETTER_WORDS, changed, picture, reference
from own_files import confirmed, without_source
from pdf_checkers import judged
from printing import printed, printed_words
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, OrganisationKind, Status
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import Text
from protocolkit.exchange.record import Record
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.paper.docx import write_docx
from protocolkit.paper.house.folders import house_file, house_names
from protocolkit.paper.house.letterhead import (
    HouseBox,
    HousePicture,
    Letterhead,
    Line,
    Piece,
    Sign,
    Story,
    Strip,
    Words,
    pictures,
)
from protocolkit.paper.house.reference import Reference, read_reference
from protocolkit.paper.house.room import room_around
from protocolkit.paper.house.style import NEUTRAL, HouseStyle, read_house_style
from protocolkit.paper.leaflets.leaflet import Grid, Leaflet, Leaflets
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.redline.word import word_redline
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.paper.was_wordt.word import was_wordt_docx
from protocolkit.reading.reader import read_protocol_text
from redlines import WHO, changes
from was_wordt_tables import sheet_between
from word_parts import part_of

DUTCH = translator("nl")
TEXT = """# Protocol telefoons

{#hs-1}
## 1 Afspraken

{#a}
1. Telefoons blijven in de kluis.[^1]

{#b}
2. Wie wil bellen, vraagt het de leraar.

[^1]: Ook horloges.
"""


def school(status: Status = Status.ADOPTED) -> Protocol:
    found = read_protocol_text(TEXT, "hek.md", subject="telefoons", slug="basisschool-de-mus")
    organisation = Organisation(
        name="Basisschool De Mus", kind=OrganisationKind.SCHOOL, parent="Stichting De Linde"
    )
    return replace(found.protocol, facts=Facts(organisation=organisation, status=status))


def project(folder: Path, content: bytes | None = None, name: str = "de-linde") -> Path:
    own = folder / "templates" / name
    own.mkdir(parents=True, exist_ok=True)
    (own / "reference.docx").write_bytes(reference() if content is None else content)
    return folder


def pdf(protocol: Protocol, folder: Path | None) -> bytes:
    extras = Extras(record=Record(protocol=protocol))
    return write_pdf(protocol, make_cover(protocol, DUTCH), DUTCH, project=folder, extras=extras)


def word(protocol: Protocol, folder: Path | None) -> bytes:
    extras = Extras(record=Record(protocol=protocol))
    return write_docx(protocol, make_cover(protocol, DUTCH), DUTCH, project=folder, extras=extras)


def words_of(file: bytes, name: str) -> str:
    return "".join(part_of(file, name).itertext())


def page_texts(made: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(made)
    return [page.get_textpage().get_text_bounded() for page in document]


def told(found: Reference) -> list[str]:
    return [one.in_words(lambda text: text) for one in found.left_out]


@pytest.fixture(scope="module")
def linde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("linde"))


# --- whose look it is ------------------------------------------------------------------------


def test_a_school_has_the_look_of_its_board(linde: Path) -> None:
    assert house_names(school()) == (
        "basisschool-de-mus",
        "de-linde",
        "stichting-de-linde",
    )
    style, problems = read_house_style(linde, house_names(school()))
    assert problems == ()
    assert style.files == ("templates/de-linde/reference.docx",)


def test_what_a_school_has_itself_comes_first(tmp_path: Path) -> None:
    root = project(tmp_path)
    own = root / "templates" / "basisschool-de-mus"
    own.mkdir()
    (own / "style.yml").write_text('colour: "#8a1c4a"\n')
    style, _ = read_house_style(root, house_names(school()))
    assert style.accent == "#8a1c4a"
    assert style.letterhead
    assert style.files == (
        "templates/basisschool-de-mus/style.yml",
        "templates/de-linde/reference.docx",
    )


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "reference.docx").write_bytes(reference())
    (tmp_path / "templates").mkdir()
    assert house_file(tmp_path, ("..", "../..", "/", ""), "reference.docx") is None


# --- what is taken over ----------------------------------------------------------------------


def test_both_files_have_the_letterhead(linde: Path) -> None:
    made, pages = word(school(), linde), page_texts(pdf(school(), linde))
    assert LETTER_WORDS[0] in words_of(made, "header2.xml")
    assert "Stichting De Linde" in words_of(made, "header1.xml")
    for name in ("footer1.xml", "footer2.xml"):
        assert LETTER_WORDS[3] in words_of(made, name)
    first, *others = pages
    assert LETTER_WORDS[0] in first
    assert all(LETTER_WORDS[0] not in page for page in others)
    assert all(LETTER_WORDS[3] in page for page in pages)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.read("word/media/image1.png") == picture()


def test_the_page_has_room_for_it(linde: Path) -> None:
    style, _ = read_house_style(linde, house_names(school()))
    room = room_around(style)
    assert room.right == 25
    assert 38 <= room.top < 39, "the letterhead, and what our own lines take"
    assert 30 <= room.bottom < 36
    assert room.lower < 5
    margins = part_of(word(school(), linde), "document.xml").findall(f".//{qn('w:pgMar')}")
    assert {one.get(qn("w:right")) for one in margins} == {"1417"}
    assert {one.get(qn("w:left")) for one in margins} == {"2494"}


def test_a_high_letterhead_lets_the_text_begin_lower() -> None:
    tall = HousePicture(content=b"", width=50, height=60, words="")
    story = Story(lines=(Line(left=(tall,)),))
    style = replace(NEUTRAL, reference=Reference(letterhead=Letterhead(first_head=story)))
    assert room_around(style).lower > 40
    style = replace(NEUTRAL, reference=Reference(letterhead=Letterhead(head=story, foot=story)))
    room = room_around(style)
    assert room.top > 80
    assert room.bottom > 80


def test_a_picture_at_its_own_place_takes_room_at_the_edge_where_it_stands() -> None:
    def drawn(top: float) -> HousePicture:
        return HousePicture(content=b"", width=50, height=30, words="", left=20, top=top)

    letterhead = Letterhead()
    assert letterhead.depth(Story(placed=(drawn(10), drawn(40), drawn(250)))) == 70
    assert letterhead.rise(Story(placed=(drawn(10), drawn(240), drawn(260)))) == 57
    assert (letterhead.depth(Story()), letterhead.rise(Story())) == (0, 0)


def test_neutral_margins_are_those_of_the_templates() -> None:
    room = room_around(NEUTRAL)
    assert (room.top, room.bottom, room.right, room.lower) == (30, 28, 22, 0)


def test_letters_follow_the_file(linde: Path) -> None:
    styles = part_of(word(school(), linde), "styles.xml")
    found = {str(one.get(qn("w:styleId"))): one for one in styles.iter(qn("w:style"))}

    def value(style: str, tag: str, name: str = "val") -> str | None:
        made = found[style].find(f"{qn('w:rPr')}/{qn(f'w:{tag}')}")
        return None if made is None else made.get(qn(f"w:{name}"))

    assert value("Heading1", "color") == "7A1F5C"
    assert value("Heading1", "sz") == "34"
    assert value("Normal", "rFonts", "ascii") == "Libertinus Serif"
    assert value("Normal", "sz") == "22"
    assert found["Heading1"].find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is None
    assert {"Bepalingslabel", "List", "TOC1"} <= set(found)


def test_an_import_does_not_read_a_letterhead_as_text(linde: Path) -> None:
    wanted = school()
    for source in (extract_word(word(wanted, linde)), extract_pdf(pdf(wanted, linde))):
        found = confirmed(source)
        assert without_source(found.protocol) == without_source(wanted)


def test_a_letterhead_is_no_word_of_the_pdf(linde: Path) -> None:
    made = pdf(school(), linde)
    assert printed_words(made) == printed_words(pdf(school(), None))
    spoken = "".join(text for _, role, text in printed(made) if role)
    assert not [words for words in LETTER_WORDS if words in spoken]


def test_the_checkers_of_others_find_nothing(linde: Path) -> None:
    assert judged(pdf(school(), linde)) == []


@pytest.mark.npm
def test_the_word_file_is_valid(linde: Path, valid_word: object, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(school(Status.SUBMITTED), linde))
    assert callable(valid_word)
    valid_word(path)


def said_twice(folder: Path, part: bytes) -> Path:
    """Return a project whose letterhead has the number of the page in the footer of a part."""
    with zipfile.ZipFile(io.BytesIO(reference())) as package:
        texts = {name: package.read(name) for name in package.namelist()}
    number = b'<w:fldSimple w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
    parts: dict[str, str | bytes] = {
        name: text.replace(b"</w:p>", b"<w:r><w:t>blad </w:t></w:r>" + number + b"</w:p>", 1)
        for name, text in texts.items()
        if name.startswith("word/footer") and b"<w:ftr" in text and part in name.encode()
    }
    assert parts
    return project(folder, changed(reference(), parts))


def test_the_page_has_its_number_once(tmp_path: Path) -> None:
    folder = said_twice(tmp_path, b"footer")
    for text in page_texts(pdf(school(), folder)):
        assert "Bladzijde" not in text
        assert "blad " in text
    made = word(school(), folder)
    for name in ("footer1.xml", "footer2.xml"):
        assert "Bladzijde" not in words_of(made, name)
        assert "blad" in words_of(made, name)
    style, _ = read_house_style(folder, ("de-linde",))
    form = leaflets_docx(_leaflets(), DUTCH, style=style)
    assert "Bladzijde" not in words_of(form, "footer1.xml")
    printed_form = leaflets_pdf(_leaflets(), DUTCH, location=NOWHERE, style=style)
    assert "Bladzijde" not in page_texts(printed_form)[0]


def numbered(folder: Path) -> Path:
    """Return a project whose letterhead says 'Pagina 1 van 9' after what else its footers say."""
    with zipfile.ZipFile(io.BytesIO(reference())) as package:
        texts = {name: package.read(name) for name in package.namelist()}
    said = "".join(
        f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
        f'<w:fldSimple w:instr=" {code} "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
        for words, code in ((" | Pagina ", "PAGE"), (" van ", "NUMPAGES"))
    )
    parts: dict[str, str | bytes] = {
        name: text.replace(b"</w:p>", said.encode() + b"</w:p>", 1)
        for name, text in texts.items()
        if name.startswith("word/footer") and b"<w:ftr" in text
    }
    return project(folder, changed(reference(), parts))


def asked() -> Protocol:
    """Return a text before a council: a loose sheet stands before it."""
    found = school(Status.SUBMITTED)
    approvals = (Approval(body="MR", right=Right.CONSENT),)
    return replace(found, facts=replace(found.facts, approvals=approvals))


def test_a_loose_sheet_has_no_number_of_the_letterhead(tmp_path: Path) -> None:
    folder = numbered(tmp_path)
    sheet, *pages = page_texts(pdf(asked(), folder))
    assert "KvK 12345678" in sheet
    assert "Pagina" not in sheet
    for number, page in enumerate(pages, start=1):
        assert f"KvK 12345678 | Pagina {number} van {len(pages)}" in page
    made = word(asked(), folder)
    assert words_of(made, "footer3.xml").endswith("KvK 12345678")
    for name in ("footer1.xml", "footer2.xml"):
        codes = part_of(made, name).iter(qn("w:fldSimple"))
        assert [code.get(qn("w:instr")).split() for code in codes] == [
            ["PAGE"],
            ["PAGEREF", "_Einde"],
        ]
        assert words_of(made, name).endswith(f"Pagina 1 van {len(pages)}")


@pytest.mark.parametrize(
    ("zone", "left"),
    [
        ((Words(text="- "), Sign.PAGE, Words(text=" -")), ()),
        ((Words(text="Een zaagblad "), Sign.PAGE), (Words(text="Een zaagblad"),)),
        (
            (Words(text="PAG"), Words(text=". "), Sign.PAGE, Words(text=" (x)")),
            (Words(text="(x)"),),
        ),
        ((Words(text="KvK 1"), Sign.BREAK, Sign.PAGE), (Words(text="KvK 1"), Sign.BREAK)),
        ((Words(text="In "), Sign.PAGES), (Words(text="In "), Sign.PAGES)),
    ],
)
def test_with_a_number_go_the_words_that_name_it(
    zone: tuple[Piece, ...], left: tuple[Piece, ...]
) -> None:
    box = HouseBox(lines=(Line(middle=zone),), width=40, height=9)
    strip = Strip(cells=((Line(right=zone),),), shares=(1,))
    story = Story(lines=(Line(left=zone), strip), placed=(box,))
    found = Letterhead(first_foot=story, foot=story).on_loose_sheet()
    other = Strip(cells=((Line(right=left),),), shares=(1,))
    assert found.first_foot == Story(
        lines=(Line(left=left), other), placed=(replace(box, lines=(Line(middle=left),)),)
    )
    assert found.foot == story


def test_our_lines_keep_clear_of_the_letterhead(linde: Path) -> None:
    with pdfplumber.open(io.BytesIO(pdf(school(Status.CONCEPT), linde))) as opened:
        words = {word["text"]: word for word in opened.pages[1].extract_words()}
    board, mark = words["Linde"], words["CONCEPT"]
    assert board["bottom"] < mark["top"]
    made = word(school(Status.CONCEPT), linde)
    for name, place, side in (("header1", 1, "before"), ("footer1", -2, "after")):
        own = part_of(made, f"{name}.xml").findall(qn("w:p"))[place]
        assert int(own.find(f"{qn('w:pPr')}/{qn('w:spacing')}").get(qn(f"w:{side}"))) > 0


def sideways() -> Protocol:
    """Return a text with a table that turns its page."""
    head = "| " + " | ".join(f"Verantwoordelijkheid{n}" for n in range(6)) + " |\n"
    table = f"{head}|{'---|' * 6}\n{head}"
    text = f"{TEXT.partition('[^1]:')[0].replace('[^1]', '')}\n{{#t}}\n{table}"
    return replace(school(), parts=read_protocol_text(text).protocol.parts, notes=())


def test_our_lines_begin_well_below_a_high_letterhead(tmp_path: Path) -> None:
    """Each line is as high as was counted, so that many of them do not reach our own."""
    found = docx.Document(io.BytesIO(reference()))
    for number in range(8):
        line = f"Locatie{number} " + "Onderwijslaan " * 13
        found.sections[0].header.add_paragraph(line).runs[0].font.size = Pt(9)
    content = io.BytesIO()
    found.save(content)
    with pdfplumber.open(
        io.BytesIO(pdf(school(), project(tmp_path, content.getvalue())))
    ) as opened:
        words = opened.pages[1].extract_words()
    ours = next(word["top"] for word in words if word["text"] == "Basisschool")
    last = max(word["bottom"] for word in words if word["top"] < ours - 1)
    assert ours - last > Mm(3).pt


def test_a_page_on_its_side_keeps_no_room_for_the_letterhead(tmp_path: Path) -> None:
    """The letterhead is not there; with 5 cm of it a third of that page would be empty."""
    section = docx.Document(io.BytesIO(reference()))
    section.sections[0].header.paragraphs[0].add_run().add_picture(
        io.BytesIO(picture()), width=Mm(160), height=Mm(50)
    )
    content = io.BytesIO()
    section.save(content)
    folder = project(tmp_path, content.getvalue())
    with pdfplumber.open(io.BytesIO(pdf(sideways(), folder))) as opened:
        [page] = [one for one in opened.pages if one.width > one.height]
        first = min(word["top"] for word in page.extract_words() if "Verantw" in word["text"])
        assert first < Mm(45).pt
    document = part_of(word(sideways(), folder), "document.xml")
    margins = {
        one.find(qn("w:pgSz")).get(qn("w:orient")): one.find(qn("w:pgMar"))
        for one in document.iter(qn("w:sectPr"))
    }
    assert int(margins[None].get(qn("w:top"))) > 2 * 1701
    found = {side: margins["landscape"].get(qn(f"w:{side}")) for side in ("top", "bottom")}
    assert found == {"top": "1701", "bottom": "1587"}


def test_a_page_on_its_side_has_its_head_as_wide_as_itself(tmp_path: Path) -> None:
    made = word(sideways(), project(tmp_path))
    root = part_of(made, "styles.xml")
    (style,) = (one for one in root.iter(qn("w:style")) if one.get(qn("w:styleId")) == "Header")
    own = {tab.get(qn("w:pos")) for tab in style.iter(qn("w:tab"))}
    for name in ("header4.xml", "footer4.xml"):
        tabs = list(part_of(made, name).iter(qn("w:tabs")))
        cleared = {
            tab.get(qn("w:pos"))
            for stops in tabs
            for tab in stops
            if tab.get(qn("w:val")) == "clear"
        }
        assert own <= cleared


def test_words_beside_a_picture_do_not_touch_it() -> None:
    drawn = re.sub("</w:p>$", "<w:r><w:t>De Linde</w:t></w:r></w:p>", DRAWN)
    assert drawn != DRAWN
    found = with_picture(picture(), drawn=drawn).letterhead.head.lines[0]
    assert isinstance(found, Line)
    kinds = [type(piece) for zone in found.zones() for piece in zone]
    assert kinds == [HousePicture, Words]
    words = [piece.text for zone in found.zones() for piece in zone if isinstance(piece, Words)]
    assert words == ["\u2003De Linde"]


# --- what is told, and what never gets through -------------------------------------------------


def test_what_is_not_taken_over_is_told() -> None:
    assert told(read_reference(reference(), NOWHERE)) == [
        "the left margin: it is 4,4 cm, for the labels of the clauses",
        "the text of the file itself",
        "heading 1 on a new page",
        "the colour #4f81bd: hard to read on white",
        "the title with a border",
    ]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def head(inner: str) -> Story:
    """Return the header of the pages of a file in which this stands."""
    return header(inner).letterhead.head


def header(inner: str) -> Reference:
    made = reference()
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        texts = {name: package.read(name) for name in package.namelist()}
    name = next(name for name, text in texts.items() if b"Stichting De Linde" in text)
    xml = f"<w:hdr {W} {R} {A} {WP}>{inner}</w:hdr>"
    return read_reference(changed(made, {name: xml}), NOWHERE)


def test_words_keep_their_look_and_tabs_their_places() -> None:
    look = '<w:rPr><w:b/><w:color w:val="7A1F5C"/><w:sz w:val="20"/></w:rPr>'
    (line,) = head(
        f"<w:p><w:r>{look}<w:t>De </w:t></w:r><w:r>{look}<w:t>Linde</w:t></w:r><w:r><w:tab/></w:r>"
        '<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
        "</w:p>"
    ).lines
    assert line == Line(
        left=(Words(text="De Linde", bold=True, colour="#7a1f5c", size=10.0),), right=(Sign.PAGE,)
    )


def test_lines_in_a_control_or_added_are_read_and_a_hyphen_is_one() -> None:
    said = "<w:r><w:t>De</w:t><w:noBreakHyphen/><w:t>Lin</w:t><w:softHyphen/><w:t>de</w:t></w:r>"
    for around in ("{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:ins>{}</w:ins>"):
        (line,) = head(around.format(f"<w:p>{said}</w:p>")).lines
        assert line == Line(left=(Words(text="De-Linde"),))
    assert head("<w:del><w:p><w:r><w:t>oud</w:t></w:r></w:p></w:del>").lines == ()


def test_a_tab_that_was_cleared_leads_nowhere() -> None:
    stops = "<w:tab w:val='clear' w:pos='100'/><w:tab w:val='right' w:pos='9000'/>"
    (line,) = head(
        f"<w:p><w:pPr><w:tabs>{stops}</w:tabs></w:pPr>"
        "<w:r><w:t>a</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>b</w:t></w:r></w:p>"
    ).lines
    assert line == Line(left=(Words(text="a"),), right=(Words(text="b"),))


def test_a_row_of_a_table_is_a_strip() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="{}"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    (strip,) = head(
        f"<w:tbl><w:tr>{cell.format(2000, 'a')}{cell.format(1000, 'b')}</w:tr></w:tbl>"
    ).lines
    assert isinstance(strip, Strip)
    assert strip.shares == (2000, 1000)


SECRET = "<w:r><w:t>geheim</w:t></w:r>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{SECRET}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>5040000'
    '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{top}'
    '</wp:posOffset></wp:positionV><wp:extent cx="2160000" cy="720000"/>'
    '<wp:docPr id="1" name="a" {seen}/><w:txbxContent>'
    '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>geheim</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>adres</w:t></w:r></w:p></w:txbxContent></wp:anchor></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    "inner",
    [
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>",
        f"<w:del>{SECRET}</w:del>",
        f'<w:fldSimple w:instr=" INCLUDETEXT c:/geheim ">{SECRET}</w:fldSimple>',
        FIELD,
        BOX.format(top=360000, seen='hidden="1"'),
        BOX.format(top=5400000, seen=""),
        "<w:r><w:pict>geheim</w:pict></w:r>",
    ],
)
def test_what_is_hidden_gone_or_filled_in_stays_out(inner: str) -> None:
    found = header(f"<w:p>{inner}</w:p>")
    assert "geheim" not in repr(found.letterhead)


def test_a_text_box_keeps_its_place_and_our_lines_begin_below_it() -> None:
    box = BOX.format(top=360000, seen="")
    cell = f"<w:tbl><w:tr><w:tc><w:p>{box}</w:p></w:tc></w:tr></w:tbl>"
    for inner in (f"<w:p>{box}</w:p>", cell):
        (found,) = head(inner).placed
        assert isinstance(found, HouseBox)
        assert (found.left, found.top, found.width, found.height) == (140, 10, 60, 20)
        words = (Line(right=(Words(text="geheim"),)), Line(left=(Words(text="adres"),)))
        assert found.lines == words
    style = replace(NEUTRAL, reference=header(f"<w:p>{box}</w:p>"))
    assert room_around(style).top == 52, "its lower edge and what our own lines take"


def test_a_text_box_is_printed_at_its_place_in_both(tmp_path: Path) -> None:
    part = f"<w:hdr {W} {R} {A} {WP}><w:p>{BOX.format(top=360000, seen='')}</w:p></w:hdr>"
    headers = {f"word/header{n}.xml": part for n in (1, 2)}
    root = project(tmp_path, changed(reference(), headers))
    page = pypdfium2.PdfDocument(pdf(school(), root))[1].get_textpage()
    begin, _ = page.search("adres").get_next()
    assert page.get_charbox(begin)[0] == pytest.approx(140 * 72 / 25.4, abs=1)
    made = part_of(word(school(), root), "header1.xml")
    frames = made.findall(f".//{qn('w:framePr')}")
    places = {(one.get(qn("w:x")), one.get(qn("w:y")), one.get(qn("w:w"))) for one in frames}
    assert places == {("7937", "567", "3402")}
    assert [one.getparent().getparent().xpath("string()") for one in frames] == ["geheim", "adres"]
    ours = made.findall(qn("w:p"))[-1].find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert int(ours.get(qn("w:before"))) > 0, "below the box"


DRAWN = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="450000"/>'
    '<wp:docPr id="1" name="a" descr="Een linde"/><a:blip r:embed="rId9"/></wp:inline>'
    "</w:drawing></w:r></w:p>"
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def with_picture(
    content: bytes, target: str = "media/eigen.png", mode: str = "", drawn: str = ""
) -> Reference:
    """Return what a file gives whose headers all are one picture."""
    made, part = reference(), "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        relations = package.read(part).decode()
    relation = f'<Relationship Id="rId9" Type="{KIND}" Target="{target}" {mode}/>'
    changes: dict[str, str | bytes] = {
        part: re.sub(r'Target="header\d\.xml"', 'Target="header9.xml"', relations),
        "word/header9.xml": f"<w:hdr {W} {R} {A} {WP}>{drawn or DRAWN}</w:hdr>",
        "word/_rels/header9.xml.rels": (
            f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'
        ),
        "word/media/leeg.png" if mode else f"word/{target}": content,
    }
    return read_reference(changed(made, changes), NOWHERE)


def test_shapes_in_a_group_are_told_and_stay_out() -> None:
    group = 'xmlns:g="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    drawn = DRAWN.replace("<a:blip", f"<g:wgp {group}><a:blip").replace(
        '"rId9"/>', '"rId9"/></g:wgp>'
    )
    found = with_picture(picture(), drawn=drawn)
    assert list(pictures(found.letterhead)) == []
    assert any(one.startswith("shapes in a group") for one in told(found))


def test_a_picture_is_drawn_anew() -> None:
    (found, *_) = pictures(with_picture(picture()).letterhead)
    assert found.words == "Een linde"
    assert found.content == picture()
    assert (found.width, found.height) == (50, 12.5)


@pytest.mark.parametrize(
    ("content", "target", "mode"),
    [
        (b"GIF89a", "media/eigen.gif", ""),
        (b"geen plaatje", "media/eigen.png", ""),
        (lambda: picture()[:200], "media/eigen.png", ""),
        (
            lambda: picture()[:16] + b"\0\0\xff\xff\0\0\xff\xff" + picture()[24:],
            "media/eigen.png",
            "",
        ),
        (b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03", "media/eigen.jpg", ""),
        (b"\0" * 4_000_001, "media/eigen.png", ""),
        (picture, "https://voorbeeld.example/a.png", 'TargetMode="External"'),
        (picture, "file:///etc/passwd", 'TargetMode="External"'),
        (picture, "../../../etc/passwd", ""),
    ],
)
def test_a_picture_that_is_no_harmless_one_stays_out(
    content: bytes | Callable[[], bytes], target: str, mode: str
) -> None:
    made = content if isinstance(content, bytes) else content()
    found = with_picture(made, target, mode)
    assert not list(pictures(found.letterhead))
    assert any("picture" in one for one in told(found))


BOMB = b'<!DOCTYPE x [<!ENTITY a "' + b"b" * 1000 + b'">]><x>' + b"&a;" * 100 + b"</x>"


@pytest.mark.parametrize(
    "content",
    [
        b"geen zip",
        changed(reference(), {"word/styles.xml": b"<nee"}),
        changed(reference(), {"word/styles.xml": BOMB}),
        changed(reference(), {"word/document.xml": b"<nee"}),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_gives_the_neutral_look(
    tmp_path: Path, content: bytes
) -> None:
    root = project(tmp_path, content)
    style, problems = read_house_style(root, house_names(school()))
    assert style == NEUTRAL
    assert [one.location.path for one in problems] == ["templates/de-linde/reference.docx"]
    assert word(school(), root) == word(school(), None)
    assert pdf(school(), root) == pdf(school(), None)


def test_nothing_of_the_file_itself_gets_through(tmp_path: Path) -> None:
    extra = {
        "word/vbaProject.bin": b"programma",
        "word/embeddings/a.bin": b"object",
        "customXml/eigen.xml": b"<geheim/>",
    }
    root = project(tmp_path, changed(reference(), extra))
    style, _ = read_house_style(root, ("de-linde",))
    assert "the program in it (macros)" in told(style.reference)
    made = word(school(), root)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = package.namelist()
        whole = b"".join(package.read(name) for name in names)
    assert not [name for name in names if "vba" in name or "embeddings" in name]
    assert b"Typ hier uw brief" not in whole
    assert b"geheim" not in whole
    with pikepdf.open(io.BytesIO(pdf(school(), root))) as opened:
        assert "/AA" not in opened.Root


def test_a_letterhead_that_leaves_no_room_stays_out() -> None:
    lines = "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 39
    found = header(lines)
    assert found.letterhead.head == Story()
    assert any("12 cm" in one for one in told(found))
    assert isinstance(found.letterhead, Letterhead)
    assert isinstance(HouseStyle(reference=found).letterhead, Letterhead)


def test_a_hiding_style_does_not_hide(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(reference())) as package:
        styles = package.read("word/styles.xml").decode()
    name = '<w:name w:val="Normal"/>'
    look = '<w:vanish/><w:color w:val="FFFFFF"/><w:sz w:val="2"/>'
    hiding = styles.replace(name, f"{name}<w:rPr>{look}</w:rPr>", 1)
    assert hiding != styles
    root = project(tmp_path, changed(reference(), {"word/styles.xml": hiding}))
    made = part_of(word(school(), root), "styles.xml")
    assert not list(made.iter(qn("w:vanish")))
    assert "FFFFFF" not in {one.get(qn("w:val")) for one in made.iter(qn("w:color"))}
    normal = next(one for one in made if one.get(qn("w:styleId")) == "Normal")
    (size,) = normal.iter(qn("w:sz"))
    assert size.get(qn("w:val")) == "18"


# --- the papers around a protocol ------------------------------------------------------------


def _leaflets() -> Leaflets:
    rows = Grid(heads=("Naam", "Datum"), rows=(("", ""),), shares=(2, 1), height=12)
    leaflet = Leaflet(organisation="De Mus", title="Formulier", standing="Concept", parts=(rows,))
    return Leaflets(title="Formulieren", leaflets=(leaflet, leaflet))


def test_each_leaflet_has_the_letterhead_of_a_first_page(linde: Path) -> None:
    style = read_house_style(linde, ("de-linde",))[0]
    made = leaflets_pdf(_leaflets(), DUTCH, location=NOWHERE, style=style)
    assert all(LETTER_WORDS[0] in page and LETTER_WORDS[3] in page for page in page_texts(made))
    assert judged(made) == []
    file = leaflets_docx(_leaflets(), DUTCH, style=style)
    assert LETTER_WORDS[0] in words_of(file, "header1.xml")
    assert LETTER_WORDS[3] in words_of(file, "footer1.xml")
    assert leaflets_docx(_leaflets(), DUTCH) == leaflets_docx(_leaflets(), DUTCH, style=NEUTRAL)


def test_a_redline_has_the_letterhead_and_a_table_the_colour(linde: Path) -> None:
    old = school()
    new = replace(old, title=(Text("Protocol bellen"),))
    found = changes(old, new)
    first, *_ = page_texts(pdf_redline(found, DUTCH, WHO, project=linde))
    assert LETTER_WORDS[0] in first
    # no running head of ours over it
    assert first.count("Versie met zichtbare wijzigingen") == 1
    made = word_redline(found, DUTCH, WHO, project=linde)
    assert LETTER_WORDS[0] in words_of(made, "header2.xml")
    style = read_house_style(linde, ("de-linde",))[0]
    table = was_wordt_docx(sheet_between(new, old), DUTCH, style=style)
    with zipfile.ZipFile(io.BytesIO(table)) as package:
        assert b"7A1F5C" in package.read("word/styles.xml")
    assert judged(was_wordt_pdf(sheet_between(new, old), DUTCH, NOWHERE, style=style)) == []
