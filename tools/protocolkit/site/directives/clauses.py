"""The directives about clauses: one quoted, and a list of those that options leave."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from protocolkit.document.model import Clause, Kind
from protocolkit.document.names import organisation_name
from protocolkit.document.outline import addressable, clause_text, labels
from protocolkit.site.directives.declared import Asked, Declared, NotThereError, flag, one_of
from protocolkit.site.directives.drawing import clause_nodes, paragraph, to_page
from protocolkit.site.directives.finding import (
    ORGANISATION,
    TOPIC_OPTIONS,
    check_organisations,
    clauses_of,
    protocol_named,
    subject_named,
    topics_asked,
)
from protocolkit.site.engine.addresses import protocol_docname


def _quote(asked: Asked) -> list[nodes.Node]:
    place, _, anchor = asked.argument.partition("#")
    protocol = protocol_named(asked, place)
    items = {item.anchor: item for item in addressable(protocol)}
    if anchor not in items:
        raise NotThereError(f"{place}#{anchor}", items)
    item = items[anchor]
    marker = item.marker if isinstance(item, Clause) else ""
    quote = nodes.block_quote("", *clause_nodes(marker, item.blocks), classes=["protocol-quote"])
    if "no-source" not in asked.options:
        words = f"{organisation_name(protocol)}, {labels(protocol)[anchor]}"
        link = to_page(asked, protocol_docname(protocol), anchor, words)
        quote += nodes.attribution("", "", link)
    return [quote]


def _list(asked: Asked) -> list[nodes.Node]:
    subject = subject_named(asked)
    check_organisations(asked, subject)
    places = [*_by_topic(asked)] if any(map(asked.names, TOPIC_OPTIONS)) else None
    found = nodes.bullet_list(classes=["protocol-clauses"])
    for protocol in subject.protocols:
        if not asked.wants("organisation", (protocol.slug,)):
            continue
        known = labels(protocol)
        for item in addressable(protocol):
            is_wanted = places is None or (protocol.slug, item.anchor) in places
            if is_wanted and asked.wants("kind", (item.kind.value,)):
                words = f"{organisation_name(protocol)}, {known[item.anchor]}"
                link = to_page(asked, protocol_docname(protocol), item.anchor, words)
                found += nodes.list_item("", paragraph(link, f": {_text(item)}"))
    return [found] if found.children else [paragraph("–")]


def _by_topic(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield organisation and anchor of every clause that answers a topic that is asked for."""
    for found in topics_asked(asked):
        for cell in found.cells:
            for clause in clauses_of(asked, found, cell):
                yield clause.place.organisation, clause.place.anchor


def _text(item: object) -> str:
    return " ".join(clause_text(item).split())  # type: ignore[arg-type]


QUOTE = Declared(
    name="protocol-clause",
    about="Quotes one clause or note, word for word, with its marker and where it stands.",
    form="subject/organisation#anchor",
    options={"no-source": flag("Leave out who says it and where.")},
    fill=_quote,
)
LIST = Declared(
    name="protocol-clauses",
    about="Lists the clauses of one subject that its options leave, in reading order. Without an "
    "option these are all clauses.",
    form="subject",
    options={
        "organisation": ORGANISATION,
        "kind": one_of("Only texts of this kind.", [kind.value for kind in Kind]),
        **TOPIC_OPTIONS,
    },
    fill=_list,
)
