"""Where a page comes to stand on paper tells which of its words may be covered, or cut off."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.web.boxes import STILL, Box, Move, turned
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.extract.web.grid_cells import cell_of, row_heights
from protocolkit.importing.source.doubts import (
    COVERED,
    FIELD,
    MADE_BY_STYLE,
    OVERPRINTED,
    STRUCK,
    UNTOLD,
)
from protocolkit.reading.words_left_out import LeftOutReason

_RULE = "<p>Bellen mag in de les niet.</p>"
_SLOT = "<p>Slot.</p>"
_RAISED = "margin-top:-34px"
_LOGO = '<img style="position:absolute;top:10px;left:10px;width:120px;height:60px" src=x>'
_PROGRAM = "een regel van een programma\n"
_HIDDEN_FROM_EYES = (
    "position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;"
    "clip:rect(0,0,0,0);border:0"
)


def _doubts(body: str, style: str = "") -> list[tuple[str, object]]:
    page = f"<!doctype html><html><head><style>{style}</style></head><body>{body}</body></html>"
    source = extract_html(page.encode())
    return [(source.text[one.begin : one.end].strip(), one.text) for one in source.doubts]


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        (f'{_RULE}<p style="{_RAISED};position:relative;background:#fff">Altijd.</p>', None),
        (f'{_RULE}<p style="{_RAISED}">Bellen mag altijd en overal.</p>', OVERPRINTED),
        (f'{_RULE}<hr style="margin:-30px 0 0;height:30px;background:#fff;position:relative">',
         COVERED),
        ((f'<div style="background:#fff"><div style="position:relative;z-index:-1">{_RULE}</div>'
         "</div>"), COVERED),
        (f'<div style="height:0">{_RULE}</div><p>Bellen mag altijd en overal.</p>', OVERPRINTED),
        (f'<div style="margin-left:110%">{_RULE}</div>', UNTOLD),
        (f'<div style="transform:rotate(180deg);transform-origin:0 -2000px">{_RULE}</div>', UNTOLD),
        (f'<div style="height:40px;overflow:hidden"><div style="height:60px"></div>{_RULE}</div>',
         UNTOLD),
        ((f'<div style="position:relative">{_RULE}<div style="position:absolute;left:0;right:0;'
         'top:24px;border-top:1px solid red"></div></div>'), STRUCK),
    ],
)  # fmt: skip
def test_words_that_may_not_be_read_are_in_doubt(body: str, doubt: object) -> None:
    found = dict(_doubts(f"<h1>Protocol</h1>{body}{_SLOT}"))
    assert "Bellen mag in de les niet." in found
    assert doubt in (None, found["Bellen mag in de les niet."])
    assert "Protocol" not in found


@pytest.mark.parametrize(
    ("body", "style"),
    [
        # a menu of links, two columns of old, cards in a row, a grid of cards
        ('<ul><li style="float:left">Een</li><li style="float:left">Twee</li></ul>', ""),
        ("<div id=a>Links hier.</div><div id=b>Rechts daar.</div>",
         "#a{float:left;width:30%}#b{margin-left:32%}"),
        ("<div class=row><div class=col>Een kaart.</div><div class=col>Nog een kaart.</div></div>",
         ".row{display:flex;margin:0 -15px}.col{flex:0 0 50%;max-width:50%;padding:0 15px}"),
        ('<div style="display:grid;grid-template-columns:1fr 1fr"><p>Een.</p><p>Twee.</p></div>',
         ""),
        # what screens read aloud, a picture with words below it, a sign over a picture
        (f'<span style="{_HIDDEN_FROM_EYES}">Ga naar de inhoud</span>{_RULE}', ""),
        ((f'<figure><img width=300 height=200 src=x><figcaption style="margin-top:-4px">Een foto.'
         f"</figcaption></figure>{_RULE}"), ""),
        (f'<div style="position:relative;height:90px">{_LOGO}</div>{_RULE}', ""),
        # how Word saves its lists, long lines of a program, a table with fixed columns
        ('<p style="margin-left:36pt;text-indent:-18pt">1. Bellen mag niet.</p>', ""),
        (f"<pre>{_PROGRAM * 40}</pre>", ""),
        (('<table style="width:600px"><tr><td style="width:20%">Een</td><td>Een langere cel met'
         " meer woorden dan er op een regel passen, zodat hij breekt.</td></tr></table>"), ""),
        # a bar that stays at the top, a raised sign, a shadow, tight headings
        ('<div style="position:fixed;top:0;left:0;right:0;height:40px;background:#eee">Menu</div>',
         "body{padding-top:60px}"),
        ("<p>Zie noot<sup>1</sup> en H<sub>2</sub>O.</p>", ("sup,sub{line-height:0;top:-.5em;"
         "position:relative;font-size:75%}")),
        (f'<div style="box-shadow:0 2px 8px rgba(0,0,0,.3);outline:1px solid #ccc">{_RULE}</div>',
         ""),
        ("<h2>Een kop over</h2><h2>twee regels</h2>", "h2{line-height:1;margin:0 0 .1em}"),
        (f'<p class=x>Een. </p>{_RULE}', (".x::before{content:'';position:absolute;left:-8px;"
         "width:4px;height:4px;background:#900}")),
    ],
)  # fmt: skip
def test_an_ordinary_page_has_no_doubts(body: str, style: str) -> None:
    assert _doubts(f"<h1>Protocol</h1>{body}<p style='clear:both'>Slot.</p>", style) == []


def test_a_line_has_no_room_of_its_own_when_it_has_no_height() -> None:
    body = '<p style="line-height:0">Bellen mag niet in de les<br>en niet in de gang.</p>'
    assert {doubt for _, doubt in _doubts(body)} == {OVERPRINTED}


def test_what_the_paper_says_counts() -> None:
    assert _doubts(_RULE, "@page{size:20px 20px;margin:0}") == [
        ("Bellen mag in de les niet.", UNTOLD)
    ]
    assert _doubts(_RULE, "@page{size:A5;margin:1cm}") == []


def test_words_at_the_edge_of_the_paper_are_told() -> None:
    style = '@page{margin:3cm;@top-center{content:"Vervallen"}@bottom-left{content:counter(page)}}'
    page = f"<html><head><style>{style}</style></head><body>{_RULE}</body></html>"
    source = extract_html(page.encode())
    assert (("words", "Vervallen"),) in [notice.values for notice in source.notices]
    assert [one.text for one in source.doubts] == [MADE_BY_STYLE]
    assert _doubts(_RULE, "@page{@bottom-left{content:counter(page)}}") == []


@pytest.mark.parametrize(
    "field",
    [
        '<input value="niet">',
        "<select><option>niet</select>",
        "<button>niet</button>",
        "<textarea>niet</textarea>",
    ],
)
def test_a_field_in_a_sentence_is_a_doubt(field: str) -> None:
    assert [doubt for _, doubt in _doubts(f"<p>Bellen mag {field} in de les.</p>")] == [FIELD]
    assert _doubts(f"<p>Bellen mag.</p><form>{field}</form>") == []


def test_a_field_that_nobody_sees_is_no_doubt() -> None:
    assert _doubts("<p>Bellen mag <button></button> <input type=hidden value=b>.</p>") == []


@pytest.mark.parametrize(
    ("words", "is_read"),
    [
        ('<s style="text-decoration:none">niet</s>', True),
        ('<del style="text-decoration-line:underline">niet</del>', True),
        ('<s style="text-decoration-color:transparent">niet</s>', True),
        ('<s style="text-decoration-color:#fff">niet</s>', True),
        ('<s style="text-decoration-color:red">niet</s>', False),
        ('<s style="text-decoration:revert">niet</s>', False),
        ('<s style="color:red">niet</s>', False),
        ('<b style="text-decoration:underline line-through">niet</b>', False),
        ('<s>niet <b style="float:left">nooit</b></s>', True),
    ],
)
def test_struck_is_what_a_reader_sees_a_line_through(words: str, is_read: bool) -> None:
    source = extract_html(f"<body><p>Bellen mag {words} in de les.</p></body>".encode())
    assert ("niet" in source.text) is is_read
    assert is_read or [one.reason for one in source.left_out] == [LeftOutReason.STRUCK]


def test_a_rule_with_a_semicolon_before_it_is_dropped() -> None:
    assert (
        "niet" in extract_html(b"<style>a &gt; p{display:none}</style><p>Bellen mag niet.</p>").text
    )
    assert (
        "niet"
        not in extract_html(
            b'<style>@import "x.css"; p{display:none}</style><p>niet</p><h1>Bellen</h1>'
        ).text
    )


def test_letters_without_size_in_what_cuts_off_are_no_fault() -> None:
    body = '<p style="font-size:0;overflow:hidden;height:9px;width:9px">niet</p>'
    assert "Slot." in extract_html(f"<body>{body}{_SLOT}</body>".encode()).text


@pytest.mark.parametrize(
    "said",
    ["transform:translateX(-9999px)", "scale:0", "height:0;overflow:hidden", "text-indent:-999em"],
)
def test_what_stands_in_a_line_of_text_has_no_size_of_its_own(said: str) -> None:
    body = "<p>Bellen mag <b style='{}{}'>niet</b> in de les.</p>"
    assert _doubts(body.format("", said)) == []
    assert "niet" in extract_html(body.format("", said).encode()).text
    assert "niet" not in extract_html(body.format("float:left;", said).encode()).text
    in_row = f"<div style='display:flex'>{body.format('', said)[3:-4]}</div>"
    assert "niet" not in extract_html(in_row.encode()).text


@pytest.mark.parametrize(
    ("condition", "is_read"),
    [
        ("media (min-width:1px)", False),
        ("media all and (max-width: 99999px)", False),
        ("supports (display: grid)", False),
        # these hang on the paper, or on what a browser can do
        ("media (min-width:700px)", True),
        ("media (min-width:1px) and (orientation:landscape)", True),
        ("supports (text-box: trim-both)", True),
    ],
)
def test_a_condition_that_always_holds_is_none(condition: str, is_read: bool) -> None:
    page = f"<style>@{condition}{{b{{display:none}}}}</style><p>Bellen mag <b>niet</b> hier.</p>"
    source = extract_html(page.encode())
    assert ("niet" in source.text) is is_read
    assert [one.text for one in source.doubts] == [UNTOLD] * is_read


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("grid-area:1/1", "grid-area:1/1/2/2", True),
        ("grid-row:1;grid-column:1/3", "grid-row:1;grid-column:2", True),
        ("grid-row:1;grid-column:1/-1", "grid-row:2;grid-column:1/-1", False),
        ("grid-row:1;grid-column:1", "grid-row:1;grid-column:2", False),
        ("grid-row:1/span 2;grid-column:1", "grid-row:2;grid-column:1", True),
        ("grid-area:kop", "grid-area:kop", True),
        ("grid-area:kop", "grid-area:voet", False),
        ("grid-row:1", "grid-row:1", False),
        ("grid-area:auto", "grid-area:auto", False),
        ("", "", False),
    ],
)
def test_items_of_a_grid_that_take_one_cell(one: str, other: str, meets: bool) -> None:
    cells = [
        cell_of({name: value for name, _, value in (p.partition(":") for p in said.split(";"))})
        for said in (one, other)
    ]
    assert all(cell is not None and cell.meets(cell) for cell in cells) or not meets
    assert bool(cells[0] and cells[1] and cells[0].meets(cells[1])) is meets


@pytest.mark.parametrize(
    ("said", "heights"),
    [
        ({"grid-template-rows": "0 12px"}, [0.0, 9.0]),
        ({"grid-auto-rows": "2px"}, [1.5]),
        ({"grid-template-rows": "auto 1fr"}, []),
        ({"grid-template-rows": "0 0", "grid-template-columns": "1fr 1fr"}, []),
        ({}, []),
    ],
)
def test_rows_of_a_grid_may_have_a_height(said: dict[str, str], heights: list[float]) -> None:
    assert row_heights(said, 12.0) == heights


def test_of_what_is_said_twice_the_last_counts() -> None:
    page = f'{_RULE}<p style="{{}};background:#fff;position:relative">Altijd.</p>'
    assert _doubts(page.format("margin-top:10px;margin:-36px 0 0")) != []
    assert _doubts(page.format("margin:-36px 0 0;margin-top:10px")) == []
    struck = "<p>Bellen mag <b style='{}'>niet</b>.</p>"
    first, second = "text-decoration:line-through", "text-decoration-line:none"
    assert "niet" in extract_html(struck.format(f"{first};{second}").encode()).text
    assert "niet" not in extract_html(struck.format(f"{second};{first}").encode()).text


def test_what_goes_to_the_far_side_of_what_is_too_wide_is_a_doubt() -> None:
    for inside in ("<p align=right>{}</p>", "<center>{}</center>", "<p style='float:right'>{}</p>",
                   "<p style='margin:0 auto;width:160px'>{}</p>"):  # fmt: skip
        body = f"<div style='width:3000px'>{inside.format('Bellen mag niet.')}</div>"
        assert ("Bellen mag niet.", UNTOLD) in _doubts(body), inside
        assert _doubts(body.replace("3000px", "500px")) == [], inside


# -- boxes ------------------------------------------------------------------------------------

_BOX = Box(10.0, 20.0, 30.0, 60.0)


def test_a_box_has_sides() -> None:
    assert (_BOX.width, _BOX.height) == (20.0, 40.0)
    assert _BOX.grown(5.0) == Box(5.0, 15.0, 35.0, 65.0)
    assert _BOX.shared(Box(0.0, 30.0, 25.0, 90.0)) == Box(10.0, 30.0, 25.0, 60.0)
    assert _BOX.shared(Box(40.0, 0.0, 50.0, 90.0)).width < 0


@pytest.mark.parametrize(
    ("said", "box"),
    [
        ({}, _BOX),
        ({"transform": "translate(50%, -10pt)"}, Box(20.0, 10.0, 40.0, 50.0)),
        ({"translate": "100%"}, Box(30.0, 20.0, 50.0, 60.0)),
        ({"transform": "scale(2)"}, Box(0.0, 0.0, 40.0, 80.0)),
        ({"scale": "2 1", "transform-origin": "left top"}, Box(10.0, 20.0, 50.0, 60.0)),
        ({"transform": "scaley(0.5)", "transform-origin": "top left"}, Box(10.0, 20.0, 30.0, 40.0)),
        ({"transform": "rotate(90deg)", "transform-origin": "0 0"}, Box(-30.0, 20.0, 10.0, 40.0)),
        ({"transform": "matrix(1,0,0,1,4,8)"}, Box(13.0, 26.0, 33.0, 66.0)),
        # the last one is done first
        ({"transform": "translatex(10pt) scale(2)", "transform-origin": "0 0"},
         Box(20.0, 20.0, 60.0, 100.0)),
    ],
)  # fmt: skip
def test_a_style_turns_and_moves_a_box(said: dict[str, str], box: Box) -> None:
    found = turned(said, 12.0, _BOX).of(_BOX)
    sides = (found.left, found.top, found.right, found.bottom)
    assert sides == pytest.approx((box.left, box.top, box.right, box.bottom))
    assert (turned(said, 12.0, _BOX) == STILL) is (not said)


def test_moves_follow_each_other() -> None:
    both = Move(a=2.0, d=2.0).after(Move(e=5.0))
    assert both.of(_BOX) == Box(30.0, 40.0, 70.0, 120.0)


@pytest.mark.parametrize("around", ["<div>", "<span>", '<div style="position:absolute;top:1px">'])
def test_a_page_may_be_as_deep_as_the_parser_reads(around: str) -> None:
    source = extract_html(f"<body>{around * 250}Bellen mag niet.".encode())
    assert source.text == "Bellen mag niet.\n"
