"""A heading or lid that only counts otherwise changed no word, in whatever form it counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from protocolkit.changes.change_set import ChangeKind, ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.reading.reader import read_protocol_text

_RULES = ("Wie een fiets leent, zet hem terug.", "De conciërge plakt banden.", "Lampen gaan aan.")
_NAMES = ("Lenen", "Banden", "Verlichting")
_SERIES = [
    ("a.", "b.", "c."),
    ("b)", "c)", "d)"),
    ("(a)", "(b)", "(c)"),
    ("(A)", "(B)", "(C)"),
    ("(1)", "(2)", "(3)"),
    ("1°", "2°", "3°"),
    ("i.", "ii.", "iii."),
    ("Lid 1", "Lid 2", "Lid 3"),
    ("Lid 1:", "Lid 2:", "Lid 3:"),
    ("Art. 5", "Art. 6", "Art. 7"),
    ("§ 1", "§ 2", "§ 3"),
    ("Hfst. 4", "Hfst. 5", "Hfst. 6"),
    ("Hoofdstuk 4", "Hoofdstuk 5", "Hoofdstuk 6"),
    ("Paragraaf 4", "Paragraaf 5", "Paragraaf 6"),
]


def _headings(*numbers: str, names: tuple[str, ...] = _NAMES) -> str:
    found = zip(numbers, names, _RULES, strict=False)
    return "".join(
        f"{{#h-{at}}}\n## {number} {name}\n\n{{#r-{at}}}\n{rule}\n\n"
        for at, (number, name, rule) in enumerate(found)
    )


def _rules(*numbers: str, rules: tuple[str, ...] = _RULES) -> str:
    found = zip(numbers, rules, strict=False)
    body = "".join(f"{{#r-{at}}}\n{no} {rule}\n\n" for at, (no, rule) in enumerate(found))
    return f"{{#fiets}}\n## Fietsen\n\n{body}"


def _compared(old: str, new: str) -> ChangeSet:
    versions = (version_of(read_protocol_text(f"# P\n\n{said}").protocol) for said in (old, new))
    return compare_versions(*versions)


def _words(found: ChangeSet) -> tuple[int, int, int]:
    counts = found.counts
    return counts.counted, counts.removed_words, counts.added_words


@pytest.mark.parametrize("series", _SERIES, ids=lambda series: series[0])
@pytest.mark.parametrize("text", [_headings, _rules])
def test_another_number_is_no_other_word(text: Callable[..., str], series: tuple[str, ...]) -> None:
    found = _compared(text(*series[:2]), text(*series[1:]))
    assert _words(found) == (0, 0, 0)
    assert found.counts.kinds[ChangeKind.RENUMBERED] >= 2


@pytest.mark.parametrize("series", _SERIES, ids=lambda series: series[0])
def test_other_words_behind_a_number_count(series: tuple[str, ...]) -> None:
    for name, words in (("Lenen en ruilen", (1, 0, 2)), ("Ruilen", (1, 1, 1))):
        found = _compared(_headings(*series[:2]), _headings(*series[1:], names=(name, "Banden")))
        assert _words(found) == words
    rules = ("Wie een step leent, zet hem terug.", _RULES[1])
    found = _compared(_rules(*series[:2]), _rules(*series[1:], rules=rules))
    assert _words(found) == (1, 1, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("A", "B"), ("B", "C")),
        (("A", "B"), ("1", "2")),
        (("1", "2"), ("A", "B")),
        (("A", "B"), ("(a)", "(b)")),
        (("Hoofdstuk A", "Hoofdstuk B"), ("Hoofdstuk 1", "Hoofdstuk 2")),
        (("Hoofdstuk A", "Hoofdstuk B"), ("A", "B")),
        (("§ A", "§ B"), ("§ B", "§ C")),
        (("Lid 1", "Lid 2"), ("1.", "2.")),
        (("a.", "b."), ("1.", "2.")),
    ],
)
def test_headings_may_count_in_another_way(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert _words(_compared(_headings(*old), _headings(*new))) == (0, 0, 0)


def test_a_letter_alone_is_a_word_where_no_heading_counts_with_it() -> None:
    old, new = _headings("A", names=("Rijbewijs",)), _headings("B", names=("Rijbewijs",))
    assert _words(_compared(old, new)) == (1, 1, 1)
    old, new = _headings("A", "Voor", "Z"), _headings("B", "Voor", "Z")
    assert _words(_compared(old, new)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lid 1 geldt niet voor kleuters.", "Lid 2 geldt niet voor kleuters."),
        ("Art. 5 geldt ook op reis.", "Art. 6 geldt ook op reis."),
        ("§ 1 van de huisregels geldt.", "§ 2 van de huisregels geldt."),
        ("Art. 5 AVG geldt.", "Art. 6 AVG geldt."),
        ("Art. 5 Leerplichtwet geldt.", "Art. 6 Leerplichtwet geldt."),
        ("Lid 3 Jan Smit meldt zich af.", "Lid 4 Jan Smit meldt zich af."),
    ],
)
def test_a_number_that_a_sentence_begins_with_counts(old: str, new: str) -> None:
    assert _words(_compared(*(_rules("", rules=(said,)) for said in (old, new)))) == (1, 1, 1)


def test_two_sentences_on_other_lids_count() -> None:
    ends = ("geldt niet voor kleuters.", "geldt ook op reis.")
    olds, news = (
        tuple(f"Lid {n} {end}" for n, end in zip(numbers, ends, strict=True))
        for numbers in ((1, 2), (2, 3))
    )
    assert _words(_compared(_rules("", "", rules=olds), _rules("", "", rules=news))) == (2, 2, 2)


def test_a_measure_before_a_heading_is_a_word() -> None:
    old, new = _headings("18°", names=("C in de klas",)), _headings("19°", names=("C in de klas",))
    assert _words(_compared(old, new))[0] == 1


@pytest.mark.parametrize("gap", ["  ", "\xa0", " \xa0 "])
@pytest.mark.parametrize("text", [_headings, _rules])
def test_white_space_inside_a_number_is_no_change(text: Callable[..., str], gap: str) -> None:
    found = _compared(text("Artikel 1", "Artikel 2"), text(f"Artikel{gap}1", f"Artikel{gap}2"))
    assert found.changes == ()


@pytest.mark.parametrize("gap", ["  ", "\xa0"])
def test_points_stay_under_a_number_with_white_space_inside(gap: str) -> None:
    points = "\n\n   {style=lower-alpha}\n   1. een bel;\n   2. een slot."
    old = _rules("Artikel 1", rules=(f"Een fiets heeft:{points}",))
    assert _compared(old, old.replace("Artikel 1", f"Artikel{gap}1")).changes == ()
