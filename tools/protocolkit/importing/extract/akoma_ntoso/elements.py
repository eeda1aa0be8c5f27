"""The elements of Akoma Ntoso by what they are here; of any version, so by their short names."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.text.markers import is_glyph

SECTIONS = frozenset(
    "tome book part subpart title subtitle chapter subchapter division subdivision section "
    "subsection article hcontainer transitional".split()
)
"""What holds clauses under a heading or a number."""

CLAUSES = frozenset(
    "paragraph subparagraph clause subclause alinea level list sublist point indent rule subrule "
    "proviso".split()
)
"""What is a clause, or a point of the clause around it."""

LISTS = frozenset(("blockList", "ul", "ol"))
POINTS = frozenset(("item", "li"))
HEADS = frozenset(("num", "heading", "subheading"))
"""What stands before the content of an element and belongs to it."""

_BLOCKS = (
    SECTIONS
    | CLAUSES
    | LISTS
    | POINTS
    | HEADS
    | frozenset(
        "p block blockContainer tblock table caption tr td th content intro wrapUp crossHeading "
        "listIntroduction listWrapUp container longTitle formula recital recitals citation "
        "citations toc tocItem foreign act bill doc attachment attachments component body mainBody "
        "preface preamble conclusions".split()
    )
)


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_block(element: Element) -> bool:
    """Tell whether an element stands on lines of its own."""
    return name_of(element) in _BLOCKS


def child(element: Element, name: str) -> Element | None:
    """Return the first child of a name, None without one."""
    return next(children(element, name), None)


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of some names, in order."""
    return (one for one in element if name_of(one) in names)


def holds_blocks(element: Element) -> bool:
    """Tell whether an element is a container: its words stand in blocks inside it."""
    return any(is_block(one) for one in element)


def may_be_point(element: Element) -> bool:
    """Tell whether an element is a clause or a point, and no section."""
    name = name_of(element)
    return name in CLAUSES or name in POINTS


def is_list_sign(number: str) -> bool:
    """Tell whether a number is only the sign of a list: ``-``, ``*``; a letter may count."""
    return not number.isalnum() and is_glyph(number)
