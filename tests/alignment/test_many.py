"""A proposal for many protocols as JSON: every clause in it, no pairs."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from protocolkit.alignment.propose import propose
from protocolkit.alignment.uncurated import proposal_json
from protocolkit.alignment.uncurated_many import MANY
from protocolkit.base.messages import translator
from protocolkit.document.facts import Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable
from seeds import collection

# Many protocols are aligned in copies of the process.
pytestmark = pytest.mark.process


def boards() -> list[Protocol]:
    """Give more boards than pairs are written for, each with one of the shortest real protocols."""
    shortest = sorted(collection().protocols, key=lambda one: len(addressable(one)))[:3]
    made = []
    for number in range(MANY + 2):
        source = shortest[number % 3]
        organisation = Organisation(name=f"Stichting {number}", aliases=(source.slug,))
        facts = replace(source.facts, organisation=organisation)
        made.append(replace(source, facts=facts, slug=f"board-{number:02}"))
    return made


def content(protocols: list[Protocol]) -> dict[str, Any]:
    found = json.loads(proposal_json(protocols, propose(protocols), translator("nl")))
    assert isinstance(found, dict)
    return found


@cache
def proposed() -> dict[str, Any]:
    """Give the proposal for the boards; tests only look at it."""
    return content(boards())


def test_every_clause_is_in_it_and_only_boards_that_have_it() -> None:
    protocols = boards()
    topics = proposed()["topics"]
    placed = {
        (slug, clause["anchor"])
        for topic in topics
        for slug, cell in topic["cells"].items()
        for clause in cell["clauses"]
    }
    assert placed == {(p.slug, item.anchor) for p in protocols for item in addressable(p)}
    assert all(cell["clauses"] for topic in topics for cell in topic["cells"].values())


def test_variants_are_the_common_wordings_with_their_norms_and_relations() -> None:
    topic = max(proposed()["topics"], key=lambda found: len(found["cells"]))
    counts = [variant["organisations"] for variant in topic["variants"]]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) <= MANY + 2
    assert {variant["norm"] for variant in topic["variants"]} <= {
        "verbod", "gebod", "toestemming", "aanmoediging", "mededeling", "onbepaald"
    }  # fmt: skip
    number = len(topic["variants"])
    assert len(topic["relations"]) <= number * (number - 1) / 2
    ends = {(one["organisation"], one["anchor"]) for one in
            (variant["representative"] for variant in topic["variants"])}  # fmt: skip
    for relation in topic["relations"]:
        for side in ("left", "right"):
            assert (relation[side]["organisation"], relation[side]["anchor"]) in ends


def test_the_order_of_many_protocols_does_not_matter() -> None:
    assert proposed() == content(boards()[::-1])


def test_a_few_wordings_are_shown_and_the_others_counted() -> None:
    topics = proposed()["topics"]
    for topic in topics:
        shown, others = len(topic["variants"]), topic["other_variants"]
        assert shown == 4 or (shown < 4 and others == 0)
        clauses = [clause for cell in topic["cells"].values() for clause in cell["clauses"]]
        numbers = {clause["variant"] for clause in clauses}
        assert numbers == {*range(shown), *([-1] if others else [])}
    assert any(topic["other_variants"] for topic in topics)
