"""Changes as JSON: both versions, each change with its words, and what was counted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from protocolkit.changes.change_set import ChangeSet, FactChange, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.exchange.changes_json import changes_to_json
from protocolkit.reading.reader import read_protocol_text

_HEAD = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# Proef\n\n"


def _compared(old: str, new: str) -> ChangeSet:
    versions = [version_of(read_protocol_text(_HEAD + text).protocol, text) for text in (old, new)]
    return compare_versions(*versions)


def _told(found: ChangeSet) -> Any:
    return json.loads(changes_to_json(found))


def test_a_change_has_its_words_and_what_is_equal_says_the_same_on_both_sides() -> None:
    old = "{#a}\n1. De leerling bergt zijn  telefoon op in de kluis.\n"
    found = _told(_compared(old, old.replace("zijn  telefoon", "zijn mobiel")))
    [change] = found["changes"]
    assert (change["kind"], change["old"], change["new"]) == ("changed", ["a"], ["a"])
    assert (change["removed_words"], change["added_words"]) == (1, 1)
    differing = [piece for piece in change["pieces"] if piece["old"] != piece["new"]]
    assert [(p["old"].strip(), p["new"].strip()) for p in differing] == [("telefoon", "mobiel")]
    assert not any("consequential" in piece for piece in change["pieces"])
    text = "".join(piece["new"] for piece in change["pieces"])
    assert text == "De leerling bergt zijn mobiel op in de kluis."


def test_a_reference_that_only_moved_along_is_marked() -> None:
    old = "{#a}\n1. De leerling bergt zijn telefoon op.\n\n{#b}\n2. Zie [lid 1](#a) hiervan.\n"
    new = (
        "{#c}\n1. De mentor bespreekt een melding met de ouders.\n\n"
        "{#a}\n2. De leerling bergt zijn telefoon op.\n\n{#b}\n3. Zie [lid 2](#a) hiervan.\n"
    )
    pieces = [
        piece for change in _told(_compared(old, new))["changes"] for piece in change["pieces"]
    ]
    along = [piece for piece in pieces if piece.get("consequential")]
    assert [(p["old"].strip(), p["new"].strip()) for p in along] == [("1", "2")]


def test_both_versions_the_facts_and_the_counts_are_there() -> None:
    made = _compared("{#a}\n1. Dit blijft.\n", "{#a}\n1. Dit blijft.\n\n{#b}\n2. Dit is nieuw.\n")
    fact = FactChange(fact="dated", old="", new="2026", anchor="")
    found = _told(replace(made, facts=(fact,)))
    assert found["old"]["fingerprint"] != found["new"]["fingerprint"]
    assert found["facts"] == [{"fact": "dated", "anchor": "", "old": "", "new": "2026"}]
    assert (found["counts"]["added"], found["counts"]["removed"]) == (1, 0)
    assert (found["counts"]["removed_words"], found["counts"]["added_words"]) == (0, 4)
