"""The cover note tells at most five changes, each in its own words, and how many more there are."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from docx import Document

from one_protocol import headed
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.dossier.cover_note import cover_note
from protocolkit.dossier.proposal_file import Proposal, Summary
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Part, Tone, Words
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.reading.reader import read_protocol_text

_CLAUSES = "".join(f"{{#a{at}}}\n{at}. De leraar noteert punt {at}.\n\n" for at in range(1, 8))
_TABLE = (
    "{#a8}\n| Wie | Taak |\n|---|---|\n| De mentor | belt |\n| De directeur | schrijft |\n"
    "| De raad | beslist |\n"
)
_TEXT = headed("Pesten") + _CLAUSES + _TABLE


def _parts(new: str) -> list[object]:
    texts = (read_protocol_text(one, subject="pesten", slug="de-brug").protocol
             for one in (_TEXT, new))  # fmt: skip
    old, now = map(version_of, texts)
    note = cover_note(now.protocol, compare_versions(old, now), Proposal(), translator("nl"))
    return list(note.leaflets[0].parts)


@pytest.mark.parametrize(("count", "said"), [(6, "nog één wijziging:"), (7, "nog 2 wijzigingen:")])
def test_how_many_more_changes_there_are(count: int, said: str) -> None:
    new = _TEXT
    for at in range(1, count + 1):
        new = new.replace(f"noteert punt {at}.", f"noteert zaak {at}.")
    assert any(said in part.text for part in _parts(new) if isinstance(part, Words))


def test_of_a_table_the_row_that_changes_is_told() -> None:
    parts = _parts(_TEXT.replace("schrijft", "mailt").replace("beslist", "adviseert"))
    [[_, _, said]] = next(part.rows for part in parts if isinstance(part, Grid))
    assert said == "Wie: De directeur; Taak: mailt (was: schrijft)"


def test_a_row_that_is_new_or_goes_is_told_cell_by_cell() -> None:
    for new, wanted in (
        (f"{_TEXT}| De ouder | tekent |\n", "Wie: De ouder; Taak: tekent"),
        (_TEXT.replace("| Wie | Taak |", "| Wie | Wat |"), "Wie; Wat (was: Taak)"),
        (
            _TEXT.replace("| De directeur | s", "| De mentor | s"),
            "Taak: schrijft; Wie: De mentor (was: directeur)",
        ),
    ):
        [[_, _, said]] = next(part.rows for part in _parts(new) if isinstance(part, Grid))
        assert said == wanted


_LONG = f"Begin {'van veel woorden ' * 36}Einde"
_TIMES = (
    "{#a1}\n1. De school is open%s.\n\n   | Dag | Open | Dicht |\n   |---|---|---|\n"
    "   | Maandag | 7.45 uur | 14.00 uur |\n   | Vrijdag | 7.45 uur | %s uur |\n"
)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("", "15.30"), "Dag: Vrijdag; Dicht: 15.30 uur (was: 16.00)"),
        (
            (" voor ouders", "16.00"),
            "De school is open voor ouders. Dag, Open, Dicht; Maandag, 7.45 uur, 14.00 uur; …",
        ),
    ],
)
def test_rows_of_a_table_in_a_clause_stand_apart(said: tuple[str, str], wanted: str) -> None:
    texts = [headed("Pesten") + _TIMES % one for one in (("", "16.00"), said)]
    old, now = (
        version_of(read_protocol_text(one, subject="pesten", slug="de-brug").protocol)
        for one in texts
    )
    note = cover_note(now.protocol, compare_versions(old, now), Proposal(), translator("nl"))
    [[_, _, told]] = next(one.rows for one in note.leaflets[0].parts if isinstance(one, Grid))
    assert told == wanted


@pytest.mark.parametrize("above", [2, *range(20, 38)])
def test_a_heading_stands_on_the_page_of_its_table(above: int) -> None:
    grid = Grid(heads=("Bepaling", "Wat"), rows=(("1.1", _LONG), ("1.2", _LONG)), shares=(2, 8))
    parts: tuple[Part, ...] = (
        *(Words(text=f"Regel {at}.") for at in range(above)),
        Heading(text="In gewone woorden"),
        Words(text="Dit is een samenvatting.", tone=Tone.SMALL),
        grid,
    )
    paper = Leaflet(organisation="De Brug", title="Brief", standing="", parts=parts)
    papers = Leaflets(title="Brief", leaflets=(paper,))
    content = leaflets_pdf(papers, translator("nl"), location=NOWHERE)
    with pdfium.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    (first,) = (page for page in pages if "In gewone woorden" in page)
    assert "samenvatting" in first
    assert "Begin" in first
    for page in pages:
        assert page.count("Begin") == page.count("Einde"), "no row is broken"


@pytest.mark.parametrize(("many", "is_whole"), [(28, True), (60, False)])
def test_a_row_stays_whole_in_word_where_it_does_in_pdf(many: int, is_whole: bool) -> None:
    rows = (("1.1", f"Begin {'van veel woorden ' * many}Einde"),)
    grid = Grid(heads=("Bepaling", "Wat"), rows=rows, shares=(2, 8))
    pages: list[str] = []
    for above in (22, 25, 28, 30, 33, 36):
        parts: tuple[Part, ...] = (*(Words(text=f"Regel {at}.") for at in range(above)), grid)
        paper = Leaflet(organisation="De Brug", title="Brief", standing="", parts=parts)
        papers = Leaflets(title="Brief", leaflets=(paper,))
        content = leaflets_pdf(papers, translator("nl"), location=NOWHERE)
        with pdfium.PdfDocument(content) as document:
            pages += [page.get_textpage().get_text_range() for page in document]
    assert all(page.count("Begin") == page.count("Einde") for page in pages) is is_whole
    word = Document(io.BytesIO(leaflets_docx(papers, translator("nl"))))
    kept = word.tables[0].rows[1]._tr.xpath("./w:trPr/w:cantSplit")
    assert bool(kept) is is_whole


def test_a_row_higher_than_a_page_is_broken_and_loses_nothing() -> None:
    rows = (("1.1", " ".join(f"woord{at}" for at in range(1200))),)
    parts = (Heading(text="Kop"), Grid(heads=("Bepaling", "Wat"), rows=rows, shares=(2, 8)))
    paper = Leaflet(organisation="De Brug", title="Brief", standing="", parts=parts)
    papers = Leaflets(title="Brief", leaflets=(paper,))
    content = leaflets_pdf(papers, translator("nl"), location=NOWHERE)
    with pdfium.PdfDocument(content) as document:
        said = " ".join(page.get_textpage().get_text_range() for page in document)
    assert [f"woord{at}" for at in range(1200) if f"woord{at}" not in said] == []


def test_summaries_stand_in_the_order_of_the_text() -> None:
    protocol = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
    plain = {one: Summary(text=f"Samen {one}.") for one in ("a8", "a3", "a1")}
    note = cover_note(protocol, None, Proposal(plain=plain), translator("nl"))
    *_, grid = (part for part in note.leaflets[0].parts if isinstance(part, Grid))
    assert [row[1] for row in grid.rows] == ["Samen a1.", "Samen a3.", "Samen a8."]


def test_until_when_the_council_may_answer_is_open_when_nobody_said_it() -> None:
    asked = "kind: bestuur}\n  approvals:\n    - {body: MR, right: advies%s}\n"
    for day, said in (("", "uiterlijk op: [nog open"), (", before: 2026-03-17", "17 maart 2026")):
        new = _TEXT.replace("kind: bestuur}\n", asked % day)
        [first] = (one.text for one in _parts(new) if isinstance(one, Words) and "MR:" in one.text)
        assert said in first


def test_who_gets_a_text_for_information_is_asked_for_no_answer() -> None:
    asked = "kind: bestuur}\n  approvals:\n    - {body: MR, right: ter kennisneming}\n"
    new = _TEXT.replace("kind: bestuur}\n", asked)
    [first] = (one for one in _parts(new) if isinstance(one, Words) and "MR:" in one.text)
    assert "uiterlijk" not in first.text
    assert first.tone is Tone.PLAIN


def test_what_is_still_open_stands_out_and_nothing_else_does() -> None:
    asked = "kind: bestuur}\n  approvals:\n    - {body: MR, right: advies}\n"
    parts = _parts(_TEXT.replace("kind: bestuur}\n", asked))
    words = [part for part in parts if isinstance(part, Words)]
    grids = [part for part in parts if isinstance(part, Grid)]
    assert [part for part in words if part.tone is Tone.OPEN] == [
        part for part in words if "[nog open" in part.text
    ]
    for grid in grids:
        said = {at for at, row in enumerate(grid.rows) if "[nog open" in row[-1]}
        assert grid.open_rows == said
    assert sum(map(len, (grid.open_rows for grid in grids))) == 3


def test_in_a_word_file_open_words_are_bold() -> None:
    parts = (Words(text="Gezegd."), Words(text="[nog open]", tone=Tone.OPEN))
    paper = Leaflet(organisation="De Brug", title="Brief", standing="", parts=parts)
    content = leaflets_docx(Leaflets(title="Brief", leaflets=(paper,)), translator("nl"))
    runs = [run for one in Document(io.BytesIO(content)).paragraphs for run in one.runs]
    assert {run.text: bool(run.bold) for run in runs if run.text in ("Gezegd.", "[nog open]")} == {
        "Gezegd.": False,
        "[nog open]": True,
    }


def test_the_check_code_stands_with_what_is_asked_before_all_that_may_be_long() -> None:
    parts = _parts(_TEXT)
    code = next(
        at for at, one in enumerate(parts) if isinstance(one, Words) and "controlecode" in one.text
    )
    headings = [one.text for one in parts[:code] if isinstance(one, Heading)]
    assert headings == ["Wat vragen we u?"]
