"""Fields of a Word file: which are open, what their codes say, and whether their result shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import is_on, value
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import whole_number

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"(?P<target>[^"]*)"', re.IGNORECASE)
# Their code is what they show, after the name of a macro or a place.
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s", re.IGNORECASE)
# Their result is kept and not shown.
_UNSHOWN = frozenset(("SET", "ASK", "TC", "XE", "RD", "PRIVATE", "COMMENTS"))
_ELSEWHERE = frozenset(("INCLUDETEXT", "INCLUDE", "LINK", "DDE", "DDEAUTO", "DATABASE"))
# Word draws what their code says, and keeps no result.
_DRAWN = frozenset(
    ("EQ", "SYMBOL", "ADVANCE", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BARCODE")
)
# A person types their result.
_FILLED_IN = frozenset(("FORMTEXT", "FILLIN"))
_STORIES = tuple(f"{W}{name}" for name in ("txbxContent", "footnote", "endnote", "comment"))
_TICKED, _UNTICKED = "☒", "☐"


@dataclass(slots=True)
class Field:
    """A field that is open; ``begin`` is where its result begins in the text of the paragraph.

    ``outer`` is why a text is none in the fields around it, which stay as they are until it ends.
    """

    code: str = ""
    is_result: bool = False
    begin: int = 0
    form: Element | None = None
    outer: LeftOutReason | None = None

    @property
    def kind(self) -> str:
        """The word that its code begins with."""
        return next(iter(self.code.split(maxsplit=1)), "").upper()

    @property
    def target(self) -> str:
        """Where a link leads; "" for any other field."""
        found = _LINK.match(self.code)
        return found["target"] if found else ""

    @property
    def gone(self) -> LeftOutReason | None:
        """Why a text inside it is no text of the page."""
        if not self.is_result or self.kind in _UNSHOWN:
            return LeftOutReason.FIELD
        return LeftOutReason.CONTENTS if self.kind == "TOC" else None

    @property
    def is_drawn(self) -> bool:
        """Whether a reader sees something that only the code says."""
        return self.kind in _DRAWN

    @property
    def is_of_elsewhere(self) -> bool:
        """Whether it shows words of another file."""
        return self.kind in _ELSEWHERE

    @property
    def is_to_fill_in(self) -> bool:
        """Whether a person is to type what it shows."""
        return self.kind in _FILLED_IN

    def shown_code(self) -> tuple[str, str]:
        """Return the part of the code that no reader sees, and the part that is shown."""
        found = _BUTTON.match(self.code)
        return (self.code[: found.end()], self.code[found.end() :]) if found else (self.code, "")

    def choice(self) -> str:
        """Return what a box to tick or a list to choose from shows, "" for any other field."""
        box = self.form.find(f"{W}checkBox") if self.form is not None else None
        if box is not None:
            found = box.find(f"{W}checked")
            found = box.find(f"{W}default") if found is None else found
            return _TICKED if found is not None and is_on(found) else _UNTICKED
        listed = self.form.find(f"{W}ddList") if self.form is not None else None
        if listed is None:
            return ""
        entries = listed.findall(f"{W}listEntry")
        chosen = value(listed, "result") or value(listed, "default") or "0"
        place = whole_number(chosen, most=len(entries) - 1, default=-1)
        return str(entries[place].get(f"{W}val", "")) if place >= 0 else ""


class FieldEnds:
    """Knows which fields of a file end: what follows one that never does is text."""

    def __init__(self) -> None:
        self._unended: dict[Element, frozenset[Element]] = {}

    def is_ended(self, begin: Element) -> bool:
        """Tell whether the field that begins here ends in the same text or text box."""
        root = begin.getroottree().getroot()
        if root not in self._unended:
            self._unended[root] = frozenset(_unended(root))
        return begin not in self._unended[root]


def _unended(root: Element) -> Iterator[Element]:
    """Yield the beginnings of fields without an end."""
    waiting: dict[Element | None, list[Element]] = {}
    for found in root.iter(f"{W}fldChar"):
        around = next(found.iterancestors(*_STORIES), None)
        begun = waiting.setdefault(around, [])
        kind = found.get(f"{W}fldCharType")
        if kind == "begin":
            begun.append(found)
        elif kind == "end" and begun:
            begun.pop()
    for begun in waiting.values():
        yield from begun


def gone_in(fields: list[Field]) -> LeftOutReason | None:
    """Return why a text in these fields is no text of the page, None when it is."""
    return (fields[-1].outer or fields[-1].gone) if fields else None
