"""How a clause is cited, beside its first line: real words in a character style of their own.

A meeting cites by label, from PDF and Word alike. A label is no word of the text: readers of the
text leave its style out, and where styles are lost its form tells it, two marks of no width
around it. It stands in the margin; one that is too long for that stands above the clause.
"""

from __future__ import annotations

from collections.abc import Mapping

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
from protocolkit.paper.shared.short_label import short_label
from protocolkit.text.label_form import LABEL_STYLE, as_label

# Twips: how far the label begins before the text, and how much of that it may take.
_MARGIN, _ROOM = 2098, 2041
# Of a letter of 8.5 pt, in twips: a narrow one, a capital, any other.
_NARROW, _CAPITAL, _WIDTH = 51, 107, 93
_NARROWS = frozenset("fijlrt.,:;'|1 ()-")


def add_labels(
    body: Element, protocol: Protocol, bookmarks: Bookmarks, lefts: Mapping[str, int]
) -> None:
    """Give every clause and point its label, unless its marker says the same.

    ``lefts`` is the left indent of each style, in twips.
    """
    labels = {
        bookmarks.names[a]: short_label(clean(said)) for a, said in shown_labels(protocol).items()
    }
    placed = [(start, labels.get(start.get(qn("w:name"), ""))) for start in _starts(body)]
    for start, label in placed:
        if label:
            _place(start.getparent(), start, label, lefts)


def _starts(body: Element) -> list[Element]:
    """Return the last of the bookmarks with which each paragraph begins.

    A point that begins its clause is cited as that point.
    """
    found: dict[Element, Element] = {}
    for start in body.iter(qn("w:bookmarkStart")):
        before = start.getprevious()
        if before is not None and before.tag in (qn("w:pPr"), qn("w:bookmarkStart")):
            found[start.getparent()] = start
    return [start for parent, start in found.items() if parent.tag == qn("w:p")]


def _place(made: Element, start: Element, label: str, lefts: Mapping[str, int]) -> None:
    words = text_content(as_label(label))
    style = made.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"), "")
    if made.getparent().tag == qn("w:tc") or _width(label) > _ROOM:
        look = [run(words, Look(style=LABEL_STYLE))]
        above = paragraph(Setting(style="BodyText"), look, keep_next=True)
        top = next((t for t in made.iterancestors(qn("w:tbl"))), made)
        top.addprevious(above)
        return
    start.addnext(run([*words, element("tab")], Look(style=LABEL_STYLE)))
    _hang(made, lefts.get(style, 0))


def _hang(made: Element, left: int) -> None:
    """Let the first line begin in the margin; a tab leads to where it began before."""
    properties = made.find(qn("w:pPr"))
    own = properties.find(qn("w:ind"))
    if own is not None:
        left = int(own.get(qn("w:left"), str(left)))
        hanging = int(own.get(qn("w:hanging"), "0"))
        properties.remove(own)
    else:
        hanging = 0
    first = max(left - (hanging or _usual(left)), 0)
    tabs = element("tabs", element("tab", val="left", pos=first))
    indent = element("ind", left=left, hanging=left + _MARGIN)
    properties.append(indent)
    before = [
        found
        for name in ("pStyle", "keepNext", "keepLines", "pBdr", "shd")
        if (found := properties.find(qn(f"w:{name}"))) is not None
    ]
    before[-1].addnext(tabs)


def _usual(left: int) -> int:
    """Return how far the first line of an item hangs, by the indent of its style."""
    return 0 if left == 0 else 600 if left == 600 else 420


def _width(label: str) -> int:
    return sum(
        _NARROW if sign in _NARROWS else _CAPITAL if sign.isupper() else _WIDTH for sign in label
    )
