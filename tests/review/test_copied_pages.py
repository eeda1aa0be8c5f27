"""A text that was copied from our PDF into another file says what it said, but for real changes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pdfplumber
import pytest

from copied_word import pasted_word
from import_quality import own_pdf
from one_protocol import headed
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.broken_pages import is_broken, paper_share
from protocolkit.review.remarks import Review
from protocolkit.review.text_review import ReturnedText
from protocolkit.review.word_review import ReturnedWord

_LONG = "De leraar van de klas bewaart alle telefoons in een kluis die aan het eind van de dag "
_TEXT = headed("Telefoons") + (
    "{#h-1}\n## 1 In de klas en op de gangen\n\n"
    f"{{#a1}}\n1. {_LONG}opengaat, en geeft ze dan terug aan leerlingen[^1] en hun "
    "ouders/verzorgers.\n\n"
    "{#a2}\n2. Wie zijn telefoon toch gebruikt, levert die in:\n\n"
    "   a. de eerste keer voor een dag;\n\n   b. de tweede keer voor een week en een dag.\n\n"
    f"{{#a3}}\n3. De school- en klassenregels hangen in elk lokaal.\n\n"
    "{#h-2}\n## 2 Thuis\n\n"
    "{#a4}\n1. Ouders/verzorgers helpen hun kind om deze afspraken na te komen en praten daarover "
    "met elkaar, met de school en met andere ouders van de klas.\n\n"
    "{#a5}\n| Wie | Wat |\n|---|---|\n| mentor | belt met de ouders thuis |\n"
    "| directeur | schorst |\n\n"
    "[^1]: Ook leerlingen die maar kort op school zijn, zoals uit een ander land.\n"
)
PROTOCOL = read_protocol_text(_TEXT, subject="telefoons", slug="de-brug").protocol

# What a program makes of the first pages, with the labels and numbers on lines of their own.
_LINES = """De Brug
Telefoons
Status onbekend
Bestuur of school
De Brug
Bladzijde 1 van 2
De Brug

Telefoons

1

In de klas en op de gangen

1.1

1.

De leraar van de klas bewaart alle telefoons in een kluis die aan het eind
van de dag opengaat, en geeft ze dan terug aan leerlingen1 en hun ouders/
verzorgers.

1.2

2.

Wie zijn telefoon toch gebruikt, levert die in:
a. de eerste keer voor een dag;
b. de tweede keer voor een week en een dag.
1.3 3. De school- en klassen-
regels hangen in elk lokaal.
2 Thuis
1. Ouders/verzorgers helpen hun kind om deze afspraken na te komen en
2.1

1
Ook leerlingen die maar kort op school zijn, zoals uit een ander land.
Bladzijde 2 van 2
De Brug
Telefoons
praten daarover met elkaar, met de school en met andere ouders van de
klas.
Wie       Wat
mentor    belt met de ouders thuis
directeur
schorst
"""


def _of_text(text: str) -> Review:
    return ReturnedText(text, "retour.txt").review(PROTOCOL)


def _of_word(text: str) -> Review:
    return ReturnedWord(
        pasted_word(filter(str.strip, text.split("\n"))), Path("retour.docx")
    ).review(PROTOCOL)


_KINDS = pytest.mark.parametrize("review", [_of_text, _of_word])
_Reading = Callable[[str], Review]


@_KINDS
def test_lines_of_pages_are_no_changes(review: _Reading) -> None:
    found = review(_LINES)
    assert [(one.anchor, one.old, one.new) for one in found.changes] == []
    assert (found.remarks, found.parts) == ((), ())


@_KINDS
@pytest.mark.parametrize(
    ("old", "new", "anchor", "before", "after"),
    [
        ("alle telefoons in", "alle toestellen in", "a1", "telefoons in", "toestellen in"),
        ("verzorgers.\n", "voogden.\n", "a1", "ouders/verzorgers.", "ouders/voogden."),
        ("een kluis die", "een\nkluis die", "", "", ""),
        ("een week en", "een maand en", "a2", "week en een dag", "maand en een dag"),
        ("regels hangen in elk", "regels staan in elk", "a3", "hangen", "staan"),
        ("talen daarover", "talen daarover", "", "", ""),
        ("klas.\nWie", "klas en het schoolplein.\nWie", "a4", "klas.", "klas en het schoolplein."),
        ("schorst\n", "straft\n", "a5", "schorst", "straft"),
        ("zoals uit een ander", "zoals uit een vreemd", "noot", "ander land", "vreemd land"),
    ],
)
def test_a_real_change_is_told_alone(
    review: _Reading, old: str, new: str, anchor: str, before: str, after: str
) -> None:
    found = review(_LINES.replace(old, new, 1)).changes
    if not anchor:
        assert found == ()
        return
    [one] = found
    assert (one.kind, one.anchor.startswith(anchor)) == ("changed", True)
    assert (before in one.old, after in one.new, after in one.old) == (True, True, False)
    assert one.new.replace(after, before).split() == one.old.split()


@_KINDS
def test_a_clause_that_came_and_one_that_went_are_told(review: _Reading) -> None:
    [come] = review(_LINES.replace("2 Thuis\n1.", "4. Ouders komen kijken.\n2 Thuis\n1.")).changes
    assert (come.kind, come.new, come.near) == ("added", "4. Ouders komen kijken.", "a3")
    gone = _LINES.replace("1.3 3. De school- en klassen-\nregels hangen in elk lokaal.\n", "")
    [one] = review(gone).changes
    assert (one.kind, one.anchor) == ("removed", "a3")


def test_mail_that_quotes_a_clause_is_no_text() -> None:
    mail = "Beste MR,\n\n1.3 De school- en klassenregels hangen in elk lokaal. Waar dan?\n"
    assert paper_share(mail.split("\n"), PROTOCOL) < 0.5
    [one] = _of_text(mail).remarks
    assert one.anchor == "a3"


def test_lines_of_pages_are_told_from_paragraphs() -> None:
    assert is_broken(_LINES.split("\n"), PROTOCOL)
    whole = [line for line in _TEXT.split("\n") if line.strip()]
    assert not is_broken(whole, PROTOCOL)


@cache
def _pages(*, is_laid_out: bool) -> str:
    with pdfplumber.open(io.BytesIO(own_pdf(PROTOCOL))) as pages:
        return "\n".join(page.extract_text(layout=is_laid_out) for page in pages.pages)


def _words(text: str) -> Iterator[tuple[str, str]]:
    yield text, ""
    yield text.replace("alle telefoons", "alle toestellen", 1), "a1"
    yield text.replace("klassenregels hangen", "klassenregels staan", 1), "a3"
    yield text.replace("belt met de ouders", "praat met de ouders", 1), "a5"


@pytest.mark.parametrize("is_laid_out", [False, True])
def test_a_copy_of_our_own_pdf_has_the_changes_that_were_made(is_laid_out: bool) -> None:
    for text, anchor in _words(_pages(is_laid_out=is_laid_out)):
        assert [one.anchor for one in _of_text(text).changes] == [anchor] * bool(anchor)


def test_another_protocol_has_nothing_of_it() -> None:
    other: Protocol = read_protocol_text(
        headed("Pesten") + "{#a1}\n1. Wie pest, gaat naar de mentor.\n", subject="p", slug="b"
    ).protocol
    assert paper_share(_LINES.split("\n"), other) == 0.0
