"""What we print before and amid the words of a clause, set apart from these again.

A label, a number or letter, and the number of a note stand before their words with tabs between
them; some programs drop the tabs, and the signs by which a label shows. Where such a lead stands
before the first word of its own clause it is apart again; any other line stays as it is. The number
at which a note is called becomes a sign behind a word where a text is pasted, and goes here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind
from protocolkit.document.model import Protocol
from protocolkit.document.outline import called_notes, labels
from protocolkit.document.richtext import NoteMark, RichText, Text, plain, walk
from protocolkit.paper.docx.notes import STAYS
from protocolkit.review.word_story import Story, StoryParagraph
from protocolkit.text.label_form import as_label, without_marks
from protocolkit.text.words import glued, tokens

# The most signs that stand before a clause.
_LONGEST = 80
_TAB = "\t"
# A word with the signs behind it, of enough letters to be told from any other.
_LAST_WORD = re.compile(r"(?:\S+\s)?\S{3,}$")


def with_leads(story: Story, submitted: Protocol, front: Set[str] = frozenset()) -> Story:
    """Return a text in which what we print before each clause is apart from its words.

    ``front`` are the letters of each line and cell of the cover: one behind another is no label.
    """
    leads, calls = PrintedLeads(submitted), NoteCalls(submitted)

    def plain_words(text: str) -> str:
        return leads.apart(calls.without(text))

    paragraphs: list[StoryParagraph] = []
    before = ""
    for one in story.paragraphs:
        letters = glued(one.new)
        is_own = one.calls or {letters, before} <= front
        paragraphs.append(
            one if is_own else replace(one, old=plain_words(one.old), new=plain_words(one.new))
        )
        before = letters or before
    return replace(story, paragraphs=paragraphs)


class NoteCalls:
    """The marks and numbers of notes as pasted words have them: glued to the words before them."""

    def __init__(self, protocol: Protocol) -> None:
        notes = enumerate(called_notes(protocol), start=1)
        marks = {note.label: dict.fromkeys((note.label, str(at))) for at, note in notes}
        units = [unit for item in items_of(protocol) for unit in item.units]
        whole = "\n".join(plain(unit.text) for unit in units)
        found = {call for unit in units for call in _calls(unit.text, marks)}
        own = [before + mark for before, mark in found if before + mark not in whole]
        # a mark that is a word ends where that ends
        said = (re.escape(one) + ("" if one[-1].isdigit() else r"(?!\w)") for one in sorted(own))
        self._pattern = re.compile(rf"({'|'.join(said)})(?!\d)") if own else None
        self._length = {before + mark: len(before) for before, mark in found}
        said_labels = "|".join(map(re.escape, sorted(marks, key=len, reverse=True)))
        # our own files have this sign before a mark, whatever the word before it became
        self._kept = re.compile(rf"{STAYS}(?:{said_labels}){STAYS}?(?!\w)") if marks else None

    def without(self, text: str) -> str:
        """Return a text without the number at each place where we call a note."""
        text = self._kept.sub("", text) if self._kept else text
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: found[0][: self._length[found[0]]], text)


def _calls(text: RichText, marks: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Yield the word before each note of a text, with each mark of that note."""
    before = ""
    for one in walk(text):
        if isinstance(one, Text):
            before += one.text
        elif isinstance(one, NoteMark):
            word = _LAST_WORD.search(before)
            if word and not before[-1:].isdigit():
                for mark in marks.get(one.label, ()):
                    yield word[0], mark
                    if not mark[0].isdigit():  # it is told by itself: other words may stand before
                        yield word[0].split()[-1], mark


class PrintedLeads:
    """The labels, numbers and letters that we print before clauses, headings, points and notes."""

    def __init__(self, protocol: Protocol) -> None:
        self._cited = labels(protocol)
        self._alone = {_bare(one): as_label(one) for one in self._cited.values()}
        # For what stands before words, without spaces: how it is when it is apart, by first word.
        self._apart: dict[str, dict[str, str]] = defaultdict(dict)
        # The same for a label and a number between spaces, before whatever word.
        self._spaced: dict[tuple[str, ...], str] = {}
        notes = {note.anchor: note.label for note in protocol.notes}
        numbers = {note.anchor: str(at) for at, note in enumerate(called_notes(protocol), start=1)}
        for item in items_of(protocol):
            if item.kind is ItemKind.NOTE:
                for mark in {notes[item.anchor], numbers[item.anchor]}:
                    self._know(mark, plain(item.units[0].text), "")
            else:
                self._know_all(item)

    def apart(self, text: str) -> str:
        """Return a line in which what we print before its words is apart from them."""
        line = without_marks(text).strip()
        if alone := self._alone.get(_bare(line)):
            return alone
        for end in range(min(_LONGEST, len(line)), 0, -1):
            lead, rest = line[:end], line[end:]
            known = self._apart.get(_bare(lead))
            made = known.get(_first(rest)) if known else self._spaced.get(tuple(lead.split()))
            if made is None or (not known and not rest[:1].isspace()):
                continue
            shown = f"{made}{rest.lstrip()}"
            is_same = without_marks(made) == made and tokens(shown) == tokens(text)
            return text if is_same else shown
        return text

    def _know_all(self, item: Item) -> None:
        """Know what stands before the words of each paragraph of a clause or heading."""
        label = self._cited.get(item.anchor, "") if item.kind is ItemKind.CLAUSE else ""
        for at, unit in enumerate(item.units):
            words, marker = plain(unit.text), unit.marker
            self._know(marker, words, f"{marker}{_TAB}")
            if label and at == 0:
                lead = f"{as_label(label)}{_TAB}{marker}{_TAB if marker else ''}"
                self._know(label + marker, words, lead)
                if marker:
                    self._spaced[(*label.split(), marker)] = lead

    def _know(self, lead: str, words: str, made: str) -> None:
        if lead and words:
            self._apart[_bare(lead)].setdefault(_first(words), made)


def _first(words: str) -> str:
    return next(iter(tokens(words)), "")


def _bare(text: str) -> str:
    return "".join(text.split())
