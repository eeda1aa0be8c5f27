"""How far a reader of a Word file looks: each bound, on both of its sides."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from import_quality import own_word
from importing.extract.word.word_files import SPACES, p, package, r
from protocolkit.base.location import NOWHERE
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.altchunks import chunk_source
from protocolkit.importing.extract.word.bound_text import Bound
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.covers import may_cover
from protocolkit.importing.extract.word.embedded import embedded_words
from protocolkit.importing.extract.word.fields import Field
from protocolkit.importing.extract.word.file_record import FileRecord
from protocolkit.importing.extract.word.fills import shape_colour
from protocolkit.importing.extract.word.namespaces import open_up
from protocolkit.importing.extract.word.package import RECORD, WordPackage
from protocolkit.importing.extract.word.page_look import has_no_room, page_size
from protocolkit.importing.extract.word.properties import drawn_style, level_number, points
from small_boards import board


def _xml(text: str) -> Element:
    root: Element = etree.fromstring(f"<x {SPACES}>{text}</x>")
    return root


def _chunk(content: str) -> str:
    """Return what is read of a piece of another file, or why not."""
    made = package(p(r("Vooraf.")), {"stuk.bin": content}, kinds={"stuk.bin": "aFChunk"})
    try:
        return chunk_source(WordPackage(made, NOWHERE), "word/stuk.bin").text.strip()
    except ProtocolkitError as stopped:
        return stopped.problem.code.name


@pytest.mark.parametrize(("blanks", "is_page"), [(0, True), (900, True), (1_100, False)])
def test_a_web_page_in_a_file_is_known_by_its_first_thousand_signs(
    blanks: int, is_page: bool
) -> None:
    found = _chunk(" " * blanks + "<html><body><p>Bel aan.</p></body></html>")
    assert found == ("Bel aan." if is_page else "import-foreign-part")


@pytest.mark.parametrize(("blanks", "is_xml"), [(0, True), (150, True), (250, False)])
def test_a_part_of_a_kind_that_is_unknown_is_text_when_it_begins_as_xml(
    blanks: int, is_xml: bool
) -> None:
    part = " " * blanks + f"<w:p {SPACES}>{r('Hier staat meer.')}</w:p>"
    opened = WordPackage(package(p(r("Vooraf.")), {"x.xml": part}, kinds={"x.xml": "nieuw"}))
    names = [name for name, _ in opened.reached_with_words()]
    assert ("word/x.xml" in names) is is_xml
    assert ("word/x.xml" in opened.embedded_parts()) is not is_xml


@pytest.mark.parametrize(("before", "is_found"), [(0, True), (19, True), (20, False)])
def test_our_record_is_looked_for_among_the_first_twenty_parts_with_data(
    before: int, is_found: bool
) -> None:
    parts = {f"item{n:02}.xml": "<a/>" for n in range(before)}
    space, _, name = RECORD[1:].partition("}")
    parts["itemz.xml"] = f'<{name} xmlns="{space}"/>'
    made = package(p(r("Vooraf.")), parts, kinds=dict.fromkeys(parts, "customXml"))
    assert (WordPackage(made).record() is not None) is is_found


@pytest.mark.parametrize(("before", "is_other"), [(0, False), (49, False), (50, True)])
def test_what_a_control_is_bound_to_is_looked_for_in_fifty_parts(
    before: int, is_other: bool
) -> None:
    parts = {f"item{n:02}.xml": "<a>iets</a>" for n in range(before)}
    parts["itemz.xml"] = "<a>De Linde</a>"
    made = package(p(r("Vooraf.")), parts, kinds=dict.fromkeys(parts, "customXml"))
    control = _xml(
        "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr>"
        f"<w:sdtContent>{r('De Linde')}</w:sdtContent></w:sdt>"
    )[0]
    assert Bound(WordPackage(made)).is_other(control) is is_other


def _nested(depth: int) -> bytes:
    """Return a Word file that holds another one, and so on."""
    inside = package(p(r("diepste")))
    for level in range(depth):
        text = p(r(f"laag{level}"))
        made = io.BytesIO(package(text, {"x.docx": "PK"}, kinds={"x.docx": "package"}))
        whole = io.BytesIO()
        with zipfile.ZipFile(made) as old, zipfile.ZipFile(whole, "w") as new:
            for name in old.namelist():
                new.writestr(name, inside if name == "word/x.docx" else old.read(name))
        inside = whole.getvalue()
    return inside


@pytest.mark.parametrize(("depth", "is_told"), [(0, True), (3, True), (4, False)])
def test_files_in_files_are_read_three_deep(depth: int, is_told: bool) -> None:
    assert ("diepste" in embedded_words(_nested(depth))) is is_told


@pytest.mark.parametrize(("depth", "is_told"), [(0, True), (3, True), (4, False)])
def test_what_is_no_file_of_office_has_no_words(depth: int, is_told: bool) -> None:
    assert embedded_words(b"gewone tekst") == ""
    assert embedded_words(b"PK kapot", depth) == ""
    assert bool(embedded_words(package(p(r("tekst"))), depth)) is is_told


def test_of_very_many_words_the_first_two_million_signs_are_told() -> None:
    text = "woord " * 350_000
    assert len(embedded_words(package(p(r(text))))) == 2_000_000
    assert len(embedded_words(package(p(r(text[:600_000]))))) >= 599_999


@pytest.mark.parametrize(
    ("section", "is_full"),
    [
        ("", False),
        ('<w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:left="5600" w:right="5600"/>', False),
        ('<w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:left="5660" w:right="5660"/>', True),
        ('<w:pgSz w:w="11900" w:h="580"/>', True),
        ('<w:pgSz w:w="11900" w:h="620"/>', False),
        ('<w:pgMar w:left="5600" w:right="5600"/>', False),
        ('<w:pgMar w:left="5680" w:right="5680"/>', True),
        ('<w:pgMar w:top="8000" w:bottom="-8300"/>', True),
    ],
)
def test_a_page_with_less_than_thirty_points_has_no_room(section: str, is_full: bool) -> None:
    assert has_no_room(_xml(f"<w:sectPr>{section}</w:sectPr>")) is is_full


def test_a_page_without_a_size_is_a4() -> None:
    assert page_size(_xml("<w:sectPr/>")) == (595.0, 842.0)
    assert page_size(_xml('<w:sectPr><w:pgSz w:w="6000" w:h="8000"/></w:sectPr>')) == (300, 400)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("20", 1.0),
        ("-40", -2.0),
        ("1in", 72.0),
        ("999999999980", 49999999999.0),
        ("1000000000000", None),
        ("1.2.3", None),
        ("12em", None),
        (None, None),
    ],
)
def test_a_bare_length_is_in_twentieths_of_a_point(text: str | None, length: float | None) -> None:
    assert points(text) == length


def test_a_list_lies_at_most_eight_levels_deep() -> None:
    assert [level_number(text, 1) for text in ("0", "8", "9", "-1", None)] == [0, 8, 1, 1, 1]


@pytest.mark.parametrize(("before", "is_read"), [(0, True), (1_900, True), (2_000, False)])
def test_of_a_style_in_a_drawing_two_thousand_signs_are_read(before: int, is_read: bool) -> None:
    shape = _xml("<v:shape/>")[0]
    shape.set("style", " " * before + "Width: 3PT")
    assert drawn_style(shape) == ({"width": "3pt"} if is_read else {})


@pytest.mark.parametrize(
    ("value", "shown"), [("", "een"), ("1", "twee"), ("2", ""), ("3000", ""), ("x", "")]
)
def test_a_list_to_choose_from_shows_what_was_chosen_and_else_its_first(
    value: str, shown: str
) -> None:
    chosen = f'<w:result w:val="{value}"/>' if value else ""
    entries = "".join(f'<w:listEntry w:val="{one}"/>' for one in ("een", "twee"))
    form = _xml(f"<w:ddList>{chosen}{entries}</w:ddList>")
    assert Field(form=form).choice() == shown


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ('w:val="clear" w:fill="FFFFFF"', (255, 255, 255)),
        ('w:val="solid" w:color="000000" w:fill="FFFFFF"', (0, 0, 0)),
        ('w:val="diagStripe" w:color="000000" w:fill="FFFFFF"', (128, 128, 128)),
        ('w:val="pct20" w:color="000000" w:fill="FFFFFF"', (204, 204, 204)),
    ],
)
def test_a_shade_of_stripes_is_half_of_each_colour(said: str, colour: tuple[int, ...]) -> None:
    found = Colours(None, None).of_shading(_xml(f"<w:shd {said}/>")[0])
    assert found is not None
    assert all(abs(one - other) <= 1 for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("wide", "high", "covers"), [(8.5, 3.5, True), (7.5, 3.5, False), (8.5, 2.5, False)]
)
def test_a_drawing_covers_words_when_one_fits_in_it(wide: float, high: float, covers: bool) -> None:
    size = f'cx="{round(wide * 12_700)}" cy="{round(high * 12_700)}"'
    drawing = _xml(
        f'<wp:anchor behindDoc="0"><wp:extent {size}/><wp:wrapNone/>'
        "<wps:wsp><wps:spPr><a:solidFill/></wps:spPr></wps:wsp></wp:anchor>"
    )
    assert may_cover(drawing) is covers


def test_the_record_of_a_file_counts_only_where_its_styles_are_ours() -> None:
    made = board("aa", "Een regel.")
    opened = WordPackage(own_word(made))
    text = opened.record()
    assert FileRecord(text, is_ours=True).protocol == made
    for said, is_ours in ((text, False), (None, True), ("kapot", True)):
        assert FileRecord(said, is_ours=is_ours).protocol is None


def _texts(root: Element) -> list[str]:
    return "".join(root.itertext()).split()


@pytest.mark.parametrize("before", ["", "<w:p/>", "<w:p>voor</w:p>na"])
@pytest.mark.parametrize("loose", ["", "los", " "])
def test_what_stands_loose_in_an_element_that_is_passed_over_stays(before: str, loose: str) -> None:
    root: Element = etree.fromstring(
        f'<w:document {SPACES} xmlns:n="nieuw" mc:Ignorable="n" mc:ProcessContent="n:om">'
        f"<w:body>{before}<n:om>{loose}<w:p>in</w:p></n:om>{loose}</w:body></w:document>"
    )
    whole = sorted(_texts(root))
    open_up(root)
    assert root.find(".//{nieuw}om") is None
    assert "".join(sorted("".join(_texts(root)))) == "".join(sorted("".join(whole)))


@pytest.mark.parametrize(
    ("fill", "is_sure"),
    [
        ("", None),
        ("<a:noFill/>", False),
        ('<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>', True),
        ('<a:solidFill><a:srgbClr val="FF0000"><a:alpha/></a:srgbClr></a:solidFill>', False),
        ("<a:solidFill/>", None),
        ("<a:gradFill/>", False),
        ("<a:ln/><a:pattFill/>", False),
    ],
)
def test_what_a_shape_lays_behind_its_text(fill: str, is_sure: bool | None) -> None:
    found = shape_colour(_xml(fill), Colours(None, None))
    assert (found and found.is_sure) is is_sure
    assert shape_colour(None, Colours(None, None)) is None
