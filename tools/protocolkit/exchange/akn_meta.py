"""The ``meta`` of an Akoma Ntoso file: what a protocol is, who decided on it, its versions.

A date that the standard asks and nobody knows is ``0001-01-01`` under the name ``onbekend``; one of
which the year or month is known is its first day, under what is known: nothing is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from lxml import etree

from protocolkit.document.adoptions import adopted_on, began
from protocolkit.document.approvals import Approval
from protocolkit.document.facts import Facts, Status, is_own, without_proofs
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.exchange.akn_names import FACTS, FACTS_NAMESPACE, Element, add_element
from protocolkit.exchange.protocol_json import protocol_to_json

_MAKER = "#programma_protocolkit"
_UNKNOWN = "onbekend"
_NO_DATE = "0001-01-01"
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_DATES = {4: "-01-01", 7: "-01", 10: ""}
_LANGUAGES = {"nl": "nld", "en": "eng"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """An earlier text of a protocol: its name, and its date (ISO 8601), ``""`` when not known."""

    name: str
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """What ``references`` explains: the element, its name in the file, its address, its words."""

    kind: str
    name: str
    address: str
    shown: str


def add_meta(
    document: Element, protocol: Protocol, kept: Sequence[KeptText], language: str
) -> Element:
    """Add the ``meta`` of a protocol to its document, all but its notes; return it."""
    facts = protocol.facts
    meta = add_element(document, "meta")
    work = _work_address(protocol)
    expression = f"{work}/{_LANGUAGES.get(language, language)}@{quote(facts.version, safe='')}"
    _identify(meta, protocol, work, expression, language)
    texts = [
        Referred(
            kind="original",
            name=f"versie_{quote(one.name, safe='')}",
            address=f"{expression.rpartition('@')[0]}@{quote(one.name, safe='')}",
            shown=one.name,
        )
        for one in kept
    ]
    this = Referred(kind="original", name="tekst_nu", address=expression, shown=_title(protocol))
    _add_lifecycle(meta, protocol, this, [*zip(kept, texts, strict=True)])
    decided = [*_decided(facts.approvals)]
    _add_workflow(meta, decided)
    _add_references(meta, facts, [this, *texts, *(one for found in decided for one in found[1:])])
    return meta


def add_facts(meta: Element, protocol: Protocol) -> None:
    """Add all facts of a protocol as our own JSON; which files prove a decision stays at home."""
    bare = replace(protocol, title=(), parts=(), notes=(), facts=without_proofs(protocol.facts))
    own = add_element(meta, "proprietary", source=_MAKER)
    found = etree.SubElement(own, FACTS, nsmap={"pk": FACTS_NAMESPACE})
    found.text = xml_signs(protocol_to_json(bare, indent=None, with_code=False).strip())


def xml_signs(text: str) -> str:
    """Return a text in which signs that XML cannot hold are U+FFFD, so that all see them."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def _identify(meta: Element, protocol: Protocol, work: str, expression: str, language: str) -> None:
    facts = protocol.facts
    found = add_element(meta, "identification", source=_MAKER)
    authoritative = "true" if is_own(facts) else "false"
    first = _add_core(found, "FRBRWork", work, protocol)
    add_element(first, "FRBRcountry", value="nl")
    add_element(first, "FRBRsubtype", value="protocol")
    add_element(first, "FRBRname", value=_title(protocol))
    add_element(first, "FRBRprescriptive", value="true")
    add_element(first, "FRBRauthoritative", value=authoritative)
    second = _add_core(found, "FRBRExpression", expression, protocol)
    if facts.version:
        add_element(second, "FRBRversionNumber", value=xml_signs(facts.version))
    add_element(second, "FRBRauthoritative", value=authoritative)
    add_element(second, "FRBRlanguage", language=_LANGUAGES.get(language, language))
    third = _add_core(found, "FRBRManifestation", f"{expression}.akn", protocol)
    add_element(third, "FRBRformat", value="application/akn+xml")


def _add_core(parent: Element, name: str, address: str, protocol: Protocol) -> Element:
    date, called = _frbr_date(protocol)
    found = add_element(parent, name)
    add_element(found, "FRBRthis", value=f"{address}/!main")
    add_element(found, "FRBRuri", value=address)
    add_element(found, "FRBRdate", date=date, name=called)
    add_element(found, "FRBRauthor", href="#org_uitgever")
    return found


def _frbr_date(protocol: Protocol) -> tuple[str, str]:
    """Return a full date, and what is known of it: which one it is, or how far it is known."""
    facts = protocol.facts
    known = {
        "dated": facts.dated,
        "valid_from": facts.valid_from,
        "adopted": adopted_on(protocol),
    }
    for name, date in known.items():
        if date:
            return f"{date}{_DATES.get(len(date), '')}", name if len(date) == 10 else date
    return _NO_DATE, _UNKNOWN


def _work_address(protocol: Protocol) -> str:
    """Return the address of a work by the naming convention: country, kind, author, date, name."""
    parts = (protocol.slug or _UNKNOWN, _frbr_date(protocol)[0], protocol.subject or _UNKNOWN)
    return "/".join(("/akn/nl/act/protocol", *(quote(part, safe="") for part in parts)))


def _title(protocol: Protocol) -> str:
    return xml_signs(plain(protocol.title).replace("\n", " ") or protocol.facts.title or _UNKNOWN)


def _add_lifecycle(
    meta: Element, protocol: Protocol, this: Referred, texts: Sequence[tuple[KeptText, Referred]]
) -> None:
    """Add what happened to the text and when; what has no whole date has no place here."""
    facts = protocol.facts
    events = [(kept.date, text.name) for kept, text in texts]
    events.append((began(protocol), this.name))
    dated = sorted({(date, name) for date, name in events if _FULL_DATE.match(date)})
    found = [
        (date, name, "amendment" if at else "generation") for at, (date, name) in enumerate(dated)
    ]
    if facts.status is Status.WITHDRAWN and _FULL_DATE.match(facts.valid_until):
        found.append((facts.valid_until, this.name, "repeal"))
    if found:
        lifecycle = add_element(meta, "lifecycle", source=_MAKER)
        for date, name, kind in found:
            add_element(lifecycle, "eventRef", date=date, source=f"#{name}", type=kind)


_Decided = tuple[Approval, Referred, Referred, Referred]


def _decided(approvals: Iterable[Approval]) -> Iterator[_Decided]:
    """Yield each decision with its body, right and outcome as references."""
    for number, one in enumerate(approvals, start=1):
        right, outcome = (value.value.replace(" ", "-") for value in (one.right, one.decision))
        yield (
            one,
            Referred(
                kind="TLCOrganization",
                name=f"orgaan_{number}",
                address=f"/akn/ontology/organizations/nl/{number}",
                shown=xml_signs(one.body),
            ),
            Referred(
                kind="TLCRole",
                name=f"recht_{right}",
                address=f"/akn/ontology/roles/nl/{right}",
                shown=one.right.value,
            ),
            Referred(
                kind="TLCConcept",
                name=f"besluit_{outcome}",
                address=f"/akn/ontology/concepts/nl/{outcome}",
                shown=one.decision.value,
            ),
        )


def _add_workflow(meta: Element, decided: Iterable[_Decided]) -> None:
    """Add the decisions of which the whole date is known; all of them stand in our own facts."""
    dated = [found for found in decided if _FULL_DATE.match(found[0].date)]
    if dated:
        workflow = add_element(meta, "workflow", source=_MAKER)
        for one, body, right, outcome in dated:
            add_element(
                workflow,
                "step",
                date=one.date,
                by=f"#{body.name}",
                **{"as": f"#{right.name}"},
                outcome=f"#{outcome.name}",
            )


def _add_references(meta: Element, facts: Facts, found: Iterable[Referred]) -> None:
    references = add_element(meta, "references", source=_MAKER)
    own = (
        Referred(
            kind="TLCOrganization",
            name="org_uitgever",
            address="/akn/ontology/organizations/nl/uitgever",
            shown=xml_signs(facts.organisation.name),
        ),
        Referred(
            kind="TLCObject",
            name=_MAKER[1:],
            address="/akn/ontology/objects/protocolkit",
            shown="protocolkit",
        ),
    )
    for one in dict.fromkeys((*found, *own)):
        add_element(references, one.kind, eId=one.name, href=one.address, showAs=one.shown)
