"""Lengths of style sheets, those that are worked out too; and sheets made plain."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.web.css_text import lowered, plain_style, unquoted, words_apart
from protocolkit.importing.extract.web.lengths import is_untold, number, points


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("16px", 12.0),
        ("-1e4px", -7500.0),
        ("1.5em", 18.0),
        ("50%", 250.0),
        ("calc(1em - 16px)", 0.0),
        ("calc(2 * (3px + 1px))", 6.0),
        ("calc(1px + -2px)", -0.75),
        ("-webkit-calc(8px / 2)", 3.0),
        ("min(0px, 1em)", 0.0),
        ("clamp(1px, 9px, 4px)", 3.0),
        ("calc(1px / 0)", None),
        ("calc(" * 30 + "1px" + ")" * 30, None),
        ("calc(1px +)", None),
        ("env(breed)", None),
        ("1onzin", None),
        ("", None),
    ],
)
def test_lengths(text: str, length: float | None) -> None:
    found = points(text, 12.0)
    assert found is None if length is None else found == pytest.approx(length)
    assert is_untold(text, 12.0) is (length is None and "(" in text)


def test_numbers_without_a_unit() -> None:
    told = [number(text, 7.0) for text in ("0.5", "50%", "calc(1 / 4)", "5e-1", "x", None)]
    assert told == pytest.approx([0.5, 0.5, 0.25, 0.5, 7.0, 7.0])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r".x{d\69splay:none}", ".x{display:none}"),
        ("disp/**/lay:none", "disp lay:none"),
        (r".sm\:weg{}", r".sm\:weg{}"),
        (r".\31 a{}", ".1a{}"),
        ('a{content:"}"} b{}', r'a{content:"\7d "} b{}'),
        ("a{b:url(data:x;y,{z)}", r'a{b:url("data\3a x\3b y\2c \7b z")}'),
        ("<!-- b{} -->", "  b{}  "),
        ("/* b{}", " "),
    ],
)
def test_a_sheet_is_made_plain(text: str, plain: str) -> None:
    assert plain_style(text) == plain


def test_strings_keep_what_they_say() -> None:
    string = plain_style("'Nooit; \\22 A\\22 '")
    assert unquoted(string) == 'Nooit; "A"'
    assert lowered(f"SQUARE {string}") == f"square {string}"
    assert list(words_apart(f"a calc(1px + 2px), {string}")) == ["a", "calc(1px + 2px)", string]
