"""What changed for remarks: the clauses that answers name, as they were and as they are now.

It stands behind the answers on the same paper, so that a link leads there however that is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import groupby

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.exchange.reaction_columns import goes_label
from protocolkit.paper.leaflets.leaflet import Grid
from protocolkit.review.reply_file import Reply, Verdict
from protocolkit.review.reply_places import Places, place_names

TITLE = mark("What changed in the text")
_HEADS = (mark("Clause"), mark("The text that you had"), mark("The text as it is now"))
# A clause of more lines than this is told by what is other in it.
_FEW = 3
_LEFT_OUT = "…"
Lines = tuple[str, ...]
_IS_SAME = mark("Nothing changed here.")


@dataclass(frozen=True, kw_only=True)
class ReplyChanges:
    """The text that a council had beside the text as it is now."""

    submitted: Protocol
    now: Protocol

    @cached_property
    def _lines(self) -> tuple[Mapping[str, Lines], Mapping[str, Lines]]:
        return _said(self.submitted), _said(self.now)

    def of(self, reply: Reply) -> str:
        """Return the clause that changed for a remark, "" for none.

        It is the one that the answer names; else, of a remark that was taken over, its own.
        """
        if reply.change:
            return reply.change
        was, now = (side.get(reply.about) for side in self._lines)
        is_taken = reply.answer in (Verdict.TAKEN, Verdict.PARTLY)
        return reply.about if is_taken and was != now else ""

    def now_says(self, anchor: str) -> str:
        """Return what a clause says now, of a long one what is other, "" when it is gone."""
        return " ".join(line for line in self._both(anchor)[1] if line != _LEFT_OUT)

    def _both(self, anchor: str) -> tuple[Lines, Lines]:
        was, now = (side.get(anchor, ()) for side in self._lines)
        if not was or not now or was == now or max(len(was), len(now)) <= _FEW:
            return was, now
        return _shortened(was, now)

    def cited(self, now: Places, translate: Translate) -> Mapping[str, str]:
        """Return how each clause is called now; of one that went it is said that it went."""
        own = place_names(self.now)
        went = {one: name for one, name in place_names(self.submitted).items() if one not in own}
        return {**now.cited, **{one: goes_label(name, translate) for one, name in went.items()}}

    def grid(
        self, anchors: Iterable[str], cited: Mapping[str, str], translate: Translate
    ) -> Grid | None:
        """Return a row for each clause, in the order of the text, to which links can lead."""
        order = {anchor: at for at, anchor in enumerate(cited)}
        names = sorted(set(anchors), key=lambda one: order.get(one, len(order)))
        if not names:
            return None
        return Grid(
            heads=tuple(map(translate, _HEADS)),
            rows=tuple((cited.get(one, one), *self._sides(one, translate)) for one in names),
            shares=(3, 8, 8),
            has_names=True,
            landings=tuple(names),
        )

    def _sides(self, anchor: str, translate: Translate) -> tuple[str, str]:
        was, now = self._both(anchor)
        if was == now:
            return "\n".join(was), translate(_IS_SAME)
        return "\n".join(was) or translate("New"), "\n".join(now) or translate("Removed")


def _said(protocol: Protocol) -> Mapping[str, Lines]:
    """Return what each clause and note says line by line, and how each heading reads."""
    items = (item for item in items_of(protocol) if item.kind is not ItemKind.HEADING)
    headings = {anchor: (name,) for anchor, name in place_names(protocol).items()}
    return headings | {item.anchor: tuple(_lines_of(item)) for item in items if item.anchor}


def _lines_of(item: Item) -> Iterator[str]:
    """Yield the lines of an item, without its own marker: a row of a table is one."""
    rows = groupby(
        enumerate(item.units),
        lambda one: one[1].path[:-1] if one[1].kind is UnitKind.CELL else one[0],
    )
    for _, row in rows:
        yield " | ".join(
            f"{unit.marker if at else ''} {plain(unit.text)}".strip() for at, unit in row
        )


def _shortened(was: Lines, now: Lines) -> tuple[Lines, Lines]:
    """Return the lines of two sides that differ; a sign stands for those that are the same."""
    sides: tuple[list[str], list[str]] = ([], [])
    for name, *places in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        begin, end, first, last = places
        sides[0].extend([_LEFT_OUT] if name == "equal" else was[begin:end])
        sides[1].extend([_LEFT_OUT] if name == "equal" else now[first:last])
    return tuple(sides[0]), tuple(sides[1])
