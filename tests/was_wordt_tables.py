"""Was-wordt tables of small versions, the words that their columns must hold, and those they do."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any

import pdfplumber
from bs4 import BeautifulSoup
from lxml import etree

from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import Change, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.units import ItemKind
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, clause_text, sections
from protocolkit.document.richtext import plain
from protocolkit.paper.was_wordt.page import was_wordt_page
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.paper.was_wordt.sheet import Sheet, sheet_of
from protocolkit.paper.was_wordt.word import SIGN_STYLE, was_wordt_docx
from protocolkit.text.words import tokens
from protocolkit.was_wordt.reasons_file import NO_REASONS, Reasons
from protocolkit.was_wordt.rows import WasWordt, table_of
from redlines import MAIN, NS

T = translator("nl")
Words = tuple[str, ...]
Row = tuple[Words, Words]
"""The words of the text of before and of the proposed one."""


def table_between(new: Protocol, *olds: Protocol) -> WasWordt:
    """Return the table of a proposed protocol and protocols of before."""
    proposed = version_of(new, "nieuw.md")
    olds_named = (version_of(old, f"oud-{at}.md") for at, old in enumerate(olds, 1))
    return table_of([compare_versions(old, proposed) for old in olds_named])


def sheet_between(new: Protocol, *olds: Protocol, reasons: Reasons = NO_REASONS) -> Sheet:
    """Return the printed value of a table."""
    return sheet_of(table_between(new, *olds), reasons, T, "nl")


def wanted_rows(table: WasWordt) -> list[Row]:
    """Return the words of the clauses of each row, taken from the protocols themselves."""
    return [
        (
            _words(table.sets[part.since].old.protocol, part.change, is_old=True),
            _words(table.new.protocol, part.change, is_old=False),
        )
        if part.change
        else ((), ())
        for row in table.rows
        for part in row.parts
    ]


def _words(protocol: Protocol, change: Change, *, is_old: bool) -> Words:
    anchors = change.old if is_old else change.new
    if change.item is ItemKind.TITLE:
        return tokens(plain(protocol.title)) if anchors else ()
    if change.item is ItemKind.HEADING:
        titles = {s.anchor: f"{s.marker} {plain(s.title)}" for s in sections(protocol)}
        return tokens(" ".join(titles[anchor] for anchor in anchors))
    known = {item.anchor: item for item in addressable(protocol)}
    texts = (f"{getattr(known[one], 'marker', '')} {clause_text(known[one])}" for one in anchors)
    return tokens("\n".join(texts))


def page(sheet: Sheet, *, has_signs: bool = True) -> str:
    """Return a table as HTML."""
    return was_wordt_page(sheet, T, has_signs=has_signs)


def page_rows(html: str) -> list[Row]:
    """Return the words of the columns of a page."""
    soup = BeautifulSoup(html, "lxml")
    for found in soup.select(".sign, sup, .head, .said"):
        found.decompose()
    for found in soup.select("p, td, th, br"):
        found.insert_after("\n")
    rows = soup.select(".main > tbody > tr")
    return [
        (tokens(_one(row, "td.old").get_text()), tokens(_one(row, "td.new").get_text()))
        for row in rows
    ]


def _one(row: Any, selector: str) -> Any:
    [found] = row.select(selector)
    return found


def word_rows(file: bytes) -> list[Row]:
    """Return the words of the columns of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    [*_, table] = body.xpath("/w:document/w:body/w:tbl", namespaces=NS)
    rows = table.xpath("w:tr[not(w:trPr/w:tblHeader)]", namespaces=NS)
    return [
        (_cell_words(cells[1]), _cell_words(cells[2]))
        for cells in (row.xpath("w:tc", namespaces=NS) for row in rows)
    ]


def _cell_words(cell: Any) -> Words:
    said = cell.xpath("string(w:p[w:r/w:rPr/w:i and count(w:r) = 1])", namespaces=NS)
    lines = ["".join(_texts(one)) for one in cell.iter(f"{{{MAIN}}}p")]
    text = "\n".join(lines)
    return () if said and said in map(T, _SAID) and said == text.strip() else tokens(text)


_SAID = ("Not in this text.", "Goes.", "Stays as it is.")


def _texts(paragraph: Any) -> Iterator[str]:
    for run in paragraph.iter(f"{{{MAIN}}}r"):
        styles = run.xpath("w:rPr/w:rStyle/@w:val", namespaces=NS)
        is_note = run.xpath("w:rPr/w:vertAlign", namespaces=NS)
        if SIGN_STYLE not in styles and not is_note:
            for found in run:
                is_break = found.tag == f"{{{MAIN}}}br"
                yield "\n" if is_break else found.text or ""


def word_file(sheet: Sheet, *, has_signs: bool = True) -> bytes:
    """Return a table as a Word file."""
    return was_wordt_docx(sheet, T, has_signs=has_signs)


def pdf_file(sheet: Sheet, *, has_signs: bool = False) -> bytes:
    """Return a table as a PDF."""
    return was_wordt_pdf(sheet, T, Location("nieuw.md"), has_signs=has_signs)


_MILLIMETRE = 72 / 25.4
_LEFT, _WIDTH = 14 * _MILLIMETRE, 269 * _MILLIMETRE
_SHARES = (2100, 4975, 4975, 3200)
_EDGES = [_LEFT + _WIDTH * sum(_SHARES[:at]) / sum(_SHARES) for at in range(5)]
_SMALLEST = 8.0


def pdf_columns(file: bytes) -> tuple[str, str]:
    """Return the letters of the two columns of texts over all pages, without spaces and hyphens.

    The table has to be the last thing in the file. What is smaller than its letters is a note mark.
    """
    columns = ["", ""]
    with pdfplumber.open(io.BytesIO(file)) as opened:
        for sheet in opened.pages:
            heads = [w["bottom"] for w in sheet.extract_words() if w["text"] == "Bepaling"]
            if not heads:
                continue
            for sign in sheet.chars:
                middle = (sign["x0"] + sign["x1"]) / 2
                inside = heads[-1] < sign["top"] < sheet.height - 17 * _MILLIMETRE
                if not inside or sign["size"] < _SMALLEST:
                    continue
                for at in (0, 1):
                    if _EDGES[at + 1] <= middle < _EDGES[at + 2]:
                        columns[at] += sign["text"]
    return squeezed(columns[0]), squeezed(columns[1])


def squeezed(text: str) -> str:
    """Return the words of a text without what lines and extractors add."""
    whole = unicodedata.normalize("NFKC", "".join(tokens(text)))
    return "".join(
        sign for sign in whole if not sign.isspace() and sign not in "-\u00ad\u200b\u2060"
    )


def sheet_columns(sheet: Sheet) -> tuple[str, str]:
    """Return the letters that the columns of a PDF must have: those that a page has."""
    html = page_rows(page(sheet))
    olds = [" ".join(old) or row.old_said for (old, _), row in zip(html, sheet.rows, strict=True)]
    news = [" ".join(new) or row.new_said for (_, new), row in zip(html, sheet.rows, strict=True)]
    return "".join(map(squeezed, olds)), "".join(map(squeezed, news))
