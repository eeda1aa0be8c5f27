"""The labels that our own paper prints beside clauses: no words of the text.

A run has their style; where a program dropped styles, their form tells them. Only a file of ours
has labels, and of one with a record only what that prints beside a clause is one.
"""

from __future__ import annotations

import re
from functools import cached_property

from protocolkit.document.outline import shown_labels
from protocolkit.exchange.record import text_to_record
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import value
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.text.label_form import is_in_label_style, label_length

# What was pasted in from another file of ours has the number that it had there.
_NUMBER = re.compile(r"[\w.:]*\d[\w.:]*")
_NO_WORDS = re.compile(r"[\s\u200b]+")
# Where a long label was cut off.
_CUT = "\u2026"


class OwnLabels:
    """Knows the labels of one file; reads its record when the first is asked for."""

    def __init__(self, record: str | None, *, is_ours: bool) -> None:
        self._record = record
        self._is_ours = is_ours

    def is_label(self, run: Element, properties: Element | None) -> bool:
        """Tell whether a run says how our own paper cites the clause, by its style."""
        said = "".join(text.text or "" for text in run.iter(f"{W}t"))
        is_styled = self._is_ours and is_in_label_style(said, value(properties, "rStyle"))
        return is_styled and self._is_printed(said)

    def without_label(self, runs: Runs) -> Runs:
        """Return the runs of a paragraph without the label that is told by its form."""
        length = label_length(runs.text) if self._is_ours else 0
        if not length or not self._is_printed(runs.text[:length]):
            return runs
        label = LeftOut(text=runs.text[:length], reason=LeftOutReason.OURS, at=0)
        rest = runs.without(length)
        rest.left_out.insert(0, label)
        return rest

    def _is_printed(self, said: str) -> bool:
        """Tell whether our paper prints this beside a clause, or what this is a piece of."""
        pieces = [piece for piece in _NO_WORDS.sub("", said).split(_CUT) if piece]
        if not pieces or self._labels is None or _NUMBER.fullmatch("".join(pieces)):
            return True
        printed = re.compile(".*".join(map(re.escape, pieces)))
        return any(printed.search(label) for label in self._labels)

    @cached_property
    def _labels(self) -> frozenset[str] | None:
        record = text_to_record(self._record) if self._record is not None else None
        if record is None or record.protocol is None:
            return None
        printed = shown_labels(record.protocol).values()
        # a record that knows no label is not that of a text that has some
        return frozenset(_NO_WORDS.sub("", one) for one in printed) or None
