"""A redline marks what changed and no more: an ordinary change costs a handful of words."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest
from bs4 import BeautifulSoup

from protocolkit.base.messages import translator
from protocolkit.paper.redline.page import page_redline
from protocolkit.paper.redline.paper import pdf_redline
from protocolkit.text.words import tokens
from redlines import MAIN, NS, WHO, changes, part, protocol, redline
from was_wordt_tables import page, pdf_file, sheet_between, word_file

_OLD = """\
{#doel}
## Artikel 1 Doel

1. Dit protocol regelt wie het hek mag openen.
2. Het geldt voor alle leerlingen en medewerkers van de school.

{#sleutels}
## Artikel 2 Sleutels

1. De conciërge bewaart de sleutels in de kluis.[^1]
2. Wie een sleutel verliest, meldt dat dezelfde dag.

{#tijden}
## Artikel 3 Tijden

| dag | open |
|---|---|
| maandag | 8.15 uur |
| woensdag | 8.15 uur |
| vrijdag | 8.15 uur |

{#storing}
## Artikel 4 Storing

1. Bij storing belt de conciërge de installateur.

[^1]: De kluis staat in de kamer van de directeur.
"""
_ADDED = "3. Voor bezoekers geldt het ook."
_NEW = (
    _OLD.replace("alle leerlingen", "alle kinderen")
    .replace("van de school.", f"van de school.\n{_ADDED}")
    .replace("| vrijdag | 8.15 uur |", "| vrijdag | 8.30 uur |")
    .replace("de kamer van de directeur", "de hal van de gymzaal")
)


def _swapped(text: str) -> str:
    """Return the text with the last two articles in the other order, and their numbers too."""
    head, _, rest = text.partition("{#tijden}")
    times, _, rest = rest.partition("{#storing}")
    fault, _, notes = rest.partition("[^1]:")
    times = times.replace("Artikel 3", "Artikel 4")
    fault = fault.replace("Artikel 4", "Artikel 3")
    return f"{head}{{#storing}}{fault}{{#tijden}}{times}[^1]:{notes}"


def _printed(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_a_word_a_lid_two_articles_a_time_and_a_note_mark_at_most_fifteen_words() -> None:
    old, new = protocol(_OLD), protocol(_swapped(_NEW))
    counts = changes(old, new).counts
    assert (counts.removed_words, counts.added_words) == (4, 10)
    body, notes = (part(redline(old, new), name) for name in ("document.xml", "footnotes.xml"))
    marked = [
        word
        for change in [*_changes(body), *_changes(notes)]
        for word in tokens("".join(change.itertext()))
        if any(map(str.isalpha, word))
    ]
    assert 0 < len(marked) <= 15, marked


def _changes(root: Any) -> list[Any]:
    return [*root.iterfind(".//w:ins", NS), *root.iterfind(".//w:del", NS)]


@pytest.mark.parametrize("is_new", [False, True])
def test_the_word_for_a_note_is_glued_to_no_other_on_any_output(is_new: bool) -> None:
    """In a clause, a point and a cell that came or went as a whole, and where two notes meet."""
    stays = "{#a}\n1. Het hek blijft dicht.\n\n"
    alone = protocol(stays)
    noted = protocol(
        f"{stays}{{#b}}\n2. De *ouders*[^1] wachten[^1][^2]:\n   a. bij de deur[^1] of elders.\n\n"
        "{#c}\n| wie | waar |\n|---|---|\n| leerling[^2] | binnen |\n\n"
        "[^1]: Ook voogden.\n\n[^2]: Alle leerlingen.\n"
    )
    old, new = (alone, noted) if is_new else (noted, alone)
    found, sheet = changes(old, new), sheet_between(new, old)
    pdfs = pdf_redline(found, translator("nl"), WHO), pdf_file(sheet, has_signs=True)
    texts = [
        BeautifulSoup(page_redline(found, translator("nl"), WHO), "lxml").get_text(),
        BeautifulSoup(page(sheet), "lxml").get_text(),
        "".join(part(word_file(sheet), "document.xml").itertext(f"{{{MAIN}}}t")),
        *map(_printed, pdfs),
    ]
    calls = ("ouders noot 1", "wachten noot 1 noot 2", "deur noot 1", "leerling noot 2")
    for text in texts:
        read = " ".join(text.split())
        assert [call for call in calls if call not in read] == [], read


@pytest.mark.parametrize("has_come", [False, True])
def test_two_marks_side_by_side_are_two_numbers_without_the_words_too(has_come: bool) -> None:
    """'poort12' would read as note twelve where words at a change are left out."""
    notes = "\n\n[^1]: Aan de straat.\n\n[^2]: Aan het plein.\n"
    old = protocol(f"{{#a}}\n1. De poort[^1] is dicht.\n\n2. Het hek[^2] ook.{notes}")
    new = protocol(f"{{#a}}\n1. De poort[^1][^2] is dicht.\n\n2. Het hek[^2][^1] ook.{notes}")
    old, new = (old, new) if has_come else (new, old)
    sheet = sheet_between(new, old)
    pages = [
        page_redline(changes(old, new), translator("nl"), WHO, has_signs=False),
        page(sheet),
    ]
    for made in pages:
        read = BeautifulSoup(made, "lxml")
        for sign in read.select(".sign"):
            sign.decompose()
        text = " ".join(read.get_text().split())
        assert "poort1 2 is dicht" in text
        assert "hek2 1 ook" in text
    pdf = pdf_redline(changes(old, new), translator("nl"), WHO, has_signs=False)
    assert "poort1 2 is dicht" in " ".join(_printed(pdf).split())
