"""Reasons in words."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.explain import explain
from protocolkit.relations.relation import Reason, ReasonKind
from relations.cases import side


def test_an_age_with_a_gap() -> None:
    left, right = "Leerlingen jonger dan 16 jaar tekenen.", "Leerlingen ouder dan 16 jaar tekenen."
    (reason,) = compare(side(left), side(right)).reasons
    assert explain(reason, translator(), (left, right)) == (
        "Andere leeftijd: jonger dan 16 jaar / ouder dan 16 jaar. "
        "Voor wie precies 16 is, zegt geen van beide iets."
    )


def test_what_one_side_has() -> None:
    left, right = "Ouders mogen filmen.", "Ouders mogen filmen, mits de directeur dat goedvindt."
    (reason,) = compare(side(left), side(right)).reasons
    assert explain(reason, translator(), (left, right)) == (
        "Voorwaarde erbij: alleen in de tweede staat ‘mits de directeur dat goedvindt’."
    )


@pytest.mark.parametrize("kind", ReasonKind)
def test_every_reason_has_its_sentence(kind: ReasonKind) -> None:
    dutch = explain(Reason(kind=kind), translator("nl"))
    assert dutch.endswith(".")
    assert dutch != explain(Reason(kind=kind), translator("en"))


def test_a_phrase_is_not_cut_off_inside_brackets() -> None:
    text = "Wie deelneemt aan een gesprek (op enige wijze) over de school, zegt dat. (Zo is het."
    reason = Reason(kind=ReasonKind.MODALITY, left=((0, 45),), right=())
    said = explain(reason, str, (text, ""))
    assert "Wie deelneemt aan een gesprek (op enige wijze) over de school" in said
    assert "zegt dat" not in said
    still_open = Reason(
        kind=ReasonKind.MODALITY, left=((text.index("(Zo"), len(text) - 4),), right=()
    )
    assert "(Zo is het" in explain(still_open, str, (text, ""))


def test_long_words_are_cut_at_a_word() -> None:
    left = "Ouders mogen filmen."
    more = "mits de directeur dat vooraf schriftelijk goedvindt en alle andere ouders daarvan weten"
    right = f"Ouders mogen filmen, {more} voordat de voorstelling begint."
    reasons = compare(side(left), side(right)).reasons
    said = [explain(reason, translator(), (left, right)) for reason in reasons]
    assert any(f"‘{more} …’" in one for one in said)
    assert not any("begint" in one for one in said)
