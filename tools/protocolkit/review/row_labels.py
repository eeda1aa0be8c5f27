"""Which clauses a row of a was-wordt table is about, by how it is cited there.

A row may be about a heading, about the title, or about several clauses that one became.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocolkit.base.messages import Translate, languages, translator
from protocolkit.changes.change_list import HEADING, TITLE, WAS
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses
from protocolkit.review.printed_around import SentText
from protocolkit.text.words import glued

_BETWEEN = ","
# More clauses than this stand in no row together.
_MOST = 12


class RowLabels:
    """The labels of a text that was submitted, and those of what went since the texts before it."""

    def __init__(self, submitted: Protocol, sent: SentText) -> None:
        self._now = dict(_labels(submitted))
        own = frozenset(self._now.values())
        self._earlier = [dict(_labels(one)) for one in sent.earlier]
        for earlier, held in zip(sent.earlier, self._earlier, strict=True):
            known = {one.anchor for one in clauses(earlier)}
            for label, anchor in held.items():
                if anchor not in own and anchor in known:
                    self._now.setdefault(label, anchor)
        self._gone = {glued(one.label): anchor for anchor, one in sent.lapsed.items()}

    def now(self, label: str) -> tuple[str, ...]:
        """Return the clauses, headings and notes that letters of a label name, none if unknown."""
        return _named(label, self._now)

    def gone(self, label: str) -> tuple[str, ...]:
        """Return the clauses of before that letters of a label name."""
        return _named(label, self._gone)

    def before(self, letters: str, number: int) -> tuple[str, ...]:
        """Return what a line names that says how a clause was cited in an earlier text."""
        said = next((letters.removeprefix(one) for one in _before() if letters.startswith(one)), "")
        return _named(said, self._earlier[number])

    def is_label(self, letters: str) -> bool:
        """Tell whether letters are a label, of now or before."""
        return bool(self.now(letters) or self.gone(letters))


def is_label_before(letters: str) -> bool:
    """Tell whether letters say how a clause was cited before."""
    return letters.startswith(_before())


def _before() -> tuple[str, ...]:
    return tuple(glued(translator(one)(WAS).partition("{")[0]) for one in languages())


def _labels(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Yield each label as a row has it, with its anchor; the title has none."""
    for translate in map(translator, languages()):
        for item in items_of(protocol):
            yield glued(_place(item, translate)), item.anchor


def _place(item: Item, translate: Translate) -> str:
    if item.kind is ItemKind.TITLE:
        return translate(TITLE)
    if item.kind is ItemKind.HEADING:
        return translate(HEADING).format(name=item.label)
    return item.label


def _named(letters: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return what letters name: one label, or several with a comma between; those may have one."""
    if letters in known:
        return (known[letters],)
    parts = letters.split(_BETWEEN)
    if not 1 < len(parts) <= _MOST:
        return ()
    for count in range(len(parts) - 1, 0, -1):
        first = _BETWEEN.join(parts[:count])
        if first in known and (rest := _named(_BETWEEN.join(parts[count:]), known)):
            return (known[first], *rest)
    return ()
