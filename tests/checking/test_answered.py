"""An open choice on which a clause says something already is told."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.checking.answered import check_answered
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
    assert not list(check_answered(replace(draft, facts=facts), concordance))
