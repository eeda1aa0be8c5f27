"""The relation of two clauses: cases that a lawyer can read, altered sentences, and laws."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.norms.recognise import recognise
from protocolkit.relations.compare_clauses import compare, mirrored
from protocolkit.relations.overlap import overlap
from protocolkit.relations.relation import Judgement, ReasonKind, Relation, Side, Trait
from protocolkit.relations.sentence_parts import take_apart
from relations.altered import alterations
from relations.cases import Case, bases, cases, side

_ALL = tuple(cases())
_TEXTS = st.sampled_from([text for case in _ALL for text in (case.left, case.right)])


@pytest.mark.parametrize("case", _ALL, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = compare(side(case.left), side(case.right))
    assert found.relation is case.relation
    assert set(case.reasons) <= {reason.kind for reason in found.reasons}


@given(_TEXTS, _TEXTS)
@examples(100)
def test_swapping_sides_mirrors(left: str, right: str) -> None:
    one, other = compare(side(left), side(right)), compare(side(right), side(left))
    assert one.relation is other.relation
    assert mirrored(one) == other
    assert mirrored(mirrored(one)) == one


@given(st.text(max_size=80), _TEXTS)
@examples(100)
def test_any_text_has_a_relation_and_its_words_stand_in_it(odd: str, text: str) -> None:
    found = compare(side(odd), side(text))
    assert isinstance(found, Judgement)
    for reason in found.reasons:
        assert all(0 <= begin < end <= len(odd) for begin, end in reason.left)
        assert all(0 <= begin < end <= len(text) for begin, end in reason.right)


@given(_TEXTS)
@examples(60)
def test_a_text_is_identical_to_itself_whatever_stands_around_it(text: str) -> None:
    assert compare(side(text), side(text)) == Judgement(relation=Relation.IDENTICAL)
    assert compare(side(text), side(f"  «{text.upper()}» …")).relation is Relation.IDENTICAL


def test_altered_sentences() -> None:
    """Contrary is what was negated or turned round, and nothing else is."""
    counts: Counter[tuple[bool, bool]] = Counter()
    right = total = 0
    for altered in alterations(bases()):
        found = compare(side(altered.left), side(altered.right)).relation
        counts[altered.relation is Relation.CONTRARY, found is Relation.CONTRARY] += 1
        right += found is altered.relation
        total += 1
    assert counts[True, True] / (counts[True, True] + counts[False, True]) >= 0.95
    assert counts[True, True] / (counts[True, True] + counts[True, False]) >= 0.95
    assert right / total >= 0.95


def test_a_condition_in_a_note_counts() -> None:
    """CVO's note 5: the texts are the same, the note of one sets an age."""
    text = "De leraar mag een groepsapp met de klas maken."
    plain = side(text)
    noted = Side(
        text=text, norms=recognise(text, notes=("Mits leerlingen ouder zijn dan 16 jaar.",))
    )
    found = compare(plain, noted)
    assert found.relation is Relation.SUBSTANTIVE
    assert [reason.kind for reason in found.reasons] == [ReasonKind.CONDITION_ADDED]


def test_the_deciding_words_are_marked() -> None:
    left = "De school vraagt toestemming aan leerlingen jonger dan 16 jaar."
    right = "De school vraagt toestemming aan leerlingen ouder dan 16 jaar."
    (reason,) = compare(side(left), side(right)).reasons
    assert reason.kind is ReasonKind.AGE
    assert [left[slice(*span)] for span in reason.left] == ["jonger dan 16 jaar"]
    assert [right[slice(*span)] for span in reason.right] == ["ouder dan 16 jaar"]
    assert (reason.gap, reason.traits) == ("16", Trait.DISJOINT)
    assert reason.details == (("disjoint", "1"), ("gap", "16"))


def test_a_reason_tells_what_files_have() -> None:
    left = "Leerlingen mogen foto's van medeleerlingen op internet plaatsen."
    right = "Leerlingen mogen geen foto's van medeleerlingen op internet plaatsen."
    found = compare(side(left), side(right))
    assert found.relation is Relation.CONTRARY
    reason = found.reasons[0]
    assert Trait.OPPOSITE in reason.traits
    assert reason.details == (("left", "toestemming"), ("opposite", "1"), ("right", "verbod"))
    (back,) = mirrored(Judgement(relation=found.relation, reasons=(reason,))).reasons
    assert back.details == (("left", "verbod"), ("opposite", "1"), ("right", "toestemming"))


def test_the_same_rule_may_stand_in_other_words() -> None:
    same = {relation.value for relation in Relation if relation.is_same_rule}
    assert same == {"identical", "editorial"}


def test_sentences_that_share_two_common_words_do_not_answer_each_other() -> None:
    left = (
        "Ouders parkeren achter het gebouw. De leraar bespreekt met de leerling de cijfers van het "
        "rapport."
    )
    right = (
        "Ouders parkeren achter het gebouw. De leraar vraagt de leerling bij brand het terrein via "
        "de nooduitgang te verlaten."
    )
    found = overlap(take_apart(left), take_apart(right))
    assert [(one.span[0], other.span[0]) for one, other in found.pairs] == [(0, 0)]
    assert len(found.left_only) == len(found.right_only) == 1
