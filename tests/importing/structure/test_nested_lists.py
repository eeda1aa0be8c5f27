"""Lists in lists that count in the same way: by indent, by level, and by what follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlined import outline_of, source_of
from protocolkit.document.outline import clauses, protocol_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.open_items import DOUBT_AGAIN, DOUBT_DEEP, DOUBT_TWO_LISTS
from protocolkit.importing.structure.tree import DOUBT_JUMP
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_WHOLE = ["1. Wij eten samen.", "2. Drinken:", "  1. water;", "  2. thee.", "3. Snoep mag niet."]


@pytest.mark.parametrize(
    "text",
    [
        "1. Wij eten samen.\n2. Drinken:\n   1. water;\n   2. thee.\n3. Snoep mag niet.\n",
        "1.\tWij eten samen.\n2.\tDrinken:\n\t1.\twater;\n\t2.\tthee.\n3.\tSnoep mag niet.\n",
        "1. Wij eten samen.\n2. Drinken:\n1. water;\n2. thee.\n3. Snoep mag niet.\n",
    ],
)
def test_a_list_goes_on_after_one_inside_it(text: str) -> None:
    assert outline_of(text) == _WHOLE


def test_what_follows_tells_that_a_list_lies_inside() -> None:
    text = "1. Eten\n2. Er is ook drinken voor wie dat wil\n1. Water\n2. Thee\n3. Melk\n"
    assert outline_of(f"Er zijn regels over eten.\n{text}3. Snoep mag niet.\n")[1:] == [
        "1. Eten",
        "2. Er is ook drinken voor wie dat wil",
        "  1. Water",
        "  2. Thee",
        "  3. Melk",
        "3. Snoep mag niet.",
    ]


def test_a_sentence_may_run_on_into_a_list() -> None:
    text = "Er zijn regels.\n\nWij bellen ouders als\n1. een kind ziek is;\n2. een kind weg is.\n"
    assert outline_of(text)[2:] == ["1. een kind ziek is;", "2. een kind weg is."]


def test_two_readings_are_a_doubt() -> None:
    text = "2. Wij willen dit:\n1. Brood.\n2. Fruit.\n3. Wij drinken samen.\n"
    source = source_of(f"Er zijn regels.\n1. Wij eten.\n{text}")
    doubts = [doubt for origin in import_source(source).origins for doubt in origin.doubts]
    assert DOUBT_TWO_LISTS in doubts


def test_the_level_of_a_word_list_decides() -> None:
    source = source_of("1. Eten\n1. Brood\n2. Fruit\n2. Drinken\n")
    deep = [1, 2, 2, 1]
    lines = (
        replace(line, marker=2, depth=depth, size=11.0, is_whole=True)
        for line, depth in zip(source.lines, deep, strict=True)
    )
    found = outline_of(replace(source, lines=tuple(lines)))
    assert found == ["1. Eten", "  1. Brood", "  2. Fruit", "2. Drinken"]


@pytest.mark.parametrize("end", ["", ".", ":"])
@pytest.mark.parametrize("count", [2, 3, 9, 600])
def test_items_of_one_number_stand_side_by_side_with_one_doubt(count: int, end: str) -> None:
    rules = [
        f"1. bellen mag niet in lokaal {'abcdefgh'[number % 8]}{end}" for number in range(count)
    ]
    if end == ":" and count == 2:
        rules.append("1. en thuis.")
    source = source_of("Er zijn regels over bellen.\n\n" + "\n\n".join(rules) + "\n")
    found = import_source(source)
    assert [clause.marker for clause in clauses(found.protocol)][1:] == ["1."] * len(rules)
    doubts = [doubt for origin in found.origins for doubt in origin.doubts]
    assert doubts.count(DOUBT_AGAIN) == 1
    assert DOUBT_JUMP not in doubts


def test_a_list_that_lies_too_deep_stands_beside_the_one_around_it() -> None:
    rules = [f"{'    ' * depth}1. Wie {'xyz'[depth % 3]} doet, doet ook:" for depth in range(600)]
    found = import_source(source_of("\n".join(rules) + "\n"))
    assert protocol_text(found.protocol).count("doet ook") == 600
    doubts = [doubt for origin in found.origins for doubt in origin.doubts]
    assert DOUBT_DEEP in doubts


def test_letters_without_a_point_count_points() -> None:
    text = "Reglement\n\n1 Wie mee mag, neemt mee:\na een pen;\nb wat hij\nwil.\n2 De rest niet.\n"
    whole = ["1 Wie mee mag, neemt mee:", "  a een pen;", "  b wat hij wil.", "2 De rest niet."]
    assert outline_of(text) == whole
    source = import_source(source_of(text)).markdown
    protocol = read_protocol_text(source).protocol
    assert "{style=letter}" in source
    assert write_protocol(protocol) == source


def test_a_letter_that_is_missing_is_a_doubt() -> None:
    text = "Reglement\n\n1 De klas neemt mee:\na een pen;\nc een schrift.\n2 De rest niet.\n"
    imported = import_source(source_of(text))
    assert outline_of(text)[1:3] == ["  a een pen;", "  c een schrift."]
    assert DOUBT_JUMP in [doubt for origin in imported.origins for doubt in origin.doubts]


def test_small_letters_after_a_colon_lie_inside_though_the_bullets_are_one() -> None:
    text = "- Je komt op tijd.\n- Op het plein:\n- geen bal;\n- geen fiets.\n- Je ruimt op.\n"
    assert outline_of(f"Regels\n\n{text}") == [
        "• Je komt op tijd.",
        "• Op het plein:",
        "  • geen bal;",
        "  • geen fiets.",
        "• Je ruimt op.",
    ]


@pytest.mark.parametrize("gap", ["\t", "\n", " "])
def test_letters_before_a_tab_or_on_lines_of_their_own_count(gap: str) -> None:
    lines = [
        "1|De klas neemt mee:",
        "a|een pen;",
        "b|een schrift.",
        "2|De rest niet.",
        "3|Dat was het.",
    ]
    text = "\n".join(line.replace("|", gap) for line in lines)
    assert outline_of(f"Reglement\n\n{text}\n\nSlot\n1{gap}Ieder komt.\n2{gap}Ieder gaat.\n")[
        :4
    ] == [
        "1 De klas neemt mee:",
        "  a een pen;",
        "  b een schrift.",
        "2 De rest niet.",
    ]
