"""What the docstrings of these modules show is what happens."""

from __future__ import annotations

from docstrings import check_examples


def test_the_examples_in_docstrings_are_true() -> None:
    check_examples(__file__)
