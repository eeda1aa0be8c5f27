"""A list that counts in letters alone is one where several follow on each other."""

from __future__ import annotations

import pytest

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.lettered_lines import lettered_lines


def _found(*texts: str, gap: float = 0.0, size: float = 0.0) -> dict[int, str]:
    lines = [
        Line(text=text, begin=0, gap=gap if at > 1 else 0.0, size=size)
        for at, text in enumerate(texts)
    ]
    return {number: start.marker for number, start in lettered_lines(lines).items()}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Neem mee:", "a een pen", "b een schrift"), {1: "a", 2: "b"}),
        # one may be missing, and no more
        (("Neem mee:", "a een pen", "c een schrift"), {1: "a", 2: "c"}),
        (("Neem mee:", "a een pen", "d een schrift"), {}),
        # one letter alone is a word
        (("Neem mee:", "a een pen", "en een schrift"), {}),
        (("Neem mee.", "a een pen", "b een schrift"), {}),
        (("Neem mee:", "b een pen", "c een schrift"), {}),
        # one goes on over four lines at most
        (("Neem mee:", "a een pen", "van", "de", "school", "b een schrift"), {1: "a", 5: "b"}),
        (("Neem mee:", "a een pen", "van", "de", "school", "zelf", "b een schrift"), {}),
    ],
)
def test_letters_follow_on_each_other_behind_a_colon(
    texts: tuple[str, ...], found: dict[int, str]
) -> None:
    assert _found(*texts) == found


@pytest.mark.parametrize(
    ("gap", "size", "is_list"),
    [(1.0, 0.0, True), (1.5, 0.0, False), (2.0, 11.0, True), (2.5, 11.0, False)],
)
def test_room_between_them_ends_a_list_sooner_in_plain_text(
    gap: float, size: float, is_list: bool
) -> None:
    assert bool(_found("Neem mee:", "a een pen", "b een gum", gap=gap, size=size)) == is_list
