"""A clause that was drafted for a topic answers it; what a person said goes before that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.comparison.concordance import Answer, AnswerStanding, Concordance
from protocolkit.comparison.draft_answers import NOTE, with_drafted
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.facts import Provenance
from protocolkit.document.model import Protocol
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.reading.found_problems import Report
from small_boards import HEAD, board, topic_line


def _concordance(more: str = "", end: str = "") -> Concordance:
    topics = topic_line("foto", {"bron": ["a-1"]}, f"theme: t{more}")
    topics += topic_line("app", {"bron": ["a-2"]})
    report = Report("topics.yml")
    made = read_topics_text(f"{HEAD}topics:\n{topics}{end}", "regels", report)
    assert not report.problems
    return made


def _drafted(*entries: Provenance) -> Protocol:
    made = board("nieuw", "Foto's mogen.", "Appen mag.")
    return replace(made, facts=replace(made.facts, provenance=entries))


def _entry(
    anchor: str = "a-1", topic: str = "foto", choice: str = "bron", source: Place = NO_PLACE
) -> Provenance:
    return Provenance(anchor=anchor, topic=topic, choice=choice, source=source)


def _answers(found: Concordance) -> dict[str, list[str]]:
    """Return the clauses of the new protocol that answer each topic, or stand alone."""
    rows = [(topic.id, topic.answers) for topic in found.topics] + [("alone", found.alone)]
    return {
        name: [a.place.anchor for a in answers if a.place.organisation == "nieuw"]
        for name, answers in rows
    }


@pytest.mark.parametrize(
    ("entry", "foto", "app", "alone"),
    [
        (_entry(), ["a-1"], [], []),
        (_entry(topic="app"), [], ["a-1"], []),
        # Without a topic it answers what the clause answers that it repeats.
        (_entry(topic="", source=Place("bron", "a-2")), [], ["a-1"], []),
        # What was said goes before what the source answers.
        (_entry(source=Place("bron", "a-2")), ["a-1"], [], []),
        # Nothing chosen yet, or a note that came along: it answers nothing.
        (_entry(choice=""), [], [], ["a-1"]),
        (_entry(choice=NOTE), [], [], ["a-1"]),
        (_entry(topic="weg"), [], [], ["a-1"]),
        # A clause that is not in the protocol any more says nothing.
        (_entry(anchor="weg"), [], [], []),
    ],
)
def test_what_provenance_says(
    entry: Provenance, foto: list[str], app: list[str], alone: list[str]
) -> None:
    found = with_drafted(_concordance(), [_drafted(entry)])
    assert _answers(found) == {"foto": foto, "app": app, "alone": alone}
    assert all(a.standing is AnswerStanding.CONFIRMED for t in found.topics for a in t.answers[1:])


def test_two_choices_of_one_topic_answer_it_once() -> None:
    found = with_drafted(_concordance(), [_drafted(_entry(), _entry(choice="ander"))])
    assert _answers(found)["foto"] == ["a-1"]


@pytest.mark.parametrize(
    ("more", "end"),
    [
        (", rejected: {nieuw: [a-1]}", ""),
        ("", "alone: {nieuw: [a-1]}\n"),
    ],
)
def test_what_a_person_said_wins(more: str, end: str) -> None:
    found = with_drafted(_concordance(more, end), [_drafted(_entry(topic="app"))])
    assert _answers(found)["app"] == []
    assert len(found.alone) == bool(end)


def test_a_clause_that_has_its_answer_is_not_placed_twice() -> None:
    made = _concordance()
    first, second = made.topics
    known = Answer(place=Place("nieuw", "a-1"), standing=AnswerStanding.CONFIRMED)
    made = replace(made, topics=(replace(first, answers=(*first.answers, known)), second))
    assert with_drafted(made, [_drafted(_entry(topic="app"))]) == made


def test_without_provenance_nothing_is_added() -> None:
    made = _concordance()
    assert with_drafted(made, [_drafted(), board("ander", "Iets.")]) is made
