from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from label_agreement import agreement_table
from labelled_set import LabelError
from labelled_subjects import (
    LABELS,
    SEEDS,
    Question,
    Subject,
    question_links,
    read_questions,
    read_subjects,
    subject_hands,
)
from protocolkit.document.place import Place

HEAD = "question\tsure\tpossible\n"


@cache
def _subjects() -> tuple[Subject, ...]:
    return read_subjects()


def test_every_subject_is_read_with_its_boards_and_links() -> None:
    assert [subject.name for subject in _subjects()] == list(subject_hands())
    assert _subjects()[0].name == SEEDS
    for subject in _subjects():
        boards = {place.organisation for place in subject.places}
        assert len(boards) == (5 if subject.name == SEEDS else 6)
        assert subject.labels.sure < subject.labels.possible
        assert {place for pair in subject.labels.possible for place in pair} <= set(subject.places)


def test_hands_made_at_most_two_subjects() -> None:
    hands = list(subject_hands().values())
    assert all(hands.count(one) <= 2 for one in hands)
    assert len(set(hands)) >= 4


def test_the_readme_has_the_table_that_the_command_prints() -> None:
    text = (LABELS / "README.md").read_text("utf-8")
    for row in agreement_table(_subjects()).rows:
        assert f"| {' | '.join(row)} |" in text


def test_clauses_under_one_question_are_linked_between_boards() -> None:
    places = (Place("a", "1"), Place("a", "2"), Place("b", "1"), Place("c", "1"))
    one, two, three, four = places
    labels = question_links(
        (
            Question(text="Mag het?", sure=(one, two, three), possible=(four,)),
            Question(text="Wanneer?", sure=(two, four), possible=()),
        )
    )
    assert labels.sure == {(one, three), (two, three), (two, four)}
    assert labels.possible - labels.sure == {(one, four), (three, four)}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("Mag het?\ta#1 b#9\t-\n", "there is no clause b#9"),
        ("Mag het?\ta#1\tb#1\n", "no question for b#1"),
        ("Mag het?\ta#1 b#1\n", "2 columns"),
    ],
)
def test_questions_that_cannot_be_are_refused(tmp_path: Path, rows: str, said: str) -> None:
    (tmp_path / "questions-1.tsv").write_text(f"{HEAD}{rows}", "utf-8")
    with pytest.raises(LabelError, match=said):
        read_questions(tmp_path, 1, frozenset({Place("a", "1"), Place("b", "1")}))
