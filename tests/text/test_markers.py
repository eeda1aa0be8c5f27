"""One grammar of markers: what the source holds, and what a line may begin with."""

from __future__ import annotations

import itertools
import re

import pytest

from protocolkit.document.outline import clause_text, clauses, labels
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.marker_styles import Style
from protocolkit.text.markers import (
    ARTICLE,
    CHAPTER,
    PARAGRAPH_MARKER,
    SECTION_MARKER,
    find_starts,
    find_style,
    parse_number,
    without_marker,
    word_of,
    word_pattern,
)

_COUNTS = "3 12 14a 3.1 3.1.7 2.3b A.2 C.1.4 IV.2 a B i V iv IV xl XL CX".split()
_ENDS = ("", ".", ")", ".)", "°", "º.", ":")
_FORMS = [
    form
    for count in _COUNTS
    for end in _ENDS
    for form in (f"{count}{end}", f"({count}{end}", f"Artikel {count}{end}", f"HOOFDSTUK {count}")
] + ["§ 2", "§3", "Art. 5", "▪", "–", "—"]


@pytest.mark.parametrize("pattern", [SECTION_MARKER, PARAGRAPH_MARKER])
def test_what_the_source_holds_is_found_at_the_start_of_a_line(pattern: re.Pattern[str]) -> None:
    found = [match for form in _FORMS if (match := pattern.match(f"{form} De school"))]
    assert len(found) > 40
    unknown = [match["marker"] for match in found if not _is_found(match["marker"])]
    assert unknown == []


def _is_found(marker: str) -> bool:
    """Tell whether a line's start may be read as a marker, with the number that it stands for."""
    starts = [start for start in find_starts(f"{marker} De school") if start.marker == marker]
    number = parse_number(marker)
    if number is None:
        return any(start.is_bullet for start in starts)
    counts = itertools.product(*({part.value, part.other} for part in number.parts))
    return bool({start.count for start in starts} & set(counts))


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("1 Inleiding", "1"),
        ("V Slot", "V"),
        ("Hoofdstuk H Slot", "Hoofdstuk H"),
        ("Artikel D.", "Artikel D."),
        ("3.1 Voor alle gebruikers", "3.1"),
        ("A. Voor medewerkers", "A."),
        ("Artikel 5", "Artikel 5"),
        ("Hoofdstuk IV Slot", "Hoofdstuk IV"),
        ("§ 2 Regels", "§ 2"),
        ("II Regels", "II"),
        ("A.2 Regels", "A.2"),
        ("IV.3 Regels", "IV.3"),
        ("HOOFDSTUK 3", "HOOFDSTUK 3"),
        ("Hoofdstuk  3", "Hoofdstuk  3"),
        ("ARTIKEL IV. Slot", "ARTIKEL IV."),
        ("Par. 3 Regels", "Par. 3"),
    ],
)
def test_what_a_heading_may_begin_with(text: str, marker: str) -> None:
    found = SECTION_MARKER.match(text)
    assert found is not None
    assert found["marker"] == marker


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Artikel 1 - Fietsen", "Artikel 1 -"),
        ("Artikel 1 – het plein", "Artikel 1 –"),
        ("Art. 4. — 't Plein", "Art. 4. —"),
        ("Hoofdstuk 2 | Fietsen - en steps", "Hoofdstuk 2 |"),
        ("1 - Fietsen", "1 -"),
        ("3.1 – “Fietsen”", "3.1 –"),
        ("IV - Fietsen", "IV -"),
        ("V | Fietsen", "V |"),
        ("Artikel 3 - 5", "Artikel 3"),
        ("10 - minutengesprekken", "10"),
        ("8 - 12 jaar", "8"),
    ],
)
def test_the_sign_before_the_words_of_a_heading_is_part_of_its_marker(
    text: str, marker: str
) -> None:
    found = SECTION_MARKER.match(text)
    assert found is not None
    assert found["marker"] == marker
    assert find_starts(text)[0].marker == marker
    assert parse_number(marker) == parse_number(marker.rstrip(" -–—|"))


@pytest.mark.parametrize(
    "text",
    [
        "Inleiding",
        "Artikelen",
        "1",
        "De school",
        "A",
        "V",
        "V-vormig",
        "X en Y",
        "C Slot",
        "Hoofdstuk U",
        "IC Zorg",
        "Stap 3",
        "12.000 euro",
    ],
)
def test_what_is_no_heading_marker(text: str) -> None:
    assert SECTION_MARKER.match(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("14a. los", "1° los", "Artikel 5 los", "a) los", "3.2 los", "ii. los", "A.2 los"),
        *("Artikel  5 los", "Artikel\xa05 los", "Artikel \t 5 los"),
        *("(a) los", "(12) los", "(iv) los", "1.) los", "1°. los", "Artikel IV los", "— los"),
    ],
)
def test_what_a_loose_paragraph_may_begin_with(text: str) -> None:
    found = PARAGRAPH_MARKER.match(text)
    assert found is not None
    assert text == f"{found['marker']} los"


@pytest.mark.parametrize(
    "text",
    [
        "2018 was een jaar",
        "De school",
        "artikelen zijn",
        "e-mail",
        "(2018) was",
        "Art. 5 AVG",
        "(zie a) x",
        "12.000 euro",
        "1.250.000 euro",
        "12.000. Daarboven",
    ],
)
def test_what_is_no_paragraph_marker(text: str) -> None:
    assert PARAGRAPH_MARKER.match(text) is None


@pytest.mark.parametrize(
    ("text", "style", "count"),
    [
        ("A.2 De school", Style.MULTIPLE, (1, 2)),
        ("IV.2 De school", Style.MULTIPLE, (4, 2)),
        ("V Slot", Style.UPPER_ROMAN, (5,)),
        ("Hoofdstuk H", Style.WORD, (8,)),
        ("VI Slot", Style.UPPER_ROMAN, (6,)),
        ("STAP 2: melden", Style.WORD, (2,)),
        ("Artikel XL", Style.WORD, (40,)),
        ("Artikel 1Begripsbepalingen", Style.WORD, (1,)),
        ("§§ 3", Style.WORD, (3,)),
    ],
)
def test_what_a_line_begins_with(text: str, style: Style, count: tuple[int, ...]) -> None:
    assert [(start.style, start.count) for start in find_starts(text)] == [(style, count)]


def test_a_letter_at_the_start_of_a_line_has_two_readings() -> None:
    found = find_starts("i. de school")
    assert [(start.style, start.last) for start in found] == [
        (Style.LOWER, 9), (Style.LOWER_ROMAN, 1),
    ]  # fmt: skip
    for text, likely, other in (("Hoofdstuk C", 3, 100), ("Hoofdstuk I", 1, 9)):
        assert [start.last for start in find_starts(text)] == [likely, other]


@pytest.mark.parametrize(
    "text",
    [
        *("De school", "C Slot", "V de school", "(a de school", "a° de"),
        *("12.000 euro", "12.000. Daarboven", "(12.000) euro", "1.250.000: dat is veel"),
    ],
)
def test_a_line_without_marker(text: str) -> None:
    assert find_starts(text) == ()


def test_an_amount_counts_nothing_and_a_long_number_does() -> None:
    """'12.000' would be 12.0, and under heading 3 it would be cited as 3.12.0."""
    assert parse_number("12.000") is None
    assert str(parse_number("12.100a.")) == "12.100a"
    text = "# T\n\n{#h}\n## 3 Geld\n\n{#a}\n12.000 euro is de grens.\n\n{#b}\n3.12 Ja.\n"
    found = read_protocol_text(text).protocol
    assert labels(found) == {"a": "Geld, 1e alinea", "b": "3.12"}
    assert clause_text(next(clauses(found))) == "12.000 euro is de grens."


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("14.", "14a.", True),
        ("14a.", "14b.", True),
        ("14b.", "15.", True),
        ("14b.", "14a.", False),
        ("14.", "16.", False),
        ("14.", "15)", False),
        ("3.9", "4.1", False),
        ("•", "•", False),
    ],
)
def test_what_follows_in_a_list(before: str, after: str, *, follows: bool) -> None:
    first, second = (find_starts(f"{marker} Tekst")[0] for marker in (before, after))
    assert second.follows(first) is follows


def test_a_marker_may_count_with_a_word() -> None:
    assert [word_of(marker) for marker in ("Art. 5", "HOOFDSTUK IV", "7.", "a)")] == [
        ARTICLE, CHAPTER, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("3. De school belt.", "De school belt."),
        ("“b) De school belt.", "De school belt."),
        ("• De school belt.", "De school belt."),
        ("16 jaar of ouder", "16 jaar of ouder"),
        ("10.30 uur begint de les", "10.30 uur begint de les"),
        ("Artikel 5 geldt.", "Artikel 5 geldt."),
        ("3.", "3."),
    ],
)
def test_a_text_without_the_marker_before_it(text: str, bare: str) -> None:
    assert without_marker(text) == bare


def _key(marker: str) -> str:
    return find_starts(f"{marker} De school")[0].key


def test_boxes_are_one_list_and_other_bullets_each_their_own() -> None:
    assert _key("☐") == _key("☒") == _key("☑") == _key("✓") == _key("✗")
    assert len({_key("▪"), _key("–"), _key("☐")}) == 3


def test_numbers_of_another_form_are_another_list() -> None:
    assert len({_key(marker) for marker in ("1.", "1)", "1°", "1.1", "A.1", "1.1.1")}) == 6
    assert _key("1.") == _key("12.")
    assert _key("1)") == _key("2)")
    assert _key("A.1") == _key("B.2")


def test_what_is_no_marker_has_no_style() -> None:
    assert find_style("school") is None
    assert find_style("3.1") is Style.MULTIPLE
    assert find_style("a.") is not None


def test_words_as_a_sentence_has_them_or_as_a_line_begins_with_them() -> None:
    def fits(word: str, *, capitals: bool = False, lower: bool = True) -> bool:
        pattern = word_pattern(["artikel", "art"], capitals=capitals, lower=lower)
        return re.fullmatch(pattern, word) is not None

    assert fits("artikel")
    assert fits("Artikel")
    assert not fits("ARTIKEL")
    assert fits("ARTIKEL", capitals=True)
    assert not fits("artikel", lower=False)
    # The longest goes first, or it is never found.
    found = re.match(word_pattern(["art", "artikel"]), "artikel 5")
    assert found is not None
    assert found[0] == "artikel"
