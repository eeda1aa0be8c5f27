"""The room around lines: what is usual in a text, and which lines end before they had to."""

from __future__ import annotations

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.spacing import Spacing

_WIDE = "een regel van precies veertig letters.."


def _line(text: str, gap: float = 0.0, size: float = 11.0, right: float = 0.0) -> Line:
    return Line(text=text, begin=0, gap=gap, size=size, right=right or len(text))


def test_the_usual_gap_is_that_inside_sentences() -> None:
    inside = [_line("Dit is een", 0.0), _line("zin die op", 0.4), _line("drie regels staat.", 0.4)]
    lines = [Line(text=one.text, begin=0, gap=one.gap, size=11, right=18) for one in inside]
    assert Spacing([*lines, _line("Nieuw.", 2.0)]).usual_gap == 0.65
    assert Spacing([_line("Een."), _line("Twee.", 2.0)]).usual_gap == 0.0


def test_what_comes_after_a_short_line_is_no_sentence_that_goes_on() -> None:
    lines = [_line("x" * 70), _line("y" * 60), _line("Met vriendelijke groet,", 1.0)]
    assert Spacing([*lines, _line("namens het team", 1.0)]).usual_gap == 0.25


def test_a_line_is_short_when_the_next_word_had_fitted() -> None:
    lines = [_line("x" * 80), _line("Kort"), _line("woord"), _line("x" * 80)]
    spacing = Spacing(lines)
    assert spacing.is_short(lines[1], lines[2])
    assert not spacing.is_short(lines[0], lines[2])


def test_a_column_ends_where_it_is_said_to() -> None:
    before, after = _line("x" * 38), _line("woord")
    narrow = Line(text=before.text, begin=0, size=11, right=38, limit=40)
    spacing = Spacing([_line("x" * 80)] * 3)
    assert spacing.is_short(before, after)
    assert not spacing.is_short(narrow, after)


def test_a_long_address_may_be_broken_anywhere() -> None:
    spacing = Spacing([_line("x" * 80)] * 3)
    before = _line("x" * 60)
    assert spacing.is_short(before, _line("https://school.nl/een-heel-lang-adres/van-alles"))
    assert not spacing.is_short(_line("x" * 70), _line("https://school.nl/een-heel-lang-adres"))
    assert not spacing.is_short(before, _line("meervoudigepersoonlijkheidsstoornis"))


def test_a_text_that_was_broken_at_a_width_is_measured_in_letters() -> None:
    wrapped = [Line(text="woorden op deze regel" + "x" * 19, begin=0, right=40) for _ in range(14)]
    spacing = Spacing(wrapped)
    assert spacing.is_short(Line(text="x" * 34, begin=0, right=34), Line(text="woord", begin=0))
    assert not spacing.is_short(Line(text="x" * 35, begin=0, right=35), Line(text="woord", begin=0))


def test_rows_of_a_table_are_no_sentence_with_room_in_it() -> None:
    text = [_line("Dit is een", 0.0, right=80), _line("zin die op twee regels staat.", 0.4)]
    rows = [
        Line(text=f"{word}\tja", begin=0, gap=1.6, size=11, right=80, cells=((0, 4), (5, 7)))
        for word in ("Deur", "raam", "dakraam")
    ]
    assert Spacing([*text, *rows]).usual_gap == 0.65


def test_a_short_line_in_a_column_says_nothing_of_the_room_in_a_sentence() -> None:
    column = [_line("Voor iedereen", 0.0, right=30), _line("mei", 1.4), _line("Dit is een", 1.4)]
    column[2] = Line(text="Dit is een", begin=0, gap=1.4, size=11, right=95)
    lines = [*column, _line("zin.", 0.4)]
    narrow = [
        Line(text=o.text, begin=0, gap=o.gap, size=11, right=o.right, limit=100) for o in lines
    ]
    assert Spacing(narrow).usual_gap == 0.65


def test_print_in_which_no_sentence_runs_on_has_some_room_between_lines() -> None:
    printed = [
        Line(text=text, begin=0, gap=0.4, size=11, height=700 - 15 * n, right=80)
        for n, text in enumerate(("De bel gaat.", "Wij gaan naar binnen."))
    ]
    assert Spacing(printed).usual_gap == 0.5


def _typed(*texts: str) -> list[Line]:
    return [Line(text=text, begin=0, right=len(text)) for text in texts]


_SENTENCE = "De leerkracht zet het kind voor kwart voor negen als afwezig in het systeem."


def test_a_line_that_needs_fewer_letters_than_any_broken_one_ends() -> None:
    lines = _typed(*[part for n in range(4) for part in (f"{'x' * (85 + n)} en", "en verder.")])
    spacing = Spacing(lines)
    assert spacing.is_short(*_typed(_SENTENCE, "De conciërge belt."))
    assert not spacing.is_short(*_typed(f"{'x' * 88}.", "Daarna belt de directeur."))
    # two broken lines tell of a line that is clearly shorter, one of none
    assert Spacing(lines[:4]).is_short(*_typed("x" * 60, "De conciërge belt."))
    assert not Spacing(lines[:2]).is_short(*_typed("x" * 84, "De"))


def test_where_no_sentence_of_many_was_broken_each_line_ends() -> None:
    lines = _typed(*[_SENTENCE] * 7)
    assert Spacing(lines).is_short(lines[0], lines[1])
    assert not Spacing(lines[:3]).is_short(lines[0], lines[1])
