"""Names in a Word file: whose they are decides what is text, and whether a style counts."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import package, proved, styles
from protocolkit.importing.extract.shared.colours import DOUBT_FAINT
from protocolkit.importing.source.doubts import UNTOLD
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_SPACES = 'xmlns:x="urn:somebody" xmlns:future="http://schemas.microsoft.com/office/word/2099/x"'
_IGNORABLE = f'{_SPACES} mc:Ignorable="x" mc:ProcessContent="x:keep"'


def _run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _line(inner: str) -> str:
    return f"<w:p>{_run('Je mag ')}{inner}{_run('bellen.')}</w:p>"


def _read(body: str, style: str = "") -> Source:
    whole = f"<w:sdt {_IGNORABLE}><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    return proved(package(whole, {"styles.xml": styles(style)} if style else None))


def _lines(source: Source) -> list[str]:
    return [line.text for line in source.lines]


@pytest.mark.parametrize(
    "inner",
    [
        "<x:t>nooit</x:t>",
        f"<x:ins>{_run('nooit')}</x:ins>",
        f"<x:hyperlink>{_run('nooit')}</x:hyperlink>",
        f"<x:del>{_run('nooit')}</x:del>",
        "<w:r><x:t>nooit</x:t></w:r>",
        f"<x:rPr>{_run('nooit')}</x:rPr>",
    ],
)
def test_what_stands_under_foreign_names_is_named_and_no_text(inner: str) -> None:
    source = _read(_line(inner))
    assert _lines(source) == ["Je mag bellen."]
    assert [(one.text, one.reason) for one in source.left_out] == [
        ("nooit", LeftOutReason.NOT_ON_PAGE)
    ]


def test_foreign_blocks_rows_and_signs_are_no_text() -> None:
    rows = "".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in "ab")
    source = _read(
        f"<x:sdtContent><w:p>{_run('nooit')}</w:p></x:sdtContent>"
        f"<w:tbl><w:tr>{rows}</w:tr><x:tr><w:tc><w:p>{_run('niets')}</w:p></w:tc></x:tr></w:tbl>"
        f'<w:p>{_run("Slot.")}<w:r><x:sym w:font="Arial" w:char="0041"/></w:r></w:p>'
    )
    assert "nooit" not in source.text
    assert "niets" not in source.text
    assert _lines(source)[-1] == "Slot."


def test_what_a_file_says_counts_inside_a_foreign_name_is_text() -> None:
    assert _lines(_read(_line(f"<x:keep>{_run('nooit ')}</x:keep>"))) == ["Je mag nooit bellen."]


@pytest.mark.parametrize("name", ["future", "x"])
def test_a_version_for_a_program_of_later_is_not_the_one_that_is_shown(name: str) -> None:
    choice = f'<mc:Choice Requires="{name}">{_run("altijd ")}</mc:Choice>'
    fallback = f"<mc:Fallback>{_run('nooit ')}</mc:Fallback>"
    source = _read(_line(f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"))
    assert _lines(source) == ["Je mag nooit bellen."]


@pytest.mark.parametrize("kind", ["paragraph", "table"])
def test_a_style_of_another_kind_hides_nothing(kind: str) -> None:
    properties = '<w:rStyle w:val="weg"/>'
    style = f'<w:style w:type="{kind}" w:styleId="weg"><w:rPr><w:vanish/></w:rPr></w:style>'
    source = _read(_line(_run("nooit ", properties)), style)
    assert _lines(source) == ["Je mag nooit bellen."]


def test_a_paragraph_in_a_style_of_letters_is_seen() -> None:
    style = '<w:style w:type="character" w:styleId="weg"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = f'<w:p><w:pPr><w:pStyle w:val="weg"/></w:pPr>{_run("Bellen mag.")}</w:p>'
    assert _lines(_read(body, style)) == ["Bellen mag."]


def test_a_style_with_the_name_of_our_labels_leaves_nothing_out_of_a_file_of_others() -> None:
    style = '<w:style w:type="character" w:styleId="Bepalingslabel"/>'
    run = _run("Nooit ", '<w:rStyle w:val="Bepalingslabel"/>')
    source = _read(f"<w:p>{run}{_run('bellen.')}</w:p>", style)
    assert _lines(source) == ["Nooit bellen."]
    assert source.left_out == ()


_WHITE = '<w:color w:val="FFFFFF"/>'
_ANCHOR = (
    '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="3000000" cy="900000"/><wps:wsp>'
    '<wps:spPr><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></wps:spPr></wps:wsp>'
    "</wp:anchor></w:drawing></w:r>"
)
_RECTANGLE = (
    '<w:r><w:pict><v:rect style="position:absolute;width:300pt;height:80pt;z-index:-1" '
    'fillcolor="#1F3864"/></w:pict></w:r>'
)


@pytest.mark.parametrize("drawing", [_ANCHOR, _RECTANGLE])
def test_white_words_may_stand_on_a_dark_shape_behind_the_text(drawing: str) -> None:
    words = f"<w:p>{_run('Bellen mag.', _WHITE)}</w:p>"
    plain = proved(package(f"<w:p>{_run('Kop.')}</w:p>{words}"))
    assert [one.reason for one in plain.left_out] == [LeftOutReason.COLOUR]
    source = proved(package(f"<w:p>{drawing}{_run('Kop.')}</w:p>{words}"))
    assert _lines(source) == ["Kop.", "Bellen mag."]
    assert [doubt.text for doubt in source.doubts] == [DOUBT_FAINT]


_BOUND = '<w:sdtPr><w:dataBinding w:xpath="/d/n" w:storeItemID="{1}"/><w:text/></w:sdtPr>'


@pytest.mark.parametrize(("said", "doubts"), [("Bellen mag nooit.", [UNTOLD]), ("Bellen mag.", [])])
@pytest.mark.parametrize("form", ["{}", "<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tbl>{}</w:tbl>"])
def test_a_block_that_shows_what_stands_elsewhere_is_a_doubt(
    said: str, doubts: list[object], form: str
) -> None:
    inner = f"<w:p>{_run('Bellen mag.')}</w:p>"
    inner = f"<w:tc>{inner}</w:tc>" if "tbl" in form else inner
    inner = f"<w:tr>{inner}</w:tr>" if form == "<w:tbl>{}</w:tbl>" else inner
    control = f"<w:sdt>{_BOUND}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    parts = {"customXml.xml": f"<d><n>{said}</n></d>"}
    source = proved(package(form.format(control), parts))
    assert "Bellen mag." in source.text
    assert [doubt.text for doubt in source.doubts] == doubts
