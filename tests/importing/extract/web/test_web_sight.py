"""What a reader of a printed web page does not see is left out, with its words and the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.proof.web_count import prove_web_page
from protocolkit.importing.source.doubts import (
    COVERED,
    ELSEWHERE,
    EMBEDDED,
    FIELD,
    FOLDED,
    FRAMED,
    MADE_BY_STYLE,
    OPEN_FIELD,
    OUTSIDE,
    STRUCK,
    TICKED,
    UNSTYLED,
    UNTICKED,
    UNTOLD,
)
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason


def _read(body: str, style: str = "") -> Source:
    content = f"<html><head><style>{style}</style></head><body>{body}</body></html>".encode()
    source = extract_html(content)
    prove_web_page(content, source)
    return source


def _lines(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def _told(source: Source) -> list[tuple[str, LeftOutReason]]:
    return [
        (" ".join(found.text.split()), found.reason)
        for found in source.left_out
        if found.reason is not LeftOutReason.CODE
    ]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("display:none", LeftOutReason.HIDDEN),
        ("DISPLAY : none !important", LeftOutReason.HIDDEN),
        ("visibility:hidden", LeftOutReason.HIDDEN),
        ("visibility:collapse", LeftOutReason.HIDDEN),
        ("opacity:0", LeftOutReason.INVISIBLE),
        ("color:transparent", LeftOutReason.INVISIBLE),
        ("color:rgba(0,0,0,0)", LeftOutReason.INVISIBLE),
        ("font-size:0", LeftOutReason.SMALL),
        ("font-size:1px", LeftOutReason.SMALL),
        ("font:0/0 serif", LeftOutReason.SMALL),
        ("color:#fff", LeftOutReason.COLOUR),
        ("color:white", LeftOutReason.COLOUR),
        ("color:rgb(254, 255, 254)", LeftOutReason.COLOUR),
        ("color:#123456;background:#123456 none", LeftOutReason.COLOUR),
        ("position:absolute;left:-9999px", LeftOutReason.OFF_PAGE),
        ("text-indent:-999em", LeftOutReason.OFF_PAGE),
        ("position:absolute;clip:rect(0 0 0 0)", LeftOutReason.HIDDEN),
        ("height:1px;overflow:hidden", LeftOutReason.HIDDEN),
        ("block-size:0;overflow:hidden", LeftOutReason.HIDDEN),
        ("max-block-size:0;overflow:hidden", LeftOutReason.HIDDEN),
        ("inline-size:0;overflow:hidden;white-space:nowrap", LeftOutReason.HIDDEN),
        ("transform:rotateY(1.570796rad)", LeftOutReason.HIDDEN),
        ("clip-path: inset(50%)", LeftOutReason.HIDDEN),
        ("text-decoration: underline line-through", LeftOutReason.STRUCK),
        ("text-decoration-line:line-through", LeftOutReason.STRUCK),
        ("color:hsl(0, 0%, 100%)", LeftOutReason.COLOUR),
        ("color:hsl(210deg 100% 50%);background:hsl(210 100% 50%)", LeftOutReason.COLOUR),
        ("color:rgb(100% 100% 100% / 1)", LeftOutReason.COLOUR),
        ("color:var(--w)", LeftOutReason.COLOUR),
        ("color:var(--x, var(--w))", LeftOutReason.COLOUR),
        ("color:tomato;background:tomato", LeftOutReason.COLOUR),
        ("translate:-9999px", LeftOutReason.OFF_PAGE),
        ("transform:translate(0, -9999px)", LeftOutReason.OFF_PAGE),
        ("margin:0 0 0 -9999px", LeftOutReason.OFF_PAGE),
        ("position:absolute;inset:-9999px auto auto 0", LeftOutReason.OFF_PAGE),
        ("position:absolute;inset-inline-start:-9999px", LeftOutReason.OFF_PAGE),
        ("scale:0", LeftOutReason.SMALL),
        ("transform:scaleX(0)", LeftOutReason.SMALL),
        ("transform:rotateY(90deg)", LeftOutReason.HIDDEN),
        ("rotate:x 270deg", LeftOutReason.HIDDEN),
    ],
)
@pytest.mark.parametrize("way", ["style", "class", "id", "name", "inside"])
def test_words_that_nobody_sees_are_named(said: str, reason: LeftOutReason, way: str) -> None:
    # what is set in a line of text has no size of its own and is not turned
    said = f"display:inline-block;{said}"
    style = {
        "style": "",
        "class": f"p .weg {{ {said} }}",
        "id": f"/* x */ #een, #twee {{ {said} }}",
        "name": f"@media print {{ span {{ {said} }} }}",
        "inside": f"div > p span[data-x=x] {{ {said} }}",
    }[way] + ":root{--w:#fff}"
    own = f'style="{said}"' if way == "style" else 'class="a weg" id="twee" data-x="x"'
    source = _read(f"<div><p>Bellen mag <span {own}>niet</span> in de les.</p></div>", style)
    assert " ".join(source.text.split()) == "Bellen mag in de les."
    assert _told(source) == [("niet", reason)]
    assert [found.is_in_sentence for found in source.left_out if found.text.strip() == "niet"] == [
        True
    ]


@pytest.mark.parametrize(
    "page",
    [
        '<p>Bellen mag <b aria-hidden="true">niet</b>.</p>',
        '<p>Bellen mag <b hidden style="display:inline">niet</b>.</p>',
        "<style>b {display: none} b.c { display: block }</style>Bellen mag <b class='c'>niet</b>.",
        "<style>@media screen { b { display: none } }</style><p>Bellen mag <b>niet</b>.</p>",
        '<p style="visibility:hidden"><b style="visibility:visible">Bellen mag niet.</b></p>',
        '<p style="background:#000"><b style="color:white">Bellen mag niet.</b></p>',
        '<table><tr bgcolor="#1f3864"><td style="color:#fff">Bellen mag niet.</td></tr></table>',
        '<p style="background:url(x.png)"><b style="color:white">Bellen mag niet.</b></p>',
        "<p>Bellen mag <ins>niet</ins>.</p>",
        "<details><summary>Bellen</summary>mag niet.</details>",
        "<p>Bellen mag <span style='opacity:0.5'>niet</span>.</p>",
        "<ruby>Bellen mag<rt>niet.</rt></ruby>",
        "<math><mtext>Bellen mag niet.</mtext></math>",
    ],
)  # fmt: skip
def test_words_that_a_reader_sees_stay(page: str) -> None:
    text = "".join(_read(page).text.split())
    assert text.replace(".", "") == "Bellenmagniet"


@pytest.mark.parametrize(
    ("selector", "is_hidden"),
    [
        ("h2 + p", True),
        ("h1 + p", False),
        ("h1 ~ p", True),
        ("p ~ p", False),
        ("div > h1~h2+p", True),
        ("p:last-child", True),
        ("p:first-child", False),
        ("p:only-of-type", True),
        ("p:nth-child(3)", True),
        ("p:nth-child(2n+1)", True),
        ("p:nth-child(even)", False),
        ("p:nth-last-child( 1 )", True),
        ("p:nth-of-type(2)", False),
        ("p:not(.open)", True),
        ("p:not(.weg, .open)", False),
        (":is(h2, p):not(h2)", True),
        ("p:hover", False),
        ("p:not(:hover)", True),
        ("p::before", False),
        (".sm\\:weg", True),
        ("p.weg[class~=weg]:not(:empty)", True),
        ("p:lang(nl)", None),
        ("div:has(h1) > p", None),
        ("p:not(:has(b))", None),
    ],
)
def test_selectors_are_worked_out_or_a_doubt(selector: str, is_hidden: bool | None) -> None:
    body = '<div><h1>Kop</h1><h2>Twee</h2><p class="weg sm:weg">Bellen mag.</p></div>'
    source = _read(body, f"{selector} {{ display: none }}")
    assert ("Bellen mag." in source.text) is not is_hidden
    doubted = [source.text[d.begin : d.end] for d in source.doubts if d.text == UNTOLD]
    assert doubted == (["Bellen mag."] if is_hidden is None else [])


@pytest.mark.parametrize(
    ("condition", "is_doubt"),
    [
        ("@media (max-width: 600px)", True),
        ("@media print and (orientation: landscape)", True),
        ("@container (width > 10px)", True),
        ("@media screen and (max-width: 600px)", False),
    ],
)
def test_a_rule_for_some_widths_only_is_a_doubt(condition: str, is_doubt: bool) -> None:
    source = _read("<p>Bellen mag.</p>", f"{condition} {{ p {{ display: none }} }}")
    assert _lines(source) == ["Bellen mag."]
    assert [found.text for found in source.doubts] == [UNTOLD] * is_doubt


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<del>niet</del>", LeftOutReason.STRUCK),
        ("<s>niet</s>", LeftOutReason.STRUCK),
        ("<strike>niet</strike>", LeftOutReason.STRUCK),
        ("<b hidden>niet</b>", LeftOutReason.HIDDEN),
        ("<noscript>niet</noscript>", LeftOutReason.HIDDEN),
        ("<template>niet</template>", LeftOutReason.NOT_ON_PAGE),
        ("<script>niet</script>", LeftOutReason.CODE),
        ('<img src="x" alt="niet">', LeftOutReason.DESCRIPTION),
        ('<input value="niet">', LeftOutReason.FORM),
        ("<svg><text>niet</text></svg>", LeftOutReason.PICTURE),
        ("<iframe>niet</iframe>", LeftOutReason.NOT_ON_PAGE),
    ],
)
def test_elements_that_hold_no_text_of_the_page(page: str, reason: LeftOutReason) -> None:
    source = _read(f"<p>Bellen mag {page} in de les.</p>")
    assert " ".join(source.text.split()) == "Bellen mag in de les."
    assert ("niet", reason) in [(found.text.strip(), found.reason) for found in source.left_out]


def test_deleted_and_inserted() -> None:
    assert _lines(_read("<p>De boete is <del>5</del><ins>10</ins> euro.</p>")) == [
        "De boete is 10 euro."
    ]


def test_scripts_lists_and_tables_in_cells() -> None:
    cell = "a<script>CODE()</script><table><tr><td>een</td><td>twee</td></tr></table><s>oud</s>"
    source = _read(f"<table><tr><td>{cell}</td><td colspan='²'>b</td></tr></table>")
    assert _lines(source) == ["a een twee\tb"]
    assert ("oud", LeftOutReason.STRUCK) in _told(source)
    hidden = "<table><tr><td>a</td><td>b</td></tr><tr hidden><td>c</td><td>d</td></tr></table>"
    assert _lines(_read(hidden)) == ["a\tb"]
    narrow = "<table><tr><td>Buiten<table><tr><td>binnen</td></tr></table>na</td></tr></table>"
    assert _lines(_read(narrow)) == ["Buiten", "binnen", "na"]


def test_a_list_without_numbers_gets_none() -> None:
    source = _read('<ol style="list-style:none"><li>a) eerst</li></ol><ol><li>dan</li></ol>')
    assert _lines(source) == ["a) eerst", "1. dan"]


def test_text_outside_the_main_part() -> None:
    outside = "<h1>Protocol</h1><p>Bellen mag niet in de les of de gang.</p>"
    assert "Bellen mag niet" in _read(f"{outside}<main><p>Nieuws.</p></main>").text
    source = _read("<p>Delen</p><main><p>Bellen mag niet in de les of de gang.</p></main>")
    assert _lines(source) == ["Bellen mag niet in de les of de gang."]
    assert _told(source) == [("Delen", LeftOutReason.OUTSIDE)]


def test_a_form_around_a_whole_page_is_read() -> None:
    source = _read("<form><p>Bellen mag niet.</p><input value='Zoek'></form>")
    assert _lines(source) == ["Bellen mag niet."]
    assert _told(source) == [("Zoek", LeftOutReason.FORM)]


@pytest.mark.parametrize(
    "page",
    [
        b'<meta charset="punycode"><p>Bellen mag niet.</p>',
        b'<meta charset="idna"><p>Bellen mag niet.</p>',
        b'<meta charset="hex"><p>Bellen mag niet.</p>',
        b'<meta charset="geen"><p>Bellen mag niet.</p>',
    ],
)
def test_an_encoding_that_is_none(page: bytes) -> None:
    assert "Bellen mag niet." in extract_html(page).text


@pytest.mark.parametrize("named", ["iso-8859-1", "Latin1", "us-ascii", "windows-1252"])
def test_what_windows_wrote_is_read_as_browsers_read_it(named: str) -> None:
    page = f'<meta charset="{named}"><p>Het mag ’t – nooit voor € 5.</p>'.encode("cp1252")
    source = extract_html(page)
    assert "Het mag ’t – nooit voor € 5." in source.text
    prove_web_page(page, source)


@pytest.mark.parametrize("begin", ["<![x[", "<![CDnanTTA[", "<![C"])
def test_a_section_that_does_not_exist_is_a_comment(begin: str) -> None:
    page = f"<p>Bellen mag niet.</p>{begin} iets ]]><p>Filmen wel.</p>".encode()
    source = extract_html(page)
    prove_web_page(page, source)
    assert "Bellen mag niet." in source.text


@pytest.mark.parametrize("number", ["²", "9" * 5000, "-3", "x", ""])
def test_numbers_of_lists_and_cells_are_bounded(number: str) -> None:
    page = f'<ol start="{number}"><li value="{number}">een</li></ol>'
    assert "een" in _read(page).text
    cells = f'<table><tr><td colspan="{number}">een</td><td>twee</td></tr></table>'
    assert len(_read(cells).lines[0].cells) < 60


def test_a_word_that_is_lost_is_quoted() -> None:
    content = b"<p>Bellen mag niet in de les.</p>"
    source = extract_html(content)
    with pytest.raises(ProtocolkitError, match="niet"):
        prove_web_page(content, replace(source, text=source.text.replace("niet", "")))
    with pytest.raises(ProtocolkitError, match="import-words-added"):
        prove_web_page(content, replace(source, text=source.text.replace("mag", "mag vaak")))


_WORDS = st.sampled_from(["een ", "regel", " 5 ", "é&amp;", "&lt;x&gt;", "niet"])
_NAMES = st.sampled_from(
    "p div span b i a del s ul ol li table tr td th h2 details summary nav main article form "
    "pre section noscript template label button math svg".split()
)
_LOOKS = st.sampled_from(["", " hidden", " style='display:none'", " style='color:white'",
                          " class='weg'", " style='visibility:hidden'"])  # fmt: skip
_PIECES = st.recursive(
    _WORDS,
    lambda inside: st.builds(
        lambda name, look, content: f"<{name}{look}>{''.join(content)}</{name}>",
        _NAMES,
        _LOOKS,
        st.lists(inside, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(_PIECES, max_size=4).map("".join))
def test_no_word_of_any_page_is_lost(body: str) -> None:
    content = f"<style>.weg {{ font-size: 0 }}</style><body>{body}</body>".encode()
    prove_web_page(content, extract_html(content))


def _doubts(source: Source) -> list[tuple[str, str]]:
    return [(source.text[one.begin : one.end], one.text) for one in source.doubts]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ('.v::before { content: "Niet; " }', "Niet;"),
        ("p.v:after{color:red;content:'n\\69 et'}", "niet"),
        (".v::after { content: attr(data-a) }", "Geen"),
        ("body { --n: 'Niet' } .v::after { content: var(--n) }", "Niet"),
        (".v::after { --n: 'Niet'; content: var(--n) }", "Niet"),
        (".v::after { content: var(--m, 'Niet') }", "Niet"),
        (".v::before { content: counter(x) '. ' }", "1."),
        ('@media print { div > .v::before { content: "Niet" } }', "Niet"),
    ],
)
@pytest.mark.parametrize("name", ["p", "li", "td", "b"])
def test_words_that_a_style_puts_in_are_a_doubt(style: str, words: str, name: str) -> None:
    around = {"li": "<ol>{}</ol>", "td": "<table><tr>{}<td>x</td></tr></table>"}.get(name, "{}")
    style = style.replace("p.v", f"{name}.v").replace("div > ", "")
    source = _read(
        "<p>Vooraf.</p>" + around.format(f"<{name} class=v data-a=Geen>Bellen mag.</{name}>"), style
    )
    (doubt,) = source.doubts
    assert doubt.text == MADE_BY_STYLE
    assert source.lines[-1].begin <= doubt.begin <= doubt.end
    assert [dict(told.values).get("words") for told in source.notices][-1:] == [words]


@pytest.mark.parametrize(
    "style",
    [
        '.v::before { content: "" }',
        '.v::before { content: "\\2022 " }',
        '.v::before { content: "\\e900" }',
        ".v::before { content: none }",
        '.w::before { content: "Niet" }',
        '.v::before { content: "Niet"; display: none }',
        '@media screen { .v::before { content: "Niet" } }',
        ".v[href]::after { content: ' (' attr(href) ')' }",
    ],
)
def test_signs_that_a_style_puts_in_are_none(style: str) -> None:
    source = _read("<p>Zie <a class=v href='https://school.nl/'>Bellen mag.</a></p>", style)
    assert source.doubts == ()


def test_a_frame_with_words_of_its_own_is_named_and_doubted() -> None:
    frame = '<iframe srcdoc="&lt;p&gt;Bellen &amp;amp; sms: niet.&lt;/p&gt;"></iframe>'
    for body in (f"<p>Regel.</p>{frame}<p>Slot.</p>", f"<p>Regel.{frame}</p><p>Slot.</p>"):
        source = _read(body)
        assert _told(source) == [("Bellen & sms: niet.", LeftOutReason.FRAMED)]
        assert [doubt for _, doubt in _doubts(source)] == [FRAMED]
        assert source.doubts[0].end <= source.text.index("Slot")
    assert _told(_read(f"<p>Regel.</p><div hidden>{frame}</div>"))[0][1] is LeftOutReason.HIDDEN


def test_an_element_that_can_hold_nothing_swallows_nothing() -> None:
    body = "<p>Een.</p><embed src=x><p>Twee.</p><p>Drie <source>vier.<track> Vijf.</p>"
    assert _lines(_read(body)) == ["Een.", "Twee.", "Drie vier. Vijf."]


def test_text_in_an_object_that_is_never_closed_is_text_with_a_doubt() -> None:
    source = _read("<p>Een.</p><object data=x><p>Twee.</p><p>Drie.</p>")
    assert _lines(source) == ["Een.", "Twee.", "Drie."]
    assert _doubts(source) == [("Twee.", UNTOLD), ("Drie.", UNTOLD)]
    assert _lines(_read("<p>Een.</p><object data=x>Ga verder.</object>")) == ["Een."]


def test_a_dialog_is_text_when_it_is_open() -> None:
    body = "<dialog{}><p>Bellen mag niet.</p></dialog><p>Slot.</p>"
    assert _lines(_read(body.format(" open"))) == ["Bellen mag niet.", "Slot."]
    assert _lines(_read(body.format(""))) == ["Slot."]


@pytest.mark.parametrize(
    "field",
    [
        "<select><option label=Woorden>x</option></select>",
        "<select><optgroup label=Woorden></optgroup></select>",
        "<input value=Woorden>",
        "<input placeholder=Woorden>",
        "<textarea placeholder=Woorden></textarea>",
    ],
)
def test_words_in_a_field_of_a_form_are_named(field: str) -> None:
    assert "Woorden" in " ".join(words for words, _ in _told(_read(f"<p>Regel.</p>{field}")))


@pytest.mark.parametrize(
    ("field", "doubt"),
    [
        ("<input>", OPEN_FIELD),
        ("<input value=' '>", OPEN_FIELD),
        ("<textarea></textarea>", OPEN_FIELD),
        ("<select><option></select>", OPEN_FIELD),
        ("<select><option>ja</select>", FIELD),
        ("<input type=checkbox>", UNTICKED),
        ("<input type=radio value=ja>", UNTICKED),
        ("<input type=CheckBox checked value=ja>", TICKED),
        ("<input type=hidden>", None),
        ("<button></button>", None),
        ("<input style='display:none'>", None),
    ],
)
def test_an_open_place_or_a_box_among_words_is_a_doubt(field: str, doubt: str | None) -> None:
    for body in (f"<p>Naam: {field}</p>", f"<label>{field} Naam:</label>", f"<li>Naam: {field}"):
        source = _read(body)
        assert [found.text for found in source.doubts] == ([doubt] if doubt else [])
    assert not _read(f"<p>Regel.</p><p>{field}</p>").doubts


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p title='Filmen mag.'>Nee.</p>", ["Filmen mag."]),
        ("<p>De <abbr title='medezeggenschapsraad'>MR</abbr></p>", ["medezeggenschapsraad"]),
        ("<p aria-label='Filmen mag.'>Nee.</p><p title='Filmen  mag.'>Ja.</p>", ["Filmen mag."]),
        ("<table summary='Wie'><tr><th abbr='Kort'>a<td>b</table>", ["Wie Kort"]),
        ("<p title='Filmen mag.'>Filmen <b>mag</b>.</p>", []),
        ("<p title=' ' aria-label='–'>Nee.</p><link title=Stijl>", []),
    ],
)
def test_what_a_page_only_says_beside_its_elements_is_named(page: str, told: list[str]) -> None:
    assert [words for words, _ in _told(_read(page))] == told


def test_of_very_many_hints_those_that_the_page_says_are_not_told() -> None:
    """Many of one length are looked for at once: the same ones are told, in their order."""
    hints = [f"regel {number:03d}" for number in range(400, 0, -1)] + ["kort"]
    said = "Wat er staat: " + " ".join(hints[::3])
    page = "".join(f"<i title='{words}'></i>" for words in hints) + f"<p>{said}</p>"
    (told,) = (words for words, _ in _told(_read(page)))
    assert told == " ".join(words for words in hints if words not in said)


@pytest.mark.parametrize(
    "said",
    [
        "color:color-mix(in srgb, white 100%, black)",
        "color:oklch(1 0 0)",
        "color:var(--onbekend)",
        "background:var(--onbekend)",
        "letter-spacing:-2em",
        "position:absolute;top:99999px",
        "mask:linear-gradient(transparent, black)",
        "clip-path:polygon(0 0, 0 0)",
        "filter:blur(9px)",
        "transform:matrix(0, 0, 0, 0, 0, 0)",
        "zoom:0",
        "line-height:0;overflow:hidden",
        "height:0;overflow-block:hidden",
        "height:0;contain:paint",
        "transform:rotateY(180deg);backface-visibility:hidden",
        "rotate:0 1 0 90deg",
        "filter:invert(1)",
        "text-indent:100%;white-space:nowrap;overflow:hidden",
    ],
)
def test_what_is_not_worked_out_and_may_hide_words_is_a_doubt(said: str) -> None:
    source = _read(f"<p>Bellen mag <b style='display:inline-block;{said}'>niet</b> in de les.</p>")
    assert source.text == "Bellen mag niet in de les.\n"
    assert ("niet", UNTOLD) in _doubts(source)


@pytest.mark.parametrize(
    "said",
    [
        "color:hsl(0, 0%, 20%)",
        "color:rgb(20%, 20%, 20%)",
        "color:var(--b)",
        "color:inherit",
        "color:var(--onbekend, #333)",
        "margin:0 auto",
        "letter-spacing:-0.02em",
        "position:relative;inset:0",
        "transform:rotate(90deg) scale(1.05)",
        "translate:-50% 0",
        "contain:paint",
        "block-size:auto;overflow:hidden",
        "-webkit-backface-visibility:hidden",
        "text-indent:2em;overflow:hidden",
        "rotate:10deg",
        "padding:var(--onbekend)",
    ],
)
def test_what_hides_nothing_is_no_doubt(said: str) -> None:
    source = _read(f"<p>Bellen mag <b style='{said}'>niet</b>.</p>", ":root { --b: #222 }")
    assert source.text == "Bellen mag niet.\n"
    assert not source.doubts


@pytest.mark.parametrize(
    "style",
    [
        ".z { & p { display: none } }",
        ".z { color: red; p { display: none } }",
        ".y, .z { > p { display: none } }",
        "div { &.z { p { display: none } } }",
        "@media print { .z { p { display: none } } }",
        ".z p { @media print { display: none } }",
    ],
)
def test_a_rule_in_a_rule_counts(style: str) -> None:
    source = _read("<p>Een.</p><div class=z>Twee. <p>Weg.</p></div><p>Drie.</p>", style)
    assert _told(source) == [("Weg.", LeftOutReason.HIDDEN)]


_LAYER = "position:absolute;top:0;left:0;width:100%;height:100%;background:#fff"


@pytest.mark.parametrize(
    "layer",
    [
        f'<div style="{_LAYER}"></div>',
        '<div style="position:fixed;inset:0;background:red">Een melding.</div>',
        '<img style="position:absolute;left:0;top:20px" src=x>',
    ],
)
def test_a_layer_over_the_page_is_a_doubt(layer: str) -> None:
    source = _read(f"<p>Bellen mag niet.</p>{layer}<p>Slot.</p>")
    assert ("Bellen mag niet.", COVERED) in _doubts(source)


@pytest.mark.parametrize(
    "said",
    [
        _LAYER.replace("absolute", "relative"),
        f"{_LAYER};z-index:-1",
        f"{_LAYER};display:none",
        _LAYER.replace("#fff", "none"),
        _LAYER.replace("height:100%", "height:2px"),
    ],
)
def test_what_lies_over_nothing_is_no_doubt(said: str) -> None:
    assert not _read(f'<p>Bellen mag niet.</p><div style="{said}"></div><p>Slot.</p>').doubts


@pytest.mark.parametrize(
    "asked",
    [
        '<link rel="stylesheet" href="x.css">',
        '<link rel="Stylesheet" media="print" href="https://school.nl/x.css">',
        '<style>@import "x.css";</style>',
        "<style>@import url(x.css) print;</style>",
        '<link rel=stylesheet href="data:text/css,@import url(x.css);">',
    ],
)
def test_a_style_sheet_that_is_not_there_is_told_once(asked: str) -> None:
    source = _read(f"{asked}<p>Bellen mag niet.</p><p>Slot.</p>")
    assert _doubts(source) == [("Bellen mag niet.", UNSTYLED)]
    assert dict(source.notices[-1].values) == {"count": "1"}


@pytest.mark.parametrize(
    "asked",
    [
        '<link rel="stylesheet" media="screen" href="x.css">',
        '<link rel="icon" href="x.png">',
        '<link rel="alternate stylesheet" title="Groot" href="x.css">',
        '<style>@import "x.css" screen;</style>',
        '<style>p { color: red } @import "te-laat.css";</style>',
    ],
)
def test_a_style_sheet_that_does_not_count_is_no_doubt(asked: str) -> None:
    assert not _read(f"{asked}<p>Bellen mag niet.</p>").doubts


@pytest.mark.parametrize(
    ("frame", "doubt"),
    [
        ('<iframe src="data:application/pdf;base64,JVBERi0="></iframe>', EMBEDDED),
        ('<embed src="data:application/pdf;base64,JVBERi0=">', EMBEDDED),
        ('<iframe src="bijlage.html"></iframe>', OUTSIDE),
        ('<iframe src="about:blank"></iframe>', None),
        ('<iframe src="data:image/gif;base64,R0lGODlh"></iframe>', None),
        ('<iframe hidden src="bijlage.html"></iframe>', None),
    ],
)
def test_what_a_frame_shows_and_nobody_can_read_is_a_doubt(frame: str, doubt: str | None) -> None:
    source = _read(f"<p>Bellen mag niet.</p>{frame}")
    assert [told for _, told in _doubts(source)] == ([doubt] if doubt else [])


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ("<iframe src='data:text/html;charset=utf-8;base64,PHA+R2XDqW48L3A+'></iframe>", "Geén"),
        ("<iframe src='data:,Niet%20mogen'></iframe>", "Niet mogen"),
        ("<iframe src='data:text/html,<p>Een</p><b Niet'></iframe>", "Niet"),
        ("<iframe srcdoc='<img alt=Een><iframe srcdoc=Twee></iframe>Drie'></iframe>", "Een"),
        ("<img src='data:image/svg+xml,<svg><text>Niet</text></svg>'>", "Niet"),
        ("<table background='data:image/svg+xml,<svg>Niet</svg>'><tr><td>x</table>", "Niet"),
        ("<svg><image href='data:image/svg+xml,<svg>Niet</svg>'/></svg>", "Niet"),
        ("<input type=image src='data:image/svg+xml,<svg>Niet</svg>'>", "Niet"),
        ("<video poster='data:image/svg+xml,<svg>Niet</svg>'></video>", "Niet"),
    ],
)
def test_words_in_documents_that_a_page_carries_along_are_named(element: str, words: str) -> None:
    told = " ".join(found for found, _ in _told(_read(f"<p>Regel.</p>{element}")))
    assert words in told


def test_a_page_in_an_encoding_that_no_browser_knows_invents_no_words() -> None:
    page = b"<meta charset=utf-7><p>Bellen mag +AG4-iet.</p>"
    assert extract_html(page).text == "Bellen mag +AG4-iet.\n"


def test_a_name_that_the_page_gives_a_value_elsewhere_is_no_doubt() -> None:
    style = "html { color: var(--voor) } body { --voor: #222; color: var(--voor) }"
    assert not _read("<p>Bellen mag niet.</p>", style).doubts
    hidden = "p { color: var(--voor) } .w { --voor: white }"
    source = _read("<p>Bellen mag <b class=w style='color:var(--voor)'>niet</b>.</p>", hidden)
    assert _told(source) == [("niet", LeftOutReason.COLOUR)]


@pytest.mark.parametrize("inside", ["overflow:hidden;min-height:0", "overflow:clip"])
@pytest.mark.parametrize("rows", ["grid-template-rows:0fr", "grid-template-columns: 0px"])
def test_what_a_closed_grid_holds_is_a_doubt(rows: str, inside: str) -> None:
    """Chromium prints it on paper, and shows nothing of it on a screen."""
    closed = f"<div style='display:grid;{rows}'><div style='{inside}'>Niet te zien.</div></div>"
    source = _read(f"<p>Bellen mag.</p>{closed}")
    assert source.text == "Bellen mag.\nNiet te zien.\n"
    assert _doubts(source) == [("Niet te zien.", UNTOLD)]


@pytest.mark.parametrize(
    "style", ["display:grid;grid-template-rows:1fr", "grid-template-rows:0fr", "display:grid"]
)
def test_what_an_open_grid_holds_is_text(style: str) -> None:
    source = _read(f"<div style='{style}'><div style='overflow:hidden'>Bellen mag.</div></div>")
    assert source.text == "Bellen mag.\n"
    assert not source.doubts


_FOOT, _BODY, _HEAD = (
    f"<{part}><tr><td>{words}</td><td>x</td></tr></{part}>"
    for part, words in (("tfoot", "voet"), ("tbody", "een"), ("thead", "kop"))
)


@pytest.mark.parametrize("parts", [_FOOT + _BODY + _HEAD, _HEAD + _FOOT + _BODY])
@pytest.mark.parametrize("columns", [1, 2])
def test_a_table_is_read_as_it_is_printed(parts: str, columns: int) -> None:
    parts = parts if columns > 1 else parts.replace("<td>x</td>", "")
    source = _read(f"<table><caption>Wie</caption>{parts}</table>")
    assert [line.split("\t")[0] for line in _lines(source)] == ["Wie", "kop", "een", "voet"]


def test_a_part_that_is_set_elsewhere_is_a_doubt() -> None:
    parts = "".join(
        f"<p style='display:table-{of}-group'>{words}</p>"
        for of, words in (("footer", "onder"), ("row", "midden"), ("header", "boven"))
    )
    source = _read(f"<div style='display:table'>{parts}</div>")
    assert [one.text for one in source.doubts] == [ELSEWHERE, ELSEWHERE]


def test_small_words_above_others_stand_apart() -> None:
    source = _read("<p>De <ruby>een<rt>twee</rt>drie<rt>vier</rt></ruby>, vijf.</p>")
    assert source.text == "De een twee drie vier, vijf.\n"


@pytest.mark.parametrize("name", ["script", "SCRIPT", "style", "textarea"])
def test_code_that_closes_itself_goes_on_to_its_end(name: str) -> None:
    source = _read(f"<p>Bellen<{name}/>wegcode</{name}> mag.</p>")
    assert source.text == "Bellen mag.\n"
    assert "wegcode" in "".join(found.text for found in source.left_out)


@pytest.mark.parametrize("piece", ["<svg><style/></svg>", "<svg/><br/>", "<script src='x'/>"])
def test_what_closes_itself_in_a_drawing_or_has_no_end_swallows_nothing(piece: str) -> None:
    assert "mag niet." in _read(f"<p>Bellen {piece} mag niet.</p>").text


@pytest.mark.parametrize(
    "inside",
    ["niet", "<p>niet</p>", "<ul><li>niet</ul>", "<div><b>niet</b></div>", "<b>niet</b>",
     "<table><tr><td>a<td>niet</table>", "<summary>niet</summary>"],
)  # fmt: skip
def test_all_that_is_folded_away_is_a_doubt(inside: str) -> None:
    page = f"<p>Voor.</p><details{{}}><summary>Bellen</summary>{inside}</details><p>Na.</p>"
    folded = _read(page.format(""))
    told = {folded.text[one.begin : one.end].strip() for one in folded.doubts}
    assert "niet" in told
    assert not {"Voor.", "Bellen", "Na."} & told
    assert {one.text for one in folded.doubts} == {FOLDED}
    assert not _read(page.format(" open")).doubts


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ("margin-left:100vw", UNTOLD),
        ("margin:0 0 0 90vi", UNTOLD),
        ("position:relative;left:100vw", UNTOLD),
        ("transform:translateX(100vw)", UNTOLD),
        ("transform:translate(100vw, 0)", UNTOLD),
        ("translate:100vw", UNTOLD),
        ("display:attr(data-d)", UNTOLD),
        ("opacity:attr(data-d number)", UNTOLD),
        ("hyphenate-character:'niet'", MADE_BY_STYLE),
        ("background-image:linear-gradient(#fff0 48%,red 48%,red 52%,#fff0 52%)", STRUCK),
        ("background:linear-gradient(rgb(0 0 0 / 0) 48%,red 48% 52%,rgba(0,0,0,0) 52%)", STRUCK),
        ("margin-left:20vw;hyphenate-character:auto", None),
        ("translate:0 100vw", None),
        ("hyphenate-character:'-';background:linear-gradient(#eee,#fff)", None),
    ],
)
def test_what_moves_aside_or_draws_lines_is_a_doubt(said: str, doubt: str | None) -> None:
    source = _read(f'<p>Voor.</p><p data-d="none" style="{said}">Bellen mag wel.</p><p>Na.</p>')
    assert "Bellen mag wel." in source.text
    assert {found.text for found in source.doubts} == ({doubt} if doubt else set())


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ('<p>wit</p><body text="#fff"><p>ook</p>', ["wit ook"]),
        ('<h1>P</h1><body style="display:none">', ["P"]),
        ("<body text=red><p>rood</p><body text=#fff text=red>", []),
        ("<html><body><p>weg</p><HTML style='display:none'>", ["weg"]),
        # no tags: words in code, in a comment and in an attribute
        ("<script>'<body text=#fff>'</script><p>a</p><!-- <body text=#fff> -->", []),
        ("<p data-x='<body text=#fff>'>a</p>", []),
    ],
)
def test_a_later_tag_of_the_body_adds_what_the_first_lacks(page: str, told: list[str]) -> None:
    content = f"<!doctype html>{page}".encode()
    source = extract_html(content)
    prove_web_page(content, source)
    assert [" ".join("".join(text for text, _ in _told(source)).split())] == (told or [""])
