"""What a copied paper has around its text: its contents, and what runs along.

Who copies a whole paper copies its list of contents and what stands above and below its pages as
well. The paper as it was sent says which lines these are; they are no words of a clause, and
nobody wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from protocolkit.review.printed_around import PrintedAround
from protocolkit.review.running_words import without_count
from protocolkit.review.word_story import Story, StoryParagraph
from protocolkit.text.words import glued, tokens

# More lines than this are no paper of ours, and would take long to hold beside one.
_MOST_LINES = 5_000
# The most entries of a list of contents in one paragraph.
_MOST_ENTRIES = 200
_LEADER = re.compile(r"[.…·\s]{4,}")
_TAB = "\t"
_PAGE = re.compile(r"\d{0,4}")


def around_told(story: Story, around: PrintedAround) -> Story:
    """Return a text of which the lines around it are told by what was printed there.

    Lines of contents are that; what runs along on pages has no words.
    """
    if len(story.paragraphs) > _MOST_LINES or not around.paragraphs:
        return story
    listed = list(_Contents(around, story.paragraphs).told())
    return replace(story, paragraphs=list(_without_running(listed, around)))


class _Contents:
    """The lines of a file that are our list of contents."""

    def __init__(self, around: PrintedAround, paragraphs: Sequence[StoryParagraph]) -> None:
        self._paragraphs = paragraphs
        own = [at for at, one in enumerate(around.paragraphs) if one.is_contents]
        printed = [around.paragraphs[at].old for at in own]
        self._entries = {glued(_without_page(one)): one for one in printed}
        before = around.paragraphs[own[0] - 1].old if own and own[0] else ""
        self._heading = tokens(before)
        self._letters = [glued(one.new) for one in paragraphs]

    def told(self) -> Iterator[StoryParagraph]:
        """Yield each paragraph; a list of contents is the lines that we printed."""
        run = self._run()
        for at, one in enumerate(self._paragraphs):
            lines = run.get(at)
            if lines is None:
                yield one
            else:
                shown = "\n".join(lines)
                old = shown if glued(one.old) == self._letters[at] else one.old
                yield replace(one, old=old, new=shown, is_contents=True)

    def _run(self) -> Mapping[int, list[str]]:
        """Return which paragraphs are lines of the contents, and which ones: a run of them."""
        found: dict[int, list[str]] = {}
        waiting: dict[int, list[str]] = {}
        is_begun = False
        for at, one in enumerate(self._paragraphs if self._entries else ()):
            if not self._letters[at]:
                continue
            lines = self._lines(at)
            if lines:
                waiting[at] = lines
                continue
            found |= waiting if is_begun or _is_list(waiting) else {}
            waiting, is_begun = {}, tokens(one.new) == self._heading
        return found | (waiting if is_begun or _is_list(waiting) else {})

    def _lines(self, at: int) -> list[str]:
        """Return the lines of ours that a paragraph is; none for the heading that a line names."""
        letters = self._letters[at]
        if letters in self._entries:
            return [self._entries[letters]] if letters in self._letters[at + 1 :] else []
        return _parsed(glued(_LEADER.sub(" ", self._paragraphs[at].new)), self._entries)


def _is_list(found: Mapping[int, list[str]]) -> bool:
    """Tell whether lines are a list of contents by themselves, though no heading stands before."""
    return sum(map(len, found.values())) > 1


def _without_page(line: str) -> str:
    head, tab, page = line.rpartition(_TAB)
    return head if tab and page.strip().isdigit() else line


def _parsed(letters: str, entries: Mapping[str, str]) -> list[str]:
    """Return the entries that letters are, each with a page behind it or not; [] for others."""
    ways: dict[int, list[str]] = {0: []}
    for begin in range(len(letters)):
        if begin not in ways or len(ways[begin]) >= _MOST_ENTRIES:
            continue
        for name, line in entries.items():
            if not name or not letters.startswith(name, begin):
                continue
            end = begin + len(name)
            digits = _PAGE.match(letters, end)
            for stop in range(digits.end() if digits else end, end - 1, -1):
                ways.setdefault(stop, [*ways[begin], line])
    return ways.get(len(letters), [])


def _without_running(
    paragraphs: Sequence[StoryParagraph], around: PrintedAround
) -> Iterator[StoryParagraph]:
    """Yield paragraphs of which those that run along on pages have no words."""
    forms = ((line, line.replace(_TAB, ""), *line.split(_TAB)) for line in around.running)
    running = {without_count(form) for own in forms for form in own} - {()}
    key = around.key
    filled = [at for at, one in enumerate(paragraphs) if tokens(one.new)]
    ours = [key(one.old) for one in around.paragraphs if tokens(one.old)]
    theirs = [key(paragraphs[at].new) for at in filled]
    matched = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    stays = {filled[at] for one in matched for at in range(one.b, one.b + one.size)}
    for at, one in enumerate(paragraphs):
        is_ours = without_count(one.new) in running
        is_around = at not in stays and is_ours and not one.tracked
        yield replace(one, old="", new="", calls=[]) if is_around else one
