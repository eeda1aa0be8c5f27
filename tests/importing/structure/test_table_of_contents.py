"""A table of contents is known by what comes again; a table or list of numbers is none."""

from __future__ import annotations

import pytest

from outlined import lines_of
from protocolkit.importing.structure.table_of_contents import find_contents


def _contents(text: str) -> list[str]:
    lines = lines_of(text)
    return [lines[number].text for number in find_contents(lines, range(len(lines)))]


_BODY = "\nDoel\nWij willen rust.\n\nRegels\nBellen mag niet.\n\nSlot\nEinde van alles.\n"


@pytest.mark.parametrize(
    "listed",
    [
        "Inhoud\nDoel .... 2\nRegels .... 3\nSlot .... 4\n",
        "Inhoudsopgave\nDoel\nRegels\nSlot\n",
        "Inhoud\n1. Doel\n2. Regels\n3. Slot\n",
        "1. Inhoud\nDoel .... 2\nRegels .... 3\nSlot .... 4\n",
        "1 Inhoudsopgave\nDoel\nRegels\nSlot\n",
        "Inhoud:\nDoel\t2\nRegels\t3\nSlot\t4\n",
        "Doel .... 2\nRegels .... 3\nSlot .... 4\n",
        "Doel\t2\nRegels\t3\nSlot\t4\n",
        "Doel___ 2\nRegels___ 3\nSlot___ 4\n",
    ],
)
def test_what_only_names_what_follows_is_the_contents(listed: str) -> None:
    assert _contents(listed + _BODY) == listed.strip().split("\n")


def test_the_contents_end_where_their_first_title_comes_again() -> None:
    text = "Inhoud\nDoel\n1. Pesten\n2. Wat doet de school?\n\nDoel\nWij willen rust.\n"
    assert _contents(text) == ["Inhoud", "Doel", "1. Pesten", "2. Wat doet de school?"]


@pytest.mark.parametrize(
    "listed",
    [
        "Inhoud\nArtikel 1 Doel\nArtikel 2 Helm\nArtikel 3 Stalling\n",
        "Inhoud\nDeel A: Samen.\nArtikel 1 Doel\nDeel B: Alleen\n",
        "Inhoud\nArtikel 1 Doel......\nArtikel 2 De helm en\nhet licht......\nSlot......\n",
    ],
)
def test_the_contents_may_name_what_is_not_there(listed: str) -> None:
    """The rest of the document was left out, or the pages are not printed."""
    text = f"{listed}\nElk kind fietst.\n\nArtikel 1 Doel\nWij willen rust.\n"
    assert _contents(text) == listed.strip().split("\n")


def test_what_is_filled_in_below_the_contents_stays() -> None:
    listed = "Inhoud\nArtikel 1 Doel\nArtikel 2 Helm\n"
    text = f"{listed}Naam kind: ......\nKlas: ......\n\nArtikel 1 Doel\nRust.\n\nArtikel 2 Helm\n"
    assert _contents(text) == listed.strip().split("\n")


@pytest.mark.parametrize(
    "rows",
    [
        "Wie\tDagen\nTe laat\t1\nSpijbelen\t3\nVechten\t5\n",
        "Te laat .... 1\nSpijbelen .... 3\nVechten .... 5\n",
        "Doel_ 2\nRegels_ 3\nSlot_ 4\n",
        "Inhoud\nDeze regels zijn kort.\nTe laat\t1\nVechten\t5\nSpijbelen\t6\n",
    ],
)
def test_rows_that_end_in_numbers_are_a_table(rows: str) -> None:
    assert _contents(rows + _BODY) == []


_LISTED = """Stappenplan bellen

Inhoud
Stap 1. Bellen 1
Stap 2. Praten 1
Stap 3. Afsluiten 2
{between}
Stap 1. Bellen

Wie: de mentor
- vul het formulier in;

Stap 2. Praten

Wie: de mentor
- vul het formulier in;
De kosten zijn voor de school.

Stap 3. Afsluiten

Het plan is klaar.
"""


@pytest.mark.parametrize(
    "between",
    ["", "De kosten zijn voor de school.\n", "Wie: de mentor\n\n- vul het formulier in;\n"],
    ids=["nothing", "a sentence that comes again", "lines that come again"],
)
def test_what_stands_below_the_contents_stays(between: str) -> None:
    lines = lines_of(_LISTED.format(between=between))
    found = [lines[n].text for n in find_contents(lines, range(len(lines)))]
    assert found == ["Inhoud", "Stap 1. Bellen 1", "Stap 2. Praten 1", "Stap 3. Afsluiten 2"]


def test_pages_only_go_up() -> None:
    between = "Wij maken afspraken, en wel met ingang van 1\naugustus van elk jaar.\n"
    lines = lines_of(_LISTED.format(between=between))
    found = [lines[n].text for n in find_contents(lines, range(len(lines)))]
    assert found[-1] == "Stap 3. Afsluiten 2"


def test_a_heading_whose_list_the_program_set_itself_is_part_of_it() -> None:
    lines = lines_of("Pestprotocol\nInhoud\nDit protocol geldt voor alle scholen van ons.\n")
    numbers = range(len(lines))
    assert find_contents(lines, numbers) == []
    assert find_contents(lines, numbers, (lines[2].begin,)) == [1]
    assert find_contents(lines, numbers, (lines[0].begin,)) == []
