"""Quotes and lines across the page: what a page shows of them is no sign."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.markdown.extract import printed_markdown
from protocolkit.importing.extract.markdown.quotes import without_marks


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Een.\n\n***\n\nTwee.", "Een.\n\n\n\nTwee."),
        ("Kop\n---\n\n***\nEind.", "Kop\n---\n\n\nEind."),
        ("Een.\n***\nTwee.", "Een.\n\nTwee."),
        ("Een.\n* * *\nTwee.", "Een.\n\nTwee."),
        ("___\nTwee.", "\nTwee."),
        ("Een.\n- - -\nTwee.", "Een.\n\nTwee."),
        ("Een.\n\n---\nTwee.", "Een.\n\n\nTwee."),
        ("- Een\n***\n- Twee", "- Een\n\n- Twee"),
        # a heading, stress, a list and a table are none
        ("Kop\n---\nTekst", "Kop\n---\nTekst"),
        ("**niet**", "**niet**"),
        ("* Een\n* Twee", "* Een\n* Twee"),
        ("| a | b |\n| --- | --- |", "| a | b |\n| --- | --- |"),
        ("```\n***\n> a\n```", "```\n***\n> a\n```"),
    ],
)
def test_a_line_across_the_page_is_no_text(written: str, shown: str) -> None:
    assert without_marks(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("> Een\n> Twee", "Een\nTwee"),
        ("> Een\nlui vervolg", "Een\nlui vervolg"),
        ("> 1) Een\n> 2) Twee\nlui vervolg", "1) Een\n2) Twee\nlui vervolg"),
        ("Tekst\n> Een", "Tekst\n\nEen"),
        ("> > Een\n>\n> Twee", "Een\n\nTwee"),
        ("> ***\nTwee", "\nTwee"),
        ("Wie > 18 jaar is", "Wie > 18 jaar is"),
        ("    > code", "    > code"),
    ],
)
def test_the_mark_of_a_quote_is_no_text(written: str, shown: str) -> None:
    assert without_marks(written) == shown
    assert printed_markdown(written).marked.split() == shown.split()
