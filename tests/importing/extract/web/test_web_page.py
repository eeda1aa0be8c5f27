"""Saved web pages: the text and its structure, and nothing that runs."""

from __future__ import annotations

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import PointList, Table
from protocolkit.document.outline import clause_text, clauses, protocol_text, sections
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.importer import import_source
from protocolkit.importing.proof.web_count import prove_web_page
from protocolkit.importing.source.doubts import UNCOUNTED

_PAGE = """<!DOCTYPE html><html><head><meta charset="windows-1252"><title>x</title>
<style>p { color: red }</style><script>alert(1)</script></head><body>
<nav><a href="/">Begin</a></nav>
<main><h1>Protocol telefoons</h1>
<h2>1 Regels</h2>
<ol start="4"><li><p>De telefoon is <b>uit</b>:</p><ol type="a"><li>in de les</li>
<li>in de gang</li></ol></li><li>Zie <a href="https://school.nl/x">de site</a> of
<a href="javascript:alert(1)">hier</a>.</li></ol>
<ul><li>Één punt</li></ul>
<table><tr><th>Wat</th><th>Wie</th></tr><tr><td>bellen</td><td>ouder</td></tr></table>
<p onclick="alert(1)">Slot.<br>Nieuwe regel.</p><form><input value="x">Zoek</form></main>
</body></html>"""


def test_a_page_keeps_its_structure() -> None:
    protocol = import_source(extract_html(_PAGE.encode("cp1252"))).protocol
    assert plain(protocol.title) == "Protocol telefoons"
    assert [(part.marker, plain(part.title)) for part in sections(protocol)] == [("1", "Regels")]
    found = list(clauses(protocol))
    assert [clause.marker for clause in found] == ["4.", "5.", "•", "", ""]
    assert isinstance(found[0].blocks[1], PointList)
    assert [point.marker for point in found[0].blocks[1].points] == ["a.", "b."]
    assert isinstance(found[3].blocks[0], Table)
    assert clause_text(found[4]) == "Slot.\nNieuwe regel."


def test_nothing_that_runs_comes_along() -> None:
    source = extract_html(_PAGE.encode("cp1252"))
    found = import_source(source)
    for word in ("alert", "javascript", "color", "Zoek", "Begin", "onclick"):
        assert word not in found.markdown
    assert "hier" in protocol_text(found.protocol)
    assert len(source.notices) == 2


def test_a_page_that_is_too_deep_to_read_is_refused() -> None:
    deep = "<div>" * 3000 + "Een regel." + "</div>" * 3000
    with pytest.raises(ProtocolkitError, match="import-too-deep"):
        extract_html(f"<body>{deep}</body>".encode())


_ROW = "<table><tr><td>bellen</td><td>ouder</td></tr><tr><td>sms</td><td>leerling</td></tr></table>"


@pytest.mark.parametrize(
    ("before", "title", "headings"),
    [
        ("<p>1. Bellen mag niet.</p>", "", ["Protocol bellen"]),
        ("<ul><li>Bellen mag niet.</li></ul>", "", ["Protocol bellen"]),
        (_ROW, "Protocol bellen", []),
        ("<p>Een regel van de school.</p>" * 20, "", ["Protocol bellen"]),
        ("<p>Stichting De Brug</p>", "Protocol bellen", []),
    ],
)
def test_a_rule_may_stand_before_the_first_heading(
    before: str, title: str, headings: list[str]
) -> None:
    page = f"<body>{before}<h1>Protocol bellen</h1><p>2. Filmen mag niet.</p></body>"
    protocol = import_source(extract_html(page.encode())).protocol
    assert protocol.facts.title_supplied is not bool(title)
    assert not title or plain(protocol.title) == title
    assert [plain(part.title) for part in sections(protocol)] == headings
    assert "Filmen mag niet." in protocol_text(protocol)


@pytest.mark.parametrize(
    ("page", "markers"),
    [
        ('<ol start="99999999999999999999"><li>a</li><li>b</li></ol>', ["\u2022", "\u2022"]),
        ('<ol><li value="-5000000">a</li><li value="3">b</li></ol>', ["\u2022", "3."]),
        ('<ol start="999999"><li>a</li></ol>', ["999999."]),
        ('<ul start="99999999999999999999"><li>a</li></ul>', ["\u2022"]),
    ],
)
def test_a_list_begins_at_no_number_that_was_made_up(page: str, markers: list[str]) -> None:
    content = f"<!doctype html><h1>P</h1>{page}".encode()
    source = extract_html(content)
    prove_web_page(content, source)
    assert [line.text[: line.marker].strip() for line in source.lines][1:] == markers
    uncounted = markers.count("\u2022") if page.startswith("<ol") else 0
    assert [doubt.text for doubt in source.doubts] == [UNCOUNTED] * uncounted


@pytest.mark.parametrize("end", ["</body></html>", " <b>x &amp; y</b>\n", " 5 < 6", ""])
def test_all_that_follows_plaintext_is_words(end: str) -> None:
    content = f"<h1>Protocol</h1><p>Een.</p><plaintext>Filmen mag.{end}".encode()
    source = extract_html(content)
    prove_web_page(content, source)
    assert source.lines[-1].text == f"Filmen mag.{end}".rstrip()


def _site(inside: str, *, title: str = "", name: str = "main") -> str:
    around = f"<body><div id='masthead'>{title}<div>Home</div><div>Praktisch</div></div>"
    return f"{around}<div id='{name}'>{inside}</div><div id='colophon'>Nieuws</div></body>"


_INSIDE = "<p>Verlof vraagt u acht weken van tevoren aan bij de directeur.</p>"


@pytest.mark.parametrize("name", ["main", "main-content", "primary", "content"])
def test_the_part_that_a_maker_of_websites_calls_so_is_the_text(name: str) -> None:
    page = _site(f"<h1>Verlof aanvragen</h1>{_INSIDE}", name=name)
    source = extract_html(page.encode())
    assert [line.text[:6] for line in source.lines] == ["Verlof", "Verlof"]
    assert "Home Praktisch" in " ".join(found.text for found in source.left_out)


@pytest.mark.parametrize(
    "page",
    [
        _site(_INSIDE, title="<h1>Verlof aanvragen</h1>"),
        _site(f"<h1>Verlof</h1>{_INSIDE}", name="inhoud-2"),
        _site(f"<h1>Verlof</h1>{_INSIDE}</div><div id='main'>"),
    ],
    ids=["title beside it", "another name", "two of that name"],
)
def test_else_the_whole_page_is(page: str) -> None:
    assert any("Home" in line.text for line in extract_html(page.encode()).lines)


def test_a_list_that_is_typed_with_breaks_has_items() -> None:
    page = "<h1>Verlof</h1><p>Het mag bij:<br>- een <b>huwelijk</b>;<br />\n- een jubileum.</p>"
    source = extract_html(f"{page}<p>1. Vul in.<br>2. Lever in.</p><p>Een.<br>Twee.</p>".encode())
    assert [line.text for line in source.lines[1:]] == [
        "Het mag bij:",
        "- een huwelijk;",
        "- een jubileum.",
        "1. Vul in.",
        "2. Lever in.",
        "Een. Twee.",
    ]


def test_a_line_in_bold_above_the_text_of_its_paragraph_is_a_heading() -> None:
    first = "<p><strong>Wanneer mag het?</strong><br>Bij een huwelijk mag het een dag.</p>"
    second = "<p><b>Hoe vraagt u het aan?</b><br/>Met het formulier.</p>"
    item = "<ul><li><b>Let op:</b><br>op tijd.</li></ul>"
    source = extract_html(f"<h1>Verlof</h1>{first}{second}{item}".encode())
    found = import_source(source).protocol
    heads = ["Wanneer mag het?", "Hoe vraagt u het aan?"]
    assert [plain(part.title) for part in sections(found)] == heads
    assert [clause_text(one) for one in clauses(found)][-1] == "Let op:\nop tijd."
