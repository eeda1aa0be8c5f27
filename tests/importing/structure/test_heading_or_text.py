"""Heading or text, as the brothers of a line say: in its numbering, and by their look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlined import blocks_of, headings_of
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.choices import Choices, Question, Reading
from protocolkit.importing.structure.gathering import make_blocks
from protocolkit.importing.structure.heading_or_text import families
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.importing.structure.roles import assign_roles

_TEXT = "De school belt de ouders nog op dezelfde dag en maakt daar een aantekening van."
_BOLD, _PLAIN = True, False


def _set(*lines: tuple[str, bool], chosen: dict[str, Reading] | None = None) -> str:
    """Return the roles of paragraphs, bold or not, a letter each: T, H, I, P."""
    made: list[Line] = []
    for text, is_bold in lines:
        begin = made[-1].end + 1 if made else 0
        made.append(Line(text=text, begin=begin, gap=1, size=11, is_whole=True, is_bold=is_bold))
    blocks = make_blocks(made)
    for block in blocks:
        block.text = block.first.text[len(block.marker) :].strip()
    assign_roles(blocks, frozenset(), Choices("\n".join(line.text for line in made), chosen))
    return "".join(block.role.name[0] for block in blocks)


def _doubted(text: str) -> list[str]:
    return [block.text for block in blocks_of(text) if block.doubts]


def test_a_numbering_that_begins_again_is_another_family() -> None:
    blocks = blocks_of("1. Een.\n1. Twee.\n2. Drie.\n3. Vier.\n2. Vijf.\n1. Zes.\n3. Zeven.\n")
    assert list(families(blocks)) == [[0, 4, 6], [1, 2, 3]]


def test_a_number_of_two_lists_goes_on_with_the_one_that_it_looks_like() -> None:
    lines = [Line(text=text, begin=0, is_whole=True) for text in ("1. Een", "1. Twee", "2. Drie")]
    bold = [Line(text=line.text, begin=0, is_whole=True, is_bold=True) for line in lines]
    assert list(families(make_blocks([bold[0], lines[1], bold[2]]))) == [[0, 2]]
    assert list(families(make_blocks([bold[0], lines[1], lines[2]]))) == [[1, 2]]


def test_a_full_stop_makes_no_text_of_a_brother_of_headings() -> None:
    text = (
        f"1. Melden\n\n{_TEXT}\n\n2. Bellen met de ouders van het kind.\n\n{_TEXT}\n\n"
        f"3. Nazorg\n\n{_TEXT}\n"
    )
    assert [words for _, words in headings_of(text)][1] == "2. Bellen met de ouders van het kind."
    assert _doubted(text) == ["Bellen met de ouders van het kind."]


def test_a_rule_stays_a_rule_among_headings() -> None:
    text = (
        f"1. Melden\n\n{_TEXT}\n\n2. Iedereen moet een vechtpartij melden.\n\n{_TEXT}\n\n"
        f"3. Nazorg\n\n{_TEXT}\n"
    )
    assert [words for _, words in headings_of(text)] == ["1. Melden", "3. Nazorg"]


def test_what_a_list_follows_is_a_brother_too() -> None:
    text = (
        "1. Het bericht komt:\n\n   1. Schrijf het op.\n   2. Bel de directeur.\n\n"
        "2. Bellen met de familie\n\n   1. De directeur belt.\n   2. De mentor schrijft.\n\n"
        "3. Vertellen aan de klas en aan de ouders.\n\n   1. De mentor vertelt het.\n"
        "   2. De klas krijgt een brief.\n"
    )
    assert [words[:2] for _, words in headings_of(text)] == ["1.", "2.", "3."]


def test_bold_brothers_with_text_below_them_are_headings() -> None:
    bold = (
        ("1. Ziek op school.", _BOLD),
        (_TEXT, _PLAIN),
        ("2. Medicijnen.", _BOLD),
        (_TEXT, _PLAIN),
    )
    assert _set(("Protocol ziek", _BOLD), *bold) == "THPHP"
    plain = tuple((text, _PLAIN) for text, _ in bold)
    assert _set(("Protocol ziek", _BOLD), *plain) == "TIPIP"
    rules = ("1. Niemand mag zelf pillen geven.", _BOLD), (_TEXT, _PLAIN)
    assert (
        _set(("Protocol ziek", _BOLD), *rules, ("2. Medicijnen.", _BOLD), (_TEXT, _PLAIN))
        == "TIPIP"
    )


def test_short_numbers_under_a_numbered_chapter_are_headings_of_it() -> None:
    text = (
        f"1. Inleiding\n\n{_TEXT}\n\n2. De wet\n\n2.1 Dit zegt de wet over schorsen.\n\n{_TEXT}\n\n"
        f"2.2 Dit zegt de wet over boetes.\n\n{_TEXT}\n\n3. Slot\n\n{_TEXT}\n"
    )
    assert [level for level, _ in headings_of(text)] == [2, 2, 3, 3, 2]
    together = text.replace(f"{_TEXT}\n\n2.2", "2.2")
    assert [words[:3] for _, words in headings_of(together)] == ["1. ", "2. ", "3. "]


def test_a_person_may_say_otherwise() -> None:
    lines = (
        ("Protocol ziek", _BOLD),
        ("1. Ziek.", _BOLD),
        (_TEXT, _PLAIN),
        ("2. Pil.", _BOLD),
        (_TEXT, _PLAIN),
    )
    assert _set(*lines, chosen={f"{Question.HEADING.value}-2": Reading.TEXT}) == "TIPHP"


def test_where_headings_stand_out_a_plain_line_is_none() -> None:
    lines = [
        ("Protocol verzuim", _BOLD),
        ("Te laat", _BOLD),
        (_TEXT, _PLAIN),
        ("Formulier voor ouders", _PLAIN),
        (_TEXT, _PLAIN),
        ("Ziek", _BOLD),
        (_TEXT, _PLAIN),
    ]
    assert _set(*lines) == "THPPPHP"
    assert _set(*((text, _PLAIN) for text, _ in lines)) == "THPHPHP"
    named = [*lines[:3], ("Inleiding", _PLAIN), *lines[4:]]
    assert _set(*named) == "THPHPHP"


@pytest.mark.parametrize(
    "line", ["(Schrijf alles op!)", "Download hier het formulier", "Lees meer op de website"]
)
def test_what_is_in_brackets_or_calls_a_reader_heads_nothing(line: str) -> None:
    text = f"Protocol verzuim\n\n{_TEXT}\n\n{line}\n\n{_TEXT}\n"
    assert line not in [words for _, words in headings_of(text)]


def test_a_line_below_the_title_says_more_of_it() -> None:
    def second(line: str) -> Role:
        blocks: list[LineRun] = blocks_of(f"Gedragscode bellen\n\n{line}\n\n1. Doel\n\n{_TEXT}\n")
        return blocks[1].role

    assert second("Voor vmbo, havo, vwo, praktijkonderwijs & schakelklassen") is Role.PARAGRAPH
    assert second("Onderbouw en bovenbouw") is Role.PARAGRAPH
    assert second("Inleiding") is Role.HEADING


def test_unnumbered_brothers_later_make_a_heading_of_the_line_below_the_title() -> None:
    text = f"Gedragscode bellen\n\nOnderbouw\n\n1. Doel\n\n{_TEXT}\n\nBovenbouw\n\n{_TEXT}\n"
    assert "Onderbouw" in [words for _, words in headings_of(text)]


def test_a_question_and_a_pair_with_one_beginning_are_surely_headings() -> None:
    def doubts(*heads: str) -> list[str]:
        return _doubted("".join(f"{head}\n\n{_TEXT}\n\n" for head in ("Protocol laat", *heads)))

    one, two = "Te laat komen met een goede reden", "Te laat komen zonder een goede reden"
    assert doubts(one) == [one]
    assert doubts(one, two) == []
    assert doubts("Wat wij doen om ruzie te voorkomen") == []


def test_a_long_line_in_which_somebody_does_something_is_a_sentence_without_its_stop() -> None:
    def heads(line: str) -> list[str]:
        text = f"Schoolregels\n\nKleding\n\n{_TEXT}\n\n{line}\n\n{_TEXT}\n"
        return [words for _, words in headings_of(text)]

    assert heads("In de zaal draag je schone kleding en een paar schoenen") == ["Kleding"]
    assert len(heads("Schone kleding en een paar goede schoenen voor de zaal")) == 2


def test_a_table_may_stand_right_below_a_heading() -> None:
    text = f"Draaiboek\n\nMelden\n\n{_TEXT}\n\nNummers\n\nWie\tNummer\nArts\tzeven\n"
    assert [words for _, words in headings_of(text)] == ["Melden", "Nummers"]


def test_two_lines_in_italics_are_headings_below_bold_ones() -> None:
    texts = ["Reis", _TEXT, "Regels", _TEXT, "Vooraf", _TEXT, "Daarna", _TEXT, "Slot", _TEXT]
    made: list[Line] = []
    for text in texts:
        line = Line(text=text, begin=made[-1].end + 1 if made else 0, size=11, is_whole=True)
        is_italic = text in ("Vooraf", "Daarna")
        made.append(replace(line, is_italic=is_italic, is_bold=text != _TEXT and not is_italic))
    blocks = make_blocks(made)
    for block in blocks:
        block.text = block.first.text
    assign_roles(blocks, frozenset())
    assert "".join(block.role.name[0] for block in blocks) == "TPHPHPHPHP"


def test_a_bold_word_with_an_exclamation_mark_is_a_heading() -> None:
    assert _set(("Regels", _BOLD), (_TEXT, _PLAIN), ("Datalek!", _BOLD), (_TEXT, _PLAIN)) == "TPHP"
    assert (
        _set(("Regels", _BOLD), (_TEXT, _PLAIN), ("Veel plezier!", _PLAIN), (_TEXT, _PLAIN))
        == "TPPP"
    )
