from __future__ import annotations

import pytest

from protocolkit.wording.concepts import general_concepts, make_concepts

SMALL = make_concepts(
    {
        "innemen": ("inleveren", "in beslag"),
        "bewaren": ("bewaar*",),
        "termijn": ("*termijn", "binnen"),
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De leerling levert niets in.", set()),
        ("Wat is ingeleverd, blijft ingeleverd.", {"innemen"}),
        ("De leraar neemt het in beslag.", {"innemen"}),
        ("In de les is beslag niet nodig.", set()),
        ("De bewaartermijn is vier weken.", {"bewaren", "termijn"}),
        ("", set()),
    ],
)
def test_words_show_concepts_by_stem_phrase_or_part(text: str, found: set[str]) -> None:
    assert SMALL.of(text) == found


def test_the_concepts_that_come_along_know_many_subjects() -> None:
    known = general_concepts()
    assert known.of("Fietsen worden op slot in de stalling gezet.") >= {"vervoer", "beveiligen"}
    assert "ziekmelden" in known.of("Ouders melden hun kind ziek.")
    assert known.of("De directeur beslist.") >= {"leiding", "besluit"}


@pytest.mark.parametrize("word", ["op", "school", "scholen", "uitsluitend", "haar", "geldt"])
def test_no_everyday_word_shows_a_concept_because_a_stem_is_the_same(word: str) -> None:
    """The stem of 'oop' is that of 'op', of 'scholing' that of 'school'."""
    assert general_concepts().of(word) == frozenset()
