"""The cover page of an Akoma Ntoso file: what our papers say before a text, in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.exchange.akn_meta import xml_signs
from protocolkit.exchange.akn_names import Element, qualified


def add_cover(document: Element, cover: Cover, translate: Translate) -> None:
    """Add the cover of a protocol; it says what the text is, and whether it is the official one."""
    page = etree.SubElement(document, qualified("coverPage"))
    title = " ".join(filter(None, (cover.title, cover.title_note)))
    _lines(page, cover.organisation, title, *cover.notices)
    _table(page, "omslag__feiten", cover.rows)
    if cover.approvals:
        _lines(page, cover.approvals_heading)
        heads = ("Body", "By which right", "Decision", "Date")
        rows = (tuple(map(translate, heads)), *(line.cells for line in cover.approvals))
        _table(page, "omslag__besluiten", rows)
    _lines(page, cover.remark, cover.correction, cover.citation, cover.code, cover.check)


def _lines(page: Element, *lines: str) -> None:
    for line in filter(None, lines):
        etree.SubElement(page, qualified("p")).text = xml_signs(line)


def _table(page: Element, name: str, rows: Iterable[tuple[str, ...]]) -> None:
    found = [*rows]
    if not found:
        return
    table = etree.SubElement(page, qualified("table"), {"eId": name})
    for row in found:
        line = etree.SubElement(table, qualified("tr"))
        for cell in row:
            made = etree.SubElement(etree.SubElement(line, qualified("td")), qualified("p"))
            made.text = xml_signs(cell)
