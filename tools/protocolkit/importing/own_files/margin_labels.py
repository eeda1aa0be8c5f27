"""The labels in the margin of our own PDF, which the file itself calls no part of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocolkit.document.model import Protocol
from protocolkit.document.outline import shown_labels
from protocolkit.importing.extract.shared.notices import strange_labels
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.text.printed_label import label_place, label_signs, short_labels

# A counted label; a number without a point may be that of a page.
_COUNTED = re.compile(r"(?:[A-Z]|\d{1,3})(?:\.\d{1,3})+[a-z]?")


def with_labels_told(source: Source, recorded: Protocol) -> Source:
    """Return the source of a PDF with the labels told that the record does not have."""
    labels = list(short_labels(shown_labels(recorded)).values())
    if not labels:
        return source
    margin = _Margin(labels)
    left_out: list[LeftOut] = []
    for one in source.left_out:
        left_out += margin.apart(one) if one.reason is LeftOutReason.ARTIFACT else [one]
    return replace(
        source,
        left_out=tuple(left_out),
        notices=(*source.notices, *strange_labels(margin.strange)),
    )


class _Margin:
    """Knows which labels a text has; ``strange`` are others that were met."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._known = frozenset(map(label_signs, labels))
        self._by_word: dict[str, list[str]] = {}
        for label in labels:
            self._by_word.setdefault(label.split()[0], []).append(label)
        self.strange: list[str] = []

    def apart(self, found: LeftOut) -> Iterator[LeftOut]:
        """Yield what was left out of one page, the labels that are none of the text apart."""
        lines = found.text.split("\n")
        odd = [line for line in lines if self._is_odd(line)]
        self.strange += odd
        rest = "\n".join(line for line in lines if line not in odd)
        if rest.strip():
            yield replace(found, text=rest)
        for line in odd:
            yield replace(found, text=line, reason=LeftOutReason.TYPED_ASIDE)

    def _is_odd(self, line: str) -> bool:
        """Tell whether a line is a label of no clause, or one with more words behind it."""
        if not line.strip() or label_signs(line) in self._known:
            return False
        if _COUNTED.fullmatch(line.strip()):
            return True
        labels = self._by_word.get(line.split(maxsplit=1)[0], ())
        places = filter(None, (label_place(line, label) for label in labels))
        return any(not line[:begin].strip() for begin, _ in places)
