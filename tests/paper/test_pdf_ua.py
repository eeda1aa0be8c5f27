"""PDF/UA-1 and PDF/A-3a, as two programs of others judge them: neither wrote the file.

What each looks at, and what is left to a person, stands in ``docs/develop/outputs.md``.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache

import pikepdf
import pytest

import seeds
from examples import few
from paper_kinds import kinds
from pdf_checkers import judged
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Words
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.shared.comparison import comparison_paper
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from redlines import WHO, changes, protocol
from small_boards import seed_judgements
from was_wordt_tables import sheet_between

DUTCH = translator("nl")
KINDS = (
    *("een-bepaling", "tabellen", "voorgelegd", "veertig-noten", "zestig-besluiten", "namen"),
    *(
        "concept",
        "vastgesteld",
        "driehonderd-bepalingen",
        "twaalf-raden",
        "lange-koppen",
        *seeds.SLUGS,
    ),
)
OLD = "{#a}\n1. De school praat met de ouders.[^1]\n\n[^1]: Over wat zij weten.\n"
NEW = "{#a}\n1. De school praat met de leerling.\n\n{#b}\n2. Iedereen | mag.\n"


@cache
def all_kinds() -> Mapping[str, Protocol]:
    return kinds()


def of_kind(name: str) -> bytes:
    found = all_kinds()[name]
    return write_pdf(found, make_cover(found, DUTCH), DUTCH)


@pytest.mark.parametrize("name", few(KINDS, 1))
def test_two_checkers_find_nothing_in_a_protocol(name: str) -> None:
    assert judged(of_kind(name)) == []


def _leaflets() -> bytes:
    parts = (
        Heading(text="Besluit"),
        Words(text="De raad besluit:"),
        Grid(heads=("Naam", "Datum"), rows=(("", ""),), shares=(2, 1), height=12, has_names=True),
    )
    leaflet = Leaflet(organisation="De Mus", title="Formulier", standing="Concept", parts=parts)
    papers = Leaflets(title="Formulieren", leaflets=(leaflet, leaflet))
    return leaflets_pdf(papers, DUTCH, location=NOWHERE)


def _redline() -> bytes:
    return pdf_redline(changes(protocol(OLD), protocol(NEW)), DUTCH, WHO)


def _was_wordt() -> bytes:
    return was_wordt_pdf(sheet_between(protocol(NEW), protocol(OLD)), DUTCH, NOWHERE)


def _matrix() -> bytes:
    paper = comparison_paper(seeds.matrix(), seed_judgements(), DUTCH)
    return matrix_pdf(paper, DUTCH, location=NOWHERE)


@pytest.mark.parametrize("make", few((_leaflets, _redline, _was_wordt, _matrix), 1))
def test_two_checkers_find_nothing_in_the_papers_around_it(make: Callable[[], bytes]) -> None:
    assert judged(make()) == []


def _no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _silent_picture(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure":
            del one.Alt


def _no_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@pytest.fixture(scope="module")
def sound() -> bytes:
    return of_kind("een-bepaling")


@pytest.mark.parametrize("spoil", [_no_title, _no_language, _silent_picture, _no_structure])
def test_both_checkers_see_a_fault(sound: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound)) as opened:
        spoil(opened)
        opened.save(made)
    said = judged(made.getvalue())
    assert {one.split()[0] for one in said} == {"page", "pdfua"}
