"""The directives about topics: a list of them, and a table of a part of the comparison."""

from __future__ import annotations

from docutils import nodes

from protocolkit.comparison.matrix import Presence
from protocolkit.site.comparison.rule_names import presence_name
from protocolkit.site.directives.declared import Asked, Declared
from protocolkit.site.directives.drawing import paragraph, table, to_page, to_topic
from protocolkit.site.directives.finding import (
    ORGANISATION,
    TOPIC_OPTIONS,
    FoundTopic,
    clauses_of,
    comparison_named,
    has_clauses,
    topics_asked,
)
from protocolkit.site.engine.addresses import protocol_docname


def _list(asked: Asked) -> list[nodes.Node]:
    found = nodes.bullet_list(classes=["protocol-topics"])
    for one in topics_asked(asked):
        if has_clauses(asked, one):
            topic = one.row.topic
            link = to_topic(asked, asked.argument, topic.id, topic.title)
            count = sum(bool(clauses_of(asked, one, cell)) for cell in one.cells)
            found += nodes.list_item("", paragraph(link, f" ({count}/{len(one.cells)})"))
    return [found] if found.children else [paragraph("–")]


def _table(asked: Asked) -> list[nodes.Node]:
    comparison = comparison_named(asked)
    columns = [one for one in comparison.matrix.columns if asked.wants("organisation", (one.slug,))]
    found = [one for one in topics_asked(asked) if has_clauses(asked, one)]
    if not found:
        return [paragraph("–")]
    heads = [asked.translate("Topic"), *(one.name for one in columns)]
    rows: list[list[list[nodes.Node]]] = [
        [[paragraph(_title(asked, one))], *_cells(asked, one)] for one in found
    ]
    return [table(heads, rows)]


def _title(asked: Asked, found: FoundTopic) -> nodes.Node:
    return to_topic(asked, asked.argument, found.row.topic.id, found.row.topic.title)


def _cells(asked: Asked, found: FoundTopic) -> list[list[nodes.Node]]:
    protocols = {one.slug: one for one in found.comparison.subject.protocols}
    cells: list[list[nodes.Node]] = []
    for cell in found.cells:
        lines: list[nodes.Node] = []
        for clause in clauses_of(asked, found, cell):
            page = protocol_docname(protocols[cell.organisation])
            link = to_page(asked, page, clause.place.anchor, clause.label)
            lines.append(paragraph(link, f": {' '.join(clause.text.split())}"))
        said = "–"
        if cell.presence is not Presence.PRESENT:
            said = asked.translate(presence_name(cell.presence).words)
        cells.append(lines or [paragraph(said)])
    return cells


TOPICS = Declared(
    name="protocol-topics",
    about="Lists the topics of one subject that its options leave, with how many organisations "
    "have something on each.",
    form="subject",
    options={"organisation": ORGANISATION, **TOPIC_OPTIONS},
    fill=_list,
)
TABLE = Declared(
    name="protocol-table",
    about="A table of a part of the comparison: a row for each topic, a column for each "
    "organisation that its options leave.",
    form="subject",
    options={"organisation": ORGANISATION, **TOPIC_OPTIONS},
    fill=_table,
)
