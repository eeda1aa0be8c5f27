"""What the scripts of a comparison show, as values: columns, clauses, cells.

How they stand in the scripts is known to :mod:`protocolkit.site.comparison.scripts` alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn:
    """What stands above a column; ``title`` has year and status.

    ``none`` and ``only`` are said of a board that has nothing on a topic or alone has something;
    nothing is said so of the template.
    """

    slug: str
    name: str
    title: str
    url: str
    none: str = ""
    only: str = ""
    is_template: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """A clause of a column with its words.

    ``rule`` is a code (empty: no rule), ``first_end`` where its first sentence ends (0: there is
    no other), ``for_whom`` the digits of audiences: those that its norms bind and those of its
    topics.
    """

    anchor: str
    label: str
    text: str
    lead_in: str
    is_compared: bool
    rule: str
    first_end: int = 0
    for_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClause:
    """A clause in a cell.

    ``place`` is that among the clauses of its column, ``item`` that in the square of relations of
    its topic. It ``is_later`` when it answers with another sentence than its first.
    """

    place: int
    rule: str
    item: int
    is_later: bool = False
    is_proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """What a column has on a topic; ``presence`` is a code."""

    presence: str
    clauses: tuple[ShownClause, ...] = ()

    @property
    def state(self) -> tuple[int, ...]:
        """The places of its clauses in the square of relations, each once and in order."""
        return tuple(sorted({clause.item for clause in self.clauses}))
