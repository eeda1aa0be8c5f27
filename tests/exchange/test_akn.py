"""A protocol as Akoma Ntoso: valid for its schema, and every fact where the standard has it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from akn_schema import schema_errors
from examples import examples
from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Proof, Right
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, sections
from protocolkit.exchange.akn_meta import KeptText
from protocolkit.exchange.akn_names import NAMESPACE
from protocolkit.exchange.akn_writer import protocol_to_akn
from seeds import SLUGS, protocol
from strategies import protocols

_DUTCH = translator("nl")
_NS = {"a": NAMESPACE}


def _written(found: Protocol, kept: tuple[KeptText, ...] = ()) -> etree._Element:
    return etree.fromstring(protocol_to_akn(found, _DUTCH, kept))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_seed_is_valid_with_its_anchors_and_numbers(slug: str) -> None:
    seed = protocol(slug)
    content = protocol_to_akn(seed, _DUTCH)
    assert schema_errors(content) == []
    root = etree.fromstring(content)
    found = root.findall(".//a:body//a:paragraph", _NS)
    assert [one.get("eId") for one in found] == [clause.anchor for clause in clauses(seed)]
    numbers = ["".join(one.xpath("./a:num/text()", namespaces=_NS)) for one in found]
    assert numbers == [clause.marker for clause in clauses(seed)]
    headings = [one.get("eId") for one in root.findall(".//a:section", _NS)]
    assert headings == [section.anchor for section in sections(seed)]
    notes = root.findall(".//a:meta/a:notes/a:note", _NS)
    assert [one.get("marker") for one in notes] == [note.label for note in seed.notes]
    called = {one.get("href") for one in root.iter(f"{{{NAMESPACE}}}noteRef")}
    assert called == {f"#{one.get('eId')}" for one in notes}


def test_the_schema_refuses_what_is_wrong() -> None:
    content = protocol_to_akn(protocol("verkruisen"), _DUTCH)
    assert schema_errors(content.replace(b"<num>", b"<nummer>").replace(b"</num>", b"</nummer>"))
    assert schema_errors(content.replace(b'eId="richtlijnen-2"', b'eId="richtlijnen-1"'))


@examples(60)
@given(protocols())
def test_every_protocol_is_valid(drawn: Protocol) -> None:
    assert schema_errors(protocol_to_akn(drawn, _DUTCH)) == []


def test_who_decided_and_which_versions_there_were_stand_in_meta() -> None:
    facts = Facts(
        organisation=Organisation(name="Stichting De Brug"),
        status=Status.WITHDRAWN,
        version="2",
        valid_from="2026-08-01",
        valid_until="2027-07-31",
        approvals=(
            Approval(
                body="GMR",
                right=Right.CONSENT,
                decision=Decision.GRANTED,
                date="2026-06-01",
                proof=Proof(file="geheim.pdf", sha256="0af1"),
            ),
            Approval(body="Bestuur", right=Right.ADOPTION, decision=Decision.ADOPTED, date="2026"),
        ),
    )
    made = replace(protocol("verkruisen"), facts=facts)
    kept = (KeptText(name="2025-1", date="2025-08-01"), KeptText(name="oud"))
    content = protocol_to_akn(made, _DUTCH, kept)
    assert schema_errors(content) == []
    root = etree.fromstring(content)
    (step,) = root.findall(".//a:workflow/a:step", _NS)
    shown = {one.get("eId"): one.get("showAs") for one in root.find(".//a:references", _NS)}
    assert shown[step.get("by").lstrip("#")] == "GMR"
    assert shown[step.get("as").lstrip("#")] == "instemming"
    assert shown[step.get("outcome").lstrip("#")] == "verleend"
    assert step.get("date") == "2026-06-01"
    assert {"oud", "2025-1"} <= {*shown.values()}
    events = [(e.get("date"), e.get("type")) for e in root.findall(".//a:eventRef", _NS)]
    assert events == [
        ("2025-08-01", "generation"),
        ("2026-08-01", "amendment"),
        ("2027-07-31", "repeal"),
    ]
    assert b"geheim.pdf" not in content, "what proves a decision stays at home"


def test_no_date_is_invented() -> None:
    bare = replace(
        protocol("oponoa"), facts=Facts(organisation=Organisation(name="Stichting OPONOA"))
    )
    for dated, wanted in (
        ("", ("0001-01-01", "onbekend")),
        ("2019-05", ("2019-05-01", "2019-05")),
        ("2019-05-03", ("2019-05-03", "dated")),
    ):
        root = _written(replace(bare, facts=replace(bare.facts, dated=dated)))
        dates = {(one.get("date"), one.get("name")) for one in root.findall(".//a:FRBRdate", _NS)}
        assert dates == {wanted}
        assert (root.find(".//a:lifecycle", _NS) is None) == (len(dated) < 10)


def test_a_rendering_says_that_it_is_not_the_official_text() -> None:
    official = {
        one.get("value")
        for one in _written(protocol("oponoa")).findall(".//a:FRBRauthoritative", _NS)
    }
    assert official == {"false"}
    own = replace(protocol("oponoa"), facts=Facts(organisation=Organisation(name="OPONOA")))
    assert _written(own).find(".//a:FRBRauthoritative", _NS).get("value") == "true"
