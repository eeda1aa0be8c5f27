"""What each block is, by its form and by what stands around it."""

from __future__ import annotations

import pytest

from outlined import blocks_of
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.roles import is_title_like
from protocolkit.importing.structure.runs import Block, Role
from protocolkit.text.words import tokens

_TEXT = "Leerlingen bellen in de les niet met hun eigen telefoon."


def _roles(text: str) -> list[Role]:
    return [block.role for block in blocks_of(text)]


def test_a_short_number_with_text_below_it_is_a_heading() -> None:
    assert _roles(f"1. Bellen\n{_TEXT}\n2. Filmen\n{_TEXT}\n") == [
        Role.HEADING,
        Role.PARAGRAPH,
        Role.HEADING,
        Role.PARAGRAPH,
    ]


def test_short_numbers_one_after_the_other_are_a_list() -> None:
    assert _roles(f"{_TEXT}\n1. Bellen\n2. Filmen\n3. Appen\n")[1:] == [Role.ITEM] * 3


def test_a_sentence_with_a_number_is_an_item() -> None:
    assert _roles(f"1. {_TEXT}\n2. {_TEXT}\n") == [Role.ITEM] * 2


@pytest.mark.parametrize("marker", ["Artikel 1", "Hoofdstuk 1", "§ 1"])
def test_a_word_that_counts_heads_a_section(marker: str) -> None:
    assert _roles(f"{marker} Bellen\n\n{_TEXT}\n") == [Role.HEADING, Role.PARAGRAPH]


def test_a_lid_is_no_heading() -> None:
    assert _roles(f"Artikel 1 Bellen\n\nLid 1 Thuis\n\n{_TEXT}\n")[1] is Role.ITEM


def test_what_the_contents_name_is_a_heading() -> None:
    title = "1. Wie belt in de les wordt gebeld door de directie of door een mentor"
    text = f"{title}\n\n{_TEXT}\n"
    assert _roles(text)[0] is Role.ITEM
    named = blocks_of(text, [tokens(title.lower())])
    assert named[0].role is Role.HEADING


def test_the_first_line_that_says_protocol_is_the_title() -> None:
    assert _roles(f"De Brug\n\nProtocol bellen\n\n{_TEXT}\n")[:2] == [Role.TITLE] * 2


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Doel van dit protocol", True),
        ("Wat mag er in de klas?", True),
        ("doel", False),
        ("Dit mag niet.", False),
        ("Regels voor de", False),
        ("www.school.nl", False),
        ("Als een leerling toch belt dan wordt de telefoon bewaard", False),
    ],
)
def test_the_form_of_a_heading(text: str, *, is_one: bool) -> None:
    block = Block(lines=[Line(text=text, begin=0)], text=text)
    assert is_title_like(block) is is_one
