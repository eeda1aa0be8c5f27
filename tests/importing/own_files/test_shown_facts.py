"""A record proves nothing that no page shows: the cover is right, the rest is for a person."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from html import escape
from operator import attrgetter
from typing import Any

import pikepdf
import pytest
from docx.document import Document

from drawn_pdf import proved_pdf
from import_quality import own_pdf, own_word
from own_files import confirmed, edited, with_record
from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Proof, Right
from protocolkit.document.cover import cover_rows, row_facts
from protocolkit.document.facts import (
    Acceptance,
    Facts,
    Organisation,
    OrganisationKind,
    Source,
    Status,
    declared_at,
)
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.outline import clause_text, clauses, protocol_tokens, sections
from protocolkit.exchange.record import Record, record_to_text
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.own_files.recorded_facts import with_cover
from protocolkit.importing.own_files.shown_facts import cover_facts, shown_facts
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.reading.reader import read_protocol_text

_TEXT = """\
---
protocol:
  title: Protocol bellen
  organisation:
    name: Stichting De Brug
    kind: bestuur
    sector: po
  status: vastgesteld
  version: '3'
  dated: 2024-05
  owner: Mevrouw Jansen
  supplied: [organisation.kind]
  source:
    file: bron/brug.txt
    complete: true
    address: https://brug.example/bellen
  approvals:
    - body: GMR
      right: instemming
      decision: verleend
      date: 2024-05-06
      words: De GMR stemt in.
---

# Protocol bellen

{#doel short="Doel"}
## Het doel van dit protocol

{#doel-1 .uitgangspunt}
1. Bellen is bijzaak.

{#regels}
## Regels

{#regels-1}
1. De telefoon is uit. De GMR stemt in.

{#slot}
## Tot slot

{#slot-1 .toelichting}
1. Vragen? Bel ons.
"""
_HONEST = read_protocol_text(_TEXT).protocol


def _forged() -> Protocol:
    """Return the protocol as a stranger would like it to be: the same text, other facts."""
    facts = replace(
        _HONEST.facts,
        organisation=replace(
            _HONEST.facts.organisation,
            name="Stichting Vals",
            kind=OrganisationKind.SCHOOL,
            aliases=("De Valse School",),
        ),
        status=Status.IN_FORCE,
        version="",
        dated="2020",
        owner="Directeur Vals",
        replaces="Protocol roken",
        source=Source(file="bron/x.txt", complete=False, address="javascript:alert(1)"),
        approvals=(
            Approval(body="GMR", right=Right.CONSENT, decision=Decision.WITHHELD, date="2024"),
            Approval(
                body="Directie",
                right=Right.ADOPTION,
                decision=Decision.ADOPTED,
                words="Ja, dat mag.",
                ground="artikel 99",
            ),
        ),
        accepted=(Acceptance(code="*", reason="goed zo"),),
    )
    return replace(_HONEST, facts=facts)


def _without_kinds() -> Protocol:
    """Return the same, with no kind and short name but those that the text tells by itself."""
    return replace(_forged(), parts=import_source(extract_word(_word())).protocol.parts)


@cache
def _word() -> bytes:
    return own_word(_HONEST)


@cache
def _pdf() -> bytes:
    return own_pdf(_HONEST)


def _imported(*, forged: bool, whole: bool, pdf: bool = False) -> Imported:
    word = _word()
    if forged:
        word = with_record(word, escape(record_to_text(Record(protocol=_forged()))))
    source = extract_pdf(_pdf()) if pdf else extract_word(word)
    return confirmed(source) if whole else import_source(source)


def _said(found: Imported) -> str:
    return "\n".join(told.in_words(translator()) for told in found.source.notices)


@pytest.mark.parametrize("pdf", [False, True])
def test_what_the_cover_shows_comes_back(pdf: bool) -> None:
    facts = _imported(forged=False, whole=False, pdf=pdf).protocol.facts
    assert replace(facts, source=_HONEST.facts.source) == _HONEST.facts
    assert facts.source.address == _HONEST.facts.source.address


@pytest.mark.parametrize("pdf", [False, True])
def test_kinds_and_short_names_come_back_when_a_person_says_so(pdf: bool) -> None:
    found = _imported(forged=False, whole=False, pdf=pdf)
    assert [section.short for section in sections(found.protocol)] == ["", "", ""]
    assert "niet zichtbaar: kinds: doel: Doel, doel-1: uitgangspunt" in _said(found)
    assert "niet uit de bijlage overgenomen" in _said(found)
    found = _imported(forged=False, whole=True, pdf=pdf)
    assert sections(found.protocol)[0].short == "Doel"
    assert next(clauses(found.protocol)).kind is Kind.PRINCIPLE
    assert "omdat u dat zei" in _said(found)


def test_a_forged_record_is_not_believed() -> None:
    found = _imported(forged=True, whole=False)
    facts = found.protocol.facts
    assert replace(facts, source=_HONEST.facts.source) == replace(
        _HONEST.facts,
        approvals=(replace(_HONEST.facts.approvals[0], words=""),),
    )
    said = _said(found)
    for fact in ("replaces: Protocol roken", "organisation.aliases: De Valse School"):
        assert f"niet zichtbaar: {fact}" in said
    assert "niet zichtbaar: approvals: Directie, vastgesteld, zonder datum" in said
    assert "niet zichtbaar: approvals.words: Ja, dat mag." in said
    assert "niet zichtbaar: approvals.ground: artikel 99" in said
    assert "nooit overgenomen: source.address: javascript:alert(1)" in said
    assert "nooit overgenomen: accepted: *" in said
    assert "'Stichting De Brug' voor organisation.name, in de bijlage 'Stichting Vals'" in said
    assert "'Mevrouw Jansen' voor owner" in said
    assert "niet zichtbaar: source.complete: false" in said
    assert facts.source.complete


def test_a_person_may_believe_a_record_but_not_against_the_cover() -> None:
    facts = _imported(forged=True, whole=True).protocol.facts
    assert (facts.replaces, facts.owner) == ("Protocol roken", "Mevrouw Jansen")
    assert facts.organisation.name == "Stichting De Brug"
    assert facts.organisation.aliases == ("De Valse School",)
    assert (facts.status, facts.version, facts.dated) == (Status.ADOPTED, "3", "2024-05")
    assert [(a.body, a.decision) for a in facts.approvals] == [
        ("Directie", Decision.ADOPTED),
        ("GMR", Decision.GRANTED),
    ]
    assert (facts.accepted, facts.source.address) == ((), "https://brug.example/bellen")
    assert not facts.source.complete


def test_files_that_prove_a_decision_are_in_no_file_of_ours_and_never_taken_over() -> None:
    first, *_ = _HONEST.facts.approvals
    forged = replace(first, proof=Proof(file="../geheim.pdf"))
    facts = replace(_HONEST.facts, approvals=(forged,))
    found = shown_facts(replace(_HONEST, facts=facts), (), "")
    assert [one.in_short for one in found.never] == ["../geheim.pdf"]
    approvals = (*found.shown.approvals, *found.whole.approvals)
    assert len(approvals) == 1
    assert not any(one.proofs for one in approvals)


def test_what_may_be_taken_over_is_listed_to_its_last_word() -> None:
    first, *_ = _HONEST.facts.approvals
    long = replace(first, words="Dat mag. " * 40 + "Dat kost geld.")
    facts = replace(_HONEST.facts, approvals=(long,))
    record = escape(record_to_text(Record(protocol=replace(_HONEST, facts=facts))))
    said = _said(import_source(extract_word(with_record(_word(), record))))
    assert f"niet zichtbaar: approvals.words: {long.words}" in said


def test_of_another_organisation_only_what_is_taken_over_is_said_to_be() -> None:
    word = with_record(_word(), escape(record_to_text(Record(protocol=_forged()))))
    said = _said(confirmed(extract_word(word), "Stichting Elders"))
    assert "tekst van Stichting De Brug" in said
    facts, _, kinds = said.partition("Hiervan is niets overgenomen")
    assert "niet zichtbaar: replaces: Protocol roken" in facts
    assert "niet zichtbaar: kinds: doel: Doel" in kinds
    assert ("omdat u dat zei" in facts, "omdat u dat zei" in kinds) == (False, True)
    plain = with_record(word, escape(record_to_text(Record(protocol=_without_kinds()))))
    assert "omdat u dat zei" not in _said(confirmed(extract_word(plain), "Stichting Elders"))


def test_hidden_rows_of_a_cover_show_nothing() -> None:
    def hide(document: Document) -> None:
        for cell in (cell for table in document.tables[:1] for cell in table.columns[1].cells):
            for run in cell.paragraphs[0].runs:
                run.font.hidden = cell.text == "Mevrouw Jansen"

    found = import_source(extract_word(edited(_word(), hide)))
    assert found.protocol.facts.owner == ""
    assert "Mevrouw Jansen" in [one.text.strip() for one in found.ledger.left_out]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("Cover Text", "Filmen mag altijd."),
        ("Cover Notice", "Dit protocol geldt niet voor ouders."),
        ("Cover Organisation", "Ouders filmen niet."),
        ("toc 1", "Leerlingen mogen bellen 3"),
        ("Body Text", "Een gewone alinea op het omslag."),
        (None, "1. Genummerd op het omslag."),
    ],
)
def test_what_somebody_typed_on_the_cover_is_read(style: str | None, words: str) -> None:
    def edit(document: Document) -> None:
        above = next(p for p in document.paragraphs if "Weergave van een document" in p.text)
        above.insert_paragraph_before(words, style=_style(document, style) if style else None)

    found = import_source(extract_word(edited(_word(), edit)))
    texts = [f"{c.marker} {clause_text(c)}".strip() for c in clauses(found.protocol)]
    assert texts[0] == words
    assert texts[1:] == [f"{c.marker} {clause_text(c)}" for c in clauses(_HONEST)]
    assert found.protocol.title == _HONEST.title
    assert found.protocol.facts.owner == "Mevrouw Jansen"


def test_a_line_above_the_name_of_the_organisation_is_read() -> None:
    def edit(document: Document) -> None:
        name = document.paragraphs[0]
        assert name.text == "Stichting De Brug"
        name.insert_paragraph_before("Ouders filmen niet.", style=name.style)

    found = import_source(extract_word(edited(_word(), edit)))
    assert clause_text(next(clauses(found.protocol))) == "Ouders filmen niet."
    assert found.protocol.title == _HONEST.title
    assert found.protocol.facts.organisation.name == "Stichting De Brug"


def test_what_somebody_put_on_the_cover_of_a_pdf_is_read() -> None:
    with pikepdf.open(io.BytesIO(_pdf())) as document:
        page = document.pages[0]
        page.Resources.Font.Eigen = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.contents_add(b" q BT /Eigen 11 Tf 120 400 Td (Filmen mag altijd.) Tj ET Q")
        changed = io.BytesIO()
        document.save(changed)
    source = proved_pdf(changed.getvalue())
    found = import_source(source)
    assert "Filmen" in protocol_tokens(found.protocol)
    assert clause_text(next(clauses(found.protocol))) == "Filmen mag altijd."
    assert found.protocol.title == _HONEST.title
    assert found.protocol.facts.owner == "Mevrouw Jansen"


def _style(document: Document, name: str) -> str:
    """Return a style by its name, however Word writes that."""
    wanted = name.replace(" ", "").lower()
    names = (str(style.name) for style in document.styles)
    return next(one for one in names if one.replace(" ", "").lower() == wanted)


def test_a_row_that_is_no_fact_is_read() -> None:
    def edit(document: Document) -> None:
        row = document.tables[0].add_row()  # type: ignore[no-untyped-call]
        row.cells[0].text, row.cells[1].text = "Boete", "Vijf euro per keer"

    found = import_source(extract_word(edited(_word(), edit)))
    assert clause_text(next(clauses(found.protocol))).split("\n") == ["Boete", "Vijf euro per keer"]


def test_a_changed_cover_counts() -> None:
    def edit(document: Document) -> None:
        for cell in document.tables[0].columns[1].cells:
            for run in cell.paragraphs[0].runs:
                run.text = run.text.replace("mei 2024", "juni 2025").replace("3", "4")

    found = import_source(extract_word(edited(_word(), edit)))
    assert (found.protocol.facts.dated, found.protocol.facts.version) == ("2025-06", "4")
    assert "'juni 2025' voor dated, in de bijlage 'mei 2024'" in _said(found)


def test_without_a_cover_no_fact_is_shown() -> None:
    nobody = Facts(organisation=Organisation(name=""))
    found = shown_facts(_HONEST, (), "")
    assert found.shown.owner == found.shown.version == found.shown.organisation.name == ""
    assert found.shown.approvals == nobody.approvals
    assert {one.fact for one in found.unseen} >= {"owner", "status", "approvals"}


def test_a_council_that_did_not_end_is_not_listed_as_ended() -> None:
    decision = Approval(body="MR", right=Right.CONSENT, decision=Decision.GRANTED, date="2026")
    facts = replace(_HONEST.facts, approvals=(decision,))
    found = import_source(extract_word(own_word(replace(_HONEST, facts=facts))))
    assert "approvals" not in _said(found)


def _facts_with(path: str) -> Facts:
    """Return the facts of a board with one fact of a cover, whatever that is."""
    holder, _, name = path.rpartition(".")
    facts = Facts(organisation=Organisation(name="Stichting De Brug"))
    part: Any = getattr(facts, holder) if holder else facts
    if isinstance(before := getattr(part, name), tuple):
        value: object = ("De Wal", "De Dijk")
    elif isinstance(before, Status):
        value = Status.ADOPTED
    elif declared_at(path).is_date:
        value = "2024-05-06"
    else:
        known = {"name": "Stichting De Brug", "sector": "po", "address": "https://brug.example"}
        value = known.get(name, "Woorden van 3")
    changed: Any = {name: value}
    if holder:
        changed = {holder: replace(part, **changed)}
    return replace(facts, **changed)


@pytest.mark.parametrize("path", row_facts())
def test_every_fact_that_a_cover_prints_is_read_back(path: str) -> None:
    """A fact that gets a row in ``cover_rows`` needs no other place to come back."""
    told = _facts_with(path)
    front = [f"{row.label}\t{row.value}" for row in cover_rows(told, translator()) if row.value]
    found = Facts(organisation=Organisation(name="Stichting De Brug"))
    facts = with_cover(found, cover_facts(front, ""), Wishes())
    assert attrgetter(path)(facts) == attrgetter(path)(told)
    is_claim = declared_at(path).is_claim and path != "organisation.name"
    assert (path in facts.supplied) == is_claim
