"""The loose sheet before the cover says what is asked of a council, and is no part of the text."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from lxml import etree

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, Source, Status
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.reading.reader import read_protocol_text

_DUTCH = translator("nl")
_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_ASKED = (
    Approval(body="MR", right=Right.CONSENT, section="ouders"),
    Approval(body="GMR", right=Right.ADVICE),
    Approval(body="College van bestuur", right=Right.ADOPTION),
)
_TEXT = "# Protocol bellen\n\n" + "".join(
    f"{{#hs-{n}}}\n## {n} Kop\n\n{{#art-{n}}}\n1. Een regel.\n\n" for n in range(1, 5)
)


def _protocol(status: Status = Status.SUBMITTED, **facts: object) -> Protocol:
    read = read_protocol_text(_TEXT).protocol
    given = {"approvals": _ASKED, "owner": "de directeur", **facts}
    made = Facts(organisation=Organisation(name="De Brug"), status=status, **given)  # type: ignore[arg-type]
    return replace(read, facts=made)


def test_it_says_what_is_asked_of_whom_and_by_which_right() -> None:
    assert make_cover(_protocol(), _DUTCH).asking == (
        "De Brug legt u deze tekst voor: Protocol bellen.",
        "MR (ouders): wij vragen uw instemming. U hebt hierover instemmingsrecht.",
        "GMR: wij vragen uw advies. U hebt hierover adviesrecht.",
        "Graag uw antwoord vóór: ______________________",
        "Er staat niets meer open: alles is ingevuld.",
        make_cover(_protocol(), _DUTCH).correction,
    )


@pytest.mark.parametrize("blank", ["[dagen]", "[wie]", "[maand]"])
def test_a_short_blank_is_open_on_the_sheet_and_on_the_cover(blank: str) -> None:
    text = _TEXT.replace("Een regel.", f"De inloop is {blank}.", 1)
    made = replace(_protocol(), parts=read_protocol_text(text).protocol.parts)
    cover = make_cover(made, _DUTCH)
    assert cover.open_places == "Nog 1 plaats open: 1.1."
    assert cover.open_places in cover.asking


def test_the_day_of_the_answer_is_printed_where_it_is_known() -> None:
    asked = tuple(replace(one, before="2026-03-17") for one in _ASKED[:2])
    said = make_cover(_protocol(approvals=asked), _DUTCH).asking
    assert "Wij ontvangen uw antwoord graag uiterlijk op 17 maart 2026." in said
    assert not any("____" in line for line in said)


def test_of_several_days_it_says_whose_they_are() -> None:
    ouders, gmr, board = _ASKED
    first = replace(gmr, before="2026-03-17")
    for other, said in (
        (
            "2026-03-24",
            ["MR (ouders): wij ontvangen uw antwoord graag uiterlijk op 24 maart 2026."],
        ),
        ("", []),
    ):
        asked = (replace(ouders, before=other), first, board)
        lines = make_cover(_protocol(approvals=asked), _DUTCH).asking
        assert [line for line in lines if "uw antwoord" in line] == [
            "GMR: wij ontvangen uw antwoord graag uiterlijk op 17 maart 2026.",
            *said,
        ]


def test_many_councils_are_counted() -> None:
    many = tuple(Approval(body=f"MR {n}", right=Right.CONSENT) for n in range(20))
    said = make_cover(_protocol(approvals=(*many, _ASKED[1])), _DUTCH).asking
    assert said[1:3] == (
        (
            "20 raden: wij vragen uw instemming. U hebt hierover instemmingsrecht. "
            "Op het voorblad staat welke raden dat zijn."
        ),
        "GMR: wij vragen uw advies. U hebt hierover adviesrecht.",
    )


def _councils(count: int, days: int) -> tuple[Approval, ...]:
    return tuple(
        Approval(body=f"MR {n}", right=Right.CONSENT, before=f"2026-03-{n % days + 1:02d}")
        for n in range(count)
    )


def test_of_many_councils_with_several_days_the_cover_gives_each_its_own() -> None:
    cover = make_cover(_protocol(approvals=_councils(60, 5)), _DUTCH)
    (line,) = [line for line in cover.asking if "voorblad" in line][1:]
    assert line == (
        "Op het voorblad staat bij uw raad tot en met welke dag u kunt antwoorden: de eerste dag "
        "is 1 maart 2026, de laatste 5 maart 2026."
    )
    assert [line.date for line in cover.approvals] == [
        f"uiterlijk {n % 5 + 1} maart 2026" for n in range(60)
    ]


def test_no_day_is_due_of_who_decided_or_was_informed() -> None:
    decided = Approval(
        body="MR", right=Right.CONSENT, decision=Decision.GRANTED, before="2026-03-01"
    )
    informed = Approval(body="GMR", right=Right.INFORMATION, before="2026-03-01")
    lines = make_cover(_protocol(approvals=(decided, informed)), _DUTCH).approvals
    assert [line.date for line in lines] == ["zonder datum", ""]


def test_the_recorded_ground_of_a_right_is_said() -> None:
    one, other, _ = _ASKED
    said = make_cover(
        _protocol(approvals=(replace(one, ground="Wms, artikel 10."), other)), _DUTCH
    ).asking
    right = "U hebt hierover instemmingsrecht."
    assert said[1] == f"MR (ouders): wij vragen uw instemming. {right} Grond: Wms, artikel 10."
    assert "Grond" not in said[2]
    many = tuple(
        replace(one, ground="artikel 10" if n < 5 else "artikel 12" if n < 7 else "")
        for n, one in enumerate(_councils(20, 1))
    )
    (line,) = (
        line
        for line in make_cover(_protocol(approvals=many), _DUTCH).asking
        if line.startswith("20 raden: wij vragen")
    )
    assert f"{right} Grond: artikel 10 (5 raden); artikel 12 (MR 5, MR 6). Op het" in line


@pytest.mark.parametrize(
    "other",
    [
        _protocol(Status.CONCEPT),
        _protocol(Status.ADOPTED),
        _protocol(approvals=_ASKED[2:]),
        _protocol(approvals=(replace(_ASKED[0], decision=Decision.GRANTED),)),
        _protocol(source=Source(address="https://example.org/bellen")),
    ],
    ids=["draft", "adopted", "no council", "decided", "of others"],
)
def test_where_nothing_is_asked_there_is_none(other: Protocol) -> None:
    assert make_cover(other, _DUTCH).asking == ()


def _pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_in_the_pdf_it_is_a_sheet_without_a_number() -> None:
    protocol = _protocol()
    with_sheet = _pages(write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH))
    without = replace(make_cover(protocol, _DUTCH), asking=())
    pages = _pages(write_pdf(protocol, without, _DUTCH))
    assert with_sheet[1:] == pages, "the text's own pages do not shift"
    assert "Wat vragen we u?" in with_sheet[0]
    assert "Bladzijde" not in with_sheet[0]
    assert f"Bladzijde 1 van {len(pages)}" in with_sheet[1]


def test_in_word_the_cover_is_page_one() -> None:
    protocol = _protocol()
    file = write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH)
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        footer = etree.fromstring(package.read("word/footer1.xml"))
    sheet, front, _ = body.xpath("//w:sectPr", namespaces=_W)
    assert sheet.find("w:headerReference", _W) is None
    assert sheet.find("w:footerReference", _W) is None
    assert front.xpath("string(w:pgNumType/@w:start)", namespaces=_W) == "1"
    codes = footer.xpath("//w:fldSimple/@w:instr", namespaces=_W)
    assert [code.split() for code in codes] == [["PAGE"], ["PAGEREF", "_Einde"]]
    (run,) = body.xpath(
        "//w:bookmarkStart[@w:name='_Einde']/following-sibling::*[1]", namespaces=_W
    )
    assert run.xpath("string(w:t)", namespaces=_W), "LibreOffice finds no page of an empty name"
    assert not run.xpath("following::w:t", namespaces=_W)


def _sections(count: int) -> tuple[Approval, ...]:
    """Return two sections of so many councils, each council with its own day and ground."""
    return tuple(
        Approval(
            body=f"MR Basisschool De Grote Naam aan de Vaart {n}",
            right=right,
            section=section,
            before=f"2026-04-{n:02d}",
            ground=f"artikel {n + 9} lid 1 onder e Wms",
        )
        for n in range(1, count + 1)
        for right, section in ((Right.ADVICE, "personeel"), (Right.CONSENT, "ouders"))
    )


def _open_text(approvals: tuple[Approval, ...]) -> Protocol:
    """Return a text with 24 open places in twelve clauses."""
    text = _TEXT + "".join(
        f"{{#p-{n}}}\n{n}. De school vult [datum {n}] en [functie {n}] in.\n\n"
        for n in range(1, 13)
    )
    made = _protocol(approvals=approvals)
    return replace(made, parts=read_protocol_text(text).protocol.parts)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 12, 30])
def test_it_takes_at_most_half_a_page(count: int) -> None:
    protocol = _open_text(_sections(count))
    page = pypdfium2.PdfDocument(write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH))[0]
    words = page.get_textpage()
    lowest = min(words.get_rect(n)[1] for n in range(words.count_rects()))
    assert lowest >= page.get_height() / 2


def test_what_has_no_room_there_stands_on_the_cover() -> None:
    cover = make_cover(_open_text(_sections(3)), _DUTCH)
    assert cover.asking[-2].startswith("Nog 24 plaatsen open: ")
    assert cover.asking[-2].endswith(" (2×), en nog 18, zie het voorblad.")
    assert cover.open_places.count("(2×)") == 12
    assert {line.date for line in cover.approvals} == {
        f"uiterlijk {n} april 2026" for n in (1, 2, 3)
    }
    assert sum("Op het voorblad staat welke raden dat zijn." in line for line in cover.asking) == 2


def test_what_has_room_is_said_whole() -> None:
    cover = make_cover(_open_text(_ASKED), _DUTCH)
    assert cover.open_places in cover.asking


@pytest.mark.parametrize(
    "asked", [_ASKED, _councils(9, 3), _sections(6)], ids=["few", "many", "long"]
)
def test_it_is_no_part_of_the_text(asked: tuple[Approval, ...]) -> None:
    protocol = _protocol(approvals=tuple(replace(one, ground="Wms, artikel 10") for one in asked))
    cover = make_cover(protocol, _DUTCH)
    for source in (
        extract_word(write_docx(protocol, cover, _DUTCH)),
        extract_pdf(write_pdf(protocol, cover, _DUTCH)),
    ):
        found = import_source(source, Wishes(takes_record=True))
        assert found.is_recorded
        assert protocol_tokens(found.protocol) == protocol_tokens(protocol)
        assert found.protocol.facts.approvals == protocol.facts.approvals


def test_how_high_it_is_follows_from_how_wide_its_letters_are() -> None:
    name = "WMW MMWM WMWM MWMW"
    asked = tuple(
        Approval(body=f"{name} {n}", right=Right.CONSENT, ground=f"{name} " * 3) for n in range(5)
    )
    protocol = _protocol(approvals=asked)
    page = pypdfium2.PdfDocument(write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH))[0]
    words = page.get_textpage()
    assert min(words.get_rect(n)[1] for n in range(words.count_rects())) >= page.get_height() / 2


@pytest.mark.parametrize("owner", ["", "het college van bestuur"])
def test_who_answers_questions_is_a_function_that_comes_back(owner: str) -> None:
    protocol = _protocol(owner=owner, contact="de beleidsmedewerker kwaliteit")
    cover = make_cover(protocol, _DUTCH)
    assert ("Vragen aan", "de beleidsmedewerker kwaliteit") in cover.rows
    assert cover.asking[-1] == cover.correction
    assert "de beleidsmedewerker kwaliteit, De Brug" in cover.correction
    pdf, word = write_pdf(protocol, cover, _DUTCH), write_docx(protocol, cover, _DUTCH)
    for source in (extract_pdf(pdf), extract_word(word)):
        taken_in = import_source(source, Wishes(takes_record=True)).protocol
        assert protocol_tokens(taken_in) == protocol_tokens(protocol)
        assert (taken_in.facts.contact, taken_in.facts.owner) == (protocol.facts.contact, owner)
