"""How deep headings lie, by the ways in which a document counts them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlined import headings_of
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.levels import assign_levels, join_titles, settle_titles
from protocolkit.importing.structure.line_runs import LineRun, Role
from protocolkit.text.markers import find_starts


def _heading(text: str, size: float = 0.0, level: int = 0) -> LineRun:
    start = next(iter(find_starts(text)), None)
    words = text[len(start.marker) :].strip() if start else text
    first = Line(text=text, begin=0, size=size, level=level)
    return LineRun(lines=[first], start=start, text=words, role=Role.HEADING)


def _paragraph() -> LineRun:
    return LineRun(lines=[Line(text="Er is tekst.", begin=0)], text="Er is tekst.")


def _levels(*headings: LineRun | str) -> list[int]:
    """Return the levels of headings that each have a text of their own."""
    made = [_heading(one) if isinstance(one, str) else one for one in headings]
    assign_levels([block for heading in made for block in (heading, _paragraph())])
    return [block.level for block in made]


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        (["1. Doel", "1.1 Wie", "1.1.1 Wat", "1.2 Waar", "2. Slot"], [2, 3, 4, 3, 2]),
        (["Hoofdstuk 1", "Artikel 1", "Artikel 2", "Hoofdstuk 2", "Artikel 3"], [2, 3, 3, 2, 3]),
        (["A. Doel", "1. Wie", "2. Wat", "B. Regels", "1. Bellen"], [2, 3, 3, 2, 3]),
        (["Artikel 1", "Artikel 2", "Bijlage", "Artikel 3"], [2, 2, 2, 2]),
    ],
)
def test_each_way_of_counting_has_its_depth(headings: list[str], levels: list[int]) -> None:
    assert _levels(*headings) == levels


def test_a_count_lies_under_an_uncounted_heading_that_comes_back() -> None:
    assert _levels("Doel", "1. Wie", "Regels", "1. Bellen", "Meer") == [2, 3, 2, 3, 2]


def test_a_count_stands_beside_an_uncounted_heading_that_has_text_and_comes_once() -> None:
    assert _levels("Inleiding", "1. Wie", "2. Wat") == [2, 2, 2]


def test_smaller_type_and_no_capitals_lie_deeper() -> None:
    sizes = [
        _heading("Doel", 14),
        _heading("Wie", 12),
        _heading("Wat", 11),
        _heading("Slotsom", 14),
    ]
    assert _levels(*sizes) == [2, 3, 4, 2]
    assert _levels("DOEL", "Wie", "REGELS") == [2, 3, 2]


def test_bold_stands_above_underlined_also_between_numbers() -> None:
    def bold(text: str, *, is_underlined: bool = False) -> LineRun:
        made = _heading(text)
        look = replace(made.first, is_bold=True, is_underlined=is_underlined)
        made.lines = [look]
        return made

    def under(text: str) -> LineRun:
        return bold(text, is_underlined=True)

    assert _levels(bold("Te laat"), under("Met reden"), under("Zonder"), bold("Ziek")) == [
        2,
        3,
        3,
        2,
    ]
    assert _levels(under("Reden"), bold("Ziek")) == [2, 2]
    last = [bold("1. Doel"), bold("2. Slot"), under("Wie"), under("Hoe"), bold("Ziek")]
    assert _levels(*last) == [2, 2, 3, 3, 2]
    counted = [bold("1. Doel"), under("Wie"), bold("Hoe"), bold("2. Slot")]
    assert _levels(*counted) == [2, 3, 3, 2]


def test_a_word_that_closes_is_at_the_top_and_so_is_the_one_explanation() -> None:
    counted = ["1. Doel", "1.1 Wie", "Slot"]
    assert _levels(*counted) == [2, 3, 2]
    assert _levels("1. Doel", "Toelichting", "2. Regels") == [2, 2, 2]
    assert _levels("1. Doel", "Toelichting", "2. Regels", "Toelichting") == [2, 3, 2, 2]


def test_styles_decide_where_there_are_any() -> None:
    styled = [_heading("Doel", level=2), _heading("Wie", level=4), _heading("Los")]
    assert _levels(*styled) == [2, 3, 4]


def test_no_level_is_skipped() -> None:
    assert _levels(_heading("Doel", level=2), _heading("Wie", level=5)) == [2, 3]


def test_of_several_titles_the_first_is_one_when_it_says_so() -> None:
    lines = [Line(text=text, begin=0, level=1) for text in ("Protocol bellen", "Doel", "Regels")]
    assert [line.level for line in settle_titles(lines)] == [1, 2, 2]
    assert [line.level for line in settle_titles(lines[1:])] == [2, 2]
    assert [line.level for line in settle_titles(lines[:1])] == [1]


def _styled(*lines: tuple[str, int]) -> list[int]:
    made = [Line(text=text, begin=0, level=level) for text, level in lines]
    return [line.level for line in settle_titles(made)]


def test_the_title_may_be_styled_as_a_chapter() -> None:
    assert _styled(("Samen zonder telefoon", 2), ("Doel", 3), ("Wij bellen niet.", 0)) == [1, 2, 0]
    assert _styled(("Pestprotocol", 2), ("Doel", 2), ("Wij plagen niet.", 0)) == [1, 2, 0]
    assert _styled(("Zo bellen wij", 2), ("Doel", 2), ("Wij bellen niet.", 0)) == [1, 2, 0]
    # a chapter of its own, or one that counts
    assert _styled(("Inleiding", 2), ("Doel", 3)) == [2, 3]
    assert _styled(("Bellen", 2), ("Wij bellen niet.", 0), ("Filmen", 2)) == [2, 0, 2]
    assert _styled(("1. Bellen", 2), ("Wie", 3)) == [2, 3]
    # the title above it has no style
    assert _styled(("Protocol fietsen", 0), ("Regels", 2), ("Wij fietsen.", 0)) == [0, 2, 0]


def test_an_article_and_the_title_below_it_are_one_heading() -> None:
    (joined,) = join_titles([_heading("Artikel 3"), _heading("Bellen")])
    assert (joined.marker, joined.text, len(joined.lines)) == ("Artikel 3", "Bellen", 2)
    assert len(join_titles([_heading("Artikel 3"), _heading("Bijlage")])) == 2
    assert len(join_titles([_heading("Artikel 3 Doel"), _heading("Bellen")])) == 2


def test_levels_of_a_whole_text() -> None:
    text = "Hoofdstuk 1 Doel\n\nArtikel 1\nDit gaat over bellen.\n\nArtikel 2\nBellen mag niet.\n"
    assert headings_of(text) == [(2, "Hoofdstuk 1 Doel"), (3, "Artikel 1"), (3, "Artikel 2")]


def _look(text: str, *, is_italic: bool = False, size: float = 12.0) -> LineRun:
    made = _heading(text, size)
    made.lines = [replace(made.first, is_bold=True, is_italic=is_italic)]
    return made


def test_bold_italics_lie_under_bold() -> None:
    under = [_look(text, is_italic=True) for text in ("Op het plein", "In de gang", "Buiten")]
    headings = [_look("Spelen"), *under[:2], _look("Fietsen"), under[2]]
    assert _levels(*headings) == [2, 3, 3, 2, 3]


def test_one_heading_in_italics_is_a_word_of_another_language() -> None:
    headings = [_look("Spelen"), _look("Bootcamp", is_italic=True), _look("Fietsen")]
    assert _levels(*headings) == [2, 2, 2]


def test_italics_say_nothing_where_size_does() -> None:
    large = [_look(text, is_italic=True, size=16) for text in ("Spelen", "Fietsen")]
    assert _levels(large[0], _look("Op het plein"), large[1]) == [2, 3, 2]


_STEPS = ("Stap 1 Kijken", "Stap 2 Praten", "Stap 3 Doen")


def test_steps_that_are_printed_as_the_headings_around_them_lie_beside_them() -> None:
    printed = [_look(text) for text in ("Waarom wij dit doen", *_STEPS, "Wie u belt")]
    assert _levels(*printed) == [2] * 5
    # in plain text nothing says so
    assert _levels("Waarom wij dit doen", *_STEPS, "Wie u belt") == [2, 3, 3, 3, 2]


def test_steps_lie_under_a_heading_that_is_larger_or_that_others_are_counted_on_below() -> None:
    larger = [_look("Bij ziekte", size=16), *map(_look, _STEPS), _look("Bij brand", size=16)]
    assert _levels(*larger) == [2, 3, 3, 3, 2]
    on = ["Bij ziekte", *_STEPS[:2], "Bij brand", _STEPS[2], "Wie u belt"]
    assert _levels(*map(_look, on)) == [2, 3, 3, 2, 3, 2]
    again = ["Bij ziekte", *_STEPS[:2], "Bij brand", *_STEPS[:2], "Wie u belt"]
    assert _levels(*map(_look, again)) == [2, 3, 3, 2, 3, 3, 2]


def test_steps_right_below_a_heading_lie_under_it() -> None:
    made = [_look(text) for text in ("Zo doen wij het", *_STEPS, "Wie u belt")]
    assign_levels([made[0], *(block for one in made[1:] for block in (one, _paragraph()))])
    assert [block.level for block in made] == [2, 3, 3, 3, 2]


def test_what_is_not_counted_above_counted_chapters_is_the_title() -> None:
    chapters = (("A. Ouders met gezag", 2), ("Tekst.", 0), ("B. Ouder zonder gezag", 2))
    assert _styled(("Gescheiden ouders", 2), ("Tekst.", 0), *chapters)[0] == 1
    assert _styled(("Inleiding", 2), ("Tekst.", 0), *chapters)[0] == 2
    assert _styled(("Gescheiden ouders", 2), ("Tekst.", 0), ("Gezag", 2), *chapters)[0] == 2


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        (("Reglement drones", "op het terrein", "Doel"), [1, 1, 2]),
        (("Reglement drones", "1. Doel", "Slot"), [1, 2, 3]),
        (("Reglement drones", "Inleiding", "Slot"), [1, 2, 3]),
    ],
)
def test_a_title_in_its_style_may_have_two_lines(texts: tuple[str, ...], levels: list[int]) -> None:
    given = zip(texts, (1, 1, 2), strict=True)
    lines = [Line(text=text, begin=0, size=20, level=level) for text, level in given]
    assert [line.level for line in settle_titles(lines)] == levels
