"""Which text stood under a decision, and what is said when it changes."""

from __future__ import annotations

import pytest

from protocolkit.alignment.suggestions import NewTopic, Suggestions, suggest
from protocolkit.alignment.topic_decisions import (
    all_seen_again,
    decisions,
    rechecks,
    rejected_pairs,
    texts_now,
    with_new_seen,
)
from protocolkit.alignment.topics_writer import (
    Question,
    seen_file,
    with_confirmed,
    with_rejected,
    with_suggestions,
)
from protocolkit.base.messages import translator
from protocolkit.comparison.concordance import AnswerStanding
from protocolkit.comparison.topics_file import read_seen_text
from protocolkit.document.fingerprints import MARK_LENGTH
from protocolkit.reading.found_problems import Report
from topics_cases import TOPICS, place, proposal, protocol, texts, topics

_PROTOCOLS = (protocol("a", "Een."), protocol("b", "Twee."), protocol("c", "Drie.", "Vier."))
_QUESTION = Question(
    topic="tas", title="Waar?", place=place("c1"), beside=place("a1"), remark="misschien"
)
_NEW = NewTopic(id="nieuw", members=(place("b2"), place("c1")), central=place("b2"), score=0.7)
_NEW_QUESTION = Question(
    topic="nieuw", title="N?", place=place("c1"), beside=place("b2"), remark="", new=_NEW
)
_TEXTS = texts("a1", "b1", "b2", "c1", "c2", "d1")


def test_a_text_that_changed_or_vanished_is_told_with_topic_and_decision() -> None:
    seen = with_new_seen(topics(), (), _PROTOCOLS)
    assert [len(text.fingerprint) for text in seen] == [MARK_LENGTH] * 3
    assert not list(rechecks(topics(), seen, _PROTOCOLS))
    changed = (protocol("a", "Anders."), _PROTOCOLS[1], protocol("c"))
    found = list(rechecks(topics(), seen, changed))
    assert [(f.decided.place.anchor, f.decided.decision.name, f.is_gone) for f in found] == [
        ("a1", "CURATED", False),
        ("c1", "ALONE", True),
    ]
    assert [f.decided.topic.id if f.decided.topic else "" for f in found] == ["tas", ""]
    again = all_seen_again(topics(), seen, changed)
    assert not list(rechecks(topics(), again, changed))


def test_markup_and_number_do_not_change_a_text() -> None:
    seen = with_new_seen(topics(), (), _PROTOCOLS)
    marked = (protocol("a", "*Een*."), *_PROTOCOLS[1:])
    assert not list(rechecks(topics(), seen, marked))


def test_a_new_decision_never_renews_an_old_text() -> None:
    seen = with_new_seen(topics(), (), _PROTOCOLS)
    changed = (protocol("a", "Anders."), *_PROTOCOLS[1:])
    assert with_new_seen(topics(), seen, changed) == seen


def test_nothing_is_said_of_a_protocol_that_is_not_there() -> None:
    seen = with_new_seen(topics(), (), _PROTOCOLS)
    assert not list(rechecks(topics(), seen, _PROTOCOLS[1:]))
    assert all_seen_again(topics(), seen, _PROTOCOLS[1:]) == seen


def test_a_proposal_is_no_decision() -> None:
    text = TOPICS.replace("alone:", "    proposed: {c: [c2]}\nalone:")
    assert place("c2") not in {found.place for found in decisions(topics(text))}


def test_the_file_of_seen_texts_reads_back() -> None:
    seen = with_new_seen(topics(), (), _PROTOCOLS)
    report = Report("x")
    assert read_seen_text(seen_file(seen, translator()), report) == seen
    assert not report.problems
    assert set(texts_now(_PROTOCOLS)) == {place(name) for name in ("a1", "b1", "c1", "c2")}


def test_a_confirmed_proposal_joins_the_topic_and_leaves_alone() -> None:
    proposed = with_suggestions(TOPICS, suggest(proposal({"a1 c1": 0.9}), topics()), _TEXTS)
    for text in (TOPICS, proposed):
        found = topics(with_confirmed(text, _QUESTION, _TEXTS))
        assert [(a.place.anchor, a.standing) for a in found.topics[0].answers] == [
            ("a1", AnswerStanding.CURATED),
            ("b1", AnswerStanding.CURATED),
            ("c1", AnswerStanding.CONFIRMED),
        ]
        assert found.alone == ()


def test_a_rejection_is_kept_with_the_members_of_that_time() -> None:
    text = with_rejected(TOPICS, _QUESTION)
    assert [a.place.anchor for a in topics(text).topics[0].rejected] == ["c1"]
    assert "  - [c#c1, a#a1, b#b1]\n" in text
    # Even when a person moves the members elsewhere.
    moved = topics(text.replace("      b: [b1]  # let op\n", ""))
    assert frozenset((place("c1"), place("b1"))) in rejected_pairs(moved)


def test_a_new_topic_is_made_by_the_first_that_is_confirmed() -> None:
    found = topics(with_confirmed(TOPICS, _NEW_QUESTION, _TEXTS)).topics[-1]
    assert [(a.place.anchor, a.standing) for a in found.answers] == [
        ("b2", AnswerStanding.CONFIRMED),
        ("c1", AnswerStanding.CONFIRMED),
    ]
    assert (found.theme, found.title) == ("voorstellen", "Wat regelen deze bepalingen?")


def test_a_proposed_topic_goes_when_nothing_of_it_is_left() -> None:
    written = with_suggestions(TOPICS, Suggestions(new_topics=(_NEW,)), _TEXTS)
    assert topics(written).topics[-1].is_proposed
    rejected = with_rejected(written, _NEW_QUESTION)
    assert [topic.id for topic in topics(rejected).topics] == ["tas"]
    assert not suggest(proposal({"b2 c1": 0.9}), topics(rejected))
    confirmed = topics(with_confirmed(written, _NEW_QUESTION, _TEXTS)).topics[-1]
    assert not confirmed.is_proposed
    assert {a.standing for a in confirmed.answers} == {AnswerStanding.CONFIRMED}


@pytest.mark.parametrize("text", [TOPICS, TOPICS.replace("\n", "\r\n")])
def test_no_line_of_a_person_changes(text: str) -> None:
    suggestions = suggest(proposal({"a1 c1": 0.9}, {"c2 d1": 0.7}), topics())
    made = with_suggestions(text, suggestions, _TEXTS)
    kept = iter(made.splitlines(keepends=True))
    assert all(line in kept for line in text.splitlines(keepends=True))
    assert ("\r\n" in made) == ("\r\n" in text)
    assert made.count("\n") == made.count("\r\n") or "\r\n" not in text


def test_a_rejection_says_nothing_of_clauses_of_the_same_board() -> None:
    line = "      b: [b1, c1]  # let op\n".replace("b1, c1", "b1")
    text = TOPICS.replace(line, line + "      c: [c2]\n    rejected:\n      c: [c1]\n")
    assert rejected_pairs(topics(text.replace("alone:\n  c: [c1]\n", ""))) == {
        frozenset((place("c1"), place("a1"))),
        frozenset((place("c1"), place("b1"))),
    }
