"""A word that is lost or put in is named, with not more of the text than finds it."""

from __future__ import annotations

import pytest

from protocolkit.base.location import NOWHERE
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.proof.counting import Held, prove


def _refused(held: str, made: str) -> tuple[str, str]:
    with pytest.raises(ProtocolkitError) as refused:
        prove({"": Held(pieces=[held])}, extract_text(made.encode()), NOWHERE, lambda _: False)
    problem = refused.value.problem
    return problem.code.name, dict(problem.values)["words"]


def test_what_is_whole_is_no_problem() -> None:
    prove({"": Held(["De ", "school"])}, extract_text(b"De school"), NOWHERE, lambda _: False)


def test_a_lost_word_and_one_that_was_put_in_are_named() -> None:
    lost, words = _refused("De school belt", "De school")
    assert words == "belt"
    put_in, words = _refused("De school", "De school xyz")
    assert words == "xyz"
    assert lost != put_in


def test_of_many_lost_words_some_are_named() -> None:
    """Enough to search for, and no page of them."""
    many = " ".join(f"zoek{number}q" for number in range(100))
    _, words = _refused(f"De school {many}", "De school")
    assert 5 <= len(words.split()) <= 30
