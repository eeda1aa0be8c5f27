"""One document as a web page: as an export writes it (real lists), or as a person types it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from style_documents import Document, Node

_DEEPEST = 6


def web_page(document: Document) -> str:
    """Return a document as a page with headings, typed numbers, lists of bullets, and tables."""
    body = "\n".join(_body(document))
    title = escape(document.title)
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head><body>\n<h1>{title}</h1>\n{body}\n</body></html>\n"
    )


def _body(document: Document) -> Iterator[str]:
    label, deep = 0, 0
    notes: list[str] = []
    for node in document.nodes:
        depth = _list_depth(node)
        label += bool(node.note)
        mark = f"<sup>[{label}]</sup>" if node.note else ""
        if node.note:
            notes.append(f"<p>[{label}] {escape(node.note)}</p>")
        yield from ["<ul>"] * (depth - deep) + ["</ul>"] * (deep - depth)
        deep = depth
        yield _element(node, mark, is_list=depth > 0)
    yield from [*["</ul>"] * deep, *notes]


def _list_depth(node: Node) -> int:
    """Return in how many lists of bullets a node lies."""
    if node.kind != "item" or (node.marker, node.depth) not in (("•", 0), ("o", 1)):
        return 0
    return node.depth + 1


def _element(node: Node, mark: str, *, is_list: bool) -> str:
    if node.rows:
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in node.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    text = escape(node.text) + mark
    if is_list:
        return f"<li>{text}</li>"
    words = f"{escape(node.marker)} {text}".strip()
    if node.kind == "heading":
        level = min(node.depth + 1, _DEEPEST)
        return f"<h{level}>{words}</h{level}>"
    return f'<p style="margin-left: {24 * node.depth}px">{words}</p>'
