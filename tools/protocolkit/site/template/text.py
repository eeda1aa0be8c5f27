"""The words of a choice as HTML: escaped, with the places that are to be filled in marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from protocolkit.document.model import Block, Flush, Point, PointList, Table
from protocolkit.document.richtext import Emphasis, HardBreak, Inline, Link, RichText, Text
from protocolkit.document.tree import by_block

_EMPTY = Markup()
_STRONG = Markup("<strong>{}</strong>")
_ITALIC = Markup("<em>{}</em>")
_WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def blocks_html(blocks: Sequence[Block], printed: Iterable[str]) -> Markup:
    """Return blocks as HTML; ``printed`` are the placeholders in them, with their brackets."""
    names = sorted(set(printed), key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(map(re.escape, names))) if names else None
    return _EMPTY.join(_block(block, pattern) for block in blocks)


def _block(block: Block, pattern: re.Pattern[str] | None) -> Markup:
    def points(found: PointList) -> Markup:
        items = _EMPTY.join(_point(point, pattern) for point in found.points)
        return Markup('<ul class="template-points">{}</ul>').format(items)

    return by_block(
        block,
        paragraph=lambda found: Markup("<p>{}</p>").format(_rich(found.content, pattern)),
        points=points,
        table=lambda found: _table(found, pattern),
    )


def _point(point: Point, pattern: re.Pattern[str] | None) -> Markup:
    marker = Markup("<span>{}</span> ").format(point.marker) if point.marker else ""
    words = _EMPTY.join(_block(inner, pattern) for inner in point.blocks)
    return Markup("<li>{}{}</li>").format(marker, words)


def _table(table: Table, pattern: re.Pattern[str] | None) -> Markup:
    def cells(form: Markup, row: Iterable[RichText]) -> Markup:
        return _EMPTY.join(
            form.format(_side(table.flush_of(column)), _rich(cell, pattern))
            for column, cell in enumerate(row)
        )

    head = cells(Markup('<th scope="col"{}>{}</th>'), table.header)
    rows = (cells(Markup("<td{}>{}</td>"), row) for row in table.rows)
    body = _EMPTY.join(Markup("<tr>{}</tr>").format(row) for row in rows)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)


def _side(side: Flush) -> Markup:
    return _EMPTY if side is Flush.LEFT else Markup(' class="text-{}"').format(side.value)


def _rich(rich: RichText, pattern: re.Pattern[str] | None) -> Markup:
    return _EMPTY.join(_inline(inline, pattern) for inline in rich)


def _inline(inline: Inline, pattern: re.Pattern[str] | None) -> Markup:
    if isinstance(inline, Text):
        return _marked(inline.text, pattern)
    if isinstance(inline, HardBreak):
        return Markup("<br>")
    if isinstance(inline, Emphasis):
        form = _STRONG if inline.strong else _ITALIC
        return form.format(_rich(inline.content, pattern))
    if isinstance(inline, Link):
        content = _rich(inline.content, pattern)
        if not _WEB.fullmatch(inline.target):
            return content
        return Markup('<a href="{}" rel="external">{}</a>').format(inline.target, content)
    return Markup("<sup>{}</sup>").format(inline.label)


def _marked(text: str, pattern: re.Pattern[str] | None) -> Markup:
    if pattern is None:
        return escape(text)
    made, at = _EMPTY, 0
    for found in pattern.finditer(text):
        blank = Markup('<mark class="template-blank">{}</mark>').format(found[0])
        made, at = made + escape(text[at : found.start()]) + blank, found.end()
    return made + escape(text[at:])
