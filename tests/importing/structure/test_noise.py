"""What a page shows besides its text is taken out with an entry; what is text stays."""

from __future__ import annotations

import pytest

from outlined import lines_of
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.noise import (
    CONTENTS,
    PAGE_NUMBER,
    RULER,
    RUNNING_HEAD,
    remove_noise,
)


def _removed(text: str) -> list[tuple[str, str]]:
    return [(change.text, change.reason) for change in remove_noise(lines_of(text)).changes]


def test_a_page_number_goes_and_a_sentence_about_pages_stays() -> None:
    text = "Bellen mag niet.\nPagina 3 van 12\nZie pagina 3 van het beleid.\n"
    assert _removed(text) == [("Pagina 3 van 12", PAGE_NUMBER)]


def test_what_page_numbers_interrupt_goes_on() -> None:
    cleaned = remove_noise(lines_of("Bellen mag\n- 3 -\nniet in de les.\n"))
    assert [(line.text, line.is_page_start) for line in cleaned.lines] == [
        ("Bellen mag", False),
        ("niet in de les.", True),
    ]


def _page(number: int, head: str = "Protocol bellen") -> list[Line]:
    texts = [head, f"Regel {number} is een zin.", f"Ook {number} zegt iets.", "Meer tekst."]
    texts = [*texts[:3], f"{'nog ' * number}meer tekst."]
    return [
        Line(text=text, begin=0, page=number, size=11, is_page_start=place == 0)
        for place, text in enumerate(texts)
    ]


def test_a_line_at_the_edge_of_every_page_is_a_running_head() -> None:
    lines = [line for number in (1, 2, 3) for line in _page(number)]
    cleaned = remove_noise(lines)
    assert {change.reason for change in cleaned.changes} == {RUNNING_HEAD}
    assert all(line.text != "Protocol bellen" for line in cleaned.lines[4:])


def test_a_step_that_counts_itself_is_text() -> None:
    lines = [line for n in (1, 2, 3) for line in _page(n, f"Stap {n}")]
    assert not [change for change in remove_noise(lines[:8]).changes if "Stap" in change.text]


def test_a_table_of_contents_goes_and_tells_the_headings() -> None:
    text = "Inhoud\nDoel .......... 2\nRegels .......... 3\n\nDoel\nDit is het doel van alles.\n"
    cleaned = remove_noise(lines_of(text))
    assert [change.reason for change in cleaned.changes] == [CONTENTS] * 3
    assert {("doel",), ("regels",)} <= cleaned.headings
    assert [line.text for line in cleaned.lines] == ["Doel", "Dit is het doel van alles."]


def test_no_sentence_goes_on_beyond_the_contents() -> None:
    listed = "- 1 -\nInhoud\nDoel ... 2\nRegels ... 3\n\n- 2 -\n"
    text = f"Fietsen in de wijk\n\n{listed}Elk kind fietst.\n\nDoel\nDit is het doel.\n"
    last = remove_noise(lines_of(text)).lines[1]
    assert (last.text, last.is_page_start, last.gap) == ("Elk kind fietst.", False, 1)


def test_two_lines_with_dots_are_no_table_of_contents() -> None:
    assert _removed("Naam .......... 2\nDatum .......... 3\n") == []


def test_a_word_file_keeps_heads_apart_itself() -> None:
    lines = [
        Line(text=text, begin=0, size=11, is_whole=True) for text in ("Pagina 1", "Tekst.", "2")
    ]
    assert remove_noise(lines).changes == ()


def test_a_dash_and_the_number_of_its_page_is_a_page_number() -> None:
    pages = [("Bellen mag niet.", "- 1"), ("Filmen mag ook niet.", "- 2"), ("- 5", "- 6")]
    lines = [
        Line(text=text, begin=0, page=number, is_page_start=not place and number > 1)
        for number, page in enumerate(pages, 1)
        for place, text in enumerate(page)
    ]
    removed = [change.text for change in remove_noise(lines).changes]
    assert removed == ["- 1", "- 2"]


def test_a_line_drawn_in_signs_goes_and_makes_a_heading_of_the_line_above_it() -> None:
    text = (
        "Bellen\n======\nIn de les\n---\nBellen mag niet.\n- - -\nWel na de les.\n\n* * *\n\nSlot\n"
    )
    cleaned = remove_noise(lines_of(text))
    assert [change.reason for change in cleaned.changes] == [RULER] * 4
    assert [(line.text, line.is_bold, line.is_underlined) for line in cleaned.lines] == [
        ("Bellen", True, False),
        ("In de les", True, True),
        ("Bellen mag niet.", False, False),
        ("Wel na de les.", False, False),
        ("Slot", False, False),
    ]
    assert [line.gap > 0 for line in cleaned.lines] == [False, True, True, True, True]


def test_signs_that_say_something_stay() -> None:
    assert _removed("Naam: ____\n____\n-\n--\n- a -\n...\n") == []


@pytest.mark.parametrize("path", ["Home > Ouders > Verlof", "U bent hier: Home › Verlof"])
def test_where_a_copied_page_is_on_its_website_is_no_text(path: str) -> None:
    text = f"{path}\n\nVerlof aanvragen\n\nDe directeur beslist over verlof.\n"
    found = import_source(extract_text(text.encode()))
    assert plain(found.protocol.title) == "Verlof aanvragen"
    assert [change.text for change in found.ledger.changes] == [path]
    assert [choice.is_doubted for choice in found.choices] == [False]
