from __future__ import annotations

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.comparison.topics_file import read_seen_text, read_topics_text
from protocolkit.reading.found_problems import Report


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("topics:\n  - title: Vraag?\n    theme: t\n", "topic-incomplete", 2),
        (
            (
                "themes: [{id: t, title: T}]\ntopics:\n"
                "  - {id: a, title: A?, theme: t}\n  - {id: a, title: B?, theme: t}\n"
            ),
            "topic-twice",
            4,
        ),
        ("topics:\n  - {id: a, title: A?, theme: x}\n", "theme-unknown", 2),
        ("topics:\n  - {id: a, title: A?, theme: x, audience: katten}\n", "yaml-choice", 2),
        ("topics:\n  - {id: a, title: A?, theme: x, clauses: [y]}\n", "yaml-shape", 2),
        ("topics: {a: b}\n", "yaml-shape", 1),
        ("onderwerpen: []\n", "yaml-unknown-key", 1),
        ("rejected_pairs: [[a#x]]\n", "rejected-pair", 1),
        ("rejected_pairs:\n  - [a#x, b]\n", "rejected-pair", 2),
        ("rejected_pairs: [a#x]\n", "yaml-shape", 1),
    ],
)
def test_what_is_wrong_in_a_topics_file_is_a_problem(text: str, code: str, line: int) -> None:
    report = Report("topics.yml")
    read_topics_text(text, "s", report)
    found = [(problem.code.name, problem.location.line) for problem in report.problems]
    assert (code, line) in found


def test_curated_wins_over_confirmed_over_proposed_and_rejected_is_no_answer() -> None:
    text = (
        "themes: [{id: t, title: T}]\n"
        "topics:\n  - {id: a, title: A?, theme: t, clauses: {x: [p]}, confirmed: {x: [p, q]},"
        " proposed: {x: [p, q, r, s]}, rejected: {x: s}}\n"
        "rejected_pairs: [[x#p, y#q, y#r]]\n"
    )
    report = Report("topics.yml")
    found = read_topics_text(text, "s", report)
    assert not report.problems
    (topic,) = found.topics
    assert [(a.place.anchor, a.standing.value) for a in topic.answers] == [
        ("p", "curated"),
        ("q", "confirmed"),
        ("r", "proposed"),
    ]
    assert [answer.place.anchor for answer in topic.rejected] == ["s"]
    assert not topic.is_proposed
    pairs = [(one.place.anchor, other.place.anchor) for one, other in found.rejected_pairs]
    assert pairs == [("p", "q"), ("p", "r")]


@pytest.mark.parametrize(("second", "is_fine"), [("b#a-1", True), ("[b#a-1]", False)])
def test_a_rejected_pair_is_a_list_of_texts(second: str, *, is_fine: bool) -> None:
    report = Report("topics.yml")
    text = f"title: Regels\nrejected_pairs:\n  - [a#a-1, c#a-1, {second}]\n"
    read_topics_text(text, "regels", report)
    codes = [problem.code.name for problem in report.problems]
    assert codes == ([] if is_fine else ["yaml-shape"])


@pytest.mark.parametrize("head", ["", "format: 1\n"])
def test_seen_texts_stand_under_their_organisation_and_the_format_is_none(head: str) -> None:
    report = Report("topics.seen.yml")
    found = read_seen_text(f"{head}aa:\n  a-1: abc\n  a-2: def\nbb: {{a-1: ghi}}\n", report)
    assert not report.problems
    assert [(str(seen.place), seen.fingerprint) for seen in found] == [
        ("aa#a-1", "abc"),
        ("aa#a-2", "def"),
        ("bb#a-1", "ghi"),
    ]


def test_an_organisation_may_be_called_as_the_format_and_a_newer_one_is_refused() -> None:
    report = Report("topics.seen.yml")
    [found] = read_seen_text("format: {a-1: abc}\n", report)
    assert str(found.place) == "format#a-1"
    with pytest.raises(ProtocolkitError):
        read_seen_text("format: 99\naa: {a-1: abc}\n", report)
