from __future__ import annotations

import itertools
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolkit.text.differences import (
    Difference,
    WordRun,
    WordRunKind,
    exact_differences,
    fast_pieces,
    phrase_differences,
    plain_pieces,
    word_differences,
)
from protocolkit.text.words import tokens

_SEQUENCES = st.lists(
    st.sampled_from(["de", "het", "school", "mag", "niet", "moet", ".", ",", "foto’s"]), max_size=20
)


@given(_SEQUENCES, _SEQUENCES)
def test_differences_replay(old: list[str], new: list[str]) -> None:
    """Putting the new words in the old places gives the new sequence, and the other way round."""
    made, at = [], 0
    for place in word_differences(old, new):
        assert tuple(old[place.old_start : place.old_start + len(place.old)]) == place.old
        made += old[at : place.old_start]
        assert len(made) == place.new_start
        made += place.new
        at = place.old_start + len(place.old)
    assert made + old[at:] == new


@given(st.text("abcdef", max_size=60), st.text("abcdef", max_size=60))
def test_both_builds_of_the_algorithm_give_the_same_pieces(old: str, new: str) -> None:
    pytest.importorskip("fast_diff_match_patch", reason="it is not built for this machine")
    assert fast_pieces(old, new) == plain_pieces(old, new)


def test_both_builds_give_the_same_pieces_of_long_texts_that_share_much() -> None:
    pytest.importorskip("fast_diff_match_patch", reason="it is not built for this machine")
    random = Random(15)
    signs = [chr(0x100 + number) for number in range(80)]
    for _ in range(40):
        old = random.choices(signs, k=300)
        new = [*old]
        for _ in range(random.randint(1, 60)):
            at = random.randrange(len(new))
            new[at : at + random.randint(0, 4)] = random.choices(signs, k=random.randint(0, 4))
        texts = "".join(old), "".join(new)
        assert fast_pieces(*texts) == plain_pieces(*texts)


def test_a_replaced_word_is_one_difference() -> None:
    assert word_differences(["dat", "mag", "niet"], ["dat", "moet", "niet"]) == (
        Difference(old=("mag",), new=("moet",), old_start=1, new_start=1),
    )


def test_more_different_words_than_surrogates_begin() -> None:
    words = [str(number) for number in range(56_000)]
    assert word_differences(words, words[:-1])[0].old == (words[-1],)


@given(_SEQUENCES, _SEQUENCES)
def test_swapping_the_sequences_swaps_the_sides_of_the_same_runs(
    old: list[str], new: list[str]
) -> None:
    swapped = [WordRun(old=run.new, new=run.old) for run in exact_differences(new, old)]
    assert swapped == list(exact_differences(old, new))


def test_the_name_of_a_note_does_not_tell_where_a_difference_begins() -> None:
    """Each version names the notes of its own side, so that swapping them changes the names."""
    random = Random(16)
    for _ in range(200):
        one, other = (random.choices(["de", "en", "in", "op", "~"], k=9) for _ in range(2))
        named = [
            [f"~{side}" if word == "~" else word for word in words]
            for words, side in ((one, "new"), (other, "old"), (one, "old"), (other, "new"))
        ]
        here, there = exact_differences(*named[:2]), exact_differences(named[3], named[2])
        assert [(len(r.old), len(r.new)) for r in here] == [(len(r.new), len(r.old)) for r in there]


_UNITS = ("Stichting De Brug", "De Brug")
_WORDS = st.lists(
    st.sampled_from(["de", "en", "school", "mag", "niet", ".", ",", "Stichting", "De", "Brug"]),
    max_size=16,
)


@given(_WORDS, _WORDS)
def test_phrases_replay_to_both_sides(old: list[str], new: list[str]) -> None:
    pieces = phrase_differences(old, new, _UNITS)
    assert [word for piece in pieces for word in piece.old] == old
    assert [word for piece in pieces for word in piece.new] == new


@given(_WORDS, _WORDS)
def test_equal_and_changed_pieces_take_turns(old: list[str], new: list[str]) -> None:
    pieces = phrase_differences(old, new)
    equal = [piece.kind is WordRunKind.EQUAL for piece in pieces]
    assert all(one != other for one, other in itertools.pairwise(equal))
    assert all(piece.old or piece.new for piece in pieces)


@given(_WORDS, _WORDS)
def test_phrases_are_no_more_than_the_places_that_differ(old: list[str], new: list[str]) -> None:
    changed = [p for p in phrase_differences(old, new) if p.kind is not WordRunKind.EQUAL]
    assert len(changed) <= len(word_differences(old, new))


@given(_WORDS)
def test_a_text_does_not_differ_from_itself(words: list[str]) -> None:
    assert all(p.kind is WordRunKind.EQUAL for p in phrase_differences(words, words, _UNITS))


def _shown(old: str, new: str, units: tuple[str, ...] = ()) -> str:
    """Show a diff in a line: ``[old|new]`` where it differs."""
    return " ".join(
        " ".join(piece.old)
        if piece.kind is WordRunKind.EQUAL
        else f"[{' '.join(piece.old)}|{' '.join(piece.new)}]"
        for piece in phrase_differences(tokens(old), tokens(new), units)
    )


def test_a_reader_sees_phrases() -> None:
    assert (
        _shown(
            "De school vraagt toestemming aan de ouders van de leerling.",
            "De school vraagt instemming van de directeur van de leerling.",
        )
        == "De school vraagt [toestemming aan de ouders|instemming van de directeur] "
        "van de leerling ."
    )


def test_a_name_is_one_unit() -> None:
    old, new = "Namens Stichting De Brug spreekt zij.", "Namens Stichting De Ark spreekt zij."
    assert _shown(old, new, ("Stichting De Brug", "Stichting De Ark")) == (
        "Namens [Stichting De Brug|Stichting De Ark] spreekt zij ."
    )
    assert _shown(old, new) == "Namens Stichting De [Brug|Ark] spreekt zij ."


def test_an_item_in_a_row_comes_with_its_comma() -> None:
    assert _shown("de krant, de radio en film.", "de krant, de radio, de televisie en film.") == (
        "de krant , de radio [|, de televisie] en film ."
    )


def test_an_added_sentence_is_whole() -> None:
    assert _shown("Dat mag. Dat kan.", "Dat mag. Dat moet. Dat kan.") == (
        "Dat mag . [|Dat moet .] Dat kan ."
    )


def test_a_piece_says_what_happened_to_its_words() -> None:
    def kind(old: tuple[str, ...], new: tuple[str, ...]) -> WordRunKind:
        return WordRun(old=old, new=new).kind

    assert kind(("mag",), ("mag",)) is WordRunKind.EQUAL
    assert kind(("mag",), ()) is WordRunKind.DELETED
    assert kind((), ("mag",)) is WordRunKind.INSERTED
    assert kind(("mag",), ("moet",)) is WordRunKind.REPLACED


def test_an_insertion_begins_where_a_reader_would_begin_it() -> None:
    """Of equal places the one that starts at a comma: 'a, b, c' grew by ', b', not by 'b,'."""
    old, new = "de school , de ouders .".split(), "de school , de buren , de ouders .".split()
    inserted = [p.new for p in phrase_differences(old, new) if p.kind is WordRunKind.INSERTED]
    assert inserted == [(",", "de", "buren")]
