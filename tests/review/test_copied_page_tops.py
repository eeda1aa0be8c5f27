"""What stands at the top of a copied page goes on with the text, behind the notes below the last.

A number on a line of its own says of which heading the words below it are.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from one_protocol import headed
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.remarks import PlacedBy, Review
from protocolkit.review.word_review import review_word

_FIRST = "Alle kinderen van groep vijf gaan een half jaar naar zwemles, en dit protocol zegt"
_REST = "hoe dat veilig gaat en wie er met de kinderen meegaat naar het zwembad in de stad."
_LAST = "Ouders laten het weten als hun kind niet mag zwemmen."
_TEXT = headed("Zwemles") + (
    f"{{#h-1}}\n## 1 Zwemmen\n\n{{#a1}}\n{_FIRST} {_REST}[^1]\n\n"
    "{#a2}\n| Wat | Wie | Binnen |\n|---|---|---|\n"
    "| 1 | Bellen met de ouders | leerkracht |\n"
    "| 2 | Verslag van de directeur | directeur |\n\n"
    f"{{#h-2}}\n## 2 Het zwembad\n\n{{#a3}}\n{_LAST}\n\n"
    "[^1]: De zwemles is op woensdag.\n"
)
PROTOCOL = read_protocol_text(_TEXT, subject="zwemmen", slug="de-brug").protocol
_PAGE = ("1", "De zwemles is op woensdag.", "Bladzijde 1 van 2", "De Brug")
_FOOT = "Bladzijde 2 van 2"
_ROWS = (
    "Wat Wie Binnen",
    "1 Bellen met de ouders leerkracht",
    "2 Verslag van de directeur directeur",
)


def _review(*behind: str, begin: tuple[str, ...] = (), marked: str = "") -> Review:
    """Read a copy that turns the page behind its first clause and ``begin``.

    ``marked`` is the line on which there is a remark.
    """
    made = Document()
    for line in ("Zwemles", "1 Zwemmen", _FIRST, f"{_REST}1", *begin, *_PAGE, *behind, _FOOT):
        paragraph = made.add_paragraph(line)
        if line == marked:
            made.add_comment(paragraph.runs, text="Waarom?", author="Ouder A")
    held = io.BytesIO()
    made.save(held)
    return review_word(held.getvalue(), Path("kopie.docx"), PROTOCOL)


def _copy(*behind: str, begin: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    changes = _review(*behind, begin=begin).changes
    return [(one.anchor, one.old, one.new) for one in changes]


def test_a_table_at_the_top_of_a_page_is_as_it_was() -> None:
    assert _copy(*_ROWS, "2 Het zwembad", _LAST) == []


@pytest.mark.parametrize("heading", [("2 Het zwembad",), ("2", "Het zwembad")])
def test_a_heading_at_the_top_of_a_page_is_as_it_was(heading: tuple[str, ...]) -> None:
    assert _copy(*heading, _LAST, begin=_ROWS) == []


@pytest.mark.parametrize(
    ("word", "other"), [("Bellen met", "Mailen met"), ("Verslag van", "Brief van")]
)
def test_another_word_in_such_a_table_is_told_alone(word: str, other: str) -> None:
    rows = (row.replace(word, other) for row in _ROWS)
    [(anchor, old, new)] = _copy(*rows, "2 Het zwembad", _LAST)
    assert (anchor, new.split()) == ("a2", old.replace(word, other).split())


def test_other_words_below_the_number_of_a_heading_are_that_heading() -> None:
    [(anchor, old, new)] = _copy("2", "Het bad", _LAST, begin=_ROWS)
    assert (anchor, old, new) == ("h-2", "2 Het zwembad", "2 Het bad")


@pytest.mark.parametrize("line", [_FIRST, _LAST, _ROWS[2], "2 Het zwembad"])
def test_a_remark_in_a_copy_without_bookmarks_is_not_placed_by_one(line: str) -> None:
    [one] = _review(*_ROWS, "2 Het zwembad", _LAST, marked=line).remarks
    assert one.anchor
    assert one.placed_by is PlacedBy.TEXT
