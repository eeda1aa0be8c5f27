"""The lines of a page that are one paragraph, and what that says without what a page adds.

A paragraph of ours of which every letter is there says what it said. In any other one a hyphen at
the end of a line, a space where a line broke, the number of a note and the label in the margin are
the page's, and go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.review.page_lines import PageLine, PrintedText
from protocolkit.review.word_story import Range, StoryParagraph
from protocolkit.text.words import glued

# What stands behind a word without a space.
_CLOSES = tuple(".,;:?!)”’")
_LAST_WORD, _FIRST_WORD = re.compile(r"\S+$"), re.compile(r"^\S+")


@dataclass(slots=True, kw_only=True)
class LineGroup:
    """Lines that are one paragraph: which of ours, and how much of it they have.

    ``is_begin`` says that the copy began amid it, so that what stands before that never came along.
    """

    own: PrintedText | None
    lines: list[PageLine] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    has_other_words: bool = False
    is_begin: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether its lines are all of our paragraph and nothing else."""
        if self.own is None or self.has_other_words:
            return False
        end = min(self.spans)[0] if self.is_begin and self.spans else 0
        for begin, stop in sorted(self.spans):
            if begin > end:
                return False
            end = max(end, stop)
        return end >= len(self.own.letters)


def joined_paragraph(group: LineGroup, paragraphs: Sequence[StoryParagraph]) -> StoryParagraph:
    """Return some lines of a file, whose paragraphs these are, as the paragraph that they were."""
    held = [paragraphs[at] for at in dict.fromkeys(line.at for line in group.lines)]
    tracked = [one for paragraph in held for one in paragraph.tracked]
    is_same = all(one.old == one.new for one in held)
    old = group.own.words if group.own and group.is_whole else _text(group)
    new = old if is_same else " ".join(" ".join(one.new for one in held).split())
    marks = [name for paragraph in held for name in paragraph.bookmarks]
    is_by_words = not marks
    is_contents = group.own is not None and group.own.is_contents
    if group.own and group.own.anchor:
        marks.append(bookmark_name(group.own.anchor))  # the lines around it say where it stands
    return StoryParagraph(
        old=old,
        new=new,
        bookmarks=marks,
        tracked=tracked,
        is_contents=is_contents,
        is_by_words=is_by_words,
        is_row=group.own is not None and group.own.is_whole_row,
    )


def range_in(marked: Range, place: Sequence[int]) -> Range:
    """Return what a remark covers; ``place`` is where each paragraph of the file stands now."""
    first, point = (
        place[at] if at is not None and at < len(place) else at
        for at in (marked.first, marked.point)
    )
    return replace(marked, first=first, point=point)


def _text(group: LineGroup) -> str:
    """Return lines as one, without what a page adds: spaces at ends, hyphens, marks of notes."""
    own = group.own
    text = ""
    for line in group.lines:
        text = _joined(text, line.text, own.words if own else "")
    if own is None:
        return text
    for mark in own.marks:
        text = _without_mark(text, mark, own.words)
    words = _without_lead(text, own.leads).removeprefix(own.marker).strip()
    return f"{own.marker} {words}".strip()


def _without_lead(text: str, leads: Sequence[str]) -> str:
    """Return a text without the label and the number that a page shows before it."""
    for lead in sorted(leads, key=len, reverse=True):
        for end in (found.end() for found in re.finditer(r"\S+", text[: len(lead) * 2])):
            if lead and glued(text[:end]) == lead:
                return text[end:].strip()
    return text


def _joined(text: str, line: str, words: str) -> str:
    if not text:
        return line
    last, first = _LAST_WORD.search(text), _FIRST_WORD.search(line)
    end, begin = (last[0] if last else ""), (first[0] if first else "")
    if f"{end} {begin}" in words:
        return f"{text} {line}"
    if f"{end}{begin}" in words:
        return f"{text}{line}"
    if end.endswith("-") and f"{end[:-1]}{begin}" in words:
        return f"{text[:-1]}{line}"
    is_one = end.endswith("/") or begin[:1] in _CLOSES
    return f"{text}{line}" if is_one else f"{text} {line}"


def _without_mark(text: str, mark: str, words: str) -> str:
    """Return a text without the mark of a note behind a word that has none of its own."""
    said, end = re.escape(mark), r"(?!\d)" if mark.isdigit() else r"(?!\w)"
    for found in re.finditer(rf"(?<=[^\W\d]){said}{end}|(?<=[.,;:?!)”’]){said}{end}", text):
        before = text[: found.start()].rsplit(maxsplit=1)[-1]
        is_word = f"{before}{mark}" in words.split()
        if not is_word and {before, f"{before}.", f"{before},"} & {*words.split()}:
            return text[: found.start()] + text[found.end() :]
    return text
