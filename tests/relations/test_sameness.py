"""What does not count in a comparison, and what does: a marker does not, a number does."""

from __future__ import annotations

import pytest

from protocolkit.relations.sameness import neutral_form


@pytest.mark.parametrize(
    "marker",
    "1. 14a. 1) (1) 1.) a. a) (a) B. iv. (ii) XI. 1° 2º. • - – ▪ \uf0b7 ☐ «a. “3.".split(),
)
def test_a_marker_before_a_text_does_not_count(marker: str) -> None:
    assert neutral_form(f"{marker} De school") == neutral_form("De school")


@pytest.mark.parametrize(
    "text",
    [
        *("16 jaar en ouder", "3.1 De school", "Artikel 5 De school", "10.30 uur", "12: de school"),
        *("Stap 3 De school", "V Slot", "2018. De school", "1.", "a."),
    ],
)
def test_what_a_sentence_may_begin_with_counts(text: str) -> None:
    """A digit that a sentence may begin with is a word of it, and so is all that stands alone."""
    known = "".join(letter for letter in text.lower() if letter.isalnum())
    assert neutral_form(text).replace("|", "") == known
