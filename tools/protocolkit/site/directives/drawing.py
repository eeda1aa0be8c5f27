"""Nodes that every builder knows: links to protocols and topics, a clause's words, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from protocolkit.document.model import Block, Paragraph, PointList, Table
from protocolkit.document.richtext import Emphasis, HardBreak, Link, RichText, Text
from protocolkit.document.tree import by_block, rows_of
from protocolkit.site.directives.declared import Asked
from protocolkit.site.engine.addresses import has_topic_page, relative, topic_url
from protocolkit.site.engine.whole_site import is_whole_site

_LETTERS = 72
_WEB = ("http://", "https://", "mailto:")


def to_page(asked: Asked, docname: str, anchor: str, words: str) -> nodes.Node:
    """Return a link to a place of a page, or its words where a book leaves that out."""
    shown = nodes.inline("", words)
    try:
        return make_refnode(asked.app.builder, asked.page, docname, anchor, shown)
    except NoUri:
        return shown


def to_topic(asked: Asked, subject: str, topic: str, words: str) -> nodes.Node:
    """Return a link to a topic's page, or its words where this build has none."""
    if not (is_whole_site(asked.app.builder) and has_topic_page(topic)):
        return nodes.inline("", words)
    address = relative(topic_url(subject, topic), asked.page)
    return nodes.reference("", "", nodes.inline("", words), refuri=address, internal=True)


def paragraph(*inside: nodes.Node | str) -> nodes.paragraph:
    """Return a paragraph of nodes and words."""
    return nodes.paragraph(
        "", "", *(nodes.Text(one) if isinstance(one, str) else one for one in inside)
    )


def clause_nodes(marker: str, blocks: Iterable[Block]) -> list[nodes.Node]:
    """Return the words of a clause, its marker before the first; marks of notes left out."""
    found: list[nodes.Node] = []
    for block in blocks:
        found += by_block(block, paragraph=_paragraph, points=_points, table=_table)
    if not marker:
        return found
    first = found[0] if found else None
    if isinstance(first, nodes.paragraph):
        first.insert(0, nodes.Text(f"{marker} "))
    else:
        found.insert(0, paragraph(marker))
    return found


def table(heads: Sequence[str], rows: Iterable[Sequence[list[nodes.Node]]]) -> nodes.table:
    """Return a table with one row of heads, and cells that hold blocks."""
    group = nodes.tgroup(cols=len(heads))
    # in text a column is as many letters wide as it says
    group += [nodes.colspec(colwidth=max(_LETTERS // len(heads), 8)) for _ in heads]
    group += nodes.thead("", _row([paragraph(head)] for head in heads))
    group += nodes.tbody("", *map(_row, rows))
    return nodes.table("", group, classes=["protocolkit-table"])


def _row(cells: Iterable[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))


def _paragraph(found: Paragraph) -> list[nodes.Node]:
    return [paragraph(*_inlines(found.content))]


def _points(found: PointList) -> list[nodes.Node]:
    inside = (node for point in found.points for node in clause_nodes(point.marker, point.blocks))
    return [nodes.block_quote("", *inside)]


def _table(found: Table) -> list[nodes.Node]:
    head, *others = rows_of(found)
    heads = ["".join(node.astext() for node in _inlines(cell)) for cell in head]
    return [table(heads, ([[paragraph(*_inlines(cell))] for cell in row] for row in others))]


def _inlines(rich: RichText) -> Iterator[nodes.Node]:
    for inline in rich:
        match inline:
            case Text():
                yield nodes.Text(inline.text)
            case Emphasis():
                kind = nodes.strong if inline.strong else nodes.emphasis
                yield kind("", "", *_inlines(inline.content))
            case Link() if inline.target.startswith(_WEB):
                yield nodes.reference("", "", *_inlines(inline.content), refuri=inline.target)
            case Link():
                # where it leads to stands beside the clause itself
                yield nodes.inline("", "", *_inlines(inline.content))
            case HardBreak():
                yield nodes.Text(" ")
