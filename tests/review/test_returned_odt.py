"""A text comes back from LibreOffice as .odt: its remarks and changes as from a Word file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from import_quality import own_word
from one_protocol import headed, placed
from programs import Start
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.odt_review import ReturnedOdt
from protocolkit.review.remarks import Review
from returned_form import changed_parts
from returned_word import ReturnedWord
from typed import typed

_TEXT = (
    headed("Pesten")
    + """{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.[^1]

{#a2}
2. De mentor belt de ouders van alle kinderen die bij het pesten waren.

{#a6}
3. De school bewaart verslagen van gesprekken een jaar lang.

[^1]: Is de mentor er niet, dan is dat de vertrouwenspersoon.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)
_OTHER = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:libreoffice"'


def _odt(body: str, styles: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            f"<office:document-content {_SPACES} {_OTHER}>{styles}"
            f"<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
    return made.getvalue()


def _read(body: str, styles: str = "") -> Review:
    return ReturnedOdt(_odt(body, styles), Path("retour.odt")).review(PROTOCOL)


def _remark(text: str, name: str = "", more: str = "") -> str:
    called = f'office:name="{name}"' if name else ""
    return (
        f"<office:annotation {called} {more}><dc:creator>Ouder A</dc:creator>"
        f"<dc:date>2026-03-09T10:00:00</dc:date><text:p>{text}</text:p></office:annotation>"
    )


def _end(name: str) -> str:
    return f'<office:annotation-end office:name="{name}"/>'


_P = "<text:p>{}</text:p>".format
_A1 = _P("1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.")
_A2 = "De mentor belt de ouders van alle kinderen die bij het pesten waren."
_A6 = _P("De school bewaart verslagen van gesprekken een jaar lang.")
_HEADING = "<text:h>1 Voor leerlingen</text:h>"
_NOTE = _P("Is de mentor er niet, dan is dat de vertrouwenspersoon.")


def test_remarks_with_answers_and_points() -> None:
    marked = _A2.replace("belt", f"{_remark('Wie?', 'r1')}belt{_end('r1')}")
    answer = _remark("De mentor zelf.", "r2", 'loext:parent-name="r1" loext:resolved="true"')
    body = (
        _HEADING
        + _A1
        + _P(marked + answer + _end("r2"))
        + _A6[:-9]
        + _remark("Punt.")
        + "</text:p>"
    )
    found = _read(body + _NOTE)
    assert [
        (one.text, one.anchor, one.parent, one.resolved, one.quote) for one in found.remarks
    ] == [
        ("Wie?", "a2", "", False, "belt"),
        ("De mentor zelf.", "a2", "r1", True, "belt"),
        ("Punt.", "a6", "", False, ""),
    ]
    assert (found.remarks[0].author, found.remarks[0].date) == ("Ouder A", "2026-03-09T10:00:00")
    assert found.changes == ()


def test_a_day_that_libreoffice_does_not_know_is_no_day() -> None:
    undated = _remark("Wie?").replace("2026-03-09T10", "0000-00-00T00")
    [one] = _read(_HEADING + _P(undated + _A2)).remarks
    assert (one.text, one.date, one.day) == ("Wie?", "", "")


def test_tracked_and_untracked_changes() -> None:
    regions = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<office:change-info><dc:creator>Ouder B</dc:creator><dc:date>2026-03-09</dc:date>"
        "</office:change-info>"
        "<text:p>de ouders van </text:p></text:deletion></text:changed-region>"
        '<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>Ouder C'
        "</dc:creator></office:change-info></text:insertion></text:changed-region>"
        "</text:tracked-changes>"
    )
    cut = _A2.replace("de ouders van ", '<text:change text:change-id="c1"/>').replace(
        "waren",
        'waren<text:change-start text:change-id="c2"/> geweest'
        '<text:change-end text:change-id="c2"/>',
    )
    body = regions + _HEADING + _A1 + _P(cut) + _P("Een heel nieuwe regel over sport.") + _A6
    found = _read(body + _NOTE).changes
    assert [(one.anchor, one.kind, one.author, one.others, one.tracked) for one in found] == [
        ("a2", "changed", "Ouder B", ("Ouder C",), True),
        ("", "added", "", (), False),
    ]
    assert found[0].new == "De mentor belt alle kinderen die bij het pesten waren geweest."
    assert found[1].near == "a2"


_REGION = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:{kind}><office:change-info>'
    "<dc:creator>Ouder C</dc:creator><dc:date>2026-03-09</dc:date></office:change-info>"
    "</text:{kind}></text:changed-region></text:tracked-changes>"
)
_FROM, _TO = (f'<text:change-{end} text:change-id="c1"/>' for end in ("start", "end"))


@pytest.mark.parametrize(
    "body",
    [
        _P(f"{_A2}{_FROM}") + _P(f"4. Een heel nieuwe regel over sport.{_TO}"),
        _P(_A2) + _FROM + _P("4. Een heel nieuwe regel over sport.") + _TO,
        _P(_A2) + _P(f"{_FROM}4. Een heel nieuwe regel over sport.") + _P(_TO),
        _P(_A2) + _P(f"4. Een heel {_FROM}nieuwe regel over sport.{_TO}"),
    ],
)
def test_a_new_clause_that_was_tracked_has_its_author(body: str) -> None:
    found = _read(_REGION.format(kind="insertion") + _HEADING + _A1 + body + _A6 + _NOTE).changes
    assert [(one.new[-6:], one.near, one.author, one.date, one.tracked) for one in found] == [
        ("sport.", "a2", "Ouder C", "2026-03-09", True)
    ]


def test_words_of_which_the_look_alone_was_tracked_are_as_they_were() -> None:
    region = _REGION.format(kind="format-change")
    found = _read(region + _HEADING + _A1 + _P(f"{_FROM}{_A2}{_TO}") + _A6 + _NOTE)
    assert found.changes == ()


def _deleted(name: str, *paragraphs: str) -> str:
    words = "".join(map(_P, paragraphs))
    return (
        f'<text:changed-region text:id="{name}"><text:deletion><office:change-info><dc:creator>'
        f"Ouder B</dc:creator></office:change-info>{words}</text:deletion></text:changed-region>"
    )


def _begin(name: str) -> str:
    return f'<text:bookmark-start text:name="{name}"/>'


def _close(name: str) -> str:
    return f'<text:bookmark-end text:name="{name}"/>'


_A2_MARKED = f"{_begin('a2')}2.<text:tab/>"
_AT = '<text:change text:change-id="{}"/>'.format
_A6_AT = _begin("a6") + _close("a2") + _AT("c")
_A6_LEFT = f"{_A6[8:-9]}{_close('a6')}".replace("verslagen", f"{_remark('R', 'r')}verslagen")


@pytest.mark.parametrize(
    ("regions", "joined"),
    [
        # From the first word of a clause up to the first word of the next one.
        ((_deleted("c", _A2, "3.<text:tab/>"),), _A2_MARKED + _A6_AT),
        # Up to its number; and all of the first one but its number, in pieces.
        ((_deleted("c", _A2, ""),), f"{_A2_MARKED}{_A6_AT}3. "),
        (
            (_deleted("b", "2. "), _deleted("d", _A2[:-1]), _deleted("c", ".", "")),
            _begin("a2") + _AT("b") + _AT("d") + _A6_AT,
        ),
        # The whole paragraph: its bookmark goes along, under another name.
        (
            (_deleted("c", f"{_begin('a2 Copy 1')}{_A2}{_close('a2 Copy 1')}", ""),),
            _begin("a6") + _AT("c"),
        ),
    ],
)
def test_a_deletion_that_joins_two_clauses_takes_one_away(
    regions: tuple[str, ...], joined: str
) -> None:
    """The bookmark of the clause that stays may begin before what was deleted."""
    tracked = f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"
    found = _read(tracked + _HEADING + _A1 + _P(joined + _A6_LEFT) + _NOTE)
    assert [(one.text, one.anchor) for one in found.remarks] == [("R", "a6")]
    assert [(one.anchor, one.kind, one.author) for one in found.changes] == [
        ("a2", "removed", "Ouder B")
    ]


def test_an_end_of_a_paragraph_that_was_deleted_joins_two_clauses() -> None:
    tracked = f"<text:tracked-changes>{_deleted('c', '', '')}</text:tracked-changes>"
    both = f"{_A2_MARKED}{_A2}{_close('a2')}{_AT('c')}{_begin('a6')}{_A6_LEFT}"
    found = _read(tracked + _HEADING + _A1 + _P(both) + _NOTE)
    assert [(one.text, one.anchor) for one in found.remarks] == [("R", "a6")]
    assert [(one.anchor, one.kind, one.author) for one in found.changes] == [
        ("a2", "merged", "Ouder B")
    ]
    assert found.changes[0].new.endswith(
        "het pesten waren. De school bewaart verslagen van gesprekken een jaar lang."
    )


def test_a_remark_on_deleted_words_keeps_them_and_no_words_of_a_remark_are_deleted_text() -> None:
    begin = '<text:bookmark text:name="r____ Copy 1"/>'
    cut = _deleted("c", f"{begin}de ouders{_remark('In wat weg is', 's')} van ")
    words = f"{_AT('c')}{_remark('Waarom?', 'r')}{_end('r')}"
    tracked = f"<text:tracked-changes>{cut}</text:tracked-changes>"
    text = _P(_A2.replace("de ouders van ", words))
    found = _read(tracked + _HEADING + _A1 + text + _A6 + _NOTE)
    assert [(one.text, one.anchor, one.quote) for one in found.remarks] == [
        ("In wat weg is", "a2", ""),
        ("Waarom?", "a2", "de ouders van"),
    ]
    assert [one.old for one in found.changes] == ["2. " + _A2]


_STRUCK = (
    '<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    '<style:style style:name="T3" style:family="text"><style:text-properties '
    'style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="T4" style:family="text"><style:text-properties/></style:style>'
    '<style:style style:name="P1" style:family="paragraph"><style:text-properties '
    'style:text-line-through-type="double"/></style:style>'
    "</office:automatic-styles>"
)
_SPAN = '<text:span text:style-name="{}">{}</text:span>'.format


@pytest.mark.parametrize(
    ("style", "new"),
    [
        ("T1", "De mentor belt alle kinderen die bij het pesten waren."),
        ("T2", "De mentor belt alle kinderen die bij het pesten waren."),
        ("T3", ""),
        ("T4", ""),
        ("T9", ""),
    ],
)
def test_what_a_hand_struck_no_longer_counts(style: str, new: str) -> None:
    struck = _A2.replace("de ouders van ", _SPAN(style, "de ouders van "))
    found = _read(_HEADING + _A1 + _P(struck) + _A6 + _NOTE, _STRUCK).changes
    assert [(one.anchor, one.kind, one.new) for one in found] == (
        [("a2", "changed", new)] if new else []
    )


def test_a_clause_that_a_hand_struck_is_gone_save_what_it_left() -> None:
    struck = '<text:p text:style-name="P1">{}</text:p>'.format
    whole = _read(_HEADING + _A1 + struck(_A2) + _A6 + _NOTE, _STRUCK).changes
    assert [(one.anchor, one.kind, one.new) for one in whole] == [("a2", "removed", "")]
    left = struck(_A2.replace("De mentor belt", _SPAN("T3", "De mentor") + " belt"))
    found = _read(_HEADING + _A1 + left + _A6 + _NOTE, _STRUCK).changes
    assert [(one.anchor, one.new) for one in found] == [("a2", "De mentor")]


def test_a_clause_that_is_gone() -> None:
    found = _read(_HEADING + _A1 + _A6 + _NOTE).changes
    assert [(one.anchor, one.kind, one.new) for one in found] == [("a2", "removed", "")]


def test_a_clause_that_moved() -> None:
    moved = _read(_HEADING + _A1 + _A6 + _P(_A2) + _NOTE).changes
    assert [(one.kind, one.anchor, one.new) for one in moved] == [
        ("moved", "a6", "De school bewaart verslagen van gesprekken een jaar lang.")
    ]


def test_the_note_is_known_by_the_place_that_calls_it() -> None:
    """LibreOffice may give a call the words of another note; the bookmark around it stays."""
    two = read_protocol_text(
        _TEXT.replace("jaar lang.", "jaar lang.[^2]") + "[^2]: Daarna gaan zij weg.\n",
        subject="pesten",
        slug="de-brug",
    ).protocol
    first, second = (note.anchor for note in two.notes)
    mark = bookmark_name(second)
    call = (
        f'<text:bookmark-start text:name="{mark}"/><text:note><text:note-body>{_NOTE}'
        f'</text:note-body></text:note><text:bookmark-end text:name="{mark}"/>'
    )
    body = _HEADING + _A1 + _P(_A2) + _A6.replace("</text:p>", f"{call}</text:p>")
    found = ReturnedOdt(_odt(body), Path("retour.odt")).review(two)
    assert [(one.kind, one.anchor) for one in found.changes] == [("removed", first)]
    assert [one.place for one in found.passed_over] == ["noot 2"]


def test_a_note_that_stands_elsewhere_has_not_moved() -> None:
    assert _read(_HEADING + _NOTE + _A1 + _P(_A2) + _A6).changes == ()


def test_a_name_that_repeats_places_nothing() -> None:
    twice = _P(f"{_remark('Een.', 'r1')}{_A2}{_end('r1')}")
    twice += _A6.replace("De", _remark("Twee.", "r1") + "De")
    assert [one.anchor for one in _read(_HEADING + _A1 + twice).remarks] == ["", ""]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return placed(tmp_path, _TEXT, "pesten")


def _bomb(_content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        packed.writestr("content.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    return made.getvalue()


def _torn(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _no_text(_content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return made.getvalue()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_bomb, "import-unpacks-too-large"),
        (_torn, "import-damaged"),
        (_no_text, "import-damaged"),
    ],
)
def test_what_is_unsafe_or_torn_is_refused(
    root: Path, spoil: Callable[[bytes], bytes], code: str
) -> None:
    (root / "r.odt").write_bytes(spoil(_odt(_A1 + _A6)))
    done = typed("comments", "r.odt", cwd=root)
    assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr


def test_libreoffice_saves_ours_as_odt(root: Path, soffice: str, start: Start) -> None:
    word = ReturnedWord(own_word(PROTOCOL))
    word.on("Waarom?", "belt de ouders", done=True)
    word.on("Te lang.", "bewaart verslagen")
    word.point("Punt.", "Wie een ander pest")
    word.track_deletion("nog dezelfde dag ")
    word.retype("een jaar lang", "twee jaar")
    path = root / "in" / "retour.docx"
    path.parent.mkdir()
    path.write_bytes(word.content())
    profile = f"-env:UserInstallation={(root / 'profile').as_uri()}"
    start(soffice, profile, "--headless", "--convert-to", "odt", "--outdir", str(root), str(path))
    found = ReturnedOdt((root / "retour.odt").read_bytes(), path).review(PROTOCOL)
    assert {one.text: (one.anchor, one.resolved) for one in found.remarks} == {
        "Waarom?": ("a2", True),
        "Te lang.": ("a6", False),
        "Punt.": ("a1", False),
    }
    assert [(one.anchor, one.kind, one.tracked) for one in found.changes] == [
        ("a1", "changed", True),
        ("a6", "changed", False),
    ]
    shown = typed("comments", "retour.odt", cwd=root)
    assert shown.returncode == 0, shown.stderr
    assert re.search(r"Opmerkingen: 3; bij een bepaling: 3", shown.stderr)


def test_what_somebody_wrote_in_the_head_of_the_pages_is_named(root: Path) -> None:
    styles = (
        f'<office:document-styles {_SPACES} xmlns:style="urn:oasis:names:tc:opendocument:xmlns:'
        'style:1.0"><office:master-styles><style:master-page><style:header><text:p>Wij zijn <text:s'
        "/>tegen.</text:p></style:header><style:footer-first><text:p>Blz. <text:page-number>1"
        "</text:page-number> tot nader order</text:p><text:p/></style:footer-first>"
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    content = io.BytesIO(_odt("<text:p>Pesten</text:p>"))
    with zipfile.ZipFile(content, "a") as packed:
        packed.writestr("styles.xml", styles)
    path = root / "terug.odt"
    path.write_bytes(content.getvalue())
    passed = ReturnedOdt(content.getvalue(), path).review(PROTOCOL).passed_over
    assert [(one.words, one.reason.value) for one in passed] == [
        ("Wij zijn  tegen.", "running"),
        ("Blz. 1 tot nader order", "running"),
    ]


def _in_word(words: str) -> bytes:
    def write(parts: dict[str, bytes]) -> None:
        name = "word/document.xml"
        parts[name] = parts[name].replace(b"een jaar lang", words.encode())

    return changed_parts(own_word(PROTOCOL), write)


def _in_odt(words: str) -> bytes:
    return _odt(_HEADING + _A1 + _P(_A2) + _A6.replace("een jaar lang", words) + _NOTE)


@pytest.mark.parametrize(("name", "made"), [("r.docx", _in_word), ("r.odt", _in_odt)])
@pytest.mark.parametrize("form", ["text", "json"])
def test_control_signs_in_a_change_reach_no_terminal(
    root: Path, name: str, made: Callable[[str], bytes], form: str
) -> None:
    (root / name).write_bytes(made("twee\u009b31m jaar"))
    done = typed("comments", name, "--format", form, cwd=root)
    assert done.returncode == 0, done.stderr
    assert re.search("twee[\ufffd ]31m jaar", done.stdout)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.stdout + done.stderr)
