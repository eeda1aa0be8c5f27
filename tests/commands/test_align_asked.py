"""Which clauses ``protocol align --review`` asks about, and beside which one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from protocolkit.alignment.proposal import Link, Proposal
from protocolkit.alignment.proposal_words import remark
from protocolkit.commands.align_review import questions
from protocolkit.commands.output import speak
from protocolkit.comparison.concordance import Answer, AnswerStanding, Audience, Topic
from protocolkit.document.model import Kind
from protocolkit.document.place import Place

_PLACES = tuple(Place(slug, "a-1") for slug in ("aa", "bb", "cc"))


def _asked(links: dict[tuple[int, int], float], known: int = 3) -> list[tuple[str, str, str]]:
    """Return who is asked beside whom, and what is said, of a topic that nobody looked at."""
    answers = (Answer(place=place, standing=AnswerStanding.PROPOSED) for place in _PLACES)
    topic = Topic(
        id="hek",
        title="Hek?",
        theme="t",
        audience=next(iter(Audience)),
        kind=next(iter(Kind)),
        answers=tuple(answers),
    )
    found = tuple(
        Link(left=_PLACES[left], right=_PLACES[right], score=score)
        for (left, right), score in links.items()
    )
    state: Any = SimpleNamespace(
        proposal=Proposal(topics=(), links=found),
        concordance=SimpleNamespace(topics=(topic,)),
        suggestions=SimpleNamespace(additions=(), new_topics=()),
        texts=SimpleNamespace(texts=dict.fromkeys(_PLACES[:known], "Het hek is dicht.")),
    )
    return [
        (one.place.organisation, one.beside.organisation if one.beside else "", one.remark)
        for one in questions(state)
    ]


def test_the_clause_that_is_most_like_the_others_is_asked_of_no_one() -> None:
    assert _asked({(0, 1): 0.9, (1, 2): 0.8}) == [
        ("aa", "bb", remark(0.9, (), speak)),
        ("cc", "bb", remark(0.8, (), speak)),
    ]


def test_where_none_is_nearest_the_first_is_with_nothing_to_say_of_the_pair() -> None:
    assert _asked({}) == [("bb", "aa", ""), ("cc", "aa", "")]


def test_a_clause_that_went_is_not_asked_about() -> None:
    assert _asked({}, known=2) == [("bb", "aa", "")]
    assert _asked({}, known=0) == []
