"""A string of 120 signs and more without a break stays between the margins, wherever it stands."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest

from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Tone, Words
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.paper.redline.signature import Signature
from protocolkit.reading.reader import read_protocol_text
from was_wordt_tables import pdf_file, sheet_between

_DUTCH = translator("nl")
_ADDRESS = "https://www.voorbeeld.example/" + "abcdefghij" * 12
_WIDE = "MW" * 70


def _protocol(long: str) -> Protocol:
    table = f"| Wat | Waar | Wie |\n|---|---|---|\n| {long} | {long} | mentor |\n"
    text = (
        f"# Protocol {long}\n\n{{#hs}}\n## 1 Kop {long}\n\n{{#a}}\n1. Zie {long} nu.[^1]\n\n"
        f"{{#b}}\n{table}\n[^1]: Noot {long}\n"
    )
    facts = Facts(
        organisation=Organisation(name=f"School {long}"),
        owner=long,
        contact=long,
        based_on=long,
        status=Status.SUBMITTED,
        approvals=(Approval(body=f"MR {long}", right=Right.CONSENT),),
    )
    return replace(read_protocol_text(text).protocol, facts=facts)


def _assert_inside(pdf: bytes) -> None:
    """Nothing stands in the margin at the right, which is 14 mm on a page on its side."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            edge = page.width - 13.9 / 25.4 * 72
            over = "".join(sign["text"] for sign in page.chars if sign["x1"] > edge)
            assert over.strip() == "", page.page_number


@pytest.mark.parametrize("long", [_ADDRESS, _WIDE])
def test_nothing_of_a_long_string_leaves_the_room_of_the_text(long: str) -> None:
    protocol = _protocol(long)
    pdf = write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH)
    _assert_inside(pdf)
    taken_in = import_source(extract_pdf(pdf), Wishes(takes_record=True))
    assert protocol_tokens(taken_in.protocol) == protocol_tokens(protocol)


@pytest.mark.parametrize("long", [_ADDRESS, _WIDE])
def test_nor_on_the_papers_around_a_protocol(long: str) -> None:
    new = _protocol(long)
    old = replace(new, parts=_protocol(long[:-4] + "anders").parts)
    changes = compare_versions(version_of(old), version_of(new))
    _assert_inside(pdf_redline(changes, _DUTCH, Signature(author=long, day="")))
    _assert_inside(pdf_file(sheet_between(new, old)))
    row = (long, long)
    parts = (
        Words(text=f"Zie {long} nu."),
        Words(text=long, tone=Tone.NOTICE),
        Heading(text=long),
        Grid(heads=row, rows=(row,), shares=(1, 1), has_names=True, open_rows=frozenset({0})),
    )
    paper = Leaflet(organisation=long, title=long, standing="Een brief.", parts=parts)
    papers = Leaflets(title="Brief", leaflets=(paper,))
    _assert_inside(leaflets_pdf(papers, _DUTCH, location=NOWHERE))
