"""Lists of a Word file count as Word counts them, in the words that Word prints."""

from __future__ import annotations

import pytest
from lxml import etree

from importing.extract.word.word_files import p, package, part, proved, r
from protocolkit.importing.extract.word.numbering import Numbering, is_worded
from protocolkit.importing.source.doubts import UNCOUNTED
from protocolkit.text.words import BULLET


def _level(depth: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _numbering(*levels: str) -> Numbering:
    content = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    content += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return Numbering(etree.fromstring(part("w:numbering", content)))


def _printed(numbering: Numbering, depths: list[int]) -> list[str]:
    return [numbering.marker("1", depth) for depth in depths]


@pytest.mark.parametrize(
    ("restart", "last"),
    [("", "1"), ('<w:lvlRestart w:val="0"/>', "4"), ('<w:lvlRestart w:val="1"/>', "3")],
)
def test_a_level_begins_anew_after_the_levels_that_it_says(restart: str, last: str) -> None:
    levels = [_level(0, "%1"), _level(1, "%1.%2"), _level(2, "Artikel %3", more=restart)]
    # chapter 1 with articles 1 and 2 under two paragraphs, then chapter 2
    found = _printed(_numbering(*levels), [0, 1, 2, 1, 2, 2, 0, 1, 2])
    assert found[2] == "Artikel 1"
    assert found[5] == ("Artikel 2" if not restart else "Artikel 3")
    assert found[8] == ("Artikel 4" if last == "4" else "Artikel 1")


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("ordinal", ["1e stap", "2e stap"]),
        ("ordinalText", ["Eerste stap", "Tweede stap"]),
        ("cardinalText", ["Een stap", "Twee stap"]),
        ("decimalZero", ["01 stap", "02 stap"]),
    ],
)
def test_counts_in_words(form: str, printed: list[str]) -> None:
    assert _printed(_numbering(_level(0, "%1 stap", form)), [0, 0]) == printed


def test_a_list_may_tie_its_levels_to_styles() -> None:
    tied = _numbering(_level(0, "%1"), _level(1, "%1.%2", more='<w:pStyle w:val="Kop2"/>'))
    assert [tied.depth_of("1", style) for style in ("Kop2", "Kop1", "")] == [1, -1, -1]


@pytest.mark.parametrize(
    ("marker", "words"),
    [("DEEL A:", True), ("Deel B", True), ("Thema 1", True), ("Deel 1", False), ("a.", False)],
)
def test_what_a_list_prints_may_be_words(marker: str, *, words: bool) -> None:
    assert is_worded(marker) is words


_IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("label", "properties", "mark", "wanted"),
    [
        ("Artikel %1", _IN_LIST, "", "Artikel 1 \nDoel"),
        ("Artikel %1", _IN_LIST, "<w:vanish/>", "Doel"),
        ("Artikel %1", "", "", "Doel"),
        ("%1.", _IN_LIST, "", "Doel"),
    ],
)
def test_an_empty_paragraph_prints_what_its_list_names(
    label: str, properties: str, mark: str, wanted: str
) -> None:
    content = f'<w:abstractNum w:abstractNumId="0">{_level(0, label)}</w:abstractNum>'
    content += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = p(properties=properties, mark=mark) + p(r("Doel")) + p(r("Ouders krijgen bericht."))
    file = package(body, {"numbering.xml": part("w:numbering", content)})
    assert proved(file).text == f"{wanted}\nOuders krijgen bericht.\n"


@pytest.mark.parametrize("where", ["level", "override"])
def test_a_list_that_begins_at_a_number_that_no_list_has_prints_none(where: str) -> None:
    far = '<w:start w:val="99999999999999999999"/>'
    level = _level(0, "%1.")
    own = ""
    if where == "level":
        level = level.replace('<w:start w:val="1"/>', far)
    else:
        own = (
            f'<w:lvlOverride w:ilvl="0">{far.replace("w:start", "w:startOverride")}</w:lvlOverride>'
        )
    content = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    content += f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{own}</w:num>'
    body = p(r("Wij bellen niet."), properties=_IN_LIST) + p(r("Nooit."), properties=_IN_LIST)
    source = proved(package(body, {"numbering.xml": part("w:numbering", content)}))
    assert [line.text[: line.marker].strip() for line in source.lines] == [BULLET, BULLET]
    assert [doubt.text for doubt in source.doubts] == [UNCOUNTED, UNCOUNTED]


@pytest.mark.parametrize(
    ("sign", "font", "printed"),
    [
        ("&#xF0FC;", "Wingdings", "✓"),
        ("&#xF0FB;", "Wingdings", "✗"),
        ("&#xF0A8;", "Wingdings", "☐"),
        ("✗", "Calibri", "✗"),
        ("&#xF0B7;", "Symbol", BULLET),
        ("&#xF0D8;", "Wingdings", BULLET),
        ("&#xF0FC;", "Other", BULLET),
        ("o", "Courier New", BULLET),
    ],
)
def test_a_bullet_that_says_do_or_do_not_stays(sign: str, font: str, printed: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert _printed(_numbering(_level(0, sign, "bullet", more=fonts)), [0]) == [printed]
