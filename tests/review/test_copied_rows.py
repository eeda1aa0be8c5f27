"""A cell of a copied table that ends with the words of the next one keeps these."""

from __future__ import annotations

from pathlib import Path

import pytest

from copied_word import pasted_word
from one_protocol import headed
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.word_review import review_word

_CLAUSE = "Een leerling die te laat is, haalt een briefje bij de receptie en gaat dan naar de les."
_LAST = "De leerling haalt de gemiste tijd in op een dag die de school bepaalt."
_TEXT = headed("Verzuim") + (
    f"{{#h-1}}\n## 1 Te laat\n\n{{#a1}}\n1. {_CLAUSE}\n\n"
    "{#a2}\n| Keer | Wat | Wie | Met |\n|---|---|---|---|\n"
    "| 3 | Gesprek met de mentor | mentor | mentor |\n"
    "| 6 | Brief van de directeur | directeur | ouders |\n"
    "| 9 | Gesprek met mentor en directeur | directeur | mentor |\n\n"
    f"{{#a3}}\n2. {_LAST}\n"
)
PROTOCOL = read_protocol_text(_TEXT, subject="verzuim", slug="de-brug").protocol
_HEAD = ("Verzuim", "1 Te laat", f"1.1 1. {_CLAUSE[:50]}", _CLAUSE[50:])
_FOOT = (f"1.2 2. {_LAST[:40]}", _LAST[40:], "Bladzijde 1 van 1")
_ROWS = (
    "Keer Wat Wie Met",
    "3 Gesprek met de mentor mentor mentor",
    "6 Brief van de directeur directeur ouders",
    "9 Gesprek met mentor en directeur directeur mentor",
)
_CELLS = (
    *("Keer", "Wat", "Wie", "Met", "3", "Gesprek met de mentor", "mentor", "mentor"),
    *("6", "Brief van de directeur", "directeur", "ouders"),
    *("9", "Gesprek met mentor en directeur", "directeur", "mentor"),
)
_BROKEN = (
    *("Keer", "Wat", "Wie", "Met", "3", "Gesprek met", "de mentor", "mentor", "mentor"),
    *("6", "Brief van de directeur", "directeur", "ouders"),
    *("9", "Gesprek met mentor", "en directeur", "directeur", "mentor"),
)


def _told(*rows: str) -> list[tuple[str, str, str]]:
    changes = review_word(
        pasted_word((*_HEAD, *rows, *_FOOT)), Path("kopie.docx"), PROTOCOL
    ).changes
    return [(one.anchor, one.old, one.new) for one in changes]


@pytest.mark.parametrize("rows", [_ROWS, _CELLS, _BROKEN])
def test_a_cell_that_ends_with_the_next_one_is_as_it_was(rows: tuple[str, ...]) -> None:
    assert _told(*rows) == []


@pytest.mark.parametrize("rows", [_ROWS, _CELLS, _BROKEN])
@pytest.mark.parametrize(
    ("word", "other"), [("Gesprek met de", "Praten met de"), ("Brief van", "Brief aan")]
)
def test_other_words_in_such_a_cell_are_told_alone(
    rows: tuple[str, ...], word: str, other: str
) -> None:
    said = "\n".join(rows)
    if word not in said:
        word, other = "Gesprek met\nde", "Praten met\nde"
    [(anchor, old, new)] = _told(*said.replace(word, other, 1).split("\n"))
    plain, now = word.replace("\n", " "), other.replace("\n", " ")
    assert (anchor, new.split()) == ("a2", old.replace(plain, now, 1).split())
