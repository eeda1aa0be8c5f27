"""A document with everything that can be known and no words, of which a file is left open.

Its headings, and their lines in the contents, are taken out of the file as shapes.
"""

from __future__ import annotations

import re

from docx.oxml.ns import qn

from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol, Section
from protocolkit.document.richtext import Text
from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.open_gaps import SIGN, gap, inner_xml, open_bookmarks, wide_gap

_BOOKMARK = "deel_{number}"


def specimen(title: str) -> Protocol:
    """Return a document with everything that can be known, and as many headings as show all."""
    organisation = Organisation(
        name=wide_gap("naam"), sector=wide_gap("sector"), parent=wide_gap("hoort")
    )
    facts = Facts(
        organisation=organisation,
        status=Status.CONCEPT,
        applies_to=(wide_gap("scholen"),),
        based_on=wide_gap("basis"),
    )
    parts = tuple(
        Section(
            anchor=_BOOKMARK.format(number=number).replace("_", "-"),
            level=2,
            title=(Text(gap("titel")),),
            marker=gap("nr"),
        )
        for number in (1, 2, 3)
    )
    return Protocol(facts=facts, title=(Text(title),), parts=parts)


def taken_out(root: Element) -> dict[str, str]:
    """Take the lines of contents and the headings out of a document; return their shapes."""
    names = [_BOOKMARK.format(number=number) for number in (1, 2, 3)]
    paragraphs = list(root.iter(qn("w:p")))
    lines = [
        found
        for name in names
        for found in paragraphs
        if any(link.get(qn("w:anchor")) == name for link in found.iter(qn("w:hyperlink")))
    ]
    headings = [
        found
        for name in names
        for found in paragraphs
        if any(start.get(qn("w:name")) == name for start in found.iter(qn("w:bookmarkStart")))
    ]
    lines[0].addprevious(element("open", n=gap("regels")))
    headings[0].addprevious(element("open", n=gap("tekst")))
    for made in (*lines, *headings):
        made.getparent().remove(made)
    open_bookmarks(headings[:1], names[0], SIGN)
    shapes = {"regel-1": lines[0], "regel": lines[1], "kop": headings[0]}
    return {
        shape: re.sub(rf"(?:{'|'.join(names)})\b", gap("merk"), inner_xml([made]))
        for shape, made in shapes.items()
    }
