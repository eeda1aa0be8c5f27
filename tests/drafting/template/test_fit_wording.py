"""Words that are no formulation by themselves are not offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafted import template
from protocolkit.document.facts import Source
from protocolkit.document.outline import clauses
from protocolkit.document.place import Place
from protocolkit.drafting.template.fit_wording import broken_off, is_fragment
from seeds import protocol
from small_boards import board, one_topic


def test_a_wording_that_breaks_off_is_no_choice() -> None:
    place = broken_off(protocol("borger-odoorn"))
    assert place == Place("borger-odoorn", "positieve-insteek-2")
    offered = {h.place for t in template().topics for c in t.choices for h in c.holders}
    assert place not in offered
    assert Place("borger-odoorn", "profileren-4") in offered
    assert broken_off(protocol("oponoa")) is None


def test_only_the_last_clause_breaks_off_and_not_when_it_has_its_end() -> None:
    cut = board("aa", "Filmen mag niet", "Bellen mag in de")
    cut = replace(cut, facts=replace(cut.facts, source=Source(complete=False)))
    assert broken_off(cut) == Place("aa", "a-2")
    whole = board("aa", "Bellen mag in de pauze.")
    whole = replace(whole, facts=replace(whole.facts, source=Source(complete=False)))
    assert broken_off(whole) is None
    assert broken_off(replace(whole, parts=())) is None


@pytest.mark.parametrize(
    ("text", "lead_in", "expected"),
    [
        ("Doel:", "", True),
        ("Sancties en gevolgen", "", True),
        ("De school spreekt af:", "", True),
        ("Filmen mag niet.", "", False),
        ("het maken van foto's", "Verboden is:", False),
        ("De school vraagt toestemming voor het maken van foto's", "", False),
    ],
)
def test_a_heading_and_the_beginning_of_a_sentence_are_none(
    text: str, lead_in: str, expected: bool
) -> None:
    (clause,) = clauses(board("aa", text))
    assert is_fragment(clause, lead_in) is expected


def test_a_topic_offers_what_is_a_sentence() -> None:
    topic = one_topic(board("aa", "Sancties"), board("bb", "Wie dit doet, wordt gewaarschuwd."))
    assert [choice.text for choice in topic.choices] == ["Wie dit doet, wordt gewaarschuwd."]
