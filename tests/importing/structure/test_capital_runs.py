"""Chapters in capitals: from whichever letter, with or without a sign, with or without a word."""

from __future__ import annotations

import pytest

from outlined import headings_of, lines_of, outline_of, source_of
from protocolkit.checking.numbering import check_numbering
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.capital_runs import capital_runs
from protocolkit.importing.structure.found_facts import Wishes

_LETTERS = "A B C D E F G H I J K L M N".split()
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII".split()


def _text(counts: list[str], form: str) -> str:
    chapters = (
        f"{form.format(count)} Regels {place}\n\nOver regel {place} spreken wij met ouders.\n"
        for place, count in enumerate(counts)
    )
    return "\n".join(["Protocol gedrag\n", *chapters])


@pytest.mark.parametrize(
    "form", ["{}", "{}.", "{})", "Hoofdstuk {}", "Hoofdstuk {}.", "Artikel {}"]
)
@pytest.mark.parametrize(
    "counts", [_LETTERS, _LETTERS[2:9], _LETTERS[7:], _ROMAN, _ROMAN[3:9], _ROMAN[7:]]
)
def test_chapters_in_capitals_lie_at_one_level(form: str, counts: list[str]) -> None:
    text = _text(counts, form)
    heads = [(2, f"{form.format(count)} Regels {place}") for place, count in enumerate(counts)]
    assert headings_of(text)[-len(counts) :] == heads
    assert not [*check_numbering(import_source(source_of(text), Wishes(subject="x")).protocol)]


def test_a_capital_alone_is_a_word_where_none_follows_it() -> None:
    lines = lines_of(_text(["H", "K", "A", "C"], "{}"))
    assert capital_runs(lines) == {}
    text = "Protocol\n\nBestel bij\nA Groep\nB Groep\nof elders.\n"
    assert capital_runs(lines_of(text)) == {}


def test_capitals_inside_a_sentence_count_nothing() -> None:
    text = "Protocol\n\nWij werken met de groepen\nH. en\nI. en\nJ. van de school.\n"
    assert outline_of(text) == ["Wij werken met de groepen H. en I. en J. van de school."]
