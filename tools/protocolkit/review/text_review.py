"""Pasted mail or minutes: a printed label before a remark says which clause it is about.

A label places its own paragraph, or the next one when it stands alone. A paragraph without one is
reported with its text, and the last clause that was named is the nearest. What stands around the
remarks, with the names of who wrote, is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protocolkit.document.model import Protocol
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.broken_pages import is_copy, paper_share
from protocolkit.review.called_clauses import CalledClauses
from protocolkit.review.line_labels import begins_anew, is_ended, label_of_line, opens_point
from protocolkit.review.mail_ends import is_greeting, is_signature, takes_leave
from protocolkit.review.on_behalf import declared_whom, namens, said_whom, whom_of_minutes
from protocolkit.review.pasted_text import (
    Pasted,
    goes_on,
    is_head_of_minutes,
    is_listed,
    paragraphs_of,
)
from protocolkit.review.placing import UNPLACED, Stand, SubmittedText
from protocolkit.review.printed_around import SentText
from protocolkit.review.redline_signs import without_signs
from protocolkit.review.remarks import PassedOver, PlacedBy, Remark, Review
from protocolkit.review.story_review import review_of_lines
from protocolkit.review.was_wordt_copy import has_table
from protocolkit.review.website_page import lines_without_website
from protocolkit.text.spoken_names import spoken_names

# A file with this share of a text is that text, and no mail about it.
_IS_TEXT = 0.5


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
        return _share(self.words.split("\n"), protocol)

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return the remarks in it; of a text that was copied here, its changes."""
        lines = self.words.split("\n")
        if not (is_table := has_table(lines)):
            # What was copied from a redline says its new text.
            lines = without_signs(self.words).split("\n")
        own = sent or SentText(protocol=submitted)
        read = lines_without_website(lines, (submitted, *own.others))
        is_own = is_table or _share(lines, submitted)
        if is_own or is_copy(read, submitted, lambda: own.around(read)):
            return review_of_lines(lines, self._file, submitted, sent)
        labelled = CalledClauses(submitted, sent.lapsed if sent else {})
        parts = tuple(_parts("\n".join(lines), labelled, SubmittedText(submitted)))
        around = _around(parts)
        remarks = self._remarks(parts, around, labelled)
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

    def _remarks(
        self, parts: Iterable[_Part], around: frozenset[int], labelled: CalledClauses
    ) -> Iterator[Remark]:
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
                also=_also(part, labelled),
            )


def _share(lines: Sequence[str], protocol: Protocol) -> float:
    found = paper_share(lines, protocol)
    return found if found >= _IS_TEXT else 0.0


def _also(part: _Part, labelled: CalledClauses) -> tuple[str, ...]:
    """Return which other clauses a remark names that stands at one."""
    placed = part.stand.anchor
    return tuple(one for one in labelled.all_in(part.text) if one != placed) if placed else ()


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
        is_around = said and (is_greeting(said) or declared_whom(said) or is_head_of_minutes(said))
        if is_other or has_ended or is_around:
            found.add(part.line)
    return frozenset(found)


def _parts(words: str, labelled: CalledClauses, text: SubmittedText) -> Iterator[_Part]:
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


def _of_paragraph(pasted: Pasted, labelled: CalledClauses, text: SubmittedText) -> Iterator[_Part]:
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


def _begins(
    line: str, before: str, pasted: Pasted, held: _Part | None, labelled: CalledClauses
) -> bool:
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


def _of_quote(pasted: Pasted, labelled: CalledClauses, text: SubmittedText) -> Stand:
    """Return where the words stand that a paragraph answers."""
    last = re.split(r"\n\s*\n", pasted.quote)[-1]
    if not last.strip():
        return UNPLACED
    anchor = labelled.named(last)[0]
    return Stand(anchor, PlacedBy.LABEL) if anchor else text.only_quote(last)
