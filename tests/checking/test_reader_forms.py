"""How a draft speaks to its reader: only forms that are sure count, and no word is changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.checking.reader_forms import (
    KEY,
    check_reader_forms,
    is_form,
    reader_forms,
)
from protocolkit.commands.term_questions import reader_questions
from protocolkit.document.facts import Provenance
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import Answers
from small_boards import board


def _draft(*texts: str) -> Protocol:
    made = board("aa", *texts)
    entry = Provenance(anchor="a-1", topic="x", choice="y")
    return replace(made, facts=replace(made.facts, provenance=(entry,)))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Als leraar heb je daarin een rol.", ["je"]),
        ("Jij bent een groep met de klas.", ["je"]),
        ("Mag je appen in de klas? Je moet het vragen.", ["je"]),
        ("Het bericht is van jullie.", ["je"]),
        ("U mag hier filmen.", ["u"]),
        ("Wij bellen u en uw kind.", ["u"]),
        ("U kunt bellen. Als leerling mag je dat ook.", ["je", "u"]),
        ("Bedenk tot wie je je richt.", ["je"]),
        ("Dat levert je een boete op.", ["je"]),
        # an hour, a letter, somebody else's words
        ("De school is open tot 16 u en volgens lid u, onder u en (u).", []),
        ("Zie art. 3 U.S. en de u-bocht.", []),
        ("Een bericht als ‘jij bent dom’ of “wat wil je” telt als pesten.", []),
        ("De leerling mag hier niet filmen.", []),
    ],
)
def test_only_sure_forms_count(text: str, forms: list[str]) -> None:
    assert [one.form for one in reader_forms(_draft(text))] == forms


_MIXED = ("Je mag appen.", "Jij mag bellen.", "U mag filmen. Uw kind ook.", "Niemand mag roken.")


def test_the_clause_in_another_form_than_most_is_found() -> None:
    (found,) = check_reader_forms(_draft(*_MIXED))
    assert (found.code.name, found.anchor) == ("reader-forms", "a-3")
    assert list(check_reader_forms(_draft(*_MIXED[:2], _MIXED[3]))) == []


def test_a_question_that_is_still_open_speaks_to_nobody() -> None:
    made = _draft("[kies een formulering] Mag je appen?", "Hebt u een klacht?")
    still_open = Provenance(anchor="a-1", topic="x", choice="")
    assert [one.form for one in reader_forms(made)] == ["je", "u"]
    asked = replace(made, facts=replace(made.facts, provenance=(still_open,)))
    assert [one.form for one in reader_forms(asked)] == ["u"]
    assert list(check_reader_forms(asked)) == []


def test_a_text_of_one_board_may_speak_in_two_ways() -> None:
    assert list(check_reader_forms(board("aa", *_MIXED))) == []


def test_the_wish_is_asked_once_and_only_where_there_are_two_ways() -> None:
    spoken = reader_forms(_draft(*_MIXED))
    answers = Answers(subject="x")
    (question,) = reader_questions(spoken, answers)
    assert tuple(question.lines)[1:3] == ("  1. je (2×)", "  2. u (1×)")
    for reply, form in (("2", "u"), ("3", "leerling"), ("", "")):
        answered = question.take(reply)
        assert isinstance(answered, Answers)
        assert answered.terms == {KEY: form}
        assert is_form(KEY, form)
        assert list(reader_questions(spoken, answered)) == []
    assert list(reader_questions(spoken[:2], answers)) == []
    assert not is_form(KEY, "gij")
