"""Tracked changes as Word has them: runs, ends of paragraphs, rows, cells and what was set.

Knows XML and no protocols. ECMA-376 Part 1, 17.13.5; links and fields become runs there, since
nothing else may be inside an insertion or a deletion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn

from protocolkit.paper.docx.elements import (
    Element,
    Setting,
    clean,
    element,
    field_begin,
    field_end,
    paragraph,
)
from protocolkit.paper.redline.passages import State

_NAMES = {
    State.ADDED: "ins",
    State.REMOVED: "del",
    State.HERE: "moveTo",
    State.AWAY: "moveFrom",
}
_CELL_NAMES = {State.ADDED: "cellIns", State.REMOVED: "cellDel"}
_WITH_CODES = (qn("w:hyperlink"), qn("w:fldSimple"))
_TINY = 2
"""The least size of letters, in half points."""
_REMOVED_TEXT = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """Who changed a text and when; ``next_id`` gives each change a number of its own.

    ``day`` is ``2026-03-04``, or ``""``: then nothing says when. ``address_of`` gives the address
    of a relationship.
    """

    author: str
    day: str
    next_id: Callable[[], int]
    address_of: Callable[[str], str]

    def runs(self, content: Iterable[Element], state: State) -> list[Element]:
        """Return runs, links, fields and bookmarks as they are when this happened to them."""
        if state is State.KEPT:
            return list(content)
        content = list(content)
        if any(found.tag in _WITH_CODES for found in content):
            # no program was seen to write the code of a field inside a move
            state = {State.HERE: State.ADDED, State.AWAY: State.REMOVED}.get(state, state)
        made: list[Element] = []
        for found in self._loose(content):
            if found.tag != qn("w:r"):
                made.append(found)
                continue
            if not made or made[-1].tag != qn(f"w:{_NAMES[state]}"):
                made.append(self._change(_NAMES[state]))
            made[-1].append(_as_removed(found) if state is State.REMOVED else found)
        return made

    def passing(self, content: Iterable[Element]) -> list[Element]:
        """Return runs that neither version has: inserted and deleted again."""
        made = self._change("ins")
        made.extend(self.runs(content, State.REMOVED))
        return [made]

    def tiny(self, content: Iterable[Element]) -> list[Element]:
        """Return runs that went and take no room until they are back, as large as they were."""
        content = list(content)
        for found in content:
            self.look(found, found.find(qn("w:rPr")))
            change = found.find(f"{qn('w:rPr')}/{qn('w:rPrChange')}")
            change.addprevious(element("sz", val=_TINY))
            change.addprevious(element("szCs", val=_TINY))
        return self.runs(content, State.REMOVED)

    def replaced(
        self, old: list[Element], new: list[Element], *, is_equal: bool = False
    ) -> list[Element]:
        """Return what went and what came in its place; what is equal in both versions once."""
        if is_equal and old and new:
            return new
        return [*self.runs(old, State.REMOVED), *self.runs(new, State.ADDED)]

    def end(self, made: Element, state: State) -> None:
        """Say what happened to the end of a paragraph.

        It is never said to have moved: LibreOffice leaves an empty paragraph where it stood.
        """
        if state is not State.KEPT:
            name = "del" if state.goes else "ins"
            made.find(qn("w:pPr")).append(element("rPr", self._change(name)))

    def move(self, made: Element, state: State, number: int) -> None:
        """Say that a paragraph is one place of a move; the other place has the same number.

        Of one in several moves ``number`` is that of the first.
        """
        name = f"{_NAMES[state]}Range"
        made.find(qn("w:pPr")).addnext(self._move_start(name, number))
        made.append(element(f"{name}End"))
        starts, ends = (made.findall(qn(f"w:{name}{end}")) for end in ("Start", "End"))
        for start, end in zip(starts, ends, strict=True):
            end.set(qn("w:id"), start.get(qn("w:id")))

    def next_move(self, state: State, number: int) -> list[Element]:
        """Return where in a paragraph one move ends and the next begins, for :meth:`move`."""
        name = f"{_NAMES[State.AWAY if state.goes else State.HERE]}Range"
        return [element(f"{name}End"), self._move_start(name, number)]

    def _move_start(self, name: str, number: int) -> Element:
        start = self._change(f"{name}Start")
        start.set(qn("w:name"), f"move{number}")
        return start

    def setting(self, made: Element, now: Setting, before: Setting) -> None:
        """Say how a paragraph was set before, where that was otherwise."""
        if now != before:
            change = self._change("pPrChange")
            change.append(paragraph(before).find(qn("w:pPr")))
            made.find(qn("w:pPr")).append(change)

    def look(self, made: Element, before: Element | None) -> None:
        """Say how a run looked before; None says that nothing was set."""
        properties = made.find(qn("w:rPr"))
        if properties is None:
            properties = element("rPr")
            made.insert(0, properties)
        change = self._change("rPrChange")
        change.append(deepcopy(before) if before is not None else element("rPr"))
        properties.append(change)

    def row(self, properties: Element, state: State) -> None:
        """Say what happened to a row."""
        if state is not State.KEPT:
            properties.append(self._change(_NAMES[state]))

    def cell(self, made: Element, state: State) -> None:
        """Say what happened to a cell that its row outlived."""
        if state is not State.KEPT:
            made.find(qn("w:tcPr")).append(self._change(_CELL_NAMES[state]))

    def _change(self, name: str) -> Element:
        dated = {"date": f"{self.day}T00:00:00Z"} if self.day else {}
        return element(name, id=self.next_id(), author=clean(self.author), **dated)

    def _loose(self, content: Iterable[Element]) -> Iterator[Element]:
        """Yield links and fields as the runs that Word writes for them."""
        for found in content:
            if found.tag == qn("w:hyperlink"):
                yield from field_begin(self._link(found))
                yield from self._loose(list(found))
                yield field_end()
            elif found.tag == qn("w:fldSimple"):
                yield from field_begin(found.get(qn("w:instr"), "").strip())
                yield from self._loose(list(found))
                yield field_end()
            else:
                yield found

    def _link(self, found: Element) -> str:
        if name := found.get(qn("w:anchor")):
            return f'HYPERLINK \\l "{name}"'
        return f'HYPERLINK "{self.address_of(found.get(qn("r:id"), ""))}"'


def _as_removed(run: Element) -> Element:
    for found in run:
        found.tag = _REMOVED_TEXT.get(found.tag, found.tag)
    return run
