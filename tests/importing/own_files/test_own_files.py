"""What this program made comes back as it was; what a person changed in it stays changed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape

import pytest
from docx.document import Document
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from drawn_pdf import proved_pdf
from examples import examples, few
from import_quality import own_pdf, own_word
from own_files import (
    EXCEPTIONS,
    RECORD,
    confirmed,
    edited,
    paragraph_with,
    reword,
    with_part,
    with_record,
    without_source,
)
from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.approvals import Approval, Decision, Ended, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Acceptance, Provenance, RemovedName, Status
from protocolkit.document.facts import Source as FoundSource
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Clause, Kind, Protocol
from protocolkit.document.outline import clause_text, clauses, protocol_tokens, sections
from protocolkit.document.richtext import Link, plain, walk
from protocolkit.exchange.protocol_json import json_to_protocol, protocol_to_json
from protocolkit.exchange.record import Record, RecordKind, record_to_text
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.own_files.matching import DOUBT_ADDED, DOUBT_CHANGED
from protocolkit.importing.own_files.records import read_record
from protocolkit.importing.report import make_report
from protocolkit.importing.source.lines import Source
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.shared.comparison import comparison_paper
from protocolkit.paper.shared.extras import Extras
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.references import with_reference_links
from protocolkit.text.words import tokens
from seeds import SLUGS, matrix, protocol
from small_boards import seed_judgements
from strategies import protocols

_FEW = examples(40, *HealthCheck)
_FEWER = examples(20, *HealthCheck)
_CVO = "cvo-baarn-soest"
_RULE = "wel toegestaan"
_ENDED = """---
protocol:
  organisation: {name: Stichting De Brug, kind: bestuur}
  status: in werking
---

# Afspraken over www.school.nl en andere pagina's

{#a-1}
1. Wij kijken mee.
"""


def _imported(content: bytes, name: str = "") -> Imported:
    return confirmed(extract_word(content), name)


def _notices(found: Imported) -> str:
    return " ".join(make_report(found, "x.docx", translator()).notices)


def _clause(protocol: Protocol, anchor: str) -> Clause:
    return next(clause for clause in clauses(protocol) if clause.anchor == anchor)


def _doubts(found: Imported) -> dict[str, tuple[str, ...]]:
    return {origin.anchor: origin.doubts for origin in found.origins if origin.doubts}


# -- nothing was changed --------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_a_seed_comes_back_whole(slug: str) -> None:
    wanted = protocol(slug)
    for source in (extract_word(own_word(wanted)), extract_pdf(own_pdf(wanted))):
        found = confirmed(source)
        assert without_source(found.protocol) == without_source(wanted)
        assert (found.subject, found.slug, found.is_recorded) == (wanted.subject, slug, True)
        assert not _doubts(found)
        assert {origin.anchor for origin in found.origins} == {
            *(clause.anchor for clause in clauses(wanted)),
            *(section.anchor for section in sections(wanted)),
        }


@pytest.mark.parametrize("slug", SLUGS)
def test_links_that_paper_adds_do_not_come_back(slug: str) -> None:
    wanted, translate = protocol(slug), translator()
    cover, extras = make_cover(wanted, translate), Extras(record=Record(protocol=wanted))
    printed = with_reference_links(wanted)
    word = write_docx(printed, cover, translate, extras=extras)
    pdf = write_pdf(printed, cover, translate, extras=extras)
    for source in (extract_word(word), extract_pdf(pdf)):
        assert without_source(confirmed(source).protocol) == without_source(wanted)


@_FEW
@given(protocols())
def test_any_word_file_comes_back_whole(drawn: Protocol) -> None:
    assume(protocol_tokens(drawn))
    found = confirmed(extract_word(own_word(drawn)))
    assert without_source(found.protocol) == without_source(drawn)


def test_a_label_that_was_cut_off_is_no_word() -> None:
    title = "Wat leerlingen, ouders en medewerkers op het plein en in de gang vooraf regelen"
    text = f"# Proef\n\n{{#k}}\n## {title}\n\n{{#k-1}}\n- Een punt.\n\n{{#k-2}}\n- Nog een.\n"
    wanted = read_protocol_text(text).protocol
    found = confirmed(extract_word(own_word(wanted)))
    assert protocol_tokens(found.protocol) == protocol_tokens(wanted)


@_FEWER
@given(protocols())
def test_any_pdf_comes_back_whole(drawn: Protocol) -> None:
    assume(protocol_tokens(drawn))
    wanted = _printable(drawn)
    found = confirmed(proved_pdf(own_pdf(wanted)))
    assert without_source(found.protocol) == without_source(wanted)


def test_decisions_and_signatures_over_several_lines_come_back_from_a_pdf() -> None:
    long = "De personeelsgeleding van de gemeenschappelijke medezeggenschapsraad De Brug"
    asked = Approval(body=long, right=Right.INFORMATION, decision=Decision.ASKED)
    decided = (
        Approval(body="MR", right=Right.INFORMATION, decision=Decision.NO_ANSWER, date="2019"),
        Approval(body=long, right=Right.CONSENT, decision=Decision.ADJOURNED, date="2019-05"),
        Approval(body="GMR", right=Right.ADVICE, decision=Decision.RECOMMENDATIONS, date="2020"),
    )
    facts = protocol(_CVO).facts
    signed = replace(facts, status=Status.CONCEPT, source=FoundSource(), approvals=(asked,))
    for drawn in (replace(facts, approvals=(asked, *decided)), signed):
        wanted = replace(protocol(_CVO), facts=drawn)
        found = confirmed(extract_pdf(own_pdf(wanted)))
        assert without_source(found.protocol) == without_source(wanted)


def test_a_title_over_two_lines_above_a_council_that_ended_comes_back_from_a_pdf() -> None:
    """The sentence on the council begins with its name: what stands above it is none of it."""
    ended = Approval(
        body="12",
        right=Right.CONSENT,
        decision=Decision.GRANTED,
        date="2019",
        ended=Ended(date="2019", into="GMR"),
    )
    wanted = read_protocol_text(_ENDED).protocol
    removed = (RemovedName(date="2019", fingerprint="2:0af1"),)
    facts = replace(wanted.facts, approvals=(ended,), dated="2019", removed_names=removed)
    wanted = replace(wanted, facts=facts)
    found = confirmed(extract_pdf(own_pdf(wanted)))
    assert without_source(found.protocol) == without_source(wanted)


def _printable(drawn: Protocol) -> Protocol:
    """Return a protocol in letters that the fonts have, in the reader's own form."""
    text = re.sub("[^\x00-\x7e\xa1-\xff–‘’„”…†]", "é", protocol_to_json(drawn))
    found = json_to_protocol(text).protocol
    assert found is not None
    return read_protocol_text(write_protocol(found)).protocol


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_what_does_not_come_back_whole_keeps_its_words(name: str) -> None:
    wanted = EXCEPTIONS[name]
    found = import_source(extract_word(own_word(wanted)))
    assert without_source(found.protocol) != without_source(wanted)
    assert protocol_tokens(found.protocol) == protocol_tokens(wanted)


def test_a_file_is_known_in_every_language() -> None:
    wanted, translate = protocol("oponoa"), translator("en")
    cover = make_cover(wanted, translate, "en")
    word = write_docx(wanted, cover, translate, language="en")
    pdf = write_pdf(wanted, cover, translate, language="en")
    for source in (extract_word(word), extract_pdf(pdf)):
        assert source.is_ours
        assert without_source(confirmed(source).protocol) == without_source(wanted)


def test_names_that_were_lost_come_back_by_the_words() -> None:
    wanted = protocol(_CVO)
    bare = with_part(
        own_word(wanted),
        "word/document.xml",
        lambda xml: re.sub(r'<w:bookmarkStart [^>]*w:name="art_[ab]_\d+"/>', "", xml),
    )
    found = _imported(edited(bare, reword("niet toegestaan", _RULE))).protocol
    assert [c.anchor for c in clauses(found)] == [c.anchor for c in clauses(wanted)]
    assert [c.kind for c in clauses(found)] == [c.kind for c in clauses(wanted)]


# -- a person changed it --------------------------------------------------------------------


def _decided() -> Protocol:
    """Return a protocol with everything in its facts that no page shows."""
    wanted = protocol(_CVO)
    code = protocol_fingerprint(wanted)
    decision = Approval(
        body="De MR", right=Right.CONSENT, decision=Decision.GRANTED, fingerprint=code
    )
    facts = replace(
        wanted.facts,
        approvals=(decision,),
        status=Status.IN_FORCE,
        retired=("oud-1",),
        accepted=(
            Acceptance(code="phone-form", reason="staat zo in de bron", anchor="art-a-1"),
            Acceptance(code="phone-form", reason="staat zo in de bron", anchor="art-a-7"),
        ),
        provenance=(
            Provenance(anchor="art-a-1", topic="gebruik", choice="gebruik-1"),
            Provenance(anchor="art-a-7", topic="normen", choice="normen-1"),
        ),
    )
    return replace(wanted, facts=facts)


def test_one_clause_changed_is_one_clause_that_differs() -> None:
    wanted = _decided()
    found = _imported(edited(own_word(wanted), reword("niet toegestaan", _RULE)))
    assert _RULE in clause_text(_clause(found.protocol, "art-a-1"))
    assert found.protocol.facts.source.file == "bron/bron.txt"
    assert without_source(found.protocol).facts == without_source(wanted).facts
    assert [
        old.anchor
        for old, new in zip(clauses(wanted), clauses(found.protocol), strict=True)
        if old != new
    ] == ["art-a-1"]
    assert [s.short for s in sections(found.protocol)] == [s.short for s in sections(wanted)]
    assert _doubts(found) == {"art-a-1": (DOUBT_CHANGED,)}
    said = _notices(found)
    assert "gelijk zijn gebleven: 35 van 36. Gewijzigd: 1, nieuw: 0, weg: 0." in said
    assert "Het besluit van De MR ging over de tekst van vóór de wijziging." in said


def test_a_new_and_a_removed_clause() -> None:
    wanted = _decided()

    def edit(document: Document) -> None:
        above = paragraph_with(document, "Alle betrokkenen nemen de reguliere")
        above.insert_paragraph_before("6.\tEen nieuwe regel over foto’s.", style=above.style)
        above._p.getparent().remove(above._p)

    found = _imported(edited(own_word(wanted), edit))
    anchors = [clause.anchor for clause in clauses(found.protocol)]
    assert "art-a-7" not in anchors
    (new,) = set(anchors) - {clause.anchor for clause in clauses(wanted)}
    assert clause_text(_clause(found.protocol, new)) == "Een nieuwe regel over foto’s."
    assert _doubts(found)[new][0] == DOUBT_ADDED
    facts = found.protocol.facts
    assert facts.retired == ("oud-1", "art-a-7")
    assert facts.accepted == ()
    assert [entry.anchor for entry in facts.provenance] == ["art-a-1"]
    assert "art-a-7" in _notices(found)


def test_a_new_clause_takes_no_name_of_another() -> None:
    wanted = protocol(_CVO)

    def edit(document: Document) -> None:
        above = paragraph_with(document, "Medewerkers dienen zich bewust")
        above.insert_paragraph_before("6.\tIets heel anders.", style=above.style)

    found = _imported(edited(own_word(wanted), edit)).protocol
    kept = [clause for clause in clauses(found) if clause_text(clause) != "Iets heel anders."]
    assert kept == list(clauses(wanted))


def test_a_changed_heading_keeps_its_name_and_loses_its_short_one() -> None:
    wanted = protocol(_CVO)
    old = next(section for section in sections(wanted) if section.anchor == "doelgroep")
    found = _imported(edited(own_word(wanted), reword("Doelgroep", "Voor wie")))
    new = next(section for section in sections(found.protocol) if section.anchor == "doelgroep")
    assert (new.kind, new.short, new.parts) == (old.kind, "", old.parts)
    assert _doubts(found) == {"doelgroep": (DOUBT_CHANGED,)}


def test_where_a_link_leads_now_counts() -> None:
    wanted = protocol("oponoa")
    targets = [i.target for i in _links(wanted) if i.target.startswith("http")]
    changed = with_part(
        own_word(wanted),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(f'"{targets[0]}"', '"https://elders.example/"'),
    )
    found = _imported(changed)
    assert "https://elders.example/" in [link.target for link in _links(found.protocol)]
    assert protocol_tokens(found.protocol) == protocol_tokens(wanted)
    assert [c.kind for c in clauses(found.protocol)] == [c.kind for c in clauses(wanted)]


def _links(protocol: Protocol) -> list[Link]:
    return [
        inline
        for clause in clauses(protocol)
        for block in clause.blocks
        if hasattr(block, "content")
        for inline in walk(block.content)
        if isinstance(inline, Link)
    ]


def test_another_organisation_gets_the_text_and_not_the_facts() -> None:
    wanted = _decided()
    found = _imported(own_word(wanted), "Stichting De Brug")
    facts = found.protocol.facts
    assert facts.organisation.name == "Stichting De Brug"
    assert (facts.status, facts.retired, facts.accepted) != (Status.IN_FORCE, ("oud-1",), ())
    assert facts.provenance == ()
    assert found.protocol.parts == wanted.parts
    assert "tekst van CVO Baarn/Soest" in _notices(found)
    assert _imported(own_word(wanted), "cvo baarn/soest").protocol.facts.retired == ("oud-1",)


def test_facts_of_a_text_that_is_mostly_gone_are_not_taken() -> None:
    wanted = _decided()

    def edit(document: Document) -> None:
        for number, found in enumerate(document.paragraphs):
            if str(found.style and found.style.name).startswith("List") and number % 5:
                found._p.getparent().remove(found._p)

    found = _imported(edited(own_word(wanted), edit))
    assert found.protocol.facts.retired == ()
    assert not found.is_recorded
    assert "grootste deel" in _notices(found)


# -- with bad intent, or damaged ------------------------------------------------------------

_LIE = record_to_text(
    Record(protocol=replace(protocol(_CVO), parts=protocol("oponoa").parts, notes=()))
)
_SCRIPT = Link(target="javascript:alert(1)", content=protocol(_CVO).title)
_EVIL = record_to_text(Record(protocol=replace(protocol(_CVO), title=(_SCRIPT,))))


def test_a_file_from_a_newer_protocolkit_is_refused() -> None:
    text = json.dumps({"format": "protocolkit-record", "version": 99, "made": "protocol"})
    with pytest.raises(ProtocolkitError) as refused:
        _imported(with_record(own_word(protocol(_CVO)), escape(text)))
    assert refused.value.problem.code.name == "format-newer"


@pytest.mark.parametrize(
    "text",
    few(
        [
            "",
            "{",
            "[" * 5000,
            "{}",
            json.dumps({"format": "protocolkit-record", "version": 0, "made": "protocol"}),
            json.dumps({"format": "protocolkit-record", "version": 1, "made": "iets"}),
            json.dumps({"format": "protocolkit-record", "version": True, "made": "comparison"}),
            json.dumps({"format": "protocolkit-record", "version": 1, "made": "template"}),
            json.dumps({"format": "protocolkit-record", "version": 1, "made": "protocol", "x": 1}),
            json.dumps(
                {"format": "protocolkit-record", "version": 1, "made": "protocol", "protocol": 3}
            ),
            _EVIL,
        ],
        slice(None, None, 3),
    ),
)
def test_a_record_that_cannot_be_used_is_said_and_left(text: str) -> None:
    wanted = protocol(_CVO)
    found = _imported(with_record(own_word(wanted), escape(text)))
    assert protocol_tokens(found.protocol) == protocol_tokens(wanted)
    assert [c.anchor for c in clauses(found.protocol)] == [c.anchor for c in clauses(wanted)]
    assert not found.is_recorded
    assert "beschadigd of van een andere versie" in _notices(found)


def test_a_record_that_lies_changes_no_word() -> None:
    wanted = protocol(_CVO)
    found = _imported(with_record(own_word(wanted), escape(_LIE)))
    assert protocol_tokens(found.protocol) == protocol_tokens(wanted)
    assert not found.is_recorded
    assert {c.kind for c in clauses(found.protocol)} <= set(Kind)


def test_a_record_that_the_text_cannot_have_is_left() -> None:
    """Its chapter is so deep that what stands under it in the text could be no heading."""
    wanted = protocol("oponoa")
    chapters = (part for part in sections(wanted) if part.level == 2)
    recorded = replace(wanted, parts=tuple(replace(part, level=6, parts=()) for part in chapters))
    text = escape(record_to_text(Record(protocol=recorded)))
    found = _imported(with_record(own_word(wanted), text))
    assert protocol_tokens(found.protocol) == protocol_tokens(wanted)
    assert not found.is_recorded
    assert "past niet bij de tekst" in _notices(found)


@_FEW
@given(protocols(), protocols(), st.integers(0, 3))
def test_whatever_a_record_says_the_words_are_those_of_the_text(
    shown: Protocol, other: Protocol, shared: int
) -> None:
    """The record is of another text, or of one that has some parts in common."""
    recorded = replace(
        other,
        facts=shown.facts,
        notes=shown.notes,
        parts=(*shown.parts[:shared], *other.parts),
    )
    assume(json_to_protocol(protocol_to_json(recorded)).protocol is not None)
    translate = translator()
    cover, extras = make_cover(shown, translate), Extras(record=Record(protocol=recorded))
    source = extract_word(write_docx(shown, cover, translate, extras=extras))
    try:
        wanted = import_source(replace(source, carried=None)).protocol
    except ProtocolkitError:
        # the text alone cannot be imported: nothing to compare with
        assume(False)
    found = confirmed(source)
    if not read_record(source).is_shown:
        assert protocol_tokens(found.protocol) == protocol_tokens(wanted)
    else:
        assert protocol_tokens(found.protocol) == protocol_tokens(shown)


def test_a_part_with_a_declaration_is_not_opened() -> None:
    wanted = protocol(_CVO)
    hostile = with_part(
        own_word(wanted),
        RECORD,
        lambda xml: (
            '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            '<record xmlns="urn:protocolkit:record:1">&e;</record>'
        ),
    )
    source = extract_word(hostile)
    assert source.carried is not None
    assert source.carried.record is None
    assert protocol_tokens(confirmed(source).protocol) == protocol_tokens(wanted)


# -- files of ours that are no protocol -----------------------------------------------------


def _refusal(source: Source) -> str:
    with pytest.raises(ProtocolkitError) as caught:
        confirmed(source)
    return caught.value.problem.line(translator())


def test_a_comparison_is_refused() -> None:
    translate = translator()
    whole = comparison_paper(matrix(), seed_judgements(), translate)
    paper = replace(whole, themes=whole.themes[:1])
    pdf = matrix_pdf(paper, translate, location=Location("x"))
    for source in (extract_word(matrix_docx(paper, translate)), extract_pdf(pdf)):
        said = _refusal(source)
        assert "vergelijking" in said
        assert "één bestuur" in said


def _example() -> bytes:
    wanted, translate = protocol(_CVO), translator()
    extras = Extras(record=Record(made=RecordKind.TEMPLATE, protocol=wanted))
    return write_docx(wanted, make_cover(wanted, translate), translate, extras=extras)


def test_an_example_is_refused_until_it_was_filled_in() -> None:
    content = _example()
    assert "voorbeeldprotocol" in _refusal(extract_word(content))
    found = _imported(edited(content, reword("niet toegestaan", _RULE)))
    assert "voorbeeldprotocol" in _notices(found)
    assert not found.is_recorded
    assert _doubts(found) == {"art-a-1": (DOUBT_CHANGED,)}
    assert _RULE in " ".join(protocol_tokens(found.protocol))
    assert tokens(_RULE)[0] not in tokens(clause_text(_clause(protocol(_CVO), "art-a-1")))


def test_a_composed_file_keeps_its_names() -> None:
    wanted, translate = protocol(_CVO), translator()
    extras = Extras(record=Record(made=RecordKind.COMPOSED))
    content = write_docx(wanted, make_cover(wanted, translate), translate, extras=extras)
    found = import_source(extract_word(content)).protocol
    assert [c.anchor for c in clauses(found)] == [c.anchor for c in clauses(wanted)]
    assert protocol_tokens(found) == protocol_tokens(wanted)


def test_a_sign_behind_a_number_stays_where_it_stands() -> None:
    text = (
        "# Reglement fietsen\n\n{#art-1}\n## Artikel 1 - Stallen\n\n{#stallen-1}\nDat mag.\n\n"
        "{#hs-2}\n## 2 | Huren - en lenen\n\n{#huren-1}\nDat mag niet, zie artikel 1.\n"
    )
    wanted = read_protocol_text(text).protocol
    for source in (extract_word(own_word(wanted)), extract_pdf(own_pdf(wanted))):
        assert source.carried is not None
        for held in (source, replace(source, carried=replace(source.carried, record=None))):
            found = confirmed(held).protocol
            assert [(one.marker, plain(one.title)) for one in sections(found)] == [
                ("Artikel 1 -", "Stallen"),
                ("2 |", "Huren - en lenen"),
            ]
            assert protocol_tokens(found) == protocol_tokens(wanted)
