"""Boxes, ticks and arrows of a sign font tell what they tell; the rest are bullets."""

from __future__ import annotations

import pytest
from lxml import etree

from importing.extract.word.word_files import W
from protocolkit.importing.extract.word.symbols import symbol


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "F0FE", "☒"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "00E0", "→"),
        ("Wingdings 2", "F052", "☒"),
        ("Symbol", "F0AE", "→"),
        ("Wingdings", "F0A7", "•"),
        ("Arial", "00E9", "é"),
        ("Arial", "", ""),
        ("Wingdings", "FFFFFFFFF", ""),
    ],
)
def test_a_sign_is_what_everybody_has_for_it(font: str, char: str, sign: str) -> None:
    element = etree.fromstring(f'<w:sym xmlns:w="{W}" w:font="{font}" w:char="{char}"/>')
    assert symbol(element) == sign
