"""Notes that are called by a word: a program that keeps their marks as words changed nothing."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
from docx import Document

from import_quality import own_pdf, own_word
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.note_marks import without_note_marks
from protocolkit.review.word_review import review_word
from protocolkit.review.word_story import Story, StoryParagraph
from returned_word import ReturnedWord

_TEXT = """---
protocol:
  title: Eten op school
  organisation: {name: De Brug, kind: bestuur, sector: po}
---

# Eten op school

{#h-1}
## 1 Aanbod

{#a1}
1. Een leverancier levert alleen producten die op de lijst staan.[^lijst]

{#a2}
2. In elke automaat zit minstens de helft gezonde producten; dat telt elke maand.[^helft]

{#a3}
3. De school schrijft elk jaar op hoe het gaat en wat er beter kan in het volgende schooljaar.

[^lijst]: De lijst hangt bij de kassa.
[^helft]: Gezond is wat in de schijf staat.
"""
PROTOCOL = read_protocol_text(_TEXT, subject="eten", slug="de-brug").protocol
_EDIT = ("gezonde producten;", "goede producten;")


def _pasted(text: str) -> list[tuple[str, str, str]]:
    made = Document()
    for line in text.split("\n"):
        made.add_paragraph(re.sub(r"[\x00-\x08\x0b-\x1f\ufffe]", "", line))
    held = io.BytesIO()
    made.save(held)
    changes = review_word(held.getvalue(), Path("kopie.docx"), PROTOCOL).changes
    return [(one.anchor, one.old, one.new) for one in changes]


def test_a_mark_is_no_word_of_a_clause_that_was_copied_from_our_pdf() -> None:
    pages = pypdfium2.PdfDocument(own_pdf(PROTOCOL))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages).replace("\r", "")
    assert "staan.lijst" in text
    assert _pasted(text) == []
    [(anchor, old, new)] = _pasted(text.replace(*_EDIT))
    assert (anchor, new) == ("a2", old.replace(*_EDIT))


def test_a_mark_in_pasted_words_does_not_come_along_in_new_text() -> None:
    clauses = (line for line in _TEXT.split("\n") if line[:1].isdigit())
    lines = (re.sub(r"\[\^(\w+)\]", "\u2060\\1", line) for line in clauses)
    text = "\n".join(("1\tAanbod", *(f"1.{line[0]}\t{line[:2]}\t{line[3:]}" for line in lines)))
    assert "staan.\u2060lijst" in text
    assert _pasted(text) == []
    for edit in (_EDIT, ("elke maand", "ieder jaar")):
        [(anchor, old, new)] = _pasted(text.replace(*edit))
        assert (anchor, new) == ("a2", old.replace(*edit))


def test_a_mark_behind_its_call_and_before_its_note_is_no_word() -> None:
    said = "2. Ga na of zij op de lijst staan.\u2060lijst Dan mag het.\u2060helft"
    calls = [said.index("\u2060"), said.rindex("\u2060")]
    note = "\u2060 lijst De lijst hangt bij de kassa."
    empty = StoryParagraph(old="\u2060", new="\u2060", is_note=True)
    story = Story(
        paragraphs=[
            StoryParagraph(old=said, new=said, calls=calls),
            StoryParagraph(old=note, new=note, is_note=True),
            empty,
        ]
    )
    text, below, nothing = without_note_marks(story, PROTOCOL).paragraphs
    assert text.new == text.old == "2. Ga na of zij op de lijst staan. Dan mag het."
    assert [text.new[:at][-6:] for at in text.calls] == ["staan.", "g het."]
    assert (below.new, nothing.new) == ("De lijst hangt bij de kassa.", "")


def test_a_note_to_which_a_program_put_its_mark_is_as_it_was() -> None:
    word = ReturnedWord(own_word(PROTOCOL))

    def saved(parts: dict[str, bytes]) -> None:
        notes = parts["word/footnotes.xml"]
        style = b'<w:rStyle w:val="FootnoteReference"/>'
        assert style in notes
        parts["word/footnotes.xml"] = notes.replace(style, b"")

    assert review_word(word.content(saved), Path("terug.docx"), PROTOCOL).changes == ()
    word.move("In elke automaat", "Een leverancier")
    [one] = review_word(word.content(saved), Path("terug.docx"), PROTOCOL).changes
    assert (one.anchor in ("a1", "a2"), one.kind) == (True, "moved")
