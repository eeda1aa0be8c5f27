"""Word files: what Word prints is what comes in, whoever made the file."""

from __future__ import annotations

import io
import zipfile

import pytest

from protocolkit.checking.numbering import check_numbering
from protocolkit.document.model import PointList, Protocol, Table
from protocolkit.document.outline import clause_text, clauses, sections
from protocolkit.document.richtext import Link, plain, walk
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/relationships"
_NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/>
<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Leden"/></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="Leden"/><w:lvl w:ilvl="0">
<w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="4">
<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
"""
_STYLES = """
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/>
<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Zwaar"><w:name w:val="Strong"/>
<w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
"""


def word_file(
    body: str, *, notes: str = "", links: str = "", more: tuple[str, bytes] | None = None
) -> bytes:
    """Return a small Word file around the XML of a body."""
    kinds = ("styles", "numbering", "footnotes")
    targets = "".join(
        f'<Relationship Id="r{kind}" Type="{_R}/{kind}" Target="{kind}.xml"/>' for kind in kinds
    )
    space = f'xmlns:w="{_W}" xmlns:r="{_R}"'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_TYPES}"><Relationship Id="r" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_TYPES}">{targets}{links}'
        "</Relationships>",
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {space}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {space}>{_NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {space}>{notes}</w:footnotes>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        if more:
            archive.writestr(*more)
    return buffer.getvalue()


def _p(text: str, *, style: str = "", number: int = 0, depth: int = 0) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{_r(text)}</w:p>"


def _r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _read(content: bytes) -> Protocol:
    return import_source(extract_word(content)).protocol


def test_numbers_are_counted_as_word_prints_them() -> None:
    protocol = _read(
        word_file(
            _p("Protocol telefoons", style="Titel")
            + _p("Regels", style="Kop1", number=1)
            + _p("Op school", style="Kop2", number=1, depth=1)
            + _p("De telefoon is uit:", number=2)
            + _p("in de les;", number=1, depth=2)
            + _p("Later", style="Kop1", number=3)
        )
    )
    found = [(part.level, part.marker, plain(part.title)) for part in sections(protocol)]
    assert found == [(2, "3.", "Regels"), (3, "3.1", "Op school"), (2, "9.", "Later")]
    assert plain(protocol.title) == "Protocol telefoons"
    clause = next(clauses(protocol))
    assert clause.marker == "•"
    assert isinstance(clause.blocks[1], PointList)
    assert clause.blocks[1].points[0].marker == "a)"


def test_chapters_in_roman_numerals_and_items_in_letters_follow_on_each_other() -> None:
    items = "".join(
        _p(f"De {word} is van de school.", number=5, depth=1)
        for word in "zaal deur gang tuin poort hal trap lift bank bel".split()
    )
    chapters = "".join(
        _p(title, style="Kop1", number=5) + (items if title == "Begrippen" else _p("Een zin."))
        for title in "Doel Begrippen Regels Toezicht Gevolgen Slot".split()
    )
    protocol = _read(word_file(_p("Protocol feesten", style="Titel") + chapters))
    assert [part.marker for part in sections(protocol)] == "I. II. III. IV. V. VI.".split()
    marked = [clause.marker for clause in clauses(protocol) if clause.marker]
    assert marked == [f"{letter}." for letter in "ABCDEFGHIJ"]
    assert list(check_numbering(protocol)) == []


def test_tracked_changes_and_content_controls() -> None:
    body = (
        "<w:p>"
        + _r("De leerling ")
        + f'<w:ins w:id="1" w:author="A">{_r("mag ")}</w:ins>'
        + '<w:del w:id="2" w:author="A"><w:r><w:delText>moet </w:delText></w:r></w:del>'
        + f"<w:sdt><w:sdtContent>{_r('altijd bellen.')}</w:sdtContent></w:sdt></w:p>"
        + f"<w:sdt><w:sdtContent>{_p('In een vak van Word.')}</w:sdtContent></w:sdt>"
    )
    source = extract_word(word_file(body))
    texts = [clause_text(clause) for clause in clauses(import_source(source).protocol)]
    assert texts == ["De leerling mag altijd bellen.", "In een vak van Word."]
    notices = " ".join(notice.text for notice in source.notices)
    assert "insertions" in notices
    assert "deletions" in notices


def test_notes_tables_and_links() -> None:
    link = f'<Relationship Id="l1" Type="{_R}/hyperlink" TargetMode="External" Target="{{}}"/>'
    note = (
        f'<w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r>{_r(" De noot.")}</w:p></w:footnote>'
    )
    cells = "".join(f"<w:tc>{_p(text)}</w:tc>" for text in ("Wat", "Wie"))
    rows = f"<w:tr>{cells}</w:tr><w:tr>{cells}</w:tr>"
    body = (
        f"<w:p>{_r('Een zin')}<w:r><w:footnoteReference w:id='4'/></w:r>{_r(' met noot en ')}"
        f"<w:hyperlink r:id='l1'>{_r('link')}</w:hyperlink>{_r('.')}</w:p><w:tbl>{rows}</w:tbl>"
    )
    protocol = _read(word_file(body, notes=note, links=link.format("https://school.nl")))
    first, second = clauses(protocol)
    assert clause_text(first) == "Een zin met noot en link."
    assert [clause_text(found) for found in protocol.notes] == ["De noot."]
    assert isinstance(second.blocks[0], Table)
    assert [i.target for i in _inlines(protocol) if isinstance(i, Link)] == ["https://school.nl"]
    unsafe = _read(word_file(body, notes=note, links=link.format("javascript:alert(1)")))
    assert not [i for i in _inlines(unsafe) if isinstance(i, Link)]
    assert clause_text(next(clauses(unsafe))) == "Een zin met noot en link."


@pytest.mark.parametrize("words", [("", "Later."), (" ", "Later."), ("Eerder.", "")])
def test_a_note_of_which_the_text_is_deleted_is_a_note_without_text(words: tuple[str, str]) -> None:
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{_r(text)}</w:p></w:footnote>'
        for n, text in enumerate(words, start=2)
    )
    calls = [f"<w:r><w:footnoteReference w:id='{n}'/></w:r>" for n in (2, 3)]
    body = f"<w:p>{_r('Een.')}{calls[0]}</w:p><w:p>{_r('Twee.')}{calls[1]}</w:p>"
    protocol = _read(word_file(body, notes=notes))
    assert [clause_text(found) for found in protocol.notes] == [text.strip() for text in words]
    assert [clause_text(found) for found in clauses(protocol)] == ["Een.", "Twee."]


def _inlines(protocol: Protocol) -> list[object]:
    first = next(clauses(protocol)).blocks[0]
    assert not isinstance(first, PointList | Table)
    return list(walk(first.content))


def test_macros_are_left_out_and_said() -> None:
    source = extract_word(word_file(_p("Een regel."), more=("word/vbaProject.bin", b"x")))
    assert "macros" in source.notices[0].text


@pytest.mark.parametrize("text", ["•", "o", "–"])
def test_a_typed_bullet_is_an_item(text: str) -> None:
    protocol = _read(word_file(_p("Dit mag niet:") + _p(f"{text} bellen;") + _p(f"{text} filmen.")))
    assert len([clause for clause in clauses(protocol) if clause.marker]) == 2


def test_a_list_typed_into_one_paragraph_is_a_list() -> None:
    broken = f"<w:p>{_r('Dit mag niet:')}<w:r><w:br/></w:r>{_r('1. bellen;')}"
    broken += f"<w:r><w:br/></w:r>{_r('2. filmen.')}</w:p>"
    lines = f"<w:p>{_r('Postbus 12')}<w:r><w:br/></w:r>{_r('1234 AB Zwolle')}</w:p>"
    protocol = _read(word_file(broken + lines))
    found = [(clause.marker, clause_text(clause)) for clause in clauses(protocol)]
    assert found == [
        ("", "Dit mag niet:"),
        ("1.", "bellen;"),
        ("2.", "filmen."),
        ("", "Postbus 12\n1234 AB Zwolle"),
    ]


def test_headings_without_a_heading_style() -> None:
    outline = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>' + _r("Evaluatie") + "</w:p>"
    strong = '<w:p><w:r><w:rPr><w:rStyle w:val="Zwaar"/></w:rPr><w:t>Schade</w:t></w:r></w:p>'
    text = _p("De directeur kijkt elk jaar of dit protocol nog klopt, samen met de ouders.")
    protocol = _read(word_file(_p("Protocol", style="Titel") + outline + text + strong + text))
    assert [plain(part.title) for part in sections(protocol)] == ["Evaluatie", "Schade"]


def test_what_word_counts_in_a_cell_is_kept() -> None:
    cells = f"<w:tc>{_p('Wie')}</w:tc><w:tc>{_p('Wat')}</w:tc>"
    listed = _p("bellen", number=1, depth=2) + _p("vragen", number=1, depth=2)
    body = f"<w:tr>{cells}</w:tr><w:tr><w:tc>{_p('Ouders')}</w:tc><w:tc>{listed}</w:tc></w:tr>"
    protocol = _read(word_file(_p("Vooraf.") + f"<w:tbl>{body}</w:tbl>"))
    assert "a) bellen b) vragen" in clause_text(list(clauses(protocol))[-1])


def test_paragraphs_under_a_hanging_item_belong_to_it() -> None:
    def hanging(text: str, left: int, out: int) -> str:
        return f'<w:p><w:pPr><w:ind w:left="{left}" w:hanging="{out}"/></w:pPr>{_r(text)}</w:p>'

    body = (
        hanging("1. De leerling belt de ouders.", 567, 567)
        + hanging("De school betaalt dat.", 567, 0)
        + hanging("Dit geldt voor iedereen.", 0, 0)
    )
    texts = [clause_text(clause) for clause in clauses(_read(word_file(body)))]
    assert texts == [
        "De leerling belt de ouders.\nDe school betaalt dat.",
        "Dit geldt voor iedereen.",
    ]


def test_a_list_that_only_names_a_list_style_is_counted() -> None:
    protocol = _read(word_file(_p("De eerste regel.", number=4) + _p("De tweede.", number=4)))
    assert [clause.marker for clause in clauses(protocol)] == ["(1)", "(2)"]
