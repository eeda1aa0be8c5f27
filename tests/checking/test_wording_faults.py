"""What is odd in a wording is told where it is offered: in the template and in the questions."""

from __future__ import annotations

import re

import pytest

from drafted import DUTCH, template
from protocolkit.checking.wording_faults import told_of, wording_faults
from protocolkit.drafting.template.document import make_draft
from protocolkit.drafting.template.phrases import choice_remarks
from protocolkit.drafting.template.values import Choice
from small_boards import board, one_topic


def _choice(words: str) -> Choice:
    (choice,) = one_topic(board("aa", words)).choices
    return choice


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Als er sprake is een conflict, praten wij daarover.", "sprake is een"),
        ("Een bericht op Twitter blijft staan.", "Twitter heet nu X"),
        ("WhatsApp mag vanaf 16 jaar.", "leeftijd van 13 jaar"),
        ("Bespreek dit met leerlingen (link).", "(link)"),
        ("Filmen mag in de les niet;", "eindigt met ‘;’"),
        ("Filmen mag niet.", ""),
    ],
)
def test_what_is_odd_is_told_with_the_words(words: str, told: str) -> None:
    said = wording_faults(_choice(words), DUTCH)
    assert bool(said) is bool(told)
    assert all(told in line and line.startswith("Let op: ") for line in said)


def test_of_its_notes_too() -> None:
    noted = board("aa", "Appen mag[^1].\n\n[^1]: Vanaf 16 jaar, de leeftijd voor WhatsApp.")
    (choice,) = one_topic(noted).choices
    assert len(choice.notes) == 1
    assert any("13 jaar" in line for line in wording_faults(choice, DUTCH))
    referring = board("aa", "Appen mag[^1].\n\n[^1]: Zie ook: sancties en gevolgen.")
    (choice,) = one_topic(referring).choices
    (said,) = wording_faults(choice, DUTCH)
    assert "‘Zie ook: sancties en gevolgen’" in said


def test_a_question_tells_it_and_on_what_a_wording_leans() -> None:
    leaning = _choice("Dit geldt ook voor Twitter.")
    said = list(told_of(leaning, DUTCH))
    assert any("‘Dit geldt’" in line for line in said)
    assert any("Twitter heet nu X" in line for line in said)
    assert list(told_of(_choice("Filmen mag niet."), DUTCH)) == []


def test_the_template_on_paper_tells_each_fault_above_its_wording() -> None:
    topic = next(t for t in template().topics for c in t.choices if wording_faults(c, DUTCH))
    choice = next(c for c in topic.choices if wording_faults(c, DUTCH))
    with_faults = list(choice_remarks(topic, choice, DUTCH, wording_faults))
    without = list(choice_remarks(topic, choice, DUTCH))
    assert with_faults == [*without, *wording_faults(choice, DUTCH)]
    whole = make_draft(template(), DUTCH, wording_faults).protocol
    bare = make_draft(template(), DUTCH).protocol
    assert len(re.findall("Let op: ", repr(whole))) > len(re.findall("Let op: ", repr(bare)))
