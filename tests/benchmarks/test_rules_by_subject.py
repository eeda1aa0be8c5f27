"""How norms and relations are judged per subject: rows, means, and errors of those seen alone."""

from __future__ import annotations

from labelled_subjects import SEEDS, read_subject, subject_hands
from rules_by_subject import SEEN, figures, judge_subject


def test_of_each_pair_of_hands_one_is_held_out() -> None:
    hands = subject_hands()
    held_out = {name for name in hands if name not in SEEN}
    others = {own for name, own in hands.items() if name != SEEDS}
    assert {hands[name] for name in held_out} == others
    assert len(held_out) == len(others)


def test_a_row_counts_what_is_right_and_the_mean_is_of_its_part() -> None:
    judged = tuple(judge_subject(read_subject(name)) for name in ("kleding", "verzuim"))
    kleding, verzuim, seen, held_out = figures(judged).rows
    grades = judged[0].norms
    right = sum(n for (label, found), n in grades.confusion.items() if label == found)
    assert kleding[1:3] == ("seen", f"{right} of {grades.confusion.total()}")
    assert (seen[3], seen[5:]) == (kleding[3], kleding[5:])
    assert (held_out[3], held_out[5:]) == (verzuim[3], verzuim[5:])
