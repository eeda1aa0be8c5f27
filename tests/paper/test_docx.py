"""The Word file: read back with nothing but zipfile and lxml."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import seeds
from examples import examples
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, Source, Status
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import called_notes, clauses, protocol_tokens, sections
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
)
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.comments import comment_element
from protocolkit.paper.docx.notes import STAYS
from protocolkit.paper.pdf.data import typst_data
from protocolkit.text.letter_widths import words_width
from protocolkit.text.words import tokens
from word_parts import part_of

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {"w": MAIN}
HOSTILE = '<w:p>&amp; "q" ]]> {{ x }} \x00\x07a\x01b\x0bc\ud800d\ufffe \U0001f600'
ADDRESS = "https://www.example.org/a b?x=1&y=é#z".replace(" ", "%20")


# --- making models ---------------------------------------------------------------------------


def rich(*pieces: Inline | str) -> RichText:
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def words(*pieces: Inline | str) -> Paragraph:
    return Paragraph(rich(*pieces))


def clause(anchor: str, marker: str, *blocks: Block) -> Clause:
    return Clause(anchor=anchor, marker=marker, blocks=blocks)


def strong(*pieces: Inline | str) -> Emphasis:
    return Emphasis(content=rich(*pieces), strong=True)


def italic(*pieces: Inline | str) -> Emphasis:
    return Emphasis(content=rich(*pieces))


def link(target: str, *pieces: Inline | str) -> Link:
    return Link(target=target, content=rich(*pieces))


def point(marker: str, *blocks: Block, anchor: str = "") -> Point:
    return Point(marker=marker, blocks=blocks, anchor=anchor)


def note(label: str, *blocks: Block) -> Footnote:
    return Footnote(label=label, blocks=blocks)


FACTS = Facts(
    organisation=Organisation(name="Stichting De Linde", sector="po"),
    status=Status.ADOPTED,
    version="1.2",
    dated="2019-05",
    valid_from="2019-08-01",
    source=Source(complete=False, address="https://www.example.org/protocol.pdf"),
    approvals=(
        Approval(
            body="GMR",
            section="personeel",
            right=Right.CONSENT,
            decision=Decision.GRANTED,
            date="2019-06-12",
        ),
        Approval(body="College van bestuur", right=Right.ADOPTION, decision=Decision.ADOPTED),
    ),
)

TABLE = Table(
    header=(rich("Wat"), rich(strong("Wie"), " doet het?"), rich("Wanneer")),
    rows=(
        (rich("Melden van ", italic("elk"), " voorval"), rich("leraar"), rich("dezelfde dag")),
        (rich("Gesprek", HardBreak(), "met ouders", NoteMark("2")), rich("mentor"), rich()),
    ),
)

NESTED = PointList(
    (
        point("a.", words("een telefoon;"), anchor="art-3-4-a"),
        point(
            "b.",
            words("een tablet, te weten:"),
            PointList(
                (
                    point("1°", words("van de school;")),
                    point("2°", words("van thuis,"), words("met toestemming.")),
                )
            ),
        ),
        point("•", words("iets anders."), TABLE),
    )
)

LINKS = words(
    "Zie ",
    link("#art-3-4", "lid ", strong("vier")),
    ", ",
    link("#bestaat-niet", "nergens"),
    ", ",
    link("oponoa.md#art-1", "een ander"),
    ", ",
    link(ADDRESS, "de site"),
    ", ",
    link("mailto:info@example.org", "mail"),
    ", ",
    link("tel:0900-1113111", "0900-1113111"),
    ", ",
    link("javascript:alert(1)", "nee"),
    ", ",
    link("http://[", "stuk"),
    " en ",
    link("#noot-1", "de noot"),
    ".",
)

RICH = Protocol(
    facts=FACTS,
    title=rich("Protocol ", italic("sociale media"), NoteMark("1")),
    parts=(
        clause("aanhef", "", words("Dit protocol geldt voor iedereen", NoteMark("1"), ".")),
        Section(
            anchor="hs-3",
            level=2,
            marker="3",
            title=rich("Social media in de school"),
            parts=(
                clause("par-1", "", words("Op school spreken wij het volgende af:")),
                clause("art-3-4", "4.", words("Wij gebruiken:"), NESTED, words("Dat is al.")),
                clause("art-3-7", "7.", words("Wie een foto", NoteMark("2"), " plaatst, vraagt.")),
                clause("art-3-14a", "14a.", words("foto", strong("'s"), " mogen ", HOSTILE)),
                clause("art-5", "Artikel 5", words("Eerste regel", HardBreak(), "tweede.")),
                clause("bullet", "•", TABLE),
                clause("leeg", ""),
                clause("enkel", "A."),
                Section(
                    anchor="par-3-1",
                    level=5,
                    title=rich("Een ", italic("sprong"), " in niveau"),
                    parts=(clause("links", "3.1.12", LINKS),),
                ),
            ),
        ),
    ),
    notes=(
        note("2", words("Tweede noot: ", link("https://example.org/", "bron"), "."), TABLE),
        note("1", words("Eerste noot, zie ook noot", NoteMark("2"), NoteMark("3"), ".")),
        note("3", PointList((point("a.", words("alleen vanuit een noot")),)), words("slot")),
        note("4", words("Nooit aangeroepen.")),
    ),
)

STARS = Protocol(
    facts=FACTS,
    title=rich("Titel"),
    parts=(
        clause("een", "1.", words("Een", NoteMark("*"), " en twee", NoteMark("†"), ".")),
        clause("twee", "2.", words("Nog eens", NoteMark("*"), " en ", NoteMark("onbekend"))),
        clause("drie", "3.", words(link("#een", "een", NoteMark("*")), "; klaar")),
    ),
    notes=(note("*", words("ster")), note("†", words("kruis")), note("9", words("los"))),
)

SUPPLIED = replace(RICH, facts=replace(FACTS, title="Protocol", title_supplied=True))
EMPTY = Protocol(facts=Facts(organisation=Organisation(name="De Linde")), title=(), parts=())
DEEP = Protocol(
    facts=FACTS,
    title=rich("Diep"),
    parts=(
        clause(
            "diep",
            "1.",
            *[
                PointList((point("a.", words("a"), PointList((point("b.", words("b")),))),)),
            ],
        ),
    ),
)

MODELS = {"rich": RICH, "stars": STARS, "supplied": SUPPLIED, "empty": EMPTY, "deep": DEEP}
every_model = pytest.mark.parametrize("protocol", MODELS.values(), ids=MODELS.keys())


def write(protocol: Protocol, project: Path | None = None, language: str = "nl") -> bytes:
    translate = translator(language)
    cover = make_cover(protocol, translate, language)
    return write_docx(protocol, cover, translate, language=language, project=project)


# --- reading back ----------------------------------------------------------------------------


def get(found: Any, name: str) -> str:
    return str(found.get(f"{{{MAIN}}}{name}"))


def after_cover(file: bytes) -> list[Any]:
    """Return the top elements after the paragraph that carries the first section break."""
    body = part_of(file, "document.xml").find("w:body", NS)
    ends = [i for i, top in enumerate(body) if top.find("w:pPr/w:sectPr", NS) is not None]
    return list(body)[ends[0] + 1 : -1]


def notes_in(file: bytes) -> list[Any]:
    found = part_of(file, "footnotes.xml").xpath("w:footnote[not(@w:type)]", namespaces=NS)
    return sorted(found, key=lambda one: int(get(one, "id")))


def style_of(paragraph: Any) -> str:
    return str(paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NS))


def text_of(paragraph: Any) -> str:
    """Return a paragraph's words; marks of notes and labels of clauses left out by their style."""
    return "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    for run in paragraph.iter(f"{{{MAIN}}}r"):
        style = run.xpath("w:rPr/w:rStyle/@w:val", namespaces=NS)
        if style in (["FootnoteReference"], ["Bepalingslabel"]):
            continue
        for piece in run:
            name = etree.QName(piece).localname
            yield {"t": piece.text or "", "tab": "\t", "br": "\n"}.get(name, "")


def paragraphs(tops: list[Any]) -> Iterator[Any]:
    for top in tops:
        yield from top.iter(f"{{{MAIN}}}p")


def words_of(file: bytes) -> tuple[str, ...]:
    found = [*paragraphs(after_cover(file)), *paragraphs(notes_in(file))]
    lines = [text_of(one) for one in found if style_of(one) != "SuppliedTitle"]
    return tokens("\n".join(lines))


def bookmarks(file: bytes) -> list[Any]:
    tag = f"{{{MAIN}}}bookmarkStart"
    return [
        mark for name in ("document.xml", "footnotes.xml") for mark in part_of(file, name).iter(tag)
    ]


def names_of(file: bytes) -> list[str]:
    return [get(mark, "name") for mark in bookmarks(file)]


def relations(file: bytes, name: str) -> dict[str, str]:
    return {one.get("Id"): one.get("Target") for one in part_of(file, f"_rels/{name}.rels")}


def paragraph_with(file: bytes, text: str) -> Any:
    return next(one for one in paragraphs(after_cover(file)) if text in text_of(one))


# --- the law ---------------------------------------------------------------------------------


@every_model
def test_not_one_word_is_lost(protocol: Protocol) -> None:
    assert words_of(write(protocol)) == protocol_tokens(protocol)


@pytest.mark.parametrize("slug", seeds.SLUGS)
def test_not_one_word_of_a_real_protocol_is_lost(slug: str) -> None:
    protocol = seeds.protocol(slug)
    assert words_of(write(protocol)) == protocol_tokens(protocol)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.sampled_from(["", "1.", "•"]))
@examples(60)
def test_any_text_survives(texts: list[str], marker: str) -> None:
    pieces = [strong(text) if index % 2 else Text(text) for index, text in enumerate(texts)]
    protocol = replace(
        STARS, parts=(*STARS.parts, clause("zo", marker, Paragraph(tuple(pieces)), TABLE))
    )
    assert words_of(write(protocol)) == protocol_tokens(protocol)


@every_model
def test_same_protocol_same_bytes(protocol: Protocol) -> None:
    assert write(protocol) == write(protocol)


@every_model
def test_opens_with_python_docx(protocol: Protocol) -> None:
    document = docx.Document(io.BytesIO(write(protocol)))
    assert len(document.sections) == 2
    assert document.core_properties.author == protocol.facts.organisation.name
    assert document.core_properties.language == "nl-NL"
    assert document.styles["heading 1"] is not None


@every_model
def test_every_style_that_is_used_exists(protocol: Protocol) -> None:
    file = write(protocol)
    known = {get(one, "styleId") for one in part_of(file, "styles.xml").iterfind("w:style", NS)}
    for name in ("document.xml", "footnotes.xml", "header1.xml", "footer1.xml"):
        used = part_of(file, name).xpath("//w:pStyle|//w:rStyle|//w:tblStyle", namespaces=NS)
        assert {get(one, "val") for one in used} <= known


@every_model
def test_bookmarks_are_complete_and_unique(protocol: Protocol) -> None:
    file = write(protocol)
    names = names_of(file)
    ids = [get(mark, "id") for mark in bookmarks(file)]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    anchors = [section.anchor for section in sections(protocol)]
    anchors += [one.anchor for one in clauses(protocol)]
    anchors += [one.anchor for one in protocol.notes]
    assert {anchor.replace("-", "_") for anchor in anchors} <= set(names)


# --- structure -------------------------------------------------------------------------------


def test_headings_follow_the_nesting() -> None:
    styles = [(style_of(one), text_of(one)) for one in paragraphs(after_cover(write(RICH)))]
    titles = [pair for pair in styles if pair[0].startswith(("Title", "Heading"))]
    assert titles == [
        ("Title", "Protocol sociale media"),
        ("Heading1", "3\tSocial media in de school"),
        ("Heading2", "Een sprong in niveau"),
    ]


def test_headings_have_outline_levels() -> None:
    root = part_of(write(RICH), "styles.xml")
    for depth in range(1, 7):
        query = f"w:style[@w:styleId='Heading{depth}']"
        (style,) = root.xpath(query, namespaces=NS)
        assert style.xpath("string(w:name/@w:val)", namespaces=NS) == f"heading {depth}"
        level = style.xpath("string(w:pPr/w:outlineLvl/@w:val)", namespaces=NS)
        assert level == str(depth - 1)


def test_markers_are_words_and_word_numbers_nothing() -> None:
    file = write(RICH)
    found = [text_of(one) for one in paragraphs(after_cover(file))]
    markers = [text.split("\t")[0].strip() for text in found if "\t" in text]
    expected = ["3", "4.", "a.", "b.", "1°", "2°", "•", "7.", "14a.", "Artikel 5", "•", "A."]
    assert markers == [*expected, "3.1.12"]
    assert not part_of(file, "document.xml").xpath("//w:numPr", namespaces=NS)


def test_points_are_indented_by_depth() -> None:
    file = write(RICH)
    texts = {
        "\tWij gebruiken": "List",
        "\teen telefoon": "List2",
        "\tvan thuis": "List3",
        "met toestemming": "ListContinue3",
        "Dat is al": "ListContinue",
        "Dit protocol geldt": "BodyText",
    }
    for text, style in texts.items():
        assert style_of(paragraph_with(file, text)) == style
    root = part_of(file, "styles.xml")
    query = "number(w:style[@w:styleId='{}']/w:pPr/w:ind/@w:left)"
    levels = ["List", "List2", "List3", "List4", "List5"]
    lefts = [root.xpath(query.format(style), namespaces=NS) for style in levels]
    assert lefts == sorted(set(lefts))


def test_below_five_levels_indents_still_grow() -> None:
    blocks: tuple[Block, ...] = (words("bodem"),)
    for depth in range(9, 0, -1):
        blocks = (words(f"diepte {depth}"), PointList((point("a.", *blocks),)))
    file = write(replace(EMPTY, parts=(clause("diep", "1.", *blocks),)))
    deep = [
        one.xpath("number(w:pPr/w:ind/@w:left)", namespaces=NS)
        for one in paragraphs(after_cover(file))
        if one.find("w:pPr/w:ind", NS) is not None and one.find("w:pPr/w:tabs", NS) is None
    ]
    assert len(deep) == 5
    assert deep == sorted(set(deep))


def test_emphasis_is_real_formatting() -> None:
    file = write(RICH)
    bold = paragraph_with(file, "14a.").xpath(".//w:r[w:rPr/w:b]/w:t/text()", namespaces=NS)
    assert bold == ["'s"]
    slanted = paragraph_with(file, "Een sprong").xpath(
        ".//w:r[w:rPr/w:i]/w:t/text()", namespaces=NS
    )
    assert slanted == ["sprong"]
    assert paragraph_with(file, "Eerste regel").xpath(".//w:br", namespaces=NS)


def test_tables_have_a_header_row_and_rich_cells() -> None:
    tables = [top for top in after_cover(write(RICH)) if top.tag == f"{{{MAIN}}}tbl"]
    assert len(tables) == 2
    for table in tables:
        rows = table.findall("w:tr", NS)
        heads = [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows]
        assert heads == [True, False, False]
        assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)
        assert table.xpath("string(w:tblPr/w:tblStyle/@w:val)", namespaces=NS) == "ProtocolTable"
        assert table.xpath(".//w:r[w:rPr/w:i]/w:t/text()", namespaces=NS) == ["elk"]


def test_a_row_that_may_be_a_third_of_a_page_is_not_kept_on_one() -> None:
    """What stands below the edge of a page is printed nowhere."""
    rows = ((rich("kort"), rich("De school belt. " * 60)), (rich("kort"), rich("kort")))
    for header, is_whole in ((rich("Wat"), True), (rich("De school belt. " * 60), False)):
        table = Table(header=(rich("Wie"), header), rows=rows)
        file = write(replace(EMPTY, parts=(clause("t", "", table),)))
        [found] = [top for top in after_cover(file) if top.tag == f"{{{MAIN}}}tbl"]
        kept = [row.find("w:trPr/w:cantSplit", NS) is not None for row in found.findall("w:tr", NS)]
        assert kept == [is_whole, False, True]


def test_rows_of_unequal_length_keep_all_cells() -> None:
    ragged = Table(header=(rich("a"),), rows=((rich("b"), rich("c")), ()))
    protocol = replace(EMPTY, parts=(clause("t", "", ragged), clause("u", "", ragged)))
    file = write(protocol)
    assert words_of(file) == protocol_tokens(protocol)
    rows = part_of(file, "document.xml").xpath(
        "//w:tbl[w:tblPr/w:tblStyle/@w:val='ProtocolTable']/w:tr", namespaces=NS
    )
    assert {len(row.findall("w:tc", NS)) for row in rows} == {2}


def test_a_column_is_as_wide_as_its_words() -> None:
    facts = replace(FACTS, source=Source(address="https://example.org/" + "x" * 300))
    table = Table(header=(rich("Wie"), rich("Wat")), rows=((rich("directeur"), rich("x " * 300)),))
    file = write(replace(RICH, facts=facts, parts=(clause("t", "", table),)))
    tables = part_of(file, "document.xml").xpath("//w:tbl", namespaces=NS)
    for columns in (table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NS) for table in tables):
        assert sum(map(int, columns)) <= 9070
        # 'directeur' in letters of 9.5 points, and the margins of the cell
        assert int(columns[0]) >= 1010


def test_decisions_on_the_cover_have_columns_by_their_words_as_in_the_pdf() -> None:
    body = "MR Basisschool Het Grote Avontuur aan de Brede Vaart in Nieuw-Beijerland"
    one = Approval(body=body, right=Right.CONSENT, decision=Decision.GRANTED, date="2026-04-02")
    protocol = replace(RICH, facts=replace(FACTS, approvals=(one, one)))
    columns = part_of(write(protocol), "document.xml").xpath(
        "(//w:tbl[w:tblPr/w:tblStyle/@w:val='ProtocolTable'])[1]/w:tblGrid/w:gridCol/@w:w",
        namespaces=NS,
    )
    widths = [int(width) for width in columns]
    assert widths[0] > 0.4 * sum(widths)
    cover = make_cover(protocol, translator("nl"))
    said = typst_data(protocol, cover, translator("nl"))["cover"]
    assert isinstance(said, dict)
    assert said["approval_columns"] == {"widths": widths, "is_small": False}


# --- notes -----------------------------------------------------------------------------------


def test_notes_stand_once_in_the_order_of_their_marks() -> None:
    file = write(RICH)
    assert [get(one, "id") for one in notes_in(file)] == ["1", "2", "3", "4"]
    calls = part_of(file, "document.xml").xpath("//w:footnoteReference", namespaces=NS)
    assert [get(one, "id") for one in calls] == ["1", "2", "3", "4"]
    assert not part_of(file, "footnotes.xml").xpath("//w:footnoteReference", namespaces=NS)


def test_counted_notes_are_numbered_by_word() -> None:
    file = write(RICH)
    assert not part_of(file, "document.xml").xpath("//@w:customMarkFollows", namespaces=NS)
    assert all(one.find(".//w:footnoteRef", NS) is not None for one in notes_in(file))


def test_a_secondnoot_refers_to_the_first() -> None:
    file = write(RICH)
    roots = [part_of(file, "document.xml"), part_of(file, "footnotes.xml")]
    fields = [one for root in roots for one in root.xpath("//w:fldSimple", namespaces=NS)]
    names = [get(one, "instr").split()[1] for one in fields]
    assert names == ["noot_1", "noot_2", "noot_2", "noot_2", "noot_3", "noot_2"]
    shown = ["".join(one.xpath(".//w:t/text()", namespaces=NS)) for one in fields]
    assert shown == ["1", "2", "2", "2", "3", "2"]
    for name in set(names):
        (start,) = roots[0].xpath(f"//w:bookmarkStart[@w:name='{name}']", namespaces=NS)
        assert start.getnext().find("w:footnoteReference", NS) is not None
        assert start.getnext().getnext().tag == f"{{{MAIN}}}bookmarkEnd"


def test_notes_with_labels_of_their_own_keep_them() -> None:
    file = write(STARS)
    root = part_of(file, "document.xml")
    calls = root.xpath("//w:r[w:footnoteReference/@w:customMarkFollows]", namespaces=NS)
    assert [call.find("w:t", NS).text for call in calls] == [STAYS] * 3
    shown = [call.getnext().find("w:t", NS).text.strip(STAYS) for call in calls]
    assert shown == ["*", "†", "9"]
    own = [one.xpath("string(.//w:r[1]/w:t)", namespaces=NS) for one in notes_in(file)]
    assert own == ["* ", "† ", "9 "]
    assert not root.xpath("//w:fldSimple", namespaces=NS)
    again = paragraph_with(file, "Nog eens").xpath(".//w:hyperlink", namespaces=NS)
    assert [get(one, "anchor") for one in again] == ["noot_u2a"]
    assert not root.xpath("//w:hyperlink//w:hyperlink", namespaces=NS)


def test_a_note_that_nothing_calls_is_called_last() -> None:
    last = after_cover(write(RICH))[-1]
    assert style_of(last) == "NotesWithoutPlace"
    assert text_of(last) == ""
    calls = last.xpath(".//w:footnoteReference", namespaces=NS)
    labels = [called_notes(RICH)[int(get(one, "id")) - 1].label for one in calls]
    assert labels == ["3", "4"]


def test_separators_are_declared() -> None:
    file = write(EMPTY)
    kinds = part_of(file, "footnotes.xml").xpath("w:footnote/@w:type", namespaces=NS)
    declared = part_of(file, "settings.xml").xpath("w:footnotePr/w:footnote/@w:id", namespaces=NS)
    assert kinds == ["separator", "continuationSeparator"]
    assert declared == ["-1", "0"]


# --- anchors and links -----------------------------------------------------------------------


def test_a_bookmark_stands_around_the_words_of_its_clause() -> None:
    file = write(RICH)
    for name, text in {
        "art_3_4": "4.\tWij gebruiken:",
        "art_3_4_a": "a.\teen telefoon;",
        "hs_3": "3\tSocial media in de school",
        "bullet": "•\t",
        "leeg": "",
    }.items():
        (start,) = part_of(file, "document.xml").xpath(
            f"//w:bookmarkStart[@w:name='{name}']", namespaces=NS
        )
        assert text_of(start.getparent()) == text
        assert start.getprevious().tag == f"{{{MAIN}}}pPr"


def test_an_anchor_that_stands_twice_does_not_break_the_file() -> None:
    parts = (
        clause("a", "1.", words("een")),
        clause("a", "2.", words("twee")),
        clause("a-2", "3.", words("drie ", link("#a-2", "hier"))),
        clause("x" * 60, "", words("lang")),
        clause("x" * 61, "", words("langer")),
    )
    file = write(replace(EMPTY, parts=parts))
    names = names_of(file)
    assert names[:3] == ["a", "a_3", "a_2"]
    assert len(set(names)) == 5
    assert all(len(name) <= 40 for name in names)
    anchors = part_of(file, "document.xml").xpath("//w:hyperlink/@w:anchor", namespaces=NS)
    assert anchors == ["a_2"]


def test_links_of_every_kind() -> None:
    file = write(RICH)
    found = paragraph_with(file, "3.1.12").findall("w:hyperlink", NS)
    targets = relations(file, "document.xml")
    leads = {
        text_of(one): one.get(f"{{{MAIN}}}anchor") or targets[one.get(f"{{{RELATION}}}id")]
        for one in found
    }
    assert leads == {
        "lid vier": "art_3_4",
        "de site": "https://www.example.org/a%20b?x=1&y=%C3%A9#z",
        "mail": "mailto:info@example.org",
        "0900-1113111": "tel:0900-1113111",
        "de noot": "noot_1",
    }


def test_links_in_notes_belong_to_their_part() -> None:
    file = write(RICH)
    (found,) = part_of(file, "footnotes.xml").xpath(
        "//w:hyperlink[@r:id]", namespaces=NS | {"r": RELATION}
    )
    targets = relations(file, "footnotes.xml")
    assert targets[found.get(f"{{{RELATION}}}id")] == "https://example.org/"


@pytest.mark.parametrize(
    "target",
    [
        "http://",
        "http://x:port/",
        "https://a b/",
        "//example.org/",
        "file:///etc/passwd",
        "mailto:",
        "data:text/html,x",
        "#",
        "",
        "HTTP\x00://x/",
    ],
)
def test_what_is_no_address_stays_words(target: str) -> None:
    parts = (clause("a", "1.", words(link(target, "woorden"))),)
    file = write(replace(EMPTY, parts=parts))
    assert not part_of(file, "document.xml").xpath("//w:hyperlink", namespaces=NS)
    assert "woorden" in words_of(file)


# --- around the text -------------------------------------------------------------------------


def front(file: bytes) -> list[Any]:
    """Return the top elements up to and including the first section break."""
    body = part_of(file, "document.xml").find("w:body", NS)
    return list(body)[: -len(after_cover(file)) - 1]


def cover_text(file: bytes) -> str:
    return "\n".join(text_of(one) for one in paragraphs(front(file)))


def test_the_cover_stands_on_a_page_of_its_own() -> None:
    file = write(RICH)
    cover = make_cover(RICH, translator("nl"))
    text = cover_text(file)
    for expected in (
        cover.organisation,
        cover.title,
        cover.remark,
        cover.incomplete,
        cover.correction,
        cover.citation,
        cover.code,
        cover.approvals_heading,
        *(value for row in cover.rows for value in row),
        *(cell for line in cover.approvals for cell in line.cells),
    ):
        assert expected in text
    kinds = part_of(file, "document.xml").xpath("//w:sectPr/w:type/@w:val", namespaces=NS)
    assert kinds == ["nextPage", "nextPage"]


def test_the_source_on_the_cover_leads_there() -> None:
    source = replace(RICH.facts.source, address="https://www.delinde.example/protocol.pdf")
    file = write(replace(RICH, facts=replace(RICH.facts, source=source)))
    relations = docx.Document(io.BytesIO(file)).part.rels.values()
    assert source.address in [one.target_ref for one in relations if one.is_external]
    assert source.address in cover_text(file)


def test_a_supplied_title_stands_on_the_cover_alone() -> None:
    file = write(SUPPLIED)
    note = make_cover(SUPPLIED, translator("nl")).title_note
    assert "SuppliedTitle" not in map(style_of, after_cover(file))
    assert f"Protocol sociale media\n{note}" in cover_text(file).replace("\t", "\n")


def test_header_and_footer_run_along_after_the_cover() -> None:
    file = write(RICH)
    header = "".join(part_of(file, "header1.xml").itertext())
    assert "Protocol sociale media" in header
    assert "Stichting De Linde" in header
    footer = part_of(file, "footer1.xml")
    assert make_cover(RICH, translator("nl")).standing in "".join(footer.itertext())
    fields = footer.xpath("//w:fldSimple/@w:instr", namespaces=NS)
    assert [instruction.strip() for instruction in fields] == ["PAGE", "NUMPAGES"]
    first, last = part_of(file, "document.xml").xpath("//w:sectPr", namespaces=NS)
    assert first.find("w:titlePg", NS) is not None
    assert [get(one, "type") for one in first.findall("w:headerReference", NS)] == [
        "default", "first"
    ]  # fmt: skip
    assert [get(one, "type") for one in last.findall("w:headerReference", NS)] == ["default"]
    assert [get(one, "type") for one in first.findall("w:footerReference", NS)] == [
        "default", "first"
    ]  # fmt: skip
    on_cover = part_of(file, "footer2.xml")
    assert "".join(on_cover.itertext()) == "Bladzijde 1 van 1"
    assert get(last.find("w:pgSz", NS), "w") == "11906"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_text_is_dutch_in_whatever_language_our_own_words_are(language: str) -> None:
    file = write(RICH, language=language)
    styles = part_of(file, "styles.xml")
    assert styles.xpath("w:docDefaults//w:lang/@w:val", namespaces=NS) == ["nl-NL"]
    ours = set(styles.xpath("w:style[w:rPr/w:lang/@w:val='en-GB']/@w:styleId", namespaces=NS))
    assert ("CoverText" in ours) == (language == "en")
    assert not {"Normal", "BodyText", "Heading1", "CoverTitle"} & ours
    fonts = part_of(file, "settings.xml").xpath("//w:themeFontLang/@w:val", namespaces=NS)
    assert fonts == ["nl-NL"]
    assert docx.Document(io.BytesIO(file)).core_properties.language == "nl-NL"


def test_core_properties_say_what_the_file_is() -> None:
    properties = docx.Document(io.BytesIO(write(RICH))).core_properties
    cover = make_cover(RICH, translator("nl"))
    assert properties.title == cover.title
    assert (properties.version, properties.content_status) == ("1.2", "vastgesteld")
    assert properties.identifier == cover.fingerprint


# --- what a text says of itself --------------------------------------------------------------


@pytest.mark.parametrize("status", list(Status))
def test_every_page_says_that_a_text_does_not_hold(status: Status) -> None:
    protocol = replace(RICH, facts=replace(FACTS, status=status))
    file = write(protocol)
    holds = status in (Status.ADOPTED, Status.IN_FORCE)
    mark = make_cover(protocol, translator("nl")).mark
    assert bool(mark) != holds
    heads = {text_of(one) for one in part_of(file, "header1.xml").iter(f"{{{MAIN}}}p")} - {""}
    assert (mark in heads) != holds
    on_cover = [text_of(one) for one in paragraphs(front(file))]
    assert holds or on_cover.count(mark) == 1
    assert not "".join(part_of(file, "header2.xml").itertext()).strip()


def test_who_may_sign() -> None:
    def rows(facts: Facts) -> list[list[str]]:
        body = part_of(write(replace(RICH, facts=facts)), "document.xml")
        tables = body.xpath("//w:tbl[.//w:trHeight]", namespaces=NS)
        return [
            [text_of(cell.find("w:p", NS)) for cell in row.findall("w:tc", NS)]
            for table in tables
            for row in table.findall("w:tr", NS)
        ]

    own = replace(FACTS, source=Source())
    head = ["Wie", "Naam", "Datum", "Handtekening"]
    assert rows(own) == [], "the council signs for its own decision"
    board = tuple(one for one in FACTS.approvals if one.right is Right.ADOPTION)
    alone = replace(own, approvals=board)
    assert rows(alone) == [head, ["College van bestuur", "", "", ""]]
    assert rows(replace(FACTS, approvals=board)) == [], "signed already, elsewhere"
    assert rows(replace(alone, status=Status.WITHDRAWN)) == []
    usual = rows(replace(own, status=Status.CONCEPT, approvals=()))
    assert usual == [head, ["Schoolbestuur", "", "", ""]]


# --- the table of contents -------------------------------------------------------------------

CHAPTERS = replace(
    RICH,
    parts=(
        *RICH.parts,
        Section(anchor="slot", level=2, title=rich("Slot", NoteMark("1"))),
        Section(anchor="woordloos", level=2, title=rich(" ")),
    ),
)


def test_the_table_of_contents_is_filled_and_can_be_worked_out_again() -> None:
    file = write(CHAPTERS)
    lines = [one for one in front(file) if style_of(one).startswith("TOC")]
    assert [text_of(one) for one in lines] == [
        "Inhoud",
        "3\tSocial media in de school\t2",
        "Een sprong in niveau\t3",
        "Slot\t3",
    ]
    codes = [code for one in lines for code in one.xpath(".//w:instrText/text()", namespaces=NS)]
    pages = [f" PAGEREF {name} \\h " for name in ("hs_3", "par_3_1", "slot")]
    assert codes == [' TOC \\o "1-3" \\h \\z ', *pages]
    leads = [get(one.find("w:hyperlink", NS), "anchor") for one in lines[1:]]
    assert leads == ["hs_3", "par_3_1", "slot"]
    assert set(leads) <= set(names_of(file))
    assert words_of(file) == protocol_tokens(CHAPTERS)


def test_fields_are_closed_before_the_cover_ends() -> None:
    tops = front(write(CHAPTERS))
    kinds = [get(one, "fldCharType") for top in tops for one in top.iter(f"{{{MAIN}}}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert tops[-1].find("w:pPr/w:sectPr", NS) is not None
    assert not list(tops[-1].iter(f"{{{MAIN}}}fldChar"))


def test_numbers_have_room_in_the_table_of_contents() -> None:
    styles = part_of(write(CHAPTERS), "styles.xml")
    query = "string(w:style[@w:styleId='TOC{}']/w:pPr/w:ind/@w:hanging)"
    assert [styles.xpath(query.format(depth), namespaces=NS) for depth in (1, 2)] == ["567", ""]
    (alone,) = [
        one
        for one in front(write(CHAPTERS))
        if style_of(one) == "TOC1" and text_of(one).startswith("Slot")
    ]
    assert alone.xpath("string(w:pPr/w:ind/@w:left)", namespaces=NS) == "0"


def _contents_of(numbers: Sequence[str]) -> tuple[list[Any], int]:
    """Return the lines of a table of contents, and how far their words are moved in."""
    parts = tuple(
        Section(anchor=f"s-{n}", level=2, marker=marker, title=rich("Doel"))
        for n, marker in enumerate(numbers)
    )
    made = write(replace(RICH, parts=(*RICH.parts, *parts)))
    lines = [one for one in front(made) if style_of(one) == "TOC1"]
    hanging = "string(w:style[@w:styleId='TOC1']/w:pPr/w:ind/@w:hanging)"
    room = part_of(made, "styles.xml").xpath(hanging, namespaces=NS)
    return [one for one in lines if "Doel" in text_of(one)], int(room)


@pytest.mark.parametrize("number", ["Artikel 12", "Hoofdstuk 1", "§ 12.4.17"])
def test_a_wide_number_stands_before_the_words_of_its_line(number: str) -> None:
    _, room = _contents_of(["1", "2", number])
    assert 20 * 10.5 * words_width(number) < room < 1.2 * 20 * 10.5 * words_width(number)


def test_behind_a_number_that_is_wider_than_any_room_comes_a_space() -> None:
    lines, room = _contents_of(["1", "2", "Bijzondere bepaling 12.4.17"])
    assert room == 567
    assert [text_of(one)[:-1] for one in lines] == [
        "1\tDoel\t",
        "2\tDoel\t",
        "Bijzondere bepaling 12.4.17 Doel\t",
    ]


def test_few_headings_need_no_table_of_contents() -> None:
    assert not [one for one in front(write(RICH)) if style_of(one).startswith("TOC")]


def test_nothing_of_the_empty_document_is_left() -> None:
    with zipfile.ZipFile(io.BytesIO(write(RICH))) as package:
        names = package.namelist()
        dates = {entry.date_time for entry in package.infolist()}
    assert names == sorted(names)
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/_rels/fontTable.xml.rels",
        "word/_rels/footnotes.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        *(f"word/fonts/font{number}.odttf" for number in range(1, 5)),
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_hostile_names_do_not_break_the_file() -> None:
    facts = replace(FACTS, organisation=Organisation(name=HOSTILE * 20), owner=HOSTILE)
    protocol = replace(RICH, facts=facts, title=rich(HOSTILE * 20))
    file = write(protocol)
    assert words_of(file) == protocol_tokens(protocol)
    docx.Document(io.BytesIO(file))


# --- templates of one's own ------------------------------------------------------------------


def test_a_projects_own_styles_come_first(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "word" / "styles.xml"
    own.parent.mkdir(parents=True)
    ours = Path(__file__).parents[2] / "templates" / "word" / "styles.xml"
    own.write_text(ours.read_text("utf-8").replace("Atkinson Hyperlegible", "Verdana"), "utf-8")
    fonts = part_of(write(RICH, tmp_path), "styles.xml").xpath("//w:rFonts/@w:ascii", namespaces=NS)
    assert fonts == ["Verdana"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("styles.xml", "<w:styles"),
        ("styles.xml", "<nee/>"),
        ("page.xml", f'<w:sectPr xmlns:w="{MAIN}"/>'),
        ("page.xml", f'<w:sectPr xmlns:w="{MAIN}"><w:pgSz w:w="breed"/></w:sectPr>'),
    ],
)
def test_a_broken_template_is_named(tmp_path: Path, name: str, content: str) -> None:
    own = tmp_path / "templates" / "word" / name
    own.parent.mkdir(parents=True)
    own.write_text(content, "utf-8")
    with pytest.raises(ProtocolkitError, match=rf"{name}.*template-broken"):
        write(RICH, tmp_path)


@pytest.mark.parametrize(
    ("author", "initials"),
    [("Stichting Openbaar Onderwijs Noord", "SOO"), ("De Brug (vo)", "DB"), ("", "")],
)
def test_a_comment_has_a_few_initials(author: str, initials: str) -> None:
    made = comment_element(author, "Zie lid 2.", 7)
    found = [made.get(f"{{{MAIN}}}{name}") for name in ("id", "author", "initials")]
    assert found == ["7", author, initials]
