"""What the clauses of a text are called by, and where a line of mail or minutes calls one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, labels, section_names
from protocolkit.document.tree import walk_points
from protocolkit.references.citations import Citation, Unit
from protocolkit.references.resolve import LooseCitations
from protocolkit.review.heading_labels import PrintedHeadings, UnderHeadings, heading_numbers
from protocolkit.review.lapsed import GOES_BEHIND, LapsedClause, folded_label
from protocolkit.review.line_labels import (
    QUOTES,
    UNIT_OF_NUMBER,
    begins_with_amount,
    by_label,
    label_of_line,
    label_starts,
    numbered,
)
from protocolkit.review.pasted_text import begins

# What may be a number of several parts: '3.2', 'A.2', '2.3b'.
_NUMBER = re.compile(r"(?<![\w.])(?:[A-Z]+|\d+[a-z]{0,2})(?:\.\d+[a-z]{0,2})+(?![\w]|\.\d)")
_COLON = re.compile(r":(?=\s|$)")
_AFTER = re.compile(r"[\s:.,;)–-]*")
# 'Art 3.2' without its point, as long as with it.
_WITHOUT_POINT = re.compile(r"\b(art|par)\s(?=\d)", re.IGNORECASE)


class CalledClauses:
    """The clauses of a text by all that they are called; ``lapsed`` went, and have a name still."""

    def __init__(self, protocol: Protocol, lapsed: Mapping[str, LapsedClause]) -> None:
        newest_last = reversed(list(lapsed.items()))
        self._lapsed = {folded_label(one.label): anchor for anchor, one in newest_last}
        self._citations = LooseCitations(protocol)
        self._labels = labels(protocol)
        self.headings = frozenset(section_names(protocol).values())
        self._owner = {item.anchor: item.anchor for item in items_of(protocol) if item.anchor}
        for clause in clauses(protocol):
            for point in walk_points(clause.blocks):
                if point.anchor:
                    self._owner.setdefault(point.anchor, clause.anchor)
        self._headings = heading_numbers(protocol)
        self._under, self._printed = UnderHeadings(protocol), PrintedHeadings(protocol)
        self._numbers = {label for label in self._labels.values() if _NUMBER.fullmatch(label)}

    def named(self, line: str) -> tuple[str, int]:
        """Return the clause that a line begins with, "" for none, and where its name ends.

        '4.2 (vervalt)' is the clause that went, whatever has its number now.
        """
        heading, end = self._printed.named(line)
        if heading:
            return heading, end
        said = begins(line).lstrip(QUOTES)
        offset = len(line) - len(said)
        for start in label_starts(said):
            if found := self._gone(said[start:]):
                return found[0], offset + start + found[1]
        anchor, end = self._standing(said)
        is_gone = bool(anchor) and GOES_BEHIND.match(said[end:]) is not None
        return ("", 0) if is_gone or not anchor else (anchor, offset + end)

    def _gone(self, said: str) -> tuple[str, int] | None:
        """Return the clause that went with which a text begins, and where its name ends."""
        for label, anchor in self._lapsed.items():
            name = r"\s+".join(map(re.escape, label.split()))
            found = re.match(rf"(?:{UNIT_OF_NUMBER})?{name}[.:]?", said, re.IGNORECASE)
            goes = GOES_BEHIND.match(said, found.end()) if found else None
            if goes:
                return anchor, goes.end()
        return None

    def _standing(self, said: str) -> tuple[str, int]:
        """Return the clause of the text that a line begins with, and where its name ends."""
        cited = {one.start: (one.end, target) for one, target in self._cited_in(said)}
        for start in label_starts(said):
            if start in cited:
                end, target = cited[start]
                anchor = self._owner.get(target, "")
                return anchor, (end if anchor else 0)
            if anchor := by_label(self._labels, said[start:]):
                return anchor, start + self._length(said[start:], anchor)
            number = numbered(said[start:])
            if anchor := self._headings.get(number, ""):
                return anchor, start + len(number)
        return self._under.named(said)

    def is_labelled(self, line: str) -> bool:
        """Tell whether a line begins with what calls a clause, of this text or another one."""
        return label_of_line(line) is not None or bool(self.named(line)[0])

    def is_named_in(self, text: str) -> bool:
        """Tell whether a text names any clause, wherever it does."""
        numbers = [one for one in _NUMBER.finditer(text) if one[0] in self._numbers]
        if any(not begins_with_amount(text[one.start() :]) for one in numbers):
            return True
        return any(target for _, target in self._cited_in(text))

    def all_in(self, text: str) -> tuple[str, ...]:
        """Return the clauses of the text that words name, wherever they do, in their order.

        '4.2 (vervalt)' is none of them.
        """
        often = Counter(self._labels.values())
        own = {label: one for one, label in self._labels.items() if often[label] == 1}
        found = [
            (one.start(), one.end(), own[one[0]])
            for one in _NUMBER.finditer(text)
            if one[0] in own.keys() & self._numbers and not begins_with_amount(text[one.start() :])
        ]
        cited = self._cited_in(text)
        found += [(one.start, one.end, self._owner.get(target, "")) for one, target in cited]
        standing = (one for _, end, one in sorted(found) if not GOES_BEHIND.match(text, end))
        return tuple(dict.fromkeys(filter(None, standing)))

    def _cited_in(self, text: str) -> Iterator[tuple[Citation, str]]:
        # 'art. 5: waarom?': in a text of law, what a colon follows is half a number.
        plain = _WITHOUT_POINT.sub(r"\1.", _COLON.sub(";", text))
        for one, target in self._citations.cited_in(plain):
            # '§ 3.1.1' of who means a clause: no section has that number.
            is_clause = one.unit is Unit.SECTION and not target and not one.is_external
            yield one, self._numbered(one) if is_clause else target

    def _numbered(self, cited: Citation) -> str:
        """Return the only clause with a number of several parts, "" when a member is named."""
        if cited.member or cited.point or "." not in cited.number:
            return ""
        own = [anchor for anchor, label in self._labels.items() if label == cited.number]
        return own[0] if len(own) == 1 else ""

    def is_alone(self, text: str) -> bool:
        """Tell whether a text is a label with nothing behind it."""
        anchor, end = self.named(text)
        return bool(anchor) and not _AFTER.sub("", text[end:], count=1)

    def _length(self, said: str, anchor: str) -> int:
        words = r"\s+".join(map(re.escape, self._labels[anchor].split()))
        found = re.match(words, said, re.IGNORECASE)
        return found.end() if found else len(said)
