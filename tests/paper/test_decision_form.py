"""The form for a council's decision: the same words in Word and PDF, and the code of the text."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from programs import IsValidWord
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.leaflets.decision_form import decision_forms
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Part, Words
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.text.words import tokens
from seeds import protocol
from typed import typed

_DUTCH = translator()
_CODE = "2:0af122bc9d00" + "0" * 52
_ENTRIES = (
    Approval(
        body="GMR De Brug", right=Right.CONSENT, section="ouders", fingerprint=_CODE, version="1"
    ),
    Approval(body="MR <b>&amp; Co", right=Right.ADVICE, fingerprint=_CODE, before="2026-03-17"),
    Approval(body="Leerlingenraad", right=Right.INFORMATION, fingerprint=_CODE),
)


@pytest.fixture
def papers() -> Leaflets:
    return decision_forms(protocol("oponoa"), _ENTRIES, _DUTCH)


def _words_of(papers: Leaflets) -> list[str]:
    """Return every word of the papers in their order, as values."""
    said: list[str] = []
    for leaflet in papers.leaflets:
        said += [leaflet.organisation, leaflet.title]
        for part in leaflet.parts:
            if isinstance(part, Grid):
                said += [*part.heads, *(cell for row in part.rows for cell in row)]
            else:
                said.append(part.text)
    return [word for text in said for word in tokens(text)]


def _of_word(content: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(content)).element.body
    said = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return [word for text in said for word in tokens(text)]


def _of_pdf(content: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(content)
    return list(tokens(" ".join(page.get_textpage().get_text_range() for page in pages)))


def test_each_council_that_decides_has_a_page(papers: Leaflets) -> None:
    assert len(papers.leaflets) == 2
    pdf = pypdfium2.PdfDocument(leaflets_pdf(papers, _DUTCH, location=NOWHERE))
    assert len(pdf) == 2
    for page in pdf:
        assert check_code(_CODE) in page.get_textpage().get_text_range()


_LONG = "Gemeenschappelijke medezeggenschapsraad van de "
_NAMES = (
    "MR van openbare daltonbasisschool De Buitengewone Verrekijker te Hilversum",
    f"{_LONG}Stichting voor Openbaar Primair Onderwijs Hilversum",
    f"{_LONG}Samenwerkingsstichting voor Openbaar en Algemeen Toegankelijk Primair Onderwijs in G",
)


def _asked(name: str) -> Approval:
    return Approval(
        body=name,
        right=Right.CONSENT,
        section="ouders en leerlingen",
        fingerprint=_CODE,
        version="voorgelegd-2026-02-03",
        sent="2026-02-03",
        meeting="2026-03-01",
        before="2026-03-17",
        ground="artikel 10 lid 1 onder e Wms, en artikel 4.3 van het eigen reglement",
        holidays="de vakanties van de regio Noord tellen niet mee, behalve als de raad vergadert",
    )


def test_what_was_asked_without_a_check_code_is_asked_about_the_text_as_it_stands() -> None:
    """Typed by hand, it has none: the form said 'with the check code' and then nothing."""
    text = protocol("oponoa")
    asked = Approval(body="GMR De Brug", right=Right.CONSENT)
    [leaflet] = decision_forms(text, [asked], _DUTCH).leaflets
    code = check_code(protocol_fingerprint(text))
    facts = next(part for part in leaflet.parts if isinstance(part, Grid))
    assert ("Controlecode van de tekst", code) in facts.rows
    last = leaflet.parts[-1]
    assert isinstance(last, Words)
    assert f"Met de controlecode {code} vinden" in last.text


def test_a_council_with_a_long_name_has_one_page_and_no_line_over_another() -> None:
    papers = decision_forms(protocol("oponoa"), [_asked(name) for name in _NAMES], _DUTCH)
    pages = list(pypdfium2.PdfDocument(leaflets_pdf(papers, _DUTCH, location=NOWHERE)))
    assert len(pages) == len(_NAMES)
    for page in pages:
        text = page.get_textpage()
        lines = [text.get_rect(at) for at in range(text.count_rects())]
        # boxes of letters as left, bottom, right, top
        over = [
            (one, other)
            for at, one in enumerate(lines)
            for other in lines[at + 1 :]
            if min(one[2], other[2]) - max(one[0], other[0]) > 1
            if min(one[3], other[3]) - max(one[1], other[1]) > 1.5
        ]
        assert over == []


def test_room_for_reasons_gives_way_first_in_word_and_pdf_alike() -> None:
    def heights(name: str) -> list[int]:
        papers = decision_forms(protocol("oponoa"), [_asked(name)], _DUTCH)
        rows = docx.Document(io.BytesIO(leaflets_docx(papers, _DUTCH))).element.body.iter(
            qn("w:trHeight")
        )
        return [round(int(row.get(qn("w:val"))) * 25.4 / 1440) for row in rows]

    short, longer, longest = map(heights, ("MR De Wal", _NAMES[0], _NAMES[2]))
    assert short == [8, 8, 8, 8, 27, 14, 14]
    assert longer == [8, 8, 8, 8, 18, 14, 14]
    assert longest == [8, 8, 8, 8, 18, 14, 14]


def test_a_long_name_stands_once_and_leaves_room_to_sign() -> None:
    [paper] = decision_forms(protocol("oponoa"), [_asked(_NAMES[2])], _DUTCH).leaflets
    rows = [row for part in paper.parts if isinstance(part, Grid) for row in part.rows]
    assert ("voorzitter van deze raad", "", "") in rows
    assert ("secretaris van deze raad", "", "") in rows
    assert [row for row in rows if _NAMES[2] in " ".join(row)]


def test_word_and_pdf_have_every_word_and_no_other(papers: Leaflets) -> None:
    wanted = _words_of(papers)
    assert "instemmingsrecht" in wanted
    assert "zonder uw instemming" not in " ".join(wanted), "the law knows another way (32)"
    assert _of_word(leaflets_docx(papers, _DUTCH)) == wanted
    pdf = _of_pdf(leaflets_pdf(papers, _DUTCH, location=NOWHERE))
    feet = " ".join(f"{papers.leaflets[0].standing} Bladzijde {n} van 2" for n in (1, 2))
    assert Counter(pdf) == Counter(wanted) + Counter(tokens(feet))


def test_words_under_a_heading_stay_with_what_they_introduce_alone() -> None:
    grid = Grid(heads=("a", "b"), rows=(("1", "2"),), shares=(1, 1))
    parts: tuple[Part, ...] = (
        Heading(text="Waarom"),
        Words(text="Daarom."),
        Heading(text="Wat merkt u"),
        Words(text="Dit:"),
        grid,
        Heading(text="Slot"),
        Words(text="Klaar."),
    )
    paper = Leaflet(organisation="De Brug", title="Brief", standing="Een brief.", parts=parts)
    file = leaflets_docx(Leaflets(title="Brief", leaflets=(paper,)), _DUTCH)
    kept = [
        p.text
        for p in docx.Document(io.BytesIO(file)).paragraphs
        if p.paragraph_format.keep_with_next
    ]
    assert kept == ["Dit:"]


def test_the_same_input_gives_the_same_bytes(papers: Leaflets) -> None:
    assert leaflets_docx(papers, _DUTCH) == leaflets_docx(papers, _DUTCH)
    pdf = leaflets_pdf(papers, _DUTCH, location=NOWHERE)
    assert pdf == leaflets_pdf(papers, _DUTCH, location=NOWHERE)


def test_who_imports_a_form_is_told_what_it_is(papers: Leaflets) -> None:
    for source in (
        extract_word(leaflets_docx(papers, _DUTCH)),
        extract_pdf(leaflets_pdf(papers, _DUTCH, location=NOWHERE)),
    ):
        with pytest.raises(ProtocolkitError) as caught:
            import_source(source, Wishes())
        assert caught.value.problem.code.name == "import-own-leaflet"


def test_the_word_file_is_valid(papers: Leaflets, tmp_path: Path, valid_word: IsValidWord) -> None:
    path = tmp_path / "besluit.docx"
    path.write_bytes(leaflets_docx(papers, _DUTCH))
    valid_word(path)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "form-nobody"),
        (("-o", "besluit.xlsx"), "form-kind"),
        (("-o", "besluit.pdf"), "form-exists"),
    ],
)
def test_the_command_refuses_with_the_cure(
    tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    head = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n"
    path.write_text(f"{head}# Pesten\n\n{{#a1}}\n1. Dat mag niet.\n", "utf-8")
    file = "protocols/pesten/de-brug.md"
    if words:
        asked = ("--body", "MR", "--right", "advies", "--sent", "2026-02-03")
        assert typed("submit", file, *asked, "--before", "2026-03-17", cwd=tmp_path).returncode == 0
        assert typed("form", file, "-o", "besluit.pdf", cwd=tmp_path).returncode == 0
    done = typed("form", file, *words, cwd=tmp_path)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr


def test_the_number_of_a_page_stands_at_the_end_of_its_line(papers: Leaflets) -> None:
    document = docx.Document(io.BytesIO(leaflets_docx(papers, _DUTCH)))
    (section,) = document.sections
    assert section.page_width is not None
    room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    number = section.footer.paragraphs[-1]
    ends = [stop.position for stop in number.paragraph_format.tab_stops]
    assert abs(max(ends) - room) < Mm(1)
    assert len(ends) == 2
