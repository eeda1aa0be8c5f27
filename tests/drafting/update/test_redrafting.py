"""A choice made later stands where ``new`` would have put it, in the words that it would have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from drafted import BOARD, DUTCH, place, subject, template
from examples import few
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.outline import clause_text, clauses, placed_clauses
from protocolkit.document.richtext import Text
from protocolkit.document.tree import map_parts, sections_of
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.merging import BOTH, Merge, make_merge
from protocolkit.drafting.new.new_protocol import is_open, values_of
from protocolkit.drafting.new.two_sides import Agreement
from protocolkit.drafting.new.whole_draft import Origin, whole_draft
from protocolkit.drafting.template.values import Template
from protocolkit.drafting.update.drafted_answers import answers_of
from protocolkit.drafting.update.of_two import choices_of_two, template_of_two
from protocolkit.drafting.update.redrafting import Source, redrafted
from protocolkit.drafting.update.rewiring import rewired
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from seeds import SLUGS, protocol

# All of them were tried once; one in some is enough to notice a change.
_EVERY = 9
_OWN = "Dit hebben wij er zelf bij gezet."


@cache
def _merge(left: str, right: str) -> Merge:
    concordance = subject().concordance
    assert concordance is not None
    return make_merge(protocol(left), protocol(right), concordance, subject().protocols)


@cache
def _source(*slugs: str) -> Source:
    origin: Origin = _merge(*slugs) if slugs else template()
    offered: Template = template()
    if isinstance(origin, Merge):
        offered = template_of_two(offered, origin)
    return Source(origin=origin, template=offered, protocols=subject().protocols, translate=DUTCH)


def _answers(*slugs: str, sector: str = "po") -> Answers:
    whose = replace(BOARD, sector=sector)
    return Answers(subject="sociale-media", organisation=whose, merges=slugs)


def _new(answers: Answers, source: Source) -> Protocol:
    draft = whole_draft(source.origin, answers, source.protocols, DUTCH)
    return assemble(draft, answers.facts, values_of(draft, answers), place())


def _updated(made: Protocol, chosen: Mapping[str, str], source: Source) -> Protocol:
    merge = source.origin if isinstance(source.origin, Merge) else None
    changed = redrafted(made, chosen, source).protocol
    return rewired(changed, choices_of_two(source.template, merge))


def _read(made: Protocol) -> list[tuple[object, ...]]:
    """Return a draft as somebody reads it: headings, numbers and words in order."""
    return [
        ([(s.marker, s.title) for s in p.sections], p.clause.marker, clause_text(p.clause))
        for p in placed_clauses(made)
    ]


def _known(made: Protocol) -> set[tuple[str, str, str]]:
    return {(one.topic, one.choice, one.written) for one in made.facts.provenance}


def _choices(source: Source, answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield every answer on every question that is open."""
    if isinstance(source.origin, Merge):
        for found in source.origin.topics:
            if found.agreement is Agreement.DIFFERENT:
                for answer in (*source.origin.slugs, BOTH, NONE):
                    yield found.topic.id, answer
        return
    for topic in source.origin.topics:
        if is_open(topic, answers):
            for answer in (*(choice.id for choice in topic.choices), NONE):
                yield topic.id, answer


_DRAFTS: tuple[tuple[tuple[str, ...], str], ...] = (
    ((), "po"),
    ((), "vo"),
    *(((left, right), "") for left, right in combinations(SLUGS, 2)),
)


@pytest.mark.parametrize(("slugs", "sector"), _DRAFTS)
def test_every_choice_comes_where_a_new_draft_has_it(slugs: tuple[str, ...], sector: str) -> None:
    source, answers = _source(*slugs), _answers(*slugs, sector=sector)
    made = _new(answers, source)
    for topic, answer in few(list(_choices(source, answers))[::_EVERY], 2):
        wanted = _new(answers.choosing({topic: answer}), source)
        found = _updated(made, {topic: answer}, source)
        assert _read(found) == _read(wanted), (topic, answer)
        assert _known(found) == _known(wanted), (topic, answer)
        assert read_protocol_text(write_protocol(found)).protocol.parts == found.parts


def test_an_introduction_chosen_later_comes_first_and_no_chapter_is_lost() -> None:
    slugs = "lucas-onderwijs", "oponoa"
    source = _source(*slugs)
    made = _new(_answers(*slugs), source)
    chosen = {t: BOTH for t, answer in _choices(source, _answers(*slugs)) if answer == BOTH}
    found = _updated(made, chosen, source)
    assert _read(found) == _read(_new(_answers(*slugs).choosing(chosen), source))
    numbers = [section.marker for section in sections_of(found.parts)]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_what_somebody_added_edited_or_put_elsewhere_stays() -> None:
    source, answers = _source(), _answers()
    made = _new(answers, source)
    topic, answer = next(_choices(source, answers))
    open_place = next(p for p in placed_clauses(made) if p.clause.anchor == topic)
    around = [part.anchor for part in open_place.sections[-1].parts]
    edited = next(anchor for anchor in around if anchor != topic)
    own = Clause(anchor="zelf", blocks=(Paragraph((Text(_OWN),)),), marker="1.")

    def change(clause: Clause) -> Clause:
        return replace(clause, blocks=own.blocks) if clause.anchor == edited else clause

    parts = [
        replace(part, parts=(own, *part.parts), title=(Text("Onze titel"),))
        if part.anchor == open_place.sections[-1].anchor
        else part
        for part in sections_of(map_parts(made.parts, change))
    ]
    worked_on = replace(made, parts=(*parts[1:], parts[0]))
    found = _updated(worked_on, {topic: answer}, source)
    assert [s.anchor for s in sections_of(found.parts)] == [p.anchor for p in worked_on.parts]
    home = next(s for s in sections_of(found.parts) if s.title == (Text("Onze titel"),))
    assert home.parts[0] == own
    texts = {clause.anchor: clause_text(clause) for clause in clauses(found)}
    assert texts[edited] == _OWN
    assert "[kies een formulering]" not in texts[topic]
    assert [part.anchor for part in home.parts] == ["zelf", *around]


def test_what_was_left_out_of_two_is_remembered() -> None:
    slugs = "cvo-baarn-soest", "verkruisen"
    source = _source(*slugs)
    topic, _ = next(_choices(source, _answers(*slugs)))
    made = _new(_answers(*slugs).choosing({topic: NONE}), source)
    assert [e.choice for e in made.facts.provenance if e.topic == topic] == [NONE]
    later = _updated(made, {topic: slugs[0]}, source)
    assert _read(later) == _read(_new(_answers(*slugs).choosing({topic: slugs[0]}), source))
    assert NONE not in {e.choice for e in later.facts.provenance if e.topic == topic}


def test_words_of_ones_own_are_known_as_an_answer() -> None:
    source = _source()
    topic, answer = next(_choices(source, _answers()))
    given = replace(_answers().choosing({topic: OWN}), texts={topic: _OWN})
    made = _new(given, source)
    read = answers_of(made, source.origin)
    assert read.own_words(topic) == _OWN
    assert _read(_new(read, source)) == _read(made)
    assert answers_of(_new(_answers(), source), source.origin).choices[topic] == ""
    assert (
        answers_of(_new(_answers().choosing({topic: answer}), source), source.origin).choices[topic]
        == answer
    )
