"""What each block is, by its form and by what stands around it."""

from __future__ import annotations

import pytest

from outlined import blocks_of, headings_of
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.gathering import make_blocks
from protocolkit.importing.structure.heading_or_text import DOUBT_HEADING
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.importing.structure.roles import assign_roles
from protocolkit.importing.structure.text_forms import is_title_like
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


@pytest.mark.parametrize("marker", ["Artikel 1", "Hoofdstuk 1", "§ 1", "DEEL A:", "Deel C"])
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
    block = LineRun(lines=[Line(text=text, begin=0)], text=text)
    assert is_title_like(block) is is_one


def _headings(text: str) -> list[str]:
    return [block.text for block in blocks_of(text) if block.role is Role.HEADING]


def _titles(text: str) -> list[str]:
    return [block.text for block in blocks_of(text) if block.role is Role.TITLE]


@pytest.mark.parametrize(
    "lead",
    [
        "De raad bestaat uit vier leden van wie",
        "Leerlingen houden rekening met",
        "Wij denken aan de volgende zaken",
    ],
)
def test_a_lead_in_needs_no_stop(lead: str) -> None:
    assert _headings(f"{_TEXT}\n\n{lead}\n\n- rust in de les;\n- orde in de gang.\n") == []


def test_a_heading_may_stand_above_points_in_small_letters() -> None:
    for heading in ("Kleding", "Wat mag wel", "Bellen in de les"):
        assert _headings(f"{_TEXT}\n\n{heading}\n\n- geen petten\n- geen hoed\n") == [heading]


def test_words_with_a_colon_above_points_are_headings_when_there_are_more() -> None:
    text = "Afspraken\n\nDoel:\n\n- Rust in de les.\n\nLet op:\n\n- Ook in de gang.\n"
    assert _headings(text) == []
    assert _headings(f"{text}\nRegels:\n\n- Wij bellen niet.\n") == ["Doel:", "Regels:"]


def test_a_title_may_be_a_sentence() -> None:
    title = "Zo gaan wij op onze school met elkaar om en zo lossen wij ruzie op"
    assert _titles(f"{title}\n\nOnze afspraken:\n\n1. Wij groeten elkaar.\n") == [title]
    assert _titles(f"{title}.\n\n1. Wij groeten elkaar.\n") == []


def test_a_title_over_two_lines_in_one_size() -> None:
    sizes = {"Protocol": 20, "voor telefoons": 20, "Doel": 14, _TEXT: 11}
    lines = [Line(text=t, begin=0, size=s, is_whole=True) for t, s in sizes.items()]
    blocks = [LineRun(lines=[line], text=line.text) for line in lines]
    assign_roles(blocks, frozenset())
    assert [block.role for block in blocks[:3]] == [Role.TITLE, Role.TITLE, Role.HEADING]


@pytest.mark.parametrize(
    ("above", "is_head"),
    [("Protocol Fietsen De Brug", True), ("Fietsen De Brug", False), ("De Brug", False)],
)
def test_a_smaller_line_that_says_the_title_is_no_part_of_it(above: str, *, is_head: bool) -> None:
    sizes = {above: 11, "Protocol fietsen": 20, "1. Doel": 14, _TEXT: 11}
    lines = [Line(text=t, begin=0, size=s, is_whole=True) for t, s in sizes.items()]
    blocks = [LineRun(lines=[line], text=line.text) for line in lines]
    assign_roles(blocks, frozenset())
    assert (blocks[1].role, blocks[0].is_above_title) == (Role.TITLE, is_head)
    assert blocks[1].doubts


@pytest.mark.parametrize("line", ["1234 AB Dorp", "Dorpsstraat 12", "Tel. 0123-456789"])
def test_a_line_of_an_address_is_no_heading(line: str) -> None:
    block = LineRun(lines=[Line(text=line, begin=0)], text=line)
    assert not is_title_like(block)


@pytest.mark.parametrize("line", ["Wie: de mentor", "Van: de directie", "Plaats: in de klas"])
def test_a_word_with_a_colon_and_what_it_is_is_no_heading(line: str) -> None:
    text = f"Protocol bellen\n\nStap 1: Bellen\n\n{line}\n\n- bel de ouders;\n- bel de school.\n"
    assert headings_of(text) == [(2, "Stap 1: Bellen")]


_LETTER = """Basisschool Sint-Jozef

Molenpad 7a

3812 AB Amersfoort

Beste ouders,

Vanaf maandag gelden er nieuwe afspraken, die wij hieronder uitleggen.
"""


def test_the_name_above_an_address_is_no_title() -> None:
    assert [block.role for block in blocks_of(_LETTER)] == [Role.PARAGRAPH] * 5
    named = blocks_of(_LETTER.replace("Basisschool", "Protocol bellen van basisschool"))
    assert named[0].role is Role.TITLE


def test_who_styles_headings_types_no_bare_ones() -> None:
    def blocks(level: int) -> list[LineRun]:
        lines = [
            Line(text=text, begin=0, is_whole=True, size=11, level=own)
            for text, own in (
                ("Bellen", level),
                ("Wij bellen niet in de klas.", 0),
                ("In de gang", 0),
                ("Wij bellen daar wel, als het moet.", 0),
                ("Filmen", level),
                ("Wij filmen niet in de klas.", 0),
            )
        ]
        made = make_blocks(lines)
        for block in made:
            block.text = block.first.text
        assign_roles(made, frozenset())
        return made

    assert blocks(2)[2].role is Role.PARAGRAPH
    assert blocks(0)[2].role is Role.HEADING


@pytest.mark.parametrize(
    "heading", ["Bijlage 1: Formulier", "Bijlage: formulier", "Fase 2: bellen"]
)
def test_a_word_that_counts_may_have_a_colon(heading: str) -> None:
    text = f"Protocol bellen\n\nWij bellen niet.\n\n{heading}\n\nVul dit in voor de start.\n"
    assert [words for _, words in headings_of(text)] == [heading]


@pytest.mark.parametrize("line", ["Naam: ________", "Datum .......... Groep", "Handtekening ……"])
def test_a_line_to_fill_in_is_no_heading(line: str) -> None:
    text = f"Protocol bellen\n\nOndertekening\n\n{line}\n\nDit formulier gaat naar de school.\n"
    assert [words for _, words in headings_of(text)] == ["Ondertekening"]


def test_a_number_that_runs_into_a_list_is_an_item() -> None:
    text = (
        "Protocol bellen\n\n1. Melden\n\nDat moet.\n\n2. De leerling is verplicht\na. te bellen;\n"
    )
    assert headings_of(f"{text}b. te wachten.\n") == [(2, "1. Melden")]


def test_the_first_heading_stands_right_below_a_large_title() -> None:
    texts = (("Protocol voor", 20), ("zieke leerlingen", 20), ("De klas", 11), ("De leraar", 11))
    lines = [
        Line(text=text, begin=0, is_whole=True, size=size, is_bold=True) for text, size in texts[:3]
    ]
    lines.append(Line(text="De leerkracht belt de ouders van het kind.", begin=0, size=11))
    blocks = make_blocks(lines)
    for block in blocks:
        block.text = block.first.text
    assign_roles(blocks, frozenset())
    assert [block.role for block in blocks[2:]] == [Role.HEADING, Role.PARAGRAPH]


_RULE = "Elke leerling zet zijn fiets in het rek"


def _doubts(*headings: str, size: float = 11.0, level: int = 0) -> list[str]:
    """Return the headings in bold, each above a text, that are in doubt."""
    made: list[Line] = []
    for text in (text for heading in headings for text in (heading, _TEXT)):
        is_bold, begin = text != _TEXT, made[-1].end + 1 if made else 0
        made.append(
            Line(
                text=text,
                begin=begin,
                gap=1,
                size=size if is_bold else 11.0,
                level=level if is_bold else 0,
                is_whole=True,
                is_bold=is_bold,
            )
        )
    blocks = make_blocks(made)
    for block in blocks:
        block.text = block.first.text
    assign_roles(blocks, frozenset())
    return [block.text for block in blocks if DOUBT_HEADING in block.doubts]


def test_a_rule_in_bold_among_headings_is_a_doubt() -> None:
    others = ("Fietsprotocol", "Bellen", "Steppen", "Ballen")
    assert _doubts(*others, _RULE) == [_RULE]
    # a style or a larger size says that it is a heading
    assert not _doubts(*others, _RULE, level=2)
    assert not _doubts(*others, _RULE, size=14)


@pytest.mark.parametrize(("level", "size"), [(2, 11.0), (0, 14.0), (0, 11.0)])
def test_a_sentence_with_a_full_stop_is_a_doubt_whatever_it_looks_like(
    level: int, size: float
) -> None:
    rule = f"{_RULE} en niet ernaast."
    others = ("Fietsprotocol", "Bellen", "Steppen", "Ballen")
    assert _doubts(*others, rule, level=level, size=size) == [rule]


@pytest.mark.parametrize(("bold", "found"), [({4}, [4]), (set(), []), ({2, 3, 4, 5}, [])])
def test_one_item_in_bold_among_others_is_a_doubt(bold: set[int], found: list[int]) -> None:
    texts = [f"{n}. Leerling nummer {n} belt in de les niet met de telefoon." for n in range(1, 7)]
    lines, begin = [Line(text="Protocol bellen", begin=0, is_whole=True, size=11, level=1)], 16
    for number, text in enumerate(texts, 1):
        is_bold = number in bold
        lines.append(Line(text=text, begin=begin, is_whole=True, size=11, is_bold=is_bold))
        begin += len(text) + 1
    blocks = make_blocks(lines)
    for block in blocks:
        block.text = block.first.text.removeprefix(block.marker).strip()
    assign_roles(blocks, frozenset())
    doubted = [number for number, block in enumerate(blocks) if DOUBT_HEADING in block.doubts]
    assert doubted == found


@pytest.mark.parametrize(
    "heading", ["Wat doet elke leerling met zijn eigen fiets", "Elke leerling zet zijn fiets weg"]
)
def test_a_question_or_a_few_words_in_bold_are_a_heading(heading: str) -> None:
    assert not _doubts("Fietsprotocol", "Bellen", "Steppen", "Ballen", heading)


def test_where_headings_are_sentences_none_of_them_is_a_doubt() -> None:
    others = ("Wij laten de bal op het plein liggen", "Niemand loopt met een step door de gang")
    assert not _doubts("Fietsprotocol", "Bellen", _RULE, *others)


_COUNTED = [f"{n} Je mag in de klas van lokaal {n} niet bellen." for n in range(1, 9)]


def test_short_lines_that_the_numbers_of_a_list_run_on_under_are_headings() -> None:
    heads = ("Plichten", "Toetsen en rapporten", "Straffen")
    lines = ["Leerlingenstatuut", "Rechten", *_COUNTED]
    for place, head in zip((4, 6, 8), heads, strict=True):
        lines.insert(place, head)
    blocks = blocks_of("\n".join([*lines, ""]))
    found = [block.text for block in blocks if block.role is Role.HEADING]
    assert [text for text in found if text in heads] == list(heads)
    assert not any(DOUBT_HEADING in block.doubts for block in blocks if block.text in heads)


def test_one_short_line_between_the_numbers_of_a_list_is_none() -> None:
    lines = ["Leerlingenstatuut", "Rechten", *_COUNTED[:2], "Plichten", *_COUNTED[2:]]
    blocks = blocks_of("\n".join([*lines, ""]))
    assert [block.role for block in blocks if block.text == "Plichten"] == [Role.PARAGRAPH]
