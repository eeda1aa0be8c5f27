"""Spans of a text with marks to rich text: links, notes, emphasis, one space between words."""

from __future__ import annotations

import pytest

from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark, RichText, Text
from protocolkit.importing.source.lines import Mark, MarkKind
from protocolkit.importing.structure.line_runs import Piece
from protocolkit.importing.structure.rich_spans import ContentReader


def _rich(text: str, *marks: tuple[str, MarkKind, str]) -> RichText:
    made = [
        Mark(begin=text.index(words), end=text.index(words) + len(words), kind=kind, target=target)
        for words, kind, target in marks
    ]
    return ContentReader(text, made).span(0, len(text))


def test_spaces_are_folded_and_none_is_left_at_the_ends() -> None:
    assert _rich("  Bellen \t mag\nniet. ") == (Text("Bellen mag niet."),)


def test_marks_nest_and_spaces_stay_outside() -> None:
    strong = ("mag niet even ", MarkKind.STRONG, "")
    link = ("niet", MarkKind.LINK, "https://school.nl")
    linked = Link(target="https://school.nl", content=(Text("niet"),))
    assert _rich("Bellen mag niet even in de les.", strong, link) == (
        Text("Bellen "),
        Emphasis(content=(Text("mag "), linked, Text(" even")), strong=True),
        Text(" in de les."),
    )


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]
)
def test_a_link_that_nobody_should_follow_is_its_words(target: str) -> None:
    assert _rich("Klik hier.", ("hier", MarkKind.LINK, target)) == (Text("Klik hier."),)


def test_emphasis_of_a_sign_is_the_sign() -> None:
    assert _rich("Let op !", ("!", MarkKind.STRONG, "")) == (Text("Let op !"),)


def test_notes_and_breaks_are_themselves() -> None:
    note, line = ("1", MarkKind.NOTE, "1"), ("|", MarkKind.BREAK, "")
    assert _rich("de wet1 | en meer", note, line) == (
        Text("de wet"),
        NoteMark("1"),
        HardBreak(),
        Text("en meer"),
    )


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("Zie www.school.nl.", "www.school.nl", "https://www.school.nl"),
        ("Mail info@school.nl!", "info@school.nl", "mailto:info@school.nl"),
        ("(https://school.nl/a_(b))", "https://school.nl/a_(b))", "https://school.nl/a_(b))"),
        ("(https://school.nl/a)", "https://school.nl/a", "https://school.nl/a"),
    ],
)
def test_a_bare_address_is_a_link(text: str, words: str, target: str) -> None:
    assert Link(target=target, content=(Text(words),)) in _rich(text)


def test_a_word_that_was_broken_stands_there_whole() -> None:
    text = "De leer-\nlingen bellen."
    pieces = [Piece(0, 3), Piece(3, 15, instead="leerlingen"), Piece(15, len(text))]
    assert ContentReader(text, ()).rich(pieces) == (Text("De leerlingen bellen."),)
