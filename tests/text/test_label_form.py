"""A label beside a clause is told from the text by its form, where styles are gone."""

from __future__ import annotations

import pytest

from protocolkit.text.label_form import as_label, label_length, without_labels
from protocolkit.text.words import tokens


def test_a_label_is_told_by_its_marks_and_what_follows() -> None:
    label = as_label("Sancties 6")
    assert label_length(f"{label}\t6. Wie dit doet") == len(label) + 1
    assert label_length(label) == len(label)
    assert label_length(f"{label} ") == len(label) + 1
    assert label_length("Sancties 6\t6. Wie dit doet") == 0
    # Inside a sentence they are not ours.
    assert label_length(f"{label} is streng.") == 0


def test_a_whole_paragraph_between_the_marks_is_no_label() -> None:
    assert label_length(as_label("a" * 80)) == 82
    assert label_length(as_label("De school bewaart dit. " * 20)) == 0


def test_the_marks_are_no_words() -> None:
    assert tokens(as_label("Sancties 6")) == ("Sancties", "6")


@pytest.mark.parametrize(("length", "is_label"), [(80, True), (81, False)])
def test_a_label_is_not_as_long_as_a_paragraph(length: int, is_label: bool) -> None:
    label = "x" * length
    assert (label_length(f"{as_label(label)}\tWie dit doet") > 0) == is_label
    assert ("xx" not in without_labels(f"Bel. {as_label(label)} Nu.")) == is_label
