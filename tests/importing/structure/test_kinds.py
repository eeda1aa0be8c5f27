"""The kind of text that a heading announces, and that a clause without marker is."""

from __future__ import annotations

import pytest

from protocolkit.document.model import Kind
from protocolkit.importing.structure.kinds import kind_of_clause, kind_of_heading


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Begrippen", Kind.DEFINITION),
        ("Wat is pesten?", Kind.DEFINITION),
        ("Uitgangspunten", Kind.PRINCIPLE),
        ("Inleiding", Kind.EXPLANATION),
        ("Tips voor ouders", Kind.GUIDANCE),
        ("Meer weten", Kind.REFERENCE),
        ("Slotbepalingen", Kind.CLOSING),
        ("Slotenmaker", None),
        ("Gebruik van telefoons", None),
    ],
)
def test_a_heading_announces_a_kind(title: str, kind: Kind | None) -> None:
    assert kind_of_heading(title) is kind


def test_a_clause_closes_a_document_only_at_an_end() -> None:
    text = "Dit protocol is vastgesteld door het bestuur."
    assert kind_of_clause(text, Kind.RULE, is_last=True, is_preamble=False) is Kind.CLOSING
    assert kind_of_clause(text, Kind.RULE, is_last=False, is_preamble=False) is Kind.RULE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("De MR heeft ingestemd op 2 april 2024", Kind.CLOSING),
        ("De GMR heeft op 2 april 2024 positief geadviseerd.", Kind.CLOSING),
        ("Het college van bestuur heeft dit vastgesteld op 3 juni 2023.", Kind.CLOSING),
        ("De MR heeft op 2 april 2024 ingestemd. Ouders krijgen de tekst per mail.", Kind.RULE),
        ("De MR stemt in met elke wijziging van deze afspraken.", Kind.RULE),
    ],
)
def test_a_line_that_only_states_a_decision_closes_a_document(text: str, kind: Kind) -> None:
    assert kind_of_clause(text, Kind.RULE, is_last=True, is_preamble=False) is kind


def test_a_definition_and_an_address_are_known_by_their_form() -> None:
    defined = "Onder pesten wordt verstaan: iemand steeds weer pijn doen."
    assert kind_of_clause(defined, Kind.RULE, is_last=False, is_preamble=False) is Kind.DEFINITION
    assert kind_of_clause(defined, Kind.GUIDANCE, is_last=False, is_preamble=False) is Kind.GUIDANCE
    address = "www.meldknop.nl"
    assert kind_of_clause(address, Kind.RULE, is_last=False, is_preamble=False) is Kind.REFERENCE


def test_what_stands_before_the_first_heading_explains_unless_it_asks() -> None:
    rule = "Het is verboden te bellen. De directie mag een uitzondering maken."
    assert kind_of_clause(rule, Kind.RULE, is_last=False, is_preamble=True) is Kind.RULE
    text = "Scholen hebben regels."
    assert kind_of_clause(text, Kind.RULE, is_last=False, is_preamble=True) is Kind.EXPLANATION


def test_a_date_closes_a_text_and_not_the_title_above_it() -> None:
    for date in ("Oktober 2014", "Utrecht, 3 mei 2021"):
        assert kind_of_clause(date, Kind.RULE, is_last=True, is_preamble=True) is Kind.CLOSING
        below = kind_of_clause(date, Kind.RULE, is_last=False, is_preamble=True)
        assert below is Kind.EXPLANATION
