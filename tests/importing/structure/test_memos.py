"""What a memo, a form and a yearly text look like: its head, captions, slips to cut off, years."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.importing.source.lines import Line, Source
from protocolkit.importing.structure.letterheads import memo_head
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.importing.structure.running_heads import find_running_heads
from protocolkit.importing.structure.steps import find_structure

_Row = tuple[str, float, bool]


def _source(*rows: _Row) -> Source:
    """Return lines on one page: their text, their size in points, whether they are bold."""
    lines: list[Line] = []
    begin = 0
    for number, (text, size, is_bold) in enumerate(rows):
        line = Line(text=text, begin=begin, size=size, is_bold=is_bold, page=1, gap=1.0)
        lines.append(replace(line, height=800.0 - 30 * number, right=300.0, is_whole=True))
        begin += len(text) + 1
    text = "\n".join(text for text, _, _ in rows)
    return Source(text=text, lines=tuple(lines), is_laid_out=True)


def _roles(*rows: _Row) -> dict[str, Role]:
    return {block.text: block.role for block in find_structure(_source(*rows)).paragraphs}


_HEAD: tuple[_Row, ...] = (
    ("MEMO / voorstel", 18.0, True),
    ("Aan het team", 10.0, False),
    ("Van de schoolleiding", 10.0, False),
    ("Onderwerp fietsen", 10.0, False),
)
_TEXT: tuple[_Row, ...] = (
    ("1 Stalling", 12.0, True),
    ("Fietsen staan in het rek. Niemand fietst op het plein.", 10.0, False),
    ("2 Kosten", 12.0, True),
    ("Tabel 1: de rekken per jaar", 10.0, False),
    ("Een rek kost tien euro. De school betaalt het.", 10.0, False),
)


def test_a_memo_has_its_title_below_its_head() -> None:
    roles = _roles(*_HEAD, ("Fietsen op school 2025-2026", 15.0, True), *_TEXT)
    assert [text for text, role in roles.items() if role is Role.TITLE] == [
        "Fietsen op school 2025-2026"
    ]
    assert roles["MEMO / voorstel"] is Role.PARAGRAPH


def test_a_memo_without_a_title_has_none() -> None:
    roles, found = _roles(*_HEAD, *_TEXT), find_structure(_source(*_HEAD, *_TEXT))
    assert not found.choices
    assert Role.TITLE not in roles.values()
    assert roles["MEMO / voorstel"] is Role.PARAGRAPH


def test_a_caption_is_no_heading() -> None:
    assert _roles(*_HEAD, *_TEXT)["Tabel 1: de rekken per jaar"] is Role.PARAGRAPH


def test_the_head_of_a_memo_says_to_whom_or_from_whom() -> None:
    def head(*texts: str) -> int:
        blocks = [LineRun(lines=[Line(text=text, begin=0)]) for text in texts]
        for block in blocks:
            block.text = block.first.text
        return len(memo_head(blocks))

    assert head("MEMO", "Aan: het team", "Datum: 3 mei", "Betreft: fietsen", "Beste team,") == 4
    assert head("Notitie", "Datum: 3 mei", "Onderwerp: fietsen", "Bijlage: twee") == 0
    assert head("Notitie", "Aan de slag") == 0


def test_a_heading_may_end_in_the_years_it_is_for() -> None:
    roles = _roles(
        ("Afspraken over toetsen", 20.0, True),
        ("Waarom", 11.0, True),
        ("Een toets laat zien wat een kind kan. Dat weten we graag.", 11.0, False),
        ("Weken met toetsen 2025-2026", 11.0, True),
        ("In week drie toetsen wij rekenen. In week vier taal.", 11.0, False),
    )
    assert roles["Weken met toetsen 2025-2026"] is Role.HEADING


def test_a_line_to_cut_along_stands_by_itself() -> None:
    roles = _roles(
        ("Brief over fietsen", 20.0, True),
        ("Lever het strookje in bij de leerkracht. Dat kan tot vrijdag.", 11.0, False),
        ("✂ - - - - - - - - - - -", 11.0, False),
        ("Mijn kind komt met de fiets.", 11.0, False),
    )
    assert "Mijn kind komt met de fiets." in roles


def test_a_foot_that_says_which_of_two_pages_it_is_is_no_text() -> None:
    lines = [
        Line(
            text=text,
            begin=0,
            page=page,
            size=10.0,
            gap=gap,
            height=height,
            right=300.0,
            is_page_start=height == 700.0,
        )
        for page in (1, 2)
        for text, gap, height in (
            ("Wij fietsen naar het bos." if page == 1 else "Het regent soms.", 1.0, 700.0),
            ("Iedereen heeft licht." if page == 1 else "Wie dat niet heeft, loopt.", 1.0, 660.0),
            ("De leerkracht ziet erop toe.", 1.0, 620.0 - 20 * page),
            (f"Fietsplan, 3 mei 2025, {page}/2", 3.0, 36.0),
        )
    ]
    assert find_running_heads(lines, {}) == {3, 7}
