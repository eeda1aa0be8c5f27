"""What stands at the edges of printed pages is known by its words, its number or its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.noise import remove_noise
from protocolkit.importing.structure.running_heads import find_running_heads

_WORDS = "fiets helm bel lamp rek slot zadel ketting pomp stuur trapper wiel band rem".split()


def _page(number: int, head: str, foot: str = "", *, size: float = 8.0) -> list[Line]:
    """Return a page with a heading and lines of text, with a head and a foot around them."""
    words = _WORDS[6 * number - 6 : 6 * number]
    printed = [
        Line(text=head, begin=0, size=size, height=800.0 - number % 2),
        Line(text=f"De {words[0]}", begin=0, size=16, height=700, gap=2, is_bold=True),
    ]
    printed += [
        Line(text=f"Elke {word} is heel.", begin=0, size=11, height=660 - len(word))
        for word in words
    ]
    if foot:
        printed.append(Line(text=foot, begin=0, size=8, height=40, gap=9))
    return [
        replace(line, page=number, is_page_start=number > 1 and not place)
        for place, line in enumerate(printed)
    ]


def _found(*pages: list[Line]) -> list[str]:
    lines = [line for page in pages for line in page]
    return [lines[number].text for number in sorted(find_running_heads(lines, {}))]


def test_a_head_may_begin_with_a_small_letter() -> None:
    assert _found(*(_page(n, "obs De Brug") for n in (1, 2))) == ["obs De Brug"] * 2


def test_a_small_head_may_change_with_the_chapter() -> None:
    heads = ["Fietsen", "Steppen", "Lopen"]
    assert _found(*(_page(n, head) for n, head in enumerate(heads, 1))) == heads


@pytest.mark.parametrize(
    ("heads", "is_head"),
    [
        (["Fietsprotocol Stalling", "Fietsprotocol Verlies"], True),
        (["De zadel", "De fiets"], True),
        (["Wij fietsen samen.", "De helm is verplicht."], False),
        (["Samen fietsen", "Alleen lopen"], False),
    ],
)
def test_a_head_as_large_as_the_text(heads: list[str], *, is_head: bool) -> None:
    pages = [_page(n, head, size=11) for n, head in enumerate(heads, 1)]
    assert _found(*pages) == (heads if is_head else [])


def test_a_foot_that_counts_pages_among_other_words() -> None:
    feet = ["versie 3 pagina 1 van 3", "versie 3 pagina 2 van 3"]
    found = _found(*(_page(n, f"Deel {n}{n}", foot) for n, foot in enumerate(feet, 1)))
    assert [text for text in found if text.startswith("versie")] == feet


def test_a_head_and_a_foot_of_one_page() -> None:
    page = _page(1, "obs De Brug", "vastgesteld door de directie")
    assert _found(page) == ["obs De Brug", "vastgesteld door de directie"]
    assert _found(_page(1, "Fietsprotocol", "1 Zie het jaarplan.", size=20)) == []


def test_a_head_as_large_as_the_text_is_known_on_one_page_by_its_form() -> None:
    head, foot = "obs De Brug | afspraken", "Fietsplan | versie 2 | 1"
    assert _found(_page(1, head, foot, size=11)) == [head, foot]
    assert _found(_page(1, "obs De Brug", size=11)) == []


def test_a_head_in_small_letters_may_stand_in_a_sentence() -> None:
    """On the first page it begins all; on the next it stands as high, in the middle of words."""
    pages = [_page(n, "basisschool de Brug – hoofdluis", size=11) for n in (1, 2)]
    pages[0][-1] = replace(pages[0][-1], text="ingepland door de coördinator van het")
    assert _found(*pages) == ["basisschool de Brug – hoofdluis"] * 2
    lower = [pages[0], [replace(pages[1][0], height=600.0), *pages[1][1:]]]
    assert _found(*lower) == []


def test_notes_at_the_foot_of_pages_are_text() -> None:
    pages = [_page(n, f"Wij {'zijn ' * n}hier.", f"{n} Zie de wet.", size=11) for n in (1, 2)]
    assert _found(*pages) == []


def test_two_lists_may_hold_the_same_words() -> None:
    point = "• Vul het formulier in."
    assert _found(_page(1, "obs De Brug"), _page(2, "obs De Brug", point)) == ["obs De Brug"] * 2
    pages = [_page(n, point, size=11) for n in (1, 2)]
    assert _found(*pages) == []


def _text(between: str) -> list[Line]:
    texts = [f"Kop {n}" for n in range(3)]
    lines = []
    for text in texts:
        lines += [text, "De kosten worden betaald uit de post overige lasten (zie de tabel"]
        lines += ["hieronder).", *[f"{between} {n} van {text} gaat zo verder." for n in range(8)]]
    return [Line(text=text, begin=0, right=len(text), page=1) for text in lines]


def test_a_sentence_that_comes_again_below_a_heading_is_text() -> None:
    lines = _text("De lange regel met nummer")
    assert find_running_heads(lines, {}) == set()


@pytest.mark.parametrize(("headed", "is_head"), [(2, False), (6, True)])
def test_a_head_by_its_place_is_on_many_pages(headed: int, *, is_head: bool) -> None:
    """Two small first lines out of ten are text; other pages begin with their heading."""
    pages = [_page(n % 2 + 1, f"Deel {'abcdefghij'[n]}") for n in range(10)]
    placed = [
        [replace(line, page=n + 1, height=line.height - 7 * n * (n >= headed)) for line in page]
        for n, page in enumerate(pages)
    ]
    kept = [page if n < headed else page[1:] for n, page in enumerate(placed)]
    found = [text for text in _found(*kept) if text.startswith("Deel")]
    assert len(found) == (headed if is_head else 0)


@pytest.mark.parametrize(("room", "is_head"), [(0.1, False), (1.5, True)])
def test_two_paragraphs_may_begin_with_the_same_words(room: float, *, is_head: bool) -> None:
    first = "Uit de evaluatie van dit jaar blijkt dat het"
    pages = []
    for number in (1, 2):
        page = _page(number, first, size=11)
        page[1] = replace(page[1], text="goed gaat.", size=11, gap=room)
        pages.append(page)
    assert bool(_found(*pages)) is is_head


@pytest.mark.parametrize(("height", "is_head"), [(790.0, True), (640.0, False)])
def test_a_head_above_two_columns_may_stand_in_a_sentence(height: float, *, is_head: bool) -> None:
    """Each column begins a page; the end of the first column is not above the second."""
    pages = []
    for number in (1, 2):
        head, _, *text = _page(number, "Basisschool De Brug", size=11)
        text[0] = replace(text[0], text=["mag mee.", "blijft."][number - 1], is_page_start=True)
        first = replace(head, height=height, page=number, is_page_start=True)
        pages.append([first, *text])
    assert _found(*pages) == (["Basisschool De Brug"] * 2 if is_head else [])


@pytest.mark.parametrize("foot", ["versie 2 | {n}", "obs de brug"])
def test_a_foot_in_small_letters_as_large_as_the_text(foot: str) -> None:
    pages = []
    for number in (1, 2, 3):
        page = _page(number, "obs De Brug", foot.format(n=number))
        page[-1] = replace(page[-1], size=11)
        pages.append(page)
    assert _found(*pages)[1::2] == [foot.format(n=number) for number in (1, 2, 3)]


def test_what_announces_a_list_is_text_at_each_edge() -> None:
    lead = "Voor het team betekent dit:"
    pages = [_page(n, "obs De Brug", lead) for n in (1, 2)]
    for page in pages:
        page[-1] = replace(page[-1], size=11, gap=0.3)
    assert _found(*pages) == ["obs De Brug"] * 2


@pytest.mark.parametrize(("second", "is_foot"), [(40, True), (300, False)])
def test_the_same_sentence_at_other_heights_is_text(second: float, *, is_foot: bool) -> None:
    pages = [_page(n, "obs De Brug", "Wij bellen daarna.") for n in (1, 2)]
    for page, height in zip(pages, (40, second), strict=True):
        page[-1] = replace(page[-1], size=11, gap=1.0, height=height)
    assert ("Wij bellen daarna." in _found(*pages)) is is_foot


@pytest.mark.parametrize(("third", "is_foot"), [("", True), ("Zo is het.", False)])
def test_a_sentence_where_other_pages_have_text_is_text(third: str, *, is_foot: bool) -> None:
    feet = ("Wij bellen daarna.", "Wij bellen daarna.", third)
    pages = [_page(n, "obs De Brug", foot) for n, foot in enumerate(feet, 1) if n < 3]
    pages.append(_page(2, "obs De Brug", third))
    pages = [[replace(line, page=n) for line in page] for n, page in enumerate(pages, 1)]
    for page in pages:
        if page[-1].text in feet:
            page[-1] = replace(page[-1], size=11, gap=1.0)
    assert ("Wij bellen daarna." in _found(*pages)) is is_foot


@pytest.mark.parametrize(("room", "is_head"), [(3.0, False), (0.3, True)])
def test_a_sentence_at_the_top_of_pages_below_their_head(room: float, *, is_head: bool) -> None:
    pages = []
    for number in (1, 2):
        page = _page(number, "obs De Brug")
        sentence = replace(page[2], text="Wij bellen daarna.", gap=room, height=700)
        pages.append([page[0], sentence, replace(page[1], gap=0.9, height=690), *page[2:]])
    pages[0][0] = replace(pages[0][0], is_page_start=True)
    assert ("Wij bellen daarna." in _found(*pages)) is is_head


def test_a_sentence_below_a_heading_at_the_top_of_pages_is_text() -> None:
    pages = []
    for number in (1, 2):
        head, heading, first, *rest = _page(number, "obs De Brug")
        sentence = replace(first, text="Wij bellen daarna.", gap=0.5, height=680)
        pages.append([replace(heading, is_page_start=True), sentence, *rest, head])
    assert "Wij bellen daarna." not in _found(*pages)


@pytest.mark.parametrize(
    ("head", "is_head"),
    [
        ("De fiets Elke helm is heel.", True),
        ("De fiets", True),
        # words of its own are text
        ("De fiets, versie 4", False),
        ("Kenmerk 2031/7", False),
    ],
)
def test_the_head_of_one_page_says_what_stands_below_it(head: str, *, is_head: bool) -> None:
    page = [replace(line, size=11, gap=2 if n == 1 else 0) for n, line in enumerate(_page(1, head))]
    page[0] = replace(page[0], size=8)
    assert _found(page) == ([head] if is_head else [])


def test_a_head_of_one_page_right_above_the_words_that_it_says_is_text() -> None:
    page = [replace(line, size=11, gap=0.3) for line in _page(1, "De fiets")]
    assert _found([replace(page[0], size=8), *page[1:]]) == []


@pytest.mark.parametrize("feet", [("1. Zie de gids.", "2. Zie de wet.")])
def test_a_note_with_a_point_behind_its_number_is_no_foot(feet: tuple[str, ...]) -> None:
    pages = (_page(n, "obs De Brug", foot) for n, foot in enumerate(feet, 1))
    assert _found(*pages) == ["obs De Brug"] * 2


def test_in_a_file_that_marks_its_own_heads_equal_lines_are_text() -> None:
    lines = [line for n in (1, 2) for line in _page(n, "Meldingsprocedure vijf")]
    assert [change.text for change in remove_noise(lines).changes] == [lines[0].text] * 2
    assert remove_noise(lines, marks_heads=True).lines == tuple(lines)


def test_a_foot_below_a_table_is_apart_though_no_room_was_measured() -> None:
    page = _page(1, "Fietsen", size=16)
    row = replace(page[-1], cells=((0, 4), (5, 9)), height=300)
    foot = Line(text="De Fietsschool, schooljaar 2025-2026", begin=0, size=8, height=40, page=1)
    assert _found([*page, row, foot]) == [foot.text]
    assert _found([*page, replace(row, height=60), foot]) == []


def test_a_head_of_one_page_may_have_two_parts() -> None:
    page = _page(1, "De Fietsschool")
    part = replace(page[0], text="Fietsen in de stad")
    assert _found([page[0], part, *page[1:]]) == [page[0].text, part.text]


def _copied(*feet: str, rows: int = 12, last: int = 3) -> list[Line]:
    """Return two copied pages, the last of them short, with lines at the foot of each."""
    pages = [[f"De {word} is heel." for word in _WORDS[:rows]], [f"Elke {w}." for w in _WORDS]]
    lines: list[str] = []
    for number, page in enumerate([pages[0], pages[1][:last]], 1):
        lines += [*page, *(foot.format(number) for foot in feet)]
    return [Line(text=text, begin=0, right=len(text), page=1) for text in lines]


def test_the_number_of_a_page_may_stand_below_the_words_of_its_foot() -> None:
    lines = _copied("Fietsplan – De Brug", "{}")
    found = [lines[n].text for n in sorted(find_running_heads(lines, {}))]
    assert found == ["Fietsplan – De Brug", "1", "Fietsplan – De Brug", "2"]


def test_equal_words_above_other_numbers_are_text() -> None:
    assert not find_running_heads(_copied("Aantal fietsen", "{}0"), {})
    assert not find_running_heads(_copied("Aantal fietsen", "{}", rows=4), {})
