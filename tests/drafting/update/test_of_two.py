"""A merger is updated with what either of its two boards says: once, and references led right."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from drafted import BOARD, DUTCH, place, subject, template
from protocolkit.commands.update_told import news_lines
from protocolkit.comparison.draft_answers import NOTE
from protocolkit.document.facts import Provenance
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, clause_text, clauses
from protocolkit.document.tree import sections_of
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.merging import Merge, make_merge, merged_sides
from protocolkit.drafting.new.new_protocol import values_of
from protocolkit.drafting.new.whole_draft import whole_draft
from protocolkit.drafting.template.values import Template
from protocolkit.drafting.update.against_template import compare_with_template
from protocolkit.drafting.update.findings import ClauseUpdate, Finding
from protocolkit.drafting.update.of_two import choices_of_two, template_of_two
from protocolkit.drafting.update.redrafting import Source, redrafted
from protocolkit.drafting.update.rewiring import rewired
from protocolkit.drafting.update.rewriting import rewritten
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from seeds import protocol


@cache
def _merge() -> Merge:
    found = subject()
    assert found.concordance is not None
    sides = protocol("cvo-baarn-soest"), protocol("verkruisen")
    return make_merge(*sides, found.concordance, found.protocols)


@cache
def _of_two() -> Template:
    return template_of_two(template(), _merge())


@cache
def _source() -> Source:
    return Source(
        origin=_merge(), template=_of_two(), protocols=subject().protocols, translate=DUTCH
    )


@cache
def _made() -> Protocol:
    answers = Answers(subject="sociale-media", organisation=BOARD, merges=_merge().slugs)
    draft = whole_draft(_merge(), answers, subject().protocols, DUTCH)
    facts = replace(answers.facts, based_on=_merge().names)
    return assemble(draft, facts, values_of(draft, answers), place())


def _updates(made: Protocol) -> dict[str, ClauseUpdate]:
    ids = {e.source: e.choice for e in made.facts.provenance if e.source.organisation}
    found = compare_with_template(made, _of_two(), ids, _no_history)
    return {update.topic: update for update in found}


def _no_history(_: Provenance) -> str:
    return ""


def _accepted(made: Protocol, topic: str, whose: str) -> Protocol:
    made = redrafted(made, {topic: whose}, _source()).protocol
    return rewired(made, choices_of_two(_of_two(), _merge()))


def _places(made: Protocol, words: str) -> list[str]:
    return [item.anchor for item in addressable(made) if words in clause_text(item)]


def test_the_two_are_found_by_what_the_cover_says() -> None:
    found = subject().protocols
    sides = merged_sides(_merge().names, found)
    assert tuple(side.slug for side in sides) == _merge().slugs
    assert merged_sides("Stichting X en Stichting Y", found) == ()
    assert merged_sides("", found) == ()


def test_only_what_either_says_is_offered_in_its_own_words() -> None:
    updates = _updates(_made())
    assert not [u for u in updates.values() if u.finding is Finding.NEW]
    is_open = [u for u in updates.values() if u.finding is Finding.OPEN]
    assert len(is_open) > 10
    for update in is_open:
        assert update.choices
        for choice in update.choices:
            assert set(choice.organisations) <= set(_merge().slugs)
            assert choice.origin.organisation in _merge().slugs
    assert {u.finding for u in updates.values()} == {Finding.OPEN, Finding.SAME}
    assert "vertrouwen" in updates
    made = _accepted(_made(), "vertrouwen", "cvo-baarn-soest")
    assert _updates(made)["vertrouwen"].finding is Finding.SAME
    [entry] = [e for e in made.facts.provenance if e.topic == "vertrouwen"]
    assert (str(entry.source), entry.template) == ("cvo-baarn-soest#inleiding-5", "")


def test_words_that_stand_there_are_not_written_again() -> None:
    words = "nemen de reguliere fatsoensnormen"
    [standing] = _places(_made(), words)
    made = _accepted(_made(), "fatsoensnormen", "cvo-baarn-soest")
    assert _places(made, words) == [standing]
    topics = {e.topic for e in made.facts.provenance if e.anchor == standing}
    assert {"fatsoensnormen", "hacken"} <= topics
    assert "fatsoensnormen" in made.facts.retired
    assert "fatsoensnormen" not in {clause.anchor for clause in clauses(made)}
    # what comes after it in its chapter counts on without a gap
    chapters = sections_of(made.parts)
    [section] = [s for s in chapters if standing in {part.anchor for part in s.parts}]
    assert [part.marker for part in section.parts] == [
        f"{n}." for n in range(1, len(section.parts) + 1)
    ]
    assert read_protocol_text(write_protocol(made)).protocol.facts == made.facts
    kept = rewritten(write_protocol(_made()), made)
    assert read_protocol_text(kept).protocol.facts.retired == made.facts.retired


def test_all_that_one_board_says_on_a_question_comes_along() -> None:
    topic = "wat-zijn-sociale-media"
    own = [c for t in _merge().topics if t.topic.id == topic for c in t.left]
    assert len(own) == 2
    made = _accepted(_made(), topic, "cvo-baarn-soest")
    taken = [e.choice for e in made.facts.provenance if e.topic == topic]
    assert {choice for choice in taken if choice != NOTE} == {choice.id for choice in own}
    texts = [clause_text(clause) for clause in clauses(made)]
    assert not [text for text in texts if "Wat zijn sociale media?" in text]
    again = _accepted(made, topic, "cvo-baarn-soest")
    assert [clause_text(clause) for clause in clauses(again)] == texts


def test_references_lead_to_where_a_clause_is_now() -> None:
    [led] = _places(_made(), "[verwijzing: artikel B:2]")
    made = _accepted(_made(), "bijzondere-verantwoordelijkheid", "cvo-baarn-soest")
    assert not _places(made, "[verwijzing: artikel B:2]")
    [number] = [
        f"artikel {section.marker}.{part.marker.rstrip('.')}"
        for section in sections_of(made.parts)
        for part in section.parts
        if part.anchor == "bijzondere-verantwoordelijkheid"
    ]
    assert led in _places(made, f"({number})")
    assert _updates(made)["bijzondere-verantwoordelijkheid"].finding is Finding.SAME
    # a number that became another one is written anew
    moved = replace(made, parts=tuple(replace(s, marker=f"{s.marker}1") for s in made.parts))
    again = rewired(moved, choices_of_two(_of_two(), _merge()))
    chapter, own = number.removeprefix("artikel ").split(".")
    assert led in _places(again, f"(artikel {chapter}1.{own})")
    assert {u.finding for u in _updates(again).values()} <= {Finding.OPEN, Finding.SAME}


@pytest.mark.parametrize("topic", ["bijzondere-verantwoordelijkheid"])
def test_what_it_brings_is_told_at_once(topic: str) -> None:
    made = _accepted(_made(), topic, "cvo-baarn-soest")
    told = list(news_lines(_made(), made, subject()))
    assert any("spreken elkaar tegen" in line for line in told)
    assert not any("contradict" in line for line in told)
    # and what was there before is not told again
    assert not list(news_lines(made, made, replace(subject(), concordance=None)))
