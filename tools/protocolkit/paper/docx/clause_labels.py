"""How a clause is cited, beside its first line: real words in a character style of their own.

A meeting cites by label, from PDF and Word alike. A label is no word of the text: readers of the
text leave its style out, and where styles are lost its form tells it, two marks of no width
around it. It stands in the margin: in the first line of the clause, or in a frame of its own where
it takes more than one line. Of what begins with a table it stands above that. Word and LibreOffice
hold a frame by the paragraph after it, where LibreOffice loses what is tracked: so that is one of
no height, between the label and its clause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from docx.oxml.ns import qn

from protocolkit.document.model import Protocol
from protocolkit.document.outline import shown_labels
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    clean,
    element,
    paragraph,
    run,
    text_content,
)
from protocolkit.text.label_form import LABEL_STYLE, as_label
from protocolkit.text.printed_label import short_labels

# Twips: how far the label begins before the text, and how much of that it may take.
_MARGIN, ROOM = 2098, 2041
# The width of one of more lines: `label-room` of templates/typst/paper.typ.
_WIDE = 1956
# The width of a letter of 8.5 pt, in twips: a narrow one, a capital, any other.
NARROW, CAPITAL, WIDTH = 51, 107, 93
NARROWS = frozenset("fijlrt.,:;'|1 ()-")
_PARAGRAPH, _BOOKMARK, _NAME = qn("w:p"), qn("w:bookmarkStart"), qn("w:name")
_SETTING, _STYLE, _VALUE = qn("w:pPr"), qn("w:pStyle"), qn("w:val")
_INDENT, _SIDES = qn("w:ind"), (qn("w:left"), qn("w:hanging"))

LABEL = Look(style=LABEL_STYLE)
ABOVE = Setting(style="BodyText", keep_next=True, after=20)
"""How a label is set that stands above its clause."""
FRAMED = Setting(style="BodyText", keep_next=True, beside=(_MARGIN, _WIDE))
"""How a label of more than one line is set, beside its clause."""
HOLDER = Setting(style="BodyText", keep_next=True, no_height=True)
"""How the paragraph without words is set that holds such a label, between it and its clause."""


def add_labels(
    body: Element, protocol: Protocol, bookmarks: Bookmarks, lefts: Mapping[str, int]
) -> None:
    """Give every clause and point its label, unless its marker says the same.

    ``lefts`` is the left indent of each style, in twips.
    """
    labels = {bookmarks.names[anchor]: label for anchor, label in printed_labels(protocol).items()}
    placed = [(start, labels.get(start.get(_NAME, ""))) for start in _starts(body)]
    for start, label in placed:
        if label:
            _place(start.getparent(), start, label, lefts)


def printed_labels(protocol: Protocol) -> dict[str, str]:
    """Return by anchor what is printed beside clauses and points."""
    said = {anchor: clean(label) for anchor, label in shown_labels(protocol).items()}
    return short_labels(said)


def fits_margin(label: str) -> bool:
    """Tell whether a label has room in the margin on one line."""
    return _width(label) <= ROOM


def with_label(setting: Setting, lefts: Mapping[str, int]) -> Setting:
    """Return how a paragraph is set with its label in the margin.

    Its first line begins there; a tab leads to where it began before.
    """
    left = lefts.get(setting.style, 0) if setting.left is None else setting.left
    hanging = setting.hanging if setting.left is not None else 0
    first = max(left - (hanging or _usual(left)), 0)
    return replace(setting, left=left, hanging=left + _MARGIN, tab=first)


def _starts(body: Element) -> list[Element]:
    """Return the last of the bookmarks with which each paragraph begins.

    A point that begins its clause is cited as that point.
    """
    found: dict[Element, Element] = {}
    for start in body.iter(_BOOKMARK):
        before = start.getprevious()
        if before is not None and before.tag in (_SETTING, _BOOKMARK):
            found[start.getparent()] = start
    return [start for parent, start in found.items() if parent.tag == _PARAGRAPH]


def _place(made: Element, start: Element, label: str, lefts: Mapping[str, int]) -> None:
    if made.getparent().tag == qn("w:tc"):
        next(made.iterancestors(qn("w:tbl"))).addprevious(label_paragraph(label, ABOVE))
    elif fits_margin(label):
        start.addnext(beside_clause(label))
        hang(made, lefts)
    else:
        for part in framed_label(label):
            made.addprevious(part)


def label_paragraph(label: str, setting: Setting) -> Element:
    """Make the paragraph of a label that stands above its clause, or in a frame beside it."""
    return paragraph(setting, [run(text_content(as_label(label)), LABEL)])


def framed_label(label: str) -> list[Element]:
    """Make the paragraphs of a label in a frame beside its clause: its own, and what holds it."""
    return [label_paragraph(label, FRAMED), paragraph(HOLDER)]


def beside_clause(label: str) -> Element:
    """Make the run of a label of one line, which :func:`hang` makes room for."""
    return run([*text_content(as_label(label)), element("tab")], LABEL)


def hang(made: Element, lefts: Mapping[str, int]) -> None:
    """Let the first line of a paragraph begin in the margin."""
    properties = made.find(_SETTING)
    setting = Setting(style=properties.find(_STYLE).get(_VALUE, ""))
    own = properties.find(_INDENT)
    if own is not None:
        left, hanging = (int(own.get(side, "0")) for side in _SIDES)
        setting = replace(setting, left=left, hanging=hanging)
        properties.remove(own)
    found = with_label(setting, lefts)
    properties.append(element("ind", left=found.left, hanging=found.hanging))
    properties.append(element("tabs", element("tab", val="left", pos=found.tab)))


def _usual(left: int) -> int:
    """Return how far the first line of an item hangs, by the indent of its style."""
    return 0 if left == 0 else 600 if left == 600 else 420


@lru_cache(maxsize=4096)
def _width(label: str) -> int:
    return sum(
        NARROW if sign in NARROWS else CAPITAL if sign.isupper() else WIDTH for sign in label
    )
