"""Text pasted from Word: a line for each paragraph, no blank ones, tabs between cells."""

from __future__ import annotations

import pytest

from outlined import headings_of, outline_of
from protocolkit.document.model import PointList, Table
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.choices import Question, Reading

_LONG = (
    "Alle kinderen wonen dichtbij, en toch staan er elke ochtend te veel auto's bij de poort van "
    "de school. Daarom hebben wij met ouders deze afspraken gemaakt."
)
_PLACES = f"""Protocol verkeer
{_LONG}
Lopen en fietsen:
•\tKom zo vaak mogelijk lopend of op de fiets.
•\tDe fiets gaat in het rek:
\t•\tgroep 3 aan de kant van de zandbak;
\t•\tgroep 6 achter de gymzaal.
Op het plein:
•\tIedereen stapt af bij de poort.
Met de auto:
•\tParkeer in een vak en niet op de stoep.
Verkeersouders:
Elke groep heeft een verkeersouder. De verkeersouders helpen bij:
•\thet verkeersexamen;
•\tde fietskeuring.
"""

_ROOMS = ("de gang", "de klas", "de les", "de kring", "het lokaal", "de kantine", "de aula")


def _import(text: str) -> Imported:
    return import_source(extract_text(text.encode()))


def test_words_with_a_colon_head_what_follows_though_no_room_shows() -> None:
    heads = [words for _, words in headings_of(_PLACES)]
    assert heads == ["Lopen en fietsen:", "Op het plein:", "Met de auto:", "Verkeersouders:"]
    found = _import(_PLACES)
    doubted = [c for c in found.choices if c.question is Question.HEADING]
    # what may say only where something holds is a doubt, with the other reading
    told = [(found.source.text[c.begin : c.end], c.reading) for c in doubted]
    assert told == [("Met de auto:", Reading.HEADING)]


def test_one_line_that_says_where_is_offered_as_a_heading() -> None:
    text = (
        f"Protocol verkeer\n\n{_LONG}\n\nMet de auto:\n\n- Parkeer in een vak.\n- Rij stapvoets.\n"
    )
    (choice,) = (c for c in _import(text).choices if c.question is Question.HEADING)
    assert (choice.reading, choice.is_doubted) == (Reading.TEXT, True)


_RUNS_ON = f"""Regeling externen
{_LONG}
Algemeen
1.\tDe directeur beslist of een externe in de school mag werken.
2.\tDe school is niet verplicht om daaraan mee te werken.
Voorwaarden
3.\tDe externe beschikt over een verklaring.
4.\tDe leerling mist weinig lessen.
Gesprek
Houd deze volgorde aan:
1.\tleg het doel uit;
2.\tvraag om een reactie.
Het gesprek blijft achterwege als het kind gevaar loopt.
"""


def test_numbers_run_on_under_headings_and_a_sentence_is_no_part_of_a_point() -> None:
    heads = [words for _, words in headings_of(_RUNS_ON)]
    assert heads == ["Algemeen", "Voorwaarden", "Gesprek"]
    protocol = _import(_RUNS_ON).protocol
    last = list(clauses(protocol))[-1]
    assert clause_text(last) == "Het gesprek blijft achterwege als het kind gevaar loopt."


def test_a_heading_may_stand_below_a_fact() -> None:
    text = f"Protocol rouw\nLaatst gewijzigd: 9 januari 2022\nVooraf\n{_LONG}\nHet team\n{_LONG}\n"
    assert [words for _, words in headings_of(text)] == ["Vooraf", "Het team"]


def test_lines_broken_at_a_width_are_no_paragraphs() -> None:
    wrapped = (
        "Wij bellen in de les niet met een telefoon die van onszelf is of die\nvan school is.\n"
    )
    source = extract_text((f"{_LONG}\n" + wrapped * 3).encode())
    assert not any(line.is_whole for line in source.lines)
    assert all(line.is_whole for line in extract_text(_PLACES.encode()).lines)


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_times_are_rows_and_no_clauses(gap: str) -> None:
    rows = (
        ("Tijd", "Wat"),
        ("8.15", "verzamelen"),
        ("8.45", "vertrek"),
        ("15.30", "terug op school"),
    )
    lines = "\n".join(
        f"{one:<5}{gap}{other}" if gap != "\t" else one + gap + other for one, other in rows
    )
    found = _import(f"Draaiboek schoolreis\n\n5. Dagindeling\n\n{lines}\n\n{_LONG}\n")
    (table,) = (b for c in clauses(found.protocol) for b in c.blocks if isinstance(b, Table))
    cells = [tuple(plain(cell) for cell in row) for row in (table.header, *table.rows)]
    assert cells == [tuple(row) for row in rows]


def test_numbers_that_follow_on_each_other_are_clauses() -> None:
    text = "Protocol bellen\n\n1. Bellen\n\n1.10\tWij bellen niet.\n1.11\tWij filmen niet.\n"
    protocol = _import(text).protocol
    assert not any(isinstance(b, Table | PointList) for c in clauses(protocol) for b in c.blocks)


def test_numbers_on_lines_of_their_own_count_what_stands_below_them() -> None:
    rules = "1\nBellen mag niet.\n2\nVoorbeelden zijn:\n•\nappen;\n•\nfilmen.\n3\nEten mag.\n"
    assert outline_of(f"Telefoons op school\n\n{rules}\nSlot\n11a.\nIeder houdt zich eraan.\n") == [
        "1 Bellen mag niet.",
        "2 Voorbeelden zijn:",
        "  • appen;",
        "  • filmen.",
        "3 Eten mag.",
        "11a. Ieder houdt zich eraan.",
    ]


def test_numbers_that_do_not_count_on_are_no_list() -> None:
    rules = "Bellen mag niet.\n7\nEten mag niet.\n3\nLopen mag.\n9\nRennen mag niet.\n"
    found = outline_of(f"Telefoons op school\n\n{rules}")
    assert not any(line[0].isdigit() and " " in line for line in found)


def test_a_line_that_ends_a_sentence_ends_its_paragraph_where_hardly_any_is_broken() -> None:
    sentences = [
        f"Wie in {one} belt, legt zijn telefoon in de kluis bij de deur." for one in _ROOMS
    ]
    assert outline_of("\n".join(["Telefoons op school", *sentences])) == sentences


def test_a_question_after_a_full_line_heads_what_follows() -> None:
    text = (
        "Telefoons op school\nOnze regels zijn er voor alle leerlingen en voor wie de school\n"
        "bezoekt.\n- Bellen mag niet in de gangen van de school en niet in de lokalen.\n"
        "Wat gebeurt er daarna?\nDe leraar neemt de telefoon in.\n"
    )
    assert (2, "Wat gebeurt er daarna?") in headings_of(text)


@pytest.mark.parametrize("is_foot", [True, False])
def test_words_with_the_number_of_each_page_are_no_text(*, is_foot: bool) -> None:
    pages = [f"Wie in {one} belt, gaat eruit." for one in (*_ROOMS, "de hal", "het lab")]
    numbers = ["OBS De Brug blad 1", "OBS De Brug blad 2"]
    lines = [*pages, numbers[0], "Eten mag.", numbers[1]]
    if not is_foot:
        lines = [numbers[0], *pages, numbers[1], "Eten mag."]
    found = outline_of("\n".join(["Telefoons op school", *lines] if is_foot else lines))
    assert not any("blad" in line for line in found)
    kept = outline_of("\n".join(["Telefoons op school", *lines[:-1], "OBS De Brug blad 7"]))
    assert any("blad" in line for line in kept)


def test_a_sentence_left_of_a_point_is_no_part_of_it() -> None:
    text = "Regels\n\nWij vragen u:\n  * niet te fietsen op het plein.\nOp de stoep mag dat wel.\n"
    assert outline_of(text)[-1] == "Op de stoep mag dat wel."


def test_a_heading_may_stand_between_lists_without_stops() -> None:
    text = (
        "Op reis\nElk jaar gaat iedereen op reis, en wie niet mee kan, blijft in een\ngroep.\n"
        "Wat neem je mee?\n- lunch en drinken\n- een jas\nWat laat je thuis?\n→ telefoon\n→ snoep\n"
    )
    assert headings_of(text) == [(2, "Wat neem je mee?"), (2, "Wat laat je thuis?")]


def test_a_sentence_goes_on_with_a_number_that_counts_nothing() -> None:
    text = "1. Aanmelden kan vanaf de dag waarop een kind\n3 jaar wordt.\n2. Dat is alles.\n"
    assert outline_of(text)[0] == "1. " + " ".join(text.splitlines()[:2])[3:]


def test_words_of_the_title_with_the_number_of_the_only_page_are_no_text() -> None:
    pages = "\n".join(f"Wie in {one} belt, gaat eruit." for one in (*_ROOMS, "de hal", "het lab"))
    assert not any(
        "1" in line for line in outline_of(f"Telefoons op De Brug\n{pages}\nOp De Brug 1\n")
    )
    assert any("1" in line for line in outline_of(f"Telefoons op De Brug\n{pages}\nWij bellen 1\n"))


def test_a_line_in_capitals_heads_what_follows_below_a_list_without_stops() -> None:
    text = (
        "Regels\nWij houden ons samen aan deze regels, en ieder spreekt een ander daarop aan\n"
        "als het moet.\nTE LAAT\n1. Haal een brief\n2. Kom binnen\nVERBODEN\n* vuurwerk\n* drugs\n"
    )
    assert [words for _, words in headings_of(text)] == ["TE LAAT", "VERBODEN"]


def test_a_sentence_may_end_in_capitals() -> None:
    text = "1. Wie valt, gaat met een leraar naar de\nBHV en belt de ouders.\n2. Klaar.\n"
    assert outline_of(text)[0] == "1. Wie valt, gaat met een leraar naar de BHV en belt de ouders."


def test_a_picture_before_a_line_begins_an_item_and_stays() -> None:
    items = ("✅ We spelen samen.", "✅ Ruim op.", "❌ Gooi niet met zand.", "👉 Haal een leraar.")
    text = "\n".join(("Fijn naar buiten", "", "In de pauze", *items, "De leraar luistert.", ""))
    texts = [clause_text(one) for one in clauses(_import(text).protocol)]
    assert texts == [*items, "De leraar luistert."]


def test_lines_that_nearly_all_end_as_sentences_are_paragraphs() -> None:
    """Nothing shows where the widest ends: a sentence may follow the last item of a list."""
    items = (
        "a) Bij een huwelijk krijgt iemand een cadeau.",
        "b) Bij een geboorte krijgt iemand een cadeau en een kaart.",
        "c) Bij een huwelijk van een kind krijgt iemand een kaart.",
        "d) Bij een afscheid krijgt iemand een cadeau van ons allen.",
        "e) Bij een jubileum van 25 of 40 jaar krijgt iemand een cadeau van 50 euro.",
    )
    last = "De penningmeester beslist in andere gevallen."
    text = "\n".join(("Regeling lief en leed", "", "I - Lief", "", *items, last, ""))
    texts = [clause_text(one) for one in clauses(_import(text).protocol)]
    assert texts == [*(item[3:] for item in items), last]
    broken = ("Wie iets weet van een jubileum, laat dat voor de", "vakantie weten aan haar.")
    texts = [clause_text(one) for one in clauses(_import(f"{text}\n" + "\n".join(broken)).protocol)]
    assert texts[-1].endswith(" ".join(broken))
