"""The marks of notes that are no count of them, such as a word: programs keep these as plain words.

Each stands right behind the place that calls the note, and before the words of the note itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from protocolkit.document.model import Protocol
from protocolkit.document.outline import called_notes
from protocolkit.review.printed_leads import NoteCalls
from protocolkit.review.word_story import Story, StoryParagraph
from protocolkit.text.words import INVISIBLE, tokens

_UNSEEN = "".join(map(chr, INVISIBLE))


def without_note_marks(story: Story, protocol: Protocol) -> Story:
    """Return a text without the marks of notes that stand in it as words."""
    if not has_note_marks(protocol):
        return story
    marks = _Marks([note.label for note in protocol.notes], NoteCalls(protocol))
    return replace(story, paragraphs=[marks.without(one) for one in story.paragraphs])


def has_note_marks(protocol: Protocol) -> bool:
    """Tell whether the notes of a text have other marks than a program counts by itself."""
    labels = enumerate((note.label for note in called_notes(protocol)), start=1)
    return any(label != str(at) for at, label in labels)


class _Marks:
    """The marks of the notes of a text."""

    def __init__(self, labels: list[str], calls: NoteCalls) -> None:
        said = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
        self._behind = re.compile(rf"[{_UNSEEN}]*(?:{said})(?!\w)")
        self._before = re.compile(rf"[\s{_UNSEEN}]*(?:{said})\s+")
        self._calls = calls

    def without(self, paragraph: StoryParagraph) -> StoryParagraph:
        """Return a paragraph without the marks in it."""
        if paragraph.is_note:
            old, new = map(self._of_note, (paragraph.old, paragraph.new))
            return replace(paragraph, old=old, new=new)
        new, calls = paragraph.new, list(paragraph.calls)
        for at, place in reversed(list(enumerate(paragraph.calls))):
            if found := self._behind.match(new, place):
                new = new[:place] + new[found.end() :]
                length = found.end() - place
                calls[at + 1 :] = [one - length for one in calls[at + 1 :]]
        if new == paragraph.new:
            return paragraph
        is_same = paragraph.old == paragraph.new
        old = new if is_same else self._calls.without(paragraph.old)
        return replace(paragraph, old=old, new=new, calls=calls)

    def _of_note(self, words: str) -> str:
        found = self._before.match(words)
        rest = words[found.end() :] if found else words
        return rest if tokens(rest) else ""
