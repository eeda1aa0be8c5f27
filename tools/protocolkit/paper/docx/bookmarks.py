"""Bookmarks: the names under which anchors live on in Word.

Word allows each name once in a file, and tells names apart without regard to case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from docx.oxml.ns import qn

from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import clauses, sections
from protocolkit.document.tree import walk_points
from protocolkit.exchange.bookmark_names import LONGEST, bookmark_name
from protocolkit.paper.docx.elements import Element, element

_OLD = "oud_"
_SETTING = qn("w:pPr")


class Bookmarks:
    """The bookmarks of one file: which name an anchor has, and which are already placed.

    ``names`` gives the name that links lead to. An anchor that stands in the document twice is
    reported elsewhere; here its second place gets a name of its own, so that Word opens the file.
    ``beside`` are those of the version that this one preceded, in the same file: this one's have
    names that tell so.
    """

    def __init__(self, protocol: Protocol, beside: Bookmarks | None = None) -> None:
        self.names: dict[str, str] = {}
        self._taken: set[str] = beside._taken if beside else set()
        self._placed: set[str] = set()
        self._ids: Iterator[int] = beside._ids if beside else count(1)
        self._prefix = _OLD if beside else ""
        for anchor in _anchors(protocol):
            if anchor and anchor not in self.names:
                self.names[anchor] = self._unused(bookmark_name(anchor, self._prefix))

    def next_id(self) -> int:
        """Return a number that nothing else in the file has: bookmarks and changes share them."""
        return next(self._ids)

    def wrap(self, paragraph: Element, anchor: str) -> None:
        """Put the bookmark of ``anchor`` around a paragraph's content."""
        if anchor:
            start, end = self.pair(anchor)
            paragraph.find(_SETTING).addnext(start)
            paragraph.append(end)

    def pair(self, anchor: str) -> tuple[Element, Element]:
        """Return the start and the end of the bookmark of ``anchor``."""
        number = self.next_id()
        return (
            element("bookmarkStart", id=number, name=self._name(anchor)),
            element("bookmarkEnd", id=number),
        )

    def _name(self, anchor: str) -> str:
        if anchor in self.names and anchor not in self._placed:
            self._placed.add(anchor)
            return self.names[anchor]
        return self._unused(bookmark_name(anchor, self._prefix))

    def _unused(self, name: str) -> str:
        candidate, count = name, 1
        while (plain := candidate.lower()) in self._taken:
            count += 1
            candidate = f"{name[: LONGEST - len(f'_{count}')]}_{count}"
        self._taken.add(plain)
        return candidate


def _anchors(protocol: Protocol) -> Iterator[str]:
    yield from (section.anchor for section in sections(protocol))
    holders: Iterable[Clause | Footnote] = (*clauses(protocol), *protocol.notes)
    for holder in holders:
        yield holder.anchor
        yield from (point.anchor for point in walk_points(holder.blocks))
