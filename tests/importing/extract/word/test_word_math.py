"""A formula on one line says what its rows say: signs of ours stand where a row began."""

from __future__ import annotations

import pytest
from lxml import etree

from importing.extract.word.word_files import SPACES
from protocolkit.importing.extract.word.math import math_pieces

_SUM = '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
_BRACKETS = '<m:dPr><m:begChr m:val="["/><m:endChr m:val="q"/><m:sepChr m:val=";"/></m:dPr>'


def _t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _e(text: str, name: str = "e") -> str:
    return f"<m:{name}>{_t(text)}</m:{name}>"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (_t("a") + _t("+b"), "a+b"),
        (f"<m:f>{_e('a', 'num')}{_e('b', 'den')}</m:f>", "a/b"),
        (f"<m:f>{_e('a+b', 'num')}{_e('2', 'den')}</m:f>", "(a+b)/2"),
        (f"<m:sSup>{_e('x')}{_e('2', 'sup')}</m:sSup>", "x^2"),
        (f"<m:sSubSup>{_e('x')}{_e('i', 'sub')}{_e('n-1', 'sup')}</m:sSubSup>", "x_i^(n-1)"),
        (f"<m:limLow>{_e('lim')}{_e('n', 'lim')}</m:limLow>", "lim_n"),
        (f"<m:limUpp>{_e('x')}{_e('n', 'lim')}</m:limUpp>", "x^n"),
        (f"<m:rad><m:deg/>{_e('x')}</m:rad>", "√x"),
        (f"<m:rad>{_e('3', 'deg')}{_e('x+1')}</m:rad>", "3√(x+1)"),
        (f"<m:nary>{_e('i', 'sub')}<m:sup/>{_e('x')}</m:nary>", "∫_i x"),
        (
            f"<m:nary>{_SUM}{_e('1', 'sub')}{_e('n', 'sup')}{_e('x')}</m:nary>",
            "∑_1^n x",
        ),
        (f"<m:d>{_e('a')}{_e('b')}</m:d>", "(a|b)"),
        (
            f"<m:d>{_BRACKETS}{_e('a')}{_e('b')}</m:d>",
            "[a;bq",
        ),
        (
            f"<m:m><m:mr>{_e('a')}{_e('b')}</m:mr><m:mr>{_e('c')}{_e('d')}</m:mr></m:m>",
            "a b; c d",
        ),
        (f"<m:eqArr>{_e('x=1')}{_e('y=2')}</m:eqArr>", "x=1; y=2"),
        ('<m:acc><m:accPr><m:chr m:val="a"/></m:accPr>' + _e("v") + "</m:acc>", "va"),
    ],
)
def test_a_formula_is_written_on_one_line(formula: str, expected: str) -> None:
    element = etree.fromstring(f"<m:oMath {SPACES}>{formula}</m:oMath>")
    pieces = list(math_pieces(element))
    assert "".join(piece.text for piece in pieces) == expected
    words = "".join(piece.text for piece in pieces if piece.run is not None)
    assert words == "".join(element.itertext())
