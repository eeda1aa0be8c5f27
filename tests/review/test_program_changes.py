"""What a program does to a file by itself is no change of a council, and stops nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from import_quality import own_word
from one_protocol import headed
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.word_review import review_word
from returned_word import ReturnedWord, W

_TEXT = (
    headed("Pesten")
    + """{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat binnen een dag naar de mentor van de klas.[^1]

{#a2}
2. De school bewaart verslagen van gesprekken twee jaar lang.[^2]

{#slot}
## Slot

{#s1}
1. Dit protocol wordt elk jaar besproken met de medezeggenschapsraad.

[^1]: Is de mentor er niet, dan is dat de vertrouwenspersoon.
[^2]: Daarna vernietigt de directeur ze.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_NOTES = "word/footnotes.xml"
_FIRST, _SECOND = "Is de mentor er niet, dan is dat de vertrouwenspersoon.", "Daarna vernietigt"
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def sent() -> bytes:
    return own_word(PROTOCOL)


@pytest.fixture
def word(sent: bytes) -> ReturnedWord:
    word = ReturnedWord(sent)
    word.retype("binnen een dag", "binnen twee dagen")
    return word


def _changes(
    word: ReturnedWord, change: Callable[[Parts], None] | None = None
) -> list[tuple[str, str]]:
    found = review_word(word.content(change), Path("retour.docx"), PROTOCOL)
    assert found.parts == ()
    return [(one.kind, one.anchor) for one in found.changes]


def test_a_clause_that_is_read_as_a_note_has_not_changed(word: ReturnedWord) -> None:
    assert _changes(word) == [("changed", "a1")]


def _emptied(parts: Parts) -> None:
    """Take the words of every note away, as LibreOffice does with some Word files."""
    parts[_NOTES] = re.sub(rb"<w:t[ >][^<]*</w:t>|<w:t>[^<]*</w:t>", b"", parts[_NOTES])


def _doubled(parts: Parts) -> None:
    """Give the second note the words of the first, as LibreOffice does with others."""
    text = parts[_NOTES].decode()
    begin = text.index(_SECOND)
    end = text.index("</w:t>", begin)
    parts[_NOTES] = f"{text[:begin]}{_FIRST}{text[end:]}".encode()


def _shifted(parts: Parts) -> None:
    """Give the first note the words of the second, and that none, as LibreOffice does too."""
    text = parts[_NOTES].decode()
    begin = text.index(_SECOND)
    end = text.index("</w:t>", begin)
    text = f"{text[:begin]}{text[end:]}".replace(_FIRST, text[begin:end])
    parts[_NOTES] = text.encode()


@pytest.mark.parametrize("damage", [_emptied, _doubled, _shifted], ids=lambda one: one.__name__)
@pytest.mark.parametrize("is_pasted", [False, True])
def test_notes_that_a_program_spoiled_were_not_taken_away(
    word: ReturnedWord, damage: Callable[[Parts], None], is_pasted: bool
) -> None:
    if is_pasted:
        word.without_record()
    assert _changes(word, damage) == [("changed", "a1")]
    found = review_word(word.content(damage), Path("retour.docx"), PROTOCOL)
    told = [(one.place, one.reason) for one in found.passed_over]
    assert ("noot 2", LeftOutReason.EMPTY_NOTE) in told


def test_a_note_that_was_emptied_is_told_and_no_change(word: ReturnedWord) -> None:
    """LibreOffice empties notes beside remarks; a person may do so with one of them."""
    word.on("Wie?", "twee jaar lang")

    def empty(parts: Parts) -> None:
        parts[_NOTES] = re.sub(rb"(<w:t[^>]*>)Daarna vernietigt[^<]*", rb"\1", parts[_NOTES])

    found = review_word(word.content(empty), Path("retour.docx"), PROTOCOL)
    assert [one.anchor for one in found.changes] == ["a1"]
    [told] = found.passed_over
    assert (told.place, told.words) == ("noot 2", "Daarna vernietigt de directeur ze.")


@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_note_that_the_text_no_longer_calls_has_gone(
    word: ReturnedWord, is_tracked: bool
) -> None:
    mark = list(word.root.iter("{*}footnoteReference"))[-1].getparent()
    holder = etree.Element(f"{{{W}}}del")
    if is_tracked:
        mark.addprevious(holder)
    holder.append(mark)
    assert ("removed", "noot-2") in _changes(word)
    found = review_word(word.content(), Path("retour.docx"), PROTOCOL)
    assert found.passed_over == ()


def test_the_note_whose_call_went_is_gone_whatever_words_the_others_have(
    word: ReturnedWord,
) -> None:
    """LibreOffice gives the words of the first note to the first call that is left."""
    mark = next(word.root.iter("{*}footnoteReference"))
    mark.getparent().remove(mark)

    def shift(parts: Parts) -> None:
        parts[_NOTES] = re.sub(
            rb"(<w:t[^>]*>)Daarna vernietigt[^<]*", rb"\1" + _FIRST.encode(), parts[_NOTES]
        )

    assert _changes(word, shift) == [("changed", "a1"), ("removed", "noot-1")]
    [told] = review_word(word.content(shift), Path("retour.docx"), PROTOCOL).passed_over
    assert (told.place, told.reason) == ("noot 2", LeftOutReason.EMPTY_NOTE)


def test_a_note_that_a_person_took_away_is_gone(word: ReturnedWord) -> None:
    mark = list(word.root.iter("{*}footnoteReference"))[-1]
    mark.getparent().remove(mark)

    def cut(parts: Parts) -> None:
        text = parts[_NOTES].decode()
        begin = text.rindex("<w:footnote ", 0, text.index(_SECOND))
        end = text.index("</w:footnote>", begin) + len("</w:footnote>")
        parts[_NOTES] = f"{text[:begin]}{text[end:]}".encode()

    assert ("removed", "noot-2") in _changes(word, cut)
