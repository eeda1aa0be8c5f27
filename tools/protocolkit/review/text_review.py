"""Pasted mail or minutes: a printed label before a remark says which clause it is about.

A label places its own paragraph, or the next one when it stands alone. A paragraph without one is
reported with its text, and the last clause that was named is the nearest. What stands around the
remarks, with the names of who wrote, is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses, labels, section_names
from protocolkit.document.tree import walk_points
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.references.citations import Citation, Unit
from protocolkit.references.resolve import LooseCitations
from protocolkit.review.broken_lines import paper_share
from protocolkit.review.heading_labels import UnderHeadings, heading_numbers
from protocolkit.review.lapsed import GOES_BEHIND, LapsedClause, folded_label
from protocolkit.review.line_labels import (
    QUOTES,
    UNIT_OF_NUMBER,
    begins_anew,
    begins_with_amount,
    by_label,
    is_ended,
    label_of_line,
    label_starts,
    numbered,
    opens_point,
)
from protocolkit.review.on_behalf import declared_whom, namens, said_whom, whom_of_minutes
from protocolkit.review.pasted_text import (
    Pasted,
    begins,
    goes_on,
    is_greeting,
    is_listed,
    is_signature,
    paragraphs_of,
    takes_leave,
)
from protocolkit.review.placing import UNPLACED, Stand, SubmittedText
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import PassedOver, PlacedBy, Remark, Review
from protocolkit.review.story_review import review_of_lines
from protocolkit.text.spoken_names import spoken_names

_NUMBER = re.compile(r"(?<![\w.])[A-Z\d]+(?:\.\d+)+(?![\w]|\.\d)")
_COLON = re.compile(r":(?=\s|$)")
_AFTER = re.compile(r"[\s:.,;)–-]*")
# A file with this share of a text is that text, and no mail about it.
_IS_TEXT = 0.5
# 'Art 3.2' without its point, as long as with it.
_WITHOUT_POINT = re.compile(r"\b(art|par)\s(?=\d)", re.IGNORECASE)


@dataclass(slots=True)
class _Part:
    """A remark that is being read: its lines, of which the first has a number, and its place."""

    pasted: Pasted
    line: int
    stand: Stand
    lines: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


class ReturnedText:
    """A returned text file that is open."""

    record = None

    def __init__(self, text: str, file: str) -> None:
        self.words, self._file = text, file

    def share(self, protocol: Protocol) -> float:
        """Return 0 for mail, which says things about a text; else the share of it that it has."""
        found = paper_share(self.words.split("\n"), protocol)
        return found if found >= _IS_TEXT else 0.0

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return the remarks in it; of a text that was copied here, its changes."""
        if self.share(submitted):
            return review_of_lines(self.words.split("\n"), self._file, submitted, sent)
        labelled = _Labels(submitted, sent.lapsed if sent else {})
        parts = tuple(_parts(self.words, labelled, SubmittedText(submitted)))
        around = _around(parts)
        remarks = self._remarks(parts, around)
        return Review(
            remarks=tuple(remarks), changes=(), passed_over=tuple(self._passed(parts, around))
        )

    def _passed(self, parts: Iterable[_Part], around: frozenset[int]) -> Iterator[PassedOver]:
        for part in parts:
            if part.line not in around:
                continue
            pasted = part.pasted
            if pasted.quote and part.line == pasted.line:
                yield self._left_out(pasted.quote_line, pasted.quote, LeftOutReason.QUOTED)
            reason = LeftOutReason.QUOTED if pasted.is_quoted else LeftOutReason.LETTER
            yield self._left_out(part.line, part.text, reason)

    def _left_out(self, line: int, words: str, reason: LeftOutReason) -> PassedOver:
        return PassedOver(words=words, reason=reason, place=str(line), file=self._file)

    def _remarks(self, parts: Iterable[_Part], around: frozenset[int]) -> Iterator[Remark]:
        near = whom = ""
        for part in parts:
            stand, pasted = part.stand, part.pasted
            near = "" if pasted.is_head else stand.anchor or near
            whom = _whom(part, whom)
            if part.line in around:
                continue
            yield Remark(
                id=f"r{part.line}",
                author=pasted.author,
                date=pasted.date,
                text=part.text,
                whom=_own_whom(part, whom),
                quote=pasted.quote,
                anchor=stand.anchor,
                near="" if stand.anchor else near,
                placed_by=stand.by,
                file=self._file,
            )


def _whom(part: _Part, whom: str) -> str:
    """Return on whose behalf a mail or minutes go on, from a part on; a new mail begins anew."""
    if part.pasted.is_head or part.pasted.is_quoted:
        return "" if part.pasted.is_head else whom
    if part.stand.anchor or label_of_line(part.text):
        return whom
    return declared_whom(part.text) or whom_of_minutes(part.text) or namens(part.text) or whom


def _own_whom(part: _Part, whom: str) -> str:
    """Return on whose behalf a remark is: as it says itself, else as what stands above it.

    One that names a person tells what that person said.
    """
    own = said_whom(part.text)
    return own or ("" if spoken_names(part.text) else whom)


def _around(parts: Iterable[_Part]) -> frozenset[int]:
    """Return the lines of parts around the remarks: heads, greetings, ends with who wrote."""
    found: set[int] = set()
    has_ended = False
    for part in parts:
        said = "" if part.stand.anchor else part.text
        has_ended = bool(said) and (takes_leave(said) or (has_ended and is_signature(said)))
        is_other = part.pasted.is_head or part.pasted.is_quoted
        if is_other or has_ended or (said and (is_greeting(said) or declared_whom(said))):
            found.add(part.line)
    return frozenset(found)


def _parts(words: str, labelled: _Labels, text: SubmittedText) -> Iterator[_Part]:
    """Yield the remarks of a text in their order."""
    waiting: _Part | None = None
    for pasted in paragraphs_of(words):
        for part in _of_paragraph(pasted, labelled, text):
            is_other = part.pasted.is_head or part.pasted.is_quoted
            is_own = part.stand.anchor or is_other or label_of_line(part.text)
            if waiting is not None and not is_own:
                # The label stood alone on its line: this is what it places.
                waiting.lines += ["", *part.lines]
                yield waiting
                waiting = None
                continue
            if waiting is not None:
                yield waiting
                waiting = None
            if labelled.is_alone(part.text):
                waiting = part
            else:
                yield part
    if waiting is not None:
        yield waiting


def _of_paragraph(pasted: Pasted, labelled: _Labels, text: SubmittedText) -> Iterator[_Part]:
    """Yield the remarks of a paragraph: a new one where a line names a clause or is a point."""
    if pasted.is_head or pasted.is_quoted:
        yield _Part(pasted, pasted.line, UNPLACED, pasted.lines)
        return
    held: _Part | None = None
    for number, line in enumerate(pasted.lines, start=pasted.line):
        before = pasted.lines[number - pasted.line - 1] if number > pasted.line else ""
        named = labelled.named(line)[0]
        is_anew = is_listed(line) or _begins(line, before, pasted, held, labelled)
        anchor = "" if goes_on(before) and not is_anew else named
        is_other = is_anew or (not goes_on(before) and labelled.is_named_in(line))
        if held is None or anchor or is_other:
            if held is not None:
                yield held
            stand = Stand(anchor, PlacedBy.LABEL) if anchor else UNPLACED
            is_bare = not label_of_line(line) and not labelled.is_named_in(pasted.text)
            if held is None and not anchor and is_bare:
                stand = _of_quote(pasted, labelled, text)
            held = _Part(pasted, number, stand, [line])
        else:
            held.lines.append(line)
    if held is not None:
        yield held


def _begins(line: str, before: str, pasted: Pasted, held: _Part | None, labelled: _Labels) -> bool:
    """Tell whether a line begins a point of its own, behind the part that is being read."""
    has_ended = is_ended(before, line, pasted.lines)
    begins_with = begins_anew(
        line,
        before,
        is_labelled=held is not None and labelled.is_labelled(held.lines[0]),
        is_known=bool(labelled.named(line)[0]),
        is_ended=has_ended,
    )
    return begins_with or opens_point(line, before, labelled.headings, is_ended=has_ended)


def _of_quote(pasted: Pasted, labelled: _Labels, text: SubmittedText) -> Stand:
    """Return where the words stand that a paragraph answers."""
    last = re.split(r"\n\s*\n", pasted.quote)[-1]
    if not last.strip():
        return UNPLACED
    anchor = labelled.named(last)[0]
    return Stand(anchor, PlacedBy.LABEL) if anchor else text.only_quote(last)


class _Labels:
    """What the clauses of a text are called by, and where a line calls one."""

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
        self._under = UnderHeadings(protocol)
        self._numbers = {label for label in self._labels.values() if _NUMBER.fullmatch(label)}

    def named(self, line: str) -> tuple[str, int]:
        """Return the clause that a line begins with, "" for none, and where its name ends.

        '4.2 (vervalt)' is the clause that went, whatever has its number now.
        """
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
