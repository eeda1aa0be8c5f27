from __future__ import annotations

import pytest

from protocolkit.text.markers import parse_number
from protocolkit.text.numbers import Number, NumberPart, settled


@pytest.mark.parametrize(
    ("marker", "printed"),
    [
        ("7.", "7"),
        ("A.", "A"),
        ("14a.", "14a"),
        ("3.1", "3.1"),
        ("Artikel 5", "5"),
        ("§ 2", "2"),
        ("1°", "1"),
        ("IV.", "IV"),
        ("12)", "12"),
        ("(a)", "a"),
        ("(3.1)", "3.1"),
        ("HOOFDSTUK IV", "IV"),
    ],
)
def test_a_marker_has_a_number(marker: str, printed: str) -> None:
    assert str(parse_number(marker)) == printed


@pytest.mark.parametrize("marker", ["•", "–", "", "woord", "3.x!", "Stap 3", "()"])
def test_what_counts_nothing_has_no_number(marker: str) -> None:
    assert parse_number(marker) is None


def test_numbers_sort_as_they_count() -> None:
    markers = ["14b.", "2.", "14.", "10.", "14a.", "3.1.7", "3.1.10", "3"]
    found = sorted(number for number in map(parse_number, markers) if number is not None)
    assert [str(number) for number in found] == [
        "2", "3", "3.1.7", "3.1.10", "10", "14", "14a", "14b",
    ]  # fmt: skip


def test_a_number_is_counted_under_its_section_once() -> None:
    section, item, whole = (parse_number(text) for text in ("3.1", "7.", "3.1.7"))
    assert section is not None
    assert item is not None
    assert whole is not None
    assert item.under(section) == whole
    assert whole.under(section) == whole


def test_an_item_with_its_sections_own_number_is_still_inside_it() -> None:
    section, item = parse_number("4"), parse_number("4.")
    assert section is not None
    assert item is not None
    assert str(item.under(section)) == "4.4"


def _parts(markers: str) -> list[NumberPart]:
    found = [parse_number(marker) for marker in markers.split()]
    return [number.parts[-1] for number in found if number is not None]


@pytest.mark.parametrize(
    ("marker", "value"),
    [("I.", 1), ("V.", 5), ("X.", 10), ("v)", 5), ("C.", 3), ("L.", 12), ("d.", 4), ("H.", 8)],
)
def test_a_letter_alone_is_what_it_likeliest_counts(marker: str, value: int) -> None:
    assert [part.value for part in _parts(marker)] == [value]


@pytest.mark.parametrize(
    ("markers", "values"),
    [
        ("I. II. III. IV. V. VI.", [1, 2, 3, 4, 5, 6]),
        ("A. B. C. D. E. F. G. H. I. J.", list(range(1, 11))),
        ("h. i. j.", [8, 9, 10]),
        ("i. j.", [9, 10]),
        ("i. ii.", [1, 2]),
        ("u. v. w. x.", [21, 22, 23, 24]),
        ("iv. v.", [4, 5]),
        ("v. vi.", [5, 6]),
        ("IX. X. XI.", [9, 10, 11]),
        ("XLIX. L. LI.", [49, 50, 51]),
        ("XCIX. C. CI.", [99, 100, 101]),
        ("K. L. M.", [11, 12, 13]),
        ("B. C. D.", [2, 3, 4]),
        # neighbours of another kind say nothing
        ("4. V. 6.", [4, 5, 6]),
        ("u. V. w.", [21, 5, 23]),
        # what is skipped stays skipped
        ("I. II. IV. V.", [1, 2, 4, 5]),
        ("G. I. J.", [7, 9, 10]),
    ],
)
def test_a_letter_alone_is_settled_by_its_neighbours(markers: str, values: list[int]) -> None:
    parts = _parts(markers)
    assert [part.value for part in settled(parts)] == values
    assert [str(part) for part in settled(parts)] == [str(part) for part in parts]


def test_a_run_may_go_on_where_the_one_before_it_stopped() -> None:
    last = _parts("H.")[0]
    assert [part.value for part in settled(_parts("I."), last)] == [9]
    assert [part.value for part in settled(_parts("I."))] == [1]


def test_a_number_under_a_letter_is_counted_under_it_once() -> None:
    section, item = parse_number("V."), parse_number("V.2")
    assert section is not None
    assert item is not None
    later = Number(settled([*_parts("U."), *section.parts])[1:])
    assert later.parts[0].value == 22
    assert item.under(section) == item.under(later) == item


def test_a_nought_at_the_end_of_a_chapter_counts_nothing() -> None:
    chapter, section, letter = map(parse_number, ("2.0", "2.1", "a"))
    assert chapter is not None
    assert section is not None
    assert letter is not None
    assert str(section.under(chapter)) == "2.1"
    assert str(letter.under(chapter)) == "2.a"
