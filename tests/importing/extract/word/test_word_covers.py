"""A shape or a picture that lies over the text of a Word file makes its paragraph a doubt."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import p, package, r
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.source.doubts import COVERED
from protocolkit.importing.source.lines import Source

_FILL = "<wps:spPr><a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill></wps:spPr>"
_BY_STYLE = "<wps:style><a:fillRef idx='1'><a:schemeClr val='accent1'/></a:fillRef></wps:style>"
_CLEAR = "<wps:spPr><a:solidFill><a:srgbClr val='FFFFFF'><a:alpha val='0'/></a:srgbClr></a:solidFill></wps:spPr>"  # noqa: E501
_OPEN = f"<wps:spPr><a:noFill/></wps:spPr>{_BY_STYLE}"
_RECT = "<w:r><w:pict><v:rect style='position:absolute;width:200pt;height:20pt{0}' {1}>{2}</v:rect></w:pict></w:r>"  # noqa: E501


def _read(drawing: str) -> Source:
    content = package(p(r("Vooraf.")) + p(r("Bellen mag niet."), drawing) + p(r("Klaar.")))
    source = extract_word(content)
    prove_word(content, source)
    return source


def _shape(
    inside: str = _FILL, *, wrap: str = "wrapNone", behind: int = 0, high: int = 254_000
) -> str:
    return (
        f"<w:r><w:drawing><wp:anchor behindDoc='{behind}'><wp:extent cx='2540000' cy='{high}'/>"
        f"<wp:{wrap}/><wp:docPr id='1' name='x'/><a:graphic><a:graphicData><wps:wsp>{inside}"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    "drawing",
    [
        _shape(),
        _shape(_BY_STYLE),
        (
            "<mc:AlternateContent><mc:Choice Requires='wps'>"
            f"{_shape()}</mc:Choice></mc:AlternateContent>"
        ),
        _RECT.format("", "", ""),
        _RECT.format(";z-index:5", "fillcolor='#fff'", ""),
    ],
)
def test_what_lies_over_a_paragraph_is_a_doubt(drawing: str) -> None:
    source = _read(drawing)
    assert [source.text[found.begin : found.end] for found in source.doubts] == ["Bellen mag niet."]
    assert source.doubts[0].text == COVERED
    assert ["count" in dict(told.values) for told in source.notices] == [True]


@pytest.mark.parametrize(
    "drawing",
    [
        _shape(_OPEN),
        _shape(_CLEAR),
        _shape(wrap="wrapSquare"),
        _shape(behind=1),
        _RECT.format(";z-index:-5", "", ""),
        _RECT.format("", "filled='f'", ""),
        _RECT.format("", "", "<v:wrap type='square'/>"),
        "",
    ],
)
def test_what_covers_nothing_is_none(drawing: str) -> None:
    source = _read(drawing)
    assert (source.doubts, source.notices) == ((), ())


def test_a_shape_in_a_paragraph_of_its_own_makes_the_text_before_it_a_doubt() -> None:
    content = package(p(r("Bellen mag niet.")) + p(_shape(high=9_000_000)) + p(r("Klaar.")))
    source = extract_word(content)
    doubts = [(source.text[found.begin : found.end], found.text) for found in source.doubts]
    assert doubts == [("Bellen mag niet.", COVERED)]
