"""Units and items: a protocol taken apart into each heading, paragraph, point and cell.

An item is what has an anchor (the title has none); its units are its paragraphs, points and cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from protocolkit.changes.spelling import MARK, spelled
from protocolkit.document.model import Kind
from protocolkit.document.richtext import RichText
from protocolkit.text.words import tokens

# A repealed clause keeps its place; it says no more than this word, since when, by whom and where
# else to look. 'Vervallen rechten' and 'vervalt als' are rules.
_SIGN = r"(?:[^.;:]|\.(?=\w| \d)|;(?= zie))"
_TAIL = r"(?:(?:\s*[,(–-]|\s+(?:per|met|sinds|vanaf|op|bij|door|ingevolge|krachtens|volgens|zie)\b)"
_TAIL += rf"{_SIGN}{{0,80}})?"
_REPEALED = re.compile(
    rf"[\[(]?\s*(?:(?:(?:dit|deze) \w+ (?:is|zijn)(?: {_SIGN}{{0,60}}?)? )?vervallen"
    rf"|(?:(?:dit|deze) \w+ )?vervalt){_TAIL}\s*[.;]?\s*[\])]?\s*[.;]?",
    re.IGNORECASE,
)


class ItemKind(Enum):
    """What a unit belongs to."""

    TITLE = "title"
    HEADING = "heading"
    CLAUSE = "clause"
    NOTE = "note"


class UnitKind(Enum):
    """What a unit is inside its item; the text of a heading is a paragraph."""

    PARAGRAPH = "paragraph"
    POINT = "point"
    CELL = "cell"


@dataclass(frozen=True)
class Unit:
    """One paragraph-like thing of a protocol.

    ``anchor`` and ``label`` are its item's. ``marker`` is what is printed before it: that of the
    clause or heading before its first unit, that of a point before the point's first. ``order``
    counts the units of the protocol from 0. ``path`` leads from the item's blocks to the unit:
    block, then point and block, and so on; a cell's ends in row (0 for the header) and column.
    ``point`` is the anchor of the innermost point around it, where that has one. ``is_in_lid``
    tells that its clause has a number or letter of its own. ``status`` is what its row of a table
    says of the text itself: 'Versie: 2.0'; ``is_status`` tells that it or its row says no more.
    """

    item: ItemKind
    kind: UnitKind
    anchor: str
    label: str
    marker: str
    text: RichText
    order: int
    path: tuple[int, ...] = ()
    point: str = ""
    is_in_lid: bool = False
    status: str = ""
    is_status: bool = False

    @property
    def is_empty_lead(self) -> bool:
        """Whether it stands for no paragraph: only the marker of what begins with no words."""
        return not self.text and len(self.path) % 2 == 0

    @property
    def row(self) -> int:
        """The row of a cell, 0 for the header."""
        return self.path[-2]

    @property
    def column(self) -> int:
        """The column of a cell, from 0."""
        return self.path[-1]

    @property
    def depth(self) -> int:
        """How many points the unit stands in."""
        steps = self.path[:-2] if self.kind is UnitKind.CELL else self.path
        return len(steps) // 2

    @cached_property
    def spelled(self) -> str:
        """The text with one sign for each mark of a note."""
        return spelled(self.text)


@dataclass(frozen=True)
class Item:
    """What has an anchor, and its units, of which there is at least one.

    ``level`` is that of a heading, 0 otherwise; ``above`` the anchor of the heading over it;
    ``note`` the label of a note; ``text_kind`` whether it is a rule, an explanation or another
    kind of text, None where nobody says so.
    """

    kind: ItemKind
    anchor: str
    label: str
    units: tuple[Unit, ...]
    level: int = 0
    above: str = ""
    note: str = ""
    text_kind: Kind | None = None

    @property
    def order(self) -> int:
        """Where the item begins."""
        return self.units[0].order

    @property
    def marker(self) -> str:
        """What is printed before the item."""
        return self.units[0].marker if self.kind is not ItemKind.NOTE else ""

    @cached_property
    def text(self) -> str:
        """The texts of all units, one on a line; much quicker to have than the words."""
        return "\n".join(unit.spelled for unit in self.units)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of all units without markers, those of points included."""
        return tuple(word for unit in self.units for word in tokens(unit.spelled))

    @cached_property
    def is_repealed(self) -> bool:
        """Whether it says nothing but that it was repealed."""
        return bool(_REPEALED.fullmatch(" ".join(self.text.replace(MARK, "").split())))
