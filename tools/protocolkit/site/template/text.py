"""The words of a choice as HTML: escaped, with the places that are to be filled in marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from protocolkit.document.model import Block, Paragraph, PointList
from protocolkit.document.richtext import Emphasis, HardBreak, Inline, Link, RichText, Text

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
    if isinstance(block, Paragraph):
        return Markup("<p>{}</p>").format(_rich(block.content, pattern))
    if isinstance(block, PointList):
        items = (
            Markup("<li>{}{}</li>").format(
                Markup("<span>{}</span> ").format(point.marker) if point.marker else "",
                _EMPTY.join(_block(inner, pattern) for inner in point.blocks),
            )
            for point in block.points
        )
        return Markup('<ul class="template-points">{}</ul>').format(_EMPTY.join(items))
    head = _EMPTY.join(
        Markup('<th scope="col">{}</th>').format(_rich(c, pattern)) for c in block.header
    )
    rows = (
        _EMPTY.join(Markup("<td>{}</td>").format(_rich(cell, pattern)) for cell in row)
        for row in block.rows
    )
    body = _EMPTY.join(Markup("<tr>{}</tr>").format(row) for row in rows)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)


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
