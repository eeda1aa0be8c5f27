"""The tree: every part stands where it was printed, also after the items around it closed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from outlined import source_of
from protocolkit.document.outline import clause_text, placed_clauses, protocol_tokens
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.choices import Question, Reading
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.tree import DOUBT_BELONGS, DOUBT_JUMP
from protocolkit.reading.ledger_replay import replay


@pytest.mark.parametrize(
    "text",
    [
        "I.\n- tellers:\nHet.\n• school. klas <b>:\nII. noot ..... 1\n",
        "3.1\n(1) De regel:\nlangs.\n(1) https://a.b/c\n3.2 De school.\n",
        "a)\n• https://a.b/c\n\n\\\nI. \\ https://a.b/c-\nb) De klas zet\n",
        "3.1\n* Ster\nEen noot\no www.school.nl\n3.2 | en 12-\n",
    ],
)
def test_nothing_is_added_to_an_item_that_the_text_has_gone_past(text: str) -> None:
    """A line of the outer item closed the inner one: what follows is no part of that any more."""
    found = import_source(extract_text(text.encode()))
    assert replay(text, found.ledger).words == protocol_tokens(found.protocol)


def test_a_box_stays_what_it_is() -> None:
    found = import_source(extract_text("☒ Fiets mee.\n☐ Fiets blijft.\n".encode()))
    assert [placed.clause.marker for placed in placed_clauses(found.protocol)] == ["☒", "☐"]


def test_a_marker_glued_to_a_broken_word_gets_its_space() -> None:
    text = "1.De(zie-\n16.\n"
    found = import_source(extract_text(text.encode()))
    assert [(entry.text, entry.word) for entry in found.ledger.changes] == [
        ("1.", "1. "),
        ("zie-\n16", "zie-16"),
    ]


def test_a_table_that_is_none_becomes_a_paragraph_for_each_row() -> None:
    source = extract_text(b"Wie\tWat\nmentor\tbelt\touders\n\tmeldt\tniets\n")
    rows = ((0, 3, 7), (8, 14, 19, 26), (27, 27, 33, 39))
    lines = (
        replace(line, table=1, cells=tuple((a + (a > row[0]), b) for a, b in pairwise(row)))
        for line, row in zip(source.lines, rows, strict=True)
    )
    source = replace(source, lines=tuple(lines))
    (choice,) = import_source(source).choices
    taken = Wishes(choices=(f"{choice.key}={Reading.ROWS.value}",))
    found = import_source(source, taken).protocol
    texts = [clause_text(placed.clause) for placed in placed_clauses(found)]
    assert texts == ["Wie Wat", "mentor belt ouders", "meldt niets"]


def test_the_next_lid_of_an_article_that_is_cited_is_no_jump() -> None:
    cited = "Artikel 40c lid 1. De school schorst.\n\nArtikel 40c lid 2. Zij schrijft dat op.\n"
    text = f"Protocol schorsen\n\n1. Wet\n\n{cited}\n2. Slot\n\nDit geldt nu.\n"

    def doubts(text: str) -> list[str]:
        made = import_source(source_of(text))
        return [doubt for one in made.origins for doubt in one.doubts if doubt == DOUBT_JUMP]

    assert doubts(text) == []
    assert doubts(text.replace("40c lid 2. Zij", "40c Zij")) == [DOUBT_JUMP]


@pytest.mark.parametrize(
    ("rows", "is_with"),
    [
        ("i. Doel/Zo doen wij./ii. Wie/Zij doen het./iii. Wat/Dat is het.", True),
        ("a. Doel/Zo doen wij./b. Wie/Zij doen het./c. Wat/Dat is het./d. Hoe/Zo gaat het.", True),
        # one may lack it, or have more than all others: then the last says nothing
        ("i. Doel/ii. Wie/Zij doen het./iii. Wat/Dat is het.", False),
        ("i. Doel/Zo doen wij./ii. Wie/Zij doen het./iii. Wat/Dat is het./Klaar is klaar.", False),
        ("i. Doel/Zo doen wij./ii. Wie/Dat is het.", False),
    ],
)
def test_the_last_item_has_as_much_below_it_as_its_brothers(rows: str, *, is_with: bool) -> None:
    made = import_source(source_of("\n\n".join(["Protocol gedrag", *rows.split("/")])))
    last = [placed.clause for placed in placed_clauses(made.protocol)][-1]
    assert (len(last.blocks) == 2) is is_with
    doubts = [doubt for one in made.origins for doubt in one.doubts]
    assert (DOUBT_BELONGS in doubts) is (is_with or "Klaar" in rows)
    if is_with:
        choice = made.choices[-1]
        wishes = Wishes(choices=(f"{choice.key}={Reading.APART.value}",))
        again = import_source(source_of("\n\n".join(["Protocol gedrag", *rows.split("/")])), wishes)
        assert not [*placed_clauses(again.protocol)][-1].clause.marker


@pytest.mark.parametrize(
    "below",
    [
        "Vanaf 30 graden in het lokaal:\n- gym gaat niet door\n- de school sluit\n",
        "NB: de inspectie kijkt mee.\n",
    ],
)
def test_what_leads_in_or_stands_apart_below_a_list_is_no_doubt(below: str) -> None:
    text = f"Regels\n\nAls het heet is:\n- zetten wij ramen dicht;\n- drinken wij water.\n\n{below}"
    found = import_source(source_of(text))
    (of_text,) = [one for one in found.choices if one.question is Question.BELONGS]
    assert not of_text.is_doubted
    kept = import_source(source_of(text), Wishes(choices=(f"{of_text.key}=erbij",)))
    assert len(placed_clauses(kept.protocol)) == len(placed_clauses(found.protocol)) - 1
