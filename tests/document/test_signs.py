"""Which signs a PDF can show, and the names of the others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import few
from protocolkit.document.signs import unknown_signs, with_names
from renew_signs import all_signs, printable

_SIGNS = st.text(st.sampled_from("a é🚲中\u200d\ufe0f\uf0b7\nU+1"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gewoon, met é en “aanhaling” – 5 €", "Gewoon, met é en “aanhaling” – 5 €"),
        ("Zet de 🚲 in het rek.", "Zet de [teken U+1F6B2] in het rek."),
        ("中文学校 Den Haag", "[tekens U+4E2D U+6587 U+5B66 U+6821] Den Haag"),
        ("een 👨‍👩‍👧.", "een [tekens U+1F468 U+1F469 U+1F467]."),
        ("\uf0b7 punt", "[teken U+F0B7] punt"),
        ("מدרסה, בית ספר, مدرسة", "מدרסה, בית ספר, مدرسة"),
        ("❤️ en ☑", "❤️ en ☑"),
        ("de bel 🛎️ en A 🅰️.", "de bel [teken U+1F6CE] en A [teken U+1F170]."),
        ("een 🏴‍☠️ hier", "een [teken U+1F3F4]☠️ hier"),
        ("een\ttab\nen een regel", "een\ttab\nen een regel"),
        ("", ""),
    ],
)
def test_a_sign_that_no_font_has_has_a_name(text: str, shown: str) -> None:
    assert with_names(text) == shown
    assert bool(unknown_signs(text)) == (text != shown)


@given(_SIGNS)
def test_nothing_else_changes(text: str) -> None:
    named = with_names(text)
    assert with_names(named) == named
    for signs in sorted(unknown_signs(text), key=len, reverse=True):
        text = text.replace(signs, "")
    assert re.sub(r"\[tekens? [^\]]*\]", "", named) == text


def test_the_list_is_what_the_fonts_have() -> None:
    """Every sign of the list can be printed, and of the others, tried here and there, none."""
    signs = all_signs()
    known = [sign for sign in signs if not unknown_signs(sign)]
    others = [sign for sign in signs if unknown_signs(sign)][::40]
    assert len(known) > 7000
    tried = few(known, slice(None, None, 10))
    assert printable(tried) == set(tried), "run: python tests/renew_signs.py"
    assert printable(others) == set(), "run: python tests/renew_signs.py"
