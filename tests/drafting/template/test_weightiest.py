"""The first lines on a disagreement are what a draft with both wordings is told of."""

from __future__ import annotations

from collections.abc import Iterator

from drafted import template
from protocolkit.base.messages import translator
from protocolkit.drafting.template.phrases import contest_lines
from protocolkit.drafting.template.values import TemplateTopic
from protocolkit.drafting.template.weightiest import weightiest
from protocolkit.relations.among import Clash
from protocolkit.site.composer.clashes import template_clashes

DUTCH = translator("nl")
_CONTRADICT = (Clash.CONTRARY, Clash.PERHAPS)


def _contested() -> Iterator[TemplateTopic]:
    found = [topic for topic in template().topics if topic.is_contested]
    assert len(found) > 1
    yield from found


def test_what_a_draft_is_told_of_comes_first_where_one_chooses() -> None:
    clashing = {
        frozenset((found.left, found.right))
        for found in template_clashes(template(), DUTCH)
        if found.clash in _CONTRADICT
    }
    seen = 0
    for topic in _contested():
        ids = {choice.id for choice in topic.choices}
        here = {both for both in clashing if both <= ids}
        first = weightiest(topic)[: len(here)]
        assert {frozenset((one.left, one.right)) for one in first} == here
        seen += len(here)
    assert seen >= 6


def test_a_source_that_breaks_off_comes_after_the_others_and_nothing_is_lost() -> None:
    for topic in _contested():
        told = weightiest(topic)
        assert sorted(map(repr, told)) == sorted(map(repr, topic.contests)), topic.id
        counted = {choice.id for choice in topic.choices if choice.counted}
        only_differ = [one for one in told if not one.relation.is_contrary][2:]
        broken = [not {one.left, one.right} <= counted for one in only_differ]
        assert broken == sorted(broken), topic.id


def test_both_of_three_wordings_are_named_before_a_second_difference_of_two() -> None:
    topic = template().topic("toestemming-beeld")
    assert topic is not None
    lines = contest_lines(topic, DUTCH)
    assert "ouder dan 16 jaar / jonger dan 16 jaar" in lines[0]
    assert any("ieder jaar" in line and "eenmalig" in line for line in lines[:2])
    assert len({line[:5] for line in lines[:4]}) == 4
