"""A copy of which a program put the lines behind each other, or of a few clauses of pages alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from copied_word import pasted_word
from one_protocol import headed
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.word_review import review_word

_WHY = "Alle kinderen van groep vijf gaan een half jaar naar zwemles in het bad aan de Plas."
_WHO = "Wie begeleidt, draagt een oranje hesje en blijft op de kant staan zolang er kinderen in"
_REST = "het water zijn, ook als de badmeester toezicht houdt of iemand anders dat doet."
_BOOK = "De directeur schrijft elk ongeval op in het register en bewaart dat vijf jaar."
_TEXT = headed("Zwemles") + (
    f"{{#why}}\n## Waarom\n\n{{#a1}}\n{_WHY}\n\n"
    f"{{#h-1}}\n## 1 Begeleiding\n\n{{#a2}}\n{_WHO} {_REST}\n\n"
    "{#a3}\n| Wat | Wie | Binnen |\n|---|---|---|\n"
    "| 1 | Bellen met de ouders | leerkracht |\n"
    "| 2 | Verslag van de directeur | directeur |\n\n"
    f"{{#a4}}\n{_BOOK}[^reg]\n\n{{#h-2}}\n## 2 Het zwembad\n\n{{#a5}}\nHet bad is op slot.\n\n"
    "{#a6}\nDe badmeester heeft de sleutel.\n\n"
    "[^reg]: Het register staat in de kluis van de administratie.\n"
)
PROTOCOL = read_protocol_text(_TEXT, subject="zwemmen", slug="de-brug").protocol
# A paragraph for each blank line that a program puts between blocks of a page.
_GLUED = (
    "De Brug Bladzijde 1 van 2",
    "Inhoud Waarom . . . . . . . . . . . . . 2 1",
    "Begeleiding . . . . . . . . . . . . . 2",
    "2",
    "Het zwembad . . . . . . . . . . . . . 2",
    f"Zwemles Waarom Waarom, 1e alinea {_WHY}",
    "1",
    "Begeleiding Begeleiding, 1e alinea",
    f"{_WHO} {_REST}",
    "Begeleiding, 1e tabel Wat Wie Binnen 1 Bellen met de ouders leerkracht",
    "2 Verslag van de directeur directeur",
    f"Begeleiding, 2e alinea {_BOOK}reg 2 Het zwembad",
    "Het bad is op slot. 2, 2e alinea De badmeester heeft de sleutel.",
    "reg Het register staat in de kluis van de administratie.",
    "Bladzijde 2 van 2",
)
_FEW = (
    *(
        "1 Begeleiding",
        f"Begeleiding, 1e alinea {_WHO}",
        _REST,
        "Begeleiding, 1e tabel",
        "Wat Wie Binnen",
    ),
    *("1 Bellen met de ouders leerkracht", "2 Verslag van de directeur directeur"),
    f"Begeleiding, 2e alinea {_BOOK}reg",
)
_EDITS = (
    ("a1", "half jaar", "heel jaar"),
    ("a2", "oranje hesje", "geel hesje"),
    ("a3", "Verslag van", "Brief van"),
    ("a4", "vijf jaar", "zes jaar"),
    ("noot-reg", "kluis van", "kast van"),
)


def _told(*lines: str) -> list[tuple[str, str, str]]:
    changes = review_word(pasted_word(lines), Path("kopie.docx"), PROTOCOL).changes
    return [(one.anchor, one.old, one.new) for one in changes]


@pytest.mark.parametrize("lines", [_GLUED, _FEW])
def test_a_copy_of_which_no_word_is_another_says_nothing(lines: tuple[str, ...]) -> None:
    assert _told(*lines) == []


@pytest.mark.parametrize("lines", [_GLUED, _FEW])
@pytest.mark.parametrize(("anchor", "word", "other"), _EDITS)
def test_another_word_in_such_a_copy_is_told_alone(
    lines: tuple[str, ...], anchor: str, word: str, other: str
) -> None:
    held = any(word in line for line in lines)
    told = _told(*(line.replace(word, other) for line in lines))
    assert [one[0] for one in told] == ([anchor] if held else [])
    assert all(new.split() == old.replace(word, other).split() for _, old, new in told)


def test_a_note_of_which_the_clause_never_came_along_is_held_beside_ours() -> None:
    note = "Het register staat in de kluis van de administratie."
    lines = ("1", "Het bad is op slot.", "2, 2e alinea", "De badmeester heeft de sleutel.", "reg")
    assert _told("2", "Het zwembad", *lines, note) == []
    [one] = _told("2", "Het zwembad", *lines, note.replace("kluis", "kast"))
    assert one == ("noot-reg", note, note.replace("kluis", "kast"))


def test_a_clause_that_somebody_cut_in_two_is_no_line_of_a_page() -> None:
    parts = ("Wie begeleidt, draagt een oranje hesje.", _WHO.split("hesje ")[1] + " " + _REST)
    told = _told("Zwemles", "Waarom", _WHY, "1 Begeleiding", *parts, _BOOK)
    assert any(anchor == "a2" for anchor, _, _ in told)
