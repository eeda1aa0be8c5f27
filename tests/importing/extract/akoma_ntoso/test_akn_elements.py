"""Elements of Akoma Ntoso: what of each is text, where it stands, and what is told of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akn_files import AKN, imported_akn
from examples import examples
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Clause, Paragraph, PointList, Section, Table
from protocolkit.document.outline import clauses, protocol_tokens
from protocolkit.document.richtext import plain
from protocolkit.document.tree import rows_of
from protocolkit.importing import akn_file
from protocolkit.importing.import_values import Imported
from protocolkit.importing.structure.found_facts import Wishes

_DUTCH = translator("nl")


_STRANGER = f"""\
<akomaNtoso xmlns="{AKN}"><act name="act"><meta><identification source="#x"/>
<notes source="#x"><note eId="n1" marker="*"><p>Een noot.</p></note>
<note eId="n2"><p>Nergens genoemd.</p></note></notes></meta>
<preface><longTitle><p>Wet van <docTitle>Social media</docTitle></p></longTitle></preface>
<preamble><recitals><recital><p>Overwegende dat het nodig is;</p></recital></recitals></preamble>
<body><chapter eId="chp_1"><num>Hoofdstuk 1</num><heading>Begin  van
  alles</heading>
<article eId="art_1"><num>Artikel 1</num>
<paragraph eId="art_1__para_1"><num>1.</num><intro><p>Wie <b>mag</b><noteRef href="#n1" marker="*"/>
 het doen:</p></intro>
<point><num>a.</num><content><p>de <i>leerling</i>;</p></content></point>
<point><num>b.</num><content><p>de <a href="javascript:alert(1)">ouder</a>, zie
<ref href="#art_1">artikel 1</ref>.</p></content></point>
<wrapUp><p>En niemand anders.</p></wrapUp></paragraph>
<paragraph><num>2.</num><content><p>Weg <del>oud</del>is weg.</p>
<table><tr><th><p>Kop</p></th><th>B</th></tr><tr><td><p>een</p><p>twee</p></td></tr></table>
</content></paragraph></article></chapter></body>
<conclusions><p>Gedaan te Den Haag.</p></conclusions></act></akomaNtoso>"""


def test_a_file_of_others_keeps_every_word_in_its_place() -> None:
    imported = imported_akn(_STRANGER.encode(), Wishes(organisation="De school"))
    found = imported.protocol
    words = " ".join(protocol_tokens(found))
    for said in ("Wet van Social media", "Begin van alles", "de ouder , zie artikel 1", "een twee"):
        assert said in words, said
    chapter = next(one for one in found.parts if isinstance(one, Section))
    assert (chapter.marker, plain(chapter.title)) == ("Hoofdstuk 1", "Begin van alles")
    first = next(one for one in clauses(found) if one.marker == "1.")
    assert isinstance(first, Clause)
    points = next(block for block in first.blocks if isinstance(block, PointList))
    assert [one.marker for one in points.points] == ["a.", "b."]
    assert [note.label for note in found.notes] == ["*", "2"]
    assert [(one.reason.value, one.text) for one in imported.source.left_out] == [
        ("deleted", "oud")
    ]
    assert words.endswith("Een noot . Nergens genoemd .")
    assert "javascript" not in imported.markdown


def _body(inside: str, head: str = "") -> Imported:
    text = (
        f'<akomaNtoso xmlns="{AKN}"><act><meta><identification/>{head}</meta><body><section>'
        f"<num>1</num><heading>Kop</heading>{inside}</section></body></act></akomaNtoso>"
    )
    return imported_akn(text.encode(), Wishes(organisation="De school"))


def _told(found: Imported) -> list[tuple[str, str, bool]]:
    return [(one.reason.value, one.text, one.is_in_sentence) for one in found.source.left_out]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("<p>Wie<authorialNote><p>niet</p></authorialNote> mag</p>", "1 Kop Wie mag niet"),
        ("<p>Wie <embeddedText><p>mag</p></embeddedText></p>", "1 Kop Wie mag"),
        ("los <p>in <span>een</span></p> cel", "1 Kop los in een cel"),
        ("<table><tr><td><p>mag</p></td></tr></table>", "1 Kop mag"),
    ],
)
def test_what_stands_inside_a_cell_is_read_once(cell: str, words: str) -> None:
    found = _body(f"<table><tr><td>{cell}</td></tr></table>").protocol
    assert " ".join(protocol_tokens(found)) == words


def test_a_letter_that_the_file_lacks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(akn_file, "held_words", lambda *_: iter(["1 Kop Wie mag"]))
    _body("<p>Wie mag</p>")
    with pytest.raises(ProtocolkitError) as stopped:
        _body("<p>Wie mag niet</p>")
    assert stopped.value.problem.code.name == "import-words-added"
    assert dict(stopped.value.problem.values)["words"] == "niet"


@pytest.mark.parametrize(
    "hidden",
    [
        "<meta><p>Schorsing volgt.</p></meta>",
        "<meta>Schorsing volgt.</meta>",
        '<q:meta xmlns:q="urn:q"><q:p>Schorsing volgt.</q:p></q:meta>',
        "<paragraph><content><meta>Schorsing volgt.</meta></content></paragraph>",
        "<act><body><p>Schorsing</p><meta>volgt.</meta></body></act>",
    ],
)
def test_only_the_head_of_a_document_is_no_text(hidden: str) -> None:
    found = _body(f"<p>Gewoon.</p>{hidden}<p>Slot.</p>")
    words = " ".join(protocol_tokens(found.protocol))
    assert words == "1 Kop Gewoon . Schorsing volgt . Slot ."
    assert _told(found) == []


def test_words_in_the_head_are_told() -> None:
    found = _body("<p>Gewoon.</p>", "<proprietary><x>Schorsing</x> volgt.</proprietary>")
    assert _told(found) == [("not-on-page", "Schorsing volgt.", False)]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<del><p>Weg ermee.</p></del><p>Gewoon.</p>", ("Weg ermee.", False)),
        ('<p status="removed">Weg.</p><p>Gewoon.</p>', ("Weg.", False)),
        (
            '<section status="removed"><num>2</num><p>Oud. Weg.</p></section><p>Gewoon.</p>',
            ("2 Oud. Weg.", False),
        ),
        ("<p>Ge<del>heel</del>woon.</p>", ("heel", True)),
        ('<p>Gewoon<span status="removed">weg</span>.</p>', ("weg", True)),
    ],
)
def test_deleted_text_is_left_out_and_told(inside: str, told: tuple[str, bool]) -> None:
    found = _body(inside)
    assert " ".join(protocol_tokens(found.protocol)) == "1 Kop Gewoon ."
    assert _told(found) == [("deleted", *told)]


def test_a_deleted_cell_leaves_the_others_in_their_column() -> None:
    read, found = _table('<tr><td>A</td><td status="removed"><p>B</p></td><td>C</td></tr>')
    assert read == [["A", "", "C"]]
    assert _told(found) == [("deleted", "B", False)]


def test_what_is_deleted_in_a_number_is_told_once() -> None:
    found = _body("<paragraph><num>1.<del>2</del></num><content><p>Ja</p></content></paragraph>")
    assert next(clauses(found.protocol)).marker == "1."
    assert _told(found) == [("deleted", "2", True)]


def test_the_description_of_a_picture_is_told() -> None:
    found = _body('<p><img src="x.png" alt="Verboden te  filmen"/> Gewoon.</p>')
    assert _told(found) == [("description", "Verboden te filmen", False)]
    assert " ".join(protocol_tokens(found.protocol)) == "1 Kop Gewoon ."


def _table(inside: str) -> tuple[list[list[str]], Imported]:
    found = _body(f"<p>Boven.</p><table>{inside}</table>")
    table = next(
        block
        for clause in clauses(found.protocol)
        for block in clause.blocks
        if isinstance(block, Table)
    )
    return [[plain(cell) for cell in row] for row in rows_of(table)], found


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            '<tr><td rowspan="2">Wie</td><td>A</td><td>B</td></tr><tr><td>C</td></tr>',
            [["Wie", "A", "B"], ["", "C", ""]],
        ),
        (
            '<tr><td>A</td><td>B</td><td>C</td></tr><tr><td colspan="2">D</td><td>E</td></tr>',
            [["A", "B", "C"], ["D", "", "E"]],
        ),
        (
            '<tr><td>a</td><td rowspan="2" colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr>',
            [["a", "b", "", ""], ["c", "", "", "d"]],
        ),
    ],
)
def test_merged_cells_leave_the_others_in_their_column(lines: str, rows: list[list[str]]) -> None:
    read, found = _table(lines)
    assert read == rows
    doubts = [[*one.doubts] for one in found.origins]
    assert [*map(bool, doubts)] == [False, False, True]
    assert "merged" in doubts[-1][0]


def test_a_table_without_merged_cells_is_no_doubt() -> None:
    _, found = _table('<tr><td colspan="1">a</td><td rowspan="x">b</td></tr>')
    assert not any(one.doubts for one in found.origins)


def test_a_table_that_would_grow_far_too_large_is_refused() -> None:
    wide, high = f"<tr>{'<td>x</td>' * 200}</tr>", "<tr><td>x</td></tr>"
    _table(wide + high * 99)
    with pytest.raises(ProtocolkitError) as stopped:
        _table(wide + high * 100)
    assert stopped.value.problem.code.name == "import-too-many-cells"


@pytest.mark.parametrize("sign", ["-", "*", "–", "•", "<b>-</b>"])
def test_a_sign_before_a_point_is_a_bullet(sign: str) -> None:
    item = f"<item><num>{sign}</num><p>bellen</p></item>"
    found = _body(
        f"<paragraph><num>1.</num><content><blockList>{item}</blockList></content></paragraph>"
    )
    block = next(clauses(found.protocol)).blocks[0]
    assert isinstance(block, PointList)
    assert [one.marker for one in block.points] == ["•"]


_OLD, _NEW = "<num>2</num><p>Oude tekst.</p>", "<num>2</num><p>Nieuwe tekst.</p>"


@pytest.mark.parametrize(
    "inside",
    [
        f'<paragraph period="#a">{_OLD}</paragraph><paragraph period="#b">{_NEW}</paragraph>',
        f'<paragraph end="#a">{_OLD}</paragraph><paragraph start="#a">{_NEW}</paragraph>',
        '<p><span period="#a">Oude</span> <span period="#b">Nieuwe tekst.</span></p>',
    ],
)
def test_two_versions_of_one_text_are_refused(inside: str) -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        _body(inside)
    assert stopped.value.problem.code.name == "import-several-versions"
    assert "Nieuwe tekst." in dict(stopped.value.problem.values)["words"]


def test_other_clauses_may_hold_from_another_date() -> None:
    later = '<paragraph period="#b"><num>3</num><p>Nog iets.</p></paragraph>'
    found = _body(f'<paragraph period="#a">{_OLD}</paragraph>{later}')
    assert [one.marker for one in clauses(found.protocol)] == ["2", "3"]


def test_the_sign_of_a_note_that_is_not_there_is_text() -> None:
    found = _body('<p>Wie<noteRef href="#x" marker="7"/> mag</p>')
    assert " ".join(protocol_tokens(found.protocol)) == "1 Kop Wie7 mag"


_NAMES = st.sampled_from(
    "p b i num heading content paragraph section article point list intro item blockList table tr "
    "td th ref authorialNote del quotedStructure block blockContainer foreign li ul "
    "preface conclusions recital meta span embeddedText".split()
)
_TREES = st.recursive(
    st.sampled_from(["woord", " twee woorden ", "", "7.", "\n  ", "<eol/>", "<noteRef/>"]),
    lambda inner: st.tuples(_NAMES, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=25,
)


@examples(150)
@given(st.lists(_TREES, min_size=1, max_size=5))
def test_whatever_the_elements_are_no_word_is_lost_or_the_import_says_so(drawn: list[str]) -> None:
    text = f'<akomaNtoso xmlns="{AKN}"><act><body>{"".join(drawn)}</body></act></akomaNtoso>'
    try:
        imported = imported_akn(text.encode(), Wishes(organisation="De school"))
    except ProtocolkitError as stopped:
        if stopped.problem.code.name != "import-empty":
            raise
        return
    left = sum(one.text.count("woord") for one in imported.source.left_out)
    found = " ".join(protocol_tokens(imported.protocol)).count("woord")
    assert found + left == text.count("woord"), text


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ("<content><p>Ja</p></content>", [Paragraph]),
        ("<list><point><num>a.</num><content><p>Ja</p></content></point></list>", None),
    ],
)
def test_a_mark_in_a_number_stands_before_the_first_word(
    content: str, kinds: list[type] | None
) -> None:
    note = '<authorialNote marker="2"><p>Noot.</p></authorialNote>'
    found = _body(f"<paragraph><num>1.{note}</num>{content}</paragraph>")
    clause = next(clauses(found.protocol))
    assert [type(one) for one in clause.blocks] == (kinds or [Paragraph, PointList])
    (first, *_) = clause.blocks
    assert isinstance(first, Paragraph)
    assert plain(first.content) == ("Ja" if kinds else "")
    assert [one.label for one in found.protocol.notes] == ["2"]


def test_a_number_over_two_lines_is_one() -> None:
    found = _body("<paragraph><num>Artikel<eol/>7</num><content><p>Ja</p></content></paragraph>")
    assert [one.marker for one in clauses(found.protocol)] == ["Artikel 7"]
