"""Changes as JSON: both versions, each change with its words, and what was counted."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from change_laws import changes
from protocolkit.changes.change_set import ChangeSet, FactChange, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.marked_lines import shown
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import UnitKind
from protocolkit.document.model import Protocol
from protocolkit.exchange.changes_json import changes_to_json
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.words import tokens
from strategies import protocols

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
    assert [(p["old"], p["new"]) for p in differing] == [("  ", " "), ("telefoon", "mobiel")]
    assert [p.get("consequential", False) for p in differing] == [True, False]
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


def _sides(change: Any) -> tuple[str, str]:
    old, new = ("".join(piece[side] for piece in change["pieces"]) for side in ("old", "new"))
    return old, new


def _text(protocol: Protocol, anchors: Sequence[str], marked: Container[int]) -> str:
    """Return the texts of items, each unit on its own line and each row on one.

    ``marked`` are the units, by their order, of which the number counts as words.
    """
    lines: dict[tuple[object, ...], list[str]] = {}
    for item in items_of(protocol):
        for unit in item.units if item.anchor in anchors else ():
            if not unit.is_empty_lead:
                path = unit.path[:-1] if unit.kind is UnitKind.CELL else unit.path
                row = lines.setdefault((item.anchor, unit.kind is UnitKind.CELL, path), [])
                row.append(
                    f"{unit.marker} " * bool(unit.marker and unit.order in marked)
                    + shown(unit.text)
                )
    return "\n".join("\t".join(line) for line in lines.values())


def assert_rebuilt(found: ChangeSet) -> None:
    """Hold the pieces of each change to its text on either side; of white space to where it is."""
    for change, told in zip(found.changes, _told(found)["changes"], strict=True):
        versions = (found.old.protocol, change.old), (found.new.protocol, change.new)
        numbered = [pair for pair in change.pairs if pair.has_counted_marker]
        marked = {p.old.order for p in numbered if p.old}, {p.new.order for p in numbered if p.new}
        for said, (protocol, anchors), orders in zip(_sides(told), versions, marked, strict=True):
            text = _text(protocol, anchors, orders)
            assert said == text, (change.kind, anchors)
        along = ("consequential", "moved")
        counted = [p for p in told["pieces"] if not any(map(p.get, along)) and p["old"] != p["new"]]
        assert all(tokens(p["old"]) or tokens(p["new"]) for p in counted)


_TABLE = "{#t}\n1. Zo:\n\n   | stap | wie |\n   | --- | --- |\n   | gesprek | leerkracht |\n"


_WHOLE = "{#a}\n1. Meld u bij de balie van de school. De ouder krijgt die dag bericht.\n"
_POINTS = "{{#a}}\n1. Eerst:\n   - {};\n   - {}.\n"
_ONE, _OTHER = "de leerling belt de mentor", "de ouder schrijft een brief"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_WHOLE, _WHOLE.replace("school. De", "school.\n\n{#b}\n2. De")),
        (_POINTS.format(_ONE, _OTHER), _POINTS.format(_OTHER, _ONE)),
        (_TABLE, _TABLE.replace("leerkracht", "mentor")),
        (_TABLE, f"{_TABLE}   | brief | school |\n"),
        ("", _TABLE),
    ],
)
def test_the_pieces_rebuild_both_texts(old: str, new: str) -> None:
    assert_rebuilt(_compared(old, new))
    assert_rebuilt(_compared(new, old))


def test_a_split_a_row_and_a_cell_have_their_boundary() -> None:
    other = _WHOLE.replace("school. De", "school.\n\n{#b}\n2. De")
    [change] = _told(_compared(_WHOLE, other))["changes"]
    old, new = _sides(change)
    assert old.replace("school. De", "school.\nDe") == new
    [change] = _told(_compared("{#z}\n1. Los.\n", "{#z}\n1. Los.\n\n" + _TABLE))["changes"]
    assert _sides(change) == ("", "Zo:\nstap\twie\ngesprek\tleerkracht")


def test_a_note_that_got_another_number_has_its_own_on_either_side() -> None:
    """Swapping the versions swaps the sides, sign by sign."""
    clauses = ["Vraag verlof aan op  het formulier.[^{}] Zo moet het.", "Speel op het plein.[^{}]"]
    notes = ["Het formulier ligt bij de balie.", "Het plein ligt achter de zaal."]
    texts = []
    for order in ([0, 1], [1, 0]):
        body = [f"{{#a{at}}}\n{n}. {clauses[at].format(n)}" for n, at in enumerate(order, 1)]
        texts.append(
            "\n\n".join([*body, *(f"[^{n}]: {notes[at]}" for n, at in enumerate(order, 1))])
        )
    texts[1] = texts[1].replace("Vraag", "Men vraagt").replace("op  het", "op het")
    found, back = _compared(texts[0], texts[1]), _compared(texts[1], texts[0])
    for one in (found, back):
        assert_rebuilt(one)
    [change] = (change for change in _told(found)["changes"] if change["new"] == ["a0"])
    assert {"old": "[^1]", "new": "[^2]", "consequential": True} in change["pieces"]
    [other] = (change for change in _told(back)["changes"] if change["new"] == ["a0"])
    swapped = [{**piece, "old": piece["new"], "new": piece["old"]} for piece in other["pieces"]]
    assert swapped == change["pieces"]


def test_the_number_of_a_law_before_a_text_is_in_its_words() -> None:
    begin, rest = "{#q}\nArtikel 7 ", "van de Leerplichtwet geldt hier niet voor kleuters.\n"
    old, other = begin + rest, "{#q}\nHet eerste lid geldt hier niet voor kleuters.\n"
    for one, two in ((old, old.replace("7", "9")), (old, other), (other, old)):
        assert_rebuilt(_compared(one, two))


@given(protocols(), protocols())
def test_the_pieces_of_any_two_protocols_rebuild_them(old: Protocol, new: Protocol) -> None:
    assert_rebuilt(changes(old, new))


_BEGINS = "{#a}\n2. Het eerste lid is niet van toepassing op een leerling van een andere school.\n"
_CITES = _BEGINS.replace("2. Het eerste lid", "Artikel 20 van de Kaderwet")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_BEGINS, _CITES),
        ("{#a}\n12.000 euro is de grens.\n", "{#a}\n14.000 euro is de grens.\n"),
    ],
)
def test_a_number_that_counts_as_words_stands_in_the_pieces(old: str, new: str) -> None:
    for found in (_compared(old, new), _compared(new, old)):
        assert_rebuilt(found)
        [change] = _told(found)["changes"]
        counted = [
            p for p in change["pieces"] if not p.get("consequential") and p["old"] != p["new"]
        ]
        assert sum(len(tokens(p["old"])) for p in counted) == change["removed_words"]
        assert sum(len(tokens(p["new"])) for p in counted) == change["added_words"]
