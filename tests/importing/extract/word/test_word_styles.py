"""How a style of Word looks: the level of a heading by its outline or by its name."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import p, package, proved, r, styles

_TEXT = p(r("Gewone tekst van het protocol."))


def _level(name: str, outline: str = "", based_on: str = "") -> int:
    """Return the level of a line whose style says this."""
    other = based_on and f'<w:basedOn w:val="{based_on}"/>'
    properties = outline and f'<w:pPr><w:outlineLvl w:val="{outline}"/></w:pPr>'
    said = f'<w:name w:val="{name}"/>{other}{properties}'
    own = f'<w:style w:type="paragraph" w:styleId="s">{said}</w:style>'
    base = (
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="basis"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    line = p(r("Hoofdzaken"), properties='<w:pStyle w:val="s"/>')
    source = proved(package(_TEXT + line, {"styles.xml": styles(own + base)}))
    return source.lines[1].level


@pytest.mark.parametrize(
    ("name", "outline", "based_on", "level"),
    [
        ("Eigen kop", "0", "", 2),
        ("Eigen kop", "2", "", 4),
        ("Eigen kop", "9", "", 0),
        ("heading 1", "", "", 2),
        ("Kop 3", "", "", 4),
        ("heading 1", "3", "", 5),
        ("kop zonder cijfer", "", "", 0),
        ("Titel", "", "", 1),
        ("Title", "4", "", 1),
        ("Eigen", "", "b", 4),
        ("Eigen", "", "", 0),
    ],
)
def test_a_style_says_the_level_of_a_heading(
    name: str, outline: str, based_on: str, level: int
) -> None:
    assert _level(name, outline, based_on) == level
