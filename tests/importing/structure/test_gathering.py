"""Lines to blocks: where a paragraph or an item begins, and what is the rest of a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlined import lines_of
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.gathering import make_blocks
from protocolkit.importing.structure.line_runs import Boundary


def _blocks(text: str) -> list[tuple[str, int]]:
    """Return the marker and the number of lines of each block."""
    return [(block.marker, len(block.lines)) for block in make_blocks(lines_of(text))]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("1. Bellen mag niet.\n2. Filmen ook niet.\n", [("1.", 1), ("2.", 1)]),
        ("a) bellen;\nb) filmen.\n", [("a)", 1), ("b)", 1)]),
        ("- bellen\n- filmen\n", [("-", 1), ("-", 1)]),
        ("Wie belt, krijgt\n3 waarschuwingen.\n", [("", 2)]),
        ("Dat is zo sinds\n2015. Het blijft zo.\n", [("", 2)]),
        ("Ouders komen op\n12 januari langs.\n", [("", 2)]),
        ("Bellen mag niet.\n\nFilmen ook niet.\n", [("", 1), ("", 1)]),
        ("Zie www.school.nl\nvoor meer.\n", [("", 2)]),
        ("Artikel 1 –\nFietsen\n\nElke fiets is heel.\n", [("Artikel 1 –", 2), ("", 1)]),
        ("Fietsen\n\nversie 2 van mei\n\nElke fiets\nis heel.\n", [("", 1), ("", 1), ("", 2)]),
        ("Fietsen\n\nversieren en slot\n\nElke fiets\nis heel.\n", [("", 2), ("", 2)]),
        ("De leraar:\na leest voor\nb telt mee\n", [("", 1), ("a", 1), ("b", 1)]),
        ("Wij bellen om\na priori iets\nb te melden.\n", [("", 3)]),
        ("- Bel de school\n  (tussen 8 en 9 uur) als uw kind ziek is.\n", [("-", 2)]),
        ('- Zet hem in het rek\n  "voor fietsen" op het plein.\n', [("-", 2)]),
        ("De school belt\n(a) ouders;\n(b) leraren.\n", [("", 1), ("(a)", 1), ("(b)", 1)]),
        ("I. Melden\n\nII.Zwijgen\n", [("I.", 1), ("II.", 1)]),
        ("pauze: wie\nmag eten\n\nplein: wat buiten ligt\n", [("", 2), ("", 1)]),
        ("pauze: wie\nmag eten\n\nbuiten speelt\n", [("", 3)]),
        ("Beste ouders,\nVanaf maandag bellen wij niet.\n", [("", 1), ("", 1)]),
        ("Met vriendelijke groet,\n\nnamens het team\n", [("", 1), ("", 1)]),
        ("1. Bellen.\n2. Dat mag als bedoeld in artikel\n4.\n", [("1.", 1), ("2.", 2)]),
        (
            "• vraag de ouders rustig wat er precies aan de hand is\n\nOp het plein\n",
            [("•", 1), ("", 1)],
        ),
        (
            "Bellen\n\nWij bellen alleen na overleg met ouders en de\n\nInspectie in Den Haag.\n",
            [("", 1), ("", 2)],
        ),
    ],
)
def test_where_a_block_begins(text: str, blocks: list[tuple[str, int]]) -> None:
    assert _blocks(text) == blocks


def test_a_number_alone_belongs_to_the_line_below_it() -> None:
    assert _blocks("1.\nBellen mag niet.\n2.\nFilmen ook niet.\n") == [("1.", 2), ("2.", 2)]


def test_an_article_alone_is_a_heading() -> None:
    assert _blocks("Artikel 1\nBellen mag niet.\n") == [("Artikel 1", 1), ("", 1)]


def test_a_large_number_that_follows_on_nothing_counts_nothing() -> None:
    assert _blocks("De regels zijn van\n100. Daarna kwamen er meer.\n") == [("", 2)]


def test_a_bullet_that_was_lost_begins_an_item() -> None:
    blocks = make_blocks(lines_of("Wie belt:\n...krijgt een brief.\n...komt langs.\n"))
    assert [bool(block.start and block.start.is_bullet) for block in blocks] == [False, True, True]


@pytest.mark.parametrize(("between", "is_list"), [(1, True), (3, True), (4, False)])
def test_a_list_in_a_sentence_has_its_second_number_near(between: int, is_list: bool) -> None:
    """The first number stands in the middle of a sentence, so only the second shows a list."""
    rest = "en dan komt er nog veel meer bij\n" * between
    text = f"De school vraagt van een leerling die belt\n(1) dat hij opbergt\n{rest}(2) zwijgt.\n"
    assert (("(1)", 1 + between) in _blocks(text)) == is_list


def test_a_printed_line_that_ends_early_ends_its_paragraph_at_a_page() -> None:
    texts = ["Wij bellen niet in de klas, ook niet als het heel erg rustig is en", "in de gang."]
    lines = [
        Line(text=text, begin=0, size=11, right=len(text), page=1) for text in (*texts, texts[0])
    ]
    lines[2] = replace(lines[2], page=2, is_page_start=True)
    assert [block.boundary for block in make_blocks(lines)][1:] == [Boundary.STRONG]


def _printed(*texts: str, right: float = 0.0) -> list[int]:
    """Return how many lines the blocks have of a column of print that is 300 points wide."""
    lines = [
        Line(
            text=text, begin=0, size=11, height=700 - 14 * n, right=right or 5 * len(text), gap=0.3
        )
        for n, text in enumerate(texts)
    ]
    wide = Line(text="X" * 60, begin=0, size=11, height=300, right=300, gap=3)
    return [len(block.lines) for block in make_blocks([*lines, wide, wide])][:-2]


def test_a_version_below_the_title_in_print_begins_a_block() -> None:
    assert _printed("Fietsen", "Gids voor ouders", "versie 2, mei 2031") == [1, 1, 1]
    # a full line goes on with it, and a sentence ends with it
    full = "Deze gids voor alle ouders van de hele school is gemaakt van"
    assert _printed("Fietsen", full, "versie 2, mei 2031") == [1, 2]
    assert _printed("Fietsen", "Deze gids is", "versie 2 uit mei 2031.") == [1, 2]


def test_each_line_with_a_label_begins_a_block_near_the_top() -> None:
    assert _printed("Aan: alle leraren", "Van: de directie", "Over: fietsen") == [1, 1, 1]
    assert _printed("Deze regels zijn er voor", "Wie: elke leerling") == [2]


def test_what_follows_a_line_to_write_on_is_a_paragraph() -> None:
    form = ("Naam: ________", "Mijn kind fietst elke dag naar school.")
    assert _printed(*form, right=300) == [1, 1]
    assert _printed("Ondergetekende, ...........", "ouder van dit kind, tekent.", right=300) == [2]


def test_in_print_without_a_wrapped_line_two_lines_are_one_paragraph() -> None:
    full = "De bel gaat om half negen en daarna gaat de deur ook dicht."
    assert _printed(full, "Wie dan komt, belt aan.", right=299) == [2]


def test_i_in_a_list_of_word_counts_as_its_list_does() -> None:
    markers = ("a.", "b.", "i.", "ii.", "c.")
    lines = [
        Line(text=f"{one} het punt;", begin=0, is_whole=True, marker=2, depth=4 + ("i" in one))
        for one in markers
    ]
    lines[3] = replace(lines[3], marker=3)
    starts = [block.start for block in make_blocks(lines)]
    assert [start.last for start in starts if start] == [1, 2, 1, 2, 3]
    letters = [chr(ord("a") + n) for n in range(9)]
    counted = make_blocks([replace(lines[0], text=f"{one}. het punt;") for one in letters])
    assert [block.start.last for block in counted if block.start] == [*range(1, 10)]


def test_a_bare_number_that_comes_twice_is_an_item() -> None:
    lines = ("12 De raad kiest leden.", "12 De directeur antwoordt.", "13 De raad hoort dat.")
    before = [f"{n} De raad praat." for n in range(1, 12)]
    blocks = make_blocks(lines_of("\n".join([*before, *lines, ""])))
    assert [block.start.last for block in blocks if block.start][-3:] == [12, 12, 13]


def test_a_line_to_write_on_ends_in_its_room() -> None:
    assert len(_blocks("Naam: ______\nGroep: ……………\nKlas: ______\n______\n")) == 3


def test_a_heading_may_end_in_a_verb() -> None:
    text = (
        "1 Telefoon en oortjes blijven thuis of liggen in de kluis, van 8.15 uur\n"
        "tot het einde van de laatste les.\nBereikbaar zijn\n"
        "2 Ouders bellen de school, en leerlingen die naar huis willen omdat ze ziek\nzijn\nook.\n"
    )
    assert _blocks(text) == [("1", 2), ("", 1), ("2", 3)]


def test_each_line_below_the_greeting_of_a_letter_is_one_by_itself() -> None:
    text = "Tot dan.\n\nMet vriendelijke groet,\nnamens het team,\nJoke van den Berg, directeur\n"
    assert len(_blocks(text)) == 4
