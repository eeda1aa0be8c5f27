"""The settings at the top of a protocol file, to :class:`~protocolkit.document.facts.Facts`."""

from __future__ import annotations

from protocolkit.document.facts import (
    Acceptance,
    Approval,
    Decision,
    Evidence,
    Facts,
    Organisation,
    OrganisationKind,
    Provenance,
    Right,
    Source,
    Status,
)
from protocolkit.document.place import Place
from protocolkit.reading import codes
from protocolkit.reading.report import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping

_FENCE = "---"


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Split a file's text into front matter, body and the number of lines before the body.

    Without front matter the first is empty and the last 0.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return "", text, 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 1
    return "", text, 0


def read_facts(yaml: str, report: Report) -> Facts:
    """Read the facts under ``protocol:``; keys of other tools beside it are left alone."""
    top = read_mapping(yaml, report, offset=1)
    known = top.mapping("protocol")
    organisation = _organisation(known.mapping("organisation"))
    if not report.problems and "protocol" not in top:
        report.add(codes.FRONT_MATTER_MISSING, 1)
    elif not report.problems and not organisation.name:
        report.add(codes.ORGANISATION_MISSING, known.line_of("organisation"))
    facts = Facts(
        organisation=organisation,
        title=known.text("title"),
        title_supplied=known.flag("title_supplied", default=False),
        status=known.choice("status", Status.UNKNOWN),
        version=known.text("version"),
        dated=known.date("dated"),
        valid_from=known.date("valid_from"),
        valid_until=known.date("valid_until"),
        review_date=known.date("review_date"),
        owner=known.text("owner"),
        based_on=known.text("based_on"),
        replaces=known.text("replaces"),
        applies_to=known.texts("applies_to"),
        source=_source(known.mapping("source")),
        approvals=tuple(_approval(item) for item in known.mappings("approvals")),
        accepted=tuple(_acceptance(item) for item in known.mappings("accepted")),
        retired=known.texts("retired"),
        supplied=known.texts("supplied"),
        evidence=_evidence(known.mapping("evidence")),
        provenance=tuple(_provenance(item) for item in known.mappings("provenance")),
    )
    known.close()
    return facts


def _organisation(found: YamlMapping) -> Organisation:
    organisation = Organisation(
        name=found.text("name"),
        kind=found.choice("kind", OrganisationKind.BOARD),
        sector=found.text("sector"),
        parent=found.text("parent"),
        aliases=found.texts("aliases"),
    )
    found.close()
    return organisation


def _source(found: YamlMapping) -> Source:
    source = Source(
        file=found.text("file"),
        complete=found.flag("complete", default=True),
        address=found.text("address"),
        retrieved=found.date("retrieved"),
    )
    found.close()
    return source


def _approval(found: YamlMapping) -> Approval:
    approval = Approval(
        body=found.text("body"),
        right=found.choice("right", Right.CONSENT),
        decision=found.choice("decision", Decision.GRANTED),
        section=found.text("section"),
        date=found.date("date"),
        fingerprint=found.text("fingerprint"),
        words=found.text("words"),
    )
    found.close()
    return approval


def _acceptance(found: YamlMapping) -> Acceptance:
    acceptance = Acceptance(
        code=found.text("code"),
        anchor=found.text("anchor"),
        reason=found.text("reason"),
        line=found.line,
    )
    found.close()
    return acceptance


def _evidence(found: YamlMapping) -> tuple[Evidence, ...]:
    return tuple(Evidence(fact=key, words=found.text(key)) for key in found.names())


def _provenance(found: YamlMapping) -> Provenance:
    provenance = Provenance(
        anchor=found.text("anchor"),
        topic=found.text("topic"),
        choice=found.text("choice"),
        source=Place.parse(found.text("source")),
        fingerprint=found.text("fingerprint"),
        written=found.text("written"),
        template=found.text("template"),
    )
    found.close()
    return provenance
