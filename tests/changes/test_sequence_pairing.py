"""The best pairing that keeps the order: every place in one match, none worth nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.changes.sequence_pairing import in_order


def _paired(old: str, new: str, most: int = 1) -> list[tuple[str, str]]:
    """Return what is paired: equal letters are worth 1, several for one a little more."""

    def worth(one: range, other: range) -> float:
        left, right = old[one.start : one.stop], new[other.start : other.stop]
        if left == right:
            return 1.0
        return 1 + len(left + right) / 10 if {*left} == {*right} else 0.0

    found = in_order(len(old), len(new), worth, most)
    return [(old[m.old.start : m.old.stop], new[m.new.start : m.new.stop]) for m in found]


def test_what_is_worth_most_is_paired_in_order() -> None:
    assert _paired("abc", "abc") == [("a", "a"), ("b", "b"), ("c", "c")]
    assert _paired("abc", "ac") == [("a", "a"), ("b", ""), ("c", "c")]
    assert _paired("ac", "abc") == [("a", "a"), ("", "b"), ("c", "c")]
    assert _paired("abcd", "bcda").count(("a", "")) == 1
    assert _paired("", "ab") == [("", "a"), ("", "b")]
    assert _paired("ab", "") == [("a", ""), ("b", "")]
    assert _paired("", "") == []


def test_what_is_worth_nothing_is_never_paired() -> None:
    assert sorted(_paired("ab", "xy")) == [("", "x"), ("", "y"), ("a", ""), ("b", "")]


def test_several_may_be_one_up_to_a_number() -> None:
    assert _paired("a", "aa", most=2) == [("a", "aa")]
    assert _paired("aa", "a", most=2) == [("aa", "a")]
    assert ("a", "aaa") not in _paired("a", "aaa", most=2)
    assert _paired("a", "aaa", most=3) == [("a", "aaa")]
    assert all(len(one) <= 1 and len(other) <= 1 for one, other in _paired("aa", "aaaa"))


@examples(60)
@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(1, 3))
def test_each_place_is_in_one_match(old: str, new: str, most: int) -> None:
    found = _paired(old, new, most)
    assert "".join(one for one, _ in found) == old
    assert "".join(other for _, other in found) == new
    assert all(one or other for one, other in found)
