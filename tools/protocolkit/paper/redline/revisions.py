"""Tracked changes of a Word file, accepted or rejected after ECMA-376 Part 1, 17.13.5.

Knows the standard and nothing of how our files are written: it shares no code with the writer, so
that it can prove what that wrote. Works on the XML of a part, whoever made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import Any

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Choice(Enum):
    """What is done with every change: ``ACCEPT`` gives the new text, ``REJECT`` the old one."""

    ACCEPT = "accept"
    REJECT = "reject"


def settle(part: Any, choice: Choice) -> None:
    """Accept or reject every change in a part of a file, its root given; changes it in place.

    A part is ``w:document``, ``w:footnotes``, a header or what else holds paragraphs.
    """
    _settle_rows(part, choice)
    _settle_cells(part, choice)
    _settle_runs(part, choice)
    _settle_properties(part, choice)
    for name in _RANGES:
        for found in list(part.iter(_w(name))):
            _remove(found)
    _settle_marks(part, choice)


def drop_uncalled(body: Any, notes: Any, *, reference: str, note: str) -> None:
    """Remove the notes or comments that a settled text no longer calls; changes ``notes``.

    ``reference`` and ``note`` are the names of the elements: ``footnoteReference`` and
    ``footnote``. Separators, which have a type, stay.
    """
    called = {found.get(_w("id")) for found in body.iter(_w(reference))}
    for found in list(notes.iterchildren(_w(note))):
        if found.get(_w("type")) is None and found.get(_w("id")) not in called:
            _remove(found)


@cache
def _w(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


# 17.13.5.22 to 17.13.5.28: where a move or a change of wrapping elements begins and ends.
_RANGES = tuple(
    f"{name}{end}"
    for name in (
        "moveFromRange",
        "moveToRange",
        "customXmlInsRange",
        "customXmlDelRange",
        "customXmlMoveFromRange",
        "customXmlMoveToRange",
    )
    for end in ("Start", "End")
)
_COMES, _GOES = ("ins", "moveTo"), ("del", "moveFrom")
_AS_TEXT = {_w("delText"): _w("t"), _w("delInstrText"): _w("instrText")}


def _leaving(choice: Choice) -> tuple[str, ...]:
    """Return the names of the changes whose content leaves the text."""
    return _GOES if choice is Choice.ACCEPT else _COMES


def _settle_rows(part: Any, choice: Choice) -> None:
    """17.13.5.12, 17.13.5.17: a row that is inserted or deleted as a whole."""
    for properties in list(part.iter(_w("trPr"))):
        marks = [found for found in properties if found.tag in {_w("ins"), _w("del")}]
        row = properties.getparent()
        if any(found.tag == _w(name) for found in marks for name in _leaving(choice)):
            _remove_row(row)
        for found in marks:
            properties.remove(found)


def _settle_cells(part: Any, choice: Choice) -> None:
    """17.13.5.1 to 17.13.5.3: cells that come, go or are joined with the one above."""
    leaving = "cellDel" if choice is Choice.ACCEPT else "cellIns"
    for name in ("cellIns", "cellDel"):
        for mark in list(part.iter(_w(name))):
            cell = mark.getparent().getparent()
            mark.getparent().remove(mark)
            if name == leaving:
                row = cell.getparent()
                row.remove(cell)
                if row.find(_w("tc")) is None:
                    _remove_row(row)
    for mark in list(part.iter(_w("cellMerge"))):
        value = mark.get(_w("vMerge" if choice is Choice.ACCEPT else "vMergeOrig"))
        if value is not None:
            joined = etree.Element(_w("vMerge"))
            joined.set(_w("val"), "restart" if value == "rest" else "continue")
            mark.addprevious(joined)
        mark.getparent().remove(mark)


def _remove_row(row: Any) -> None:
    table = row.getparent()
    table.remove(row)
    if table.find(f".//{_w('tr')}") is None:
        _remove(table)


def _settle_runs(part: Any, choice: Choice) -> None:
    """17.13.5.14, 17.13.5.18, 17.13.5.22, 17.13.5.25: runs; changes may lie inside each other."""
    leaving = _leaving(choice)
    for name in (*_COMES, *_GOES):
        for found in list(part.iter(_w(name))):
            if found.getparent() is None or found.getparent().tag == _w("rPr"):
                continue
            if name in leaving:
                _remove(found)
            else:
                _unwrap(found)
    if choice is Choice.REJECT:
        for before, after in _AS_TEXT.items():
            for found in part.iter(before):
                found.tag = after
    for link in list(part.iter(_w("hyperlink"))):
        if not len(link):
            _remove(link)


def _settle_properties(part: Any, choice: Choice) -> None:
    """17.13.5.29 to 17.13.5.38: properties that were otherwise before."""
    for kind in ("pPr", "rPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr", "tblGrid"):
        for change in list(part.iter(_w(f"{kind}Change"))):
            properties = change.getparent()
            properties.remove(change)
            if choice is Choice.REJECT:
                _restore(properties, next(iter(change), None))
    for change in list(part.iter(_w("numberingChange"))):
        change.getparent().remove(change)


# What stands among the properties, though no change of them tells of it.
_KEPT_PROPERTIES = frozenset(
    _w(name) for name in ("rPr", "sectPr", "headerReference", "footerReference", "ins", "del")
)


def _restore(properties: Any, before: Any) -> None:
    """Give properties the values that they had before; what no change can tell of stays."""
    kept = [found for found in properties if found.tag in _KEPT_PROPERTIES]
    first = [found for found in kept if found.tag.endswith("Reference")]
    for found in list(properties):
        properties.remove(found)
    properties.extend(first)
    properties.extend(list(before) if before is not None else ())
    properties.extend(found for found in kept if found not in first)


def _settle_marks(part: Any, choice: Choice) -> None:
    """17.13.5.13, 17.13.5.15: a paragraph whose end leaves runs on into the next one."""
    leaving = {_w(name) for name in _leaving(choice)}
    for paragraph in list(part.iter(_w("p"))):
        marks = _marks_of(paragraph)
        for found in marks:
            holder = found.getparent()
            holder.remove(found)
            if not len(holder):
                holder.getparent().remove(holder)
        if any(found.tag in leaving for found in marks):
            _join(paragraph)


def _marks_of(paragraph: Any) -> list[Any]:
    holder = paragraph.find(f"{_w('pPr')}/{_w('rPr')}")
    names = {_w(name) for name in (*_COMES, *_GOES)}
    return [] if holder is None else [found for found in holder if found.tag in names]


# What may stand between two paragraphs and is none.
_BETWEEN = frozenset(
    _w(name)
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "permStart",
        "permEnd",
    )
)


def _join(paragraph: Any) -> None:
    """Take away the end of a paragraph: its content stands before that of the next one.

    The next one keeps its own properties. Before a table, and at the end of a cell or a note,
    there is nothing to run on into: such a paragraph goes when nothing is left of it.
    """
    content = [found for found in paragraph if found.tag != _w("pPr")]
    after = _next(paragraph)
    if after is not None and after.tag == _w("p"):
        at = 1 if len(after) and after[0].tag == _w("pPr") else 0
        after[at:at] = content
        _remove(paragraph)
    elif all(found.tag in _BETWEEN for found in content) and not _is_needed(paragraph, after):
        for found in content:
            paragraph.addprevious(found)
        _remove(paragraph)


def _next(paragraph: Any) -> Any:
    return next((f for f in paragraph.itersiblings() if f.tag not in _BETWEEN), None)


def _is_needed(paragraph: Any, after: Any) -> bool:
    """Tell whether a cell or a note would not end with a paragraph without this one."""
    if after is not None and after.tag != _w("sectPr"):
        return False
    before = (f for f in paragraph.itersiblings(preceding=True) if f.tag not in _BETWEEN)
    last = next(before, None)
    return last is None or last.tag != _w("p")


def _unwrap(found: Any) -> None:
    parent = found.getparent()
    at = parent.index(found)
    parent[at : at + 1] = list(found)


def _remove(found: Any) -> None:
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)


def revisions(part: Any) -> Iterator[Any]:
    """Yield every element of a part that says that something was inserted, deleted or moved."""
    names: Iterable[str] = (*_COMES, *_GOES, "cellIns", "cellDel", "cellMerge")
    yield from part.iter(*(_w(name) for name in names))
