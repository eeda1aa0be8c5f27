"""The document model: what a protocol is, whatever it was read from.

Values only. What can be worked out from them (labels, words, fingerprints) stands in
:mod:`protocolkit.document.outline`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from protocolkit.base.location import NOWHERE, Location
from protocolkit.document.facts import Facts
from protocolkit.document.richtext import RichText
from protocolkit.text.markers import parse_number
from protocolkit.text.numbers import Number

ANCHOR = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
ANCHOR_LENGTH = 36


class Kind(Enum):
    """What kind of text a clause is; in the source a class: ``{#art-3 .toelichting}``."""

    RULE = "regel"
    DEFINITION = "begripsbepaling"
    PRINCIPLE = "uitgangspunt"
    EXPLANATION = "toelichting"
    GUIDANCE = "handreiking"
    REFERENCE = "verwijzing"
    CLOSING = "slotbepaling"

    @property
    def is_compared(self) -> bool:
        """Whether clauses of this kind are rows of the comparison by default."""
        return self in (Kind.RULE, Kind.DEFINITION, Kind.PRINCIPLE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of rich text."""

    content: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An item inside a clause: ``a.``, ``1°`` or a bullet; part of the clause around it."""

    marker: str
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PointList:
    """A run of points."""

    points: tuple[Point, ...]


class Flush(Enum):
    """To which side the words of a column are set."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: one header row, then rows; each cell is rich text; all rows equally long.

    ``flush`` says of each column to which side it is set; it is empty when all are set left. It
    is no word of the text. ``lines`` are the lines of the file on which the rows stand, the header
    first; none where no file was read.
    """

    header: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...]
    flush: tuple[Flush, ...] = ()
    lines: tuple[int, ...] = field(default=(), compare=False)

    def flush_of(self, column: int) -> Flush:
        """Return to which side a column is set, from 0."""
        return self.flush[column] if column < len(self.flush) else Flush.LEFT


Block = Paragraph | PointList | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The smallest thing with an anchor: a numbered item, a bullet, a paragraph."""

    anchor: str
    blocks: tuple[Block, ...]
    marker: str = ""
    kind: Kind = Kind.RULE
    location: Location = field(default=NOWHERE, compare=False)

    @property
    def number(self) -> Number | None:
        """The clause's own number, without its section's."""
        return parse_number(self.marker)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what is under it.

    ``level`` is the heading's level in the source (2 to 6; 1 is the title), ``short`` the name
    by which labels call it when the heading itself is too long, ``kind`` that of its clauses
    unless they say otherwise.
    """

    anchor: str
    level: int
    title: RichText
    parts: tuple[Clause | Section, ...] = ()
    marker: str = ""
    short: str = ""
    kind: Kind = Kind.RULE
    location: Location = field(default=NOWHERE, compare=False)

    @property
    def number(self) -> Number | None:
        """The section's own number as printed (``3.1``), without its parents'."""
        return parse_number(self.marker)


def note_anchor(label: str) -> str:
    """Return the anchor of the note of a label; a sign (``*``) counts by its code."""
    name = re.sub(r"[^a-z0-9-]", lambda found: f"u{ord(found[0]):x}", label.lower())
    return f"noot-{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note at the foot of the page, called by its ``label`` in the text."""

    label: str
    blocks: tuple[Block, ...]
    location: Location = field(default=NOWHERE, compare=False)

    @property
    def anchor(self) -> str:
        """The name by which topics and links reach the note."""
        return note_anchor(self.label)

    @property
    def kind(self) -> Kind:
        """A note explains; only a topic that names it makes it count as more."""
        return Kind.EXPLANATION


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Protocol:
    """One document of one organisation on one subject, in one version.

    ``title`` is the heading of level 1; it is the board's own unless ``facts.title_supplied``.
    ``subject`` and ``slug`` come from where the file stands: ``<subject>/<slug>.md``. ``is_kept``
    says that it is a kept version, with what is recorded of it since.
    """

    facts: Facts
    title: RichText
    parts: tuple[Clause | Section, ...]
    notes: tuple[Footnote, ...] = ()
    subject: str = field(default="", compare=False)
    slug: str = field(default="", compare=False)
    is_kept: bool = field(default=False, compare=False)
    location: Location = field(default=NOWHERE, compare=False)
