"""What changed for remarks: the clauses that answers name, as they were and as they are now.

It stands behind the answers on the same paper, so that a link leads there however that is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from protocolkit.base.messages import Translate, mark
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, clause_text
from protocolkit.exchange.reaction_columns import goes_label
from protocolkit.paper.leaflets.leaflet import Grid
from protocolkit.review.reply_file import Answer, Reply
from protocolkit.review.reply_places import Places, place_names

TITLE = mark("What changed in the text")
_HEADS = (mark("Clause"), mark("The text that you had"), mark("The text as it is now"))
_IS_SAME = mark("Nothing changed here.")


@dataclass(frozen=True, kw_only=True)
class ReplyChanges:
    """The text that a council had beside the text as it is now."""

    submitted: Protocol
    now: Protocol

    @cached_property
    def _words(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return _said(self.submitted), _said(self.now)

    def of(self, reply: Reply) -> str:
        """Return the clause that changed for a remark, "" for none.

        It is the one that the answer names; else, of a remark that was taken over, its own.
        """
        if reply.change:
            return reply.change
        was, now = (side.get(reply.about) for side in self._words)
        is_taken = reply.answer in (Answer.TAKEN, Answer.PARTLY)
        return reply.about if is_taken and was != now else ""

    def now_says(self, anchor: str) -> str:
        """Return what a clause says now, "" when it is gone."""
        return self._words[1].get(anchor, "")

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
        was, now = (side.get(anchor, "") for side in self._words)
        if was == now:
            return was, translate(_IS_SAME)
        return was or translate("New"), now or translate("Removed")


def _said(protocol: Protocol) -> Mapping[str, str]:
    """Return what each clause and note says, and how each heading reads."""
    return place_names(protocol) | {one.anchor: clause_text(one) for one in addressable(protocol)}
