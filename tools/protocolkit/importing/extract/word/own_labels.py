"""The labels that our own paper prints beside clauses: no words of the text.

A run has their style; where a program dropped styles, their form tells them. A label is ours when
it is the very one that the record of the file has for its clause. What somebody typed in the margin
besides is text of the clause; another label is told with the one that belongs there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from protocolkit.base.messages import Message, mark
from protocolkit.document.outline import shown_labels
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.notices import other_labels, strange_labels
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.file_record import FileRecord
from protocolkit.importing.extract.word.properties import value
from protocolkit.importing.source.lines import Doubt
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason
from protocolkit.text.label_form import LABEL_STYLE, label_length
from protocolkit.text.printed_label import (
    CUT,
    is_label,
    label_place,
    label_signs,
    label_words,
    short_label,
)

BESIDE_LABEL = mark("these words were typed in the margin, beside the label of the clause")
# A label that is a number; and a name with a number behind it.
_ONE = r"(?:[A-Za-z]{1,2}|[IVXLCivxlc]{1,8}|\d{1,6}(?:[a-z]{1,2}|bis|ter|quater)?)"
_COUNTED = rf"(?:artikel )?(?=\D*\d){_ONE}(?:[.:]{_ONE}){{0,8}}[.:]?"
_NUMBER = re.compile(rf"{_COUNTED}(?: \(\d+e\))?")
_NAMED = re.compile(rf"(?:{_COUNTED}|\D.{{0,80}}?)(?: {_COUNTED}|, ?\d+e \w{{1,12}})(?: \(\d+e\))?")


class OwnLabels:
    """Knows the labels of one file."""

    def __init__(self, record: FileRecord) -> None:
        self._record = record
        self._others: list[tuple[str, str]] = []

    def is_styled(self, properties: Element | None) -> bool:
        """Tell whether a run is in the style of labels, in a file of ours."""
        return self._record.is_ours and value(properties, "rStyle") == LABEL_STYLE

    def without_label(self, runs: Runs, styled: int) -> Runs:
        """Return the runs of a paragraph without its label, and with what was typed beside it.

        ``styled`` is how many signs it begins with that are in the style of labels.
        """
        length = max(styled, label_length(runs.text)) if self._record.is_ours else 0
        if not length:
            return runs
        said, own = runs.text[:length], self._own(runs.bookmarks)
        if not label_signs(said) or self._is_right(said, own):
            return _without(runs, length, LeftOutReason.OURS)
        if self._is_another(said, is_named=bool(own)):
            self._others.append((label_words(said), own[0] if own else ""))
            return _without(runs, length, LeftOutReason.TYPED_ASIDE)
        places = (label_place(said, label) for label in own)
        return _with_typed(runs, length, *next(filter(None, places), (0, 0)))

    @property
    def notices(self) -> Iterator[Message]:
        """What to say of labels that stand where others belong, or none."""
        found = list(dict.fromkeys(self._others))
        yield from other_labels([(label, own) for label, own in found if own])
        yield from strange_labels([label for label, own in found if not own])

    def _own(self, bookmarks: Iterable[str]) -> tuple[str, ...]:
        """Return the labels that belong in a paragraph with these bookmarks."""
        named = self._printed.named
        return tuple(named[name] for one in bookmarks if (name := one.lower()) in named)

    def _is_right(self, said: str, own: Sequence[str]) -> bool:
        """Tell whether this is the label of a paragraph; of one without a name, any label.

        Without a record a label is what looks like one.
        """
        if own:
            return any(is_label(said, label) for label in own)
        return self._printed.has(said) if self._printed.labels else _looks_like_one(said)

    def _is_another(self, said: str, *, is_named: bool) -> bool:
        """Tell whether this is a label of another clause, or beside one that the record knows not.

        What was copied from another file of ours has the label that it had there.
        """
        is_like = bool(_NUMBER.fullmatch(label_words(said))) if is_named else _looks_like_one(said)
        return is_like or self._printed.has(said)

    @cached_property
    def _printed(self) -> _Printed:
        protocol = self._record.protocol
        return _Printed(shown_labels(protocol) if protocol is not None else {})


class _Printed:
    """The labels that the record of a file says were printed, by the anchors of their clauses."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = tuple(labels.values())
        names = Counter(bookmark_name(anchor).lower() for anchor in labels)
        by_name = {bookmark_name(anchor).lower(): label for anchor, label in labels.items()}
        # of clauses whose bookmarks would have one name nobody knows which is which
        self.named = {name: label for name, label in by_name.items() if names[name] == 1}
        forms = (form for label in self.labels for form in (label, short_label(label)))
        self._signs = frozenset(map(label_signs, forms))

    def has(self, said: str) -> bool:
        """Tell whether this is the label of some clause."""
        if CUT in said:
            return any(is_label(said, label) for label in self.labels)
        return label_signs(said) in self._signs


def _looks_like_one(said: str) -> bool:
    shown = label_words(said)
    return bool(_NUMBER.fullmatch(shown) or _NAMED.fullmatch(shown))


def _without(runs: Runs, length: int, reason: LeftOutReason) -> Runs:
    label = LeftOut(text=runs.text[:length], reason=reason, at=0)
    rest = runs.without(length)
    rest.left_out.insert(0, label)
    return rest


def _with_typed(runs: Runs, length: int, begin: int, end: int) -> Runs:
    """Return a paragraph with what was typed around its label before its words.

    The number or letter of the clause, which this program set before a tab, stays in front.
    """
    typed = Runs()
    for one, other in ((0, begin), (end, length)):
        piece = runs.text[one:other]
        left = len(piece) - len(piece.lstrip("\u200b \t"))
        right = len(piece.rstrip("\u200b \t"))
        if left < right:
            typed.append(runs.between(one + left, one + right))
    typed.doubts.append(Doubt(begin=0, end=len(typed.text), text=BESIDE_LABEL))
    typed.leave(runs.text[begin:end], LeftOutReason.OURS)
    rest = runs.without(length) if length < len(runs.text) else Runs()
    lead = rest.text.find("\t") + 1
    made = rest.between(0, lead) if lead else Runs()
    made.append(typed, between="")
    made.append(rest.between(lead, len(rest.text)) if lead else rest)
    made.bookmarks = runs.bookmarks
    return made
