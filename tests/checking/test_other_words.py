"""What was set aside where two boards had one rule is told by the draft's own check."""

from __future__ import annotations

import pytest

from protocolkit.checking.other_words import check_other_words
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from small_boards import HEAD, board, topic_line

_HERE = "De school praat met de ouders omtrent een ruzie."
_THERE = "De school praat met de ouders over een ruzie."
_MORE = "De school praat met de ouders en de wijkagent over een ruzie."
_SPELLED = "De school praat met de ouders omtrent een ruzie;"
_APART = "De school praat met de ouders omtrent een 'ruzie'."
_TOPICS = read_topics_text(
    f"{HEAD}topics:\n{topic_line('vraag', {'aa': ['a-1'], 'bb': ['a-1']})}",
    "regels",
    Report("topics.yml"),
)


def _draft(based_on: str = "Stichting Aa en Stichting Bb") -> Protocol:
    front = (
        f"---\nprotocol:\n  organisation: {{name: Stichting Nieuw}}\n  based_on: {based_on}\n"
        '  provenance:\n    - {anchor: vraag, topic: vraag, choice: k1, source: "aa#a-1"}\n---\n'
    )
    text = f"{front}\n# Protocol\n\n{{#vraag}}\n1. {_HERE}\n"
    return read_protocol_text(text, subject="regels", slug="nieuw").protocol


@pytest.mark.parametrize(
    ("other", "count"), [(_THERE, 1), (_HERE, 0), (_SPELLED, 0), (_APART, 0), (_MORE, 0)]
)
def test_one_rule_in_the_words_of_the_other_board_is_told(other: str, count: int) -> None:
    boards = board("aa", _HERE), board("bb", other)
    found = list(check_other_words(_draft(), _TOPICS, boards))
    assert [problem.anchor for problem in found] == ["vraag"] * count
    assert all(problem.code.name == "other-words" for problem in found)
    assert all(other in problem.message(str) for problem in found)


def test_nothing_is_told_of_a_draft_that_is_no_merger() -> None:
    boards = board("aa", _HERE), board("bb", _THERE)
    assert not list(check_other_words(_draft("aa"), _TOPICS, boards))
    assert not list(check_other_words(_draft(), None, boards))
    assert not list(check_other_words(_draft(), _TOPICS, boards[:1]))
