"""The open choices of a draft that another clause answers are listed once, each with all others."""

from __future__ import annotations

from protocolkit.commands.answered_lines import answered_lines
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text

_TOPICS = """format: 1
title: Telefoons
themes:
  - {id: a, title: Regels}
topics:
  - {id: les, title: "Mag bellen?", theme: a, clauses: {een: [r-1, r-3], twee: [r-1, r-2]}}
  - {id: foto, title: "Mag je foto's maken?", theme: a, clauses: {een: [r-2], twee: [r-1]}}
"""
_DRAFT = """---
protocol:
  organisation: {name: De Brug}
  status: concept
  provenance:
    - {anchor: les, topic: les, fingerprint: abc}
    - {anchor: foto, topic: foto, choice: k1, source: "twee#r-1"}
    - {anchor: foto, topic: foto, choice: k1, source: "een#r-1"}
    - {anchor: straf, topic: straf, choice: k1, source: "een#r-3"}
---

# Protocol

{#les}
1. \\[kies een formulering\\] Mag je in de les bellen?

{#foto}
2. Leerlingen mogen in de les niet bellen en geen foto's maken.

{#straf}
3. Wie belt, krijgt straf.
"""


def test_each_open_choice_is_named_with_the_clauses_that_answer_it() -> None:
    concordance = read_topics_text(_TOPICS, "telefoons", Report("topics.yml"))
    draft = read_protocol_text(_DRAFT).protocol
    head, *lines = answered_lines(draft, concordance)
    assert head.endswith(":")
    assert [line.split() for line in lines] == [
        ["-", "Aanhef", "1:", "zie", "Aanhef", "2,", "Aanhef", "3"]
    ]


def test_nothing_is_said_where_nothing_is_open() -> None:
    assert not list(answered_lines(read_protocol_text(_DRAFT).protocol, None))
