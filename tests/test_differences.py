from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from protocolkit.differences import Difference, word_differences

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


def test_a_replaced_word_is_one_difference() -> None:
    assert word_differences(["dat", "mag", "niet"], ["dat", "moet", "niet"]) == (
        Difference(old=("mag",), new=("moet",), old_start=1, new_start=1),
    )


def test_more_different_words_than_surrogates_begin() -> None:
    words = [str(number) for number in range(56_000)]
    assert word_differences(words, words[:-1])[0].old == (words[-1],)
