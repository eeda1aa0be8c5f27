"""Decisions win over proposals, and nothing is proposed twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.alignment.proposal import Proposal, ProposedTopic
from protocolkit.alignment.suggestions import LEAST_MEAN, Suggestions, suggest, topic_id
from protocolkit.alignment.topic_decisions import pairs_together, rejected_pairs
from protocolkit.alignment.topics_writer import with_suggestions
from topics_cases import TOPICS, place, proposal, texts, topics

_ALL = proposal({"a1 c1": 0.9, "b1 c1": 0.8, "a1 b1": 0.9})
_NAMES = ("a1", "a2", "b1", "b2", "c1", "c2", "d1")


def _told(found: Suggestions) -> list[str]:
    additions = [f"{a.topic.id} {a.place.anchor} {a.score}" for a in found.additions]
    return additions + [" ".join(m.anchor for m in new.members) for new in found.new_topics]


def test_a_clause_that_links_to_all_members_is_proposed_for_the_topic() -> None:
    (found,) = suggest(_ALL, topics()).additions
    assert (found.topic.id, found.place, found.score) == ("tas", place("c1"), 0.85)
    assert found.nearest == place("a1")


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ({"a1 b1": 0.9}, []),
        ({"a1 c1": 0.9}, ["tas c1 0.45"]),
        ({"a1 c1": 0.7}, ["a1 c1"]),
        ({"a2 c2": 0.7, "a2 b2": 0.6, "b2 c2": 0.6}, ["a2 b2 c2"]),
        ({"a1 c2": 0.6, "b2 c2": 0.6, "a1 b2": 0.6}, ["tas b2 0.6", "a1 b2 c2"]),
    ],
)
def test_what_is_too_thin_for_a_topic_becomes_one_of_its_own(
    links: dict[str, float], told: list[str]
) -> None:
    assert _told(suggest(proposal(links), topics())) == told


@pytest.mark.parametrize(
    "decided",
    [
        TOPICS.replace("      b: [b1]", "      c: [c1]\n      b: [b1]"),
        TOPICS.replace("alone:", "    confirmed: {c: [c1]}\nalone:"),
        TOPICS.replace("alone:", "    proposed: {c: [c1]}\nalone:"),
        TOPICS.replace("alone:", "    rejected: {c: [c1]}\nalone:"),
        TOPICS + "rejected_pairs:\n  - [c#c1, a#a1, b#b1]\n",
        TOPICS + "rejected_pairs:\n  - [b#b1, c#c1]\n  - [a#a1, c#c1]\n",
    ],
    ids=["curated", "confirmed", "proposed", "rejected", "rejected-one-line", "rejected-pairs"],
)
def test_what_is_decided_or_proposed_is_not_proposed_again(decided: str) -> None:
    assert not suggest(_ALL, topics(decided))


def test_one_rejected_pair_keeps_a_clause_out_of_the_whole_topic() -> None:
    found = suggest(_ALL, topics(TOPICS + "rejected_pairs: [[c#c1, b#b1]]\n"))
    assert _told(found) == ["a1 c1"]


def test_a_rejection_from_a_topic_holds_elsewhere_too() -> None:
    decided = topics(TOPICS.replace("alone:", "    rejected: {c: [c1]}\nalone:"))
    found = suggest(proposal({"a1 c1": 0.9, "c1 d1": 0.9, "a1 d1": 0.9}), decided)
    assert all(not {place("a1"), place("c1")} <= set(new.members) for new in found.new_topics)
    assert _told(found) == ["tas d1 0.45", "c1 d1"]


def test_an_id_follows_from_the_members_and_is_never_taken_twice() -> None:
    members = [place("a1"), place("b1")]
    first = topic_id(members, ())
    assert first == topic_id(members[::-1], ())
    longer = topic_id(members, (first,))
    assert longer != first
    assert longer.startswith(first)


def _proposals() -> st.SearchStrategy[Proposal]:
    pairs = [f"{one} {other}" for one, other in combinations(_NAMES, 2) if one[0] != other[0]]
    scores = st.sampled_from([0.5, 0.6, 0.75, 0.9])
    return st.dictionaries(st.sampled_from(pairs), scores, max_size=10).map(
        lambda links: proposal(*({names: score} for names, score in links.items()))
    )


def _rejections() -> st.SearchStrategy[Sequence[tuple[str, str]]]:
    names = st.sampled_from(_NAMES)
    pair = st.tuples(names, names).filter(lambda found: found[0][0] != found[1][0])
    return st.lists(pair, max_size=3)


@given(_proposals(), _rejections())
@examples(80)
def test_once_written_the_same_proposal_adds_nothing(
    drawn: Proposal, rejected: Sequence[tuple[str, str]]
) -> None:
    entries = "".join(f"  - [{a[0]}#{a}, {b[0]}#{b}]\n" for a, b in rejected)
    text = TOPICS + (f"rejected_pairs:\n{entries}" if entries else "")
    before = topics(text)
    found = suggest(drawn, before)
    assert all(addition.score >= LEAST_MEAN for addition in found.additions)
    written = with_suggestions(text, found, texts(*_NAMES))
    after = topics(written)
    assert not suggest(drawn, after)
    fresh = pairs_together(after) - pairs_together(before)
    assert not fresh & rejected_pairs(before)
    assert after.rejected_pairs == before.rejected_pairs
    # Every line of a person is there, in its order.
    lines = iter(written.splitlines())
    assert all(line in lines for line in text.splitlines())


@given(_proposals())
@examples(40)
def test_the_order_of_a_proposal_does_not_matter(drawn: Proposal) -> None:
    turned = Proposal(topics=drawn.topics[::-1], links=drawn.links[::-1])
    assert suggest(turned, topics()) == suggest(drawn, topics())


def test_a_proposal_of_many_boards_has_topics_only() -> None:
    many = Proposal(topics=tuple(replace(topic, score=0.7) for topic in _ALL.topics))
    assert _told(suggest(many, topics())) == ["tas c1 0.7"]


def test_two_topics_that_share_a_clause_stay_two() -> None:
    """A clause of several rules: each clause of the other board is about one of them."""
    links = proposal({"a2 c1": 0.9, "a2 c2": 0.8}).links
    pairs = [(place("a2"), place(name)) for name in ("c1", "c2")]
    two = tuple(ProposedTopic(members=pair, central=pair[0], score=0.9) for pair in pairs)
    assert _told(suggest(Proposal(topics=two, links=links), topics())) == ["a2 c1", "a2 c2"]
