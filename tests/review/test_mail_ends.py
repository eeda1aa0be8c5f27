"""How a mail begins and ends remarks nothing; a line that says more is a remark."""

from __future__ import annotations

import pytest

from protocolkit.review.mail_ends import (
    is_greeting,
    is_greeting_line,
    is_postscript,
    is_signature,
    leaves_in_line,
    takes_leave,
)


@pytest.mark.parametrize(
    ("line", "greets"),
    [
        ("Beste allen,", True),
        ("Hallo allemaal", True),
        ("L.s.,", True),
        ("Geachte heer Van den Berg", True),
        ("Beste leden van de raad van nu,", True),
        # eight words are a sentence
        ("Beste leden van de raad van het nu,", False),
        ("Dag en nacht bereikbaar?", False),
        ("Beste allen, dit is te streng.", False),
        ("Beste", False),
    ],
)
def test_a_line_greets_and_no_more(line: str, greets: bool) -> None:
    assert is_greeting_line(line) == greets


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Met vriendelijke groet,\nAnna", True),
        ("Groetjes Sanne", True),
        ("Mvg", True),
        ("gr. Anna de Wit", True),
        ("Groet,\n" + "\n".join("abcd"), True),
        # more lines or words than a name and what somebody is
        ("Groet,\n" + "\n".join("abcde"), False),
        ("Groet,\na b c d e f g", True),
        ("Groet,\na b c d e f g h", False),
        ("Groeten doen wij aan de deur", False),
    ],
)
def test_a_paragraph_takes_leave_with_a_few_lines_at_most(text: str, leaves: bool) -> None:
    assert takes_leave(text) == is_greeting(text) == leaves


@pytest.mark.parametrize(
    ("line", "before", "leaves"),
    [
        ("Groetjes Sanne", "Mag dat ook?", True),
        ("groetjes Sanne", "Mag dat ook?", True),
        ("Groetjes Sanne", "en een", True),
        ("groet.", "en een", False),
        ("Groeten aan de hele raad", "Mag dat ook?", False),
    ],
)
def test_a_line_right_below_words_takes_leave(line: str, before: str, leaves: bool) -> None:
    assert leaves_in_line(line, before) == leaves


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Anna de Wit\nvoorzitter MR", True),
        ("a\nb\nc\nd\ne", True),
        ("a\nb\nc\nd\ne\nf", False),
        ("Dit is te streng.", False),
        ("Mag dat?", False),
        ("PS: dit ook", False),
    ],
)
def test_who_wrote_it_is_no_sentence(text: str, signs: bool) -> None:
    assert is_signature(text) == signs


def test_what_stands_behind_the_end_begins_so() -> None:
    assert is_postscript("P.S. Nog iets")
    assert is_postscript("ps: nog iets")
    assert not is_postscript("Psalm 1")
