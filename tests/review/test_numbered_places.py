"""What was typed anew where a heading, clause or point lacks, with its number, is that one."""

from __future__ import annotations

from pathlib import Path

import pytest

from copied_word import pasted_word
from import_quality import own_word
from one_protocol import headed
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.word_review import review_word
from returned_word import ReturnedWord

_TEXT = headed("Medicijnen") + (
    "{#h-1}\n## 1 Bewaren\n\n"
    "{#a1}\n1. Ouders vragen het schriftelijk aan, en geven daarbij:\n\n"
    "   {style=lower-alpha}\n   1. de naam van het medicijn;\n   2. een verklaring.\n\n"
    "{#a2}\n2. Een medewerker mag altijd weigeren om een spuit te geven.\n\n"
    "{#h-2}\n## 2 Slot\n\n"
    "{#a3}\n1. Het bestuur kijkt elke twee jaar of dit nog klopt.\n"
)
_PROTOCOL = read_protocol_text(_TEXT, subject="medicijnen", slug="b").protocol
_REFUSE = "Een medewerker mag altijd weigeren om een spuit te geven."


def _changes(*edits: tuple[str, str]) -> list[tuple[str, str, str]]:
    word = ReturnedWord(own_word(_PROTOCOL))
    for old, new in edits:
        word.retype(old, new)
    word.without_bookmarks()
    word.without_record()
    found = review_word(word.content(), Path("retour.docx"), _PROTOCOL).changes
    return [(one.anchor, one.kind, one.new.split("\n")[-1]) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "anchor", "said"),
    [
        ("Slot", "Einde", "h-2", "2 Einde"),
        ("een verklaring.", "een verklaring van de arts en het ziekenhuis.", "a1",
         "b. een verklaring van de arts en het ziekenhuis."),
    ],
)  # fmt: skip
def test_it_is_known_by_its_number_and_its_place(
    old: str, new: str, anchor: str, said: str
) -> None:
    assert _changes((old, new)) == [(anchor, "changed", said)]


def test_a_clause_of_wholly_other_words_is_new_whatever_its_number() -> None:
    found = {(anchor, kind) for anchor, kind, _ in _changes((_REFUSE, "Niemand hoeft te prikken."))}
    assert found == {("a2", "removed"), ("", "added")}


_POINTS = read_protocol_text(
    headed("Medicijnen")
    + "{#a1}\n1. Zonder toestemming geeft niemand iets, behalve:\n\n   {style=lower-alpha}\n"
    "   1. een pleister of een koud kompres;\n   2. een glas water met suiker;\n"
    "   3. wat in het actieplan van het kind staat.\n\n"
    "{#a2}\n2. Bij spoed belt de leerkracht eerst het alarmnummer en dan de ouders.\n",
    subject="medicijnen",
    slug="b",
).protocol
_LINES = [
    "1. Zonder toestemming geeft niemand iets, behalve:",
    "a. een pleister of een koud kompres;",
    "b. een glas water met suiker;",
    "c. wat in het actieplan van het kind staat.",
    "2. Bij spoed belt de leerkracht eerst het alarmnummer en dan de ouders.",
]


@pytest.mark.parametrize("said", ["b. een beker warme melk;", "een beker warme melk;"])
def test_between_two_points_of_a_clause_the_only_new_one_is_of_it(said: str) -> None:
    lines = [said if one.startswith("b.") else one for one in _LINES]
    [change] = review_word(pasted_word(lines), Path("kopie.docx"), _POINTS).changes
    assert (change.anchor, change.kind) == ("a1", "changed")
    assert change.new.split("\n") == lines[:4]


def test_a_point_with_a_number_of_another_clause_is_new() -> None:
    lines = ["7. een beker warme melk;" if one.startswith("b.") else one for one in _LINES]
    found = review_word(pasted_word(lines), Path("kopie.docx"), _POINTS).changes
    assert [(one.anchor, one.kind) for one in found] == [("a1", "changed"), ("", "added")]
