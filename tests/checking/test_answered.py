"""An open choice on which a clause says something already is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from protocolkit.base.problems import Problem, problem
from protocolkit.checking.answered import check_answered
from protocolkit.checking.together import CLAUSES_CONTRARY
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.place import Place
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text

_TOPICS = """format: 1
title: Telefoons
themes:
  - {id: a, title: Regels}
topics:
  - {id: les, title: "Mag je in de les bellen?", theme: a, clauses: {een: [r-1], twee: [r-1, r-2]}}
  - {id: foto, title: "Mag je foto's maken?", theme: a, clauses: {een: [r-2], twee: [r-1]}}
"""
_DRAFT = """---
protocol:
  organisation: {name: De Brug}
  status: concept
  provenance:
    - {anchor: les, topic: les, fingerprint: abc}
    - {anchor: foto, topic: foto, choice: k1, source: "twee#r-1"}
---

# Protocol

{#les}
1. \\[kies een formulering\\] Mag je in de les bellen?

{#foto}
2. Leerlingen mogen in de les niet bellen en geen foto's maken.
"""


def test_a_clause_that_answers_an_open_question_too_is_told() -> None:
    report = Report("topics.yml")
    concordance = read_topics_text(_TOPICS, "telefoons", report)
    draft = read_protocol_text(_DRAFT).protocol
    [found] = check_answered(draft, concordance)
    assert (found.code.name, found.anchor) == ("choice-answered", "les")
    assert "2" in found.message(str)
    assert not list(check_answered(draft, None))
    chosen = replace(draft.facts.provenance[0], choice="k2", source=Place("een", "r-1"))
    facts = replace(draft.facts, provenance=(chosen, draft.facts.provenance[1]))
    found_then = check_answered(replace(draft, facts=facts), concordance)
    assert "choice-answered" not in [problem.code.name for problem in found_then]


_CHOSEN = """---
protocol:
  organisation: {name: De Brug}
  status: concept
  provenance:
    - {anchor: les, topic: les, choice: k2, source: "een#r-1"}
    - {anchor: foto, topic: foto, choice: k1, source: "twee#r-1"}
---

# Protocol

{#les}
1. Bellen mag in de les alleen na toestemming van de leraar.

{#foto}
2. Leerlingen mogen in de les niet bellen en geen foto's maken.
"""


def _told(text: str, told: Iterable[Problem] = ()) -> list[tuple[str, str]]:
    concordance = read_topics_text(_TOPICS, "telefoons", Report("topics.yml"))
    found = check_answered(read_protocol_text(text).protocol, concordance, told)
    return [(problem.code.name, problem.anchor) for problem in found]


def test_who_chooses_the_words_of_another_board_is_told_until_one_is_out() -> None:
    assert _told(_CHOSEN) == [("answered-twice", "les")]
    assert not _told(_CHOSEN[: _CHOSEN.index("{#foto}")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"een#r-1"', '"twee#r-2"'),
        ("{#foto}", "{#foto .handreiking}"),
    ],
)
def test_nothing_is_told_of_one_board_or_of_guidance(old: str, new: str) -> None:
    assert not _told(_CHOSEN.replace(old, new.replace("&", old)))


def test_of_what_was_taken_of_both_boards_one_pair_is_told_for_each_question() -> None:
    both = _CHOSEN.replace("topic: foto", "topic: les")
    third = '    - {anchor: pauze, topic: les, choice: k3, source: "twee#r-2"}\n---'
    more = both.replace("\n---", f"\n{third}") + "\n{#pauze}\n3. In de pauze mag dat wel.\n"
    assert [_told(both), _told(more)] == [[("answered-twice", "les")]] * 2
    worse = problem(CLAUSES_CONTRARY, anchor="pauze", other="Aanhef 1")
    assert not _told(more, [worse])


@pytest.mark.parametrize(("anchor", "other"), [("les", "2"), ("foto", "1")])
def test_of_clauses_that_contradict_each_other_that_is_enough(anchor: str, other: str) -> None:
    names = {"1": "Aanhef 1", "2": "Aanhef 2"}
    worse = problem(CLAUSES_CONTRARY, anchor=anchor, other=names[other])
    assert not _told(_CHOSEN, [worse])
    assert _told(_CHOSEN, [problem(CLAUSES_CONTRARY, anchor=anchor, other="elders")])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Het doel van dit protocol is rust.", "Dit protocol is er om leraren te helpen."),
        ("Het doel van dit protocol is rust.", "Dit protocol is bedoeld om te helpen."),
        ("Dit protocol geldt voor leerlingen.", "De regels gelden voor alle bezoekers."),
    ],
)
def test_two_purposes_or_scopes_are_told_each_though_all_were_chosen(left: str, right: str) -> None:
    third = '    - {anchor: pauze, topic: les, choice: k3, source: "twee#r-2"}\n---'
    both = _CHOSEN.replace("topic: foto", "topic: les").replace("\n---", f"\n{third}")
    body = both[: both.index("{#les}")] + f"{{#les}}\n1. {left}\n\n{{#foto}}\n2. {right}\n"
    assert len(_told(f"{body}\n{{#pauze}}\n3. {right}\n")) == 2
